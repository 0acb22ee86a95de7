// SPDX-License-Identifier: MIT
// Recurrences over carries, inputs and outputs of all shapes and number types.
#include <doctest/doctest.h>
#include <array>
#include <boost/hana/define_struct.hpp>
#include <cmath>
#include <cstddef>
#include <etad/interop/hana.hpp>
#include <etad/scan/scan.hpp>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

namespace {

// Carry and input are tuples, and the output is the square of a residual.
constexpr auto track = [](const auto& carry, const auto& row, auto gain) {
  const auto& [position, speed] = carry;
  const auto& [time, seen] = row;
  const auto residual = seen - (position[0] + time * speed);
  return std::pair(std::tuple(std::array{position[0] + gain * residual, position[1] + position[0]},
                              speed + 0.5 * gain * residual),
                   residual * residual);
};
using carry = std::tuple<std::array<double, 2>, double>;
using row = std::tuple<double, double>;
constexpr carry start{{0.2, 0.1}, 1.0};
const std::vector<row> rows{{0.1, 0.3}, {0.2, 0.5}, {0.3, 0.4}, {0.5, 0.9}};

template <class Loss>
double difference(const Loss& loss, double gain) {
  const double h = 1e-5;
  return (loss(start, rows, gain + h) - loss(start, rows, gain - h)) / (2 * h);
}

TEST_CASE("outputs") {
  const etad::scan_result<carry, double> all = etad::scan(track)(start, rows, 0.3);
  REQUIRE(all.outputs.size() == 4);
  CHECK(all.outputs[0] == (0.3 - (0.2 + 0.1)) * (0.3 - (0.2 + 0.1)));
  double sum = 0;
  for (const double output : all.outputs) sum += output;

  constexpr auto total = etad::scan(track).sum();
  CHECK(total(start, rows, 0.3) == sum);
  const auto [value, slopes] = etad::value_and_gradient(total)(start, rows, 0.3);
  CHECK(value == sum);
  const auto& [by_start, by_rows, by_gain] = slopes;
  CHECK(by_gain == doctest::Approx(difference(total, 0.3)).epsilon(1e-8));
  CHECK(std::get<0>(by_start)[1] == 0.0);  // no output depends on it
  CHECK(std::get<0>(by_start)[0] != 0.0);
  REQUIRE(by_rows.size() == 4);
  auto moved = rows;
  std::get<1>(moved[2]) += 1e-6;
  CHECK((total(start, moved, 0.3) - sum) / 1e-6 ==
        doctest::Approx(std::get<1>(by_rows[2])).epsilon(1e-4));

  for (std::size_t k = 1; k < 4; ++k) {
    const auto bounded = etad::scan(track, etad::checkpoints(k)).sum();
    CHECK(etad::value_and_gradient(bounded)(start, rows, 0.3).gradient == slopes);
  }

  constexpr auto both = etad::scan(track).then(
      [](const auto& last, auto outputs) { return std::get<1>(last) * outputs; });
  CHECK(both(start, rows, 0.3) == std::get<1>(all.carry) * sum);
  CHECK(etad::gradient(both, etad::wrt<2>)(start, rows, 0.3) ==
        doctest::Approx(difference(both, 0.3)).epsilon(1e-8));
}

TEST_CASE_TEMPLATE("number types", T, float, double, long double) {
  constexpr auto growth =
      etad::scan([](auto y, auto rate) { return y + 0.1 * rate * y * (1.0 - y); });
  const auto [value, slopes] = etad::value_and_gradient(growth)(T(0.25), etad::steps(20), T(1.5));
  static_assert(std::same_as<decltype(value), const T>);
  T y = T(0.25);
  T by_start = 1;
  T by_rate = 0;
  for (int i = 0; i < 20; ++i) {
    by_rate = (1 + T(0.1) * T(1.5) * (1 - 2 * y)) * by_rate + T(0.1) * y * (1 - y);
    by_start *= 1 + T(0.1) * T(1.5) * (1 - 2 * y);
    y += T(0.1) * T(1.5) * y * (1 - y);
  }
  const T tolerance = 100 * std::numeric_limits<T>::epsilon();
  CHECK(std::abs(value - y) <= tolerance);
  CHECK(std::abs(std::get<0>(slopes) - by_start) <= tolerance);
  CHECK(std::abs(std::get<1>(slopes) - by_rate) <= tolerance);
}

TEST_CASE("whole numbers count as double, and float inputs take the type of the rest") {
  constexpr auto f = etad::scan([](auto x, auto u, auto k) { return x / k + u; });
  const auto [dx, du, dk] = etad::gradient(f)(1.0, std::vector<float>{1.0f, 2.0f}, 4);
  CHECK(dx == 1.0 / 16);
  CHECK(du == std::vector<double>{0.25, 1.0});
  CHECK(dk == -1.0 / 64 - 1.25 / 16);
}

template <class T>
struct body {
  BOOST_HANA_DEFINE_STRUCT(body, (T, position), (T, speed));
};
template <class T>
struct spring {
  BOOST_HANA_DEFINE_STRUCT(spring, (T, stiffness), (T, friction));
};

TEST_CASE("structures as carry and parameter") {
  constexpr auto move = [](const auto& b, auto dt, const auto& s) {
    auto next = b;
    next.speed -= dt * (s.stiffness * b.position + s.friction * b.speed);
    next.position += dt * next.speed;
    return next;
  };
  constexpr auto f = etad::scan(move).then([](const auto& b) { return b.position * b.speed; });
  const std::vector<double> dt{0.1, 0.2, 0.1};
  const body<double> first{1.0, 0.5};
  const auto value = [&](double stiffness) { return f(first, dt, spring<double>{stiffness, 0.1}); };
  const auto [by_start, by_spring] =
      etad::gradient(f, etad::wrt<0, 2>)(first, dt, spring<double>{2.0, 0.1});
  static_assert(std::same_as<decltype(by_start), const body<double>>);
  CHECK(by_spring.stiffness ==
        doctest::Approx((value(2.0001) - value(1.9999)) / 0.0002).epsilon(1e-7));
  const spring<double> product =
      etad::hvp(f, etad::wrt<2>)(first, dt, spring<double>{2.0, 0.1}, spring<double>{1.0, 0.0});
  CHECK(product.stiffness ==
        doctest::Approx((value(2.01) - 2 * value(2.0) + value(1.99)) / 1e-4).epsilon(1e-4));
}

// A number that owns memory: carries of such lie in a vector.
struct boxed {
  std::vector<double> box = {0.0};
  boxed() = default;
  explicit boxed(long double x) : box{static_cast<double>(x)} {}
  double value() const { return box[0]; }
  boxed& operator+=(const boxed& x) { return *this = boxed(value() + x.value()); }
  friend boxed operator+(const boxed& x, const boxed& y) { return boxed(x.value() + y.value()); }
  friend boxed operator-(const boxed& x, const boxed& y) { return boxed(x.value() - y.value()); }
  friend boxed operator*(const boxed& x, const boxed& y) { return boxed(x.value() * y.value()); }
  friend bool operator==(const boxed& x, const boxed& y) { return x.value() == y.value(); }
  friend bool isfinite(const boxed& x) { return std::isfinite(x.value()); }
};

TEST_CASE("numbers that own memory") {
  constexpr auto step = [](const auto& x, const auto& a) { return a * x * (a - x); };
  const auto expected = etad::value_and_gradient(etad::scan(step))(0.3, etad::steps(9), 1.2);
  for (const std::size_t k : {std::size_t{1}, std::size_t{3}, std::size_t{9}}) {
    const auto [value, slopes] = etad::value_and_gradient(etad::scan(step, etad::checkpoints(k)))(
        boxed(0.3), etad::steps(9), boxed(1.2));
    const auto& [by_start, by_parameter] = expected.gradient;
    CHECK(value.value() == doctest::Approx(expected.value).epsilon(1e-14));
    CHECK(std::get<0>(slopes).value() == doctest::Approx(by_start).epsilon(1e-14));
    CHECK(std::get<1>(slopes).value() == doctest::Approx(by_parameter).epsilon(1e-14));
  }
}

TEST_CASE("branches, and steps at singular points") {
  constexpr auto step = [](auto x, auto u) {
    using std::sqrt;
    return x > 1.0 ? x * 0.5 : x * sqrt(u) + u;
  };
  constexpr auto written_out = [step](auto x, const auto& u) {
    for (std::size_t i = 0; i < 5; ++i) x = step(x, u[i]);
    return x;
  };
  const std::array inputs{4.0, 0.0, 0.25, 0.5, 0.0};
  const auto [dx, du] = etad::gradient(etad::scan(step))(0.5, inputs);
  const auto [ex, eu] = etad::gradient(written_out)(0.5, inputs);
  CHECK(dx == ex);
  CHECK(du == eu);
  CHECK(du[4] == std::numeric_limits<double>::infinity());
}

TEST_CASE("a step with state is differentiated on dual numbers, step by step") {
  const std::vector<double> table{1.0, 2.0, 0.5};
  const auto step = [&table](const auto& x, const auto& p) {
    auto sum = 0.0 * x[0];
    for (const double entry : table) sum += entry * x[0] * p;
    return std::array{x[1], sum - 0.3 * x[1] * x[1]};
  };
  constexpr auto same = [](const auto& x, const auto& p) {
    return std::array{x[1], 3.5 * x[0] * p - 0.3 * x[1] * x[1]};
  };
  constexpr auto second = [](const auto& x) { return x[1]; };
  const std::array x{0.2, 0.4};
  const auto [value, slopes] =
      etad::value_and_gradient(etad::scan(step).then(second))(x, etad::steps(9), 0.3);
  const auto expected =
      etad::value_and_gradient(etad::scan(same).then(second))(x, etad::steps(9), 0.3);
  CHECK(value == doctest::Approx(expected.value).epsilon(1e-14));
  CHECK(std::get<1>(slopes) == doctest::Approx(std::get<1>(expected.gradient)).epsilon(1e-14));
  CHECK(std::get<0>(slopes)[0] ==
        doctest::Approx(std::get<0>(expected.gradient)[0]).epsilon(1e-14));
}

TEST_CASE("scalar steps with captures, by value and by reference") {
  const double k = 0.3;
  const std::vector<double> table{1.0, 2.0, 3.0};
  const auto by_value = [k](auto c, auto u) { return c * k + u * u; };
  const auto slopes = etad::gradient(etad::scan(by_value).then([](auto c) { return c; }),
                                     etad::wrt<1>)(1.0, std::vector{1.0, 2.0, 3.0});
  CHECK(slopes[0] == doctest::Approx(2.0 * 0.09).epsilon(1e-14));
  CHECK(slopes[2] == doctest::Approx(6.0).epsilon(1e-14));
  const auto by_reference = [&table](auto c, auto p) {
    auto sum = 0.0 * c;
    for (const double entry : table) sum += entry * c;
    return c + p * sum;
  };
  CHECK(etad::gradient(etad::scan(by_reference).then([](auto c) { return c; }), etad::wrt<2>)(
            1.0, etad::steps(5), 0.1) ==
        doctest::Approx(30.0 * 1.6 * 1.6 * 1.6 * 1.6).epsilon(1e-14));
}

}  // namespace
