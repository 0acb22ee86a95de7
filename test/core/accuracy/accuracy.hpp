// SPDX-License-Identifier: MIT
// The error of single derivatives at random points, in units in the last place, against MPFR.
#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <etad/verb/gradient.hpp>
#include <vector>

#include "core/cx/oracle.hpp"
#include "problems/edges_functions.hpp"
#include "problems/edges_rules.hpp"

namespace accuracy {

struct interval {
  double low, high;
};

template <class T>
struct sample {
  const char* name;
  int arity;
  void (*gradient)(const T*, T*);
  edges::exact (*partial)(int, const T*);
  interval range[3];
  double bound;
};

template <class F, class T>
void gradient_of(const T* x, T* g, std::integral_constant<int, 1>) {
  *g = etad::gradient(F{})(*x);
}
template <class F, class T>
void gradient_of(const T* x, T* g, std::integral_constant<int, 2>) {
  const auto [dx, dy] = etad::gradient(F{})(x[0], x[1]);
  g[0] = dx, g[1] = dy;
}

template <class T, edges::opcode Op>
sample<T> of(edges::exact (*partial)(int, const T*), interval x, interval y = {},
             double bound = 4) {
  constexpr int arity = etad::detail::operation<Op>::arity;
  return {etad::detail::operation<Op>::name,
          arity,
          [](const T* at, T* g) {
            gradient_of<edges::function<Op>>(at, g, std::integral_constant<int, arity>{});
          },
          partial,
          {x, y, {}},
          bound};
}

/// The largest error of each partial over seeded points. ETAD_CX_POINTS=100000 prints the figures
/// that docs/numerics.md quotes.
template <class T>
void measure(const std::vector<sample<T>>& samples, int usual) {
  const int points = oracle::points(usual);
  for (const sample<T>& s : samples) {
    oracle::generator random(static_cast<std::uint64_t>(s.name[0]) * 7919u + sizeof(T));
    double worst[2] = {};
    for (int i = 0; i < points; ++i) {
      T x[2] = {}, g[2] = {};
      for (int k = 0; k < s.arity; ++k) {
        x[k] = random.uniform(static_cast<T>(s.range[k].low), static_cast<T>(s.range[k].high));
      }
      s.gradient(x, g);
      for (int k = 0; k < s.arity; ++k) {
        const double error = edges::ulp_error(g[k], s.partial(k, x));
        if (!(error <= worst[k])) worst[k] = error;
      }
    }
    if (std::getenv("ETAD_CX_POINTS") != nullptr) {
      std::printf("%-12s %-2zu %8.2f %8.2f\n", s.name, sizeof(T), worst[0], worst[1]);
    }
    CAPTURE(s.name);
    CAPTURE(sizeof(T));
    CAPTURE(worst[0]);
    CAPTURE(worst[1]);
    CHECK((worst[0] <= s.bound && worst[1] <= s.bound));
  }
}

/// The group for float, double and long double.
template <class Group>
void measure_group(Group group, int usual = 2000) {
  measure(group(float{}), usual);
  measure(group(double{}), usual);
  measure(group(0.0L), usual / 4);
}

}  // namespace accuracy
