// SPDX-License-Identifier: MIT
// Sweeps of dual numbers over arguments whose number of scalars is known at run time only.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <etad/call/duals/dual_call.hpp>
#include <etad/core/sized.hpp>
#include <etad/dual/workspace.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The scalar type of a call with arguments of any size.
template <class... A>
using run_time_scalar = std::common_type_t<scalar_of_leaf<typename sized<A>::scalar>...>;

/// Argument A with numbers of another type. `next` is where memory of the workspace is free.
template <class A, class Number>
class lifted_argument {
  using container = typename sized<A>::template rebind<Number>;

 public:
  lifted_argument(const A& a, Number*&) : numbers_(sized<A>::template like<container>(a)) {}
  static std::size_t borrowed(const A&) { return 0; }
  auto items() { return sized<container>::items(numbers_); }
  const container& passed() const { return numbers_; }

 private:
  container numbers_;
};

template <class Item, class Number>
class lifted_argument<std::span<const Item>, Number> {
  using item = typename shape<Item>::template rebind<Number>;

 public:
  lifted_argument(std::span<const Item> a, Number*&) : numbers_(a.size()) {}
  static std::size_t borrowed(std::span<const Item>) { return 0; }
  std::span<item> items() { return numbers_; }
  std::span<const item> passed() const { return numbers_; }

 private:
  std::vector<item> numbers_;
};

/// The numbers of a view of scalars lie in the workspace.
template <plain_scalar T, class Number>
  requires std::is_trivially_destructible_v<Number>
class lifted_argument<std::span<const T>, Number> {
 public:
  lifted_argument(std::span<const T> a, Number*& next) : numbers_(next, a.size()) {
    next += a.size();
  }
  static std::size_t borrowed(std::span<const T> a) { return a.size(); }
  std::span<Number> items() { return numbers_; }
  std::span<const Number> passed() const { return numbers_; }

 private:
  std::span<Number> numbers_;
};

/// The arguments of a call, lifted to Number, with the differentiated scalars counted through.
template <class F, class Wrt, class Number, class... A>
class run_time_arguments {
 public:
  using scalar = run_time_scalar<A...>;

  run_time_arguments(const workspace& memory, const A&... a)
      : run_time_arguments(
            first_free(memory, (std::size_t{0} + ... + lifted_argument<A, Number>::borrowed(a))),
            a...) {}

  std::size_t columns() const { return columns_; }

  /// Calls set(number j, j) for the differentiated scalars first <= j < last.
  template <class Set>
  void seed(std::size_t first, std::size_t last, Set set) {
    std::size_t j = 0;
    const auto visit = [&](Number& x) {
      if (first <= j && j < last) set(x, j);
      ++j;
    };
    each([&]<int Index>(std::integral_constant<int, Index>) {
      if constexpr (Wrt::selects(Index)) visit_items(std::get<Index>(arguments_).items(), visit);
    });
  }

  auto call(const F& f) const {
    return std::apply([&](const auto&... a) { return f(a.passed()...); }, arguments_);
  }

 private:
  static Number* first_free(const workspace& memory, std::size_t count) {
    if constexpr (std::is_trivially_destructible_v<Number>) {
      if (count != 0) return memory.template take<Number>(count);
    }
    return nullptr;
  }

  explicit run_time_arguments(Number* next, const A&... a)
      : arguments_{lifted_argument<A, Number>(a, next)...} {
    const auto all = std::tie(a...);
    each([&]<int Index>(std::integral_constant<int, Index>) {
      const auto& from = std::get<Index>(all);
      lift(sized<std::remove_cvref_t<decltype(from)>>::items(from),
           std::get<Index>(arguments_).items());
      if (Wrt::selects(Index)) columns_ += leaves_of(from);
    });
  }

  template <class Do>
  static void each(Do action) {
    [&]<int... Index>(std::integer_sequence<int, Index...>) {
      (action(std::integral_constant<int, Index>{}), ...);
    }
    (std::make_integer_sequence<int, static_cast<int>(sizeof...(A))>{});
  }
  template <class Items, class Visit>
  static void visit_items(Items items, Visit& visitor) {
    for (auto& item : items) shape_of<decltype(item)>::visit(item, visitor);
  }

  /// Two visits an item, so that its scalars meet.
  template <class From, class To>
  static void lift(From from, To to) {
    using item = typename From::element_type;
    std::array<scalar, static_cast<std::size_t>(at_least_one(shape_of<item>::leaves))> values{};
    for (std::size_t i = 0; i < from.size(); ++i) {
      std::size_t k = 0;
      const auto read = [&](const auto& leaf) { values[k++] = static_cast<scalar>(leaf); };
      shape_of<item>::visit(from[i], read);
      k = 0;
      const auto write = [&](Number& x) { x = Number(values[k++]); };
      shape_of<decltype(to[i])>::visit(to[i], write);
    }
  }

  std::tuple<lifted_argument<A, Number>...> arguments_;
  std::size_t columns_ = 0;
};

/// The value and a tangent of a number in a result of type Number; plain numbers are constants.
template <class Number, class Leaf>
decltype(auto) primal_in(const Leaf& leaf) {
  if constexpr (std::same_as<Leaf, Number>) {
    return value(leaf);
  } else {
    return static_cast<typename Number::primal_type>(leaf);
  }
}
template <class Number, class Leaf>
typename Number::primal_type tangent_in(const Leaf& leaf, [[maybe_unused]] int lane) {
  if constexpr (std::same_as<Leaf, Number>) {
    return tangent(leaf)[lane];
  } else {
    return typename Number::primal_type(0);
  }
}

/// Runs f on dual numbers as often as its columns need. Calls sink.start(y, rows, columns) once,
/// sink.value(i, y_i) for each number in f(x), sink.entry(i, j, dy_i/dx_j) for each of the Jacobian.
/// After the first run `go_on(rows, columns)` says whether the others are wanted.
template <class Wrt, class F, class Sink, class GoOn, class... A>
void sweep_forward(const F& f, const workspace& memory, Sink& sink, GoOn go_on, const A&... a) {
  using scalar = run_time_scalar<A...>;
  constexpr int lanes = lane_limit<scalar>;
  using number = level<F, scalar, lanes>;
  run_time_arguments<F, Wrt, number, A...> x(memory, a...);
  const std::size_t columns = x.columns();
  std::size_t first = 0;
  do {
    const std::size_t last = columns < first + lanes ? columns : first + lanes;
    const auto tangents = [&](scalar slope) {
      return [first, slope](number& leaf, std::size_t j) {
        leaf.set_tangent(static_cast<int>(j - first), slope);
      };
    };
    x.seed(first, last, tangents(scalar(1)));
    const auto y = x.call(f);
    if (first == 0) {
      sink.start(y, count_scalars(y), columns);
    }
    std::size_t i = 0;
    const auto take = [&](const auto& leaf) {
      if (first == 0) sink.value(i, primal_in<number>(leaf));
      for (std::size_t j = first; j < last; ++j) {
        sink.entry(i, j, tangent_in<number>(leaf, static_cast<int>(j - first)));
      }
      ++i;
    };
    visit_scalars(y, take);
    if (first == 0 && last < columns && !go_on(i, columns)) return;
    x.seed(first, last, tangents(scalar(0)));
    first = last;
  } while (first < columns);
}

}  // namespace etad::inline ETAD_ABI::detail
