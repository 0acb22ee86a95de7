// SPDX-License-Identifier: MIT
// Compiles with -fimplicit-constexpr only.
#include <etad/etad.hpp>

template <class T>
inline T square(const T& x) {
  return x * x;
}
constexpr auto f = [](auto x) { return square(x); };
static_assert(etad::traceable<decltype(f), double>);
int main() {}
