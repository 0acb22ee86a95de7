// SPDX-License-Identifier: MIT
#include "problems/edges_check.hpp"

TEST_CASE("selections: edges, modes, inactive arguments") {
  edges::check_group<edges::groups::logic>([]<class T>(T) -> std::vector<edges::subject<T>> {
    using enum edges::opcode;
    using edges::subject_of;
    namespace rules = edges::rules;
    return {
        subject_of<T, less>([](int k, const T* x) { return rules::chosen(k, x[0] < x[1]); }),
        subject_of<T, less_equal>([](int k, const T* x) { return rules::chosen(k, x[0] <= x[1]); }),
        subject_of<T, greater>([](int k, const T* x) { return rules::chosen(k, x[0] > x[1]); }),
        subject_of<T, greater_equal>(
            [](int k, const T* x) { return rules::chosen(k, x[0] >= x[1]); }),
        subject_of<T, equal>([](int k, const T* x) { return rules::chosen(k, x[0] == x[1]); }),
        subject_of<T, not_equal>([](int k, const T* x) { return rules::chosen(k, x[0] != x[1]); }),
        subject_of<T, logical_and>(
            [](int k, const T* x) { return rules::chosen(k, x[0] < x[1] && x[0] > -x[1]); }),
        subject_of<T, logical_or>(
            [](int k, const T* x) { return rules::chosen(k, x[0] < x[1] || x[0] > -x[1]); }),
        subject_of<T, logical_not>(
            [](int k, const T* x) { return rules::chosen(k, !(x[0] < x[1])); }),
        subject_of<T, edge>([](int k, const T* x) { return rules::chosen(k, x[0] < x[1]); }),
        subject_of<T, select>([](int k, const T* x) {
          return k == 0 ? edges::exact(0) : rules::chosen(k - 1, x[0] < x[1]);
        }),
        subject_of<T, is_finite>(rules::identity_if_finite<T>),
    };
  });
}
