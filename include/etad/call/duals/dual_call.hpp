// SPDX-License-Identifier: MIT
// Calls of callables that cannot be traced: they run on dual numbers.
#pragma once

#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/call/formula/formula_call.hpp>
#include <etad/call/formula/member_route.hpp>
#include <etad/call/traced/call.hpp>
#include <etad/call/traced_only.hpp>
#include <etad/core/accepts.hpp>
#include <etad/core/sized.hpp>
#include <etad/dual/dual.hpp>
#include <etad/dual/functions.hpp>

namespace etad::inline ETAD_ABI::detail {

/// How many tangents one sweep carries at most: four registers of 16 or 32 bytes, two of 64. More would
/// spill; fewer would compute the values more often.
template <class T>
inline constexpr int lane_limit = at_least_one(static_cast<int>(ETAD_TANGENT_BYTES / sizeof(T)));

/// The tangents of a sweep over so many columns: as even as the number of sweeps allows.
template <class T>
constexpr int sweep_lanes(int columns) {
  const int sweeps = (columns + lane_limit<T> - 1) / lane_limit<T>;
  return sweeps == 0 ? 1 : (columns + sweeps - 1) / sweeps;
}

/// The dual number on which F runs. Each callable has a type of its own, so that the levels of nested
/// derivatives cannot be confused.
template <class F, class T, int Lanes>
using level = dual<T, Lanes, array_lanes, F>;

template <class F, class Number, class... A>
concept accepts_numbers = accepts < const F&,
        const rebind<A, Number>
&... > ;

/// Duals or numbers, in a fixed shape or not.
template <class R, class Number>
concept result_of_numbers =
    run_time_sized<R> || std::same_as<typename shape_of<R>::scalar, Number> ||
    std::is_arithmetic_v<typename shape_of<R>::scalar>;

/// F can run on dual numbers in place of the scalars of A....
template <class F, class Wrt, class... A>
concept dual_callable =
    !is_traced_only<F> && (argument<A> && ...) && !symbolic<typename call_scalar<A...>::type> &&
    Wrt::within(static_cast<int>(sizeof...(A))) &&
    accepts_numbers<F, level<F, typename call_scalar<A...>::type, 1>, A...> &&
    result_of_numbers<
        result_of<const F&, const rebind<A, level<F, typename call_scalar<A...>::type, 1>>&...>,
        level<F, typename call_scalar<A...>::type, 1>>;

/// Does what Plan says for Call, which is made of dual numbers.
template <class Plan, class Call, class F, class... P, class... X>
constexpr void execute_on_duals(const F& f, const std::tuple<P&...>& parts, const X&... x) {
  using scalar = typename Plan::scalar;
  input_leaves<scalar, leaf_count<X...>> in;
  in.collect(x...);
  output_leaves<scalar, (0 + ... + shape<P>::leaves)> out;
  out.collect(parts);
  Plan::task::template with_duals<Call>(f, in.at, out.at);
}

/// A call whose callable runs on dual numbers.
template <class F, class Wrt, class... A>
struct dual_call : call_arguments<Wrt, A...> {
  static constexpr road taken = road::duals;

  using scalar = typename dual_call::scalar;
  static constexpr int lanes = sweep_lanes<scalar>(dual_call::selected_leaves);

  template <class Number>
  using lifted = std::tuple<rebind<A, Number>...>;
  template <class Number>
  using result_on = result_of<const F&, const rebind<A, Number>&...>;

  using lifted_result = result_on<level<F, scalar, lanes>>;
  using result = mirrored_of<lifted_result, scalar>;
  static constexpr int results = shape_of<lifted_result>::leaves;

