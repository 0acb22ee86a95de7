// SPDX-License-Identifier: MIT
// Runs a program: compiled, interpreted, or written into the trace of another function.
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include <etad/call/traced/forms.hpp>
#include <etad/call/traced/leaves.hpp>
#include <etad/eval/evaluate.hpp>
#include <etad/expr/traced.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Appends Program to the trace that the inputs belong to.
template <class Program>
constexpr void inline_program(const traced* const* in, traced* const* out) {
  const auto& s = Program::value;
  trace_state* state = nullptr;
  for (int k = 0; k < s.inputs; ++k) {
    if (in[k]->state() != nullptr) state = in[k]->state();
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

/// A program that has code of its own for packs of numbers of type T, run_packed (call/traced/packed_call.hpp).
template <class Program, class T>
concept has_packed_code = requires {
  requires(Program::template lanes<T> > 1);
};

/// Runs Program on scalars of type T, or writes it into a trace if T is traced. The parts of the
/// result must not overlap the arguments.
template <class Program, class T, class... P, class... A>
[[gnu::always_inline]] constexpr void run(const std::tuple<P&...>& parts, const A&... a) {
  if constexpr (!limit_requirement<(built_in_scalar<T> ? compilable<Program>
                                                       : derivable<Program>)>::met) {
    return;
  } else if constexpr (std::same_as<T, traced>) {
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
