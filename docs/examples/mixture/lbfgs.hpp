// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <deque>

/// A number and its gradient, as etad returns them.
template <std::size_t N>
struct evaluation {
  double value;
  std::array<double, N> gradient;
};

template <std::size_t N>
double inner(const std::array<double, N>& x, const std::array<double, N>& y) {
  double sum = 0;
  for (std::size_t i = 0; i < N; ++i) sum += x[i] * y[i];
  return sum;
}

/// Climbs from x by the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno (J. Nocedal,
/// Mathematics of Computation 35 (1980), 773-782) until a step gains less than gain, or for limit
/// steps. Every step is halved until it gains a little of what the slope promises. report(step,
/// value) is called after each.
template <std::size_t N, class Function, class Report>
evaluation<N> climb(std::array<double, N>& x, Function f, double gain, int limit, Report report) {
  struct pair {
    std::array<double, N> step;
    std::array<double, N> change;  // of minus the gradient
    double curvature;
  };
  constexpr std::size_t memory = 10;
  std::deque<pair> pairs;
  evaluation<N> here = f(x);
  for (int count = 1; count <= limit; ++count) {
    std::array<double, N> direction = here.gradient;
    std::array<double, memory> weight{};
    for (std::size_t i = pairs.size(); i-- > 0;) {
      weight[i] = inner(pairs[i].step, direction) / pairs[i].curvature;
      for (std::size_t j = 0; j < N; ++j) direction[j] -= weight[i] * pairs[i].change[j];
    }
    const double scale =
        pairs.empty() ? 0.5 / std::sqrt(inner(direction, direction))
                      : pairs.back().curvature / inner(pairs.back().change, pairs.back().change);
    for (double& entry : direction) entry *= scale;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const double by = weight[i] - inner(pairs[i].change, direction) / pairs[i].curvature;
      for (std::size_t j = 0; j < N; ++j) direction[j] += by * pairs[i].step[j];
    }

    const double slope = inner(here.gradient, direction);
    evaluation<N> next;
    std::array<double, N> trial;
    double length = 1;
    do {
      for (std::size_t j = 0; j < N; ++j) trial[j] = x[j] + length * direction[j];
      next = f(trial);
      length *= 0.5;
    } while (!(next.value >= here.value + 1e-4 * 2 * length * slope) && length > 1e-10);

    pair latest{trial, here.gradient, 0};
    for (std::size_t j = 0; j < N; ++j) {
      latest.step[j] -= x[j];
      latest.change[j] -= next.gradient[j];
    }
    latest.curvature = inner(latest.step, latest.change);
    if (latest.curvature > 0) pairs.push_back(latest);
    if (pairs.size() > memory) pairs.pop_front();
    const double gained = next.value - here.value;
    x = trial;
    here = next;
    report(count, here.value);
    if (gained < gain) break;
  }
  return here;
}
