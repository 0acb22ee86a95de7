// SPDX-License-Identifier: MIT
// The statements of a printed C++ function.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <etad/pass/layout.hpp>
#include <etad/print/cpp_numeral.hpp>
#include <etad/print/expression.hpp>
#include <etad/print/printed_function.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A line of code, broken at spaces where it is longer than 100 columns.
inline std::string cpp_lines(std::string code) {
  constexpr std::size_t columns = 100;
  const std::size_t indentation = code.find_first_not_of(' ') + 4;
  std::string text;
  while (code.size() > columns) {
    const std::size_t space = code.rfind(' ', columns);
    if (space == std::string::npos || space <= indentation) break;
    text += code.substr(0, space) + "\n";
    code = std::string(indentation, ' ') + code.substr(space + 1);
  }
  return text + code + "\n";
}

/// Writes a program in the order in which etad runs it, with the same branches; the values that
/// have names are constants t1, t2, ... and, if they are masks, m1, m2, ...
class cpp_body final : expression_writer {
 public:
  cpp_body(const printed_function& f, const program& p, const cpp_scalar& scalar)
      : expression_writer(p, 72),
        f_(f),
        scalar_(scalar),
        steps_(steps_of(p)),
        block_of_(p.code.size()),
        escapes_(p.code.size()),
        is_read_(f.arguments.size()) {
    for_inputs(f_, [&](std::size_t argument, int index) {
      inputs_.push_back(f_.argument(argument));
      if (!f_.arguments[argument].is_scalar) inputs_.back() += "[" + std::to_string(index) + "]";
      argument_of_input_.push_back(argument);
    });
    find_uses();
    for (std::size_t i = 0; i < steps_.size(); ++i) write(i);
  }

  const std::string& statements() const { return text_; }

  /// Output k. Call it for all outputs before asking which arguments are read.
  const expression& output(std::size_t k) { return value(p_.outputs[k]); }

  bool reads(std::size_t argument) const { return is_read_[argument]; }

 private:
  /// Notes a use of n within the innermost of the open blocks.
  void use(value_id n, const std::vector<int>& open) {
    ++uses_[n];
    const bool visible = std::find(open.begin(), open.end(), block_of_[n]) != open.end();
    if (!visible && arity_of(p_.code[n].op()) > 0) escapes_[n] = true;
  }

  /// Counts the uses of values. An arm of a branch may use what an arm of an earlier one has
  /// computed under the same condition: such a value escapes from its block.
  void find_uses() {
    std::vector<int> open{0};
    int blocks = 0;
    for (const step s : steps_) {
      const instruction x = p_.code[s.index];
      if (s.kind == step_kind::compute) {
        block_of_[s.index] = open.back();
        for (int k = 0; k < arity_of(x.op()); ++k) use(x.operand(k), open);
      } else if (s.kind == step_kind::branch) {
        use(static_cast<value_id>(s.index), open);
        open.push_back(++blocks);
      } else if (s.kind == step_kind::otherwise) {
        open.back() = ++blocks;
      } else if (s.kind == step_kind::end) {
        open.pop_back();
      } else if (s.kind == step_kind::take_first) {
        block_of_[s.index] = open.end()[-2];
        use(x.b(), open);
      } else if (s.kind == step_kind::take_second) {
        use(x.c(), open);
      }
    }
    for (const value_id i : p_.outputs) use(i, open);
  }

  void write(std::size_t i) {
    const step s = steps_[i];
    const auto n = static_cast<value_id>(s.index);
    const instruction x = p_.code[n];
    switch (s.kind) {
      case step_kind::compute:
        if (arity_of(x.op()) > 0) write_operation(n);
        break;
      case step_kind::branch:
        if (depth_ == 1) outermost_branch_ = text_.size();
        declare_selections(i);
        line("if (" + value(n).text + ") {");
        ++depth_;
        break;
      case step_kind::otherwise:
        --depth_;
        line("} else {");
        ++depth_;
        break;
      case step_kind::end:
        --depth_;
        line("}");
        break;
      case step_kind::take_first:
        line(value(n).text + " = " + value(x.b()).text + ";");
        break;
      case step_kind::take_second:
        line(value(n).text + " = " + value(x.c()).text + ";");
        break;
      default:  // outputs are stored at the end
        break;
    }
  }

  /// Declares what the branch at step i sets.
  void declare_selections(std::size_t i) {
    int nesting = 0;
    for (; i < steps_.size(); ++i) {
      const step s = steps_[i];
      if (s.kind == step_kind::otherwise && nesting == 1) return;
      if (s.kind == step_kind::branch) ++nesting;
      if (s.kind == step_kind::end) --nesting;
      if (s.kind == step_kind::take_first && nesting == 1) {
        const auto n = static_cast<value_id>(s.index);
        set_name(n, new_name(n));
        if (escapes_[n]) {
          declare_outside(n, value(n).text);
        } else {
          line(type_of(n) + " " + value(n).text + ";");
        }
      }
    }
  }

  expression leaf(instruction x) override {
    if (const literal* const number = f_.number(p_, x)) return scalar_.numeral(*number);
    if (x.op() != opcode::input) return scalar_.named_constant(x.op());
    is_read_[argument_of_input_[x.a()]] = true;
    return {inputs_[x.a()]};
  }

  expression operation_on(instruction x, const operand_texts& operands) override {
    const std::string name = is_opaque_call(x.op()) ? f_.called_by(p_, x) : f_.names.function;
    return fill(cpp_notation(x.op(), scalar_.fused), operands, {}, name);
  }

  std::string define(value_id n, const expression& e) override {
    const std::string name = new_name(n);
    if (escapes_[n]) {
      declare_outside(n, name);
      line(name + " = " + e.text + ";");
    } else {
      line("const " + type_of(n) + " " + name + " = " + e.text + ";");
    }
    return name;
  }

  bool needs_name(value_id n) const override { return escapes_[n]; }

  /// Declares n before the outermost of the open branches. The number it holds at first is never
  /// read.
  void declare_outside(value_id n, const std::string& name) {
    const std::string zero = is_mask(n) ? "false" : std::string("0.0") + scalar_.suffix;
    const std::string declaration = "  " + type_of(n) + " " + name + " = " + zero + ";\n";
    text_.insert(outermost_branch_, declaration);
    outermost_branch_ += declaration.size();
  }

  std::string type_of(value_id n) const { return is_mask(n) ? "bool" : scalar_.type; }

  std::string new_name(value_id n) {
    if (is_mask(n)) return f_.unused({"m", "b", "m_"}) + std::to_string(++masks_);
    return f_.unused({"t", "u", "v", "w", "t_"}) + std::to_string(++reals_);
  }

  bool is_mask(value_id n) const { return facts(p_.code[n].op()).result == kind::mask; }

  void line(const std::string& statement) {
    text_ += cpp_lines(std::string(static_cast<std::size_t>(2 * depth_), ' ') + statement);
  }

  const printed_function& f_;
  const cpp_scalar& scalar_;
  buffer<step> steps_;
  std::vector<int> block_of_;
  std::vector<bool> escapes_;
  std::vector<bool> is_read_;
  std::vector<std::string> inputs_;
  std::vector<std::size_t> argument_of_input_;
  std::string text_;
  std::size_t outermost_branch_ = 0;
  int depth_ = 1;
  int reals_ = 0;
  int masks_ = 0;
};

}  // namespace etad::inline ETAD_ABI::detail
