// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <array>
#include <etad/ir/verify.hpp>
#include <etad/lower/trace.hpp>
#include <etad/pass/dce.hpp>
#include <etad/print/text.hpp>

namespace {

using namespace etad::detail;
using etad::traced;

template <class... Args, class F>
program traced_program(F f) {
  const program p = without_dead_code(trace<F, Args...>(f));
  const verification v = verify(p, "trace");
  CHECK_MESSAGE(v.ok(), text_of(v), "\n", text_of(p));
  return p;
}

int count(const program& p, opcode op) {
  int n = 0;
  for (const instruction x : p.code) n += x.op() == op ? 1 : 0;
  return n;
}

}  // namespace

TEST_CASE("a straight function is written operation by operation, repeats once") {
  const program p = traced_program<traced, traced>([](const auto& x, const auto& y) {
    using std::sin;
    return sin(x * y) + sin(y * x) * 2.0;
  });
  CHECK(text_of(p) ==
        "inputs 2\nr0 = input 0\nr1 = input 1\nr2 = multiply r0 r1\nr3 = sin r2\n"
        "r4 = constant 2\nr5 = multiply r3 r4\nr6 = add r3 r5\noutputs r6\n");
}

TEST_CASE("arithmetic of constants folds before it meets a traced value") {
  const program p = traced_program<traced>([](const auto& x) {
    using scalar = std::remove_cvref_t<decltype(x)>;
    const scalar half(0.5);
    return x * (half + 1.5);
  });
  CHECK(text_of(p) == "inputs 1\nr0 = input 0\nr1 = constant 2\nr2 = multiply r0 r1\noutputs r2\n");
}

TEST_CASE("a branch becomes a selection of its two results") {
  const program p = traced_program<traced>([](const auto& x) {
    using std::exp;
    using std::sin;
    if (x < 1.0) return sin(x);
    return exp(x);
  });
  CHECK(text_of(p) ==
        "inputs 1\nr0 = input 0\nr1 = constant 1\nm2 = less r0 r1\nr3 = sin r0\nr4 = exp r0\n"
        "r5 = select m2 r3 r4\noutputs r5\n");
}

TEST_CASE("what both paths compute is written once and not selected") {
  const program p = traced_program<std::array<traced, 2>>([](const auto& x) {
    using std::sin;
    auto y = sin(x[0]);
    auto z = x[1];
    if (y > z) z = y;
    return std::array{y * 2.0, z};
  });
  CHECK(count(p, opcode::sin) == 1);
  CHECK(count(p, opcode::select) == 1);
  CHECK(p.outputs.size() == 2);
}

TEST_CASE("nested branches, and a comparison that is repeated") {
  const program nested = traced_program<traced, traced>([](const auto& x, const auto& y) {
    if (x > y) {
      if (x > 2.0 * y) return x;
      return x * y;
    }
    return y;
  });
  CHECK(count(nested, opcode::greater) == 2);
  CHECK(count(nested, opcode::select) == 2);
  // The same comparison again has the same outcome: two paths, not four.
  const program repeated = traced_program<traced, traced>([](const auto& x, const auto& y) {
    auto sum = x;
    if (x > y) sum += y;
    if (x > y) sum *= y;
    return sum;
  });
  CHECK(count(repeated, opcode::select) == 1);
}

TEST_CASE("a loop whose length depends on the values") {
  const program p = traced_program<traced>([](const auto& x) {
    auto y = x;
    for (int k = 0; k < 4 && y < 100.0; ++k) y = y * y;
    return y;
  });
  CHECK(count(p, opcode::multiply) == 4);
  CHECK(count(p, opcode::less) == 4);
  CHECK(count(p, opcode::select) == 4);
}

TEST_CASE("selections, maxima and comparisons of constants do not branch") {
  const program p = traced_program<traced, traced>([](const auto& x, const auto& y) {
    using std::max;
    const auto larger = max(x, y);
    return etad::select(x < y, larger, etad::clamp(x, y, larger));
  });
  CHECK(count(p, opcode::max) == 1);
  CHECK(count(p, opcode::select) == 3);
}

TEST_CASE("inputs and outputs in the order of their leaves") {
  using nested = std::array<std::array<traced, 2>, 2>;
  const program p = traced_program<nested, traced>([](const auto& m, const auto& y) {
    return std::array{m[1][0], y, m[0][1]};
  });
  CHECK(p.inputs == 5);
  CHECK(text_of(p) ==
        "inputs 5\nr0 = input 0\nr1 = input 1\nr2 = input 2\nr3 = input 3\nr4 = input 4\n"
        "outputs r2 r4 r1\n");
}

TEST_CASE("a constant result") {
  const program p = traced_program<traced>([](const auto& x) {
    using scalar = std::remove_cvref_t<decltype(x)>;
    return scalar(3.0);
  });
  CHECK(text_of(p) == "inputs 1\nr0 = input 0\nr1 = constant 3\noutputs r1\n");
}

namespace {

/// 2^Branches paths.
template <int Branches>
struct many_paths {
  template <class T>
  constexpr T operator()(const T& x) const {
    T sum = x;
    for (int k = 0; k < Branches; ++k) {
      if (x > static_cast<double>(k)) sum += x * x;
      sum = sum * 0.5;
    }
    return sum;
  }
};

}  // namespace

TEST_CASE("paths up to the limit") {
  static_assert(path_limit == 256);
  const program p = traced_program<traced>(many_paths<8>{});
  CHECK(count(p, opcode::greater) == 8);
}
