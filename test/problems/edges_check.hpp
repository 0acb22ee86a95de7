// SPDX-License-Identifier: MIT
// Checks the modes of an operation against each other and against its rule, at all edge points.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "problems/edges_modes.hpp"
#include "problems/edges_subject.hpp"

namespace edges {

/// Three ordinary arguments of an operation.
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

/// One operation with the outcome of etad.
template <class T>
struct subject : rule_subject<T> {
  /// What the modes give at run time, and what they gave in constant evaluation at an ordinary point.
  outcome<T> (*run)(const T*);
  outcome<T> constant;
  ordinary_point<T> point;
};

template <class T, class F, int Arity, opcode Op>
subject<T> subject_of(std::string name, exact (*partial)(int, const T*), double bound = 4) {
  static constexpr ordinary_point<T> point = ordinary<Op, T>();  // not contracted at run time
  static constexpr outcome<T> constant = edges::run<F, Arity, T>(point.x);
  auto s = subject_by_rule<subject<T>, T, F, Arity, Op>(name, partial, bound);
  s.run = &edges::run<F, Arity, T>;
  s.constant = constant;
  s.point = point;
  return s;
}
/// An opcode, by the function that stands for it.
template <class T, opcode Op>
subject<T> subject_of(exact (*partial)(int, const T*), double bound = 4) {
  using f = representative<Op>;
  subject<T> s =
      subject_of<T, typename f::type, f::arity, Op>(etad::detail::facts(Op).name, partial, bound);
  s.op = Op;
  s.any_zero = any_zero_of(Op);
  return s;
}

/// The value is that of <cmath> and each partial that of the rule (G2); the modes agree in every bit
/// (G5); what does not depend on an argument has derivative +0, whatever the argument (G6).
template <class T>
void check_point(const subject<T>& s, const T* x, complaints& c) {
  const outcome<T> r = s.run(x);
  const T value = s.value(x);
  const bool zeros = s.any_zero && r.value == 0 && value == 0;
  c.unless(zeros || same(r.value, value), s, x, "value", 0, r.value, value);
  const T zero = 0;
  c.unless(same(r.idle_jvp, zero), s, x, "jvp along 0", 0, r.idle_jvp, zero);
  c.unless(same(r.negative_jvp, zero), s, x, "jvp along -0", 0, r.negative_jvp, zero);
  const auto n = static_cast<std::size_t>(s.arity);
  for (std::size_t k = 0; k <= n; ++k) {
    const int i = static_cast<int>(k);
    const T p = r.gradient[k];
    if (k < n) {
      c.unless(s.accepts(i, x, p), s, x, "partial", i, p, s.partial(i, x).template as<T>());
    } else {
      c.unless(same(p, zero), s, x, "partial of the ignored argument", i, p, zero);
    }
    c.unless(same(r.alone[k], p), s, x, "gradient", i, r.alone[k], p);
    c.unless(same(r.forward[k], p), s, x, "forward Jacobian", i, r.forward[k], p);
    c.unless(same(r.reverse[k], p), s, x, "reverse Jacobian", i, r.reverse[k], p);
    c.unless(same(r.elimination[k], p), s, x, "eliminated Jacobian", i, r.elimination[k], p);
    // Products with run-time seeds never end in -0, but for those that underflow in a fused +0.
    const T product = p + zero;
    const auto agrees = [&](T seeded) {
      return same(seeded, product) || (ETAD_HAS_FAST_FMA != 0 && seeded == 0 && product == 0);
    };
    c.unless(agrees(r.jvp[k]), s, x, "jvp", i, r.jvp[k], product);
    c.unless(agrees(r.vjp[k]), s, x, "vjp", i, r.vjp[k], product);
    c.unless(same(r.idle_vjp[k], zero), s, x, "vjp of weight 0", i, r.idle_vjp[k], zero);
    c.unless(same(r.negative_vjp[k], zero), s, x, "vjp of weight -0", i, r.negative_vjp[k], zero);
    c.unless(same(r.idle_hvp[k], zero), s, x, "hvp along 0", i, r.idle_hvp[k], zero);
    c.unless(same(r.hessian[k][n], zero), s, x, "Hessian, ignored", i, r.hessian[k][n], zero);
    for (std::size_t j = 0; j < k; ++j) {
      c.unless(same(r.hessian[k][j], r.hessian[j][k]), s, x, "Hessian, symmetry", i,
               r.hessian[k][j], r.hessian[j][k]);
    }
  }
}

/// The Hessian at a few ordinary points against difference quotients of the exact rule (G1).
template <class T>
void check_hessian(const subject<T>& s, const subject<long double>& rule, complaints& c) {
  const long double step = 0x1p-40L;
  for (const double at : {0.31, 0.57, 0.83}) {
    long double x[3] = {};
    T y[3] = {};
    for (int i = 0; i < s.arity; ++i) {
      const etad::detail::domain d = s.domains[static_cast<std::size_t>(i)];
      const double share = std::fmod(at + 0.37 * i, 1.0);
      y[i] = static_cast<T>(d.low + (d.high - d.low) * share);
      x[i] = static_cast<long double>(y[i]);
    }
    const outcome<T> r = s.run(y);
    for (int i = 0; i < s.arity; ++i) {
      for (int j = 0; j < s.arity; ++j) {
        const long double middle = x[j];
        x[j] = middle + step;
        const exact up = rule.partial(i, x);
        x[j] = middle - step;
        const exact down = rule.partial(i, x);
        x[j] = middle;
        const T wanted = ((up - down) / exact(2 * step)).template as<T>();
        if (wanted != wanted) continue;  // no rule says what the slope of NaN is
        const T got = r.hessian[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
        const T error = std::fabs(got - wanted);
        const T unit = std::numeric_limits<T>::epsilon() * (1 + std::fabs(wanted));
        c.unless(error <= 64 * unit + T(0x1p-50L), s, y, "Hessian", 10 * i + j, got, wanted);
      }
    }
  }
}

/// Runs the checks for a group of operations. `subjects_of` returns a subject for each of them, and
/// perhaps further ones.
template <class Group, class Subjects>
void check_group(Subjects subjects_of) {
  long checks = 0;
  const auto one_type = [&]<class T>(T) {
    const std::vector<subject<T>> subjects = subjects_of(T{});
    const std::vector<subject<long double>> rules = subjects_of(0.0L);
    for (const opcode op : Group::list) {
      CHECK(std::count_if(subjects.begin(), subjects.end(),
                          [&](const subject<T>& s) { return s.op == op; }) == 1);
    }
    for (std::size_t i = 0; i < subjects.size(); ++i) {
      complaints c;
      for_points(subjects[i], [&](const T* x) { check_point(subjects[i], x, c); });
      check_hessian(subjects[i], rules[i], c);
      const T apart = distance(subjects[i].constant, subjects[i].run(subjects[i].point.x));
      c.unless(apart <= 24, subjects[i], subjects[i].point.x, "ULP between run time and constant",
               0, apart, T(0));
      CAPTURE(subjects[i].name);
      CHECK(c.count == 0);
      checks += c.checks;
    }
  };
  one_type(float{});
  one_type(double{});
  one_type(0.0L);
  MESSAGE("checks: " << checks);
}

}  // namespace edges
