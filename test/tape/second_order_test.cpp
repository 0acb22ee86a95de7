// SPDX-License-Identifier: MIT
// Second derivatives of the shared problems on tapes over duals and on tapes of tapes, against second differences.
#include <doctest/doctest.h>

#include <etad/dual/functions.hpp>
#include <etad/tape.hpp>

#include "problems/branches.hpp"
#include "problems/second_order.hpp"
#include "problems/several.hpp"

namespace problems {

/// The numbers of a point as variables of a tape, and the same in the shape of P's arguments.
template <class Variable, class Arguments>
struct taped_point {
  template <class>
  struct rebound;
  template <class... A>
  struct rebound<std::tuple<A...>> {
    using type = std::tuple<etad::detail::rebind<A, Variable>...>;
  };
  std::vector<Variable> variables;
  typename rebound<Arguments>::type arguments{};

  template <class Make>
  taped_point(const Arguments& x, Make make) {
    for (const double value : leaves_of<double>(x))
      variables.push_back(make(value, variables.size()));
    std::size_t k = 0;
    visit_leaves(arguments, [&](Variable& leaf) { leaf = variables[k++]; });
  }
};

/// Rows of the Hessian: one sweep back over duals gives four columns.
template <class P, class Style>
rows<double> hessian_over_duals(const typename second_order<P>::arguments& x) {
  using dual = etad::dual<double, 4>;
  using variable = etad::variable<dual, Style>;
  const std::size_t n = leaves_of<double>(x).size();
  rows<double> h(n, std::vector<double>(n));
  etad::tape<dual> tape;
  for (std::size_t first = 0; first < n; first += 4) {
    tape.clear();
    const taped_point<variable, typename second_order<P>::arguments> at(
        x, [&](double value, std::size_t k) {
          const bool seeded = first <= k && k < first + 4;
          return tape.template variable<Style>(seeded ? dual(value, static_cast<int>(k - first))
                                                      : dual(value));
        });
    const variable y(std::apply(P{}, at.arguments));
    const auto slopes = tape.gradient(y, at.variables);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = first; j < std::min(first + 4, n); ++j) {
        h[i][j] = tangent(slopes[i])[static_cast<int>(j - first)];
      }
    }
  }
  return h;
}

/// Rows of the Hessian: the gradient of each slope, recorded on the inner tape.
template <class P>
rows<double> hessian_by_two_tapes(const typename second_order<P>::arguments& x) {
  using inner_variable = etad::variable<double>;
  using variable = etad::variable<inner_variable, etad::eager>;
  etad::tape<double> inner;
  etad::tape<inner_variable> outer;
  const auto u = inner.variables(leaves_of<double>(x));
  const taped_point<variable, typename second_order<P>::arguments> at(
      x, [&](double, std::size_t k) { return outer.template variable<etad::eager>(u[k]); });
  const variable y(std::apply(P{}, at.arguments));
  rows<double> h;
  for (const inner_variable& slope : outer.gradient(y, at.variables)) {
    h.push_back(slope.is_constant() ? std::vector<double>(u.size()) : inner.gradient(slope, u));
  }
  return h;
}

template <class P>
void check_hessians() {
  for (const auto& x : P::points) {
    const rows<real> exact = difference_hessian(P{}, x);
    const auto check = [&](const char* mode, const rows<double>& got) {
      second_order<P>::compare(mode, got, exact);
    };
    check("over duals", hessian_over_duals<P, etad::statements>(x));
    check("over duals, eager", hessian_over_duals<P, etad::eager>(x));
    check("tape of tape", hessian_by_two_tapes<P>(x));
  }
}
template <class... P>
void check_all_hessians(table<P...>) {
  (check_hessians<P>(), ...);
}

}  // namespace problems

TEST_CASE("Hessians by tapes over duals and by tapes of tapes") {
  problems::check_all_hessians(
      problems::table<problems::power, problems::distance, problems::softplus,
                      problems::shared_values, problems::while_loop, problems::two_conditions>{});
}
