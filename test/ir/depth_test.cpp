// SPDX-License-Identifier: MIT
#include <etad/ir/depth.hpp>

#include "pass/pass_text.hpp"

using namespace pass_text;

TEST_CASE("depth is the length of the longest chain of operations") {
  const program p = parse(
      "inputs 2\nr0 = input 0\nr1 = input 1\nr2 = sin r0\nr3 = multiply r2 r1\n"
      "r4 = fma r0 r1 r3\noutputs r4\n");
  const buffer<int> depth = depths(p);
  const int expected[] = {0, 0, 1, 2, 3};
  for (std::size_t n = 0; n < 5; ++n) CHECK(depth[n] == expected[n]);
}

TEST_CASE("the outputs with the shorter chains come first, in their order") {
  const auto ordered = [](const char* outputs) {
    const program p = parse(std::string("inputs 1\nr0 = input 0\nr1 = sin r0\nr2 = cos r1\n"
                                        "r3 = cos r0 derivative\nr4 = negate r0 derivative\n") +
                            outputs);
    std::vector<int> names;
    for (const value_id v : shallow_outputs_first(p, depths(p))) names.push_back(v);
    return names;
  };
  CHECK(ordered("outputs r2 r3 r4\n") == std::vector<int>{3, 4, 2});
  CHECK(ordered("outputs r1 r3 r4\n") == std::vector<int>{1, 3, 4});
}
