// SPDX-License-Identifier: MIT
// Every public function that takes variables takes expressions, and none loses their derivative: a table of
// calls, each with a variable, with an expression and with one that was kept by auto.
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include <etad/batch.hpp>
#include <etad/rules.hpp>
#include <etad/scan.hpp>
#include <etad/tape.hpp>

#include <doctest/doctest.h>

using number = etad::variable<double>;
using tape_type = etad::tape<double>;

/// entry(tape, a) is a number that depends on a = x x, whatever that is.
template <class Entry>
static void check(const char* name, Entry entry) {
  CAPTURE(name);
  tape_type tape;
  const number x = tape.variable(2.0), assigned = x * x;
  const auto slope = [&](const auto& a) { return tape.gradient(number(entry(tape, a)), x); };
  const double wanted = slope(assigned);
  CHECK(wanted != 0);
  CHECK(slope(x * x) == wanted);
  const auto kept = x * x;
  CHECK(slope(kept) == wanted);
}

static constexpr auto square = [](const auto& u) { return u * u; };
static constexpr auto product = [](const auto& u, const auto& v) { return u * v; };
static const auto eight_times = [](std::span<const double> w, std::span<double> to) {
  for (double& slope : to) slope = 8 * w[0];
};

TEST_CASE("functions of a tape take expressions") {
  check("checkpoint", [](auto& tape, const auto& a) { return tape.checkpoint(square, a); });
  check("checkpoint of two",
        [](auto& tape, const auto& a) { return tape.checkpoint(product, a, a + 1.0); });
  check("checkpoint of a tuple", [](auto& tape, const auto& a) {
    return tape.checkpoint([](const auto& u) { return std::get<0>(u) * std::get<1>(u); },
                           std::tuple(a, a + 1.0));
  });
  check("checkpoint of an array", [](auto& tape, const auto& a) {
    return tape.checkpoint([](const auto& u) { return u[0] * u[1]; }, std::array{a, a});
  });
  check("record", [](auto& tape, const auto& a) { return tape.record(16.0, a, eight_times); });
  check("record of several",
        [](auto& tape, const auto& a) { return tape.record(16.0, std::tie(a, a), eight_times); });
  check("record of a pair", [](auto& tape, const auto& a) {
    return tape.record(16.0, std::pair(a, a + 1.0), eight_times);
  });
}

TEST_CASE("a checkpoint takes data beside variables") {
  tape_type tape;
  const number x = tape.variable(2.0);
  const std::vector<double> row{3.0, 5.0};
  const number y = tape.checkpoint(
      [](const auto& u, const auto& data, int times, const std::string& word) {
        return u * u * data[1] * static_cast<double>(times) * static_cast<double>(word.size());
      },
      x, std::span<const double>(row), 2, std::string("abc"));
  CHECK(y.value() == 120.0);
  CHECK(tape.gradient(y, x) == 120.0);
  // A tuple of both.
  const number z = tape.checkpoint([](const auto& u) { return std::get<0>(u) * std::get<1>(u); },
                                   std::tuple(x, 3.0));
  CHECK(tape.gradient(z, x) == 3.0);

  // Numbers of an inner tape are data of the outer one, whose derivative is not lost.
  etad::tape<number> outer;
  const auto u = outer.variable(x);
  const etad::variable<number> w = outer.checkpoint(product, u, x);
  CHECK(tape.gradient(outer.gradient(w, u), x) == 1.0);
}

static constexpr auto five =
    etad::custom_derivative([](auto u) { return u; }, [](auto) { return 5.0; });
static constexpr auto of_double =
    etad::custom_derivative([](double u) { return u * u; }, [](const auto& u) { return 2.0 * u; });
static constexpr auto of_two = etad::custom_derivative(product, [](const auto& u, const auto& v) {
  return std::array{v, u};
});
static constexpr auto root = etad::implicit_root(
    [](const auto& r, const auto& u) { return r * r - u; }, [](double u) { return std::sqrt(u); });

TEST_CASE("stated functions take expressions") {
  check("custom_derivative", [](auto&, const auto& a) { return five(a); });
  check("custom_derivative of double", [](auto&, const auto& a) { return of_double(a); });
  check("custom_derivative of two", [](auto&, const auto& a) { return of_two(a, a + 1.0); });
  check("implicit_root", [](auto&, const auto& a) { return root(a); });
}
