// SPDX-License-Identifier: MIT
#include <etad/pass/activity.hpp>
#include <etad/pass/adjoint.hpp>
#include <etad/pass/dce.hpp>
#include <etad/pass/superwords.hpp>

#include "pass_text.hpp"

using namespace pass_text;

namespace {

using role = superword_plan::role;
using source = superword::source;

/// The sum of (x[k + 1] - x[k]^2)^2 and its gradient.
program valleys(int inputs) {
  std::string text = "inputs " + std::to_string(inputs) + "\n";
  int next = 0;
  const auto put = [&](const std::string& line) {
    text += "r" + std::to_string(next) + " = " + line + "\n";
    return "r" + std::to_string(next++);
  };
  std::vector<std::string> x;
  for (int k = 0; k < inputs; ++k) x.push_back(put("input " + std::to_string(k)));
  std::string sum = put("constant 0");
  for (std::size_t k = 0; k + 1 < x.size(); ++k) {
    const std::string square = put("multiply " + x[k] + " " + x[k]);
    const std::string valley = put("subtract " + x[k + 1] + " " + square);
    sum = put("add " + sum + " " + put("multiply " + valley + " " + valley));
  }
  const program p = parse(text + "outputs " + sum + "\n");
  builder b(p);
  const auto slopes = append_adjoints(
      b, p, active_values(p, buffer<char>(static_cast<std::size_t>(inputs), 1)), {b.constant(1.0)});
  program all = b.result();
  all.outputs = p.outputs;
  for (const value_id i : slopes) all.outputs.push_back(i);
  return without_dead_code(all);
}

superword_request request_for(const program& p, int lanes) {
  superword_request request{lanes, buffer<int>(static_cast<std::size_t>(p.inputs), 0),
                            buffer<int>(p.outputs.size(), 0)};
  request.object_of_output[0] = -1;  // the value
  return request;
}

/// Runs a plan lane by lane, beside the values of the program; true if each lane is the value that it is
/// said to be.
bool lanes_are_values(const program& p, const superword_plan& plan, int lanes,
                      const std::vector<double>& x) {
  std::vector<double> value(p.code.size() + 1);
  bool masks[1] = {};
  interpret<all_operations>(
      freeze<schedule<1024, 64, 64>>(p), value.data(), masks,
      [&](int k) { return x[static_cast<std::size_t>(k)]; }, [](int, double) {});
  const auto size = static_cast<std::size_t>(lanes);
  std::vector<std::vector<double>> words;
  for (const superword& w : plan.words) {
    std::vector<double> word(size);
    for (std::size_t k = 0; k < size; ++k) {
      if (w.from == source::load) {
        word[k] = x[w.a + k];
      } else if (w.from == source::spread) {
        word[k] = value[w.a];
      } else if (w.from == source::shift) {
        word[k] = w.c + k < size ? words[w.a][w.c + k] : words[w.b][w.c + k - size];
      } else {
        const double a = words[w.a][k];
        const double b = words[w.b][k];
        const double c = words[w.c][k];
        word[k] = w.op == opcode::negate              ? -a
                  : w.op == opcode::add               ? a + b
                  : w.op == opcode::subtract          ? a - b
                  : w.op == opcode::multiply          ? a * b
                  : w.op == opcode::divide            ? a / b
                  : w.op == opcode::multiply_add      ? a * b + c
                  : w.op == opcode::multiply_subtract ? a * b - c
                                                      : c - a * b;
      }
    }
    words.push_back(word);
  }
  bool equal = true;
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    const superword_plan::place place = plan.place_of_value[n];
    if (place.word >= 0)
      equal = equal && words[static_cast<std::size_t>(place.word)][place.lane] == value[n];
  }
  for (std::size_t k = 0; k < p.outputs.size(); ++k) {
    const superword_plan::place place = plan.place_of_output[k];
    if (place.word >= 0) {
      equal =
          equal && words[static_cast<std::size_t>(place.word)][place.lane] == value[p.outputs[k]];
    }
  }
  return equal;
}

