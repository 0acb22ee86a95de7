// SPDX-License-Identifier: MIT
// Products of derivatives of recurrences with tangents: forward mode, and reverse mode over it.
#pragma once

#include <cstddef>
#include <iterator>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <etad/scan/tasks.hpp>
#include <etad/scan/verb.hpp>

namespace etad::inline ETAD_ABI::detail {

/// How many of the arguments X are points; the others are tangents.
template <class Wrt, class... X>
constexpr std::size_t scan_points() {
  constexpr std::size_t extra = (std::same_as<X, steps> || ...) ? 1 : 0;
  if constexpr (Wrt::count != 0) {
    return sizeof...(X) - static_cast<std::size_t>(Wrt::count);
  } else {
    static_assert((sizeof...(X) + extra) % 2 == 0,
                  "ETAD-022: etad::jvp(f) requires a tangent for each differentiated argument: "
                  "jvp(f)(x, y, dx, dy). The number of arguments seen does not fit.");
    return (sizeof...(X) + extra) / 2;
  }
}

/// Argument Index of the recurrence of tangents: the point with its tangent.
template <class Wrt, std::size_t Points, std::size_t Index, class All>
auto with_tangent(const All& all) {
  using point = std::remove_cvref_t<std::tuple_element_t<Index, All>>;
  const auto& x = std::get<Index>(all);
  if constexpr (std::same_as<point, steps>) {
    return x;
  } else if constexpr (!Wrt::selects(static_cast<int>(Index))) {
    if constexpr (Index == 0) {
      point zero{};
      shape<point>::clear(zero);
      return std::tuple(x, zero);
    } else {
      return x;
    }
  } else {
    constexpr std::size_t rank = []<std::size_t... K>(std::index_sequence<K...>) {
      return (std::size_t{0} + ... +
              (Wrt::selects(static_cast<int>(K)) &&
                       !std::same_as<std::remove_cvref_t<std::tuple_element_t<K, All>>, steps>
                   ? 1
                   : 0));
    }
    (std::make_index_sequence<Index>{});
    const auto& tangent = std::get<Points + rank>(all);
    if constexpr (Index == 1) {
      if (std::size(x) != std::size(tangent)) {
        throw_wrong_length(std::size(x), std::size(tangent));
      }
      return zipped_inputs<point, std::remove_cvref_t<decltype(tangent)>>{x, tangent};
    } else {
      static_assert(leaf_count<point> == leaf_count<decltype(tangent)>,
                    "ETAD-023: etad::jvp(f) requires tangents of the shape of their arguments; "
                    "the shapes differ.");
      return std::tuple(x, tangent);
    }
  }
}

/// Calls use(scan of tangents, its arguments...).
template <class Wrt, class Scan, class Use, class... X>
auto over_tangents(const Scan& scan, Use use, const X&... x) {
  constexpr std::size_t points = scan_points<Wrt, X...>();
  const auto all = std::tie(x...);
  return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    check_selection<Wrt, std::remove_cvref_t<decltype(std::get<Index>(all))>...>();
    using uniform = uniform_step<typename Scan::step_type>;
    using run =
        run_type<typename Scan::step_type, std::remove_cvref_t<decltype(std::get<Index>(all))>...>;
    using wanted = decltype(run::template inner<Wrt>());
    return use(
        scan_function<tangent_step<uniform, wanted>, tangent_loss<typename Scan::loss_type>>{
            {{scan.step}}, {scan.loss}, scan.kept},
        with_tangent<Wrt, points, Index>(all)...);
  }
  (std::make_index_sequence<points>{});
}

/// Forward mode: the tangents of the results.
template <class Scan, class Wrt>
struct scan_tangent {
  Scan scan;

  /// A workspace may be passed, as to the other verbs, but there is no need for one.
  template <class... X>
  auto operator()(const X&... x) const {
    if constexpr ((is_workspace<X> || ...) || any_unsettled<X...>) {
      return run_time_call(*this, x...);
    } else {
      return forward(x...);
    }
  }
  template <class... X>
  auto compute(const workspace&, const X&... x) const {
    return forward(x...);
  }

 private:
  template <class... X>
  auto forward(const X&... x) const {
    return over_tangents<Wrt>(
        scan,
        [](const auto& tangents, const auto&... a) {
          const auto run = run_of(tangents.step, a...);
          using run_type = std::remove_const_t<decltype(run)>;
          if constexpr (!std::same_as<typename Scan::loss_type, final_carry>) {
            return scan_loss(run, tangents.loss);
          } else if constexpr (run_type::with_output) {
            using output = std::tuple_element_t<1, typename run_type::output>;
            std::vector<output> outputs(run.count());
            const auto carry =
                run.forward([&](std::size_t i, const auto& out) { outputs[i] = std::get<1>(out); });
            return scan_result<std::remove_cvref_t<decltype(std::get<1>(carry))>, output>{
                std::get<1>(carry), std::move(outputs)};
          } else {
            return std::get<1>(run.forward(0));
          }
        },
        x...);
  }
};

/// The gradient of the derivative along the tangents, in reverse mode.
template <class Scan, class Wrt>
struct scan_hessian_product : scan_verb<scan_hessian_product<Scan, Wrt>, Scan> {
  using scan_verb<scan_hessian_product, Scan>::scan;

  template <class... X>
  auto compute(const workspace& memory, const X&... x) const {
    return start(
        [&](const auto& run, auto& seed) {
          return shaped_reverse<Wrt, slope_of_value, std::tuple_element_t<1, std::tuple<X...>>>(
              run, memory, scan.kept, seed);
        },
        x...);
  }
  template <class Spans, class... X>
  void write(const workspace& memory, const Spans& out, const X&... x) const {
    start(
        [&](const auto& run, auto& seed) {
          using scalar = typename std::remove_cvref_t<decltype(run)>::scalar;
          check_outputs<scalar>(out, flat_size<Wrt, slope_of_value>(run));
          flat_reverse<Wrt, slope_of_value>(run, memory, scan.kept, seed, std::get<0>(out).data());
        },
        x...);
  }

 private:
  template <class Use, class... X>
  auto start(Use use, const X&... x) const {
    return over_tangents<Wrt>(
        scan,
        [&](const auto& tangents, const auto&... a) {
          const auto run = run_of(tangents.step, a...);
          using loss = std::remove_cvref_t<decltype(tangents.loss)>;
          loss_seed<std::remove_const_t<decltype(run)>, loss> seed(tangents.loss);
          return use(run, seed);
        },
        x...);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
