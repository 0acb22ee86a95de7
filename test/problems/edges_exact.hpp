// SPDX-License-Identifier: MIT
// A number of 300 bits, computed by MPFR: wide enough that its rounding and its range do not matter.
#pragma once

#include <mpfr.h>

#include <cmath>
#include <limits>
#include <type_traits>
#include <utility>

namespace edges {

class exact {
 public:
  exact() { mpfr_init2(value_, bits); }
  exact(int x) : exact() { mpfr_set_si(value_, x, MPFR_RNDN); }
  exact(double x) : exact() { mpfr_set_d(value_, x, MPFR_RNDN); }
  exact(long double x) : exact() { mpfr_set_ld(value_, x, MPFR_RNDN); }
  exact(const exact& x) : exact() { mpfr_set(value_, x.value_, MPFR_RNDN); }
  exact& operator=(const exact& x) {
    mpfr_set(value_, x.value_, MPFR_RNDN);
    return *this;
  }
  ~exact() { mpfr_clear(value_); }

  mpfr_ptr get() { return value_; }
  mpfr_srcptr get() const { return value_; }

  /// The nearest number of type T.
  template <class T>
  T as() const {
    if constexpr (std::is_same_v<T, float>) return mpfr_get_flt(value_, MPFR_RNDN);
    if constexpr (std::is_same_v<T, double>) return mpfr_get_d(value_, MPFR_RNDN);
    if constexpr (std::is_same_v<T, long double>) return mpfr_get_ld(value_, MPFR_RNDN);
  }

  bool is_nan() const { return mpfr_nan_p(value_) != 0; }
  bool is_infinite() const { return mpfr_inf_p(value_) != 0; }
  bool is_integer() const { return mpfr_integer_p(value_) != 0; }
  bool is_negative() const { return mpfr_signbit(value_) != 0; }

  template <class F, class... X>
  static exact call(F f, const X&... x) {
    exact r;
    f(r.value_, x.value_..., MPFR_RNDN);
    return r;
  }

 private:
  static constexpr mpfr_prec_t bits = 300;
  mpfr_t value_;
};

inline exact operator-(const exact& x) { return exact::call(mpfr_neg, x); }
inline exact operator+(const exact& x, const exact& y) { return exact::call(mpfr_add, x, y); }
inline exact operator-(const exact& x, const exact& y) { return exact::call(mpfr_sub, x, y); }
inline exact operator*(const exact& x, const exact& y) { return exact::call(mpfr_mul, x, y); }
inline exact operator/(const exact& x, const exact& y) { return exact::call(mpfr_div, x, y); }
inline bool operator<(const exact& x, const exact& y) { return mpfr_less_p(x.get(), y.get()) != 0; }
inline bool operator>(const exact& x, const exact& y) { return y < x; }
inline bool operator==(const exact& x, const exact& y) {
  return mpfr_equal_p(x.get(), y.get()) != 0;
}
inline bool operator<=(const exact& x, const exact& y) { return x < y || x == y; }
inline bool operator>=(const exact& x, const exact& y) { return y <= x; }

inline exact abs(const exact& x) { return exact::call(mpfr_abs, x); }
inline exact sqrt(const exact& x) { return exact::call(mpfr_sqrt, x); }
inline exact cbrt(const exact& x) { return exact::call(mpfr_cbrt, x); }
inline exact exp(const exact& x) { return exact::call(mpfr_exp, x); }
inline exact exp2(const exact& x) { return exact::call(mpfr_exp2, x); }
inline exact log(const exact& x) { return exact::call(mpfr_log, x); }
inline exact sin(const exact& x) { return exact::call(mpfr_sin, x); }
inline exact cos(const exact& x) { return exact::call(mpfr_cos, x); }
inline exact tan(const exact& x) { return exact::call(mpfr_tan, x); }
inline exact sinh(const exact& x) { return exact::call(mpfr_sinh, x); }
inline exact cosh(const exact& x) { return exact::call(mpfr_cosh, x); }
inline exact tgamma(const exact& x) { return exact::call(mpfr_gamma, x); }
inline exact digamma(const exact& x) { return exact::call(mpfr_digamma, x); }
inline exact pow(const exact& x, const exact& y) { return exact::call(mpfr_pow, x, y); }
inline exact hypot(const exact& x, const exact& y) { return exact::call(mpfr_hypot, x, y); }
inline exact copysign(const exact& x, const exact& y) { return exact::call(mpfr_copysign, x, y); }
inline exact rint(const exact& x) { return exact::call(mpfr_rint, x); }

/// The n-th derivative of digamma: a difference quotient of 1600 bits, whose error of about h^2 is
/// far below 300 bits. It needs no formula that could be wrong.
inline exact polygamma(int n, const exact& x) {
  constexpr mpfr_prec_t bits = 3000;
  constexpr int steps = 400;
  mpfr_t h, at, term, sum;
  mpfr_inits2(bits, h, at, term, sum, static_cast<mpfr_ptr>(nullptr));
  mpfr_set(h, x.get(), MPFR_RNDN);
  mpfr_abs(h, h, MPFR_RNDN);
  const bool between_poles = mpfr_sgn(x.get()) < 0 && mpfr_cmp_ui(h, 1) > 0;
  if (between_poles) mpfr_set_ui(h, 1, MPFR_RNDN);
  mpfr_mul_2si(h, h, -steps, MPFR_RNDN);
  mpfr_set_zero(sum, 1);
  long binomial = 1;
  for (int k = 0; k <= n; ++k) {  // sum of (-1)^k binomial(n, k) digamma(x + (n/2 - k) h)
    mpfr_mul_si(at, h, n - 2 * k, MPFR_RNDN);
    mpfr_div_2ui(at, at, 1, MPFR_RNDN);
    mpfr_add(at, at, x.get(), MPFR_RNDN);
    mpfr_digamma(term, at, MPFR_RNDN);
    mpfr_mul_si(term, term, k % 2 == 0 ? binomial : -binomial, MPFR_RNDN);
    mpfr_add(sum, sum, term, MPFR_RNDN);
    binomial = binomial * (n - k) / (k + 1);
  }
  for (int k = 0; k < n; ++k) mpfr_div(sum, sum, h, MPFR_RNDN);
  exact r;
  mpfr_set(r.get(), sum, MPFR_RNDN);
  mpfr_clears(h, at, term, sum, static_cast<mpfr_ptr>(nullptr));
  return r;
}

/// |got - wanted| in units in the last place of `wanted` in T; infinite where one is NaN, or one is
/// an infinity and the rounded other is not, or the signs of zeros or infinities differ.
template <class T>
double ulp_error(T got, const exact& wanted) {
  constexpr double wrong = std::numeric_limits<double>::infinity();
  using limits = std::numeric_limits<T>;
  const T nearest = wanted.as<T>();
  if (got != got || nearest != nearest) return got != got && nearest != nearest ? 0 : wrong;
  if (got == nearest) return std::signbit(got) == std::signbit(nearest) ? 0 : wrong;
  if (wanted == exact(0) || wanted.is_infinite() || std::isinf(got)) return wrong;
  if (got != 0 && std::signbit(got) != std::signbit(nearest)) return wrong;
  exact error = exact(static_cast<long double>(got)) - wanted;
  const long exponent = static_cast<long>(mpfr_get_exp(wanted.get()));
  const long least = exponent < limits::min_exponent ? limits::min_exponent : exponent;
  mpfr_mul_2si(error.get(), error.get(), limits::digits - least, MPFR_RNDN);
  return std::fabs(error.as<double>());
}

}  // namespace edges
