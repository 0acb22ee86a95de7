// SPDX-License-Identifier: MIT
// Packs in the compilers' own vector types: operators are built in, so that straight-line code of
// hundreds of operations needs no inlining, and nothing has to be included. Run time only.
#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <utility>

#include <etad/core/config.hpp>
#include <etad/pass/packed.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class T, int Width>
struct vector_register {
  using type __attribute__((vector_size(static_cast<std::size_t>(Width) * sizeof(T)))) = T;
};

/// The numbers of type T in the vector registers that are used here. Not the 64 bytes of AVX-512: most
/// Jacobians have fewer colours than that or do not fill a last pack, and on the machine where it was
/// measured the wider registers gained nothing elsewhere.
#if defined(__AVX__)
inline constexpr int register_bytes = 32;
#elif defined(__SSE2__) || defined(__ARM_NEON)
inline constexpr int register_bytes = 16;
#else
inline constexpr int register_bytes = 0;
#endif
template <class T>
inline constexpr int register_lanes = std::same_as<T, float> || std::same_as<T, double>
                                          ? register_bytes / static_cast<int>(sizeof(T))
                                          : 0;

/// Which registers a packed program uses, and how many numbers of type T one holds: 0 for none.
struct machine_registers {
  template <class T>
  static constexpr int lanes = register_lanes<T>;
};

template <class T, class Pack>
inline constexpr int lanes_of = static_cast<int>(sizeof(Pack) / sizeof(T));

/// The number in every lane, or the pack itself.
template <class Pack, class Value>
[[gnu::always_inline]] inline Pack widened(const Value& value) {
  if constexpr (std::same_as<Value, Pack>) {
    return value;
  } else {
    return value - Pack{};  // keeps the sign of zero
  }
}

template <class T, class Pack>
[[gnu::always_inline]] inline Pack unit_pack(int lane) {
  Pack unit{};
  unit[lane] = 1;
  return unit;
}

template <class T, class Pack>
[[gnu::always_inline]] inline bool is_finite_pack(const Pack& x) {
  const Pack difference = x - x;
  T sum = 0;
  for (int k = 0; k < lanes_of<T, Pack>; ++k) sum += difference[k];
  return sum == 0;
}

/// Lanes First to First + Count - 1 of a pack to consecutive places in memory, in as few stores as
/// there are powers of two in Count.
template <class T, int First, int Count, class Pack, int... Lane>
[[gnu::always_inline]] inline void store_part(const Pack& x, T* to,
                                              std::integer_sequence<int, Lane...>) {
  const auto part = __builtin_shufflevector(x, x, (First + Lane)...);
  std::memcpy(to, &part, sizeof part);
}
template <class T, int First, int Count, class Pack>
[[gnu::always_inline]] inline void store_run(const Pack& x, T* to) {
  constexpr int part = static_cast<int>(std::bit_floor(static_cast<unsigned>(Count)));
  if constexpr (part == 1) {
    *to = x[First];
  } else {
    store_part<T, First, part>(x, to, std::make_integer_sequence<int, part>{});
  }
  if constexpr (part < Count) store_run<T, First + part, Count - part>(x, to + part);
}

/// How many of `count` placements take neighbouring lanes to neighbouring targets.
constexpr int length_of_run(const placement* p, int count) {
  int n = 1;
  while (n < count && p[n].lane == p[0].lane + n && p[n].target == p[0].target + n) ++n;
  return n;
}

}  // namespace etad::inline ETAD_ABI::detail
