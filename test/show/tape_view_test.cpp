// SPDX-License-Identifier: MIT
// Looking at a tape that keeps no more than it needs for a sweep.
#include <doctest/doctest.h>

#include <cmath>
#include <span>
#include <string>
#include <vector>

#include <etad/batch.hpp>
#include <etad/rules.hpp>
#include <etad/tape.hpp>
#include <etad/tape_view.hpp>

namespace {

using number = etad::variable<double>;
bool holds(const std::string& text, const char* part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("without the checked mode partial derivatives alone are known") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector{4.0, 0.0});
  number y = x[0] * x[0];
  CHECK(tape.find_first_nonfinite().text() ==
        "all derivatives looked at are finite; values are kept under ETAD_CHECKED alone");
  y += sqrt(x[1]);
  const number z = 2.0 * y;
  CHECK(tape.find_first_nonfinite().text() == "v3 has the partial derivative inf by x1");
  const auto swept = tape.find_first_nonfinite(z);
  CHECK(swept.where == etad::nonfinite_record::place::sweep);
  CHECK(swept.adjoint == 2.0);
  CHECK(swept.number == INFINITY);
  CHECK_FALSE(tape.find_first_nonfinite(x[0] * 1.0));
  const std::string graph = etad::to_dot(tape, z);
  CHECK(holds(graph, "v1 -> v3 [label=\"8\"]"));
  CHECK(holds(graph, "v2 -> v3 [label=\"inf\"]"));
  CHECK(holds(graph, "v3 -> v4 [label=\"2\"]"));
  CHECK(holds(graph, "v2 [label=\"x1\""));
}

TEST_CASE("records of many operations in graphs and in messages") {
  constexpr auto root = etad::kernel([](auto u, auto v) {
    using std::sqrt;
    return v * sqrt(u);
  });
  constexpr auto square = [](auto u) { return u * u; };
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector{0.0, 3.0, 5.0});
  const number y = root(x[0], x[1]);
  const std::vector<number> z = etad::map(square, std::span(x).last(2));
  const std::vector<number> both{y, z[1]};
  const std::string graph = etad::to_dot(tape, both);
  CHECK(holds(graph, "[label=\"kernel\", shape=box"));
  CHECK(holds(graph, "[label=\"map\", shape=box"));
  CHECK(holds(graph, "v1 -> b4"));
  CHECK(holds(graph, "v3 -> b5"));
  CHECK(holds(graph, "v6 -> out1"));
  CHECK(tape.find_first_nonfinite(both).text() ==
        "v4 = kernel(...) made the derivative by x0 inf in the sweep: its own adjoint is 1");
}
