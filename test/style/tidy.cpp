// SPDX-License-Identifier: MIT
// Read by clang-tidy alone: every verb once, so that the templates behind them are instantiated.
#include <array>
#include <cmath>
#include <etad/etad.hpp>

namespace {

constexpr auto area = [](const auto& x, const auto& y) {
  using std::sin;
  return x > 0.0 ? x * sin(y) : y / x;
};
constexpr auto curve = [](const auto& t) { return std::array{t[0] * t[1], t[0] + t[1]}; };
constexpr auto line = [](const auto& x) { return x * x * x; };

}  // namespace

int main() {
  const std::array point{1.0, 2.0};
  double sum = etad::derivative(line)(2.0) + etad::derivative<2>(line)(2.0);
  sum += std::get<0>(etad::gradient(area)(1.0, 2.0));
  sum += etad::value_and_gradient(area)(1.0, 2.0).value;
  sum += etad::jacobian(curve)(point)(0, 1) + etad::jacobian(curve, etad::elimination)(point)(0, 1);
  sum += etad::value_and_jacobian(curve)(point).jacobian(1, 0);
  sum += etad::hessian(area)(1.0, 2.0)(0, 1);
  sum += etad::value_gradient_hessian(area)(1.0, 2.0).value;
  sum += etad::jvp(curve)(point, point)[0] + etad::vjp(curve)(point, point)[0];
  sum += etad::check_derivatives(area)(1.0, 2.0) ? 1.0 : 0.0;
  return sum > 0.0 ? 0 : 1;
}
