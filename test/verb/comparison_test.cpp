// SPDX-License-Identifier: MIT
// The spellings of docs/comparison.md: what stands there beside a name of JAX or PyTorch compiles and
// computes that.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <complex>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include <etad/batch/vmap.hpp>
#include <etad/check/check_derivatives.hpp>
#include <etad/verb/derivative.hpp>
#include <etad/verb/has_aux.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/products.hpp>
#include <etad/verb/ravel.hpp>
#include <etad/verb/sparse_jacobian.hpp>

namespace {

using etad::wrt;

constexpr auto f = [](const auto& x) { return x[0] * x[0] * x[1]; };
constexpr auto F = [](const auto& x) { return std::array{x[0] * x[1], x[0] - x[1], 3.0 * x[1]}; };
constexpr auto g = [](auto a, auto b, auto c) { return a * b * b + c * a; };
constexpr std::array x{2.0, 3.0};
constexpr std::array v{0.5, -1.0};
constexpr std::array w{1.0, 2.0, -1.0};

// grad, argnums, value_and_grad, grad of grad
static_assert(etad::gradient(f)(x) == std::array{12.0, 4.0});
static_assert(etad::gradient(g, wrt<0>)(2.0, 3.0, 5.0) == 14.0);
static_assert(etad::gradient(g, wrt<0, 2>)(2.0, 3.0, 5.0) == std::tuple{14.0, 2.0});
static_assert(etad::gradient(g)(2, 3, 5) == std::tuple{14.0, 12.0, 2.0});  // allow_int
static_assert(etad::value_and_gradient(f)(x).value == 12.0);
static_assert(etad::derivative<2>([](auto t) { return t * t * t; })(2.0) == 12.0);
constexpr auto slope = [](const auto& y) { return etad::gradient(f)(y)[0]; };  // 2 x y
static_assert(etad::gradient(slope)(x) == std::array{6.0, 4.0});

// has_aux
constexpr auto with_aux = [](const auto& y) { return std::pair{f(y), y[0] + y[1]}; };
static_assert(etad::gradient(with_aux, etad::has_aux)(x).aux == 5.0);
static_assert(etad::value_and_gradient(with_aux, etad::has_aux)(x).gradient[1] == 4.0);
constexpr auto with_aux_of_several = [](const auto& y) { return std::pair{F(y), y[0]}; };
static_assert(etad::jacobian(with_aux_of_several, etad::has_aux)(x).aux == 2.0);
static_assert(etad::value_and_vjp(with_aux, etad::has_aux)(x, 1.0).vjp == std::array{12.0, 4.0});

// jacfwd, jacrev, jacobian, hessian
constexpr etad::matrix<double, 3, 2> J{{{{3.0, 2.0}, {1.0, -1.0}, {0.0, 3.0}}}};
static_assert(etad::jacobian(F)(x) == J && etad::jacobian(F, etad::forward)(x) == J);
static_assert(etad::jacobian(F, etad::reverse)(x) == J && etad::jacobian(F, etad::lanes)(x) == J);
static_assert(etad::value_and_jacobian(F)(x).value == F(x));
static_assert(etad::hessian(f)(x)[0] == std::array{6.0, 4.0});
static_assert(etad::hessian(g, wrt<0, 1>)(2.0, 3.0, 5.0)(0, 1) == 6.0);
static_assert(etad::sparse_jacobian(F)(x).nonzeros == 5);

// jvp, vjp, linearize and pullbacks as callables, linear_transpose, hvp, vhp
static_assert(etad::jvp(F)(x, v) == std::array{-0.5, 1.5, -3.0});
static_assert(etad::vjp(F)(x, w) == std::array{5.0, -3.0});
static_assert(etad::value_and_jvp(F)(x, v).value == F(x));
constexpr auto pushforward = [](const auto& tangent) { return etad::jvp(F)(x, tangent); };
constexpr auto pullback = [](const auto& weights) { return etad::vjp(F)(x, weights); };
static_assert(pushforward(v) == std::array{-0.5, 1.5, -3.0} &&
              pullback(w) == std::array{5.0, -3.0});
constexpr auto linear = [](const auto& y) { return std::array{y[0] + 2.0 * y[1], -y[1], y[0]}; };
static_assert(etad::vjp(linear)(std::array{0.0, 0.0}, w) == std::array{0.0, 0.0});
static_assert(etad::hvp(f)(x, v) == std::array{-1.0, 2.0});
// reverse over reverse, forward over forward
constexpr auto directional = [](const auto& y) { return etad::jvp(f)(y, v); };
static_assert(etad::gradient(directional)(x) == std::array{-1.0, 2.0});
static_assert(etad::jvp(directional)(x, v) == -2.5);

// ravel_pytree
constexpr auto tree = std::tuple{1.0, std::array{2.0, 3.0}};
static_assert(etad::ravel(tree) == std::array{1.0, 2.0, 3.0});
static_assert(etad::unravel<std::tuple<double, std::array<double, 2>>>(std::array{1.0, 2.0, 3.0}) ==
              tree);

// check_grads, gradcheck, gradgradcheck
static_assert(etad::check_derivatives(f)(x));
static_assert(etad::check_derivatives(etad::gradient(f))(x));

// cond, where, switch
constexpr auto branch = [](auto t) {
  using std::sqrt;
  if (t > 0.0) return sqrt(t);
  return 2.0 * t;
};
static_assert(etad::derivative(branch)(4.0) == 0.25 && etad::derivative(branch)(-1.0) == 2.0);
constexpr auto where = [](auto t) {
  using etad::select;
  using std::sqrt;
  return select(t > 0.0, sqrt(t), 2.0 * t);
};
static_assert(etad::derivative(where)(0.0) == 2.0);

// unused arguments have zeros, assignments to local variables are free
constexpr auto in_place = [](auto a, auto) {
  a *= a;
  a += 1.0;
  return a;
};
static_assert(etad::gradient(in_place)(3.0, 7.0) == std::tuple{6.0, 0.0});

}  // namespace

