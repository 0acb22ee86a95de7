// SPDX-License-Identifier: MIT
// What no order of the same arithmetic can be held to: sums that cancel, products that overflow.
#pragma once

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <etad/print/text.hpp>

#include "linearization.hpp"
#include "machine.hpp"

namespace fuzz {

inline bool is_derivative_sum(instruction x) {
  using etad::detail::opcode;
  return x.is_derivative() && (x.op() == opcode::add || x.op() == opcode::subtract);
}

/// By how much the sums of derivatives in p, which m has run, enlarge rounding errors at most: a program
/// of other sums has no use for what cancelled here.
inline long double cancellation(const program& p, const machine& m) {
  long double worst = 1;
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    const instruction x = p.code[n];
    if (!is_derivative_sum(x)) continue;
    const long double terms = std::fabs(m.real(x.a())) + std::fabs(m.real(x.b()));
    const long double sum = std::fabs(m.real(static_cast<value_id>(n)));
    if (terms > 0) worst = std::fmax(worst, terms / sum);
  }
  return worst;
}

/// The largest error of an entry of the Jacobian that rounding explains, in two programs.
inline double rounding_of(linearization& paths, std::size_t rows, std::size_t columns) {
  long double worst = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) worst = std::fmax(worst, paths.entry(i, j).bound);
  }
  return static_cast<double>(4 * worst);
}

inline bool is_real(const program& p, value_id i) {
  return facts(p.code[i].op()).result == etad::detail::kind::real;
}

/// The value that a selection takes, and so on.
inline value_id taken_by_selections(const program& p, const machine& m, value_id i) {
  while (etad::detail::is_selection(p.code[i].op())) {
    i = m.mask(p.code[i].a()) ? p.code[i].b() : p.code[i].c();
  }
  return i;
}

/// Whether a singular formula decides value i.
inline bool is_singular(const program& p, const machine& m, value_id i) {
  while (etad::detail::is_selection(p.code[i].op())) {
    const instruction x = p.code[i];
    if (x.op() == etad::detail::opcode::edge && !m.mask(x.a())) return true;
    i = m.mask(x.a()) ? x.b() : x.c();
  }
  return false;
}

/// Whether x is a product of derivatives, one factor of which is a zero that is no arm of a selection and
/// no constant: a slope that happens to be 0, that is too small for the format, or a limit. Structural zeros
/// win over infinities in every order; these need not.
inline bool has_computed_zero(const program& p, const machine& m, instruction x) {
  using etad::detail::opcode;
  const opcode op = x.op();
  const bool product = op == opcode::multiply || op == opcode::steep_multiply ||
                       op == opcode::multiply_add || op == opcode::multiply_subtract ||
                       op == opcode::negative_multiply_add;
  if (!product || !x.is_derivative()) return false;
  for (const value_id factor : {x.a(), x.b()}) {
    const value_id zero = taken_by_selections(p, m, factor);
    if (m.real(zero) != 0) continue;
    if (!p.is_constant(zero) || is_singular(p, m, factor)) return true;
  }
  return false;
}

/// Whether the arithmetic of derivatives of finite numbers overflowed in x.
inline bool overflowed(const program& p, const machine& m, instruction x) {
  if (!x.is_derivative() || x.op() == etad::detail::opcode::divide) return false;
  const int arity = etad::detail::arity_of(x.op());
  bool finite = arity > 0;
  for (int k = 0; k < arity; ++k) {
    finite = finite && (!is_real(p, x.operand(k)) || std::isfinite(m.real(x.operand(k))));
  }
  return finite;
}

/// Whether all that made derivative i infinite or no number, in p, which m has run, is what another order of
/// the same sums and products need not form: an overflow of finite numbers, a difference of infinities, a
/// computed zero times an infinity or times a slope that does not exist. What comes out of an arm that is not
/// taken is none of these.
inline bool is_of_the_order(const program& p, const machine& m, value_id i,
                            bool at_a_singular_point = false) {
  while (true) {
    at_a_singular_point = at_a_singular_point || is_singular(p, m, i);
    i = taken_by_selections(p, m, i);
    const instruction x = p.code[i];
    const int arity = etad::detail::arity_of(x.op());
    const auto is_nan = [&](int k) {
      return is_real(p, x.operand(k)) && std::isnan(m.real(x.operand(k)));
    };
    const auto is_infinite = [&](int k) {
      return is_real(p, x.operand(k)) && std::isinf(m.real(x.operand(k)));
    };
    if (overflowed(p, m, x)) return true;
    int nans = 0;
    int next = -1;
    for (int k = 0; k < arity; ++k) {
      if (is_nan(k)) ++nans;
      if (is_nan(k) || (next < 0 && is_infinite(k))) next = k;
    }
    if (std::isnan(m.real(i)) && nans == 0) {
      return at_a_singular_point || is_derivative_sum(x) || has_computed_zero(p, m, x);
    }
    if (next < 0) return false;
    for (int k = 0; k < arity; ++k) {
      const value_id other = x.operand(k);
      if (is_nan(k) && other != x.operand(next) &&
          !is_of_the_order(p, m, other, at_a_singular_point)) {
        return false;
      }
    }
    i = x.operand(next);
  }
}

/// How value i of p, which m has run, came to be: from it down to where it stopped being finite.
inline std::string story_of(const program& p, const machine& m, value_id i) {
  std::string text;
  while (true) {
    const instruction x = p.code[i];
    text += "\n  r" + std::to_string(i) + " = " + std::string(facts(x.op()).name);
    int next = -1;
    for (int k = 0; k < etad::detail::arity_of(x.op()); ++k) {
      const value_id a = x.operand(k);
      const bool real = is_real(p, a);
      text += (real ? " r" : " m") + std::to_string(a) + ":";
      text += real ? etad::detail::shortest_decimal(m.real(a)) : m.mask(a) ? "true" : "false";
      if (real && (std::isnan(m.real(a)) || (next < 0 && std::isinf(m.real(a))))) next = k;
    }
    text += " -> " + etad::detail::shortest_decimal(m.real(i));
    if (etad::detail::is_selection(x.op())) {
      i = m.mask(x.a()) ? x.b() : x.c();
    } else if (next >= 0) {
      i = x.operand(next);
    } else {
      return text;
    }
  }
}

}  // namespace fuzz
