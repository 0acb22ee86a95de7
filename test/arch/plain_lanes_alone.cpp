// SPDX-License-Identifier: MIT
// What works where xsimd is not installed: the verbs, batches, packs and duals on plain arrays.
// Built only where including xsimd is an error.
#include <etad/batch.hpp>
#include <etad/dual/functions.hpp>
#include <etad/etad.hpp>
#include <etad/lane/plain.hpp>

#include <cmath>
#include <cstdio>
#include <vector>

namespace {

int failures = 0;

void check(bool good, const char* what) {
  if (good) return;
  ++failures;
  std::printf("wrong: %s\n", what);
}

constexpr auto bell = [](auto x, auto y) {
  using std::exp;
  return x * exp(-x * x * y);
};

}  // namespace

int main() {
  constexpr double y = 0.75;
  std::vector<double> x(11);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = 0.25 * static_cast<double>(i);

  double value = 0;
  double slope = 0;
  const auto all = etad::vmap(etad::value_and_gradient(bell))(x, y);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const auto one = etad::value_and_gradient(bell)(x[i], y);
    check(std::fabs(all[i].value - one.value) < 1e-15, "a value of vmap");
    check(std::fabs(std::get<0>(all[i].gradient) - std::get<0>(one.gradient)) < 1e-15,
          "a slope of vmap");
    value += one.value;
    slope += std::get<1>(one.gradient);
  }

  constexpr auto of_parameter = [](auto p, auto t) { return bell(t, p); };
  const auto sum = etad::sum_over(of_parameter).value_and_gradient(y, x);
  check(std::fabs(sum.value - value) < 1e-14, "the sum");
  check(std::fabs(sum.gradient - slope) < 1e-14, "the slope of the sum");

  using number = etad::pack<double, etad::plain_lanes<4>>;
  const number pack = number::load(x.data() + 1);
  const auto lanes = etad::dual<number, 1>(pack, 0) * 2.0;
  check(etad::tangent(lanes)[0][3] == 2.0 && etad::value(lanes)[3] == 2.0, "duals of packs");
  std::printf("%d wrong\n", failures);
  return failures == 0 ? 0 : 1;
}
