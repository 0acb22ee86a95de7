// SPDX-License-Identifier: MIT
// Functors written for Ceres, against the model of bundle adjustment.
#include <doctest/doctest.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <etad/etad.hpp>
#include <etad/interop/ceres.hpp>
#include <limits>
#include <models/snavely.hpp>
#include <stdexcept>
#include <vector>

namespace {

// As in Ceres' example: the observation is a member.
struct reprojection_error {
  double u;
  double v;

  template <class T>
  bool operator()(const T* camera, const T* point, T* residuals) const {
    std::array<T, 12> all{};
    std::copy(camera, camera + 9, all.begin());
    std::copy(point, point + 3, all.begin() + 9);
    if (!std::isfinite(u)) return false;
    const std::array<T, 2> r = models::snavely{}(all, u, v);
    residuals[0] = r[0];
    residuals[1] = r[1];
    return true;
  }
};

constexpr std::array camera{0.01, -0.02, 0.03, 0.1, -0.2, -1.5, 400.0, -0.1, 0.05};
constexpr std::array point{0.25, -0.5, -2.0};
constexpr std::array all{0.01, -0.02, 0.03, 0.1, -0.2, -1.5, 400.0, -0.1, 0.05, 0.25, -0.5, -2.0};
constexpr reprojection_error functor{3.0, -7.0};
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

bool close(double a, double b) {
  return std::abs(a - b) <= 256.0 * std::numeric_limits<double>::epsilon() * (1.0 + std::abs(b));
}

TEST_CASE("one block of the Jacobian for each block of parameters") {
  const auto expected = etad::value_and_jacobian(models::snavely{}, etad::wrt<0>)(all, 3.0, -7.0);
  const auto f = etad::ceres_functor<2>(functor);
  static_assert(!etad::traceable<decltype(f), std::array<double, 9>, std::array<double, 3>>);
  const auto result = etad::value_and_jacobian(f)(camera, point);
  CHECK(result.value == expected.value);
  const auto& [by_camera, by_point] = result.jacobian;
  for (std::size_t i = 0; i < 2; ++i) {
    for (std::size_t j = 0; j < 9; ++j) CHECK(close(by_camera(i, j), expected.jacobian(i, j)));
    for (std::size_t j = 0; j < 3; ++j) CHECK(close(by_point(i, j), expected.jacobian(i, 9 + j)));
  }
}

// Without members and constexpr: traced.
struct distance_error {
  template <class T>
  constexpr bool operator()(const T* a, T* residuals) const {
    residuals[0] = a[0] * a[1];
    residuals[1] = a[1] * a[1] - 1.0;
    residuals[2] = 3.0 * a[0];
    return true;
  }
};
constexpr auto traced = etad::ceres_functor<3>(distance_error{});
static_assert(etad::traceable<decltype(traced), std::array<double, 2>>);
static_assert(etad::jacobian(traced)(std::array{2.0, 5.0}) ==
              etad::matrix<double, 3, 2>{{{{5.0, 2.0}, {0.0, 10.0}, {3.0, 0.0}}}});

TEST_CASE("evaluated as Ceres does") {
  const etad::ceres_evaluator<reprojection_error, 2, 9, 3> evaluator{functor};
  const auto expected = etad::value_and_jacobian(etad::ceres_functor<2>(functor))(camera, point);
  const double* const parameters[] = {camera.data(), point.data()};
  std::array residuals{not_a_number, not_a_number};
  CHECK(evaluator.evaluate(parameters, residuals.data(), nullptr));
  CHECK(residuals == expected.value);

  residuals = {not_a_number, not_a_number};
  std::vector<double> by_camera(18, not_a_number);
  std::vector<double> by_point(6, not_a_number);
  double* both[] = {by_camera.data(), by_point.data()};
  CHECK(evaluator.evaluate(parameters, residuals.data(), both));
  CHECK(residuals == expected.value);
  const auto& [camera_block, point_block] = expected.jacobian;
  CHECK(std::equal(by_camera.begin(), by_camera.end(), camera_block.data()));
  CHECK(std::equal(by_point.begin(), by_point.end(), point_block.data()));

  std::fill(by_point.begin(), by_point.end(), not_a_number);
  double* second_only[] = {nullptr, by_point.data()};
  CHECK(evaluator.evaluate(parameters, residuals.data(), second_only));
  CHECK(std::equal(by_point.begin(), by_point.end(), point_block.data()));

  const etad::ceres_evaluator<distance_error, 3, 2> one_block{distance_error{}};
  const std::array a{2.0, 5.0};
  const double* const single[] = {a.data()};
  std::array<double, 3> values{};
  std::array<double, 6> entries{};
  double* jacobian[] = {entries.data()};
  CHECK(one_block.evaluate(single, values.data(), jacobian));
  CHECK(values == std::array{10.0, 24.0, 6.0});
  CHECK(entries == std::array{5.0, 2.0, 0.0, 10.0, 3.0, 0.0});
}

TEST_CASE("a functor that returns false") {
  const reprojection_error failing{not_a_number, 0.0};
  CHECK_THROWS_AS(etad::jacobian(etad::ceres_functor<2>(failing))(camera, point),
                  std::domain_error);
  const etad::ceres_evaluator<reprojection_error, 2, 9, 3> evaluator{failing};
  const double* const parameters[] = {camera.data(), point.data()};
  std::array residuals{1.0, 2.0};
  std::array<double, 18> by_camera{};
  double* jacobians[] = {by_camera.data(), nullptr};
  CHECK_FALSE(evaluator.evaluate(parameters, residuals.data(), jacobians));
  CHECK(residuals == std::array{1.0, 2.0});
}

}  // namespace
