// SPDX-License-Identifier: MIT
// The counts of the larger models.
#include <doctest/doctest.h>

#include <etad/show/explain.hpp>

#include "models/pollu.hpp"
#include "models/snavely.hpp"

TEST_CASE("POLLU: 82 entries, most of them one product or two") {
  constexpr auto e = etad::explain<std::array<double, 20>>(models::pollu{});
  MESSAGE(etad::to_string(e));
  CHECK(e.rows == 20);
  CHECK(e.columns == 20);
  for (const etad::operation_counts& m : e.modes) CHECK(m.calls + m.divisions == 0);
  CHECK(e.taken().operations < e.function.operations);
}

TEST_CASE("bundle adjustment: three calls whatever the mode") {
  constexpr auto e =
      etad::explain<std::array<double, 12>, double, double>(models::snavely{}, etad::wrt<0>);
  MESSAGE(etad::to_string(e));
  CHECK(e.rows == 2);
  CHECK(e.columns == 12);
  CHECK(e.function.calls == 3);
  for (const etad::operation_counts& m : e.modes) CHECK(m.calls == 3);
}
