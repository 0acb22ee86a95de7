// SPDX-License-Identifier: MIT
// Closures in vector registers: what is captured is read at each call.
#include <etad/simd.hpp>  // first, since it must stand alone

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

TEST_CASE("closures in sums and batches by xsimd") {
  const std::vector<double> time{0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0};
  double rate = 0.5;
  const auto decay = [&rate](auto scale, auto t) {
    using std::exp;
    return scale * exp(-rate * t);
  };
  const auto sum = etad::simd::sum_over(decay);
  const auto slopes = etad::simd::vmap(etad::gradient(decay));
  for (const double now : {0.5, 2.0}) {
    rate = now;
    double required = 0;
    const auto at_points = slopes(3.0, time);
    for (std::size_t i = 0; i < time.size(); ++i) {
      const double e = std::exp(-rate * time[i]);
      required += e;
      CHECK(std::get<1>(at_points[i]) == doctest::Approx(-3.0 * rate * e).epsilon(1e-13));
    }
    CHECK(sum.gradient(3.0, time) == doctest::Approx(required).epsilon(1e-13));
  }
}
