// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <etad/tape.hpp>

#include "problems/overflows.hpp"

namespace {

using number = etad::variable<double>;

/// The text of the exception that f throws; empty if none.
template <class F>
std::string refusal(F f) {
  try {
    f();
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return {};
}
bool has_code(const std::string& text, const char* code) {
  return text.find(code) != std::string::npos;
}

}  // namespace

TEST_CASE("a gradient by a vector, through a loop and a branch on the data") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector{1.0, -2.0, 3.0});
  number y = 0.0;
  for (const number& x_k : x) {
    if (x_k < 0.0) {
      y += sin(x_k);
    } else {
      y += x_k * x_k;
    }
  }
  tape.backward(y);
  CHECK(y.value() == 1.0 + std::sin(-2.0) + 9.0);
  CHECK(x[0].gradient() == 2.0);
  CHECK(x[1].gradient() == std::cos(-2.0));
  CHECK(x[2].gradient() == 6.0);
}

TEST_CASE("gradients add up over calls of backward until they are zeroed") {
  etad::tape<double> tape;
  const number x = tape.variable(3.0);
  const number y = x * x;
  y.backward();
  y.backward();
  CHECK(x.gradient() == 12.0);
  CHECK(y.gradient() == 2.0);
  const number z = x * y;
  tape.backward(z);
  CHECK(x.gradient() == 12.0 + 27.0);
  CHECK(y.gradient() == 2.0 + 3.0);
  tape.zero_gradients();
  tape.backward(z);
  CHECK(x.gradient() == 27.0);
}

TEST_CASE("several results, with and without cotangents") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::array{2.0, 5.0});
  const std::array<number, 2> y{x[0] * x[1], x[0] - x[1]};
  tape.backward(y);
  CHECK(x[0].gradient() == 6.0);
  tape.zero_gradients();
  tape.backward(y, std::array{10.0, 1.0});
  CHECK(x[0].gradient() == 51.0);
  CHECK(x[1].gradient() == 19.0);
  CHECK(tape.gradient(std::vector<number>{y[0], y[1]}, x, std::vector{0.0, 2.0}) ==
        std::array{2.0, -2.0});
}

TEST_CASE("gradient(y, x) has the shape of x and leaves accumulated gradients alone") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector{2.0, 5.0});
  const auto [a, b] = tape.variables(std::pair{1.5, std::array{1.0, 2.0}});
  const number inner = x[0] * a;
  const number y = inner * b[1] + x[1];
  tape.backward(y);
  const std::vector<double> by_x = tape.gradient(y, x);
  CHECK(by_x == std::vector{3.0, 1.0});
  const auto [by_a, by_b] = tape.gradient(y, std::pair(a, b));
  CHECK(by_a == 4.0);
  CHECK(by_b == std::array{0.0, 3.0});
  CHECK(tape.gradient(y, inner) == 2.0);
  CHECK(tape.gradient(2.0 * y, inner) == 4.0);
  CHECK(tape.gradient(y, number(7.0)) == 0.0);
  CHECK(x[0].gradient() == 3.0);
}

TEST_CASE("clear keeps the memory, rewind goes back to a mark") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector<double>(1000, 1.0));
  const etad::tape_mark mark = tape.mark();
  std::size_t reserved = 0;
  for (int turn = 0; turn < 5; ++turn) {
    number y = 0.0;
    for (int k = 0; k < 50; ++k) {
      for (const number& x_k : x) y += exp(x_k * (1.0 + turn)) * x_k;
    }
    const std::vector<double> slope = tape.gradient(y, x);
    CHECK(slope[17] == doctest::Approx(50 * std::exp(1.0 + turn) * (2.0 + turn)));
    tape.rewind(mark);
    if (turn == 0) reserved = tape.statistics().reserved_bytes;
    CHECK(tape.statistics().reserved_bytes == reserved);
    CHECK(tape.statistics().arguments == 0);
  }
  tape.clear();
  CHECK(tape.statistics().indices == 0);
  CHECK(tape.statistics().reserved_bytes == reserved);
  const number z = tape.variable(2.0);
  CHECK(tape.gradient(z * z, z) == 4.0);
}

TEST_CASE("a sum begun before a mark goes on behind it, and rewinding takes that back") {
  etad::tape<double> tape;
  const number x = tape.variable(2.0);
  number sum = 3.0 * x;
  const etad::tape_mark mark = tape.mark();
  sum += 5.0 * x;
  CHECK(tape.gradient(sum, x) == 8.0);
  tape.rewind(mark);
  sum += 7.0 * x;
  CHECK(tape.gradient(sum, x) == 10.0);
}

