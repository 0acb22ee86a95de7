// SPDX-License-Identifier: MIT
// The shared problems recorded on a tape, against the oracle.
#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <tuple>
#include <vector>

#include <etad/tape.hpp>

#include "problems/drivers.hpp"

namespace problems {

/// Problems that mix types which are one with numbers and several with expressions: `c ? x * y : x + y`
/// and std::max of different operations.
template <class P>
inline constexpr bool one_type_only = false;

template <class P, class T>
struct tape_driver {
  using types = problem_types<P, T>;
  using call = typename types::call_type;

  /// Rows of the Jacobian, one sweep each, of the problem recorded once.
  template <class Style>
  static void check(const driver<P, T>& oracle, const char* mode) {
    using variable = etad::variable<T, Style>;
    const etad::detail::buffer<char> wanted = call::wanted();
    etad::tape<T> tape;
    std::vector<variable> variables;
    auto arguments = [&]<class... A>(const std::tuple<A...>& from) {
      std::tuple<etad::detail::rebind<A, variable>...> to;
      const std::vector<T> values = leaves_of<T>(from);
      std::size_t k = 0;
      visit_leaves(to, [&](variable& leaf) {
        leaf = variable(values[k]);
        if (wanted[k] != 0) {
          leaf = tape.template variable<Style>(values[k]);
          variables.push_back(leaf);
        }
        ++k;
      });
      return to;
    }(oracle.x);
    const auto result = std::apply(P{}, arguments);
    rows<T> got;
    rows<T> accumulated;
    visit_leaves(result, [&](const auto& leaf) {
      const variable y(leaf);
      got.push_back(y.is_constant() ? std::vector<T>(variables.size())
                                    : tape.gradient(y, variables));
      tape.zero_gradients();
      accumulated.emplace_back(variables.size());
      if (y.is_constant()) return;
      tape.backward(y);
      for (std::size_t j = 0; j < variables.size(); ++j) {
        accumulated.back()[j] = variables[j].gradient();
      }
    });
    oracle.check(mode, got);
    CHECK_MESSAGE(got == accumulated, P::name);
    std::vector<variable> results;
    visit_leaves(result, [&](const auto& leaf) { results.push_back(variable(leaf)); });
    check_laws(tape, results, variables, got);
  }

  /// All rows at once are the rows one by one, and the derivative of a weighted sum is the sum of the rows.
  template <class Variable>
  static void check_laws(etad::tape<T>& tape, const std::vector<Variable>& results,
                         const std::vector<Variable>& variables, const rows<T>& got) {
    const auto jacobian = tape.jacobian(results, variables);
    std::vector<T> weights(results.size());
    bool depends = false;
    for (std::size_t i = 0; i < results.size(); ++i) {
      weights[i] = static_cast<T>(1 + static_cast<int>(i % 5)) / 4 * (i % 2 == 0 ? 1 : -1);
      depends = depends || !results[i].is_constant();
    }
    if (!depends) return;
    const auto sum = tape.gradient(results, variables, weights);
    for (std::size_t j = 0; j < variables.size(); ++j) {
      T expected = 0, size = 0;
      bool rows_agree = true;
      for (std::size_t i = 0; i < results.size(); ++i) {
        rows_agree = rows_agree && jacobian(i, j) == got[i][j];
        expected += weights[i] * got[i][j];
        size += std::abs(weights[i] * got[i][j]);
      }
      CHECK_MESSAGE(rows_agree, P::name);
      const T bound = 1000 * std::numeric_limits<T>::epsilon() * size;
      CHECK_MESSAGE(std::abs(sum[j] - expected) <= bound, P::name);
    }
  }
};

template <class Style, class... P>
void check_on_tape(table<P...>, const char* mode) {
  const auto check = [&]<class Problem>(Problem) {
    if constexpr (std::same_as<Style, etad::eager> || !one_type_only<Problem>) {
      for (const auto& point : Problem::points) {
        const driver<Problem, double> oracle(point);
        tape_driver<Problem, double>::template check<Style>(oracle, mode);
      }
    }
  };
  (check(P{}), ...);
}

}  // namespace problems
