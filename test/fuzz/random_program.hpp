// SPDX-License-Identifier: MIT
// Random programs such as a user's function may trace to: every user operation, masks, selections.
#pragma once

#include <cmath>
#include <vector>

#include <etad/ir/builder.hpp>

#include "random.hpp"

namespace fuzz {

using etad::detail::builder;
using etad::detail::facts;
using etad::detail::kind;
using etad::detail::opcode;
using etad::detail::program;
using etad::detail::value_id;

inline constexpr opcode arithmetic[] = {opcode::add,      opcode::add,      opcode::subtract,
                                        opcode::subtract, opcode::multiply, opcode::multiply,
                                        opcode::multiply, opcode::divide,   opcode::negate};
inline constexpr opcode arithmetic_of_two[] = {opcode::add, opcode::subtract, opcode::multiply};
inline constexpr opcode functions[] = {
    opcode::sqrt,  opcode::cbrt,  opcode::exp,    opcode::exp2,    opcode::expm1, opcode::log,
    opcode::log2,  opcode::log10, opcode::log1p,  opcode::sin,     opcode::cos,   opcode::tan,
    opcode::asin,  opcode::acos,  opcode::atan,   opcode::sinh,    opcode::cosh,  opcode::tanh,
    opcode::asinh, opcode::acosh, opcode::atanh,  opcode::erf,     opcode::erfc,  opcode::tgamma,
    opcode::pow,   opcode::pow,   opcode::lgamma, opcode::digamma, opcode::atan2, opcode::hypot,
    opcode::fma,   opcode::hypot3};
inline constexpr opcode piecewise[] = {
    opcode::abs,   opcode::sign, opcode::floor, opcode::ceil,      opcode::trunc,
    opcode::round, opcode::rint, opcode::fmod,  opcode::remainder, opcode::fmax,
    opcode::fmin,  opcode::max,  opcode::min,   opcode::fdim,      opcode::copysign};
inline constexpr opcode stated[] = {opcode::stop_gradient, opcode::attach, opcode::attach};
inline constexpr opcode comparisons[] = {
    opcode::less,  opcode::less_equal, opcode::greater,  opcode::greater_equal,
    opcode::equal, opcode::not_equal,  opcode::is_finite};
inline constexpr opcode logic[] = {opcode::logical_and, opcode::logical_or, opcode::logical_not};
inline constexpr double plain_constants[] = {0.5, 2.0, -1.0, 3.0, 0.1, 1.0, -2.5, 0.7};
inline constexpr double odd_constants[] = {0.0, -0.0, 1.0, -1.0, 2.0, 1e-310, 1e200, 1e-200};

struct program_shape {
  int inputs = 2;
  int steps = 8;
  int outputs = 1;
  /// Operands are first brought into the domain in which the operation is smooth.
  bool safe = true;
  /// Many selections, as the merged paths of a function with branches.
  bool branchy = false;
  /// So many conditions guard arms that overflow, leave the domain or divide by zero, at most.
  int guards = 0;
};

/// The shape of a program that is drawn next.
inline program_shape random_shape(random_source& random) {
  program_shape shape;
  shape.inputs = 1 + random.below(4);
  shape.steps = 3 + random.below(14);
  shape.outputs = 1 + random.below(3);
  shape.safe = random.chance(50);
  shape.branchy = random.chance(30);
  if (random.chance(30)) shape.guards = 6;
  return shape;
}

class program_generator {
 public:
  program_generator(random_source& random, program_shape shape) : random_(random), shape_(shape) {}

  program make() {
    for (int k = 0; k < shape_.inputs; ++k) reals_.push_back(b_.input());
    for (int k = 0; k < shape_.steps; ++k) {
      step();
      if (shape_.guards > 0 && random_.chance(30)) guarded();
    }
    if (shape_.guards > 0) guarded();
    etad::detail::buffer<value_id> outputs;
    for (int k = 0; k < shape_.outputs; ++k) {
      // Late values depend on much.
      const int window = random_.chance(70) ? 3 : static_cast<int>(reals_.size());
      outputs.push_back(recent(window));
    }
    b_.result().outputs = outputs;
    return b_.result();
  }

 private:
  value_id recent(int window) {
    const int n = static_cast<int>(reals_.size());
    const int w = window < n ? window : n;
    return reals_[static_cast<std::size_t>(n - 1 - random_.below(w))];
  }
  value_id real() {
    if (random_.chance(12)) {
      const bool odd = !shape_.safe && random_.chance(40);
      return b_.constant(odd ? random_.one_of(odd_constants) : random_.one_of(plain_constants));
    }
    return recent(random_.chance(50) ? 4 : static_cast<int>(reals_.size()));
  }
  value_id mask() {
    return masks_[static_cast<std::size_t>(random_.below(static_cast<int>(masks_.size())))];
  }

  value_id into_domain(value_id x, const etad::detail::domain& d) {
    const bool default_domain = d.low == -3.0 && d.high == 3.0;
    if (!shape_.safe || (default_domain && random_.chance(50))) return x;
    const value_id half = b_.constant((d.high - d.low) / 2);
    const value_id middle = b_.constant((d.high + d.low) / 2);
    const value_id wave = b_.record(opcode::sin, x);
    return b_.record(opcode::add, middle, b_.record(opcode::multiply, half, wave));
  }

