// SPDX-License-Identifier: MIT
// Joins values that are computed alike from neighbouring inputs to superwords: one operation on a
// vector register in place of one for each value (superword level parallelism: S. Larsen and
// S. Amarasinghe, PLDI 2000). The values of one shape (ir/value_shapes.hpp) at neighbouring bases make
// a superword; its operands are superwords, loads or constants, so none is ever gathered from values.
#pragma once

#include <cstdint>

#include <etad/core/buffer.hpp>
#include <etad/ir/cost.hpp>
#include <etad/ir/program.hpp>
#include <etad/ir/value_shapes.hpp>

namespace etad::inline ETAD_ABI::detail {

struct superword {
  enum class source : std::uint8_t {
    load,     // inputs a, a + 1, ...
    spread,   // value a in every lane
    compute,  // an operation on superwords
    shift,    // the lanes from c on of superword a followed by superword b
  };
  source from = source::load;
  opcode op = opcode::input;
  value_id a = 0;
  value_id b = 0;
  value_id c = 0;
};

struct superword_plan {
  enum class role : char {
    absent,   // nobody reads it as a number
    compute,  // computed as a number
    take,     // a lane of a superword
  };
  struct place {
    std::int16_t word = -1;
    std::uint16_t lane = 0;
  };

  /// Operands stand before their users. Empty if superwords would not pay.
  buffer<superword> words;
  buffer<role> roles;
  /// In which lane a value lies, and from which lane an output is stored with its neighbours.
  buffer<place> place_of_value;
  buffer<place> place_of_output;
};

struct superword_request {
  /// Values in a superword.
  int lanes = 0;
  /// Which inputs and which outputs lie in one object, one after the other: the number of the object, or
  /// -1 for those that lie alone. Outputs that are not listed are computed, not stored.
  buffer<int> object_of_input;
  buffer<int> object_of_output;
};

/// Expressions that are repeated less often are left alone, however short the superwords.
inline constexpr int superword_repetitions = 8;
/// Superwords must save so much of the cost of the program.
inline constexpr double superword_gain = 0.05;
/// Looking for superwords takes time and, with deep programs, the compilers' limits for constants.
inline constexpr std::size_t superword_program_limit = 4096;

class superword_finder {
 public:
  constexpr superword_finder(const program& p, const superword_request& request)
      : p_(p), request_(request), lanes_(request.lanes), shapes_(p, request.object_of_input) {}

  constexpr superword_plan run() {
    if (!tabulate_members()) return {};
    plan_.place_of_value = buffer<superword_plan::place>(p_.code.size());
    plan_.place_of_output = buffer<superword_plan::place>(p_.outputs.size());
    join_stores();
    assign_roles(true);
    assign_roles(false);
    if (!pays()) return {};
    return static_cast<superword_plan&&>(plan_);
  }

 private:
  /// Lists the values of each shape by their bases; false if no shape has enough.
  constexpr bool tabulate_members() {
    row_of_ = buffer<int>(static_cast<std::size_t>(shapes_.count), -1);
    const int least = lanes_ > superword_repetitions ? lanes_ : superword_repetitions;
    int rows = 0;
    for (int s = value_shapes::first_computed; s < shapes_.count; ++s) {
      if (shapes_.shapes.items[s].count >= least) row_of_.items[s] = rows++ * p_.inputs;
    }
    if (rows == 0) return false;
    const auto places = static_cast<std::size_t>(rows * p_.inputs);
    members_ = buffer<value_id>(places);
    word_at_ = buffer<value_id>(places);
    grid_of_ = buffer<int>(static_cast<std::size_t>(shapes_.count), -1);
    load_at_ = buffer<value_id>(static_cast<std::size_t>(p_.inputs));
    spread_of_ = buffer<value_id>(p_.code.size());
    for (std::size_t n = 0; n < p_.code.size(); ++n) {
      const int row = row_of_.items[shapes_.of_value.items[n]];
      if (row >= 0) members_.items[row + shapes_.base.items[n]] = static_cast<value_id>(n + 1);
    }
    return true;
  }

  constexpr bool is_member(int s, int base) const {
    return base >= 0 && base < p_.inputs && members_.items[row_of_.items[s] + base] != 0;
  }
  /// Whether all values of a superword exist.
  constexpr bool is_superword(int s, int base) const {
    if (row_of_.items[s] < 0 || base < 0 || base + lanes_ > p_.inputs) return false;
    for (int k = 0; k < lanes_; ++k) {
      if (!is_member(s, base + k)) return false;
    }
    return true;
  }

  constexpr value_id add_word(const superword& w) {
    plan_.words.push_back(w);
    return static_cast<value_id>(plan_.words.size() - 1);
  }

  constexpr value_id loaded(int base) {
    value_id& known = load_at_.items[base];
    if (known == 0) {
      known = static_cast<value_id>(
          1 + add_word({superword::source::load, opcode::input, static_cast<value_id>(base)}));
    }
    return static_cast<value_id>(known - 1);
  }

  constexpr value_id operand(value_shapes::operand x, int base) {
    if (!x.is_constant()) {
      const int first = base + x.offset();
      return x.shape() < value_shapes::first_computed ? loaded(first) : word(x.shape(), first);
    }
    value_id& known = spread_of_.items[x.constant()];
    if (known == 0) {
      known = static_cast<value_id>(
          1 + add_word({superword::source::spread, opcode::input, x.constant()}));
    }
    return static_cast<value_id>(known - 1);
  }

