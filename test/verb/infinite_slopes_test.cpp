// SPDX-License-Identifier: MIT
// A zero slope wins over an infinite one: every rule whose partial may be infinite at finite arguments
// says so, or the product would be NaN at run time.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <limits>

#include <etad/dual/functions.hpp>
#include <etad/expr/functions.hpp>
#include <etad/verb/derivative.hpp>
#include <etad/verb/gradient.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/products.hpp>

#include "problems/overflows.hpp"

namespace {

/// Has slope 0 where `inner` has the value that is given as data, or an infinite one.
template <class F>
struct flat {
  template <class T>
  constexpr T operator()(const T& x, const T& value) const {
    const T distance = F{}(x)-value;
    return distance * distance;
  }
};
template <class F>
struct saturated {
  template <class T>
  constexpr T operator()(const T& x) const {
    using std::tanh;
    return tanh(F{}(x));
  }
};

template <class F>
double slope_of_flat(F, double x, double value) {
  return etad::gradient(flat<F>{}, etad::wrt<0>)(x, value);
}
template <class F>
double slope_of_saturated(F, double x) {
  return etad::derivative(saturated<F>{})(x);
}

bool is_zero(double x) { return x == 0; }

}  // namespace

TEST_CASE("infinite slopes at finite values") {
  using std::acos, std::asin;
  CHECK(is_zero(slope_of_flat(
      [](auto x) {
        using std::cbrt;
        return cbrt(x);
      },
      0.0, 0.0)));
  CHECK(is_zero(slope_of_flat(
      [](auto x) {
        using std::sqrt;
        return sqrt(x);
      },
      0.0, 0.0)));
  CHECK(is_zero(slope_of_flat(
      [](auto x) {
        using std::asin;
        return asin(x);
      },
      1.0, asin(1.0))));
  CHECK(is_zero(slope_of_flat(
      [](auto x) {
        using std::acos;
        return acos(x);
      },
      1.0, acos(1.0))));
  CHECK(is_zero(slope_of_flat(
      [](auto x) {
        using std::pow;
        return pow(x, 0.5);
      },
      0.0, 0.0)));
}

TEST_CASE("infinite slopes at infinite values") {
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::exp;
        return exp(x);
      },
      1000.0)));
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::exp2;
        return exp2(x);
      },
      2000.0)));
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::expm1;
        return expm1(x);
      },
      1000.0)));
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::sinh;
        return sinh(x);
      },
      1000.0)));
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::cosh;
        return cosh(x);
      },
      1000.0)));
  CHECK(is_zero(slope_of_saturated([](auto x) { return 1.0 / x; }, 0.0)));
  CHECK(is_zero(slope_of_saturated([](auto x) { return x / 1e-310; }, 1.0)));
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::log;
        return log(x);
      },
      0.0)));
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::atanh;
        return atanh(x);
      },
      1.0)));
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::tgamma;
        return tgamma(x);
      },
      200.0)));
}

TEST_CASE("numbers whose reciprocal overflows") {
  CHECK(is_zero(slope_of_saturated(
      [](auto x) {
        using std::log;
        return 1e300 * log(x) * 1e300;
      },
      1e-310)));
  // A denominator that is data: the compiler does not know that its reciprocal is infinite.
  const auto by_numerator = etad::gradient(
      [](auto x, auto y) {
        using std::tanh;
        return tanh(x / y);
      },
      etad::wrt<0>);
  CHECK(is_zero(by_numerator(1.0, 0.0)));
  // x/y at two subnormal numbers: the quotient r and r/y are finite, 1/y is not.
  const auto by_denominator = etad::gradient([](auto x, auto y) { return x / y; }, etad::wrt<1>);
  CHECK(by_denominator(1e-320, 1e-310) == doctest::Approx(-1e-320 / 1e-310 / 1e-310));
}

TEST_CASE("a zero that wins is positive") {
  // The slope of a*sqrt(x) at a = 0, x = 0; of |x| y at y = 0 and an infinite slope.
  const auto product = [](auto a, auto x) {
    using std::sqrt;
    return a * sqrt(x);
  };
  for (const double a : {0.0, -0.0}) {
    const double slope = etad::gradient(product, etad::wrt<1>)(a, 0.0);
    CHECK(is_zero(slope));
    CHECK_FALSE(std::signbit(slope));
  }
  const auto larger = [](auto x, auto y) {
    using std::fmax;
    return fmax(x, y);
  };
  const double slope = etad::gradient(larger, etad::wrt<0>)(std::nan(""), 1.0);
  CHECK(is_zero(slope));
  CHECK_FALSE(std::signbit(slope));
}

