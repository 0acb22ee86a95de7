// SPDX-License-Identifier: MIT
// There and back again: structures as arrays of numbers.
#include <doctest/doctest.h>

#include <array>
#include <span>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <etad/verb/gradient.hpp>
#include <etad/verb/ravel.hpp>

namespace {

constexpr std::tuple nested{1.0, std::pair{std::array{2.0, 3.0}, 4.0},
                            std::array{std::array{5.0, 6.0}, std::array{7.0, 8.0}}};
using nested_type = std::remove_const_t<decltype(nested)>;

constexpr bool there_and_back() {
  const auto flat = etad::ravel(nested);
  bool same = flat == std::array{1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0};
  same = same && etad::unravel<nested_type>(flat) == nested;
  same = same && etad::unravel(flat, nested) == nested;
  same = same && etad::ravel(etad::unravel<nested_type>(flat)) == flat;
  same = same && etad::unravel<nested_type>(std::span(flat)) == nested;
  same = same && etad::unravel<nested_type>(std::span<const double>(flat)) == nested;
  same =
      same && etad::ravel(2.5) == std::array{2.5} && etad::unravel<double>(std::array{2.5}) == 2.5;
  return same;
}
static_assert(there_and_back());
TEST_CASE("unravel undoes ravel, and ravel unravel") { CHECK(there_and_back()); }

TEST_CASE("the numbers decide the scalar") {
  static_assert(etad::ravel(std::pair{1, 2.5}) == std::array{1.0, 2.5});
  static_assert(etad::unravel<std::pair<double, double>>(std::array{1.0f, 2.0f}) ==
                std::pair{1.0f, 2.0f});
  static_assert(etad::unravel<std::pair<double, double>>(std::array{1, 2}) == std::pair{1.0, 2.0});
}

constexpr auto f = [](const auto& t) {
  return std::get<0>(t) * std::get<1>(t).first[1] * std::get<2>(t)[1][0];
};
TEST_CASE("inside a callable") {
  constexpr auto flat_f = [](const auto& p) { return f(etad::unravel<nested_type>(p)); };
  static_assert(etad::traceable<decltype(flat_f), std::array<double, 8>>);
  static_assert(etad::gradient(flat_f)(etad::ravel(nested)) ==
                etad::ravel(etad::gradient(f)(nested)));
  static_assert(etad::gradient(etad::opaque(flat_f))(etad::ravel(nested)) ==
                etad::ravel(etad::gradient(f)(nested)));
}

TEST_CASE("another number of numbers, known at run time only") {
  const std::vector<double> seven(7, 1.0);
  CHECK_THROWS_WITH_AS(etad::unravel<nested_type>(seven),
                       "ETAD-035: etad::unravel requires 8 numbers, as many as the structure has; "
                       "there are 7. Pass what etad::ravel made of such a structure.",
                       std::invalid_argument);
  CHECK_THROWS_AS(etad::unravel(std::span(seven), nested), std::invalid_argument);
  CHECK(std::get<0>(etad::unravel<nested_type>(std::vector<double>(8, 2.0))) == 2.0);
}

}  // namespace
