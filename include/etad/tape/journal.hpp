// SPDX-License-Identifier: MIT
// What the records of a tape were made of, in the checked mode: the operations of statements, and all values.
#pragma once

#include <array>
#include <type_traits>
#include <vector>

#include <etad/core/opcode.hpp>
#include <etad/core/plain_value.hpp>
#include <etad/tape/checks.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Room for so many elements more, by doubling.
template <class X>
void make_room(std::vector<X>& elements, std::size_t count) {
  const std::size_t needed = elements.size() + count;
  if (needed > elements.capacity()) elements.reserve(needed + needed / 2);
}

template <class Expression>
inline constexpr std::size_t written_nodes = 1;
template <class Expression>
  requires requires { Expression::arity; }
inline constexpr std::size_t written_nodes<Expression> = [] {
  using list = decltype(Expression::operands);
  std::size_t count = 1 + written_nodes<decltype(list::first)>;
  if constexpr (Expression::arity > 1) count += written_nodes<decltype(list::second)>;
  if constexpr (Expression::arity > 2) count += written_nodes<decltype(list::third)>;
  return count;
}();

/// The operations of an expression in the order in which they are written, each before its operands;
/// `input` for a variable, `constant` for a number.
template <class Expression>
constexpr opcode* list_operations(opcode* to) {
  if constexpr (requires { Expression::arity; }) {
    using list = decltype(Expression::operands);
    *to++ = Expression::op;
    to = list_operations<decltype(list::first)>(to);
    if constexpr (Expression::arity > 1) to = list_operations<decltype(list::second)>(to);
    if constexpr (Expression::arity > 2) to = list_operations<decltype(list::third)>(to);
  } else {
    *to++ = Expression::leaves > 0 ? opcode::input : opcode::constant;
  }
  return to;
}
template <class Expression>
inline constexpr auto listed_operations = [] {
  std::array<opcode, written_nodes<Expression>> operations{};
  list_operations<Expression>(operations.data());
  return operations;
}();

enum class journal_kind : unsigned char {
  /// A value of an index that comes from no statement, or replaces that of one.
  value,
  statement,
  /// Terms that are added to the value of an index, or subtracted.
  plus,
  minus,
};

struct journal_node {
  long double value;
  /// 0 but for variables.
  std::uint32_t index;
};

struct journal_entry {
  journal_kind kind;
  std::uint32_t index;
  long double result;
  /// The operations of a statement, as many as it has nodes.
  const opcode* operations = nullptr;
  std::size_t nodes = 0;
  std::size_t first = 0;
  /// Of terms: what they were added to, an index (0 for a constant) and a value.
  std::uint32_t before = 0;
  long double value_before = 0;
};

class tape_journal {
 public:
  const std::vector<journal_entry>& entries() const noexcept { return entries_; }
  const journal_node* nodes(const journal_entry& entry) const noexcept {
    return nodes_.data() + entry.first;
  }

  template <class Expression>
  void expect(const Expression&) {
    make_room(entries_, 1);
    make_room(nodes_, written_nodes<Expression>);
  }
  /// After expect(e).
  template <class Expression>
  void write_statement(std::uint32_t index, const Expression& e) noexcept {
    write({journal_kind::statement, index, shown(e.value())}, e);
  }
  /// After expect(e): terms of the value `index`, which is `result` with them.
  template <class T, class Expression>
  void write_terms(journal_kind kind, std::uint32_t index, const T& result, std::uint32_t before,
                   const T& value_before, const Expression& e) noexcept {
    write({kind, index, shown(result), nullptr, 0, 0, before, shown(value_before)}, e);
  }
  template <class T>
  void write_value(std::uint32_t index, const T& value) {
    entries_.push_back({journal_kind::value, index, shown(value)});
  }

  journal_mark mark() const noexcept { return {entries_.size(), nodes_.size()}; }
  void go_back(const journal_mark& mark) noexcept {
    entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(mark.entries), entries_.end());
    nodes_.erase(nodes_.begin() + static_cast<std::ptrdiff_t>(mark.nodes), nodes_.end());
  }

 private:
  template <class X>
  static long double shown(const X& x) {
    return static_cast<long double>(plain_value(x));
  }
  template <class Expression>
  void write(journal_entry entry, const Expression& e) noexcept {
    entry.operations = listed_operations<Expression>.data();
    entry.nodes = written_nodes<Expression>;
    entry.first = nodes_.size();
    entries_.push_back(entry);
    write_nodes(e);
  }
  template <class Expression>
  void write_nodes(const Expression& e) noexcept {
    nodes_.push_back({shown(e.value()), 0});
    if constexpr (requires { Expression::arity; }) {
      write_nodes(e.operands.first);
      if constexpr (Expression::arity > 1) write_nodes(e.operands.second);
      if constexpr (Expression::arity > 2) write_nodes(e.operands.third);
    } else if constexpr (requires { e.index; }) {
      nodes_.back().index = e.index;
    }
  }

  std::vector<journal_entry> entries_;
  std::vector<journal_node> nodes_;
};

}  // namespace etad::inline ETAD_ABI::detail
