// SPDX-License-Identifier: MIT
#include "problems/edges_check.hpp"

TEST_CASE("inputs and constants: edges, modes, inactive arguments") {
  edges::check_group<edges::groups::leaves>([]<class T>(T) -> std::vector<edges::subject<T>> {
    using enum edges::opcode;
    using edges::subject_of;
    namespace rules = edges::rules;
    return {
        subject_of<T, input>(rules::one<T>),
        subject_of<T, constant>(rules::negate<T>),
        subject_of<T, ln2>(rules::negate<T>),
        subject_of<T, ln10>(rules::negate<T>),
        subject_of<T, two_over_sqrt_pi>(rules::negate<T>),
        subject_of<T, smallest_normal>(rules::negate<T>),
    };
  });
}
