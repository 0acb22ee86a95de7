// SPDX-License-Identifier: MIT
// Sensitivity of an orbit: Boost.Numeric.Odeint steppers on duals against the variational equations.
#include <doctest/doctest.h>

#include <array>
#include <boost/numeric/odeint/algebra/array_algebra.hpp>
#include <boost/numeric/odeint/integrate/integrate_adaptive.hpp>
#include <boost/numeric/odeint/stepper/controlled_runge_kutta.hpp>
#include <boost/numeric/odeint/stepper/generation.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta4.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta_dopri5.hpp>
#include <cmath>

#include <etad/dual/functions.hpp>

namespace {

namespace odeint = boost::numeric::odeint;
using real = etad::dual<double, 2>;
using etad::tangent, etad::value;

/// The pendulum x'' = -sin x.
struct pendulum {
  template <class T, class Time>
  void operator()(const std::array<T, 2>& x, std::array<T, 2>& slope, const Time&) const {
    using std::sin;
    slope = {x[1], -sin(x[0])};
  }
};
/// With its derivative by the initial state, a 2x2 matrix by rows behind the state.
struct with_variations {
  void operator()(const std::array<double, 6>& x, std::array<double, 6>& slope, double) const {
    const double c = std::cos(x[0]);
    slope = {x[1], -std::sin(x[0]), x[4], x[5], -c * x[2], -c * x[3]};
  }
};

constexpr double begin_angle = 1.2, begin_speed = -0.3, end = 3.0;

std::array<double, 6> reference(int steps) {
  std::array<double, 6> x{begin_angle, begin_speed, 1, 0, 0, 1};
  odeint::runge_kutta4<std::array<double, 6>> stepper;
  for (int k = 0; k < steps; ++k) stepper.do_step(with_variations(), x, 0.0, end / steps);
  return x;
}

void check(const std::array<real, 2>& x, const std::array<double, 6>& exact, double tolerance) {
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(std::abs(value(x[i]) - exact[i]) <= tolerance);
    CHECK(std::abs(tangent(x[i])[0] - exact[2 + 2 * i]) <= tolerance);
    CHECK(std::abs(tangent(x[i])[1] - exact[3 + 2 * i]) <= tolerance);
  }
}

TEST_CASE("fourth-order Runge-Kutta: the steps of the variational equations themselves") {
  std::array<real, 2> x{real(begin_angle, 0), real(begin_speed, 1)};
  odeint::runge_kutta4<std::array<real, 2>, double> stepper;
  for (int k = 0; k < 300; ++k) stepper.do_step(pendulum(), x, 0.0, end / 300);
  check(x, reference(300), 1e-13);
}

TEST_CASE("Dormand-Prince with step-size control") {
  using stepper = odeint::runge_kutta_dopri5<std::array<real, 2>, real, std::array<real, 2>, real>;
  std::array<real, 2> x{real(begin_angle, 0), real(begin_speed, 1)};
  const std::size_t steps =
      odeint::integrate_adaptive(odeint::make_controlled<stepper>(real(1e-10), real(1e-10)),
                                 pendulum(), x, real(0), real(end), real(0.01));
  CHECK(steps < 200);
  check(x, reference(6000), 1e-8);
}

}  // namespace
