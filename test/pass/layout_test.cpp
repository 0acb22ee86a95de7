// SPDX-License-Identifier: MIT
#include <etad/pass/activity.hpp>
#include <etad/pass/adjoint.hpp>
#include <etad/pass/dce.hpp>
#include <etad/pass/layout.hpp>

#include "pass_text.hpp"

using namespace pass_text;

namespace {

/// Value and gradient of the sum of 1 / ((x - y_k)^2 + (z - y_k)^2), k = 1 ... terms.
program sum_of(int terms) {
  std::string text = "inputs " + std::to_string(terms + 2) + "\n";
  int next = 0;
  const auto put = [&](const std::string& line) {
    text += "r" + std::to_string(next) + " = " + line + "\n";
    return "r" + std::to_string(next++);
  };
  for (int k = 0; k < terms + 2; ++k) put("input " + std::to_string(k));
  std::string sum = put("constant 0");
  const std::string one = put("constant 1");
  for (int k = 0; k < terms; ++k) {
    const std::string y = "r" + std::to_string(k + 2);
    const std::string first = put("subtract r0 " + y);
    const std::string second = put("subtract r1 " + y);
    const std::string a = put("multiply " + first + " " + first);
    const std::string b = put("multiply " + second + " " + second);
    sum = put("add " + sum + " " + put("divide " + one + " " + put("add " + a + " " + b)));
  }
  const program p = parse(text + "outputs " + sum + "\n");
  builder b(p);
  buffer<char> wanted(static_cast<std::size_t>(p.inputs), 0);
  wanted[0] = wanted[1] = 1;
  const auto slopes = append_adjoints(b, p, active_values(p, wanted), {b.constant(1.0)});
  program all = b.result();
  all.outputs = buffer<value_id>{p.outputs[0], slopes[0], slopes[1]};
  return without_dead_code(all);
}

/// How many computed values are alive at most, in the order of the steps.
int values_alive(const program& p) {
  const buffer<step> steps = steps_of(p);
  std::vector<int> last_use(p.code.size(), -1);
  for (std::size_t k = 0; k < steps.size(); ++k) {
    if (steps[k].kind != step_kind::compute) continue;
    const instruction x = p.code[steps[k].index];
    for (int j = 0; j < arity_of(x.op()); ++j) last_use[x.operand(j)] = static_cast<int>(k);
  }
  int alive = 0;
  int most = 0;
  for (std::size_t k = 0; k < steps.size(); ++k) {
    if (steps[k].kind != step_kind::compute) continue;
    const instruction x = p.code[steps[k].index];
    if (is_leaf(x.op())) continue;
    if (last_use[steps[k].index] > static_cast<int>(k)) ++alive;
    for (int j = 0; j < arity_of(x.op()); ++j) {
      const value_id v = x.operand(j);
      if (is_leaf(p.code[v].op()) || last_use[v] != static_cast<int>(k)) continue;
      if (j > 0 && v == x.operand(0)) continue;
      --alive;
    }
    most = alive > most ? alive : most;
  }
  return most;
}

}  // namespace

TEST_CASE("all values are computed once and all outputs stored") {
  const program p = sum_of(5);
  const buffer<step> steps = steps_of(p);
  std::vector<int> computed(p.code.size());
  int stored = 0;
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
  CHECK(stored == 3);
}

TEST_CASE("the adjoints of a term follow its value, before the next term") {
  // What waits is one number of each term, the value that the sum takes in the opposite order.
  const int few = values_alive(sum_of(8));
  const int many = values_alive(sum_of(40));
  CHECK(few <= 8 + 8);
  CHECK(many - few <= 40 - 8);
}
