// SPDX-License-Identifier: MIT
// A function mapped over variables of a tape: one record, whose partials are worked out again in the sweep, in lanes.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <tuple>
#include <vector>

#include <etad/batch/vmap.hpp>
#include <etad/tape/tape.hpp>
#include <etad/verb/products.hpp>

namespace etad::inline ETAD_ABI {

/// The numbers at some places of a range, in the order of these places; what gather() returns.
template <class Number>
struct gathered {
  std::span<const Number> from;
  std::span<const std::size_t> places;
};

/// x[places[0]], x[places[1]], ... as an argument of map. Both must live until map returns.
template <class Number>
gathered<Number> gather(const std::vector<Number>& x, std::span<const std::size_t> places) {
  return {x, places};
}

namespace detail {

/// An argument of map: numbers or variables, one for each element or one for all. `at` gives the i-th.
template <class A>
struct map_argument {
  using element = A;
  static constexpr bool is_shared = true;
  static std::size_t size(const A&) { return 1; }
  static const A& at(const A& a, std::size_t) { return a; }
};
template <class X>
struct map_range {
  using element = std::remove_cv_t<X>;
  static constexpr bool is_shared = false;
  static std::size_t size(std::span<const X> a) { return a.size(); }
  static const X& at(std::span<const X> a, std::size_t i) { return a[i]; }
};
template <class X>
struct map_argument<std::vector<X>> : map_range<X> {};
template <class X>
struct map_argument<std::span<X>> : map_range<std::remove_cv_t<X>> {};
template <class Number>
struct map_argument<gathered<Number>> {
  using element = Number;
  static constexpr bool is_shared = false;
  static std::size_t size(const gathered<Number>& a) { return a.places.size(); }
  static const Number& at(const gathered<Number>& a, std::size_t i) {
    if (a.places[i] >= a.from.size()) {
      throw_invalid_argument(
          "ETAD-144: etad::gather(x, places) requires places within x; one beyond its end was "
          "seen.");
    }
    return a.from[a.places[i]];
  }
};

/// What a record keeps of an argument: values, and where they stand on the tape.
template <class T, bool Active>
struct mapped_input {
  std::vector<T> values;
  /// Empty if the values stand one behind the other from `first` on, or all on none.
  std::vector<tape_index> indices;
  tape_index first = 0;

