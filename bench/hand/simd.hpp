// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <xsimd/xsimd.hpp>

namespace bench {

using batch = xsimd::batch<double>;
inline constexpr std::size_t lanes = batch::size;

inline batch load(const double* from) { return batch::load_unaligned(from); }

/// Sum of the lanes, in pairs.
inline double total(const batch& x) {
  double lane[lanes];
  x.store_unaligned(lane);
  for (std::size_t half = lanes / 2; half > 0; half /= 2)
    for (std::size_t i = 0; i < half; ++i) lane[i] += lane[i + half];
  return lane[0];
}

}  // namespace bench
