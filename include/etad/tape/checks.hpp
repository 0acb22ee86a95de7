// SPDX-License-Identifier: MIT
// What the checked mode (ETAD_CHECKED) keeps beside a tape and in its variables: nothing without it.
#pragma once

#include <cstddef>
#include <cstdint>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

inline constexpr bool is_checked = ETAD_HAS_CHECKS == 1;

/// Which tape gave a variable its index, and when.
template <class T, bool Checked = is_checked>
struct variable_stamp {};
template <class T>
struct variable_stamp<T, true> {
  std::uint64_t tape = 0;
  std::uint64_t birth = 0;
};

/// How much of the journal belongs to a place on a tape.
struct journal_mark {
  std::size_t entries = 0;
  std::size_t nodes = 0;
};

/// The tests and the journal of one tape; tape/checked.hpp.
template <class T, bool Checked = is_checked>
class tape_checks {};

}  // namespace etad::inline ETAD_ABI::detail
