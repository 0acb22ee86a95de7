// SPDX-License-Identifier: MIT
// The derivatives of a program at a point by following its paths, without any of etad's passes.
//
// The program's values are taken in double precision, as every mode computes them; the local
// partials come from textbook.hpp in long double. So a correct mode differs from the sum over the
// paths by rounding of derivative arithmetic only, and that is bounded by a few units in the last
// place of the sum of the paths' absolute values (gate G4). Only a derivative that is differentiated
// again may have other values: with fast fused multiply-adds its sums do without the rounding of a
// product. What cancels down to that rounding is not compared.
#pragma once

#include <cmath>
#include <vector>

#include <etad/core/operation_table.hpp>

#include "machine.hpp"
#include "textbook.hpp"

namespace fuzz {

using etad::detail::facts;
using etad::detail::is_leaf;
using etad::detail::is_selection;

/// The partial of one operation by the rule of the operation table, in double.
using rule_function = double (*)(double, double, double, double);

template <opcode Op, int K>
double rule_partial(double u, double v, double w, double r) {
  using row = etad::detail::operation<Op>;
  if constexpr (row::arity == 1) {
    return row::partial(etad::detail::operand<K>{}, u, r);
  } else if constexpr (row::arity == 2) {
    return row::partial(etad::detail::operand<K>{}, u, v, r);
  } else {
    return row::partial(etad::detail::operand<K>{}, u, v, w, r);
  }
}
template <opcode Op>
constexpr std::array<rule_function, 3> rules_of() {
  using row = etad::detail::operation<Op>;
  std::array<rule_function, 3> result{};
  if constexpr (row::differentiable && !is_selection(Op) && !is_opaque_call(Op)) {
    result[0] = &rule_partial<Op, 0>;
    if constexpr (row::arity > 1) result[1] = &rule_partial<Op, 1>;
    if constexpr (row::arity > 2) result[2] = &rule_partial<Op, 2>;
  }
  return result;
}
template <std::size_t... Op>
constexpr auto make_rules(std::index_sequence<Op...>) {
  return std::array<std::array<rule_function, 3>, sizeof...(Op)>{
      rules_of<static_cast<opcode>(Op)>()...};
}
inline constexpr auto rules = make_rules(std::make_index_sequence<etad::detail::opcode_count>{});

/// What is known of an entry of the Jacobian without the passes.
enum class prediction {
  number,           // near `value`, within `bound`
  infinite,         // `value`, an infinity
  not_a_number,     // NaN
  out_of_range,     // some product overflows or underflows, so that the order matters
  ambiguous,        // several infinite slopes meet, or one and a zero: the order matters
  infinite_values,  // the function itself meets an infinity or NaN on the way
};

struct expectation {
  prediction kind = prediction::number;
  long double value = 0;
  long double bound = 0;
  /// The paths give a number, though infinite values lie on others.
  bool leads_to_number = true;

  /// Whether a derivative is what is expected; any is where nothing is predicted.
  bool allows(double got) const {
    if (kind == prediction::number)
      return std::fabs(static_cast<long double>(got) - value) <= bound;
    if (kind == prediction::infinite) return static_cast<long double>(got) == value;
    return kind != prediction::not_a_number || got != got;
  }
};

class linearization {
 public:
  linearization(const program& p, const machine& m, const etad::detail::buffer<char>& wanted)
      : p_(p), edges_(p.code.size()), active_(p.code.size(), 0), depth_(p.code.size(), 0) {
    for (std::size_t n = 0; n < p.code.size(); ++n) add(n, m, wanted);
  }

  /// d output i / d input j.
  expectation entry(std::size_t i, std::size_t j) {
    return expect(p_.outputs[i], [&](instruction x) { return x.a() == j ? 1.0 : 0.0; });
  }

  /// sum over j of seeds[j] * d output i / d input j.
  expectation tangent(std::size_t i, const std::vector<double>& seeds) {
    return expect(p_.outputs[i], [&](instruction x) { return seeds[x.a()]; });
  }

  struct edge {
    value_id from;
    long double partial;
    double rule;
  };
  const std::vector<edge>& edges(std::size_t n) const { return edges_[n]; }

 private:
  struct path_state {
    bool zero = false, nan = false, infinite = false, coarse = false;
    bool negative = false;
    double log_sum = 0, high = 0, low = 0;  // of log2|partial|: whole path, extremes of its parts
    double rising = 0, falling = 0;
    long double product = 1;
    int length = 0;
  };

