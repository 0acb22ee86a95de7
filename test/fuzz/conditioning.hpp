// SPDX-License-Identifier: MIT
// What no order of the same arithmetic can be held to: sums that cancel, products that overflow.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

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

/// The value that a selection takes, and so on.
inline value_id taken_by_selections(const program& p, const machine& m, value_id i) {
  while (etad::detail::is_selection(p.code[i].op())) {
    i = m.mask(p.code[i].a()) ? p.code[i].b() : p.code[i].c();
  }
  return i;
}

/// The value of no number that made value i one.
inline value_id origin_of_nan(const program& p, const machine& m, value_id i) {
  const auto is_nan = [&](value_id k) {
    return facts(p.code[k].op()).result == etad::detail::kind::real && std::isnan(m.real(k));
  };
  while (true) {
    const instruction x = p.code[i];
    int k = 0;
    while (k < etad::detail::arity_of(x.op()) && !is_nan(x.operand(k))) ++k;
    if (k == etad::detail::arity_of(x.op())) return i;
    i = x.operand(k);
  }
}

/// Whether output k of p at x is NaN by a difference of infinite derivatives: of a slope and itself, which
/// other modes do not form.
inline bool infinities_cancel(const program& p, machine& m, const std::vector<double>& x,
                              std::size_t k) {
  m.run(p, x);
  const value_id i = p.outputs[k];
  return std::isnan(m.real(i)) && is_derivative_sum(p.code[origin_of_nan(p, m, i)]);
}

/// Whether the NaN of value i is an infinity that came of an overflow in derivative arithmetic times a zero
/// that is no arm of a selection: with the factors in another order it is 0.
inline bool overflow_meets_zero(const program& p, const machine& m, value_id i) {
  using etad::detail::opcode;
  i = origin_of_nan(p, m, i);
  const instruction product = p.code[i];
  const opcode op = product.op();
  const bool fused = op == opcode::multiply_add || op == opcode::multiply_subtract ||
                     op == opcode::negative_multiply_add;
  if (!product.is_derivative() || (op != opcode::multiply && !fused)) return false;
  const bool first = m.real(product.a()) == 0;
  const value_id zero = taken_by_selections(p, m, first ? product.a() : product.b());
  if (m.real(zero) != 0 || p.is_constant(zero)) return false;
  i = first ? product.b() : product.a();
  while (true) {
    i = taken_by_selections(p, m, i);
    const instruction x = p.code[i];
    if (!x.is_derivative() || etad::detail::arity_of(x.op()) == 0) return false;
    const value_id a = x.a();
    const value_id b = etad::detail::arity_of(x.op()) < 2 ? a : x.b();
    if (std::isfinite(m.real(a)) && std::isfinite(m.real(b))) return true;
    i = std::isfinite(m.real(a)) ? b : a;
  }
}

}  // namespace fuzz
