// SPDX-License-Identifier: MIT
// Time of a gradient on the tape as a multiple of the time of the function on doubles, interleaved in one
// process; and what the tape holds. Arguments: rounds (default 10).
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <etad/tape.hpp>

#include "kernels.hpp"

namespace {

using clock = std::chrono::steady_clock;

template <class F>
double seconds(F f) {
  const auto start = clock::now();
  f();
  return std::chrono::duration<double>(clock::now() - start).count();
}

template <class Style, class F>
std::vector<double> gradient(etad::tape<double>& tape, const F& f, const std::vector<double>& at) {
  tape.clear();
  const auto x = tape.variables<Style>(at);
  const etad::variable<double, Style> y = f(x);
  return tape.gradient(y, x);
}

/// Largest relative difference of some directional derivatives from difference quotients.
template <class F>
double check(const F& f, const std::vector<double>& at, const std::vector<double>& slope) {
  double product = 0, h = 1e-6;
  std::vector<double> up = at, down = at;
  for (std::size_t k = 0; k < at.size(); ++k) {
    const double v = tape_bench::draw(k + 1000);
    product += slope[k] * v;
    up[k] += h * v;
    down[k] -= h * v;
  }
  return std::abs((f(up) - f(down)) / (2 * h) / product - 1);
}

template <class F>
concept has_kernels = requires(const F& f, const std::vector<tape_bench::number>& x) {
  tape_bench::by_kernels(f, x);
};
template <class F>
std::vector<double> gradient_by_kernels(etad::tape<double>& tape, const F& f,
                                        const std::vector<double>& at) {
  tape.clear();
  const auto x = tape.variables(at);
  return tape.gradient(tape_bench::by_kernels(f, x), x);
}

template <class F>
void run(int rounds) {
  const F f;
  const std::vector<double> at = F::start();
  etad::tape<double> statements, operations, kernels;
  double primal = 1e9, by_statement = 1e9, by_operation = 1e9, by_kernel = 0;
  if (has_kernels<F>) by_kernel = 1e9;
  volatile double sink = 0;
  std::vector<double> slope, slope_by_kernels;
  for (int round = 0; round < rounds; ++round) {
    primal = std::min(primal, seconds([&] { sink = f(at); }));
    by_statement = std::min(
        by_statement, seconds([&] { slope = gradient<etad::statements>(statements, f, at); }));
    by_operation = std::min(by_operation,
                            seconds([&] { sink = gradient<etad::eager>(operations, f, at)[0]; }));
    if constexpr (has_kernels<F>) {
      by_kernel = std::min(
          by_kernel, seconds([&] { slope_by_kernels = gradient_by_kernels(kernels, f, at); }));
    }
  }
  for (std::size_t k = 0; k < slope_by_kernels.size(); ++k) {
    if (!(std::abs(slope_by_kernels[k] - slope[k]) <= 1e-9 * (1 + std::abs(slope[k])))) {
      std::printf("kernels of %s: another gradient\n", F::name);
      break;
    }
  }
  const etad::tape_statistics s = statements.statistics();
  std::printf("%-34s %9.1f us %7.2f %7.2f %7.2f   %8zu records %9zu arguments %6.1f MB   %.0e\n",
              F::name, primal * 1e6, by_statement / primal, by_operation / primal,
              by_kernel / primal, s.statements + s.additions, s.arguments,
              static_cast<double>(s.argument_bytes + s.record_bytes) * 1e-6, check(f, at, slope));
}

}  // namespace

int main(int count, char** arguments) {
  const int rounds = count > 1 ? std::atoi(arguments[1]) : 10;
  std::printf("%-34s %12s %7s %7s %7s\n", "", "function", "tape", "eager", "kernels");
  run<tape_bench::rosenbrock>(rounds);
  run<tape_bench::logistic>(rounds);
  run<tape_bench::pendulum>(rounds);
  run<tape_bench::network>(rounds);
  run<tape_bench::options>(rounds);
  run<tape_bench::burgers>(rounds);
}
