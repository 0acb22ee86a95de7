// SPDX-License-Identifier: MIT
// Gradient of a Gaussian mixture's log-likelihood by hand. With w_k the share of component k in a
// point and z_kj = (x_j - mean_kj) / deviation_kj, the derivative by a logit is w_k - weight_k, by a
// mean w_k z_kj / deviation_kj, by the logarithm of a deviation w_k (z_kj^2 - 1); the sums over the
// points are of w, w z and w z^2 alone.
#include <algorithm>
#include <cmath>

#include "../sums.hpp"

namespace bench {
namespace {

constexpr std::size_t count = 5;  // components

template <std::size_t D>
struct sums {
  double value = 0;
  std::array<double, count> share{};
  std::array<std::array<double, D>, count> first{};   // w z
  std::array<std::array<double, D>, count> second{};  // w z^2
};

template <std::size_t D>
struct prepared {
  std::array<double, count> factor;
  std::array<double, count> weight;
  std::array<std::array<double, D>, count> reciprocal;
  std::array<std::array<double, D>, count> quotient;

  explicit prepared(const std::array<double, count*(1 + 2 * D)>& x) {
    constexpr std::size_t stride = 1 + 2 * D;
    double largest = x[0];
    for (std::size_t k = 1; k < count; ++k) largest = std::max(largest, x[k * stride]);
    double sum = 0;
    for (std::size_t k = 0; k < count; ++k) sum += weight[k] = std::exp(x[k * stride] - largest);
    const double shift = largest + std::log(sum) + 0.91893853320467274178 * D;
    for (std::size_t k = 0; k < count; ++k) {
      weight[k] /= sum;
      factor[k] = x[k * stride] - shift;
      for (std::size_t j = 0; j < D; ++j) {
        const double logarithm = x[k * stride + 1 + D + j];
        factor[k] -= logarithm;
        reciprocal[k][j] = std::exp(-logarithm);
        quotient[k][j] = x[k * stride + 1 + j] * reciprocal[k][j];
      }
    }
  }

