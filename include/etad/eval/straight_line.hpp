// SPDX-License-Identifier: MIT
// Evaluates a schedule as straight-line code: every instruction becomes its own expression, and the
// schedule itself is gone at run time.
#pragma once

#include <concepts>
#include <cstddef>
#include <utility>

#include <etad/core/operation_table.hpp>
#include <etad/core/unroll.hpp>
#include <etad/eval/steps.hpp>
#include <etad/ir/opaque_row.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A pack of numbers, one for each of several points, computed with like one number.
template <class T>
concept lane_pack = requires(const T& x) {
  typename T::mask;
  T::lanes;
  x[0];
};

template <class T>
struct scalar_of_pack {
  using type = T;
};
template <lane_pack T>
struct scalar_of_pack<T> {
  using type = std::remove_cvref_t<decltype(std::declval<const T&>()[0])>;
};

/// The values of a running program. Only constants index the arrays, so that compilers keep the
/// values in registers.
template <class T, int Values>
struct straight_line_frame {
  T reals[Values];
  bool masks[Values];
};

// Packs start as zeros, which a frame does not need: unions leave them alone.
template <lane_pack T, int Values>
struct straight_line_frame<T, Values> {
  union {
    T reals[Values];
  };
  union {
    typename T::mask masks[Values];
  };
  // NOLINTNEXTLINE(modernize-use-equals-default): the default of a union with packs is deleted.
  straight_line_frame() {}
};

/// The code of one kind of step, shared by all instructions with that operation: expanding a
/// program instantiates no template for an instruction, which would cost most of the compile time.
template <opcode Op, step_kind Kind, class T>
struct step_code {
  using row = operation<Op>;

  template <class Result, class A, class B, class C>
  [[gnu::always_inline]] static constexpr void run(Result& result, A& a, B&& b, C&& c) {
    if constexpr (Kind == step_kind::take_first) {
      result = b;
    } else if constexpr (Kind == step_kind::take_second && lane_pack<T>) {
      // Some lanes hold what the first arm computed.
      result = row::value(a, result, c);
    } else if constexpr (Kind == step_kind::take_second) {
      result = c;
    } else if constexpr (is_selection(Op) && !lane_pack<T>) {
      // Values, not references: a choice between addresses would keep the frame in memory.
      const T first = b;
      const T second = c;
      result = a ? first : second;
    } else if constexpr (lane_pack<T> && row::arity > 0) {
      result = on_copies(a, b, c);
    } else if constexpr (row::arity == 0) {
      result = T(row::template value<typename scalar_of_pack<T>::type>());
    } else if constexpr (row::arity == 1) {
      result = row::value(a);
    } else if constexpr (row::arity == 2) {
      result = row::value(a, b);
    } else {
      result = row::value(a, b, c);
    }
  }

  // A function that is not expanded inline takes its operands by address: were they parts of the
  // frame, all of it would have to stay in memory.
  template <class A, class B, class C>
  [[gnu::always_inline]] static constexpr auto on_copies(A a, [[maybe_unused]] B b,
                                                         [[maybe_unused]] C c) {
    if constexpr (row::arity == 1) {
      const auto result = row::value(a);
      return result;
    } else if constexpr (row::arity == 2) {
      const auto result = row::value(a, b);
      return result;
    } else {
      const auto result = row::value(a, b, c);
      return result;
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
    if constexpr (built_in_scalar<T> && !std::same_as<T, long double>) {
      ETAD_KEEP_SCALAR(s);
      ETAD_KEEP_SCALAR(c);
    }
    sine = s;
    cosine = c;
  }
};

template <class T>
struct step_code<opcode::input, step_kind::store, T> {
  template <class Result>
  [[gnu::always_inline]] static constexpr void run(Result&& result, const T& value, const T&,
                                                   const T&) {
    result = value;
  }
};

template <class T>
struct step_code<opcode::input, step_kind::store_apart, T> {
  template <class Result>
  [[gnu::always_inline]] static constexpr void run(Result&& result, T value, const T&, const T&) {
    if constexpr (ETAD_KEEP_STORES_SCALAR && built_in_scalar<T> && !std::same_as<T, long double>) {
      ETAD_KEEP_SCALAR(value);
    }
    result = value;
  }
};

// A value of one arm may be read in a later branch on the same mask. GCC does not see that both are
// taken alike, and would warn in the user's code that the value may be missing.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

/// The function that value i of P holds, for a value `i` that the compiler sees.
template <class P>
[[gnu::always_inline]] constexpr opaque_call opaque_function_at(int i) {
  return {P::value.literals[P::value.at(i).a()].function};
}

/// P::table lists the steps and P::value the schedule; a named type instead of the constants
/// themselves keeps symbols short.
template <class P, class T>
struct straight_line {
  static constexpr int size = at_least_one(P::value.size);
  using frame = straight_line_frame<T, size>;

