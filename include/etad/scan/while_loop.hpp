// SPDX-License-Identifier: MIT
// Recurrences that go on while a condition holds.
#pragma once

#include <cstddef>
#include <utility>

#include <etad/call/opaque.hpp>
#include <etad/tape/containers.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

template <class Condition, class Step>
struct while_loop_function {
  [[no_unique_address]] Condition condition;
  [[no_unique_address]] Step step;

  template <class Carry, class... P>
    requires std::is_invocable_v < const Step&, const settled_type<Carry>
  &, const settled_type<P>&... >
         constexpr settled_type<Carry> operator()(const Carry& initial, const P&... p) const {
    if constexpr (any_unsettled<Carry, P...>) {
      return (*this)(settled(initial), settled(p)...);
    } else {
      return loop(initial, p...);
    }
  }

 private:
  template <class Carry, class... P>
  constexpr Carry loop(Carry carry, const P&... p) const {
    while (condition(carry, p...)) carry = step(carry, p...);
    return carry;
  }
};

}  // namespace detail

/// The recurrence of a step while a condition holds: while_loop(condition, step)(initial,
/// parameters...) is
///
///   carry = initial;
///   while (condition(carry, parameters...)) carry = step(carry, parameters...);
///   return carry;
///
/// How often that is depends on the data, so every verb runs it on dual numbers: forward mode, one run
/// for every few variables. The number of steps is taken for constant, as it is but at single points.
/// For reverse mode, count the steps and use scan with etad::steps of that number.
///
///   constexpr auto root = etad::while_loop(
///       [](auto x, auto a) { return (x * x - a) * (x * x - a) > 1e-24 * a * a; },
///       [](auto x, auto a) { return 0.5 * (x + a / x); });
///   const double slope = etad::derivative(root, etad::wrt<1>)(1.0, 2.0);
template <class Condition, class Step>
constexpr auto while_loop(Condition condition, Step step) {
  return opaque(
      detail::while_loop_function<Condition, Step>{std::move(condition), std::move(step)});
}

}  // namespace etad::inline ETAD_ABI
