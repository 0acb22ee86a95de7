// SPDX-License-Identifier: MIT
// expect: ETAD-051: etad::vmap requires ranges whose numbers have the scalar type of the call
#include <etad/batch.hpp>

void scale(std::span<const float> x, std::span<float> out) {
  constexpr auto f = [](auto a, auto b) { return a * b; };
#if REJECT
  etad::vmap(f)(x, 2.0, etad::into(out));
#else
  etad::vmap(f)(x, 2.0f, etad::into(out));
#endif
}
