// SPDX-License-Identifier: MIT
// A program that goes through each road once: what test/platform/use.py compiles with the flags of users, and what
// docs/platforms.md says was run on other compilers and processors. Returns 0 if all numbers are right.
#include <etad/etad.hpp>

#include <array>
#include <cmath>
#include <cstdio>
#include <sstream>
#include <string>
#include <vector>

#include <etad/batch.hpp>
#include <etad/io.hpp>
#include <etad/rules.hpp>
#include <etad/scan.hpp>
#include <etad/tape.hpp>

namespace {

constexpr auto f = [](const auto& x, const auto& y) {
  using std::sin, std::exp;
  return x[0] * y + sin(x[1]) / exp(y) + (x[0] > y ? x[1] : y);
};
constexpr auto chain = [](const auto& z) {
  auto sum = z[0] * z[0];
  for (std::size_t i = 1; i < z.size(); ++i) sum += z[i] * z[i - 1];
  return sum;
};
static_assert(static_cast<int>(etad::derivative([](auto x) { return x * x * x; })(2.0)) == 12);
static_assert(etad::check_derivatives(f)(std::array{0.5, 2.0}, 0.25));

int wrong = 0;
void expect(const char* what, double seen, double right) {
  if (std::abs(seen - right) <= 1e-12 * std::abs(right)) return;
  std::printf("%s: %.17g instead of %.17g\n", what, seen, right);
  ++wrong;
}

}  // namespace

int main() {
  const std::array x{0.5, 2.0};
  const double y = 0.25;
  const auto [by_x, by_y] = etad::gradient(f)(x, y);
  expect("traced", by_x[1], std::cos(2.0) / std::exp(y) + 1.0);
  expect("traced", by_y, 0.5 - std::sin(2.0) / std::exp(y));
  const auto second = etad::hessian(chain)(std::array{1.0, 2.0, 3.0});
  expect("hessian", second(2, 1), 1.0);

  const double scale = 3.0;
  expect("formula", etad::derivative([scale](auto t) { return scale * t * t; })(2.0), 12.0);
  expect("duals", etad::derivative(etad::opaque([](auto t) { return t * t; }))(2.0), 4.0);
  expect("run time", etad::gradient(chain)(std::vector<double>(100, 1.0))[99], 1.0);

  etad::tape<double> tape;
  const auto p = tape.variable(2.0);
  const auto q = p * p + sin(p);
  tape.backward(q);
  expect("tape", tape.gradient(p), 4.0 + std::cos(2.0));

  std::ostringstream text;
  text << second;
#if defined(__cpp_lib_format)
  const bool is_written = text.str() == std::format("{:g}", second);
#else
  const bool is_written = text.str() == "2 1 0\n1 0 1\n0 1 0";
#endif
  if (!is_written) {
    std::printf("wrong text: %s\n", text.str().c_str());
    ++wrong;
  }

  if (!etad::check_derivatives(f)(x, y)) {
    std::puts("check_derivatives disagrees");
    ++wrong;
  }
  return wrong == 0 ? 0 : 1;
}
