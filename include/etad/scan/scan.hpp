// SPDX-License-Identifier: MIT
// Recurrences: a step that is applied to a carried state as often as there are inputs, known at run
// time only, with derivatives in reverse mode.
//
//   constexpr auto f = etad::scan(step);                 step(carry, input, parameters...)
//   f(initial, inputs, parameters...)                    the final carry
//   f(initial, etad::steps(n), parameters...)            without inputs: step(carry, parameters...)
//   f.then(loss)                                         loss(final carry), or loss(final carry, sum)
//   f.sum()                                              the sum of the outputs of the step
//   gradient(f.then(loss))(initial, inputs, parameters...)
//   value_and_gradient, vjp, jvp, hvp, value_and_vjp, value_and_jvp likewise; jacobian in scan_jacobian.hpp
#pragma once

#include <utility>

#include <etad/scan/taped.hpp>
#include <etad/scan/values.hpp>

namespace etad::inline ETAD_ABI {

template <class Step, class Loss>
struct scan_function {
  using step_type = Step;
  using loss_type = Loss;

  [[no_unique_address]] Step step;
  [[no_unique_address]] Loss loss;
  checkpoints kept = checkpoints::all();

  /// The loss of the final carry, or of it and the sum of the outputs.
  template <class After>
  constexpr scan_function<Step, After> then(After after) const {
    return {step, std::move(after), kept};
  }
  /// The sum of the outputs.
  constexpr scan_function<Step, detail::total_output> sum() const { return {step, {}, kept}; }

  /// What reverse mode takes for n inputs.
  constexpr scan_cost cost(std::size_t n) const noexcept { return kept.cost(n); }

  template <class Initial, class Inputs, class... P>
    requires(detail::span_count<P...> == 0)
  constexpr auto operator()(const Initial& initial, const Inputs& inputs, const P&... p) const {
    if constexpr (detail::any_unsettled<Initial, Inputs, P...>) {
      return (*this)(detail::settled(initial), detail::settled(inputs), detail::settled(p)...);
    } else if constexpr (detail::scans_variables<Initial, Inputs, P...>) {
      return detail::scan_variables(*this, initial, inputs, p...);
    } else {
      return run(initial, inputs, p...);
    }
  }

 private:
  template <class Initial, class Inputs, class... P>
  constexpr auto run(const Initial& initial, const Inputs& inputs, const P&... p) const {
    const auto run = detail::run_of(step, initial, inputs, p...);
    using run_type = std::remove_const_t<decltype(run)>;
    if constexpr (!std::same_as<Loss, detail::final_carry>) {
      return detail::scan_loss(run, loss);
    } else if constexpr (run_type::with_output) {
      using output = typename run_type::output;
      std::vector<output> outputs(run.count(), output{});
      const auto carry = run.forward([&](std::size_t i, const output& out) { outputs[i] = out; });
      return scan_result<typename run_type::carry, output>{carry, std::move(outputs)};
    } else {
      return run.forward(0);
    }
  }
};

/// The recurrence of a step: scan(step)(initial, inputs, parameters...) is
///
///   carry = initial;
///   for (input : inputs) carry = step(carry, input, parameters...);
///   return carry;
///
/// Where step returns a std::pair or std::tuple of a carry and an output, the result is a scan_result
/// with the final carry and a vector of outputs. With etad::steps(n) in place of inputs the step has
/// no input. The carry, each input and each parameter are numbers, arrays, tuples or structures; a carry
/// has the same shape at every step. Inputs lie in a contiguous range.
///
///   constexpr auto decay = etad::scan([](auto y, auto rate) { return y - 0.1 * rate * y; });
///   const double y = decay(1.0, etad::steps(10), 2.0);
///   const auto [by_start, by_rate] = etad::gradient(decay)(1.0, etad::steps(10), 2.0);
///
/// Positions of wrt: 0 is the initial carry, 1 the inputs, parameters follow; without wrt, everything.
/// Cost: reverse mode runs each step's compiled adjoint once and the step as often as `cost(n)` says,
/// n times if it keeps all carries, which is what it does unless told checkpoints(k). A step that
/// cannot be traced is differentiated on dual numbers, step by step. An etad::workspace as last
/// argument, and spans for the results, make all calls but the first free of allocation. Errors:
/// ETAD-064 to ETAD-069.
template <class Step>
constexpr scan_function<Step> scan(Step step, checkpoints kept = checkpoints::all()) {
  return {std::move(step), {}, kept};
}

template <class Step, class Loss, int... Index>
constexpr auto gradient(scan_function<Step, Loss> f, wrt_t<Index...> = {}) {
  return detail::scan_gradient<scan_function<Step, Loss>, wrt_t<Index...>, false>{{f}};
}
template <class Step, class Loss, int... Index>
constexpr auto value_and_gradient(scan_function<Step, Loss> f, wrt_t<Index...> = {}) {
  return detail::scan_gradient<scan_function<Step, Loss>, wrt_t<Index...>, true>{{f}};
}
/// vjp(f)(initial, inputs, parameters..., w): w has the shape of the result; of a scan_result, it has
/// members carry and outputs.
template <class Step, class Loss, int... Index>
constexpr auto vjp(scan_function<Step, Loss> f, wrt_t<Index...> = {}) {
  return detail::scan_adjoint<scan_function<Step, Loss>, wrt_t<Index...>>{{f}};
}
/// jvp(f)(initial, inputs, parameters..., tangents...), one tangent for each selected argument; the
/// tangents of inputs are a range. Cost: about twice f, no carries are kept.
template <class Step, class Loss, int... Index>
constexpr auto jvp(scan_function<Step, Loss> f, wrt_t<Index...> = {}) {
  return detail::scan_tangent<scan_function<Step, Loss>, wrt_t<Index...>>{f};
}
/// The same products together with the value, for which the recurrence runs once more.
template <class Step, class Loss, int... Index>
constexpr auto value_and_vjp(scan_function<Step, Loss> f, wrt_t<Index...> = {}) {
  return detail::scan_value_and_adjoint<scan_function<Step, Loss>, wrt_t<Index...>>{{f}};
}
template <class Step, class Loss, int... Index>
constexpr auto value_and_jvp(scan_function<Step, Loss> f, wrt_t<Index...> = {}) {
  return detail::scan_value_and_tangent<scan_function<Step, Loss>, wrt_t<Index...>>{{f}};
}
/// hvp(f)(initial, inputs, parameters..., tangents...): the Hessian of the loss times a vector, in
/// reverse mode over the tangents, whose carries are twice as large.
template <class Step, class Loss, int... Index>
constexpr auto hvp(scan_function<Step, Loss> f, wrt_t<Index...> = {}) {
  return detail::scan_hessian_product<scan_function<Step, Loss>, wrt_t<Index...>>{{f}};
}

}  // namespace etad::inline ETAD_ABI