int stored_words(const superword_plan& plan) {
  int n = 0;
  for (const superword_plan::place& place : plan.place_of_output) n += place.word >= 0 ? 1 : 0;
  return n;
}

}  // namespace

TEST_CASE("every lane of a superword is the value that it stands for") {
  for (const int lanes : {2, 4, 8}) {
    for (const int inputs : {10, 11, 23}) {
      const program p = valleys(inputs);
      const superword_plan plan = find_superwords(p, request_for(p, lanes));
      REQUIRE(!plan.words.empty());
      std::vector<double> x;
      for (int k = 0; k < inputs; ++k) x.push_back(0.25 * k - 1.5);
      CHECK(lanes_are_values(p, plan, lanes, x));
      // All entries of the gradient but the first and the last are alike.
      CHECK(stored_words(plan) == (inputs - 2) / lanes * lanes);
    }
  }
}

TEST_CASE("what is read as a number is computed or taken from a lane, the rest is neither") {
  const program p = valleys(23);
  const superword_plan plan = find_superwords(p, request_for(p, 4));
  int taken = 0;
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    if (plan.roles[n] == role::take) CHECK(plan.place_of_value[n].word >= 0);
    taken += plan.roles[n] == role::take ? 1 : 0;
    if (plan.roles[n] != role::compute) continue;
    for (int k = 0; k < arity_of(p.code[n].op()); ++k) {
      if (!is_leaf(p.code[n].op())) CHECK(plan.roles[p.code[n].operand(k)] != role::absent);
    }
  }
  CHECK(taken >= 20);  // the terms of the sum
  for (std::size_t k = 0; k < p.outputs.size(); ++k) {
    if (plan.place_of_output[k].word < 0) CHECK(plan.roles[p.outputs[k]] != role::absent);
  }
}

TEST_CASE("the sum is added number by number") {
  const program p = valleys(23);
  const superword_plan plan = find_superwords(p, request_for(p, 4));
  value_id sum = p.outputs[0];
  int additions = 0;
  while (p.code[sum].op() == opcode::add) {
    CHECK(plan.roles[sum] == role::compute);
    ++additions;
    const value_id a = p.code[sum].a();
    sum = p.code[a].op() == opcode::add || p.is_constant(a) ? a : p.code[sum].b();
  }
  CHECK(additions == 22);
}

TEST_CASE("no superwords without neighbours") {
  const program p = valleys(23);
  superword_request request = request_for(p, 4);
  for (std::size_t k = 0; k < request.object_of_input.size(); ++k) request.object_of_input[k] = -1;
  CHECK(find_superwords(p, request).words.empty());

  // Inputs of objects of two numbers each.
  request = request_for(p, 4);
  for (std::size_t k = 0; k < request.object_of_input.size(); ++k)
    request.object_of_input[k] = static_cast<int>(k / 2);
  CHECK(find_superwords(p, request).words.empty());

  CHECK(find_superwords(valleys(4), request_for(valleys(4), 8)).words.empty());
}

TEST_CASE("outputs of different objects are stored apart") {
  const program p = valleys(23);
  superword_request request = request_for(p, 4);
  for (std::size_t k = 1; k < p.outputs.size(); ++k)
    request.object_of_output[k] = static_cast<int>(k % 2);
  const superword_plan plan = find_superwords(p, request);
  CHECK(stored_words(plan) == 0);
}

TEST_CASE("one operation on each of some numbers that are read as numbers does not pay") {
  std::string text = "inputs 9\nr0 = input 8\n";
  int next = 1;
  const auto put = [&](const std::string& line) {
    text += "r" + std::to_string(next) + " = " + line + "\n";
    return "r" + std::to_string(next++);
  };
  std::string sum = "r0";
  for (int k = 0; k < 8; ++k) {
    const std::string x = put("input " + std::to_string(k));
    sum = put("add " + sum + " " + put("sin " + put("multiply " + x + " " + x)));
  }
  const program p = parse(text + "outputs " + sum + "\n");
  CHECK(find_superwords(p, request_for(p, 4)).words.empty());
}
