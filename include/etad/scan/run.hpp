// SPDX-License-Identifier: MIT
// How a recurrence runs, forward and in reverse.
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/scan/checkpoints.hpp>
#include <etad/scan/code.hpp>
#include <etad/scan/step.hpp>
#include <etad/scan/store.hpp>
#include <etad/verb/products.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A recurrence on arguments of these types: Initial for the carry, Inputs a range or `steps`, and
/// parameters P....
template <class Step, class Initial, class Inputs, class... P>
class scan_run {
 public:
  static constexpr bool has_inputs = sequence<Inputs>::has_inputs;
  using scalar = typename input_type<Inputs>::template scalar<Initial, P...>;
  using carry = rebind<Initial, scalar>;
  using input = typename input_type<Inputs>::template type<scalar>;
  using step_type = uniform_step<Step>;

  template <class... Rest>
  using code_with = scan_code<step_type, scalar, carry, Rest...>;
  static auto find_code() {
    if constexpr (has_inputs) {
      return std::type_identity<code_with<input, rebind<P, scalar>...>>{};
    } else {
      return std::type_identity<code_with<rebind<P, scalar>...>>{};
    }
  }
  using code = typename decltype(find_code())::type;
  using output = typename code::output;
  static constexpr bool with_output = code::with_output;

  using all_parameters = std::tuple<rebind<P, scalar>...>;

  constexpr scan_run(const Step& step, const Initial& initial, const Inputs& inputs, const P&... p)
      : step_{step},
        initial_(with_leaves<carry>(initial)),
        inputs_(inputs),
        parameters_(with_leaves<rebind<P, scalar>>(p)...) {}

  constexpr std::size_t count() const { return inputs_.count; }

  /// A sum of outputs that is empty yet.
  static constexpr output no_outputs() {
    output zero{};
    if constexpr (with_output) {
      const auto clear = [](auto& leaf) { leaf = scalar(0); };
      shape<output>::visit(zero, clear);
    }
    return zero;
  }

  /// The final carry; calls on_output(i, output) at each step.
  template <class OnOutput>
  constexpr carry forward(OnOutput on_output) const {
    // In a traced function, all steps are written out. Where they are many, that ends at once, and the
    // function runs on dual numbers.
    if constexpr (symbolic<scalar>) {
      if (inputs_.count > 256) error_program_too_long();
    }
    carry now = initial_;
    for (std::size_t i = 0; i < inputs_.count; ++i) {
      carry next;
      output out;
      step(i, next, out, now);
      if constexpr (with_output) on_output(i, out);
      now = next;
    }
    return now;
  }

  /// The adjoints, by the adjoint of each step, from the last to the first. seed(carry, total) gets the
  /// final carry and the sum of all outputs, and returns the adjoint of that carry;
  /// seed.output_slope(i) is the adjoint of output i; on_input(i, adjoint) gets those of the inputs, if
  /// Wrt selects them.
  template <class Wrt, class Seed, class OnInput>
  auto reverse(const workspace& memory, const checkpoints& kept, Seed& seed,
               OnInput on_input) const {
    using wanted = decltype(inner<Wrt>());
    constexpr bool inputs_wanted = has_inputs && Wrt::selects(1);
    const std::size_t all = inputs_.count;
    const std::size_t room = kept.count() < all ? kept.count() : all;
    carry_store<carry> store(memory, room, all);
    carry now = initial_;
    output total = no_outputs();
    carry slope = now;
    auto sums = parameter_sums(wanted{});
    if (all == 0) {
      slope = seed(now, total);
      return scan_slopes<carry, decltype(sums)>{slope, sums};
    }

    store.put(0, 0, now);
    std::size_t top = 0;
    for (std::size_t end = all; end > 0; --end) {
      // From the last carry that is kept to the argument of step end - 1, keeping others on the way.
      std::size_t at = store.place(top);
      now = store[top];
      while (at + 1 < end) {
        const std::size_t free = room - 1 - top;
        const bool keep_each = free >= end - 1 - at;
        const std::size_t goal =
            keep_each || free == 0 ? end - 1 : at + next_checkpoint(end - at, free + 1);
        while (at < goal) {
          carry next;
          output out;
          step(at, next, out, now);
          if constexpr (with_output) {
            if (end == all) add_leaves(total, out);
          }
          now = next;
          ++at;
          if (keep_each) store.put(++top, at, now);
        }
        if (!keep_each && free != 0) store.put(++top, at, now);
      }
      if (end == all) {
        carry next;
        output out;
        step(at, next, out, now);
        if constexpr (with_output) add_leaves(total, out);
        slope = seed(next, total);
      }
      const auto slopes = adjoint(wanted{}, at, now, slope, seed);
      slope = std::get<0>(slopes);
      if constexpr (inputs_wanted) on_input(at, std::get<1>(slopes));
      add_parameters<inputs_wanted ? 2 : 1>(
          sums, slopes, std::make_index_sequence<std::tuple_size_v<decltype(sums)>>{});
      if (store.place(top) == at && top > 0) --top;
    }
    return scan_slopes<carry, decltype(sums)>{slope, sums};
  }

