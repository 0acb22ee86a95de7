// SPDX-License-Identifier: MIT
// Stands in for test/problems/edges_check.hpp where test/mutation/mutate.py builds the tests of the
// operations: the same operations, rules and points, but the rows of the table are called with plain
// numbers, without a derivative program. That compiles in a fraction of the time.
#pragma once

#include <doctest/doctest.h>

#include <vector>

#include "problems/edges_subject.hpp"

namespace edges {

template <class T>
struct subject : rule_subject<T> {
  /// The row's partial, or null where it has none.
  T (*row_partial)(int, const T*) = nullptr;
};

template <opcode Op, int K, class T, class... X>
T row_partial(const X&... x) {
  using row = etad::detail::operation<Op>;
  return row::partial(etad::detail::operand<K>{}, x..., T(row::value(x...)));
}

/// The partial k of a row with the operands x.
template <opcode Op, class T>
T row_partial(int k, const T* x) {
  using row = etad::detail::operation<Op>;
  if constexpr (Op == opcode::polygamma) {
    return row_partial<Op, 1, T>(T(1), x[0]);
  } else if constexpr (row::arity == 1) {
    return row_partial<Op, 0, T>(x[0]);
  } else if constexpr (row::arity == 2) {
    return k == 0 ? row_partial<Op, 0, T>(x[0], x[1]) : row_partial<Op, 1, T>(x[0], x[1]);
  } else {
    return k == 0   ? row_partial<Op, 0, T>(x[0], x[1], x[2])
           : k == 1 ? row_partial<Op, 1, T>(x[0], x[1], x[2])
                    : row_partial<Op, 2, T>(x[0], x[1], x[2]);
  }
}

template <class T, class F, int Arity, opcode Op>
subject<T> subject_of(std::string name, exact (*partial)(int, const T*), double bound = 4) {
  return subject_by_rule<subject<T>, T, F, Arity, Op>(name, partial, bound);
}
template <class T, opcode Op>
subject<T> subject_of(exact (*partial)(int, const T*), double bound = 4) {
  using f = representative<Op>;
  using row = etad::detail::operation<Op>;
  auto s =
      subject_of<T, typename f::type, f::arity, Op>(etad::detail::facts(Op).name, partial, bound);
  s.op = Op;
  s.any_zero = any_zero_of(Op);
  if constexpr (row::arity > 0 && row::differentiable &&
                row::operands[0] == etad::detail::kind::real) {
    s.row_partial = [](int k, const T* x) { return row_partial<Op>(k, x); };
  }
  return s;
}

/// Checks the partials of the rows at all edge points, in all formats.
template <class Group, class Subjects>
void check_group(Subjects subjects_of) {
  const auto one_type = [&]<class T>(T) {
    for (const subject<T>& s : subjects_of(T{})) {
      if (s.row_partial == nullptr) continue;
      complaints c;
      for_points(s, [&](const T* x) {
        for (int k = 0; k < s.arity; ++k) {
          const T p = s.row_partial(k, x);
          c.unless(s.accepts(k, x, p), s, x, "partial", k, p, s.partial(k, x).template as<T>());
        }
      });
      CAPTURE(s.name);
      CHECK(c.count == 0);
    }
  };
  one_type(float{});
  one_type(double{});
  one_type(0.0L);
}

}  // namespace edges
