// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace etad {

/// Selects the arguments with respect to which a verb differentiates, counted from 0; the others are
/// data: `gradient(f, wrt<0, 2>)`.
template <int... I>
struct wrt_t {
  template <class... Args>
  static constexpr bool selects(int argument) {
    return sizeof...(I) == 0 || ((argument == I) || ...);
  }
  static constexpr int count = static_cast<int>(sizeof...(I));
  static constexpr bool within(int arguments) { return ((I >= 0 && I < arguments) && ...); }
};

template <int... I>
inline constexpr wrt_t<I...> wrt{};

/// All arguments: what a verb does if not told otherwise.
inline constexpr wrt_t<> wrt_all{};

}  // namespace etad
