// SPDX-License-Identifier: MIT
// Derivatives of black boxes by differences: for functions that etad cannot look into.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/call/run_time/tasks.hpp>
#include <etad/check/black_box.hpp>
#include <etad/check/kink_aware_difference.hpp>
#include <etad/verb/jacobian.hpp>

namespace etad::inline ETAD_ABI {

/// A gradient by differences, and an estimate of the error of each of its numbers, in the same shape.
template <class Gradient>
struct numerical_gradient_result {
  Gradient gradient;
  Gradient error;

  static constexpr auto parts(auto& self) { return std::tie(self.gradient, self.error); }
};

/// The same of a Jacobian.
template <class Jacobian>
struct numerical_jacobian_result {
  Jacobian jacobian;
  Jacobian error;
};

namespace detail {

/// Receives columns, and keeps derivatives and their errors by rows.
template <class T>
struct numerical_entries {
  using difference = kink_aware_difference<T>;

  flat_results<T, false> derivatives{0};
  flat_results<T, false> errors{0};

  template <class Y>
  void start(const Y& y, std::size_t rows, std::size_t columns) {
    derivatives.start(y, rows, columns);
    errors.start(y, rows, columns);
  }
  void column(std::size_t j, const T&, const auto& column, const auto&) {
    for (std::size_t i = 0; i < column.size(); ++i) {
      const bool found = column[i].found();
      derivatives.entry(i, j, found ? column[i].value() : std::numeric_limits<T>::quiet_NaN());
      errors.entry(i, j, found ? column[i].error() : std::numeric_limits<T>::infinity());
    }
  }
};

/// Entries as a matrix, or as the blocks of several arguments.
template <class Result, class T>
Result in_blocks(std::span<T> entries, std::size_t columns) {
  Result result{};
  std::size_t first = 0;
  const auto fill = [&](auto& block, std::size_t rows, std::size_t width) {
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t j = 0; j < width; ++j) block(i, j) = entries[i * columns + first + j];
    }
    first += width;
  };
  const std::size_t rows = columns == 0 ? 0 : entries.size() / columns;
  if constexpr (requires { std::tuple_size<Result>::value; }) {
    std::apply([&](auto&... block) { (fill(block, rows, block.size() / rows), ...); }, result);
  } else {
    fill(result, rows, columns);
  }
  return result;
}

/// The base of both verbs: what differences say, as Verb::arrange<Result>(entries, x...) wants it for a
/// function that returns a Result.
template <class Verb, class F, class Wrt>
struct numerical_verb {
  [[no_unique_address]] F differentiated;

  template <class... A>
  auto operator()(const A&... a) const {
    using moved = moved_arguments<Wrt, A...>;
    static_assert(
        moved::count != 0 && Wrt::within(static_cast<int>(sizeof...(A))),
        "ETAD-125: etad::numerical_gradient and numerical_jacobian require an argument "
        "that is made of numbers at a position that wrt<I...> selects: a number, std::array, "
        "std::vector, std::span<const T>, or what a header of etad/interop adds; there is "
        "none. Put the numbers into one of these.");
    return moved::with(
        [&]<class... X>(const X&... x) { return differences<moved, A...>(std::tie(a...), x...); },
        a...);
  }

 private:
  template <class Moved, class... A, class... X>
  auto differences(const std::tuple<const A&...>& all, const X&... x) const {
    using scalar = run_time_scalar<X...>;
    static_assert(
        takes_numbers<F, Moved, scalar, A...>(),
        "ETAD-126: etad::numerical_gradient and numerical_jacobian call f with numbers of "
        "one type in place of those it is differentiated by, their common type, where int "
        "counts as double; f cannot be called so. Pass the types that f takes, and leave "
        "out what is data, by wrt<I...>.");
    using callable = function_of_moved<F, Moved, A...>;
    const callable f{differentiated, all};
    numerical_entries<scalar> entries;
    if constexpr ((holds_data<X> || ...)) {
      const with_data<callable, X...> completed{f, {&x...}};
      difference_columns<scalar, wrt_t<>>(completed, steps_of_black_box<scalar>, entries, x...);
    } else {
      difference_columns<scalar, wrt_t<>>(f, steps_of_black_box<scalar>, entries, x...);
    }
    using returned = std::remove_cvref_t<std::invoke_result_t<
        const callable&, const typename sized<X>::template rebind<scalar>&...>>;
    auto result = Verb::template arrange<returned>(entries, x...);
    restore_data<wrt_t<>, sizeof...(X)>(result, std::tuple<const X*...>{&x...});
    return result;
  }
};

}  // namespace detail

