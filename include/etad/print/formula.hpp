// SPDX-License-Identifier: MIT
// Formulas as text: from the type as the user wrote them; from the program where a derivative is part
// of them.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <tuple>
#include <type_traits>

#include <etad/lower/expression.hpp>
#include <etad/print/plain_expression.hpp>
#include <etad/print/printed_function.hpp>

namespace etad::inline ETAD_ABI::detail {

inline expression plain_argument(int index) { return {"x" + std::to_string(index)}; }

/// The run-time constants of f as they are printed; those of other number types have names.
template <class Node, class T, int Count>
std::array<expression, static_cast<std::size_t>(Count)> constant_texts(
    const formula<Node, T, Count>& f) {
  std::array<expression, static_cast<std::size_t>(Count)> texts;
  for (std::size_t k = 0; k < texts.size(); ++k) {
    if constexpr (Count > 0 && std::is_arithmetic_v<T>) {
      texts[k] = plain_number(f.values().at[k]);
    } else {
      texts[k] = {"c" + std::to_string(k)};
    }
  }
  return texts;
}

/// The text of a node; its constants start at *constants. `is_program` if there is none, since the
/// node is known as a program only.
template <class Node>
struct node_text;
template <int Index>
struct node_text<argument_node<Index>> {
  static constexpr bool is_program = false;
  static expression of(const expression*) { return plain_argument(Index); }
};
template <>
struct node_text<constant_node> {
  static constexpr bool is_program = false;
  static expression of(const expression* constants) { return *constants; }
};
template <auto Value>
struct node_text<fixed_node<Value>> {
  static constexpr bool is_program = false;
  static expression of(const expression*) { return plain_number(Value); }
};
template <opcode Op, class... X>
struct node_text<operation_node<Op, X...>> {
  static constexpr bool is_program = (node_text<X>::is_program || ...);
  static expression of(const expression* constants) {
    operand_texts operands;
    std::size_t k = 0;
    ((operands[k++] = node_text<X>::of(constants), constants += node_facts<X>::constants), ...);
    return plain_expression(Op, operands);
  }
};
template <class Callable, int Constants, class... X>
struct node_text<call_node<Callable, Constants, X...>> {
  static constexpr bool is_program = true;
  static expression of(const expression*) { return {}; }
};

/// Writes the program of a formula; what is used several times is defined before, as t1, t2, ...
class formula_writer final : expression_writer {
 public:
  /// `inputs` are the texts of the arguments and of the constants.
  formula_writer(const program& p, const expression* inputs)
      : expression_writer(p, 240), inputs_(inputs) {
    uses_ = use_counts(p);
    for (std::size_t n = 0; n < p.code.size(); ++n) {
      if (arity_of(p.code[n].op()) > 0) write_operation(static_cast<value_id>(n));
    }
    text_ += value(p.outputs[0]).text;
  }

  const std::string& text() const { return text_; }

 private:
  expression leaf(instruction x) override {
    if (x.op() == opcode::input) return inputs_[x.a()];
    if (x.op() == opcode::constant) return plain_number(p_.literal_of(x).d);
    return plain_expression(x.op(), {});
  }
  expression operation_on(instruction x, const operand_texts& operands) override {
    return plain_expression(x.op(), operands);
  }
  std::string define(value_id, const expression& e) override {
    const std::string name = "t" + std::to_string(++named_);
    text_ += name + " = " + e.text + "\n";
    return name;
  }
  bool repeats(value_id n, const expression& e) const override {
    return e.text.size() < 12 || facts(p_.code[n].op()).result == kind::mask;
  }

  const expression* inputs_;
  std::string text_;
  int named_ = 0;
};

template <class Node, class T, int Count>
std::string text_of(const formula<Node, T, Count>& f) {
  const auto constants = constant_texts(f);
  if constexpr (!node_text<Node>::is_program) {
    return node_text<Node>::of(constants.data()).text;
  } else {
    constexpr int arity = node_facts<Node>::arity;
    std::array<expression, static_cast<std::size_t>(arity + Count)> inputs;
    for (std::size_t k = 0; k < inputs.size(); ++k) {
      const auto index = static_cast<int>(k);
      inputs[k] =
          index < arity ? plain_argument(index) : constants[k - static_cast<std::size_t>(arity)];
    }
    const program p = formula_program<Node>();
    return formula_writer(regular_formulas(p), inputs.data()).text();
  }
}

}  // namespace etad::inline ETAD_ABI::detail
