// SPDX-License-Identifier: MIT
// expect: ETAD-049: etad::map
// expect: Call f itself, or etad::kernel
#include <etad/batch.hpp>

using number = etad::variable<double>;

void products(const std::vector<number>& x) {
  constexpr auto product = [](const auto& a, const auto& b) { return a * b; };
#if REJECT
  (void)etad::map(product, x[0], x[1]);
#else
  (void)etad::map(product, x, x[1]);
#endif
}
