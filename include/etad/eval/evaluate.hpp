// SPDX-License-Identifier: MIT
// Runs a derivative program: the straight-line code of its regular formulas, and the interpreter
// where a singular point needs the others.
#pragma once

#include <array>
#include <type_traits>

#include <etad/eval/interpret.hpp>
#include <etad/eval/overflow.hpp>
#include <etad/eval/straight_line.hpp>
#include <etad/eval/superword_line.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Interprets Full, a program type, on the numbers that `in` points to. All inputs are read before
/// the first output is written.
template <class Full, class T>
constexpr void interpret_program(const T* const* in, T* const* out) {
  std::array<T, at_least_one(Full::value.size)> reals{};
  std::array<bool, at_least_one(Full::value.size)> masks{};
  interpret<operations_in<Full>>(
      Full::value, reals.data(), masks.data(), [&](int k) { return *in[k]; },
      [&](int k, const T& value) { *out[k] = value; });
  if constexpr (may_be_recomputed<Full, T>) {
    recompute_overflowed<Full>(reals.data(), masks.data(), out);
  }
}

/// True if all guards, the outputs behind the first `Wanted`, tell that the formulas were valid.
template <class Regular, int Wanted, class Frame>
[[gnu::always_inline]] inline bool guards_hold(const Frame& f) {
  bool valid = true;
  unroll<Regular::value.output_count - Wanted>([&](auto k) {
    constexpr value_id id = Regular::value.outputs[Wanted + k];
    if constexpr (facts(Regular::value.at(id).op()).result == kind::mask) {
      valid = valid && f.masks[id];
    } else {
      valid = valid && is_finite(f.reals[id]);
    }
  });
  return valid;
}

// As in eval/straight_line.hpp: GCC does not see that what is read was computed.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
/// Runs the regular program at run time; false if a guard tells that the full program must run.
/// Outputs are written while inputs are still being read: they must not overlap. Inputs and Outputs are the
/// objects in which they lie (eval/superwords.hpp).
template <class Full, class Regular, class T, class Inputs, class Outputs>
[[gnu::always_inline]] inline bool run_regular(const T* const* in, T* const* out) {
  using task = superword_task<Regular, T, Inputs, Outputs>;
  constexpr int words = superword_count<task>;
  if constexpr (words > 0) {
    using line = superword_line<superword_form<Regular, task>, T>;
    typename line::frame f;
    line::run(f, in, out);
    return guards_hold<Regular, Full::value.output_count>(f);
  } else {
    straight_line_frame<T, straight_line<Regular, T>::size> f;
    straight_line<Regular, T>::run(f, in, out);
    return guards_hold<Regular, Full::value.output_count>(f);
  }
}
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

}  // namespace etad::inline ETAD_ABI::detail
