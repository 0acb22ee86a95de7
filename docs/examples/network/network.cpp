// SPDX-License-Identifier: MIT
// Trains a 2-8-8-1 network of tanh neurons to tell two kinds of iris by their petals: 105 weights,
// 100 flowers. The gradient of the sum of squared errors comes from etad::sum_over, flowers in lanes;
// the steps are Adam's (D. Kingma, J. Ba, ICLR 2015). Fails unless the mean squared error falls below
// 0.05 and at most two flowers are taken for the other kind.
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <etad/batch.hpp>
#include <random>
#include <span>
#include <vector>

#include "data/iris.hpp"
#include "models/network.hpp"

namespace {

using network = models::network<2, 8>;
using weights = std::array<double, network::weights>;
using column = std::array<double, iris::flowers>;

/// The same numbers with mean 0 and variance 1.
column standardized(const column& x) {
  double mean = 0;
  for (double number : x) mean += number / iris::flowers;
  double variance = 0;
  for (double number : x) variance += (number - mean) * (number - mean) / iris::flowers;
  column result;
  for (std::size_t i = 0; i < x.size(); ++i) result[i] = (x[i] - mean) / std::sqrt(variance);
  return result;
}

/// Small numbers around zero, the smaller the more inputs a neuron has.
weights random_weights() {
  std::mt19937_64 bits(1936);
  const auto uniform = [&] { return static_cast<double>(bits() >> 11) * 0x1p-52 - 1; };
  weights w;
  for (std::size_t i = 0; i < w.size(); ++i) w[i] = (i < 3 * 8 ? 1.0 : 0.35) * uniform();
  return w;
}

struct adam {
  double rate;
  weights mean{};
  weights square{};
  double decay_of_mean = 1;
  double decay_of_square = 1;

  void step(weights& w, const weights& gradient) {
    decay_of_mean *= 0.9;
    decay_of_square *= 0.999;
    for (std::size_t i = 0; i < w.size(); ++i) {
      mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
      square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
      const double size = std::sqrt(square[i] / (1 - decay_of_square)) + 1e-8;
      w[i] -= rate * mean[i] / (1 - decay_of_mean) / size;
    }
  }
};

}  // namespace

int main() {
  const std::array<column, 2> features{standardized(iris::petal_length),
                                       standardized(iris::petal_width)};
  column wanted;
  for (std::size_t i = 0; i < wanted.size(); ++i)
    wanted[i] = i < iris::flowers_of_each_kind ? -1 : 1;

  const std::array<std::span<const double>, 2> inputs{features[0], features[1]};
  const std::span<const double> outputs(wanted);
  constexpr auto errors = etad::sum_over(models::squared_error<2, 8>{});

  weights w = random_weights();
  adam optimizer{0.005};
  constexpr int steps = 2000;
  double error = 0;
  for (int step = 0; step <= steps; ++step) {
    auto [sum, gradient] = errors.value_and_gradient(w, inputs, outputs);
    error = sum / iris::flowers;
    if (step % 250 == 0) std::printf("step %4d: mean squared error %.5f\n", step, error);
    for (double& entry : gradient) entry /= iris::flowers;
    if (step < steps) optimizer.step(w, gradient);
  }

  int wrong = 0;
  for (std::size_t i = 0; i < iris::flowers; ++i) {
    const double output = network::output(w, std::array{features[0][i], features[1][i]});
    if (output * wanted[i] > 0) continue;
    ++wrong;
    std::printf("flower %zu (%.1f cm x %.1f cm) is taken for the other kind\n", i + 1,
                iris::petal_length[i], iris::petal_width[i]);
  }
  std::printf("mean squared error %.5f, %d of %zu flowers wrong\n", error, wrong, iris::flowers);
  return error < 0.05 && wrong <= 2 ? 0 : 1;
}
