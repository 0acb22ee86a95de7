// SPDX-License-Identifier: MIT
// The special functions of C++17's <cmath> with their derivatives, for numbers of etad's, found as
// `using std::cyl_bessel_j; cyl_bessel_j(0, x)`. Values are those of the standard library, at run time:
// functions that call them run on dual numbers or on a tape. Orders are plain numbers. Formulas: NIST
// Digital Library of Mathematical Functions, chapters 5, 6, 10, 14, 18 and 19.
#pragma once

#include <cmath>
#include <limits>

#include <etad/core/value_functions.hpp>
#include <etad/dual/functions.hpp>
#include <etad/expr/without_values.hpp>
#include <etad/tape/functions.hpp>
#include <etad/tape/select.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// The number with the given value and slope at the value of x, each a function of that.
template <dual_number D, class Value, class Slope>
D smooth(const D& x, Value value, Slope slope) {
  using T = typename D::primal_type;
  return D(T(value(x.value())), scaled(T(slope(x.value())), x.all_tangents()));
}
template <taped X, class Value, class Slope>
joint_variable<X> smooth(const X& x, Value value, Slope slope) {
  using T = typename taped_traits<X>::number;
  const T at = x.value();
  return straight_through(joint_variable<X>(T(value(at))), x * T(slope(at)));
}
template <std::same_as<traced> X, class Value, class Slope>
traced smooth(const X& x, Value value, Slope) {
  return static_cast<double>(value(x.known_value()));
}
template <real_formula X, class Value, class Slope>
auto smooth(const X& x, Value, Slope) {
  ask_for_value(x);
  return x;
}

/// The value of both with the slopes of both.
template <dual_number D>
D with_both_slopes(const D& x, const D& y) {
  return D(x.value(), added(x.all_tangents(), y.all_tangents()));
}
template <taped X>
X with_both_slopes(const X& x, const X& y) {
  return straight_through(x, x + y);
}

/// Derivatives of cylinder functions f of order nu >= 0: f' = (before f(nu - 1) + after f(nu + 1)) / 2 where
/// there is an order before, else nu/x f(nu) + after f(nu + 1).
template <class F, class X>
auto cylinder_slope(F f, double nu, const X& x, double before, double after) {
  using result = decltype(f(nu, x));
  if (nu >= 1) return result(0.5 * (before * f(nu - 1, x) + after * f(nu + 1, x)));
  if (nu == 0) return result(after * f(1.0, x));
  return result(nu / x * f(nu, x) + after * f(nu + 1, x));
}
/// The same for spherical ones, of whole order.
template <class F, class X>
auto spherical_slope(F f, unsigned n, const X& x) {
  using result = decltype(f(n, x));
  if (n == 0) return result(-f(1u, x));
  const double order = n;
  return result((order * f(n - 1, x) - (order + 1) * f(n + 1, x)) / (2 * order + 1));
}

inline constexpr auto bessel_j = [](double nu, const auto& x) {
  using std::cyl_bessel_j;
  return cyl_bessel_j(nu, x);
};
inline constexpr auto bessel_i = [](double nu, const auto& x) {
  using std::cyl_bessel_i;
  return cyl_bessel_i(nu, x);
};
inline constexpr auto bessel_k = [](double nu, const auto& x) {
  using std::cyl_bessel_k;
  return cyl_bessel_k(nu, x);
};
inline constexpr auto neumann = [](double nu, const auto& x) {
  using std::cyl_neumann;
  return cyl_neumann(nu, x);
};
inline constexpr auto spherical_bessel = [](unsigned n, const auto& x) {
  using std::sph_bessel;
  return sph_bessel(n, x);
};
inline constexpr auto spherical_neumann = [](unsigned n, const auto& x) {
  using std::sph_neumann;
  return sph_neumann(n, x);
};

}  // namespace detail

