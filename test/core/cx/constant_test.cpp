// SPDX-License-Identifier: MIT
// The same functions in constant evaluation: every edge value must be a constant at all, and the
// bits must be those of the run time and of every other compiler. One hash of all results serves
// for that.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <etad/core/cx.hpp>

#include "edge_points.hpp"

namespace {

namespace cx = etad::cx;

// FNV-1a over the bits of results; a NaN counts as one value, whatever its sign and payload.
class hash {
 public:
  template <class Real>
  constexpr void add(Real x) {
    const auto bits = x != x ? cx::detail::uint128{1} : cx::detail::bits_of(x);
    mix(static_cast<std::uint64_t>(bits));
    mix(static_cast<std::uint64_t>(bits >> 64));
  }
  constexpr std::uint64_t value() const { return value_; }

 private:
  constexpr void mix(std::uint64_t bits) {
    value_ = (value_ ^ bits) * 0x100000001b3u;
    value_ ^= value_ >> 29;
  }
  std::uint64_t value_ = 0xcbf29ce484222325u;
};

// The edge points without the first few: with a number that only the run time knows (it is 0), the
// compiler cannot compute the hashes of the run time in advance.
template <class Real>
class edge_points_from {
 public:
  constexpr explicit edge_points_from(int first) : first_(first) {}
  constexpr const Real* begin() const { return points_.data() + first_; }
  constexpr const Real* end() const { return points_.data() + points_.size(); }

