// SPDX-License-Identifier: MIT
// The Jacobian program of a call, in the mode asked for or the cheapest.
#pragma once

#include <etad/call/traced/jacobian_candidate.hpp>
#include <etad/call/traced/packed_call.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class First, class... Rest>
struct cheapest {
  using type = First;
};
template <class First, class Second, class... Rest>
struct cheapest<First, Second, Rest...> {
  using type = typename cheapest<std::conditional_t<(Second::cost < First::cost), Second, First>,
                                 Rest...>::type;
};

template <class Call, class Wanted>
struct counted_mode {
  static constexpr bool ends() { return compute() >= jacobian_mode::automatic; }
  static constexpr jacobian_mode compute() {
    return cheapest_mode(thaw(Call::source::value), static_cast<std::size_t>(Wanted::first),
                         Call::wanted(), Wanted::symmetric);
  }
};
/// Reverse mode if counting takes too long: forward mode is what dual numbers do.
template <class Call, class Wanted>
constexpr jacobian_mode choose_mode() {
  if constexpr (Call::source::value.size <= always_fits ||
                comes_to_an_end<counted_mode<Call, Wanted>>) {
    return counted_mode<Call, Wanted>::compute();
  } else {
    return jacobian_mode::reverse;
  }
}
template <class Call, class Wanted>
struct automatic_mode {
  static constexpr jacobian_mode value = choose_mode<Call, Wanted>();
};

/// Without packs.
template <class Call, class Wanted>
using cheapest_scalar = jacobian_candidate<Call, Wanted, automatic_mode<Call, Wanted>::value>;

/// Call's arguments are doubles, so doubles decide. A chain of constants, each computed only if the one
/// before does not decide.
template <class Call, class Wanted, class Registers, bool Considered = !Wanted::symmetric>
struct packs_may_be_cheapest {
  static constexpr bool value = false;
};
template <class Call, class Wanted, class Registers>
struct packs_may_be_cheapest<Call, Wanted, Registers, true> {
  static constexpr bool value =
      packs_may_win(thaw(Call::source::value), static_cast<std::size_t>(Wanted::first),
                    Call::wanted(), Registers::template lanes<double>);
};
template <class Call, class Wanted, class Registers = machine_registers,
          bool Considered = packs_may_be_cheapest<Call, Wanted, Registers>::value&&
              compilable<cheapest_scalar<Call, Wanted>>>
struct packs_are_cheapest {
  static constexpr bool value = false;
};
template <class Call, class Wanted, class Registers>
struct packs_are_cheapest<Call, Wanted, Registers, true> {
  static constexpr bool value =
      packed_cost<packed_candidate<Call, Wanted, Registers::template lanes<double>>>() <
      cheapest_scalar<Call, Wanted>::cost;
};

template <class Call, class Wanted, jacobian_mode Mode, class Registers = machine_registers>
constexpr auto choose_jacobian() {
  using enum jacobian_mode;
  if constexpr (Mode == automatic) {
    if constexpr (packs_are_cheapest<Call, Wanted, Registers>::value) {
      return packed_jacobian<Call, Wanted, cheapest_scalar<Call, Wanted>, Registers>{};
    } else {
      return cheapest_scalar<Call, Wanted>{};
    }
  } else if constexpr (Mode == lanes) {
    return packed_jacobian<Call, Wanted, cheapest_scalar<Call, Wanted>, Registers>{};
  } else if constexpr (Mode == elimination) {
    return typename cheapest<jacobian_candidate<Call, Wanted, eliminate_markowitz>,
                             jacobian_candidate<Call, Wanted, eliminate_reverse>,
                             jacobian_candidate<Call, Wanted, eliminate_forward>>::type{};
  } else {
    return jacobian_candidate<Call, Wanted, Mode>{};
  }
}

/// The program that computes what is wanted of Call, in the mode asked for or the cheapest.
template <class Call, class Wanted, jacobian_mode Mode = jacobian_mode::automatic,
          class Registers = machine_registers>
using jacobian_of = decltype(choose_jacobian<typename Call::shape_call, Wanted, Mode, Registers>());

}  // namespace etad::inline ETAD_ABI::detail
