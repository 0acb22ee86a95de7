// SPDX-License-Identifier: MIT
// The partials that random programs are compared with (textbook.hpp), against central differences in
// 400 bits of the operations themselves.
#include "textbook.hpp"

#include <doctest/doctest.h>

#include <etad/core/operation_table.hpp>

#include "mpfr_number.hpp"
#include "random.hpp"

namespace fuzz {
namespace {

using etad::detail::facts;
using etad::detail::opcode_count;

constexpr long step = -120;

template <opcode Op>
number value_of(const number (&x)[3]) {
  using row = etad::detail::operation<Op>;
  if constexpr (row::arity == 1) {
    return row::value(x[0]);
  } else if constexpr (row::arity == 2) {
    return row::value(x[0], x[1]);
  } else {
    return row::value(x[0], x[1], x[2]);
  }
}

template <opcode Op>
long double difference_quotient(const double (&u)[3], int k) {
  number above[3] = {number(u[0]), number(u[1]), number(u[2])};
  number below[3] = {number(u[0]), number(u[1]), number(u[2])};
  above[k] += scaled(number(1.0), step);
  below[k] -= scaled(number(1.0), step);
  return scaled(value_of<Op>(above) - value_of<Op>(below), -step - 1).to_long_double();
}

/// The number of partials compared.
template <opcode Op>
int compare(random_source& random) {
  using row = etad::detail::operation<Op>;
  int compared = 0;
  if constexpr (row::differentiable && !etad::detail::is_selection(Op) &&
                !etad::detail::states_derivative(Op) && !etad::detail::is_opaque_call(Op) &&
                Op != opcode::polygamma) {
    for (int repeat = 0; repeat < 300; ++repeat) {
      double u[3] = {0, 0, 0};
      for (int k = 0; k < row::arity; ++k) {
        const auto& d = facts(Op).domains[static_cast<std::size_t>(k)];
        u[k] = random.between(d.low, d.high);
      }
      for (int k = 0; k < row::arity; ++k) {
        const long double exact = difference_quotient<Op>(u, k);
        const long double book = textbook_partial(Op, k, u[0], u[1], u[2]);
        CAPTURE(row::name);
        CAPTURE(u[0]);
        CAPTURE(u[1]);
        CAPTURE(u[2]);
        CHECK(std::fabs(book - exact) <= 0x1p-57L * (std::fabs(exact) + 0x1p-20L));
        ++compared;
      }
    }
  }
  return compared;
}

template <std::size_t... Op>
int compare_all(random_source& random, std::index_sequence<Op...>) {
  return (0 + ... + compare<static_cast<opcode>(Op)>(random));
}

}  // namespace
}  // namespace fuzz

TEST_CASE("textbook partials are difference quotients") {
  fuzz::random_source random(fuzz::setting("ETAD_FUZZ_SEED", 3));
  const int compared = fuzz::compare_all(random, std::make_index_sequence<fuzz::opcode_count>{});
  CHECK(compared >= 300 * 60);
}
