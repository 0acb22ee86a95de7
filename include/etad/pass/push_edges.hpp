// SPDX-License-Identifier: MIT
// Second order: one reverse sweep that keeps, beside the adjoints, how the rest of the function depends
// on pairs of values.
// Method: Gower and Mello, "A new framework for the computation of Hessians", Optimization Methods and
// Software 27 (2012), edge pushing. Each pair is kept once, so symmetry costs nothing to exploit.
#pragma once

#include <etad/core/buffer.hpp>
#include <etad/ir/curvature.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class Sweeps>
class edge_pusher {
 public:
  /// b starts with the instructions of p.
  constexpr edge_pusher(builder& b, const program& p, const buffer<char>& active, Sweeps sweeps)
      : b_(b),
        d_(b),
        p_(p),
        active_(active),
        sweeps_(sweeps),
        zero_(b.zero()),
        pairs_(p.code.size()),
        whole_(p.code.size(), zero_),
        half_(p.code.size(), zero_),
        input_pairs_(static_cast<std::size_t>(p.inputs * p.inputs), zero_) {}

  constexpr void run(const buffer<value_id>& adjoints) {
    adjoint_ = adjoints;
    count_uses();
    for (std::size_t n = p_.code.size(); n-- > 0;) {
      if (active_.items[n] == 0 || is_leaf(p_.code.items[n].op())) continue;
      if (adjoint_.items[n] == zero_ && half_.items[n] == zero_ && whole_.items[n] == zero_ &&
          pairs_.items[n].empty()) {
        continue;
      }
      push(static_cast<value_id>(n));
    }
  }

  struct pair {
    value_id other;  // not behind the value whose list this stands in
    value_id weight;
  };
  /// The second derivatives by pairs of different inputs, by rows, below the diagonal.
  constexpr const buffer<value_id>& input_pairs() const { return input_pairs_; }
  /// The second derivative by value n alone.
  constexpr value_id square(std::size_t n) {
    return d_.add(whole_[n], d_.multiply(d_.constant(2.0), half_[n]));
  }

 private:
  /// n depends on `operand` with this slope, or twice this slope.
  struct slope {
    value_id operand;
    value_id value;
    bool doubled = false;
  };
  static constexpr std::size_t most_slopes = 8;
  static constexpr int most_levels = 8;
  static constexpr int most_terms = 16;

  constexpr void count_uses() {
    uses_ = buffer<int>(p_.code.size());
    terms_ = buffer<int>(p_.code.size(), 1);
    for (std::size_t n = 0; n < p_.code.size(); ++n) {
      if (adjoint_.items[n] == zero_) continue;
      const instruction x = p_.code.items[n];
      if (is_leaf(x.op())) continue;
      for (int k = first_sloped(x.op()); k < end_sloped(x.op()); ++k) ++uses_[x.operand(k)];
      if (x.op() == opcode::add || x.op() == opcode::subtract) {
        terms_[n] = terms_[x.a()] + terms_[x.b()];
      }
    }
  }

  constexpr void push(value_id n) {
    slopes_.clear();
    if (has_many_terms(n) && (whole_[n] != zero_ || half_[n] != zero_)) pair_inputs(n);
    const bool squared = whole_[n] != zero_ || half_[n] != zero_;
    expand(n, false, squared || !pairs_[n].empty() ? most_levels : 0);
    buffer<pair> pairs = static_cast<buffer<pair>&&>(pairs_[n]);
    if (squared) push_square(n, pairs);
    int doubled = 0;
    for (const slope& s : slopes_) doubled += s.doubled ? 1 : 0;
    for (const pair& q : pairs) {
      for (const slope& s : slopes_) {
        const bool double_weight = s.doubled && doubled > 1 && pairs.size() == 1;
        add(s.operand, q.other,
            double_weight ? d_.multiply(s.value, d_.add(q.weight, q.weight))
                          : d_.multiply(whole(s), q.weight));
      }
    }
  }