template <detail::own_number X>
auto cyl_bessel_j(double nu, const X& x) {
  return detail::smooth(
      x, [nu](const auto& v) { return detail::bessel_j(nu, v); },
      [nu](const auto& v) { return detail::cylinder_slope(detail::bessel_j, nu, v, 1, -1); });
}
template <detail::own_number X>
auto cyl_neumann(double nu, const X& x) {
  return detail::smooth(
      x, [nu](const auto& v) { return detail::neumann(nu, v); },
      [nu](const auto& v) { return detail::cylinder_slope(detail::neumann, nu, v, 1, -1); });
}
template <detail::own_number X>
auto cyl_bessel_i(double nu, const X& x) {
  return detail::smooth(
      x, [nu](const auto& v) { return detail::bessel_i(nu, v); },
      [nu](const auto& v) { return detail::cylinder_slope(detail::bessel_i, nu, v, 1, 1); });
}
template <detail::own_number X>
auto cyl_bessel_k(double nu, const X& x) {
  return detail::smooth(
      x, [nu](const auto& v) { return detail::bessel_k(nu, v); },
      [nu](const auto& v) { return detail::cylinder_slope(detail::bessel_k, nu, v, -1, -1); });
}
template <detail::own_number X>
auto sph_bessel(unsigned n, const X& x) {
  return detail::smooth(
      x, [n](const auto& v) { return detail::spherical_bessel(n, v); },
      [n](const auto& v) { return detail::spherical_slope(detail::spherical_bessel, n, v); });
}
template <detail::own_number X>
auto sph_neumann(unsigned n, const X& x) {
  return detail::smooth(
      x, [n](const auto& v) { return detail::spherical_neumann(n, v); },
      [n](const auto& v) { return detail::spherical_slope(detail::spherical_neumann, n, v); });
}

template <detail::own_number X>
auto expint(const X& x) {
  using std::expint, std::exp;
  return detail::smooth(
      x, [](const auto& v) { return expint(v); }, [](const auto& v) { return exp(v) / v; });
}

// Orthogonal polynomials.

template <detail::own_number X>
auto hermite(unsigned n, const X& x) {
  using std::hermite;
  return detail::smooth(
      x, [n](const auto& v) { return hermite(n, v); },
      [n](const auto& v) { return n == 0 ? 0 * v : 2.0 * n * hermite(n - 1, v); });
}
template <detail::own_number X>
auto assoc_laguerre(unsigned n, unsigned m, const X& x) {
  using std::assoc_laguerre;
  return detail::smooth(
      x, [n, m](const auto& v) { return assoc_laguerre(n, m, v); },
      [n, m](const auto& v) { return n == 0 ? 0 * v : -assoc_laguerre(n - 1, m + 1, v); });
}
template <detail::own_number X>
auto laguerre(unsigned n, const X& x) {
  return assoc_laguerre(n, 0, x);
}
/// The derivative is a sum over polynomials of lower degree, which holds at -1 and 1, too.
template <detail::own_number X>
auto legendre(unsigned n, const X& x) {
  using std::legendre;
  return detail::smooth(
      x, [n](const auto& v) { return legendre(n, v); },
      [n](const auto& v) {
        auto sum = 0 * v;
        for (unsigned k = n; k > 0; k = k > 2 ? k - 2 : 0) {
          sum = sum + (2.0 * k - 1.0) * legendre(k - 1, v);
        }
        return sum;
      });
}

// Complete elliptic integrals, by the modulus k.

template <detail::own_number X>
auto comp_ellint_2(const X& k);
template <detail::own_number X>
auto comp_ellint_1(const X& k) {
  using std::comp_ellint_1, std::comp_ellint_2;
  return detail::smooth(
      k, [](const auto& v) { return comp_ellint_1(v); },
      [](const auto& v) {
        return v == 0 ? 0 * v : (comp_ellint_2(v) / (1 - v * v) - comp_ellint_1(v)) / v;
      });
}
template <detail::own_number X>
auto comp_ellint_2(const X& k) {
  using std::comp_ellint_1, std::comp_ellint_2;
  return detail::smooth(
      k, [](const auto& v) { return comp_ellint_2(v); },
      [](const auto& v) { return v == 0 ? 0 * v : (comp_ellint_2(v) - comp_ellint_1(v)) / v; });
}

/// tgamma(x) tgamma(y) / tgamma(x + y).
template <class X, class Y>
  requires detail::own_operands<X, Y>
auto beta(const X& x, const Y& y) {
  using std::beta;
  const auto by_first = [](const auto& u, const auto& fixed) {
    return detail::smooth(
        u, [&](const auto& v) { return beta(v, fixed); },
        [&](const auto& v) { return beta(v, fixed) * (digamma(v) - digamma(v + fixed)); });
  };
  if constexpr (!detail::own_number<Y>) {
    return by_first(x, y);
  } else if constexpr (!detail::own_number<X>) {
    return by_first(y, x);
  } else if constexpr (requires { y.value(); }) {
    return detail::with_both_slopes(by_first(x, y.value()), by_first(y, x.value()));
  } else {
    return by_first(x, 1.0) + by_first(y, 1.0);
  }
}

}  // namespace etad::inline ETAD_ABI
