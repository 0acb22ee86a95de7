// SPDX-License-Identifier: MIT
#include "problems/edges_check.hpp"

TEST_CASE("exponential functions and logarithms: edges, modes, inactive arguments") {
  edges::check_group<edges::groups::exponential>([]<class T>(T) -> std::vector<edges::subject<T>> {
    using enum edges::opcode;
    using edges::subject_of;
    namespace rules = edges::rules;
    return {
        subject_of<T, exp>(rules::exp<T>),     subject_of<T, exp2>(rules::exp2<T>),
        subject_of<T, log>(rules::log<T>),     subject_of<T, log2>(rules::log2<T>),
        subject_of<T, log10>(rules::log10<T>), subject_of<T, log1p>(rules::log1p<T>),
        subject_of<T, expm1>(rules::exp<T>),
    };
  });
}
