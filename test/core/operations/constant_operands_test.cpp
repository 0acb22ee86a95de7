// SPDX-License-Identifier: MIT
#include "problems/edges_check.hpp"

TEST_CASE("powers with a constant operand: edges, modes, inactive arguments") {
  edges::check_group<edges::group<>>([]<class T>(T) -> std::vector<edges::subject<T>> {
    using enum edges::opcode;
    using edges::subject_of;
    namespace rules = edges::rules;
    return {
        subject_of<T, edges::power_of<0>, 1, sqrt>(
            "pow(x, 0)", [](int, const T* x) { return rules::power_constant<T>(x[0], T(0)); }),
        subject_of<T, edges::power_of<1>, 1, sqrt>(
            "pow(x, 1)", [](int, const T* x) { return rules::power_constant<T>(x[0], T(1)); }),
        subject_of<T, edges::power_of<2>, 1, sqrt>(
            "pow(x, 2)", [](int, const T* x) { return rules::power_constant<T>(x[0], T(2)); }),
        subject_of<T, edges::power_of<3>, 1, sqrt>(
            "pow(x, 3)", [](int, const T* x) { return rules::power_constant<T>(x[0], T(3)); }),
        subject_of<T, edges::power_of<4>, 1, sqrt>(
            "pow(x, 4)", [](int, const T* x) { return rules::power_constant<T>(x[0], T(4)); }),
        subject_of<T, edges::power_of<-1>, 1, sqrt>(
            "pow(x, -1)", [](int, const T* x) { return rules::power_constant<T>(x[0], T(-1)); }),
        subject_of<T, edges::power_of<-2>, 1, sqrt>(
            "pow(x, -2)", [](int, const T* x) { return rules::power_constant<T>(x[0], T(-2)); }),
        subject_of<T, edges::power_of<1, 2>, 1, sqrt>(
            "pow(x, 0.5)", [](int, const T* x) { return rules::power_constant<T>(x[0], T(0.5)); }),
        subject_of<T, edges::power_of<5, 2>, 1, sqrt>(
            "pow(x, 2.5)", [](int, const T* x) { return rules::power_constant<T>(x[0], T(2.5)); }),
        subject_of<T, edges::power_to<2>, 1, exp>(
            "pow(2, x)", [](int, const T* x) { return rules::exponent_slope<T>(T(2), x[0]); }),
        subject_of<T, edges::power_to<0>, 1, exp>(
            "pow(0, x)", [](int, const T* x) { return rules::exponent_slope<T>(T(0), x[0]); }),
        subject_of<T, edges::power_to<-1>, 1, exp>(
            "pow(-1, x)", [](int, const T* x) { return rules::exponent_slope<T>(T(-1), x[0]); }),
    };
  });
}
