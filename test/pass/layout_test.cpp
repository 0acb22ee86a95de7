// SPDX-License-Identifier: MIT
#include <algorithm>

#include <etad/pass/activity.hpp>
#include <etad/pass/adjoint.hpp>
#include <etad/pass/dce.hpp>
#include <etad/pass/layout.hpp>

#include "pass_text.hpp"

using namespace pass_text;

namespace {

/// Writes programs line by line.
class writer {
 public:
  std::string put(const std::string& line) {
    text_ += "r" + std::to_string(next_) + " = " + line + "\n";
    return "r" + std::to_string(next_++);
  }
  std::vector<std::string> inputs(int count) {
    text_ = "inputs " + std::to_string(count) + "\n";
    std::vector<std::string> names;
    for (int k = 0; k < count; ++k) names.push_back(put("input " + std::to_string(k)));
    return names;
  }
  /// The program of a value and its gradient by the first inputs.
  program with_gradient(const std::string& value, std::size_t by) const {
    const program p = parse(text_ + "outputs " + value + "\n");
    builder b(p);
    buffer<char> wanted(static_cast<std::size_t>(p.inputs), 0);
    for (std::size_t k = 0; k < by; ++k) wanted[k] = 1;
    const auto slopes = append_adjoints(b, p, active_values(p, wanted), {b.constant(1.0)});
    program all = b.result();
    all.outputs = p.outputs;
    for (std::size_t k = 0; k < by; ++k) all.outputs.push_back(slopes[k]);
    return without_dead_code(all);
  }

 private:
  std::string text_;
  int next_ = 0;
};

/// The sum of x[k] sin(x[k + 1]): each derivative depends on three inputs, the value on all.
program chain(int terms) {
  writer w;
  const auto x = w.inputs(terms + 1);
  std::string sum = w.put("constant 0");
  for (std::size_t k = 0; k + 1 < x.size(); ++k) {
    sum = w.put("add " + sum + " " + w.put("multiply " + x[k] + " " + w.put("sin " + x[k + 1])));
  }
  return w.with_gradient(sum, x.size());
}

/// The sum of 1 / ((x - z)^2 + (y - z)^2) over all z: each derivative depends on all terms.
program sum_of(int terms) {
  writer w;
  const auto x = w.inputs(terms + 2);
  std::string sum = w.put("constant 0");
  const std::string one = w.put("constant 1");
  for (std::size_t k = 2; k < x.size(); ++k) {
    const std::string first = w.put("subtract " + x[0] + " " + x[k]);
    const std::string second = w.put("subtract " + x[1] + " " + x[k]);
    const std::string a = w.put("multiply " + first + " " + first);
    const std::string b = w.put("multiply " + second + " " + second);
    sum = w.put("add " + sum + " " + w.put("divide " + one + " " + w.put("add " + a + " " + b)));
  }
  return w.with_gradient(sum, 2);
}

}  // namespace

TEST_CASE("all values are computed once, after their operands, and all outputs stored") {
  for (const program& p : {chain(5), sum_of(5)}) {
    const buffer<step> steps = steps_of(p);
    std::vector<int> computed(p.code.size());
    std::size_t stored = 0;
    for (std::size_t k = 0; k < steps.size(); ++k) {
      if (steps[k].kind == step_kind::store) ++stored;
      if (steps[k].kind != step_kind::compute) continue;
      CHECK(++computed[steps[k].index] == 1);
      const instruction x = p.code[steps[k].index];
      for (int j = 0; j < arity_of(x.op()); ++j) {
        const value_id v = x.operand(j);
        CHECK((computed[v] == 1 || p.code[v].op() == opcode::constant));
      }
    }
    CHECK(stored == p.outputs.size());
  }
}

TEST_CASE("of the value and the derivatives those with the shorter chains are stored first") {
  const auto stored_first = [](const program& p) {
    for (const step s : steps_of(p)) {
      if (s.kind == step_kind::store) return static_cast<int>(s.index);
    }
    return -1;
  };
  CHECK(stored_first(chain(12)) >= 1);   // a derivative of two terms before the sum of all
  CHECK(stored_first(sum_of(12)) == 0);  // the sum before derivatives that go through all of it
}

TEST_CASE("branches that nest deeply run in the order in which they are written") {
  // x(k + 1) = x(k) < limit ? x(k) : sin(x(k)) cos(x(k)), each in the second arm of the one before
  writer w;
  const auto x = w.inputs(2);
  std::vector<std::string> values{x[0]};
  std::vector<std::string> masks;
  for (int k = 0; k < 60; ++k) {
    masks.push_back(w.put("less " + values.back() + " " + x[1]));
    const std::string sine = w.put("sin " + values.back());
    values.push_back(w.put("multiply " + sine + " " + w.put("cos " + values.back())));
  }
  std::string merged = values.back();
  for (std::size_t k = masks.size(); k-- > 0;) {
    merged = w.put("select " + masks[k] + " " + values[k] + " " + merged);
  }
  const program p = w.with_gradient(merged, 1);
  const branch_plan plan(p);
  REQUIRE(plan.nesting > nesting_limit);
  const auto deepest = [](const buffer<step>& steps) {
    int depth = 0;
    int most = 0;
    for (const step s : steps) {
      if (s.kind == step_kind::branch) most = std::max(most, ++depth);
      if (s.kind == step_kind::end) --depth;
    }
    CHECK(depth == 0);
    return most;
  };
  const buffer<step> steps = steps_of(p);
  CHECK(deepest(steps) == deepest(layout(p, plan).run()));
  CHECK(deepest(steps) > 50);
  std::vector<int> computed(p.code.size());
  for (const step s : steps) {
    if (s.kind == step_kind::compute) CHECK(++computed[s.index] == 1);
  }
}