  constexpr bool has_many_terms(value_id n) const {
    return terms_[n] > most_terms && 2 * terms_[n] > p_.inputs;
  }

  /// The pair of n, a sum of many terms, with itself moves to pairs of inputs at once, by a sweep from n:
  /// term by term it would become pairs of all terms first.
  constexpr void pair_inputs(value_id n) {
    const value_id weight = square(n);
    whole_[n] = half_[n] = zero_;
    const buffer<value_id> slopes = sweeps_.reverse(b_, p_, active_, n);
    for (std::size_t i = 0; i < n; ++i) {
      if (!is_leaf(p_.code[i].op()) || slopes[i] == zero_) continue;
      const value_id moved = d_.multiply(slopes[i], weight);
      add(whole_[i], d_.multiply(slopes[i], moved));
      for (std::size_t j = 0; j < i; ++j) {
        if (!is_leaf(p_.code[j].op()) || slopes[j] == zero_) continue;
        add(input_pair(static_cast<value_id>(i), static_cast<value_id>(j)),
            d_.multiply(slopes[j], moved));
      }
    }
  }

  /// The pair of n with itself. Where n is paired with what it depends on, too, it joins these pairs:
  /// with n = sum of c_i x_i, w n n + 2 u n = 2 n (u + w/2 n).
  constexpr void push_square(value_id n, buffer<pair>& pairs) {
    bool joins = false;
    for (const slope& s : slopes_) {
      if (b_.result().is_constant(s.value)) continue;
      for (const pair& q : pairs) joins = joins || q.other == s.operand;
    }
    value_id half = half_[n];
    value_id whole = whole_[n];
    if (joins) {
      half = d_.add(half, d_.multiply(d_.constant(0.5), whole));
      for (const slope& s : slopes_) add(pairs, s.operand, d_.multiply(this->whole(s), half));
      return;
    }
    const instruction x = p_.code[n];
    if (x.op() == opcode::multiply && x.a() == x.b()) {
      // (2 x)^2 w = 4 w n
      const value_id twice = d_.add(n, n);
      add_half(x.a(), d_.multiply(d_.add(twice, twice), half));
      add_half(x.a(), d_.multiply(twice, whole));
      return;
    }
    if (half != zero_ && (whole != zero_ || slopes_.size() > 1)) {
      whole = d_.add(whole, d_.multiply(d_.constant(2.0), half));
      half = zero_;
    }
    for (std::size_t k = 0; k < slopes_.size(); ++k) {
      const value_id i = slopes_[k].operand;
      const value_id c = this->whole(slopes_[k]);
      if (half != zero_) {
        add(half_[i], d_.multiply(c, d_.multiply(c, half)));
      } else {
        const value_id moved = d_.multiply(c, whole);
        add(whole_[i], d_.multiply(c, moved));
        for (std::size_t j = 0; j < k; ++j) {
          add(i, slopes_[j].operand, d_.multiply(this->whole(slopes_[j]), moved));
        }
      }
    }
  }

  constexpr value_id whole(const slope& s) {
    return s.doubled ? d_.add(s.value, s.value) : s.value;
  }

  constexpr void add(value_id& sum, value_id weight) { sum = d_.add(sum, weight); }

  constexpr value_id& input_pair(value_id x, value_id y) {
    const std::size_t i = p_.code[x].a();
    const std::size_t j = p_.code[y].a();
    const auto columns = static_cast<std::size_t>(p_.inputs);
    return input_pairs_[i < j ? j * columns + i : i * columns + j];
  }

  constexpr void add(buffer<pair>& pairs, value_id other, value_id weight) {
    for (pair& q : pairs) {
      if (q.other != other) continue;
      q.weight = d_.add(q.weight, weight);
      return;
    }
    pairs.push_back({other, weight});
  }

