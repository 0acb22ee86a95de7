// SPDX-License-Identifier: MIT
// Where a NaN or an infinity comes from: PyTorch's anomaly mode, asked afterwards.
#pragma once

#include <limits>
#include <ostream>
#include <string>
#include <vector>

#include <etad/show/tape_text.hpp>
#include <etad/tape/tape.hpp>

namespace etad::inline ETAD_ABI {

/// The record that first made a number which is not finite.
struct nonfinite_record {
  enum class place { nowhere, value, partial, sweep };
  struct argument {
    std::string name;
    /// NaN where it is not known: without ETAD_CHECKED.
    double value = std::numeric_limits<double>::quiet_NaN();
  };

  place where = place::nowhere;
  /// The record, `v7 = log(x0) * x1`, or `v7` alone where its expression is not known. x0, x1, ... are the variables
  /// in the order in which they were made.
  std::string record;
  std::vector<argument> arguments;
  /// What is not finite: the value of the record; its partial derivative by the argument `by`; what the sweep adds up
  /// for `by`, from the partial derivative (0 for a record of many operations) and the adjoint of the record.
  double number = 0.0;
  std::string by;
  double partial = 0.0;
  double adjoint = 0.0;

  explicit operator bool() const noexcept { return where != place::nowhere; }
  /// One sentence for people.
  std::string text() const;
};

namespace detail {

/// A place in the record that was found, before its text is known.
struct nonfinite_place {
  nonfinite_record::place where = nonfinite_record::place::nowhere;
  tape_index index = 0;
  tape_index by = 0;
  const char* block = nullptr;
  double number = 0.0;
  double partial = 0.0;
  double adjoint = 0.0;
};

template <class T>
double shown_double(const T& x) {
  return static_cast<double>(plain_value(x));
}
template <class T>
bool shows_finite(const T& x) {
  return is_finite(plain_value(x));
}

/// The earliest record with a partial derivative that is not finite.
template <class T>
nonfinite_place first_nonfinite_partial(const recorder<T>& tape) {
  using stored = argument_layout<T>;
  nonfinite_place found;
  walk_backward(
      tape,
      [&](tape_index result, const std::byte* p, const std::byte* end) {
        for (; p != end; p += stored::size) {
          const T weight = stored::weight(p);
          if (shows_finite(weight)) continue;
          found = {nonfinite_record::place::partial,
                   result,
                   stored::index(p),
                   nullptr,
                   shown_double(weight),
                   shown_double(weight),
                   0.0};
        }
      },
      [](const auto&, const std::byte*, tape_index, std::size_t) {},
      [](const auto&, tape_index, std::size_t) {});
  return found;
}

/// The first record in the order of a sweep, from results whose adjoints are seeded, that makes an adjoint which is not
/// finite.
template <class T>
nonfinite_place first_nonfinite_adjoint(const recorder<T>& tape, T* adjoints) {
  using stored = argument_layout<T>;
  nonfinite_place found;
  const auto look = [&](tape_index result, tape_index by, const T& adjoint, double partial,
                        const char* block) {
    if (found.where != nonfinite_record::place::nowhere || by == 0 || shows_finite(adjoints[by])) {
      return;
    }
    found = {nonfinite_record::place::sweep, result, by, block, shown_double(adjoints[by]), partial,
             shown_double(adjoint)};
  };
  walk_backward(
      tape,
      [&](tape_index result, const std::byte* p, const std::byte* end) {
        spread(adjoints[result], p, end, adjoints);
        for (; p != end; p += stored::size) {
          look(result, stored::index(p), adjoints[result], shown_double(stored::weight(p)),
               nullptr);
        }
      },
      [&](const tape_kernel<T>& kernel, const std::byte* arguments, tape_index first, std::size_t) {
        kernel.sweep(arguments, adjoints, first);
        for (std::size_t k = 0; k < kernel.inputs; ++k) {
          look(first, stored::index(arguments + k * stored::size), adjoints[first], 0.0, "kernel");
        }
      },
      [&](const tape_block<T>& block, tape_index first, std::size_t) {
        block.sweep(adjoints, first);
        for (const tape_index i : block.inputs())
          look(first, i, adjoints[first], 0.0, block.name());
      });
  return found;
}

#if ETAD_HAS_CHECKS
inline nonfinite_place first_nonfinite_value(const tape_journal& journal) {
  for (const journal_entry& entry : journal.entries()) {
    if (is_finite(entry.result)) continue;
    nonfinite_place found;
    found.where = nonfinite_record::place::value;
    found.index = entry.index;
    found.number = static_cast<double>(entry.result);
    return found;
  }
  return {};
}

/// The entry of the journal that describes a record best: the one whose value is not finite, or that reads `by`.
inline const journal_entry* entry_of(const tape_journal& journal, const nonfinite_place& found) {
  const journal_entry* best = nullptr;
  for (const journal_entry& entry : journal.entries()) {
    if (entry.index != found.index || entry.operations == nullptr) continue;
    if (best == nullptr) best = &entry;
    const journal_node* const nodes = journal.nodes(entry);
    bool fits = found.by == 0 && !is_finite(entry.result);
    for (std::size_t k = 0; k < entry.nodes; ++k) {
      fits = fits || (found.by != 0 && nodes[k].index == found.by);
    }
    if (fits) return &entry;
  }
  return best;
}
#endif

template <class T>
nonfinite_record describe(const recorder<T>& tape, const nonfinite_place& found) {
  nonfinite_record record;
  record.where = found.where;
  if (found.where == nonfinite_record::place::nowhere) return record;
  const tape_names names(tape);
  record.record = names(found.index);
  if (found.block != nullptr) record.record += std::string(" = ") + found.block + "(...)";
  if (found.by != 0) record.by = names(found.by);
  record.number = found.number;
  record.partial = found.partial;
  record.adjoint = found.adjoint;
#if ETAD_HAS_CHECKS
  const tape_journal& journal = tape.checks().journal();
  if (const journal_entry* const entry = entry_of(journal, found)) {
    record.record = entry_text(journal, *entry, names);
    const auto note = [&](tape_index index, long double value) {
      const std::string name = names(index);
      for (const auto& a : record.arguments) {
        if (a.name == name) return;
      }
      record.arguments.push_back({name, static_cast<double>(value)});
    };
    if (entry->before != 0) note(entry->before, entry->value_before);
    const journal_node* const nodes = journal.nodes(*entry);
    for (std::size_t k = 0; k < entry->nodes; ++k) {
      if (nodes[k].index != 0) note(nodes[k].index, nodes[k].value);
    }
  }
#endif
  return record;
}

}  // namespace detail

inline std::string nonfinite_record::text() const {
  if (where == place::nowhere) {
    return ETAD_HAS_CHECKS != 0 ? "all numbers are finite"
                                : "all derivatives looked at are finite; values are kept under "
                                  "ETAD_CHECKED alone";
  }
  const auto number_text = [](double x) { return detail::shortest_decimal(x); };
  std::string at;
  for (const argument& a : arguments) {
    at += (at.empty() ? " at " : ", ") + a.name + " = " + number_text(a.value);
  }
  if (where == place::value) return record + " made " + number_text(number) + at;
  std::string made = record + at;
  if (where == place::partial) {
    return made + " has the partial derivative " + number_text(number) + " by " + by;
  }
  made += " made the derivative by " + by + " " + number_text(number) +
          " in the sweep: its own adjoint is " + number_text(adjoint);
  return partial == 0.0 ? made
                        : made + ", its partial derivative by " + by + " " + number_text(partial);
}

inline std::ostream& operator<<(std::ostream& out, const nonfinite_record& record) {
  return out << record.text();
}

/// Which record made the first value that is not finite; if there is none, the first partial derivative. Values and the text of
/// the record need ETAD_CHECKED, defined before the first include; without it partial derivatives alone are looked at.
///
///   if (const auto found = tape.find_first_nonfinite()) std::puts(found.text().c_str());
///   // v3 = log(x0) * x1 made -inf at x0 = 0, x1 = 2
///
/// Cost: a walk through the records. The tape is left as it is.
template <class T>
nonfinite_record tape<T>::find_first_nonfinite() const {
#if ETAD_HAS_CHECKS
  const auto value = detail::first_nonfinite_value(records_.checks().journal());
  if (value.where != nonfinite_record::place::nowhere) return detail::describe(records_, value);
#endif
  return detail::describe(records_, detail::first_nonfinite_partial(records_));
}

/// The same, and if all values are finite: which record first makes a derivative that is not, in a sweep from y with the
/// cotangent 1. Partial derivatives that meet no adjoint, or 0, do no harm and are not reported. Cost: a sweep.
/// Errors: ETAD-110, ETAD-112, ETAD-114 as tape.gradient.
template <class T>
template <class Y>
nonfinite_record tape<T>::find_first_nonfinite(const Y& y) const {
  const auto& results = detail::settled(y);
#if ETAD_HAS_CHECKS
  const auto value = detail::first_nonfinite_value(records_.checks().journal());
  if (value.where != nonfinite_record::place::nowhere) return detail::describe(records_, value);
#endif
  std::vector<T> adjoints;
  seed(adjoints, results,
       detail::mapped<T>(results, [](const auto&, T& weight) { weight = T(1); }));
  return detail::describe(records_, detail::first_nonfinite_adjoint(records_, adjoints.data()));
}

}  // namespace etad::inline ETAD_ABI
