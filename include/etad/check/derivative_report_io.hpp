// SPDX-License-Identifier: MIT
// Printing what check_derivatives found. Not part of etad.hpp, which includes no streams.
#pragma once

#include <limits>
#include <ostream>

#include <etad/check/check_derivatives.hpp>

namespace etad::inline ETAD_ABI {

/// One line: the verdict, the worst entry with its three derivatives in all their digits, and where they
/// disagree the cause.
template <class T>
std::ostream& operator<<(std::ostream& out, const derivative_report<T>& report) {
  const std::streamsize precision = out.precision(std::numeric_limits<T>::max_digits10);
  out << (report.ok ? "derivatives agree" : "derivatives DISAGREE") << "; worst: number "
      << report.row << " of the result by number " << report.element << " of argument "
      << report.argument << ": forward " << report.forward << ", reverse " << report.reverse
      << ", difference " << report.difference;
  out.precision(3);
  out << "; " << report.worst_error << " of the allowed error";
  if (!report.ok) out << "; " << to_string(report.cause);
  out.precision(precision);
  return out;
}

}  // namespace etad::inline ETAD_ABI
