// SPDX-License-Identifier: MIT
// Reverse mode of recurrences with results in the shape of the arguments, or in memory of the caller.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <etad/call/run_time/sizes.hpp>
#include <etad/scan/run.hpp>

namespace etad::inline ETAD_ABI::detail {

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

template <class Pick, class A>
inline constexpr auto picked_leaves =
    static_cast<std::size_t>(leaf_count<decltype(Pick::of(std::declval<const A&>()))>);

/// How many numbers flat_reverse writes.
template <class Wrt, class Pick, class Run>
std::size_t flat_size(const Run& run) {
  std::size_t size = 0;
  if (Wrt::selects(0)) size += picked_leaves<Pick, typename Run::carry>;
  if constexpr (Run::has_inputs && Wrt::selects(1)) {
    size += run.count() * picked_leaves<Pick, typename Run::input>;
  }
  return size + []<class... P>(std::type_identity<std::tuple<P...>>) {
    return (std::size_t{0} + ... + picked_leaves<Pick, P>);
  }(std::type_identity<typename Run::template selected_parameters<Wrt>>{});
}

/// The same, one number after the other, into memory of the caller.
template <class Wrt, class Pick, class Run, class Seed>
void flat_reverse(const Run& run, const workspace& memory, const checkpoints& kept, Seed& seed,
                  typename Run::scalar* to) {
  using scalar = typename Run::scalar;
  const auto append = [](scalar*& at, const auto& slope) {
    const auto& a = Pick::of(slope);
    const auto copy = [&](const scalar& leaf) { *at++ = leaf; };
    shape_of<decltype(a)>::visit(a, copy);
  };
  scalar* const inputs = to + (Wrt::selects(0) ? picked_leaves<Pick, typename Run::carry> : 0);
  scalar* parameters = inputs;
  const auto finish = [&](const auto& slopes) {
    scalar* at = to;
    if constexpr (Wrt::selects(0)) append(at, slopes.carry);
    std::apply([&](const auto&... slope) { (append(parameters, slope), ...); }, slopes.parameters);
  };
  if constexpr (Run::has_inputs && Wrt::selects(1)) {
    using input = typename Run::input;
    constexpr std::size_t leaves = picked_leaves<Pick, input>;
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

}  // namespace etad::inline ETAD_ABI::detail
