// SPDX-License-Identifier: MIT
// What the modes of a Jacobian cost, counted on the sparsity alone, before any is carried out.
#pragma once

#include <bit>
#include <cstdint>

#include <etad/core/buffer.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Sets of inputs or outputs, one for each value of a program.
class index_sets {
 public:
  constexpr index_sets(std::size_t values, std::size_t elements)
      : words_((elements + 63) / 64), bits_(values * words_) {}

  constexpr void insert(std::size_t value, std::size_t element) {
    bits_[value * words_ + element / 64] |= std::uint64_t{1} << element % 64;
  }
  constexpr void merge(std::size_t into, std::size_t from) {
    for (std::size_t w = 0; w < words_; ++w) bits_[into * words_ + w] |= bits_[from * words_ + w];
  }
  constexpr int count(std::size_t value) const {
    int n = 0;
    for (std::size_t w = 0; w < words_; ++w) n += std::popcount(bits_[value * words_ + w]);
    return n;
  }

 private:
  std::size_t words_;
  buffer<std::uint64_t> bits_;
};

/// Products of a partial that is not +-1 with an entry, plus sums that do not fuse with one.
struct mode_estimate {
  int forward = 0;
  int reverse = 0;
};

constexpr bool has_unit_partials(opcode op) {
  return op == opcode::add || op == opcode::subtract || op == opcode::negate || is_selection(op);
}

/// Counts the multiplications (or, for sums, additions) of both sweeps: the forward one carries for
/// each value an entry for each input it depends on, the reverse one for each output that depends
/// on it. Cost: one visit an instruction and 64 inputs or outputs.
constexpr mode_estimate estimate_modes(const program& p, const buffer<char>& active) {
  index_sets inputs(p.code.size(), static_cast<std::size_t>(p.inputs));
  index_sets outputs(p.code.size(), p.outputs.size());
  mode_estimate estimate;
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    const instruction x = p.code[n];
    if (active[n] == 0) continue;
    if (x.op() == opcode::input) inputs.insert(n, x.a());
    if (is_leaf(x.op())) continue;
    int terms = 0;
    for (int k = is_selection(x.op()) ? 1 : 0; k < arity_of(x.op()); ++k) {
      if (active[x.operand(k)] == 0) continue;
      terms += inputs.count(x.operand(k));
      inputs.merge(n, x.operand(k));
    }
    estimate.forward += has_unit_partials(x.op()) ? terms - inputs.count(n) : terms;
  }
  for (std::size_t k = 0; k < p.outputs.size(); ++k) outputs.insert(p.outputs[k], k);
  for (std::size_t n = p.code.size(); n-- > 0;) {
    const instruction x = p.code[n];
    if (active[n] == 0 || is_leaf(x.op())) continue;
    const int own = outputs.count(n);
    for (int k = is_selection(x.op()) ? 1 : 0; k < arity_of(x.op()); ++k) {
      const value_id i = x.operand(k);
      if (active[i] == 0) continue;
      const int before = outputs.count(i);
      outputs.merge(i, n);
      estimate.reverse += has_unit_partials(x.op()) ? before + own - outputs.count(i) : own;
    }
  }
  return estimate;
}

}  // namespace etad::inline ETAD_ABI::detail
