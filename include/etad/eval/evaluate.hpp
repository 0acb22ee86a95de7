// SPDX-License-Identifier: MIT
// Runs a derivative program: the straight-line code of its regular formulas, and the interpreter
// where a singular point needs the others.
#pragma once

#include <array>
#include <type_traits>

#include <etad/core/unroll.hpp>
#include <etad/eval/interpret.hpp>
#include <etad/eval/straight_line.hpp>

namespace etad::detail {

/// Interprets Full, a program type. Not inlined: it is where singular points go at run time.
template <class Full, class T, class Inputs, class Outputs>
constexpr void interpret_program(const Inputs& in, const Outputs& out) {
  constexpr int inputs = at_least_one(Full::value.inputs);
  constexpr int outputs = at_least_one(Full::value.output_count);
  std::array<T, inputs> x{};
  std::array<T, outputs> y{};
  std::array<T, at_least_one(Full::value.size)> reals{};
  std::array<bool, at_least_one(Full::value.size)> masks{};
  unroll<Full::value.inputs>([&](auto k) { x[k] = in.template at<k>(); });
  interpret<operations_in<Full>>(
      Full::value, reals.data(), masks.data(),
      [&](int k) { return x[static_cast<std::size_t>(k)]; },
      [&](int k, const T& value) { y[static_cast<std::size_t>(k)] = value; });
  unroll<Full::value.output_count>([&](auto k) { out.template at<k>() = y[k]; });
}

template <class Full, class T, class Inputs, class Outputs>
[[gnu::noinline, gnu::cold]] void interpret_singular(const Inputs& in, const Outputs& out) {
  interpret_program<Full, T>(in, out);
}

/// True if all guards, the outputs behind the first `Wanted`, tell that the formulas were valid.
template <class Regular, int Wanted, class T>
[[gnu::always_inline]] constexpr bool guards_hold(const straight_line<Regular, T>& run) {
  bool valid = true;
  unroll<Regular::value.output_count - Wanted>([&](auto k) {
    constexpr value_id id = Regular::value.outputs[Wanted + k];
    if constexpr (facts(Regular::value.at(id).op()).result == kind::mask) {
      valid = valid && run.template mask<id>();
    } else {
      valid = valid && is_finite(run.template real<id>());
    }
  });
  return valid;
}

/// Evaluates the program Full on in.at<k>() and writes out.at<k>(); Regular is its finished form.
/// Outputs are written while inputs are still being read: they must not overlap.
template <class Full, class Regular, class T, class Inputs, class Outputs>
constexpr void evaluate(const Inputs& in, const Outputs& out) {
  if (std::is_constant_evaluated()) {
    interpret_program<Full, T>(in, out);
    return;
  }
  if constexpr (!built_in_scalar<T>) {
    interpret_program<Full, T>(in, out);
  } else {
    constexpr int wanted = Full::value.output_count;
    straight_line<Regular, T> line;
    line.template run<wanted>(in, out);
    if constexpr (Regular::value.output_count > wanted) {
      if (!guards_hold<Regular, wanted, T>(line)) [[unlikely]] {
        interpret_singular<Full, T>(in, out);
      }
    }
  }
}

}  // namespace etad::detail
