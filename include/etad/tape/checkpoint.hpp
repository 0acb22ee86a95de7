// SPDX-License-Identifier: MIT
// Functions that are run again in the sweep in place of being recorded.
#pragma once

#include <span>
#include <tuple>
#include <type_traits>
#include <vector>

#include <etad/tape/external.hpp>
#include <etad/tape/sweep.hpp>

namespace etad::inline ETAD_ABI {

template <class T>
class tape;

namespace detail {

/// How an argument X of a checkpoint on a tape over T enters each run: numbers of the tape as inputs of the record, all
/// others as the data that they are.
template <class T, class X>
struct checkpoint_input {
  using scalar = scalar_within<X>;
  static constexpr bool active =
      is_variable_over<scalar, T> || (std::same_as<scalar, T> && !std::is_arithmetic_v<T>);
  using number = std::conditional_t<
      active, typename run_number<T>::type,
      std::conditional_t<std::is_floating_point_v<scalar> && std::is_floating_point_v<T>, T,
                         scalar>>;

  static auto values(const X& x) {
    return mapped<number>(x, [](const auto& from, number& to) {
      using leaf = std::remove_cvref_t<decltype(from)>;
      if constexpr (is_variable_over<leaf, T>) {
        to = run_number<T>::to(from.value());
      } else if constexpr (active) {
        to = run_number<T>::to(static_cast<T>(from));
      } else {
        to = static_cast<number>(from);
      }
    });
  }
  using kept = decltype(values(std::declval<const X&>()));
  static auto tied(const X& x) {
    if constexpr (active) {
      return std::tie(x);
    } else {
      return std::tuple<>();
    }
  }
};

/// The sweep through a checkpoint: f is recorded on a tape of its own.
template <class T, class F, class Values, bool... Active>
struct repeated_run {
  F f;
  Values values;

  std::size_t bytes() const noexcept { return bytes_of<T>(values); }
  void operator()(std::span<const T> cotangents, std::span<T> products) const {
    tape<T> inner;
    const auto arguments = std::apply(
        [&](const auto&... v) {
          return std::tuple<decltype(argument_of<Active>(inner, v))...>(
              argument_of<Active>(inner, v)...);
        },
        values);
    const auto y = std::apply(f, arguments);

    std::vector<T> adjoints(inner.records().count() + std::size_t{1}, T(0));
    std::size_t k = 0;
    const auto add = [&](const auto& leaf) {
      const variable<T> result(leaf);
      if (!result.is_constant()) adjoints[result.index()] += cotangents[k];
      ++k;
    };
    visit_scalars(y, add);
    sweep(inner.records(), adjoints.data());
    k = 0;
    const auto take = [&](const auto& leaf) {
      if constexpr (is_variable_over<std::remove_cvref_t<decltype(leaf)>, T>) {
        products[k++] += adjoints[leaf.index()];
      }
    };
    visit_scalars(arguments, take);
  }

 private:
  template <bool IsActive, class V>
  static decltype(auto) argument_of([[maybe_unused]] tape<T>& inner, const V& v) {
    if constexpr (IsActive) {
      return inner.template variables<eager>(v);
    } else {
      return (v);
    }
  }
};

/// f(x...) as one record of the tape.
template <class T, class F, class... X>
auto checkpoint_of(tape<T>& on, F f, const X&... x) {
  std::tuple<typename checkpoint_input<T, X>::kept...> values{checkpoint_input<T, X>::values(x)...};
  constexpr bool changes_itself =
      std::is_invocable_v<F&, typename checkpoint_input<T, X>::kept&...> &&
      !std::is_invocable_v<const F&, typename checkpoint_input<T, X>::kept&...>;
  static_assert(!changes_itself,
                "ETAD-157: etad::tape::checkpoint(f, x...) requires an f whose call operator is "
                "const, because each sweep runs it again; a mutable lambda or a call operator "
                "that is not const was seen. Drop mutable, or keep what it changes outside and "
                "capture that by reference.");
  if constexpr (!changes_itself) {
    const auto result = std::apply(f, values);
    const auto numbers =
        mapped<T>(settled(result), [](const auto& from, T& to) { to = run_number<T>::from(from); });
    return on.record(numbers, std::tuple_cat(checkpoint_input<T, X>::tied(x)...),
                     repeated_run<T, F, decltype(values), checkpoint_input<T, X>::active...>{
                         std::move(f), std::move(values)});
  }
}

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
