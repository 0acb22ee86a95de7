// SPDX-License-Identifier: MIT
// How the tangents of a dual number are stored.
#pragma once

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI {

/// Tangents in a plain array, T[N]: loops over it are what compilers vectorize.
struct array_lanes {};

namespace detail {

/// The store of N tangents of type T, as `count` elements, each of which holds one tangent or
/// several. A store is zero when default-constructed.
template <class T, int N, class Lanes>
struct tangent_store;

template <class T, int N>
struct tangent_store<T, N, array_lanes> {
  using element = T;
  static constexpr int count = N;
  static constexpr int size = N;

  constexpr const T& operator[](int k) const noexcept { return elements[k]; }
  constexpr void set(int k, const T& tangent) { elements[k] = tangent; }

  T elements[N]{};
};

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
