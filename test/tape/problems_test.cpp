// SPDX-License-Identifier: MIT
#include "tape/problems.hpp"

#include "problems/branches.hpp"
#include "problems/elementary.hpp"
#include "problems/models.hpp"
#include "problems/several.hpp"
#include "problems/shapes.hpp"

namespace problems {

template <>
inline constexpr bool one_type_only<standard_extremes> = true;
template <>
inline constexpr bool one_type_only<conditional_operator> = true;
template <>
inline constexpr bool one_type_only<nested_branches> = true;
template <>
inline constexpr bool one_type_only<guarded_root> = true;
template <>
inline constexpr bool one_type_only<recursion> = true;

template <class Style>
void check_all(const char* mode) {
  const auto check = [&](auto... tables) { (check_on_tape<Style>(tables, mode), ...); };
  check(several{}, several_more{}, several_rest{});
  check(branches{}, branches_more{}, branches_rest{});
  check(elementary{}, elementary_more{}, elementary_rest{});
  check(shapes{}, shapes_more{}, shapes_rest{});
  check(models_small{}, models_snavely{}, models_arm{}, models_pollu{});
}

}  // namespace problems

TEST_CASE("problems recorded by statements agree with the oracle") {
  problems::check_all<etad::statements>("tape by statements");
}
TEST_CASE("problems recorded operation by operation agree with the oracle") {
  problems::check_all<etad::eager>("tape by operations");
}
