// SPDX-License-Identifier: MIT
// Evaluates a schedule as straight-line code: every instruction becomes its own expression, and the
// schedule itself is gone at run time.
#pragma once

#include <cstddef>
#include <utility>

#include <etad/eval/kernels.hpp>
#include <etad/ir/schedule.hpp>

namespace etad::detail {

/// The values of a running schedule. Compilers keep them in registers: every index is a constant.
template <class T, int Size>
struct straight_line_frame {
  T reals[Size];
  bool masks[Size];
  [[gnu::always_inline]] constexpr const T& real(value_id i) const { return reals[i]; }
  [[gnu::always_inline]] constexpr bool mask(value_id i) const { return masks[i]; }
};

/// P::value is the schedule; passing it by a named type keeps symbols short.
template <class P, class T>
class straight_line {
 public:
  static constexpr int size = P::value.size;
  using frame = straight_line_frame<T, size>;

  template <class Load>
  [[gnu::always_inline]] static constexpr void run(frame& f, const Load& load) {
    blocks(f, load, std::make_index_sequence<(size + block - 1) / block>{});
  }

 private:
  // Both compilers expand a fold over some hundred operands badly or not at all.
  static constexpr int block = 32;

  template <class Load, std::size_t... B>
  [[gnu::always_inline]] static constexpr void blocks(frame& f, const Load& load,
                                                      std::index_sequence<B...>) {
    (run_block<static_cast<int>(B) * block>(
         f, load,
         std::make_index_sequence<(static_cast<int>(B) + 1) * block <= size
                                      ? block
                                      : size - static_cast<int>(B) * block>{}),
     ...);
  }

  template <int First, class Load, std::size_t... I>
  [[gnu::always_inline]] static constexpr void run_block(frame& f, const Load& load,
                                                         std::index_sequence<I...>) {
    (step<First + static_cast<int>(I)>(f, load), ...);
  }

  template <int N, class Load>
  [[gnu::always_inline]] static constexpr void step(frame& f, const Load& load) {
    constexpr instruction x = P::value.at(N);
    if constexpr (x.op() == opcode::input) {
      f.reals[N] = load.template at<x.a()>();
    } else if constexpr (x.op() == opcode::constant) {
      constexpr literal value = P::value.literals[x.a()];
      f.reals[N] = value.template as<T>();
    } else if constexpr (operation<x.op()>::result == kind::mask) {
      f.masks[N] = compute<x.op(), T>(f, x.a(), x.b(), x.c());
    } else {
      f.reals[N] = compute<x.op(), T>(f, x.a(), x.b(), x.c());
    }
  }
};

}  // namespace etad::detail
