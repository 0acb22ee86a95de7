// SPDX-License-Identifier: MIT
// Derivatives as constants, for the generated tests.
#pragma once

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>

#include <etad/verb/gradient.hpp>
#include "problems/edges_functions.hpp"

namespace slopes {

using edges::opcode;

/// f'(x) at each x.
template <opcode Op, std::size_t N>
constexpr std::array<double, N> of(const std::array<double, N>& points) {
  std::array<double, N> result{};
  for (std::size_t i = 0; i < N; ++i) {
    result[i] = etad::gradient(edges::function<Op>{})(points[i]);
  }
  return result;
}

/// df/dx and df/dy in turn, at each point (x, y).
template <opcode Op, std::size_t N>
constexpr std::array<double, N> of_pairs(const std::array<double, N>& points) {
  std::array<double, N> result{};
  for (std::size_t i = 0; i < N; i += 2) {
    const auto [dx, dy] = etad::gradient(edges::function<Op>{})(points[i], points[i + 1]);
    result[i] = dx;
    result[i + 1] = dy;
  }
  return result;
}

/// Neighbours in the format differ by 1, whatever their sign.
constexpr std::int64_t place(double x) {
  const auto bits = std::bit_cast<std::int64_t>(x);
  return bits < 0 ? INT64_MIN - bits : bits;
}
/// True if x is at most three places from the correctly rounded derivative.
constexpr bool near(double x, double rounded) {
  const std::int64_t d = place(x) - place(rounded);
  return -3 <= d && d <= 3;
}

/// FNV-1a over the bits of all results: one number for compilers to agree on.
template <std::size_t... N>
constexpr std::uint64_t hash(const std::array<double, N>&... results) {
  std::uint64_t h = 0xcbf29ce484222325u;
  const auto add = [&](const auto& values) {
    for (const double x : values) {
      h = (h ^ std::bit_cast<std::uint64_t>(x)) * 0x100000001b3u;
      h ^= h >> 29;
    }
  };
  (add(results), ...);
  return h;
}

/// How far the constants are from the rounded derivatives, for docs/numerics.md.
inline std::int64_t distance(double x, double rounded) {
  const std::int64_t d = place(x) - place(rounded);
  return d < 0 ? -d : d;
}

}  // namespace slopes
