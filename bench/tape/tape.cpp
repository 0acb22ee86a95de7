// SPDX-License-Identifier: MIT
// Time of a gradient as a multiple of the time of the function on doubles, interleaved in one process: by hand, on
// the tape, by packaged libraries; and what the tape holds. Arguments: rounds (default 10).
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <etad/etad.hpp>
#include <etad/tape.hpp>

#include "hand.hpp"
#include "kernels.hpp"
#include "peers.hpp"

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
concept has_hand = requires(const F& f, const std::vector<double>& x) {
  tape_bench::by_hand(f, x);
};

/// Smallest time of a contestant and the gradient that it found.
struct contestant {
  double best = 1e9;
  std::vector<double> slope;

  template <class Gradient>
  void run(Gradient gradient_of) {
    std::vector<double> found;
    best = std::min(best, seconds([&] { found = gradient_of(); }));
    slope = std::move(found);
  }
  void print(double primal) const {
    if (slope.empty()) {
      std::printf("        -");
    } else {
      std::printf(" %8.2f", best / primal);
    }
  }
  void compare(const char* who, const char* where, const std::vector<double>& expected) const {
    for (std::size_t k = 0; k < slope.size(); ++k) {
      if (!(std::abs(slope[k] - expected[k]) <= 1e-8 * (1 + std::abs(expected[k])))) {
        std::printf("%s, %s: another gradient\n", where, who);
        return;
      }
    }
  }
};

template <class F>
void run(int rounds) {
  const F f;
  const std::vector<double> at = F::start();
  etad::tape<double> statements, operations, kernels;
  double primal = 1e9;
  contestant hand, by_statement, by_operation, by_kernel, adolc, sacado;
  volatile double sink = 0;
  for (int round = 0; round < rounds; ++round) {
    primal = std::min(primal, seconds([&] { sink = f(at); }));
    if constexpr (has_hand<F>) hand.run([&] { return tape_bench::by_hand(f, at); });
    by_statement.run([&] { return gradient<etad::statements>(statements, f, at); });
    by_operation.run([&] { return gradient<etad::eager>(operations, f, at); });
    if constexpr (has_kernels<F>) {
      by_kernel.run([&] { return gradient_by_kernels(kernels, f, at); });
    }
    if constexpr (tape_bench::has_adolc && tape_bench::peers_can<F>) {
      if (round < 3 || round % 4 == 0) adolc.run([&] { return tape_bench::by_adolc(f, at); });
    }
    if constexpr (tape_bench::has_sacado && tape_bench::peers_can<F>) {
      sacado.run([&] { return tape_bench::by_sacado(f, at); });
    }
  }
  const etad::tape_statistics s = statements.statistics();
  const auto arguments = static_cast<double>(s.arguments);
  std::printf("%-37s %8.1f us", F::name, primal * 1e6);
  for (const contestant* c : {&hand, &by_statement, &by_operation, &by_kernel, &adolc, &sacado}) {
    c->print(primal);
  }
  std::printf("  %9zu arguments %5.1f B %5.1f ns %6.1f MB  %.0e\n", s.arguments,
              static_cast<double>(s.argument_bytes + s.record_bytes) / arguments,
              by_statement.best / arguments * 1e9,
              static_cast<double>(s.argument_bytes + s.record_bytes) * 1e-6,
              check(f, at, by_statement.slope));
  hand.compare("by hand", F::name, by_statement.slope);
  by_kernel.compare("kernels", F::name, by_statement.slope);
  adolc.compare("ADOL-C", F::name, by_statement.slope);
  sacado.compare("Sacado", F::name, by_statement.slope);
}

/// A product with the Hessian as a multiple of a gradient, both by verbs of run-time size.
void run_products(int rounds) {
  const tape_bench::rosenbrock f;
  std::vector<double> at = f.start(), direction = at;
  at.resize(1000);
  direction.resize(1000);
  double slopes = 1e9, product = 1e9;
  volatile double sink = 0;
  const etad::workspace first, second;
  const auto g = etad::gradient(f);
  const auto h = etad::hvp(f);
  for (int round = 0; round < 20 * rounds; ++round) {
    slopes = std::min(slopes, seconds([&] { sink = g(at, first)[0]; }));
    product = std::min(product, seconds([&] { sink = h(at, direction, second)[0]; }));
  }
  std::printf("Rosenbrock, n = 1,000: gradient %.1f us, product with the Hessian %.2f gradients\n",
              slopes * 1e6, product / slopes);
}

}  // namespace

int main(int count, char** arguments) {
  const int rounds = count > 1 ? std::atoi(arguments[1]) : 10;
  std::printf("%-37s %11s %8s %8s %8s %8s %8s %8s\n", "", "function", "hand", "tape", "eager",
              "kernels", "ADOL-C", "Sacado");
  run<tape_bench::rosenbrock>(rounds);
  run<tape_bench::logistic>(rounds);
  run<tape_bench::pendulum>(rounds);
  run<tape_bench::network>(rounds);
  run<tape_bench::options>(rounds);
  run<tape_bench::burgers>(rounds);
  run<tape_bench::branches>(rounds);
  run<tape_bench::tree>(rounds);
  run_products(rounds);
}
