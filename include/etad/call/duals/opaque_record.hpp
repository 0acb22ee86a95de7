// SPDX-License-Identifier: MIT
// Calls, within traced functions, of functions that the compiler cannot look into.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <type_traits>

#include <etad/call/duals/stated_call.hpp>
#include <etad/ir/opaque_row.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Whether a program can call Value, a function of the numbers A..., and state its rule: both must be
/// known by their types.
template <class Value, class Rule, class... A>
constexpr bool is_recordable() {
  if constexpr ((std::same_as<typename shape_of<A>::scalar, traced> || ...) &&
                !has_traceable_value<Value, A...>() && (sizeof...(A) == 1 || sizeof...(A) == 2) &&
                (shape_of<A>::is_scalar && ...) && stateless_callable<Value> &&
                stateless_callable<Rule> &&
                std::is_invocable_v<const Value&, const rebind<A, double>&...>) {
    return std::is_invocable_v<const Rule&, const rebind<A, traced>&...> ||
           std::is_invocable_v<const Rule&, const rebind<A, traced>&..., const traced&>;
  } else {
    return false;
  }
}

/// The slopes of Function, a custom_function, as a function of its arguments and its value.
template <class Function, int Arity>
struct rule_of {
  constexpr auto operator()(const std::array<traced, Arity + 1>& x) const {
    if constexpr (Arity == 1) {
      return Function{}.template slopes<traced>([&] { return x[1]; }, x[0]);
    } else {
      return Function{}.template slopes<traced>([&] { return x[2]; }, x[0], x[1]);
    }
  }
};

template <class Function, int Arity>
constexpr program rule_program() {
  using rule = rule_of<Function, Arity>;
  return without_dead_code(trace<rule, std::array<traced, Arity + 1>>(rule{}));
}
template <class Function, int Arity>
constexpr bool rule_fits() {
  const program p = rule_program<Function, Arity>();
  return freeze<rule_schedule>(p).size == p.size();
}
/// The rule is one that the compiler can run, and not too long.
template <class Function, int Arity>
concept has_traceable_rule = requires {
  typename std::bool_constant<rule_fits<Function, Arity>()>;
};

/// The program of a rule; one without inputs if there is none.
template <class Function, int Arity>
struct rule_source {
  static constexpr rule_schedule value = [] {
    if constexpr (has_traceable_rule<Function, Arity>) {
      return freeze<rule_schedule>(rule_program<Function, Arity>());
    } else {
      return rule_schedule{};
    }
  }();
};

template <class Value, int Arity, class T>
concept computes_spans =
    (Arity == 1 && std::is_invocable_v<const Value&, std::span<const T>, std::span<T>>) ||
    (Arity == 2 &&
     std::is_invocable_v<const Value&, std::span<const T>, std::span<const T>, std::span<T>>);

template <class Function, int Arity, class T>
constexpr opaque_row::pointers<T> opaque_pointers() {
  using value = decltype(Function::value);
  opaque_row::pointers<T> result;
  result.value = [](T x, [[maybe_unused]] T y) {
    // What has no overload for T is called with doubles.
    using number =
        std::conditional_t<Arity == 1 ? std::is_invocable_v<const value&, const T&>
                                      : std::is_invocable_v<const value&, const T&, const T&>,
                           T, double>;
    if constexpr (Arity == 1) {
      return static_cast<T>(Function{}(static_cast<number>(x)));
    } else {
      return static_cast<T>(Function{}(static_cast<number>(x), static_cast<number>(y)));
    }
  };
  if constexpr (computes_spans<value, Arity, T>) {
    result.values = [](const T* x, [[maybe_unused]] const T* y, T* to, int count) {
      const auto size = static_cast<std::size_t>(count);
      if constexpr (Arity == 1) {
        value{}(std::span<const T>(x, size), std::span<T>(to, size));
      } else {
        value{}(std::span<const T>(x, size), std::span<const T>(y, size), std::span<T>(to, size));
      }
    };
  }
  return result;
}

template <class Value>
constexpr const char* opaque_name() {
  if constexpr (requires { static_cast<const char*>(Value::name); }) {
    return Value::name;
  } else {
    return nullptr;
  }
}

/// The rows of all functions. What is no opaque function on traced numbers has none.
template <bool Recordable>
struct opaque_rows {
  template <class Function, int Arity>
  static constexpr opaque_row of{};
};
template <>
struct opaque_rows<true> {
  template <class Function, int Arity>
  static constexpr opaque_row of{
      opaque_pointers<Function, Arity, float>(), opaque_pointers<Function, Arity, double>(),
      opaque_pointers<Function, Arity, long double>(), &rule_source<Function, Arity>::value,
      opaque_name<decltype(Function::value)>()};
};

/// True; the row need not be known yet.
constexpr bool is_named(const opaque_row&) { return true; }

/// A call of Function. Of constants the compiler computes it, if it can.
template <class Function, std::size_t Arity>
constexpr traced record_opaque(const std::array<traced, Arity>& x) {
  const opaque_row* const row = &opaque_rows<true>::template of<Function, static_cast<int>(Arity)>;
  trace_state* const state = state_of(x);
  if (state == nullptr) {
    const opaque_call f{row};
    const literal_formats& first = x[0].constant();
    const literal_formats& second = x[Arity - 1].constant();
    return traced(literal(f(first.f, second.f), f(first.d, second.d), f(first.l, second.l), false));
  }
  const value_id first = x[0].id_in(state);
  const value_id second = x[Arity - 1].id_in(state);
  const value_id function = state->code.constant(literal(row));
  return traced(state, Arity == 1 ? state->code.record(opcode::call1, first, function)
                                  : state->code.record(opcode::call2, first, second, function));
}

}  // namespace etad::inline ETAD_ABI::detail
