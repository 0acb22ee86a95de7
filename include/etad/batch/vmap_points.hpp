// SPDX-License-Identifier: MIT
// The arguments of batches: many points, as arrays of structures or structures of arrays, and single
// values that all points share.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/core/invalid_argument.hpp>
#include <etad/core/shape.hpp>

namespace etad::inline ETAD_ABI {

/// Marks a value that would count as one argument for all points, such as a std::array, as a range
/// over points. See vmap.
template <class Element>
struct marked_points {
  std::span<const Element> points;
};
template <class Range>
constexpr auto each(const Range& range) {
  return marked_points<std::remove_cvref_t<decltype(*std::data(range))>>{
      {std::data(range), std::size(range)}};
}

/// Marks a range as one value that all points share.
template <class Value>
struct shared_value {
  const Value& value;
};
template <class Value>
constexpr shared_value<Value> shared(const Value& value) {
  return {value};
}

/// Where a batch writes its results: see vmap.
template <class... Out>
struct into_memory {
  std::tuple<Out...> parts;
};
/// into(out...) as last argument of a batch: the numbers of the result in order, distributed to the
/// parts. A part that is a contiguous range of scalars takes one number of each point, a range of
/// arrays as many as an element holds; parts may be grouped in a std::array or std::tuple.
template <class... Out>
constexpr into_memory<Out&...> into(Out&&... out) {
  return {{out...}};
}

namespace detail {

template <class A>
inline constexpr bool is_grouped = false;
template <class A, std::size_t Count>
inline constexpr bool is_grouped<std::array<A, Count>> = true;
template <class... A>
inline constexpr bool is_grouped<std::tuple<A...>> = true;

/// Types of a fixed number of elements that know it as a constant, as those of Eigen, are values.
template <class A>
concept fixed_size_value = requires {
  requires A::SizeAtCompileTime >= 0;
};

/// Vectors, matrices and maps of Eigen, by what they offer.
template <class A>
concept strided_matrix = requires(const A& a) {
  a.innerStride();
  a.outerStride();
  A::RowsAtCompileTime;
  A::ColsAtCompileTime;
  A::IsVectorAtCompileTime;
  A::IsRowMajor;
};
/// How many numbers a column has, if matrices are stored by columns, or a row.
template <strided_matrix A>
inline constexpr int line_length = static_cast<int>(A::IsRowMajor ? A::ColsAtCompileTime
                                                                  : A::RowsAtCompileTime);
template <class A>
constexpr bool is_matrix() {
  if constexpr (strided_matrix<A>) {
    return !A::IsVectorAtCompileTime;
  } else {
    return false;
  }
}

/// A contiguous range whose length is known at run time, or a built-in array.
template <class A>
concept point_range = !is_grouped<A> && !fixed_size_value<A> && !is_matrix<A>() && requires(A & a) {
  *std::data(a);
  static_cast<std::size_t>(std::size(a));
};
/// A matrix whose columns (rows) are points of a known number of numbers.
template <class A>
concept matrix_of_points = strided_matrix<A> && is_matrix<A>() && !fixed_size_value<A> &&
                           (line_length<A> > 0);

[[noreturn]] inline void throw_not_contiguous() {
  throw_invalid_argument(
      "ETAD-051: etad::vmap requires points side by side in memory; those of a block or of a map "
      "with strides are not. Nothing was written. Copy them into a matrix or vector.");
}

template <class A>
using range_element = std::remove_cvref_t<decltype(*std::data(std::declval<A&>()))>;

/// How far it is from one element to the next, in scalars.
template <class Element>
constexpr std::size_t element_stride() {
  static_assert(sizeof(Element) % sizeof(typename shape<Element>::scalar) == 0);
  return sizeof(Element) / sizeof(typename shape<Element>::scalar);
}

/// Whether the numbers of an element lie side by side, in their order.
template <class Element>
inline constexpr bool is_packed = shape<Element>::is_scalar;
template <class Item, std::size_t Count>
inline constexpr bool is_packed<std::array<Item, Count>> = is_packed<Item>;

/// Of the numbers of all arguments: the stride, the first number of the same element, and where it
/// stands relative to a number (itself, if that is all one knows).
template <std::size_t Count>
struct stride_table {
  std::array<std::size_t, Count> value{};
  std::array<std::size_t, Count> element{};
  std::array<std::size_t, Count> base{};
  std::array<std::size_t, Count> offset{};
  std::size_t size = 0;

