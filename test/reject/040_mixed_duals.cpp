// SPDX-License-Identifier: MIT
// expect: ETAD-040: etad::dual requires operands of one and the same dual type
#include <etad/dual.hpp>

struct outer;
struct inner;
using outer_number = etad::dual<double, 1, etad::array_lanes, outer>;
using inner_number = etad::dual<outer_number, 1, etad::array_lanes, inner>;

auto f(const inner_number& x, const outer_number& captured) {
#if REJECT
  return x * captured;
#else
  return x * inner_number(captured);
#endif
}
