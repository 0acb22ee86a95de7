// SPDX-License-Identifier: MIT
// Partial derivatives in long double as calculus books state them, without a look at the operation
// table: what random programs are first compared with.
#pragma once

#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/polygamma.hpp>
#include <cmath>
#include <limits>
#include <numbers>

#include <etad/core/opcode.hpp>

namespace fuzz {

using etad::detail::opcode;

using quiet = boost::math::policies::policy<
    boost::math::policies::domain_error<boost::math::policies::ignore_error>,
    boost::math::policies::pole_error<boost::math::policies::ignore_error>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::evaluation_error<boost::math::policies::ignore_error>>;

inline long double signum(long double x) { return x > 0 ? 1 : x < 0 ? -1 : 0; }
/// What the larger operand gets: 1, half of it at a tie, `unordered` where one is NaN.
inline long double share(long double x, long double y, bool unordered) {
  return x > y ? 1 : x < y ? 0 : x == y ? 0.5L : unordered ? 1 : 0;
}

/// d op(u, v, w) / d operand k at a point where it exists, or at a kink of the piecewise functions.
inline long double textbook_partial(opcode op, int k, long double u, long double v, long double w) {
  using namespace std;
  constexpr long double ln2 = numbers::ln2_v<long double>;
  constexpr long double ln10 = numbers::ln10_v<long double>;
  constexpr long double nan = numeric_limits<long double>::quiet_NaN();
  const long double bell = 2 * numbers::inv_sqrtpi_v<long double> * exp(-u * u);
  const long double square2 = u * u + v * v;
  switch (op) {
    case opcode::negate:
      return -1;
    case opcode::abs:
      return signum(u);
    case opcode::sqrt:
      return 1 / (2 * sqrt(u));
    case opcode::cbrt:
      return 1 / (3 * cbrt(u) * cbrt(u));
    case opcode::exp:
      return exp(u);
    case opcode::exp2:
      return exp2(u) * ln2;
    case opcode::expm1:
      return exp(u);
    case opcode::log:
      return 1 / u;
    case opcode::log2:
      return 1 / (u * ln2);
    case opcode::log10:
      return 1 / (u * ln10);
    case opcode::log1p:
      return 1 / (1 + u);
    case opcode::sin:
      return cos(u);
    case opcode::cos:
      return -sin(u);
    case opcode::tan:
      return 1 / (cos(u) * cos(u));
    case opcode::asin:
      return 1 / sqrt((1 - u) * (1 + u));
    case opcode::acos:
      return -1 / sqrt((1 - u) * (1 + u));
    case opcode::atan:
      return 1 / (1 + u * u);
    case opcode::sinh:
      return cosh(u);
    case opcode::cosh:
      return sinh(u);
    case opcode::tanh:
      return 1 / (cosh(u) * cosh(u));
    case opcode::asinh:
      return 1 / sqrt(1 + u * u);
    case opcode::acosh:
      return 1 / sqrt((u - 1) * (u + 1));
    case opcode::atanh:
      return 1 / ((1 - u) * (1 + u));
    case opcode::erf:
      return bell;
    case opcode::erfc:
      return -bell;
    case opcode::tgamma:
      return tgamma(u) * boost::math::digamma(u, quiet{});
    case opcode::lgamma:
      return boost::math::digamma(u, quiet{});
    case opcode::digamma:
      return !(u > -1e9L) ? nan
             : u > 1e9L   ? 1 / u + 1 / (2 * u * u)
                          : boost::math::polygamma(1, u, quiet{});
    case opcode::polygamma:
      return !(u < 100 && v > -1e9L && v < 1e300L)
                 ? nan
                 : boost::math::polygamma(static_cast<int>(u) + 1, v, quiet{});
    case opcode::add:
      return 1;
    case opcode::subtract:
      return k == 0 ? 1 : -1;
    case opcode::multiply:
    case opcode::zero_multiply:
    case opcode::steep_multiply:
      return k == 0 ? v : u;
    case opcode::divide:
      return k == 0 ? 1 / v : -u / (v * v);
    case opcode::pow:
      return k == 0 ? (v == 0   ? 0
                       : u == 0 ? v * pow(u, v - 1)
                                : v * (pow(u, v) / u))
                    : pow(u, v) * log(u);
    case opcode::atan2:
      return k == 0 ? v / square2 : -u / square2;
    case opcode::hypot:
      return square2 == 0 ? 0 : (k == 0 ? u : v) / sqrt(square2);
    case opcode::hypot3: {
      const long double h = sqrt(square2 + w * w);
      return h == 0 ? 0 : (k == 0 ? u : k == 1 ? v : w) / h;
    }
    case opcode::fmod:
      return k == 0 ? 1 : -rint((u - fmod(u, v)) / v);
    case opcode::remainder:
      return k == 0 ? 1 : -rint((u - remainder(u, v)) / v);
    case opcode::max:
      return k == 0 ? share(u, v, true) : share(v, u, false);
    case opcode::min:
      return k == 0 ? share(v, u, true) : share(u, v, false);
    case opcode::fmax:
      return k == 0 ? share(u, v, v != v) : share(v, u, u != u);
    case opcode::fmin:
      return k == 0 ? share(v, u, v != v) : share(u, v, u != u);
    case opcode::fdim:
      return u > v ? (k == 0 ? 1 : -1) : 0;
    case opcode::copysign:
      return k == 0 ? signum(u) * copysign(1.0L, v) : 0;
    case opcode::fma:
    case opcode::multiply_add:
      return k == 0 ? v : k == 1 ? u : 1;
    case opcode::multiply_subtract:
      return k == 0 ? v : k == 1 ? u : -1;
    case opcode::negative_multiply_add:
      return k == 0 ? -v : k == 1 ? -u : 1;
    case opcode::attach:
      return k == 0 ? 1 : k == 1 ? w : 0;
    default:
      return 0;
  }
}

}  // namespace fuzz
