// SPDX-License-Identifier: MIT
// A function or its derivative as a graph. Not part of etad.hpp: printing is for people.
#pragma once

#include <string>

#include <etad/print/dot.hpp>
#include <etad/show/printable.hpp>

namespace etad::inline ETAD_ABI {

/// The graph of f for arguments of types Args in the language of Graphviz (`dot -Tsvg`):
///   to_dot<double, double>(f)
///   to_dot<double, double>(gradient(f), {.results = {"df/dx", "df/dy"}})
///
/// Arguments and results are white boxes, the operations of the function itself ellipses, those of
/// its derivatives boxes in another colour; comparisons and what they decide are dashed. Operands
/// enter from left to right, constants stand in the nodes that use them. Shown are the formulas
/// that hold at all but singular points. Cost: at run time, linear in the length of the program.
/// Errors: as etad::jacobian.
template <class... Args, class F>
std::string to_dot(const F& f, const print_names& names = {}) {
  const detail::printed_function printed = detail::printable<Args...>(f, names);
  const detail::program p = detail::regular_formulas(printed.code);
  return detail::dot_source(printed, p).text();
}

}  // namespace etad::inline ETAD_ABI
