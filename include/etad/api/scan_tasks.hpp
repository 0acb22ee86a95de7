// SPDX-License-Identifier: MIT
// What the verbs compute of a recurrence, and in what form they return it.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <etad/api/scan_loss.hpp>
#include <etad/api/scan_run.hpp>
#include <etad/api/scan_tangent.hpp>

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

/// Where the adjoints of the inputs go when they are returned.
template <class Inputs, class Input>
struct input_slopes {
  std::vector<Input> slopes;
  explicit input_slopes(std::size_t count) : slopes(count) {}
};
template <class Item, std::size_t Count, class Input>
struct input_slopes<std::array<Item, Count>, Input> {
  std::array<Input, Count> slopes;
  explicit input_slopes(std::size_t) {}
};

/// The adjoint itself, or the one of the value if values come with their tangents.
struct whole_slope {
  template <class A>
  static constexpr const A& of(const A& slope) {
    return slope;
  }
};
struct slope_of_value {
  template <class A>
  static constexpr const auto& of(const A& slope) {
    return std::get<0>(slope);
  }
};

/// Reverse mode of run, with the adjoints in the shape of the selected arguments.
template <class Wrt, class Pick, class Inputs, class Run, class Seed>
auto shaped_reverse(const Run& run, const workspace& memory, const checkpoints& kept, Seed& seed) {
  const auto finish = [](const auto& slopes, auto&&... inputs) {
    auto parts = std::tuple_cat(
        [&] {
          if constexpr (Wrt::selects(0)) {
            return std::make_tuple(Pick::of(slopes.carry));
          } else {
            return std::tuple<>{};
          }
        }(),
        std::make_tuple(std::move(inputs)...),
        std::apply([](const auto&... slope) { return std::make_tuple(Pick::of(slope)...); },
                   slopes.parameters));
    if constexpr (std::tuple_size_v<decltype(parts)> == 1) {
      return std::get<0>(std::move(parts));
    } else {
      return parts;
    }
  };
  if constexpr (Run::has_inputs && Wrt::selects(1)) {
    using whole = typename Run::input;
    using input = std::remove_cvref_t<decltype(Pick::of(std::declval<const whole&>()))>;
    input_slopes<Inputs, input> inputs(run.count());
    const auto slopes = run.template reverse<Wrt>(
        memory, kept, seed,
        [&](std::size_t i, const whole& slope) { inputs.slopes[i] = Pick::of(slope); });
    return finish(slopes, std::move(inputs.slopes));
  } else {
    return finish(run.template reverse<Wrt>(memory, kept, seed, 0));
  }
}

/// How many numbers flat_reverse writes.
template <class Wrt, class Run>
std::size_t flat_size(const Run& run) {
  std::size_t size = 0;
  if (Wrt::selects(0)) size += leaf_count<typename Run::carry>;
  if constexpr (Run::has_inputs && Wrt::selects(1)) {
    size += run.count() * leaf_count<typename Run::input>;
  }
  return size + leaf_count<typename Run::template selected_parameters<Wrt>>;
}

/// The same, one number after the other, into memory of the caller.
template <class Wrt, class Run, class Seed>
void flat_reverse(const Run& run, const workspace& memory, const checkpoints& kept, Seed& seed,
                  typename Run::scalar* to) {
  using scalar = typename Run::scalar;
  const auto append = [](scalar*& at, const auto& a) {
    const auto copy = [&](const scalar& leaf) { *at++ = leaf; };
    shape_of<decltype(a)>::visit(a, copy);
  };
  scalar* const carry = to;
  scalar* const inputs = to + (Wrt::selects(0) ? leaf_count<typename Run::carry> : 0);
  scalar* parameters = inputs;
  const auto finish = [&](const auto& slopes) {
    scalar* at = carry;
    if constexpr (Wrt::selects(0)) append(at, slopes.carry);
    std::apply([&](const auto&... slope) { (append(parameters, slope), ...); }, slopes.parameters);
  };
  if constexpr (Run::has_inputs && Wrt::selects(1)) {
    using input = typename Run::input;
    constexpr auto leaves = static_cast<std::size_t>(leaf_count<input>);
    parameters += run.count() * leaves;
    finish(run.template reverse<Wrt>(memory, kept, seed, [&](std::size_t i, const input& slope) {
      scalar* at = inputs + i * leaves;
      append(at, slope);
    }));
  } else {
    finish(run.template reverse<Wrt>(memory, kept, seed, 0));
  }
}

/// The first of the output spans that is wrong ends the call.
template <class Scalar, class Spans, class... Sizes>
void check_outputs(const Spans& out, Sizes... sizes) {
  static_assert(std::tuple_size_v<Spans> == sizeof...(Sizes),
                "ETAD-031: etad requires one trailing std::span for each result of the verb: "
                "value before gradient. Input spans are std::span<const T>.");
  std::apply(
      [&](const auto&... span) {
        static_assert(
            (std::same_as<typename std::remove_cvref_t<decltype(span)>::element_type, Scalar> &&
             ...),
            "ETAD-032: etad requires output spans of the scalar type of the call, the common type "
            "of its arguments; another element type was seen. Pass std::span<T>.");
        std::size_t part = 0;
        const auto check = [&](std::size_t seen, std::size_t required) {
          if (seen != required) throw_wrong_size(part, required, seen);
          ++part;
        };
        (check(span.size(), sizes), ...);
      },
      out);
}

/// The value and the gradient of the loss.
template <class Scan, class Wrt, bool WithValue>
struct scan_gradient {
  Scan scan;

  template <class... X>
  auto operator()(const X&... x) const {
    return run_time_call(*this, x...);
  }

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
      check_outputs<scalar>(out, std::size_t{1}, flat_size<Wrt>(run));
      flat_reverse<Wrt>(run, memory, scan.kept, seed, std::get<1>(out).data());
      std::get<0>(out)[0] = seed.value;
    } else {
      check_outputs<scalar>(out, flat_size<Wrt>(run));
      flat_reverse<Wrt>(run, memory, scan.kept, seed, std::get<0>(out).data());
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
struct scan_adjoint {
  Scan scan;

  template <class... X>
  auto operator()(const X&... x) const {
    return run_time_call(*this, x...);
  }

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
            check_outputs<scalar>(out, flat_size<Wrt>(run));
            flat_reverse<Wrt>(run, memory, scan.kept, seed, std::get<0>(out).data());
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