template <class F, class Wrt>
struct numerical_gradient_function
    : detail::numerical_verb<numerical_gradient_function<F, Wrt>, F, Wrt> {
  template <class Result, class T, class... X>
  static auto arrange(const detail::numerical_entries<T>& entries, const X&... x) {
    static_assert(!detail::run_time_sized<Result> && detail::shape<Result>::leaves == 1,
                  "ETAD-020: etad::numerical_gradient(f) requires f(x) to return one number; it "
                  "returned several. Did you mean etad::numerical_jacobian?");
    const auto shaped = [&](const detail::flat_results<T, false>& flat) {
      return detail::mirrored_arguments<wrt_t<>>(static_cast<const T*>(flat.entries().data()),
                                                 x...);
    };
    return numerical_gradient_result<decltype(shaped(entries.errors))>{shaped(entries.derivatives),
                                                                       shaped(entries.errors)};
  }
};

template <class F, class Wrt>
struct numerical_jacobian_function
    : detail::numerical_verb<numerical_jacobian_function<F, Wrt>, F, Wrt> {
  template <class Result, class T, class... X>
  static auto arrange(const detail::numerical_entries<T>& entries, const X&... x) {
    if constexpr ((detail::run_time_sized<X> || ...) || detail::run_time_sized<Result>) {
      return numerical_jacobian_result<decltype(entries.errors.matrix_for(x...))>{
          entries.derivatives.matrix_for(x...), entries.errors.matrix_for(x...)};
    } else {
      using mirrored = std::tuple<detail::mirrored_of<X, T>...>;
      using jacobian = decltype(detail::jacobian_blocks<T, detail::shape<Result>::leaves>(
          std::declval<mirrored>()));
      constexpr auto columns = static_cast<std::size_t>(detail::leaf_count<X...>);
      return numerical_jacobian_result<jacobian>{
          detail::in_blocks<jacobian>(entries.derivatives.entries(), columns),
          detail::in_blocks<jacobian>(entries.errors.entries(), columns)};
    }
  }
};

/// The gradient of a black box by differences: numerical_gradient(f)(x...) calls f with plain numbers and
/// returns `.gradient` in the shape of gradient(f)(x...) and `.error`, an estimate of the error of each of its
/// numbers, in the same shape.
///
///   const auto [slope, error] = etad::numerical_gradient(simulate)(parameters);
///
/// f is anything that can be called: a function pointer, a class, code of another library. Arguments are those of
/// the verbs; `wrt<I...>` selects some, and others may be of any type. Central differences with steps from a
/// tenth of |x|, or of 1, downwards are extrapolated to step 0 by Ridders' method; where f is not finite on one
/// side of x, differences to the other side are. Errors are mostly about 10^-12 of f for smooth functions in double; an
/// error as large as the slope or larger says that there is no slope to be seen: a jump, a vertical tangent, noise, or steps that leave the
/// domain. It is an estimate, no bound. At a kink the slope is the mean of both sides, and the error half the jump of
/// the slope: 0 and 1 for |x| at 0. Cost: about
/// 12 runs of f for each number, 60 or more where it is not smooth. Where no step gives a finite quotient, the
/// slope is NaN and the error infinite.
/// Errors: ETAD-020, ETAD-125, ETAD-126.
template <class F, int... Index>
constexpr numerical_gradient_function<F, wrt_t<Index...>> numerical_gradient(F f,
                                                                             wrt_t<Index...> = {}) {
  return {{std::move(f)}};
}

/// The Jacobian of a black box by differences: `.jacobian` in the shape of jacobian(f)(x...), and `.error`, the
/// estimated error of each entry. All else is as for numerical_gradient.
template <class F, int... Index>
constexpr numerical_jacobian_function<F, wrt_t<Index...>> numerical_jacobian(F f,
                                                                             wrt_t<Index...> = {}) {
  return {{std::move(f)}};
}

}  // namespace etad::inline ETAD_ABI
