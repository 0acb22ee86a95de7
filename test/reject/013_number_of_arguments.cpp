// SPDX-License-Identifier: MIT
// expect: ETAD-013: etad runs the callable on etad::traced
#include <etad/etad.hpp>

double f(double x) {
  constexpr auto product = [](auto a, auto b) { return a * b; };
#if REJECT
  const auto [da, db] = etad::gradient(product)(x);
#else
  const auto [da, db] = etad::gradient(product)(x, x);
#endif
  return da + db;
}