  constexpr void add_half(value_id x, value_id weight) {
    if ((b_.form_of(weight) & (builder::is_a_constant | builder::is_a_multiple)) != 0) {
      add(whole_[x], d_.multiply(d_.constant(2.0), weight));
    } else {
      add(half_[x], weight);
    }
  }

  /// A value paired with itself counts once, and other pairs count twice.
  constexpr void add(value_id x, value_id y, value_id weight) {
    if (weight == zero_) return;
    if (x == y) {
      add_half(x, weight);
    } else if (is_leaf(p_.code[x].op()) && is_leaf(p_.code[y].op())) {
      add(input_pair(x, y), weight);
    } else {
      add(pairs_[x < y ? y : x], x < y ? x : y, weight);
    }
  }

  constexpr void add_slope(value_id operand, value_id value, bool negative, bool doubled = false) {
    if (active_[operand] == 0) return;
    if (negative) value = d_.multiply(d_.constant(-1.0), value);
    for (slope& s : slopes_) {
      if (s.operand != operand) continue;
      s.value = d_.add(whole(s), whole({operand, value, doubled}));
      s.doubled = false;
      return;
    }
    slopes_.push_back({operand, value, doubled});
  }

  /// Adds the slopes of n to slopes_, and pairs its operands as its second derivatives say. An operand
  /// of a sum that is used nowhere else is passed over, in favour of what it depends on: then squares
  /// join more pairs.
  constexpr void expand(value_id n, bool negative, int levels) {
    const instruction x = p_.code[n];
    const opcode op = x.op();
    if (is_selection(op)) {
      add_slope(x.b(), d_.derive_selection(op, x.a(), b_.one(), zero_), negative);
      add_slope(x.c(), d_.derive_selection(op, x.a(), zero_, b_.one()), negative);
    } else if (op == opcode::add || op == opcode::subtract || op == opcode::negate) {
      for (int k = 0; k < arity_of(op); ++k) {
        const value_id i = x.operand(k);
        const bool minus = negative != (op == opcode::negate || (op == opcode::subtract && k == 1));
        if (levels > 0 && uses_[i] == 1 && active_[i] != 0 && !is_leaf(p_.code[i].op()) &&
            !is_selection(p_.code[i].op()) && slopes_.size() < most_slopes) {
          expand(i, minus, levels - 1);
          adjoint_[i] = zero_;
        } else {
          add_slope(i, b_.one(), minus);
        }
      }
    } else if (op == opcode::multiply && x.a() == x.b()) {
      add_slope(x.a(), x.a(), negative, true);
      add_half(x.a(), adjoint_[n]);
    } else if (op == opcode::multiply) {
      add_slope(x.a(), x.b(), negative);
      add_slope(x.b(), x.a(), negative);
      if (active_[x.a()] != 0 && active_[x.b()] != 0) add(x.a(), x.b(), adjoint_[n]);
    } else if (op == opcode::divide) {
      expand_quotient(n, negative);
    } else {
      apply(rule_of(x), n, negative);
    }
  }

  /// d2/dxdy = -(d/dx)/y and d2/dy2 = -2 (d/dy)/y, so the terms of the adjoints serve once more.
  constexpr void expand_quotient(value_id n, bool negative) {
    using row = operation<opcode::divide>;
    const instruction x = p_.code[n];
    const recorded y{&b_, x.b()};
    const auto slope_by_divisor = [&](value_id i) {
      return row::partial(operand<1>{}, y, y, recorded{&b_, i}).id;
    };
    if (active_[x.a()] != 0) add_slope(x.a(), record_partial(b_, n, 0), negative);
    if (active_[x.b()] == 0) return;
    const value_id by_divisor = record_partial(b_, n, 1);
    add_slope(x.b(), by_divisor, negative);
    if (active_[x.a()] != 0) {
      add(x.a(), x.b(), slope_by_divisor(d_.multiply(record_partial(b_, n, 0), adjoint_[n])));
    }
    add_half(x.b(), slope_by_divisor(d_.multiply(by_divisor, adjoint_[n])));
  }

