// SPDX-License-Identifier: MIT
// Gate G8: random programs through all passes and modes. In every program
//   - each pass leaves a program that verify() accepts;
//   - values are bit-equal before and after every pass (the primal is sacred);
//   - every mode agrees with the sum over the paths (linearization.hpp) at regular points, and at
//     singular points gives the infinity or NaN that the paths determine;
//   - jvp and vjp agree with the Jacobian, and zero seeds give exactly +0;
//   - first and second derivatives are those of the program without the arms that are not taken.
// ETAD_FUZZ_COUNT programs are run from ETAD_FUZZ_SEED; ETAD_FUZZ_FIRST replays one by its index.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>

#include "conditioning.hpp"
#include "cut.hpp"
#include "linearization.hpp"
#include "modes.hpp"
#include "random_program.hpp"

#if defined(__SANITIZE_ADDRESS__)
#define ETAD_TEST_SLOW 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ETAD_TEST_SLOW 1
#endif
#endif

namespace fuzz {
namespace {

// Each compiler runs a half of 100,000 programs. Sanitizers make them take six times as long.
constexpr std::uint64_t half = 50000;
#ifdef ETAD_TEST_SLOW
constexpr std::uint64_t usual_count = half / 5;
#else
constexpr std::uint64_t usual_count = half;
#endif
#ifdef __clang__
constexpr std::uint64_t usual_first = half;
#else
constexpr std::uint64_t usual_first = 0;
#endif

struct tally {
  std::array<long, 6> predictions{};
  long programs = 0, points = 0, violations = 0, guard_failures = 0, second_order = 0,
       full_leaks = 0, final_leaks = 0, hessian_entries = 0, cut_entries = 0, cut_equal = 0,
       of_the_order = 0;
};

class trial {
 public:
  trial(std::uint64_t seed, tally& t) : random_(seed), tally_(t) {}

  /// Empty if nothing was found.
  std::string run() {
    const program_shape shape = random_shape(random_);
    const program p = program_generator(random_, shape).make();
    bad_.verify(p, "generated");
    ++tally_.programs;
    check(p, p.outputs.size(), shape.safe, 4);
    if (shape.guards > 0 && random_.chance(20)) check_cuts(p, shape.safe);
    if (random_.chance(12) && bad_.what().empty()) {
      const program gradient = second_order_subject(p);
      if (gradient.size() <= 150) {
        ++tally_.second_order;
        check(gradient, 1, shape.safe, 2);
        check_hessian(gradient, shape.safe);
      }
    }
    return bad_.what();
  }

 private:
  /// The derivatives of p's first output as a function of its own.
  program second_order_subject(const program& p) {
    program one = p;
    one.outputs = {p.outputs.front()};
    const etad::detail::buffer<char> all(static_cast<std::size_t>(p.inputs), 1);
    return jacobian_by(bad_, one, all, random_.one_of(all_modes)).full;
  }

  /// `primal` tells how many outputs are the user's; the others are derivatives already.
  void check(const program& p, std::size_t primal, bool safe, int points) {
    primal_ = primal;
    etad::detail::buffer<char> wanted;
    for (int k = 0; k < p.inputs; ++k) wanted.push_back(random_.chance(85) ? 1 : 0);
    std::vector<derivative> modes;
    for (const jacobian_mode mode : all_modes) modes.push_back(jacobian_by(bad_, p, wanted, mode));
    const derivative forward = finish(bad_, etad::detail::tangent_program(p, wanted, true));
    const derivative reverse = finish(bad_, etad::detail::adjoint_program(p, wanted, true));
    for (int k = 0; k < points && bad_.what().empty(); ++k) {
      std::vector<double> x;
      for (int n = 0; n < p.inputs; ++n) x.push_back(random_input(random_, safe));
      ++tally_.points;
      at_point(p, wanted, modes, x);
      at_seeds(p, wanted, forward, reverse, x);
      if (!bad_.what().empty()) bad_point(p, x);
    }
  }