TEST_CASE("paused recording and detached values are constants") {
  etad::tape<double> tape;
  const number x = tape.variable(2.0);
  number sum = x * x;
  number paused;
  {
    const auto pause = tape.pause_recording();
    CHECK_FALSE(tape.is_recording());
    paused = x * x;
    CHECK(tape.variable(1.0).is_constant());
    number more = x * 1.0, less = x * 1.0, same = x * 1.0;
    CHECK(more.is_constant());
    more = less = same = x;
    more += 1.0;
    less -= paused;
    ++same;
    CHECK(more.is_constant());
    CHECK(less.is_constant());
    CHECK(same.is_constant());
    CHECK(same.value() == x.value() + 1.0);
  }
  CHECK(tape.is_recording());
  CHECK(paused.is_constant());
  CHECK(paused.value() == 4.0);
  const number y = x * detach(x) + stop_gradient(sum) + paused;
  CHECK(tape.gradient(y, x) == 2.0);
  CHECK((number(2.0) * number(3.0)).value() == 6.0);
}

TEST_CASE("constants never reach the tape") {
  etad::tape<double> tape;
  const number x = tape.variable(2.0);
  const number c = 3.0;
  number d = c * c + exp(c);
  d += 1.0;
  d *= c;
  number y = x;
  y += 1.0;
  y -= c;
  CHECK(tape.statistics().statements == 0);
  CHECK(y.value() == 0.0);
  CHECK(tape.gradient(y * d, x) == d.value());
}

TEST_CASE("an operand may be the variable that is assigned") {
  etad::tape<double> tape;
  const number start = tape.variable(3.0);
  number x = start;
  x = x * x;
  x += x;
  x -= x * x;
  x += x * start;
  // y = 2 s^2 - 4 s^4, x = y + y s
  CHECK(x.value() == (18.0 - 324.0) * 4.0);
  CHECK(tape.gradient(x, start) == (12.0 - 432.0) * 4.0 + (18.0 - 324.0));
  number& alias = x;
  x = alias;
  CHECK(tape.gradient(x, start) == (12.0 - 432.0) * 4.0 + (18.0 - 324.0));
  number z = start;
  z *= z;
  z /= z;
  CHECK(z.value() == 1.0);
  CHECK(tape.gradient(z, start) == doctest::Approx(0.0));
}

TEST_CASE("algorithms and containers of the standard library") {
  etad::tape<double> tape;
  auto x = tape.variables(std::vector{3.0, 1.0, 2.0});
  auto sorted = x;
  std::sort(sorted.begin(), sorted.end());
  CHECK(tape.gradient(sorted[0], x) == std::vector{0.0, 1.0, 0.0});
  const number sum = std::accumulate(x.begin(), x.end(), number(0.0));
  CHECK(tape.gradient(sum, x) == std::vector{1.0, 1.0, 1.0});
  const number product = std::inner_product(x.begin(), x.end(), sorted.begin(), number(0.0));
  CHECK(tape.gradient(product, x) == std::vector{1.0 + 2.0, 3.0 + 2.0, 1.0 + 3.0});
  std::vector<number> grown;
  for (int k = 0; k < 20; ++k) {
    grown.push_back(x[0] * k);
    if (k > 0) grown.back() += grown[static_cast<std::size_t>(k) - 1];
  }
  CHECK(tape.gradient(grown.back(), x[0]) == 190.0);
  CHECK(std::max(x[0], x[1]).value() == 3.0);
  const number y = x[0] * std::numeric_limits<number>::epsilon();
  CHECK(tape.gradient(y, x[0]) == std::numeric_limits<double>::epsilon());
}

TEST_CASE("expressions kept by auto hold their operands") {
  etad::tape<double> tape;
  number x = tape.variable(2.0);
  const number first = x;
  const auto kept = [&] {
    const number local = 3.0 * x;
    return local * local + x;
  }();
  x = 100.0 * x;
  CHECK(kept.value() == 38.0);
  CHECK(tape.gradient(kept, first) == 37.0);
}

TEST_CASE("a large expression is recorded in pieces") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::array{1.0, 2.0});
  const auto square = [&](const auto& y) { return y * y; };
  const number y = square(square(square(square(square(square(x[1]))))));
  CHECK(y.value() == std::pow(2.0, 64));
  CHECK(tape.gradient(y, x)[1] == 64 * std::pow(2.0, 63));
}

