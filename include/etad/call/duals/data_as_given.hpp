// SPDX-License-Identifier: MIT
// Calls of callables that take some of the arguments as they are, such as `f(T x, int n, const Config& c)`: if these
// are left out of wrt, they are data.
#pragma once

#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/call/duals/data_call.hpp>
#include <etad/call/duals/dual_call.hpp>
#include <etad/call/matrix_header.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Which arguments of a callable are numbers of etad's; the others it gets as the caller gave them.
template <bool... Is>
struct numbers_at {
  static constexpr bool has(std::size_t argument) {
    constexpr bool is[] = {Is...};
    return is[argument];
  }
};

/// F on numbers in place of some of the arguments A; the others stay as the caller gave them.
template <class F, class Numbers, class... A>
struct with_data_as_given {
  const F& callable;
  std::tuple<const A*...> originals;

  template <class... X>
    requires(sizeof...(X) == sizeof...(A))
  constexpr auto operator()(const X&... x) const {
    return call(std::index_sequence_for<X...>{}, x...);
  }

 private:
  template <std::size_t... Index, class... X>
  constexpr auto call(std::index_sequence<Index...>, const X&... x) const {
    return callable(chosen<Index>(x)...);
  }
  template <std::size_t Index, class X>
  constexpr const auto& chosen(const X& x) const {
    if constexpr (Numbers::has(Index)) {
      return x;
    } else {
      return *std::get<Index>(originals);
    }
  }
};

// The caller's numbers are behind pointers, so it is no program; a verb may not even be called with traced numbers beside numbers of the caller.
template <class F, class Numbers, class... A>
inline constexpr bool is_opaque<with_data_as_given<F, Numbers, A...>> = is_opaque<F> || is_verb<F>;
template <class F, class Numbers, class... A>
inline constexpr bool hides_its_body<with_data_as_given<F, Numbers, A...>> = true;
template <class F, class Numbers, class... A>
inline constexpr bool returns_mirrored<with_data_as_given<F, Numbers, A...>> = is_verb<F>;

/// A is made of numbers that T has a common type with, so that they may be numbers of one call.
template <class A, class T>
concept numbers_beside = differentiable_argument<A> && requires {
  typename std::common_type_t<scalar_of_leaf<T>, scalar_of_leaf<typename sized<A>::scalar>>;
};
/// What says of which type the numbers of a call are: A, or T where A has no say.
template <class A, class T>
using numbers_or = std::conditional_t<numbers_beside<A, T>, A, T>;

/// F is not run on traced numbers, whatever comes out here.
template <class F, class... A>
inline constexpr bool asks_with_duals = is_opaque<F> || !stateless_callable<F> ||
                                        !(is_traceable_argument<A> && ...) || !(argument<A> && ...);
/// What stands for the numbers when F is asked: traced ones where it may be traced.
template <class F, class T, class... A>
struct asked_number {
  using type = traced;
};
template <class F, class T, class... A>
  requires asks_with_duals<F, A...>
struct asked_number<F, T, A...> {
  using type =
      level<F, std::common_type_t<scalar_of_leaf<typename sized<numbers_or<A, T>>::scalar>...>, 1>;
};

template <bool IsNumber, class Number, class A>
struct asked_argument {
  using type = typename sized<A>::template rebind<Number>;
};
template <class Number, class A>
struct asked_argument<false, Number, A> {
  using type = const A&;
};
template <class F, class Number, class... A, bool... Is>
constexpr bool takes(numbers_at<Is...>) {
  return accepts<const F&, typename asked_argument<Is, Number, A>::type...>;
}

/// F takes numbers in place of all arguments only by conversions in vain: `const auto& x, const Eigen::MatrixXd& a`.
template <class F, class Number, class... A>
constexpr bool takes_all_in_vain() {
  if constexpr ((converts_in_vain<A, typename sized<A>::template rebind<Number>> || ...) &&
                std::is_class_v<F> && !std::is_final_v<F>) {
    using rival = with_rival<F, rival_parameter<A, typename sized<A>::template rebind<Number>>...>;
    return !requires(const rival& f, const typename sized<A>::template rebind<Number>&... x) {
      f(x...);
    };
  } else {
    return false;
  }
}

/// F of arguments A, of which Wrt selects some: where it takes numbers of etad's, as a numbers_at, if it takes
/// the rest as it is; else void. All that is left out of Wrt is taken as it is, or what has no numbers of the type T.
template <class F, class T, class Wrt, class... A, std::size_t... Index>
auto numbers_beside_data(std::index_sequence<Index...>) {
  using number = typename asked_number<F, T, A...>::type;
  using everywhere = numbers_at<numbers_beside<A, T>...>;
  using selected = numbers_at<Wrt::selects(static_cast<int>(Index))...>;
  constexpr bool may_be_all = (numbers_beside<A, T> && ...);
  if constexpr (may_be_all && takes<F, number, A...>(everywhere{})) {
    if constexpr (takes_all_in_vain<F, number, A...>()) {
      return std::type_identity<selected>{};
    } else {
      return std::type_identity<void>{};
    }
  } else if constexpr (takes<F, number, A...>(selected{})) {
    return std::type_identity<selected>{};
  } else if constexpr (!may_be_all && takes<F, number, A...>(everywhere{})) {
    return std::type_identity<everywhere>{};
  } else {
    return std::type_identity<void>{};
  }
}