  /// Every mode, and the Hessian of the first output, against the program that has the arms taken only.
  void check_cuts(const program& p, bool safe) {
    const etad::detail::buffer<char> all(static_cast<std::size_t>(p.inputs), 1);
    for (int point = 0; point < 2 && bad_.what().empty(); ++point) {
      std::vector<double> x;
      for (int n = 0; n < p.inputs; ++n) x.push_back(random_input(random_, safe));
      machine_.run(p, x);
      const program cut = etad::detail::without_dead_code(without_other_arms(p, machine_));
      // Where the function itself is no number, its slopes are not determined.
      if (!is_finite_at(cut, x)) continue;
      for (std::size_t m = 0; m < std::size(all_modes); ++m) {
        const derivative whole = jacobian_by(bad_, p, all, all_modes[m]);
        const derivative taken = jacobian_by(bad_, cut, all, all_modes[m]);
        linearization paths(cut, machine_, all);
        const double bound = rounding_of(paths, p.outputs.size(), x.size());
        agree_at(whole, taken, x, p.outputs.size(), bound, std::string("cut, ") + mode_names[m]);
      }
      const jacobian_mode mode = random_.one_of(all_modes);
      const derivative whole = hessian_by(p, mode);
      if (whole.full.size() > 600) continue;
      agree_at(whole, hessian_by(cut, mode), x, 1 + all.size(), 0, "cut, second order");
      if (!bad_.what().empty()) bad_point(p, x);
    }
  }
  bool is_finite_at(const program& p, const std::vector<double>& x) {
    machine_.run(p, x);
    bool finite = true;
    for (std::size_t k = 0; k < p.code.size(); ++k) {
      const bool real = facts(p.code[k].op()).result == kind::real;
      finite = finite && (!real || std::isfinite(machine_.real(static_cast<value_id>(k))));
    }
    return finite;
  }
  derivative hessian_by(const program& p, jacobian_mode mode) {
    program one = p;
    one.outputs = {p.outputs.front()};
    const etad::detail::buffer<char> all(static_cast<std::size_t>(p.inputs), 1);
    const program gradient = jacobian_by(bad_, one, all, jacobian_mode::reverse).full;
    return jacobian_by(bad_, gradient, all, mode);
  }
  /// Whether output k of p at x is infinite or no number because of the order of its arithmetic alone.
  bool is_excused(const program& p, const std::vector<double>& x, std::size_t k, double got) {
    if (std::isfinite(got)) return false;
    machine_.run(p, x);
    const bool excused = is_of_the_order(p, machine_, p.outputs[k]);
    if (excused) ++tally_.of_the_order;
    return excused;
  }
  std::string story(const program& p, const std::vector<double>& x, std::size_t k) {
    machine_.run(p, x);
    return story_of(p, machine_, p.outputs[k]);
  }
  /// The outputs behind the first ones are equal but for the order of sums and products.
  void agree_at(const derivative& whole, const derivative& taken, const std::vector<double>& x,
                std::size_t first, double bound, const std::string& what) {
    // Where derivatives overflow on the way, the order of their factors decides.
    if (!bad_.what().empty() || !is_finite_at(taken.full, x)) return;
    // Without a bound, sums that cancel are compared as far as they are finite.
    bool ill_conditioned = bound == 0 && cancellation(taken.full, machine_) > 1e6L;
    if (bound == 0 && !ill_conditioned) {
      machine_.run(whole.full, x);
      ill_conditioned = cancellation(whole.full, machine_) > 1e6L;
    }
    const results a = fuzz::run(bad_, machine_, laid_out_, whole, x);
    const results b = fuzz::run(bad_, machine_, laid_out_, taken, x);
    double size = 0;
    for (std::size_t k = first; k < b.full.size(); ++k) {
      if (std::isfinite(b.full[k])) size = std::max(size, std::fabs(b.full[k]));
    }
    for (const bool final : {false, true}) {
      const std::vector<double>& got = final ? a.final() : a.full;
      const std::vector<double>& wanted = final ? b.final() : b.full;
      for (std::size_t k = first; k < wanted.size(); ++k) {
        ++tally_.cut_entries;
        const bool equal = got[k] == wanted[k] || same_value(got[k], wanted[k]);
        if (equal) ++tally_.cut_equal;
        const bool close = std::fabs(got[k] - wanted[k]) <= std::fmax(1e-9 * size, bound) + 1e-309;
        if (equal || (close && std::isfinite(wanted[k]))) continue;
        if (std::isfinite(got[k]) && std::isfinite(wanted[k]) && ill_conditioned) continue;
        const program& p = final && a.guards_hold ? whole.regular : whole.full;
        if (is_excused(p, x, k, got[k])) continue;
        // The regular program may hold the infinity as a constant.
        if (!std::isfinite(got[k]) && is_excused(whole.full, x, k, a.full[k])) continue;
        bad_.expect(false, what + (final ? " final " : " full ") + std::to_string(k) + ": " +
                               etad::detail::shortest_decimal(got[k]) + " instead of " +
                               etad::detail::shortest_decimal(wanted[k]) + story(p, x, k));
      }
    }
  }

