// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/family.hpp>
#include <etad/core/scalar.hpp>

namespace etad::inline ETAD_ABI {

/// A number that a function which etad differentiates is called with: float, double, long double, a number
/// class, or a number of etad's. For callables with a constraint, since std::floating_point and
/// std::is_arithmetic know the built-in types only.
///
///   constexpr auto f = [](etad::real_number auto x) { return x * x; };
///   static_assert(etad::derivative(f)(3.0) == 6.0);
template <class T>
concept real_number = detail::plain_scalar<T> || detail::own_number<T>;

}  // namespace etad::inline ETAD_ABI
