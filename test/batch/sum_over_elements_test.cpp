// SPDX-License-Identifier: MIT
// Sums over elements against loops that gather and scatter point by point.
#include <doctest/doctest.h>
#include <etad/batch/sum_over_elements.hpp>

#include <Eigen/SparseCore>
#include <cmath>
#include <vector>

#include "samples.hpp"

namespace {

using point = std::array<double, 2>;
using triangle = std::array<int, 3>;

// Area times stiffness; the root is singular where the triangle has no extent.
constexpr auto energy = [](const auto& a, const auto& b, const auto& c, auto stiffness) {
  using std::sqrt;
  const auto area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  const auto side = (b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1]);
  return stiffness * area * area + sqrt(side * side * side);
};

struct mesh {
  std::vector<point> x;
  std::vector<triangle> triangles;
  std::vector<double> stiffness;
};

mesh grid(int side) {
  mesh m;
  for (int i = 0; i < side * side; ++i) {
    const double t = static_cast<double>(i);
    m.x.push_back({t / side + 0.1 * std::sin(t), 0.3 * t - 0.2 * std::cos(3 * t)});
  }
  for (int i = 0; i + side + 1 < side * side; ++i) {
    if (i % side == side - 1) continue;
    m.triangles.push_back({i, i + 1, i + side});
    m.triangles.push_back({i + 1, i + side + 1, i + side});
  }
  if (m.x.size() > 5) m.x[1] = m.x[0];
  for (std::size_t e = 0; e < m.triangles.size(); ++e) {
    m.stiffness.push_back(1.0 + 0.1 * static_cast<double>(e % 4));
  }
  return m;
}

constexpr auto at = [](int node) { return static_cast<std::size_t>(node); };

void against_loop(const mesh& m) {
  const std::size_t n = 2 * m.x.size();
  double value = 0;
  std::vector<point> gradient(m.x.size());
  std::vector<double> hessian(n * n);
  for (std::size_t e = 0; e < m.triangles.size(); ++e) {
    const auto& [a, b, c] = m.triangles[e];
    const auto one = etad::value_gradient_hessian(energy, etad::wrt<0, 1, 2>)(
        m.x[at(a)], m.x[at(b)], m.x[at(c)], m.stiffness[e]);
    value += one.value;
    const std::array parts{std::get<0>(one.gradient), std::get<1>(one.gradient),
                           std::get<2>(one.gradient)};
    const auto add_row = [&](int row, const auto& blocks) {
      const std::array row_of_blocks{std::get<0>(blocks), std::get<1>(blocks), std::get<2>(blocks)};
      for (std::size_t k = 0; k < 3; ++k) {
        for (std::size_t i = 0; i < 2; ++i) {
          for (std::size_t j = 0; j < 2; ++j) {
            hessian[(2 * at(row) + i) * n + 2 * at(m.triangles[e][k]) + j] +=
                row_of_blocks[k](i, j);
          }
        }
      }
    };
    add_row(a, std::get<0>(one.hessian));
    add_row(b, std::get<1>(one.hessian));
    add_row(c, std::get<2>(one.hessian));
    for (std::size_t k = 0; k < 3; ++k) {
      for (std::size_t i = 0; i < 2; ++i) gradient[at(m.triangles[e][k])][i] += parts[k][i];
    }
  }

  const auto sum = etad::sum_over(energy, m.triangles);
  auto H = sum.sparse_hessian(m.x);
  std::vector<point> seen(m.x.size(), point{5, 5});
  for (int repeat = 0; repeat < 2; ++repeat) {
    CHECK(sum.value_gradient_hessian(m.x, m.stiffness, etad::into(seen, H)) ==
          doctest::Approx(value).epsilon(1e-12));
  }
  const double scale = 1e-11 * (1 + std::abs(value));
  for (std::size_t p = 0; p < m.x.size(); ++p) {
    for (std::size_t i = 0; i < 2; ++i) {
      CHECK(std::abs(seen[p][i] - gradient[p][i]) <= scale);
    }
  }
  CHECK(sum.gradient(m.x, m.stiffness) == seen);
  CHECK(H.rows() == n);
  using sparse = Eigen::SparseMatrix<double, Eigen::RowMajor>;
  const auto rows = static_cast<Eigen::Index>(n);
  const Eigen::Map<const sparse> view(rows, rows, static_cast<Eigen::Index>(H.values.size()),
                                      H.row_offsets.data(), H.column_indices.data(),
                                      H.values.data());
  const Eigen::MatrixXd dense = view;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      const double entry = dense(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
      CHECK(std::abs(entry - hessian[i * n + j]) <= scale);
    }
  }
}

TEST_CASE("value, gradient and sparse Hessian of meshes") {
  for (const int side : {2, 3, 4, 6}) against_loop(grid(side));
}

TEST_CASE("ascending columns, no entry twice") {
  const mesh m = grid(5);
  const auto H = etad::sum_over(energy, m.triangles).sparse_hessian(m.x);
  for (std::size_t i = 0; i < H.rows(); ++i) {
    for (int k = H.row_offsets[i] + 1; k < H.row_offsets[i + 1]; ++k) {
      CHECK(H.column_indices[at(k) - 1] < H.column_indices[at(k)]);
    }
  }
}

