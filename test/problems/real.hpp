// SPDX-License-Identifier: MIT
// A number of 400 bits on which a test problem runs as on a double.
#pragma once

#include <mpfr.h>

#include <compare>
#include <concepts>
#include <type_traits>

namespace problems {

class real {
 public:
  real() : real(0.0) {}
  template <class T>
    requires std::is_arithmetic_v<T> real(T x) {
      mpfr_init2(value_, bits);
      if constexpr (std::is_same_v<T, long double>) {
        mpfr_set_ld(value_, x, MPFR_RNDN);
      } else {
        mpfr_set_d(value_, static_cast<double>(x), MPFR_RNDN);
      }
    }
  real(const real& x) {
    mpfr_init2(value_, bits);
    mpfr_set(value_, x.value_, MPFR_RNDN);
  }
  real& operator=(const real& x) {
    mpfr_set(value_, x.value_, MPFR_RNDN);
    return *this;
  }
  ~real() { mpfr_clear(value_); }

  static constexpr int bits = 400;
  mpfr_ptr get() { return value_; }
  mpfr_srcptr get() const { return value_; }
  explicit operator double() const { return mpfr_get_d(value_, MPFR_RNDN); }

  real& operator+=(const real& x) { return *this = *this + x; }
  real& operator-=(const real& x) { return *this = *this - x; }
  real& operator*=(const real& x) { return *this = *this * x; }
  real& operator/=(const real& x) { return *this = *this / x; }

  friend real operator+(const real& x) { return x; }
  friend real operator-(const real& x) { return unary<mpfr_neg>(x); }
  friend real operator+(const real& x, const real& y) { return binary<mpfr_add>(x, y); }
  friend real operator-(const real& x, const real& y) { return binary<mpfr_sub>(x, y); }
  friend real operator*(const real& x, const real& y) { return binary<mpfr_mul>(x, y); }
  friend real operator/(const real& x, const real& y) { return binary<mpfr_div>(x, y); }
  friend bool operator==(const real& x, const real& y) {
    return mpfr_equal_p(x.value_, y.value_) != 0;
  }
  friend std::partial_ordering operator<=>(const real& x, const real& y) {
    if (mpfr_unordered_p(x.value_, y.value_) != 0) return std::partial_ordering::unordered;
    return mpfr_cmp(x.value_, y.value_) <=> 0;
  }

  friend real sqrt(const real& x) { return unary<mpfr_sqrt>(x); }
  friend real cbrt(const real& x) { return unary<mpfr_cbrt>(x); }
  friend real exp(const real& x) { return unary<mpfr_exp>(x); }
  friend real exp2(const real& x) { return unary<mpfr_exp2>(x); }
  friend real expm1(const real& x) { return unary<mpfr_expm1>(x); }
  friend real log(const real& x) { return unary<mpfr_log>(x); }
  friend real log2(const real& x) { return unary<mpfr_log2>(x); }
  friend real log10(const real& x) { return unary<mpfr_log10>(x); }
  friend real log1p(const real& x) { return unary<mpfr_log1p>(x); }
  friend real sin(const real& x) { return unary<mpfr_sin>(x); }
  friend real cos(const real& x) { return unary<mpfr_cos>(x); }
  friend real tan(const real& x) { return unary<mpfr_tan>(x); }
  friend real asin(const real& x) { return unary<mpfr_asin>(x); }
  friend real acos(const real& x) { return unary<mpfr_acos>(x); }
  friend real atan(const real& x) { return unary<mpfr_atan>(x); }
  friend real sinh(const real& x) { return unary<mpfr_sinh>(x); }
  friend real cosh(const real& x) { return unary<mpfr_cosh>(x); }
  friend real tanh(const real& x) { return unary<mpfr_tanh>(x); }
  friend real asinh(const real& x) { return unary<mpfr_asinh>(x); }
  friend real acosh(const real& x) { return unary<mpfr_acosh>(x); }
  friend real atanh(const real& x) { return unary<mpfr_atanh>(x); }
  friend real erf(const real& x) { return unary<mpfr_erf>(x); }
  friend real erfc(const real& x) { return unary<mpfr_erfc>(x); }
  friend real tgamma(const real& x) { return unary<mpfr_gamma>(x); }
  friend real digamma(const real& x) { return unary<mpfr_digamma>(x); }
  friend real abs(const real& x) { return unary<mpfr_abs>(x); }
  friend real fabs(const real& x) { return abs(x); }
  friend real floor(const real& x) { return whole<mpfr_floor>(x); }
  friend real ceil(const real& x) { return whole<mpfr_ceil>(x); }
  friend real trunc(const real& x) { return whole<mpfr_trunc>(x); }
  friend real round(const real& x) { return whole<mpfr_round>(x); }
  friend real rint(const real& x) { return unary<mpfr_rint>(x); }
  friend real lgamma(const real& x) {
    real y;
    int sign = 0;
    mpfr_lgamma(y.value_, &sign, x.value_, MPFR_RNDN);
    return y;
  }
  friend real pow(const real& x, const real& y) { return binary<mpfr_pow>(x, y); }
  friend real atan2(const real& x, const real& y) { return binary<mpfr_atan2>(x, y); }
  friend real hypot(const real& x, const real& y) { return binary<mpfr_hypot>(x, y); }
  friend real hypot(const real& x, const real& y, const real& z) { return hypot(hypot(x, y), z); }
  friend real fmod(const real& x, const real& y) { return binary<mpfr_fmod>(x, y); }
  friend real remainder(const real& x, const real& y) { return binary<mpfr_remainder>(x, y); }
  friend real fmax(const real& x, const real& y) { return binary<mpfr_max>(x, y); }
  friend real fmin(const real& x, const real& y) { return binary<mpfr_min>(x, y); }
  friend real fdim(const real& x, const real& y) { return binary<mpfr_dim>(x, y); }
  friend real copysign(const real& x, const real& y) { return binary<mpfr_copysign>(x, y); }
  friend real fma(const real& x, const real& y, const real& z) { return x * y + z; }

 private:
  template <int (*Function)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t)>
  static real unary(const real& x) {
    real y;
    Function(y.value_, x.value_, MPFR_RNDN);
    return y;
  }
  template <int (*Function)(mpfr_ptr, mpfr_srcptr)>
  static real whole(const real& x) {
    real y;
    Function(y.value_, x.value_);
    return y;
  }
  template <int (*Function)(mpfr_ptr, mpfr_srcptr, mpfr_srcptr, mpfr_rnd_t)>
  static real binary(const real& x, const real& y) {
    real z;
    Function(z.value_, x.value_, y.value_, MPFR_RNDN);
    return z;
  }

  mpfr_t value_;
};

}  // namespace problems
