// SPDX-License-Identifier: MIT
// The lane functions, where they are measured, and the largest error that is allowed there.
#pragma once

#include <etad/lane/simd.hpp>

#include "lane/accuracy.hpp"

namespace lane_accuracy {

template <auto Function>
void one(mpfr_ptr r, oracle::number* x) {
  Function(r, x[0].get(), MPFR_RNDN);
}
template <auto Function>
void two(mpfr_ptr r, oracle::number* x) {
  Function(r, x[0].get(), x[1].get(), MPFR_RNDN);
}
inline void hypot_of_three(mpfr_ptr r, oracle::number* x) {
  mpfr_hypot(r, x[0].get(), x[1].get(), MPFR_RNDN);
  mpfr_hypot(r, r, x[2].get(), MPFR_RNDN);
}

template <class T>
void measure_all() {
  using number = etad::pack<T, etad::simd_lanes<>>;
  constexpr bool wide = sizeof(T) == 8;
  const int low = wide ? -1022 : -126, high = wide ? 1023 : 127;
  const double exp_low = wide ? -745 : -103, exp_high = wide ? 709.7 : 88.7;
#define ONE(f, range, bound)                                                                      \
  {                                                                                               \
#f, [](const number* x, number& r) { r = f(x[0]); }, one < mpfr_##f>, {range, {}, {} }, bound \
  }
#define TWO(f, x_range, y_range, bound)                                                    \
  {                                                                                        \
#f, [](const number* x, number& r) { r = f(x[0], x[1]); }, two < mpfr_##f>,            \
                                                            {x_range, y_range, {} }, bound \
  }
  const auto all = sizes(low, high);
  lane_accuracy::measure<number>({
      ONE(exp, (sampler{exp_low, exp_high}), 1),
      ONE(exp2, (sampler{wide ? -1074. : -149., wide ? 1023.9 : 127.9}), 1),
      ONE(expm1, (sampler{-40, exp_high}), 2.5),
      ONE(expm1, sizes(-30, 1), 2.5),
      ONE(log, all, 1),
      ONE(log, (sampler{0.5, 2}), 1),
      ONE(log2, all, 1),
      ONE(log2, (sampler{0.5, 2}), 1),
      ONE(log10, all, 2),
      ONE(log10, (sampler{0.5, 2}), 2),
      ONE(log1p, (sampler{-0.999, 10}), 1),
      ONE(log1p, sizes(-30, -1), 1),
      ONE(sin, (sampler{-10, 10}), 3),
      ONE(cos, (sampler{-10, 10}), 3),
      ONE(tan, (sampler{-10, 10}), 3.5),
      ONE(sin, (sampler{-1e6, 1e6}), 3),
      ONE(cos, (sampler{-1e6, 1e6}), 3),
      ONE(tan, (sampler{-1e6, 1e6}), 3.5),
      ONE(sin, all, 3),
      ONE(cos, all, 3),
      ONE(tan, all, 3.5),
      ONE(asin, (sampler{-1, 1}), 2.5),
      ONE(acos, (sampler{-1, 1}), 1.5),
      ONE(atan, (sampler{-10, 10}), 2),
      ONE(atan, all, 2),
      ONE(sinh, (sampler{-30, 30}), 3),
      ONE(cosh, (sampler{-30, 30}), 1.75),
      ONE(sinh, (sampler{-exp_high, exp_high}), 3),
      ONE(cosh, (sampler{-exp_high, exp_high}), 1.75),
      ONE(tanh, (sampler{-3, 3}), 1.5),
      ONE(tanh, sizes(-30, 5), 1.5),
      ONE(asinh, (sampler{-10, 10}), 3),
      ONE(asinh, all, 3),
      ONE(acosh, (sampler{1, 10}), 2),
      ONE(acosh, (sampler{10, wide ? 1e300 : 1e38}), 2),
      ONE(atanh, (sampler{-0.999, 0.999}), 2),
      ONE(erf, (sampler{-6, 6}), 1.25),
      ONE(erf, sizes(-100, 0), 1.25),
      ONE(erfc, (sampler{-6, 6}), 1.75),
      ONE(erfc, (sampler{-1, wide ? 26.5 : 9.1}), 1.75),
      ONE(cbrt, all, 1),
      TWO(pow, (sampler{0.01, 100}), (sampler{wide ? -150. : -19., wide ? 150. : 19.}), 1),
      TWO(pow, (sampler{0.5, 2}), (sampler{-100, 100}), 1),
      TWO(pow, all, (sampler{-1, 1}), 1),
      TWO(hypot, (sampler{-10, 10}), (sampler{-10, 10}), 1.25),
      TWO(hypot, sizes(low + 1, high - 1), sizes(low + 1, high - 1), 1.25),
      TWO(atan2, (sampler{-10, 10}), (sampler{-10, 10}), 3),
      TWO(atan2, sizes(-40, 40), sizes(-40, 40), 3),
      {"hypot3",
       [](const number* x, number& r) { r = hypot(x[0], x[1], x[2]); },
       hypot_of_three,
       {{-10, 10}, {-10, 10}, {-10, 10}},
       1.5},
  });
}

#undef ONE
#undef TWO

}  // namespace lane_accuracy
