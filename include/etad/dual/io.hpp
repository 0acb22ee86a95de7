// SPDX-License-Identifier: MIT
// Duals in streams.
#pragma once

#include <ostream>

#include <etad/dual/dual.hpp>

namespace etad::inline ETAD_ABI {

/// Writes value [tangent tangent ...], each number in the format of the stream.
template <class Char, class Traits, class T, int Count, class Lanes, class Tag>
std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out,
                                             const dual<T, Count, Lanes, Tag>& x) {
  out << x.value() << out.widen(' ') << out.widen('[');
  for (int k = 0; k < Count; ++k) {
    if (k > 0) out << out.widen(' ');
    out << tangent(x)[k];
  }
  return out << out.widen(']');
}

}  // namespace etad::inline ETAD_ABI
