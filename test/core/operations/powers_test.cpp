// SPDX-License-Identifier: MIT
#include "problems/edges_check.hpp"

TEST_CASE("roots, powers and norms: edges, modes, inactive arguments") {
  edges::check_group<edges::groups::powers>([]<class T>(T) -> std::vector<edges::subject<T>> {
    using enum edges::opcode;
    using edges::subject_of;
    namespace rules = edges::rules;
    edges::subject<T> power = subject_of<T, pow>(rules::pow<T>);
    power.slack = rules::power_slack<T>;
    return {
        subject_of<T, sqrt>(rules::sqrt<T>),
        subject_of<T, cbrt>(rules::cbrt<T>, 9),
        subject_of<T, hypot>(rules::hypot<T>),
        subject_of<T, hypot3>(rules::hypot3<T>),
        power,
    };
  });
}
