// SPDX-License-Identifier: MIT
// Composes the passes: from the program of a function to the programs of its derivatives.
#pragma once

#include <etad/core/buffer.hpp>
#include <etad/pass/activity.hpp>
#include <etad/pass/adjoint.hpp>
#include <etad/pass/colouring.hpp>
#include <etad/pass/dce.hpp>
#include <etad/pass/detach.hpp>
#include <etad/pass/eliminate.hpp>
#include <etad/pass/estimate.hpp>
#include <etad/pass/fuse.hpp>
#include <etad/pass/packed.hpp>
#include <etad/pass/push_edges.hpp>
#include <etad/pass/regularize.hpp>
#include <etad/pass/sparsity.hpp>
#include <etad/pass/tangent.hpp>

namespace etad::inline ETAD_ABI::detail {

/// How a Jacobian is accumulated. The eliminations differ in the order of the vertices.
enum class jacobian_mode : std::uint8_t {
  automatic,
  forward,
  reverse,
  elimination,
  eliminate_forward,
  eliminate_reverse,
  eliminate_markowitz,
  lanes,
  push_edges,
};

/// All entries of the Jacobian of p, row by row over all inputs, appended to b; the constant zero
/// marks a structural zero.
constexpr buffer<value_id> append_jacobian(builder& b, const program& p, const buffer<char>& wanted,
                                           jacobian_mode mode) {
  const buffer<char> active = active_values(p, wanted);
  const auto columns = static_cast<std::size_t>(p.inputs);
  const value_id zero = b.constant(0.0);
  const value_id one = b.constant(1.0);
  buffer<value_id> result(p.outputs.size() * columns, zero);
  if (mode == jacobian_mode::forward) {
    for (std::size_t j = 0; j < columns; ++j) {
      if (wanted[j] == 0) continue;
      buffer<value_id> seeds(columns, zero);
      seeds[j] = one;
      const buffer<value_id> column = append_tangents(b, p, active, seeds);
      for (std::size_t i = 0; i < column.size(); ++i) result[i * columns + j] = column[i];
    }
  } else if (mode == jacobian_mode::reverse) {
    for (std::size_t i = 0; i < p.outputs.size(); ++i) {
      buffer<value_id> seeds(p.outputs.size(), zero);
      seeds[i] = one;
      const buffer<value_id> row = append_adjoints(b, p, active, seeds);
      for (std::size_t j = 0; j < columns; ++j) result[i * columns + j] = row[j];
    }
  } else {
    const elimination_order order =
        mode == jacobian_mode::eliminate_forward   ? elimination_order::forward
        : mode == jacobian_mode::eliminate_reverse ? elimination_order::reverse
                                                   : elimination_order::markowitz;
    result = append_jacobian_by_elimination(b, p, active, order);
  }
  return result;
}

/// Up to this length of a gradient program its Hessian is accumulated in Markowitz order.
inline constexpr std::size_t markowitz_limit = 192;

/// Whether p holds derivatives that the user states, whose slopes are rules of their own.
constexpr bool states_derivatives(const program& p) {
  for (const instruction x : p.code) {
    if (states_derivative(x.op()) || is_opaque_call(x.op())) return true;
  }
  return false;
}

/// The mode that needs the fewest operations by the count of estimate_modes. A sweep for each row or
/// column would repeat what rows or columns share, so several of them are accumulated by vertex
/// elimination in the order of the sweep. The graph of a gradient, whose Jacobian is `symmetric`, is
/// narrow in the middle and wide at both ends, so that neither order suits it; the lowest Markowitz
/// degree finds the middle. Looking for it takes quadratic time: only in short programs.
constexpr jacobian_mode cheapest_mode(const program& p, std::size_t first_output,
                                      const buffer<char>& wanted, bool symmetric) {
  std::size_t columns = 0;
  for (const char w : wanted) columns += static_cast<std::size_t>(w);
  if (columns == 1) return jacobian_mode::forward;
  if (symmetric && first_output == 1 && !states_derivatives(p)) return jacobian_mode::push_edges;
  if (p.outputs.size() - first_output == 1) return jacobian_mode::reverse;
  if (symmetric && p.code.size() <= markowitz_limit) return jacobian_mode::eliminate_markowitz;
  const mode_estimate estimate = estimate_modes(p, active_values(p, wanted));
  return estimate.forward < estimate.reverse ? jacobian_mode::eliminate_forward
                                             : jacobian_mode::eliminate_reverse;
}

/// Whether packed forward mode may be the cheapest, so that its cost is worth an exact count. The
/// estimates do not see that partials are constants or coincide, hence the margin.
constexpr bool packs_may_win(const program& p, std::size_t first_output, const buffer<char>& wanted,
                             int width) {
  if (width < 2 || p.outputs.size() - first_output == 1) return false;
  const buffer<char> active = active_values(p, wanted);
  const colouring c = colour_columns(jacobian_pattern(p, wanted, active, first_output));
  if (c.colours < 3) return false;
  buffer<int> colour_of(wanted.size());
  std::size_t column = 0;
  for (std::size_t j = 0; j < wanted.size(); ++j) {
    if (wanted[j] != 0) colour_of[j] = static_cast<int>(c.of_column[column++]);
  }
  const mode_estimate scalar = estimate_modes(p, active);
  const int packed = estimate_packed(p, active, colour_of, static_cast<int>(c.colours), width);
  const int least = scalar.forward < scalar.reverse ? scalar.forward : scalar.reverse;
  return 5 * packed < 7 * least;
}

// The programs below still hold what the outputs do not need: without_dead_code is a stage of its
// own, so that each stage stays within what compilers allow one constant.

/// What a derivative program computes, in this order: the values of the function if `with_value`,
/// then the Jacobian: in blocks of rows, each in blocks of columns, each block by rows; or only its
/// structural nonzeros, row by row.
struct jacobian_request {
  bool with_value = false;
  /// Outputs before this one are values only.
  std::size_t first_output = 0;
  /// The Jacobian is known to equal its transpose, so one triangle is computed.
  bool symmetric = false;
  bool sparse = false;
  buffer<char> wanted;
  buffer<std::size_t> row_blocks;
  buffer<std::size_t> column_blocks;
};

/// Where the Jacobian that is requested of p has structural nonzeros.
constexpr nonzeros requested_pattern(const program& p, const jacobian_request& request) {
  nonzeros pattern =
      jacobian_pattern(p, request.wanted, active_values(p, request.wanted), request.first_output);
  if (request.symmetric) pattern = mirrored(pattern);
  return pattern;
}

/// Calls visit(row, column) for each number of the Jacobian, in the order in which it is requested;
/// columns are counted over the wanted inputs.
template <class Visit>
constexpr void for_requested_entries(const program& p, const jacobian_request& request,
                                     Visit visit) {
  if (request.sparse) {
    const nonzeros pattern = requested_pattern(p, request);
    for (std::size_t i = 0; i < pattern.rows(); ++i) {
      pattern.for_row(i, [&](std::size_t j) { visit(i, j); });
    }
    return;
  }
  std::size_t first_row = 0;
  for (const std::size_t height : request.row_blocks) {
    std::size_t first_column = 0;
    for (const std::size_t width : request.column_blocks) {
      for (std::size_t i = first_row; i < first_row + height; ++i) {
        for (std::size_t j = first_column; j < first_column + width; ++j) visit(i, j);
      }
      first_column += width;
    }
    first_row += height;
  }
}

/// The program in b with the outputs that are requested of `whole`.
constexpr program with_requested_outputs(builder& b, const program& whole,
                                         const jacobian_request& request,
                                         const buffer<value_id>& entries) {
  program result = static_cast<program&&>(b.result());
  if (request.with_value) result.outputs = whole.outputs;
  buffer<std::size_t> columns;
  for (std::size_t j = 0; j < request.wanted.size(); ++j) {
    if (request.wanted[j] != 0) columns.push_back(j);
  }
  for_requested_entries(whole, request, [&](std::size_t i, std::size_t j) {
    const bool mirrored = request.symmetric && i < j;
    result.outputs.push_back(mirrored ? entries[j * request.wanted.size() + columns[i]]
                                      : entries[i * request.wanted.size() + columns[j]]);
  });
  return result;
}

constexpr program jacobian_program(const program& whole, const jacobian_request& request,
                                   jacobian_mode mode) {
  program p = whole;
  p.outputs.remove(0, request.first_output);
  builder b(p);
  const buffer<value_id> entries = append_jacobian(b, p, request.wanted, mode);
  return with_requested_outputs(b, whole, request, entries);
}

/// Forward mode, for the pass that pushes edges, which is given both modes.
struct forward_sweep {
  constexpr buffer<value_id> operator()(builder& b, const program& p, const buffer<char>& active,
                                        const buffer<value_id>& seeds) const {
    return append_tangents(b, p, active, seeds);
  }
};
struct second_order_sweeps {
  forward_sweep forward;

