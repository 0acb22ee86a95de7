// SPDX-License-Identifier: MIT
// Runs programs that exist at run time only.
#pragma once

#include <memory>
#include <vector>

#include <etad/eval/interpret.hpp>
#include <etad/ir/program.hpp>

namespace fuzz {

using etad::detail::instruction;
using etad::detail::program;
using etad::detail::value_id;

/// A program in the form that the interpreter reads.
struct schedule_view {
  const program& p;
  int size;
  int output_count;
  const etad::detail::literal* literals;
  const value_id* outputs;
  explicit schedule_view(const program& q)
      : p(q),
        size(q.size()),
        output_count(q.output_count()),
        literals(q.literals.data()),
        outputs(q.outputs.data()) {}
  instruction at(int i) const { return p.code[static_cast<std::size_t>(i)]; }
};

/// The values of a program on given inputs, instruction by instruction.
class machine {
 public:
  void run(const program& p, const std::vector<double>& inputs) {
    const auto size = p.code.size() + 1;
    if (reals_.size() < size) {
      reals_.resize(2 * size);
      masks_ = std::make_unique<bool[]>(2 * size);
    }
    etad::detail::interpret<etad::detail::all_operations>(
        schedule_view(p), reals_.data(), masks_.get(),
        [&](int k) { return inputs[static_cast<std::size_t>(k)]; }, [](int, double) {});
  }
  double real(value_id i) const { return reals_[i]; }
  bool mask(value_id i) const { return masks_[i]; }

 private:
  std::vector<double> reals_;
  std::unique_ptr<bool[]> masks_;
};

}  // namespace fuzz
