// SPDX-License-Identifier: MIT
// No verb allocates memory: a hook counts.
#include <doctest/doctest.h>
#include <array>
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <etad/etad.hpp>
#include <models/rosenbrock.hpp>
#include <new>
#include <span>
#include <vector>

namespace {
std::atomic<long> allocations{0};
}

void* operator new(std::size_t size) {
  ++allocations;
  void* const memory = std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

constexpr models::rosenbrock<4> f;
constexpr auto g = [](const auto& x) {
  using std::log, std::sqrt;
  return std::array{x[0] * x[1], sqrt(x[0]), x[2] > 0.0 ? log(x[2]) : x[3] * x[2]};
};
constexpr std::array start{-1.2, 1.0, 0.5, 2.0};
constexpr std::array at_edge{0.0, 1.0, -1.0, 2.0};

template <class Call>
long allocations_of(Call call) {
  const long before = allocations;
  call();
  return allocations - before;
}

// Keeps a result alive, so that computing it cannot be left out.
template <class Value>
void keep(const Value& value) {
  asm volatile("" : : "r"(&value) : "memory");
}

TEST_CASE("the hook counts") {
  CHECK(allocations_of([] { keep(std::vector<int>(3)); }) == 1);
}

TEST_CASE("no verb allocates, at regular points and at singular ones") {
  for (const auto& x : {start, at_edge}) {
    CHECK(allocations_of([&] { keep(etad::gradient(f)(x)); }) == 0);
    CHECK(allocations_of([&] { keep(etad::value_and_gradient(f)(x)); }) == 0);
    CHECK(allocations_of([&] { keep(etad::hessian(f)(x)); }) == 0);
    CHECK(allocations_of([&] { keep(etad::value_gradient_hessian(f)(x)); }) == 0);
    CHECK(allocations_of([&] { keep(etad::hvp(f)(x, start)); }) == 0);
    CHECK(allocations_of([&] { keep(etad::jacobian(g)(x)); }) == 0);
    CHECK(allocations_of([&] { keep(etad::jacobian(g, etad::forward)(x)); }) == 0);
    CHECK(allocations_of([&] { keep(etad::jacobian(g, etad::elimination)(x)); }) == 0);
    CHECK(allocations_of([&] { keep(etad::value_and_jacobian(g)(x)); }) == 0);
    CHECK(allocations_of([&] { keep(etad::jvp(g)(x, start)); }) == 0);
    CHECK(allocations_of([&] { keep(etad::vjp(g)(x, std::array{1.0, 2.0, 3.0})); }) == 0);
    CHECK(allocations_of([&] { keep(etad::check_derivatives(g)(x)); }) == 0);
    std::array<double, 12> buffer{};
    CHECK(allocations_of([&] {
            etad::jacobian(g)(x, std::span<double>(buffer));
            keep(buffer);
          }) == 0);
  }
  CHECK(allocations_of([] {
          keep(etad::derivative<3>([](auto x) {
            using std::sin;
            return sin(x);
          })(start[0]));
        }) == 0);
}

}  // namespace
