// SPDX-License-Identifier: MIT
// The sweep with several adjoints of each value side by side: several rows of a Jacobian at once.
#pragma once

#include <etad/tape/sweep.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The rows of a Jacobian that are swept at once: what is read of the tape is read once for all.
inline constexpr std::size_t rows_at_once = 8;

template <class T>
struct adjoint_lanes {
  T at[rows_at_once] = {};
};

template <class T>
bool vanishes(const adjoint_lanes<T>& x) {
  bool zero = true;
  for (const T& lane : x.at) zero = zero && lane == T(0);
  return zero;
}

/// The arguments of a record get their share of its adjoints; each lane as by `spread`.
template <class T>
void spread(const adjoint_lanes<T>& from, const std::byte* p, const std::byte* end,
            adjoint_lanes<T>* adjoints) {
  using stored = argument_layout<T>;
  if (vanishes(from)) return;
  const adjoint_lanes<T> adjoint = from;
  bool plain = true;
  for (const T& lane : adjoint.at) plain = plain && is_finite(lane);
  const bool doubtful = !plain && has_doubtful_zeros<T>(p, end);
  for (; p != end; p += stored::size) {
    const T weight = stored::weight(p);
    adjoint_lanes<T>& to = adjoints[stored::index(p)];
    if (plain && is_finite(weight)) [[likely]] {
      for (std::size_t k = 0; k < rows_at_once; ++k) {
        to.at[k] = multiply_add(weight, adjoint.at[k], to.at[k]);
      }
    } else {
      for (std::size_t k = 0; k < rows_at_once; ++k) {
        to.at[k] += careful_share(weight, adjoint.at[k], doubtful);
      }
    }
  }
}

/// As sweep; false if a block or a kernel is met, whose code takes one adjoint of each value.
template <class T>
bool sweep_in_lanes(const recorder<T>& tape, adjoint_lanes<T>* adjoints) {
  bool complete = true;
  walk_backward(
      tape,
      [&](tape_index result, const std::byte* first, const std::byte* last) {
        spread(adjoints[result], first, last, adjoints);
      },
      [&](const auto&, const std::byte*, tape_index, std::size_t) { complete = false; },
      [&](const auto&, tape_index, std::size_t) { complete = false; });
  return complete;
}

}  // namespace etad::inline ETAD_ABI::detail