TEST_CASE("vmap: in_axes, per-example gradients, results in memory of the caller") {
  const std::vector<double> a{1.0, 2.0}, b{3.0, 4.0};
  const auto per_example =
      etad::vmap(etad::gradient(g, wrt<0, 1>))(a, b, 5.0);  // in_axes=(0, 0, None)
  CHECK(per_example[1] == std::tuple{21.0, 16.0});
  std::vector<double> by_a(2), by_b(2);
  etad::vmap(etad::gradient(g, wrt<0, 1>))(a, b, 5.0, etad::into(by_a, by_b));
  CHECK(by_a == std::vector{14.0, 21.0});
  const std::vector<std::array<double, 2>> points{{1.0, 2.0}, {3.0, 4.0}};
  CHECK(etad::vmap(etad::jacobian(F))(points)[1](0, 0) == 4.0);
  CHECK(etad::vmap(etad::hvp(f))(points, v)[0][0] == 0.0);
  const auto of_vectors = [](const auto& y) {
    auto sum = 0.0 * y[0];
    for (const auto& t : y) sum += t * t;
    return sum;
  };
  CHECK(etad::gradient(of_vectors)(a) == std::vector{2.0, 4.0});  // sizes known at run time
}

TEST_CASE("make_dual, unpack_dual; complex code of a real variable") {
  using number = etad::dual<double, 1>;
  const std::complex<number> z(number(2.0, 0), number(1.0));  // z = t + i at t = 2
  const std::complex<number> product = z * z;
  CHECK(value(product.real()) == 3.0);
  CHECK(tangent(product.real())[0] == 4.0);
  CHECK(tangent(product.imag())[0] == 2.0);
}

TEST_CASE("a buffer of the caller") {
  std::array<double, 2> slopes{};
  etad::gradient(f)(x, std::span(slopes));
  CHECK(slopes == std::array{12.0, 4.0});
}
