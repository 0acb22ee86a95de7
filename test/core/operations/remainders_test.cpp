// SPDX-License-Identifier: MIT
#include "problems/edges_check.hpp"

TEST_CASE("remainders, signs and steps: edges, modes, inactive arguments") {
  edges::check_group<edges::groups::remainders>([]<class T>(T) -> std::vector<edges::subject<T>> {
    using enum edges::opcode;
    using edges::subject_of;
    namespace rules = edges::rules;
    return {
        subject_of<T, fmod>(rules::fmod<T>),         subject_of<T, remainder>(rules::remainder<T>),
        subject_of<T, copysign>(rules::copysign<T>), subject_of<T, sign>(rules::zero<T>),
        subject_of<T, floor>(rules::zero<T>),        subject_of<T, ceil>(rules::zero<T>),
        subject_of<T, trunc>(rules::zero<T>),        subject_of<T, round>(rules::zero<T>),
        subject_of<T, rint>(rules::zero<T>),
    };
  });
}
