// SPDX-License-Identifier: MIT
// Flattens a hill of triangles with as little distortion as possible: minimizes the symmetric
// Dirichlet energy over all positions in the plane by Newton's method. etad::sum_over(kernel,
// triangles) gives value, gradient and the Hessian in compressed form, which Eigen's sparse Cholesky
// factorizes. Fails unless the gradient vanishes, the last steps converge quadratically and no
// triangle is turned over.
#include <Eigen/SparseCholesky>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <etad/batch.hpp>
#include <utility>
#include <vector>

#include "models/dirichlet.hpp"
#include "surface.hpp"

namespace {

struct triangle_energy {
  template <class T, class Data>
  constexpr T operator()(const std::array<T, 2>& a, const std::array<T, 2>& b,
                         const std::array<T, 2>& c, const std::array<Data, 4>& inverse_rest,
                         const Data& area) const {
    return models::dirichlet{}(std::array<T, 6>{a[0], a[1], b[0], b[1], c[0], c[1]}, inverse_rest,
                               area);
  }
};

using positions = std::vector<std::array<double, 2>>;
using matrix = Eigen::SparseMatrix<double>;

double norm(const positions& x) {
  double sum = 0;
  for (const auto& entry : x) sum += entry[0] * entry[0] + entry[1] * entry[1];
  return std::sqrt(sum);
}

/// Whether every triangle still has its first orientation: the energy is finite beyond.
bool upright(const surface& mesh, const positions& x) {
  return std::all_of(mesh.triangles.begin(), mesh.triangles.end(), [&](const auto& triangle) {
    const auto& a = x[static_cast<std::size_t>(triangle[0])];
    const auto& b = x[static_cast<std::size_t>(triangle[1])];
    const auto& c = x[static_cast<std::size_t>(triangle[2])];
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
  });
}

/// The step of Newton's method, or of a matrix made positive definite by adding to its diagonal.
class newton_step {
 public:
  /// The pattern of all matrices to come, analysed once.
  template <class Hessian>
  explicit newton_step(const Hessian& hessian) : size_(static_cast<Eigen::Index>(hessian.rows())) {
    cholesky_.analyzePattern(view(hessian));
  }

  /// Returns the step and the multiple of the identity that was added.
  template <class Hessian>
  std::pair<Eigen::VectorXd, double> operator()(const Hessian& hessian, const positions& gradient) {
    matrix regular = view(hessian);
    // The energy does not change when everything moves or turns: three numbers are held.
    const double scale = regular.diagonal().mean();
    for (const Eigen::Index held : {Eigen::Index{0}, Eigen::Index{1}, size_ - 1})
      regular.coeffRef(held, held) += scale;
    const Eigen::Map<const Eigen::VectorXd> slope(gradient.data()->data(), size_);
    for (double shift = 0;; shift = std::max(4 * shift, 1e-3 * scale)) {
      cholesky_.setShift(shift);
      cholesky_.factorize(regular);
      if (cholesky_.info() == Eigen::Success && cholesky_.vectorD().minCoeff() > 1e-10 * scale)
        return {cholesky_.solve(-slope), shift};
    }
  }

 private:
  /// The Hessian is symmetric, so its rows are the columns that Eigen expects.
  template <class Hessian>
  Eigen::Map<const matrix> view(const Hessian& hessian) const {
    return {size_,
            size_,
            static_cast<Eigen::Index>(hessian.values.size()),
            hessian.row_offsets.data(),
            hessian.column_indices.data(),
            hessian.values.data()};
  }

  Eigen::Index size_;
  Eigen::SimplicialLDLT<matrix> cholesky_;
};

}  // namespace

int main() {
  const surface mesh = make_hill(24, 1.5);
  positions x = mesh.flat;
  const auto energy = etad::sum_over(triangle_energy{}, mesh.triangles);

  double area = 0;
  for (const double one : mesh.area) area += one;
  auto hessian = energy.sparse_hessian(x);
  positions gradient(x.size());
  newton_step newton(hessian);
  std::printf("%zu triangles, %zu unknowns, %zu nonzeros in the Hessian\n", mesh.triangles.size(),
              2 * x.size(), hessian.values.size());

  constexpr double tolerance = 1e-10;
  constexpr int limit = 40;
  double last_norm = 0;
  int iterations = 0;
  bool quadratic = false;
  for (;; ++iterations) {
    const double value = energy.value_gradient_hessian(x, mesh.inverse_rest, mesh.area,
                                                       etad::into(gradient, hessian));
    const double size = norm(gradient);
    std::printf("%2d: energy %.12f, gradient %.2e", iterations, value / area, size);
    // Near the solution the number of right digits doubles.
    if (iterations > 0 && size < 1e-6) quadratic = quadratic || size < 1e-3 * last_norm;
    last_norm = size;
    if (size < tolerance || iterations == limit) break;

    const auto [step, shift] = newton(hessian, gradient);
    double slope = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
      for (std::size_t k = 0; k < 2; ++k)
        slope += step[static_cast<Eigen::Index>(2 * i + k)] * gradient[i][k];
    double length = 1;
    const auto moved = [&] {
      positions result = x;
      for (std::size_t i = 0; i < x.size(); ++i)
        for (std::size_t k = 0; k < 2; ++k)
          result[i][k] += length * step[static_cast<Eigen::Index>(2 * i + k)];
      return result;
    };
    positions trial = moved();
    // A rounding error of the energy must not stop the last step.
    const auto too_long = [&] {
      return !upright(mesh, trial) || !(energy(trial, mesh.inverse_rest, mesh.area) <=
                                        value + 1e-4 * length * slope + 1e-13 * value);
    };
    while (too_long() && length > 1e-6) {
      length *= 0.5;
      trial = moved();
    }
    x = trial;
    std::printf(", step %.3g, shift %.1e\n", length, shift);
  }
  std::printf("\n%d iterations; the least energy of a surface that is flat is 4\n", iterations);
  return last_norm < tolerance && quadratic && upright(mesh, x) ? 0 : 1;
}
