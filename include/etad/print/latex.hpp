// SPDX-License-Identifier: MIT
// A function as LaTeX mathematics.
#pragma once

#include <cctype>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <etad/print/expression.hpp>
#include <etad/print/printed_function.hpp>
#include <etad/print/text.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A name, with its digits at the end and `index` as subscript. Names of several letters are
/// upright; what is no plain name is taken for LaTeX.
inline std::string latex_name(const std::string& name, const std::string& index = "") {
  std::string letters = name;
  std::string subscript;
  while (!letters.empty() && std::isdigit(static_cast<unsigned char>(letters.back())) != 0) {
    subscript.insert(subscript.begin(), letters.back());
    letters.pop_back();
  }
  bool plain = !letters.empty();
  std::string escaped;
  for (const char c : letters) {
    plain = plain && (std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_');
    escaped += c == '_' ? "\\_" : std::string(1, c);
  }
  if (!plain) return index.empty() ? name : "{" + name + "}_{" + index + "}";
  if (letters.size() > 1) escaped = "\\mathrm{" + escaped + "}";
  if (!subscript.empty() && !index.empty()) subscript += ",";
  subscript += index;
  return subscript.empty() ? escaped : escaped + "_{" + subscript + "}";
}

/// Brackets of the height of what stands in them.
inline brackets latex_brackets(const std::string& content) {
  const bool tall = content.find("\\frac") != std::string::npos ||
                    content.find("\\begin") != std::string::npos ||
                    content.find("\\sqrt") != std::string::npos;
  return tall ? brackets{"\\left(", "\\right)"} : brackets{"(", ")"};
}

/// e with the other sign, which a single term has in front.
inline expression negated(const expression& e) {
  if (e.negative) return {e.text.substr(1), binding::product, false};
  const brackets b = latex_brackets(e.text);
  const bool is_sum = e.binds < binding::product;
  return {is_sum ? std::string("-") + b.open + e.text + b.close : "-" + e.text, binding::sum, true};
}

inline expression latex_numeral(double x) {
  if (x != x) return {"\\mathrm{NaN}"};
  if (cx::signbit(x)) return negated(latex_numeral(-x));
  if (!is_finite(x)) return {"\\infty"};
  const std::string text = shortest_decimal(x);
  const std::size_t e = text.find('e');
  if (e == std::string::npos) return {text};
  const std::string power = "10^{" + std::to_string(std::stoi(text.substr(e + 1))) + "}";
  if (e == 1 && text.front() == '1') return {power, binding::unary};
  return {text.substr(0, e) + " \\cdot " + power, binding::product};
}

/// Writes a program as equations: values that are used several times are t_1, t_2, ..., pieces are
/// cases. Products, fractions and signs stand as in handwriting.
class latex_source final : expression_writer {
 public:
  latex_source(const printed_function& f, const program& p) : expression_writer(p, 240), f_(f) {
    uses_ = use_counts(p);
    for_inputs(f_, [&](std::size_t argument, int index) {
      inputs_.push_back(latex_name(f_.argument(argument),
                                   f_.arguments[argument].is_scalar ? "" : std::to_string(index)));
    });
    for (std::size_t n = 0; n < p.code.size(); ++n) {
      if (arity_of(p.code[n].op()) > 0) write_operation(static_cast<value_id>(n));
    }
    for (std::size_t k = 0; k < p.outputs.size(); ++k) {
      equation(result(k), whole(value(p.outputs[k])).text);
    }
  }

  std::string text() const { return "\\begin{aligned}\n" + text_ + "\n\\end{aligned}\n"; }

 private:
  std::string result(std::size_t k) const {
    if (k < f_.names.results.size()) return latex_name(f_.names.results[k]);
    if (!f_.scalar_result) return latex_name(f_.names.function, std::to_string(k));
    std::string list;
    for (std::size_t i = 0; i < f_.arguments.size(); ++i) {
      list += (i > 0 ? ", " : "") + latex_name(f_.argument(i));
    }
    return latex_name(f_.names.function) + "(" + list + ")";
  }

  void equation(const std::string& left, const std::string& right) {
    text_ += (text_.empty() ? "" : " \\\\\n") + left + " &= " + right;
  }

  expression leaf(instruction x) override {
    if (const literal* const number = f_.number(p_, x)) return latex_numeral(number->d);
    if (x.op() == opcode::input) return {inputs_[x.a()]};
    return fill(spelling_of(x.op()).latex, {}, {});
  }

  std::string define(value_id, const expression& e) override {
    const std::string name =
        latex_name(f_.unused({"t", "u", "v", "w", "\\tau"}), std::to_string(++named_values_));
    equation(name, whole(e).text);
    return name;
  }

  /// Comparisons, and the negatives of arguments.
  bool repeats(value_id n, const expression& e) const override {
    const instruction x = p_.code[n];
    const bool mask = facts(x.op()).result == kind::mask;
    return (mask && e.text.size() < 40) ||
           (x.op() == opcode::negate && p_.code[x.a()].op() == opcode::input);
  }

  // The rows of cases without what stands around them: those of a selection in the last row are
  // rows of the whole.
  static expression whole(const expression& e) {
    if (e.binds != binding::conditional) return e;
    return {"\\begin{cases} " + e.text + " \\end{cases}", binding::unary};
  }

  expression operation_on(instruction x, const operand_texts& operands) override {
    if (is_selection(x.op())) return selection(operands);
    operand_texts parts;
    for (std::size_t k = 0; k < parts.size(); ++k) parts[k] = whole(operands[k]);
    switch (x.op()) {
      case opcode::negate:
        return negated(parts[0]);
      case opcode::add:
        if (parts[0].negative) std::swap(parts[0], parts[1]);
        return parts[1].negative ? difference(parts[0], negated(parts[1])) : filled(x, parts);
      case opcode::subtract:
        return parts[1].negative ? filled(instruction(opcode::add), {parts[0], negated(parts[1])})
                                 : filled(x, parts);
      case opcode::multiply:
      case opcode::zero_multiply:
      case opcode::steep_multiply:
      case opcode::divide: {
        const bool negative = parts[0].negative != parts[1].negative;
        if (parts[0].negative) parts[0] = negated(parts[0]);
        if (parts[1].negative) parts[1] = negated(parts[1]);
        const expression e = x.op() == opcode::divide ? filled(x, parts) : product(x, parts);
        return negative ? negated(e) : e;
      }
      case opcode::call1:
      case opcode::call2:
        return filled(spelling_of(x.op()).latex, parts, latex_name(f_.called_by(p_, x)));
      default:
        return filled(x, parts);
    }
  }

  static expression filled(instruction x, const operand_texts& parts) {
    return filled(spelling_of(x.op()).latex, parts);
  }

  static expression filled(const notation& n, const operand_texts& parts,
                           const std::string& function = "") {
    const brackets around = latex_brackets(parts[0].text + parts[1].text + parts[2].text);
    std::string pattern;
    for (const char* c = n.pattern; *c != '\0'; ++c) {
      pattern += *c == '(' ? around.open : *c == ')' ? around.close : std::string(1, *c);
    }
    return fill({pattern.c_str(), n.binds}, parts, around, function);
  }

  static expression difference(const expression& x, const expression& y) {
    return filled(instruction(opcode::subtract), {x, y});
  }

  /// Numbers in front, with a dot between two; squares as powers, factors of 1/y in the numerator.
  expression product(instruction x, operand_texts parts) const {
    if (x.a() == x.b()) return filled({"$a9^{2}", binding::unary}, parts);
    const auto begins_with_digit = [](const expression& e) {
      return e.binds >= binding::product &&
             std::isdigit(static_cast<unsigned char>(e.text.front())) != 0;
    };
    if (begins_with_digit(parts[1]) && !begins_with_digit(parts[0])) std::swap(parts[0], parts[1]);
    const std::string& second = parts[1].text;
    const std::string reciprocal = "\\frac{1}";
    if (second.starts_with(reciprocal) && parts[1].binds == binding::unary) {
      return {"\\frac{" + parts[0].text + "}" + second.substr(reciprocal.size()), binding::unary};
    }
    const bool has_number = is_number(x.a()) || is_number(x.b());
    const bool dot = begins_with_digit(parts[1]) || (has_number && second.starts_with("\\frac"));
    const bool has_word = (parts[0].text + second).find("\\mathrm") != std::string::npos;
    if (dot) return filled({"$a7 \\cdot $b7", binding::product}, parts);
    return has_word ? filled({"$a7 \\, $b7", binding::product}, parts) : filled(x, parts);
  }

  bool is_number(value_id n) const { return f_.number(p_, p_.code[n]) != nullptr; }

  static expression selection(const operand_texts& operands) {
    operand_texts parts{operands[0], whole(operands[1]), operands[2]};
    if (parts[2].binds != binding::conditional) parts[2].text += " & \\text{otherwise}";
    return fill({"$b0 & \\text{if } $a0 \\\\ $c0", binding::conditional}, parts, {});
  }

  const printed_function& f_;
  std::vector<std::string> inputs_;
  std::string text_;
  int named_values_ = 0;
};

}  // namespace etad::inline ETAD_ABI::detail
