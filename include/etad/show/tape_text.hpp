// SPDX-License-Identifier: MIT
// The values and the records of a tape as text.
#pragma once

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include <etad/print/plain_expression.hpp>
#include <etad/tape/statistics.hpp>
#if ETAD_HAS_CHECKS
#include <etad/tape/journal.hpp>
#endif

namespace etad::inline ETAD_ABI::detail {

/// What values are called: x0, x1, ... in the order in which variables were made, v7 for the result of a record.
class tape_names {
 public:
  template <class T>
  explicit tape_names(const recorder<T>& tape) {
    for_each_record(tape, [&](record_kind kind, std::uint32_t count, tape_index first, auto) {
      if (kind == record_kind::inputs) inputs_.push_back({first, count, 0});
    });
    std::reverse(inputs_.begin(), inputs_.end());
    std::size_t made = 0;
    for (range& r : inputs_) {
      r.made_before = made;
      made += r.count;
    }
  }

  bool is_input(tape_index index) const { return find(index) != nullptr; }
  std::string operator()(tape_index index) const {
    const range* const r = find(index);
    return r == nullptr ? "v" + std::to_string(index)
                        : "x" + std::to_string(r->made_before + (index - r->first));
  }

 private:
  struct range {
    tape_index first;
    std::uint32_t count;
    std::size_t made_before;
  };
  const range* find(tape_index index) const {
    const auto after = std::upper_bound(inputs_.begin(), inputs_.end(), index,
                                        [](tape_index i, const range& r) { return i < r.first; });
    if (after == inputs_.begin()) return nullptr;
    const range& r = *std::prev(after);
    return index - r.first < r.count ? &r : nullptr;
  }
  std::vector<range> inputs_;
};

inline std::string number_text(long double x) {
  const auto shown = static_cast<double>(x);
  return is_finite(shown) || !is_finite(x) ? shortest_decimal(shown) : shortest_decimal(x);
}

/// Five digits, for pictures.
inline std::string rounded_text(long double x) {
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, static_cast<double>(x),
                                 std::chars_format::general, 5);
  return std::string(buffer, end.ptr);
}

#if ETAD_HAS_CHECKS
/// Reads the nodes of a journal entry, each before its operands.
class journal_reader {
 public:
  journal_reader(const tape_journal& journal, const journal_entry& entry)
      : operations_(entry.operations), nodes_(journal.nodes(entry)) {}

  opcode operation() const { return *operations_; }
  const journal_node& node() const { return *nodes_; }
  void next() {
    ++operations_;
    ++nodes_;
  }
  /// The expression that begins here; what is next stands behind it.
  expression text(const tape_names& names) {
    const opcode op = operation();
    const journal_node here = node();
    next();
    if (op == opcode::constant || (op == opcode::input && here.index == 0)) {
      return plain_number_text(here.value);
    }
    if (op == opcode::input) return {names(here.index)};
    operand_texts operands;
    for (int k = 0; k < arity_of(op); ++k) operands[static_cast<std::size_t>(k)] = text(names);
    return plain_expression(op, operands);
  }

 private:
  static expression plain_number_text(long double x) {
    const std::string text = number_text(x);
    return {text, text.front() == '-' ? binding::unary : binding::atom};
  }
  const opcode* operations_;
  const journal_node* nodes_;
};

inline std::string entry_text(const tape_journal& journal, const journal_entry& entry,
                              const tape_names& names) {
  const std::string name = names(entry.index);
  if (entry.operations == nullptr) return name;
  const expression terms = journal_reader(journal, entry).text(names);
  if (entry.kind == journal_kind::statement) return name + " = " + terms.text;
  const char* const sign = entry.kind == journal_kind::plus ? " +" : " -";
  if (entry.before == entry.index) return name + sign + "= " + terms.text;
  const std::string before =
      entry.before == 0 ? number_text(entry.value_before) : names(entry.before);
  const bool bare = terms.binds > binding::sum || entry.kind == journal_kind::plus;
  return name + " = " + before + sign + " " + (bare ? terms.text : "(" + terms.text + ")");
}
#endif

}  // namespace etad::inline ETAD_ABI::detail
