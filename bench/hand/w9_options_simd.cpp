// SPDX-License-Identifier: MIT
// As w9_options.cpp, points in lanes; with xsimd's erf, which is right to 68 units in the last place,
// and with the one that etad's own lanes use.
#include <etad/lane/simd.hpp>
#include <numbers>

#include "../sums.hpp"
#include "simd.hpp"

namespace bench {
namespace {

constexpr std::size_t rows = options_workload::rows;

struct erf_of_xsimd {
  batch operator()(const batch& x) const { return xsimd::erf(x); }
};
struct erf_of_etad {
  batch operator()(const batch& x) const {
    return erf(etad::pack<double, etad::simd_lanes<>>(x)).in_register();
  }
};

template <class Erf>
options_workload::result by_lanes(const options_workload::point& in) {
  const batch scale(1 / std::numbers::sqrt2);
  const batch half(0.5);
  const batch one(1.0);
  options_workload::result out;
  for (std::size_t i = 0; i < rows; i += lanes) {
    const batch spot = load(&(*in.x)[0][i]);
    const batch strike = load(&(*in.x)[1][i]);
    const batch rate = load(&(*in.x)[2][i]);
    const batch volatility = load(&(*in.x)[3][i]);
    const batch time = load(&(*in.x)[4][i]);
    const batch root = xsimd::sqrt(time);
    const batch deviation = volatility * root;
    const batch inverse = one / deviation;
    const batch variance = half * volatility * volatility;
    const batch d1 = xsimd::fma(rate + variance, time, xsimd::log(spot / strike)) * inverse;
    const batch d2 = d1 - deviation;
    const batch cdf1 = xsimd::fma(half, Erf{}(d1 * scale), half);
    const batch cdf2 = xsimd::fma(half, Erf{}(d2 * scale), half);
    const batch pdf1 =
        xsimd::exp(-half * d1 * d1) * batch(std::numbers::inv_sqrtpi / std::numbers::sqrt2);
    const batch discounted = xsimd::exp(-rate * time) * cdf2;
    const batch debt = strike * discounted;
    const batch density = spot * pdf1;
    xsimd::fms(spot, cdf1, debt).store_unaligned(&out[0][i]);
    cdf1.store_unaligned(&out[1][i]);
    (-discounted).store_unaligned(&out[2][i]);
    (time * debt).store_unaligned(&out[3][i]);
    (density * root).store_unaligned(&out[4][i]);
    xsimd::fma(density * variance, inverse, rate * debt).store_unaligned(&out[5][i]);
  }
  return out;
}

using point = options_workload::point;
const bool added =
    add<options_workload>("xsimd's erf" HAND_SUFFIX, kind::hand_simd,
                          [](const point& in) { return by_lanes<erf_of_xsimd>(in); }) &&
    add<options_workload>("etad's erf" HAND_SUFFIX, kind::hand_simd,
                          [](const point& in) { return by_lanes<erf_of_etad>(in); });

}  // namespace
}  // namespace bench
