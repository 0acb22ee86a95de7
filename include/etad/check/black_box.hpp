// SPDX-License-Identifier: MIT
// Differences of a callable of which nothing is known but that it can be called.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <etad/call/duals/data_call.hpp>
#include <etad/call/run_time/sweep.hpp>
#include <etad/check/extrapolated_difference.hpp>

namespace etad::inline ETAD_ABI::detail {

/// An argument that is made of numbers, whatever their count.
template <class A>
concept made_of_numbers = requires {
  typename sized<A>::scalar;
  requires plain_scalar<typename sized<A>::scalar> ||
      std::is_arithmetic_v<typename sized<A>::scalar>;
};

/// What of the arguments A a difference moves: those that Wrt selects, and which are numbers.
template <class Wrt, class... A>
struct moved_arguments {
  static constexpr std::size_t count = [] {
    std::size_t n = 0;
    int k = 0;
    ((n += (Wrt::selects(k++) && made_of_numbers<A>) ? 1 : 0), ...);
    return n;
  }();
  /// Their positions.
  static constexpr auto positions = [] {
    std::array<int, count> found{};
    std::size_t n = 0;
    int k = 0;
    ((Wrt::selects(k) && made_of_numbers<A> ? void(found[n++] = k) : void(), ++k), ...);
    return found;
  }();

  template <std::size_t... Index>
  static auto as_wrt(std::index_sequence<Index...>) -> wrt_t<positions[Index]...>;
  using wrt = decltype(as_wrt(std::make_index_sequence<count>{}));

  /// Calls use(a...) with these arguments alone.
  template <class Use>
  static constexpr decltype(auto) with(Use use, const A&... a) {
    const auto all = std::tie(a...);
    return [&]<std::size_t... Index>(std::index_sequence<Index...>)->decltype(auto) {
      return use(std::get<static_cast<std::size_t>(positions[Index])>(all)...);
    }
    (std::make_index_sequence<count>{});
  }
};

/// F as a function of the moved ones of its arguments; the others stay what they are.
template <class F, class Moved, class... A>
struct function_of_moved {
  const F& callable;
  std::tuple<const A&...> all;

  template <class... X>
    requires(sizeof...(X) == Moved::count)
  constexpr decltype(auto) operator()(const X&... x) const {
    return call(std::tie(x...), std::index_sequence_for<A...>{});
  }

 private:
  template <class Values, std::size_t... Index>
  constexpr decltype(auto) call(const Values& values, std::index_sequence<Index...>) const {
    // By std::apply, under which compilers do not warn that f takes float.
    return std::apply(callable, std::tie(pick<Index>(values)...));
  }
  template <std::size_t Index>
  constexpr const auto& pick(const auto& values) const {
    if constexpr (Moved::wrt::selects(static_cast<int>(Index))) {
      return std::get<selected_before<typename Moved::wrt>(Index)>(values);
    } else {
      return std::get<Index>(all);
    }
  }
};

/// What F gets at position Index of A when scalars of the moved arguments are Number.
template <class Moved, class Number, std::size_t Index, class A>
auto passed_in_place_of() {
  if constexpr (Moved::wrt::selects(static_cast<int>(Index))) {
    return std::type_identity<typename sized<A>::template rebind<Number>>{};
  } else {
    return std::type_identity<A>{};
  }
}
template <class F, class Moved, class Number, class... A>
constexpr bool takes_numbers() {
  return []<std::size_t... Index>(std::index_sequence<Index...>) {
    return std::is_invocable_v<
        const F&, const typename decltype(passed_in_place_of<Moved, Number, Index, A>())::type&...>;
  }
  (std::index_sequence_for<A...>{});
}

/// Steps at a point of a function that has no digits to spare: from about a tenth of x, or of 1,
/// downwards. The factor is no round number, so that steps do not meet the period of a function.
template <class T>
constexpr difference_steps<T> steps_of_black_box(const T& x, const T& roundoff) {
  int count = 30;
  if (x == T(0)) {
    count = 45;
  } else {
    for (T scale(1); magnitude(x) < scale; scale = T(scale / T(2))) ++count;
  }
  return {T(T(0.1127) * larger(magnitude(x), T(1))), count, T(0), roundoff};
}

/// All derivatives of f by the arguments that Wrt selects; the scalars of all are Number. Calls
/// sink.start(y, rows, columns) once, then sink.column(j, x_j, derivatives, values) for each variable;
/// `steps_at(x, roundoff)` chooses the steps.
template <class Number, class Wrt, class F, class StepsAt, class Sink, class... A>
void difference_columns(const F& f, StepsAt steps_at, Sink& sink, const A&... a) {
  const workspace memory;
  run_time_arguments<F, Wrt, Number, A...> x(memory, a...);
  Number roundoff = unit_roundoff<Number>();
  const auto values_of = [&](const auto& y) {
    std::vector<Number> values;
    const auto take = [&]<class Leaf>(const Leaf& leaf) {
      values.push_back(static_cast<Number>(leaf));
      if constexpr (std::is_floating_point_v<Leaf>) {
        roundoff = larger(roundoff, Number(unit_roundoff<Leaf>()));
      }
    };
    visit_scalars(y, take);
    return values;
  };
  const auto at_point = x.call(f);
  const std::vector<Number> base = values_of(at_point);
  sink.start(at_point, base.size(), x.columns());
  for (std::size_t j = 0; j < x.columns(); ++j) {
    Number centre{};
    x.seed(j, j + 1, [&](Number& leaf, std::size_t) { centre = leaf; });
    const auto put = [&](const Number& at) {
      x.seed(j, j + 1, [&](Number& leaf, std::size_t) { leaf = at; });
    };
    const auto evaluate = [&](const Number& at) {
      put(at);
      return values_of(x.call(f));
    };
    std::vector<typename Sink::difference> column(base.size());
    difference_column(evaluate, centre, steps_at(centre, roundoff), column, base);
    put(centre);
    sink.column(j, centre, column, base);
  }
}

}  // namespace etad::inline ETAD_ABI::detail
