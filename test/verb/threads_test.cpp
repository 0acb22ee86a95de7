// SPDX-License-Identifier: MIT
// Verbs keep no state, so threads may call them at the same time. Also a test for a thread sanitizer.
#include <doctest/doctest.h>
#include <array>
#include <etad/verb/gradient.hpp>
#include <functional>
#include <models/rosenbrock.hpp>
#include <thread>
#include <vector>

namespace {

constexpr models::rosenbrock<4> f;
constexpr std::array start{-1.2, 1.0, 0.5, 2.0};

TEST_CASE("four threads compute what one computes") {
  constexpr int rounds = 2000;
  const auto work = [](std::vector<std::array<double, 4>>& out) {
    std::array x = start;
    for (int i = 0; i < rounds; ++i) {
      const auto step = etad::gradient(f)(x);
      for (std::size_t k = 0; k < x.size(); ++k) x[k] -= 1e-4 * step[k];
      out.push_back(x);
    }
  };
  std::vector<std::array<double, 4>> alone;
  work(alone);
  std::array<std::vector<std::array<double, 4>>, 4> together;
  std::vector<std::thread> threads;
  for (auto& out : together) threads.emplace_back(work, std::ref(out));
  for (std::thread& thread : threads) thread.join();
  for (const auto& out : together) CHECK(out == alone);
}

}  // namespace
