// SPDX-License-Identifier: MIT
// How each operation is written in C++, in LaTeX and on a node of a graph: one row for each opcode.
//
// A pattern is text in which $a, $b, $c stand for the operands and $f for the name of the function
// that is printed, or that is called. The digit behind an operand says how strongly it must bind not to be put in
// brackets: "$a6 - $b7" writes x - y - z, but x - (y - z).
#pragma once

#include <array>
#include <cstddef>

#include <etad/core/opcode.hpp>

namespace etad::inline ETAD_ABI::detail {

/// How strongly an expression binds: that of its outermost operation. The same for C++ and LaTeX,
/// in which `unary` is a power or a fraction.
struct binding {
  static constexpr int conditional = 1;
  static constexpr int disjunction = 2;
  static constexpr int conjunction = 3;
  static constexpr int equality = 4;
  static constexpr int relation = 5;
  static constexpr int sum = 6;
  static constexpr int product = 7;
  static constexpr int unary = 8;
  static constexpr int atom = 9;
};

struct notation {
  const char* pattern = "";
  int binds = binding::atom;
};

struct spelling {
  opcode op = opcode::count_;
  notation cpp;
  notation latex;
  /// With the operands that are constants filled in; without them and brackets, the operation
  /// alone.
  const char* label = "";
};

/// Leaves and named constants are written as numbers, but in LaTeX.
constexpr spelling spell_leaf(opcode op, const char* latex, const char* label) {
  return {op, {""}, {latex}, label};
}

inline constexpr auto spelling_table = [] {
  using enum opcode;
  using b = binding;
  return std::array<spelling, opcode_count>{{
      spell_leaf(input, "", ""),
      spell_leaf(constant, "", ""),
      {ln2, {""}, {"\\ln 2", b::product}, "ln 2"},
      {ln10, {""}, {"\\ln 10", b::product}, "ln 10"},
      {two_over_sqrt_pi, {""}, {"\\frac{2}{\\sqrt{\\pi}}", b::unary}, "2/&radic;&pi;"},
      spell_leaf(smallest_normal, "\\mu", "smallest normal"),

      {negate, {"-$a9", b::unary}, {"-$a7", b::sum}, "&minus;$a0"},
      {abs, {"std::abs($a0)"}, {"\\left|$a0\\right|"}, "abs($a0)"},
      {sign, {"$f_sign($a0)"}, {"\\operatorname{sign}($a0)"}, "sign($a0)"},
      {sqrt, {"std::sqrt($a0)"}, {"\\sqrt{$a0}"}, "sqrt($a0)"},
      {cbrt, {"std::cbrt($a0)"}, {"\\sqrt[3]{$a0}"}, "cbrt($a0)"},
      {exp, {"std::exp($a0)"}, {"e^{$a0}", b::unary}, "exp($a0)"},
      {exp2, {"std::exp2($a0)"}, {"2^{$a0}", b::unary}, "exp2($a0)"},
      {expm1, {"std::expm1($a0)"}, {"e^{$a0} - 1", b::sum}, "expm1($a0)"},
      {log, {"std::log($a0)"}, {"\\ln($a0)", b::unary}, "log($a0)"},
      {log2, {"std::log2($a0)"}, {"\\log_{2}($a0)", b::unary}, "log2($a0)"},
      {log10, {"std::log10($a0)"}, {"\\log_{10}($a0)", b::unary}, "log10($a0)"},
      {log1p, {"std::log1p($a0)"}, {"\\ln(1 + $a6)", b::unary}, "log1p($a0)"},
      {sin, {"std::sin($a0)"}, {"\\sin($a0)", b::unary}, "sin($a0)"},
      {cos, {"std::cos($a0)"}, {"\\cos($a0)", b::unary}, "cos($a0)"},
      {tan, {"std::tan($a0)"}, {"\\tan($a0)", b::unary}, "tan($a0)"},
      {asin, {"std::asin($a0)"}, {"\\arcsin($a0)", b::unary}, "asin($a0)"},
      {acos, {"std::acos($a0)"}, {"\\arccos($a0)", b::unary}, "acos($a0)"},
      {atan, {"std::atan($a0)"}, {"\\arctan($a0)", b::unary}, "atan($a0)"},
      {sinh, {"std::sinh($a0)"}, {"\\sinh($a0)", b::unary}, "sinh($a0)"},
      {cosh, {"std::cosh($a0)"}, {"\\cosh($a0)", b::unary}, "cosh($a0)"},
      {tanh, {"std::tanh($a0)"}, {"\\tanh($a0)", b::unary}, "tanh($a0)"},
      {asinh, {"std::asinh($a0)"}, {"\\operatorname{arsinh}($a0)"}, "asinh($a0)"},
      {acosh, {"std::acosh($a0)"}, {"\\operatorname{arcosh}($a0)"}, "acosh($a0)"},
      {atanh, {"std::atanh($a0)"}, {"\\operatorname{artanh}($a0)"}, "atanh($a0)"},
      {erf, {"std::erf($a0)"}, {"\\operatorname{erf}($a0)"}, "erf($a0)"},
      {erfc, {"std::erfc($a0)"}, {"\\operatorname{erfc}($a0)"}, "erfc($a0)"},
      {tgamma, {"std::tgamma($a0)"}, {"\\Gamma($a0)"}, "tgamma($a0)"},
      {lgamma, {"std::lgamma($a0)"}, {"\\ln\\left|\\Gamma($a0)\\right|", b::unary}, "lgamma($a0)"},
      {digamma, {"etad::cx::digamma($a0)"}, {"\\psi($a0)"}, "digamma($a0)"},
      {floor, {"std::floor($a0)"}, {"\\left\\lfloor $a0\\right\\rfloor"}, "floor($a0)"},
      {ceil, {"std::ceil($a0)"}, {"\\left\\lceil $a0\\right\\rceil"}, "ceil($a0)"},
      {trunc, {"std::trunc($a0)"}, {"\\operatorname{trunc}($a0)"}, "trunc($a0)"},
      {round, {"std::round($a0)"}, {"\\operatorname{round}($a0)"}, "round($a0)"},
      {rint, {"std::rint($a0)"}, {"\\operatorname{rint}($a0)"}, "rint($a0)"},

      {add, {"$a6 + $b7", b::sum}, {"$a6 + $b6", b::sum}, "$a0 + $b0"},
      {subtract, {"$a6 - $b7", b::sum}, {"$a6 - $b7", b::sum}, "$a0 &minus; $b0"},
      {multiply, {"$a7 * $b8", b::product}, {"$a7 $b7", b::product}, "$a0 &times; $b0"},
      {zero_multiply, {"$f_product($a0, $b0)"}, {"$a7 $b7", b::product}, "$a0 &times;&#x2080; $b0"},
      {steep_multiply,
       {"$f_steep_product($a0, $b0)"},
       {"$a7 $b7", b::product},
       "$a0 &times;&#x2080; $b0"},
      {divide, {"$a7 / $b8", b::product}, {"\\frac{$a0}{$b0}", b::unary}, "$a0 / $b0"},
      {pow, {"std::pow($a0, $b0)"}, {"$a9^{$b0}", b::unary}, "pow($a0, $b0)"},
      {atan2, {"std::atan2($a0, $b0)"}, {"\\operatorname{atan2}($a0, $b0)"}, "atan2($a0, $b0)"},
      {hypot, {"std::hypot($a0, $b0)"}, {"\\sqrt{$a9^{2} + $b9^{2}}"}, "hypot($a0, $b0)"},
      {fmod, {"std::fmod($a0, $b0)"}, {"\\operatorname{fmod}($a0, $b0)"}, "fmod($a0, $b0)"},
      {remainder,
       {"std::remainder($a0, $b0)"},
       {"\\operatorname{remainder}($a0, $b0)"},
       "remainder($a0, $b0)"},
      {fmax, {"std::fmax($a0, $b0)"}, {"\\max($a0, $b0)"}, "fmax($a0, $b0)"},
      {fmin, {"std::fmin($a0, $b0)"}, {"\\min($a0, $b0)"}, "fmin($a0, $b0)"},
      // (max)(a, b): a macro max may be defined where the printed code goes.
      {max, {"(std::max)($a0, $b0)"}, {"\\max($a0, $b0)"}, "max($a0, $b0)"},
      {min, {"(std::min)($a0, $b0)"}, {"\\min($a0, $b0)"}, "min($a0, $b0)"},
      {fdim, {"std::fdim($a0, $b0)"}, {"\\max($a6 - $b7, 0)"}, "fdim($a0, $b0)"},
      {copysign,
       {"std::copysign($a0, $b0)"},
       {"\\operatorname{copysign}($a0, $b0)"},
       "copysign($a0, $b0)"},
      {polygamma,
       {"etad::cx::polygamma(static_cast<int>($a0), $b0)"},
       {"\\psi^{($a0)}($b0)", b::unary},
       "polygamma($a0, $b0)"},

      {fma, {"std::fma($a0, $b0, $c0)"}, {"$a7 $b7 + $c6", b::sum}, "$a0 &times; $b0 + $c0"},
      {multiply_add,
       {"$a7 * $b8 + $c7", b::sum},
       {"$a7 $b7 + $c6", b::sum},
       "$a0 &times; $b0 + $c0"},
      {multiply_subtract,
       {"$a7 * $b8 - $c7", b::sum},
       {"$a7 $b7 - $c7", b::sum},
       "$a0 &times; $b0 &minus; $c0"},
      {negative_multiply_add,
       {"$c6 - $a7 * $b8", b::sum},
       {"$c6 - $a7 $b7", b::sum},
       "$c0 &minus; $a0 &times; $b0"},
      {hypot3,
       {"std::hypot($a0, $b0, $c0)"},
       {"\\sqrt{$a9^{2} + $b9^{2} + $c9^{2}}"},
       "hypot($a0, $b0, $c0)"},

      {less, {"$a6 < $b6", b::relation}, {"$a6 < $b6", b::relation}, "$a0 &lt; $b0"},
      {less_equal, {"$a6 <= $b6", b::relation}, {"$a6 \\le $b6", b::relation}, "$a0 &le; $b0"},
      {greater, {"$a6 > $b6", b::relation}, {"$a6 > $b6", b::relation}, "$a0 &gt; $b0"},
      {greater_equal, {"$a6 >= $b6", b::relation}, {"$a6 \\ge $b6", b::relation}, "$a0 &ge; $b0"},
      {equal, {"$a6 == $b6", b::equality}, {"$a6 = $b6", b::relation}, "$a0 = $b0"},
      {not_equal, {"$a6 != $b6", b::equality}, {"$a6 \\ne $b6", b::relation}, "$a0 &ne; $b0"},
      {is_finite,
       {"std::isfinite($a0)"},
       {"\\left|$a0\\right| < \\infty", b::relation},
       "isfinite($a0)"},
      {logical_and,
       {"$a3 && $b4", b::conjunction},
       {"$a3 \\land $b3", b::conjunction},
       "$a0 and $b0"},
      // Compilers warn of && beside || without brackets.
      {logical_or, {"$a4 || $b4", b::disjunction}, {"$a4 \\lor $b4", b::disjunction}, "$a0 or $b0"},
      {logical_not, {"!$a9", b::unary}, {"\\lnot $a9", b::unary}, "not $a0"},
      {select,
       {"$a2 ? $b2 : $c1", b::conditional},
       {"$b0 & \\text{if } $a0 \\\\ $c0 & \\text{otherwise}", b::conditional},
       "$a0 ? $b0 : $c0"},
      {edge,
       {"$a2 ? $b2 : $c1", b::conditional},
       {"$b0 & \\text{if } $a0 \\\\ $c0 & \\text{otherwise}", b::conditional},
       "$a0 ? $b0 : $c0"},
      // Printers write their operand in their place.
      {stop_gradient, {"($a0)"}, {"($a0)"}, "stop_gradient($a0)"},
      {attach, {"($a0)"}, {"($a0)"}, "attach($a0)"},
      {call1, {"$f($a0)"}, {"$f($a0)"}, "$f($a0)"},
      {call2, {"$f($a0, $b0)"}, {"$f($a0, $b0)"}, "$f($a0, $b0)"},
  }};
}();

constexpr bool spelling_table_is_complete() {
  for (int i = 0; i < opcode_count; ++i) {
    if (spelling_table[static_cast<std::size_t>(i)].op != static_cast<opcode>(i)) return false;
  }
  return true;
}
static_assert(spelling_table_is_complete(),
              "every opcode needs a row in print/spelling.hpp, in the order of core/opcode.hpp");

constexpr const spelling& spelling_of(opcode op) {
  return spelling_table[static_cast<std::size_t>(op)];
}

/// C++ with a*b+c in one rounding where etad computes it so (multiply_add of core/scalar.hpp).
constexpr notation cpp_notation(opcode op, bool fused) {
  if (fused && op == opcode::multiply_add) return {"std::fma($a0, $b0, $c0)"};
  if (fused && op == opcode::multiply_subtract) return {"std::fma($a0, $b0, -$c9)"};
  if (fused && op == opcode::negative_multiply_add) return {"std::fma(-$a9, $b0, $c0)"};
  return spelling_of(op).cpp;
}

}  // namespace etad::inline ETAD_ABI::detail