namespace {

bool about(double x, double y) { return std::fabs(x - y) <= 1e-12 * std::fabs(y); }

constexpr auto log_of_square = etad::derivative([](auto x) {
  using std::log;
  return log(x * x);
});
static_assert(log_of_square(1e200) > 1.9999e-200 && log_of_square(1e200) < 2.0001e-200);

}  // namespace

TEST_CASE("behind a sum or product that overflows a slope is right or NaN") {
  const auto length = [](auto x, auto y) {
    using std::sqrt;
    return sqrt(x * x + y * y) + y;
  };
  const auto ratio = etad::gradient([](auto x, auto y) { return x * x / (y * y); }, etad::wrt<0>);
  const auto of_power = etad::derivative([](auto x) {
    using std::log;
    const auto a = x * x * x * x;
    const auto b = a * a * a * a;
    return log(b * b);
  });
  CHECK(about(log_of_square(1e200), 2e-200));
  CHECK(about(log_of_square(1e30F), 2e-30F));
  CHECK(log_of_square(1e3000L) != log_of_square(1e3000L));
  CHECK(of_power(1e100) == doctest::Approx(32e-100));
  CHECK(of_power(1e200) != of_power(1e200));
  const auto [by_x, by_y] = etad::gradient(length)(3e200, 4e200);
  CHECK(about(by_x, 0.6));
  CHECK(about(by_y, 1.8));
  CHECK(about(ratio(1e200, 2e200), 0.5e-200));
  // An infinite argument is exact.
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(is_zero(etad::derivative([](auto x) {
    using std::log;
    return log(1 + x);
  })(infinity)));
}

TEST_CASE("behind an overflow a slope along one argument alone is right or NaN") {
  overflows::for_each_of_two([](auto f, double x, double y, double slope, const char* name) {
    CAPTURE(name);
    CHECK(overflows::is_right_or_nan(etad::jvp(f)(x, y, 1.0, 0.0), slope));
    CHECK(overflows::is_right_or_nan(etad::vjp(f, etad::wrt<0>)(x, y, 1.0), slope));
  });
}

TEST_CASE("behind a pole a slope is right or NaN") {
  const auto of_log = etad::derivative([](auto x) {
    using std::log, std::pow;
    return log(1.0 / x) + log(pow(x, -1.5));
  });
  const auto parallel = etad::derivative([](auto x) { return 1.0 / (1.0 + 1.0 / x); });
  const auto flat = etad::derivative([](auto x) {
    using std::exp, std::tanh;
    return exp(-1.0 / x) + tanh(1.0 / x);
  });
  CHECK(of_log(0.0) != of_log(0.0));
  CHECK(parallel(0.0) != parallel(0.0));
  CHECK(is_zero(flat(0.0)));
  CHECK(etad::derivative([](auto x) { return 2.0 / x; })(0.0) ==
        -std::numeric_limits<double>::infinity());
}

TEST_CASE("a pole that is one by an underflow: a slope is right or NaN") {
  const auto root = etad::derivative([](auto x) {
    using std::cbrt;
    return cbrt(x * x * x);
  });
  const auto log_of_exp = etad::derivative([](auto x) {
    using std::exp, std::log;
    return log(exp(x));
  });
  const auto log_of_sum = etad::gradient([](auto x, auto y) {
    using std::exp, std::log;
    return log(exp(x) + exp(y));
  });
  CHECK(about(root(1e-200), 1.0));
  CHECK(about(log_of_exp(-800.0), 1.0));
  CHECK(log_of_exp(-12000.0) != log_of_exp(-12000.0));
  CHECK(log_of_exp(-12000.0L) != log_of_exp(-12000.0L));
  CHECK(about(std::get<0>(log_of_sum(-800.0, -801.0)), 1 / (1 + std::exp(-1.0))));
  // What an underflow does not touch stays.
  const auto beside = etad::gradient([](auto x, auto y) {
    using std::exp, std::sqrt;
    return sqrt(y) + exp(-x * x);
  });
  CHECK(beside(1e3, 0.0) == std::tuple(0.0, std::numeric_limits<double>::infinity()));
}

TEST_CASE("reverse mode overflows on the way: the slope is computed again") {
  const auto slopes = etad::gradient([](auto x, auto y) {
    using std::sqrt;
    return 1 / sqrt(x * x + y * y);
  });
  CHECK(about(std::get<0>(slopes(3e-150, 4e-150)), -3.0 / 125 * 1e300));
  CHECK(std::get<1>(slopes(3e-15F, 4e-15F)) == doctest::Approx(-4.0 / 125 * 1e30));
}