 private:
  std::array<Real, edge_points<Real>().size()> points_ = edge_points<Real>();
  int first_;
};

template <class Real>
constexpr std::uint64_t elementary(int first) {
  hash h;
  for (const Real x : edge_points_from<Real>(first)) {
    h.add(cx::exp(x)), h.add(cx::exp2(x)), h.add(cx::expm1(x));
    h.add(cx::log(x)), h.add(cx::log2(x)), h.add(cx::log10(x)), h.add(cx::log1p(x));
    h.add(cx::sqrt(x)), h.add(cx::cbrt(x));
    h.add(cx::sin(x)), h.add(cx::cos(x)), h.add(cx::tan(x));
    h.add(cx::asin(x)), h.add(cx::acos(x)), h.add(cx::atan(x));
    h.add(cx::sinh(x)), h.add(cx::cosh(x)), h.add(cx::tanh(x));
    h.add(cx::asinh(x)), h.add(cx::acosh(x)), h.add(cx::atanh(x));
  }
  return h.value();
}

template <class Real>
constexpr std::uint64_t special(int first) {
  hash h;
  for (const Real x : edge_points_from<Real>(first)) {
    h.add(cx::erf(x)), h.add(cx::erfc(x)), h.add(cx::tgamma(x)), h.add(cx::lgamma(x));
    h.add(cx::digamma(x)), h.add(cx::polygamma(1, x)), h.add(cx::polygamma(2, x));
    h.add(cx::polygamma(8, x)), h.add(cx::polygamma(9, x));
  }
  return h.value();
}

template <class Real>
constexpr std::uint64_t steps(int first) {
  hash h;
  for (const Real x : edge_points_from<Real>(first)) {
    h.add(cx::floor(x)), h.add(cx::ceil(x)), h.add(cx::trunc(x)), h.add(cx::round(x));
    h.add(cx::rint(x)), h.add(cx::fabs(x)), h.add(cx::ldexp(x, -3)), h.add(cx::ldexp(x, 900));
    int exponent = 0;
    h.add(cx::frexp(x, &exponent));
    h.add(static_cast<Real>(exponent));
    h.add(static_cast<Real>(cx::isnan(x) + 2 * cx::isinf(x) + 4 * cx::isfinite(x) +
                            8 * (cx::signbit(x) && !cx::isnan(x))));
  }
  return h.value();
}

template <class Real>
constexpr std::uint64_t arithmetic(int first) {
  hash h;
  for (const Real x : edge_points_from<Real>(first)) {
    for (const Real y : edge_points<Real>()) {
      h.add(cx::add(x, y)), h.add(cx::subtract(x, y));
      h.add(cx::multiply(x, y)), h.add(cx::divide(x, y)), h.add(cx::fma(x, y, x));
    }
  }
  return h.value();
}

template <class Real>
constexpr std::uint64_t pairs(int first) {
  hash h;
  for (const Real x : edge_points_from<Real>(first)) {
    for (const Real y : edge_points<Real>()) {
      h.add(cx::pow(x, y)), h.add(cx::atan2(x, y)), h.add(cx::hypot(x, y));
    }
  }
  return h.value();
}

template <class Real>
constexpr std::uint64_t exact_pairs(int first) {
  hash h;
  for (const Real x : edge_points_from<Real>(first)) {
    for (const Real y : edge_points<Real>()) {
      h.add(cx::fmod(x, y)), h.add(cx::remainder(x, y)), h.add(cx::nextafter(x, y));
      h.add(cx::fmax(x, y)), h.add(cx::fmin(x, y)), h.add(cx::fdim(x, y));
      h.add(cx::copysign(x, cx::isnan(y) ? x : y));
    }
  }
  return h.value();
}

// Of plain arguments rather than edges: a thousand results over (0, 4).
template <class Real>
constexpr std::uint64_t ordinary(int first) {
  hash h;
  for (int i = first + 1; i <= 40; ++i) {
    const Real x = static_cast<Real>(i) * Real(0.0987654321);
    h.add(cx::exp(x)), h.add(cx::exp2(x)), h.add(cx::expm1(x)), h.add(cx::log(x));
    h.add(cx::log2(x)), h.add(cx::log10(x)), h.add(cx::log1p(x)), h.add(cx::sqrt(x));
    h.add(cx::cbrt(x)), h.add(cx::sin(x)), h.add(cx::cos(x)), h.add(cx::tan(x));
    h.add(cx::asin(x / 4)), h.add(cx::acos(x / 4)), h.add(cx::atan(x)), h.add(cx::sinh(x));
    h.add(cx::cosh(x)), h.add(cx::tanh(x)), h.add(cx::asinh(x)), h.add(cx::acosh(1 + x));
    h.add(cx::atanh(x / 4)), h.add(cx::erf(x)), h.add(cx::erfc(x)), h.add(cx::tgamma(x));
    h.add(cx::lgamma(x)), h.add(cx::pow(x, Real(1.7))), h.add(cx::atan2(x, Real(1.5)));
    h.add(cx::hypot(x, Real(2)));
  }
  return h.value();
}

// digamma and polygamma compute in the next wider type.
template <class Real>
constexpr std::uint64_t ordinary_polygamma(int first) {
  hash h;
  for (int i = first - 40; i <= 40; ++i) {
    const Real x = static_cast<Real>(i) * Real(0.0987654321);
    h.add(cx::digamma(x)), h.add(cx::polygamma(1, x)), h.add(cx::polygamma(4, x));
  }
  return h.value();
}

// The expected hashes are the same for every compiler; a change of any bit of any result shows
// here.
struct expected_bits {
  std::uint64_t single, real, extended;
};
constexpr expected_bits expected_elementary{0xce933376ea4f9be6u, 0x0786a842adc05182u,
                                            0x7d1d3b45c2b4fd61u};
constexpr expected_bits expected_special{0x3c0bf272cf71da89u, 0xc7fae76581584e6cu,
                                         0x42da970cda5f01aau};
constexpr expected_bits expected_steps{0x24015aeaf49eca98u, 0xb6cf825cdba7b98au,
                                       0x48c78136b13330c2u};
constexpr expected_bits expected_arithmetic{0x4b6a6101da156194u, 0x95c1470a3e77821bu,
                                            0x4bd49ce15a5262f3u};
constexpr expected_bits expected_pairs{0x6a81cb3f6b90d4b1u, 0xea110404b5de59b2u,
                                       0x9745d601de87e46cu};
constexpr expected_bits expected_exact_pairs{0x5264f889b10639f8u, 0x5e0797dc618ecf74u,
                                             0x5b0aff690429f1e4u};
constexpr expected_bits expected_ordinary{0xe0fcaaa176f0dd0cu, 0x6f721f04f482f2efu,
                                          0x2cea5d23fb1e126au};
constexpr expected_bits expected_ordinary_polygamma{0x8d53d385b6e021d7u, 0xd2df72b101a9c1b2u,
                                                    0xb066d08273ff4bc0u};

static_assert(elementary<float>(0) == expected_elementary.single);
static_assert(elementary<double>(0) == expected_elementary.real);
static_assert(elementary<long double>(0) == expected_elementary.extended);
static_assert(special<float>(0) == expected_special.single);
static_assert(special<double>(0) == expected_special.real);
static_assert(special<long double>(0) == expected_special.extended);
static_assert(steps<float>(0) == expected_steps.single);
static_assert(steps<double>(0) == expected_steps.real);
static_assert(steps<long double>(0) == expected_steps.extended);
static_assert(arithmetic<float>(0) == expected_arithmetic.single);
static_assert(arithmetic<double>(0) == expected_arithmetic.real);
static_assert(arithmetic<long double>(0) == expected_arithmetic.extended);
static_assert(pairs<float>(0) == expected_pairs.single);
static_assert(pairs<double>(0) == expected_pairs.real);
static_assert(pairs<long double>(0) == expected_pairs.extended);
static_assert(exact_pairs<float>(0) == expected_exact_pairs.single);
static_assert(exact_pairs<double>(0) == expected_exact_pairs.real);
static_assert(exact_pairs<long double>(0) == expected_exact_pairs.extended);
static_assert(ordinary<float>(0) == expected_ordinary.single);
static_assert(ordinary<double>(0) == expected_ordinary.real);
static_assert(ordinary<long double>(0) == expected_ordinary.extended);
static_assert(ordinary_polygamma<float>(0) == expected_ordinary_polygamma.single);
static_assert(ordinary_polygamma<double>(0) == expected_ordinary_polygamma.real);
static_assert(ordinary_polygamma<long double>(0) == expected_ordinary_polygamma.extended);

TEST_CASE("run time has the bits of constant evaluation") {
  const volatile int first = 0;
  CHECK(elementary<float>(first) == expected_elementary.single);
  CHECK(elementary<double>(first) == expected_elementary.real);
  CHECK(elementary<long double>(first) == expected_elementary.extended);
  CHECK(special<float>(first) == expected_special.single);
  CHECK(special<double>(first) == expected_special.real);
  CHECK(special<long double>(first) == expected_special.extended);
  CHECK(steps<float>(first) == expected_steps.single);
  CHECK(steps<double>(first) == expected_steps.real);
  CHECK(steps<long double>(first) == expected_steps.extended);
  CHECK(arithmetic<float>(first) == expected_arithmetic.single);
  CHECK(arithmetic<double>(first) == expected_arithmetic.real);
  CHECK(arithmetic<long double>(first) == expected_arithmetic.extended);
  CHECK(pairs<float>(first) == expected_pairs.single);
  CHECK(pairs<double>(first) == expected_pairs.real);
  CHECK(pairs<long double>(first) == expected_pairs.extended);
  CHECK(exact_pairs<float>(first) == expected_exact_pairs.single);
  CHECK(exact_pairs<double>(first) == expected_exact_pairs.real);
  CHECK(exact_pairs<long double>(first) == expected_exact_pairs.extended);
  CHECK(ordinary<float>(first) == expected_ordinary.single);
  CHECK(ordinary<double>(first) == expected_ordinary.real);
  CHECK(ordinary<long double>(first) == expected_ordinary.extended);
  CHECK(ordinary_polygamma<float>(first) == expected_ordinary_polygamma.single);
  CHECK(ordinary_polygamma<double>(first) == expected_ordinary_polygamma.real);
  CHECK(ordinary_polygamma<long double>(first) == expected_ordinary_polygamma.extended);
}

// What GCC folds is MPFR's correctly rounded result.
#if defined(__GNUC__) && !defined(__clang__)
constexpr bool equals_mpfr(double x) {
  return cx::exp(x) == __builtin_exp(x) && cx::exp2(x) == __builtin_exp2(x) &&
         cx::expm1(x) == __builtin_expm1(x) && cx::log(x) == __builtin_log(x) &&
         cx::log2(x) == __builtin_log2(x) && cx::log10(x) == __builtin_log10(x) &&
         cx::log1p(x) == __builtin_log1p(x) && cx::sqrt(x) == __builtin_sqrt(x) &&
         cx::cbrt(x) == __builtin_cbrt(x) && cx::sin(x) == __builtin_sin(x) &&
         cx::cos(x) == __builtin_cos(x) && cx::tan(x) == __builtin_tan(x) &&
         cx::asin(x / 50) == __builtin_asin(x / 50) && cx::acos(x / 50) == __builtin_acos(x / 50) &&
         cx::atan(x) == __builtin_atan(x) && cx::sinh(x) == __builtin_sinh(x) &&
         cx::cosh(x) == __builtin_cosh(x) && cx::tanh(x) == __builtin_tanh(x) &&
         cx::asinh(x) == __builtin_asinh(x) && cx::acosh(1 + x) == __builtin_acosh(1 + x) &&
         cx::atanh(x / 50) == __builtin_atanh(x / 50) && cx::erf(x) == __builtin_erf(x) &&
         cx::erfc(x) == __builtin_erfc(x) && cx::tgamma(x) == __builtin_tgamma(x) &&
         cx::tgamma(-x) == __builtin_tgamma(-x) && cx::pow(x, 2.5) == __builtin_pow(x, 2.5) &&
         cx::pow(x, -x) == __builtin_pow(x, -x) && cx::atan2(x, -2.0) == __builtin_atan2(x, -2.0) &&
         cx::hypot(x, 3.0) == __builtin_hypot(x, 3.0) &&
         cx::fma(x, x, -x * x) == __builtin_fma(x, x, -x * x) &&
         cx::fmod(1e17, x) == __builtin_fmod(1e17, x) &&
         cx::remainder(1e17, x) == __builtin_remainder(1e17, x);
}
static_assert(equals_mpfr(0x1p-30) && equals_mpfr(1e-5) && equals_mpfr(0.0123) && equals_mpfr(0.1));
static_assert(equals_mpfr(0.3) && equals_mpfr(0.77) && equals_mpfr(1.1) && equals_mpfr(1.4616321));
static_assert(equals_mpfr(2.2) && equals_mpfr(3.1415926) && equals_mpfr(5.5) && equals_mpfr(7.9));
static_assert(equals_mpfr(11.3) && equals_mpfr(17.7) && equals_mpfr(25.25) && equals_mpfr(20.4));

constexpr bool equals_mpfr(float x) {
  return cx::exp(x) == __builtin_expf(x) && cx::log(x) == __builtin_logf(x) &&
         cx::sin(x) == __builtin_sinf(x) && cx::tgamma(x) == __builtin_tgammaf(x);
}
static_assert(equals_mpfr(0.1f) && equals_mpfr(1.7f) && equals_mpfr(30.3f));

constexpr bool equals_mpfr(long double x) {
  return cx::exp(x) == __builtin_expl(x) && cx::log(x) == __builtin_logl(x) &&
         cx::sin(x) == __builtin_sinl(x) && cx::tgamma(x) == __builtin_tgammal(x);
}
static_assert(equals_mpfr(0.1L) && equals_mpfr(1.7L) && equals_mpfr(1700.3L));
#endif

// Exact results and halfway cases, where an error of any size would show.
constexpr bool exact_results() {
  for (int n = 1; n <= 15; ++n) {
    const double power = cx::pow(10.0, static_cast<double>(n));
    if (cx::log10(power) != n || cx::exp2(static_cast<double>(n)) != (1 << n)) return false;
    if (cx::log2(cx::ldexp(1.0, -n)) != -n || cx::pow(power * power, 0.5) != power) return false;
  }
  // (2^18 - 1)^3 has 54 digits and is halfway between two doubles.
  const double root = 262143, square = root * root;
  return cx::pow(square, 1.5) == 0x1.fffe800060000p+53 &&
         cx::pow(root, 3.0) == cx::pow(square, 1.5) && cx::tgamma(21.0) == 2432902008176640000.0 &&
         cx::hypot(3.0, 4.0) == 5 && cx::cbrt(-27.0) == -3 && cx::pow(2.0, -1074.0) == 0x1p-1074 &&
         cx::sqrt(0x1p-1074) == 0x1p-537;
}
static_assert(exact_results());

TEST_CASE("exact results are exact") { CHECK(exact_results()); }

}  // namespace
