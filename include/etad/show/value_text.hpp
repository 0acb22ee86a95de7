// SPDX-License-Identifier: MIT
// Results of verbs as text: matrices by rows in columns of one width, nested arrays in brackets, structures with
// the names of their members.
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <etad/core/dynamic_matrix.hpp>
#include <etad/core/dynamic_sparse_matrix.hpp>
#include <etad/core/matrix.hpp>
#include <etad/core/scalar.hpp>
#include <etad/core/sparse_matrix.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class A>
inline constexpr bool is_dense_matrix = false;
template <class T, std::size_t Rows, std::size_t Columns>
inline constexpr bool is_dense_matrix<matrix<T, Rows, Columns>> = true;
template <class T>
inline constexpr bool is_dense_matrix<dynamic_matrix<T>> = true;

template <class A>
inline constexpr bool is_sparse_matrix = false;
template <class T, class Pattern>
inline constexpr bool is_sparse_matrix<sparse_matrix<T, Pattern>> = true;
template <class T>
inline constexpr bool is_sparse_matrix<dynamic_sparse_matrix<T>> = true;

template <class A>
concept text_range = requires(const A& a) {
  a.begin() != a.end();
  *a.begin();
};
template <class A>
concept text_tuple = !text_range<A> && requires {
  std::tuple_size<A>::value;
};

/// What verbs with names such as value_and_gradient return. (scan has a carry and outputs, which are containers.)
template <class A>
concept text_members =
    std::is_class_v<A> && !is_sparse_matrix<A> &&
    (
        requires(const A& a) { a.value; } || requires(const A& a) { a.gradient; } ||
        requires(const A& a) { a.jacobian; } || requires(const A& a) { a.hessian; } ||
        requires(const A& a) { a.jvp; } || requires(const A& a) { a.vjp; }) &&
    std::is_aggregate_v<A>;

/// Appends values to a text; `number` makes the text of one.
template <class Number>
class value_writer {
 public:
  value_writer(std::string& text, const Number& number) : text_(text), number_(number) {}

  template <class A>
  void operator()(const A& a) const {
    if constexpr (is_dense_matrix<A>) {
      const auto [rows, columns] = size_of(a);
      grid(rows, columns, [&](std::size_t i, std::size_t j) { return number_(a(i, j)); });
    } else if constexpr (is_sparse_matrix<A>) {
      sparse(a);
    } else if constexpr (text_range<A>) {
      text_ += '[';
      const char* between = "";
      for (const auto& element : a) {
        text_ += std::exchange(between, ", ");
        (*this)(element);
      }
      text_ += ']';
    } else if constexpr (text_tuple<A>) {
      std::apply([&](const auto&... element) { members(element...); }, a);
    } else if constexpr (text_members<A>) {
      const char* between = "";
      if constexpr (requires { a.value; }) member(between, "value", a.value);
      if constexpr (requires { a.gradient; }) member(between, "gradient", a.gradient);
      if constexpr (requires { a.jacobian; }) member(between, "jacobian", a.jacobian);
      if constexpr (requires { a.hessian; }) member(between, "hessian", a.hessian);
      if constexpr (requires { a.matrix; }) member(between, "matrix", a.matrix);
      if constexpr (requires { a.jvp; }) member(between, "jvp", a.jvp);
      if constexpr (requires { a.vjp; }) member(between, "vjp", a.vjp);
      if constexpr (requires { a.aux; }) member(between, "aux", a.aux);
    } else {
      text_ += number_(a);
    }
  }

 private:
  template <class A>
  static std::pair<std::size_t, std::size_t> size_of(const A& a) {
    if constexpr (requires { a.rows(); }) {
      return {a.rows(), a.columns()};
    } else {
      return {A::rows, A::columns};
    }
  }
  template <class Entry>
  void grid(std::size_t rows, std::size_t columns, const Entry& entry) const {
    std::vector<std::string> entries;
    std::size_t width = 0;
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t j = 0; j < columns; ++j) {
        entries.push_back(entry(i, j));
        width = entries.back().size() > width ? entries.back().size() : width;
      }
    }
    for (std::size_t k = 0; k < entries.size(); ++k) {
      if (k != 0) text_ += k % columns == 0 ? '\n' : ' ';
      text_.append(width - entries[k].size(), ' ');
      text_ += entries[k];
    }
  }
  template <class A>
  void sparse(const A& a) const {
    const auto write = [&](const auto& offsets, const auto& indices) {
      const char* between = "";
      for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
        for (int k = offsets[i]; k < offsets[i + 1]; ++k) {
          const auto n = static_cast<std::size_t>(k);
          text_ += std::exchange(between, "\n");
          text_ += '(' + std::to_string(i) + ", " + std::to_string(indices[n]) + ") ";
          text_ += number_(a.values[n]);
        }
      }
    };
    if constexpr (requires { a.pattern; }) {
      write(a.pattern.row_offsets, a.pattern.column_indices);
    } else {
      write(A::row_offsets, A::column_indices);
    }
  }
  /// The parts of a tuple, which belong to arguments: in parentheses if each is on one line, otherwise one below
  /// the other.
  template <class... A>
  void members(const A&... a) const {
    std::vector<std::string> parts;
    bool is_flat = true;
    const auto add = [&](const auto& part) {
      parts.emplace_back();
      value_writer(parts.back(), number_)(part);
      is_flat = is_flat && !is_dense_matrix<std::remove_cvref_t<decltype(part)>> &&
                parts.back().find('\n') == std::string::npos;
    };
    (add(a), ...);
    if (is_flat) text_ += '(';
    for (std::size_t k = 0; k < parts.size(); ++k) {
      if (k != 0) text_ += is_flat ? ", " : "\n\n";
      text_ += parts[k];
    }
    if (is_flat) text_ += ')';
  }
  template <class A>
  void member(const char*& between, const char* name, const A& a) const {
    std::string part;
    value_writer(part, number_)(a);
    text_ += std::exchange(between, "\n");
    text_ += std::string(name) + (part.find('\n') == std::string::npos ? " = " : " =\n") + part;
  }

  std::string& text_;
  const Number& number_;
};

}  // namespace etad::inline ETAD_ABI::detail
