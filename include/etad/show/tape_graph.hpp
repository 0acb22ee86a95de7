// SPDX-License-Identifier: MIT
// What stands on a tape as a graph. Not part of tape.hpp: printing is for people.
#pragma once

#include <set>
#include <string>
#include <vector>

#include <etad/print/dot_style.hpp>
#include <etad/show/tape_text.hpp>
#include <etad/tape/tape.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// Writes the nodes and edges of values, from the results to what they were computed from.
class tape_graph {
 public:
  explicit tape_graph(tape_names names, tape_index count)
      : names_(std::move(names)), needed_(count + std::size_t{1}) {}

  void need(tape_index index) { needed_[index] = true; }
  bool is_needed(tape_index index) const { return needed_[index]; }

  void result(tape_index index, const std::string& value, std::size_t k) {
    const std::string to = "out" + std::to_string(k);
    line(to + " [label=" + dot_quoted("y" + std::to_string(k) + value_text(value)) + ", " +
         dot_style::terminal + ", style=\"filled,bold\"];");
    if (index != 0) {
      need(index);
      edge(node(index), to);
    }
  }
  void inputs() {
    for (tape_index i = 1; i < needed_.size(); ++i) {
      if (!needed_[i] || !names_.is_input(i)) continue;
      line(node(i) + " [label=" + dot_quoted(names_(i) + value_of(i)) + ", " + dot_style::terminal +
           "];");
    }
  }
  /// A statement of which the partial derivatives alone are known.
  void statement(tape_index index) {
    if (!drawn_.insert(index).second) return;
    line(node(index) + " [label=" + dot_quoted(names_(index)) + ", " + dot_style::primal + "];");
  }
  void argument(tape_index index, tape_index from, const std::string& partial) {
    need(from);
    edge(node(from), node(index), " [label=" + dot_quoted(partial) + "]");
  }
  /// A record of several operations.
  void block(const std::string& name, tape_index first, std::size_t results,
             const std::vector<tape_index>& inputs) {
    const std::string box = "b" + std::to_string(first);
    line(box + " [label=" + dot_quoted(name) + ", shape=box, " + dot_style::primal + "];");
    for (const tape_index i : std::set<tape_index>(inputs.begin(), inputs.end())) {
      if (i == 0) continue;
      need(i);
      edge(node(i), box);
    }
    for (std::size_t k = 0; k < results; ++k) {
      const auto index = first + static_cast<tape_index>(k);
      if (!needed_[index]) continue;
      line(node(index) + " [label=" + dot_quoted(names_(index) + value_of(index)) + ", " +
           dot_style::primal + "];");
      edge(box, node(index));
    }
  }

#if ETAD_HAS_CHECKS
  explicit tape_graph(tape_names names, tape_index count, const tape_journal& journal)
      : tape_graph(std::move(names), count) {
    journal_ = &journal;
    entries_.resize(count + std::size_t{1});
    for (const journal_entry& entry : journal.entries()) entries_[entry.index].push_back(&entry);
  }
  /// The operations of a statement, and of the terms that were added to it.
  void operations(tape_index index) {
    if (!drawn_.insert(index).second) return;
    std::vector<const journal_entry*> terms;
    for (const journal_entry* entry : entries_[index]) {
      if (entry->operations != nullptr) terms.push_back(entry);
    }
    if (terms.size() == 1 && terms[0]->kind == journal_kind::statement) {
      journal_reader reader(*journal_, *terms[0]);
      operation(reader, node(index));
      return;
    }
    line(node(index) + " [label=" + dot_quoted("sum" + value_of(index)) + ", " + dot_style::primal +
         "];");
    for (const journal_entry* entry : terms) {
      if (entry->before != 0 && entry->before != index) {
        need(entry->before);
        edge(node(entry->before), node(index));
      }
      journal_reader reader(*journal_, *entry);
      const std::string from = operand(reader);
      if (!from.empty()) {
        edge(from, node(index), entry->kind == journal_kind::minus ? " [label=\"&minus;\"]" : "");
      }
    }
  }
#endif

  std::string text() const { return dot_graph("tape", text_); }

