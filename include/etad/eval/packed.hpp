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

/// What the values of a packed program are: packs depend on the inputs from first_unit on.
template <class Schedule>
constexpr buffer<value_class> classes_of(const Schedule& s, int first_unit) {
  buffer<value_class> classes(static_cast<std::size_t>(s.size));
  for (int i = 0; i < s.size; ++i) {
    const instruction x = s.at(i);
    value_class& c = classes[static_cast<std::size_t>(i)];
    if (facts(x.op()).result == kind::mask) c = value_class::mask;
    if (x.op() == opcode::input && x.a() >= first_unit) c = value_class::pack;
    for (int k = 0; k < (is_leaf(x.op()) ? 0 : arity_of(x.op())); ++k) {
      if (classes[x.operand(k)] == value_class::pack) c = value_class::pack;
    }
  }
  return classes;
}

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

/// The code of one kind of step, shared by all such steps as in eval/straight_line.hpp.
template <opcode Op, step_kind Kind, value_class Result, class T, class Pack>
struct packed_step : step_code<Op, Kind, T> {};

/// At least one operand is a pack, the others are numbers.
template <opcode Op, step_kind Kind, class T, class Pack>
struct packed_step<Op, Kind, value_class::pack, T, Pack> {
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
    } else if constexpr (Op == opcode::divide) {
      result = a / b;
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

/// Packs with 1 in one lane are set before the first step.
template <class T, class Pack>
struct packed_step<opcode::input, step_kind::compute, value_class::pack, T, Pack> {
  template <class... Unused>
  [[gnu::always_inline]] static void run(Pack&, const Unused&...) {}
};

/// Stores output Output of P, a number or the lanes of a pack.
template <class P, int Output>
struct packed_store {
  static constexpr int first = P::first_placement[Output];
  static constexpr int end = P::first_placement[Output + 1];

  template <class T, class Value, class... Unused>
  [[gnu::always_inline]] static void run(T* const* out, const Value& value, const Unused&...) {
    if constexpr (std::same_as<T, Value>) {
      unroll<end - first>([&](auto k) __attribute__((always_inline)) {
        *out[P::placements[static_cast<std::size_t>(first + k)].target] = value;
      });
    } else {
      lanes<first>(out, value);
    }
  }

 private:
  template <int First, class T, class Pack>
  [[gnu::always_inline]] static void lanes(T* const* out, const Pack& x) {
    if constexpr (First < end) {
      constexpr placement p = P::placements[First];
      constexpr int count = length_of_run(&P::placements[First], end - First);
      // The places are neighbours in memory, too, unless a block or a span ends between them; the
      // compiler knows.
      const auto address = [&](int k) __attribute__((always_inline)) {
        return reinterpret_cast<std::uintptr_t>(out[p.target + k]);
      };
      if (address(count - 1) - address(0) == (count - 1) * sizeof(T)) {
        store_run<T, p.lane, count>(x, out[p.target]);
      } else {
        unroll<count>([&](auto k)
                          __attribute__((always_inline)) { *out[p.target + k] = x[p.lane + k]; });
      }
      lanes<First + count>(out, x);
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
    unroll<P::table.constant_count>([&](auto k) __attribute__((always_inline)) {
      constexpr value_id id = P::table.constants[k];
      constexpr literal value = P::value.literals[P::value.at(id).a()];
      f.numbers[id] = value.template as<T>();
    });
    unroll<P::unit_count>([&](auto k) __attribute__((always_inline)) {
      f.packs[P::units[k]] = unit_pack<T, Pack>(k % lanes_of<T, Pack>);
    });
    range<0, P::table.size>(f, in, out);
  }

 private:
  static constexpr const table_step& at(int i) { return P::table.steps[i]; }
  static constexpr value_class class_at(int i) { return P::classes[static_cast<std::size_t>(i)]; }
  static constexpr bool is_store(int i) {
    return at(i).kind == step_kind::store || at(i).kind == step_kind::store_apart;
  }

  static constexpr int next_branch(int from, int end) {
    while (from < end && at(from).kind != step_kind::branch) ++from;
    return from;
  }

  template <int Begin, int End>
  [[gnu::always_inline]] static void range(frame& f, const T* const* in, T* const* out) {
    constexpr int branch = next_branch(Begin, End);
    blocks<Begin, branch>(f, in, out, block_indices<branch - Begin>{});
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
    (block<Begin + B * unroll_block>(f, in, out, indices_in_block<End - Begin, B>{}), ...);
  }

  template <bool Store, value_class Class>
  [[gnu::always_inline]] static auto& target(frame& f, T* const*& out, int i) {
    if constexpr (Store) {
      return out;
    } else {
      return f.template value<Class>(i);
    }
  }
  template <bool Input, value_class Class, kind Kind = kind::real>
  [[gnu::always_inline]] static decltype(auto) source(frame& f, const T* const* in, int i) {
    if constexpr (Kind == kind::function) {
      return opaque_function_at<P>(i);
    } else if constexpr (Input && Class != value_class::pack) {
      return (*in[i]);
    } else {
      return (f.template value<Class>(i));
    }
  }

  /// Of the operand only whether it is a function: the classes tell masks.
  template <int Index, int K>
  static constexpr kind kind_at = is_store(Index) ? kind::real
                                                  : operation<at(Index).op>::operands[K];

  template <int Index>
  using code = std::conditional_t<
      is_store(Index), packed_store<P, is_store(Index) ? at(Index).target : 0>,
      packed_step<at(Index).op, at(Index).kind, class_at(at(Index).target), T, Pack>>;

  template <int First, int... Index>
  [[gnu::always_inline]] static void block(frame& f, const T* const* in, T* const* out,
                                           std::integer_sequence<int, Index...>) {
    (code<First + Index>::run(
         target<is_store(First + Index), class_at(at(First + Index).target)>(
             f, out, at(First + Index).target),
         source < at(First + Index).op == opcode::input && !is_store(First + Index),
         at(First + Index).op == opcode::input && !is_store(First + Index)
             ? class_at(at(First + Index).target)
             : class_at(at(First + Index).a) > (f, in, at(First + Index).a),
         source<false, class_at(at(First + Index).b), kind_at<First + Index, 1>>(
             f, in, at(First + Index).b),
         source<false, class_at(at(First + Index).c), kind_at<First + Index, 2>>(
             f, in, at(First + Index).c)),
     ...);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
