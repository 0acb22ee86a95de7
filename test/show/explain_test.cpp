// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <etad/rule/custom_derivative.hpp>
#include <etad/show/explain.hpp>

#include "models/arm.hpp"
#include "models/hires.hpp"
#include "models/rober.hpp"

namespace {

constexpr etad::explanation rober = etad::explain<std::array<double, 3>>(models::rober{});
static_assert(rober.rows == 3 && rober.columns == 3);
// 0.04 y0, 1e4 y1 y2 and 3e7 y1 y1 with five products, one of them shared; three differences.
static_assert(rober.function.operations == 8);
static_assert(rober.function.multiplications == 5 && rober.function.additions == 3);
static_assert(rober.function.calls == 0 && rober.function.divisions == 0);

constexpr etad::explanation hires = etad::explain<std::array<double, 8>>(models::hires{});
constexpr etad::explanation arm = etad::explain<std::array<double, 6>>(models::arm{});

void check_table(const etad::explanation& e) {
  int taken = 0;
  for (const etad::operation_counts& m : e.modes) {
    CAPTURE(m.mode);
    taken += m.taken ? 1 : 0;
    // Fused operations count twice.
    CHECK(m.additions + m.multiplications + m.divisions + m.calls + m.others >= m.operations);
    CHECK(m.depth <= m.operations);
    CHECK(m.live <= m.operations + e.columns);
    // A Jacobian needs the functions' values or their companions, no more than twice the calls.
    CHECK(m.calls <= 2 * e.function.calls);
  }
  CHECK(taken == 1);
  CHECK(e.taken().taken);
}

}  // namespace

TEST_CASE("counts of the models") {
  check_table(rober);
  check_table(hires);
  check_table(arm);
  // Sine and cosine of six angles, each computed once in every mode.
  CHECK(arm.function.calls == 12);
  for (const etad::operation_counts& m : arm.modes) CHECK(m.calls == 12);
  // Chemistry has no functions, and its Jacobian no division.
  for (const etad::operation_counts& m : hires.modes) CHECK(m.calls + m.divisions == 0);
}

TEST_CASE("a gradient is taken in reverse, a derivative forward") {
  constexpr auto product = [](const auto& x) { return x[0] * x[1] * x[2] * x[3]; };
  constexpr auto gradient = etad::explain<std::array<double, 4>>(product);
  CHECK(std::string(gradient.taken().mode) == "reverse");
  constexpr auto curve = [](const auto& t) {
    using std::cos;
    using std::sin;
    return std::array{cos(t), sin(t)};
  };
  constexpr auto derivative = etad::explain<double>(curve);
  CHECK(std::string(derivative.taken().mode) == "forward");
}

TEST_CASE("arguments that are data are no columns") {
  constexpr auto f = [](const auto& x, const auto& p) { return x * p; };
  constexpr auto all = etad::explain<double, double>(f);
  constexpr auto first = etad::explain<double, double>(f, etad::wrt<0>);
  CHECK(all.columns == 2);
  CHECK(first.columns == 1);
  CHECK(first.taken().operations == 0);
}

TEST_CASE("the table") {
  const std::string text = etad::to_string(rober);
  CHECK(text.find("Jacobian of 3 numbers with respect to 3\n") == 0);
  CHECK(text.find("\nfunction ") != std::string::npos);
  CHECK(text.find(" (taken) ") != std::string::npos);
  int lines = 0;
  for (const char c : text) lines += c == '\n' ? 1 : 0;
  CHECK(lines == 13);
  CHECK(
      text.find("\n7 of 9 entries are structural nonzeros; colours of columns: 3, in packs of ") !=
      std::string::npos);
  // The rate of the last species depends on the middle one alone.
  CHECK(text.find("\nxxx\nxxx\n.x.\n") == text.size() - 13);
}

TEST_CASE("stated derivatives are no part of the function") {
  constexpr auto sine = etad::custom_derivative(
      [](auto x) {
        using std::sin;
        return sin(x);
      },
      [](auto x) {
        using std::cos;
        return cos(x);
      });
  constexpr auto counts = etad::explain<double>(sine);
  CHECK(counts.function.operations == 1);
  CHECK(counts.taken().operations == 1);
}
