// SPDX-License-Identifier: MIT
// What the printers need to know of a function: its program and the names in it.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <vector>

#include <etad/ir/opaque_row.hpp>
#include <etad/ir/program.hpp>
#include <etad/pass/pipeline.hpp>

namespace etad::inline ETAD_ABI {

/// The names in a printed function. Arguments that are not named are x, y, z, or x0, x1, x2, ... if
/// there are more than three; results that are not named are f, or f[0], f[1], ... of several. For
/// C++ they must be identifiers; LaTeX and graphs take any text.
struct print_names {
  std::string function = "f";
  std::vector<std::string> arguments = {};
  std::vector<std::string> results = {};
};

namespace detail {

struct printed_argument {
  int leaves = 1;
  bool is_scalar = true;
};

struct printed_function {
  /// With the formulas for singular points.
  program code;
  std::vector<printed_argument> arguments;
  bool scalar_result = true;
  print_names names;
  /// The values of the inputs behind those of the arguments.
  std::vector<literal> constants = {};

  int leaves() const {
    int sum = 0;
    for (const printed_argument& a : arguments) sum += a.leaves;
    return sum;
  }

  /// The value of an instruction that is a number, an input that holds one among them; or null.
  const literal* number(const program& p, instruction x) const {
    if (x.op() == opcode::constant) return &p.literal_of(x);
    if (x.op() != opcode::input || x.a() < leaves()) return nullptr;
    return &constants[static_cast<std::size_t>(x.a() - leaves())];
  }

  /// The name of the function that x calls. Those without names are opaque1, opaque2, ...
  std::string called_by(const program& p, instruction x) const {
    return name_of(p.literal_of(p.code[x.operand(arity_of(x.op()) - 1)]).function);
  }
  std::string name_of(const opaque_row* called) const {
    if (called->name != nullptr) return called->name;
    int count = 0;
    for (const literal& other : code.literals) {
      count += other.function != nullptr && other.function->name == nullptr ? 1 : 0;
      if (other.function == called) break;
    }
    return "opaque" + std::to_string(count);
  }

  std::string argument(std::size_t k) const {
    if (k < names.arguments.size()) return names.arguments[k];
    if (arguments.size() <= 3) return std::string(1, "xyz"[k]);
    return "x" + std::to_string(k);
  }

  /// Whether an argument is called `name`, or `name` with a number behind it.
  bool is_taken(const std::string& name) const {
    for (std::size_t k = 0; k < arguments.size(); ++k) {
      const std::string other = argument(k);
      if (other.starts_with(name) &&
          other.find_first_not_of("0123456789", name.size()) == std::string::npos) {
        return true;
      }
    }
    return false;
  }

  /// The first option that is not taken, or the last one.
  std::string unused(std::initializer_list<const char*> options) const {
    for (const char* const name : options) {
      if (!is_taken(name)) return name;
    }
    return options.end()[-1];
  }
};

/// Calls visit(argument, leaf) for each input in turn.
template <class Visit>
void for_inputs(const printed_function& f, Visit visit) {
  for (std::size_t k = 0; k < f.arguments.size(); ++k) {
    for (int i = 0; i < f.arguments[k].leaves; ++i) visit(k, i);
  }
}

/// The formulas that hold at all but singular points, as one would write them by hand.
inline program regular_formulas(const program& p) {
  program r = regularized(p);
  while (r.outputs.size() > p.outputs.size()) r.outputs.pop_back();
  return without_dead_code(r);
}

/// How often each value is read by others and as an output.
inline std::vector<int> use_counts(const program& p) {
  std::vector<int> uses(p.code.size());
  for (const value_id i : p.outputs) ++uses[i];
  for (const instruction& x : p.code) {
    const int arity = is_leaf(x.op()) ? 0 : arity_of(x.op());
    for (int k = 0; k < arity; ++k) ++uses[x.operand(k)];
  }
  return uses;
}

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
