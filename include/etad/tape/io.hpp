// SPDX-License-Identifier: MIT
// Variables in streams.
#pragma once

#include <ostream>

#include <etad/tape/variable.hpp>

namespace etad::inline ETAD_ABI {

/// Writes the value in the format of the stream.
template <class Char, class Traits, detail::taped X>
std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out, const X& x) {
  return out << x.value();
}

}  // namespace etad::inline ETAD_ABI