  /// The slopes of value n of p by all values.
  constexpr buffer<value_id> reverse(builder& b, const program& p, const buffer<char>& active,
                                     value_id n) const {
    program part;
    part.inputs = p.inputs;
    part.code = p.code;
    part.code.set_size(std::size_t{n} + 1);
    part.outputs = {n};
    return append_all_adjoints(b, part, active, {b.one()});
  }
};

/// The Jacobian that is requested of a program; of one of value and gradient, by pushing edges over the
/// value. A template, so that only translation units with Hessians pay for that pass.
template <jacobian_mode Mode>
constexpr program jacobian_program(const program& whole, const jacobian_request& request) {
  if constexpr (Mode == jacobian_mode::push_edges) {
    program p = whole;
    p.outputs = {whole.outputs[0]};
    builder b(p);
    const buffer<char> active = active_values(p, request.wanted);
    const buffer<value_id> adjoints = append_all_adjoints(b, p, active, {b.one()});
    return with_requested_outputs(b, whole, request,
                                  append_hessian(b, p, active, adjoints, second_order_sweeps{}));
  } else {
    return jacobian_program(whole, request, Mode);
  }
}

/// A derivative computed from seeds that are known at run time only. Where it is not finite, the
/// products are formed again as absolute ones; and an inactive direction gives +0, never -0.
constexpr value_id seeded_output(builder& b, value_id derivative) {
  if (b.result().is_constant(derivative)) return derivative;
  const value_id checked = guarded(recorded{&b, derivative}).id;
  return b.record(opcode::add, checked, b.constant(0.0));
}

/// The requested Jacobian in packed forward mode: one direction for each colour of the pattern, `width`
/// directions to a pack. A sum of packs that is not finite is a reason to run the full program, too: a
/// lane of a pack that is a structural zero may have been multiplied by infinity.
constexpr packed_program packed_jacobian_program(const program& whole,
                                                 const jacobian_request& request,
                                                 std::size_t width) {
  const nonzeros pattern = requested_pattern(whole, request);
  const colouring c = colouring_for(pattern, request.symmetric);
  const recovery places = recovery_for(pattern, c, request.symmetric);
  packed_program result;
  result.first_unit = whole.inputs;
  program p = whole;
  p.outputs.remove(0, request.first_output);
  builder b(p);
  buffer<value_id> outputs;
  if (request.with_value) outputs = whole.outputs;
  const std::size_t values = outputs.size();
  buffer<int> colour_of(request.wanted.size(), -1);
  std::size_t column = 0;
  for (std::size_t j = 0; j < colour_of.size(); ++j) {
    if (request.wanted[j] != 0) colour_of[j] = static_cast<int>(c.of_column[column++]);
  }
  const buffer<char> active = active_values(p, request.wanted);
  const std::size_t packs = (c.colours + width - 1) / width;
  // Where the tangent of row i in pack g stands among the outputs; 0 for one that is not needed.
  buffer<std::size_t> output_of(p.outputs.size() * packs);
  for (std::size_t k = 0; k < places.rows.size(); ++k) {
    output_of[places.rows[k] * packs + places.colours[k] / width] = 1;
  }
  for (std::size_t g = 0; g < packs; ++g) {
    buffer<value_id> unit;
    buffer<int> lanes(colour_of.size(), packed_tangent::none);
    const std::size_t end = (g + 1) * width < c.colours ? (g + 1) * width : c.colours;
    for (std::size_t k = g * width; k < end; ++k) unit.push_back(b.pack_of_seeds());
    for (std::size_t j = 0; j < lanes.size(); ++j) {
      const auto lane = colour_of[j] - static_cast<int>(g * width);
      if (lane >= 0 && lane < static_cast<int>(width)) lanes[j] = lane;
    }
    packed_sweep sweep(b, unit);
    const buffer<packed_tangent> tangents = sweep.run(p, active, lanes);
    for (std::size_t i = 0; i < tangents.size(); ++i) {
      if (output_of[i * packs + g] == 0) continue;
      const packed_tangent t = tangents[i];
      output_of[i * packs + g] = outputs.size();
      outputs.push_back(t.lane == packed_tangent::pack ? guarded(recorded{&b, t.id}).id
                                                       : sweep.single(t));
    }
  }
  for (std::size_t k = 0; k < values; ++k) result.placements.push_back(placement(k, 0, k));
  index_sets stored(pattern.rows(), pattern.columns);
  buffer<std::size_t> at(pattern.rows() * pattern.columns);
  for (std::size_t i = 0, k = 0; i < pattern.rows(); ++i) {
    pattern.for_row(i, [&](std::size_t j) {
      stored.insert(i, j);
      at[i * pattern.columns + j] = k++;
    });
  }
  std::size_t target = values;
  for_requested_entries(whole, request, [&](std::size_t i, std::size_t j) {
    if (stored.contains(i, j)) {
      const std::size_t k = at[i * pattern.columns + j];
      const std::size_t colour = places.colours[k];
      result.placements.push_back(
          placement(output_of[places.rows[k] * packs + colour / width], colour % width, target));
    } else {
      result.zeros.push_back(static_cast<std::uint16_t>(target));
    }
    ++target;
  });
  result.code = b.result();
  result.code.outputs = outputs;
  return result;
}

/// The tangent (jvp) program: inputs of p, then one seed for each wanted input; outputs the values
/// of p if `with_value`, then the tangents.
constexpr program tangent_program(const program& p, const buffer<char>& wanted, bool with_value) {
  builder b(p);
  const buffer<char> active = active_values(p, wanted);
  buffer<value_id> seeds(wanted.size(), b.constant(0.0));
  for (std::size_t j = 0; j < wanted.size(); ++j) {
    if (wanted[j] != 0) seeds[j] = b.seed();
  }
  buffer<value_id> outputs = append_tangents(b, p, active, seeds);
  for (value_id& i : outputs) i = seeded_output(b, i);
  program result = static_cast<program&&>(b.result());
  if (with_value) result.outputs = p.outputs;
  for (const value_id i : outputs) result.outputs.push_back(i);
  return result;
}

/// The adjoint (vjp) program: inputs of p, then one seed for each output; outputs the values of p
/// if `with_value`, then the adjoints of the wanted inputs.
constexpr program adjoint_program(const program& p, const buffer<char>& wanted, bool with_value) {
  builder b(p);
  const buffer<char> active = active_values(p, wanted);
  buffer<value_id> seeds;
  for (std::size_t i = 0; i < p.outputs.size(); ++i) seeds.push_back(b.seed());
  buffer<value_id> outputs = append_adjoints(b, p, active, seeds);
  for (value_id& i : outputs) i = seeded_output(b, i);
  program result = static_cast<program&&>(b.result());
  if (with_value) result.outputs = p.outputs;
  for (std::size_t j = 0; j < wanted.size(); ++j) {
    if (wanted[j] != 0) result.outputs.push_back(outputs[j]);
  }
  return result;
}

/// The program that runs, made of a regularized one: products fused, nothing computed in vain.
constexpr program finished(const program& p, bool for_fast_fma = ETAD_HAS_FAST_FMA) {
  return without_dead_code(fused(without_dead_code(p), for_fast_fma));
}

}  // namespace etad::inline ETAD_ABI::detail