TEST_CASE("points in structures of arrays, a gradient in another layout, shared data") {
  const mesh m = grid(4);
  std::array<std::vector<double>, 2> x;
  for (const point& p : m.x) {
    x[0].push_back(p[0]);
    x[1].push_back(p[1]);
  }
  const auto sum = etad::sum_over(energy, m.triangles);
  std::vector<point> gradient(m.x.size());
  const double value = sum.value_and_gradient(x, 2.0, etad::into(gradient));
  CHECK(value == sum(m.x, 2.0));
  CHECK(gradient == sum.gradient(m.x, 2.0));
}

TEST_CASE("scalar points, one node twice in an element, no elements") {
  constexpr auto spring = [](auto a, auto b) { return (a - b) * (a - b) + a; };
  const std::vector<double> x{1, 4, 2};
  const std::vector<std::array<unsigned, 2>> springs{{0, 1}, {2, 2}, {1, 0}};
  const auto sum = etad::sum_over(spring, springs);
  CHECK(sum(x) == 9 + 1 + 2 + 9 + 4);
  CHECK(sum.gradient(x) == std::vector<double>{1 - 12, 13, 1});
  const std::vector<std::array<unsigned, 2>> none;
  CHECK(etad::sum_over(spring, none)(x) == 0);
  CHECK(etad::sum_over(spring, none).gradient(x) == std::vector<double>(3));
}

TEST_CASE("threads change nothing, neighbours in memory or not") {
  // More elements than one round, and a last block and pack that are not full.
  const mesh near = grid(131);
  CHECK(near.triangles.size() > 32768);
  mesh far = near;
  const auto elsewhere = [&](int node) { return (node * 7919) % static_cast<int>(near.x.size()); };
  for (std::size_t p = 0; p < near.x.size(); ++p) {
    far.x[at(elsewhere(static_cast<int>(p)))] = near.x[p];
  }
  for (triangle& t : far.triangles) {
    for (int& node : t) node = elsewhere(node);
  }
  for (const mesh& m : {near, far}) {
    const auto sum = etad::sum_over(energy, m.triangles);
    const auto alone = sum.value_and_gradient(m.x, m.stiffness);
    auto H = sum.sparse_hessian(m.x);
    std::vector<point> gradient(m.x.size());
    const double value = sum.value_gradient_hessian(m.x, m.stiffness, etad::into(gradient, H));
    for (const std::size_t count : {1u, 2u, 3u}) {
      const auto threads = samples::threads(count);
      CHECK(sum(threads, m.x, m.stiffness) == sum(m.x, m.stiffness));
      CHECK(sum.value_and_gradient(threads, m.x, m.stiffness) == alone);
      auto seen_H = sum.sparse_hessian(m.x);
      std::vector<point> seen(m.x.size(), point{5, 5});
      CHECK(sum.value_gradient_hessian(threads, m.x, m.stiffness, etad::into(seen, seen_H)) ==
            value);
      CHECK(seen == gradient);
      CHECK(seen_H.values == H.values);
    }
  }
}

TEST_CASE("few elements on threads; progress and stopping") {
  constexpr auto spring = [](auto a, auto b) { return (a - b) * (a - b) + a; };
  const auto backwards = [](std::size_t count, const auto& body) {
    for (std::size_t i = count; i-- > 0;) body(i);
  };
  const std::vector<double> x{1, 4, 2};
  const std::vector<std::array<int, 2>> springs{{0, 1}, {2, 2}, {1, 0}};
  CHECK(etad::sum_over(spring, springs).gradient(backwards, x) ==
        std::vector<double>{1 - 12, 13, 1});
  const std::vector<std::array<int, 2>> none;
  CHECK(etad::sum_over(spring, none).gradient(backwards, x) == std::vector<double>(3));

  const std::vector<std::array<int, 2>> many(512 * 64 + 1, {0, 1});
  std::size_t done = 0;
  const auto watched =
      etad::sum_over(spring, many).with_progress([&](std::size_t now, std::size_t all) {
        CHECK(all == many.size());
        done = now;
        return now <= 512 * 64;
      });
  CHECK_THROWS_AS((void)watched.gradient(backwards, x), etad::stopped);
  CHECK(done == many.size());
}

TEST_CASE("misuse: indices and sizes") {
  constexpr auto spring = [](auto a, auto b) { return (a - b) * (a - b); };
  const std::vector<double> x{1, 4, 2};
  const std::vector<std::array<int, 2>> beyond{{0, 3}};
  const std::vector<std::array<int, 2>> negative{{0, -1}};
  try {
    etad::sum_over(spring, beyond)(x);
    CHECK(false);
  } catch (const std::invalid_argument& error) {
    CHECK(std::string(error.what()).find("ETAD-052") == 0);
  }
  try {
    etad::sum_over(spring, negative)(x);
    CHECK(false);
  } catch (const std::invalid_argument& error) {
    CHECK(std::string(error.what()).find("index of -1 and 3 points") != std::string::npos);
  }
  const std::vector<std::array<int, 2>> springs{{0, 1}};
  std::vector<double> short_one(2, 7.0);
  CHECK_THROWS_AS(etad::sum_over(spring, springs).gradient(x, etad::into(short_one)),
                  std::invalid_argument);
  CHECK(short_one == std::vector<double>(2, 7.0));
}

}  // namespace
