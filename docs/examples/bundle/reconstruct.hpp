// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <etad/etad.hpp>

#include "fit/levenberg_marquardt.hpp"
#include "models/snavely.hpp"
#include "scene.hpp"

namespace bundle {

/// Cameras before this one are known: they fix where the scene is and how large.
inline constexpr std::size_t first_unknown = 2;

/// The unknowns of a scene in a row: 9 of every unknown camera, then 3 of every point.
inline Eigen::VectorXd pack(const scene& s) {
  const std::size_t cameras = s.cameras.size() - first_unknown;
  Eigen::VectorXd b(9 * cameras + 3 * s.points.size());
  double* next = b.data();
  for (std::size_t c = first_unknown; c < s.cameras.size(); ++c)
    next = std::copy(s.cameras[c].begin(), s.cameras[c].end(), next);
  for (const point& x : s.points) next = std::copy(x.begin(), x.end(), next);
  return b;
}

inline void unpack(const Eigen::VectorXd& b, scene& s) {
  const double* next = b.data();
  for (std::size_t c = first_unknown; c < s.cameras.size(); ++c, next += 9)
    std::copy_n(next, 9, s.cameras[c].begin());
  for (point& x : s.points) {
    std::copy_n(next, 3, x.begin());
    next += 3;
  }
}

/// Reprojection errors of all observations, two rows each, and their Jacobian by the unknowns.
inline void linearize(const scene& s, Eigen::VectorXd& errors, Eigen::MatrixXd& jacobian) {
  constexpr auto project = etad::value_and_jacobian(models::snavely{}, etad::wrt<0>);
  const std::size_t first_point = 9 * (s.cameras.size() - first_unknown);
  errors.resize(static_cast<Eigen::Index>(2 * s.observations.size()));
  jacobian.setZero(errors.size(), static_cast<Eigen::Index>(first_point + 3 * s.points.size()));
  Eigen::Index row = 0;
  for (const observation& o : s.observations) {
    const auto [error, j] = project(join(s.cameras[o.camera], s.points[o.point]), o.u, o.v);
    const Eigen::Map<const Eigen::Matrix<double, 2, 12, Eigen::RowMajor>> block(j.data());
    errors.segment<2>(row) = Eigen::Vector2d(error[0], error[1]);
    if (o.camera >= first_unknown) {
      const std::size_t column = 9 * (o.camera - first_unknown);
      jacobian.block<2, 9>(row, static_cast<Eigen::Index>(column)) = block.leftCols<9>();
    }
    const std::size_t column = first_point + 3 * o.point;
    jacobian.block<2, 3>(row, static_cast<Eigen::Index>(column)) = block.rightCols<3>();
    row += 2;
  }
}

/// Improves the unknowns of a scene until its images are the observed ones.
inline least_squares_result reconstruct(const scene& start) {
  double magnitude = 0.0;
  for (const observation& o : start.observations) magnitude = std::hypot(magnitude, o.u, o.v);
  const auto evaluate = [s = start](const Eigen::VectorXd& b, Eigen::VectorXd& errors,
                                    Eigen::MatrixXd& jacobian) mutable {
    unpack(b, s);
    linearize(s, errors, jacobian);
  };
  return levenberg_marquardt(evaluate, pack(start), magnitude);
}

}  // namespace bundle
