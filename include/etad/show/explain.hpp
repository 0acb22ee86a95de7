// SPDX-License-Identifier: MIT
// How a Jacobian would be computed in each mode, in counts of operations. Not part of etad.hpp: it
// builds all modes, which a program that runs one of them should not pay for.
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include <etad/call/traced/jacobian_call.hpp>
#include <etad/ir/statistics.hpp>
#include <etad/show/road.hpp>
#include <etad/show/sparsity_drawing.hpp>

namespace etad::inline ETAD_ABI {

/// The operations of one derivative program as it is compiled, or of the function itself.
struct operation_counts {
  const char* mode = "";
  int operations = 0;
  /// A fused multiply-add counts as one addition and one multiplication.
  int additions = 0;
  int multiplications = 0;
  int divisions = 0;
  /// Functions of <cmath>, the square root among them.
  int calls = 0;
  /// Signs, comparisons, selections.
  int others = 0;
  /// The longest chain of operations that wait for each other.
  int depth = 0;
  /// Values alive at one time, at most.
  int live = 0;
  /// The time by the table of ir/cost.hpp, in multiplications. An operation on a pack counts as one on
  /// a number, here and above.
  double cost = 0;
  bool taken = false;
};

/// What explain() found out.
struct explanation {
  int rows = 0;
  int columns = 0;
  operation_counts function;
  std::array<operation_counts, 6> modes;
  /// Entries of the Jacobian that are not structural zeros.
  int nonzeros = 0;
  /// Colours of its columns, the directions of the mode `lanes`, and how many doubles make a pack
  /// where this was compiled (1: no vector registers).
  int colours = 0;
  int lanes = 0;
  /// The pattern, a line for each row with x for a nonzero; empty if it is too large to draw.
  std::array<char, 1024> drawing{};
  /// The road of the Jacobian, and what keeps it from being traced. Off the roads of programs there are no
  /// operations to count: all figures above are 0 then.
  road_report way;