  constexpr void apply(const curvature_rule& rule, value_id n, bool negative) {
    const distinct_operands operands(p_, p_.code[n], active_);
    buffer<value_id> renamed(rule.code.code.size());
    for (std::size_t m = 0; m < rule.code.code.size(); ++m) {
      const instruction y = rule.code.code[m];
      const value_id* const r = renamed.items;
      const int arity = arity_of(y.op());
      if (y.op() == opcode::input) {
        renamed[m] = operands.items[y.a()];
      } else if (y.op() == opcode::constant) {
        renamed[m] = b_.constant(rule.code.literal_of(y));
      } else if (m == rule.itself) {
        renamed[m] = n;
      } else {
        renamed[m] =
            d_.derive(y.op(), arity > 0 ? r[y.a()] : value_id{0},
                      arity > 1 ? r[y.b()] : value_id{0}, arity > 2 ? r[y.c()] : value_id{0});
      }
    }
    const value_id* output = rule.code.outputs.begin();
    for (int k = 0; k < operands.size; ++k) {
      if (operands.active[k] != 0) add_slope(operands.items[k], renamed[*output++], negative);
    }
    for (int k = 0; k < operands.size; ++k) {
      for (int j = 0; j <= k; ++j) {
        if (operands.active[k] == 0 || operands.active[j] == 0) continue;
        add_curvature(operands.items[k], operands.items[j], renamed[*output++], n);
      }
    }
  }

  constexpr void add_curvature(value_id i, value_id j, value_id curvature, value_id n) {
    const value_id weight = d_.multiply(curvature, adjoint_[n]);
    if (i == j) {
      add(whole_[i], weight);
    } else {
      add(i, j, weight);
    }
  }

  constexpr const curvature_rule& rule_of(instruction x) {
    const std::uint64_t key = curvature_key(p_, x, active_);
    for (const curvature_rule& rule : rules_) {
      if (key != 0 && rule.key == key) return rule;
    }
    rules_.push_back(curvature_rule_of(p_, x, active_, sweeps_.forward));
    rules_.back().key = key;
    return rules_.back();
  }

  builder& b_;
  deriver d_;
  const program& p_;
  const buffer<char>& active_;
  Sweeps sweeps_;
  value_id zero_;
  buffer<buffer<pair>> pairs_;
  buffer<value_id> whole_;
  buffer<value_id> half_;
  /// Pairs of inputs, which gather many weights each.
  buffer<value_id> input_pairs_;
  buffer<value_id> adjoint_;
  buffer<int> uses_;
  /// Of how many numbers a value is the sum.
  buffer<int> terms_;
  buffer<slope> slopes_;
  buffer<curvature_rule> rules_;
};

/// Appends to b, which starts with the instructions of p, the Hessian of a combination of p's outputs,
/// row by row over all inputs; adjoints are those of all values. The constant zero marks a structural
/// zero. Cost: for each instruction, a multiplication and an addition for each pair of one of its
/// operands with a value that the rest of the function depends on together with its result.
template <class Sweeps>
constexpr buffer<value_id> append_hessian(builder& b, const program& p, const buffer<char>& active,
                                          const buffer<value_id>& adjoints, Sweeps sweeps) {
  edge_pusher<Sweeps> pusher(b, p, active, sweeps);
  pusher.run(adjoints);
  const auto columns = static_cast<std::size_t>(p.inputs);
  buffer<value_id> result = pusher.input_pairs();
  std::size_t left = columns;
  for (std::size_t n = 0; left != 0; ++n) {
    const instruction x = p.code.items[n];
    if (x.op() != opcode::input) continue;
    result[x.a() * columns + x.a()] = pusher.square(n);
    --left;
  }
  for (std::size_t i = 0; i < columns; ++i) {
    for (std::size_t j = 0; j < i; ++j) result[j * columns + i] = result[i * columns + j];
  }
  return result;
}

}  // namespace etad::inline ETAD_ABI::detail
