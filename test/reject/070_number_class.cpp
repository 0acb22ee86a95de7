// SPDX-License-Identifier: MIT
// expect: ETAD-070: etad::to_cpp requires arguments of float, double, long double or whole numbers
#include <etad/print.hpp>

struct number {
  double held;
  constexpr explicit number(double x) : held(x) {}
  friend constexpr number operator+(number x, number y) { return number(x.held + y.held); }
  friend constexpr number operator*(number x, number y) { return number(x.held * y.held); }
};

#if REJECT
using scalar = number;
#else
using scalar = double;
#endif

std::string source() {
  return etad::to_cpp<scalar>([](auto x) { return x * x; });
}
