// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <etad/lane/simd.hpp>

#include "lane/packs.hpp"

using etad::pack;
using etad::simd_lanes;

TEST_CASE_TEMPLATE("packs in vector registers are numbers", Pack, pack<double, simd_lanes<>>,
                   pack<float, simd_lanes<>>) {
  CHECK(packs::is_a_number<Pack>());
  CHECK(packs::loads_and_stores<Pack>());
  CHECK(packs::compares<Pack>());
  CHECK(packs::blends<Pack>());
  CHECK(packs::reduces<Pack>());
  CHECK(packs::is_finite_as_it_should<Pack>());
}

// Whatever the widest registers are, narrower ones serve beside them.
TEST_CASE_TEMPLATE("packs in the registers of SSE2", T, double, float) {
  using narrow = pack<T, simd_lanes<xsimd::sse2>>;
  CHECK(narrow::lanes == static_cast<int>(16 / sizeof(T)));
  CHECK(packs::is_a_number<narrow>());
  CHECK(packs::compares<narrow>());
  CHECK(packs::reduces<narrow>());
  const narrow x = packs::counting<narrow>() / 4;
  for (int i = 0; i < narrow::lanes; ++i) {
    CHECK(erf(x)[i] == doctest::Approx(std::erf(x[i])));
    CHECK(pow(x, narrow(3))[i] == doctest::Approx(std::pow(x[i], T(3))));
    CHECK(sin(x)[i] == doctest::Approx(std::sin(x[i])));
  }
}

TEST_CASE_TEMPLATE("sine and cosine together are those apart to two units", T, double, float) {
  using number = pack<T, simd_lanes<>>;
  for (T at : {T(-0.0), T(1e-30), T(0.5), T(1.5707963267948966), T(3.1415926535897932), T(100)}) {
    const number x = packs::counting<number>() * at;
    number sine, cosine;
    sine_and_cosine(x, sine, cosine);
    for (int i = 0; i < number::lanes; ++i) {
      CAPTURE(x[i]);
      CHECK(std::signbit(sine[i]) == std::signbit(std::sin(x[i])));
      CHECK(std::fabs(sine[i] - std::sin(x[i])) <=
            2 * std::numeric_limits<T>::epsilon() * std::fabs(std::sin(x[i])));
      CHECK(std::fabs(cosine[i] - std::cos(x[i])) <=
            2 * std::numeric_limits<T>::epsilon() * std::fabs(std::cos(x[i])));
    }
  }
}

// The rounding error of a product has a way of its own where the machine has no such instruction.
TEST_CASE_TEMPLATE("fma is rounded once", T, double, float) {
  using number = pack<T, simd_lanes<>>;
  constexpr T huge = (std::numeric_limits<T>::max)();
  constexpr T tiny = (std::numeric_limits<T>::min)();
  constexpr T infinity = std::numeric_limits<T>::infinity();
  const T numbers[] = {T(0), T(-0.0), T(1) / 3, T(-7) / 3, T(1e5) / 7, tiny, huge, infinity};
  for (const T a : numbers) {
    for (const T b : numbers) {
      const number x = number(a).with(0, T(1) / 7);
      const number y = number(T(1) / 9).with(1, b);
      const number products = -(x * y);
      for (const number& z : {products, products.with(0, T(1) / 3), number(a)}) {
        const number r = fma(x, y, z);
        for (int i = 0; i < number::lanes; ++i) {
          CAPTURE(x[i]);
          CAPTURE(y[i]);
          const T wanted = std::fma(x[i], y[i], z[i]);
          CHECK((r[i] == wanted || (std::isnan(r[i]) && std::isnan(wanted))));
          if (!std::isnan(wanted)) CHECK(std::signbit(r[i]) == std::signbit(wanted));
        }
      }
    }
  }
}
