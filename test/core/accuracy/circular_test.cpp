// SPDX-License-Identifier: MIT
#include "core/accuracy/accuracy.hpp"

TEST_CASE("derivatives of trigonometric and hyperbolic functions are off by 4 ULP at most") {
  accuracy::measure_group([]<class T>(T) -> std::vector<accuracy::sample<T>> {
    using enum edges::opcode;
    using accuracy::of;
    namespace rules = edges::rules;
    return {
        of<T, sin>(rules::sin<T>, {-100, 100}),        of<T, cos>(rules::cos<T>, {-100, 100}),
        of<T, tan>(rules::tan<T>, {-100, 100}),        of<T, asin>(rules::asin<T>, {-1, 1}),
        of<T, acos>(rules::acos<T>, {-1, 1}),          of<T, atan>(rules::atan<T>, {-100, 100}),
        of<T, sinh>(rules::sinh<T>, {-80, 80}),        of<T, cosh>(rules::cosh<T>, {-80, 80}),
        of<T, tanh>(rules::tanh<T>, {-10, 10}, {}, 6), of<T, asinh>(rules::asinh<T>, {-100, 100}),
        of<T, acosh>(rules::acosh<T>, {1, 2}),         of<T, atanh>(rules::atanh<T>, {-1, 1}),
    };
  });
}
