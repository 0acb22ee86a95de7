// SPDX-License-Identifier: MIT
// The largest error of each lane function at random points, in units in the last place, against
// MPFR.
#pragma once

#include <doctest/doctest.h>
#include <mpfr.h>

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "core/cx/oracle.hpp"

namespace lane_accuracy {

using unary_oracle = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t);
using binary_oracle = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_srcptr, mpfr_rnd_t);

/// Where arguments lie: uniformly between two numbers, or of any size between two powers of two.
struct sampler {
  double low, high;
  bool by_exponent = false;
  template <class T>
  T draw(oracle::generator& random) const {
    return by_exponent ? random.any_size<T>(static_cast<int>(low), static_cast<int>(high))
                       : random.uniform(static_cast<T>(low), static_cast<T>(high));
  }
};
inline sampler sizes(int low, int high) { return {double(low), double(high), true}; }

template <class Pack>
struct subject {
  const char* name;
  void (*run)(const Pack* x, Pack& r);
  void (*exact)(mpfr_ptr r, oracle::number* x);
  sampler range[3];
  double bound;
};

/// ETAD_CX_POINTS=100000 prints the figures that docs/lanes.md quotes.
template <class Pack>
void measure(const std::vector<subject<Pack>>& subjects) {
  using T = typename Pack::lane_type;
  const int points = oracle::points(1000);
  oracle::number operands[3];
  for (const subject<Pack>& s : subjects) {
    oracle::generator random(static_cast<std::uint64_t>(s.name[0]) * 7919u + sizeof(T));
    double worst = 0;
    T worst_at[3] = {};
    for (int i = 0; i < points; i += Pack::lanes) {
      T x[3][Pack::lanes];
      Pack packs[3], result;
      for (int k = 0; k < 3; ++k) {
        for (T& value : x[k]) value = s.range[k].template draw<T>(random);
        packs[k] = Pack::load(x[k]);
      }
      s.run(packs, result);
      for (int lane = 0; lane < Pack::lanes; ++lane) {
        for (int k = 0; k < 3; ++k) {
          mpfr_set_d(operands[k].get(), static_cast<double>(x[k][lane]), MPFR_RNDN);
        }
        oracle::number exact;
        s.exact(exact.get(), operands);
        const double error = oracle::ulp_error(result[lane], exact);
        if (!(error <= worst)) {
          worst = error;
          for (int k = 0; k < 3; ++k) worst_at[k] = x[k][lane];
        }
      }
    }
    if (std::getenv("ETAD_CX_POINTS") != nullptr) {
      std::printf("%-16s %zu x %2d %8.2f at %a %a\n", s.name, sizeof(T), Pack::lanes, worst,
                  static_cast<double>(worst_at[0]), static_cast<double>(worst_at[1]));
    }
    CAPTURE(s.name);
    CAPTURE(sizeof(T));
    CAPTURE(worst);
    CAPTURE(worst_at[0]);
    CAPTURE(worst_at[1]);
    CHECK(worst <= s.bound);
  }
}

}  // namespace lane_accuracy
