// SPDX-License-Identifier: MIT
// Lane i of a batch computes what a call at point i computes, whatever the number of points.
#include <doctest/doctest.h>
#include <etad/batch/vmap.hpp>
#include <etad/verb/derivative.hpp>
#include <etad/verb/gradient.hpp>
#include <models/black_scholes.hpp>

#include <Eigen/Core>
#include <cmath>
#include <span>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include "samples.hpp"

namespace {

using samples::branches;

// Contraction may differ between the two.
template <class T>
bool close(T seen, T expected, T scale) {
  return samples::close(seen, expected, scale, 8);
}

template <class T>
void all_sizes() {
  constexpr auto g = etad::value_and_gradient(branches);
  for (std::size_t n = 0; n <= 3 * 64 / sizeof(T) + 1; ++n) {
    const auto points = samples::points<T>(n);
    const T s = T(0.75);
    const auto seen = etad::vmap(g)(points, s);
    REQUIRE(seen.size() == n);
    for (std::size_t i = 0; i < n; ++i) {
      const auto one = g(points[i], s);
      const auto& [dx, ds] = one.gradient;
      const auto& [lane_dx, lane_ds] = seen[i].gradient;
      const T scale = std::abs(one.value) + std::abs(dx[0]) + std::abs(dx[1]);
      CHECK(close(seen[i].value, one.value, scale));
      CHECK(close(lane_dx[0], dx[0], scale));
      CHECK(close(lane_dx[1], dx[1], scale));
      CHECK(close(lane_ds, ds, scale));
    }
  }
}

TEST_CASE("every number of points, double and float, with singular points among them") {
  all_sizes<double>();
  all_sizes<float>();
}

TEST_CASE("structures of arrays, unaligned, and results one span for each number") {
  constexpr std::size_t n = 37;
  constexpr auto g = etad::value_and_gradient(models::black_scholes{});
  std::array<std::vector<double>, 5> x;
  std::array<std::vector<double>, 6> out;
  for (std::size_t j = 0; j < 5; ++j) x[j].resize(n + 1);
  for (auto& column : out) column.assign(n + 2, -7.0);
  for (std::size_t i = 0; i < n + 1; ++i) {
    const double t = static_cast<double>(i);
    x[0][i] = 90 + t;
    x[1][i] = 100;
    x[2][i] = 0.01 + 0.001 * t;
    x[3][i] = 0.2;
    x[4][i] = i == 5 ? 0.0 : 0.25 + 0.01 * t;
  }
  const auto from = [&](std::size_t j) { return std::span<const double>(x[j]).subspan(1); };
  const auto to = [&](std::size_t j) { return std::span<double>(out[j]).subspan(1, n); };
  etad::vmap(g)(from(0), from(1), from(2), from(3), from(4),
                etad::into(to(0), to(1), to(2), to(3), to(4), to(5)));
  for (std::size_t i = 0; i < n; ++i) {
    const auto one = g(x[0][i + 1], x[1][i + 1], x[2][i + 1], x[3][i + 1], x[4][i + 1]);
    CHECK(close(out[0][i + 1], one.value, 100.0));
    CHECK(close(out[1][i + 1], std::get<0>(one.gradient), 100.0));
    CHECK(close(out[5][i + 1], std::get<4>(one.gradient), 100.0));
  }
  for (const auto& column : out) {
    CHECK(column.front() == -7.0);
    CHECK(column.back() == -7.0);
  }
}

TEST_CASE("what an argument is") {
  constexpr auto dot = [](const auto& a, const auto& b) { return a[0] * b[0] + a[1] * b[1]; };
  const std::vector<double> x{1, 2, 3};
  const std::vector<double> y{4, 5, 6};
  const std::array<std::span<const double>, 2> columns{x, y};
  const std::array<std::array<double, 2>, 3> rows{{{1, 4}, {2, 5}, {3, 6}}};
  const std::vector<double> expected{-3, -3, -3};
  CHECK(etad::vmap(dot)(columns, std::array{1.0, -1.0}) == expected);
  CHECK(etad::vmap(dot)(etad::each(rows), std::array{1.0, -1.0}) == expected);
  CHECK(etad::vmap(dot)(std::vector(rows.begin(), rows.end()), std::array{1, -1}) == expected);
  const double built_in[] = {1, 2, 3};
  CHECK(etad::vmap([](auto a, auto b) { return a * b; })(built_in, 2.0) ==
        std::vector<double>{2, 4, 6});
  constexpr auto of_tuple = [](const auto& t, auto a) {
    const auto& [u, v] = t;
    return a * (u - v);
  };
  CHECK(etad::vmap(of_tuple)(std::tuple(std::span(x), std::span(y)), 1.0) == expected);
}

TEST_CASE("vectors, matrices and maps of Eigen") {
  constexpr auto product = [](const auto& a, auto b) { return a[0] * a[1] * b; };
  Eigen::Matrix<double, 2, Eigen::Dynamic> a(2, 3);
  a << 1, 2, 3, 4, 5, 6;
  const Eigen::VectorXd b = Eigen::VectorXd::Constant(3, 2.0);
  const std::vector<double> expected{8, 20, 36};
  CHECK(etad::vmap(product)(a, b) == expected);
  const Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, 2, Eigen::RowMajor>> rows(a.data(),
                                                                                         3, 2);
  Eigen::VectorXd out(3);
  etad::vmap(product)(rows, 2.0, etad::into(out));
  CHECK(std::vector<double>(out.begin(), out.end()) == expected);
  Eigen::Matrix<double, 2, Eigen::Dynamic> slopes(2, 3);
  etad::vmap(etad::gradient(product, etad::wrt<0>))(a, b, etad::into(slopes));
  CHECK(slopes(0, 2) == 12.0);
  const Eigen::MatrixXd all = Eigen::MatrixXd::Ones(4, 6);
  CHECK_THROWS_AS(etad::vmap(product)(a, all.row(1).head(3)), std::invalid_argument);
  CHECK_THROWS_AS(etad::vmap(product)(all.topLeftCorner<2, Eigen::Dynamic>(2, 3), b),
                  std::invalid_argument);
}

TEST_CASE("results in parts") {
  constexpr auto f = [](const auto& a) { return a[0] * a[1]; };
  const std::vector<std::array<double, 2>> x{{1, 2}, {3, 4}, {5, 6}};
  std::vector<double> value(3);
  std::vector<std::array<double, 2>> gradient(3);
  etad::vmap(etad::value_and_gradient(f))(x, etad::into(value, gradient));
  CHECK(value == std::vector<double>{2, 12, 30});
  CHECK(gradient == std::vector<std::array<double, 2>>{{2, 1}, {4, 3}, {6, 5}});
}

TEST_CASE("callables with state, other number types, constant evaluation") {
  double factor = 3;
  const auto with_state = [&](double x) { return factor * x; };
  CHECK(etad::vmap(with_state)(std::vector<double>{1, 2}) == std::vector<double>{3, 6});
  constexpr auto square = [](auto x) { return x * x; };
  CHECK(etad::vmap(square)(std::vector<long double>{3, 4}) == std::vector<long double>{9, 16});
  constexpr auto sum = [square] {
    double result = 0;
    for (const double s : etad::vmap(etad::derivative(square))(std::vector<double>{1, 2, 3})) {
      result += s;
    }
    return result;
  };
  static_assert(sum() == 12);
}

template <class F>
std::string refusal(F f) {
  try {
    f();
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("misuse that shows at run time; nothing is written then") {
  constexpr auto f = [](auto x, auto y) { return x * y; };
  std::vector<double> x(5, 2.0);
  const std::vector<double> y(6);
  std::vector<double> out(5, -1.0);
  CHECK(refusal([&] { etad::vmap(f)(x, y, etad::into(out)); }).find("ETAD-047") == 0);
  CHECK(refusal([&] { etad::vmap(f)(x, y); }).find("5 and 6 points") != std::string::npos);
  std::vector<double> four(4);
  CHECK(refusal([&] { etad::vmap(f)(x, 1.0, etad::into(four)); }).find("ETAD-047") == 0);
  CHECK(refusal([&] { etad::vmap(f)(x, 1.0, etad::into(x)); }).find("ETAD-048") == 0);
  std::vector<double> long_one(9);
  const std::span<double> all(long_one);
  CHECK(refusal([&] {
          etad::vmap(f)(all.first(5), 1.0, etad::into(all.subspan(4)));
        }).find("ETAD-048") == 0);
  CHECK(refusal([&] { etad::vmap(f)(all.first(4), 1.0, etad::into(all.subspan(5))); }) == "");
  CHECK(out == std::vector<double>(5, -1.0));
  CHECK(x == std::vector<double>(5, 2.0));
}

// Every placement of a result at, before and behind an argument, with elements whose members compilers may
// lay out in either order: refused if and only if they share memory.
TEST_CASE(
    "results are refused where they share memory with arguments or each other, and only there") {
  constexpr auto swapped = [](const auto& pair) {
    return std::tuple{std::get<1>(pair), 2 * std::get<0>(pair)};
  };
  using pair = std::tuple<double, double>;
  std::vector<pair> memory(12);
  const std::span<pair> all(memory);
  for (std::size_t from = 0; from <= 9; ++from) {
    const bool apart = from + 3 <= 4 || from >= 7;
    CHECK((refusal([&] {
             etad::vmap(swapped)(all.subspan(4, 3), etad::into(all.subspan(from, 3)));
           }) == "") == apart);
  }
  constexpr auto two = [](auto x) { return std::tuple{x, 2 * x}; };
  const std::vector<double> x(3, 1.0);
  std::vector<double> numbers(12);
  const std::span<double> parts(numbers);
  for (std::size_t from = 0; from <= 9; ++from) {
    const std::string text = refusal(
        [&] { etad::vmap(two)(x, etad::into(parts.subspan(4, 3), parts.subspan(from, 3))); });
    const bool apart = from + 3 <= 4 || from >= 7;
    CHECK(text.find(apart ? "" : "ETAD-155") == 0);
    CHECK((text == "") == apart);
  }
}

TEST_CASE("blocks of points on any executor") {
  constexpr auto f = [](auto x) { return x * x; };
  std::vector<double> x(5000);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<double>(i);
  const auto backwards = [](std::size_t count, const auto& body) {
    for (std::size_t i = count; i-- > 0;) body(i);
  };
  CHECK(etad::vmap(f)(backwards, x) == etad::vmap(f)(x));
}

}  // namespace
