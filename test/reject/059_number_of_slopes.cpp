// SPDX-License-Identifier: MIT
// expect: ETAD-059: etad::custom_derivative\(value, rule\) requires rule\(x...\) or
#include <array>
#include <etad/etad.hpp>

double f(const std::array<double, 2>& x) {
  constexpr auto value = [](const auto& u) { return u[0] * u[1]; };
#if REJECT
  constexpr auto product = etad::custom_derivative(value, [](const auto& u) { return u[1]; });
#else
  constexpr auto product = etad::custom_derivative(value, [](const auto& u) {
    return std::array{u[1], u[0]};
  });
#endif
  return etad::gradient(product)(x)[0];
}
