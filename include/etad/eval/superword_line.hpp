// SPDX-License-Identifier: MIT
// Runs a program with superwords as straight-line code.
#pragma once

#include <cstddef>
#include <cstring>
#include <utility>

#include <etad/core/unroll.hpp>
#include <etad/eval/packed.hpp>
#include <etad/eval/straight_line.hpp>
#include <etad/eval/superwords.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class T, int Values, int Words, class Word>
struct superword_frame : straight_line_frame<T, Values> {
  Word words[static_cast<std::size_t>(Words)];
};

/// Whether numbers follow each other in memory. In one object the compiler knows: they do, unless a
/// structure lists its members in another order.
template <class T, int... Lane>
[[gnu::always_inline]] inline bool side_by_side(T* const* at, std::integer_sequence<int, Lane...>) {
  return ((at[Lane] + 1 == at[Lane + 1]) && ...);
}

/// The code of one kind of step, shared by all such steps as in eval/straight_line.hpp. Shift is that of
/// a superword made of two others.
template <opcode Op, step_kind Kind, int Shift, class P, class T>
struct superword_step {
  static constexpr int lanes = P::lanes;
  using word = typename vector_register<T, lanes>::type;
  using all_lanes = std::make_integer_sequence<int, lanes>;
  using all_but_one = std::make_integer_sequence<int, lanes - 1>;

  template <class Frame>
  [[gnu::always_inline]] static void run(Frame& f, const T* const* in, T* const* out, int n, int a,
                                         int b, int c) {
    if constexpr (Kind == step_kind::load_word) {
      load(f.words[n], in + a, all_lanes{});
    } else if constexpr (Kind == step_kind::spread_word) {
      f.words[n] = widened<word>(f.reals[a]);
    } else if constexpr (Kind == step_kind::compute_word) {
      packed_step<Op, step_kind::compute, value_class::pack, T, word>::run(f.words[n], f.words[a],
                                                                           f.words[b], f.words[c]);
    } else if constexpr (Kind == step_kind::shift_word) {
      shift(f.words[n], f.words[a], f.words[b], all_lanes{});
    } else if constexpr (Kind == step_kind::take_lane) {
      f.reals[n] = f.words[a][b];
    } else if constexpr (Kind == step_kind::store_word) {
      store(f.words[a], out + n, all_lanes{});
    } else if constexpr (Kind == step_kind::compute_here) {
      superword_step<Op, step_kind::compute, 0, P, T>::run(f, in, out, n, a, b, c);
      ETAD_KEEP_PLACE(f.reals[n]);
    } else if constexpr (Kind == step_kind::store || Kind == step_kind::store_apart) {
      step_code<opcode::input, Kind, T>::run(*out[n], f.reals[a], f.reals[a], f.reals[a]);
    } else if constexpr (Op == opcode::input) {
      f.reals[n] = *in[a];
    } else {
      using row = operation<Op>;
      step_code<Op, Kind, T>::run(source<row::result>(f, n), source<row::operands[0]>(f, a),
                                  source<row::operands[1]>(f, b), source<row::operands[2]>(f, c));
    }
  }

 private:
  template <kind Operand, class Frame>
  [[gnu::always_inline]] static decltype(auto) source(Frame& f, int i) {
    if constexpr (Operand == kind::function) {
      return opaque_function_at<P>(i);
    } else if constexpr (Operand == kind::real) {
      return (f.reals[i]);
    } else {
      return (f.masks[i]);
    }
  }
  template <int... Lane>
  [[gnu::always_inline]] static void load(word& w, const T* const* in,
                                          std::integer_sequence<int, Lane...>) {
    if (side_by_side(in, all_but_one{})) {
      std::memcpy(&w, in[0], sizeof w);
    } else {
      w = word{*in[Lane]...};
    }
  }
  template <int... Lane>
  [[gnu::always_inline]] static void store(const word& w, T* const* out,
                                           std::integer_sequence<int, Lane...>) {
    if (side_by_side(out, all_but_one{})) {
      std::memcpy(out[0], &w, sizeof w);
    } else {
      ((*out[Lane] = w[Lane]), ...);
    }
  }
  template <int... Lane>
  [[gnu::always_inline]] static void shift(word& w, const word& a, const word& b,
                                           std::integer_sequence<int, Lane...>) {
    w = __builtin_shufflevector(a, b, (Shift + Lane)...);
  }
};

/// P is a superword_form for numbers of type T.
template <class P, class T>
struct superword_line {
  using frame = superword_frame<T, at_least_one(P::value.size), at_least_one(P::words),
                                typename vector_register<T, P::lanes>::type>;

  [[gnu::always_inline]] static void run(frame& f, const T* const* in, T* const* out) {
    unroll<P::table.constant_count>([&](auto k) __attribute__((always_inline)) {
      constexpr value_id id = P::table.constants[k];
      constexpr literal value = P::value.literals[P::value.at(id).a()];
      f.reals[id] = value.template as<T>();
    });
    blocks(f, in, out, block_indices<P::table.size>{});
  }

 private:
  static constexpr const table_step& at(int i) { return P::table.steps[i]; }
  static constexpr int shift_at(int i) { return at(i).kind == step_kind::shift_word ? at(i).c : 0; }

  template <int... B>
  [[gnu::always_inline]] static void blocks(frame& f, const T* const* in, T* const* out,
                                            std::integer_sequence<int, B...>) {
    (block<B * unroll_block>(f, in, out, indices_in_block<P::table.size, B>{}), ...);
  }

  template <int First, int... Index>
  [[gnu::always_inline]] static void block(frame& f, const T* const* in, T* const* out,
                                           std::integer_sequence<int, Index...>) {
    (superword_step<at(First + Index).op, at(First + Index).kind, shift_at(First + Index), P,
                    T>::run(f, in, out, at(First + Index).target, at(First + Index).a,
                            at(First + Index).b, at(First + Index).c),
     ...);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
