// SPDX-License-Identifier: MIT
// Every operation through duals at the points where derivative rules go wrong, against the forward
// mode of traced programs, which is itself checked against the rules (test/core/operations).
#pragma once

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <utility>

#include <etad/dual/functions.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/jacobian.hpp>

#include "problems/edges.hpp"
#include "problems/edges_functions.hpp"
#include "problems/edges_groups.hpp"
#include "problems/edges_modes.hpp"
#include "problems/edges_numbers.hpp"

namespace dual_edges {

using edges::opcode;
using etad::dual, etad::tangent;
using namespace edge_numbers;

/// One argument more than the function has: it is ignored, its lane must stay +0.
template <class T, int Arity>
using lanes = dual<T, Arity + 1>;

/// F with every argument seeded in its own lane.
template <class F, int Arity, class T, std::size_t... I>
constexpr lanes<T, Arity> all_lanes(const T* x, std::index_sequence<I...>) {
  return F{}(lanes<T, Arity>(x[I], static_cast<int>(I))...);
}
/// F with argument K seeded by `seed`, in one lane.
template <class F, class T, std::size_t... I>
constexpr dual<T, 1> one_lane(const T* x, std::size_t k, const T& seed, std::index_sequence<I...>) {
  const auto argument = [&](std::size_t i) {
    dual<T, 1> a(x[i]);
    if (i == k) a.set_tangent(0, seed);
    return a;
  };
  return F{}(argument(I)...);
}
/// The mixed second derivative by arguments J (inner level) and K (outer level).
template <class F, class T, std::size_t... I>
constexpr dual<dual<T, 1>, 1> two_levels(const T* x, std::size_t j, std::size_t k,
                                         std::index_sequence<I...>) {
  const auto argument = [&](std::size_t i) {
    dual<dual<T, 1>, 1> a{dual<T, 1>(x[i])};
    if (i == j) a = dual<dual<T, 1>, 1>(dual<T, 1>(x[i], 0));
    if (i == k) a.set_tangent(0, dual<T, 1>(T(1)));
    return a;
  };
  return F{}(argument(I)...);
}

struct complaints {
  long checks = 0;
  int count = 0;
  template <class T>
  void unless(bool ok, opcode op, const T* x, const char* what, int k, T got, T wanted) {
    ++checks;
    if (ok || ++count > 5) return;
    std::printf("%s(%.20Lg %.20Lg %.20Lg), %d bytes: %s [%d] is %.20Lg, must be %.20Lg\n",
                etad::detail::facts(op).name, static_cast<long double>(x[0]),
                static_cast<long double>(x[1]), static_cast<long double>(x[2]),
                static_cast<int>(sizeof(T)), what, k, static_cast<long double>(got),
                static_cast<long double>(wanted));
  }
};

template <opcode Op, class T>
void check_point(const T* x, complaints& c) {
  using representative = edges::representative<Op>;
  using f = function<Op>;
  constexpr int arity = representative::arity;
  constexpr auto n = static_cast<std::size_t>(arity);
  constexpr std::make_index_sequence<n> indices{};
  constexpr edges::packed<typename representative::type, arity> traced;
  const auto program = etad::value_and_jacobian(traced, etad::forward)(edges::arguments<arity>(x));
  const lanes<T, arity> r = all_lanes<f, arity>(x, indices);
  c.unless(agrees<Op>(r.value(), program.value), Op, x, "value", 0, r.value(), program.value);
  for (std::size_t k = 0; k <= n; ++k) {
    const int i = static_cast<int>(k);
    const T t = tangent(r)[i];
    const T wanted = program.jacobian(0, k) + T(0);  // tangents of duals are never -0
    c.unless(agrees<Op>(t, wanted), Op, x, "tangent", i, t, wanted);
    const dual<T, 1> single = one_lane<f>(x, k, T(1), indices);
    c.unless(agrees<Op>(tangent(single)[0], t), Op, x, "one lane", i, tangent(single)[0], t);
    const T idle = tangent(one_lane<f>(x, k, T(0), indices))[0];
    c.unless(same(idle, T(0)), Op, x, "seed 0", i, idle, T(0));
    // An inner variable that the outer level does not depend on, and the reverse.
    const dual<dual<T, 1>, 1> inner = two_levels<f>(x, k, n, indices);
    const dual<T, 1>& first = inner.value();
    c.unless(agrees<Op>(first.value(), r.value()), Op, x, "inner value", i, first.value(),
             r.value());
    c.unless(agrees<Op>(tangent(first)[0], t), Op, x, "inner tangent", i, tangent(first)[0], t);
    const dual<T, 1>& idle_outer = tangent(inner)[0];
    c.unless(same(idle_outer.value(), T(0)) && same(tangent(idle_outer)[0], T(0)), Op, x,
             "outer seed 0", i, idle_outer.value(), T(0));
    const dual<dual<T, 1>, 1> outer = two_levels<f>(x, n, k, indices);
    const dual<T, 1>& slope = tangent(outer)[0];
    c.unless(agrees<Op>(slope.value(), t), Op, x, "outer tangent", i, slope.value(), t);
    c.unless(same(tangent(slope)[0], T(0)), Op, x, "inner seed 0", i, tangent(slope)[0], T(0));
  }
}

/// Second derivatives at ordinary points, against the Hessian of the traced program in double.
template <opcode Op, class T>
void check_second_order(complaints& c) {
  using representative = edges::representative<Op>;
  constexpr int arity = representative::arity;
  constexpr auto n = static_cast<std::size_t>(arity);
  constexpr edges::packed<typename representative::type, arity> traced;
  for (const double at : {0.31, 0.57, 0.83}) {
    T x[3] = {};
    double y[3] = {};
    for (int i = 0; i < arity; ++i) {
      const int operand = Op == opcode::polygamma ? 1 : i;
      const etad::detail::domain d =
          etad::detail::facts(Op).domains[static_cast<std::size_t>(operand)];
      // volatile: g++ 12 -O3 -march=native rounds one of x and y only.
      const volatile float rounded =
          static_cast<float>(d.low + (d.high - d.low) * std::fmod(at + 0.37 * i, 1.0));
      x[i] = static_cast<T>(rounded);
      y[i] = static_cast<double>(x[i]);
    }
    const auto hessian = etad::hessian(traced)(edges::arguments<arity>(y));
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        const auto r = two_levels<function<Op>>(x, i, j, std::make_index_sequence<n>{});
        const T got = tangent(tangent(r)[0])[0];
        const T wanted = static_cast<T>(hessian(i, j));
        const T unit = static_cast<T>(
            std::fmax(static_cast<double>(std::numeric_limits<T>::epsilon()), 2.3e-16));
        c.unless(std::fabs(got - wanted) <= 64 * unit * (1 + std::fabs(wanted)), Op, x,
                 "second derivative", static_cast<int>(10 * i + j), got, wanted);
      }
    }
  }
}

