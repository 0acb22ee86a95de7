// SPDX-License-Identifier: MIT
// How the tangents of a dual number are stored.
#pragma once

#include <type_traits>
#include <utility>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI {

/// Tangents in a plain array, T[Count]: loops over it are what compilers vectorize.
struct array_lanes {};

namespace detail {

struct each_element {};

/// The store of Count tangents of type T, as `count` elements, each of which holds one tangent or
/// several. A store is zero when default-constructed; store(each_element, f) has the elements f(k).
template <class T, int Count, class Lanes>
struct tangent_store;

template <class T, int Count>
struct tangent_store<T, Count, array_lanes> {
  using element = T;
  static constexpr int count = Count;
  static constexpr int size = Count;

  constexpr tangent_store() noexcept(std::is_nothrow_default_constructible_v<T>) : elements{} {}
  template <class F>
  [[gnu::always_inline]] constexpr tangent_store(each_element, F make)
      : tangent_store(make, std::make_integer_sequence<int, Count>{}) {}

  /// 1 at `lane`, 0 elsewhere; written in one go, so that it can be read in one.
  static constexpr tangent_store unit(int lane) {
    return tangent_store(each_element{}, [=](int k) { return T(k == lane ? 1 : 0); });
  }

  constexpr const T& operator[](int k) const noexcept { return elements[k]; }
  constexpr void set(int k, const T& tangent) { elements[k] = tangent; }

  T elements[Count];

 private:
  // Not in a loop over zero-initialised elements: compilers do not always see that every element is
  // written, and GCC leaves short loops as they are at -O2.
  template <class F, int... K>
  [[gnu::always_inline]] constexpr tangent_store(F& make, std::integer_sequence<int, K...>)
      : elements{make(K)...} {}
};

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