  void step() {
    const int kind_of_step = random_.below(shape_.branchy ? 140 : 100);
    if (kind_of_step < 42) {
      reals_.push_back(apply(random_.one_of(arithmetic)));
    } else if (kind_of_step < 70) {
      reals_.push_back(apply(random_.one_of(functions)));
    } else if (kind_of_step < 80) {
      reals_.push_back(apply(random_.one_of(piecewise)));
    } else if (kind_of_step < 84) {
      reals_.push_back(apply(random_.one_of(stated)));
    } else if (kind_of_step < 90 || masks_.empty()) {
      masks_.push_back(apply(random_.one_of(comparisons)));
    } else if (kind_of_step < 92) {
      masks_.push_back(apply(random_.one_of(logic)));
    } else {
      reals_.push_back(apply(opcode::select));
    }
  }

  /// A decision of several conditions, nested or in a row, as `&&`, early returns and guards make it. Its
  /// arms share values; some of them are no numbers at most points.
  void guarded() {
    const value_id shared = real();
    for (int k = random_.below(3); k >= 0; --k)
      masks_.push_back(apply(random_.one_of(comparisons)));
    value_id arms[4] = {};
    for (value_id& arm : arms) arm = random_.chance(60) ? wild(shared) : calm(shared);
    int conditions = 1 + random_.below(shape_.guards);
    value_id result = decision(arms, shared, conditions, 3);
    while (conditions > 0) {
      --conditions;
      const value_id other = random_.one_of(arms);
      const value_id next = random_.chance(50) ? calm(result) : other;
      result = random_.chance(50) ? select(next, result) : select(result, next);
    }
    reals_.push_back(result);
    if (random_.chance(50)) reals_.push_back(shared);
  }
  value_id decision(const value_id (&arms)[4], value_id shared, int& conditions, int depth) {
    if (conditions == 0 || depth == 0 || random_.chance(20)) return random_.one_of(arms);
    --conditions;
    const value_id first = decision(arms, shared, conditions, depth - 1);
    return select(first, decision(arms, shared, conditions, depth - 1));
  }
  value_id select(value_id x, value_id y) { return b_.record(opcode::select, mask(), x, y); }

  value_id calm(value_id x) {
    const value_id y = real();
    const value_id wave = b_.record(random_.chance(50) ? opcode::sin : opcode::atan, x);
    return b_.record(random_.one_of(arithmetic_of_two), wave, y);
  }
  /// A number at few points, or one that overflows; often a factor of what else is there.
  value_id wild(value_id x) {
    static constexpr opcode outside[] = {opcode::log,   opcode::sqrt,  opcode::acos, opcode::acosh,
                                         opcode::log1p, opcode::atanh, opcode::asin, opcode::log2};
    const value_id y = recent(static_cast<int>(reals_.size()));
    const value_id huge = b_.constant(1e200);
    value_id r = 0;
    switch (random_.below(6)) {
      case 0:
        r = b_.record(random_.one_of(outside), x);
        break;
      case 1: {
        const value_id same = b_.record(opcode::subtract, x, random_.chance(50) ? x : y);
        r = b_.record(opcode::divide, y, same);
        break;
      }
      case 2:
        r = b_.record(opcode::exp, b_.record(opcode::multiply, huge, x));
        break;
      case 3:
        r = b_.record(opcode::pow, x, b_.constant(random_.chance(50) ? 0.5 : -1.0));
        break;
      case 4: {
        const value_id large = b_.record(opcode::multiply, huge, x);
        r = b_.record(opcode::multiply, large, large);
        break;
      }
      default:
        r = b_.record(opcode::multiply, b_.constant(-INFINITY), x);
    }
    if (random_.chance(50)) r = b_.record(opcode::multiply, r, y);
    if (random_.chance(30)) r = b_.record(random_.one_of(outside), r);
    return r;
  }

  value_id apply(opcode op) {
    const etad::detail::operation_facts& row = facts(op);
    unsigned x[3] = {};
    for (int k = 0; k < row.arity; ++k) {
      const auto n = static_cast<std::size_t>(k);
      x[n] = row.operands[n] == kind::mask ? mask() : into_domain(real(), row.domains[n]);
    }
    return b_.record(op, x[0], x[1], x[2]);
  }

  random_source& random_;
  program_shape shape_;
  builder b_;
  etad::detail::buffer<value_id> reals_;
  etad::detail::buffer<value_id> masks_;
};

inline double random_input(random_source& random, bool safe) {
  static constexpr double special[] = {0.0, -0.0, 1.0,    -1.0,   0.5,    -0.5,  2.0,   3.0,
                                       1.0, 0.0,  4e-324, 1e-310, -1e200, 1e200, 1e300, 1e-200};
  if (safe || random.chance(50)) return random.between(-3.0, 3.0);
  return random.chance(70) ? special[random.below(10)] : random.one_of(special);
}

}  // namespace fuzz
