// SPDX-License-Identifier: MIT
// Algorithms and complex numbers of the standard library on duals.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <complex>
#include <functional>
#include <map>
#include <numeric>
#include <vector>

#include <etad/dual/functions.hpp>

namespace {

using real = etad::dual<double, 2>;
using etad::tangent, etad::value;

bool close(const real& x, double v, double t0, double t1) {
  const auto near = [](double a, double b) { return std::abs(a - b) <= 1e-14 * (1 + std::abs(b)); };
  return near(value(x), v) && near(tangent(x)[0], t0) && near(tangent(x)[1], t1);
}

TEST_CASE("accumulate, inner_product, partial_sum, reduce") {
  const std::vector<real> x{real(2.0, 0), real(3.0, 1), real(5)};
  CHECK(close(std::accumulate(x.begin(), x.end(), real(0)), 10, 1, 1));
  CHECK(close(std::accumulate(x.begin(), x.end(), real(1), std::multiplies<>()), 30, 15, 10));
  CHECK(close(std::inner_product(x.begin(), x.end(), x.begin(), real(0)), 38, 4, 6));
  CHECK(close(std::reduce(x.begin(), x.end()), 10, 1, 1));
  std::vector<real> sums(3);
  std::partial_sum(x.begin(), x.end(), sums.begin());
  CHECK(close(sums[1], 5, 1, 1));
  const std::array<double, 3> weights{1, 2, 3};
  CHECK(close(std::inner_product(x.begin(), x.end(), weights.begin(), real(0)), 23, 1, 2));
}

TEST_CASE("sort, minmax, clamp and maps order by value") {
  std::vector<real> x{real(3.0, 0), real(1.0, 1), real(2)};
  std::sort(x.begin(), x.end());
  CHECK(close(x[0], 1, 0, 1));
  CHECK(close(*std::max_element(x.begin(), x.end()), 3, 1, 0));
  CHECK(close(std::max(x[0], x[1]), 2, 0, 0));
  CHECK(close(std::clamp(x[2], x[0], x[1]), 2, 0, 0));
  std::map<real, int> order{{x[2], 2}, {x[0], 0}};
  CHECK(order.begin()->second == 0);
}

TEST_CASE("complex numbers") {
  using complex = std::complex<real>;
  const complex a(real(3.0, 0), real(4.0, 1)), b(real(1), real(2));
  const complex product = a * b;  // (3 - 8) + (6 + 4) i
  CHECK(close(product.real(), -5, 1, -2));
  CHECK(close(product.imag(), 10, 2, 1));
  const complex quotient = a / b;  // (11 - 2i)/5
  CHECK(close(quotient.real(), 2.2, 0.2, 0.4));
  CHECK(close(quotient.imag(), -0.4, -0.4, 0.2));
  CHECK(close(std::abs(a), 5, 0.6, 0.8));
  CHECK(close(std::norm(a), 25, 6, 8));
  CHECK(close(std::arg(a), std::atan2(4.0, 3.0), -4.0 / 25, 3.0 / 25));
  const complex e = std::exp(a);  // e' = e for both parts, i e along the imaginary part
  const std::complex<double> plain = std::exp(std::complex<double>(3, 4));
  CHECK(close(e.real(), plain.real(), plain.real(), -plain.imag()));
  CHECK(close(e.imag(), plain.imag(), plain.imag(), plain.real()));
  const complex root = std::sqrt(a);  // 2 + i, slope 1/(2 (2 + i)) = (2 - i)/10
  CHECK(close(root.real(), 2, 0.2, 0.1));
  CHECK(close(root.imag(), 1, -0.1, 0.2));
  const complex inverse = std::conj(a) / std::norm(a);
  CHECK(close((inverse * a).real(), 1, 0, 0));
}

}  // namespace
