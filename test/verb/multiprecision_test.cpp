// SPDX-License-Identifier: MIT
// Number classes as scalars: 50 digits in, derivatives of 45 digits out.
#include <doctest/doctest.h>
#include <array>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <etad/expr/functions.hpp>
#include <etad/rule/custom_derivative.hpp>
#include <etad/verb/derivative.hpp>
#include <etad/verb/gradient.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/jacobian.hpp>
#include <etad/verb/products.hpp>

namespace {

using boost::multiprecision::cpp_bin_float_50;
using without_templates =
    boost::multiprecision::number<cpp_bin_float_50::backend_type, boost::multiprecision::et_off>;
using with_templates =
    boost::multiprecision::number<cpp_bin_float_50::backend_type, boost::multiprecision::et_on>;

constexpr auto f = [](const auto& x) {
  using std::exp, std::log, std::sin, std::sqrt;
  return sin(x[0] * x[1]) + sqrt(x[0]) * exp(x[1]) / 3.0 + log(x[0]) * 0.25;
};
constexpr auto with_branch = [](const auto& x) {
  if (x[0] > x[1]) return x[0] * x[0] * x[1];
  return x[1] / x[0];
};

template <class T>
bool close(const T& got, const T& exact) {
  using boost::multiprecision::abs;
  return T(abs(T(got - exact))) <= T(T("1e-45") * abs(exact));
}

template <class T>
void check() {
  using std::cos, std::exp, std::sin, std::sqrt;
  const T x = T(5) / T(8);
  const T y = T(1) / T(3);
  const std::array<T, 2> point{x, y};
  const T s = sin(T(x * y));
  const T c = cos(T(x * y));
  const T e = exp(y);
  const T r = sqrt(x);

  const auto [value, gradient] = etad::value_and_gradient(f)(point);
  CHECK(close(T(value), T(s + r * e / 3 + log(x) / 4)));
  CHECK(close(T(gradient[0]), T(y * c + e / (6 * r) + 1 / (4 * x))));
  CHECK(close(T(gradient[1]), T(x * c + r * e / 3)));

  const auto h = etad::hessian(f)(point);
  CHECK(close(T(h(0, 0)), T(-y * y * s - e / (12 * r * x) - 1 / (4 * x * x))));
  CHECK(close(T(h(0, 1)), T(c - x * y * s + e / (6 * r))));
  CHECK(close(T(h(1, 1)), T(-x * x * s + r * e / 3)));
  CHECK(h(1, 0) == h(0, 1));

  const auto j = etad::jacobian(f, etad::forward)(point);
  CHECK(close(T(j(0, 1)), T(gradient[1])));
  CHECK(close(T(etad::jvp(f)(point, std::array<T, 2>{T(2), T(-1)})),
              T(2 * gradient[0] - gradient[1])));

  CHECK(close(T(etad::gradient(with_branch)(point)[0]), T(2 * x * y)));
  const std::array<T, 2> swapped{y, x};
  CHECK(close(T(etad::gradient(with_branch)(swapped)[0]), T(-x / (y * y))));
}

TEST_CASE("numbers without expression templates") { check<without_templates>(); }
TEST_CASE("numbers with expression templates") { check<with_templates>(); }

TEST_CASE("constants have all digits of the number class") {
  using etad::detail::opcode;
  using etad::detail::operation;
  const auto has_digits = [](const cpp_bin_float_50& value, const char* digits) {
    return abs(value / cpp_bin_float_50(digits) - 1) < 1e-48;
  };
  CHECK(has_digits(operation<opcode::ln2>::value<cpp_bin_float_50>(),
                   "0.69314718055994530941723212145817656807550013436025525412068"));
  CHECK(has_digits(operation<opcode::ln10>::value<cpp_bin_float_50>(),
                   "2.30258509299404568401799145468436420760110148862877297603333"));
  CHECK(has_digits(operation<opcode::two_over_sqrt_pi>::value<cpp_bin_float_50>(),
                   "1.12837916709551257389615890312154517168810125865799771368817"));
}

TEST_CASE("singular points keep their rules") {
  using T = without_templates;
  constexpr auto root_of_first = [](auto x, auto y) {
    using std::sqrt;
    return sqrt(x) + 2.0 * y;
  };
  const auto [dx, dy] = etad::gradient(root_of_first)(T(0), T(3));
  CHECK(dx > (std::numeric_limits<T>::max)());
  CHECK(dy == 2);
  CHECK(etad::jvp(root_of_first)(T(0), T(3), T(0), T(1)) == 2);
}

TEST_CASE("a stated derivative") {
  using T = without_templates;
  constexpr auto root = etad::custom_derivative(
      [](auto x) {
        using std::sqrt;
        return sqrt(x);
      },
      [](auto, auto value) { return 0.5 / value; });
  CHECK(close(T(etad::derivative(root)(T(2))), T(1 / (2 * sqrt(T(2))))));
  CHECK(close(T(etad::derivative<2>(root)(T(2))), T(-1 / (8 * sqrt(T(2))))));
}

}  // namespace
