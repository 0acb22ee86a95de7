// SPDX-License-Identifier: MIT
// Gate G9: derivatives of generated functions against central differences of the same function
// template in 400 bits, which need no derivative formula; and values against the plain function, bit
// for bit.
#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <cstdio>
#include <vector>

#include "generated_function.hpp"
#include "random.hpp"

namespace fuzz {

std::vector<generated_function>& registry() {
  static std::vector<generated_function> functions;
  return functions;
}

namespace {

// The error of a central difference is of the order of step^2.
constexpr long first_step = -120;
constexpr long second_step = -90;

std::vector<number> exact_at(const generated_function& f, const std::vector<double>& x,
                             const std::vector<std::pair<int, double>>& moves, long step) {
  std::vector<number> point(x.begin(), x.end());
  for (const auto& [j, sign] : moves) {
    point[static_cast<std::size_t>(j)] += scaled(number(sign), step);
  }
  std::vector<number> y(static_cast<std::size_t>(f.outputs));
  f.exact(point.data(), y.data());
  return y;
}

/// df_i/dx_j by rows; the largest error is about 2^-230.
std::vector<double> jacobian_by_differences(const generated_function& f,
                                            const std::vector<double>& x) {
  std::vector<double> d(static_cast<std::size_t>(f.outputs * f.inputs));
  for (int j = 0; j < f.inputs; ++j) {
    const auto above = exact_at(f, x, {{j, 1.0}}, first_step);
    const auto below = exact_at(f, x, {{j, -1.0}}, first_step);
    for (int i = 0; i < f.outputs; ++i) {
      const auto n = static_cast<std::size_t>(i);
      d[static_cast<std::size_t>(i * f.inputs + j)] =
          scaled(above[n] - below[n], -first_step - 1).to_double();
    }
  }
  return d;
}

std::vector<double> hessian_by_differences(const generated_function& f,
                                           const std::vector<double>& x) {
  std::vector<double> d;
  for (int i = 0; i < f.inputs; ++i) {
    for (int j = 0; j < f.inputs; ++j) {
      const auto at = [&](double a, double b) {
        return exact_at(f, x, {{i, a}, {j, b}}, second_step)[0];
      };
      const number sum = at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1);
      d.push_back(scaled(sum, -2 * second_step - 2).to_double());
    }
  }
  return d;
}

#ifdef __clang__
constexpr bool roughly = true;
#else
constexpr bool roughly = ETAD_HAS_FAST_FMA;
#endif

bool values_agree(const generated_function& f, const std::vector<double>& x) {
  if (f.values == nullptr) return true;
  std::vector<double> plain(static_cast<std::size_t>(f.outputs));
  std::vector<double> seen(plain.size());
  f.plain(x.data(), plain.data());
  f.values(x.data(), seen.data());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    // With fma instructions the compiler may contract the two differently. And Clang leaves sin(0.1)
    // of the plain function to the C library, where etad's constants are rounded correctly.
    const bool same =
        roughly ? std::fabs(plain[i] - seen[i]) <= 1e-12 * (1 + std::fabs(plain[i]))
                : std::bit_cast<std::uint64_t>(plain[i]) == std::bit_cast<std::uint64_t>(seen[i]);
    if (!same) {
      std::printf("%s: value %zu is %.17g, the function gives %.17g\n", f.name, i, seen[i],
                  plain[i]);
      return false;
    }
  }
  return true;
}

struct comparison {
  double worst = 0;
  bool fine = true;
};

comparison compare(const generated_function& f, const std::vector<double>& x) {
  const auto expected = f.order == 2 ? hessian_by_differences(f, x) : jacobian_by_differences(f, x);
  std::vector<double> got(expected.size());
  f.derivative(x.data(), got.data());
  double size = 1;
  for (const double d : expected) size = std::max(size, std::fabs(d));
  comparison c;
  for (std::size_t k = 0; k < got.size(); ++k) {
    const double error = std::fabs(got[k] - expected[k]) / size;
    c.worst = std::max(c.worst, error);
    if (error <= 1e-10) continue;
    c.fine = false;
    std::printf("%s by %s: entry %zu is %.17g instead of %.17g at", f.name, f.verb, k, got[k],
                expected[k]);
    for (const double v : x) std::printf(" %.17g", v);
    std::printf("\n");
  }
  return c;
}

}  // namespace
}  // namespace fuzz

TEST_CASE("generated functions") {
  constexpr int points = 4;
  int violations = 0;
  double worst = 0;
  fuzz::random_source random(fuzz::setting("ETAD_FUZZ_SEED", 1));
  for (const auto& f : fuzz::registry()) {
    bool fine = true;
    for (int k = 0; k < points; ++k) {
      std::vector<double> x;
      for (int j = 0; j < f.inputs; ++j) x.push_back(random.between(-2.0, 2.0));
      const auto c = fuzz::compare(f, x);
      fine = c.fine && fuzz::values_agree(f, x) && fine;
      worst = std::max(worst, c.worst);
    }
    violations += fine ? 0 : 1;
  }
  std::printf(
      "%zu functions at %d points each: worst error %.2g of the largest entry; %d violations\n",
      fuzz::registry().size(), points, worst, violations);
  CHECK(fuzz::registry().size() >= 25);  // a file
  CHECK(violations == 0);
}