  constexpr void add(int leaves, std::size_t stride, bool packed) {
    const std::size_t first = size;
    for (int k = 0; k < leaves; ++k, ++size) {
      value[size] = stride;
      element[size] = stride == 0 ? size : first;
      base[size] = packed ? first : size;
      offset[size] = packed ? size - first : 0;
    }
  }
};

/// What a batch asks of an argument: the type that the callable sees at one point, and where its
/// numbers lie. A visitor's single(number) gets the numbers of a value that all points share,
/// many(number) those of the first point of a range. Here a single value.
template <class A>
struct points_of {
  using element = A;
  static constexpr bool many = false;
  static constexpr int leaves = shape<A>::leaves;
  template <class T>
  static constexpr bool holds = true;

  static constexpr void strides(auto& table) { table.add(leaves, 0, true); }
  static constexpr void sizes(const auto&, const auto&) {}
  template <class Visitor>
  static constexpr void visit(const A& a, Visitor& visitor) {
    const auto each_leaf = [&](const auto& leaf) { visitor.single(leaf); };
    shape<A>::visit(a, each_leaf);
  }
  static constexpr const A& at(const A& a, std::size_t) { return a; }
};
template <class A>
using points = points_of<std::remove_cvref_t<A>>;

template <class Element>
struct points_in_range {
  using element = Element;
  static constexpr bool many = true;
  static constexpr int leaves = shape<element>::leaves;
  template <class T>
  static constexpr bool holds = std::same_as<typename shape<element>::scalar, T>;

  static constexpr void strides(auto& table) {
    table.add(leaves, element_stride<element>(), is_packed<element>);
  }
  static constexpr void sizes(auto& a, const auto& visit) {
    if constexpr (strided_matrix<std::remove_cvref_t<decltype(a)>>) {
      if (a.innerStride() != 1) throw_not_contiguous();
    }
    visit(static_cast<std::size_t>(std::size(a)));
  }
  template <class Visitor>
  static constexpr void visit(auto& a, Visitor& visitor) {
    const auto each_leaf = [&](auto& leaf) { visitor.many(leaf); };
    shape<element>::visit(*std::data(a), each_leaf);
  }
  static constexpr const element& at(const auto& a, std::size_t i) { return std::data(a)[i]; }
};
template <point_range A>
struct points_of<A> : points_in_range<range_element<A>> {};
template <class Element>
struct points_of<marked_points<Element>> : points_in_range<Element> {
  static constexpr void sizes(const auto& a, const auto& visit) { visit(a.points.size()); }
  template <class Visitor>
  static constexpr void visit(const auto& a, Visitor& visitor) {
    points_in_range<Element>::visit(a.points, visitor);
  }
  static constexpr const Element& at(const auto& a, std::size_t i) { return a.points[i]; }
};
template <matrix_of_points A>
struct points_of<A> {
  static constexpr int leaves = line_length<A>;
  using scalar = range_element<A>;
  using element = std::array<scalar, static_cast<std::size_t>(leaves)>;
  static constexpr bool many = true;
  template <class T>
  static constexpr bool holds = std::same_as<scalar, T>;

