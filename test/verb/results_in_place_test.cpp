// SPDX-License-Identifier: MIT
// A verb writes its result where the caller wants it: compilers do not see through copies of small
// arrays (docs/decisions/07-results-in-place.md).
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <compare>
#include <etad/verb/hessian.hpp>
#include <etad/verb/jacobian.hpp>
#include <etad/verb/products.hpp>

namespace {

/// A number that knows whether it came into being as the copy of another.
class number {
 public:
  constexpr number(double v = 0) : value_(v) {}
  explicit constexpr number(long double v) : value_(static_cast<double>(v)) {}
  constexpr number(const number& other) : value_(other.value_), copied_(true) {}
  constexpr number& operator=(const number& other) {
    value_ = other.value_;
    return *this;
  }
  ~number() = default;

  constexpr bool copied() const { return copied_; }
  constexpr bool operator==(double v) const { return value_ == v; }

  [[maybe_unused]] friend constexpr number operator+(const number& x, const number& y) {
    return x.value_ + y.value_;
  }
  [[maybe_unused]] friend constexpr number operator-(const number& x, const number& y) {
    return x.value_ - y.value_;
  }
  [[maybe_unused]] friend constexpr number operator-(const number& x) { return -x.value_; }
  [[maybe_unused]] friend constexpr number operator*(const number& x, const number& y) {
    return x.value_ * y.value_;
  }
  [[maybe_unused]] friend constexpr number operator/(const number& x, const number& y) {
    return x.value_ / y.value_;
  }
  [[maybe_unused]] friend constexpr auto operator<=>(const number& x, const number& y) {
    return x.value_ <=> y.value_;
  }
  [[maybe_unused]] friend constexpr bool operator==(const number& x, const number& y) {
    return x.value_ == y.value_;
  }
  friend bool isfinite(const number& x) { return std::isfinite(x.value_); }

 private:
  double value_;
  bool copied_ = false;
};

struct products {
  template <class T>
  constexpr std::array<T, 3> operator()(const std::array<T, 3>& x) const {
    return {x[0] * x[1], x[1] * x[2], x[2] * x[0]};
  }
};

struct product {
  template <class T>
  constexpr T operator()(const std::array<T, 3>& x) const {
    return x[0] * x[1] * x[2];
  }
};

const std::array<number, 3> x{2.0, 3.0, 5.0};

}  // namespace

TEST_CASE("a Jacobian is returned without a copy") {
  const auto [value, j] = etad::value_and_jacobian(products{})(x);
  for (const number& entry : value) CHECK_FALSE(entry.copied());
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 3; ++column) CHECK_FALSE(j(row, column).copied());
  CHECK(value[1] == 15.0);
  CHECK(j(2, 0) == 5.0);
}

TEST_CASE("a gradient is returned without a copy") {
  const auto g = etad::gradient(product{})(x);
  for (const number& entry : g) CHECK_FALSE(entry.copied());
  CHECK(g[0] == 15.0);
}

TEST_CASE("a Hessian is returned without a copy") {
  const auto h = etad::hessian(product{})(x);
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 3; ++column) CHECK_FALSE(h(row, column).copied());
  CHECK(h(0, 1) == 5.0);
}

TEST_CASE("products with Jacobians are returned without a copy") {
  const std::array<number, 3> v{1.0, 0.0, 0.0};
  const auto tangent = etad::jvp(products{})(x, v);
  for (const number& entry : tangent) CHECK_FALSE(entry.copied());
  CHECK(tangent[2] == 5.0);
}
