// SPDX-License-Identifier: MIT
// Tangents in registers, and duals over packs, against duals on arrays.
#include <doctest/doctest.h>

#include <cmath>
#include <type_traits>

#include <etad/dual/simd.hpp>
#include <etad/lane/plain.hpp>

namespace {

using etad::tangent, etad::value;

struct mixture {
  template <class T>
  T operator()(const T& x, const T& y) const {
    using std::abs, std::atan2, std::exp, std::fmin, std::hypot, std::log, std::max, std::pow,
        std::sin, std::sqrt;
    T z = sin(x * y) / (2 + x) + pow(x, 2.0) - hypot(x, y, 1.0) * exp(-x) + log(y) / 3;
    z += sqrt(abs(x)) + atan2(y, x) + max(x, y) * fmin(x, 0.5) + fma(x, y, 1);
    return z * z - y;
  }
};

template <class T>
bool same(T x, T y) {
  // The compiler may fuse products and sums differently in two functions.
  if constexpr (ETAD_HAS_FAST_FMA != 0) {
    if (std::isfinite(x)) {
      return std::abs(x - y) <= 64 * std::numeric_limits<T>::epsilon() * (1 + std::abs(x));
    }
  }
  return x != x ? y != y : x == y && std::signbit(x) == std::signbit(y);
}

template <class T, int N>
void check_registers() {
  using plain = etad::dual<T, N>;
  using wide = etad::simd::dual<T, N>;
  static_assert(std::is_trivially_copyable_v<wide>);
  for (const double at : {0.25, -1.5, 3.0, 0.0}) {
    const T x = static_cast<T>(at), y = static_cast<T>(0.75);
    const plain a = mixture{}(plain(x, 0), plain(y, N - 1));
    const wide b = mixture{}(wide(x, 0), wide(y, N - 1));
    CHECK(same(value(a), value(b)));
    for (int k = 0; k < N; ++k) {
      CAPTURE(k);
      CHECK(same(tangent(a)[k], tangent(b)[k]));
    }
  }
  wide z(T(2), N - 1);
  z.set_tangent(0, T(7));
  CHECK(tangent(z * 3)[0] == T(21));
}

TEST_CASE("registers give the results of arrays") {
  check_registers<double, 3>();
  check_registers<double, 8>();
  check_registers<float, 13>();
}

TEST_CASE("singular points in registers: inactive lanes stay 0") {
  using wide = etad::simd::dual<double, 5>;
  const wide root = sqrt(wide(0.0, 2));
  for (int k = 0; k < 5; ++k) {
    CHECK(tangent(root)[k] == (k == 2 ? std::numeric_limits<double>::infinity() : 0.0));
  }
  const wide largest = max(wide(3.0, 0), root);
  for (int k = 0; k < 5; ++k) CHECK(tangent(largest)[k] == (k == 0 ? 1.0 : 0.0));
}

TEST_CASE("duals of duals with registers inside") {
  using inner = etad::simd::dual<double, 2>;
  using nested = etad::simd::dual<inner, 2>;
  using plain_inner = etad::dual<double, 2>;
  using plain = etad::dual<plain_inner, 2>;
  const nested h = mixture{}(nested(inner(0.5, 0), 0), nested(inner(0.75, 1), 1));
  const plain g = mixture{}(plain(plain_inner(0.5, 0), 0), plain(plain_inner(0.75, 1), 1));
  for (int i = 0; i < 2; ++i) {
    for (int j = 0; j < 2; ++j) {
      CHECK(same(tangent(tangent(h)[i])[j], tangent(tangent(g)[i])[j]));
    }
  }
}

/// Points in lanes, also where some of them are singular or on the other side of a kink.
template <class Pack>
void check_points() {
  using points = etad::dual<Pack, 2>;
  using one = etad::dual<double, 2>;
  const double at[4] = {0.25, 0.0, 3.0, 0.75};
  Pack x;
  for (int i = 0; i < Pack::lanes; ++i) x = x.with(i, at[i % 4]);
  const points r = mixture{}(points(x, 0), points(Pack(0.75), 1));
  const auto chosen = select(points(x, 0) < 0.5, points(x, 0), 2 * points(x, 0));
  for (int i = 0; i < Pack::lanes; ++i) {
    CAPTURE(i);
    const one s = mixture{}(one(at[i % 4], 0), one(0.75, 1));
    // Lanes have elementary functions of their own.
    const auto close = [](double a, double b) {
      return std::isfinite(b) ? std::abs(a - b) <= 1e-13 * (1 + std::abs(b)) : a == b;
    };
    CHECK(close(value(r)[i], value(s)));
    CHECK(close(tangent(r)[0][i], tangent(s)[0]));
    CHECK(close(tangent(r)[1][i], tangent(s)[1]));
    CHECK(tangent(chosen)[0][i] == (at[i % 4] < 0.5 ? 1.0 : 2.0));
    CHECK(isfinite(r)[i] == std::isfinite(value(s)));
  }
}

TEST_CASE("duals over packs: every lane is a dual of its own") {
  check_points<etad::pack<double, etad::plain_lanes<4>>>();
  check_points<etad::pack<double, etad::simd_lanes<>>>();
}

}  // namespace
