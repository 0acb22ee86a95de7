// SPDX-License-Identifier: MIT
// The rules of docs/numerics.md once more, written as plain formulas on exact numbers and without a
// look at include/etad: what every partial derivative must be, at every number there is.
#pragma once

#include <limits>

#include "problems/edges_exact.hpp"

namespace edges::rules {

inline exact infinity() { return exact(std::numeric_limits<double>::infinity()); }
inline exact nan() { return exact(std::numeric_limits<double>::quiet_NaN()); }

// Arithmetic: the usual formulas, at all numbers.

template <class T>
exact negate(int, const T*) {
  return -1;
}
template <class T>
exact add(int, const T*) {
  return 1;
}
template <class T>
exact subtract(int k, const T*) {
  return k == 0 ? 1 : -1;
}
template <class T>
exact multiply(int k, const T* x) {
  return x[1 - k];
}
template <class T>
exact divide(int k, const T* x) {
  const exact a = x[0], b = x[1];
  return k == 0 ? exact(1) / b : -(a / b) / b;
}
template <class T>
exact fma(int k, const T* x) {
  return k == 2 ? exact(1) : exact(x[1 - k]);
}
template <class T>
exact multiply_subtract(int k, const T* x) {
  return k == 2 ? exact(-1) : exact(x[1 - k]);
}
template <class T>
exact negative_multiply_add(int k, const T* x) {
  return k == 2 ? exact(1) : -exact(x[1 - k]);
}

// Roots, powers and norms. A root has an infinite slope at both zeros.

template <class T>
exact sqrt(int, const T* v) {
  const exact x = v[0];
  return x == 0 ? infinity() : exact(0.5) / sqrt(x);
}
template <class T>
exact cbrt(int, const T* v) {
  const exact r = cbrt(exact(v[0]));
  return r == 0 ? infinity() : exact(1) / (exact(3) * r * r);
}

/// dx of pow, for a variable or constant exponent: y*(p/x) where both are normal numbers, else
/// y*pow(x, y-1), with y-1 as T computes it.
template <class T>
exact power_slope(T x, T y) {
  const exact a = x, b = y;
  if (b == 0) {  // the sign is that of y*(1/x), if 1/x is a number
    const bool regular = a == a && std::isfinite(1 / x);
    return regular ? b / a : exact(0);
  }
  if (a == 0 && b > 1 && b.is_infinite()) return 0;
  const exact p = pow(a, b);
  const T rounded = p.as<T>();
  using limits = std::numeric_limits<T>;
  const bool normal =
      (limits::min)() <= std::fabs(rounded) && std::fabs(rounded) <= (limits::max)();
  const bool exactly = !b.is_infinite() && !a.is_infinite() && std::fabs(y) < 1 / limits::epsilon();
  if (a == 0 || !(normal || exactly)) return b * pow(a, exact(static_cast<T>(y - 1)));
  return b * (p / a);
}
/// For an exponent that the compiler knows: x^0 has slope 0 and x^1 has slope 1 everywhere.
template <class T>
exact power_constant(T x, T exponent) {
  return exponent == 0 ? exact(0) : exponent == 1 ? exact(1) : power_slope(x, exponent);
}
/// dy of pow: at x = 0 a power with positive exponent does not depend on it.
template <class T>
exact exponent_slope(T x, T y) {
  const exact a = x, b = y;
  if (a > 0) return pow(a, b) * log(a);
  if (a == 0 && b >= 0) return 0;
  if (a == 0 && b < 0) return -infinity();
  return nan();
}
template <class T>
exact pow(int k, const T* x) {
  return k == 0 ? power_slope(x[0], x[1]) : exponent_slope(x[0], x[1]);
}

/// A subnormal power is off by half of the smallest number, and by its multiple are its slopes.
template <class T>
exact power_slack(int k, const T* v) {
  const T p = std::fabs(std::pow(v[0], v[1]));
  if (!(p < (std::numeric_limits<T>::min)())) return 0;
  const exact x = abs(exact(v[0])), y = abs(exact(v[1]));
  const exact factor = k == 1 ? abs(log(x)) : x < 1 ? y / x : y;
  return exact(std::numeric_limits<T>::denorm_min()) * factor;
}

/// x[k]/h. One infinite argument has slope +-1 and the others 0; at the origin all have 0. Two
/// infinite ones: inf/inf.
template <int Arguments, class T>
exact norm(int k, const T* v) {
  int infinite = 0;
  exact h = 0;  // MPFR as C: inf if an argument is, whatever the others
  for (int i = 0; i < Arguments; ++i) {
    infinite += std::isinf(v[i]) ? 1 : 0;
    h = hypot(h, v[i]);
  }
  const exact x = v[k];
  if (h == 0) return 0;
  if (x.is_infinite()) return infinite > 1 ? nan() : copysign(1, x);
  if (infinite > 0) return x.is_nan() ? exact(0) : copysign(0, x);
  return x / h;
}
template <class T>
exact hypot(int k, const T* v) {
  return norm<2>(k, v);
}
/// libstdc++ gives NaN for an infinite argument among three, and 0 for two zeros and a NaN.
template <class T>
exact hypot3(int k, const T* v) {
  const T value = std::hypot(v[0], v[1], v[2]);
  return value != value ? nan() : value == 0 ? exact(0) : norm<3>(k, v);
}

// Exponential functions and logarithms: outside of a domain the slope is NaN, at its edge the
// infinity of the limit from inside.

template <class T>
exact exp(int, const T* x) {
  return exp(exact(x[0]));
}
template <class T>
exact exp2(int, const T* x) {
  return exp2(exact(x[0])) * log(exact(2));
}
inline exact inverse_inside(const exact& x) {
  return x == 0 ? infinity() : x < 0 ? nan() : exact(1) / x;
}
template <class T>
exact log(int, const T* x) {
  return inverse_inside(x[0]);
}
template <class T>
exact log2(int, const T* x) {
  return inverse_inside(exact(x[0]) * log(exact(2)));
}
template <class T>
exact log10(int, const T* x) {
  return inverse_inside(exact(x[0]) * log(exact(10)));
}
template <class T>
exact log1p(int, const T* x) {
  return inverse_inside(exact(1) + x[0]);
}

// Trigonometric and hyperbolic functions.

template <class T>
exact sin(int, const T* x) {
  return cos(exact(x[0]));
}
template <class T>
exact cos(int, const T* x) {
  return -sin(exact(x[0]));
}
template <class T>
exact tan(int, const T* x) {
  const exact t = tan(exact(x[0]));
  return exact(1) + t * t;
}
template <class T>
exact asin(int, const T* v) {
  const exact x = v[0];
  return abs(x) == 1 ? infinity() : exact(1) / sqrt((exact(1) - x) * (exact(1) + x));
}
template <class T>
exact acos(int k, const T* x) {
  return -asin(k, x);
}
template <class T>
exact atan(int, const T* v) {
  const exact x = v[0];
  return exact(1) / (exact(1) + x * x);
}
/// x/(x*x + y*y) and its like; at infinity 0 with the sign of the limit, at the origin NaN.
template <class T>
exact atan2(int k, const T* v) {
  const exact y = v[0], x = v[1];
  if (y.is_nan() || x.is_nan() || (x == 0 && y == 0)) return nan();
  const exact numerator = k == 0 ? x : -y;
  if (y.is_infinite() || x.is_infinite()) return copysign(0, numerator);
  return numerator / (x * x + y * y);
}
template <class T>
exact sinh(int, const T* x) {
  return cosh(exact(x[0]));
}
template <class T>
exact cosh(int, const T* x) {
  return sinh(exact(x[0]));
}
template <class T>
exact tanh(int, const T* x) {
  const exact c = cosh(exact(x[0]));
  return exact(1) / (c * c);
}
template <class T>
exact asinh(int, const T* v) {
  const exact x = v[0];
  return exact(1) / sqrt(exact(1) + x * x);
}
template <class T>
exact acosh(int, const T* v) {
  const exact x = v[0];
  return x < 1 ? nan() : exact(1) / sqrt((x - 1) * (x + 1));
}
template <class T>
exact atanh(int, const T* v) {
  const exact x = v[0];
  return inverse_inside((exact(1) - x) * (exact(1) + x));
}

// Error and gamma functions. At the poles of the gamma function its logarithm has no slope, but for
// the right side of zero.

template <class T>
exact erf(int, const T* v) {
  const exact x = v[0];
  return exact(2) / sqrt(exact::call(mpfr_acos, exact(-1))) * exp(-(x * x));
}
template <class T>
exact erfc(int k, const T* x) {
  return -erf(k, x);
}
inline bool is_pole(const exact& x) { return x <= 0 && (x.is_infinite() || x.is_integer()); }
template <class T>
exact tgamma(int, const T* v) {
  const exact x = v[0];
  return is_pole(x) ? nan() : tgamma(x) * digamma(x);
}
template <class T>
exact lgamma(int, const T* v) {
  const exact x = v[0];
  if (x == 0 && !x.is_negative()) return -infinity();
  return is_pole(x) ? nan() : digamma(x);
}
/// The slope of the n-th derivative of digamma; at its poles, where it is +-inf on both sides or
/// has no limit.
template <int Order, class T>
exact polygamma(int, const T* v) {
  const exact x = v[0];
  if (x.is_nan()) return x;
  if (x == 0 && Order % 2 == 0) return infinity();
  if (x == 0) return x.is_negative() ? infinity() : -infinity();
  if (is_pole(x)) return nan();
  if (x.is_infinite()) return Order % 2 == 0 ? exact(0) : -exact(0);
  return edges::polygamma(Order + 1, x);
}
template <class T>
exact digamma(int k, const T* v) {
  return polygamma<0>(k, v);
}

// Functions with kinks: at a kink the subgradient of smallest norm; NaN does not become a number.

template <class T>
exact abs(int, const T* v) {
  const exact x = v[0];
  return x > 0 ? exact(1) : x < 0 ? exact(-1) : x == 0 ? exact(0) : nan();
}
inline exact larger(const exact& x, const exact& other) {
  if (x == other) return 0.5;
  if (x.is_nan() && other.is_nan()) return nan();
  return x > other || other.is_nan() ? 1 : 0;
}
template <class T>
exact fmax(int k, const T* x) {
  return larger(x[k], x[1 - k]);
}
template <class T>
exact fmin(int k, const T* x) {
  return larger(-x[k], -x[1 - k]);
}
/// std::max and std::min return their first argument if one is NaN.
inline exact first_if_unordered(int k, const exact& x, const exact& other) {
  if (x.is_nan() != other.is_nan()) return k == 0 ? 1 : 0;
  return larger(x, other);
}
template <class T>
exact max(int k, const T* x) {
  return first_if_unordered(k, x[k], x[1 - k]);
}
template <class T>
exact min(int k, const T* x) {
  return first_if_unordered(k, -x[k], -x[1 - k]);
}
template <class T>
exact fdim(int k, const T* x) {
  if (x[0] > x[1]) return k == 0 ? 1 : -1;
  // Equal infinities: it is not known which is larger.
  const exact distance = exact(x[0]) - exact(x[1]);
  return x[0] < x[1] || distance == exact(0) ? exact(0) : nan();
}
/// 1, and minus the whole number of times that y goes into x: (r - x)/y.
inline exact remainder_slope(int k, const exact& x, const exact& y, const exact& r) {
  if (r.is_nan()) return r;
  return k == 0 ? exact(1) : rint((r - x) / y);
}
template <class T>
exact fmod(int k, const T* x) {
  return remainder_slope(k, x[0], x[1], std::fmod(x[0], x[1]));
}
template <class T>
exact remainder(int k, const T* x) {
  return remainder_slope(k, x[0], x[1], std::remainder(x[0], x[1]));
}
/// sign(x) with the sign of y; no slope in y.
template <class T>
exact copysign(int k, const T* x) {
  return k == 0 ? abs<T>(0, x) * copysign(exact(1), x[1]) : exact(0);
}
template <class T>
exact clamp(int k, const T* x) {
  const int returned = x[0] < x[1] ? 1 : x[2] < x[0] ? 2 : 0;
  return returned == k ? 1 : 0;
}

// Functions that select one of their arguments, and those without slope.

template <class T>
exact zero(int, const T*) {
  return 0;
}
template <class T>
exact one(int, const T*) {
  return 1;
}
template <class T>
exact identity_if_finite(int, const T* x) {
  return std::isfinite(x[0]) ? 1 : 0;
}

/// The argument number k of a function that returns its first argument if `first`.
inline exact chosen(int k, bool first) { return (k == 0) == first ? 1 : 0; }

}  // namespace edges::rules
