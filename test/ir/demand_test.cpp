// SPDX-License-Identifier: MIT
#include <etad/ir/demand.hpp>

#include "../pass/pass_text.hpp"

using namespace pass_text;

TEST_CASE("a value that one arm reads is needed under that condition") {
  const program p = parse(
      "inputs 2\nr0 = input 0\nr1 = input 1\nm2 = less r0 r1\nr3 = sin r0\nr4 = exp r1\n"
      "r5 = select m2 r3 r4\nr6 = cos r0\noutputs r5\n");
  const demand_analysis d = demands(p);
  CHECK(d.of_value[5] == 0);
  CHECK(d.of_value[2] == 0);
  CHECK(d.of_value[6] == -1);
  const condition& first = d.at(d.of_value[3]);
  const condition& second = d.at(d.of_value[4]);
  CHECK(first.mask == 2);
  CHECK(first.polarity);
  CHECK(second.mask == 2);
  CHECK_FALSE(second.polarity);
  CHECK(first.outer == 0);
}

TEST_CASE("a value that both arms read is needed always") {
  const program p = parse(
      "inputs 2\nr0 = input 0\nr1 = input 1\nm2 = less r0 r1\nr3 = sin r0\nr4 = exp r3\n"
      "r5 = select m2 r3 r4\noutputs r5\n");
  const demand_analysis d = demands(p);
  CHECK(d.of_value[3] == 0);
  CHECK(d.of_value[4] > 0);
}

TEST_CASE("conditions nest") {
  const program p = parse(
      "inputs 2\nr0 = input 0\nr1 = input 1\nm2 = less r0 r1\nm3 = equal r0 r1\nr4 = sin r0\n"
      "r5 = select m3 r4 r1\nr6 = select m2 r5 r0\noutputs r6\n");
  const demand_analysis d = demands(p);
  const condition& inner = d.at(d.of_value[4]);
  CHECK(inner.depth == 2);
  CHECK(inner.mask == 3);
  CHECK(d.at(inner.outer).mask == 2);
  CHECK(d.common(d.of_value[4], d.of_value[5]) == d.of_value[5]);
  // The mask of the inner selection is itself needed under the outer condition only.
  CHECK(d.of_value[3] == d.of_value[5]);
}

TEST_CASE("an edge needs its regular arm alone") {
  const program p = parse(
      "inputs 1\nr0 = input 0\nm1 = is_finite r0\nr2 = sin r0\nr3 = exp r0\nr4 = edge m1 r2 r3\n"
      "outputs r4\n");
  const demand_analysis d = demands(p);
  CHECK(d.of_value[2] == 0);
  CHECK(d.of_value[3] == -1);
  CHECK(d.of_value[1] == -1);
}

TEST_CASE("an inner condition that different outer ones share is kept") {
  const program p = parse(
      "inputs 3\nr0 = input 0\nr1 = input 1\nr2 = input 2\nm3 = less r0 r1\nm4 = less r1 r2\n"
      "m5 = less r0 r2\nr6 = sin r0\nr7 = cos r6\nr8 = exp r6\nr9 = select m5 r0 r7\n"
      "r10 = select m5 r1 r8\nr11 = select m3 r2 r9\nr12 = select m4 r2 r10\nr13 = add r11 r12\n"
      "outputs r13\n");
  CHECK(demands(p).of_value[6] == 0);
  const demand_analysis d = demands(p, true);
  const condition& kept = d.at(d.of_value[6]);
  CHECK(kept.mask == 5);
  CHECK_FALSE(kept.polarity);
  CHECK(kept.outer == 0);
  CHECK(d.of_value[5] == 0);
}
