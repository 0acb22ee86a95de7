// SPDX-License-Identifier: MIT
// Products of derivatives of recurrences with vectors, together with the value.
#pragma once

#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/scan/products.hpp>
#include <etad/scan/verb.hpp>
#include <etad/verb/value_and_products.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The recurrence at the first Points of the arguments.
template <std::size_t Points, class Scan, class... X>
auto value_of_scan(const Scan& scan, const X&... x) {
  const auto all = std::tie(x...);
  return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    return scan(std::get<Index>(all)...);
  }
  (std::make_index_sequence<Points>{});
}

template <class Scan, class Wrt>
struct scan_value_and_tangent : scan_verb<scan_value_and_tangent<Scan, Wrt>, Scan> {
  using scan_verb<scan_value_and_tangent, Scan>::scan;
  template <class... X>
  auto compute(const workspace& memory, const X&... x) const {
    auto value = value_of_scan<scan_points<Wrt, X...>()>(scan, x...);
    auto slope = scan_tangent<Scan, Wrt>{scan}.compute(memory, x...);
    return value_and_jvp_result<decltype(value), decltype(slope)>{std::move(value),
                                                                  std::move(slope)};
  }
};

template <class Scan, class Wrt>
struct scan_value_and_adjoint : scan_verb<scan_value_and_adjoint<Scan, Wrt>, Scan> {
  using scan_verb<scan_value_and_adjoint, Scan>::scan;
  template <class... X>
  auto compute(const workspace& memory, const X&... x) const {
    auto value = value_of_scan<sizeof...(X) - 1>(scan, x...);
    auto slopes = scan_adjoint<Scan, Wrt>{{scan}}.compute(memory, x...);
    return value_and_vjp_result<decltype(value), decltype(slopes)>{std::move(value),
                                                                   std::move(slopes)};
  }
  template <class T, std::size_t Extent, class... Rest, class... X>
  void write(const workspace& memory, const std::tuple<std::span<T, Extent>, Rest...>& out,
             const X&... x) const {
    const auto value = value_of_scan<sizeof...(X) - 1>(scan, x...);
    std::size_t count = 0;
    const auto add = [&](const auto&) { ++count; };
    visit_scan_value(value, add);
    const auto to = std::get<0>(out);
    if (to.size() != count) throw_wrong_size(0, count, to.size());
    std::apply(
        [&](const auto&, const auto&... rest) {
          scan_adjoint<Scan, Wrt>{{scan}}.write(memory, std::tuple(rest...), x...);
        },
        out);
    std::size_t k = 0;
    const auto store = [&](const auto& number) { to[k++] = number; };
    visit_scan_value(value, store);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
