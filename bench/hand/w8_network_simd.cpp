// SPDX-License-Identifier: MIT
// As w8_network.cpp, with neurons or points in lanes.
#include "../sums.hpp"
#include "simd.hpp"

namespace bench {
namespace {

constexpr std::size_t width = network_workload::width;
constexpr std::size_t rows = network_workload::rows;
constexpr std::size_t second = 3 * width;
constexpr std::size_t last = second + (1 + width) * width;
using gradient = first_order<1, network_workload::variables>;

/// Neurons side by side, one point after the other: no sum runs across the lanes.
gradient neurons_in_lanes(const network_workload::point& in) {
  constexpr std::size_t batches = width / lanes;
  using layer = std::array<batch, batches>;
  const double* w = in.x.data();
  std::array<std::array<double, width>, 3> into_low;
  std::array<std::array<double, width>, 1 + width> into_high;
  for (std::size_t i = 0; i < width; ++i) {
    for (std::size_t j = 0; j < 3; ++j) into_low[j][i] = w[3 * i + j];
    for (std::size_t j = 0; j <= width; ++j) into_high[j][i] = w[second + (1 + width) * i + j];
  }
  const auto zeros = [](auto& all) {
    for (layer& one : all) one.fill(batch(0.0));
  };
  std::array<layer, 3> by_low;
  std::array<layer, width> by_high;
  std::array<layer, 3> by_rest;  // the biases of the second layer, the weights of the last
  zeros(by_low);
  zeros(by_high);
  zeros(by_rest);
  double total_error = 0;
  double by_output = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const batch x((*in.data)[0][row]);
    const batch y((*in.data)[1][row]);
    layer low;
    layer high;
    alignas(64) double spread[width];
    for (std::size_t b = 0; b < batches; ++b) {
      low[b] = xsimd::tanh(
          xsimd::fma(load(&into_low[2][b * lanes]), y,
                     xsimd::fma(load(&into_low[1][b * lanes]), x, load(&into_low[0][b * lanes]))));
      low[b].store_unaligned(spread + b * lanes);
      high[b] = load(&into_high[0][b * lanes]);
    }
    for (std::size_t j = 0; j < width; ++j)
      for (std::size_t b = 0; b < batches; ++b)
        high[b] = xsimd::fma(load(&into_high[1 + j][b * lanes]), batch(spread[j]), high[b]);
    batch output(0.0);
    for (std::size_t b = 0; b < batches; ++b) {
      high[b] = xsimd::tanh(high[b]);
      output = xsimd::fma(load(w + last + 1 + b * lanes), high[b], output);
    }
    const double error = w[last] + total(output) - (*in.data)[2][row];
    total_error += error * error;
    const double slope = 2.0 / rows * error;
    by_output += slope;
    layer back;
    back.fill(batch(0.0));
    for (std::size_t b = 0; b < batches; ++b) {
      by_rest[1][b] = xsimd::fma(batch(slope), high[b], by_rest[1][b]);
      const batch delta =
          batch(slope) * load(w + last + 1 + b * lanes) * xsimd::fnma(high[b], high[b], batch(1.0));
      by_rest[0][b] += delta;
      delta.store_unaligned(spread + b * lanes);
    }
    for (std::size_t i = 0; i < width; ++i) {
      const batch delta(spread[i]);
      for (std::size_t b = 0; b < batches; ++b) {
        by_high[i][b] = xsimd::fma(delta, low[b], by_high[i][b]);
        back[b] = xsimd::fma(delta, load(w + second + (1 + width) * i + 1 + b * lanes), back[b]);
      }
    }
    for (std::size_t b = 0; b < batches; ++b) {
      const batch delta = back[b] * xsimd::fnma(low[b], low[b], batch(1.0));
      by_low[0][b] += delta;
      by_low[1][b] = xsimd::fma(delta, x, by_low[1][b]);
      by_low[2][b] = xsimd::fma(delta, y, by_low[2][b]);
    }
  }
  gradient out;
  double* g = out.jacobian.data();
  out.value[0] = total_error * (1.0 / rows);
  for (std::size_t i = 0; i < width; ++i) {
    for (std::size_t j = 0; j < 3; ++j) g[3 * i + j] = by_low[j][i / lanes].get(i % lanes);
    double* by_weight = g + second + (1 + width) * i;
    by_weight[0] = by_rest[0][i / lanes].get(i % lanes);
    for (std::size_t b = 0; b < batches; ++b)
      by_high[i][b].store_unaligned(by_weight + 1 + b * lanes);
    g[last + 1 + i] = by_rest[1][i / lanes].get(i % lanes);
  }
  g[last] = by_output;
  return out;
}

/// Points side by side, layer by layer; the gradient of the square layer in tiles of registers.
gradient points_in_lanes(const network_workload::point& in) {
  constexpr std::size_t blocks = rows / lanes;
  constexpr std::size_t tile = lanes == 8 ? 4 : 2;
  using many = std::array<batch, width>;
  const double* w = in.x.data();
  gradient out;
  double* g = out.jacobian.data();
  std::array<many, blocks> low;
  std::array<many, blocks> delta;
  std::array<std::array<batch, 3>, width> by_low;
  many by_last;
  for (auto& one : by_low) one.fill(batch(0.0));
  by_last.fill(batch(0.0));
  batch errors(0.0);
  batch by_output(0.0);
  for (std::size_t block = 0; block < blocks; ++block) {
    const batch x = load(&(*in.data)[0][block * lanes]);
    const batch y = load(&(*in.data)[1][block * lanes]);
    many high;
    for (std::size_t i = 0; i < width; ++i)
      low[block][i] = xsimd::tanh(
          xsimd::fma(batch(w[3 * i + 2]), y, xsimd::fma(batch(w[3 * i + 1]), x, batch(w[3 * i]))));
    batch output(w[last]);
    for (std::size_t first = 0; first < width; first += 4) {
      std::array<batch, 4> sum;
      for (std::size_t i = 0; i < 4; ++i) sum[i] = batch(w[second + (1 + width) * (first + i)]);
      for (std::size_t j = 0; j < width; ++j)
        for (std::size_t i = 0; i < 4; ++i)
          sum[i] = xsimd::fma(batch(w[second + (1 + width) * (first + i) + 1 + j]), low[block][j],
                              sum[i]);
      for (std::size_t i = 0; i < 4; ++i) {
        high[first + i] = xsimd::tanh(sum[i]);
        output = xsimd::fma(batch(w[last + 1 + first + i]), high[first + i], output);
      }
    }
    const batch error = output - load(&(*in.data)[2][block * lanes]);
    errors = xsimd::fma(error, error, errors);
    const batch slope = batch(2.0 / rows) * error;
    by_output += slope;
    for (std::size_t i = 0; i < width; ++i) {
      by_last[i] = xsimd::fma(slope, high[i], by_last[i]);
      delta[block][i] = slope * batch(w[last + 1 + i]) * xsimd::fnma(high[i], high[i], batch(1.0));
    }
    for (std::size_t first = 0; first < width; first += 4) {
      std::array<batch, 4> back;
      back.fill(batch(0.0));
      for (std::size_t i = 0; i < width; ++i)
        for (std::size_t j = 0; j < 4; ++j)
          back[j] = xsimd::fma(batch(w[second + (1 + width) * i + 1 + first + j]), delta[block][i],
                               back[j]);
      for (std::size_t j = 0; j < 4; ++j) {
        const batch& at = low[block][first + j];
        const batch change = back[j] * xsimd::fnma(at, at, batch(1.0));
        auto& by = by_low[first + j];
        by[0] += change;
        by[1] = xsimd::fma(change, x, by[1]);
        by[2] = xsimd::fma(change, y, by[2]);
      }
    }
  }
  for (std::size_t i = 0; i < width; i += tile) {
    for (std::size_t j = 0; j < width; j += tile) {
      std::array<std::array<batch, tile>, tile> sum;
      for (auto& one : sum) one.fill(batch(0.0));
      for (std::size_t block = 0; block < blocks; ++block)
        for (std::size_t a = 0; a < tile; ++a)
          for (std::size_t b = 0; b < tile; ++b)
            sum[a][b] = xsimd::fma(delta[block][i + a], low[block][j + b], sum[a][b]);
      for (std::size_t a = 0; a < tile; ++a)
        for (std::size_t b = 0; b < tile; ++b)
          g[second + (1 + width) * (i + a) + 1 + j + b] = total(sum[a][b]);
    }
  }
  for (std::size_t i = 0; i < width; ++i) {
    batch by_bias(0.0);
    for (std::size_t block = 0; block < blocks; ++block) by_bias += delta[block][i];
    g[second + (1 + width) * i] = total(by_bias);
    g[last + 1 + i] = total(by_last[i]);
    for (std::size_t j = 0; j < 3; ++j) g[3 * i + j] = total(by_low[i][j]);
  }
  g[last] = total(by_output);
  out.value[0] = total(errors) * (1.0 / rows);
  return out;
}

using point = network_workload::point;
const bool added = add<network_workload>("neurons in lanes" HAND_SUFFIX, kind::hand_simd,
                                         [](const point& in) { return neurons_in_lanes(in); }) &&
                   add<network_workload>("points in lanes" HAND_SUFFIX, kind::hand_simd,
                                         [](const point& in) { return points_in_lanes(in); });

}  // namespace
}  // namespace bench
