// SPDX-License-Identifier: MIT
// With a workspace, calls of run-time size allocate at the first time only: a hook counts.
#include <doctest/doctest.h>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <etad/etad.hpp>
#include <etad/scan.hpp>
#include <new>
#include <span>
#include <vector>

namespace {
std::atomic<long> allocations{0};

void* allocate(std::size_t size, std::size_t alignment) {
  ++allocations;
  void* const memory =
      std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
}  // namespace

[[gnu::noinline]] void* operator new(std::size_t size) {
  return allocate(size, alignof(std::max_align_t));
}
[[gnu::noinline]] void* operator new(std::size_t size, std::align_val_t alignment) {
  return allocate(size, static_cast<std::size_t>(alignment));
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::align_val_t) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  std::free(memory);
}

namespace {

constexpr auto ring = [](const auto& x) {
  typename std::remove_cvref_t<decltype(x)>::value_type sum{};
  for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * x[i] * x[(i + 1) % x.size()];
  return sum;
};

template <class Call>
long allocations_of(Call call) {
  const long before = allocations;
  call();
  return allocations - before;
}

TEST_CASE("after the first call, calls with views and a workspace allocate nothing") {
  const std::vector<double> numbers(100, 1.5);
  std::vector<double> out(100);
  std::vector<double> value(1);
  const std::span<const double> x(numbers);
  const etad::workspace memory;
  const auto gradient = [&] { etad::gradient(ring)(x, std::span(out), memory); };
  CHECK(allocations_of(gradient) > 0);
  CHECK(allocations_of(gradient) == 0);
  CHECK(out == std::vector<double>(100, 3.0 * 1.5 * 1.5));
  CHECK(allocations_of([&] {
          etad::value_and_gradient(ring)(x, std::span(value), std::span(out), memory);
        }) == 0);
  CHECK(value[0] == ring(numbers));
  CHECK(allocations_of([&] { etad::jvp(ring)(x, x, std::span(value), memory); }) == 0);
  CHECK(value[0] == 3.0 * ring(numbers));
  const double weight = 2.0;
  CHECK(allocations_of([&] {
          etad::vjp(ring)(x, std::span<const double>(&weight, 1), std::span(out), memory);
        }) == 0);
  CHECK(out == std::vector<double>(100, 6.0 * 1.5 * 1.5));

  // Smaller calls fit, larger ones make it grow.
  const std::size_t held = memory.capacity();
  CHECK(allocations_of(
            [&] { etad::gradient(ring)(x.first(50), std::span(out).first(50), memory); }) == 0);
  CHECK(memory.capacity() == held);
  const std::vector<double> more(200, 1.0);
  std::vector<double> slopes(200);
  etad::gradient(ring)(std::span<const double>(more), std::span(slopes), memory);
  CHECK(memory.capacity() > held);
  CHECK(slopes == std::vector<double>(200, 3.0));
}

TEST_CASE("so do calls with so many numbers that a tape serves them") {
  const std::vector<double> x(3000, 0.5);
  std::vector<double> slopes(x.size());
  const etad::workspace memory;
  const auto gradient = [&] {
    etad::gradient(ring)(std::span<const double>(x), std::span(slopes), memory);
  };
  CHECK(allocations_of(gradient) > 0);
  CHECK(allocations_of(gradient) == 0);
}

TEST_CASE("recurrences: after the first call, calls with a workspace allocate nothing") {
  constexpr auto step = [](const auto& c, auto u, auto p) {
    return std::array{c[0] + p * c[1], c[1] - p * c[0] + u};
  };
  constexpr auto loss = [](const auto& c) { return c[0] * c[1]; };
  const std::vector<double> inputs(500, 0.01);
  const std::span<const double> u(inputs);
  const std::array start{1.0, 0.5};
  std::vector<double> out(500);
  for (const auto kept : {etad::checkpoints::all(), etad::checkpoints(7)}) {
    const auto f = etad::scan(step, kept).then(loss);
    const etad::workspace memory;
    std::array<double, 2> slopes{};
    const auto gradient = [&] { slopes = etad::gradient(f, etad::wrt<0>)(start, u, 0.1, memory); };
    CHECK(allocations_of(gradient) > 0);
    CHECK(allocations_of(gradient) == 0);
    CHECK(allocations_of([&] {
            etad::gradient(f, etad::wrt<1>)(start, u, 0.1, std::span(out), memory);
          }) == 0);
    CHECK(out == etad::gradient(f, etad::wrt<1>)(start, u, 0.1));
    double value = 0;
    CHECK(allocations_of([&] { value = f(start, u, 0.1); }) == 0);
    CHECK(value == etad::value_and_gradient(f)(start, u, 0.1).value);
    CHECK(allocations_of([&] { value = etad::jvp(f, etad::wrt<0>)(start, u, 0.1, start); }) == 0);
    CHECK(value == doctest::Approx(slopes[0] * start[0] + slopes[1] * start[1]));
    // The same carries with their tangents, twice as large.
    const auto second = [&] { slopes = etad::hvp(f, etad::wrt<0>)(start, u, 0.1, start, memory); };
    CHECK(allocations_of(second) > 0);
    CHECK(allocations_of(second) == 0);
  }
}

TEST_CASE("without a workspace, a call allocates") {
  const std::vector<double> numbers(10, 1.5);
  std::vector<double> out(10);
  CHECK(allocations_of(
            [&] { etad::gradient(ring)(std::span<const double>(numbers), std::span(out)); }) > 0);
}

}  // namespace
