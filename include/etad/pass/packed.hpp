// SPDX-License-Identifier: MIT
// Forward mode along several directions at a time: a tangent is a pack of numbers, one lane for each
// direction, while the function itself and its partials stay single numbers.
#pragma once

#include <cstdint>

#include <etad/core/buffer.hpp>
#include <etad/ir/partials.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A tangent: nothing (a structural zero), one number in one lane, or a pack.
struct packed_tangent {
  static constexpr int none = -2;
  static constexpr int pack = -1;

  int lane = none;
  value_id id = 0;
};

/// Carries the tangents of a program along the directions of one pack. Values that depend on one
/// direction only, as those of inputs do at first, carry a single number, since a pack of zeros but
/// for one lane would be wasted work.
class packed_sweep {
 public:
  /// unit[l] is the value that is a pack with 1 in lane l and zeros else: an input of the program.
  constexpr packed_sweep(builder& b, const buffer<value_id>& unit) : b_(b), d_(b), unit_(unit) {}

  /// The tangents of p's outputs; b starts with the instructions of p, lanes[k] is the lane of input
  /// k or `none`. Cost: at most one multiplication and one addition an active operand, of numbers or
  /// of packs.
  constexpr buffer<packed_tangent> run(const program& p, const buffer<char>& active,
                                       const buffer<int>& lanes) {
    buffer<packed_tangent> tangents(p.code.size());
    for (std::size_t n = 0; n < p.code.size(); ++n) {
      const instruction x = p.code.items[n];
      if (active.items[n] == 0) continue;
      packed_tangent& t = tangents.items[n];
      if (x.op() == opcode::input) {
        if (lanes[x.a()] != packed_tangent::none) t = {lanes[x.a()], b_.one()};
      } else if (is_selection(x.op())) {
        t = select(x, tangents.items[x.b()], tangents.items[x.c()]);
      } else {
        for (int k = 0; k < end_sloped(x.op()); ++k) {
          const packed_tangent u = tangents.items[x.operand(k)];
          if (u.lane == packed_tangent::none) continue;
          const value_id partial = record_partial(b_, static_cast<value_id>(n), k);
          t = add(t, {u.lane, d_.multiply(partial, u.id)});
        }
      }
    }
    buffer<packed_tangent> result;
    for (const value_id i : p.outputs) result.push_back(tangents[i]);
    return result;
  }

  /// t as a pack.
  constexpr value_id widened(packed_tangent t) {
    if (t.lane == packed_tangent::none) return b_.zero();
    if (t.lane == packed_tangent::pack) return t.id;
    return d_.multiply(t.id, unit_[static_cast<std::size_t>(t.lane)]);
  }

  /// t, known to be one number or nothing.
  constexpr value_id single(packed_tangent t) {
    return t.lane == packed_tangent::none ? b_.zero() : t.id;
  }

 private:
  constexpr packed_tangent add(packed_tangent t, packed_tangent u) {
    if (t.lane == packed_tangent::none) return u;
    if (t.lane == u.lane) return {t.lane, d_.add(t.id, u.id)};
    return {packed_tangent::pack, d_.add(widened(t), widened(u))};
  }

  constexpr packed_tangent select(instruction x, packed_tangent t, packed_tangent u) {
    const bool both = t.lane != packed_tangent::none && u.lane != packed_tangent::none;
    if (both && t.lane != u.lane) {
      t = {packed_tangent::pack, widened(t)};
      u = {packed_tangent::pack, widened(u)};
    }
    const int lane = t.lane == packed_tangent::none ? u.lane : t.lane;
    if (lane == packed_tangent::none) return {};
    const value_id zero = b_.zero();
    return {lane, d_.derive_selection(x.op(), x.a(), t.lane == packed_tangent::none ? zero : t.id,
                                      u.lane == packed_tangent::none ? zero : u.id)};
  }

  builder& b_;
  deriver d_;
  const buffer<value_id>& unit_;
};

/// Number `target` of a result is lane `lane` of output `output` (or the output itself, if it is one
/// number).
struct placement {
  std::uint16_t output = 0;
  std::uint16_t lane = 0;
  std::uint16_t target = 0;

  constexpr placement() = default;
  constexpr placement(std::size_t from_output, std::size_t from_lane, std::size_t to)
      : output(static_cast<std::uint16_t>(from_output)),
        lane(static_cast<std::uint16_t>(from_lane)),
        target(static_cast<std::uint16_t>(to)) {}
};

/// A program some of whose inputs, those from first_unit on, are packs; and with them all values that
/// depend on them. Input first_unit + c stands for the pack with 1 in lane c % width.
struct packed_program {
  program code;
  int first_unit = 0;
  buffer<placement> placements;
  /// Numbers of the result that are structural zeros.
  buffer<std::uint16_t> zeros;
};

}  // namespace etad::inline ETAD_ABI::detail
