// SPDX-License-Identifier: MIT
// The limits of the tracer. Traced at run time, since the compilers' own limits may come first; what
// stops the compilation then ends the process, so each case is a process of its own.
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>
#include <array>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <etad/lower/trace.hpp>
#include <string>

namespace {

using etad::traced;

/// What tracing f prints before it gives up; empty if it succeeds.
template <class... Args, class F>
std::string complaint(F f) {
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::signal(SIGABRT, SIG_DFL);
    dup2(ends[1], STDERR_FILENO);
    etad::detail::trace<F, Args...>(f);
    _exit(0);
  }
  close(ends[1]);
  std::string text;
  std::array<char, 256> buffer{};
  while (true) {
    const ssize_t count = read(ends[0], buffer.data(), buffer.size());
    if (count <= 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(text.empty() == (WIFEXITED(status) && WEXITSTATUS(status) == 0));
  return text;
}

constexpr auto sum_of_positive = [](const auto& a) {
  auto sum = 0.0 * a[0];
  for (const auto& x : a) {
    if (x > 0.0) sum += x;
  }
  return sum;
};

template <int Steps>
constexpr auto horner = [](auto x) {
  auto y = x;
  for (int i = 0; i < Steps; ++i) y = y * x + 1.0;
  return y;
};

template <int Count>
constexpr auto many_constants = [](auto x) {
  auto y = x;
  for (int i = 0; i < Count; ++i) y = y + (1.5 + i);
  return y;
};

TEST_CASE("eight branches have 256 paths, nine too many") {
  CHECK(complaint<std::array<traced, 8>>(sum_of_positive).empty());
  CHECK(complaint<std::array<traced, 9>>(sum_of_positive).find("ETAD-015") == 0);
}

TEST_CASE("programs have fewer than 16384 operations") {
  CHECK(complaint<traced>(horner<8000>).empty());
  CHECK(complaint<traced>(horner<8200>).find("ETAD-016") == 0);
}

TEST_CASE("and fewer than 2048 different constants") {
  CHECK(complaint<traced>(many_constants<2000>).empty());
  CHECK(complaint<traced>(many_constants<2100>).find("ETAD-016") == 0);
}

}  // namespace