TEST_CASE("beside an infinite slope a factor of 0 that changes counts, on duals too") {
  using real = etad::dual<double, 2>;
  const auto root = [](auto x, auto y) {
    using std::sqrt;
    return sqrt(x) * y;
  };
  const auto [by_x, by_y] = etad::vjp(root)(real(0.0, 0), real(0.0, 1), real(1.0));
  CHECK(is_zero(value(by_x)));
  CHECK(tangent(by_x)[1] == std::numeric_limits<double>::infinity());
  CHECK(tangent(by_y)[0] == std::numeric_limits<double>::infinity());
}

TEST_CASE("squares of a sum do not double a large adjoint") {
  const auto slopes =
      etad::gradient([](auto a, auto c, auto d) { return a / (1 + c * c + d * d); });
  const auto [a, c, d] = slopes(1e308, 1e-16, 0.0);
  CHECK(about(a, 1.0));
  CHECK(about(c, -2e292));
  CHECK(is_zero(d));
}

TEST_CASE("a number that is exactly zero wins over a vertical tangent") {
  CHECK(is_zero(etad::derivative([](auto x) {
    using std::sqrt;
    return x * sqrt(x);
  })(0.0)));
  CHECK(is_zero(etad::derivative([](auto x) {
    using std::sqrt;
    return sqrt(x) * sqrt(x);
  })(0.0)));
}

TEST_CASE("the slope of a remainder is a whole number") {
  const auto by_divisor = etad::gradient(
      [](auto x, auto y) {
        using std::fmod;
        return fmod(x, y);
      },
      etad::wrt<1>);
  for (int k = 1; k < 200; ++k) {
    const double x = 0.137 * k;
    CHECK(by_divisor(x, 0.7) == -std::trunc(x / 0.7));
  }
  const auto nearest = etad::gradient(
      [](auto x, auto y) {
        using std::remainder;
        return remainder(x, y);
      },
      etad::wrt<1>);
  // The multiple of y that was taken from x is beyond the largest number.
  for (const double y : {1e308, 1.01e308, 1.07e308, 1.11e308, 1.13e308}) {
    CHECK(nearest(1.79e308, y) == -2.0);
    CHECK(nearest(-1.79e308, y) == 2.0);
  }
}

namespace {

/// At run time libstdc++ 12 has hypot(inf, 1, 1) = NaN, and the slopes follow it.
constexpr bool infinite_operands_decide_the_norm() {
  const auto slopes = etad::gradient([](const auto& x) { return hypot(x[0], x[1], x[2]); });
  constexpr double infinity = std::numeric_limits<double>::infinity();
  bool right = true;
  for (std::size_t k = 0; k < 3; ++k) {
    std::array<double, 3> x{1.0, 2.0, 3.0};
    x[k] = -infinity;
    const auto alone = slopes(x);
    for (std::size_t i = 0; i < 3; ++i) right = right && alone[i] == (i == k ? -1.0 : 0.0);
    x[(k + 1) % 3] = infinity;
    const auto two = slopes(x);
    for (std::size_t i = 0; i < 3; ++i) {
      right = right && (i == (k + 2) % 3 ? two[i] == 0.0 : two[i] != two[i]);
    }
  }
  return right;
}
static_assert(infinite_operands_decide_the_norm());

}  // namespace

TEST_CASE("powers that do not depend on an argument have the slope +0") {
  const auto is_positive_zero = [](double slope) { return slope == 0 && !std::signbit(slope); };
  CHECK(is_positive_zero(etad::derivative([](auto x) {
    using std::pow;
    return pow(x, 0.0);
  })(-3.0)));
  const auto power = [](auto x, auto y) {
    using std::pow;
    return pow(x, y);
  };
  CHECK(is_positive_zero(etad::gradient(power, etad::wrt<0>)(3.0, 0.0)));
  CHECK(is_positive_zero(etad::gradient(power, etad::wrt<1>)(0.0, 2.5)));
  const auto saturated_power = [](auto x, auto y) {
    using std::pow, std::tanh;
    return tanh(pow(x, y));
  };
  CHECK(is_zero(etad::gradient(saturated_power, etad::wrt<1>)(1e10, 40.0)));
}

namespace {

struct multiple_of_lgamma {
  template <class T>
  constexpr T operator()(const T& a, const T& x) const {
    using std::lgamma;
    return a * lgamma(x);
  }
};
struct multiple_of_trigamma {
  template <class T>
  constexpr T operator()(const T& a, const T& x) const {
    return etad::hessian(multiple_of_lgamma{}, etad::wrt<1>)(a, x)(0, 0);
  }
};

}  // namespace

TEST_CASE("infinite slopes of the derivatives of the gamma function") {
  CHECK(is_zero(multiple_of_trigamma{}(0.0, 1e-200)));
  CHECK(is_zero(etad::gradient(multiple_of_trigamma{}, etad::wrt<1>)(0.0, 1e-150)));
}
