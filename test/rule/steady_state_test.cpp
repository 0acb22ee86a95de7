// SPDX-License-Identifier: MIT
// Implicit functions of several unknowns: the steady state of a reactor, equations whose Jacobian has
// zeros on the diagonal, and the inverse behind them.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <etad/rule/implicit_root.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/jacobian.hpp>

namespace {

bool near(double a, double b) { return std::fabs(a - b) <= 1e-12 * (1 + std::fabs(b)); }

// A stirred tank, fed with y0, in which y0 and y1 make more of y1, and y1 and y2 more of y2; k holds
// the flow, the feed and the rates.
constexpr auto rates = [](const auto& y, const auto& k) {
  const auto first = k[2] * y[0] * y[1];
  const auto second = k[3] * y[1] * y[2];
  return std::array{k[0] * (k[1] - y[0]) - first, first - second - k[0] * y[1] + 0.1,
                    second - k[0] * y[2] + 0.05};
};
// Newton's method in components: J' s = -F by Cramer's rule.
constexpr auto iterated = [](const auto& k) {
  const auto half = 0.5 * k[1];
  std::array y{half, half, half};
  for (int n = 0; n < 6; ++n) {
    const auto f = rates(y, k);
    const auto a = -k[0] - k[2] * y[1], b = -k[2] * y[0];
    const auto c = k[2] * y[1], d = k[2] * y[0] - k[3] * y[2] - k[0], e = -k[3] * y[1];
    const auto g = k[3] * y[2], h = k[3] * y[1] - k[0];
    const auto det = a * (d * h - e * g) - b * c * h;
    y = std::array{y[0] - ((d * h - e * g) * f[0] - b * h * f[1] + b * e * f[2]) / det,
                   y[1] - (-c * h * f[0] + a * h * f[1] - a * e * f[2]) / det,
                   y[2] - (c * g * f[0] - a * g * f[1] + (a * d - b * c) * f[2]) / det};
  }
  return y;
};
constexpr auto steady = etad::implicit_root(rates, iterated);
constexpr auto solved =
    etad::implicit_root(rates, [](const std::array<double, 4>& k) { return iterated(k); });
static_assert(etad::traceable<decltype(steady), std::array<double, 4>>);
static_assert(!etad::traceable<decltype(solved), std::array<double, 4>>);

constexpr std::array k{0.4, 2.0, 1.5, 0.7};

template <class J>
void check_against_the_iterations(const J& jacobian) {
  const auto j = jacobian(k);
  const auto wanted = etad::jacobian(etad::opaque(iterated))(k);
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t n = 0; n < 4; ++n) CHECK(near(j[i][n], wanted[i][n]));
  }
}

// x = p1^2, y = p0 p1, z = p0, in an order of equations that leaves no diagonal.
constexpr auto scrambled = [](const auto& x, auto p0, auto p1) {
  return std::array{x[1] - p0 * p1, x[2] - p0, 1e-20 * x[2] + x[0] - p1 * p1};
};
constexpr auto scrambled_root = etad::implicit_root(scrambled, [](auto p0, auto p1) {
  return std::array{p1 * p1 - 1e-20 * p0, p0 * p1, p0};
});

}  // namespace

TEST_CASE("the steady state of a reactor") {
  const auto y = steady(k);
  for (const double r : rates(y, k)) CHECK(std::fabs(r) < 1e-15);
  check_against_the_iterations(etad::jacobian(steady, etad::forward));
  check_against_the_iterations(etad::jacobian(steady, etad::reverse));
  check_against_the_iterations(etad::jacobian(solved));
}

TEST_CASE("second derivatives of a loss of the steady state") {
  constexpr auto loss = [](const auto& p) {
    const auto y = steady(p);
    return y[0] * y[1] + y[2] * y[2];
  };
  constexpr auto own = [](const auto& p) {
    const auto y = iterated(p);
    return y[0] * y[1] + y[2] * y[2];
  };
  const auto h = etad::hessian(loss)(k);
  const auto wanted = etad::hessian(etad::opaque(own))(k);
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t n = 0; n < 4; ++n) CHECK(near(h[i][n], wanted[i][n]));
  }
}

TEST_CASE("rows are exchanged where the diagonal is zero") {
  const auto j = etad::jacobian(scrambled_root)(3.0, 5.0);
  const double wanted[3][2] = {{0.0, 10.0}, {5.0, 3.0}, {1.0, 0.0}};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t n = 0; n < 2; ++n) CHECK(near(j[i][n], wanted[i][n]));
  }
}

TEST_CASE("the inverse is stable where pivots are small") {
  using matrix = etad::detail::square_matrix<double, 4>;
  const matrix m{{{1e-20, 2.0, 1.0, 0.5},
                  {1.0, 1e-18, 3.0, 1.0},
                  {2.0, 4.0, 0.0, 1.0},
                  {0.0, 1.0, 1.0, 1e-17}}};
  const matrix r = etad::detail::negative_inverse(m);
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 4; ++j) {
      double sum = 0;
      for (std::size_t n = 0; n < 4; ++n) sum += m[i][n] * r[n][j];
      CHECK(std::fabs(sum + (i == j ? 1.0 : 0.0)) < 1e-14);
    }
  }
}
