// SPDX-License-Identifier: MIT
// What a sparse matrix offers, Hessians, Eigen's view of it, spans and nesting.
#include <doctest/doctest.h>

#include <Eigen/SparseCore>
#include <cmath>
#include <span>
#include <stdexcept>

#include <etad/show/sparsity_drawing.hpp>
#include <etad/verb/sparse_hessian.hpp>
#include <etad/verb/sparse_jacobian.hpp>

namespace {

constexpr auto chain = [](const auto& x) {
  return std::array{x[0] * x[1], x[1] * x[2] * x[2], 3.0 * x[3], x[1] - x[3] * x[0]};
};
constexpr std::array at_chain{2.0, 3.0, 5.0, 7.0};
constexpr auto j = etad::sparse_jacobian(chain)(at_chain);

static_assert(j.rows == 4 && j.columns == 4 && j.nonzeros == 8);
static_assert(j.row_offsets == std::array{0, 2, 4, 5, 8});
static_assert(j.column_indices == std::array{0, 1, 1, 2, 3, 0, 1, 3});
static_assert(j.values == std::array{3.0, 2.0, 25.0, 30.0, 3.0, -7.0, 1.0, -2.0});
static_assert(j(1, 2) == 30.0 && j(2, 0) == 0.0 && j.position(2, 0) == -1 && j.at<3, 3>() == -2.0);
static_assert(j.dense() == etad::jacobian(chain)(at_chain));
static_assert(etad::value_and_sparse_jacobian(chain)(at_chain).value == chain(at_chain));
static_assert(etad::value_and_sparse_jacobian(chain)(at_chain).jacobian == j);

// Every index, also before and behind the rows and columns; what reads past the tables is no constant.
constexpr bool finds_entries_alone() {
  const auto full = j.dense();
  for (int row = -1; row <= j.rows; ++row) {
    for (int column = -1; column <= j.columns; ++column) {
      const bool inside = row >= 0 && row < j.rows && column >= 0 && column < j.columns;
      const double entry =
          inside ? full(static_cast<std::size_t>(row), static_cast<std::size_t>(column)) : 0.0;
      if (j(row, column) != entry) return false;
    }
  }
  return true;
}
static_assert(finds_entries_alone());

constexpr auto pattern = etad::jacobian_sparsity<std::array<double, 4>>(chain);
static_assert(pattern.row_offsets == j.row_offsets && pattern.column_indices == j.column_indices);
static_assert(pattern(1, 2) && !pattern(2, 0));
static_assert(pattern.colours == 3);

/// An arrow: every variable meets the first one and itself.
constexpr auto arrow = [](const auto& x) {
  using std::exp;
  auto sum = exp(x[0]);
  for (std::size_t k = 1; k < 6; ++k) sum += x[0] * x[0] * x[k] + x[k] * x[k] * x[k];
  return sum;
};
constexpr std::array at_arrow{0.5, 1.0, -2.0, 3.0, 0.25, -0.75};
constexpr auto arrow_pattern = etad::hessian_sparsity<std::array<double, 6>>(arrow);
static_assert(arrow_pattern.nonzeros == 16 && arrow_pattern.colours == 2);

constexpr auto of_two = [](const auto& x, auto s) { return x[0] * x[0] * s + x[1] * x[2] * s * s; };

}  // namespace

TEST_CASE("a Hessian has both triangles, exactly equal") {
  const auto h = etad::sparse_hessian(arrow)(at_arrow);
  const auto full = etad::hessian(arrow)(at_arrow);
  CHECK(h.nonzeros == 16);
  for (int i = 0; i < 6; ++i) {
    for (int k = 0; k < 6; ++k) {
      CHECK(h(i, k) == h(k, i));
      const double entry = full(static_cast<std::size_t>(i), static_cast<std::size_t>(k));
      CHECK(h(i, k) == doctest::Approx(entry).epsilon(1e-14));
    }
  }
  const auto [value, gradient, hessian] = etad::value_gradient_sparse_hessian(arrow)(at_arrow);
  CHECK(value == arrow(at_arrow));
  CHECK(hessian.dense()(0, 5) == h(5, 0));
  CHECK(gradient[1] == doctest::Approx(0.25 + 3.0));
}

