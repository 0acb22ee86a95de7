// SPDX-License-Identifier: MIT
// The Jacobian program of a call, in the mode asked for or the cheapest.
#pragma once

#include <etad/api/jacobian_candidate.hpp>
#include <etad/api/packed_call.hpp>

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
struct automatic_mode {
  static constexpr jacobian_mode value =
      cheapest_mode(thaw(Call::source::value), static_cast<std::size_t>(Wanted::first),
                    Call::wanted(), Wanted::symmetric);
};

template <class Call, class Wanted, jacobian_mode Mode>
constexpr auto choose_jacobian() {
  using enum jacobian_mode;
  if constexpr (Mode == automatic) {
    return jacobian_candidate<Call, Wanted, automatic_mode<Call, Wanted>::value>{};
  } else if constexpr (Mode == elimination) {
    return typename cheapest<jacobian_candidate<Call, Wanted, eliminate_markowitz>,
                             jacobian_candidate<Call, Wanted, eliminate_reverse>,
                             jacobian_candidate<Call, Wanted, eliminate_forward>>::type{};
  } else if constexpr (Mode == lanes) {
    return packed_jacobian<Call, Wanted>{};
  } else {
    return jacobian_candidate<Call, Wanted, Mode>{};
  }
}

/// The program that computes what is wanted of Call, in the mode asked for or the cheapest.
template <class Call, class Wanted, jacobian_mode Mode = jacobian_mode::automatic>
using jacobian_of = decltype(choose_jacobian<typename Call::shape_call, Wanted, Mode>());

}  // namespace etad::inline ETAD_ABI::detail