 private:
  static std::string node(tape_index index) { return "v" + std::to_string(index); }
  static std::string value_text(const std::string& value) {
    return value.empty() ? "" : "\n" + value;
  }
  void line(const std::string& statement) { text_ += "  " + statement + "\n"; }
  void edge(const std::string& from, const std::string& to, const std::string& style = "") {
    line(from + " -> " + to + style + ";");
  }

#if ETAD_HAS_CHECKS
  std::string value_of(tape_index index) const {
    return journal_ == nullptr || entries_[index].empty()
               ? ""
               : "\n" + rounded_text(entries_[index].back()->result);
  }
  /// The operand that begins here: a node of its own, that of a variable, or none for a constant.
  std::string operand(journal_reader& reader) {
    const opcode op = reader.operation();
    const journal_node here = reader.node();
    if (op == opcode::constant || (op == opcode::input && here.index == 0)) {
      reader.next();
      return "";
    }
    if (op == opcode::input) {
      reader.next();
      need(here.index);
      return node(here.index);
    }
    const std::string name = "o" + std::to_string(next_++);
    operation(reader, name);
    return name;
  }
  void operation(journal_reader& reader, const std::string& name) {
    const opcode op = reader.operation();
    const std::string value = rounded_text(reader.node().value);
    reader.next();
    operand_texts labels;
    bool has_constant = false;
    std::vector<std::string> from;
    for (int k = 0; k < arity_of(op); ++k) {
      const long double number = reader.node().value;
      from.push_back(operand(reader));
      const bool is_constant = from.back().empty();
      labels[static_cast<std::size_t>(k)] = {is_constant ? rounded_text(number) : "&bull;"};
      has_constant = has_constant || is_constant;
    }
    const char* const pattern = spelling_of(op).label;
    const std::string label =
        has_constant ? fill({pattern}, labels, {}).text : dot_operation(pattern);
    line(name + " [label=" + dot_quoted(label + "\n" + value) + ", " + dot_style::primal + "];");
    for (const std::string& x : from) {
      if (!x.empty()) edge(x, name);
    }
  }

  const tape_journal* journal_ = nullptr;
  std::vector<std::vector<const journal_entry*>> entries_;
  std::size_t next_ = 0;
#else
  static std::string value_of(tape_index) { return ""; }
#endif

  tape_names names_;
  std::vector<bool> needed_;
  std::set<tape_index> drawn_;
  std::string text_;
};

}  // namespace detail

/// The graph of what y, a variable or whatever holds variables, was computed from on the tape, in the language of
/// Graphviz (`dot -Tsvg`): white boxes for the variables x0, x1, ... in the order in which they were made and for y.
/// With ETAD_CHECKED, defined before the first include, each operation is a node with its name and value; without it
/// each record is one, with its partial derivatives at the edges. Kernels and other records of many operations are
/// boxes. Cost: a walk through the records. Errors: ETAD-110, ETAD-114.
///
///   std::ofstream("graph.dot") << etad::to_dot(tape, y);
template <class T, class Y>
std::string to_dot(const tape<T>& tape, const Y& y) {
  using stored = detail::argument_layout<T>;
  const auto& results = detail::settled(y);
  const detail::recorder<T>& records = tape.records();
#if ETAD_HAS_CHECKS
  detail::tape_graph graph(detail::tape_names(records), records.count(),
                           records.checks().journal());
#else
  detail::tape_graph graph(detail::tape_names(records), records.count());
#endif
  std::size_t k = 0;
  const auto note = [&](const auto& leaf) {
    graph.result(tape.index_of(leaf),
                 detail::rounded_text(static_cast<double>(detail::plain_value(leaf))), k++);
  };
  detail::visit_scalars(results, note);
  detail::walk_backward(
      records,
      [&](detail::tape_index result, const std::byte* p, const std::byte* end) {
        if (!graph.is_needed(result)) return;
#if ETAD_HAS_CHECKS
        static_cast<void>(p), static_cast<void>(end);
        graph.operations(result);
#else
        graph.statement(result);
        for (; p != end; p += stored::size) {
          if (stored::index(p) == 0) continue;
          const auto partial = static_cast<double>(detail::plain_value(stored::weight(p)));
          graph.argument(result, stored::index(p), detail::rounded_text(partial));
        }
#endif
      },
      [&](const auto& kernel, const std::byte* arguments, detail::tape_index first,
          std::size_t count) {
        std::vector<detail::tape_index> inputs;
        for (std::size_t i = 0; i < kernel.inputs; ++i) {
          inputs.push_back(stored::index(arguments + i * stored::size));
        }
        graph.block("kernel", first, count, inputs);
      },
      [&](const auto& block, detail::tape_index first, std::size_t count) {
        graph.block(block.name(), first, count, block.inputs());
      });
  graph.inputs();
  return graph.text();
}

}  // namespace etad::inline ETAD_ABI
