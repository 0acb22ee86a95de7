// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <etad/lane/plain.hpp>

#include "lane/packs.hpp"

using etad::pack;
using etad::plain_lanes;

namespace {

template <class Pack>
constexpr bool behaves() {
  return packs::is_a_number<Pack>() && packs::loads_and_stores<Pack>() && packs::compares<Pack>() &&
         packs::blends<Pack>() && packs::reduces<Pack>() && packs::is_finite_as_it_should<Pack>();
}
static_assert(behaves<pack<double, plain_lanes<1>>>());
static_assert(behaves<pack<double, plain_lanes<4>>>());
static_assert(behaves<pack<float, plain_lanes<5>>>());

// The functions of the operation table are constants on plain packs.
constexpr pack<double, plain_lanes<3>> third = exp(log(pack<double, plain_lanes<3>>(1) / 3));
static_assert(third[0] == third[2] && third[0] > 0.333 && third[0] < 0.334);
static_assert(erf(pack<float, plain_lanes<2>>(0).with(1, 10))[1] == 1);

}  // namespace

TEST_CASE_TEMPLATE("plain packs are numbers", Pack, pack<double, plain_lanes<1>>,
                   pack<double, plain_lanes<4>>, pack<float, plain_lanes<5>>) {
  CHECK(packs::is_a_number<Pack>());
  CHECK(packs::loads_and_stores<Pack>());
  CHECK(packs::compares<Pack>());
  CHECK(packs::blends<Pack>());
  CHECK(packs::reduces<Pack>());
  CHECK(packs::is_finite_as_it_should<Pack>());
}
