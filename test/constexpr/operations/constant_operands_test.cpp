// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "problems/edges_constant.hpp"

TEST_CASE("powers with a constant operand, clamp: +0 in constant evaluation") {
  static_assert(edges::is_idle_everywhere<edges::power_of<0>, 1>());
  static_assert(edges::is_idle_everywhere<edges::power_of<2>, 1>());
  static_assert(edges::is_idle_everywhere<edges::power_of<-1>, 1>());
  static_assert(edges::is_idle_everywhere<edges::power_of<5, 2>, 1>());
  static_assert(edges::is_idle_everywhere<edges::power_to<2>, 1>());
  static_assert(edges::is_idle_everywhere<edges::clamp_between, 3>());
}
