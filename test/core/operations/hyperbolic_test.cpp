// SPDX-License-Identifier: MIT
#include "problems/edges_check.hpp"

TEST_CASE("hyperbolic functions: edges, modes, inactive arguments") {
  edges::check_group<edges::groups::hyperbolic>([]<class T>(T) -> std::vector<edges::subject<T>> {
    using enum edges::opcode;
    using edges::subject_of;
    namespace rules = edges::rules;
    return {
        subject_of<T, sinh>(rules::sinh<T>),   subject_of<T, cosh>(rules::cosh<T>),
        subject_of<T, asinh>(rules::asinh<T>), subject_of<T, acosh>(rules::acosh<T>),
        subject_of<T, atanh>(rules::atanh<T>), subject_of<T, tanh>(rules::tanh<T>, 6),
    };
  });
}
