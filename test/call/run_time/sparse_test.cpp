// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <Eigen/SparseCore>
#include <array>
#include <cmath>
#include <etad/etad.hpp>
#include <etad/interop/eigen.hpp>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

std::vector<double> points(std::size_t n) {
  std::vector<double> x(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = 0.5 + 0.25 * std::sin(static_cast<double>(i));
  return x;
}

/// A reaction and diffusion in a line: a band of three.
constexpr auto diffusion = [](const auto& u) {
  auto r = u;
  for (std::size_t i = 0; i < u.size(); ++i) {
    r[i] = u[i] * u[i] * u[i] - 2.0 * u[i];
    if (i > 0) r[i] += u[i - 1];
    if (i + 1 < u.size()) r[i] += u[i + 1] * u[i];
  }
  return r;
};

/// Rosenbrock's function: a Hessian with a band of three.
constexpr auto rosenbrock = [](const auto& x) {
  auto sum = 0.0 * x[0];
  for (std::size_t i = 0; i + 1 < x.size(); ++i) {
    const auto t = x[i + 1] - x[i] * x[i];
    const auto u = 1.0 - x[i];
    sum += 100.0 * t * t + u * u;
  }
  return sum;
};

/// Everything with the first number, and squares: an arrow.
constexpr auto arrow = [](const auto& x) {
  using std::exp;
  auto sum = exp(x[0]);
  for (std::size_t i = 1; i < x.size(); ++i) sum += x[0] * x[0] * x[i] + x[i] * x[i] * x[i];
  return sum;
};

template <class Sparse, class Dense>
void check_equal(const Sparse& sparse, const Dense& dense) {
  REQUIRE(sparse.rows() == static_cast<std::size_t>(dense.rows()));
  REQUIRE(sparse.columns() == static_cast<std::size_t>(dense.columns()));
  for (std::size_t i = 0; i < sparse.rows(); ++i) {
    for (std::size_t j = 0; j < sparse.columns(); ++j) {
      CHECK(sparse(i, j) == doctest::Approx(dense(i, j)).epsilon(1e-13));
    }
  }
}

std::string complaint(auto action) {
  try {
    action();
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "nothing";
}

}  // namespace

TEST_CASE("sparse Jacobians of vectors") {
  for (const std::size_t n : {1U, 2U, 3U, 9U, 40U}) {
    CAPTURE(n);
    const auto x = points(n);
    const auto J = etad::sparse_jacobian(diffusion)(x);
    check_equal(J, etad::jacobian(diffusion)(x));
    CHECK(J.nonzeros() == 3 * n - 2);
    CHECK(J.pattern.colours == static_cast<int>(n < 3 ? n : 3));
    const auto [value, again] = etad::value_and_sparse_jacobian(diffusion)(x);
    CHECK(value == diffusion(x));
    CHECK(again == J);
  }
}

TEST_CASE("patterns are kept for other points, results go into memory of the caller") {
  const auto x = points(50);
  const auto where = etad::jacobian_sparsity_at(diffusion)(x);
  const auto jacobian = etad::sparse_jacobian(diffusion, where);
  std::vector<double> y(50, 2.0);
  const auto J = jacobian(y);
  check_equal(J, etad::jacobian(diffusion)(y));

  etad::workspace memory;
  std::vector<double> values(50);
  std::vector<double> nonzeros(where.nonzeros());
  etad::value_and_sparse_jacobian(diffusion, where)(y, std::span(values), std::span(nonzeros),
                                                    memory);
  CHECK(nonzeros == J.values);
  CHECK(values == diffusion(y));

  const Eigen::Map<const Eigen::SparseMatrix<double, Eigen::RowMajor>> map(
      static_cast<int>(J.rows()), static_cast<int>(J.columns()), static_cast<int>(J.nonzeros()),
      J.pattern.row_offsets.data(), J.pattern.column_indices.data(), J.values.data());
  CHECK(map.coeff(7, 8) == J(7, 8));
  CHECK(map.coeff(7, 9) == 0);

  CHECK(complaint([&] { jacobian(points(49)); }).find("ETAD-159") == 0);
  CHECK(complaint([&] { jacobian(points(51)); }).find("ETAD-159") == 0);
  CHECK(complaint([&] { jacobian(y, std::span(nonzeros).first(7)); }).find("ETAD-030") == 0);
}

TEST_CASE("sparse Hessians of vectors") {
  const auto check = [](auto f, std::size_t n, std::size_t expected, int colours) {
    const auto x = points(n);
    const auto dense = etad::hessian(f)(x);
    const auto H = etad::sparse_hessian(f)(x);
    check_equal(H, dense);
    CHECK(H.nonzeros() == expected);
    CHECK(H.pattern.colours <= colours);
    const auto [v, g, again] = etad::value_gradient_sparse_hessian(f)(x);
    CHECK(v == doctest::Approx(f(x)));
    CHECK(again.values == H.values);
    const auto gradient = etad::gradient(f)(x);
    for (std::size_t j = 0; j < n; ++j) CHECK(g[j] == doctest::Approx(gradient[j]));
    double value = 0;
    std::vector<double> slopes(n);
    std::vector<double> nonzeros(H.nonzeros());
    etad::value_gradient_sparse_hessian(f, H.pattern)(x, std::span(&value, 1), std::span(slopes),
                                                      std::span(nonzeros));
    CHECK(value == v);
    CHECK(slopes == g);
    CHECK(nonzeros == H.values);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < i; ++j) CHECK(H(i, j) == H(j, i));
    }
  };
  check(rosenbrock, 2, 4, 2);
  check(rosenbrock, 30, 88, 3);
  check(arrow, 30, 88, 2);
}

