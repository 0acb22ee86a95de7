// SPDX-License-Identifier: MIT
// The special functions of C++17's <cmath> with their derivatives, for numbers of etad's, found as
// `using std::cyl_bessel_j; cyl_bessel_j(0, x)`. Values are those of the standard library, at run time:
// functions that call them run on dual numbers or on a tape. Orders are plain numbers. Formulas: NIST
// Digital Library of Mathematical Functions, chapters 5, 6, 10, 14, 18, 19 and 25.
#pragma once

#include <cmath>
#include <numbers>
#include <tuple>

#include <etad/core/warnings_off.hpp>

#include <etad/interop/elliptic_integrals.hpp>
#include <etad/interop/zeta_function.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// Derivatives of cylinder functions f of order nu >= 0: f' = (before f(nu - 1) + after f(nu + 1)) / 2 where
/// there is an order before, else nu/x f(nu) + after f(nu + 1). At 0 a power of x is left, to the order that is less than 1 or,
/// for functions with a pole, less than 0, whose slopes are infinite as those of nu/x.
template <bool HasPole, class F, class X>
auto cylinder_slope(F f, double nu, const X& x, double before, double after) {
  using result = decltype(f(nu, x));
  if (nu > 0 && (HasPole || nu < 1) && x == 0) return result(nu / x);
  if (nu >= 1) return result(0.5 * (before * f(nu - 1, x) + after * f(nu + 1, x)));
  if (nu == 0) return result(after * f(1.0, x));
  return result(nu / x * f(nu, x) + after * f(nu + 1, x));
}
/// The same for spherical ones, of whole order.
template <bool HasPole, class F, class X>
auto spherical_slope(F f, unsigned n, const X& x) {
  using result = decltype(f(n, x));
  if (n == 0) return result(-f(1u, x));
  const double order = n;
  if (HasPole && x == 0) return result((order + 1) / x);
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
      [nu](const auto& v) {
        return detail::cylinder_slope<false>(detail::bessel_j, nu, v, 1, -1);
      });
}
template <detail::own_number X>
auto cyl_neumann(double nu, const X& x) {
  return detail::smooth(
      x, [nu](const auto& v) { return detail::neumann(nu, v); },
      [nu](const auto& v) { return detail::cylinder_slope<true>(detail::neumann, nu, v, 1, -1); });
}
template <detail::own_number X>
auto cyl_bessel_i(double nu, const X& x) {
  return detail::smooth(
      x, [nu](const auto& v) { return detail::bessel_i(nu, v); },
      [nu](const auto& v) { return detail::cylinder_slope<false>(detail::bessel_i, nu, v, 1, 1); });
}
template <detail::own_number X>
auto cyl_bessel_k(double nu, const X& x) {
  return detail::smooth(
      x, [nu](const auto& v) { return detail::bessel_k(nu, v); },
      [nu](const auto& v) {
        using result = decltype(detail::bessel_k(nu, v));
        // The order before is that of the other sign.
        return result(-0.5 *
                      (detail::bessel_k(std::fabs(nu - 1), v) + detail::bessel_k(nu + 1, v)));
      });
}
template <detail::own_number X>
auto sph_bessel(unsigned n, const X& x) {
  return detail::smooth(
      x, [n](const auto& v) { return detail::spherical_bessel(n, v); },
      [n](const auto& v) {
        return detail::spherical_slope<false>(detail::spherical_bessel, n, v);
      });
}
template <detail::own_number X>
auto sph_neumann(unsigned n, const X& x) {
  return detail::smooth(
      x, [n](const auto& v) { return detail::spherical_neumann(n, v); },
      [n](const auto& v) {
        return detail::spherical_slope<true>(detail::spherical_neumann, n, v);
      });
}

namespace detail {

template <class Order>
constexpr void refuse_order() {
  static_assert(
      !own_number<Order>,
      "ETAD-135: etad requires the order of a Bessel or Neumann function to be a plain "
      "number, since derivatives by it have no closed form; one that is differentiated was "
      "seen. Leave it out of wrt and take it as double or unsigned, capture it, or state the "
      "derivative by etad::custom_derivative.");
}

}  // namespace detail