  template <class Plan, class Target, class... P, class... X>
  static constexpr void execute(const Target& f, const std::tuple<P&...>& parts, const X&... x) {
    not_traced<F, A...>();
    execute_on_duals<Plan, typename Plan::call>(f, parts, x...);
  }
};

/// F runs on dual numbers alone. As a concept, so that no condition is asked for in vain: asking looks
/// into the body of F, and in an expression compilers ask for all.
template <class F, class Wrt, class... A>
concept needs_duals =
    !takes_formula_route<F, A...> && !traceable<F, A...> && dual_callable<F, Wrt, A...>;

/// A closure whose constants may repeat. If they do, it is a formula of the distinct ones; else its program
/// would compute much twice and take long to compile, so dual numbers compute it.
template <class F, class Wrt, class... A>
struct repeated_constants_call : formula_call<F, Wrt, A...> {
  template <class Plan, class Target, class... P, class... X>
  [[gnu::always_inline]] static constexpr void execute(const Target& f,
                                                       const std::tuple<P&...>& parts,
                                                       const X&... x) {
    if constexpr (requires { requires Plan::task::is_sparse; }) {
      formula_call<F, Wrt, A...>::template execute<Plan>(f, parts, x...);
    } else if (!run_merged_formula<typename Plan::task, typename Plan::call, typename Plan::scalar>(
                   f, parts, x...)) {
      execute_on_duals<Plan, dual_call<F, Wrt, A...>>(f, parts, x...);
    }
  }
};
template <class F, class Wrt, class... A>
concept may_repeat_constants =
    has_repeated_constants<typename formula_route<F, A...>::node> && !holds_formula<F> &&
    dual_callable<F, Wrt, A...>;

/// A callable with members. In constant evaluation, where addresses tell nothing of members, on dual numbers.
template <class F, class Wrt, class... A>
struct member_call : formula_call<F, Wrt, A...> {
  static constexpr road taken = road::traced;

  template <class Plan, class Target, class... P, class... X>
  [[gnu::always_inline]] static constexpr void execute(const Target& f,
                                                       const std::tuple<P&...>& parts,
                                                       const X&... x) {
    if (std::is_constant_evaluated()) {
      execute_on_duals<Plan, dual_call<F, Wrt, A...>>(f, parts, x...);
    } else {
      run_formula<typename Plan::task, typename Plan::call, typename Plan::scalar>(f, parts, x...);
    }
  }
};

/// The program of what Plan says, on the numbers of its call, stays within the compiler's limits.
template <class Plan>
constexpr bool fits_the_compiler() {
  using derivative = typename Plan::task::template program<typename Plan::call>;
  if constexpr (built_in_scalar<typename Plan::scalar>) {
    return compilable<derivative>;
  } else {
    return derivable<derivative>;
  }
}

/// A callable that is traced; where a pass over its derivative does not come to an end, it runs on dual
/// numbers after all.
template <class F, class Wrt, class... A>
struct traced_or_dual_call : function_call<F, Wrt, A...> {
  template <class Plan>
  static constexpr road taken_for() {
    if constexpr (fits_the_compiler<Plan>() || requires { requires Plan::task::is_sparse; }) {
      return road::traced;
    } else {
      return dual_callable<F, Wrt, A...> ? road::duals : road::refused;
    }
  }

