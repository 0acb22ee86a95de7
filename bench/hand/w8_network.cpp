// SPDX-License-Identifier: MIT
// Back-propagation by hand through a 2-16-16-1 network of tanh neurons.
#include <cmath>

#include "../sums.hpp"

namespace bench {
namespace {

constexpr std::size_t width = network_workload::width;
constexpr std::size_t rows = network_workload::rows;
constexpr std::size_t second = 3 * width;
constexpr std::size_t last = second + (1 + width) * width;
using gradient = first_order<1, network_workload::variables>;
using layer = std::array<double, width>;

/// Point by point, in the order of the weights: sums over the layer below are chains of additions.
gradient straight(const network_workload::point& in) {
  gradient out{};
  const double* w = in.x.data();
  double* g = out.jacobian.data();
  double total = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const double x = (*in.data)[0][row];
    const double y = (*in.data)[1][row];
    layer low;
    layer high;
    for (std::size_t i = 0; i < width; ++i)
      low[i] = std::tanh(w[3 * i] + w[3 * i + 1] * x + w[3 * i + 2] * y);
    double output = w[last];
    for (std::size_t i = 0; i < width; ++i) {
      const double* weight = w + second + (1 + width) * i;
      double sum = weight[0];
      for (std::size_t j = 0; j < width; ++j) sum += weight[1 + j] * low[j];
      high[i] = std::tanh(sum);
      output += w[last + 1 + i] * high[i];
    }
    const double error = output - (*in.data)[2][row];
    total += error * error;
    const double slope = 2.0 / rows * error;
    layer back{};
    g[last] += slope;
    for (std::size_t i = 0; i < width; ++i) {
      g[last + 1 + i] += slope * high[i];
      const double delta = slope * w[last + 1 + i] * (1 - high[i] * high[i]);
      const double* weight = w + second + (1 + width) * i;
      double* by_weight = g + second + (1 + width) * i;
      by_weight[0] += delta;
      for (std::size_t j = 0; j < width; ++j) {
        by_weight[1 + j] += delta * low[j];
        back[j] += delta * weight[1 + j];
      }
    }
    for (std::size_t i = 0; i < width; ++i) {
      const double delta = back[i] * (1 - low[i] * low[i]);
      g[3 * i] += delta;
      g[3 * i + 1] += delta * x;
      g[3 * i + 2] += delta * y;
    }
  }
  out.value[0] = total * (1.0 / rows);
  return out;
}

/// Point by point, with the weights transposed once so that every inner loop runs over neurons side
/// by side and vectorizes; the gradient of the first layer is kept column by column.
gradient transposed(const network_workload::point& in) {
  gradient out{};
  const double* w = in.x.data();
  double* g = out.jacobian.data();
  std::array<layer, 3> into_low;
  std::array<layer, 1 + width> into_high;
  for (std::size_t i = 0; i < width; ++i) {
    for (std::size_t j = 0; j < 3; ++j) into_low[j][i] = w[3 * i + j];
    for (std::size_t j = 0; j <= width; ++j) into_high[j][i] = w[second + (1 + width) * i + j];
  }
  std::array<layer, 3> by_low{};
  double total = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const double x = (*in.data)[0][row];
    const double y = (*in.data)[1][row];
    layer low;
    layer high = into_high[0];
    for (std::size_t i = 0; i < width; ++i)
      low[i] = into_low[0][i] + into_low[1][i] * x + into_low[2][i] * y;
    for (std::size_t i = 0; i < width; ++i) low[i] = std::tanh(low[i]);
    for (std::size_t j = 0; j < width; ++j)
      for (std::size_t i = 0; i < width; ++i) high[i] += into_high[1 + j][i] * low[j];
    for (std::size_t i = 0; i < width; ++i) high[i] = std::tanh(high[i]);
    double output = w[last];
    for (std::size_t i = 0; i < width; ++i) output += w[last + 1 + i] * high[i];
    const double error = output - (*in.data)[2][row];
    total += error * error;
    const double slope = 2.0 / rows * error;
    g[last] += slope;
    layer delta;
    for (std::size_t i = 0; i < width; ++i) {
      g[last + 1 + i] += slope * high[i];
      delta[i] = slope * w[last + 1 + i] * (1 - high[i] * high[i]);
    }
    layer back{};
    for (std::size_t i = 0; i < width; ++i) {
      const double* weight = w + second + (1 + width) * i;
      double* by_weight = g + second + (1 + width) * i;
      by_weight[0] += delta[i];
      for (std::size_t j = 0; j < width; ++j) by_weight[1 + j] += delta[i] * low[j];
      for (std::size_t j = 0; j < width; ++j) back[j] += delta[i] * weight[1 + j];
    }
    for (std::size_t i = 0; i < width; ++i) {
      const double change = back[i] * (1 - low[i] * low[i]);
      by_low[0][i] += change;
      by_low[1][i] += change * x;
      by_low[2][i] += change * y;
    }
  }
  for (std::size_t i = 0; i < width; ++i)
    for (std::size_t j = 0; j < 3; ++j) g[3 * i + j] = by_low[j][i];
  out.value[0] = total * (1.0 / rows);
  return out;
}