  /// wrt for the step, of Wrt for the recurrence.
  template <class Wrt>
  static constexpr auto inner() {
    constexpr int before = has_inputs ? 2 : 1;
    return inner_wrt<Wrt, 2 - before, before + static_cast<int>(sizeof...(P))>();
  }

  /// Zeros for the selected parameters.
  template <class Wanted>
  static constexpr auto parameter_sums(Wanted) {
    return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      constexpr int before = has_inputs ? 2 : 1;
      return std::tuple_cat([&] {
        if constexpr (Wanted::selects(static_cast<int>(Index) + before)) {
          std::tuple<std::tuple_element_t<Index, all_parameters>> zero{};
          const auto clear = [](auto& leaf) { leaf = scalar(0); };
          shape_of<decltype(zero)>::visit(zero, clear);
          return zero;
        } else {
          return std::tuple<>{};
        }
      }()...);
    }
    (std::index_sequence_for<P...>{});
  }
  template <class Wrt>
  using selected_parameters = decltype(parameter_sums(inner<Wrt>()));

 private:
  constexpr decltype(auto) input_at(std::size_t i) const {
    if constexpr (std::same_as<typename sequence<Inputs>::element, input>) {
      return inputs_[i];
    } else {
      return with_leaves<input>(inputs_[i]);
    }
  }

  [[gnu::always_inline]] constexpr void step(std::size_t i, carry& next, output& out,
                                             const carry& now) const {
    step_with(i, next, out, now, std::index_sequence_for<P...>{});
  }
  template <std::size_t... Index>
  [[gnu::always_inline]] constexpr void step_with(std::size_t i, carry& next, output& out,
                                                  const carry& now,
                                                  std::index_sequence<Index...>) const {
    if constexpr (has_inputs) {
      code::run(step_, next, out, now, input_at(i), std::get<Index>(parameters_)...);
    } else {
      code::run(step_, next, out, now, std::get<Index>(parameters_)...);
    }
  }

  template <class Wanted, class Seed>
  [[gnu::always_inline]] auto adjoint(Wanted, std::size_t i, const carry& now, const carry& slope,
                                      const Seed& seed) const {
    if constexpr (with_output) {
      const output& weight = seed.output_slope(i);
      return adjoint_with(Wanted{}, i, now, std::tuple<const carry&, const output&>(slope, weight),
                          std::index_sequence_for<P...>{});
    } else {
      return adjoint_with(Wanted{}, i, now, slope, std::index_sequence_for<P...>{});
    }
  }
  template <class Wanted, class Weight, std::size_t... Index>
  [[gnu::always_inline]] auto adjoint_with(Wanted, std::size_t i, const carry& now,
                                           const Weight& weight,
                                           std::index_sequence<Index...>) const {
    const auto pull = vjp(step_, Wanted{});
    const auto call = [&](const auto&... rest) __attribute__((always_inline)) {
      return pull(now, rest..., std::get<Index>(parameters_)..., weight);
    };
    const auto all = [&]() __attribute__((always_inline)) {
      if constexpr (has_inputs) {
        return call(input_at(i));
      } else {
        return call();
      }
    };
    if constexpr (Wanted::count == 1) {
      return std::make_tuple(all());
    } else {
      return all();
    }
  }

  template <std::size_t Before, class Sums, class Slopes, std::size_t... Index>
  [[gnu::always_inline]] static constexpr void add_parameters(Sums& sums, const Slopes& slopes,
                                                              std::index_sequence<Index...>) {
    (add_leaves(std::get<Index>(sums), std::get<Before + Index>(slopes)), ...);
  }

  [[no_unique_address]] step_type step_;
  carry initial_;
  sequence<Inputs> inputs_;
  all_parameters parameters_;
};

}  // namespace etad::inline ETAD_ABI::detail
