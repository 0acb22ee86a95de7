// SPDX-License-Identifier: MIT
// Duals in streams.
#pragma once

#include <type_traits>

#include <etad/dual/dual.hpp>

namespace etad::inline ETAD_ABI {

/// Writes value [tangent tangent ...], each number in the format of the stream. A dual on which a verb
/// runs a function stands for a number of it and is written as one: its value.
template <class Stream, detail::dual_number D>
  requires requires(Stream& out) { out.widen(' '); }
Stream& operator<<(Stream& out, const D& x) {
  out << x.value();
  if constexpr (std::is_void_v<typename D::tag>) {
    out << out.widen(' ') << out.widen('[');
    for (int k = 0; k < D::tangents; ++k) {
      if (k > 0) out << out.widen(' ');
      out << tangent(x)[k];
    }
    out << out.widen(']');
  }
  return out;
}

}  // namespace etad::inline ETAD_ABI
