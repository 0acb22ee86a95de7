// SPDX-License-Identifier: MIT
#pragma once

#include <etad/scan/scan.hpp>
#include <etad/verb/jacobian.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

template <class Scan, class Wrt>
struct scan_jacobian;
template <class Scan, int... Selected>
struct scan_jacobian<Scan, wrt_t<Selected...>> {
  Scan scan;

  template <class Initial, class Inputs, class... P>
  auto operator()(const Initial& initial, const Inputs& inputs, const P&... p) const {
    using wanted = wrt_t<Selected...>;
    check_selection<wanted, Initial, Inputs, P...>();
    if constexpr (any_unsettled<Initial, Inputs, P...>) {
      return (*this)(settled(initial), settled(inputs), settled(p)...);
    } else if constexpr (std::same_as<Inputs, steps> || !wanted::selects(1)) {
      const auto of_others = opaque([&](const auto& start, const auto&... parameters) {
        return scan(start, inputs, parameters...);
      });
      return jacobian(of_others, wrt<(Selected > 1 ? Selected - 1 : Selected)...>)(initial, p...);
    } else {
      const auto of_all = opaque([&](const auto&... a) { return scan(a...); });
      return jacobian(of_all, wanted{})(initial, inputs, p...);
    }
  }
};

}  // namespace detail

/// The Jacobian of the final carry, in forward mode: all steps on dual numbers, once for every eight
/// (sixteen with AVX) doubles that are selected. Of a step with outputs, state the results in a function:
/// jacobian([&](const auto& p) { return scan(step)(start, inputs, p).outputs; }).
template <class Step, class Loss, int... Index>
constexpr auto jacobian(scan_function<Step, Loss> f, wrt_t<Index...> = {}) {
  return detail::scan_jacobian<scan_function<Step, Loss>, wrt_t<Index...>>{f};
}

}  // namespace etad::inline ETAD_ABI
