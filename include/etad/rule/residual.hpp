// SPDX-License-Identifier: MIT
// The equations of an implicit function in the forms in which they are differentiated.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

#include <etad/call/duals/stated_call.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The residual as a function of two lists of numbers, the unknowns and the parameters, which have
/// the shapes X and A....
template <class Residual, class X, class... A>
struct flat_residual {
  [[no_unique_address]] Residual residual;

  template <class T, std::size_t Unknowns, std::size_t Parameters>
  constexpr std::array<T, Unknowns> operator()(const std::array<T, Unknowns>& x,
                                               const std::array<T, Parameters>& a) const {
    std::tuple<rebind<X, T>, rebind<A, T>...> arguments;
    std::size_t k = 0;
    const auto write = [&](T& leaf) {
      leaf = k < Unknowns ? x[k] : a[k - Unknowns];
      ++k;
    };
    shape_of<decltype(arguments)>::visit(arguments, write);
    const auto result = std::apply(residual, std::as_const(arguments));
    using result_shape = shape_of<decltype(result)>;
    static_assert(result_shape::leaves == static_cast<int>(Unknowns),
                  "ETAD-062: etad::implicit_root(residual, solver) requires residual(x, p...) to "
                  "return as many numbers as solver(p...), one equation for each unknown (and a "
                  "step of etad::fixed_point as many as it gets); it returned another number.");
    std::array<T, Unknowns> flat{};
    if constexpr (result_shape::leaves == static_cast<int>(Unknowns)) {
      flat = argument_leaves<T, decltype(result)>(result).at;
    }
    return flat;
  }
};

/// The residual x - step(x, p...) of a fixed point.
template <class Step>
struct step_residual {
  [[no_unique_address]] Step step;

  template <class X, class... A>
  constexpr auto operator()(const X& x, const A&... a) const {
    auto result = step(x, a...);
    const auto moved = [&](auto& leaf, const auto& from) { leaf = from - leaf; };
    if constexpr (shape_of<X>::is_scalar) {
      moved(result, x);
    } else {
      std::size_t k = 0;
      const argument_leaves<typename shape_of<X>::scalar, X> leaves(x);
      const auto move = [&](auto& leaf) { moved(leaf, leaves.at[k < leaves.at.size() ? k++ : 0]); };
      shape_of<decltype(result)>::visit(result, move);
    }
    return result;
  }
};

}  // namespace etad::inline ETAD_ABI::detail
