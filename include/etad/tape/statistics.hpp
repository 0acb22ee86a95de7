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

template <class T>
tape_statistics count_records(const recorder<T>& tape) {
  tape_statistics s;
  s.indices = tape.count();
  s.reserved_bytes = tape.memory().bytes();
  if (tape.memory().empty()) return s;
  for (std::size_t k = 0; k <= tape.memory().current(); ++k) {
    const tape_chunk chunk = tape.written(k);
    s.argument_bytes += chunk.argument_bytes();
    s.arguments += chunk.argument_bytes() / argument_layout<T>::size;
    s.record_bytes += chunk.word_count() * sizeof(std::uint32_t);
    for (const std::uint32_t* word = chunk.words; word != chunk.end_of_words();) {
      const std::uint32_t w = *word++;
      const std::size_t count = count_of(w);
      switch (kind_of(w)) {
        case record_kind::statement:
          ++s.statements;
          break;
        case record_kind::addition:
          ++s.additions;
          ++word;
          break;
        case record_kind::inputs:
          s.inputs += count;
          break;
        case record_kind::block:
          ++s.blocks;
          ++word;
          break;
      }
    }
  }
  return s;
}

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
