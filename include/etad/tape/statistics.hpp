// SPDX-License-Identifier: MIT
// How much stands on a tape.
#pragma once

#include <etad/tape/recorder.hpp>

namespace etad::inline ETAD_ABI {

/// Records by kind, and the memory that they take.
struct tape_statistics {
  /// Variables that were made as such.
  std::size_t inputs = 0;
  /// Statements with a value of their own, and those that add to one.
  std::size_t statements = 0;
  std::size_t additions = 0;
  /// Kernels, checkpoints, functions of the user's: records with code of their own.
  std::size_t blocks = 0;
  /// Arguments of statements.
  std::size_t arguments = 0;
  /// Indices in use, each with an adjoint in a sweep.
  std::size_t indices = 0;
  std::size_t argument_bytes = 0;
  std::size_t record_bytes = 0;
  /// What the tape holds of the machine, without adjoints.
  std::size_t reserved_bytes = 0;
};

namespace detail {

/// Calls visit(kind, count or bytes, index of the first result, block) for each record from the last to the first.
template <class T, class Visit>
void for_each_record(const recorder<T>& tape, Visit visit) {
  if (tape.memory().empty()) return;
  tape_index last = tape.count();
  for (std::size_t k = tape.memory().current() + 1; k-- > 0;) {
    const tape_chunk chunk = tape.written(k);
    for (const std::uint32_t* word = chunk.words; word != chunk.end_of_words();) {
      const std::uint32_t w = *word++;
      switch (kind_of(w)) {
        case record_kind::statement:
          visit(record_kind::statement, argument_bytes_of(w), last--, 0U);
          break;
        case record_kind::addition:
          visit(record_kind::addition, argument_bytes_of(w), tape_index{*word++}, 0U);
          break;
        case record_kind::inputs:
          last -= count_of(w);
          visit(record_kind::inputs, count_of(w), last + 1, 0U);
          break;
        case record_kind::block:
          last -= count_of(w);
          visit(record_kind::block, count_of(w), last + 1, *word++);
          break;
      }
    }
  }
}

template <class T>
tape_statistics count_records(const recorder<T>& tape) {
  tape_statistics s;
  s.indices = tape.count();
  s.reserved_bytes = tape.memory().bytes() + tape.memory().bytes_outside();
  if (tape.memory().empty()) return s;
  for (std::size_t k = 0; k <= tape.memory().current(); ++k) {
    const tape_chunk chunk = tape.written(k);
    s.argument_bytes += chunk.argument_bytes();
    s.arguments += chunk.argument_bytes() / argument_layout<T>::size;
    s.record_bytes += chunk.word_count() * sizeof(std::uint32_t);
  }
  for_each_record(tape, [&](record_kind kind, std::uint32_t count, tape_index, std::uint32_t) {
    s.statements += kind == record_kind::statement ? 1 : 0;
    s.additions += kind == record_kind::addition ? 1 : 0;
    s.inputs += kind == record_kind::inputs ? count : 0;
    s.blocks += kind == record_kind::block ? 1 : 0;
  });
  return s;
}

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
