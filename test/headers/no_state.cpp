// SPDX-License-Identifier: MIT
// Uses every verb, at run time; no_state.py looks at what the object file holds.
#include <cmath>
#include <etad/etad.hpp>
#include <span>

namespace {

constexpr auto scalar = [](const auto& x) {
  using std::exp, std::sqrt;
  return x[0] > 0.0 ? sqrt(x[0]) * exp(x[1]) : x[1] * 0.1;
};
constexpr auto vector = [](const auto& x) {
  using std::sin;
  return std::array{sin(x[0]) * x[1], x[0] / x[1]};
};

}  // namespace

using pair = std::array<double, 2>;

double use(const pair& x, const pair& v, std::span<double> out) {
  etad::jacobian(vector)(x, out);
  const auto all = etad::value_gradient_hessian(scalar)(x);
  const auto both = etad::value_and_jacobian(vector, etad::elimination)(x);
  return etad::gradient(scalar)(x)[0] + etad::hessian(scalar)(x)(0, 1) + all.value +
         both.jacobian(0, 0) + etad::jvp(vector)(x, v)[0] + etad::vjp(vector)(x, v)[0] +
         etad::hvp(scalar)(x, v)[0] +
         etad::derivative<3>([](auto t) { return t * t * t * t; })(x[0]) +
         etad::check_derivatives(vector)(x).worst_error;
}
