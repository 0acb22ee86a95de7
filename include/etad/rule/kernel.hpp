// SPDX-License-Identifier: MIT
// Traced functions as single records of a tape.
#pragma once

#include <array>
#include <tuple>
#include <type_traits>

#include <etad/tape/tape.hpp>
#include <etad/verb/products.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// The first tape that stands in the arguments of a kernel, and their scalar.
template <class T, class... A>
recorder<T>* tape_of_arguments(const A&... a) {
  recorder<T>* tape = nullptr;
  const auto look = [&](const auto& leaf) {
    if constexpr (is_variable<std::remove_cvref_t<decltype(leaf)>>) {
      if (tape == nullptr) tape = leaf.tape();
      if (leaf.tape() != nullptr && leaf.tape() != tape) {
        refuse_other_tape();
      }
    }
  };
  (shape_of<A>::visit(a, look), ...);
  return tape;
}

/// The sweep of F with arguments A... of numbers of a tape over T: its compiled adjoint at the values of the inputs.
template <class F, class T, class... A>
struct kernel_adjoint {
  using stored = argument_layout<T>;
  using result = std::remove_cvref_t<std::invoke_result_t<const F&, const A&...>>;
  static constexpr auto inputs = static_cast<std::size_t>(leaf_count<A...>);
  static constexpr auto results = static_cast<std::size_t>(shape<result>::leaves);

  static void sweep(const std::byte* arguments, T* adjoints, tape_index first) {
    bool used = false;
    for (std::size_t i = 0; i < results; ++i) used = used || !vanishes(adjoints[first + i]);
    if (!used) return;
    std::tuple<A...> point{};
    const std::byte* p = arguments;
    const auto read = [&](auto& leaf) {
      leaf = run_number<T>::to(stored::weight(p));
      p += stored::size;
    };
    shape<std::tuple<A...>>::visit(point, read);
    result weight{};
    const T* next = adjoints + first;
    const auto take = [&](auto& leaf) { leaf = run_number<T>::to(*next++); };
    shape<result>::visit(weight, take);
    const auto products =
        std::apply([&](const A&... a) { return etad::vjp(F{})(a..., weight); }, point);
    p = arguments;
    const auto add = [&](const auto& product) {
      const tape_index index = stored::index(p);
      if (index != 0) adjoints[index] += run_number<T>::from(product);
      p += stored::size;
    };
    shape_of<decltype(products)>::visit(products, add);
  }
  static constexpr tape_kernel<T> record{&sweep, inputs};
};

}  // namespace detail

/// What kernel() returns.
template <class F>
struct kernel_function {
  static_assert(std::is_empty_v<F> && std::is_default_constructible_v<F>,
                "ETAD-118: etad::kernel(f) requires f to have no state, a captureless lambda or an "
                "empty functor: its adjoint is compiled from its type. Pass what it captures as "
                "arguments; numbers that are no variables are constants.");
  [[no_unique_address]] F f;

  template <class... A>
  auto operator()(const A&... a) const {
    using found = typename detail::deepest<typename detail::shape_of<A>::scalar...>::type;
    using traits = detail::taped_traits<found>;
    if constexpr (traits::depth == 0) {
      return f(a...);
    } else {
      return on_tape<found, typename traits::number>(a...);
    }
  }

 private:
  template <class Variable, class T, class... A>
  auto on_tape(const A&... a) const {
    using number = detail::run_number<T>;
    using adjoint = detail::kernel_adjoint<F, T, detail::rebind<A, typename number::type>...>;
    using stored = detail::argument_layout<T>;
    std::tuple<detail::rebind<A, typename number::type>...> values{};
    std::array<detail::tape_index, adjoint::inputs> indices{};
    std::array<T, adjoint::inputs> numbers{};
    std::size_t k = 0;
    const auto read = [&](const auto& leaf) {
      if constexpr (detail::is_variable<std::remove_cvref_t<decltype(leaf)>>) {
        indices[k] = leaf.shared_index();
        numbers[k++] = leaf.value();
      } else {
        numbers[k++] = static_cast<T>(leaf);
      }
    };
    (detail::shape_of<A>::visit(a, read), ...);
    k = 0;
    const auto write = [&](auto& leaf) { leaf = number::to(numbers[k++]); };
    detail::shape<decltype(values)>::visit(values, write);
    const auto result = std::apply(f, values);

    detail::recorder<T>* const tape = detail::tape_of_arguments<T>(a...);
    detail::tape_index next = 0;
    std::byte* const start =
        tape == nullptr ? nullptr : tape->begin_kernel(adjoint::record, adjoint::results);
    if (start != nullptr) {
      for (k = 0; k < adjoint::inputs; ++k) {
        stored::store(start + k * stored::size, indices[k], numbers[k]);
      }
      next = tape->close_kernel(adjoint::results);
    }
    const bool recorded = next != 0;
    return detail::mapped<Variable>(result, [&](const auto& value, Variable& y) {
      y = Variable::on_tape(number::from(value), tape, recorded ? next++ : 0);
    });
  }
};

/// f as one record of a tape. Called with variables, arrays or structures of them, and numbers, it runs f
/// on plain numbers and keeps the inputs; a sweep calls the adjoint of f that was compiled from its
/// program, at their values. Called with plain numbers it is f.
///
///   constexpr auto term = etad::kernel([](auto x, auto y) {
///     const auto t = y - x * x;
///     return 100.0 * t * t + (1.0 - x) * (1.0 - x);
///   });
///   for (std::size_t i = 0; i + 1 < x.size(); ++i) sum += term(x[i], x[i + 1]);
///
/// Cost: 8 bytes, and 12 for each number in the arguments, whatever f computes; the sweep costs about
/// two runs of f. Errors: ETAD-118 if f has state; those of etad::vjp; ETAD-110.
template <class F>
constexpr kernel_function<F> kernel(F f) {
  return {f};
}

}  // namespace etad::inline ETAD_ABI
