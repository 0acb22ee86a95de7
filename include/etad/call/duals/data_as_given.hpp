// SPDX-License-Identifier: MIT
// Calls of callables that take some of the arguments as they are, such as `f(T x, int n)`: if these are left out of
// wrt, they are data.
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/call/duals/data_call.hpp>
#include <etad/call/duals/dual_call.hpp>

namespace etad::inline ETAD_ABI::detail {

/// F on numbers in place of the arguments A that Wrt selects; the others stay as the caller gave them.
template <class F, class Wrt, class... A>
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
    if constexpr (Wrt::selects(static_cast<int>(Index))) {
      return x;
    } else {
      return *std::get<Index>(originals);
    }
  }
};

// The caller's numbers are behind pointers, so it is no program; a verb may not even be called with traced numbers beside numbers of the caller.
template <class F, class Wrt, class... A>
inline constexpr bool is_opaque<with_data_as_given<F, Wrt, A...>> = is_opaque<F> || is_verb<F>;
template <class F, class Wrt, class... A>
inline constexpr bool hides_its_body<with_data_as_given<F, Wrt, A...>> = true;
template <class F, class Wrt, class... A>
inline constexpr bool returns_mirrored<with_data_as_given<F, Wrt, A...>> = is_verb<F>;

/// F is not run on traced numbers, whatever comes out here.
template <class F, class... A>
inline constexpr bool asks_with_duals =
    is_opaque<F> || !stateless_callable<F> || !(is_traceable_argument<A> && ...) ||
    (run_time_sized<A> || ...);
/// What stands for the numbers when F is asked: traced ones where it may be traced.
template <class F, class... A>
struct asked_number {
  using type = traced;
};
template <class F, class... A>
  requires asks_with_duals<F, A...>
struct asked_number<F, A...> {
  using type = level<F, std::common_type_t<scalar_of_leaf<typename sized<A>::scalar>...>, 1>;
};

template <bool Selected, class Number, class A>
struct asked_argument {
  using type = typename sized<A>::template rebind<Number>;
};
template <class Number, class A>
struct asked_argument<false, Number, A> {
  using type = const A&;
};

/// F, a callable that is no verb, takes numbers of etad's in place of the arguments that Wrt selects only.
template <class F, class Wrt, class... A>
constexpr bool takes_data_as_given() {
  if constexpr (is_verb<F>) {
    return takes_data_as_given<typename F::callable, Wrt, A...>();
  } else if constexpr (is_formula<F> || is_traced_only<F> || reads_elements<F> ||
                       !(run_time_sized<A> || ... || (argument<A> && ...))) {
    return false;
  } else {
    using number = typename asked_number<F, A...>::type;
    if constexpr (accepts<const F&, typename sized<A>::template rebind<number>...>) {
      return false;
    } else {
      return []<std::size_t... Index>(std::index_sequence<Index...>) {
        return accepts<const F&, typename asked_argument<Wrt::selects(static_cast<int>(Index)),
                                                         number, A>::type...>;
      }
      (std::index_sequence_for<A...>{});
    }
  }
}

/// The first arguments of Verb, those of its callable.
template <class Verb, class Tuple, std::size_t... Index>
constexpr bool gives_data(std::index_sequence<Index...>) {
  using wrt = typename verb_parts<Verb>::wrt;
  constexpr bool all_are_selected = (wrt::selects(static_cast<int>(Index)) && ...);
  if constexpr (all_are_selected) {
    return false;
  } else {
    return takes_data_as_given<typename verb_parts<Verb>::callable, wrt,
                               std::tuple_element_t<Index, Tuple>...>();
  }
}

template <class... X>
inline constexpr std::size_t values_among = sizeof...(X) - span_count<X...> - workspace_count<X...>;
template <class Verb, class... X>
using point_indices = std::make_index_sequence<points_among<Verb>(values_among<X...>)>;

/// A call of Verb with arguments, spans and a workspace X some of whose arguments its callable takes as they are.
template <class Verb, class... X>
concept called_with_data_as_given = requires {
  requires(verb_parts<Verb>::wrt::count > 0);
  requires gives_data<Verb, std::tuple<X...>>(point_indices<Verb, X...>{});
};

/// Verb of F with the data of these arguments, of which the first are those of F.
template <class Verb, class... X, std::size_t... Index>
constexpr auto verb_with_data(const Verb& verb, const std::tuple<const X&...>& all,
                              std::index_sequence<Index...>) {
  using callable =
      with_data_as_given<typename verb_parts<Verb>::callable, typename verb_parts<Verb>::wrt,
                         std::remove_cvref_t<std::tuple_element_t<Index, std::tuple<X...>>>...>;
  return typename verb_parts<Verb>::template with<callable>{
      {callable{verb.differentiated, {&std::get<Index>(all)...}}}};
}

/// The type of that.
template <class Verb, class... X>
using verb_beside_data = decltype(verb_with_data<Verb, X...>(
    std::declval<const Verb&>(), std::declval<const std::tuple<const X&...>&>(),
    point_indices<Verb, X...>{}));

/// In place of a road: the call takes that of the verb with the data.
struct road_with_data_as_given {
  template <class Verb, class... A>
  static constexpr auto compute(const Verb& verb, const A&... a) {
    return verb_with_data<Verb, A...>(verb, std::tie(a...), point_indices<Verb, A...>{})(a...);
  }
  template <class Verb, class... X>
  static constexpr void write(const Verb& verb, const X&... x) {
    verb_with_data<Verb, X...>(verb, std::tie(x...), point_indices<Verb, X...>{})(x...);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