  std::size_t bytes() const noexcept {
    return values.size() * sizeof(T) + indices.size() * sizeof(tape_index);
  }
  void note(std::vector<tape_index>& to) const {
    to.insert(to.end(), indices.begin(), indices.end());
    if (!indices.empty() || first == 0) return;
    for (std::size_t k = 0; k < values.size(); ++k)
      to.push_back(first + static_cast<tape_index>(k));
  }
  void scatter(T* adjoints, std::size_t at, std::size_t count, const T* products,
               const T* cotangents) const {
    for (std::size_t i = 0; i < count; ++i) {
      if (cotangents[i] == T(0)) continue;
      const tape_index index = values.size() == 1 ? first
                               : indices.empty()  ? first + static_cast<tape_index>(at + i)
                                                  : indices[at + i];
      if (index != 0) adjoints[index] += products[i];
    }
  }
};

template <class T, class A>
mapped_input<T, is_variable<typename map_argument<A>::element>> read_input(const A& a,
                                                                           recorder<T>*& tape) {
  using argument = map_argument<A>;
  mapped_input<T, is_variable<typename argument::element>> input;
  const std::size_t count = argument::size(a);
  input.values.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto& x = argument::at(a, i);
    if constexpr (is_variable<typename argument::element>) {
      if (x.tape() != nullptr) {
        if (tape == nullptr) tape = x.tape();
        if (x.tape() != tape) refuse_other_tape();
      }
      const tape_index index = x.shared_index();
      if (i == 0) input.first = index;
      if (input.indices.empty() && (input.first == 0 || index != input.first + i) && count > 1) {
        for (std::size_t k = 0; k < i; ++k) {
          input.indices.push_back(input.first + static_cast<tape_index>(k));
        }
        input.indices.reserve(count);
        input.indices.push_back(index);
      } else if (!input.indices.empty()) {
        input.indices.push_back(index);
      }
      input.values.push_back(x.value());
    } else {
      input.values.push_back(static_cast<T>(x));
    }
  }
  return input;
}

/// The record: F over `count` elements with these inputs, of which those that are Shared serve all.
template <class F, class Lanes, class T, class Shared, bool... Active>
class mapped_block;
template <class F, class Lanes, class T, bool... Shared, bool... Active>
class mapped_block<F, Lanes, T, std::integer_sequence<bool, Shared...>, Active...>
    : public tape_block<T> {
 public:
  mapped_block(std::size_t count, mapped_input<T, Active>&&... inputs)
      : count_(count), inputs_(std::move(inputs)...) {}

  std::vector<T> values() const {
    std::vector<T> y(count_);
    std::apply(
        [&](const auto&... input) {
          vmap_function<F, Lanes>{}(part<Shared>(input.values, 0, count_)..., into(y));
        },
        inputs_);
    return y;
  }

  void sweep(T* adjoints, tape_index first) const override {
    constexpr std::size_t active = (0 + ... + (Active ? 1 : 0));
    std::array<std::vector<T>, active> products;
    for (auto& p : products) p.resize((std::min)(count_, block));
    for (std::size_t at = 0; at < count_; at += block) {
      const std::size_t count = (std::min)(block, count_ - at);
      const std::span<const T> cotangents(adjoints + first + at, count);
      if (std::all_of(cotangents.begin(), cotangents.end(), [](T w) { return w == T(0); })) {
        continue;
      }
      multiply(cotangents, at, products, std::make_index_sequence<active>{});
      std::size_t k = 0;
      const auto scatter = [&]<bool Wanted>(const mapped_input<T, Wanted>& input) {
        if constexpr (Wanted) {
          input.scatter(adjoints, at, count, products[k++].data(), cotangents.data());
        }
      };
      std::apply([&](const auto&... input) { (scatter(input), ...); }, inputs_);
    }
  }

  std::vector<tape_index> inputs() const override {
    std::vector<tape_index> noted;
    std::apply([&](const auto&... input) { (input.note(noted), ...); }, inputs_);
    return noted;
  }
  const char* name() const noexcept override { return "map"; }
  std::size_t bytes() const noexcept override {
    return std::apply([](const auto&... input) { return (std::size_t{0} + ... + input.bytes()); },
                      inputs_);
  }

 private:
  /// The elements whose products are worked out before they are added up: these stay in the cache.
  static constexpr std::size_t block = 512;

  template <bool IsShared>
  static auto part(const std::vector<T>& values, std::size_t at, std::size_t count) {
    if constexpr (IsShared) {
      return values[0];
    } else {
      return std::span<const T>(values).subspan(at, count);
    }
  }
  template <class Products, std::size_t... Index>
  void multiply(std::span<const T> cotangents, std::size_t at, Products& products,
                std::index_sequence<Index...>) const {
    const auto way_back = vjp(F{}, active_arguments<Active...>());
    const std::size_t count = cotangents.size();
    std::array<std::span<T>, sizeof...(Index)> out{std::span<T>(products[Index].data(), count)...};
    std::apply(
        [&](const auto&... input) {
          vmap_function<std::remove_const_t<decltype(way_back)>, Lanes>{way_back}(
              part<Shared>(input.values, at, count)..., cotangents, into(out[Index]...));
        },
        inputs_);
  }

  std::size_t count_;
  std::tuple<mapped_input<T, Active>...> inputs_;
};

/// The values of the function now, and one record.
template <class F, class Lanes, class Variable, class... A>
auto map_as_record(std::size_t count, const A&... a) {
  using T = typename Variable::number;
  recorder<T>* tape = nullptr;
  using block =
      mapped_block<F, Lanes, T, std::integer_sequence<bool, map_argument<A>::is_shared...>,
                   is_variable<typename map_argument<A>::element>...>;
  // Arguments are read from left to right.
  std::tuple inputs{read_input<T>(a, tape)...};
  auto* const record =
      std::apply([&](auto&... input) { return new block(count, std::move(input)...); }, inputs);
  owned_block<T> owner(record);
  const std::vector<T> values = record->values();
  tape_index next = tape == nullptr ? 0 : tape->add_block(std::move(owner), count);
  std::vector<Variable> y;
  y.reserve(count);
  for (const T& value : values) y.push_back(Variable::on_tape(value, tape, next == 0 ? 0 : next++));
  return y;
}

/// Elements that are no variables over built-in numbers, one by one: numbers, duals, variables on a tape over these.
template <class F, class... A>
auto map_one_by_one(std::size_t count, const A&... a) {
  const auto run = [&]<class Number, class Result>(std::type_identity<Number>,
                                                   std::type_identity<Result>) {
    std::vector<Result> y;
    y.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      y.push_back(static_cast<Result>(F{}(static_cast<Number>(map_argument<A>::at(a, i))...)));
    }
    return y;
  };
  using found = typename deepest<typename map_argument<A>::element...>::type;
  if constexpr (is_variable<found>) {
    return run(std::type_identity<variable<typename found::number, eager>>{},
               std::type_identity<found>{});
  } else {
    using number = std::common_type_t<typename map_argument<A>::element...>;
    return run(std::type_identity<number>{}, std::type_identity<number>{});
  }
}

