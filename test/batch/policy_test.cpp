// SPDX-License-Identifier: MIT
// The policies of <execution>. With oneTBB installed its library would have to be linked; the test
// is about the interface, so it is skipped then.
#include <doctest/doctest.h>
#if !__has_include(<tbb/tbb.h>)
#include <etad/batch/sum_over.hpp>
#include <execution>
#include <vector>

namespace {

TEST_CASE("policies change where points run, not what they give") {
  std::vector<double> x(5000);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = 0.1 * static_cast<double>(i);
  constexpr auto f = [](auto p, auto t) { return p * t * t; };
  constexpr auto g = etad::gradient(f);
  CHECK(etad::vmap(g)(std::execution::par, 2.0, x) == etad::vmap(g)(2.0, x));
  constexpr auto sum = etad::sum_over(f);
  CHECK(sum.gradient(std::execution::par_unseq, 2.0, x) == sum.gradient(2.0, x));
  CHECK(etad::hessian(sum)(std::execution::seq, 2.0, x) == sum.hessian(2.0, x));
}

}  // namespace
#else
TEST_CASE("skipped: oneTBB is installed") {}
#endif
