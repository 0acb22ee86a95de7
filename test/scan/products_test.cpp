// SPDX-License-Identifier: MIT
// Recurrences: products with tangents and weights, second derivatives, and loops with a condition.
#include <doctest/doctest.h>
#include <array>
#include <cmath>
#include <cstddef>
#include <etad/check/check_derivatives.hpp>
#include <etad/scan.hpp>
#include <etad/verb/derivative.hpp>
#include <span>
#include <stdexcept>
#include <tuple>
#include <utility>
#include <vector>

namespace {

constexpr auto step = [](const auto& c, auto u, auto p) {
  using std::sin;
  return std::array{c[0] + 0.1 * c[1] * p, c[1] - 0.2 * p * sin(c[0]) + u * u};
};
constexpr auto product = [](const auto& c) { return c[0] * c[1]; };
constexpr auto carry_after = etad::scan(step);
constexpr auto loss = carry_after.then(product);
constexpr std::size_t count = 4;
constexpr auto written_out = [](const auto& start, const auto& inputs, auto p) {
  auto c = start;
  for (std::size_t i = 0; i < count; ++i) c = step(c, inputs[i], p);
  return product(c);
};

using inputs = std::array<double, count>;
using pair = std::array<double, 2>;
constexpr pair start{0.7, -0.4};
constexpr inputs u{0.1, -0.3, 0.5, 0.4};
constexpr double p = 1.3;
constexpr pair dstart{1.0, 0.5};
constexpr inputs du{0.3, 0.1, -0.7, 0.2};
constexpr double dp = -0.8;

bool close(double a, double b) { return std::abs(a - b) <= 1e-13 * (1.0 + std::abs(b)); }
template <std::size_t Count>
bool close(const std::array<double, Count>& a, const std::array<double, Count>& b) {
  for (std::size_t i = 0; i < Count; ++i) {
    if (!close(a[i], b[i])) return false;
  }
  return true;
}

TEST_CASE("jvp and vjp of the final carry, and of a loss") {
  const auto by_direction = etad::jvp(carry_after)(start, u, p, dstart, du, dp);
  const pair weights{0.3, -2.0};
  const auto [ws, wu, wp] = etad::vjp(carry_after)(start, u, p, weights);
  // <w, J v> = <J' w, v>
  double expected = ws[0] * dstart[0] + ws[1] * dstart[1] + wp * dp;
  for (std::size_t i = 0; i < count; ++i) expected += wu[i] * du[i];
  CHECK(close(weights[0] * by_direction[0] + weights[1] * by_direction[1], expected));

  const auto [y, dy] = etad::value_and_jvp(carry_after)(start, u, p, dstart, du, dp);
  CHECK(y == carry_after(start, u, p));
  CHECK(dy == by_direction);
  const auto [again, slopes] = etad::value_and_vjp(carry_after)(start, u, p, weights);
  CHECK(again == y);
  CHECK(slopes == std::tuple{ws, wu, wp});
  pair value{};
  double by_p = 0;
  etad::value_and_vjp(carry_after, etad::wrt<2>)(start, u, p, weights, std::span<double>(value),
                                                 std::span(&by_p, 1));
  CHECK(value == y);
  CHECK(by_p == wp);
  CHECK_THROWS_AS(etad::value_and_vjp(carry_after, etad::wrt<2>)(
                      start, u, p, weights, std::span(&by_p, 1), std::span(&by_p, 1)),
                  std::invalid_argument);
  CHECK(etad::value_and_vjp(loss)(start, u, p, 1.0).value == loss(start, u, p));
  constexpr auto running = etad::scan([](auto sum, auto x) { return std::pair(sum + x, x * x); });
  const auto r = etad::value_and_jvp(running)(1.0, u, 0.5, du);
  CHECK(r.value == running(1.0, u));
  CHECK(r.jvp.outputs[2] == 2 * u[2] * du[2]);

  CHECK(close(etad::jvp(loss)(start, u, p, dstart, du, dp),
              etad::jvp(written_out)(start, u, p, dstart, du, dp)));
  CHECK(close(etad::jvp(loss, etad::wrt<2>)(start, u, p, dp, etad::workspace()),
              etad::jvp(written_out, etad::wrt<2>)(start, u, p, dp)));
  const auto [gs, gu, gp] = etad::gradient(loss)(start, u, p);
  const auto [ts, tu, tp] = etad::vjp(loss)(start, u, p, 2.0);
  CHECK(close(ts, pair{2.0 * gs[0], 2.0 * gs[1]}));
  CHECK(close(tu[3], 2.0 * gu[3]));
  CHECK(close(tp, 2.0 * gp));

  std::array<double, 2 + count + 1> out{};
  etad::vjp(carry_after)(start, u, p, weights, std::span<double>(out));
  CHECK(pair{out[0], out[1]} == ws);
  CHECK(out[2 + count] == wp);
  const std::vector<double> short_tangents(3, 1.0);
  CHECK_THROWS_AS(etad::jvp(loss)(start, u, p, dstart, short_tangents, dp), std::invalid_argument);
}

TEST_CASE("the Jacobian of the final carry, by the rows of vjp") {
  const auto by_start = etad::jacobian(carry_after, etad::wrt<0>)(start, u, p);
  const auto by_parameter = etad::jacobian(carry_after, etad::wrt<2>)(start, u, p);
  const auto blocks = etad::jacobian(carry_after)(start, u, p);
  for (std::size_t i = 0; i < 2; ++i) {
    pair weights{};
    weights[i] = 1.0;
    const auto [ws, wu, wp] = etad::vjp(carry_after)(start, u, p, weights);
    CHECK(close(pair{by_start(i, 0), by_start(i, 1)}, ws));
    CHECK(close(by_parameter(i, 0), wp));
    CHECK(close(std::get<1>(blocks)(i, 3), wu[3]));
  }
  constexpr auto turn = etad::scan([](const auto& c) { return std::array{c[1], -c[0]}; });
  CHECK(etad::jacobian(turn)(start, etad::steps(3)) ==
        etad::matrix<double, 2, 2>{{{{0, -1}, {1, 0}}}});
}

TEST_CASE("vjp and jvp of outputs") {
  constexpr auto observed = etad::scan([](auto x, auto a) { return std::pair(a * x, x * x); });
  const auto tangent = etad::jvp(observed)(2.0, etad::steps(3), 0.5, 1.0, 0.0);
  CHECK(tangent == etad::scan_result<double, double>{0.125, {4.0, 1.0, 0.25}});
  const etad::scan_result<double, double> weights{1.0, {1.0, 10.0, 100.0}};
  const auto [dx, da] = etad::vjp(observed)(2.0, etad::steps(3), 0.5, weights);
  CHECK(dx == 0.125 + 4.0 + 10.0 + 25.0);
  // a^3 x, a^2 x^2 and a^4 x^2 by a
  CHECK(da == 1.5 + 10.0 * 4.0 + 100.0 * 2.0);
  const etad::scan_result<double, double> too_few{1.0, {1.0}};
  CHECK_THROWS_AS(etad::vjp(observed)(2.0, etad::steps(3), 0.5, too_few), std::invalid_argument);
}

TEST_CASE("Hessian times vector") {
  const auto [hs, hu, hp] = etad::hvp(loss)(start, u, p, dstart, du, dp);
  const auto [es, eu, ep] = etad::hvp(written_out)(start, u, p, dstart, du, dp);
  CHECK(close(hs, es));
  CHECK(close(hu, eu));
  CHECK(close(hp, ep));
  for (std::size_t k = 1; k < count; ++k) {
    const auto bounded = etad::scan(step, etad::checkpoints(k)).then(product);
    CHECK(etad::hvp(bounded)(start, u, p, dstart, du, dp) == std::tuple(hs, hu, hp));
  }
  std::array<double, 2 + count + 1> flat{};
  etad::hvp(loss)(start, u, p, dstart, du, dp, std::span<double>(flat));
  CHECK(pair{flat[0], flat[1]} == hs);
  CHECK(inputs{flat[2], flat[3], flat[4], flat[5]} == inputs{hu[0], hu[1], hu[2], hu[3]});
  CHECK(flat[2 + count] == hp);
  CHECK(close(etad::hvp(loss, etad::wrt<2>)(start, u, p, dp),
              etad::hvp(written_out, etad::wrt<2>)(start, u, p, dp)));
  constexpr auto observed = etad::scan([](auto x, auto a) { return std::pair(a * x, x * x); });
  // 4 + 4 a^2 of x = 2: the second derivative by a is 8.
  CHECK(etad::hvp(observed.sum(), etad::wrt<2>)(2.0, etad::steps(2), 0.5, 1.0) == 8.0);
}

TEST_CASE("inside other functions: forward mode, and forward over reverse mode") {
  const auto inside = [](const auto& s, auto q) { return loss(s, u, q); };
  CHECK(etad::check_derivatives(inside)(start, p));
  const auto [gs, gp] = etad::gradient(inside)(start, p);
  const auto slopes = etad::gradient(loss, etad::wrt<0, 2>)(start, u, p);
  CHECK(close(gs, std::get<0>(slopes)));
  CHECK(close(gp, std::get<1>(slopes)));

  // Duals run through the reverse sweep.
  const auto gradient = [](const auto& s, auto q) {
    return etad::gradient(loss, etad::wrt<0>)(s, u, q);
  };
  CHECK(close(etad::jvp(gradient)(start, p, dstart, dp),
              std::get<0>(etad::hvp(loss, etad::wrt<0, 2>)(start, u, p, dstart, dp))));

  // A number of steps that the compiler knows is unrolled, and the function is traced.
  constexpr auto unrolled = [](auto x) {
    return etad::scan([](auto y) { return y * y + 0.25; })(x, etad::steps(3));
  };
  static_assert(etad::traceable<decltype(unrolled), double>);
  static_assert(etad::derivative(unrolled)(0.5) == 1.0);
  constexpr auto too_long = [](auto x) {
    return etad::scan([](auto y) { return y * y + 0.25; })(x, etad::steps(1000));
  };
  static_assert(!etad::traceable<decltype(too_long), double>);
}

constexpr auto root =
    etad::while_loop([](auto x, auto a) { return (x * x - a) * (x * x - a) > 1e-24 * a * a; },
                     [](auto x, auto a) { return 0.5 * (x + a / x); });

constexpr bool loops_while_a_condition_holds() {
  const double x = root(1.0, 2.0);
  return x * x - 2.0 < 1e-12 && 2.0 - x * x < 1e-12;
}
static_assert(loops_while_a_condition_holds());

TEST_CASE("loops with a condition, in forward mode") {
  CHECK(loops_while_a_condition_holds());
  CHECK(etad::derivative(root, etad::wrt<1>)(1.0, 2.0) ==
        doctest::Approx(0.5 / std::sqrt(2.0)).epsilon(1e-9));
  const auto [by_start, by_square] = etad::gradient(root)(1.0, 4.0);
  CHECK(std::abs(by_start) < 1e-9);
  CHECK(by_square == doctest::Approx(0.25).epsilon(1e-9));
  CHECK(etad::jvp(root)(1.0, 4.0, 0.0, 2.0) == doctest::Approx(0.5).epsilon(1e-9));
}

}  // namespace
