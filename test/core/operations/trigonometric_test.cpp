// SPDX-License-Identifier: MIT
#include "problems/edges_check.hpp"

TEST_CASE("trigonometric functions: edges, modes, inactive arguments") {
  edges::check_group<edges::groups::trigonometric>(
      []<class T>(T) -> std::vector<edges::subject<T>> {
        using enum edges::opcode;
        using edges::subject_of;
        namespace rules = edges::rules;
        return {
            subject_of<T, sin>(rules::sin<T>),     subject_of<T, cos>(rules::cos<T>),
            subject_of<T, tan>(rules::tan<T>),     subject_of<T, asin>(rules::asin<T>),
            subject_of<T, acos>(rules::acos<T>),   subject_of<T, atan>(rules::atan<T>),
            subject_of<T, atan2>(rules::atan2<T>),
        };
      });
}
