// SPDX-License-Identifier: MIT
// Duals whose tangents are stored in vector registers.
#pragma once

#include <etad/dual/functions.hpp>
#include <etad/lane/simd.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// Tangents of built-in numbers side by side in registers; what is left of the last one stays zero or
/// is never read.
template <class T, int N, class Arch>
  requires(std::same_as<T, float> || std::same_as<T, double>)
struct tangent_store<T, N, simd_lanes<Arch>> {
  using element = pack<T, simd_lanes<Arch>>;
  static constexpr int width = element::lanes;
  static constexpr int count = (N + width - 1) / width;
  static constexpr int size = N;

  tangent_store() = default;
  template <class F>
  [[gnu::always_inline]] tangent_store(each_element, F f) {
#pragma GCC unroll 16
    for (int k = 0; k < count; ++k) elements[k] = f(k);
  }
  static tangent_store unit(int lane) {
    T one[width * count] = {};
    one[lane] = T(1);
    return tangent_store(each_element{}, [&](int k) { return element::load(one + k * width); });
  }

  T operator[](int k) const noexcept { return elements[k / width][k % width]; }
  void set(int k, const T& tangent) {
    elements[k / width] = elements[k / width].with(k % width, tangent);
  }

  element elements[count];
};

/// Other numbers, duals among them, fill registers themselves or not at all.
template <class T, int N, class Arch>
struct tangent_store<T, N, simd_lanes<Arch>> : tangent_store<T, N, array_lanes> {
  using base = tangent_store<T, N, array_lanes>;
  using base::base;
  constexpr tangent_store() = default;
  constexpr tangent_store(const base& tangents) : base(tangents) {}
  static constexpr tangent_store unit(int lane) { return base::unit(lane); }
};

}  // namespace detail

namespace simd {

/// A dual with its tangents in registers of the instruction set Arch; the results are those of
/// etad::dual<T, N>.
template <class T, int N, class Arch = xsimd::default_arch, class Tag = void>
using dual = etad::dual<T, N, simd_lanes<Arch>, Tag>;

}  // namespace simd
}  // namespace etad::inline ETAD_ABI
