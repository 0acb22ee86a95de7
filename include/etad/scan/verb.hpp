// SPDX-License-Identifier: MIT
// The base of the verbs of recurrences.
#pragma once

#include <etad/call/run_time/call.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Holds the recurrence; Verb has compute(memory, x...) and, if spans may receive its results,
/// write(memory, spans, x...).
template <class Verb, class Scan>
struct scan_verb {
  Scan scan;

  template <class... X>
  auto operator()(const X&... x) const {
    return run_time_call(static_cast<const Verb&>(*this), x...);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
