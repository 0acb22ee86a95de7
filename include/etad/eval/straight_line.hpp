// SPDX-License-Identifier: MIT
// Evaluates a schedule as straight-line code: every instruction becomes its own expression, and the
// schedule itself is gone at run time.
#pragma once

#include <cstddef>
#include <utility>

#include <etad/core/operation_table.hpp>
#include <etad/core/unroll.hpp>
#include <etad/eval/steps.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The values of a running program. Only constants index the arrays, so that compilers keep the
/// values in registers.
template <class T, int Values>
struct straight_line_frame {
  T reals[Values];
  bool masks[Values];

  template <kind Kind>
  [[gnu::always_inline]] constexpr auto& value(int i) {
    if constexpr (Kind == kind::real) {
      return reals[i];
    } else {
      return masks[i];
    }
  }
};

/// The code of one kind of step, shared by all instructions with that operation: expanding a
/// program instantiates no template for an instruction, which would cost most of the compile time.
template <opcode Op, step_kind Kind, class T>
struct step_code {
  using row = operation<Op>;

  template <class Result, class A, class B, class C>
  [[gnu::always_inline]] static constexpr void run(Result& result, A& a, B& b, C& c) {
    if constexpr (Kind == step_kind::take_first) {
      result = b;
    } else if constexpr (Kind == step_kind::take_second) {
      result = c;
    } else if constexpr (is_selection(Op)) {
      // Values, not references: a choice between addresses would keep the frame in memory.
      const T first = b;
      const T second = c;
      result = a ? first : second;
    } else if constexpr (row::arity == 0) {
      result = row::template value<T>();
    } else if constexpr (row::arity == 1) {
      result = row::value(a);
    } else if constexpr (row::arity == 2) {
      result = row::value(a, b);
    } else {
      result = row::value(a, b, c);
    }
  }
};

template <class T>
struct step_code<opcode::input, step_kind::compute, T> {
  [[gnu::always_inline]] static constexpr void run(T& result, const T& x, const T&, const T&) {
    result = x;
  }
};

template <class T>
struct step_code<opcode::sin, step_kind::compute_pair, T> {
  [[gnu::always_inline]] static void run(T& sine, const T& x, T& cosine, const T&) {
    T s;
    T c;
    sine_and_cosine(x, s, c);
    // Loaded one by one: a vector load of both would wait until they have left the store buffer.
    if constexpr (!std::same_as<T, long double>) {
      ETAD_KEEP_SCALAR(s);
      ETAD_KEEP_SCALAR(c);
    }
    sine = s;
    cosine = c;
  }
};

template <class T>
struct step_code<opcode::input, step_kind::store, T> {
  [[gnu::always_inline]] static constexpr void run(T& result, const T& value, const T&, const T&) {
    result = value;
  }
};

template <class T>
struct step_code<opcode::input, step_kind::store_apart, T> {
  [[gnu::always_inline]] static constexpr void run(T& result, T value, const T&, const T&) {
    if constexpr (ETAD_KEEP_STORES_SCALAR && !std::same_as<T, long double>) ETAD_KEEP_SCALAR(value);
    result = value;
  }
};

/// P::table lists the steps and P::value the schedule; a named type instead of the constants
/// themselves keeps symbols short.
template <class P, class T>
struct straight_line {
  static constexpr int size = at_least_one(P::value.size);
  using frame = straight_line_frame<T, size>;

  /// Runs all steps: reads in[k] where input k is first used, writes out[k] as soon as output k is
  /// known.
  [[gnu::always_inline]] static void run(frame& f, const T* const* in, T* const* out) {
    constants(f, std::make_integer_sequence<int, P::table.constant_count>{});
    range<0, P::table.size>(f, in, out);
  }

 private:
  static constexpr const table_step& at(int i) { return P::table.steps[i]; }

  template <int... K>
  [[gnu::always_inline]] static void constants(frame& f, std::integer_sequence<int, K...>) {
    ((f.reals[P::table.constants[K]] = as_constant<P::table.constants[K]>()), ...);
  }
  template <int Count>
  [[gnu::always_inline]] static T as_constant() {
    constexpr literal value = P::value.literals[P::value.at(Count).a()];
    return value.template as<T>();
  }

  static constexpr int next_branch(int from, int end) {
    while (from < end && at(from).kind != step_kind::branch) ++from;
    return from;
  }

  template <int Begin, int End>
  [[gnu::always_inline]] static void range(frame& f, const T* const* in, T* const* out) {
    constexpr int branch = next_branch(Begin, End);
    blocks<Begin, branch>(
        f, in, out,
        std::make_integer_sequence<int, (branch - Begin + unroll_block - 1) / unroll_block>{});
    if constexpr (branch < End) {
      constexpr int otherwise = branch + 1 + at(branch).length;
      constexpr int end = otherwise + 1 + at(otherwise).length;
      if (f.masks[at(branch).target]) {
        range<branch + 1, otherwise>(f, in, out);
      } else {
        range<otherwise + 1, end>(f, in, out);
      }
      range<end + 1, End>(f, in, out);
    }
  }

  template <int Begin, int End, int... B>
  [[gnu::always_inline]] static void blocks([[maybe_unused]] frame& f,
                                            [[maybe_unused]] const T* const* in,
                                            [[maybe_unused]] T* const* out,
                                            std::integer_sequence<int, B...>) {
    (block<Begin + B * unroll_block>(
         f, in, out,
         std::make_integer_sequence<int, (End - Begin - B * unroll_block < unroll_block
                                              ? End - Begin - B * unroll_block
                                              : unroll_block)>{}),
     ...);
  }

  // What a step reads and writes: stored outputs and inputs lie in the caller's memory.
  template <step_kind Kind, kind Result>
  [[gnu::always_inline]] static auto& target(frame& f, T* const* out, int i) {
    if constexpr (Kind == step_kind::store || Kind == step_kind::store_apart) {
      return *out[i];
    } else {
      return f.template value<Result>(i);
    }
  }
  template <opcode Op, step_kind Kind, kind Operand>
  [[gnu::always_inline]] static auto& source(frame& f, const T* const* in, int i) {
    if constexpr (Op == opcode::input && Kind == step_kind::compute) {
      return *in[i];
    } else {
      return f.template value<Operand>(i);
    }
  }

  template <int First, int... Index>
  [[gnu::always_inline]] static void block(frame& f, const T* const* in, T* const* out,
                                           std::integer_sequence<int, Index...>) {
    (step_code<at(First + Index).op, at(First + Index).kind, T>::run(
         target<at(First + Index).kind, operation<at(First + Index).op>::result>(
             f, out, at(First + Index).target),
         source<at(First + Index).op, at(First + Index).kind,
                operation<at(First + Index).op>::operands[0]>(f, in, at(First + Index).a),
         source<opcode::add, at(First + Index).kind, operation<at(First + Index).op>::operands[1]>(
             f, in, at(First + Index).b),
         source<opcode::add, at(First + Index).kind, operation<at(First + Index).op>::operands[2]>(
             f, in, at(First + Index).c)),
     ...);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
