// SPDX-License-Identifier: MIT
#include "mpfr_number.hpp"

namespace fuzz {
namespace {

using unary = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t);
using binary = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_srcptr, mpfr_rnd_t);

number apply(unary f, const number& x) {
  number r;
  f(r.get(), x.get(), MPFR_RNDN);
  return r;
}
number apply(binary f, const number& x, const number& y) {
  number r;
  f(r.get(), x.get(), y.get(), MPFR_RNDN);
  return r;
}

}  // namespace

number scaled(const number& x, long exponent) {
  number r;
  mpfr_mul_2si(r.get(), x.get(), exponent, MPFR_RNDN);
  return r;
}

number operator+(const number& x, const number& y) { return apply(mpfr_add, x, y); }
number operator-(const number& x, const number& y) { return apply(mpfr_sub, x, y); }
number operator*(const number& x, const number& y) { return apply(mpfr_mul, x, y); }
number operator/(const number& x, const number& y) { return apply(mpfr_div, x, y); }
number operator-(const number& x) {
  number r;
  mpfr_neg(r.get(), x.get(), MPFR_RNDN);
  return r;
}
number& number::operator+=(const number& x) { return *this = *this + x; }
number& number::operator-=(const number& x) { return *this = *this - x; }
number& number::operator*=(const number& x) { return *this = *this * x; }
number& number::operator/=(const number& x) { return *this = *this / x; }

bool operator<(const number& x, const number& y) { return mpfr_less_p(x.get(), y.get()) != 0; }
bool operator>(const number& x, const number& y) { return mpfr_greater_p(x.get(), y.get()) != 0; }
bool operator<=(const number& x, const number& y) {
  return mpfr_lessequal_p(x.get(), y.get()) != 0;
}
bool operator>=(const number& x, const number& y) {
  return mpfr_greaterequal_p(x.get(), y.get()) != 0;
}
bool operator==(const number& x, const number& y) { return mpfr_equal_p(x.get(), y.get()) != 0; }
bool operator!=(const number& x, const number& y) { return !(x == y); }

number sqrt(const number& x) { return apply(mpfr_sqrt, x); }
number cbrt(const number& x) { return apply(mpfr_cbrt, x); }
number exp(const number& x) { return apply(mpfr_exp, x); }
number exp2(const number& x) { return apply(mpfr_exp2, x); }
number expm1(const number& x) { return apply(mpfr_expm1, x); }
number log(const number& x) { return apply(mpfr_log, x); }
number log2(const number& x) { return apply(mpfr_log2, x); }
number log10(const number& x) { return apply(mpfr_log10, x); }
number log1p(const number& x) { return apply(mpfr_log1p, x); }
number sin(const number& x) { return apply(mpfr_sin, x); }
number cos(const number& x) { return apply(mpfr_cos, x); }
number tan(const number& x) { return apply(mpfr_tan, x); }
number asin(const number& x) { return apply(mpfr_asin, x); }
number acos(const number& x) { return apply(mpfr_acos, x); }
number atan(const number& x) { return apply(mpfr_atan, x); }
number sinh(const number& x) { return apply(mpfr_sinh, x); }
number cosh(const number& x) { return apply(mpfr_cosh, x); }
number tanh(const number& x) { return apply(mpfr_tanh, x); }
number asinh(const number& x) { return apply(mpfr_asinh, x); }
number acosh(const number& x) { return apply(mpfr_acosh, x); }
number atanh(const number& x) { return apply(mpfr_atanh, x); }
number erf(const number& x) { return apply(mpfr_erf, x); }
number erfc(const number& x) { return apply(mpfr_erfc, x); }
number tgamma(const number& x) { return apply(mpfr_gamma, x); }
number digamma(const number& x) { return apply(mpfr_digamma, x); }
number lgamma(const number& x) {
  number r;
  int sign = 0;
  mpfr_lgamma(r.get(), &sign, x.get(), MPFR_RNDN);
  return r;
}
number floor(const number& x) { return apply(mpfr_rint_floor, x); }
number ceil(const number& x) { return apply(mpfr_rint_ceil, x); }
number trunc(const number& x) { return apply(mpfr_rint_trunc, x); }
number round(const number& x) { return apply(mpfr_rint_round, x); }
number rint(const number& x) { return apply(mpfr_rint_roundeven, x); }
number abs(const number& x) { return x < number(0.0) ? -x : x; }
number fabs(const number& x) { return abs(x); }
number pow(const number& x, const number& y) { return apply(mpfr_pow, x, y); }
number atan2(const number& y, const number& x) { return apply(mpfr_atan2, y, x); }
number hypot(const number& x, const number& y) { return apply(mpfr_hypot, x, y); }
number hypot(const number& x, const number& y, const number& z) {
  return sqrt(x * x + y * y + z * z);
}
number fmod(const number& x, const number& y) { return apply(mpfr_fmod, x, y); }
number remainder(const number& x, const number& y) { return apply(mpfr_remainder, x, y); }
number fmax(const number& x, const number& y) { return apply(mpfr_max, x, y); }
number fmin(const number& x, const number& y) { return apply(mpfr_min, x, y); }
number fdim(const number& x, const number& y) { return apply(mpfr_dim, x, y); }
number copysign(const number& x, const number& y) {
  number r;
  mpfr_copysign(r.get(), x.get(), y.get(), MPFR_RNDN);
  return r;
}
number fma(const number& x, const number& y, const number& z) {
  number r;
  mpfr_fma(r.get(), x.get(), y.get(), z.get(), MPFR_RNDN);
  return r;
}

}  // namespace fuzz
