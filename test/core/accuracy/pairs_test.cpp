// SPDX-License-Identifier: MIT
#include "core/accuracy/accuracy.hpp"

TEST_CASE("partial derivatives of functions of two arguments are off by 4 ULP at most") {
  accuracy::measure_group([]<class T>(T) -> std::vector<accuracy::sample<T>> {
    using enum edges::opcode;
    using accuracy::of;
    namespace rules = edges::rules;
    // The power stays a normal number: a subnormal one has fewer digits, and so have its partials.
    const double y = sizeof(T) == 4 ? 18 : 150;
    return {
        of<T, multiply>(rules::multiply<T>, {-10, 10}, {-10, 10}),
        of<T, divide>(rules::divide<T>, {-10, 10}, {-10, 10}),
        of<T, pow>(rules::pow<T>, {0.01, 100}, {-y, y}),
        of<T, atan2>(rules::atan2<T>, {-10, 10}, {-10, 10}),
        of<T, hypot>(rules::hypot<T>, {-10, 10}, {-10, 10}),
        of<T, fmod>(rules::fmod<T>, {-100, 100}, {-10, 10}),
        of<T, remainder>(rules::remainder<T>, {-100, 100}, {-10, 10}),
    };
  });
}