template <opcode Op, class T>
void check_operation(complaints& c) {
  constexpr int arity = edges::representative<Op>::arity;
  const auto all = edges::points<T>();
  const auto few = edges::short_points<T>();
  const T* const list = arity < 3 ? all.data() : few.data();
  const std::size_t n = arity < 3 ? all.size() : few.size();
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < (arity > 1 ? n : 1); ++j) {
      for (std::size_t k = 0; k < (arity > 2 ? n : 1); ++k) {
        const T x[3] = {list[i], list[j], list[k]};
        if (!is_excepted<Op>(x)) check_point<Op>(x, c);
      }
    }
  }
  check_second_order<Op, T>(c);
}

/// Seed 0 at the singular points in constant evaluation, where an operation on infinity or NaN would
/// not compile.
template <opcode Op, class T>
constexpr bool is_idle_in_constant_evaluation() {
  constexpr auto n = static_cast<std::size_t>(edges::representative<Op>::arity);
  constexpr std::make_index_sequence<n> indices{};
  const auto few = edges::short_points<T>();
  for (std::size_t i = 0; i < few.size(); ++i) {
    const T x[3] = {few[i], few[(i * 3 + 7) % few.size()], few[(i * 7 + 2) % few.size()]};
    for (std::size_t k = 0; k < n; ++k) {
      const T t = tangent(one_lane<function<Op>>(x, k, T(0), indices))[0];
      if (!(t == 0 && !etad::cx::signbit(t))) return false;
    }
  }
  return true;
}

template <opcode Op>
void check_opcode() {
  if constexpr (!is_internal(Op)) {
    static_assert(is_idle_in_constant_evaluation<Op, double>());
    complaints c;
    check_operation<Op, float>(c);
    check_operation<Op, double>(c);
    check_operation<Op, long double>(c);
    CAPTURE(etad::detail::facts(Op).name);
    CHECK(c.checks > 1000);
    CHECK(c.count == 0);
  }
}

template <opcode... Op>
void check_group(edges::group<Op...>) {
  (check_opcode<Op>(), ...);
}

}  // namespace dual_edges
