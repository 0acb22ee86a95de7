// SPDX-License-Identifier: MIT
// Gradient of Rosenbrock's function by hand. Every version adds the terms of the value in the
// model's order: a sum in another order would be another function.
#include "../workloads.hpp"

namespace bench {
namespace {

/// One pass that carries what a term gives its second variable over to the next step.
template <std::size_t N>
first_order<1, N> rosenbrock_one_pass(const input<N, 0>& in) {
  first_order<1, N> out;
  const std::array<double, N>& x = in.x;
  double sum = 0;
  double carried = 0;
  double here = x[0];
  for (std::size_t i = 0; i + 1 < N; ++i) {
    const double next = x[i + 1];
    const double valley = next - here * here;
    const double slope = 1 - here;
    sum += 100 * valley * valley + slope * slope;
    const double scaled = 200 * valley;
    out.jacobian[i] = carried - 2 * (scaled * here + slope);
    carried = scaled;
    here = next;
  }
  out.jacobian[N - 1] = carried;
  out.value[0] = sum;
  return out;
}

/// Each entry from its three neighbours, so that the gradient's loop vectorizes; the sum apart.
template <std::size_t N>
first_order<1, N> rosenbrock_stencil(const input<N, 0>& in) {
  first_order<1, N> out;
  const double* __restrict x = in.x.data();
  double* __restrict gradient = out.jacobian.data();
  gradient[0] = -400 * (x[1] - x[0] * x[0]) * x[0] - 2 * (1 - x[0]);
  for (std::size_t i = 1; i + 1 < N; ++i) {
    const double before = x[i] - x[i - 1] * x[i - 1];
    const double after = x[i + 1] - x[i] * x[i];
    gradient[i] = 200 * before - 400 * after * x[i] - 2 * (1 - x[i]);
  }
  gradient[N - 1] = 200 * (x[N - 1] - x[N - 2] * x[N - 2]);
  double sum = 0;
  for (std::size_t i = 0; i + 1 < N; ++i) {
    const double valley = x[i + 1] - x[i] * x[i];
    const double slope = 1 - x[i];
    sum += 100 * valley * valley + slope * slope;
  }
  out.value[0] = sum;
  return out;
}

/// Valleys once, into a buffer; then the gradient from the buffer, then the sum.
template <std::size_t N>
first_order<1, N> rosenbrock_buffered(const input<N, 0>& in) {
  first_order<1, N> out;
  const double* __restrict x = in.x.data();
  double* __restrict gradient = out.jacobian.data();
  std::array<double, N> scaled;
  std::array<double, N> term;
  for (std::size_t i = 0; i + 1 < N; ++i) {
    const double valley = x[i + 1] - x[i] * x[i];
    const double slope = 1 - x[i];
    scaled[i] = 200 * valley;
    term[i] = 100 * valley * valley + slope * slope;
    gradient[i] = -2 * (scaled[i] * x[i] + slope);
  }
  gradient[N - 1] = 0;
  for (std::size_t i = 1; i < N; ++i) gradient[i] += scaled[i - 1];
  double sum = 0;
  for (std::size_t i = 0; i + 1 < N; ++i) sum += term[i];
  out.value[0] = sum;
  return out;
}

template <std::size_t N>
bool add_all() {
  using problem = rosenbrock_workload<N>;
  using point = typename problem::point;
  add<problem>("one pass" HAND_SUFFIX, kind::hand,
               [](const point& in) { return rosenbrock_one_pass(in); });
  add<problem>("stencil" HAND_SUFFIX, kind::hand,
               [](const point& in) { return rosenbrock_stencil(in); });
  return add<problem>("buffered" HAND_SUFFIX, kind::hand,
                      [](const point& in) { return rosenbrock_buffered(in); });
}

const bool added = add_all<10>() && add_all<100>();

}  // namespace
}  // namespace bench
