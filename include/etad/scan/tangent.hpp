// SPDX-License-Identifier: MIT
// The recurrence of carries with their tangents: a recurrence again, so that its reverse mode gives
// second derivatives.
#pragma once

#include <cstddef>
#include <iterator>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/scan/step.hpp>
#include <etad/verb/products.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A tuple of value and tangent for the carry and each argument that Wanted selects, for others the
/// value alone, to the same of the result. Traced, both share one program.
template <class Step, class Wanted>
struct tangent_step {
  [[no_unique_address]] Step step;

  template <class... A>
    requires(sizeof...(A) > 0)
  constexpr auto operator()(const A&... a) const {
    return compute(std::tie(a...), std::index_sequence_for<A...>{});
  }

 private:
  template <class All, std::size_t... Index>
  constexpr auto compute(const All& all, std::index_sequence<Index...>) const {
    const auto values = std::tuple_cat(value_of<Index>(all)...);
    const auto tangents = std::tuple_cat(tangent_of_argument<Index>(all)...);
    const auto after = std::apply(step, values);
    const auto change = std::apply(jvp(step, Wanted{}), std::tuple_cat(values, tangents));
    using carry = std::tuple_element_t<0, decltype(values)>;
    if constexpr (has_output<std::remove_cvref_t<decltype(after)>, carry>()) {
      return std::tuple(std::tuple(std::get<0>(after), std::get<0>(change)),
                        std::tuple(std::get<1>(after), std::get<1>(change)));
    } else {
      return std::tuple(after, change);
    }
  }
  template <std::size_t Index, class All>
  static constexpr auto value_of(const All& all) {
    if constexpr (Wanted::selects(static_cast<int>(Index))) {
      return std::make_tuple(std::get<0>(std::get<Index>(all)));
    } else {
      return std::make_tuple(std::get<Index>(all));
    }
  }
  template <std::size_t Index, class All>
  static constexpr auto tangent_of_argument(const All& all) {
    if constexpr (Wanted::selects(static_cast<int>(Index))) {
      return std::make_tuple(std::get<1>(std::get<Index>(all)));
    } else {
      return std::tuple<>{};
    }
  }
};

template <class Step, class Wanted>
inline constexpr bool is_opaque<tangent_step<Step, Wanted>> = is_opaque<Step>;

/// The derivative of a loss along the tangents of the final carry and of the sum of outputs.
template <class Loss>
struct tangent_loss {
  [[no_unique_address]] Loss loss;

  template <class Carry>
  constexpr auto operator()(const Carry& carry) const {
    return jvp(loss)(std::get<0>(carry), std::get<1>(carry));
  }
  template <class Carry, class Total>
  constexpr auto operator()(const Carry& carry, const Total& total) const {
    if constexpr (std::is_invocable_v<const Loss&, const std::tuple_element_t<0, Carry>&,
                                      const std::tuple_element_t<0, Total>&>) {
      return jvp(loss)(std::get<0>(carry), std::get<0>(total), std::get<1>(carry),
                       std::get<1>(total));
    } else {
      return (*this)(carry);
    }
  }
};

/// Inputs with their tangents.
template <class Inputs, class Tangents>
struct zipped_inputs {
  const Inputs& inputs;
  const Tangents& tangents;
};
template <class Inputs, class Tangents>
struct sequence<zipped_inputs<Inputs, Tangents>> {
  static constexpr bool has_inputs = true;
  sequence<Inputs> inputs;
  sequence<Tangents> tangents;
  std::size_t count = inputs.count;
  constexpr explicit sequence(const zipped_inputs<Inputs, Tangents>& given)
      : inputs(given.inputs), tangents(given.tangents) {}
  using element =
      std::tuple<typename sequence<Inputs>::element, typename sequence<Tangents>::element>;
  constexpr element operator[](std::size_t i) const { return {inputs[i], tangents[i]}; }
};

}  // namespace etad::inline ETAD_ABI::detail