template <detail::own_number N, class X>
auto cyl_bessel_j(const N&, const X& x) {
  detail::refuse_order<N>();
  return x;
}
template <detail::own_number N, class X>
auto cyl_bessel_i(const N&, const X& x) {
  detail::refuse_order<N>();
  return x;
}
template <detail::own_number N, class X>
auto cyl_bessel_k(const N&, const X& x) {
  detail::refuse_order<N>();
  return x;
}
template <detail::own_number N, class X>
auto cyl_neumann(const N&, const X& x) {
  detail::refuse_order<N>();
  return x;
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
namespace detail {

/// The m-th derivative of the Legendre polynomial of degree n, (2m - 1)!! times the Gegenbauer polynomial of degree n - m and
/// parameter m + 1/2, by its recurrence.
template <class X>
auto legendre_derivative(unsigned n, unsigned m, const X& x) {
  using result = decltype(0 * x);
  if (m > n) return result(0 * x);
  const double parameter = m + 0.5;
  result before = 0 * x;
  result polynomial = 0 * x + 1.0;
  for (unsigned k = 1; k < 2 * m; k += 2) polynomial = polynomial * static_cast<double>(k);
  for (unsigned k = 1; k <= n - m; ++k) {
    const result next =
        (2 * (k + parameter - 1) / k) * x * polynomial - ((k + 2 * parameter - 2) / k) * before;
    before = polynomial;
    polynomial = next;
  }
  return polynomial;
}
/// root^(m - 2) where root^2 = square, for m >= 1: a polynomial for even m.
template <class X>
auto power_below(unsigned m, const X& square) {
  using std::sqrt;
  using result = decltype(square * square);
  if (m == 1) return result(1.0 / sqrt(square));
  result power = m % 2 == 0 ? result(0 * square + 1.0) : result(sqrt(square));
  for (unsigned k = m % 2 == 0 ? 2 : 3; k < m; k += 2) power = power * square;
  return power;
}

}  // namespace detail

/// The derivative is a polynomial, which holds at -1 and 1, too.
template <detail::own_number X>
auto legendre(unsigned n, const X& x) {
  using std::legendre;
  return detail::smooth(
      x, [n](const auto& v) { return legendre(n, v); },
      [n](const auto& v) { return detail::legendre_derivative(n, 1, v); });
}
/// (1 - x^2)^(m/2) times the m-th derivative of the Legendre polynomial. At -1 and 1 the slope of m = 1 is infinite.
template <detail::own_number X>
auto assoc_legendre(unsigned n, unsigned m, const X& x) {
  using std::assoc_legendre;
  if (m == 0) return legendre(n, x);
  return detail::smooth(
      x, [n, m](const auto& v) { return assoc_legendre(n, m, v); },
      [n, m](const auto& v) {
        const auto square = (1.0 - v) * (1.0 + v);
        const auto power = detail::power_below(m, square);
        return power * (square * detail::legendre_derivative(n, m + 1, v) -
                        m * v * detail::legendre_derivative(n, m, v));
      });
}
/// The spherical harmonic of degree n and order m at the polar angle theta.
template <detail::own_number X>
auto sph_legendre(unsigned n, unsigned m, const X& theta) {
  using std::sph_legendre;
  return detail::smooth(
      theta, [n, m](const auto& v) { return sph_legendre(n, m, v); },
      [n, m](const auto& v) {
        using std::cos, std::sin;
        double factor = (2.0 * n + 1.0) / (4.0 * std::numbers::pi);
        for (unsigned k = n - m + 1; m <= n && k <= n + m; ++k) factor /= k;
        factor = m % 2 == 0 ? std::sqrt(factor) : -std::sqrt(factor);
        const auto sine = sin(v);
        const auto cosine = cos(v);
        auto slope = -sine * detail::legendre_derivative(n, m + 1, cosine);
        if (m > 0) {
          slope = slope * sine + m * cosine * detail::legendre_derivative(n, m, cosine);
        }
        for (unsigned k = 1; k < m; ++k) slope = slope * sine;
        return factor * slope;
      });
}

/// tgamma(x) tgamma(y) / tgamma(x + y).
template <class X, class Y>
  requires detail::own_operands<X, Y>
auto beta(const X& x, const Y& y) {
  using std::beta;
  return detail::by_slopes(
      [](const auto& u, const auto& v) { return beta(u, v); },
      std::tuple(
          [](const auto& u, const auto& v) { return beta(u, v) * (digamma(u) - digamma(u + v)); },
          [](const auto& u, const auto& v) { return beta(u, v) * (digamma(v) - digamma(u + v)); }),
      x, y);
}

}  // namespace etad::inline ETAD_ABI

#include <etad/core/warnings_on.hpp>