  /// The mode that etad::jacobian takes.
  constexpr const operation_counts& taken() const {
    for (const operation_counts& m : modes) {
      if (m.taken) return m;
    }
    return function;
  }
};

namespace detail {

constexpr operation_counts counts_of(const char* mode, const wide_schedule& s, bool taken) {
  const statistics n = statistics_of(s);
  return {mode,     n.operations, n.additions, n.multiplications, n.divisions, n.calls,
          n.others, n.depth,      n.most_live, cost_of(s),        taken};
}

/// Each in a constant of its own: compilers limit the work for one constant. What computes stated
/// derivatives is no part of the function.
template <class Call>
inline constexpr operation_counts function_counts = counts_of("function", Call::source::value,
                                                              false);
template <class Call>
  requires(states_derivatives(Call::source::value.code, Call::source::value.size))
inline constexpr operation_counts function_counts<Call> =
    counts_of("function", detached_wide<typename Call::source>::value, false);

template <class Call, jacobian_mode Mode>
inline constexpr operation_counts mode_counts =
    counts_of(Mode == jacobian_mode::forward             ? "forward"
              : Mode == jacobian_mode::reverse           ? "reverse"
              : Mode == jacobian_mode::eliminate_forward ? "eliminate forward"
              : Mode == jacobian_mode::eliminate_reverse ? "eliminate reverse"
                                                         : "eliminate markowitz",
              regular_wide<jacobian_candidate<Call, wanted_outputs<false>, Mode>>::value,
              Mode == automatic_mode<Call, wanted_outputs<false>>::value &&
                  !packs_are_cheapest<Call, wanted_outputs<false>>::value);

inline constexpr int explained_lanes = register_lanes<double> > 1 ? register_lanes<double> : 1;

template <class Call>
inline constexpr operation_counts packed_counts = [] {
  using candidate = packed_candidate<Call, wanted_outputs<false>, explained_lanes>;
  operation_counts counts = counts_of("lanes", regular_wide<candidate>::value,
                                      packs_are_cheapest<Call, wanted_outputs<false>>::value);
  counts.cost = packed_cost<candidate>();
  return counts;
}();

template <class Pattern>
constexpr std::array<char, 1024> drawing_of(const Pattern& shown) {
  std::array<char, 1024> drawing{};
  if (shown.rows * (shown.columns + 1) >= 1024) return drawing;
  std::size_t end = 0;
  for (int row = 0; row < shown.rows; ++row) {
    for (int column = 0; column < shown.columns; ++column) {
      drawing[end++] = shown(row, column) ? 'x' : '.';
    }
    drawing[end++] = '\n';
  }
  return drawing;
}

template <class F, class Wrt, class... Args>
constexpr explanation counted(const road_report& way) noexcept {
  using call = typename program_call<F, Wrt, Args...>::shape_call;
  using enum jacobian_mode;
  constexpr const auto& shown = coloured<jacobian_rows<call>, false>::value;
  return {call::results,
          call::selected_leaves,
          function_counts<call>,
          {mode_counts<call, forward>, mode_counts<call, reverse>,
           mode_counts<call, eliminate_forward>, mode_counts<call, eliminate_reverse>,
           mode_counts<call, eliminate_markowitz>, packed_counts<call>},
          shown.nonzeros,
          shown.colours,
          explained_lanes,
          drawing_of(shown),
          way};
}

inline std::string table_row(const operation_counts& c) {
  std::string line = std::string(c.mode) + (c.taken ? " (taken)" : "");
  line.resize(28, ' ');
  for (const int n : {c.operations, c.additions, c.multiplications, c.divisions, c.calls, c.others,
                      c.depth, c.live, static_cast<int>(c.cost)}) {
    const std::string digits = std::to_string(n);
    line += std::string(digits.size() < 7 ? 7 - digits.size() : 1, ' ') + digits;
  }
  return line + "\n";
}

}  // namespace detail

/// Counts the operations of f and of its Jacobian in each mode, for arguments of types Args:
/// explain<std::array<double, 3>>(f), explain<double, double>(f, wrt<0>).
///
/// The counts are those of the programs that are compiled, guards of singular points included; the
/// results are constants. Cost: compile time only, that of six Jacobians. Errors: as
/// etad::jacobian.
template <class... Args, class F, int... Index>
constexpr explanation explain(F, wrt_t<Index...> = {}) noexcept {
  constexpr road_report way =
      detail::report_road<jacobian_function<F, wrt_t<Index...>, detail::jacobian_mode::automatic>,
                          Args...>();
  if constexpr (way.taken != road::traced && way.taken != road::formula) {
    explanation without_counts;
    without_counts.way = way;
    return without_counts;
  } else {
    return detail::counted<F, wrt_t<Index...>, Args...>(way);
  }
}

/// The explanation as a table, and what is known of the sparsity.
inline std::string to_string(const explanation& e) {
  if (e.rows == 0) return "The Jacobian runs on " + to_string(e.way) + ".\n";
  std::string text = "Jacobian of " + std::to_string(e.rows) + " numbers with respect to " +
                     std::to_string(e.columns) + "\n";
  std::string head = "mode";
  head.resize(28, ' ');
  for (const char* const title :
       {"all", "add", "mul", "div", "calls", "other", "depth", "live", "cost"}) {
    const std::string word = title;
    head += std::string(7 - word.size(), ' ') + word;
  }
  text += head + "\n" + detail::table_row(e.function);
  for (const operation_counts& m : e.modes) text += detail::table_row(m);
  const int packs = (e.colours + e.lanes - 1) / e.lanes;
  text += std::to_string(e.nonzeros) + " of " + std::to_string(e.rows * e.columns) +
          " entries are structural nonzeros; colours of columns: " + std::to_string(e.colours) +
          ", in packs of " + std::to_string(e.lanes) + " lanes: " + std::to_string(packs) + "\n";
  return text + e.drawing.data();
}

}  // namespace etad::inline ETAD_ABI
