// SPDX-License-Identifier: MIT
// Packed forward mode where it differs from the others: idle lanes, singular points, many packs.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <span>

#include <etad/verb/sparse_hessian.hpp>
#include <etad/verb/sparse_jacobian.hpp>

#include "models/snavely.hpp"

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

template <class F, class... A>
void check_equal(const F& f, const A&... a) {
  const auto packed = etad::jacobian(f, etad::lanes)(a...);
  const auto forward = etad::jacobian(f, etad::forward)(a...);
  for (std::size_t i = 0; i < forward.rows; ++i) {
    for (std::size_t j = 0; j < forward.columns; ++j) {
      CAPTURE(i);
      CAPTURE(j);
      if (std::isnan(forward(i, j))) {
        CHECK(std::isnan(packed(i, j)));
      } else if (std::isinf(forward(i, j))) {
        CHECK(packed(i, j) == forward(i, j));
      } else {
        CHECK(packed(i, j) == doctest::Approx(forward(i, j)).epsilon(1e-12));
      }
    }
  }
}

/// Eleven columns, no two of which can share a colour: packs of any width, the last not full.
constexpr auto dense_map = [](const auto& x) {
  using std::exp, std::sin;
  auto sum = x[0] * x[10];
  for (std::size_t k = 1; k < 11; ++k) sum += sin(x[k]) * x[k - 1];
  return std::array{sum, sum * sum / exp(x[3]), x[4] - sum};
};
constexpr std::array<double, 11> at_dense{0.3, -0.4, 1.5, 0.2, -1.1, 0.9,
                                          2.2, -0.7, 0.1, 1.3, -2.0};

constexpr auto products = [](const auto& x) {
  return std::array{x[0] * x[0] * x[1], x[1] * x[2] * x[2], x[0] * x[2]};
};
constexpr auto squares_of_entries = [](const auto& x) {
  const auto j = etad::jacobian(products, etad::lanes)(x);
  return j(0, 0) * j(0, 0) + j(1, 2) * j(2, 0);
};

}  // namespace

TEST_CASE("packs that are not full") { check_equal(dense_map, at_dense); }

TEST_CASE("an infinite partial does not spoil the other lanes") {
  // d/dx exp is infinite at 1000, and exp(x) does not depend on y, z and w.
  constexpr auto f = [](const auto& x) {
    using std::exp;
    return std::array{exp(x[0]) + x[1] * x[2], x[0] + x[1] + x[2] * x[3]};
  };
  const std::array x{1000.0, 2.0, 3.0, 4.0};
  check_equal(f, x);
  const auto j = etad::jacobian(f, etad::lanes)(x);
  CHECK(j(0, 0) == infinity);
  CHECK(j(0, 1) == 3.0);
  CHECK(j(0, 2) == 2.0);
  CHECK(j(0, 3) == 0.0);
}

TEST_CASE("singular points") {
  constexpr auto f = [](const auto& x) {
    using std::hypot, std::sqrt;
    return std::array{sqrt(x[0]) + x[1] * x[2], hypot(x[1], x[2]) * x[0], x[0] / x[1]};
  };
  check_equal(f, std::array{4.0, 3.0, -4.0});
  check_equal(f, std::array{0.0, 3.0, -4.0});
  check_equal(f, std::array{0.0, 0.0, 0.0});
  check_equal(f, std::array{-1.0, 2.0, 1.0});
  const auto j = etad::jacobian(f, etad::lanes)(std::array{0.0, 3.0, -4.0});
  CHECK(j(0, 0) == infinity);
  CHECK(j(0, 1) == -4.0);
  CHECK(j(1, 0) == 5.0);
}

TEST_CASE("branches and selections") {
  constexpr auto f = [](const auto& x) {
    using std::exp, std::fmax, std::sqrt;
    auto y = x[0] * x[1];
    if (x[2] > 0.0) y += sqrt(x[2]) * exp(x[0]) * exp(x[3]);
    return std::array{y, fmax(x[0] * x[3], x[1]), etad::select(x[1] < 0.0, x[1] * x[2], x[3])};
  };
  check_equal(f, std::array{0.5, -1.0, 2.0, 0.25});
  check_equal(f, std::array{0.5, 1.0, 0.0, 0.25});
  check_equal(f, std::array{0.5, 1.0, -3.0, 4.0});
}

TEST_CASE("the camera, in one pack or many, chosen or forced") {
  const std::array camera{0.2, -0.3, 0.1, 0.5, -1.0, -9.0, 500.0, -0.02, 0.001, 0.3, 0.8, 1.5};
  const auto call = [&](auto mode, auto zero) {
    auto x = camera;
    if (zero) x[0] = x[1] = x[2] = 0.0;
    return etad::value_and_jacobian(models::snavely{}, etad::wrt<0>, mode)(x, 12.0, -35.0);
  };
  for (const bool zero : {false, true}) {
    const auto packed = call(etad::lanes, zero);
    const auto reverse = call(etad::reverse, zero);
    for (std::size_t k = 0; k < 2; ++k) {
      if (ETAD_HAS_FAST_FMA == 0) {
        CHECK(packed.value[k] == reverse.value[k]);
      } else {  // the compiler may fuse products and sums in one and not in the other
        CHECK(packed.value[k] == doctest::Approx(reverse.value[k]).epsilon(1e-13));
      }
    }
    for (std::size_t k = 0; k < 24; ++k) {
      CHECK(packed.jacobian.data()[k] ==
            doctest::Approx(reverse.jacobian.data()[k]).epsilon(1e-10));
    }
  }
}

TEST_CASE("all scalar types, constant evaluation, blocks, spans") {
  constexpr auto f = [](const auto& x, auto s) {
    return std::array{x[0] * x[1] * s, x[1] * x[2], x[2] * x[3] + s, x[0] * x[3]};
  };
  constexpr std::array x{1.0, 2.0, 3.0, 4.0};
  constexpr auto constant = etad::jacobian(f, etad::lanes)(x, 0.5);
  static_assert(std::get<0>(constant)(0, 1) == 0.5 && std::get<1>(constant)(2, 0) == 1.0);
  CHECK(etad::jacobian(f, etad::lanes)(x, 0.5) == constant);
  CHECK(std::get<0>(etad::jacobian(f, etad::lanes)(std::array{1.F, 2.F, 3.F, 4.F}, 0.5F))(0, 1) ==
        0.5F);
  CHECK(std::get<0>(etad::jacobian(f, etad::lanes)(std::array{1.L, 2.L, 3.L, 4.L}, 0.5L))(1, 2) ==
        2.0L);

  std::array<double, 4> values{};
  std::array<double, 20> blocks{};
  etad::value_and_jacobian(f, etad::lanes)(x, 0.5, std::span<double>(values),
                                           std::span<double>(blocks));
  CHECK(values == f(x, 0.5));
  for (std::size_t k = 0; k < 16; ++k) CHECK(blocks[k] == std::get<0>(constant).data()[k]);
  for (std::size_t k = 0; k < 4; ++k) CHECK(blocks[16 + k] == std::get<1>(constant).data()[k]);
}

TEST_CASE("a packed Jacobian can be differentiated") {
  // (2 x0 x1)^2 + 2 x1 x2 x2
  CHECK(etad::gradient(squares_of_entries)(std::array{1.0, 2.0, 3.0}) ==
        std::array{32.0, 16.0 + 18.0, 24.0});
}
