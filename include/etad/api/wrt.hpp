// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI {

/// Selects the arguments with respect to which a verb differentiates, counted from 0; the others are
/// data: `gradient(f, wrt<0, 2>)`.
template <int... Index>
struct wrt_t {
  template <class... Args>
  static constexpr bool selects(int argument) {
    return sizeof...(Index) == 0 || ((argument == Index) || ...);
  }
  static constexpr int count = static_cast<int>(sizeof...(Index));
  static constexpr bool within(int arguments) { return ((Index >= 0 && Index < arguments) && ...); }
};

template <int... Index>
inline constexpr wrt_t<Index...> wrt{};

/// All arguments: what a verb does if not told otherwise.
inline constexpr wrt_t<> wrt_all{};

}  // namespace etad::inline ETAD_ABI
