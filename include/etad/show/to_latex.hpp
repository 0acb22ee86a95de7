// SPDX-License-Identifier: MIT
// A function or its derivative as LaTeX. Not part of etad.hpp: printing is for people.
#pragma once

#include <string>

#include <etad/print/latex.hpp>
#include <etad/show/printable.hpp>

namespace etad::inline ETAD_ABI {

/// The formulas of f for arguments of types Args as an `aligned` environment of LaTeX with amsmath,
/// to stand in display mathematics:
///   to_latex<double, double>(f)
///   to_latex<double, double>(gradient(f), {.results = {"\\partial_x f", "\\partial_y f"}})
///
/// What is used several times gets a name, t_1, t_2, ..., so that the text is no longer than the
/// program; branches are cases. Shown are the formulas that hold at all but singular points, for
/// people to read: products and sums are not bracketed in the order in which they are computed.
/// Numbers are shown in the precision of double. Cost: at run time, linear in the length of the
/// program. Errors: as etad::jacobian.
template <class... Args, class F>
std::string to_latex(const F& f, const print_names& names = {}) {
  const detail::printed_function printed = detail::printable<Args...>(f, names);
  const detail::program p = detail::regular_formulas(printed.code);
  return detail::latex_source(printed, p).text();
}

}  // namespace etad::inline ETAD_ABI
