// SPDX-License-Identifier: MIT
// expect: ETAD-049: etad::vmap requires at least one argument that is a range over points
#include <etad/batch.hpp>

constexpr auto f = [](const auto& x) { return x[0] * x[1]; };
constexpr std::array<std::array<double, 2>, 2> points{{{1.0, 2.0}, {3.0, 4.0}}};

#if REJECT
const auto products = etad::vmap(f)(points);
#else
const auto products = etad::vmap(f)(etad::each(points));
#endif
