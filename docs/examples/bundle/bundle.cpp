// SPDX-License-Identifier: MIT
// Snavely's reprojection error of bundle adjustment: its Jacobian at an ordinary camera and at one
// without rotation, checked; Hessian-vector products; and a reconstruction of cameras and points
// from their images. Fails unless every check holds and the truth is found.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <etad/etad.hpp>
#include <numeric>

#include "models/snavely.hpp"
#include "reconstruct.hpp"
#include "scene.hpp"

namespace {

using parameters = std::array<double, 12>;  // of a camera, then of a point

struct half_squared_error {
  constexpr auto operator()(const auto& p, const auto& u, const auto& v) const {
    const auto r = models::snavely{}(p, u, v);
    return 0.5 * (r[0] * r[0] + r[1] * r[1]);
  }
};

// The observed image point is data, so the derivatives are those by argument 0.
constexpr auto residual_and_jacobian = etad::value_and_jacobian(models::snavely{}, etad::wrt<0>);
constexpr auto check = etad::check_derivatives(models::snavely{}, etad::wrt<0>);
constexpr auto hessian_times = etad::hvp(half_squared_error{}, etad::wrt<0>);

bool report(bool good, const char* what) {
  std::printf("%s: %s\n", good ? "right" : "WRONG", what);
  return good;
}

/// Prints the Jacobian at p and holds it against reverse mode and extrapolated differences.
bool show_jacobian(const char* title, const parameters& p, double u, double v) {
  const auto [r, jacobian] = residual_and_jacobian(p, u, v);
  std::printf("\n%s: residual (%.6f, %.6f), Jacobian\n", title, r[0], r[1]);
  for (std::size_t i = 0; i < 2; ++i) {
    for (const double entry : jacobian[i]) std::printf("%10.3f", entry);
    std::printf("\n");
  }
  return report(static_cast<bool>(check(p, u, v)), "forward, reverse and differences agree");
}

double dot(const parameters& a, const parameters& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Holds the Hessian H of half the squared error against two laws: a'Hb = b'Ha, and H = J'J where
/// the residual vanishes.
bool show_hessian(const parameters& p, double u, double v) {
  bundle::noise random;
  parameters a{};
  parameters b{};
  for (double& x : a) x = random();
  for (double& x : b) x = random();
  const parameters ha = hessian_times(p, u, v, a);
  std::printf("Hessian of half the squared error times a random direction\n");
  for (const double entry : ha) std::printf("%10.3g", entry);
  std::printf("\n");
  const double one = dot(b, ha);
  const double two = dot(a, hessian_times(p, u, v, b));
  const bool symmetric = std::abs(one - two) <= 1e-12 * (std::abs(one) + std::abs(two));

  const auto [image, jacobian] = residual_and_jacobian(p, 0.0, 0.0);
  const parameters product = hessian_times(p, image[0], image[1], a);
  const std::array ja = {dot(jacobian[0], a), dot(jacobian[1], a)};
  double error = 0.0;
  double size = 0.0;
  for (std::size_t j = 0; j < p.size(); ++j) {
    const double expected = jacobian(0, j) * ja[0] + jacobian(1, j) * ja[1];
    error = std::max(error, std::abs(product[j] - expected));
    size = std::max(size, std::abs(expected));
  }
  const bool normal = error <= 1e-12 * size;
  report(symmetric, "the Hessian is symmetric");
  report(normal, "it is J'J where the residual vanishes");
  return symmetric && normal;
}

/// Reconstructs a scene from its images alone but for two known cameras; the others start without
/// rotation, which is the other branch of the model, and without distortion.
bool show_reconstruction() {
  const bundle::scene truth = bundle::make_scene(5, 30);
  bundle::scene start = truth;
  bundle::noise random;
  for (std::size_t c = bundle::first_unknown; c < start.cameras.size(); ++c) {
    bundle::camera& camera = start.cameras[c];
    for (const std::size_t i : {0u, 1u, 2u, 7u, 8u}) camera[i] = 0.0;
    for (const std::size_t i : {3u, 4u, 5u}) camera[i] += 0.2 * random();
    camera[6] *= 1.0 + 0.1 * random();
  }
  for (bundle::point& point : start.points)
    for (double& x : point) x += 0.2 * random();

  const auto result = bundle::reconstruct(start);
  const Eigen::VectorXd expected = bundle::pack(truth);
  const double before = (bundle::pack(start) - expected).lpNorm<Eigen::Infinity>();
  const double after = (result.parameters - expected).lpNorm<Eigen::Infinity>();
  std::printf("\n%zu cameras, %zu points, %zu images: %d iterations\n", truth.cameras.size(),
              truth.points.size(), truth.observations.size(), result.iterations);
  std::printf("largest error of a parameter: %.2g before, %.2g after\n", before, after);
  std::printf("largest reprojection error: %.2g pixels\n",
              result.residuals.lpNorm<Eigen::Infinity>());
  return report(result.converged && after < 1e-8, "the reconstruction finds the truth");
}

}  // namespace

int main() {
  parameters p = {0.1, -0.2, 0.05, 0.3, -0.1, -4.0, 500.0, -0.1, 0.02, 0.5, -0.4, 0.3};
  bool good = show_jacobian("Ordinary camera", p, 20.0, -10.0);
  good = show_hessian(p, 20.0, -10.0) && good;
  p[0] = p[1] = p[2] = 0.0;
  good = show_jacobian("No rotation", p, 20.0, -10.0) && good;
  good = show_reconstruction() && good;
  return good ? 0 : 1;
}
