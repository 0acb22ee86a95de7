// SPDX-License-Identifier: MIT
// Every row of the operation table on packs: lane i of the value and of each partial is what a plain
// number gives, at points of the row's domain and at the singular ones, to a number of units in the
// last place (0: bit for bit).
#pragma once

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <etad/core/operation_table.hpp>
#include <etad/lane/number.hpp>
#include <limits>
#include <string>
#include <vector>

#include "core/cx/oracle.hpp"

namespace lane_operations {

using etad::detail::kind;
using etad::detail::opcode;
using etad::detail::operand;

template <class T>
bool agrees(T got, T wanted, double ulp) {
  using limits = std::numeric_limits<T>;
  if (wanted != wanted) return got != got;
  if (std::isinf(wanted) || std::isinf(got)) return got == wanted;
  if (std::signbit(got) != std::signbit(wanted)) return false;
  if (ulp == 0) return got == wanted;
  return std::fabs(static_cast<double>(got) - static_cast<double>(wanted)) <=
         ulp * (static_cast<double>(limits::epsilon()) * std::fabs(static_cast<double>(wanted)) +
                static_cast<double>(limits::denorm_min()));
}

template <class T>
std::vector<T> edge_values() {
  using limits = std::numeric_limits<T>;
  std::vector<T> values;
  for (T x :
       {T(0), limits::denorm_min(), (limits::min)(), T(0.5), T(1) - limits::epsilon() / 2, T(1),
        T(1) + limits::epsilon(), T(2), T(2.5), T(1e22), (limits::max)(), limits::infinity()}) {
    values.push_back(x);
    values.push_back(-x);
  }
  for (double x : {1.5707963267948966, 171.7, -746.0, 710.0}) values.push_back(static_cast<T>(x));
  values.push_back(limits::quiet_NaN());
  return values;
}

/// The points of one operation, a multiple of the number of lanes.
template <class T, int Arity>
std::vector<std::array<T, 3>> points(const std::array<etad::detail::domain, 3>& domains,
                                     int lanes) {
  std::vector<std::array<T, 3>> all;
  oracle::generator random(4711);
  for (int i = 0; i < 8 * lanes; ++i) {
    std::array<T, 3> x = {};
    for (std::size_t k = 0; k < Arity; ++k) {
      x[k] = random.uniform(static_cast<T>(domains[k].low), static_cast<T>(domains[k].high));
    }
    all.push_back(x);
  }
  const std::vector<T> edges = edge_values<T>();
  if constexpr (Arity == 1) {
    for (T x : edges) all.push_back({x});
  } else {
    for (T x : edges) {
      for (T y : edges) all.push_back({x, y, T(0.75)});
    }
  }
  while (all.size() % static_cast<std::size_t>(lanes) != 0) all.push_back(all.front());
  return all;
}

template <class T>
bool as_condition(T x) {
  return x > T(0);
}

/// Operand K of a row from the point x: a number, or whether that number is positive.
template <class Row, int K, class Number>
auto argument(const std::array<Number, 3>& x) {
  if constexpr (Row::operands[K] == kind::mask) {
    return x[K] > Number(0);
  } else {
    return x[K];
  }
}

template <class Row, class Number, int... K>
auto value_at(const std::array<Number, 3>& x, std::integer_sequence<int, K...>) {
  return Row::value(argument<Row, K>(x)...);
}
template <class Row, int Wrt, class Number, int... K>
Number partial_at(const std::array<Number, 3>& x, const Number& r,
                  std::integer_sequence<int, K...>) {
  return Row::partial(operand<Wrt>{}, x[K]..., r);
}

template <class Row>
inline constexpr bool has_partials = Row::differentiable&& Row::result ==
                                     kind::real&& Row::operands[0] == kind::real&& Row::arity > 0;

/// polygamma's order is a small whole number; there is no row of values for other orders.
template <opcode Op>
inline constexpr bool whole_first = Op == opcode::polygamma;

/// Collects what differs, and fails once for each operation.
class findings {
 public:
  findings(const char* name, std::size_t size) : name_(name), size_(size) {}
  findings(const findings&) = delete;
  findings& operator=(const findings&) = delete;
  ~findings() {
    CAPTURE(name_);
    CAPTURE(size_);
    CHECK(wrong_ == 0);
  }
  /// K is the operand of a partial, or -1 for the value.
  void add(int k, double got, double wanted, double x, double y) {
    if (++wrong_ > 5) return;
    MESSAGE(std::string(name_), " ", k, " at ", x, " ", y, ": ", got, " instead of ", wanted);
  }

