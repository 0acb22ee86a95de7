// SPDX-License-Identifier: MIT
// What every verb works out of a callable and its arguments, and how it runs the program it built.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>

#include <etad/api/traceable.hpp>
#include <etad/api/wrt.hpp>
#include <etad/core/buffer.hpp>
#include <etad/core/matrix.hpp>
#include <etad/core/shape.hpp>
#include <etad/eval/evaluate.hpp>
#include <etad/ir/schedule.hpp>
#include <etad/lower/trace.hpp>
#include <etad/pass/pipeline.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class T>
using scalar_of_leaf = std::conditional_t<std::is_integral_v<T>, double, T>;

/// The scalar type of a call: the common type of all leaves, whole numbers counting as double;
/// traced if any of them is.
template <class... A>
struct call_scalar {
  using type = std::common_type_t<scalar_of_leaf<typename shape_of<A>::scalar>...>;
};
template <class... A>
  requires(std::same_as<typename shape_of<A>::scalar, traced> || ...)
struct call_scalar<A...> {
  using type = traced;
};

/// The program of F for arguments of these shapes.
template <class F, class... Shapes>
struct traced_source {
  static constexpr wide_schedule value = freeze(without_dead_code(trace<F, Shapes...>(F{})));
};

/// A tuple of one element is that element.
template <class Tuple>
struct unwrapped {
  using type = Tuple;
};
template <class Item>
struct unwrapped<std::tuple<Item>> {
  using type = Item;
};

/// The candidates that are chosen as a tuple. Not by std::tuple_cat, whose body compilers would build.
template <bool Chosen, class Item>
struct candidate;
template <class Tuple, class... Candidate>
struct chosen {
  using type = Tuple;
};
template <class... Item, class Next, class... Rest>
struct chosen<std::tuple<Item...>, candidate<true, Next>, Rest...>
    : chosen<std::tuple<Item..., Next>, Rest...> {};
template <class... Item, class Next, class... Rest>
struct chosen<std::tuple<Item...>, candidate<false, Next>, Rest...>
    : chosen<std::tuple<Item...>, Rest...> {};

/// What the arguments of a call say, whatever the callable.
template <class Wrt, class... A>
struct call_arguments {
  using scalar = typename call_scalar<A...>::type;
  static constexpr int leaves = leaf_count<A...>;

  /// 1 for every input that is differentiated.
  static constexpr buffer<char> wanted() {
    buffer<char> mask;
    int k = 0;
    ((mask.append(static_cast<std::size_t>(shape_of<A>::leaves),
                  Wrt::selects(k) ? char{1} : char{0}),
      ++k),
     ...);
    return mask;
  }

  /// The differentiated arguments as a tuple, with leaves of the call's scalar type.
  template <std::size_t... Index>
  static auto selected(std::index_sequence<Index...>) ->
      typename chosen<std::tuple<>,
                      candidate<Wrt::selects(static_cast<int>(Index)), rebind<A, scalar>>...>::type;
  using selected_arguments = decltype(selected(std::index_sequence_for<A...>{}));
  static constexpr int selected_leaves = shape<selected_arguments>::leaves;

  /// What a gradient looks like: the differentiated argument, or a tuple of several.
  using mirrored = typename unwrapped<selected_arguments>::type;
};

