// SPDX-License-Identifier: MIT
// The README's lines. Fails unless the results are those of the formulas done by hand.
#include <array>
#include <cmath>
#include <cstdio>
#include <etad/etad.hpp>

constexpr auto f = [](auto x, auto y) {
  using std::sin;
  return x * y + sin(x);
};
constexpr auto polar = [](auto r, auto angle) {
  using std::cos, std::sin;
  return std::array{r * cos(angle), r * sin(angle)};
};

static_assert(etad::derivative([](auto x) { return x * x * x; })(2.0) == 12.0);

int main() {
  const auto [dx, dy] = etad::gradient(f)(0.5, 2.0);
  const auto J = etad::jacobian(polar)(2.0, 0.5);
  const auto H = etad::hessian(f)(0.5, 2.0);
  std::printf("gradient %.6f %.6f\n", dx, dy);
  std::printf("jacobian %.6f %.6f / %.6f %.6f\n", J(0, 0), J(0, 1), J(1, 0), J(1, 1));
  std::printf("hessian  %.6f %.6f / %.6f %.6f\n", H(0, 0), H(0, 1), H(1, 0), H(1, 1));

  const auto close = [](double a, double b) { return std::abs(a - b) <= 1e-15 * std::abs(b); };
  const bool right = close(dx, 2.0 + std::cos(0.5)) && close(dy, 0.5) &&
                     close(J(0, 0), std::cos(0.5)) && close(J(0, 1), -2.0 * std::sin(0.5)) &&
                     close(J(1, 0), std::sin(0.5)) && close(J(1, 1), 2.0 * std::cos(0.5)) &&
                     close(H(0, 0), -std::sin(0.5)) && close(H(0, 1), 1.0) && close(H(1, 0), 1.0) &&
                     close(H(1, 1), 0.0);
  return right ? 0 : 1;
}
