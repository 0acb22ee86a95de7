// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>

#include "link_model.hpp"

std::array<double, 4> first_file(double x, double y) {
  const auto [by_x, by_y] = etad::gradient(link_model{})(x, y);
  const auto curve = etad::jacobian(link_curve{})(std::array{x, y});
  const auto curvature = etad::hessian(link_model{})(x, y);
  return {by_x, by_y, curve(1, 0), curvature(0, 1)};
}