  /// The Hessian by pushing edges, against the paths of the program of the gradient.
  void check_hessian(const program& gradient, bool safe) {
    using namespace etad::detail;
    if (!bad_.what().empty() || states_derivatives(gradient)) return;
    const auto n = static_cast<std::size_t>(gradient.inputs);
    jacobian_request request;
    request.first_output = 1;
    request.symmetric = true;
    request.wanted = buffer<char>(n, 1);
    request.row_blocks = request.column_blocks = {n};
    const derivative hessian =
        finish(bad_, jacobian_program<jacobian_mode::push_edges>(gradient, request));
    for (int point = 0; point < 2 && bad_.what().empty(); ++point) {
      std::vector<double> x;
      for (std::size_t k = 0; k < n; ++k) x.push_back(random_input(random_, safe));
      // The program of the gradient is rid of terms that cancel, others may be infinite where it is not.
      if (!is_finite_at(gradient, x)) continue;
      const long double worst = cancellation(gradient, machine_);
      if (worst > 1e9L) continue;
      linearization paths(gradient, machine_, request.wanted);
      const results got = fuzz::run(bad_, machine_, laid_out_, hessian, x);
      for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
          expectation e = paths.entry(1 + i, j);
          const expectation mirrored = paths.entry(1 + j, i);
          e.bound = (e.bound + mirrored.bound) * worst;
          if (e.kind != prediction::number || mirrored.kind != prediction::number) continue;
          ++tally_.hessian_entries;
          const std::size_t at = i * n + j;
          if (is_excused(hessian.full, x, at, got.full[at])) continue;
          const std::string what = "Hessian " + std::to_string(i) + " " + std::to_string(j);
          agrees(got.full[at], e, what + " full", hessian.full, x, at);
          if (!got.guards_hold || is_excused(hessian.regular, x, at, got.regular[at])) continue;
          agrees(got.regular[at], e, what + " regular", hessian.regular, x, at);
        }
      }
      if (!bad_.what().empty()) bad_point(gradient, x);
    }
  }

  void bad_point(const program& p, const std::vector<double>& x) {
    std::string text = bad_.what() + "\nat";
    for (const double v : x) text += " " + etad::detail::shortest_decimal(v);
    complaint_ = text + "\n" + etad::detail::text_of(p);
    bad_ = complaints();
    bad_.expect(false, complaint_);
  }

  void values_are_kept(const results& r, const char* name) {
    for (std::size_t i = 0; i < primal_; ++i) {
      const double value = values_[i];
      bad_.expect(same_value(value, r.full[i]), std::string("value changed by ") + name);
      bad_.expect(same_value(value, r.regular[i]),
                  std::string("value changed by finishing ") + name);
    }
  }

