// SPDX-License-Identifier: MIT
// Fits a mixture of five normal distributions in the plane, 25 parameters, to 1,000, 10,000 and
// 100,000 points drawn from a known one. The log-likelihood and its gradient come from
// etad::sum_over, which puts points into lanes; what depends on the parameters alone is computed once
// for each gradient, outside of the sum, and differentiated by etad::vjp. Fails unless the likelihood
// grows in every step and exceeds that of the mixture the points were drawn from.
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <etad/batch.hpp>
#include <etad/etad.hpp>
#include <numbers>
#include <random>
#include <span>
#include <vector>

#include "lbfgs.hpp"
#include "models/mixture.hpp"

namespace {

using model = models::mixture<2, 5>;
using parameters = std::array<double, model::parameters>;
using points = std::array<std::vector<double>, 2>;  // one vector for each coordinate

struct prepare {
  template <class T>
  constexpr auto operator()(const std::array<T, model::parameters>& x) const {
    return model::prepare(x);
  }
};

evaluation<model::parameters> log_likelihood(const parameters& x, const points& data) {
  const std::array<std::span<const double>, 2> rows{data[0], data[1]};
  const auto prepared = prepare{}(x);
  const auto [value, by_prepared] = etad::sum_over(model{}).value_and_gradient(prepared, rows);
  return {value, etad::vjp(prepare{})(x, by_prepared)};
}

/// Component by component: logit of the weight, means, logarithms of deviations.
constexpr parameters truth{0.0,  -4.0, -3.0, -0.7, 0.0,   //
                           0.5,  4.0,  -3.0, 0.0,  -0.7,  //
                           -0.5, 0.0,  0.0,  -0.4, -0.4,  //
                           0.3,  -4.0, 4.0,  0.2,  0.2,   //
                           0.0,  4.0,  4.0,  -0.2, 0.4};

points draw(std::size_t count) {
  std::mt19937_64 bits(5);
  // Written out, as the distributions of <random> differ between libraries.
  const auto uniform = [&] { return (static_cast<double>(bits() >> 11) + 0.5) * 0x1p-53; };
  const auto normal = [&] {
    const double radius = std::sqrt(-2 * std::log(uniform()));
    return radius * std::cos(2 * std::numbers::pi * uniform());
  };
  double total = 0;
  for (std::size_t k = 0; k < 5; ++k) total += std::exp(truth[5 * k]);
  points result;
  for (std::size_t i = 0; i < count; ++i) {
    double left = uniform() * total;
    std::size_t k = 0;
    while (k < 4 && (left -= std::exp(truth[5 * k])) > 0) ++k;
    for (std::size_t j = 0; j < 2; ++j)
      result[j].push_back(truth[5 * k + 1 + j] + std::exp(truth[5 * k + 3 + j]) * normal());
  }
  return result;
}

bool fit(std::size_t count) {
  const points data = draw(count);
  const double scale = 1 / static_cast<double>(count);
  parameters x{};
  for (std::size_t k = 0; k < 5; ++k) {  // a rough guess: right quadrants, equal weights, round
    x[5 * k + 1] = 0.5 * truth[5 * k + 1];
    x[5 * k + 2] = 0.5 * truth[5 * k + 2];
  }
  const double start = log_likelihood(x, data).value;
  const double wanted = log_likelihood(truth, data).value;
  double last = start;
  int steps = 0;
  bool growing = true;
  const auto end = climb<model::parameters>(
      x, [&](const parameters& at) { return log_likelihood(at, data); }, 1e-9 / scale, 60,
      [&](int step, double value) {
        growing = growing && value >= last;
        last = value;
        steps = step;
      });
  std::printf("%zu points: log-likelihood per point %.6f -> %.6f in %d steps, truth %.6f\n", count,
              scale * start, scale * end.value, steps, scale * wanted);
  if (count == 100'000) {
    double total = 0;
    for (std::size_t k = 0; k < 5; ++k) total += std::exp(x[5 * k]);
    double total_of_truth = 0;
    for (std::size_t k = 0; k < 5; ++k) total_of_truth += std::exp(truth[5 * k]);
    for (std::size_t k = 0; k < 5; ++k) {
      std::printf("  component %zu: weight %.3f (%.3f), mean", k + 1, std::exp(x[5 * k]) / total,
                  std::exp(truth[5 * k]) / total_of_truth);
      for (std::size_t j = 1; j <= 2; ++j)
        std::printf(" %.3f (%.3f)", x[5 * k + j], truth[5 * k + j]);
      std::printf(", deviation");
      for (std::size_t j = 3; j <= 4; ++j)
        std::printf(" %.3f (%.3f)", std::exp(x[5 * k + j]), std::exp(truth[5 * k + j]));
      std::printf("\n");
    }
  }
  if (!growing) std::printf("  the likelihood fell\n");
  if (!(end.value > wanted)) std::printf("  less likely than the truth\n");
  return growing && end.value > wanted;
}

}  // namespace

int main() {
  std::printf("five normal distributions in the plane, found (true):\n");
  bool good = true;
  for (const std::size_t count : std::array<std::size_t, 3>{1'000, 10'000, 100'000})
    good = fit(count) && good;
  return good ? 0 : 1;
}