TEST_CASE("large statements: care, signs, mixed tapes, sums that are read") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector{0.0, 2.0, 3.0, 4.0, 5.0});
  // The slope of the root is infinite and is multiplied by 0; the other variables keep theirs.
  const etad::variable<double> y = x[0] * sqrt(x[0]) - x[1] * x[2] / (x[3] - x[4]) + pow(x[1], 3.0);
  const auto g = tape.gradient(y, x);
  CHECK(g == std::vector{0.0, 3.0 + 12.0, 2.0, 6.0, -6.0});
  etad::variable<double> z = x[1];
  z -= z * x[2] * x[3] * x[4] + exp(x[0] * z);
  CHECK(tape.gradient(z, x) == std::vector{-2.0, 1.0 - 60.0, -40.0, -30.0, -24.0});
  const etad::variable<double> before = z;
  z += x[1] * x[2] * x[3] * x[4];
  CHECK(tape.gradient(before, x[1]) == 1.0 - 60.0);
  CHECK(tape.gradient(z, x[1]) == 1.0);
  etad::tape<double> other;
  const etad::variable<double> w = other.variable(1.0);
  CHECK_THROWS_AS(z = x[1] * x[2] + x[3] / w, std::invalid_argument);
  etad::variable<double> sum = w;
  CHECK_THROWS_AS(sum += x[1], std::invalid_argument);
  CHECK(sum.value() == 1.0);
  CHECK(other.gradient(sum, w) == 1.0);
}

TEST_CASE("no slope of zero becomes NaN beside an infinite one") {
  etad::tape<double> tape;
  const auto [x, y, big] = tape.variables(std::array{0.0, 0.0, 1e200});
  CHECK(tape.gradient(sqrt(x * y), std::array{x, y}) == std::array{0.0, 0.0});
  CHECK(tape.gradient(sqrt(x), x) == std::numeric_limits<double>::infinity());
  // The operand that was not chosen has overflowed.
  const number chosen = max(exp(big) * x, 1.0) + min(-exp(big), x * 0.0) * 0.0;
  CHECK_FALSE(std::isnan(tape.gradient(max(x - exp(big), y), y)));
  CHECK(tape.gradient(max(x - exp(big), y), x) == 0.0);
  CHECK(tape.gradient(etad::select(x.value() > 0, sqrt(x) / x, y), x) == 0.0);
  CHECK(tape.gradient(select(false, 1.0 / x, 2.0 * y), y) == 2.0);
  // Two infinite slopes of other signs meet in x, each by a record of its own.
  const number plus = x * 1.0, minus = x * 1.0;
  CHECK(std::isnan(tape.gradient(sqrt(plus) - sqrt(minus), x)));
}

TEST_CASE("behind an overflow a slope is right or NaN") {
  overflows::for_each([](auto f, double at, double slope, const char* name) {
    CAPTURE(name);
    etad::tape<double> tape;
    const number x = tape.variable(at);
    const number by_statement = f(x);
    CHECK(overflows::is_right_or_nan(tape.gradient(by_statement, x), slope));
    const etad::variable<double, etad::eager> step_by_step(x);
    const etad::variable<double, etad::eager> y = f(step_by_step);
    CHECK(overflows::is_right_or_nan(tape.gradient(y, step_by_step), slope));
  });
  overflows::for_each_of_two([](auto f, double x_at, double y_at, double slope, const char* name) {
    CAPTURE(name);
    etad::tape<double> tape;
    const number x = tape.variable(x_at);
    const number y = tape.variable(y_at);
    CHECK(overflows::is_right_or_nan(tape.gradient(f(x, y), x), slope));
    // The 0 of a quotient that is a statement of its own wins over a slope that is NaN.
    if (std::string_view(name).starts_with("fdim")) return;
    const etad::variable<double, etad::eager> each_x(x), each_y(y);
    const etad::variable<double, etad::eager> step_by_step = f(each_x, each_y);
    CHECK(overflows::is_right_or_nan(tape.gradient(step_by_step, x), slope));
    const auto rows = tape.jacobian(std::array{step_by_step, step_by_step}, x);
    CHECK(overflows::is_right_or_nan(rows(1, 0), slope));
  });
  // An infinite variable that was made first is exact, as is a multiple of it.
  etad::tape<double> tape;
  const auto x = tape.variables(std::array{std::numeric_limits<double>::infinity(), 2.0});
  CHECK(tape.gradient(log(1.0 + 2.0 * x[0]) + 1.0 / x[0], x[0]) == 0.0);
  CHECK(tape.gradient(x[1] / (1.0 + exp(x[1] * 500.0)), x[1]) == 0.0);
  // Where the value is no number, neither is the slope.
  CHECK(std::isnan(tape.gradient(x[0] * exp(-x[0]), x[0])));
}

