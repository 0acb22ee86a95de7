// SPDX-License-Identifier: MIT
// The table that straight-line code with superwords (pass/superwords.hpp) is generated from.
#pragma once

#include <concepts>
#include <cstddef>
#include <type_traits>

#include <etad/core/shape.hpp>
#include <etad/eval/steps.hpp>
#include <etad/eval/vector_register.hpp>
#include <etad/pass/superwords.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The numbers of type T in a superword: as many as the widest register holds.
#if defined(__AVX512F__)
template <class T>
inline constexpr int superword_lanes = 2 * register_lanes<T>;
#else
template <class T>
inline constexpr int superword_lanes = register_lanes<T>;
#endif

/// Puts the steps in order: a superword comes just before the first step that needs it.
template <int Steps, int Constants>
class superword_layout {
 public:
  template <class Table>
  constexpr superword_layout(const superword_plan& plan, const Table& scalar)
      : plan_(plan), emitted_(plan.words.size()), stored_(plan.place_of_output.size()) {
    for (int i = 0; i < scalar.size; ++i) add(scalar.steps[i]);
    for (int k = 0; k < scalar.constant_count; ++k) table.constants[k] = scalar.constants[k];
    table.constant_count = scalar.constant_count;
  }

  step_table<Steps, Constants> table;

 private:
  constexpr void add(const table_step& t) {
    using role = superword_plan::role;
    if (t.kind == step_kind::store || t.kind == step_kind::store_apart) {
      add_store(t);
    } else if (plan_.roles.items[t.target] == role::take) {
      const superword_plan::place place = plan_.place_of_value.items[t.target];
      const auto word = static_cast<value_id>(place.word);
      emit_word(word);
      emit(step_kind::take_lane, t.target, word, place.lane);
    } else if (plan_.roles.items[t.target] == role::compute) {
      // Clang would collect the sum of all lanes at the end, until when they fill the registers.
      const bool is_real = t.kind == step_kind::compute && quick.real[static_cast<int>(t.op)];
      const int arity = is_real ? arity_of(t.op) : 0;
      table_step s = t;
      if (arity == 2 && (is_first_lane(t.a) || is_first_lane(t.b)))
        s.kind = step_kind::compute_here;
      emit(s);
    }
  }

  constexpr void add_store(const table_step& t) {
    const superword_plan::place place = plan_.place_of_output.items[t.target];
    if (place.word < 0) {
      emit(t);
      return;
    }
    const int first = t.target - place.lane;
    if (stored_.items[first] != 0) return;
    stored_.items[first] = 1;
    emit_word(static_cast<value_id>(place.word));
    emit(step_kind::store_word, first, static_cast<value_id>(place.word));
  }

  constexpr bool is_first_lane(value_id v) const {
    return plan_.roles.items[v] == superword_plan::role::take &&
           plan_.place_of_value.items[v].lane == 0;
  }

  constexpr void emit(const table_step& t) { table.steps[table.size++] = t; }
  constexpr void emit(step_kind kind, int target, value_id a, value_id b = 0, value_id c = 0) {
    emit({opcode::input, kind, static_cast<std::uint16_t>(target), a, b, c, 0});
  }

  constexpr void emit_word(value_id id) {
    if (emitted_.items[id] != 0) return;
    emitted_.items[id] = 1;
    const superword& w = plan_.words.items[id];
    if (w.from == superword::source::load) {
      emit(step_kind::load_word, id, w.a);
    } else if (w.from == superword::source::spread) {
      emit(step_kind::spread_word, id, w.a);
    } else if (w.from == superword::source::shift) {
      emit_word(w.a);
      emit_word(w.b);
      emit(step_kind::shift_word, id, w.a, w.b, w.c);
    } else {
      const int arity = arity_of(w.op);
      emit_word(w.a);
      if (arity > 1) emit_word(w.b);
      if (arity > 2) emit_word(w.c);
      emit({w.op, step_kind::compute_word, id, w.a, w.b, w.c, 0});
    }
  }

  const superword_plan& plan_;
  buffer<char> emitted_;
  /// By the first output of each superword that is stored.
  buffer<char> stored_;
};

/// For each number of type T in objects of types A, the number of its object; -1 if the object holds
/// anything else, or this number alone.
template <class T, class... A>
constexpr buffer<int> objects_of_leaves() {
  buffer<int> objects;
  int object = 0;
  const auto add = [&](int leaves, bool dense) {
    objects.append(static_cast<std::size_t>(leaves), dense ? object++ : -1);
  };
  (add(shape<A>::leaves, std::same_as<typename shape<A>::scalar, T> && leaves_together<A>), ...);
  return objects;
}

/// The types of the objects that hold the inputs or the outputs of a program.
template <class... A>
struct objects {
  template <class T>
  static constexpr buffer<int> of_leaves() {
    return objects_of_leaves<T, std::remove_cv_t<A>...>();
  }
};

/// The superwords of Regular for numbers of type T. Inputs and Outputs are lists of objects; outputs that
/// are in none are guards.
template <class Regular, class T, class Inputs, class Outputs>
struct superword_task {
  static constexpr int lanes = superword_lanes<T>;

  /// A quick look, since most programs have no superwords. Branches are left alone: a superword would be
  /// computed in one arm and read in another.
  static constexpr bool may_have_words() {
    constexpr int least = lanes > superword_repetitions ? lanes : superword_repetitions;
    if (lanes < 2 || Regular::value.inputs < least) return false;
    int loadable = 0;
    for (const int object : Inputs::template of_leaves<T>()) loadable += object >= 0 ? 1 : 0;
    if (loadable < least) return false;
    for (int i = 0; i < Regular::table.size; ++i) {
      if (Regular::table.steps[i].kind == step_kind::branch) return false;
    }
    return true;
  }
  static constexpr superword_plan plan() {
    return find_superwords(thaw(Regular::value), {lanes, Inputs::template of_leaves<T>(),
                                                  Outputs::template of_leaves<T>()});
  }
  static constexpr int word_count() {
    return may_have_words() ? static_cast<int>(plan().words.size()) : 0;
  }
};

template <class Task>
inline constexpr int superword_count = Task::word_count();

/// What the code of a program with superwords is generated from. The plan is made a second time for it:
/// a constant that holds a plan would cost every program without superwords more.
template <class Regular, class Task>
struct superword_form {
  static constexpr const auto& value = Regular::value;
  static constexpr int lanes = Task::lanes;
  static constexpr int words = superword_count<Task>;

  /// A step for each superword at most is added to the others.
  static constexpr auto table =
      superword_layout<Regular::table.size + words, at_least_one(Regular::table.constant_count)>(
          Task::plan(), Regular::table)
          .table;
};

}  // namespace etad::inline ETAD_ABI::detail
