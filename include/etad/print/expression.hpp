// SPDX-License-Identifier: MIT
// Puts the text of a program together: the text of an operation from those of its operands.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>
#include <etad/print/spelling.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A printed expression and how strongly it binds.
struct expression {
  std::string text;
  int binds = binding::atom;
  /// In LaTeX: one term with a minus sign in front.
  bool negative = false;
};

using operand_texts = std::array<expression, 3>;

/// What stands around an expression that binds too weakly for its place.
struct brackets {
  const char* open = "(";
  const char* close = ")";
};

/// The text of a pattern of print/spelling.hpp.
inline expression fill(const notation& n, const operand_texts& operands, const brackets& around,
                       const std::string& function = "") {
  std::string text;
  for (const char* c = n.pattern; *c != '\0'; ++c) {
    if (*c != '$') {
      text += *c;
    } else if (*++c == 'f') {
      text += function;
    } else {
      const expression& x = operands[static_cast<std::size_t>(*c - 'a')];
      const bool weaker = x.binds < *++c - '0';
      text += weaker ? around.open + x.text + around.close : x.text;
    }
  }
  return {text, n.binds, false};
}

/// The expressions of a program: a value that is used once stands where it is used, others have a
/// name, so that the text is no longer than the program. Where an expression would be longer than
/// `limit`, its longest operand gets a name, too.
class expression_writer {
 protected:
  expression_writer(const program& p, std::size_t limit)
      : p_(p), uses_(p.code.size()), limit_(limit), values_(p.code.size()), named_(p.code.size()) {}
  ~expression_writer() = default;

  virtual expression leaf(instruction x) = 0;
  virtual expression operation_on(instruction x, const operand_texts& operands) = 0;
  /// Writes a definition of n, whose value is e, and returns its name.
  virtual std::string define(value_id n, const expression& e) = 0;
  /// Whether n has a name even if it is used once.
  virtual bool needs_name(value_id) const { return false; }
  /// Whether e, the value of n, is so short that it is repeated instead.
  virtual bool repeats(value_id, const expression&) const { return false; }

  const expression& value(value_id n) {
    if (arity_of(p_.code[n].op()) == 0) values_[n] = leaf(p_.code[n]);
    return values_[n];
  }

  void set_name(value_id n, const std::string& name) {
    values_[n] = {name, binding::atom, false};
    named_[n] = true;
  }

  void write_operation(value_id n) {
    const instruction x = p_.code[n];
    expression e = written(x);
    while (e.text.size() > limit_) {
      const value_id operand = longest_operand(x);
      if (named_[operand] || arity_of(p_.code[operand].op()) == 0) break;
      set_name(operand, define(operand, values_[operand]));
      e = written(x);
    }
    if (needs_name(n) || (uses_[n] > 1 && !repeats(n, e))) {
      set_name(n, define(n, e));
    } else {
      values_[n] = e;
    }
  }

  const program& p_;
  std::vector<int> uses_;

 private:
  expression written(instruction x) {
    operand_texts operands;
    for (int k = 0; k < arity_of(x.op()); ++k) {
      operands[static_cast<std::size_t>(k)] = value(x.operand(k));
    }
    return operation_on(x, operands);
  }

  value_id longest_operand(instruction x) const {
    value_id longest = x.a();
    for (int k = 1; k < arity_of(x.op()); ++k) {
      if (values_[x.operand(k)].text.size() > values_[longest].text.size()) longest = x.operand(k);
    }
    return longest;
  }

  std::size_t limit_;
  std::vector<expression> values_;
  std::vector<bool> named_;
};

}  // namespace etad::inline ETAD_ABI::detail