  /// The superword of shape s from `base` on. Between two others it is made of their lanes, if that is
  /// less than its expression.
  constexpr value_id word(int s, int base) {
    const value_shapes::shape& of = shapes_.shapes.items[s];
    const int row = row_of_.items[s];
    if (const value_id known = word_at_.items[row + base]; known != 0) {
      return static_cast<value_id>(known - 1);
    }
    if (grid_of_.items[s] < 0) grid_of_.items[s] = base % lanes_;
    superword w;
    const int shift = (base - grid_of_.items[s] + lanes_) % lanes_;
    if (shift != 0 && of.operations > 1 && is_superword(s, base - shift) &&
        is_superword(s, base - shift + lanes_)) {
      w.from = superword::source::shift;
      w.a = word(s, base - shift);
      w.b = word(s, base - shift + lanes_);
      w.c = static_cast<value_id>(shift);
    } else {
      w.from = superword::source::compute;
      w.op = of.op();
      const int arity = quick.arity[static_cast<int>(w.op)];
      w.a = operand(of.at(0), base);
      if (arity > 1) w.b = operand(of.at(1), base);
      if (arity > 2) w.c = operand(of.at(2), base);
    }
    const value_id id = add_word(w);
    word_at_.items[row + base] = static_cast<value_id>(id + 1);
    if (w.from == superword::source::shift) return id;
    for (int k = 0; k < lanes_; ++k) {
      superword_plan::place& place = plan_.place_of_value.items[members_.items[row + base + k] - 1];
      if (place.word < 0) place = {static_cast<std::int16_t>(id), static_cast<std::uint16_t>(k)};
    }
    return id;
  }

  /// Whether outputs k, k + 1, ... are the values of a superword and lie in one object.
  constexpr bool is_stored_word(std::size_t k) const {
    const int s = shapes_.of_value.items[p_.outputs.items[k]];
    const int base = shapes_.base.items[p_.outputs.items[k]];
    const int object = request_.object_of_output.items[k];
    if (object < 0 || !is_superword(s, base)) return false;
    for (int i = 0; i < lanes_; ++i, ++k) {
      if (request_.object_of_output.items[k] != object ||
          members_.items[row_of_.items[s] + base + i] != p_.outputs.items[k] + 1) {
        return false;
      }
    }
    return true;
  }

  constexpr void join_stores() {
    const auto size = static_cast<std::size_t>(lanes_);
    for (std::size_t k = 0; k + size <= request_.object_of_output.size();) {
      if (!is_stored_word(k)) {
        ++k;
        continue;
      }
      const value_id first = p_.outputs.items[k];
      const value_id w = word(shapes_.of_value.items[first], shapes_.base.items[first]);
      for (std::size_t i = 0; i < size; ++i, ++k) {
        plan_.place_of_output.items[k] = {static_cast<std::int16_t>(w),
                                          static_cast<std::uint16_t>(i)};
      }
    }
  }

  /// Computes the superword in which v lies on the grid of its shape, if v is worth being taken from
  /// there.
  constexpr void join(value_id v) {
    const int s = shapes_.of_value.items[v];
    if (row_of_.items[s] < 0 || shapes_.shapes.items[s].operations < 3) return;
    const int base = shapes_.base.items[v];
    int first = grid_of_.items[s];
    if (first < 0) {
      first = base;
      while (is_member(s, first - 1)) --first;
    }
    const int from = base - (base - first % lanes_ + lanes_) % lanes_;
    if (is_superword(s, from)) word(s, from);
  }

  /// Users before operands: what a number reads is needed as a number, unless it is a lane.
  constexpr void assign_roles(bool may_join) {
    using role = superword_plan::role;
    plan_.roles = buffer<role>(p_.code.size());
    role* const roles = plan_.roles.items;
    for (std::size_t k = 0; k < p_.outputs.size(); ++k) {
      if (plan_.place_of_output.items[k].word < 0) roles[p_.outputs.items[k]] = role::compute;
    }
    for (std::size_t n = p_.code.size(); n-- > 0;) {
      if (roles[n] == role::absent) continue;
      const auto v = static_cast<value_id>(n);
      const int operations = shapes_.shapes.items[shapes_.of_value.items[n]].operations;
      if (may_join && plan_.place_of_value.items[n].word < 0) join(v);
      if (plan_.place_of_value.items[n].word >= 0 && operations > 1) {
        roles[n] = role::take;
        continue;
      }
      const instruction x = p_.code.items[n];
      const int arity = quick.arity[static_cast<int>(x.op())];
      for (int k = 0; k < arity; ++k) roles[x.operand(k)] = role::compute;
    }
  }

  constexpr bool pays() const {
    double whole = 0;
    double left = 0;
    for (std::size_t n = 0; n < p_.code.size(); ++n) {
      const double cost = cost_of(p_.code.items[n].op());
      whole += cost;
      if (plan_.roles.items[n] == superword_plan::role::compute) left += cost;
      if (plan_.roles.items[n] == superword_plan::role::take) left += 1;
    }
    for (const superword& w : plan_.words) {
      if (w.from == superword::source::compute) left += cost_of(w.op);
      if (w.from == superword::source::shift) left += 1;
    }
    return left <= (1 - superword_gain) * whole;
  }

  const program& p_;
  const superword_request& request_;
  int lanes_;
  value_shapes shapes_;
  /// By shape: where its row starts in the tables below, or -1, and the remainder of the bases of its
  /// superwords by their size, or -1 as long as it has none.
  buffer<int> row_of_;
  buffer<int> grid_of_;
  /// By row and base: the value and the superword that starts with it, each with 1 added.
  buffer<value_id> members_;
  buffer<value_id> word_at_;
  buffer<value_id> load_at_;
  buffer<value_id> spread_of_;
  superword_plan plan_;
};

/// The superwords of p.
constexpr superword_plan find_superwords(const program& p, const superword_request& request) {
  if (p.code.size() > superword_program_limit) return {};
  return superword_finder(p, request).run();
}

}  // namespace etad::inline ETAD_ABI::detail
