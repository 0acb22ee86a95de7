// SPDX-License-Identifier: MIT
#include "problems/edges_check.hpp"

TEST_CASE("fused and absolute products: edges, modes, inactive arguments") {
  edges::check_group<edges::groups::fused>([]<class T>(T) -> std::vector<edges::subject<T>> {
    using enum edges::opcode;
    using edges::subject_of;
    namespace rules = edges::rules;
    return {
        subject_of<T, zero_multiply>(rules::multiply<T>),
        subject_of<T, steep_multiply>(rules::multiply<T>),
        subject_of<T, multiply_add>(rules::fma<T>),
        subject_of<T, multiply_subtract>(rules::multiply_subtract<T>),
        subject_of<T, negative_multiply_add>(rules::negative_multiply_add<T>),
    };
  });
}
