// SPDX-License-Identifier: MIT
// A value of one branch that a later branch on the same condition reads. Compilers must not warn in
// the user's code that it may be missing, which -Werror checks here.
#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include <etad/expr/functions.hpp>
#include <etad/verb/gradient.hpp>
#include <etad/verb/products.hpp>

namespace {

struct two_branches {
  template <class T>
  constexpr T operator()(const std::array<T, 4>& x) const {
    using std::sqrt, std::tanh, std::sin, std::cos, std::fmod;
    const T n = sqrt(0.5 + x[0] * x[0] + x[1] * x[1] + x[2] * x[2] + x[3] * x[3]);
    const T v = etad::select(T(1.5) > T(0.7) * n, n, T(0.1)) + T(0.25);
    return 2.0 * cos(x[1] * tanh(v)) + sin(fmod(x[2], 1.7 + 0.5 * cos(x[2] + x[1])));
  }
};

}  // namespace

TEST_CASE("a value of one branch is read in another one on the same condition") {
  for (const double size : {0.5, 2.0}) {
    const std::array<double, 4> x{size, -0.4 * size, 0.7 * size, 0.3};
    const auto gradient = etad::gradient(two_branches{})(x);
    for (std::size_t k = 0; k < 4; ++k) {
      std::array<double, 4> direction{};
      direction[k] = 1;
      CHECK(gradient[k] == doctest::Approx(etad::jvp(two_branches{})(x, direction)).epsilon(1e-14));
    }
  }
}