  static constexpr void strides(auto& table) { table.add(leaves, leaves, true); }
  static constexpr void sizes(auto& a, const auto& visit) {
    if (a.innerStride() != 1 || a.outerStride() != leaves) throw_not_contiguous();
    visit(static_cast<std::size_t>(a.size() / leaves));
  }
  template <class Visitor>
  static constexpr void visit(auto& a, Visitor& visitor) {
    for (int k = 0; k < leaves; ++k) visitor.many(a.data()[k]);
  }
  static constexpr element at(const auto& a, std::size_t i) {
    element result{};
    for (std::size_t k = 0; k < result.size(); ++k) {
      result[k] = a.data()[i * result.size() + k];
    }
    return result;
  }
};
template <class Value>
struct points_of<shared_value<Value>> : points_of<int> {
  using element = Value;
  static constexpr int leaves = shape<Value>::leaves;
  static constexpr void strides(auto& table) { table.add(leaves, 0, true); }
  template <class Visitor>
  static constexpr void visit(const auto& a, Visitor& visitor) {
    const auto each_leaf = [&](const auto& leaf) { visitor.single(leaf); };
    shape<Value>::visit(a.value, each_leaf);
  }
  static constexpr const Value& at(const auto& a, std::size_t) { return a.value; }
};

/// A structure of arrays stands for an array, or tuple, of its elements.
template <class Element, class... A>
struct grouped_points {
  using element = Element;
  static constexpr bool many = true;
  static constexpr int leaves = (0 + ... + points<A>::leaves);
  template <class T>
  static constexpr bool holds = (points<A>::template holds<T> && ...);

  static constexpr void strides(auto& table) { (points<A>::strides(table), ...); }
  static constexpr void sizes(auto& a, const auto& visit) {
    std::apply([&](auto&... part) { (points<A>::sizes(part, visit), ...); }, a);
  }
  template <class Visitor>
  static constexpr void visit(auto& a, Visitor& visitor) {
    std::apply([&](auto&... part) { (points<A>::visit(part, visitor), ...); }, a);
  }
  static constexpr element at(const auto& a, std::size_t i) {
    return std::apply([&](const auto&... part) { return element{points<A>::at(part, i)...}; }, a);
  }
};
template <class Element, class Parts, class A>
struct repeated_points;
template <class Element, std::size_t... Index, class A>
struct repeated_points<Element, std::index_sequence<Index...>, A>
    : grouped_points<Element, std::enable_if_t<(Index >= 0), A>...> {};

template <class A, std::size_t Count>
  requires(points<A>::many)
struct points_of<std::array<A, Count>>
    : repeated_points<std::array<typename points<A>::element, Count>,
                      std::make_index_sequence<Count>, A> {};
template <class... A>
  requires(points<A>::many || ...)
struct points_of<std::tuple<A...>>
    : grouped_points<std::tuple<typename points<A>::element...>, A...> {};

/// The strides of several arguments, as a type.
template <class... A>
struct strides_of {
  static constexpr auto table = [] {
    constexpr int leaves = (0 + ... + points<A>::leaves);
    stride_table<static_cast<std::size_t>(leaves > 0 ? leaves : 1)> result;
    (points<A>::strides(result), ...);
    return result;
  }();
  static constexpr const auto& value = table.value;
  static constexpr const auto& element = table.element;

  /// Number k at the first point, given those of all.
  template <class Pointers>
  [[gnu::always_inline]] static constexpr auto first(const Pointers& at, std::size_t k) {
    return at[table.base[k]] + table.offset[k];
  }
};

[[noreturn]] inline void throw_unequal_sizes(const char* verb, std::size_t first,
                                             std::size_t other) {
  const std::string text =
      std::string("ETAD-047: etad::") + verb +
      " requires all ranges over points, those of the results included, to be of one size; it "
      "got " +
      std::to_string(first) + " and " + std::to_string(other) +
      " points. Nothing was written. Mark a range that is one value for all points by "
      "etad::shared.";
  throw_invalid_argument(text.c_str());
}

/// The number of points of a batch; throws if ranges disagree.
class point_count {
 public:
  constexpr explicit point_count(const char* verb) : verb_(verb) {}
  template <class A>
  constexpr void add(A& a) {
    points<A>::sizes(a, [&](std::size_t n) {
      if (known_ && n != value_) throw_unequal_sizes(verb_, value_, n);
      value_ = n;
      known_ = true;
    });
  }
  constexpr std::size_t value() const { return value_; }

 private:
  const char* verb_;
  std::size_t value_ = 0;
  bool known_ = false;
};

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