  /// With the story of output k of p at x, where it is no finite number.
  void agrees(double got, const expectation& e, const std::string& what, const program& p,
              const std::vector<double>& x, std::size_t k) {
    const bool complained = !bad_.what().empty();
    agrees(got, e, what);
    if (complained || bad_.what().empty() || std::isfinite(got)) return;
    const std::string text = bad_.what() + story(p, x, k);
    bad_ = complaints();
    bad_.expect(false, text);
  }
  void agrees(double got, const expectation& e, const std::string& what) {
    if (!e.allows(got)) {
      bad_.expect(false, what + ": " + etad::detail::shortest_decimal(got) + " instead of " +
                             etad::detail::shortest_decimal(static_cast<double>(e.value)) + " +- " +
                             etad::detail::shortest_decimal(static_cast<double>(e.bound)) +
                             ", prediction " + std::to_string(static_cast<int>(e.kind)));
    }
  }

  void at_point(const program& p, const etad::detail::buffer<char>& wanted,
                const std::vector<derivative>& modes, const std::vector<double>& x) {
    machine_.run(p, x);
    values_.clear();
    for (const value_id i : p.outputs) values_.push_back(machine_.real(i));
    linearization paths(p, machine_, wanted);
    std::vector<results> got;
    for (std::size_t m = 0; m < modes.size(); ++m) {
      got.push_back(fuzz::run(bad_, machine_, laid_out_, modes[m], x));
      values_are_kept(got.back(), mode_names[m]);
      if (!got.back().guards_hold) ++tally_.guard_failures;
    }
    const auto columns = static_cast<std::size_t>(p.inputs);
    for (std::size_t i = 0; i < p.outputs.size(); ++i) {
      for (std::size_t j = 0; j < columns; ++j) {
        const std::size_t at = p.outputs.size() + i * columns + j;
        const expectation e = paths.entry(i, j);
        ++tally_.predictions[static_cast<std::size_t>(e.kind)];
        for (std::size_t m = 0; m < modes.size(); ++m) {
          const std::string what =
              std::string(mode_names[m]) + " d" + std::to_string(i) + "/d" + std::to_string(j);
          if (e.kind == prediction::number && is_excused(modes[m].full, x, at, got[m].full[at])) {
            continue;
          }
          agrees(got[m].full[at], e, what + " full", modes[m].full, x, at);
          if (e.kind == prediction::infinite_values && e.leads_to_number) {
            tally_.full_leaks += std::isfinite(got[m].full[at]) ? 0 : 1;
            tally_.final_leaks += std::isfinite(got[m].final()[at]) ? 0 : 1;
          }
        }
      }
    }
  }

  void at_seeds(const program& p, const etad::detail::buffer<char>& wanted,
                const derivative& forward, const derivative& reverse,
                const std::vector<double>& x) {
    const bool zero = random_.chance(25);
    std::vector<double> v(x.size(), 0.0);
    std::vector<double> w(p.outputs.size(), 0.0);
    std::vector<double> forward_inputs = x;
    std::vector<double> reverse_inputs = x;
    for (std::size_t j = 0; j < x.size(); ++j) {
      if (wanted[j] == 0) continue;
      if (!zero && random_.chance(80)) v[j] = random_.between(-2.0, 2.0);
      forward_inputs.push_back(v[j]);
    }
    for (double& s : w) {
      if (!zero && random_.chance(80)) s = random_.between(-2.0, 2.0);
      reverse_inputs.push_back(s);
    }
    machine_.run(p, x);
    linearization paths(p, machine_, wanted);
    const results tangents = fuzz::run(bad_, machine_, laid_out_, forward, forward_inputs);
    const results adjoints = fuzz::run(bad_, machine_, laid_out_, reverse, reverse_inputs);
    values_are_kept(tangents, "jvp");
    values_are_kept(adjoints, "vjp");
    for (std::size_t i = 0; i < p.outputs.size(); ++i) {
      const expectation e = paths.tangent(i, v);
      ++tally_.predictions[static_cast<std::size_t>(e.kind)];
      const double full = tangents.full[p.outputs.size() + i];
      const double final = tangents.final()[p.outputs.size() + i];
      agrees(full, e, "jvp " + std::to_string(i) + " full");
      agrees(final, e, "jvp " + std::to_string(i) + " final");
      if (zero) {
        bad_.expect(same_value(full, 0.0), "jvp full with zero seeds is not +0");
        bad_.expect(same_value(final, 0.0), "jvp final with zero seeds is not +0");
      }
    }
    adjoints_agree(p, wanted, paths, adjoints, w, zero);
  }

