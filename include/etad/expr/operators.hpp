// SPDX-License-Identifier: MIT
// Arithmetic and comparisons of traced values.
#pragma once

#include <etad/expr/traced.hpp>

namespace etad::inline ETAD_ABI {

constexpr traced operator+(const traced& x) { return x; }
constexpr traced operator-(const traced& x) {
  if (x.state() == nullptr) return traced(detail::fold_negation(x.constant()));
  return detail::record(detail::opcode::negate, x.state(), x);
}
constexpr traced operator+(const traced& x, const traced& y) {
  detail::trace_state* const state = detail::common_state(x, y);
  if (state == nullptr) return traced(detail::fold_sum(x.constant(), y.constant()));
  return detail::record(detail::opcode::add, state, x, y);
}
constexpr traced operator-(const traced& x, const traced& y) {
  detail::trace_state* const state = detail::common_state(x, y);
  if (state == nullptr) return traced(detail::fold_difference(x.constant(), y.constant()));
  return detail::record(detail::opcode::subtract, state, x, y);
}
constexpr traced operator*(const traced& x, const traced& y) {
  detail::trace_state* const state = detail::common_state(x, y);
  if (state == nullptr) return traced(detail::fold_product(x.constant(), y.constant()));
  return detail::record(detail::opcode::multiply, state, x, y);
}
constexpr traced operator/(const traced& x, const traced& y) {
  detail::trace_state* const state = detail::common_state(x, y);
  if (state == nullptr) return traced(detail::fold_quotient(x.constant(), y.constant()));
  return detail::record(detail::opcode::divide, state, x, y);
}

constexpr traced& traced::operator+=(const traced& x) { return *this = *this + x; }
constexpr traced& traced::operator-=(const traced& x) { return *this = *this - x; }
constexpr traced& traced::operator*=(const traced& x) { return *this = *this * x; }
constexpr traced& traced::operator/=(const traced& x) { return *this = *this / x; }

constexpr traced& traced::operator++() { return *this += 1; }
constexpr traced& traced::operator--() { return *this -= 1; }
constexpr traced traced::operator++(int) {
  const traced old = *this;
  ++*this;
  return old;
}
constexpr traced traced::operator--(int) {
  const traced old = *this;
  --*this;
  return old;
}

constexpr traced::traced(const traced_mask& condition) {
  detail::trace_state* const state = condition.state();
  if (state == nullptr) {
    *this = condition ? 1 : 0;
  } else {
    *this = traced(state, state->code.record(detail::opcode::select, condition.id(),
                                             traced(1).id_in(state), traced(0).id_in(state)));
  }
}
// `(x > 0) * x`. Templates, so that a comparison times a plain number stays what it is to the compiler.
template <std::same_as<traced> X>
constexpr X operator*(const traced_mask& condition, const X& x) {
  return X(condition) * x;
}
template <std::same_as<traced> X>
constexpr X operator*(const X& x, const traced_mask& condition) {
  return x * X(condition);
}

constexpr traced_mask operator<(const traced& x, const traced& y) {
  return detail::compare<detail::opcode::less>(x, y);
}
constexpr traced_mask operator<=(const traced& x, const traced& y) {
  return detail::compare<detail::opcode::less_equal>(x, y);
}
constexpr traced_mask operator>(const traced& x, const traced& y) {
  return detail::compare<detail::opcode::greater>(x, y);
}
constexpr traced_mask operator>=(const traced& x, const traced& y) {
  return detail::compare<detail::opcode::greater_equal>(x, y);
}
constexpr traced_mask operator==(const traced& x, const traced& y) {
  return detail::compare<detail::opcode::equal>(x, y);
}
constexpr traced_mask operator!=(const traced& x, const traced& y) {
  return detail::compare<detail::opcode::not_equal>(x, y);
}

constexpr traced::operator bool() const { return *this != 0; }

}  // namespace etad::inline ETAD_ABI
