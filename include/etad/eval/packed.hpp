// SPDX-License-Identifier: MIT
// Runs a program some of whose values are packs, as straight-line code; numbers and masks are
// computed as in eval/straight_line.hpp.
#pragma once

#include <array>
#include <cstdint>

#include <etad/eval/straight_line.hpp>
#include <etad/eval/vector_register.hpp>

namespace etad::inline ETAD_ABI::detail {

enum class value_class : std::uint8_t { number, mask, pack };

/// Only constants index the arrays. Pack is a register of numbers of type T.
template <class T, class Pack, int Values>
struct packed_frame {
  T numbers[Values];
  bool masks[Values];
  Pack packs[Values];

  template <value_class Class>
  [[gnu::always_inline]] auto& value(int i) {
    if constexpr (Class == value_class::number) {
      return numbers[i];
    } else if constexpr (Class == value_class::mask) {
      return masks[i];
    } else {
      return packs[i];
    }
  }
};

/// The code of a step that computes a pack; at least one operand is a pack, the others are numbers.
template <opcode Op, step_kind Kind, class Pack>
struct packed_step {
  template <class A, class B, class C>
  [[gnu::always_inline]] static void run(Pack& result, const A& a, const B& b, const C& c) {
    if constexpr (Kind == step_kind::take_first) {
      result = widened<Pack>(b);
    } else if constexpr (Kind == step_kind::take_second) {
      result = widened<Pack>(c);
    } else if constexpr (Op == opcode::select) {
      const Pack first = widened<Pack>(b);
      const Pack second = widened<Pack>(c);
      result = a ? first : second;
    } else if constexpr (Op == opcode::negate) {
      result = -a;
    } else if constexpr (Op == opcode::add) {
      result = a + b;
    } else if constexpr (Op == opcode::subtract) {
      result = a - b;
    } else if constexpr (Op == opcode::multiply) {
      result = a * b;
    } else if constexpr (Op == opcode::multiply_add) {
      result = a * b + c;
    } else if constexpr (Op == opcode::multiply_subtract) {
      result = a * b - c;
    } else {
      static_assert(Op == opcode::negative_multiply_add, "no other operation acts on packs");
      result = c - a * b;
    }
  }
};

/// P::value is the schedule and P::table its steps, P::classes tells what each value is,
/// P::placements[P::first_placement[o]] on where the lanes of output o go.
template <class P, class T, class Pack>
struct packed_line {
  static constexpr int size = at_least_one(P::value.size);
  using frame = packed_frame<T, Pack, size>;

  /// Runs all steps: reads in[k] where input k is first used, writes out[k] as soon as it is known.
  [[gnu::always_inline]] static void run(frame& f, const T* const* in, T* const* out) {
    constants(f, std::make_integer_sequence<int, P::table.constant_count>{});
    range<0, P::table.size>(f, in, out);
  }

 private:
  static constexpr const table_step& at(int i) { return P::table.steps[i]; }
  static constexpr value_class class_of_value(int i) { return P::classes[static_cast<std::size_t>(i)]; }

  template <int... K>
  [[gnu::always_inline]] static void constants([[maybe_unused]] frame& f,
                                               std::integer_sequence<int, K...>) {
    ((f.numbers[P::table.constants[K]] = as_constant<P::table.constants[K]>()), ...);
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
    const auto compute = [&](auto i) __attribute__((always_inline)) { step<Begin + i>(f, in, out); };
    unroll<branch - Begin>(compute);
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

  /// What operand k of a step with this opcode is, if it has so many.
  template <opcode Op, int K>
  [[gnu::always_inline]] static auto& operand_of(frame& f, int i) {
    if constexpr (K >= operation<Op>::arity) {
      return f.numbers[0];
    } else {
      return f.template value<value_class::number>(i);
    }
  }

  template <int I>
  [[gnu::always_inline]] static void step(frame& f, const T* const* in, T* const* out) {
    constexpr table_step s = at(I);
    if constexpr (s.kind == step_kind::store || s.kind == step_kind::store_apart) {
      store<s.target>(f.template value<class_of_value(s.a)>(s.a), out);
    } else if constexpr (s.op == opcode::input) {
      if constexpr (s.a < P::first_unit) {
        f.numbers[s.target] = *in[s.a];
      } else {
        f.packs[s.target] = unit_pack<T, Pack>((s.a - P::first_unit) % lanes_of<T, Pack>);
      }
    } else if constexpr (class_of_value(s.target) == value_class::pack) {
      packed_step<s.op, s.kind, Pack>::run(f.packs[s.target], source<I, 0>(f, s.a),
                                           source<I, 1>(f, s.b), source<I, 2>(f, s.c));
    } else {
      step_code<s.op, s.kind, T>::run(f.template value<class_of_value(s.target)>(s.target),
                                      source<I, 0>(f, s.a), source<I, 1>(f, s.b),
                                      source<I, 2>(f, s.c));
    }
  }

  template <int I, int K>
  [[gnu::always_inline]] static auto& source(frame& f, int i) {
    constexpr table_step s = at(I);
    if constexpr (K < operation<s.op>::arity) {
      constexpr value_class c = class_of_value(K == 0 ? s.a : K == 1 ? s.b : s.c);
      return f.template value<c>(i);
    } else {
      // The cosine of a pair; else any number, which is not read.
      return f.numbers[i];
    }
  }

  template <int Output, class Value>
  [[gnu::always_inline]] static void store(const Value& value, T* const* out) {
    constexpr int first = P::first_placement[Output];
    constexpr int end = P::first_placement[Output + 1];
    if constexpr (std::same_as<Value, Pack>) {
      store_lanes<first, end>(value, out);
    } else {
      unroll<end - first>([&](auto k) __attribute__((always_inline)) {
        *out[P::placements[static_cast<std::size_t>(first + k)].target] = value;
      });
    }
  }

  template <int First, int End>
  [[gnu::always_inline]] static void store_lanes(const Pack& value, T* const* out) {
    if constexpr (First < End) {
      constexpr placement p = P::placements[First];
      constexpr int count = length_of_run(&P::placements[First], End - First);
      // The places are neighbours in memory, too, unless a block or a span ends between them; the
      // compiler knows.
      const auto address = [&](int k) { return reinterpret_cast<std::uintptr_t>(out[p.target + k]); };
      if (address(count - 1) - address(0) == (count - 1) * sizeof(T)) {
        store_run<T, p.lane, count>(value, out[p.target]);
      } else {
        unroll<count>([&](auto k) __attribute__((always_inline)) {
          *out[p.target + k] = value[p.lane + k];
        });
      }
      store_lanes<First + count, End>(value, out);
    }
  }
};

}  // namespace etad::inline ETAD_ABI::detail
