// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "problems/edges_constant.hpp"

TEST_CASE(
    "trigonometric functions: what does not depend on an argument is +0 in constant evaluation") {
  static_assert(edges::is_idle_group(edges::groups::trigonometric{}));
}
