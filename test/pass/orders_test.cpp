// SPDX-License-Identifier: MIT
// The rules as functions: derivatives of operations at their edge points to order 4, in every mode, with
// the other operand variable, data or constant. A rule that has the right value alone fails here.
#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

#include "fuzz/modes.hpp"

namespace {

using namespace etad::detail;
using fuzz::complaints;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// An infinity or NaN.
constexpr double no_number = 1e308;

/// Derivatives of orders 1 to 4 by one operand. An operation of one operand ignores the other.
struct edge_case {
  opcode op;
  int by;
  double x, y;
  double expected[4];
};

constexpr edge_case cases[] = {
    // Outside of the domain NaN stays NaN.
    {opcode::sqrt, 0, -1, 0, {nan, nan, nan, nan}},
    {opcode::log, 0, -1, 0, {nan, nan, nan, nan}},
    {opcode::log2, 0, -1, 0, {nan, nan, nan, nan}},
    {opcode::log10, 0, -1, 0, {nan, nan, nan, nan}},
    {opcode::log1p, 0, -2, 0, {nan, nan, nan, nan}},
    {opcode::asin, 0, 2, 0, {nan, nan, nan, nan}},
    {opcode::acos, 0, -2, 0, {nan, nan, nan, nan}},
    {opcode::acosh, 0, 0.5, 0, {nan, nan, nan, nan}},
    {opcode::acosh, 0, -1, 0, {nan, nan, nan, nan}},
    {opcode::atanh, 0, 2, 0, {nan, nan, nan, nan}},
    {opcode::atanh, 0, -2, 0, {nan, nan, nan, nan}},
    {opcode::tgamma, 0, 0, 0, {nan, nan, nan, nan}},
    {opcode::tgamma, 0, -0.0, 0, {nan, nan, nan, nan}},
    {opcode::tgamma, 0, -1, 0, {nan, nan, nan, nan}},
    {opcode::lgamma, 0, -0.0, 0, {nan, nan, nan, nan}},
    {opcode::lgamma, 0, -1, 0, {nan, nan, nan, nan}},
    {opcode::pow, 0, -2, 0.5, {nan, nan, nan, nan}},
    {opcode::pow, 1, -2, 2, {nan, nan, nan, nan}},
    {opcode::pow, 1, -2, 0.5, {nan, nan, nan, nan}},
    {opcode::atan2, 0, 0, 0, {nan, nan, nan, nan}},
    {opcode::atan2, 1, 0, 0, {nan, nan, nan, nan}},
    {opcode::hypot, 0, infinity, infinity, {nan, nan, nan, nan}},
    {opcode::fmod, 1, 1, 0, {nan, nan, nan, nan}},
    {opcode::remainder, 0, infinity, 1, {nan, nan, nan, nan}},
    {opcode::max, 0, nan, nan, {nan, nan, nan, nan}},
    {opcode::fmin, 1, nan, nan, {nan, nan, nan, nan}},
    {opcode::fdim, 0, nan, 1, {nan, nan, nan, nan}},
    {opcode::fdim, 1, infinity, infinity, {nan, nan, nan, nan}},
    // At x = 0 a power is a monomial, or has a vertical tangent.
    {opcode::pow, 0, 0, 0, {0, 0, 0, 0}},
    {opcode::pow, 0, 0, 1, {1, 0, 0, 0}},
    {opcode::pow, 0, 0, 2, {0, 2, 0, 0}},
    {opcode::pow, 0, -0.0, 2, {0, 2, 0, 0}},
    {opcode::pow, 0, 0, 3, {0, 0, 6, 0}},
    {opcode::pow, 0, 0, 4, {0, 0, 0, 24}},
    {opcode::pow, 0, 0, 5, {0, 0, 0, 0}},
    {opcode::pow, 0, 0, 0.5, {infinity, -infinity, no_number, no_number}},
    {opcode::pow, 0, 0, 2.5, {0, 0, infinity, no_number}},
    {opcode::pow, 0, 0, -1, {-infinity, infinity, no_number, no_number}},
    {opcode::pow, 1, 0, 2, {0, 0, 0, 0}},
    {opcode::pow, 1, 0, 0.5, {0, 0, 0, 0}},
    // The one-sided infinities of an edge; cbrt has none beyond the first.
    {opcode::sqrt, 0, 0, 0, {infinity, -infinity, no_number, no_number}},
    {opcode::sqrt, 0, -0.0, 0, {infinity, -infinity, no_number, no_number}},
    {opcode::log, 0, 0, 0, {infinity, -infinity, no_number, no_number}},
    {opcode::log, 0, -0.0, 0, {infinity, -infinity, no_number, no_number}},
    {opcode::log1p, 0, -1, 0, {infinity, -infinity, no_number, no_number}},
    {opcode::asin, 0, 1, 0, {infinity, infinity, no_number, no_number}},
    {opcode::atanh, 0, 1, 0, {infinity, infinity, no_number, no_number}},
    {opcode::cbrt, 0, 0, 0, {infinity, nan, nan, nan}},
    {opcode::cbrt, 0, -0.0, 0, {infinity, nan, nan, nan}},
    // Saturated.
    {opcode::cbrt, 0, infinity, 0, {0, 0, 0, 0}},
    {opcode::cbrt, 0, -infinity, 0, {0, 0, 0, 0}},
    {opcode::sqrt, 0, infinity, 0, {0, 0, 0, 0}},
    {opcode::tanh, 0, infinity, 0, {0, 0, 0, 0}},
    {opcode::tanh, 0, -800, 0, {0, 0, 0, 0}},
    {opcode::tanh, 0, 20000, 0, {0, 0, 0, 0}},
    {opcode::erf, 0, infinity, 0, {0, 0, 0, 0}},
    {opcode::erfc, 0, -infinity, 0, {0, 0, 0, 0}},
    {opcode::log, 0, infinity, 0, {0, 0, 0, 0}},
    {opcode::log2, 0, infinity, 0, {0, 0, 0, 0}},
    {opcode::log10, 0, infinity, 0, {0, 0, 0, 0}},
    {opcode::log1p, 0, infinity, 0, {0, 0, 0, 0}},
    {opcode::atan, 0, infinity, 0, {0, 0, 0, 0}},
    {opcode::atan, 0, -infinity, 0, {0, 0, 0, 0}},
    {opcode::asinh, 0, infinity, 0, {0, 0, 0, 0}},
    {opcode::asinh, 0, -infinity, 0, {0, 0, 0, 0}},
    {opcode::acosh, 0, infinity, 0, {0, 0, 0, 0}},
    {opcode::digamma, 0, infinity, 0, {0, 0, 0, 0}},
    {opcode::hypot, 0, infinity, 1, {1, 0, 0, 0}},
    {opcode::hypot, 1, infinity, 1, {0, 0, 0, 0}},
    {opcode::atan2, 0, infinity, 1, {0, 0, 0, 0}},
    {opcode::atan2, 1, infinity, 1, {0, 0, 0, 0}},
    {opcode::erf, 0, 1e200, 0, {0, 0, 0, 0}},
    {opcode::exp, 0, -infinity, 0, {0, 0, 0, 0}},
    // Kinks: the piece that the first derivative took.
    {opcode::abs, 0, 0, 0, {0, 0, 0, 0}},
    {opcode::hypot, 0, 0, 0, {0, 0, 0, 0}},
    {opcode::max, 0, 1, 1, {0.5, 0, 0, 0}},
    {opcode::fdim, 1, 2, 1, {-1, 0, 0, 0}},
};

enum class other_operand { variable, data, constant };

struct subject {
  program p;
  buffer<char> wanted;
  std::vector<double> x;
};
subject subject_of(const edge_case& c, other_operand other) {
  builder b;
  const bool two = arity_of(c.op) == 2;
  const double first = two && c.by == 1 ? c.y : c.x;
  const double second = c.by == 1 ? c.x : c.y;
  const value_id u = b.input();
  const bool literal = other == other_operand::constant;
  const value_id v = two && !literal ? b.input() : two ? b.constant(second) : u;
  subject s;
  s.x = {first};
  s.wanted = {1};
  if (two && !literal) {
    s.x.push_back(second);
    s.wanted.push_back(other == other_operand::variable ? 1 : 0);
  }
  b.result().outputs = {!two        ? b.record(c.op, u)
                        : c.by == 1 ? b.record(c.op, v, u)
                                    : b.record(c.op, u, v)};
  s.p = b.result();
  return s;
}

void check(const edge_case& c, other_operand other, std::size_t mode) {
  complaints bad;
  fuzz::machine machine;
  fuzz::step_machine laid_out;
  subject s = subject_of(c, other);
  for (int order = 1; order <= 4; ++order) {
    const fuzz::derivative d = fuzz::jacobian_by(bad, s.p, s.wanted, fuzz::all_modes[mode]);
    // What compiled code returns, and what constant evaluation does.
    const fuzz::results both = fuzz::run(bad, machine, laid_out, d, s.x);
    const double got = both.final()[1];
    const double wanted = c.expected[order - 1];
    const bool good = wanted == no_number ? !is_finite(got)
                      : wanted != wanted  ? got != got
                                          : got == wanted;
    const std::string what = std::string(facts(c.op).name) + " by " + std::to_string(c.by) +
                             " at " + shortest_decimal(c.x) + " " + shortest_decimal(c.y) +
                             ", order " + std::to_string(order) + ", " + fuzz::mode_names[mode] +
                             ", operand " + std::to_string(static_cast<int>(other)) + ": " +
                             shortest_decimal(got) + " instead of " + shortest_decimal(wanted);
    CHECK_MESSAGE(good, what);
    s.p = d.full;
    s.p.outputs = {d.full.outputs[1]};
  }
  CHECK(bad.what() == "");
}

}  // namespace

TEST_CASE("operations at their edges, to order 4") {
  for (const edge_case& c : cases) {
    for (const auto other :
         {other_operand::variable, other_operand::data, other_operand::constant}) {
      if (arity_of(c.op) == 1 && other != other_operand::variable) continue;
      for (std::size_t mode = 0; mode < std::size(fuzz::all_modes); ++mode) check(c, other, mode);
    }
  }
}
