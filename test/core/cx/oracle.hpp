// SPDX-License-Identifier: MIT
#pragma once

#include <mpfr.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <type_traits>

// Errors in units in the last place against MPFR with 400 digits, and seeded points.
namespace oracle {

class number {
 public:
  number() { mpfr_init2(value_, 400); }
  template <class Real>
  explicit number(Real x) : number() {
    if constexpr (std::is_same_v<Real, long double>)
      mpfr_set_ld(value_, x, MPFR_RNDN);
    else
      mpfr_set_d(value_, static_cast<double>(x), MPFR_RNDN);
  }
  number(const number&) = delete;
  number& operator=(const number&) = delete;
  ~number() { mpfr_clear(value_); }
  mpfr_ptr get() { return value_; }

 private:
  mpfr_t value_;
};

// |got - exact| in units in the last place of Real at exact; infinite if only one is NaN or
// infinite.
template <class Real>
double ulp_error(Real got, number& exact) {
  using limits = std::numeric_limits<Real>;
  constexpr double wrong = std::numeric_limits<double>::infinity();
  if (mpfr_nan_p(exact.get())) return got != got ? 0 : wrong;
  if (got != got) return wrong;
  if (mpfr_zero_p(exact.get())) return got == 0 ? 0 : wrong;
  const bool has_exponent = mpfr_regular_p(exact.get()) != 0;
  const long exponent = has_exponent ? mpfr_get_exp(exact.get()) : 1000000;
  if (std::isinf(got)) {
    // Right if the exact value is at least max + ulp / 2.
    number limit(limits::max()), half(Real(1));
    mpfr_mul_2si(half.get(), half.get(), limits::max_exponent - limits::digits - 1, MPFR_RNDN);
    mpfr_add(limit.get(), limit.get(), half.get(), MPFR_RNDN);
    const bool far = mpfr_cmpabs(exact.get(), limit.get()) >= 0;
    return far && (mpfr_sgn(exact.get()) > 0) == (got > 0) ? 0 : wrong;
  }
  if (!has_exponent) return wrong;
  number difference(got);
  mpfr_sub(difference.get(), difference.get(), exact.get(), MPFR_RNDN);
  const long least = exponent < limits::min_exponent ? limits::min_exponent : exponent;
  mpfr_mul_2si(difference.get(), difference.get(), limits::digits - least, MPFR_RNDN);
  return std::fabs(mpfr_get_d(difference.get(), MPFR_RNDN));
}

// SplitMix64 (Steele, Lea and Flood 2014).
class generator {
 public:
  explicit generator(std::uint64_t seed) : state_(seed) {}
  std::uint64_t bits() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  // Every digit of Real is random.
  template <class Real>
  Real uniform(Real low, Real high) {
    const Real unit =
        std::ldexp(static_cast<Real>(bits() >> (64 - std::numeric_limits<Real>::digits)),
                   -std::numeric_limits<Real>::digits);
    return low + (high - low) * unit;
  }
  // Any finite number with an exponent between two powers of two, either sign.
  template <class Real>
  Real any_size(int low, int high) {
    const Real mantissa = uniform(Real(1), Real(2));
    const int exponent =
        low + static_cast<int>(bits() % static_cast<std::uint64_t>(high - low + 1));
    return std::ldexp((bits() & 1u) != 0 ? mantissa : -mantissa, exponent);
  }

 private:
  std::uint64_t state_;
};

// Points per function and range; ETAD_CX_POINTS=100000 repeats the documented measurement.
inline int points(int usual) {
  const char* const asked = std::getenv("ETAD_CX_POINTS");
  return asked != nullptr ? std::atoi(asked) : usual;
}

}  // namespace oracle
