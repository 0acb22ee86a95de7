// SPDX-License-Identifier: MIT
// Numbers of etad's that are made of a value and slopes, on every road: for functions of other libraries whose
// derivatives are known.
#pragma once

#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/core/warnings_off.hpp>

#include <etad/core/value_functions.hpp>
#include <etad/dual/functions.hpp>
#include <etad/expr/without_values.hpp>
#include <etad/tape/functions.hpp>
#include <etad/tape/select.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The number with the given value and slope at the value of x, each a function of that.
template <dual_number D, class Value, class Slope>
D smooth(const D& x, Value value, Slope slope) {
  using T = typename D::primal_type;
  return D(T(value(x.value())), scaled(T(slope(x.value())), x.all_tangents()));
}
template <taped X, class Value, class Slope>
joint_variable<X> smooth(const X& x, Value value, Slope slope) {
  using T = typename taped_traits<X>::number;
  const T at = x.value();
  return straight_through(joint_variable<X>(T(value(at))), x * T(slope(at)));
}
template <std::same_as<traced> X, class Value, class Slope>
traced smooth(const X& x, Value value, Slope) {
  return static_cast<double>(value(x.known_value()));
}
template <real_formula X, class Value, class Slope>
auto smooth(const X& x, Value, Slope) {
  ask_for_value(x);
  return x;
}

/// The value of all with the slopes of all.
template <dual_number D>
D with_slopes_of(const D& x, const D& y) {
  return D(x.value(), added(x.all_tangents(), y.all_tangents()));
}
template <taped X>
X with_slopes_of(const X& x, const X& y) {
  return straight_through(x, x + y);
}
inline constexpr traced with_slopes_of(const traced& x, const traced&) { return x; }
template <real_formula X, real_formula Y>
auto with_slopes_of(const X& x, const Y& y) {
  return x + y;
}

/// x without its slope, as a constant beside a number of etad's that moves.
template <class X>
constexpr auto held(const X& x) {
  if constexpr (!own_number<X>) {
    return x;
  } else if constexpr (std::same_as<X, traced>) {
    return x.known_value();
  } else if constexpr (requires { x.value(); }) {
    return x.value();
  } else {
    return 1.0;
  }
}

/// What f makes of the held numbers with v in place of one.
template <std::size_t Moved, class F, class V, class Held, std::size_t... Index>
auto with_moved(const F& f, const V& v, const Held& all, std::index_sequence<Index...>) {
  const auto choose = [&]<std::size_t K>(std::integral_constant<std::size_t, K>) -> const auto& {
    if constexpr (K == Moved) {
      return v;
    } else {
      return std::get<K>(all);
    }
  };
  return f(choose(std::integral_constant<std::size_t, Index>{})...);
}

/// f of numbers, of which some are etad's, with the slope by each of those.
template <class F, class Slopes, class... X>
auto by_slopes(const F& f, const Slopes& slopes, const X&... x) {
  const std::tuple<decltype(held(x))...> all(held(x)...);
  const std::tuple<const X&...> given(x...);
  constexpr std::index_sequence_for<X...> indices{};
  const auto from = [&]<std::size_t K>(std::integral_constant<std::size_t, K>, const auto& next,
                                       const auto&... before) {
    constexpr std::integral_constant<std::size_t, K + 1> behind{};
    if constexpr (K == sizeof...(X)) {
      return (before, ...);
    } else if constexpr (!own_number<std::tuple_element_t<K, std::tuple<X...>>>) {
      return next(behind, next, before...);
    } else {
      const auto moved = smooth(
          std::get<K>(given), [&](const auto& v) { return with_moved<K>(f, v, all, indices); },
          [&](const auto& v) { return with_moved<K>(std::get<K>(slopes), v, all, indices); });
      if constexpr (sizeof...(before) == 0) {
        return next(behind, next, moved);
      } else {
        return next(behind, next, with_slopes_of(before..., moved));
      }
    }
  };
  return from(std::integral_constant<std::size_t, 0>{}, from);
}

}  // namespace etad::inline ETAD_ABI::detail

#include <etad/core/warnings_on.hpp>
