// SPDX-License-Identifier: MIT
// A function mapped over variables of a tape, against a loop of statements.
#include <doctest/doctest.h>

#include <array>
#include <span>
#include <vector>

#include <etad/batch.hpp>
#include <etad/tape.hpp>

namespace {

using number = etad::variable<double>;

constexpr auto term = [](const auto& x, const auto& y) {
  using std::sqrt;
  const auto t = y - x * x;
  return 100.0 * t * t + sqrt(x);
};
constexpr auto scaled = [](const auto& x, const auto& s, const auto& d) { return x * x * s * d; };

number sum_of(const std::vector<number>& y) {
  number sum = 0.0;
  for (const auto& y_i : y) sum += y_i;
  return sum;
}

}  // namespace

TEST_CASE("ranges, in several blocks") {
  etad::tape<double> tape;
  std::vector<double> at(1300);
  for (std::size_t k = 0; k < at.size(); ++k) at[k] = 1.0 + 0.001 * static_cast<double>(k % 37);
  const auto x = tape.variables(at);
  const std::span all(x);
  const auto y = etad::map(term, all.first(1299), all.last(1299));
  CHECK(tape.statistics().blocks == 1);
  number sum = 0.0;
  for (std::size_t k = 0; k + 1 < x.size(); ++k) sum += term(x[k], x[k + 1]);
  const auto expected = tape.gradient(sum, x), got = tape.gradient(sum_of(y), x);
  for (std::size_t k = 0; k < x.size(); ++k) {
    CHECK(y.size() == 1299);
    CHECK(got[k] == doctest::Approx(expected[k]).epsilon(1e-13));
  }
}

TEST_CASE("gathers, single variables, data") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector{1.0, 2.0, 3.0});
  const std::vector<std::size_t> places{2, 0, 2};
  const std::vector data{1.0, 10.0, 100.0};
  const auto y = etad::map(scaled, etad::gather(x, places), x[1], data);
  CHECK(sum_of(y).value() == 1838.0);
  CHECK(tape.gradient(sum_of(y), x) == std::vector{40.0, 919.0, 1212.0});
  // The same for a product in place of a variable, and for variables that stand apart or are constants.
  const std::vector<number> mixed{x[2], number(5.0), x[0] * x[0]};
  const auto z = etad::map(scaled, mixed, 2.0 * x[1], 1.0);
  CHECK(tape.gradient(sum_of(z), x) == std::vector{16.0, 70.0, 24.0});
}

TEST_CASE("an infinite slope of an element that is not used does not matter") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector{0.0, 4.0});
  const std::span all(x);
  const auto y = etad::map(term, all, all);
  CHECK(tape.gradient(y[1], x)[0] == 0.0);
  CHECK(std::isinf(tape.gradient(y[0], x)[0]));
}

TEST_CASE("in functions that verbs differentiate: numbers, duals, variables, tapes over duals") {
  const std::vector data{0.5, 1.5};
  const auto f = [&](const auto& x) {
    const std::vector<std::size_t> from{0, 2}, to{1, 0};
    const auto y = etad::map(scaled, etad::gather(x, from), etad::gather(x, to), 2.0);
    return y[0] * y[1] + etad::sum_over(term)(x[1], data);
  };
  const auto g = [&](const auto& x) {
    return scaled(x[0], x[1], 2.0) * scaled(x[2], x[0], 2.0) + term(x[1], data[0]) +
           term(x[1], data[1]);
  };
  const std::vector x{0.7, 0.4, 1.2}, direction{1.0, 2.0, -1.0};
  CHECK(f(x) == doctest::Approx(g(x)));
  etad::tape<number> outer;
  etad::tape<double> inner;
  const auto v = inner.variables(x);
  const auto u = outer.variables(v);
  const etad::variable<number> y = g(u);
  const auto expected = outer.gradient(y, u), nested = outer.gradient(f(u), u);
  const auto products = inner.gradient(expected, v, direction);
  const auto by_duals = etad::gradient(f)(x), by_tape = etad::gradient(f, etad::reverse)(x),
             second = etad::hvp(f)(x, direction);
  for (std::size_t k = 0; k < 3; ++k) {
    CHECK(by_duals[k] == doctest::Approx(expected[k].value()));
    CHECK(by_tape[k] == doctest::Approx(expected[k].value()));
    CHECK(nested[k].value() == doctest::Approx(expected[k].value()));
    CHECK(second[k] == doctest::Approx(products[k]));
  }
  // A function of fixed size runs on duals.
  const auto fixed = [&](auto p) { return etad::sum_over(term)(p, data); };
  CHECK(etad::gradient(fixed)(2.0) ==
        doctest::Approx(etad::gradient(etad::sum_over(term))(2.0, data)));
}

TEST_CASE("misuse is said, and constants record nothing") {
  etad::tape<double> tape, other;
  const auto x = tape.variables(std::vector{1.0, 2.0});
  const auto w = other.variables(std::vector{1.0, 2.0});
  const std::span all(x), others(w);
  const std::vector<std::size_t> places{2};
  CHECK_THROWS_WITH_AS(etad::map(term, all, all.first(1)), doctest::Contains("ETAD-145"),
                       std::invalid_argument);
  CHECK_THROWS_WITH_AS(etad::map(scaled, etad::gather(x, places), x[0], std::vector{1.0}),
                       doctest::Contains("ETAD-144"), std::invalid_argument);
  CHECK_THROWS_WITH_AS(etad::map(term, all, others), doctest::Contains("ETAD-110"),
                       std::invalid_argument);
  {
    const auto pause = tape.pause_recording();
    CHECK(etad::map(term, all, all)[0].is_constant());
  }
  CHECK(tape.statistics().blocks == 0);
  CHECK(etad::map(term, all.first(0), all.first(0)).empty());
}

TEST_CASE("what a map keeps counts in the limit of bytes, and rewinding gives it back") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector<double>(1000, 1.0));
  const std::span all(x);
  (void)etad::map(term, all, all);
  const std::size_t before = tape.statistics().reserved_bytes;
  tape.limit_bytes(before + 20000);
  const etad::tape_mark mark = tape.mark();
  for (int turn = 0; turn < 3; ++turn) {
    const auto y = etad::map(term, all, all);
    CHECK(tape.statistics().reserved_bytes == before + 16000);
    CHECK_THROWS_WITH_AS(etad::map(term, all, all), doctest::Contains("ETAD-116"),
                         std::invalid_argument);
    CHECK(tape.gradient(y[3], x)[3] == 0.5);
    tape.rewind(mark);
    CHECK(tape.statistics().reserved_bytes == before);
  }
}

TEST_CASE("a sum over data by variables is one record, whatever the data") {
  constexpr auto loss = etad::sum_over([](const auto& p, auto t, auto y) {
    const auto r = p[0] + p[1] * t - y;
    return r * r;
  });
  std::vector<double> t, y;
  for (int k = 0; k < 300; ++k) {
    t.push_back(0.01 * k);
    y.push_back(k % 7);
  }
  const std::array p{0.5, -1.5};
  etad::tape<double> tape;
  const auto x = tape.variables(p);
  const number scale = 2.0 * x[0];
  const number sum = loss(x, t, y);
  CHECK(tape.statistics().statements == 2);
  CHECK(sum.value() == loss(p, t, y));
  const auto slopes = etad::gradient(loss)(p, t, y);
  CHECK(tape.gradient(sum, x) == slopes);
  CHECK(tape.gradient(sum * scale, x)[1] == slopes[1]);
}
