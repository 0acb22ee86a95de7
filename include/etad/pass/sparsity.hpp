// SPDX-License-Identifier: MIT
// Which entries of a Jacobian can differ from zero, whatever the numbers: those whose output depends
// on the input through operations that have a derivative.
#pragma once

#include <etad/core/buffer.hpp>
#include <etad/core/index_sets.hpp>
#include <etad/core/nonzeros.hpp>
#include <etad/core/operation_table.hpp>
#include <etad/ir/program.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The pattern of the Jacobian of p's outputs from first_output on by its wanted inputs, columns
/// counted over these alone; `active` as pass/activity.hpp finds it. A zero that comes about by
/// cancellation, as in (x + y) - y, counts as a nonzero. Cost: one visit an instruction and 64 columns.
constexpr nonzeros jacobian_pattern(const program& p, const buffer<char>& wanted,
                                    const buffer<char>& active, std::size_t first_output = 0) {
  buffer<std::size_t> column_of(wanted.size());
  std::size_t columns = 0;
  for (std::size_t j = 0; j < wanted.size(); ++j) {
    if (wanted[j] != 0) column_of[j] = columns++;
  }
  index_sets depends(p.code.size(), columns);
  for (std::size_t n = 0; n < p.code.size(); ++n) {
    if (active.items[n] == 0) continue;
    const instruction x = p.code.items[n];
    if (x.op() == opcode::input) {
      depends.insert(n, column_of[x.a()]);
      continue;
    }
    for (int k = first_sloped(x.op()); k < end_sloped(x.op()); ++k) {
      if (active.items[x.operand(k)] != 0) depends.merge(n, x.operand(k));
    }
  }
  nonzeros result(columns);
  for (std::size_t i = first_output; i < p.outputs.size(); ++i) {
    depends.for_each(p.outputs[i], [&](std::size_t j) { result.append(j); });
    result.end_row();
  }
  return result;
}

/// The pattern of a symmetric matrix of which only the triangle below the diagonal is computed.
constexpr nonzeros mirrored(const nonzeros& pattern) {
  const std::size_t n = pattern.rows();
  index_sets rows(n, n);
  for (std::size_t i = 0; i < n; ++i) {
    pattern.for_row(i, [&](std::size_t j) {
      if (j > i) return;
      rows.insert(i, j);
      rows.insert(j, i);
    });
  }
  nonzeros result(n);
  for (std::size_t i = 0; i < n; ++i) {
    rows.for_each(i, [&](std::size_t j) { result.append(j); });
    result.end_row();
  }
  return result;
}

}  // namespace etad::inline ETAD_ABI::detail
