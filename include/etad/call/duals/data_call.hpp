// SPDX-License-Identifier: MIT
// Calls with structures some of whose members are data: the callable gets them, and so does what
// mirrors the arguments.
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/call/formula/formula_route.hpp>
#include <etad/call/roads.hpp>
#include <etad/call/spans.hpp>
#include <etad/core/shape.hpp>

namespace etad::inline ETAD_ABI::detail {

/// F on copies of the originals in which other numbers stand: it puts the data in.
template <class F, class... A>
struct with_data {
  const F& callable;
  std::tuple<const A*...> originals;

  template <class... X>
    requires(sizeof...(X) <= sizeof...(A) && std::is_invocable_v<const F&, const X&...>)
  constexpr auto operator()(const X&... x) const {
    return call(std::index_sequence_for<X...>{}, x...);
  }

 private:
  template <std::size_t... Index, class... X>
  constexpr auto call(std::index_sequence<Index...>, const X&... x) const {
    return callable(completed(x, *std::get<Index>(originals))...);
  }
  template <class X>
  static constexpr decltype(auto) completed(const X& x, const auto& original) {
    if constexpr (holds_data<X>) {
      X copy = x;
      data_members<X>::copy(copy, original);
      return copy;
    } else {
      return (x);
    }
  }
};

template <class F>
inline constexpr bool carries_data = false;
template <class F, class... A>
inline constexpr bool carries_data<with_data<F, A...>> = true;

template <class F>
inline constexpr bool returns_mirrored = is_verb<F>;
template <class F, class... A>
inline constexpr bool returns_mirrored<with_data<F, A...>> = is_verb<F>;

/// Whether a call of F with these arguments must be turned into one of with_data<F, A...>.
template <class F, class... A>
concept called_with_data = (holds_data<A> || ...) && !carries_data<F> && !is_traced_only<F>;

/// What a callable returns must be numbers all through. What a verb returns may mirror arguments.
template <class F, class Result>
struct result_requirement {
  static_assert(!holds_data<Result> || returns_mirrored<F>,
                "ETAD-055: etad requires a callable to return numbers or arrays and structures of "
                "numbers; it returned a structure with members that are none. Return those as "
                "auxiliary output, with etad::has_aux.");
  static constexpr bool met = true;
};

/// A verb of another callable, what it calls, and the arguments it differentiates.
template <class Verb>
struct verb_parts;
template <template <class, class> class Verb, class F, class Wrt>
struct verb_parts<Verb<F, Wrt>> {
  using callable = F;
  using wrt = Wrt;
  template <class Callable>
  using with = Verb<Callable, Wrt>;
};
template <template <class, class, auto> class Verb, class F, class Wrt, auto Mode>
struct verb_parts<Verb<F, Wrt, Mode>> {
  using callable = F;
  using wrt = Wrt;
  template <class Callable>
  using with = Verb<Callable, Wrt, Mode>;
};

template <template <class, class, auto, class> class Verb, class F, class Wrt, auto Mode,
          class Arch>
struct verb_parts<Verb<F, Wrt, Mode, Arch>> {
  using callable = F;
  using wrt = Wrt;
  template <class Callable>
  using with = Verb<Callable, Wrt, Mode, Arch>;
};

/// How many of all arguments of a verb are those of its callable; behind them are tangents or weights.
template <class Verb>
constexpr std::size_t points_among(std::size_t all) {
  if constexpr (requires { Verb::points(all); }) {
    return Verb::points(all);
  } else {
    return all;
  }
}

/// How many of the first arguments Wrt selects.
template <class Wrt>
constexpr std::size_t selected_before(std::size_t argument) {
  std::size_t count = 0;
  for (std::size_t k = 0; k < argument; ++k) count += Wrt::selects(static_cast<int>(k)) ? 1 : 0;
  return count;
}

template <class Wrt, std::size_t Argument, std::size_t Count, class Mirrored, class A>
constexpr void restore_argument(Mirrored& mirrored, const A& original) {
  if constexpr (holds_data<A> && Wrt::selects(static_cast<int>(Argument))) {
    if constexpr (Count == 1) {
      data_members<A>::copy(mirrored, original);
    } else {
      data_members<A>::copy(std::get<selected_before<Wrt>(Argument)>(mirrored), original);
    }
  }
}

/// Puts the data of the first Points arguments, of which Wrt selects some, into all that mirrors them:
/// the one, or a tuple of several.
template <class Wrt, std::size_t Points, class Result, class... A>
constexpr void restore_data(Result& result, const std::tuple<const A*...>& originals) {
  if constexpr (requires { Result::parts(result); }) {
    std::apply([&](auto&... part) { (restore_data<Wrt, Points>(part, originals), ...); },
               Result::parts(result));
  } else if constexpr (holds_data<Result>) {
    constexpr std::size_t count = selected_before<Wrt>(Points);
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      (restore_argument<Wrt, Index, count>(result, *std::get<Index>(originals)), ...);
    }
    (std::make_index_sequence<Points>{});
  }
}

template <>
struct served<road::beside_data> {
  template <class Verb, class... A>
  static constexpr auto compute(const Verb& verb, const A&... a) {
    const std::tuple<const A*...> originals{&a...};
    auto result = with_data_of(verb, originals)(a...);
    restore_data<typename verb_parts<Verb>::wrt,
                 points_among<Verb>(sizeof...(A) - workspace_count<A...>)>(result, originals);
    return result;
  }
  template <class Verb, class... X>
  static constexpr void write(const Verb& verb, const X&... x) {
    with_data_of(verb, std::tuple<const X*...>{&x...})(x...);
  }

 private:
  template <class Verb, class... A>
  static constexpr auto with_data_of(const Verb& verb, const std::tuple<const A*...>& originals) {
    using callable = with_data<typename Verb::callable, A...>;
    return typename verb_parts<Verb>::template with<callable>{
        {callable{verb.differentiated, originals}}};
  }
};

}  // namespace etad::inline ETAD_ABI::detail
