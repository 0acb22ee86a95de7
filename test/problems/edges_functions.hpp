// SPDX-License-Identifier: MIT
// Every operation of the table as a function that a user could write, generic in its scalar.
#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>

#include <etad/core/operation_table.hpp>
#include <etad/expr/functions.hpp>

namespace edges {

using etad::traced;
using etad::traced_mask;
using etad::detail::opcode;

template <opcode Op>
struct tag {};

namespace calls {

using etad::select;
using std::sqrt, std::cbrt, std::exp, std::exp2, std::expm1, std::log, std::log2, std::log10,
    std::log1p, std::sin, std::cos, std::tan, std::asin, std::acos, std::atan, std::sinh, std::cosh,
    std::tanh, std::asinh, std::acosh, std::atanh, std::erf, std::erfc, std::tgamma, std::lgamma,
    std::floor, std::ceil, std::trunc, std::round, std::rint, std::abs, std::pow, std::atan2,
    std::hypot, std::fmod, std::remainder, std::fmax, std::fmin, std::fdim, std::copysign, std::max,
    std::min, std::fma, std::isfinite;

constexpr auto call(tag<opcode::sqrt>, const auto& x) { return sqrt(x); }
constexpr auto call(tag<opcode::cbrt>, const auto& x) { return cbrt(x); }
constexpr auto call(tag<opcode::exp>, const auto& x) { return exp(x); }
constexpr auto call(tag<opcode::exp2>, const auto& x) { return exp2(x); }
constexpr auto call(tag<opcode::expm1>, const auto& x) { return expm1(x); }
constexpr auto call(tag<opcode::log>, const auto& x) { return log(x); }
constexpr auto call(tag<opcode::log2>, const auto& x) { return log2(x); }
constexpr auto call(tag<opcode::log10>, const auto& x) { return log10(x); }
constexpr auto call(tag<opcode::log1p>, const auto& x) { return log1p(x); }
constexpr auto call(tag<opcode::sin>, const auto& x) { return sin(x); }
constexpr auto call(tag<opcode::cos>, const auto& x) { return cos(x); }
constexpr auto call(tag<opcode::tan>, const auto& x) { return tan(x); }
constexpr auto call(tag<opcode::asin>, const auto& x) { return asin(x); }
constexpr auto call(tag<opcode::acos>, const auto& x) { return acos(x); }
constexpr auto call(tag<opcode::atan>, const auto& x) { return atan(x); }
constexpr auto call(tag<opcode::sinh>, const auto& x) { return sinh(x); }
constexpr auto call(tag<opcode::cosh>, const auto& x) { return cosh(x); }
constexpr auto call(tag<opcode::tanh>, const auto& x) { return tanh(x); }
constexpr auto call(tag<opcode::asinh>, const auto& x) { return asinh(x); }
constexpr auto call(tag<opcode::acosh>, const auto& x) { return acosh(x); }
constexpr auto call(tag<opcode::atanh>, const auto& x) { return atanh(x); }
constexpr auto call(tag<opcode::erf>, const auto& x) { return erf(x); }
constexpr auto call(tag<opcode::erfc>, const auto& x) { return erfc(x); }
constexpr auto call(tag<opcode::tgamma>, const auto& x) { return tgamma(x); }
constexpr auto call(tag<opcode::lgamma>, const auto& x) { return lgamma(x); }
constexpr auto call(tag<opcode::floor>, const auto& x) { return floor(x); }
constexpr auto call(tag<opcode::ceil>, const auto& x) { return ceil(x); }
constexpr auto call(tag<opcode::trunc>, const auto& x) { return trunc(x); }
constexpr auto call(tag<opcode::round>, const auto& x) { return round(x); }
constexpr auto call(tag<opcode::rint>, const auto& x) { return rint(x); }
constexpr auto call(tag<opcode::abs>, const auto& x) { return abs(x); }
constexpr auto call(tag<opcode::pow>, const auto& x, const auto& y) { return pow(x, y); }
constexpr auto call(tag<opcode::atan2>, const auto& x, const auto& y) { return atan2(x, y); }
constexpr auto call(tag<opcode::hypot>, const auto& x, const auto& y) { return hypot(x, y); }
constexpr auto call(tag<opcode::fmod>, const auto& x, const auto& y) { return fmod(x, y); }
constexpr auto call(tag<opcode::remainder>, const auto& x, const auto& y) {
  return remainder(x, y);
}
constexpr auto call(tag<opcode::fmax>, const auto& x, const auto& y) { return fmax(x, y); }
constexpr auto call(tag<opcode::fmin>, const auto& x, const auto& y) { return fmin(x, y); }
constexpr auto call(tag<opcode::fdim>, const auto& x, const auto& y) { return fdim(x, y); }
constexpr auto call(tag<opcode::copysign>, const auto& x, const auto& y) { return copysign(x, y); }
constexpr auto call(tag<opcode::max>, const auto& x, const auto& y) { return max(x, y); }
constexpr auto call(tag<opcode::min>, const auto& x, const auto& y) { return min(x, y); }
constexpr auto call(tag<opcode::hypot3>, const auto& x, const auto& y, const auto& z) {
  return hypot(x, y, z);
}
constexpr auto call(tag<opcode::fma>, const auto& x, const auto& y, const auto& z) {
  return fma(x, y, z);
}
constexpr auto call(tag<opcode::negate>, const auto& x) { return -x; }
constexpr auto call(tag<opcode::add>, const auto& x, const auto& y) { return x + y; }
constexpr auto call(tag<opcode::subtract>, const auto& x, const auto& y) { return x - y; }
constexpr auto call(tag<opcode::multiply>, const auto& x, const auto& y) { return x * y; }
constexpr auto call(tag<opcode::divide>, const auto& x, const auto& y) { return x / y; }

// Comparisons choose between their operands.

constexpr auto call(tag<opcode::less>, const auto& x, const auto& y) { return select(x < y, x, y); }
constexpr auto call(tag<opcode::less_equal>, const auto& x, const auto& y) {
  return select(x <= y, x, y);
}
constexpr auto call(tag<opcode::greater>, const auto& x, const auto& y) {
  return select(x > y, x, y);
}
constexpr auto call(tag<opcode::greater_equal>, const auto& x, const auto& y) {
  return select(x >= y, x, y);
}
constexpr auto call(tag<opcode::equal>, const auto& x, const auto& y) {
  return select(x == y, x, y);
}
constexpr auto call(tag<opcode::not_equal>, const auto& x, const auto& y) {
  return select(x != y, x, y);
}
constexpr auto call(tag<opcode::select>, const auto& x, const auto& y, const auto& z) {
  return select(x < y, y, z);
}
constexpr auto call(tag<opcode::is_finite>, const auto& x) {
  return isfinite(x) ? x : std::remove_cvref_t<decltype(x)>(0.5);
}

// Masks reach users' code only as the outcome of branches; these record the operation itself.

constexpr traced_mask combine(opcode op, const traced_mask& x, const traced_mask& y) {
  return {x.state(), x.state()->code.record(op, x.id(), y.id())};
}
constexpr traced call(tag<opcode::logical_and>, const traced& x, const traced& y) {
  return select(combine(opcode::logical_and, x<y, x> - y), x, y);
}
constexpr auto call(tag<opcode::logical_and>, std::floating_point auto x, decltype(x) y) {
  return x < y && x > -y ? x : y;
}
constexpr traced call(tag<opcode::logical_or>, const traced& x, const traced& y) {
  return select(combine(opcode::logical_or, x<y, x> - y), x, y);
}
constexpr auto call(tag<opcode::logical_or>, std::floating_point auto x, decltype(x) y) {
  return x < y || x > -y ? x : y;
}
constexpr traced call(tag<opcode::logical_not>, const traced& x, const traced& y) {
  const traced_mask m = x < y;
  return select({m.state(), m.state()->code.record(opcode::logical_not, m.id())}, x, y);
}
constexpr auto call(tag<opcode::logical_not>, std::floating_point auto x, decltype(x) y) {
  return !(x < y) ? x : y;
}
constexpr traced call(tag<opcode::edge>, const traced& x, const traced& y) {
  const traced_mask m = x < y;
  return etad::detail::record(opcode::edge, m.state(), traced(m.state(), m.id()), x, y);
}
constexpr auto call(tag<opcode::edge>, std::floating_point auto x, decltype(x) y) {
  return x < y ? x : y;
}

// Leaves.

constexpr auto call(tag<opcode::input>, const auto& x) { return x; }
constexpr auto call(tag<opcode::constant>, const auto& x) { return 2.5f - x; }
template <opcode Op>
  requires(etad::detail::operation<Op>::arity == 0 && !etad::detail::is_leaf(Op))
constexpr traced call(tag<Op>, const traced& x) { return etad::detail::record(Op, x.state()) - x; }
template <opcode Op, std::floating_point X>
  requires(etad::detail::operation<Op>::arity == 0 && !etad::detail::is_leaf(Op))
constexpr X call(tag<Op>, X x) { return etad::detail::operation<Op>::template value<X>() - x; }

}  // namespace calls

/// The function of one operation. Operations that only derivatives use have no name for users; they
/// are recorded by their opcode.
template <opcode Op>
struct function {
  template <class... X>
  constexpr auto operator()(const X&... x) const {
    if constexpr (requires { calls::call(tag<Op>{}, x...); }) {
      return calls::call(tag<Op>{}, x...);
    } else if constexpr ((std::same_as<X, traced> && ...)) {
      return etad::detail::record(Op, etad::detail::common_state(x...), x...);
    } else {
      return etad::detail::operation<Op>::value(x...);
    }
  }
};

// Operations with rules of their own for a constant operand, and functions made of others.

/// x to the power Numerator/Denominator.
template <int Numerator, int Denominator = 1>
struct power_of {
  static constexpr double exponent = double{Numerator} / Denominator;
  template <class X>
  constexpr X operator()(const X& x) const {
    using std::pow;
    return pow(x, X(exponent));
  }
};
/// Base to the power x.
template <int Base>
struct power_to {
  template <class X>
  constexpr X operator()(const X& x) const {
    using std::pow;
    return pow(X(double{Base}), x);
  }
};
template <int Order>
struct polygamma_of {
  constexpr traced operator()(const traced& x) const { return etad::polygamma(Order, x); }
  template <std::floating_point X>
  constexpr X operator()(X x) const {
    return etad::detail::polygamma(X(Order), x);
  }
};
/// The function that stands for an opcode in tests, and how many arguments it has.
template <opcode Op>
struct representative {
  using row = etad::detail::operation<Op>;
  using type = function<Op>;
  static constexpr bool two = Op == opcode::logical_not || Op == opcode::edge;
  static constexpr int arity = two ? 2 : row::arity == 0 ? 1 : row::arity;
};
template <>
struct representative<opcode::polygamma> {
  using type = polygamma_of<1>;
  static constexpr int arity = 1;
};

struct clamp_between {
  constexpr traced operator()(const traced& x, const traced& low, const traced& high) const {
    return clamp(x, low, high);
  }
  template <std::floating_point X>
  constexpr X operator()(X x, X low, X high) const {
    return x < low ? low : high < x ? high : x;
  }
};

}  // namespace edges
