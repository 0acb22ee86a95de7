// SPDX-License-Identifier: MIT
// Duals over a number class: 50 digits in, derivatives of 45 digits out.
#include <doctest/doctest.h>

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <etad/dual/functions.hpp>

namespace {

using boost::multiprecision::cpp_bin_float_50;
using with_templates =
    boost::multiprecision::number<cpp_bin_float_50::backend_type, boost::multiprecision::et_on>;
using etad::tangent, etad::value;

template <class T>
bool close(const T& got, const T& exact) {
  using boost::multiprecision::abs;
  return T(abs(T(got - exact))) <= T(T("1e-45") * abs(exact));
}

constexpr auto f = [](const auto& x, const auto& y) {
  using std::exp, std::log, std::sin, std::sqrt;
  return sin(x * y) + sqrt(x) * exp(y) / 3 + log(x) * 0.25 + pow(x, 3) * hypot(x, y);
};

template <class T>
void check() {
  using std::cos, std::exp, std::sin, std::sqrt;
  const T x = T(5) / T(8), y = T(1) / T(3);
  const T h = sqrt(T(x * x + y * y)), e = exp(y), r = sqrt(x), c = cos(T(x * y));
  const T by_x = y * c + e / (6 * r) + 1 / (4 * x) + 3 * x * x * h + x * x * x * x / h;
  const T by_y = x * c + r * e / 3 + x * x * x * y / h;

  using number = etad::dual<T, 2>;
  const number z = f(number(x, 0), number(y, 1));
  CHECK(close(tangent(z)[0], by_x));
  CHECK(close(tangent(z)[1], by_y));

  using second = etad::dual<etad::dual<T, 1>, 1>;
  const second w = f(second(etad::dual<T, 1>(x, 0), 0), second(y));
  CHECK(close(value(tangent(w)[0]), by_x));
  const T by_xx = -y * y * sin(T(x * y)) - e / (12 * r * x) - 1 / (4 * x * x) + 6 * x * h +
                  7 * x * x * x / h - x * x * x * x * x / (h * h * h);
  CHECK(close(tangent(tangent(w)[0])[0], by_xx));

  // The other rules, against identities.
  const number v(y, 0);
  using std::acos, std::asin, std::asinh, std::atan, std::atan2, std::atanh, std::cosh, std::sinh,
      std::tan, std::tanh, std::acosh, std::expm1, std::log1p, std::erf;
  CHECK(close(tangent(v + asin(v) + acos(v) + atan(v) + atan2(T(1), v))[0], T(1)));
  CHECK(close(tangent(cosh(v) * cosh(v) - sinh(v) * sinh(v) + v)[0], T(1)));
  CHECK(close(tangent(tanh(v))[0], T(1 / (cosh(y) * cosh(y)))));
  CHECK(close(tangent(sinh(asinh(v)) + tanh(atanh(v)) + tan(atan(v)))[0], T(3)));
  CHECK(close(tangent(cosh(acosh(1 + v)))[0], T(1)));
  CHECK(close(tangent(log1p(expm1(v)))[0], T(1)));
  CHECK(close(tangent(abs(-v) + max(v, 0) - min(-v, T(0)))[0], T(3)));
  CHECK(close(tangent(erf(v))[0], T(2 / sqrt(T(acos(T(-1)))) * exp(T(-y * y)))));
  CHECK(close(tangent(v / (2 + v))[0], T(2 / ((2 + y) * (2 + y)))));
  // Constants of the number class itself, and singular points.
  CHECK(close(tangent(number(x, 0) * y)[0], y));
  const number root = sqrt(number(T(0), 0));
  CHECK(tangent(root)[0] > (std::numeric_limits<T>::max)());
  CHECK(tangent(root)[1] == 0);
}

// Expression templates are the harder case: every intermediate result has a type of its own.
TEST_CASE("numbers with expression templates") { check<with_templates>(); }

}  // namespace