  void add(std::size_t n, const machine& m, const etad::detail::buffer<char>& wanted) {
    const instruction x = p_.code[n];
    coarse_.push_back(0);
    doubt_.push_back(0);
    odd_.push_back(facts(x.op()).result == etad::detail::kind::real &&
                   !std::isfinite(m.real(static_cast<value_id>(n))));
    if (x.op() == opcode::input) active_[n] = wanted[x.a()];
    if (is_leaf(x.op()) || !facts(x.op()).differentiable) return;
    if (is_selection(x.op())) {
      const value_id taken = m.mask(x.a()) ? x.b() : x.c();
      if (active_[x.b()] != 0 || active_[x.c()] != 0) active_[n] = 1;
      // The arm that is not taken does not exist, whatever its values and slopes are.
      if (active_[taken] != 0) edges_[n].push_back({taken, 1.0L, 1.0});
      depth_[n] = depth_[taken] + 1;
      return;
    }
    const int arity = facts(x.op()).arity;
    const auto [u, v, w] = operands(x, m);
    const double r = m.real(static_cast<value_id>(n));
    // Below the normal numbers a value's rounding error is not relative to it any more.
    const bool picks = x.op() == opcode::max || x.op() == opcode::min || x.op() == opcode::fmax ||
                       x.op() == opcode::fmin;
    for (const double value : {u, v, w, r}) {
      if (!picks && !std::isfinite(value)) odd_[n] = 1;
      if (std::fpclassify(value) == FP_SUBNORMAL) coarse_[n] = 1;
    }
    // Nor between the poles of the gamma function far out on the negative axis.
    const bool gamma = x.op() == opcode::tgamma || x.op() == opcode::lgamma ||
                       x.op() == opcode::digamma || x.op() == opcode::polygamma;
    if (gamma && std::min(u, v) < -1e9) coarse_[n] = 1;
    // A zero that is known to be constant hides atan2's singular point, whose slopes are NaN.
    const bool hidden = active_[x.a()] == 0 || active_[x.b()] == 0;
    if (x.op() == opcode::atan2 && hidden && u == 0 && v == 0) coarse_[n] = 1;
    doubt_[n] = doubt_of(x, m);
    if (doubt_[n] > 4 * rounding * std::fabs(r)) coarse_[n] = 1;
    for (int k = 0; k < arity; ++k) {
      const value_id from = x.operand(k);
      if (coarse_[from] != 0) coarse_[n] = 1;
      depth_[n] = std::max(depth_[n], depth_[from] + 1);
      if (active_[from] == 0) continue;
      active_[n] = 1;
      const auto rule = rules[static_cast<std::size_t>(x.op())][static_cast<std::size_t>(k)];
      edges_[n].push_back({from, textbook_partial(x.op(), k, u, v, w), rule(u, v, w, r)});
    }
  }

  static std::array<double, 3> operands(instruction x, const machine& m) {
    const int arity = facts(x.op()).arity;
    return {m.real(x.a()), arity > 1 ? m.real(x.b()) : 0, arity > 2 ? m.real(x.c()) : 0};
  }

  /// How far fusing can move the value of x.
  long double doubt_of(instruction x, const machine& m) const {
    if (!ETAD_HAS_FAST_FMA) return 0;
    const auto [u, v, w] = operands(x, m);
    const bool sum = x.is_derivative() && (x.op() == opcode::add || x.op() == opcode::subtract);
    long double doubt = 0;
    for (int k = 0; k < facts(x.op()).arity; ++k) {
      const value_id from = x.operand(k);
      const instruction y = p_.code[from];
      const bool product = y.op() == opcode::multiply || y.op() == opcode::zero_multiply ||
                           y.op() == opcode::steep_multiply;
      if (sum && y.is_derivative() && product) doubt += rounding * std::fabs(m.real(from));
      if (doubt_[from] != 0) {
        doubt += doubt_[from] * std::fabs(textbook_partial(x.op(), k, u, v, w));
      }
    }
    return doubt;
  }