 private:
  const char* name_;
  std::size_t size_;
  int wrong_ = 0;
};

// Which of two zeros is the larger is left open by IEEE 754, and compilers do choose.
template <opcode Op, class T>
bool value_agrees(T got, T wanted, double ulp) {
  if ((Op == opcode::fmax || Op == opcode::fmin) && got == wanted) return true;
  return agrees(got, wanted, ulp);
}

template <opcode Op, class Pack>
void check(double value_ulp, double partial_ulp) {
  using row = etad::detail::operation<Op>;
  using T = typename Pack::lane_type;
  constexpr int arity = row::arity;
  using operands = std::make_integer_sequence<int, arity>;
  findings found(row::name, sizeof(T));
  std::vector<std::array<T, 3>> at = points<T, arity>(etad::detail::facts(Op).domains, Pack::lanes);
  if constexpr (whole_first<Op>) {
    for (auto& x : at) x[0] = T(1);
  }
  for (std::size_t begin = 0; begin < at.size(); begin += Pack::lanes) {
    std::array<Pack, 3> x = {};
    T column[3][Pack::lanes];
    for (std::size_t k = 0; k < 3; ++k) {
      for (std::size_t lane = 0; lane < Pack::lanes; ++lane) column[k][lane] = at[begin + lane][k];
      x[k] = Pack::load(column[k]);
    }
    const auto value = value_at<row>(x, operands{});
    Pack partials[3] = {};
    if constexpr (has_partials<row>) {
      [&]<int... K>(std::integer_sequence<int, K...>) {
        ((partials[K] = partial_at<row, K>(x, value, operands{})), ...);
      }
      (operands{});
    }
    for (int lane = 0; lane < Pack::lanes; ++lane) {
      const std::array<T, 3>& one = at[begin + static_cast<std::size_t>(lane)];
      const auto report = [&](int k, auto got, auto wanted) {
        found.add(k, static_cast<double>(got), static_cast<double>(wanted),
                  static_cast<double>(one[0]), static_cast<double>(one[1]));
      };
      const auto wanted = value_at<row>(one, operands{});
      if constexpr (row::result == kind::mask) {
        if (value[lane] != wanted) report(-1, value[lane], wanted);
      } else {
        if (!value_agrees<Op>(value[lane], wanted, value_ulp)) report(-1, value[lane], wanted);
        if constexpr (has_partials<row>) {
          T right[arity] = {};
          [&]<int... K>(std::integer_sequence<int, K...>) {
            ((right[K] = partial_at<row, K>(one, wanted, operands{})), ...);
          }
          (operands{});
          for (int k = 0; k < arity; ++k) {
            const T got = partials[k][lane];
            if (!agrees(got, right[k], partial_ulp)) report(k, got, right[k]);
          }
        }
      }
    }
  }
}

template <class Pack, opcode Op>
void check_constant() {
  using T = typename Pack::lane_type;
  CHECK(etad::detail::operation<Op>::template value<Pack>()[Pack::lanes - 1] ==
        etad::detail::operation<Op>::template value<T>());
}

template <class Pack, opcode Op>
int check_row(double value_ulp, double partial_ulp) {
  if constexpr (Op == opcode::input || Op == opcode::constant || etad::detail::is_opaque_call(Op)) {
    return 0;
  } else if constexpr (etad::detail::operation<Op>::arity == 0) {
    check_constant<Pack, Op>();
  } else {
    check<Op, Pack>(value_ulp, partial_ulp);
  }
  return 1;
}

/// All rows whose number is in [First, Last); returns how many were checked.
template <class Pack, int First, int Last>
int check_rows(double value_ulp, double partial_ulp) {
  return [&]<int... Op>(std::integer_sequence<int, Op...>) {
    return (check_row<Pack, static_cast<opcode>(First + Op)>(value_ulp, partial_ulp) + ... + 0);
  }
  (std::make_integer_sequence<int, Last - First>{});
}

}  // namespace lane_operations
