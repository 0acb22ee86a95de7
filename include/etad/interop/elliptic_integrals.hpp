// SPDX-License-Identifier: MIT
// Elliptic integrals of C++17's <cmath> with their derivatives: complete ones by the modulus k and the
// characteristic nu, incomplete ones by the amplitude phi, too. Formulas: NIST Digital Library of Mathematical
// Functions, 19.4; at k = 0, where those divide by k, the first term of the series.
#pragma once

#include <cmath>
#include <numbers>
#include <tuple>
#include <type_traits>

#include <etad/core/warnings_off.hpp>

#include <etad/interop/stated_slopes.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// The integral of sin^2 from 0 to phi.
template <class X>
auto integral_of_sine_squared(const X& phi) {
  using std::sin;
  return 0.5 * phi - 0.25 * sin(2.0 * phi);
}
/// sqrt(1 - k^2 sin^2(phi)).
template <class K, class X>
auto elliptic_root(const K& k, const X& phi) {
  using std::sin, std::sqrt;
  const auto s = k * sin(phi);
  return sqrt((1.0 - s) * (1.0 + s));
}

}  // namespace detail

template <detail::own_number X>
auto comp_ellint_2(const X& k);
template <detail::own_number X>
auto comp_ellint_1(const X& k) {
  using std::comp_ellint_1, std::comp_ellint_2;
  return detail::smooth(
      k, [](const auto& v) { return comp_ellint_1(v); },
      [](const auto& v) {
        return v == 0 ? 0.25 * std::numbers::pi * v
                      : (comp_ellint_2(v) / (1 - v * v) - comp_ellint_1(v)) / v;
      });
}
template <detail::own_number X>
auto comp_ellint_2(const X& k) {
  using std::comp_ellint_1, std::comp_ellint_2;
  return detail::smooth(
      k, [](const auto& v) { return comp_ellint_2(v); },
      [](const auto& v) {
        const auto rest = (1.0 - v) * (1.0 + v);
        using result = std::remove_cvref_t<decltype(v)>;
        if (rest == 0) return result(-v / rest);
        if (v == 0) return result(-0.25 * std::numbers::pi * v);
        return result((comp_ellint_2(v) - comp_ellint_1(v)) / v);
      });
}

template <class K, class X>
  requires detail::own_operands<K, X>
auto ellint_2(const K& k, const X& phi);
template <class K, class X>
  requires detail::own_operands<K, X>
auto ellint_1(const K& k, const X& phi) {
  using std::ellint_1, std::ellint_2;
  return detail::by_slopes(
      [](const auto& m, const auto& p) { return ellint_1(m, p); },
      std::tuple(
          [](const auto& m, const auto& p) {
            using std::sin;
            if (m == 0) return m * detail::integral_of_sine_squared(p);
            const auto rest = (1.0 - m) * (1.0 + m);
            return (ellint_2(m, p) / rest - ellint_1(m, p)) / m -
                   m * sin(2.0 * p) / (2.0 * rest * detail::elliptic_root(m, p));
          },
          [](const auto& m, const auto& p) { return 1.0 / detail::elliptic_root(m, p); }),
      k, phi);
}
template <class K, class X>
  requires detail::own_operands<K, X>
auto ellint_2(const K& k, const X& phi) {
  using std::ellint_1, std::ellint_2;
  return detail::by_slopes(
      [](const auto& m, const auto& p) { return ellint_2(m, p); },
      std::tuple(
          [](const auto& m, const auto& p) {
            if (m == 0) return -m * detail::integral_of_sine_squared(p);
            return (ellint_2(m, p) - ellint_1(m, p)) / m;
          },
          [](const auto& m, const auto& p) { return detail::elliptic_root(m, p); }),
      k, phi);
}

/// The derivatives are NaN where nu is 0, 1 or k^2, though the function is smooth at the first and the last.
template <class K, class N>
  requires detail::own_operands<K, N>
auto comp_ellint_3(const K& k, const N& nu) {
  using std::comp_ellint_1, std::comp_ellint_2, std::comp_ellint_3;
  return detail::by_slopes(
      [](const auto& m, const auto& n) { return comp_ellint_3(m, n); },
      std::tuple(
          [](const auto& m, const auto& n) {
            return m / (n - m * m) * (comp_ellint_2(m) / (m * m - 1.0) + comp_ellint_3(m, n));
          },
          [](const auto& m, const auto& n) {
            const auto gap = m * m - n;
            return (comp_ellint_2(m) +
                    (gap * comp_ellint_1(m) + (n * n - m * m) * comp_ellint_3(m, n)) / n) /
                   (2.0 * gap * (n - 1.0));
          }),
      k, nu);
}
/// The same holds of these.
template <class K, class N, class X>
  requires detail::own_operands<K, N, X>
auto ellint_3(const K& k, const N& nu, const X& phi) {
  using std::ellint_1, std::ellint_2, std::ellint_3, std::sin;
  return detail::by_slopes(
      [](const auto& m, const auto& n, const auto& p) { return ellint_3(m, n, p); },
      std::tuple(
          [](const auto& m, const auto& n, const auto& p) {
            const auto rest = m * m - 1.0;
            return m / (n - m * m) *
                   (ellint_2(m, p) / rest + ellint_3(m, n, p) -
                    m * m * sin(2.0 * p) / (2.0 * rest * detail::elliptic_root(m, p)));
          },
          [](const auto& m, const auto& n, const auto& p) {
            const auto gap = m * m - n;
            const auto sine = sin(p);
            return (ellint_2(m, p) +
                    (gap * ellint_1(m, p) + (n * n - m * m) * ellint_3(m, n, p)) / n -
                    n * detail::elliptic_root(m, p) * sin(2.0 * p) /
                        (2.0 * (1.0 - n * sine * sine))) /
                   (2.0 * gap * (n - 1.0));
          },
          [](const auto& m, const auto& n, const auto& p) {
            const auto sine = sin(p);
            return 1.0 / ((1.0 - n * sine * sine) * detail::elliptic_root(m, p));
          }),
      k, nu, phi);
}

}  // namespace etad::inline ETAD_ABI

#include <etad/core/warnings_on.hpp>
