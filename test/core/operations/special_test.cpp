// SPDX-License-Identifier: MIT
#include "problems/edges_check.hpp"

TEST_CASE("error and gamma functions: edges, modes, inactive arguments") {
  edges::check_group<edges::groups::special>([]<class T>(T) -> std::vector<edges::subject<T>> {
    using enum edges::opcode;
    using edges::subject_of;
    namespace rules = edges::rules;
    return {
        subject_of<T, erf>(rules::erf<T>),
        subject_of<T, erfc>(rules::erfc<T>),
        subject_of<T, tgamma>(rules::tgamma<T>, 16),
        subject_of<T, lgamma>(rules::lgamma<T>, 16),
        subject_of<T, digamma>(rules::digamma<T>),
        subject_of<T, polygamma>(rules::polygamma<1, T>),
        subject_of<T, edges::polygamma_of<2>, 1, digamma>("polygamma 2", rules::polygamma<2, T>),
    };
  });
}
