// SPDX-License-Identifier: MIT
// Every operation on variables of a tape at the points where derivative rules go wrong, against duals, which are
// checked against traced programs (test/dual/edges.hpp).
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

#include <etad/dual/functions.hpp>
#include <etad/tape.hpp>

#include "problems/edges.hpp"
#include "problems/edges_groups.hpp"
#include "problems/edges_numbers.hpp"

namespace {

using namespace edge_numbers;

struct complaints {
  etad::tape<double> tape;
  long checks = 0;
  int count = 0;
};

template <opcode Op, std::size_t... I>
void check_point(const double* x, complaints& c, std::index_sequence<I...>) {
  constexpr auto n = sizeof...(I);
  const auto expected = function<Op>{}(etad::dual<double, 3>(x[I], static_cast<int>(I))...);
  c.tape.clear();
  const auto v = c.tape.variables(std::array<double, n + 1>{x[I]..., 0.75});
  const etad::variable<double> y = function<Op>{}(v[I]...);
  const auto complain = [&](const char* what, double got, double wanted) {
    if (++c.count > 5) return;
    std::printf("%s(%.17g %.17g %.17g): %s is %.17g, must be %.17g\n", etad::detail::facts(Op).name,
                x[0], x[1], x[2], what, got, wanted);
  };
  ++c.checks;
  if (!agrees<Op>(y.value(), expected.value())) complain("value", y.value(), expected.value());
  if (y.is_constant()) {
    for (std::size_t k = 0; k < n; ++k) {
      if (tangent(expected)[static_cast<int>(k)] != 0) complain("a constant's slope", 0, 1);
    }
    return;
  }
  const auto slopes = c.tape.gradient(y, v);
  for (std::size_t k = 0; k < n; ++k) {
    const double wanted = tangent(expected)[static_cast<int>(k)];
    // Where the value is no number, the tape's slopes are none, either (inf/inf).
    const bool none = std::isnan(y.value()) && std::isnan(slopes[k]) && wanted == 0;
    if (!none && !agrees<Op>(slopes[k], wanted)) complain("slope", slopes[k], wanted);
  }
  const auto idle = c.tape.gradient(y, v, 0.0);
  for (std::size_t k = 0; k < n; ++k) {
    if (!same(idle[k], 0.0)) complain("slope with cotangent 0", idle[k], 0.0);
  }
  if (!same(slopes[n], 0.0)) complain("slope of an idle variable", slopes[n], 0.0);
}

/// Second derivatives by a tape over duals, against duals of duals.
template <opcode Op, std::size_t... I>
void check_second_order(const double* x, complaints& c, std::index_sequence<I...>) {
  constexpr auto n = sizeof...(I);
  using inner = etad::dual<double, static_cast<int>(n)>;
  using outer = etad::dual<inner, static_cast<int>(n)>;
  const outer expected =
      function<Op>{}(outer(inner(x[I], static_cast<int>(I)), static_cast<int>(I))...);
  etad::tape<inner> tape;
  const std::array<etad::variable<inner, etad::eager>, n> v{
      tape.template variable<etad::eager>(inner(x[I], static_cast<int>(I)))...};
  const etad::variable<inner, etad::eager> y = function<Op>{}(v[I]...);
  ++c.checks;
  if (y.is_constant()) return;
  const auto slopes = tape.gradient(y, v);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      const double got = tangent(slopes[i])[static_cast<int>(j)];
      const double wanted = tangent(tangent(expected)[static_cast<int>(i)])[static_cast<int>(j)];
      const bool none = std::isnan(value(y.value())) && std::isnan(got) && wanted == 0;
      if (none || agrees<Op>(got, wanted) || ++c.count > 5) continue;
      std::printf("%s(%.17g %.17g %.17g): second derivative %zu %zu is %.17g, must be %.17g\n",
                  etad::detail::facts(Op).name, x[0], x[1], x[2], i, j, got, wanted);
    }
  }
}

template <opcode Op>
void check_opcode() {
  if constexpr (!is_internal(Op)) {
    constexpr int arity = edges::representative<Op>::arity;
    const auto all = edges::points<double>();
    const auto few = edges::short_points<double>();
    const double* const list = arity < 3 ? all.data() : few.data();
    const std::size_t n = arity < 3 ? all.size() : few.size();
    complaints c;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < (arity > 1 ? n : 1); ++j) {
        for (std::size_t k = 0; k < (arity > 2 ? n : 1); ++k) {
          const double x[3] = {list[i], list[j], list[k]};
          if (is_excepted<Op>(x)) continue;
          check_point<Op>(x, c, std::make_index_sequence<static_cast<std::size_t>(arity)>{});
          check_second_order<Op>(x, c, std::make_index_sequence<static_cast<std::size_t>(arity)>{});
        }
      }
    }
    CAPTURE(etad::detail::facts(Op).name);
    CHECK(c.checks > 20);
    CHECK(c.count == 0);
  }
}
template <opcode... Op>
void check_group(edges::group<Op...>) {
  (check_opcode<Op>(), ...);
}

}  // namespace

TEST_CASE("operations on a tape at edge points") {
  using namespace edges::groups;
  check_group(arithmetic{});
  check_group(exponential{});
  check_group(hyperbolic{});
  check_group(piecewise{});
  check_group(powers{});
  check_group(remainders{});
  check_group(special{});
  check_group(trigonometric{});
}
