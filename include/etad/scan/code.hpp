// SPDX-License-Identifier: MIT
// How one step of a recurrence runs, and what of it is differentiated.
#pragma once

#include <tuple>
#include <type_traits>

#include <etad/call/traced/call.hpp>
#include <etad/scan/step.hpp>

namespace etad::inline ETAD_ABI::detail {

/// One step on arguments A..., the carry first, whose scalars are all T.
template <class Step, class T, class Carry, class... A>
struct scan_code {
  /// Numbers of the language run through the step's program, so that literals take part in the type of
  /// the arguments and a step that computes derivatives of its own shares work with its value.
  static constexpr bool as_program = [] {
    if constexpr (built_in_scalar<T>) {
      return traceable<Step, Carry, A...>;
    } else {
      return false;
    }
  }();

  static auto find_result() {
    if constexpr (as_program) {
      return std::type_identity<traced_result_of<Step, Carry, A...>>{};
    } else {
      return std::type_identity<
          std::remove_cvref_t<std::invoke_result_t<const Step&, const Carry&, const A&...>>>{};
    }
  }
  using result = typename decltype(find_result())::type;
  static constexpr bool with_output = has_output<result, Carry>();

  static auto find_output() {
    if constexpr (with_output) {
      return std::type_identity<rebind<std::tuple_element_t<1, result>, T>>{};
    } else {
      return std::type_identity<std::tuple<>>{};
    }
  }
  using output = typename decltype(find_output())::type;

  [[gnu::always_inline]] static constexpr void run(const Step& step, Carry& next, output& out,
                                                   const Carry& now, const A&... a) {
    if constexpr (as_program) {
      using source = traced_source<Step, rebind<Carry, traced>, rebind<A, traced>...>;
      if constexpr (with_output) {
        detail::run<source, T>(std::tie(next, out), now, a...);
      } else {
        detail::run<source, T>(std::tie(next), now, a...);
      }
    } else if constexpr (with_output) {
      const auto both = step(now, a...);
      assign_leaves(next, std::get<0>(both));
      assign_leaves(out, std::get<1>(both));
    } else {
      assign_leaves(next, step(now, a...));
    }
  }
};

/// The arguments of the step that are differentiated: the carry, and those after it that Wrt selects of
/// the arguments of the recurrence, which come `Shift` later there.
template <class Wrt, int Shift, int Count, int Next = 1, int... Chosen>
constexpr auto inner_wrt() {
  if constexpr (Next == Count) {
    return wrt_t<0, Chosen...>{};
  } else if constexpr (Wrt::selects(Next + Shift)) {
    return inner_wrt<Wrt, Shift, Count, Next + 1, Chosen..., Next>();
  } else {
    return inner_wrt<Wrt, Shift, Count, Next + 1, Chosen...>();
  }
}

/// The adjoints of the initial carry and of the selected parameters, as a tuple.
template <class Carry, class Parameters>
struct scan_slopes {
  Carry carry;
  Parameters parameters;
};

/// The scalar type of a call, and what the step gets of an input.
template <class Inputs>
struct input_type {
  using element = typename sequence<Inputs>::element;
  template <class... A>
  using scalar = typename call_scalar<element, A...>::type;
  template <class T>
  using type = rebind<element, T>;
};
template <>
struct input_type<steps> {
  template <class... A>
  using scalar = typename call_scalar<A...>::type;
  template <class T>
  using type = std::tuple<>;
};

}  // namespace etad::inline ETAD_ABI::detail
