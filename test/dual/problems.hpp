// SPDX-License-Identifier: MIT
// The shared problems run on duals, against the oracle.
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include <etad/dual/functions.hpp>

#include "problems/drivers.hpp"

namespace problems {

/// The Jacobian by a dual with one lane for every differentiated number, and by single lanes.
template <class P, class T>
struct dual_driver {
  using types = problem_types<P, T>;
  using call = typename types::call_type;
  static constexpr int count = call::selected_leaves;

  /// Rows of the Jacobian in the lanes of Dual, of which `lane_of(j)` is that of variable j.
  template <class Dual, class LaneOf>
  static rows<T> jacobian(const typename types::arguments& x, LaneOf lane_of) {
    const etad::detail::buffer<char> wanted = call::wanted();
    auto arguments = [&]<class... A>(const std::tuple<A...>& from) {
      std::tuple<etad::detail::rebind<A, Dual>...> to;
      const std::vector<T> values = leaves_of<T>(from);
      std::size_t k = 0;
      int variable = 0;
      visit_leaves(to, [&](Dual& leaf) {
        leaf = Dual(values[k]);
        if (wanted[k] != 0) {
          const int lane = lane_of(variable++);
          if (lane >= 0) leaf = Dual(values[k], lane);
        }
        ++k;
      });
      return to;
    }(x);
    const auto result = std::apply(P{}, arguments);
    rows<T> out;
    visit_leaves(result, [&](const Dual& leaf) {
      out.emplace_back();
      for (int lane = 0; lane < Dual::tangents; ++lane) out.back().push_back(tangent(leaf)[lane]);
    });
    return out;
  }

  static void check(const typename types::point& point) {
    const driver<P, T> oracle(point);
    const auto all = jacobian<etad::dual<T, count>>(oracle.x, [](int j) { return j; });
    oracle.check("dual", all);
    // Lane j is the run with lane j alone.
    for (int j = 0; j < count; ++j) {
      const auto column =
          jacobian<etad::dual<T, 1>>(oracle.x, [&](int k) { return k == j ? 0 : -1; });
      for (std::size_t i = 0; i < all.size(); ++i) {
        const T whole = all[i][static_cast<std::size_t>(j)];
        CHECK_MESSAGE(std::abs(whole - column[i][0]) <=
                          (ETAD_HAS_FAST_FMA ? 64 * std::numeric_limits<T>::epsilon() : T(0)) *
                              std::abs(whole),
                      P::name, " (", i, ", ", j, ")");
      }
    }
  }
};

template <class... P>
void check_with_duals(table<P...>) {
  const auto check = []<class Problem>(Problem) {
    for (const auto& point : Problem::points) dual_driver<Problem, double>::check(point);
  };
  (check(P{}), ...);
}

}  // namespace problems
