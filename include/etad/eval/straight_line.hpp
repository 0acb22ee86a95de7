// SPDX-License-Identifier: MIT
// Evaluates a schedule as straight-line code: every instruction becomes its own expression, and the
// schedule itself is gone at run time.
#pragma once

#include <cstddef>

#include <etad/core/unroll.hpp>
#include <etad/eval/kernels.hpp>
#include <etad/ir/schedule.hpp>
#include <etad/pass/layout.hpp>

namespace etad::detail {

/// P::value is the schedule and P::steps its layout; a named type instead of the constants
/// themselves keeps symbols short. Values live in arrays that only constants index, so that
/// compilers keep them in registers.
template <class P, class T>
class straight_line {
 public:
  static constexpr int size = at_least_one(P::value.size);

  /// Runs all steps: reads in.at<k>() where input k is first used, writes out.at<k>() as soon as
  /// output k is known, for the first `Outputs` outputs; the others can be read with real and mask.
  template <int Outputs, class Inputs, class Sink>
  [[gnu::always_inline]] constexpr void run(const Inputs& in, const Sink& out) {
    range<0, P::steps.size, Outputs>(in, out);
  }

  template <value_id I>
  [[gnu::always_inline]] constexpr T real() const {
    if constexpr (P::value.at(I).op() == opcode::constant) {
      constexpr literal value = P::value.literals[P::value.at(I).a()];
      return value.template as<T>();
    } else {
      return reals_[I];
    }
  }
  template <value_id I>
  [[gnu::always_inline]] constexpr bool mask() const {
    return masks_[I];
  }

 private:
  static constexpr step at(int i) { return step::from(P::steps.code[i]); }

  static constexpr int next(int from, int end, step_kind kind) {
    while (from < end && at(from).kind != kind) ++from;
    return from;
  }
  /// The `otherwise` or `end` that belongs to the branch at `from`.
  static constexpr int matching(int from, step_kind kind) {
    int depth = 0;
    for (int i = from + 1;; ++i) {
      if (depth == 0 && at(i).kind == kind) return i;
      if (at(i).kind == step_kind::branch) ++depth;
      if (at(i).kind == step_kind::end) --depth;
    }
  }

  template <int Begin, int End, int Outputs, class Inputs, class Sink>
  [[gnu::always_inline]] constexpr void range(const Inputs& in, const Sink& out) {
    constexpr int branch = next(Begin, End, step_kind::branch);
    unroll<branch - Begin>([&](auto k) { run_step<Begin + k, Outputs>(in, out); });
    if constexpr (branch < End) {
      constexpr int otherwise = matching(branch, step_kind::otherwise);
      constexpr int end = matching(branch, step_kind::end);
      if (masks_[at(branch).index]) {
        range<branch + 1, otherwise, Outputs>(in, out);
      } else {
        range<otherwise + 1, end, Outputs>(in, out);
      }
      range<end + 1, End, Outputs>(in, out);
    }
  }

  template <int S, int Outputs, class Inputs, class Sink>
  [[gnu::always_inline]] constexpr void run_step(const Inputs& in, const Sink& out) {
    constexpr step s = at(S);
    if constexpr (s.kind == step_kind::store) {
      if constexpr (s.index < Outputs) {
        out.template at<s.index>() = separate<P::value.outputs[s.index]>();
      }
    } else {
      constexpr instruction x = P::value.at(s.index);
      if constexpr (s.kind == step_kind::take_first) {
        reals_[s.index] = real<x.b()>();
      } else if constexpr (s.kind == step_kind::take_second) {
        reals_[s.index] = real<x.c()>();
      } else if constexpr (x.op() == opcode::input) {
        reals_[s.index] = in.template at<x.a()>();
      } else if constexpr (operation<x.op()>::result == kind::mask) {
        masks_[s.index] = value_of<s.index>();
      } else {
        reals_[s.index] = value_of<s.index>();
      }
    }
  }

  /// The value on its way to memory.
  template <value_id N>
  [[gnu::always_inline]] constexpr T separate() const {
    T value = real<N>();
    if constexpr (!is_leaf(P::value.at(N).op()) && !std::same_as<T, long double>) {
      if (!std::is_constant_evaluated()) ETAD_KEEP_SCALAR(value);
    }
    return value;
  }

  template <value_id N>
  [[gnu::always_inline]] constexpr auto value_of() const {
    constexpr instruction x = P::value.at(N);
    using row = operation<x.op()>;
    if constexpr (is_selection(x.op())) {
      return masks_[x.a()] ? real<x.b()>() : real<x.c()>();
    } else if constexpr (row::arity == 0) {
      return row::template value<T>();
    } else if constexpr (row::operands[0] == kind::mask) {
      if constexpr (row::arity == 1) {
        return row::value(masks_[x.a()]);
      } else {
        return row::value(masks_[x.a()], masks_[x.b()]);
      }
    } else if constexpr (row::arity == 1) {
      return row::value(real<x.a()>());
    } else if constexpr (row::arity == 2) {
      return row::value(real<x.a()>(), real<x.b()>());
    } else {
      return row::value(real<x.a()>(), real<x.b()>(), real<x.c()>());
    }
  }

  T reals_[size];
  bool masks_[size];
};

}  // namespace etad::detail
