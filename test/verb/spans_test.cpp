// SPDX-License-Identifier: MIT
// Results into memory of the caller.
#include <doctest/doctest.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <etad/etad.hpp>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

constexpr auto to_array = [](const auto& x) {
  using std::sin;
  return std::array{x[0] * x[1], sin(x[0]), x[1] * x[1] * x[1]};
};
constexpr auto scalar = [](const auto& x) {
  using std::exp;
  return x[0] * x[0] * exp(x[1]);
};
constexpr std::array point{0.5, 1.25};

template <class Range>
bool equal(const std::vector<double>& buffer, const Range& expected) {
  return std::equal(buffer.begin(), buffer.end(), expected.data(),
                    expected.data() + expected.size());
}

template <class Call>
std::string message_of(Call call) {
  try {
    call();
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("a span receives what would be returned") {
  std::vector<double> jacobian(6, -1.0);
  etad::jacobian(to_array)(point, std::span(jacobian));
  CHECK(equal(jacobian, etad::jacobian(to_array)(point)));

  std::vector<double> gradient(2, -1.0);
  etad::gradient(scalar)(point, std::span(gradient));
  CHECK(equal(gradient, etad::gradient(scalar)(point)));

  std::vector<double> product(3, -1.0);
  etad::jvp(to_array)(point, std::array{1.0, -2.0}, std::span(product));
  CHECK(equal(product, etad::jvp(to_array)(point, std::array{1.0, -2.0})));

  std::vector<double> hessian(4, -1.0);
  etad::hessian(scalar)(point, std::span(hessian));
  CHECK(equal(hessian, etad::hessian(scalar)(point)));
}

TEST_CASE("one span for each part: value, gradient, Hessian") {
  std::vector<double> value(1);
  std::vector<double> gradient(2);
  std::vector<double> hessian(4);
  etad::value_gradient_hessian(scalar)(point, std::span(value), std::span(gradient),
                                       std::span(hessian));
  const auto expected = etad::value_gradient_hessian(scalar)(point);
  CHECK(value[0] == expected.value);
  CHECK(equal(gradient, expected.gradient));
  CHECK(equal(hessian, expected.hessian));
}

TEST_CASE("spans of fixed extent and spans of floats") {
  std::array<float, 2> gradient{};
  etad::gradient(scalar)(std::array{0.5f, 1.25f}, std::span<float, 2>(gradient));
  CHECK(gradient == etad::gradient(scalar)(std::array{0.5f, 1.25f}));
}

TEST_CASE("a span of another size is refused with both sizes, and nothing is written") {
  std::vector<double> value(3, -1.0);
  std::vector<double> jacobian(5, -1.0);
  const std::string message = message_of(
      [&] { etad::value_and_jacobian(to_array)(point, std::span(value), std::span(jacobian)); });
  CHECK(message.find("ETAD-030") == 0);
  CHECK(message.find("output span 1 to hold 6 values; it holds 5") != std::string::npos);
  CHECK(std::count(value.begin(), value.end(), -1.0) == 3);
  CHECK(std::count(jacobian.begin(), jacobian.end(), -1.0) == 5);

  std::vector<double> longer(7, -1.0);
  CHECK_THROWS_AS(etad::jacobian(to_array)(point, std::span(longer)), std::invalid_argument);
  CHECK(std::count(longer.begin(), longer.end(), -1.0) == 7);
  CHECK_THROWS_AS(etad::jacobian(to_array)(point, std::span<double>()), std::invalid_argument);
}

TEST_CASE("the buffer may be the argument itself") {
  std::array x = point;
  etad::gradient(scalar)(x, std::span(x));
  CHECK(x == etad::gradient(scalar)(point));

  // Overlapping in part: the input lies in the middle of the output.
  constexpr auto square_root = [](auto a, auto b) {
    using std::sqrt;
    return std::array{sqrt(a * b), a / b, a - b};
  };
  std::array<double, 6> buffer{};
  buffer[2] = 3.0;
  buffer[3] = 5.0;
  etad::jacobian(square_root)(buffer[2], buffer[3], std::span(buffer));
  const auto expected = etad::jacobian(square_root)(3.0, 5.0);
  CHECK(std::equal(buffer.begin(), buffer.end(), expected.data()));
}

TEST_CASE("the buffer may be the argument where a singular point is met, too") {
  constexpr auto norm = [](const auto& x) {
    using std::sqrt;
    return sqrt(x[0]) + x[1] * x[1];
  };
  std::array x{0.0, 3.0};
  etad::gradient(norm)(x, std::span(x));
  CHECK(std::isinf(x[0]));
  CHECK(x[1] == 6.0);
}

constexpr std::array<double, 2> in_constant_evaluation() {
  std::array<double, 2> out{};
  etad::gradient([](const auto& x) { return x[0] * x[0] * x[1]; })(std::array{2.0, 3.0},
                                                                   std::span(out));
  return out;
}
static_assert(in_constant_evaluation() == std::array{12.0, 4.0});

/// Outputs that begin `shift` numbers behind the argument, in one piece of memory.
template <class Verb, class Expected>
void check_beside(const Verb& verb, const Expected& expected, int shift) {
  std::array<double, 24> memory{};
  const auto first = memory.begin() + 8;
  std::copy(point.begin(), point.end(), first);
  verb(std::span<const double, 2>(first, 2), std::span<double>(first + shift, expected.size()));
  CHECK(std::equal(expected.data(), expected.data() + expected.size(), first + shift));
}

TEST_CASE("an output may lie anywhere on its argument or beside it") {
  for (int shift = -7; shift <= 7; ++shift) {
    CAPTURE(shift);
    check_beside(etad::jacobian(to_array), etad::jacobian(to_array)(point), shift);
    check_beside(etad::gradient(scalar), etad::gradient(scalar)(point), shift);
    check_beside(etad::hessian(scalar), etad::hessian(scalar)(point), shift);
  }
  std::array<double, 4> memory{0.5, 1.25, 3.0, -2.0};
  const std::span<const double, 2> x(memory.data(), 2);
  const std::span<const double, 2> tangent(memory.data() + 2, 2);
  const auto product = etad::hvp(scalar)(point, std::array{3.0, -2.0});
  etad::hvp(scalar)(x, tangent, std::span(memory).subspan<1, 2>());
  CHECK(std::equal(product.begin(), product.end(), memory.begin() + 1));
}

TEST_CASE("the same for more numbers than registers take") {
  constexpr auto valleys = [](const auto& x) {
    auto sum = x[0] * x[0];
    for (std::size_t k = 1; k < 6; ++k) sum += (x[k] - x[k - 1] * x[k - 1]) * x[k];
    return sum;
  };
  constexpr std::array at{0.5, 1.25, -2.0, 3.0, 0.75, -1.5};
  const auto expected = etad::gradient(valleys)(at);
  for (std::size_t to = 0; to <= 16; ++to) {
    CAPTURE(to);
    std::array<double, 24> memory{};
    std::copy(at.begin(), at.end(), memory.begin() + 8);
    etad::gradient(valleys)(std::span<const double, 6>(memory.data() + 8, 6),
                            std::span<double>(memory.data() + to, 6));
    CHECK(std::equal(expected.begin(), expected.end(), memory.data() + to));
  }
}

TEST_CASE("spans that overlap each other are refused, and nothing is written") {
  constexpr auto product = [](const auto& x) { return x[0] * x[1]; };
  std::array<double, 4> memory{};
  const std::span<double> all(memory);
  for (const std::size_t shared : {0u, 1u}) {
    try {
      etad::value_and_gradient(product)(std::array{2.0, 3.0}, all.subspan(shared, 1), all.first(2));
      FAIL("accepted");
    } catch (const std::invalid_argument& error) {
      CHECK(std::string(error.what()).find("ETAD-131") != std::string::npos);
    }
    CHECK(memory == std::array<double, 4>{});
  }
  etad::value_and_gradient(product)(std::array{2.0, 3.0}, all.subspan(2, 1), all.first(2));
  CHECK(memory == std::array{3.0, 2.0, 6.0, 0.0});
}

TEST_CASE("constant evaluation writes into spans as well") {
  constexpr auto written = [] {
    std::array<double, 2> memory = point;
    etad::gradient([](const auto& x) { return x[0] * x[0] * x[1]; })(memory, std::span(memory));
    return memory;
  }();
  static_assert(written == std::array{2 * 0.5 * 1.25, 0.25});
}

}  // namespace
