// SPDX-License-Identifier: MIT
// Sums over rows against loops over rows.
#include <doctest/doctest.h>
#include <etad/batch/sum_over.hpp>
#include <etad/verb/jacobian.hpp>

#include <cmath>
#include <limits>
#include <vector>

#include "samples.hpp"

namespace {

constexpr auto decay = [](const auto& p, auto t, auto y) {
  using std::exp;
  return p[0] * exp(-p[1] * t) - y;
};
constexpr auto squared = [](const auto& p, const auto& row) {
  using std::sqrt;
  const auto r = decay(p, row[0], row[1]);
  return r * r + sqrt(p[0] * row[2] * row[2]);  // a vertical tangent where row[2] is 0
};

template <class T>
std::array<std::vector<T>, 3> some_rows(std::size_t n) {
  std::array<std::vector<T>, 3> rows;
  for (auto& column : rows) column.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    const T t = T(0.01) * static_cast<T>(i % 300);
    rows[0][i] = t;
    rows[1][i] = 2 * std::exp(-t / 2) + T(0.01) * static_cast<T>(i % 5);
    rows[2][i] = i % 11 == 2 ? T(0) : T(0.1) * t;
  }
  return rows;
}

template <class T>
bool close(T seen, T expected, T scale) {
  if (seen == expected) return true;
  return std::abs(seen - expected) <= 64 * std::numeric_limits<T>::epsilon() * (T(1) + scale);
}

template <class T>
void against_loop(std::size_t n) {
  constexpr auto sum = etad::sum_over(squared);
  const auto rows = some_rows<T>(n);
  const std::array<T, 2> p{T(1.9), T(0.55)};
  // The sums of absolute values bound the rounding errors.
  T value = 0;
  std::array<T, 2> gradient{};
  T scale = 0;
  T curvature = 0;
  T curvature_scale = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const std::array row{rows[0][i], rows[1][i], rows[2][i]};
    const auto one = etad::value_gradient_hessian(squared, etad::wrt<0>)(p, row);
    value += one.value;
    for (std::size_t k = 0; k < 2; ++k) gradient[k] += one.gradient[k];
    curvature += one.hessian(0, 1);
    curvature_scale += std::abs(one.hessian(0, 1));
    scale += std::abs(one.value) + std::abs(one.gradient[0]) + std::abs(one.gradient[1]);
  }
  const auto all = sum.value_gradient_hessian(p, rows);
  CHECK(close(all.value, value, scale));
  CHECK(close(all.gradient[0], gradient[0], scale));
  CHECK(close(all.gradient[1], gradient[1], scale));
  CHECK(close(all.hessian(0, 1), curvature, curvature_scale));
  CHECK(all.hessian(0, 1) == all.hessian(1, 0));
  CHECK(close(sum(p, rows), value, scale));
  CHECK(close(etad::gradient(sum)(p, rows)[1], gradient[1], scale));
}

TEST_CASE("every number of rows: tails, blocks, pairs of blocks, singular points") {
  for (std::size_t n = 0; n <= 3 * 64 / sizeof(float) + 1; ++n) {
    against_loop<double>(n);
    against_loop<float>(n);
  }
  for (const std::size_t n : {511u, 512u, 513u, 1025u, 2600u}) against_loop<double>(n);
}

TEST_CASE("normal equations") {
  constexpr auto residuals = [](const auto& p, auto t, auto y) {
    return std::array{decay(p, t, y), 0.1 * p[0] * t};
  };
  constexpr std::size_t n = 700;
  const auto rows = some_rows<double>(n);
  const std::array p{1.9, 0.55};
  double value = 0;
  std::array<double, 2> gradient{};
  etad::matrix<double, 2, 2> matrix{};
  for (std::size_t i = 0; i < n; ++i) {
    const auto [r, J] =
        etad::value_and_jacobian(residuals, etad::wrt<0>)(p, rows[0][i], rows[1][i]);
    for (std::size_t k = 0; k < 2; ++k) {
      value += r[k] * r[k] / 2;
      for (std::size_t a = 0; a < 2; ++a) {
        gradient[a] += J(k, a) * r[k];
        for (std::size_t b = 0; b < 2; ++b) matrix(a, b) += J(k, a) * J(k, b);
      }
    }
  }
  const auto step = etad::gauss_newton(etad::sum_over(residuals))(p, rows[0], rows[1]);
  CHECK(step.value == doctest::Approx(value).epsilon(1e-13));
  for (std::size_t a = 0; a < 2; ++a) {
    CHECK(step.gradient[a] == doctest::Approx(gradient[a]).epsilon(1e-11));
    for (std::size_t b = 0; b < 2; ++b) {
      CHECK(step.matrix(a, b) == doctest::Approx(matrix(a, b)).epsilon(1e-12));
    }
  }

  // A kernel that cannot be traced runs row by row.
  const std::vector scales{1.0};
  const auto closure = [&](const auto& q, auto x, auto y) {
    auto r = residuals(q, x, y);
    for (const double scale : scales) r[0] *= scale;
    return r;
  };
  const auto again = etad::sum_over(closure).gauss_newton(p, rows[0], rows[1]);
  CHECK(again.value == doctest::Approx(value).epsilon(1e-13));
  for (std::size_t a = 0; a < 2; ++a) {
    CHECK(again.gradient[a] == doctest::Approx(gradient[a]).epsilon(1e-11));
    for (std::size_t b = 0; b < 2; ++b) {
      CHECK(again.matrix(a, b) == doctest::Approx(matrix(a, b)).epsilon(1e-12));
    }
  }
}

TEST_CASE("threads change nothing") {
  constexpr std::size_t n = 512 * 150 + 77;
  const auto rows = some_rows<double>(n);
  const std::array p{1.9, 0.55};
  constexpr auto sum = etad::sum_over(squared);
  const auto alone = sum.value_and_gradient(p, rows);
  for (const std::size_t count : {1u, 2u, 3u}) {
    const auto threads = samples::threads(count);
    CHECK(sum.value_and_gradient(threads, p, rows) == alone);
    CHECK(etad::value_and_gradient(sum)(threads, p, rows) == alone);
  }
}

TEST_CASE("progress and stopping") {
  constexpr auto identity = [](auto p, auto x) { return p * x; };
  const std::vector<double> x(2000, 1.0);
  std::vector<std::size_t> seen;
  const auto watched = etad::sum_over(identity).with_progress([&](std::size_t done, std::size_t n) {
    CHECK(n == x.size());
    seen.push_back(done);
    return true;
  });
  CHECK(watched(2.0, x) == 4000.0);
  CHECK(seen == std::vector<std::size_t>{512, 1024, 1536, 2000});
  std::size_t calls = 0;
  const auto impatient =
      etad::sum_over(identity).with_progress([&](std::size_t, std::size_t) { return ++calls < 2; });
  CHECK_THROWS_AS(impatient(2.0, x), etad::stopped);
  CHECK(calls == 2);
}

TEST_CASE("a callable with state; sizes that differ") {
  double factor = 0.5;
  const auto with_state = [&](double p, double x) { return factor * p * x; };
  const std::vector<double> x{1, 2, 3};
  CHECK(etad::sum_over(with_state)(2.0, x) == 6.0);
  CHECK_THROWS_AS(etad::sum_over(decay)(std::array{1.0, 2.0}, x, std::vector<double>(4)),
                  std::invalid_argument);
}

}  // namespace
