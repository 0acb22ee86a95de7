// SPDX-License-Identifier: MIT
// Everything etad can do to a program, each step verified, and what comes out of it at a point.
#pragma once

#include <bit>
#include <string>
#include <vector>

#include <etad/ir/verify.hpp>
#include <etad/pass/pipeline.hpp>
#include <etad/print/text.hpp>

#include "machine.hpp"
#include "step_machine.hpp"

namespace fuzz {

using etad::detail::builder;
using etad::detail::facts;
using etad::detail::jacobian_mode;

inline constexpr jacobian_mode all_modes[] = {
    jacobian_mode::forward, jacobian_mode::reverse, jacobian_mode::eliminate_forward,
    jacobian_mode::eliminate_reverse, jacobian_mode::eliminate_markowitz};
inline constexpr const char* mode_names[] = {"forward", "reverse", "eliminate forward",
                                             "eliminate reverse", "eliminate markowitz"};

/// A derivative program as the passes write it and as it is compiled.
struct derivative {
  program full;
  program regular;
  etad::detail::buffer<etad::detail::step> steps;  // of the regular program
  /// Its steps as it is written, as those of programs with deeply nested branches are.
  etad::detail::buffer<etad::detail::step> steps_as_written;
};

/// Collects what is wrong; the first complaint of a program is enough to look at it.
class complaints {
 public:
  void expect(bool holds, const std::string& what) {
    if (!holds && what_.empty()) what_ = what;
  }
  void verify(const program& p, const char* pass) {
    const auto v = etad::detail::verify(p, pass);
    if (!v) expect(false, etad::detail::text_of(v));
  }
  const std::string& what() const { return what_; }

 private:
  std::string what_;
};

/// Finishes a derivative program, verifying it after each pass.
inline derivative finish(complaints& bad, program all) {
  using namespace etad::detail;
  bad.verify(all, "differentiated");
  derivative d{without_dead_code(all), {}, {}, {}};
  bad.verify(d.full, "without_dead_code");
  const program regular = regularized(d.full);
  bad.verify(regular, "regularized");
  const program lean = without_dead_code(regular);
  bad.verify(lean, "without_dead_code after regularized");
  for (const bool for_fast_fma : {false, true}) bad.verify(fused(lean, for_fast_fma), "fused");
  d.regular = finished(regular);
  bad.verify(d.regular, "finished");
  d.steps = steps_of(d.regular);
  const etad::detail::branch_plan plan(d.regular);
  if (plan.selections != 0) {
    d.steps_as_written = etad::detail::program_order(d.regular, plan).run();
  }
  return d;
}

/// Values, then the Jacobian by rows over all inputs.
inline derivative jacobian_by(complaints& bad, const program& p,
                              const etad::detail::buffer<char>& wanted, jacobian_mode mode) {
  builder b(p);
  const etad::detail::buffer<value_id> entries = etad::detail::append_jacobian(b, p, wanted, mode);
  program all = b.result();
  all.outputs = p.outputs;
  for (const value_id i : entries) all.outputs.push_back(i);
  return finish(bad, all);
}

/// Equal bits, or both NaN.
inline bool same_value(double x, double y) {
  return (x != x && y != y) || std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
}

/// The outputs of a derivative at a point, of both programs.
struct results {
  std::vector<double> full;
  std::vector<double> regular;  // of the regular program, whether its guards hold or not
  bool guards_hold = true;
  /// What evaluate() returns: the regular program where its guards hold.
  const std::vector<double>& final() const { return guards_hold ? regular : full; }
};

inline results run(complaints& bad, machine& m, step_machine& laid_out, const derivative& d,
                   const std::vector<double>& inputs) {
  results r;
  m.run(d.full, inputs);
  for (const value_id i : d.full.outputs) r.full.push_back(m.real(i));
  m.run(d.regular, inputs);
  std::vector<double> as_written;
  if (!d.steps_as_written.empty()) {
    as_written = laid_out.run(d.regular, d.steps_as_written, inputs);
    if (laid_out.complaint() != nullptr) bad.expect(false, laid_out.complaint());
  }
  const std::vector<double>& stored = laid_out.run(d.regular, d.steps, inputs);
  if (laid_out.complaint() != nullptr) bad.expect(false, laid_out.complaint());
  for (std::size_t k = 0; k < d.regular.outputs.size(); ++k) {
    const value_id i = d.regular.outputs[k];
    if (facts(d.regular.code[i].op()).result == etad::detail::kind::mask) {
      bad.expect(m.mask(i) == laid_out.mask(i), "the layout changed a guard");
      r.guards_hold = r.guards_hold && m.mask(i);
      continue;
    }
    bad.expect(same_value(m.real(i), stored[k]), "the layout changed an output");
    bad.expect(as_written.empty() || same_value(m.real(i), as_written[k]),
               "the order as written changed an output");
    if (k < r.full.size()) {
      r.regular.push_back(m.real(i));
    } else {
      r.guards_hold = r.guards_hold && etad::detail::is_finite(m.real(i));
    }
  }
  return r;
}

}  // namespace fuzz
