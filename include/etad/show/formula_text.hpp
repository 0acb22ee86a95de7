// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>

#include <etad/print/formula.hpp>
#include <etad/verb/formula_derivative.hpp>

namespace etad::inline ETAD_ABI {

/// The text of a formula as it was written, `sin(x0 * x1) + 2 * exp(x0)`, run-time constants by their
/// values. A formula that holds a derivative is printed from its program, by the formulas that hold at
/// all but singular points; what is used several times stands before, one line each: `t1 = ...`.
template <class Node, class T, int Count>
std::string to_text(const formula<Node, T, Count>& f) {
  static_assert(!std::same_as<Node, nodes::oversized_node<detail::kind::real>>,
                "ETAD-053: etad requires formulas of at most 400 operations, arguments and "
                "constants, each use counted; this one is larger.");
  return detail::text_of(f);
}

template <class Node, class T, int Count>
std::ostream& operator<<(std::ostream& out, const formula<Node, T, Count>& f) {
  return out << to_text(f);
}

}  // namespace etad::inline ETAD_ABI
