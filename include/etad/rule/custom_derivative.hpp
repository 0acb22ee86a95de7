// SPDX-License-Identifier: MIT
// Functions whose derivative the user states.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/call/duals/opaque_record.hpp>
#include <etad/call/duals/stated_call.hpp>
#include <etad/call/opaque.hpp>

namespace etad::inline ETAD_ABI {

/// What custom_derivative() returns.
template <class Value, class Rule>
struct custom_function {
  [[no_unique_address]] Value value;
  [[no_unique_address]] Rule rule;

  template <class... A, bool = true>
    requires detail::called_with_formulas<A...>
  constexpr auto operator()(const A&... a) const {
    return detail::apply_stated<custom_function, detail::has_traceable_value<Value, A...>(),
                                double>(a...);
  }
  // No deduced type: rules of several functions may call each other. The row is named here, as its rule
  // may call this operator, whose body compilers would not have read yet if the body named it first.
  template <class... A, bool = detail::is_named(
                            detail::opaque_rows<detail::is_recordable<Value, Rule, A...>()>::
                                template of<custom_function, static_cast<int>(sizeof...(A))>)>
  constexpr typename detail::call_scalar<detail::settled_type<A>...>::type operator()(
      const A&... a) const {
    using scalar = typename detail::call_scalar<detail::settled_type<A>...>::type;
    if constexpr (detail::any_unsettled<A...>) {
      return (*this)(detail::settled(a)...);
    } else if constexpr (std::same_as<scalar, traced>) {
      return on_traced(a...);
    } else if constexpr (detail::carries_derivatives<scalar>) {
      return on_primals<scalar>(a...);
    } else {
      return plain<scalar>(a...);
    }
  }

 private:
  template <class Scalar, class... A>
  constexpr Scalar plain(const A&... a) const {
    using result = std::remove_cvref_t<std::invoke_result_t<const Value&, const A&...>>;
    constexpr bool captured = detail::is_dual<result> && !std::same_as<result, Scalar>;
    static_assert(!captured,
                  "ETAD-060: etad requires a function whose derivative is stated to compute its "
                  "value from its own arguments; it captured another variable, whose derivative "
                  "would be lost. Pass that as an argument, and state its derivative or write 0.0 "
                  "for it.");
    static_assert(
        captured || (detail::shape_of<result>::is_scalar && std::is_convertible_v<result, Scalar>),
        "ETAD-058: etad::custom_derivative(value, rule) requires value(x...) to return one "
        "number; it returned another type. State the derivative of each result apart.");
    if constexpr (std::is_convertible_v<result, Scalar>) {
      return static_cast<Scalar>(detail::value_at(value, a...));
    } else {
      return Scalar();
    }
  }

  /// rule(x...), or rule(x..., v) if it takes the value, which is asked for only then.
  template <class Number, class V, class... A>
  constexpr auto slopes(V make_value, const A&... a) const {
    if constexpr (std::is_invocable_v<const Rule&, const A&...>) {
      return detail::stated_slopes<Number, A...>(rule(a...));
    } else {
      return detail::stated_slopes<Number, A...>(rule(a..., make_value()));
    }
  }

  template <class Function, int Arity>
  friend struct detail::rule_of;

  template <class... A>
  constexpr traced on_traced(const A&... a) const {
    if constexpr (detail::has_traceable_value<Value, A...>()) {
      return std::apply([&](const auto&... x) -> traced { return on_lifted(x...); },
                        std::tuple<detail::rebind<A, traced>...>(detail::converted<traced>(a)...));
    } else if constexpr (detail::is_recordable<Value, Rule, A...>()) {
      return detail::record_opaque<custom_function>(detail::argument_leaves<traced, A...>(a...).at);
    } else {
      // No constant expression: the callable around this one runs on dual numbers.
      detail::opaque_function_was_traced();
      return {};
    }
  }

  template <class... A>
  constexpr traced on_lifted(const A&... a) const {
    const detail::argument_leaves<traced, A...> x(a...);
    const traced v = plain<traced>(a...);
    detail::trace_state* const state = detail::state_of(x.at);
    if (state == nullptr) return v;
    if (!detail::depends_on_no_other(*state, v, detail::places_of(x.at))) {
      detail::error_value_reads_other_variables();
    }
    return with_slopes(state, stop_gradient(v), x, a...);
  }

  template <class... A>
  constexpr traced with_slopes(detail::trace_state* state, const traced& v,
                               const detail::argument_leaves<traced, A...>& x,
                               const A&... a) const {
    traced y = v;
    if (detail::at_rule_limit(*state)) {
      for (const traced& leaf : x.at) {
        y = detail::attached(state, y, leaf, detail::no_slope(leaf));
      }
      return y;
    }
    ++state->rule_depth;
    const auto p = slopes<traced>([&]() -> traced { return with_slopes(state, v, x, a...); }, a...);
    --state->rule_depth;
    for (std::size_t k = 0; k < p.size(); ++k) y = detail::attached(state, y, x.at[k], p[k]);
    return y;
  }

  template <class D, class... A>
  constexpr D on_primals(const A&... a) const {
    using primal = typename D::primal_type;
    return std::apply(
        [&](const auto&... x) -> D {
          const primal v = (*this)(x...);
          const auto p = slopes<primal>([&] { return v; }, x...);
          return detail::with_slopes<D>(v, p, a...);
        },
        std::tuple<detail::rebind<A, primal>...>(detail::primals<D>(a)...));
  }
};

/// A function of one or several numbers (or arrays of numbers) whose derivative the user states:
/// calling it gives value(x...); rule(x...) or rule(x..., v), with v the value, returns the slopes in
/// the shape of the arguments: one number, a std::array of them, or a std::tuple for several
/// arguments.
///
/// It may be used in whatever etad differentiates, in every mode, at every order (up to the fifth in
/// traced functions) if the rule can be differentiated itself. A value that the compiler cannot look
/// into, a function of another library such as Boost's Bessel functions, takes numbers,
/// `[](double x)`, or is marked by etad::opaque. With one or two numbers as arguments and a generic
/// rule that the compiler can run it is called in traced functions, too, and knows no limit of the
/// order; functions that call any other are differentiated with dual numbers. The rule must
/// be the derivative: Hessians are taken to be symmetric. Cost: rules run only where a derivative
/// needs them. Errors: ETAD-058 to ETAD-061.
///
///   constexpr auto log_sum_exp = etad::custom_derivative(
///       [](const auto& x) {
///         using std::exp, std::log, std::max;
///         const auto largest = max(x[0], x[1]);
///         return largest + log(exp(x[0] - largest) + exp(x[1] - largest));
///       },
///       [](const auto& x, const auto& v) {
///         using std::exp;
///         return std::array{exp(x[0] - v), exp(x[1] - v)};
///       });
///   static_assert(etad::gradient(log_sum_exp)(std::array{0.0, 0.0})[0] == 0.5);
template <class Value, class Rule>
constexpr custom_function<Value, Rule> custom_derivative(Value value, Rule rule) {
  return {std::move(value), std::move(rule)};
}

}  // namespace etad::inline ETAD_ABI
