// SPDX-License-Identifier: MIT
// Helpers of the tests of passes: programs are written as text (docs/ir.md).
#pragma once

#include <doctest/doctest.h>

#include <cmath>

#include <string>
#include <vector>

#include <etad/eval/interpret.hpp>
#include <etad/ir/verify.hpp>

#include "ir/parse.hpp"

namespace pass_text {

using namespace etad::detail;
using ir_text::parse;

inline void check_valid(const program& p, const char* pass) {
  const verification v = verify(p, pass);
  CHECK_MESSAGE(v.ok(), text_of(v), "\n", text_of(p));
}

inline int count(const program& p, opcode op) {
  int n = 0;
  for (const instruction x : p.code) n += x.op() == op ? 1 : 0;
  return n;
}

/// The real outputs of p at x.
inline std::vector<double> values(const program& p, const std::vector<double>& x) {
  std::vector<double> reals(p.code.size() + 1);
  bool masks[512] = {};
  const auto s = freeze<schedule<512, 64, 64>>(p);
  std::vector<double> y;
  interpret<all_operations>(
      s, reals.data(), masks, [&](int k) { return x[static_cast<std::size_t>(k)]; },
      [&](int, double value) { y.push_back(value); });
  return y;
}

}  // namespace pass_text
