// SPDX-License-Identifier: MIT
// The step of a recurrence in one form, and the sequences it runs over.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/call/formula/formula_route.hpp>
#include <etad/call/traced/call.hpp>
#include <etad/core/invalid_argument.hpp>

namespace etad::inline ETAD_ABI {

/// In place of inputs: so many steps without any, `scan(step)(initial, steps(100), parameters...)`.
/// Throws std::invalid_argument (ETAD-156) of a negative number.
struct steps {
  std::size_t count;
  template <std::integral Number>
  constexpr explicit steps(Number number) : count(static_cast<std::size_t>(number)) {
    if (std::cmp_less(number, 0)) {
      detail::throw_invalid_argument(
          "ETAD-156: etad::steps requires a number of steps, 0 or more; a negative one was seen. "
          "Check the count before the call.");
    }
  }
};

namespace detail {

template <class R>
inline constexpr bool is_two = false;
template <class First, class Second>
inline constexpr bool is_two<std::pair<First, Second>> = true;
template <class First, class Second>
inline constexpr bool is_two<std::tuple<First, Second>> = true;

template <class A, class Other>
constexpr bool same_shape() {
  if constexpr (argument<A> && argument<Other>) {
    return std::same_as<rebind<A, double>, rebind<Other, double>>;
  } else {
    return false;
  }
}

/// A new carry and an output. What has the shape of the carry cannot have it as its first part, too, so
/// nothing is taken for the other.
template <class R, class Carry>
constexpr bool has_output() {
  if constexpr (is_two<R>) {
    return same_shape<std::tuple_element_t<0, R>, Carry>();
  } else {
    return false;
  }
}

/// The step, returning a carry or a std::tuple of a carry and an output.
template <class Step>
struct uniform_step {
  [[no_unique_address]] Step step;

  template <class Carry, class... A>
    requires std::is_invocable_v<const Step&, const Carry&, const A&...>
  constexpr auto operator()(const Carry& carry, const A&... a) const {
    using result =
        std::remove_cvref_t<std::invoke_result_t<const Step&, const Carry&, const A&...>>;
    static_assert(
        same_shape<result, Carry>() || has_output<result, Carry>(),
        "ETAD-064: etad::scan(step) requires step(carry, input, parameters...) to return "
        "a carry of the shape of its first argument, or a std::pair or std::tuple of such "
        "a carry and an output; another shape was seen.");
    if constexpr (has_output<result, Carry>()) {
      const result both = step(carry, a...);
      return std::tuple(std::get<0>(both), std::get<1>(both));
    } else {
      return step(carry, a...);
    }
  }
};

template <class Step>
inline constexpr bool is_opaque<uniform_step<Step>> = is_opaque<Step>;
template <class Step>
inline constexpr bool hides_its_body<uniform_step<Step>> = true;

template <class A>
concept input_range = requires(const A& a) {
  std::data(a)[0];
  std::size(a);
};

/// The inputs of a call: how many, and which.
template <class Inputs>
struct sequence;
template <>
struct sequence<steps> {
  static constexpr bool has_inputs = false;
  std::size_t count;
  constexpr explicit sequence(const steps& given) : count(given.count) {}
};
template <input_range Inputs>
struct sequence<Inputs> {
  static constexpr bool has_inputs = true;
  using element = std::remove_cvref_t<decltype(std::data(std::declval<const Inputs&>())[0])>;
  const element* first;
  std::size_t count;
  constexpr explicit sequence(const Inputs& given)
      : first(std::data(given)), count(std::size(given)) {}
  constexpr const element& operator[](std::size_t i) const { return first[i]; }
};

/// A value with the leaves of `from` as its own.
template <class To, class From>
[[gnu::always_inline]] constexpr void assign_leaves(To& to, const From& from) {
  if constexpr (std::same_as<To, From>) {
    to = from;
  } else {
    using scalar = typename shape<To>::scalar;
    std::array<scalar, static_cast<std::size_t>(at_least_one(leaf_count<From>))> leaves{};
    std::size_t k = 0;
    const auto read = [&](const auto& leaf) { leaves[k++] = static_cast<scalar>(leaf); };
    shape_of<From>::visit(from, read);
    k = 0;
    const auto write = [&](scalar& leaf) { leaf = leaves[k++]; };
    shape<To>::visit(to, write);
  }
}

template <class To, class From>
constexpr To with_leaves(const From& from) {
  To to{};
  assign_leaves(to, from);
  return to;
}

template <class A>
[[gnu::always_inline]] constexpr void add_leaves(A& sum, const A& more) {
  const typename shape<A>::scalar* terms[at_least_one(leaf_count<A>)] = {};
  int k = 0;
  const auto find = [&](const auto& leaf) { terms[k++] = &leaf; };
  shape<A>::visit(more, find);
  k = 0;
  const auto add = [&](auto& leaf) { leaf += *terms[k++]; };
  shape<A>::visit(sum, add);
}

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