TEST_CASE("patterns are those of the branches taken, of data and of several arguments") {
  const auto f = [](const auto& x, const auto& k) {
    std::vector<std::remove_cvref_t<decltype(x[0] * k[0])>> y(2);
    y[0] = x[0] > 1.0 ? x[1] * k[0] : x[2] + k[1];
    y[1] = 3.0;
    return y;
  };
  const std::vector<double> k{2.0, 4.0};
  const auto at = [&](double x0, auto wrt) {
    return etad::jacobian_sparsity_at(f, wrt)(std::vector{x0, 5.0, 6.0}, k);
  };
  const auto above = at(2.0, etad::wrt<0, 1>);
  CHECK((above.rows() == 2 && above.columns() == 5 && above.nonzeros() == 2));
  CHECK((above(0, 1) && above(0, 3)));
  const auto below = at(0.0, etad::wrt<0>);
  CHECK((below.columns() == 3 && below.nonzeros() == 1 && below(0, 2)));
}

TEST_CASE("a stated derivative has a place; of a record of one's own only the sweep is known") {
  const auto stated = [](const auto& x) {
    auto y = x;
    for (auto& number : y) {
      number = etad::custom_derivative([](auto u) { return u * u; },
                                       [](auto u) { return 2.0 * u; })(number);
    }
    return y;
  };
  const auto J = etad::sparse_jacobian(stated)(std::vector{1.0, 2.0, 3.0});
  CHECK(J.values == std::vector{2.0, 4.0, 6.0});

  struct external : etad::detail::tape_block<double> {
    std::vector<etad::detail::tape_index> inputs() const override { return {0, 1}; }
    void sweep(double*, etad::detail::tape_index) const override {}
  };
  etad::detail::recorder<double> tape;
  tape.add_inputs(2);
  tape.add_block(etad::detail::owned_block<double>(new external), 1);
  CHECK(complaint([&] { etad::detail::tape_reach{tape}; }).find("ETAD-158") == 0);
}

TEST_CASE("a derivative that happens to be zero is not a structural zero; no numbers, no entries") {
  const auto cube = [](const auto& x) { return x[0] * x[0] * x[0] + x[1] * x[1]; };
  const std::vector<double> origin{0.0, 0.0};
  const auto where = etad::hessian_sparsity_at(cube)(origin);
  CHECK((where.nonzeros() == 2 && where(0, 0) && where(1, 1)));
  CHECK(etad::sparse_hessian(cube, where)(std::vector{2.0, 1.0})(0, 0) == 12.0);
  const auto copy = [](const auto& x) { return x; };
  CHECK(etad::sparse_jacobian(copy)(std::vector<double>{}).nonzeros() == 0);
}
