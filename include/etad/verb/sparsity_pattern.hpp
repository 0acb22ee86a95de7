// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

#include <etad/call/traced/jacobian_call.hpp>
#include <etad/pass/colouring.hpp>
#include <etad/verb/gradient.hpp>

namespace etad::inline ETAD_ABI {

/// Where a Jacobian or Hessian has structural nonzeros, in compressed row order as in sparse_matrix,
/// and a colouring of its columns: columns of one colour can be computed from one direction.
template <int Rows, int Columns, int Nonzeros>
struct sparsity_pattern {
  static constexpr int rows = Rows;
  static constexpr int columns = Columns;
  static constexpr int nonzeros = Nonzeros;

  std::array<int, static_cast<std::size_t>(Rows) + 1> row_offsets{};
  std::array<int, static_cast<std::size_t>(Nonzeros)> column_indices{};
  int colours = 0;
  std::array<int, static_cast<std::size_t>(Columns)> colour_of_column{};

  /// True if entry (i, j) is a structural nonzero.
  constexpr bool operator()(int i, int j) const noexcept {
    const auto row = static_cast<std::size_t>(i);
    for (int k = row_offsets[row]; k < row_offsets[row + 1]; ++k) {
      if (column_indices[static_cast<std::size_t>(k)] == j) return true;
    }
    return false;
  }
  constexpr bool operator==(const sparsity_pattern&) const = default;
};

namespace detail {

/// A pattern as a constant, as ir/schedule.hpp does it for programs.
struct wide_pattern {
  int rows = 0;
  int columns = 0;
  int nonzeros = 0;
  int row_offsets[program_limit + 1] = {};
  int column_indices[program_limit] = {};
};

constexpr wide_pattern freeze(const nonzeros& pattern) {
  wide_pattern w;
  w.rows = static_cast<int>(pattern.rows());
  w.columns = static_cast<int>(pattern.columns);
  w.nonzeros = static_cast<int>(pattern.size());
  int n = 0;
  for (const std::size_t k : pattern.row_offsets) w.row_offsets[n++] = static_cast<int>(k);
  n = 0;
  for (const std::size_t j : pattern.column_indices) w.column_indices[n++] = static_cast<int>(j);
  return w;
}

constexpr nonzeros thaw(const wide_pattern& w) {
  nonzeros pattern(static_cast<std::size_t>(w.columns));
  for (int i = 0; i < w.rows; ++i) {
    for (int k = w.row_offsets[i]; k < w.row_offsets[i + 1]; ++k) {
      pattern.append(static_cast<std::size_t>(w.column_indices[k]));
    }
    pattern.end_row();
  }
  return pattern;
}

template <std::size_t Count>
constexpr std::array<int, Count> first_of(const int* numbers) {
  std::array<int, Count> result{};
  for (std::size_t k = 0; k < Count; ++k) result[k] = numbers[k];
  return result;
}

/// The pattern of what is wanted of Call, whose arguments are doubles: it does not depend on the
/// scalar type, on the mode or on the values beside it.
template <class Call, int First, bool Symmetric>
struct compressed_rows {
  static constexpr wide_pattern wide = freeze(requested_pattern(
      thaw(Call::source::value), request_of<Call, wanted_outputs<false, First, Symmetric>>()));
  static constexpr int rows = wide.rows;
  static constexpr int columns = wide.columns;
  static constexpr int nonzeros = wide.nonzeros;
  static constexpr auto row_offsets =
      first_of<static_cast<std::size_t>(wide.rows) + 1>(wide.row_offsets);
  static constexpr auto column_indices =
      first_of<static_cast<std::size_t>(wide.nonzeros)>(wide.column_indices);
};

/// Stands in for a callable that has been refused, so that one error is all there is to read.
struct refused_callable {
  template <class... A>
  constexpr auto operator()(const A&... a) const {
    typename call_scalar<A...>::type sum{0.0};
    const auto add = [&](const auto& leaf) { sum = sum + leaf; };
    (shape_of<A>::visit(a, add), ...);
    return sum;
  }
};

/// The call of F, or of its gradient Target, that a sparse verb makes a program of.
template <class F, class Target, class Wrt, class... A>
auto choose_sparse_call() {
  constexpr bool has_program =
      stateless_callable<F> || is_traced_only<F> || formula_callable<F, A...>;
  static_assert(
      has_program,
      "ETAD-037: etad's sparse verbs require a callable without state, since where the nonzeros "
      "stand is a constant that the compiler finds; captured values may decide it when the program "
      "runs. This callable has captures or members. Pass these as arguments and leave them out of "
      "wrt: sparse_hessian(f, wrt<0>)(x, k). Or take etad::jacobian or etad::hessian, which run on "
      "dual numbers.");
  if constexpr (has_program) {
    return std::type_identity<program_call<Target, Wrt, A...>>{};
  } else {
    return std::type_identity<program_call<refused_callable, Wrt, A...>>{};
  }
}
template <class F, class Target, class Wrt, class... A>
using sparse_call = typename decltype(choose_sparse_call<F, Target, Wrt, A...>())::type;

/// Vectors as arguments of a verb that has a program or nothing.
template <class F, class Wrt>
constexpr auto refuse_run_time_sizes(const F& f) {
  static_assert(
      is_verb<F> && !is_verb<F>,
      "ETAD-038: etad::simd::jacobian, and sparse_jacobian in the modes etad::reverse and "
      "etad::elimination, require arguments of fixed size, since they run a program; a vector, a "
      "span or an Eigen matrix of run-time size was seen. Pass std::array, or take "
      "etad::sparse_jacobian without a mode.");
  return run_time_jacobian<F, Wrt, false>{f};
}

/// What a sparse verb does with vectors, if its mode is one by colours.
template <jacobian_mode Mode, class Task, class F>
constexpr auto at_run_time_by_colours(const F& f) {
  if constexpr (Mode == jacobian_mode::reverse || Mode == jacobian_mode::elimination) {
    return refuse_run_time_sizes<F, wrt_t<>>(f);
  } else {
    return Task{f};
  }
}

template <class Call>
using jacobian_rows = compressed_rows<typename Call::shape_call, 0, false>;
template <class F, class Wrt, class... A>
using hessian_rows =
    compressed_rows<typename sparse_call<F, gradient_function<F, Wrt>, Wrt, A...>::shape_call, 0,
                    true>;

template <class Rows, bool Symmetric>
constexpr auto coloured_pattern() {
  sparsity_pattern<Rows::rows, Rows::columns, Rows::nonzeros> result;
  result.row_offsets = Rows::row_offsets;
  result.column_indices = Rows::column_indices;
  const colouring c = colouring_for(thaw(Rows::wide), Symmetric);
  result.colours = static_cast<int>(c.colours);
  for (std::size_t j = 0; j < c.of_column.size(); ++j) {
    result.colour_of_column[j] = static_cast<int>(c.of_column[j]);
  }
  return result;
}
template <class Rows, bool Symmetric>
struct coloured {
  static constexpr auto value = coloured_pattern<Rows, Symmetric>();
};

template <class... Args>
constexpr void require_argument_types() {
  static_assert(sizeof...(Args) > 0,
                "ETAD-045: etad::jacobian_sparsity and etad::hessian_sparsity require the types of "
                "the arguments, since a pattern depends on their shapes: "
                "jacobian_sparsity<std::array<double, 3>>(f). None was given.");
}

}  // namespace detail

/// The structural nonzeros of the Jacobian of f for arguments of types Args, a constant:
/// jacobian_sparsity<std::array<double, 3>>(f). Columns of one colour share no row. Rows and columns
/// as in etad::jacobian; columns of several arguments follow one another. An entry counts as a zero
/// only if its output does not depend on the argument at all, through operations that have a
/// derivative. Errors: ETAD-010 to ETAD-013, ETAD-037, ETAD-045.
template <class... Args, class F, int... Index>
constexpr auto jacobian_sparsity(F, wrt_t<Index...> = {}) noexcept {
  detail::require_argument_types<Args...>();
  if constexpr (sizeof...(Args) > 0) {
    using call = detail::sparse_call<F, F, wrt_t<Index...>, Args...>;
    return detail::coloured<detail::jacobian_rows<call>, false>::value;
  }
}

/// The same for the Hessian of a scalar function, both triangles. The colouring is a star colouring:
/// neighbours differ, and every path over four columns has at least three colours, so that every entry
/// can be read off the product with one of the colours. Errors: ETAD-010 to ETAD-013, ETAD-020,
/// ETAD-037, ETAD-045.
template <class... Args, class F, int... Index>
constexpr auto hessian_sparsity(F, wrt_t<Index...> = {}) noexcept {
  detail::require_argument_types<Args...>();
  if constexpr (sizeof...(Args) > 0) {
    return detail::coloured<detail::hessian_rows<F, wrt_t<Index...>, Args...>, true>::value;
  }
}

}  // namespace etad::inline ETAD_ABI
