// SPDX-License-Identifier: MIT
// Sums over elements whose kernel cannot be traced: closures, opaque functions.
#include <doctest/doctest.h>
#include <etad/batch/sum_over_elements.hpp>
#include <etad/call/opaque.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace {

using point = std::array<double, 2>;
using bond = std::array<int, 2>;

// A power of the distance: a loop, and a captured array of coefficients.
constexpr auto polynomial = [](const auto& a, const auto& b, auto rest, const auto& coefficients) {
  auto squared = 0.0 * a[0];
  for (std::size_t k = 0; k < 2; ++k) squared += (a[k] - b[k]) * (a[k] - b[k]);
  auto sum = 0.0 * rest;
  for (const auto& c : coefficients) sum = sum * (squared - rest) + c;
  return sum;
};

const std::vector<point> x{{0.0, 0.1}, {1.0, 0.0}, {0.4, 1.1}, {1.7, 0.9}, {2.0, 2.5}};
const std::vector<bond> bonds{{0, 1}, {1, 2}, {0, 2}, {2, 3}, {1, 3}};
const std::vector<double> rests{1.0, 0.5, 1.5, 0.75, 1.25};
constexpr std::array coefficients{0.5, -0.25, 2.0, 1.0};

template <class Policy>
void same_as_traced(const Policy& policy) {
  const auto traced = etad::sum_over(polynomial, bonds);
  auto expected = traced.sparse_hessian(x);
  std::vector<point> expected_gradient(x.size());
  const double value = traced.value_gradient_hessian(policy, x, rests, coefficients,
                                                     etad::into(expected_gradient, expected));

  const auto closure = [&](const auto& a, const auto& b, auto rest) {
    return polynomial(a, b, rest, coefficients);
  };
  static_assert(!etad::traceable<decltype(closure), point, point, double>);
  const auto sum = etad::sum_over(closure, bonds);
  auto hessian = sum.sparse_hessian(x);
  std::vector<point> gradient(x.size(), point{7.0, 7.0});
  for (int repeat = 0; repeat < 2; ++repeat) {
    CHECK(sum.value_gradient_hessian(policy, x, rests, etad::into(gradient, hessian)) ==
          doctest::Approx(value).epsilon(1e-14));
  }
  CHECK(sum(policy, x, rests) == doctest::Approx(value).epsilon(1e-14));
  for (std::size_t p = 0; p < x.size(); ++p) {
    for (std::size_t i = 0; i < 2; ++i) {
      CHECK(gradient[p][i] == doctest::Approx(expected_gradient[p][i]).epsilon(1e-12));
    }
  }
  CHECK(gradient[4] == point{0.0, 0.0});
  REQUIRE(hessian.values.size() == expected.values.size());
  for (std::size_t k = 0; k < expected.values.size(); ++k) {
    CHECK(hessian.values[k] == doctest::Approx(expected.values[k]).epsilon(1e-12));
  }
  // Where the compiler fuses products and sums, it does so otherwise beside second derivatives.
  const double tolerance = ETAD_HAS_FAST_FMA == 0 ? 0.0 : 1e-14;
  const auto alone = sum.gradient(policy, x, rests);
  for (std::size_t p = 0; p < x.size(); ++p) {
    for (std::size_t i = 0; i < 2; ++i) {
      CHECK(std::abs(alone[p][i] - gradient[p][i]) <= tolerance * std::abs(gradient[p][i]));
    }
  }
}

// Runs its blocks in the opposite order.
constexpr auto backwards = [](std::size_t count, const auto& body) {
  while (count-- > 0) body(count);
};

TEST_CASE("a closure with a loop and an array, by a policy too") {
  same_as_traced(backwards);
  const auto closure = [&](const auto& a, const auto& b, auto rest) {
    return polynomial(a, b, rest, coefficients);
  };
  const auto sum = etad::sum_over(closure, bonds);
  const auto one = sum.value_and_gradient(x, rests);
  const auto other = sum.value_and_gradient(backwards, x, rests);
  CHECK(one.value == other.value);
  CHECK(one.gradient == other.gradient);
}

TEST_CASE("elements of one node, points that are numbers, many blocks") {
  std::vector<double> numbers(3000);
  std::vector<std::array<unsigned, 1>> ones;
  std::vector<std::array<unsigned, 2>> pairs;
  for (unsigned i = 0; i < 3000; ++i) {
    numbers[i] = std::sin(static_cast<double>(i));
    ones.push_back({i});
    if (i > 0) pairs.push_back({i - 1, i});
  }
  double stiffness = 3.0;
  const auto on_site = [&stiffness](auto a) { return a > 0.0 ? stiffness * a * a : 0.5 * a * a; };
  const auto sum = etad::sum_over(on_site, ones);
  auto hessian = sum.sparse_hessian(numbers);
  std::vector<double> gradient(numbers.size());
  sum.value_gradient_hessian(numbers, etad::into(gradient, hessian));
  const auto spring = [&stiffness](auto a, auto b) { return stiffness * (a - b) * (a - b); };
  const auto springs = etad::sum_over(spring, pairs);
  auto second = springs.sparse_hessian(numbers);
  std::vector<double> forces(numbers.size());
  springs.value_gradient_hessian(numbers, etad::into(forces, second));
  const auto threads = springs.gradient(backwards, numbers);
  bool right = threads == forces;
  for (std::size_t i = 1; i + 1 < numbers.size(); ++i) {
    const double a = numbers[i];
    const double k = a > 0 ? 2 * stiffness : 1.0;
    right = right && gradient[i] == doctest::Approx(k * a) && hessian.values[i] == k;
    right = right &&
            forces[i] == doctest::Approx(2 * stiffness * (2 * a - numbers[i - 1] - numbers[i + 1]));
    right = right && second.values[3 * i] == 4 * stiffness && second.values[3 * i + 1] == -6.0;
  }
  CHECK(right);
}

TEST_CASE("an opaque kernel, a progress callback") {
  constexpr auto kernel = [](const auto& a, const auto& b) { return (a[0] - b[1]) * a[1]; };
  const auto traced = etad::sum_over(kernel, bonds).gradient(x);
  const auto seen = etad::sum_over(etad::opaque(kernel), bonds).gradient(x);
  for (std::size_t p = 0; p < x.size(); ++p) {
    CHECK(seen[p][0] == doctest::Approx(traced[p][0]));
    CHECK(seen[p][1] == doctest::Approx(traced[p][1]));
  }
  const auto stopping =
      etad::sum_over(etad::opaque(kernel), bonds).with_progress([](auto, auto) { return false; });
  CHECK_THROWS_AS(stopping.gradient(x), etad::stopped);
}

}  // namespace
