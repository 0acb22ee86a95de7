// SPDX-License-Identifier: MIT
// Which results of vmap share memory with its arguments or each other, to the byte.
#include <doctest/doctest.h>
#include <array>
#include <cstddef>
#include <etad/batch/vmap_call.hpp>
#include <stdexcept>

namespace {

/// One range over pairs whose second number lies before the first, then a value that all points share.
struct pairs_and_shared {
  static constexpr std::array<std::size_t, 3> value{2, 2, 0};
  static constexpr std::array<std::size_t, 3> element{0, 0, 2};
};
/// Two ranges over numbers.
struct two_ranges {
  static constexpr std::array<std::size_t, 2> value{1, 1};
  static constexpr std::array<std::size_t, 2> element{0, 1};
};
template <std::size_t Count>
struct addresses {
  std::array<double*, Count> at;
};

/// One range over pairs.
struct pairs_alone {
  static constexpr std::array<std::size_t, 2> value{2, 2};
  static constexpr std::array<std::size_t, 2> element{0, 0};
};

TEST_CASE("a result of pairs in either order ends behind its last number") {
  std::array<double, 32> memory{};
  constexpr std::size_t n = 3;
  const auto apart = [&](int first, int second, int argument) {
    const addresses<2> in{{memory.data() + argument, memory.data() + argument}};
    const addresses<2> out{{memory.data() + first, memory.data() + second}};
    try {
      etad::detail::check_apart<addresses<2>, two_ranges, addresses<2>, pairs_alone>(in, out, n);
      return true;
    } catch (const std::invalid_argument&) {
      return false;
    }
  };
  CHECK(apart(10, 11, 16));
  CHECK(!apart(10, 11, 15));
  CHECK(apart(10, 11, 7));
  CHECK(!apart(10, 11, 8));
  CHECK(apart(11, 10, 16));
  CHECK(!apart(11, 10, 15));
  CHECK(apart(11, 10, 7));
  CHECK(!apart(11, 10, 8));
}

TEST_CASE("results beside arguments are let through, by one number over the edge are not") {
  std::array<double, 64> memory{};
  constexpr std::size_t n = 4;  // points: arguments take 8 numbers, results 4
  double* const pairs = memory.data() + 20;
  const addresses<3> in{{pairs + 1, pairs, memory.data()}};
  const auto apart = [&](int first, int second) {
    const addresses<2> out{{memory.data() + first, memory.data() + second}};
    try {
      etad::detail::check_apart<addresses<3>, pairs_and_shared, addresses<2>, two_ranges>(in, out,
                                                                                          n);
      return true;
    } catch (const std::invalid_argument&) {
      return false;
    }
  };
  CHECK(apart(16, 28));
  CHECK(apart(28, 16));
  CHECK(!apart(17, 28));  // the last result is the first argument
  CHECK(!apart(16, 27));  // the first result is the last argument
  CHECK(!apart(22, 40));
  CHECK(apart(40, 44));
  CHECK(apart(44, 40));
  CHECK(!apart(40, 43));
  CHECK(!apart(43, 40));
  CHECK(!apart(40, 40));
  CHECK(apart(0, 40));  // the shared value is read once, before
}

}  // namespace
