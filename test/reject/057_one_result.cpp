// SPDX-License-Identifier: MIT
// expect: ETAD-057: etad::has_aux requires a callable that returns two things
#include <etad/etad.hpp>
#include <utility>

double f() {
#if REJECT
  constexpr auto loss = [](auto x) { return x * x; };
#else
  constexpr auto loss = [](auto x) { return std::pair{x * x, 3}; };
#endif
  return etad::gradient(loss, etad::has_aux)(2.0).gradient;
}
