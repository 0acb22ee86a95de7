// SPDX-License-Identifier: MIT
// One function through every verb and mode of first and second order.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <etad/verb/hessian.hpp>
#include <etad/verb/jacobian.hpp>
#include <etad/verb/products.hpp>

namespace edges {

/// What the modes say of a function of up to three arguments. The function is given one argument
/// more, which it ignores: its derivative stands behind those of the others.
template <class T>
struct outcome {
  using row = std::array<T, 4>;
  T value{};
  row gradient{}, alone{}, forward{}, reverse{}, elimination{};
  row jvp{};           // one run for each unit direction
  row vjp{};           // with weight 1
  T idle_jvp{};        // along the zero direction
  row idle_vjp{};      // with weight 0
  T negative_jvp{};    // along the direction of -0
  row negative_vjp{};  // with weight -0
  row idle_hvp{};      // along the zero direction
  std::array<row, 4> hessian{};
};

/// F as a function of an array with one number more than it needs.
template <class F, int Arity>
struct packed {
  template <class X>
  constexpr X operator()(const std::array<X, Arity + 1>& x) const {
    return call(x, std::make_index_sequence<Arity>{});
  }

 private:
  template <class X, std::size_t... I>
  static constexpr X call(const std::array<X, Arity + 1>& x, std::index_sequence<I...>) {
    return F{}(x[I]...);
  }
};

/// The arguments of F: the first numbers at x, and 0.75 for the one that it ignores.
template <int Arity, class T>
constexpr std::array<T, Arity + 1> arguments(const T* x) {
  std::array<T, Arity + 1> a{};
  for (std::size_t i = 0; i < Arity; ++i) a[i] = x[i];
  a[Arity] = T(0.75);
  return a;
}

/// First order, seeds known at run time.
template <class F, int Arity, class T>
constexpr void products(const T* x, outcome<T>& r) {
  constexpr packed<F, Arity> f;
  const std::array<T, Arity + 1> a = arguments<Arity>(x);
  std::array<T, Arity + 1> seed{};
  const auto copy = [](typename outcome<T>::row& to, const std::array<T, Arity + 1>& from) {
    for (std::size_t i = 0; i <= Arity; ++i) to[i] = from[i];
  };
  r.idle_jvp = etad::jvp(f)(a, seed);
  copy(r.idle_vjp, etad::vjp(f)(a, T(0)));
  copy(r.idle_hvp, etad::hvp(f)(a, seed));
  for (T& s : seed) s = -T(0);
  r.negative_jvp = etad::jvp(f)(a, seed);
  copy(r.negative_vjp, etad::vjp(f)(a, -T(0)));
  for (std::size_t i = 0; i <= Arity; ++i) {
    seed = {};
    seed[i] = 1;
    r.jvp[i] = etad::jvp(f)(a, seed);
  }
  copy(r.vjp, etad::vjp(f)(a, T(1)));
}

/// First order, seeds known to the compiler; and the Hessian.
template <class F, int Arity, class T>
constexpr void matrices(const T* x, outcome<T>& r) {
  constexpr packed<F, Arity> f;
  const std::array<T, Arity + 1> a = arguments<Arity>(x);
  const auto [value, gradient] = etad::value_and_gradient(f)(a);
  const auto alone = etad::gradient(f)(a);
  const auto forward = etad::jacobian(f, etad::forward)(a);
  const auto reverse = etad::jacobian(f, etad::reverse)(a);
  const auto elimination = etad::jacobian(f, etad::elimination)(a);
  const auto hessian = etad::hessian(f)(a);
  r.value = value;
  for (std::size_t i = 0; i <= Arity; ++i) {
    r.gradient[i] = gradient[i];
    r.alone[i] = alone[i];
    r.forward[i] = forward(0, i);
    r.reverse[i] = reverse(0, i);
    r.elimination[i] = elimination(0, i);
    for (std::size_t j = 0; j <= Arity; ++j) r.hessian[i][j] = hessian(i, j);
  }
}

template <class F, int Arity, class T>
constexpr outcome<T> run(const T* x) {
  outcome<T> r;
  matrices<F, Arity>(x, r);
  products<F, Arity>(x, r);
  return r;
}

}  // namespace edges