/// map() with lanes of one's choice.
template <class Lanes, class F, class... A>
auto map_with(F, const A&... a) {
  static_assert(
      std::is_empty_v<F> && std::is_default_constructible_v<F>,
      "ETAD-143: etad::map(f, x...) requires f to have no state, a captureless lambda or an empty "
      "functor: its adjoint is compiled from its type. Pass what it captures as arguments; numbers "
      "that "
      "are no variables are constants.");
  constexpr bool has_range = (!map_argument<A>::is_shared || ...);
  static_assert(has_range,
                "ETAD-049: etad::map(f, x...) requires at least one argument that is a range: a "
                "std::vector, a std::span or etad::gather(x, places). All were single values, "
                "which serve all elements. Call f itself, or etad::kernel(f) for one record.");
  std::size_t count = 1;
  const auto look = [&]<class X>(const X& x) {
    if constexpr (!map_argument<X>::is_shared) count = map_argument<X>::size(x);
  };
  (look(a), ...);
  const auto check = [&]<class X>(const X& x) {
    if constexpr (!map_argument<X>::is_shared) {
      if (map_argument<X>::size(x) != count) {
        throw_invalid_argument(
            "ETAD-145: etad::map(f, x...) requires ranges of one length; another length was seen.");
      }
    }
  };
  (check(a), ...);
  using found = typename deepest<typename map_argument<A>::element...>::type;
  if constexpr (!has_range) {
    return;
  } else if constexpr (!on_built_in<found>) {
    return map_one_by_one<F>(count, a...);
  } else {
    return map_as_record<F, Lanes, found>(count, a...);
  }
}

}  // namespace detail
/// f(x...) for each element of the ranges among x..., as one record of their tape. x... are std::vector or std::span of
/// variables, of numbers (data), gather(x, places), or single variables and numbers, which serve all elements. f takes and returns
/// one number for each and is traced. Of numbers, duals and variables over such, f is called element by element. The record keeps values and, where variables do not stand one behind the other
/// on the tape, their indices; the sweep works the partials out again, block by block in lanes (etad::simd::map: in
/// vector registers).
///
///   const std::span all(x);
///   const auto terms = etad::map(rosenbrock_term, all.first(n - 1), all.last(n - 1));
///
/// Cost: 8 bytes for an argument of an element, 12 where indices are kept; f once and its adjoint once a sweep.
/// Errors: ETAD-143 if f has state, ETAD-144, ETAD-145, ETAD-110; those of etad::vjp and etad::vmap.
template <class F, class... A>
auto map(F f, const A&... a) {
  return detail::map_with<detail::plain_batch>(f, detail::settled(a)...);
}

}  // namespace etad::inline ETAD_ABI
