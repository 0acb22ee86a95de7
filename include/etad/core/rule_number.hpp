// SPDX-License-Identifier: MIT
// The number on which the rules of the operation table are evaluated for operands of a type.
#pragma once

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

/// T itself, but for numbers that carry derivatives, whose own products may need care that a user's
/// products do not.
template <class T>
struct rule_number {
  using type = T;
  static constexpr T to(const T& x) { return x; }
  static constexpr T from(const T& x) { return x; }
};

}  // namespace etad::inline ETAD_ABI::detail
