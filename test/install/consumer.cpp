// SPDX-License-Identifier: MIT
// A user's whole program: d/dx (x * x + 1.5 * x) at 3 is 7.5.
#include <cstdio>
#include <etad/etad.hpp>

int main() {
  constexpr auto f = [](const auto& x) { return x * x + 1.5 * x; };
  std::printf("%g\n", etad::derivative(f)(3.0));
}
