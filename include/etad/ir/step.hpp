// SPDX-License-Identifier: MIT
// The steps in which a program runs.
#pragma once

#include <cstdint>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

/// n is the index of a step.
enum class step_kind : std::uint8_t {
  compute,  // value n
  store,    // output n
  branch,   // on mask n: the steps of the first arm, `otherwise`, those of the second, `end`
  otherwise,
  end,
  take_first,    // selection n is its first arm
  take_second,   // selection n is its second arm
  store_apart,   // output n, not together with its neighbours in memory
  compute_pair,  // the sine and the cosine of one value
  // Of programs with superwords, which are numbered apart from the values (eval/superwords.hpp).
  load_word,     // superword n: inputs a, a + 1, ...
  spread_word,   // superword n: value a in every lane
  compute_word,  // superword n
  shift_word,    // superword n: the lanes of a from c on and the first c of b
  take_lane,     // value n: lane b of superword a
  compute_here,  // value n, not to be moved
  store_word,    // superword a to output n and those behind it
};

struct step {
  step_kind kind;
  std::uint16_t index;
};

}  // namespace etad::inline ETAD_ABI::detail
