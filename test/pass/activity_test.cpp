// SPDX-License-Identifier: MIT
#include <etad/pass/activity.hpp>

#include "pass_text.hpp"

using namespace pass_text;

namespace {

const char* const text = R"(
  inputs 2
  r0 = input 0
  r1 = input 1
  r2 = multiply r0 r1
  r3 = floor r2
  m4 = less r0 r2
  r5 = select m4 r3 r1
  r6 = add r2 r5
  outputs r6
)";

std::string active(const program& p, char first, char second) {
  std::string marks;
  for (const char a : active_values(p, {first, second})) marks += a != 0 ? 'a' : '-';
  return marks;
}

}  // namespace

TEST_CASE("what depends on the differentiated inputs") {
  const program p = parse(text);
  check_valid(p, "the test");
  // A step function and a comparison stop activity; a mask does not carry it into a selection.
  CHECK(active(p, 1, 0) == "a-a---a");
  CHECK(active(p, 0, 1) == "-aa--aa");
  CHECK(active(p, 1, 1) == "aaa--aa");
  CHECK(active(p, 0, 0) == "-------");
}
