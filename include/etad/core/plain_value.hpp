// SPDX-License-Identifier: MIT
// The number below all derivatives that a number carries.
#pragma once

#include <type_traits>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The number below all tapes, and duals on them.
template <class X>
constexpr const auto& plain_value(const X& x) noexcept {
  if constexpr (!std::is_arithmetic_v<X> && requires { x.value(); }) {
    return plain_value(x.value());
  } else {
    return x;
  }
}

}  // namespace etad::inline ETAD_ABI::detail