  void finish(const sums<D>& all, std::size_t rows, first_order<1, count*(1 + 2 * D)>& out) const {
    out.value[0] = all.value;
    for (std::size_t k = 0, at = 0; k < count; ++k) {
      out.jacobian[at++] = all.share[k] - static_cast<double>(rows) * weight[k];
      for (std::size_t j = 0; j < D; ++j) out.jacobian[at++] = all.first[k][j] * reciprocal[k][j];
      for (std::size_t j = 0; j < D; ++j) out.jacobian[at++] = all.second[k][j] - all.share[k];
    }
  }
};

/// One point after the other.
template <std::size_t D>
auto by_points(const typename mixture_workload<D>::point& in) {
  constexpr std::size_t rows = mixture_workload<D>::rows;
  first_order<1, count*(1 + 2 * D)> out;
  const prepared<D> p(in.x);
  sums<D> all;
  for (std::size_t i = 0; i < rows; ++i) {
    std::array<double, D> x;
    for (std::size_t j = 0; j < D; ++j) x[j] = (*in.data)[j][i];
    std::array<std::array<double, D>, count> z;
    std::array<double, count> share;
    for (std::size_t k = 0; k < count; ++k) {
      double squares = 0;
      for (std::size_t j = 0; j < D; ++j) {
        z[k][j] = x[j] * p.reciprocal[k][j] - p.quotient[k][j];
        squares += z[k][j] * z[k][j];
      }
      share[k] = p.factor[k] - 0.5 * squares;
    }
    double largest = share[0];
    for (std::size_t k = 1; k < count; ++k) largest = std::max(largest, share[k]);
    double sum = 0;
    for (std::size_t k = 0; k < count; ++k) sum += share[k] = std::exp(share[k] - largest);
    all.value += largest + std::log(sum);
    const double inverse = 1 / sum;
    for (std::size_t k = 0; k < count; ++k) {
      const double w = share[k] * inverse;
      all.share[k] += w;
      for (std::size_t j = 0; j < D; ++j) {
        const double moment = w * z[k][j];
        all.first[k][j] += moment;
        all.second[k][j] += moment * z[k][j];
      }
    }
  }
  p.finish(all, rows, out);
  return out;
}

/// The same without a call for the largest exponent: its own exponential is 1.
template <std::size_t D>
auto without_largest(const typename mixture_workload<D>::point& in) {
  constexpr std::size_t rows = mixture_workload<D>::rows;
  first_order<1, count*(1 + 2 * D)> out;
  const prepared<D> p(in.x);
  sums<D> all;
  for (std::size_t i = 0; i < rows; ++i) {
    std::array<std::array<double, D>, count> z;
    std::array<double, count> share;
    for (std::size_t k = 0; k < count; ++k) {
      double squares = 0;
      for (std::size_t j = 0; j < D; ++j) {
        z[k][j] = (*in.data)[j][i] * p.reciprocal[k][j] - p.quotient[k][j];
        squares += z[k][j] * z[k][j];
      }
      share[k] = p.factor[k] - 0.5 * squares;
    }
    std::size_t best = 0;
    for (std::size_t k = 1; k < count; ++k) best = share[k] > share[best] ? k : best;
    const double largest = share[best];
    double sum = 1;
    for (std::size_t k = 0; k < count; ++k) {
      if (k == best) continue;
      share[k] = std::exp(share[k] - largest);
      sum += share[k];
    }
    share[best] = 1;
    all.value += largest + std::log(sum);
    const double inverse = 1 / sum;
    for (std::size_t k = 0; k < count; ++k) {
      const double w = share[k] * inverse;
      all.share[k] += w;
      for (std::size_t j = 0; j < D; ++j) {
        const double moment = w * z[k][j];
        all.first[k][j] += moment;
        all.second[k][j] += moment * z[k][j];
      }
    }
  }
  p.finish(all, rows, out);
  return out;
}

/// Blocks of points, every step a loop over the block that a compiler can vectorize, except for the
/// exponentials. The sums too are kept for each place in a block and added up at the end.
template <std::size_t D>
auto by_blocks(const typename mixture_workload<D>::point& in) {
  constexpr std::size_t rows = mixture_workload<D>::rows;
  constexpr std::size_t block = 8;
  static_assert(rows % block == 0);
  using lane = std::array<double, block>;
  first_order<1, count*(1 + 2 * D)> out;
  const prepared<D> p(in.x);
  lane value{};
  std::array<lane, count> shares{};
  std::array<std::array<lane, D>, count> firsts{};
  std::array<std::array<lane, D>, count> seconds{};
  for (std::size_t start = 0; start < rows; start += block) {
    std::array<std::array<lane, D>, count> z;
    std::array<lane, count> share;
    for (std::size_t k = 0; k < count; ++k) {
      lane squares{};
      for (std::size_t j = 0; j < D; ++j) {
        const double* x = &(*in.data)[j][start];
        for (std::size_t i = 0; i < block; ++i) {
          z[k][j][i] = x[i] * p.reciprocal[k][j] - p.quotient[k][j];
          squares[i] += z[k][j][i] * z[k][j][i];
        }
      }
      for (std::size_t i = 0; i < block; ++i) share[k][i] = p.factor[k] - 0.5 * squares[i];
    }
    lane largest = share[0];
    for (std::size_t k = 1; k < count; ++k)
      for (std::size_t i = 0; i < block; ++i)
        largest[i] = share[k][i] > largest[i] ? share[k][i] : largest[i];
    lane sum{};
    for (std::size_t k = 0; k < count; ++k) {
      for (std::size_t i = 0; i < block; ++i) share[k][i] = std::exp(share[k][i] - largest[i]);
      for (std::size_t i = 0; i < block; ++i) sum[i] += share[k][i];
    }
    lane inverse;
    for (std::size_t i = 0; i < block; ++i) inverse[i] = 1 / sum[i];
    for (std::size_t i = 0; i < block; ++i) value[i] += largest[i] + std::log(sum[i]);
    for (std::size_t k = 0; k < count; ++k) {
      lane w;
      for (std::size_t i = 0; i < block; ++i) shares[k][i] += w[i] = share[k][i] * inverse[i];
      for (std::size_t j = 0; j < D; ++j)
        for (std::size_t i = 0; i < block; ++i) {
          const double moment = w[i] * z[k][j][i];
          firsts[k][j][i] += moment;
          seconds[k][j][i] += moment * z[k][j][i];
        }
    }
  }
  sums<D> all;
  for (std::size_t i = 0; i < block; ++i) {
    all.value += value[i];
    for (std::size_t k = 0; k < count; ++k) {
      all.share[k] += shares[k][i];
      for (std::size_t j = 0; j < D; ++j) {
        all.first[k][j] += firsts[k][j][i];
        all.second[k][j] += seconds[k][j][i];
      }
    }
  }
  p.finish(all, rows, out);
  return out;
}

template <std::size_t D>
bool add_all() {
  using problem = mixture_workload<D>;
  using point = typename problem::point;
  return add<problem>("points" HAND_SUFFIX, kind::hand,
                      [](const point& in) { return by_points<D>(in); }) &&
         add<problem>("without largest" HAND_SUFFIX, kind::hand,
                      [](const point& in) { return without_largest<D>(in); }) &&
         add<problem>("blocks" HAND_SUFFIX, kind::hand,
                      [](const point& in) { return by_blocks<D>(in); });
}

const bool added = add_all<2>() && add_all<10>();

}  // namespace
}  // namespace bench
