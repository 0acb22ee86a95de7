// SPDX-License-Identifier: MIT
// Integrates ROBER, HIRES and POLLU, three stiff problems of chemical kinetics, with Boost.Odeint's
// Rosenbrock method, whose Jacobians etad writes, and compares with the reference solutions of the
// Test Set for Initial Value Problem Solvers (Mazzia, Magherini, release 2.4). Fails unless 8 digits
// agree in every component.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <etad/etad.hpp>
#include <span>
#include <utility>

#include "models/hires.hpp"
#include "models/pollu.hpp"
#include "models/rober.hpp"
#include "rosenbrock4.hpp"

namespace {

namespace odeint = boost::numeric::odeint;
using vector = boost::numeric::ublas::vector<double>;
using matrix = boost::numeric::ublas::matrix<double>;

constexpr double relative_tolerance = 1e-8;
constexpr double absolute_tolerance = 1e-22;  // POLLU ends with a component of 4e-18
constexpr double required_digits = 8.0;

template <std::size_t N>
struct problem {
  const char* name;
  double end;
  std::array<double, N> start;
  std::array<double, N> reference;
};

// The references of HIRES and POLLU were computed with RADAU5 and tolerances of 1e-18.
constexpr problem<3> rober = {"ROBER",
                              1e11,
                              {1.0, 0.0, 0.0},
                              {0.2083340149701255e-7, 0.8333360770334713e-13, 0.9999999791665050}};

constexpr problem<8> hires = {
    "HIRES",
    321.8122,
    {1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0057},
    {0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4, 0.1175651343283149e-2,
     0.2386356198831331e-2, 0.6238968252742796e-2, 0.2849998395185769e-2, 0.2850001604814231e-2}};

constexpr problem<20> pollu = {
    "POLLU",
    60.0,
    {0.0, 0.2, 0.0, 0.04, 0.0, 0.0, 0.1,   0.3, 0.01, 0.0,
     0.0, 0.0, 0.0, 0.0,  0.0, 0.0, 0.007, 0.0, 0.0,  0.0},
    {0.5646255480022769e-1, 0.1342484130422339,    0.4139734331099427e-8, 0.5523140207484359e-2,
     0.2018977262302196e-6, 0.1464541863493966e-6, 0.7784249118997964e-1, 0.3245075353396018,
     0.7494013383880406e-2, 0.1622293157301561e-7, 0.1135863833257075e-7, 0.2230505975721359e-2,
     0.2087162882798630e-3, 0.1396921016840158e-4, 0.8964884856898295e-2, 0.4352846369330103e-17,
     0.6899219696263405e-2, 0.1007803037365946e-3, 0.1772146513969984e-5, 0.5682943292316392e-4}};

template <std::size_t N>
std::array<double, N> to_array(const vector& y) {
  std::array<double, N> result{};
  std::copy_n(&y[0], N, result.begin());
  return result;
}

/// Integrates y' = f(y), prints, and tells whether every component has the required digits.
template <std::size_t N, class RightHandSide>
bool solve(const problem<N>& p, RightHandSide f) {
  long evaluations = 0;
  const auto slope = [f](const vector& y, vector& slopes, double) {
    const auto values = f(to_array<N>(y));
    std::copy_n(values.begin(), N, &slopes[0]);
  };
  // A uBLAS matrix is row-major like etad's, so the Jacobian goes straight into it.
  const auto jacobian = [f, &evaluations](const vector& y, matrix& result, double,
                                          vector& by_time) {
    etad::jacobian(f)(to_array<N>(y), std::span<double>(&result.data()[0], N * N));
    std::fill_n(&by_time[0], N, 0.0);
    ++evaluations;
  };

  vector y(N);
  std::copy_n(p.start.begin(), N, &y[0]);
  const auto steps =
      odeint::integrate_adaptive(odeint::rosenbrock4_controller<odeint::rosenbrock4<double>>(
                                     absolute_tolerance, relative_tolerance),
                                 std::pair(slope, jacobian), y, 0.0, p.end, 1e-8);

  std::printf("%s: %zu steps, %ld Jacobians\n", p.name, steps, evaluations);
  double worst = 16.0;
  for (std::size_t i = 0; i < N; ++i) {
    const double error = std::abs(y[i] - p.reference[i]) / std::abs(p.reference[i]);
    const double digits = std::min(16.0, -std::log10(std::max(error, 1e-16)));
    worst = std::min(worst, digits);
    std::printf("  y%-2zu %23.15e  reference %23.15e  %5.1f digits\n", i + 1, y[i], p.reference[i],
                digits);
  }
  std::printf("  at least %.1f digits agree, %.1f required\n", worst, required_digits);
  return worst >= required_digits;
}

}  // namespace

int main() {
  const std::array good = {solve(rober, models::rober{}), solve(hires, models::hires{}),
                           solve(pollu, models::pollu{})};
  return std::all_of(good.begin(), good.end(), [](bool one) { return one; }) ? 0 : 1;
}