/// What a traced call must fulfil. A class of its own, since Clang gives up on a class whose assertion
/// fails, and the errors that follow say more.
template <class F, class Wrt, class... A>
struct requirements {
  static constexpr bool can_be_run = stateless_callable<F> && accepts_traced<F, A...>;
  static_assert(Wrt::within(sizeof...(A)),
                "ETAD-011: wrt<I...> requires argument positions counted from 0; one of them is "
                "not below the number of arguments of this call.");
  static_assert(!(std::is_void_v<typename shape_of<A>::scalar> || ...),
                "ETAD-055: etad requires the items of a tuple, pair or map to be numbers or arrays "
                "and structures of numbers, and structures to have such members; other types were "
                "seen. Capture them, or make them members of a structure adapted with Boost.Hana.");
  static_assert(
      (argument<A> && ...),
      "ETAD-012: etad requires arguments that are numbers or (nested) std::array, "
      "std::vector or std::span<const T> of numbers, or structures of them; another type was seen. "
      "Copy the data into one of these; for structures include <etad/interop/hana.hpp> and adapt "
      "them by BOOST_HANA_DEFINE_STRUCT.");
  static_assert(
      (!holds_data<A> && ...),
      "ETAD-055: etad::traced_only, forward, reverse, elimination and whatever counts operations "
      "require "
      "arguments whose members are numbers or constants in their type, since programs know "
      "types alone; a structure with other members was seen. Drop the mode, or wrap the "
      "function that takes such a derivative in etad::opaque, and dual numbers serve.");
  static_assert(
      accepts_traced<F, A...>,
      "ETAD-013: etad runs the callable on etad::traced in place of the scalar type and "
      "requires it to accept that; it does not. Make it generic: auto or template "
      "parameters for every scalar, std::array<T, N> for arrays; write using std::sin; "
      "sin(x) where it says std::sin(x); wrap a function pointer in a lambda; pass as many "
      "arguments as it takes.");
  static_assert(
      stateless_callable<F>,
      "ETAD-010: etad::traced_only, forward, reverse, elimination and whatever counts operations "
      "require a callable without state: a lambda that captures nothing or an empty "
      "functor. This one has captures, members or no default constructor. Drop the mode, "
      "or traced_only, and dual numbers serve; or pass the captured values as arguments and leave "
      "them "
      "out of wrt<...>.");
  static_assert(traceable_result<traced_result_of<F, A...>>,
                "ETAD-014: etad requires a callable that returns numbers or (nested) std::array of "
                "numbers, or structures of them; it returned another type. Return std::array for "
                "several results; for structures include <etad/interop/hana.hpp>.");
  static_assert(
      !can_be_run || runs_in_the_compiler<F, A...>,
      "ETAD-019: etad::traced_only, forward, reverse, elimination and whatever counts operations "
      "require a callable that the compiler can run: all functions it calls must be "
      "constexpr, and the work must stay within the compiler's limits for constant "
      "evaluation. That failed; the next error says where. Drop the mode, or "
      "traced_only, and dual numbers serve.");
  static constexpr bool met = true;
};

/// A call whose callable is traced.
template <class F, class Wrt, class... A>
struct function_call : call_arguments<Wrt, A...> {
  static_assert(requirements<F, Wrt, A...>::met);
  static constexpr bool is_traced = true;

  using scalar = typename function_call::scalar;
  using source = traced_source<F, rebind<A, traced>...>;
  using traced_result = traced_result_of<F, A...>;
  using result = rebind<traced_result, scalar>;

  /// The same call on doubles. A program does not depend on the scalar type, so calls that differ only
  /// in that share their programs.
  using shape_call = function_call<F, Wrt, rebind<A, double>...>;

  static constexpr int results = shape_of<traced_result>::leaves;
};

/// Pointers to the leaves of the arguments; leaves of another type are converted first.
template <class T, int Count>
struct input_leaves {
  const T* at[static_cast<std::size_t>(at_least_one(Count))];
  std::array<T, static_cast<std::size_t>(at_least_one(Count))> converted;
  int count = 0;

  template <class... A>
  [[gnu::always_inline]] constexpr void collect(const A&... a) {
    const auto add = [&](const auto& leaf) __attribute__((always_inline)) {
      // A volatile number is read once, like one of another type.
      if constexpr (std::same_as<std::remove_reference_t<decltype(leaf)>, const T>) {
        at[count] = &leaf;
      } else {
        converted[static_cast<std::size_t>(count)] = static_cast<T>(leaf);
        at[count] = &converted[static_cast<std::size_t>(count)];
      }
      ++count;
    };
    (shape_of<A>::visit(a, add), ...);
  }
  /// Copies all leaves, for callers whose outputs may overlap them.
  template <class... A>
  constexpr void copy(const A&... a) {
    const auto add = [&](const auto& leaf) {
      converted[static_cast<std::size_t>(count)] = static_cast<T>(leaf);
      ++count;
    };
    (shape_of<A>::visit(a, add), ...);
  }
};

/// Pointers to the leaves of results.
template <class T, int Count>
struct output_leaves {
  T* at[static_cast<std::size_t>(at_least_one(Count))];
  int count = 0;

  template <class... A>
  [[gnu::always_inline]] constexpr void collect(const std::tuple<A&...>& parts) {
    const auto add = [&](T & leaf) __attribute__((always_inline)) {
      at[count] = &leaf;
      ++count;
    };
    shape<std::tuple<A&...>>::visit(parts, add);
  }
};

/// The forms of a program that are compiled into the executable.
template <class Program>
struct full_form {
  static constexpr auto value = fit<fitted_schedule<Program::value>>(Program::value);
};
template <class Program>
struct detached_wide {
  static constexpr wide_schedule value = freeze(without_dead_code(detached(thaw(Program::value))));
};
template <class Program>
  requires(states_derivatives(Program::value.code, Program::value.size))