  template <class Seed>
  expectation expect(value_id output, Seed seed) {
    // Fast road: nothing singular and all products in range.
    std::vector<long double> bar(p_.code.size(), 0);
    std::vector<long double> size(p_.code.size(), 0);
    double high = 0;
    double low = 0;
    bool regular = active_[output] != 0;
    bar[output] = size[output] = 1;
    etad::detail::buffer<char> reached(p_.code.size(), 0);
    reached[output] = 1;
    long double value = 0;
    long double sum = 0;
    if (active_[output] == 0) return {};
    for (std::size_t n = output + 1u; n-- > 0;) {
      if (reached[n] == 0 || active_[n] == 0) continue;
      regular = regular && coarse_[n] == 0;
      if (p_.code[n].op() == opcode::input) {
        const long double s = static_cast<long double>(seed(p_.code[n]));
        value += s * bar[n];
        sum += std::fabs(s) * size[n];
      }
      for (const edge& e : edges_[n]) {
        reached[e.from] = 1;
        if (e.rule == 0) continue;
        regular = regular && std::isfinite(e.rule);
        const double log = std::log2(std::fabs(e.rule));
        high += std::max(log, 0.0);
        low += std::min(log, 0.0);
        bar[e.from] += e.partial * bar[n];
        size[e.from] += std::fabs(e.partial) * size[n];
      }
    }
    bool infinite_values = false;
    for (std::size_t n = 0; n <= output; ++n) {
      infinite_values = infinite_values || (reached[n] != 0 && odd_[n] != 0);
    }
    const bool in_range = regular && high < 900 && low > -900;
    expectation e = in_range ? number(output, value, sum) : follow_paths(output, seed);
    e.leads_to_number = e.kind == prediction::number;
    if (infinite_values) e.kind = prediction::infinite_values;
    return e;
  }

  expectation number(value_id output, long double value, long double sum) const {
    return {prediction::number, value, 8 * (depth_[output] + 2) * rounding * sum, true};
  }

  template <class Seed>
  expectation follow_paths(value_id output, Seed seed) {
    paths_ = visits_ = 0;
    singular_paths_ = 0;
    nan_ = positive_ = negative_ = false;
    range_ = undecided_ = false;
    value_ = sum_ = 0;
    walk(output, path_state{}, seed);
    if (paths_ > path_limit || visits_ > visit_limit) return {prediction::ambiguous, 0, 0};
    if (range_) return {prediction::out_of_range, 0, 0};
    if (undecided_) return {prediction::ambiguous, 0, 0};
    if (singular_paths_ == 0) return number(output, value_, sum_);
    if (nan_ ? singular_paths_ > 1 : positive_ && negative_) return {prediction::ambiguous, 0, 0};
    if (nan_) return {prediction::not_a_number, 0, 0};
    return {prediction::infinite, positive_ ? HUGE_VALL : -HUGE_VALL, 0};
  }

  static path_state extended(path_state s, double factor, long double exact) {
    s.zero = s.zero || factor == 0;
    s.nan = s.nan || std::isnan(factor);
    s.infinite = s.infinite || std::isinf(factor);
    s.negative = s.negative != std::signbit(factor);
    s.product *= exact;
    ++s.length;
    if (factor != 0 && std::isfinite(factor)) {
      const double log = std::log2(std::fabs(factor));
      s.rising = std::max(0.0, s.rising + log);
      s.falling = std::min(0.0, s.falling + log);
      s.high = std::max(s.high, s.rising);
      s.low = std::min(s.low, s.falling);
    }
    return s;
  }

  template <class Seed>
  void walk(value_id n, path_state s, Seed seed) {
    if (paths_ > path_limit || ++visits_ > visit_limit || active_[n] == 0) return;
    s.coarse = s.coarse || coarse_[n] != 0;
    if (p_.code[n].op() == opcode::input) {
      const double factor = seed(p_.code[n]);
      if (factor == 0) return;
      arrive(extended(s, factor, static_cast<long double>(factor)));
      return;
    }
    for (const edge& e : edges_[n]) walk(e.from, extended(s, e.rule, e.partial), seed);
  }

  void arrive(const path_state& s) {
    ++paths_;
    if (s.coarse || s.high > 1000 || s.low < -1000) range_ = true;
    if (s.zero) {
      // Whether this zero is one of the function or of an overflow, its slopes do not tell.
      undecided_ = undecided_ || s.nan || s.infinite;
      return;
    }
    if (s.nan || s.infinite) {
      ++singular_paths_;
      nan_ = nan_ || s.nan;
      (s.negative ? negative_ : positive_) = true;
      return;
    }
    value_ += s.product;
    sum_ += std::fabs(s.product);
  }

  static constexpr int path_limit = 3000;
  static constexpr int visit_limit = 30000;
  static constexpr long double rounding = 0x1p-53L;
  const program& p_;
  std::vector<std::vector<edge>> edges_;
  etad::detail::buffer<char> active_;
  etad::detail::buffer<char> odd_;     // not finite
  etad::detail::buffer<char> coarse_;  // stems from a subnormal number, or is one
  std::vector<long double> doubt_;     // the uncertainty of a value, see doubt_of()
  std::vector<int> depth_;
  int paths_ = 0, visits_ = 0, singular_paths_ = 0;
  bool nan_ = false, positive_ = false, negative_ = false, range_ = false, undecided_ = false;
  long double value_ = 0, sum_ = 0;
};

}  // namespace fuzz