  template <class Plan, class Target, class... P, class... X>
  [[gnu::always_inline]] static constexpr void execute(const Target& f,
                                                       const std::tuple<P&...>& parts,
                                                       const X&... x) {
    if constexpr (taken_for<Plan>() == road::duals) {
      not_traced<F, A...>();
      execute_on_duals<Plan, dual_call<F, Wrt, A...>>(f, parts, x...);
    } else {
      function_call<F, Wrt, A...>::template execute<Plan>(f, parts, x...);
    }
  }
};

template <class F, class Wrt, class... A>
auto choose_call() {
  if constexpr (takes_formula_route<F, A...>) {
    if constexpr (reads_members<F, A...>) {
      return std::type_identity<member_call<F, Wrt, A...>>{};
    } else if constexpr (may_repeat_constants<F, Wrt, A...>) {
      return std::type_identity<repeated_constants_call<F, Wrt, A...>>{};
    } else {
      return std::type_identity<formula_call<F, Wrt, A...>>{};
    }
  } else if constexpr (traceable<F, A...>) {
    return std::type_identity<traced_or_dual_call<F, Wrt, A...>>{};
  } else if constexpr (dual_callable<F, Wrt, A...>) {
    return std::type_identity<dual_call<F, Wrt, A...>>{};
  } else {
    return std::type_identity<function_call<F, Wrt, A...>>{};
  }
}

/// The call of F with arguments A...: traced if F can be, as a formula if it can be written out as one,
/// else on dual numbers. What can be called in none of these ways gets the errors of a traced call.
template <class F, class Wrt, class... A>
using call_of = typename decltype(choose_call<F, Wrt, argument_for<F, A>...>())::type;

/// The arguments of Call with scalars Number, of the values that `in` points to; `wanted[j]` tells
/// where the j-th differentiated scalar is.
template <class Call, class Number>
class lifted_arguments {
 public:
  constexpr explicit lifted_arguments(const typename Call::scalar* const* in) {
    int k = 0;
    int next = 0;
    const auto wanted = Call::wanted();
    const auto lift = [&](Number& leaf) {
      leaf = Number(*in[k]);
      if (wanted[static_cast<std::size_t>(k)] != 0) selected_[next++] = &leaf;
      ++k;
    };
    shape<tuple>::visit(arguments_, lift);
  }
  lifted_arguments(const lifted_arguments&) = delete;
  lifted_arguments& operator=(const lifted_arguments&) = delete;

  /// The j-th differentiated scalar gets the one tangent that is not zero.
  constexpr void seed(int j, int lane, const typename Call::scalar& tangent) {
    selected_[j]->set_tangent(lane, tangent);
  }

  template <class F>
  constexpr auto call(const F& f) const {
    return call(f, std::make_index_sequence<std::tuple_size_v<tuple>>{});
  }

 private:
  using tuple = typename Call::template lifted<Number>;

  template <class F, std::size_t... Index>
  constexpr auto call(const F& f, std::index_sequence<Index...>) const {
    return as_told<F>{f}(std::get<Index>(arguments_)...);
  }

  tuple arguments_{};
  Number* selected_[at_least_one(Call::selected_leaves)] = {};
};

/// Runs f on dual numbers as often as its columns need. Calls on_value(i, y_i) once for each number
/// in f(x), and on_entry(i, j, dy_i/dx_j) for each entry of the Jacobian.
/// Cost: ceil(columns / lane_limit) runs of f, each with up to lane_limit tangents.
template <class Call, class F, class OnValue, class OnEntry>
constexpr void sweep(const F& f, const typename Call::scalar* const* in, OnValue on_value,
                     OnEntry on_entry) {
  using scalar = typename Call::scalar;
  using number = level<F, scalar, Call::lanes>;
  lifted_arguments<Call, number> x(in);
  int first = 0;
  do {
    const int rest = Call::selected_leaves - first;
    const int width = rest < Call::lanes ? rest : Call::lanes;
    for (int k = 0; k < width; ++k) x.seed(first + k, k, scalar(1));
    const auto y = x.call(f);
    int i = 0;
    const auto take = [&](const auto& leaf) {
      if constexpr (std::same_as<std::remove_cvref_t<decltype(leaf)>, number>) {
        if (first == 0) on_value(i, value(leaf));
        for (int k = 0; k < width; ++k) on_entry(i, first + k, tangent(leaf)[k]);
      } else {
        if (first == 0) on_value(i, static_cast<scalar>(leaf));
        for (int k = 0; k < width; ++k) on_entry(i, first + k, scalar(0));
      }
      ++i;
    };
    shape_of<decltype(y)>::visit(y, take);
    for (int k = 0; k < width; ++k) x.seed(first + k, k, scalar(0));
    first += width;
  } while (first < Call::selected_leaves);
}

}  // namespace etad::inline ETAD_ABI::detail
