// SPDX-License-Identifier: MIT
// One operation under test: its rule, how far off a partial may be, and the points to try.
#pragma once

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <string>

#include "problems/edges.hpp"
#include "problems/edges_functions.hpp"
#include "problems/edges_groups.hpp"
#include "problems/edges_rules.hpp"

namespace edges {

/// One operation: the partial derivatives that it must have.
template <class T>
struct rule_subject {
  std::string name;
  int arity;
  opcode op;
  std::array<etad::detail::domain, 3> domains;
  T (*value)(const T*);
  exact (*partial)(int, const T*);
  /// Units in the last place by which a partial may be off, where it is neither 0 nor infinite.
  double bound = 4;
  /// Zeros of either sign will do: <cmath> leaves open which of two zeros fmax and fmin return, and
  /// compilers decide it anew for every call; a slope of erfc that underflows may have either sign.
  bool any_zero = false;
  /// What a partial may be off in addition.
  exact (*slack)(int, const T*) = nullptr;

  /// Whether p may stand for the partial number i at x.
  bool accepts(int i, const T* x, T p) const {
    const exact wanted = partial(i, x);
    return ulp_error(p, wanted) <= bound || (any_zero && p == 0 && wanted.as<T>() == 0) ||
           (slack != nullptr && p != 0 && abs(exact(p) - wanted) <= exact(bound) * slack(i, x));
  }
};

template <class F, class T, std::size_t... I>
T plain_value(const T* x, std::index_sequence<I...>) {
  return F{}(x[I]...);
}

/// Op says where the function may be sampled.
template <class Subject, class T, class F, int Arity, opcode Op>
Subject subject_by_rule(std::string name, exact (*partial)(int, const T*), double bound) {
  Subject s{};
  s.name = name;
  s.arity = Arity;
  s.op = opcode::count_;
  s.domains = etad::detail::facts(Op).domains;
  if (Op == opcode::polygamma) s.domains[0] = s.domains[1];
  s.value = [](const T* x) { return plain_value<F>(x, std::make_index_sequence<Arity>{}); };
  s.partial = partial;
  s.bound = bound;
  return s;
}

constexpr bool any_zero_of(opcode op) {
  return op == opcode::fmax || op == opcode::fmin || op == opcode::erfc;
}

template <class T>
bool same(T x, T y) {
  return x != x || y != y ? x != x && y != y : x == y && std::signbit(x) == std::signbit(y);
}

/// Counts what went wrong and prints the first few.
class complaints {
 public:
  template <class T>
  void unless(bool ok, const rule_subject<T>& s, const T* x, const char* what, int k, T got,
              T wanted) {
    ++checks;
    if (ok) return;
    if (++count > 5) return;
    std::printf("%s<%s>(", s.name.c_str(), type<T>());
    for (int i = 0; i < s.arity; ++i) std::printf(" %.20Lg", static_cast<long double>(x[i]));
    std::printf(" ): %s [%d] is %.20Lg, must be %.20Lg\n", what, k, static_cast<long double>(got),
                static_cast<long double>(wanted));
  }
  int count = 0;
  long checks = 0;

 private:
  template <class T>
  static const char* type() {
    return sizeof(T) == 4 ? "float" : sizeof(T) == 8 ? "double" : "long double";
  }
};

/// All points, all pairs, or all triples of the short list.
template <class T, class Check>
void for_points(const rule_subject<T>& s, Check check) {
  const auto all = points<T>();
  const auto few = short_points<T>();
  const T* const list = s.arity < 3 ? all.data() : few.data();
  const std::size_t n = s.arity < 3 ? all.size() : few.size();
  const std::size_t second = s.arity > 1 ? n : 1, third = s.arity > 2 ? n : 1;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < second; ++j) {
      for (std::size_t k = 0; k < third; ++k) {
        const T x[3] = {list[i], list[j], list[k]};
        check(x);
      }
    }
  }
}

}  // namespace edges
