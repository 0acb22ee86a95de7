// SPDX-License-Identifier: MIT
// Duals whose tangents are stored in vector registers.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <type_traits>
#include <utility>

#include <etad/dual/functions.hpp>
#include <etad/lane/simd.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// Tangents of built-in numbers side by side in registers; what is left of the last one stays zero or
/// is never read.
template <class T, int Count, class Arch>
  requires(std::same_as<T, float> || std::same_as<T, double>)
struct tangent_store<T, Count, simd_lanes<Arch>> {
  using element = pack<T, simd_lanes<Arch>>;
  static constexpr int width = element::lanes;
  static constexpr int count = (Count + width - 1) / width;
  static constexpr int size = Count;

  tangent_store() = default;
  template <class F>
  [[gnu::always_inline]] tangent_store(each_element, F f)
      : tangent_store(f, std::make_integer_sequence<int, count>{}) {}
  /// Read from a row of zeros with a 1 in the middle: no element is written by itself, for which a
  /// read of the whole register would have to wait.
  static tangent_store unit(int lane) {
    constexpr int last = width * count;
    static constexpr std::array<T, static_cast<std::size_t>(2 * last)> row = [] {
      std::array<T, static_cast<std::size_t>(2 * last)> zeros{};
      zeros[static_cast<std::size_t>(last)] = T(1);
      return zeros;
    }();
    const T* const first = row.data() + last - lane;
    return tangent_store(each_element{}, [&](int k) { return element::load(first + k * width); });
  }

  T operator[](int k) const noexcept {
    T tangent;
    std::memcpy(&tangent, reinterpret_cast<const char*>(elements) + offset(k), sizeof(T));
    return tangent;
  }
  void set(int k, const T& tangent) noexcept {
    std::memcpy(reinterpret_cast<char*>(elements) + offset(k), &tangent, sizeof(T));
  }

  element elements[count];

 private:
  static_assert(sizeof(element) == sizeof(T) * width && std::is_trivially_copyable_v<element>);
  static constexpr std::size_t offset(int k) noexcept {
    return static_cast<std::size_t>(k) * sizeof(T);
  }
  template <class F, int... K>
  [[gnu::always_inline]] tangent_store(F& f, std::integer_sequence<int, K...>)
      : elements{f(K)...} {}
};

/// Other numbers, duals among them, fill registers themselves or not at all.
template <class T, int Count, class Arch>
struct tangent_store<T, Count, simd_lanes<Arch>> : tangent_store<T, Count, array_lanes> {
  using base = tangent_store<T, Count, array_lanes>;
  using base::base;
  constexpr tangent_store() = default;
  constexpr tangent_store(const base& tangents) : base(tangents) {}
  static constexpr tangent_store unit(int lane) { return base::unit(lane); }
};

}  // namespace detail

namespace simd {

/// A dual with its tangents in registers of the instruction set Arch; the results are those of
/// etad::dual<T, Count>.
template <class T, int Count, class Arch = xsimd::default_arch, class Tag = void>
using dual = etad::dual<T, Count, simd_lanes<Arch>, Tag>;

}  // namespace simd
}  // namespace etad::inline ETAD_ABI
