// SPDX-License-Identifier: MIT
// A traced function of variables as one record of their tape; verbs of variables are such functions.
#pragma once

#include <array>
#include <tuple>
#include <type_traits>

#include <etad/call/roads.hpp>
#include <etad/call/traced/arguments.hpp>
#include <etad/call/traced/traceable.hpp>
#include <etad/call/wrt.hpp>
#include <etad/tape/external.hpp>
#include <etad/tape/refusals.hpp>

namespace etad::inline ETAD_ABI {

template <class F, class Wrt>
struct vjp_function;

namespace detail {

/// The first tape that stands in the arguments of a kernel, and their scalar.
template <class T, class... A>
recorder<T>* tape_of_arguments(const A&... a) {
  recorder<T>* tape = nullptr;
  const auto look = [&](const auto& leaf) {
    if constexpr (is_variable_over<std::remove_cvref_t<decltype(leaf)>, T>) {
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
    const auto products = std::apply(
        [&](const A&... a) { return vjp_function<F, wrt_t<>>{{F{}}}(a..., weight); }, point);
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

/// F at these arguments as a record; results are of type Variable.
template <class F, class Variable, class... A>
auto record_call(const A&... a) {
  using T = typename Variable::number;
  using number = run_number<T>;
  using adjoint = kernel_adjoint<F, T, rebind<A, typename number::type>...>;
  using stored = argument_layout<T>;
  std::tuple<rebind<A, typename number::type>...> values{};
  std::array<tape_index, adjoint::inputs> indices{};
  std::array<T, adjoint::inputs> numbers{};
  std::size_t k = 0;
  const auto read = [&](const auto& leaf) {
    if constexpr (is_variable_over<std::remove_cvref_t<decltype(leaf)>, T>) {
      indices[k] = leaf.shared_index();
      numbers[k++] = leaf.value();
    } else {
      numbers[k++] = static_cast<T>(leaf);
    }
  };
  (shape_of<A>::visit(a, read), ...);
  k = 0;
  const auto write = [&](auto& leaf) { leaf = number::to(numbers[k++]); };
  shape<decltype(values)>::visit(values, write);
  const auto result = std::apply(F{}, values);

  recorder<T>* const tape = tape_of_arguments<T>(a...);
  tape_index next = 0;
  std::byte* const start =
      tape == nullptr ? nullptr : tape->begin_kernel(adjoint::record, adjoint::results);
  if (start != nullptr) {
    for (k = 0; k < adjoint::inputs; ++k) {
      stored::store(start + k * stored::size, indices[k], numbers[k]);
    }
    next = tape->close_kernel(adjoint::results);
  }
  const bool recorded = next != 0;
  return mapped<Variable>(result, [&](const auto& value, Variable& y) {
    y = Variable::on_tape(number::from(value), tape, recorded ? next++ : 0);
  });
}

/// A call of Verb on variables of a tape that is one record: both its function and its derivative are traced.
template <class Verb, class... A>
constexpr bool is_one_record() {
  using traits = joint_traits<typename shape_of<A>::scalar...>;
  if constexpr (traits::depth == 1 && std::is_empty_v<Verb> &&
                std::is_default_constructible_v<Verb>) {
    if constexpr (std::is_arithmetic_v<typename traits::number> && (argument<A> && ...)) {
      return traceable<Verb, rebind<A, typename traits::number>...>;
    }
  }
  return false;
}

template <>
struct served<road::record> {
  template <class Verb, class... A>
  static auto compute(const Verb&, const A&... a) {
    return record_call<Verb, joint_variable<typename shape_of<A>::scalar...>>(a...);
  }
};

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