TEST_CASE("a Hessian from the products with two colours") {
  const auto packed = etad::sparse_hessian(arrow, etad::lanes)(at_arrow);
  const auto h = etad::sparse_hessian(arrow)(at_arrow);
  for (std::size_t k = 0; k < h.values.size(); ++k) {
    CHECK(packed.values[k] == doctest::Approx(h.values[k]).epsilon(1e-14));
  }
}

TEST_CASE("several arguments are one matrix; data are no columns") {
  constexpr auto all = etad::sparse_hessian(of_two)(std::array{1.0, 2.0, 3.0}, 4.0);
  static_assert(all.rows == 4 && all.columns == 4);
  static_assert(all(0, 3) == 2.0 && all(3, 1) == 24.0 && all(3, 3) == 12.0 && all(0, 1) == 0.0);
  constexpr auto some = etad::sparse_hessian(of_two, etad::wrt<0>)(std::array{1.0, 2.0, 3.0}, 4.0);
  static_assert(some.rows == 3 && some.nonzeros == 3);
  constexpr auto scalars = [](auto x, auto y, auto z) { return std::array{x * y, z * z}; };
  constexpr auto by_z = etad::sparse_jacobian(scalars, etad::wrt<2>)(1.0, 2.0, 3.0);
  static_assert(by_z.rows == 2 && by_z.columns == 1 && by_z.nonzeros == 1 && by_z(1, 0) == 6.0);
  CHECK(by_z.row_offsets == std::array{0, 0, 1});
}

TEST_CASE("nothing but zeros") {
  constexpr auto steps = [](const auto& x) {
    using std::floor;
    return std::array{floor(x[0]), floor(x[1])};
  };
  const auto zero = etad::sparse_jacobian(steps)(std::array{0.5, 1.5});
  static_assert(zero.nonzeros == 0);
  CHECK(zero.row_offsets == std::array{0, 0, 0});
  CHECK(zero.dense() == etad::matrix<double, 2, 2>{});
}

TEST_CASE("Eigen reads it in place") {
  const auto h = etad::sparse_hessian(arrow)(at_arrow);
  using eigen_matrix = Eigen::SparseMatrix<double, Eigen::RowMajor>;
  const Eigen::Map<const eigen_matrix> map(h.rows, h.columns, h.nonzeros, h.row_offsets.data(),
                                           h.column_indices.data(), h.values.data());
  CHECK(map.nonZeros() == 16);
  const Eigen::VectorXd ones = Eigen::VectorXd::Ones(6);
  const Eigen::VectorXd product = map * ones;
  for (int i = 0; i < 6; ++i) {
    double row = 0;
    for (int k = 0; k < 6; ++k) row += h(i, k);
    CHECK(product[i] == doctest::Approx(row).epsilon(1e-14));
  }
}

TEST_CASE("values into memory of the caller") {
  std::array<double, 4> values{};
  std::array<double, 8> entries{};
  etad::value_and_sparse_jacobian(chain)(at_chain, std::span<double>(values),
                                         std::span<double>(entries));
  CHECK(values == chain(at_chain));
  CHECK(entries == j.values);
  std::array<double, 16> full{};
  CHECK_THROWS_AS(etad::sparse_jacobian(chain)(at_chain, std::span<double>(full)),
                  std::invalid_argument);
}

TEST_CASE("verbs of verbs") {
  // The nonzeros of a Jacobian as a function of their own: their Jacobian is sparse again.
  constexpr auto entries = [](const auto& x) { return etad::sparse_jacobian(chain)(x).values; };
  constexpr auto second = etad::sparse_jacobian(entries)(at_chain);
  static_assert(second.rows == 8 && second(0, 1) == 1.0 && second(3, 1) == 10.0);
  static_assert(second.nonzeros == 7);
  CHECK(second(2, 2) == 10.0);
  constexpr auto verb = etad::sparse_jacobian(chain);
  static_assert(etad::traceable<decltype(verb), std::array<double, 4>>);
}

TEST_CASE("a drawing") { CHECK(etad::to_string(pattern) == "xx..\n.xx.\n...x\nxx.x\n"); }
