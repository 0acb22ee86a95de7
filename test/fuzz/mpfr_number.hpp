// SPDX-License-Identifier: MIT
// A number with 400 bits and the functions of <cmath>, to run a user's function template on. Only
// declarations, so that generated code compiles fast.
#pragma once

#include <mpfr.h>

#include <utility>

namespace fuzz {

class number {
 public:
  static constexpr int bits = 400;

  number() { mpfr_init2(value_, bits), mpfr_set_zero(value_, 1); }
  number(double x) { mpfr_init2(value_, bits), mpfr_set_d(value_, x, MPFR_RNDN); }
  number(const number& x) { mpfr_init2(value_, bits), mpfr_set(value_, x.value_, MPFR_RNDN); }
  number& operator=(const number& x) {
    mpfr_set(value_, x.value_, MPFR_RNDN);
    return *this;
  }
  ~number() { mpfr_clear(value_); }

  mpfr_ptr get() { return value_; }
  mpfr_srcptr get() const { return value_; }
  double to_double() const { return mpfr_get_d(value_, MPFR_RNDN); }
  long double to_long_double() const { return mpfr_get_ld(value_, MPFR_RNDN); }
  /// 2^exponent * x
  friend number scaled(const number& x, long exponent);

  number& operator+=(const number& x);
  number& operator-=(const number& x);
  number& operator*=(const number& x);
  number& operator/=(const number& x);

 private:
  mpfr_t value_;
};

number scaled(const number& x, long exponent);

number operator+(const number& x, const number& y);
number operator-(const number& x, const number& y);
number operator*(const number& x, const number& y);
number operator/(const number& x, const number& y);
number operator-(const number& x);
bool operator<(const number& x, const number& y);
bool operator>(const number& x, const number& y);
bool operator<=(const number& x, const number& y);
bool operator>=(const number& x, const number& y);
bool operator==(const number& x, const number& y);
bool operator!=(const number& x, const number& y);

inline bool isfinite(const number& x) { return mpfr_number_p(x.get()) != 0; }

number sqrt(const number& x);
number cbrt(const number& x);
number exp(const number& x);
number exp2(const number& x);
number expm1(const number& x);
number log(const number& x);
number log2(const number& x);
number log10(const number& x);
number log1p(const number& x);
number sin(const number& x);
number cos(const number& x);
number tan(const number& x);
number asin(const number& x);
number acos(const number& x);
number atan(const number& x);
number sinh(const number& x);
number cosh(const number& x);
number tanh(const number& x);
number asinh(const number& x);
number acosh(const number& x);
number atanh(const number& x);
number erf(const number& x);
number erfc(const number& x);
number tgamma(const number& x);
number lgamma(const number& x);
number digamma(const number& x);
number floor(const number& x);
number ceil(const number& x);
number trunc(const number& x);
number round(const number& x);
number rint(const number& x);
number abs(const number& x);
number fabs(const number& x);
number pow(const number& x, const number& y);
number atan2(const number& y, const number& x);
number hypot(const number& x, const number& y);
number hypot(const number& x, const number& y, const number& z);
number fmod(const number& x, const number& y);
number remainder(const number& x, const number& y);
number fmax(const number& x, const number& y);
number fmin(const number& x, const number& y);
number fdim(const number& x, const number& y);
number copysign(const number& x, const number& y);
number fma(const number& x, const number& y, const number& z);

}  // namespace fuzz
