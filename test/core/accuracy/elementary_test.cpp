// SPDX-License-Identifier: MIT
#include "core/accuracy/accuracy.hpp"

TEST_CASE("derivatives of roots, exponentials and logarithms are off by 4 ULP at most") {
  accuracy::measure_group([]<class T>(T) -> std::vector<accuracy::sample<T>> {
    using enum edges::opcode;
    using accuracy::of;
    namespace rules = edges::rules;
    return {
        of<T, sqrt>(rules::sqrt<T>, {0, 1e6}),   of<T, cbrt>(rules::cbrt<T>, {-1e6, 1e6}, {}, 9),
        of<T, exp>(rules::exp<T>, {-80, 80}),    of<T, exp2>(rules::exp2<T>, {-120, 120}),
        of<T, expm1>(rules::exp<T>, {-10, 10}),  of<T, log>(rules::log<T>, {0, 100}),
        of<T, log2>(rules::log2<T>, {0, 100}),   of<T, log10>(rules::log10<T>, {0, 100}),
        of<T, log1p>(rules::log1p<T>, {-1, 10}),
    };
  });
}

TEST_CASE("derivatives of error and gamma functions are off by 4 and 16 ULP at most") {
  accuracy::measure_group(
      []<class T>(T) -> std::vector<accuracy::sample<T>> {
        using enum edges::opcode;
        using accuracy::of;
        namespace rules = edges::rules;
        return {
            of<T, erf>(rules::erf<T>, {-5, 5}),
            of<T, erfc>(rules::erfc<T>, {-5, 5}),
            of<T, tgamma>(rules::tgamma<T>, {-30, 30}, {}, 16),
            of<T, lgamma>(rules::lgamma<T>, {-30, 100}, {}, 16),
        };
      },
      500);
}
