// SPDX-License-Identifier: MIT
// Value, gradient and tridiagonal Hessian of Rosenbrock's function by hand.
#include "../workloads.hpp"

namespace bench {
namespace {

constexpr std::size_t N = 10;

/// Zeros in one go, then one pass.
second_order<N> one_pass(const input<N, 0>& in) {
  second_order<N> out;
  out.hessian.fill(0);
  double* __restrict gradient = out.gradient.data();
  double* __restrict hessian = out.hessian.data();
  double sum = 0;
  double carried = 0;
  double constant = 2;
  double here = in.x[0];
  for (std::size_t i = 0; i + 1 < N; ++i) {
    const double next = in.x[i + 1];
    const double square = here * here;
    const double valley = next - square;
    const double slope = 1 - here;
    sum += 100 * valley * valley + slope * slope;
    const double scaled = 200 * valley;
    const double outer = -400 * here;
    gradient[i] = carried - 2 * (scaled * here + slope);
    hessian[i * (N + 1)] = constant + 1200 * square - 400 * next;
    hessian[i * (N + 1) + 1] = outer;
    hessian[i * (N + 1) + N] = outer;
    carried = scaled;
    constant = 202;
    here = next;
  }
  gradient[N - 1] = carried;
  hessian[N * N - 1] = 200;
  out.value = sum;
  return out;
}

/// Diagonals into small arrays by loops that vectorize, then placed.
second_order<N> by_diagonals(const input<N, 0>& in) {
  second_order<N> out;
  const std::array<double, N> x = in.x;
  std::array<double, N> scaled;
  std::array<double, N> diagonal;
  std::array<double, N> outer;
  std::array<double, N> term;
  for (std::size_t i = 0; i + 1 < N; ++i) {
    const double square = x[i] * x[i];
    const double valley = x[i + 1] - square;
    const double slope = 1 - x[i];
    scaled[i] = 200 * valley;
    term[i] = 100 * valley * valley + slope * slope;
    outer[i] = -400 * x[i];
    diagonal[i] = 202 + 1200 * square - 400 * x[i + 1];
    out.gradient[i] = -2 * (scaled[i] * x[i] + slope);
  }
  out.gradient[N - 1] = 0;
  for (std::size_t i = 1; i < N; ++i) out.gradient[i] += scaled[i - 1];
  diagonal[0] -= 200;
  diagonal[N - 1] = 200;
  out.hessian.fill(0);
  for (std::size_t i = 0; i < N; ++i) out.hessian[i * (N + 1)] = diagonal[i];
  for (std::size_t i = 0; i + 1 < N; ++i) {
    out.hessian[i * (N + 1) + 1] = outer[i];
    out.hessian[i * (N + 1) + N] = outer[i];
  }
  double sum = 0;
  for (std::size_t i = 0; i + 1 < N; ++i) sum += term[i];
  out.value = sum;
  return out;
}

using point = rosenbrock_hessian_workload::point;
const bool added =
    add<rosenbrock_hessian_workload>("one pass" HAND_SUFFIX, kind::hand,
                                     [](const point& in) { return one_pass(in); }) &&
    add<rosenbrock_hessian_workload>("by diagonals" HAND_SUFFIX, kind::hand,
                                     [](const point& in) { return by_diagonals(in); });

}  // namespace
}  // namespace bench
