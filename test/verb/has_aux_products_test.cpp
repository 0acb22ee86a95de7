// SPDX-License-Identifier: MIT
// Auxiliary output beside Hessians, products, and Jacobians in a mode.
#include <doctest/doctest.h>

#include <array>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <etad/verb/derivative.hpp>
#include <etad/verb/has_aux.hpp>

namespace {

using etad::has_aux;

constexpr auto loss = [](const auto& x, auto y) {
  const auto residual = x[0] * y - x[1];
  return std::pair{residual * residual, std::array{residual, 2.0 * residual}};
};
constexpr auto loss_alone = [](const auto& x, auto y) { return loss(x, y).first; };
constexpr std::array x{3.0, 1.0};
constexpr std::array seen{5.0, 10.0};

template <class F>
constexpr bool second_order(const F& f) {
  const auto [h, a] = etad::hessian(f, has_aux, etad::wrt<0>)(x, 2.0);
  const auto [value, g, again, b] = etad::value_gradient_hessian(f, has_aux, etad::wrt<0>)(x, 2.0);
  const auto all = etad::hessian(f, has_aux)(x, 2.0);
  return a == seen && b == seen && value == 25.0 && g == std::array{20.0, -10.0} && h == again &&
         h == etad::matrix<double, 2, 2>{{{{8.0, -4.0}, {-4.0, 2.0}}}} && all.aux == seen &&
         all.hessian == etad::hessian(loss_alone)(x, 2.0);
}
static_assert(second_order(loss));
static_assert(second_order(etad::opaque(loss)));

template <class F>
constexpr bool products(const F& f) {
  const std::array v{1.0, 0.0};
  const auto [along, a] = etad::jvp(f, has_aux)(x, 2.0, v, 1.0);
  const auto [value, same, b] = etad::value_and_jvp(f, has_aux, etad::wrt<0>)(x, 2.0, v);
  const auto [sums, c] = etad::vjp(f, has_aux)(x, 2.0, 0.5);
  const auto [again, weighted, d] = etad::value_and_vjp(f, has_aux, etad::wrt<0>)(x, 2.0, 0.5);
  return along == 20.0 + 30.0 && same == 20.0 && value == 25.0 && again == 25.0 &&
         sums == std::tuple{std::array{10.0, -5.0}, 15.0} && weighted == std::get<0>(sums) &&
         a == seen && b == seen && c == seen && d == seen;
}
static_assert(products(loss));
static_assert(products(etad::opaque(loss)));

constexpr auto residuals = [](const auto& a) {
  return std::tuple{std::array{a[0] * a[1], a[1] * a[1]}, 7};
};
constexpr bool modes() {
  const auto [j, seven] = etad::jacobian(residuals, has_aux, etad::reverse)(x);
  const auto [value, k, again] =
      etad::value_and_jacobian(residuals, has_aux, etad::forward, etad::wrt<0>)(x);
  return j == k && seven == 7 && again == 7 && value == std::array{3.0, 1.0} &&
         j == etad::matrix<double, 2, 2>{{{{1.0, 3.0}, {0.0, 2.0}}}};
}
static_assert(modes());

// A function of a Hessian and its auxiliary output: trace H + r = 10 + 2x - 1.
constexpr bool nests() {
  constexpr auto outer = [](auto y) {
    const auto r =
        etad::hessian(loss, has_aux, etad::wrt<0>)(std::array{3.0 + 0.0 * y, 1.0 + 0.0 * y}, y);
    return r.hessian(0, 0) + r.aux[0];
  };
  static_assert(etad::traceable<decltype(outer), double>);
  return etad::derivative(outer)(2.0) == 8.0 + 3.0;
}

TEST_CASE("numbers, in constant expressions too, traced and on dual numbers") {
  CHECK(second_order(loss));
  CHECK(second_order(etad::opaque(loss)));
  CHECK(products(loss));
  CHECK(products(etad::opaque(loss)));
  CHECK(modes());
  CHECK(nests());
}

TEST_CASE("a closure of numbers that is written out, one with text") {
  double k = 4.0;
  const auto scaled = [&k](auto u, auto v) { return std::pair{k * u * v, u - v}; };
  const auto [along, difference] = etad::jvp(scaled, has_aux)(3.0, 5.0, 1.0, 0.0);
  CHECK(along == 20.0);
  CHECK(difference == -2.0);
  CHECK(etad::hessian(scaled, has_aux)(3.0, 5.0).hessian(0, 1) == 4.0);
  const auto logged = [&k](auto u) { return std::pair{k * u * u, std::string("text")}; };
  const auto [value, slopes, second, text] = etad::value_gradient_hessian(logged, has_aux)(3.0);
  CHECK(value == 36.0);
  CHECK(slopes == 24.0);
  CHECK(second(0, 0) == 8.0);
  CHECK(text == "text");
  CHECK(etad::vjp(logged, has_aux)(3.0, 0.5).vjp == 12.0);
}

TEST_CASE("into spans, the auxiliary output returned; arguments of run-time size, a workspace") {
  std::array<double, 4> h{};
  CHECK(etad::hessian(loss, has_aux, etad::wrt<0>)(x, 2.0, std::span<double>(h)) == seen);
  CHECK(h == std::array{8.0, -4.0, -4.0, 2.0});
  std::array<double, 2> sums{};
  CHECK(etad::vjp(loss, has_aux, etad::wrt<0>)(x, 2.0, 0.5, std::span<double>(sums)) == seen);
  CHECK(sums == std::array{10.0, -5.0});

  constexpr auto f = [](const auto& v) { return std::pair{v[0] * v[1], v.size()}; };
  const std::vector a{2.0, 3.0};
  const std::vector direction{1.0, 10.0};
  const auto [value, along, size] = etad::value_and_jvp(f, has_aux)(a, direction);
  CHECK(value == 6.0);
  CHECK(along == 23.0);
  CHECK(size == 2);
  CHECK(etad::hessian(f, has_aux)(a).hessian(0, 1) == 1.0);
  etad::workspace memory;
  CHECK(etad::gradient(f, has_aux)(a, memory).gradient == std::vector{3.0, 2.0});
  CHECK(etad::vjp(f, has_aux)(a, 2.0, memory).aux == 2);
}

}  // namespace
