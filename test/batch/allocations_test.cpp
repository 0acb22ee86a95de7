// SPDX-License-Identifier: MIT
// Batches into memory of the caller and sums allocate nothing: a hook counts.
#include <doctest/doctest.h>
#include <array>
#include <atomic>
#include <cstdlib>
#include <etad/batch.hpp>
#include <new>
#include <vector>

namespace {
std::atomic<long> allocations{0};
}

[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  void* const memory = std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

template <class Call>
long allocations_of(Call call) {
  const long before = allocations;
  call();
  return allocations - before;
}

TEST_CASE("no allocation") {
  constexpr auto f = [](auto p, auto x) { return p * x * x; };
  constexpr auto bond = [](auto a, auto b) { return (a - b) * (a - b) * a; };
  const std::vector<double> x(1500, 2.0);
  std::vector<double> value(1500);
  std::vector<double> slope(1500);
  const std::vector<std::array<int, 2>> bonds{{0, 1}, {7, 3}, {1, 4}, {8, 9}, {1, 2}};
  const auto energy = etad::sum_over(bond, bonds);
  auto hessian = energy.sparse_hessian(x);
  double sum = 0;
  CHECK(allocations_of([&] { slope = energy.gradient(x); }) > 0);
  CHECK(allocations_of([&] {
          etad::vmap(etad::value_and_gradient(f, etad::wrt<0>))(3.0, x, etad::into(value, slope));
        }) == 0);
  CHECK(allocations_of([&] { sum = etad::sum_over(f).value_gradient_hessian(3.0, x).gradient; }) ==
        0);
  CHECK(allocations_of(
            [&] { sum += energy.value_gradient_hessian(x, etad::into(slope, hessian)); }) == 0);
  CHECK(value[1499] == 12.0);
  CHECK(sum == 4.0 * 1500);
}

}  // namespace