struct full_form<Program> {
  static constexpr auto value =
      fit<fitted_schedule<detached_wide<Program>::value>>(detached_wide<Program>::value);
};
// Each stage is a constant of its own: compilers limit the work for one constant.
template <class Program>
struct regularized_wide {
  static constexpr wide_schedule value = freeze(regularized(thaw(Program::value)));
};
template <class Program>
struct regular_wide {
  static constexpr wide_schedule value = freeze(finished(thaw(regularized_wide<Program>::value)));
};
template <class Program>
struct regular_steps {
  static constexpr wide_step_list value =
      freeze_steps(steps_of(thaw(regular_wide<Program>::value)));
};
template <class Program>
struct regular_table {
  static constexpr wide_step_table value =
      tabulate(thaw(regular_wide<Program>::value), regular_steps<Program>::value,
               Program::value.output_count);
};
template <class Program>
struct regular_form {
  static constexpr auto value =
      fit<fitted_schedule<regular_wide<Program>::value>>(regular_wide<Program>::value);
  static constexpr auto table =
      fit_table<at_least_one(regular_table<Program>::value.size),
                at_least_one(regular_table<Program>::value.constant_count)>(
          regular_table<Program>::value);
};

/// Appends Program to the trace that the inputs belong to.
template <class Program>
constexpr void inline_program(const traced* const* in, traced* const* out) {
  const auto& s = Program::value;
  trace_state* state = nullptr;
  for (int k = 0; k < s.inputs; ++k) {
    if (!in[k]->is_constant()) state = in[k]->state();
  }
  if (state == nullptr) {
    error_derivative_of_constants_in_traced_code();
    return;
  }
  buffer<value_id> renamed;
  for (int i = 0; i < s.size; ++i) {
    const instruction n = s.at(i);
    if (n.op() == opcode::input) {
      renamed.push_back(in[n.a()]->id_in(state));
    } else if (n.op() == opcode::constant) {
      renamed.push_back(state->code.constant(s.literals[n.a()]));
    } else {
      const int arity = arity_of(n.op());
      instruction copy(n.op(), arity > 0 ? renamed[n.a()] : 0u, arity > 1 ? renamed[n.b()] : 0u,
                       arity > 2 ? renamed[n.c()] : 0u);
      copy.set_derivative(n.is_derivative());
      renamed.push_back(state->code.record(copy));
    }
  }
  for (int k = 0; k < s.output_count; ++k) *out[k] = traced(state, renamed[s.outputs[k]]);
}

/// Interprets Program on arguments a..., writing the tied parts of a result.
template <class Program, class T, class... P, class... A>
constexpr void interpret_call(const std::tuple<P&...>& parts, const A&... a) {
  input_leaves<T, Program::value.inputs> in;
  in.collect(a...);
  output_leaves<T, Program::value.output_count> out;
  out.collect(parts);
  interpret_program<full_form<Program>, T>(in.at, out.at);
}

// Where singular points go at run time, out of the way of the code for all others.
template <class Program, class T, class Parts, class... A>
[[gnu::noinline, gnu::cold]] void interpret_singular(const Parts& parts, const A&... a) {
  interpret_call<Program, T>(parts, a...);
}

/// A program that has code of its own for packs of numbers of type T, run_packed (api/packed_call.hpp).
template <class Program, class T>
concept has_packed_code = requires {
  requires(Program::template lanes<T> > 1);
};

/// Runs Program on scalars of type T, or writes it into a trace if T is traced. The parts of the
/// result must not overlap the arguments.
template <class Program, class T, class... P, class... A>
[[gnu::always_inline]] constexpr void run(const std::tuple<P&...>& parts, const A&... a) {
  if constexpr (std::same_as<T, traced>) {
    input_leaves<T, Program::value.inputs> in;
    in.collect(a...);
    output_leaves<T, Program::value.output_count> out;
    out.collect(parts);
    inline_program<Program>(in.at, out.at);
  } else if constexpr (!built_in_scalar<T>) {
    interpret_call<Program, T>(parts, a...);
  } else {
    if (std::is_constant_evaluated()) {
      interpret_call<Program, T>(parts, a...);
    } else {
      input_leaves<T, Program::value.inputs> in;
      in.collect(a...);
      output_leaves<T, Program::value.output_count> out;
      out.collect(parts);
      bool valid = false;
      if constexpr (has_packed_code<Program, T>) {
        if constexpr (Program::template form<T>::cleared) shape<std::tuple<P&...>>::clear(parts);
        valid = Program::template run_packed<T>(in.at, out.at);
      } else {
        if constexpr (regular_form<Program>::table.cleared) {
          shape<std::tuple<P&...>>::clear(parts);
        }
        valid =
            run_regular<full_form<Program>, regular_form<Program>, T, objects<A...>, objects<P...>>(
                in.at, out.at);
      }
      if (!valid) [[unlikely]] {
        interpret_singular<Program, T>(parts, a...);
      }
    }
  }
}

}  // namespace etad::inline ETAD_ABI::detail
