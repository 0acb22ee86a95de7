// SPDX-License-Identifier: MIT
// A program as a constant: what one stage of the pipeline hands to the next.
#pragma once

#include <cstdint>

#include <etad/core/buffer.hpp>
#include <etad/core/literal.hpp>
#include <etad/ir/instruction.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A frozen program in arrays of fixed capacity. std::vector cannot outlive constant evaluation,
/// and computing a program twice, once for its size, would double the cost of compiling it; unused
/// trailing zeros cost the compilers nothing.
template <int Code, int Literals, int Outputs>
struct schedule {
  int inputs = 0;
  int size = 0;
  int literal_count = 0;
  int output_count = 0;
  std::uint64_t code[Code] = {};
  literal_formats literals[Literals] = {};
  value_id outputs[Outputs] = {};

  constexpr instruction at(int i) const {
    instruction result;
    result.bits = code[i];
    return result;
  }
};

/// Sizes to which a stage of the pipeline may grow.
using wide_schedule = schedule<program_limit, literal_limit, program_limit>;

template <class Schedule = wide_schedule>
constexpr Schedule freeze(const program& p) {
  Schedule s;
  s.inputs = p.inputs;
  s.size = p.size();
  s.literal_count = static_cast<int>(p.literals.size());
  s.output_count = p.output_count();
  // One statement for each item: compilers count them.
  for (int i = 0; i < s.size; ++i) s.code[i] = p.code.items[i].bits;
  for (int i = 0; i < s.literal_count; ++i) s.literals[i] = p.literals.items[i];
  for (int i = 0; i < s.output_count; ++i) s.outputs[i] = p.outputs.items[i];
  return s;
}

template <class Schedule>
constexpr program thaw(const Schedule& s) {
  program p;
  p.inputs = s.inputs;
  p.code = buffer<instruction>(static_cast<std::size_t>(s.size));
  p.literals = buffer<literal>(static_cast<std::size_t>(s.literal_count));
  p.outputs = buffer<value_id>(static_cast<std::size_t>(s.output_count));
  for (int i = 0; i < s.size; ++i) p.code.items[i].bits = s.code[i];
  for (int i = 0; i < s.literal_count; ++i) p.literals.items[i] = s.literals[i];
  for (int i = 0; i < s.output_count; ++i) p.outputs.items[i] = s.outputs[i];
  return p;
}

/// No pass over a program of at most so many instructions comes near the limits of compilers for one
/// constant (test/headers/pass_cost.py), so whether it does is asked of longer ones only.
inline constexpr int always_fits = 2048;

constexpr int at_least_one(int n) { return n > 0 ? n : 1; }

/// The same schedule in arrays of just its size, for code that is emitted into the program.
template <const auto& Wide>
using fitted_schedule = schedule<at_least_one(Wide.size), at_least_one(Wide.literal_count),
                                 at_least_one(Wide.output_count)>;

template <class Fitted, class Wide>
constexpr Fitted fit(const Wide& wide) {
  Fitted s;
  s.inputs = wide.inputs;
  s.size = wide.size;
  s.literal_count = wide.literal_count;
  s.output_count = wide.output_count;
  for (int i = 0; i < wide.size; ++i) s.code[i] = wide.code[i];
  for (int i = 0; i < wide.literal_count; ++i) s.literals[i] = wide.literals[i];
  for (int i = 0; i < wide.output_count; ++i) s.outputs[i] = wide.outputs[i];
  return s;
}

}  // namespace etad::inline ETAD_ABI::detail
