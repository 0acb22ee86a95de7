// SPDX-License-Identifier: MIT
// expect: ETAD-050: etad::into requires memory for each number of the result
#include <etad/batch.hpp>
#include <etad/etad.hpp>

void slopes(std::span<const double> x, std::span<double> out) {
  constexpr auto both = [](auto t) { return std::array{t, t * t}; };
#if REJECT
  etad::vmap(etad::derivative(both))(x, etad::into(out));
#else
  etad::vmap(etad::derivative(both))(x, etad::into(out, out));
#endif
}
