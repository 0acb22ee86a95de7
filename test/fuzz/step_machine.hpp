// SPDX-License-Identifier: MIT
// Runs the steps that pass/layout.hpp finds as the generated code would, and notices when a step
// reads what was not computed on the way there.
#pragma once

#include <memory>
#include <vector>

#include <etad/eval/interpret.hpp>
#include <etad/pass/layout.hpp>

namespace fuzz {

using etad::detail::program;
using etad::detail::step;
using etad::detail::step_kind;
using etad::detail::value_id;

class step_machine {
 public:
  /// The outputs of p; complaint() tells whether every step was in order.
  const std::vector<double>& run(const program& p, const etad::detail::buffer<step>& steps,
                                 const std::vector<double>& inputs) {
    start(p);
    for (std::size_t k = 0; k < steps.size(); ++k) {
      const step s = steps[k];
      if (s.kind == step_kind::compute) {
        compute(p, s.index, inputs);
      } else if (s.kind == step_kind::store) {
        read(p.outputs[s.index]);
        outputs_[s.index] = reals_[p.outputs[s.index]];
        stored_[s.index] = 1;
      } else if (s.kind == step_kind::take_first || s.kind == step_kind::take_second) {
        const auto x = p.code[s.index];
        const value_id from = s.kind == step_kind::take_first ? x.b() : x.c();
        read(from);
        write(s.index);
        reals_[s.index] = reals_[from];
      } else if (s.kind == step_kind::branch) {
        read(s.index);
        if (!masks_[s.index]) k = partner(steps, k);
      } else if (s.kind == step_kind::otherwise) {
        k = partner(steps, k);
      }
    }
    for (const char s : stored_) complain(s == 0, "an output is not stored");
    return outputs_;
  }
  /// A guard's mask, after run().
  bool mask(value_id i) const { return masks_[i]; }
  const char* complaint() const { return complaint_; }

 private:
  void start(const program& p) {
    const std::size_t n = p.code.size() + 1;
    reals_.assign(n, 0.0);
    masks_ = std::make_unique<bool[]>(n);
    known_.assign(n, 0);
    outputs_.assign(p.outputs.size(), 0.0);
    stored_.assign(p.outputs.size(), 0);
    complaint_ = nullptr;
    for (std::size_t i = 0; i < p.code.size(); ++i) {
      if (p.code[i].op() != etad::detail::opcode::constant) continue;
      reals_[i] = p.literal_of(p.code[i]).d;
      known_[i] = 1;
    }
  }

  void complain(bool wrong, const char* what) {
    if (wrong && complaint_ == nullptr) complaint_ = what;
  }
  void read(value_id i) { complain(known_[i] == 0, "a step reads what was not computed"); }
  void write(value_id i) {
    complain(known_[i] != 0, "a value is computed twice");
    known_[i] = 1;
  }

  void compute(const program& p, value_id n, const std::vector<double>& inputs) {
    using namespace etad::detail;
    const instruction x = p.code[n];
    write(n);
    if (x.op() == opcode::input) {
      reals_[n] = inputs[x.a()];
      return;
    }
    for (int k = 0; k < facts(x.op()).arity; ++k) read(x.operand(k));
    const interpreter_frame<double> frame{reals_.data(), masks_.get()};
    interpreter_table<double, all_operations>[static_cast<std::size_t>(x.op())](frame, x, n);
  }

  /// The `otherwise` of a branch, the `end` of an `otherwise`.
  static std::size_t partner(const etad::detail::buffer<step>& steps, std::size_t k) {
    const step_kind wanted =
        steps[k].kind == step_kind::branch ? step_kind::otherwise : step_kind::end;
    int depth = 0;
    for (std::size_t i = k + 1; i < steps.size(); ++i) {
      if (steps[i].kind == wanted && depth == 0) return i;
      if (steps[i].kind == step_kind::branch) ++depth;
      if (steps[i].kind == step_kind::end) --depth;
    }
    return steps.size();
  }

  std::vector<double> reals_;
  std::unique_ptr<bool[]> masks_;
  etad::detail::buffer<char> known_;
  std::vector<double> outputs_;
  etad::detail::buffer<char> stored_;
  const char* complaint_ = nullptr;
};

}  // namespace fuzz