  /// Runs all steps: reads *in[k] where input k is first used, writes *out[k] as soon as output k is
  /// known. `in` and `out` are arrays of pointers, or for packs anything indexed like that.
  template <class In, class Out>
  [[gnu::always_inline]] static void run(frame& f, const In& in, const Out& out) {
    constants(f, block_indices<P::table.constant_count>{});
    range<0, P::table.size>(f, in, out, blocks_of<0, P::table.size>{});
  }

 private:
  static constexpr const table_step& at(int i) { return P::table.steps[i]; }

  template <int... B>
  [[gnu::always_inline]] static void constants([[maybe_unused]] frame& f,
                                               std::integer_sequence<int, B...>) {
    (some_constants<B * unroll_block>(f, indices_in_block<P::table.constant_count, B>{}), ...);
  }
  template <int First, int... K>
  [[gnu::always_inline]] static void some_constants(frame& f, std::integer_sequence<int, K...>) {
    ((f.reals[P::table.constants[First + K]] = as_constant<P::table.constants[First + K]>()), ...);
  }
  template <int Count>
  [[gnu::always_inline]] static T as_constant() {
    constexpr literal value = P::value.literals[P::value.at(Count).a()];
    return T(value.template as<typename scalar_of_pack<T>::type>());
  }

  static constexpr int next_branch(int from, int end) {
    while (from < end && at(from).kind != step_kind::branch) ++from;
    return from;
  }

  /// The blocks of steps up to the first branch.
  template <int Begin, int End>
  using blocks_of = block_indices<next_branch(Begin, End) - Begin>;

  // The blocks are expanded here: compilers copy and simplify the code anew for each function that they
  // expand inline.
  template <int Begin, int End, class In, class Out, int... B>
  [[gnu::always_inline]] static void range([[maybe_unused]] frame& f, [[maybe_unused]] const In& in,
                                           [[maybe_unused]] const Out& out,
                                           std::integer_sequence<int, B...>) {
    constexpr int branch = next_branch(Begin, End);
    (block<Begin + B * unroll_block>(f, in, out, indices_in_block<branch - Begin, B>{}), ...);
    if constexpr (branch < End) {
      constexpr int otherwise = branch + 1 + at(branch).length;
      constexpr int end = otherwise + 1 + at(otherwise).length;
      if constexpr (lane_pack<T>) {
        unroll<end - otherwise - 1>([&](auto index) __attribute__((always_inline)) {
          clear_if_taken<otherwise + 1 + index>(f);
        });
        if (any(f.masks[at(branch).target])) {
          range<branch + 1, otherwise>(f, in, out, blocks_of<branch + 1, otherwise>{});
        }
        if (!all(f.masks[at(branch).target])) {
          range<otherwise + 1, end>(f, in, out, blocks_of<otherwise + 1, end>{});
        }
      } else if (f.masks[at(branch).target]) {
        range<branch + 1, otherwise>(f, in, out, blocks_of<branch + 1, otherwise>{});
      } else {
        range<otherwise + 1, end>(f, in, out, blocks_of<otherwise + 1, end>{});
      }
      range<end + 1, End>(f, in, out, blocks_of<end + 1, End>{});
    }
  }

  /// Lets a selection of a branch hold a number in case that its first arm is skipped.
  template <int Step>
  [[gnu::always_inline]] static void clear_if_taken(frame& f) {
    if constexpr (at(Step).kind == step_kind::take_second) f.reals[at(Step).target] = T{};
  }

  // What a step reads and writes: stored outputs and inputs lie in the caller's memory.
  template <step_kind Kind, kind Result, class Out>
  [[gnu::always_inline]] static decltype(auto) target(frame& f, const Out& out, int i) {
    if constexpr (Kind == step_kind::store || Kind == step_kind::store_apart) {
      return *out[i];
    } else if constexpr (Result == kind::real) {
      return (f.reals[i]);
    } else {
      return (f.masks[i]);
    }
  }
  template <opcode Op, step_kind Kind, kind Operand, class In>
  [[gnu::always_inline]] static decltype(auto) source(frame& f, const In& in, int i) {
    if constexpr (Op == opcode::input && Kind == step_kind::compute) {
      return *in[i];
    } else if constexpr (Operand == kind::function) {
      return opaque_function_at<P>(i);
    } else if constexpr (Operand == kind::real) {
      return (f.reals[i]);
    } else {
      return (f.masks[i]);
    }
  }

  template <int First, class In, class Out, int... Index>
  [[gnu::always_inline]] static void block(frame& f, const In& in, const Out& out,
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

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

}  // namespace etad::inline ETAD_ABI::detail
