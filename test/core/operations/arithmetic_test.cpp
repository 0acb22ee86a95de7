// SPDX-License-Identifier: MIT
#include "problems/edges_check.hpp"

TEST_CASE("arithmetic: edges, modes, inactive arguments") {
  edges::check_group<edges::groups::arithmetic>([]<class T>(T) -> std::vector<edges::subject<T>> {
    using enum edges::opcode;
    using edges::subject_of;
    namespace rules = edges::rules;
    return {
        subject_of<T, negate>(rules::negate<T>),     subject_of<T, add>(rules::add<T>),
        subject_of<T, subtract>(rules::subtract<T>), subject_of<T, multiply>(rules::multiply<T>),
        subject_of<T, divide>(rules::divide<T>),     subject_of<T, fma>(rules::fma<T>),
    };
  });
}
