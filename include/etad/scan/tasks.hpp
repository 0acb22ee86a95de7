// SPDX-License-Identifier: MIT
// What the verbs compute of a recurrence, and in what form they return it.
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/scan/loss.hpp>
#include <etad/scan/results.hpp>
#include <etad/scan/tangent.hpp>
#include <etad/scan/verb.hpp>

namespace etad::inline ETAD_ABI {

/// What scan() returns; see there.
template <class Step, class Loss = detail::final_carry>
struct scan_function;

namespace detail {

template <class Inputs>
concept scan_inputs = requires {
  sequence<Inputs>::has_inputs;
};

template <class Step, class Initial, class Inputs, class... P>
constexpr bool step_accepts() {
  if constexpr (std::same_as<Inputs, steps>) {
    return std::is_invocable_v<const Step&, const Initial&, const P&...> ||
           accepts_traced<Step, Initial, P...>;
  } else {
    using input = typename sequence<Inputs>::element;
    return std::is_invocable_v<const Step&, const Initial&, const input&, const P&...> ||
           accepts_traced<Step, Initial, input, P...>;
  }
}

template <class Step, class Initial, class Inputs, class... P>
constexpr auto run_of(const Step& step, const Initial& initial, const Inputs& inputs,
                      const P&... p) {
  static_assert(scan_inputs<Inputs>,
                "ETAD-066: etad::scan(step)(initial, inputs, parameters...) requires as second "
                "argument a contiguous range of inputs, such as a std::vector, std::span<const T> "
                "or std::array, or etad::steps(n) for n steps without inputs; something else was "
                "seen.");
  if constexpr (scan_inputs<Inputs>) {
    static_assert(step_accepts<Step, Initial, Inputs, P...>(),
                  "ETAD-069: etad::scan(step)(initial, inputs, parameters...) requires a step that "
                  "can be called as step(carry, input, parameters...), or as step(carry, "
                  "parameters...) with etad::steps(n) for inputs; this one cannot.");
    return scan_run<Step, Initial, Inputs, P...>(step, initial, inputs, p...);
  }
}
template <class Step, class... X>
using run_type = decltype(run_of(std::declval<const Step&>(), std::declval<const X&>()...));

template <class Wrt, class... X>
constexpr void check_selection() {
  static_assert(Wrt::within(sizeof...(X)) &&
                    (Wrt::count == 0 || !Wrt::selects(1) ||
                     !std::same_as<std::tuple_element_t<1, std::tuple<X...>>, steps>),
                "ETAD-067: etad::scan requires wrt<I...> to select numbers among the arguments of "
                "the call: 0 is the initial carry, 1 the inputs (not etad::steps), parameters "
                "follow from 2. One of the positions is none of these.");
}

/// The value and the gradient of the loss.
template <class Scan, class Wrt, bool WithValue>
struct scan_gradient : scan_verb<scan_gradient<Scan, Wrt, WithValue>, Scan> {
  using scan_verb<scan_gradient, Scan>::scan;

  template <class Initial, class Inputs, class... P>
  auto compute(const workspace& memory, const Initial& initial, const Inputs& inputs,
               const P&... p) const {
    check_selection<Wrt, Initial, Inputs, P...>();
    const auto run = run_of(scan.step, initial, inputs, p...);
    auto seed = seed_of(run);
    auto slopes = shaped_reverse<Wrt, whole_slope, Inputs>(run, memory, scan.kept, seed);
    if constexpr (WithValue) {
      return value_and_gradient_result<decltype(seed.value), decltype(slopes)>{seed.value,
                                                                               std::move(slopes)};
    } else {
      return slopes;
    }
  }

  template <class Spans, class... X>
  void write(const workspace& memory, const Spans& out, const X&... x) const {
    check_selection<Wrt, X...>();
    const auto run = run_of(scan.step, x...);
    using scalar = typename std::remove_cvref_t<decltype(run)>::scalar;
    auto seed = seed_of(run);
    if constexpr (WithValue) {
      check_outputs<scalar>(out, std::size_t{1}, flat_size<Wrt, whole_slope>(run));
      flat_reverse<Wrt, whole_slope>(run, memory, scan.kept, seed, std::get<1>(out).data());
      std::get<0>(out)[0] = seed.value;
    } else {
      check_outputs<scalar>(out, flat_size<Wrt, whole_slope>(run));
      flat_reverse<Wrt, whole_slope>(run, memory, scan.kept, seed, std::get<0>(out).data());
    }
  }

 private:
  template <class Run>
  auto seed_of(const Run&) const {
    static_assert(!std::same_as<typename Scan::loss_type, final_carry> ||
                      (leaf_count<typename Run::carry> == 1 && !Run::with_output),
                  "ETAD-065: etad::gradient of a scan requires one number, and the final carry and "
                  "the outputs are several. Say which: scan(step).then(loss) is a function of the "
                  "final carry, scan(step).sum() the sum of the outputs.");
    return loss_seed<Run, typename Scan::loss_type>(scan.loss);
  }
};

/// The product of weights for the results with the Jacobian.
template <class Scan, class Wrt>
struct scan_adjoint : scan_verb<scan_adjoint<Scan, Wrt>, Scan> {
  using scan_verb<scan_adjoint, Scan>::scan;

  template <class... X>
  auto compute(const workspace& memory, const X&... x) const {
    return split(std::tie(x...), std::make_index_sequence<sizeof...(X) - 1>{},
                 [&](auto inputs, const auto& run, auto seed) {
                   return shaped_reverse<Wrt, whole_slope, typename decltype(inputs)::type>(
                       run, memory, scan.kept, seed);
                 });
  }
  template <class Spans, class... X>
  void write(const workspace& memory, const Spans& out, const X&... x) const {
    split(std::tie(x...), std::make_index_sequence<sizeof...(X) - 1>{},
          [&](auto, const auto& run, auto seed) {
            using scalar = typename std::remove_cvref_t<decltype(run)>::scalar;
            check_outputs<scalar>(out, flat_size<Wrt, whole_slope>(run));
            flat_reverse<Wrt, whole_slope>(run, memory, scan.kept, seed, std::get<0>(out).data());
          });
  }

 private:
  template <class All, std::size_t... Index, class Use>
  auto split(const All& all, std::index_sequence<Index...>, Use use) const {
    check_selection<Wrt, std::remove_cvref_t<std::tuple_element_t<Index, All>>...>();
    const auto run = run_of(scan.step, std::get<Index>(all)...);
    using inputs = std::remove_cvref_t<std::tuple_element_t<1, All>>;
    return use(std::type_identity<inputs>{}, run,
               weights_of(run, scan.loss, std::get<sizeof...(Index)>(all)));
  }
};

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