/// All points at once, each layer a matrix; inner loops over the points.
gradient by_layers(const network_workload::point& in) {
  using many = std::array<double, rows>;
  gradient out;
  const double* w = in.x.data();
  double* g = out.jacobian.data();
  const many& x = (*in.data)[0];
  const many& y = (*in.data)[1];
  std::array<many, width> low;
  std::array<many, width> high;
  std::array<many, width> back{};
  many output;
  output.fill(w[last]);
  for (std::size_t i = 0; i < width; ++i) {
    for (std::size_t p = 0; p < rows; ++p)
      low[i][p] = w[3 * i] + w[3 * i + 1] * x[p] + w[3 * i + 2] * y[p];
    for (double& number : low[i]) number = std::tanh(number);
  }
  for (std::size_t i = 0; i < width; ++i) {
    const double* weight = w + second + (1 + width) * i;
    high[i].fill(weight[0]);
    for (std::size_t j = 0; j < width; ++j)
      for (std::size_t p = 0; p < rows; ++p) high[i][p] += weight[1 + j] * low[j][p];
    for (double& number : high[i]) number = std::tanh(number);
    for (std::size_t p = 0; p < rows; ++p) output[p] += w[last + 1 + i] * high[i][p];
  }
  many slope;
  double total = 0;
  g[last] = 0;
  for (std::size_t p = 0; p < rows; ++p) {
    const double error = output[p] - (*in.data)[2][p];
    total += error * error;
    slope[p] = 2.0 / rows * error;
    g[last] += slope[p];
  }
  for (std::size_t i = 0; i < width; ++i) {
    const double* weight = w + second + (1 + width) * i;
    double* by_weight = g + second + (1 + width) * i;
    many delta;
    double by_output = 0;
    double by_bias = 0;
    for (std::size_t p = 0; p < rows; ++p) by_output += slope[p] * high[i][p];
    for (std::size_t p = 0; p < rows; ++p)
      delta[p] = slope[p] * w[last + 1 + i] * (1 - high[i][p] * high[i][p]);
    for (std::size_t p = 0; p < rows; ++p) by_bias += delta[p];
    g[last + 1 + i] = by_output;
    by_weight[0] = by_bias;
    std::array<double, width> sum{};
    for (std::size_t p = 0; p < rows; ++p)
      for (std::size_t j = 0; j < width; ++j) sum[j] += delta[p] * low[j][p];
    for (std::size_t j = 0; j < width; ++j) by_weight[1 + j] = sum[j];
    for (std::size_t j = 0; j < width; ++j)
      for (std::size_t p = 0; p < rows; ++p) back[j][p] += delta[p] * weight[1 + j];
  }
  for (std::size_t i = 0; i < width; ++i) {
    double by_bias = 0;
    double by_x = 0;
    double by_y = 0;
    for (std::size_t p = 0; p < rows; ++p) {
      const double delta = back[i][p] * (1 - low[i][p] * low[i][p]);
      by_bias += delta;
      by_x += delta * x[p];
      by_y += delta * y[p];
    }
    g[3 * i] = by_bias;
    g[3 * i + 1] = by_x;
    g[3 * i + 2] = by_y;
  }
  out.value[0] = total * (1.0 / rows);
  return out;
}

using point = network_workload::point;
const bool added = add<network_workload>("straight" HAND_SUFFIX, kind::hand,
                                         [](const point& in) { return straight(in); }) &&
                   add<network_workload>("transposed" HAND_SUFFIX, kind::hand,
                                         [](const point& in) { return transposed(in); }) &&
                   add<network_workload>("layers" HAND_SUFFIX, kind::hand,
                                         [](const point& in) { return by_layers(in); });

}  // namespace
}  // namespace bench
