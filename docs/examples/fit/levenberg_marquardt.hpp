// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

/// Fills the residuals r(b) and their Jacobian dr_i/db_j at the parameters b.
using residual_function =
    std::function<void(const Eigen::VectorXd& b, Eigen::VectorXd& r, Eigen::MatrixXd& jacobian)>;

struct least_squares_result {
  Eigen::VectorXd parameters;
  Eigen::VectorXd residuals;
  Eigen::MatrixXd jacobian;
  int iterations = 0;
  bool converged = false;
};

/// Minimizes ||r(b)||^2 from the given start by the method of Levenberg and Marquardt: a step p
/// minimizes ||r + J p||^2 + damping ||D p||^2, where D holds the largest column norms of J so far
/// (Moré, "The Levenberg-Marquardt algorithm: implementation and theory", 1978) and the damping
/// follows the gain ratio (Nielsen, "Damping parameter in Marquardt's method", 1999). `magnitude` is
/// the norm of the numbers whose differences the residuals are: it tells which change of ||r||^2 is
/// rounding.
inline least_squares_result levenberg_marquardt(const residual_function& evaluate,
                                                Eigen::VectorXd start, double magnitude,
                                                int limit = 20000) {
  const Eigen::Index n = start.size();
  least_squares_result now{std::move(start), {}, {}};
  evaluate(now.parameters, now.residuals, now.jacobian);
  const Eigen::Index m = now.residuals.size();

  Eigen::VectorXd scale = Eigen::VectorXd::Zero(n);
  Eigen::VectorXd trial_residuals;
  Eigen::MatrixXd trial_jacobian;
  Eigen::MatrixXd stacked(m + n, n);
  Eigen::VectorXd target(m + n);
  // Far on the cautious side: from the harder starts a long first step ends on a plateau.
  double damping = 1e4;
  double growth = 2.0;
  double last_length = std::numeric_limits<double>::infinity();

  for (; now.iterations < limit && !now.converged; ++now.iterations) {
    scale = scale.cwiseMax(now.jacobian.colwise().norm().transpose());

    // A QR factorization of the stacked, scaled matrix: the normal equations would square a
    // condition number that reaches 1e9.
    stacked << now.jacobian * scale.cwiseInverse().asDiagonal(),
        std::sqrt(damping) * Eigen::MatrixXd::Identity(n, n);
    target << -now.residuals, Eigen::VectorXd::Zero(n);
    const Eigen::VectorXd scaled_step = stacked.householderQr().solve(target);
    const Eigen::VectorXd step = scaled_step.cwiseQuotient(scale);
    const Eigen::VectorXd trial = now.parameters + step;
    evaluate(trial, trial_residuals, trial_jacobian);

    const double predicted =
        (now.jacobian * step).squaredNorm() + 2.0 * damping * scaled_step.squaredNorm();
    const double actual = (now.residuals - trial_residuals).dot(now.residuals + trial_residuals);
    const double rounding =
        std::numeric_limits<double>::epsilon() * now.residuals.norm() * magnitude;

    // Once the promised gain drowns in rounding, ||r||^2 can no longer judge a step; undamped steps
    // still add digits for as long as they shrink.
    const bool refining = predicted < 16.0 * rounding;
    const bool accepted = refining || actual > 1e-4 * predicted;
    if (refining && damping == 0.0) {
      now.converged = !(scaled_step.norm() < last_length);
      last_length = scaled_step.norm();
    }
    if (accepted && !now.converged) {
      now.parameters = trial;
      now.residuals.swap(trial_residuals);
      now.jacobian.swap(trial_jacobian);
    }
    if (refining) {
      damping = 0.0;
    } else if (accepted) {
      const double gain = std::min(actual / predicted, 2.0);
      damping *= std::max(1.0 / 3.0, 1.0 - std::pow(2.0 * gain - 1.0, 3));
      growth = 2.0;
    } else {
      damping *= growth;
      growth *= 2.0;
    }
  }
  return now;
}
