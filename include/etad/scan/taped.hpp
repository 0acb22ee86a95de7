// SPDX-License-Identifier: MIT
// Recurrences of variables of a tape: one record, whose sweep is the reverse mode of the recurrence.
#pragma once

#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <etad/call/wrt.hpp>
#include <etad/scan/loss.hpp>
#include <etad/tape/external.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The numbers in an argument of a recurrence.
template <class A>
struct scan_number {
  using type = typename shape_of<A>::scalar;
};
template <>
struct scan_number<steps> {
  using type = double;
};
template <input_range A>
struct scan_number<A> {
  using type = typename shape_of<typename sequence<A>::element>::scalar;
};
template <class... X>
using deepest_in_scan = typename deepest<typename scan_number<X>::type...>::type;

/// Variables on a tape over variables whose operations are variables: the recurrence runs on them step by step.
template <class X>
inline constexpr bool runs_step_by_step = false;
template <class T>
inline constexpr bool runs_step_by_step<variable<T, eager>> = is_taped<T>;

template <class... X>
inline constexpr bool scans_variables =
    is_taped<deepest_in_scan<X...>> && !runs_step_by_step<deepest_in_scan<X...>>;

/// An argument with numbers of type U; inputs become a vector of their own.
template <class U, bool IsInputs, class A, class Convert>
auto scan_argument(const A& a, Convert convert) {
  if constexpr (std::same_as<A, steps>) {
    return a;
  } else if constexpr (IsInputs) {
    const sequence<A> from(a);
    std::vector<rebind<typename sequence<A>::element, U>> to;
    to.reserve(from.count);
    for (std::size_t i = 0; i < from.count; ++i) to.push_back(mapped<U>(from[i], convert));
    return to;
  } else {
    return mapped<U>(a, convert);
  }
}
template <class U, class Convert, class Initial, class Inputs, class... P>
auto scan_arguments(Convert convert, const Initial& initial, const Inputs& inputs, const P&... p) {
  return std::tuple(scan_argument<U, false>(initial, convert),
                    scan_argument<U, true>(inputs, convert),
                    scan_argument<U, false>(p, convert)...);
}

template <class U, class Result>
struct scan_result_of {
  using type = rebind<Result, U>;
};
template <class U, class Carry, class Output>
struct scan_result_of<U, scan_result<Carry, Output>> {
  using type = scan_result<rebind<Carry, U>, rebind<Output, U>>;
};
/// What a recurrence returned with other numbers: next(number) makes them one after the other.
template <class U, class Result, class Next>
auto converted_result(const Result& from, Next next) {
  typename scan_result_of<U, Result>::type to{};
  if constexpr (requires { to.outputs; }) to.outputs.resize(from.outputs.size());
  std::vector<U> numbers;
  const auto read = [&](const auto& x) { numbers.push_back(next(x)); };
  visit_scan_value(from, read);
  std::size_t k = 0;
  const auto write = [&](U& x) { x = numbers[k++]; };
  visit_scan_value(to, write);
  return to;
}

/// What a record keeps of a recurrence, and its sweep.
template <class T, class Scan, class Wanted, class Arguments>
struct recorded_scan {
  using result = decltype(std::apply(std::declval<const Scan&>(), std::declval<Arguments>()));

  Scan scan;
  Arguments arguments;
  result value;

  std::size_t bytes() const noexcept { return bytes_of<T>(arguments); }
  void operator()(std::span<const T> cotangents, std::span<T> adjoints) const {
    std::size_t k = 0;
    const auto weights = converted_result<T>(value, [&](const auto&) { return cotangents[k++]; });
    const auto slopes =
        std::apply([&](const auto&... x) { return vjp(scan, Wanted{})(x..., weights); }, arguments);
    k = 0;
    const auto take = [&](const auto& slope) { adjoints[k++] = static_cast<T>(slope); };
    visit_scalars(slopes, take);
  }
};

/// A recurrence of variables of a tape.
template <class Scan, class... X>
auto scan_variables(const Scan& scan, const X&... x) {
  using made = deepest_in_scan<X...>;
  using T = typename made::number;
  if constexpr (is_taped<T>) {
    using open = variable<T, eager>;
    const auto start = [](const auto& from, open& to) { to = open(from); };
    const auto result = std::apply(scan, scan_arguments<open>(start, x...));
    return converted_result<made>(result, [](const open& from) { return made(from); });
  } else {
    using wanted = std::remove_const_t<
        decltype(active_arguments<is_variable<typename scan_number<X>::type>...>())>;
    auto numbers = scan_arguments<T>(to_primal<T>{}, x...);
    using record = recorded_scan<T, Scan, wanted, decltype(numbers)>;
    std::vector<made> inputs;
    const auto note = [&](const auto& leaf) { inputs.push_back(made(leaf)); };
    const auto visit = [&](const auto& argument) {
      using A = std::remove_cvref_t<decltype(argument)>;
      if constexpr (!is_variable<typename scan_number<A>::type>) {
      } else if constexpr (input_range<A>) {
        const sequence<A> from(argument);
        for (std::size_t i = 0; i < from.count; ++i) {
          shape_of<typename sequence<A>::element>::visit(from[i], note);
        }
      } else {
        shape<A>::visit(argument, note);
      }
    };
    (visit(x), ...);
    recorder<T>* const tape = tape_within<T>(inputs);
    const auto value = std::apply(scan, numbers);
    if (tape == nullptr) {
      return converted_result<made>(value, [](const T& number) { return made(number); });
    }
    std::vector<T> results;
    const auto keep = [&](const T& number) { results.push_back(number); };
    visit_scan_value(value, keep);
    const auto y = record_external<typename made::style>(*tape, results, inputs,
                                                         record{scan, std::move(numbers), value});
    std::size_t k = 0;
    return converted_result<made>(value, [&](const auto&) { return y[k++]; });
  }
}

}  // namespace etad::inline ETAD_ABI::detail
