// SPDX-License-Identifier: MIT
// Stands in for test/problems/edges_check.hpp where test/mutation/mutate.py builds the tests of the
// operations: the same checks in all modes, but only of the operation ETAD_TEST_ROW and for double.
#pragma once

#define subject_of subject_of_all
#define check_group check_group_all
#include "../../../problems/edges_check.hpp"
#undef subject_of
#undef check_group

namespace edges {

inline constexpr opcode tested = opcode::ETAD_TEST_ROW;

template <class T, class F, int Arity, opcode Op>
subject<T> subject_of(std::string name, exact (*partial)(int, const T*), double bound = 4) {
  // pow with a constant operand has no opcode of its own and stands under others.
  constexpr bool wanted = Op == tested || (tested == opcode::pow && Arity == 1);
  auto s = subject_by_rule<subject<T>, T, F, Arity, Op>(name, partial, bound);
  if constexpr (wanted && std::is_same_v<T, double>) {
    s.run = &edges::run<F, Arity, T>;
  }
  return s;
}
template <class T, opcode Op>
subject<T> subject_of(exact (*partial)(int, const T*), double bound = 4) {
  using f = representative<Op>;
  auto s =
      subject_of<T, typename f::type, f::arity, Op>(etad::detail::facts(Op).name, partial, bound);
  s.op = Op;
  s.any_zero = any_zero_of(Op);
  return s;
}

template <class Group, class Subjects>
void check_group(Subjects subjects_of) {
  const std::vector<subject<double>> subjects = subjects_of(0.0);
  const std::vector<subject<long double>> rules = subjects_of(0.0L);
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    const subject<double>& s = subjects[i];
    if (s.run == nullptr) continue;
    complaints c;
    for_points(s, [&](const double* x) { check_point(s, x, c); });
    check_hessian(s, rules[i], c);
    CAPTURE(s.name);
    CHECK(c.count == 0);
  }
}

}  // namespace edges