  void adjoints_agree(const program& p, const etad::detail::buffer<char>& wanted,
                      linearization& paths, const results& adjoints, const std::vector<double>& w,
                      bool zero) {
    std::size_t at = p.outputs.size();
    for (std::size_t j = 0; j < wanted.size(); ++j) {
      if (wanted[j] == 0) continue;
      const double full = adjoints.full[at];
      const double final = adjoints.final()[at];
      ++at;
      if (zero) {
        bad_.expect(same_value(full, 0.0), "vjp full with zero seeds is not +0");
        bad_.expect(same_value(final, 0.0), "vjp final with zero seeds is not +0");
        continue;
      }
      expectation sum;
      for (std::size_t i = 0; i < w.size(); ++i) {
        if (w[i] == 0) continue;
        const expectation e = paths.entry(i, j);
        if (e.kind != prediction::number) sum.kind = prediction::ambiguous;
        sum.value += static_cast<long double>(w[i]) * e.value;
        sum.bound += std::fabs(static_cast<long double>(w[i])) * e.bound;
      }
      ++tally_.predictions[static_cast<std::size_t>(sum.kind)];
      agrees(full, sum, "vjp " + std::to_string(j) + " full");
      agrees(final, sum, "vjp " + std::to_string(j) + " final");
    }
  }

  random_source random_;
  tally& tally_;
  complaints bad_;
  std::string complaint_;
  machine machine_;
  step_machine laid_out_;
  std::size_t primal_ = 0;
  std::vector<double> values_;
};

}  // namespace
}  // namespace fuzz

TEST_CASE("random programs") {
  const std::uint64_t seed = fuzz::setting("ETAD_FUZZ_SEED", 20240229);
  const std::uint64_t count = fuzz::setting("ETAD_FUZZ_COUNT", fuzz::usual_count);
  const std::uint64_t first = fuzz::setting("ETAD_FUZZ_FIRST", fuzz::usual_first);
  fuzz::tally tally;
  for (std::uint64_t k = first; k < first + count; ++k) {
    const std::string found = fuzz::trial(seed + k * 0x1'0000'0001u, tally).run();
    if (found.empty()) continue;
    ++tally.violations;
    if (tally.violations <= 20) {
      std::printf("replay with ETAD_FUZZ_SEED=%llu ETAD_FUZZ_FIRST=%llu ETAD_FUZZ_COUNT=1\n%s\n",
                  static_cast<unsigned long long>(seed), static_cast<unsigned long long>(k),
                  found.c_str());
    }
  }
  std::printf(
      "seed %llu: %ld programs (%ld again as second order), %ld points\n"
      "entries: %ld numbers, %ld infinite, %ld NaN, %ld out of range, %ld ambiguous, %ld with "
      "infinite values\n%ld times a guard failed; an infinite value leaked into a number %ld times "
      "strictly evaluated, %ld times compiled\n%ld entries of Hessians\n%ld entries against "
      "programs of the arms taken, %ld equal\n"
      "%ld infinities and NaN put down to the order of sums and products\n%ld violations\n",
      static_cast<unsigned long long>(seed), tally.programs, tally.second_order, tally.points,
      tally.predictions[0], tally.predictions[1], tally.predictions[2], tally.predictions[3],
      tally.predictions[4], tally.predictions[5], tally.guard_failures, tally.full_leaks,
      tally.final_leaks, tally.hessian_entries, tally.cut_entries, tally.cut_equal,
      tally.of_the_order, tally.violations);
  CHECK(tally.violations == 0);
  CHECK(tally.programs == static_cast<long>(count));
  if (count > 1000) {
    CHECK(tally.hessian_entries > static_cast<long>(count) / 2);
    CHECK(tally.cut_entries > static_cast<long>(count) / 20);
    CHECK(tally.of_the_order < tally.predictions[0] / 1000);
  }
}
