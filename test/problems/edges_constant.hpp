// SPDX-License-Identifier: MIT
// The modes of an operation in constant evaluation: at an ordinary point the same numbers as at run
// time, at the edge points +0 for what does not depend on an argument.
#pragma once

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "problems/edges.hpp"
#include "problems/edges_functions.hpp"
#include "problems/edges_groups.hpp"
#include "problems/edges_modes.hpp"

namespace edges {

template <class T>
constexpr bool is_positive_zero(T x) {
  return x == 0 && std::bit_cast<std::uint64_t>(static_cast<double>(x)) == 0;
}

/// True if the products with zero seeds are +0 at x.
template <class F, int Arity, class T>
constexpr bool is_idle_at(const T* x) {
  constexpr packed<F, Arity> f;
  const std::array<T, Arity + 1> a = arguments<Arity>(x);
  bool ok = is_positive_zero(etad::jvp(f)(a, std::array<T, Arity + 1>{}));
  for (const T p : etad::vjp(f)(a, T(0))) ok = ok && is_positive_zero(p);
  return ok;
}

/// The same for one point, or for a row of pairs or triples: few enough steps for one constant.
template <class F, int Arity, class T, std::size_t Row>
inline constexpr bool is_idle = [] {
  if constexpr (Arity == 1) {
    return is_idle_at<F, 1>(&points<T>()[Row]);
  } else {
    constexpr auto few = short_points<T>();
    bool ok = true;
    for (std::size_t j = 0; j < few.size(); ++j) {
      const T x[3] = {few[Row], few[j], few[(3 * Row + 7 * j) % few.size()]};
      ok = ok && is_idle_at<F, Arity>(x);
    }
    return ok;
  }
}();

template <class F, int Arity, class T, std::size_t... Row>
constexpr bool is_idle_everywhere(std::index_sequence<Row...>) {
  return (is_idle<F, Arity, T, Row> && ...);
}

/// An ordinary point: in (0, 1), or where the opcode says so.
template <class T>
struct ordinary_point {
  T x[3];
};
template <opcode Op, class T>
constexpr ordinary_point<T> ordinary() {
  ordinary_point<T> p{};
  const double share[3] = {0.31, 0.57, 0.83};
  for (int k = 0; k < 3; ++k) {
    // polygamma(1, x) is tested as a function of x alone
    const int operand = Op == opcode::polygamma ? 1 : k;
    const etad::detail::domain d = etad::detail::operation<Op>::domains[operand];
    p.x[k] = static_cast<T>(d.low + (d.high - d.low) * share[k]);
  }
  return p;
}

/// Units in the last place between two numbers, at most one of which may be 0.
template <class T>
T distance(T x, T y) {
  const T size = std::fmax(std::fabs(x), std::fabs(y));
  const T ulp = std::ldexp(std::numeric_limits<T>::epsilon(), size > 0 ? std::ilogb(size) : 0);
  return x == y ? T(0) : std::fabs(x - y) / ulp;
}

template <class T>
T distance(const outcome<T>& x, const outcome<T>& y) {
  T d = std::fmax(distance(x.value, y.value), distance(x.idle_jvp, y.idle_jvp));
  for (std::size_t i = 0; i < 4; ++i) {
    d = std::fmax(d, distance(x.gradient[i], y.gradient[i]));
    d = std::fmax(d, distance(x.alone[i], y.alone[i]));
    d = std::fmax(d, distance(x.forward[i], y.forward[i]));
    d = std::fmax(d, distance(x.reverse[i], y.reverse[i]));
    d = std::fmax(d, distance(x.elimination[i], y.elimination[i]));
    d = std::fmax(d, distance(x.jvp[i], y.jvp[i]));
    d = std::fmax(d, distance(x.vjp[i], y.vjp[i]));
    // Second derivatives of a single operation may cancel; they are measured against 1.
    for (std::size_t j = 0; j < 4; ++j) {
      const T scale = std::fmax(std::fabs(x.hessian[i][j]), T(1));
      d = std::fmax(d, std::fabs(x.hessian[i][j] - y.hessian[i][j]) / scale /
                           std::numeric_limits<T>::epsilon());
    }
  }
  return d;
}

template <opcode Op, class T, class F, int Arity>
void check_matrix() {
  static constexpr outcome<T> constant = run<F, Arity, T>(ordinary<Op, T>().x);
  volatile T hidden[3] = {ordinary<Op, T>().x[0], ordinary<Op, T>().x[1], ordinary<Op, T>().x[2]};
  const T x[3] = {hidden[0], hidden[1], hidden[2]};
  CAPTURE(etad::detail::operation<Op>::name);
  CHECK(distance(constant, run<F, Arity, T>(x)) <= 24);
  CHECK(constant.gradient == constant.reverse);
}

/// One function in all scalar types. `Op` says where it may be sampled.
template <opcode Op, class F, int Arity>
void check_constant() {
  constexpr std::size_t rows = Arity == 1 ? points<double>().size() : short_points<double>().size();
  static_assert(is_idle_everywhere<F, Arity, double>(std::make_index_sequence<rows>{}));
  check_matrix<Op, float, F, Arity>();
  check_matrix<Op, double, F, Arity>();
  check_matrix<Op, long double, F, Arity>();
}

/// A group of operations, none left out.
template <opcode... Op>
void check_constants(group<Op...>) {
  (check_constant<Op, typename representative<Op>::type, representative<Op>::arity>(), ...);
}

}  // namespace edges
