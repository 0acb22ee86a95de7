// SPDX-License-Identifier: MIT
// Elliptic integrals of C++17's <cmath> with their derivatives: complete ones by the modulus k and the
// characteristic nu, incomplete ones by the amplitude phi, too. Formulas: NIST Digital Library of Mathematical
// Functions, 19.4; where those divide small differences by k, series of k^2 (19.5.1, 19.5.2).
#pragma once

#include <cmath>
#include <numbers>
#include <tuple>
#include <type_traits>

#include <etad/core/warnings_off.hpp>

#include <etad/interop/stated_slopes.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// sqrt(1 - k^2 sin^2(phi)).
template <class K, class X>
auto elliptic_root(const K& k, const X& phi) {
  using std::sin, std::sqrt;
  const auto s = k * sin(phi);
  return sqrt((1.0 - s) * (1.0 + s));
}

/// Where derivatives by k are summed as series, which are right at 0 in any order.
template <class K>
bool is_small_modulus(const K& k) {
  return k * k < 0.09;
}
inline constexpr int modulus_terms = 16;  // 0.09^16 is 2e-17
/// The weights of the terms c k^(2 n) of integrals of the first kind and of the second, each times 2 n.
inline constexpr auto first_kind = [](int n) { return 2.0 * n; };
inline constexpr auto second_kind = [](int n) { return -2.0 * n / (2.0 * n - 1.0); };

/// pi / 2 times the sum over n of weight(n) c(n)^2 k^(2 n - 1) with c(n) = 1 3 ... (2 n - 1) / (2 4 ... 2 n).
template <class K, class Weight>
K complete_series(const K& k, const Weight& weight) {
  const K square = k * k;
  K power = 0.5 * std::numbers::pi * k;
  K sum = 0.25 * weight(1) * power;
  double c = 0.5;
  for (int n = 2; n <= modulus_terms; ++n) {
    c *= (2.0 * n - 1.0) / (2.0 * n);
    power = power * square;
    sum = sum + weight(n) * c * c * power;
  }
  return sum;
}
/// The sum over n of weight(n) c(n) k^(2 n - 1) times the integral of sin^(2 n) from 0 to phi.
template <class K, class X, class Weight, class Number = std::common_type_t<K, X>>
Number incomplete_series(const K& k, const X& phi, const Weight& weight) {
  using std::sin, std::cos;
  const Number sine = sin(phi);
  Number power = k;
  Number edge = sine * cos(phi);  // sin^(2 n - 1) cos
  Number integral = 0.5 * phi - 0.5 * edge;
  Number sum = 0.5 * weight(1) * power * integral;
  double c = 0.5;
  for (int n = 2; n <= modulus_terms; ++n) {
    c *= (2.0 * n - 1.0) / (2.0 * n);
    power = power * k * k;
    edge = edge * sine * sine;
    integral = ((2.0 * n - 1.0) * integral - edge) / (2.0 * n);
    sum = sum + weight(n) * c * power * integral;
  }
  return sum;
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
        using result = std::remove_cvref_t<decltype(v)>;
        if (detail::is_small_modulus(v)) return detail::complete_series(v, detail::first_kind);
        return result((comp_ellint_2(v) / (1 - v * v) - comp_ellint_1(v)) / v);
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
        if (detail::is_small_modulus(v)) return detail::complete_series(v, detail::second_kind);
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
            using result = std::common_type_t<std::remove_cvref_t<decltype(m)>,
                                              std::remove_cvref_t<decltype(p)>>;
            if (detail::is_small_modulus(m)) {
              return detail::incomplete_series(m, p, detail::first_kind);
            }
            const auto rest = (1.0 - m) * (1.0 + m);
            return result((ellint_2(m, p) / rest - ellint_1(m, p)) / m -
                          m * sin(2.0 * p) / (2.0 * rest * detail::elliptic_root(m, p)));
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
            using result = std::common_type_t<std::remove_cvref_t<decltype(m)>,
                                              std::remove_cvref_t<decltype(p)>>;
            if (detail::is_small_modulus(m)) {
              return detail::incomplete_series(m, p, detail::second_kind);
            }
            return result((ellint_2(m, p) - ellint_1(m, p)) / m);
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