TEST_CASE("functions that take numbers apart") {
  etad::tape<double> tape;
  const number x = tape.variable(5.25);
  CHECK(tape.gradient(ldexp(x, 3), x) == 8.0);
  int exponent = 0;
  const number fraction = frexp(x, &exponent);
  CHECK(exponent == 3);
  CHECK(tape.gradient(fraction, x) == 0.125);
  number whole;
  CHECK(tape.gradient(modf(x, &whole), x) == 1.0);
  CHECK(whole.value() == 5.0);
  CHECK(floor(x).is_constant());
  CHECK(tape.gradient(nextafter(x, 6.0), x) == 1.0);
  CHECK(lround(x * 2.0) == 11);
  CHECK(static_cast<int>(x) == 5);
  CHECK(isfinite(x * 2.0));
  CHECK(tape.gradient(etad::straight_through(round(x), x), x) == 1.0);
  CHECK(tape.gradient(clamp(x, 0.0, 1.0) + clamp(x, x * 2.0, 100.0), x) == 2.0);
  CHECK(tape.gradient(pow(x, 2.0), x) == 10.5);
  CHECK(tape.gradient(pow(2, x), x) == doctest::Approx(std::pow(2.0, 5.25) * std::log(2.0)));
  CHECK(tape.gradient(max(x, x), x) == 1.0);
}

TEST_CASE("misuse is refused with a code, and the tape remains usable") {
  etad::tape<double> tape;
  etad::tape<double> other;
  const number x = tape.variable(2.0);
  const number y = other.variable(3.0);
  number z = x * x;
  CHECK(has_code(refusal([&] { z = x * y; }), "ETAD-110"));
  CHECK(has_code(refusal([&] { tape.backward(y); }), "ETAD-110"));
  CHECK(has_code(refusal([&] { (void)x.gradient(); }), "ETAD-111"));
  CHECK(has_code(refusal([&] { tape.backward(number(1.0)); }), "ETAD-112"));
  CHECK(has_code(refusal([&] { number(1.0).backward(); }), "ETAD-112"));
  CHECK(has_code(refusal([&] { tape.backward(z, std::array{1.0, 2.0}); }), "ETAD-113"));
  const etad::tape_mark mark = tape.mark();
  const number late = z * z;
  const etad::tape_mark later = tape.mark();
  tape.rewind(mark);
  CHECK(has_code(refusal([&] { tape.backward(late); }), "ETAD-114"));
  CHECK(has_code(refusal([&] { tape.rewind(later); }), "ETAD-117"));
  CHECK(has_code(refusal([&] { other.rewind(mark); }), "ETAD-117"));
  CHECK(z.value() == 4.0);
  tape.backward(z);
  CHECK(x.gradient() == 4.0);
}

TEST_CASE("a mark is good until the tape is taken back over it, however long it becomes again") {
  etad::tape<double> tape;
  const number x = tape.variable(2.0);
  const etad::tape_mark first = tape.mark();
  number sum = x * x;
  const etad::tape_mark second = tape.mark();
  sum += x;
  const etad::tape_mark third = tape.mark();
  tape.rewind(third);
  tape.rewind(second);
  tape.rewind(second);
  for (int k = 0; k < 5; ++k) sum += x * x;
  CHECK(has_code(refusal([&] { tape.rewind(third); }), "ETAD-117"));
  tape.rewind(first);
  for (int k = 0; k < 5; ++k) sum = x * x;
  const etad::tape_mark fourth = tape.mark();
  CHECK(has_code(refusal([&] { tape.rewind(second); }), "ETAD-117"));
  tape.rewind(fourth);
  CHECK(tape.gradient(sum, x) == 4.0);
  tape.rewind(first);
  tape.clear();
  for (int k = 0; k < 5; ++k) (void)tape.variable(1.0);
  CHECK(has_code(refusal([&] { tape.rewind(first); }), "ETAD-117"));
}

TEST_CASE("limits of indices and bytes end in an exception; the tape is as it was before") {
  etad::tape<double> tape;
  const number x = tape.variable(2.0);
  number y = x * x;
  tape.limit_indices(4);
  y = y * x;
  y = y * x;
  CHECK(has_code(refusal([&] { y = y * x; }), "ETAD-115"));
  CHECK(has_code(refusal([&] { (void)tape.variables(std::vector<double>(9)); }), "ETAD-115"));
  CHECK(y.value() == 16.0);
  CHECK(tape.gradient(y, x) == 32.0);

  etad::tape<double> small;
  small.limit_bytes(100000);
  const number u = small.variable(1.0);
  number v = u;
  int turns = 0;
  CHECK(has_code(refusal([&] {
                   for (;; ++turns) v = v * u;
                 }),
                 "ETAD-116"));
  CHECK(turns > 1000);
  CHECK(small.gradient(v, u) == turns + 1.0);
}

TEST_CASE("sums and statements across many chunks of memory") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector<double>(1000, 0.5));
  number sum = 0.0;
  for (int turn = 0; turn < 100; ++turn) {
    for (const number& x_k : x) sum += x_k * x_k;
  }
  number chain = x[0];
  for (int k = 0; k < 100000; ++k) chain = chain * 1.0 + x[1];
  tape.backward(sum + chain);
  CHECK(x[0].gradient() == 101.0);
  CHECK(x[1].gradient() == 100100.0);
  CHECK(x[999].gradient() == 100.0);
}
