// SPDX-License-Identifier: MIT
#include "problems/edges_check.hpp"

TEST_CASE("functions with kinks: edges, modes, inactive arguments") {
  edges::check_group<edges::groups::piecewise>([]<class T>(T) -> std::vector<edges::subject<T>> {
    using enum edges::opcode;
    using edges::subject_of;
    namespace rules = edges::rules;
    return {
        subject_of<T, abs>(rules::abs<T>),
        subject_of<T, fmax>(rules::fmax<T>),
        subject_of<T, fmin>(rules::fmin<T>),
        subject_of<T, max>(rules::max<T>),
        subject_of<T, min>(rules::min<T>),
        subject_of<T, fdim>(rules::fdim<T>),
        subject_of<T, edges::clamp_between, 3, select>("clamp", rules::clamp<T>),
    };
  });
}
