// SPDX-License-Identifier: MIT
// What the rules of hypot and atan2 share.
#pragma once

#include <etad/core/operation.hpp>
#include <etad/core/scalar.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A power of two by which to multiply vectors of norm h so that their norm neither overflows nor is
/// subnormal. For singular branches only: there h is close to one of the two.
template <class Number>
constexpr Number norm_scale(const Number& h) {
  return choose(
      h > constant_like(h, 1.0), [&] { return constant_like(h, 0.25); },
      [&] { return constant_like(h, 0x1p64); });
}

}  // namespace etad::inline ETAD_ABI::detail