/// The first argument that Wrt selects.
template <class Wrt>
constexpr std::size_t first_selected(std::size_t arguments) {
  std::size_t k = 0;
  while (k < arguments && !Wrt::selects(static_cast<int>(k))) ++k;
  return k;
}

/// What is left out of Wrt among the first arguments of Verb, those of its callable, as the callable takes it.
template <class Verb, class Tuple, class Indices>
struct data_of_points;
template <class Verb, class Tuple, std::size_t... Index>
struct data_of_points<Verb, Tuple, std::index_sequence<Index...>> {
  using wrt = typename verb_parts<Verb>::wrt;
  template <std::size_t K>
  using item = std::tuple_element_t<K, Tuple>;
  static constexpr std::size_t first = first_selected<wrt>(sizeof...(Index));

  template <class F>
  static auto find() {
    if constexpr (is_verb<F>) {
      return find<typename F::callable>();
    } else if constexpr (is_formula<F> || is_traced_only<F> || reads_elements<F>) {
      return std::type_identity<void>{};
    } else if constexpr ((wrt::selects(static_cast<int>(Index)) && ...) ||
                         first == sizeof...(Index)) {
      return std::type_identity<void>{};
    } else if constexpr (!((differentiable_argument<item<Index>> ||
                            !wrt::selects(static_cast<int>(Index))) &&
                           ...)) {
      return std::type_identity<void>{};
    } else {
      return numbers_beside_data<F, typename sized<item<first>>::scalar, wrt, item<Index>...>(
          std::index_sequence<Index...>{});
    }
  }
  /// A numbers_at, or void.
  using numbers = typename decltype(find<typename verb_parts<Verb>::callable>())::type;

  /// What stands for argument K in the call with the data, where it is not needed: a number of no say.
  template <std::size_t K, class A>
  static auto stand_in() {
    if constexpr (K >= sizeof...(Index)) {
      return std::type_identity<A>{};
    } else {
      using T = typename sized<item<first>>::scalar;
      constexpr bool silent = !numbers::has(K) && (std::is_integral_v<A> || !numbers_beside<A, T>);
      return std::type_identity<std::conditional_t<silent, T, A>>{};
    }
  }
};

template <class... X>
inline constexpr std::size_t values_among = sizeof...(X) - span_count<X...> - workspace_count<X...>;
template <class Verb, class... X>
using point_indices = std::make_index_sequence<points_among<Verb>(values_among<X...>)>;
template <class Verb, class... X>
using data_of = data_of_points<Verb, std::tuple<X...>, point_indices<Verb, X...>>;

/// A call of Verb with arguments, spans and a workspace X some of whose arguments its callable takes as they are.
template <class Verb, class... X>
concept called_with_data_as_given = requires {
  requires(verb_parts<Verb>::wrt::count > 0);
  requires !std::is_void_v<typename data_of<Verb, X...>::numbers>;
};

/// Verb of F with the data of these arguments, of which the first are those of F.
template <class Verb, class... X, std::size_t... Index>
constexpr auto verb_with_data(const Verb& verb,
                              const std::type_identity_t<std::tuple<const X&...>>& all,
                              std::index_sequence<Index...>) {
  using callable =
      with_data_as_given<typename verb_parts<Verb>::callable, typename data_of<Verb, X...>::numbers,
                         std::remove_cvref_t<std::tuple_element_t<Index, std::tuple<X...>>>...>;
  return typename verb_parts<Verb>::template with<callable>{
      {callable{verb.differentiated, {&std::get<Index>(all)...}}}};
}

/// The type of that.
template <class Verb, class... X>
using verb_beside_data = decltype(verb_with_data<Verb, X...>(
    std::declval<const Verb&>(), std::declval<const std::tuple<const X&...>&>(),
    point_indices<Verb, X...>{}));

/// The types with which that is called, in a tuple.
template <class Verb, class... X, std::size_t... Index>
auto arguments_beside_data(std::index_sequence<Index...>) -> std::type_identity<
    std::tuple<typename decltype(data_of<Verb, X...>::template stand_in<Index, X>())::type...>>;
template <class Verb, class... X>
using types_beside_data =
    decltype(arguments_beside_data<Verb, X...>(std::index_sequence_for<X...>{}));

/// Verb of its callable with the data, called with the rest.
template <class Verb, class... X, class... StandIn>
constexpr auto call_beside_data(std::type_identity<std::tuple<StandIn...>>, const Verb& verb,
                                const X&... x) {
  constexpr auto standing_in = []<class S, class A>(std::type_identity<S>,
                                                    const A& a) -> decltype(auto) {
    if constexpr (std::same_as<S, A>) {
      return (a);
    } else {
      return S{};
    }
  };
  return verb_with_data<Verb, X...>(verb, std::tie(x...), point_indices<Verb, X...>{})(
      standing_in(std::type_identity<StandIn>{}, x)...);
}

/// In place of a road: the call takes that of the verb with the data.
struct road_with_data_as_given {
  template <class Verb, class... A>
  static constexpr auto compute(const Verb& verb, const A&... a) {
    return call_beside_data(types_beside_data<Verb, A...>{}, verb, a...);
  }
  template <class Verb, class... X>
  static constexpr void write(const Verb& verb, const X&... x) {
    call_beside_data(types_beside_data<Verb, X...>{}, verb, x...);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
