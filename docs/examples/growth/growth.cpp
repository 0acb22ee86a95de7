// SPDX-License-Identifier: MIT
// The growth of yeast as a differential equation, y' = rate y (1 - y / capacity), integrated by
// Runge-Kutta steps and fitted to measurements by Gauss-Newton. The gradient of the squared residuals
// comes from reverse mode, their Jacobian from forward mode. Fails unless the fit is that of the known
// solution, the logistic curve.
//
// Data: amount of yeast at each hour, T. Carlson, "Über Geschwindigkeit und Grösse der Hefevermehrung
// in Würze", Biochemische Zeitschrift 57, 1913, as given in R. Pearl, "The growth of populations", The
// Quarterly Review of Biology 2, 1927.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <etad/etad.hpp>
#include <etad/scan.hpp>
#include <utility>

namespace {

constexpr std::array yeast{9.6,   18.3,  29.0,  47.2,  71.1,  119.1, 174.6, 257.3, 350.7, 441.0,
                           513.3, 559.7, 594.8, 629.4, 640.8, 651.1, 655.9, 659.6, 661.8};
constexpr std::size_t hours = yeast.size();
using parameters = std::array<double, 3>;  // amount at the start, rate, capacity

// One hour in five steps of the fourth order; the output is the residual at its beginning.
constexpr auto hour = [](auto amount, auto seen, auto rate, auto capacity) {
  const auto slope = [&](auto y) { return rate * y * (1.0 - y / capacity); };
  const auto residual = amount - seen;
  constexpr double h = 0.2;
  for (int i = 0; i < 5; ++i) {
    const auto k1 = slope(amount);
    const auto k2 = slope(amount + 0.5 * h * k1);
    const auto k3 = slope(amount + 0.5 * h * k2);
    const auto k4 = slope(amount + h * k3);
    amount = amount + h / 6.0 * (k1 + 2.0 * k2 + 2.0 * k3 + k4);
  }
  return std::pair(amount, residual);
};
constexpr auto history = etad::scan(hour);

// Residuals r and their Jacobian: one tangent for each parameter, carried along.
constexpr auto by_integration = [](const parameters& p, auto& r, auto& jacobian) {
  r = history(p[0], yeast, p[1], p[2]).outputs;
  for (std::size_t j = 0; j < 3; ++j) {
    parameters direction{};
    direction[j] = 1.0;
    jacobian[j] = etad::jvp(history, etad::wrt<0, 2, 3>)(p[0], yeast, p[1], p[2], direction[0],
                                                         direction[1], direction[2])
                      .outputs;
  }
};

// The same from the solution of the equation.
constexpr auto logistic = [](const auto& p, auto time) {
  using std::exp;
  return p[2] / (1.0 + (p[2] / p[0] - 1.0) * exp(-p[1] * time));
};
constexpr auto by_solution = [](const parameters& p, auto& r, auto& jacobian) {
  for (std::size_t i = 0; i < hours; ++i) {
    const auto [y, slopes] =
        etad::value_and_gradient(logistic, etad::wrt<0>)(p, static_cast<double>(i));
    r[i] = y - yeast[i];
    for (std::size_t j = 0; j < 3; ++j) jacobian[j][i] = slopes[j];
  }
};

double dot(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

// The solution of a x = b for a positive definite matrix, by elimination.
parameters solve(std::array<parameters, 3> a, parameters b) {
  for (std::size_t k = 0; k < 3; ++k) {
    for (std::size_t i = k + 1; i < 3; ++i) {
      const double factor = a[i][k] / a[k][k];
      for (std::size_t j = k; j < 3; ++j) a[i][j] -= factor * a[k][j];
      b[i] -= factor * b[k];
    }
  }
  for (std::size_t k = 3; k-- > 0;) {
    for (std::size_t j = k + 1; j < 3; ++j) b[k] -= a[k][j] * b[j];
    b[k] /= a[k][k];
  }
  return b;
}

struct fit_result {
  parameters p;
  double sum_of_squares;
};

// Gauss-Newton: minimizes |r + J step|^2 in each step, halved until it helps.
template <class Residuals>
fit_result fit(const Residuals& residuals, parameters p) {
  std::vector<double> r(hours), trial_r(hours);
  std::array<std::vector<double>, 3> jacobian{r, r, r}, trial_jacobian = jacobian;
  residuals(p, r, jacobian);
  for (int iteration = 0; iteration < 50; ++iteration) {
    std::array<parameters, 3> normal{};
    parameters descent{};
    for (std::size_t i = 0; i < 3; ++i) {
      descent[i] = -dot(jacobian[i], r);
      for (std::size_t j = 0; j < 3; ++j) normal[i][j] = dot(jacobian[i], jacobian[j]);
    }
    const parameters step = solve(normal, descent);
    double length = 1.0;
    for (; length > 1e-3; length *= 0.5) {
      parameters trial = p;
      for (std::size_t i = 0; i < 3; ++i) trial[i] += length * step[i];
      residuals(trial, trial_r, trial_jacobian);
      if (dot(trial_r, trial_r) < dot(r, r)) {
        p = trial;
        std::swap(r, trial_r);
        std::swap(jacobian, trial_jacobian);
        break;
      }
    }
    if (length <= 1e-3) break;  // no step helps: rounding
  }
  return {p, dot(r, r)};
}

}  // namespace

int main() {
  // The gradient of |r|^2 / 2 in one reverse sweep, whose weights are the residuals, against J'r.
  const parameters guess{10.0, 0.5, 600.0};
  std::vector<double> r(hours);
  std::array<std::vector<double>, 3> jacobian{r, r, r};
  by_integration(guess, r, jacobian);
  const auto [by_start, by_rate, by_capacity] = etad::vjp(history, etad::wrt<0, 2, 3>)(
      guess[0], yeast, guess[1], guess[2], etad::scan_result<double, double>{0.0, r});
  const parameters gradient{by_start, by_rate, by_capacity};
  bool right = true;
  for (std::size_t i = 0; i < 3; ++i) {
    const double forward = dot(jacobian[i], r);
    right = right && std::abs(gradient[i] - forward) < 1e-10 * std::abs(forward);
  }
  std::printf("gradient at the guess: %.4f %.1f %.4f\n", gradient[0], gradient[1], gradient[2]);

  const fit_result integrated = fit(by_integration, guess);
  const fit_result exact = fit(by_solution, guess);
  for (const auto& [name, found] : {std::pair("Runge-Kutta", integrated), {"logistic", exact}}) {
    std::printf("%-12s start %.4f, rate %.5f per hour, capacity %.3f, sum of squares %.3f\n", name,
                found.p[0], found.p[1], found.p[2], found.sum_of_squares);
  }
  for (std::size_t i = 0; i < 3; ++i) {
    right = right && std::abs(integrated.p[i] - exact.p[i]) < 1e-5 * exact.p[i];
  }
  // Pearl's own curve by hand has a capacity of 665 and a rate of 0.5355.
  right =
      right && std::abs(integrated.p[2] - 665.0) < 5.0 && std::abs(integrated.p[1] - 0.54) < 0.02;
  return right ? 0 : 1;
}
