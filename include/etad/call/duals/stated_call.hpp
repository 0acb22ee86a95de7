// SPDX-License-Identifier: MIT
// What calls of functions with stated derivatives have in common: their arguments as a list of numbers,
// of whatever kind, and the slopes of these.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>

#include <etad/call/formula/formula_application.hpp>
#include <etad/call/opaque.hpp>
#include <etad/call/traced/call.hpp>
#include <etad/core/shape.hpp>
#include <etad/dual/functions.hpp>
#include <etad/expr/stated.hpp>
#include <etad/tape/containers.hpp>
#include <etad/tape/operators.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Whether a value can be asked for on traced numbers. Of an opaque one that is not even tried.
template <class Value, class... A>
constexpr bool has_traceable_value() {
  if constexpr (is_opaque<Value>) {
    return false;
  } else {
    return std::is_invocable_v<const Value&, const rebind<A, traced>&...>;
  }
}

/// All numbers in arguments A..., one after the other.
template <class Number, class... A>
struct argument_leaves {
  std::array<Number, static_cast<std::size_t>(leaf_count<A...>)> at{};

  constexpr explicit argument_leaves(const A&... a) {
    std::size_t k = 0;
    const auto read = [&](const auto& leaf) { at[k++] = static_cast<Number>(leaf); };
    (shape_of<A>::visit(a, read), ...);
  }
};

/// A Result with the numbers of a list.
template <class Result, class Number, std::size_t Count>
constexpr Result filled(const std::array<Number, Count>& leaves) {
  Result result{};
  std::size_t k = 0;
  const auto write = [&](auto& leaf) { leaf = leaves[k++]; };
  shape<Result>::visit(result, write);
  return result;
}

/// a with every leaf converted to Number.
template <class Number, class A>
constexpr rebind<A, Number> converted(const A& a) {
  if constexpr (std::same_as<A, rebind<A, Number>>) {
    return a;
  } else {
    auto result = filled<rebind<A, Number>>(argument_leaves<Number, A>(a).at);
    data_members<A>::copy(result, a);
    return result;
  }
}

/// A callable whose parameters have types of their own.
template <class Value>
concept declares_parameters = requires {
  &Value::operator();
};
template <class Parameter, class A>
constexpr Parameter as_declared(const A& a) {
  return converted<typename shape<Parameter>::scalar>(a);
}
template <class Value, class Class, class Result, class... Parameter, class... A>
constexpr Result call_as_declared(const Value& value, Result (Class::*)(Parameter...) const,
                                  const A&... a) {
  return value(as_declared<std::remove_cvref_t<Parameter>>(a)...);
}
// Rounding is what a value for double is meant to do with other numbers.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wfloat-conversion"
/// value(a...): what is declared for double takes every number, converted, and says so by its type.
template <class Value, class... A>
constexpr decltype(auto) value_at(const Value& value, const A&... a) {
  if constexpr (declares_parameters<Value>) {
    return call_as_declared(value, &Value::operator(), a...);
  } else {
    return value(a...);
  }
}
#pragma GCC diagnostic pop

template <std::size_t Count>
constexpr trace_state* state_of(const std::array<traced, Count>& x) {
  trace_state* state = nullptr;
  for (const traced& leaf : x) state = leaf.state() == nullptr ? state : leaf.state();
  return state;
}
template <std::size_t Count>
constexpr buffer<value_id> places_of(const std::array<traced, Count>& x) {
  buffer<value_id> places;
  for (const traced& leaf : x) {
    if (leaf.state() != nullptr) places.push_back(leaf.id_in(leaf.state()));
  }
  return places;
}

/// The shape of what a solver returns for arguments A..., found on plain numbers.
template <class Solver, class... A>
using solution_of =
    std::remove_cvref_t<std::invoke_result_t<const Solver&, const rebind<A, double>&...>>;

