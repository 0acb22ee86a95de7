// SPDX-License-Identifier: MIT
// The spellings of docs/comparison.md for loops, implicit functions and rules of one's own.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include <etad/batch/sum_over.hpp>
#include <etad/rule/custom_derivative.hpp>
#include <etad/rule/implicit_root.hpp>
#include <etad/scan.hpp>
#include <etad/verb/derivative.hpp>

namespace {

constexpr auto decay = [](auto carry, auto input, auto rate) { return rate * carry + input; };
constexpr auto grow = [](auto carry, auto rate) { return rate * carry; };
constexpr auto last = [](auto carry) { return carry; };

// custom_jvp, custom_vjp, autograd.Function: one rule for both modes
constexpr auto square =
    etad::custom_derivative([](auto x) { return x * x; }, [](auto x) { return 2.0 * x; });
static_assert(etad::derivative(square)(3.0) == 6.0 && etad::derivative<2>(square)(3.0) == 2.0);
static_assert(etad::vjp(square)(3.0, 0.5) == 3.0 && etad::jvp(square)(3.0, 0.5) == 3.0);

// stop_gradient, detach
static_assert(etad::derivative([](auto x) { return x * etad::stop_gradient(x); })(3.0) == 3.0);

// custom_root: x^2 = a; custom_linear_solve is the same with a linear residual
constexpr auto root = etad::implicit_root([](auto x, auto a) { return x * x - a; },
                                          [](double a) { return std::sqrt(a); });

// lax.while_loop
constexpr auto halve = etad::while_loop([](auto x, auto) { return x > 1.0; },
                                        [](auto x, auto factor) { return factor * x; });

}  // namespace

TEST_CASE("scan, fori_loop, checkpoint") {
  const std::vector<double> inputs{1.0, 2.0, 3.0};
  const auto loss = etad::scan(decay).then(last);
  const auto [start, by_inputs, rate] = etad::gradient(loss)(4.0, inputs, 0.5);
  CHECK(start == 0.125);
  CHECK(by_inputs == std::vector{0.25, 0.5, 1.0});
  CHECK(rate == 3 * 4.0 * 0.25 + 2 * 1.0 * 0.5 + 2.0);
  const auto kept = etad::scan(decay, etad::checkpoints(2)).then(last);
  CHECK(etad::gradient(kept)(4.0, inputs, 0.5) == etad::gradient(loss)(4.0, inputs, 0.5));
  CHECK(etad::scan(grow)(3.0, etad::steps(4), 2.0) == 48.0);
  CHECK(etad::vjp(etad::scan(grow), etad::wrt<0>)(3.0, etad::steps(4), 2.0, 1.0) == 16.0);
  CHECK(etad::derivative(halve, etad::wrt<1>)(8.0, 0.5) == 8.0 * 3 * 0.25);
}

TEST_CASE("custom_root") { CHECK(etad::gradient(root)(9.0) == doctest::Approx(1.0 / 6)); }

// linearize and pullbacks: a closure holds the point. functools.partial: a closure holds data.
TEST_CASE("closures") {
  double k = 3.0;
  const auto f = [&k](auto x, auto y) { return k * x * y; };
  const auto pullback = [&](double weight) { return etad::vjp(f)(2.0, 5.0, weight); };
  CHECK(pullback(0.5) == std::tuple{7.5, 3.0});
  const std::vector<double> data{1.0, 2.0};
  CHECK(etad::sum_over(f).gradient(2.0, data) == 9.0);
}
