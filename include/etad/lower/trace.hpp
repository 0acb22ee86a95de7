// SPDX-License-Identifier: MIT
// Runs a callable on traced arguments, along every path through its branches, and merges the paths.
#pragma once

#include <tuple>

#include <etad/core/accepts.hpp>
#include <etad/core/buffer.hpp>
#include <etad/core/shape.hpp>
#include <etad/expr/without_values.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

/// How many paths a function may have. Every branch that the function takes depending on its
/// arguments can double their number; `select`, `max`, `min`, `abs` and `clamp` do not branch.
inline constexpr int path_limit = 256;

struct traced_path {
  buffer<trace_state::decision> decisions;
  buffer<value_id> outputs;
};

/// The outputs of the paths [first, last), which agree in their first `depth` decisions: where they
/// part, a selection by the comparison that parted them.
constexpr buffer<value_id> merge_paths(builder& b, const buffer<traced_path>& paths,
                                       std::size_t first, std::size_t last, std::size_t depth) {
  if (last - first == 1) return paths[first].outputs;
  std::size_t middle = first;
  while (paths[middle].decisions[depth].outcome) ++middle;
  const buffer<value_id> taken = merge_paths(b, paths, first, middle, depth + 1);
  buffer<value_id> merged = merge_paths(b, paths, middle, last, depth + 1);
  const value_id mask = paths[first].decisions[depth].mask;
  for (std::size_t k = 0; k < merged.size(); ++k) {
    if (taken[k] != merged[k]) merged[k] = b.record(opcode::select, mask, taken[k], merged[k]);
  }
  return merged;
}

/// Runs f on traced arguments, once for each path, and calls visit(result) after each until it returns false.
///
/// Each run repeats the outcomes of an earlier run up to its last comparison that held, turns that
/// one over and goes on from there; so all paths are visited, those with true outcomes first.
template <class F, class... Args, class Visit>
constexpr void visit_paths(trace_state& state, std::tuple<Args...>& arguments, const F& f,
                           Visit visit) {
  const auto make_input = [&](traced& leaf) { leaf = traced(&state, state.code.input()); };
  std::apply([&](auto&... argument) { (shape_of<Args>::visit(argument, make_input), ...); },
             arguments);
  while (true) {
    if (!visit(std::apply(as_told<F>{f}, std::as_const(arguments)))) break;

    state.script.clear();
    for (const trace_state::decision& d : state.decisions) state.script.push_back(d.outcome);
    while (!state.script.empty() && state.script.back() == 0) state.script.pop_back();
    if (state.script.empty()) break;
    state.script.back() = 0;
    state.decisions.clear();
  }
}

/// The program of f, called with arguments whose scalars are traced; numbers outside of the trace are refused, or
/// become inputs behind the arguments and are appended to `found`.
template <class F, class... Args>
constexpr program trace(const F& f, buffer<outside_number>* found = nullptr) {
  trace_state state;
  state.finds_outside = found != nullptr;
  std::tuple<Args...> arguments;
  buffer<traced_path> paths;
  visit_paths(state, arguments, f, [&](const auto& result) {
    traced_path path;
    const auto add_output = [&](const traced& leaf) { path.outputs.push_back(leaf.id_in(&state)); };
    shape_of<decltype(result)>::visit(result, add_output);
    path.decisions = state.decisions;
    paths.push_back(path);
    if (static_cast<int>(paths.size()) > path_limit) error_too_many_paths();
    return true;
  });
  if (found != nullptr) {
    for (const auto& known : state.outside) found->push_back(known.number);
  }
  state.code.result().outputs = merge_paths(state.code, paths, 0, paths.size(), 0);
  return static_cast<program&&>(state.code.result());
}

}  // namespace etad::inline ETAD_ABI::detail