/// What a rule returned for arguments A..., as a list.
template <class Number, class... A, class Slopes>
constexpr auto stated_slopes(const Slopes& slopes) {
  constexpr int wanted = leaf_count<A...>;
  static_assert(
      shape<Slopes>::leaves == wanted &&
          std::is_convertible_v<typename shape<Slopes>::scalar, Number>,
      "ETAD-059: etad::custom_derivative(value, rule) requires rule(x...) or "
      "rule(x..., value) to return one slope for each number in the arguments, in their "
      "shape: a number, a std::array or, for several arguments, a std::tuple; it returned "
      "something else.");
  if constexpr (shape<Slopes>::leaves == wanted) {
    return argument_leaves<Number, Slopes>(slopes).at;
  } else {
    return std::array<Number, static_cast<std::size_t>(wanted)>{};
  }
}

/// A number that carries derivatives at run time: a dual, or a variable of a tape.
template <class X>
inline constexpr bool carries_derivatives = is_dual<X> || is_variable<X>;

/// The number by which an operand of an operation on D enters a rule.
template <class D, class X>
constexpr typename D::primal_type carried_value(const X& x) {
  if constexpr (!is_variable<D>) {
    return primal<D>(x);
  } else if constexpr (std::same_as<X, D>) {
    return x.value();
  } else {
    return static_cast<typename D::primal_type>(x);
  }
}

/// a with the values of numbers of type D in place of them.
template <class D, class A>
constexpr auto primals(const A& a) {
  using primal_type = typename D::primal_type;
  std::array<primal_type, static_cast<std::size_t>(leaf_count<A>)> leaves{};
  std::size_t k = 0;
  const auto read = [&](const auto& leaf) { leaves[k++] = carried_value<D>(leaf); };
  shape_of<A>::visit(a, read);
  auto result = filled<rebind<A, primal_type>>(leaves);
  data_members<A>::copy(result, a);
  return result;
}

/// The number of value v and slopes p with respect to the leaves of a...: its tangents are the sum of
/// p[k] times those of leaf k, or its record has those slopes.
template <class D, std::size_t Count, class... A>
  requires is_dual<D>
constexpr D with_slopes(const typename D::primal_type& v,
                        const std::array<typename D::primal_type, Count>& p, const A&... a) {
  typename D::store tangents{};
  std::size_t k = 0;
  const auto add = [&](const auto& leaf) {
    if constexpr (is_dual<std::remove_cvref_t<decltype(leaf)>>) {
      require_one_level<D, std::remove_cvref_t<decltype(leaf)>>();
      tangents = added(tangents, scaled(p[k], leaf.all_tangents()));
    }
    ++k;
  };
  (shape_of<A>::visit(a, add), ...);
  return D(v, tangents);
}
template <class D, std::size_t Count, class... A>
  requires is_variable<D>
constexpr D with_slopes(const typename D::primal_type& v,
                        const std::array<typename D::primal_type, Count>& p, const A&... a) {
  using open = variable<typename D::primal_type, statements>;
  open sum;
  std::size_t k = 0;
  const auto add = [&](const auto& leaf) {
    if constexpr (std::same_as<std::remove_cvref_t<decltype(leaf)>, D>) sum += p[k] * open(leaf);
    ++k;
  };
  (shape_of<A>::visit(a, add), ...);
  return D::on_tape(v, sum.tape(), sum.index());
}

/// F called with formulas: a node of the formula, which can be traced only. Result is what F returns on
/// plain numbers.
template <class F, bool Traceable, class Result, class... A>
constexpr auto apply_stated(const A&... a) {
  constexpr bool fits = Traceable && std::is_empty_v<F> && shape<Result>::is_scalar &&
                        (shape_of<A>::is_scalar && ...);
  if constexpr (fits) {
    return applied_formula<F>(no_constants, as_formula(a)...);
  } else {
    using absorbing = typename first_absorbing<typename shape_of<A>::scalar::node...>::type;
    static_assert(!std::is_void_v<absorbing>,
                  "ETAD-061: etad requires a function with a stated derivative that is called with "
                  "formulas to be one of numbers, without state, whose value can be traced; it is "
                  "not. Write the whole as a generic lambda, or mark that by etad::opaque.");
    using number = decltype(mark_probed(static_cast<const absorbing*>(nullptr)));
    return rebind<Result, number>{};
  }
}

}  // namespace etad::inline ETAD_ABI::detail
