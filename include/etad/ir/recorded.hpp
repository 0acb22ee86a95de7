// SPDX-License-Identifier: MIT
// A number that appends derivative instructions: what the rules of the operation table compute with
// when a pass differentiates a program.
#pragma once

#include <etad/core/scalar.hpp>
#include <etad/ir/derive.hpp>

namespace etad::inline ETAD_ABI::detail {

struct recorded {
  builder* owner = nullptr;
  value_id id = 0;
};

/// A comparison of recorded numbers; `known` where both sides are constants.
struct recorded_mask {
  builder* owner = nullptr;
  value_id id = 0;
  maybe<bool> known = {};
};

template <>
inline constexpr bool is_symbolic<recorded> = true;

constexpr recorded derive(builder& b, opcode op, value_id x = 0, value_id y = 0, value_id z = 0) {
  return {&b, deriver(b).derive(op, x, y, z)};
}

constexpr recorded constant_like(const recorded& x, double value) {
  return {x.owner, x.owner->constant(value)};
}
constexpr maybe<double> literal_value(const recorded& x) {
  if (!x.owner->result().is_constant(x.id)) return {};
  return x.owner->result().literal_of(x.owner->at(x.id)).d;
}

constexpr recorded operator-(const recorded& x) { return derive(*x.owner, opcode::negate, x.id); }
constexpr recorded operator+(const recorded& x, const recorded& y) {
  return derive(*x.owner, opcode::add, x.id, y.id);
}
constexpr recorded operator-(const recorded& x, const recorded& y) {
  return derive(*x.owner, opcode::subtract, x.id, y.id);
}
constexpr recorded operator*(const recorded& x, const recorded& y) {
  return derive(*x.owner, opcode::multiply, x.id, y.id);
}
constexpr recorded sum(const recorded& x, const recorded& y) { return x + y; }
constexpr recorded difference(const recorded& x, const recorded& y) { return x - y; }
constexpr recorded product(const recorded& x, const recorded& y) { return x * y; }
constexpr recorded quotient(const recorded& x, const recorded& y) {
  return derive(*x.owner, opcode::divide, x.id, y.id);
}

// Masks of two constants are decided on the spot, so that a rule with a constant exponent leaves
// just the branch that applies.

template <class Compare>
constexpr recorded_mask compare(opcode op, const recorded& x, const recorded& y, Compare decide) {
  const maybe<double> a = literal_value(x);
  const maybe<double> b = literal_value(y);
  if (a && b) return {x.owner, 0, decide(*a, *b)};
  return {x.owner, derive(*x.owner, op, x.id, y.id).id};
}
constexpr recorded_mask operator<(const recorded& x, const recorded& y) {
  return compare(opcode::less, x, y, [](double a, double b) { return a < b; });
}
constexpr recorded_mask operator>(const recorded& x, const recorded& y) {
  return compare(opcode::greater, x, y, [](double a, double b) { return a > b; });
}
constexpr recorded_mask operator>=(const recorded& x, const recorded& y) {
  return compare(opcode::greater_equal, x, y, [](double a, double b) { return a >= b; });
}
constexpr recorded_mask operator==(const recorded& x, const recorded& y) {
  return compare(opcode::equal, x, y, [](double a, double b) { return a == b; });
}
constexpr recorded_mask is_finite(const recorded& x) {
  const maybe<double> a = literal_value(x);
  if (a) return {x.owner, 0, is_finite(*a)};
  return {x.owner, derive(*x.owner, opcode::is_finite, x.id).id};
}
constexpr recorded_mask both(const recorded_mask& x, const recorded_mask& y) {
  if (x.known) return *x.known ? y : x;
  if (y.known) return *y.known ? x : y;
  return {x.owner, derive(*x.owner, opcode::logical_and, x.id, y.id).id};
}
constexpr recorded_mask either(const recorded_mask& x, const recorded_mask& y) {
  if (x.known) return *x.known ? x : y;
  if (y.known) return *y.known ? y : x;
  return {x.owner, derive(*x.owner, opcode::logical_or, x.id, y.id).id};
}

template <class F, class G>
constexpr recorded choose(const recorded_mask& mask, F taken, G otherwise) {
  if (mask.known) return *mask.known ? taken() : otherwise();
  const recorded x = taken();
  return derive(*mask.owner, opcode::select, mask.id, x.id, otherwise().id);
}
template <class F>
constexpr recorded edge(const recorded_mask& regular, const recorded& value, F singular) {
  if (regular.known) return *regular.known ? value : singular();
  return derive(*regular.owner, opcode::edge, regular.id, value.id, singular().id);
}
constexpr recorded guarded(const recorded& partial) {
  return edge(is_finite(partial), partial, [&] { return partial; });
}

/// A constant within +-limit. A sum with one within 1e30 is infinite only where the other number is, in
/// every format, and so is a product with one within 1.
constexpr bool is_constant_within(const program& p, value_id i, double limit) {
  if (!p.is_constant(i)) return false;
  const double c = p.literal_of(p.code[i]).d;
  return c >= -limit && c <= limit;
}
/// Whether a value may be infinite though no operand is, and has no slope of its own that tells: sums and
/// products, and what passes them on.
constexpr bool may_overflow(const recorded& number) {
  const program& p = number.owner->result();
  value_id i = number.id;
  while (true) {
    const instruction x = p.code[i];
    switch (x.op()) {
      case opcode::negate:
      case opcode::abs:
      case opcode::stop_gradient:
        i = x.a();
        continue;
      case opcode::add:
      case opcode::subtract:
      case opcode::multiply: {
        const double limit = x.op() == opcode::multiply ? 1.0 : 1e30;
        const bool first = is_constant_within(p, x.a(), limit);
        if (!first && !is_constant_within(p, x.b(), limit)) return true;
        i = first ? x.b() : x.a();
        continue;
      }
      case opcode::divide:
      case opcode::zero_multiply:
      case opcode::steep_multiply:
      case opcode::fma:
      case opcode::lgamma:
      case opcode::select:
      case opcode::edge:
      case opcode::attach:
      case opcode::max:
      case opcode::min:
      case opcode::fmax:
      case opcode::fmin:
      case opcode::fdim:
      case opcode::copysign:
        return true;
      default:
        return false;
    }
  }
}
constexpr recorded guarded(const recorded& partial, const recorded_mask& mask) {
  return edge(mask, partial, [&] { return partial; });
}
constexpr recorded_mask checked(const recorded& x, const recorded_mask& mask) {
  return may_overflow(x) ? both(mask, is_finite(x)) : mask;
}

template <class F>
constexpr recorded unless_infinite(const recorded& x, const recorded& value, F singular) {
  const recorded infinity = constant_like(x, std::numeric_limits<double>::infinity());
  const value_id mask = derive(*x.owner, opcode::not_equal, x.id, infinity.id).id;
  return derive(*x.owner, opcode::edge, mask, value.id, singular().id);
}
constexpr recorded shielded(const recorded_mask& mask, const recorded& x, double stand_in) {
  return edge(mask, x, [&] { return constant_like(x, stand_in); });
}
constexpr recorded steep_product(const recorded& x, const recorded& y) {
  return derive(*x.owner, opcode::steep_multiply, x.id, y.id);
}

constexpr recorded ln2_like(const recorded& x) { return derive(*x.owner, opcode::ln2); }
constexpr recorded ln10_like(const recorded& x) { return derive(*x.owner, opcode::ln10); }
constexpr recorded two_over_sqrt_pi_like(const recorded& x) {
  return derive(*x.owner, opcode::two_over_sqrt_pi);
}
constexpr recorded smallest_normal_like(const recorded& x) {
  return derive(*x.owner, opcode::smallest_normal);
}

// The functions that appear in partial derivatives.

constexpr recorded abs(const recorded& x) { return derive(*x.owner, opcode::abs, x.id); }
constexpr recorded sign(const recorded& x) { return derive(*x.owner, opcode::sign, x.id); }
constexpr recorded sqrt(const recorded& x) { return derive(*x.owner, opcode::sqrt, x.id); }
constexpr recorded exp(const recorded& x) { return derive(*x.owner, opcode::exp, x.id); }
constexpr recorded log(const recorded& x) { return derive(*x.owner, opcode::log, x.id); }
constexpr recorded sin(const recorded& x) { return derive(*x.owner, opcode::sin, x.id); }
constexpr recorded cos(const recorded& x) { return derive(*x.owner, opcode::cos, x.id); }
constexpr recorded sinh(const recorded& x) { return derive(*x.owner, opcode::sinh, x.id); }
constexpr recorded cosh(const recorded& x) { return derive(*x.owner, opcode::cosh, x.id); }
constexpr recorded digamma(const recorded& x) { return derive(*x.owner, opcode::digamma, x.id); }
constexpr recorded rint(const recorded& x) { return derive(*x.owner, opcode::rint, x.id); }
constexpr recorded pow(const recorded& x, const recorded& y) {
  return derive(*x.owner, opcode::pow, x.id, y.id);
}
constexpr recorded hypot(const recorded& x, const recorded& y) {
  return derive(*x.owner, opcode::hypot, x.id, y.id);
}
constexpr recorded hypot(const recorded& x, const recorded& y, const recorded& z) {
  return derive(*x.owner, opcode::hypot3, x.id, y.id, z.id);
}
constexpr recorded copysign(const recorded& x, const recorded& y) {
  return derive(*x.owner, opcode::copysign, x.id, y.id);
}
constexpr recorded polygamma(const recorded& n, const recorded& x) {
  return derive(*x.owner, opcode::polygamma, n.id, x.id);
}
constexpr recorded fma(const recorded& x, const recorded& y, const recorded& z) {
  return derive(*x.owner, opcode::fma, x.id, y.id, z.id);
}

}  // namespace etad::inline ETAD_ABI::detail
