// SPDX-License-Identifier: MIT
// Structures as flat arrays and back, for solvers that know arrays only.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>

#include <etad/call/run_time/sizes.hpp>
#include <etad/call/traced/call.hpp>
#include <etad/tape/containers.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// How many elements a container has, or -1 if only its value tells.
template <class Numbers>
inline constexpr long fixed_size = -1;
template <class Numbers>
  requires requires { std::tuple_size<Numbers>::value; }
inline constexpr long fixed_size<Numbers> = static_cast<long>(std::tuple_size<Numbers>::value);
template <class Numbers>
  requires(Numbers::extent != static_cast<std::size_t>(-1))
inline constexpr long fixed_size<Numbers> = static_cast<long>(Numbers::extent);

template <class A, class Numbers>
constexpr void fill_leaves(A& a, const Numbers& numbers) {
  constexpr long required = shape<A>::leaves;
  constexpr long fixed = fixed_size<Numbers>;
  static_assert(
      fixed == -1 || fixed == required,
      "ETAD-035: etad::unravel requires as many numbers as the structure has; there are more "
      "or fewer. Pass what etad::ravel made of such a structure.");
  if (fixed == -1 && static_cast<long>(std::size(numbers)) != required) {
    throw_wrong_count(required, std::size(numbers));
  }
  decltype(std::size(numbers)) next = 0;
  const auto fill = [&](auto& leaf) { leaf = numbers[next++]; };
  shape<A>::visit(a, fill);
}

template <class A, class Numbers>
using unravelled =
    rebind<A, scalar_of_leaf<std::remove_cvref_t<decltype(std::declval<const Numbers&>()[0])>>>;

}  // namespace detail

/// The numbers of an argument or result of a fixed shape as one std::array, in the order in which
/// Jacobians and Hessians count them: members and items from first to last, each with all that is in it.
/// Their type is the scalar type of a call with a. Data in structures are left out.
///
///   static_assert(etad::ravel(std::pair{1.0, std::array{2.0, 3.0}}) == std::array{1.0, 2.0, 3.0});
template <class A>
  requires detail::argument<detail::settled_type<A>>
constexpr auto ravel(const A& a) {
  if constexpr (detail::is_unsettled<A>) {
    return ravel(detail::settled(a));
  } else {
    using scalar = typename detail::call_scalar<A>::type;
    std::array<scalar, static_cast<std::size_t>(detail::shape<A>::leaves)> numbers{};
    std::size_t next = 0;
    const auto add = [&](const auto& leaf) { numbers[next++] = static_cast<scalar>(leaf); };
    detail::shape<A>::visit(a, add);
    return numbers;
  }
}

/// The way back: unravel<A>(ravel(a)) == a. The numbers, a std::array, std::span, std::vector or the like,
/// decide the scalar of the structure, so that the parameters of a callable may be unravelled in it:
///
///   [](const auto& p) { const auto m = etad::unravel<model<double>>(p); ... }
///
/// Errors: ETAD-035 if there are more numbers or fewer, at compile time if the type tells, otherwise the
/// exception std::invalid_argument; ETAD-055 if A has data, which unravel(numbers, like) copies.
template <detail::argument A, class Numbers>
constexpr auto unravel(const Numbers& numbers) {
  static_assert(
      !detail::holds_data<A>,
      "ETAD-055: etad::unravel<A>(numbers) requires a structure of numbers; A has members "
      "that are none. Pass a structure that has them: etad::unravel(numbers, like).");
  detail::unravelled<A, Numbers> a{};
  detail::fill_leaves(a, numbers);
  return a;
}

/// The same in the shape of `like`, with its data.
template <class Numbers, detail::argument A>
constexpr auto unravel(const Numbers& numbers, const A& like) {
  detail::unravelled<A, Numbers> a{};
  detail::data_members<A>::copy(a, like);
  detail::fill_leaves(a, numbers);
  return a;
}

}  // namespace etad::inline ETAD_ABI
