// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <cstdint>
#include <etad/dual/workspace.hpp>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

struct alignas(64) wide {
  double number[8];
};
struct alignas(256) wider {
  double number[32];
};

template <class Number>
bool aligned(const Number* p) {
  return reinterpret_cast<std::uintptr_t>(p) % alignof(Number) == 0;
}

TEST_CASE("memory is aligned for its numbers, whatever it was taken for before") {
  // Several at once, since an allocation may be aligned by chance.
  std::vector<etad::workspace> memories(8);
  for (const etad::workspace& memory : memories) {
    CHECK(aligned(memory.take<double>(1000)));
    CHECK(aligned(memory.take<wide>(1)));  // large enough already, not aligned enough
    CHECK(aligned(memory.take<wider>(1)));
    CHECK(aligned(memory.take<wide>(300)));  // grows, and stays as aligned
    CHECK(aligned(memory.take<wider>(2)));
    CHECK(memory.capacity() == 300 * sizeof(wide));  // kept by calls that need no more
  }
}

TEST_CASE("a workspace serves one call at a time") {
  const etad::workspace memory;
  {
    const etad::workspace::use first(memory);
    try {
      const etad::workspace::use second(memory);
      FAIL("accepted");
    } catch (const std::invalid_argument& error) {
      CHECK(std::string(error.what()).find("ETAD-134") == 0);
    }
  }
  const etad::workspace::use third(memory);
}

TEST_CASE("memory grows to the largest call, is reused, and holds zeros") {
  const etad::workspace memory;
  CHECK(memory.capacity() == 0);
  double* const first = memory.take<double>(10);
  CHECK(memory.capacity() == 10 * sizeof(double));
  first[0] = first[9] = 3.0;
  double* const again = memory.take<double>(10);
  CHECK(again == first);
  CHECK(again[0] == 0.0);
  CHECK(again[9] == 0.0);
  CHECK(memory.take<double>(3) == first);
  CHECK(memory.capacity() == 10 * sizeof(double));
  memory.take<double>(11);
  CHECK(memory.capacity() == 11 * sizeof(double));
}

TEST_CASE("one object is kept until another type is asked for, and destroyed") {
  struct counter {
    int* destroyed = nullptr;
    ~counter() {
      if (destroyed != nullptr) ++*destroyed;
    }
  };
  int destroyed = 0;
  {
    etad::workspace memory;
    memory.keep<counter>().destroyed = &destroyed;
    CHECK(memory.keep<counter>().destroyed == &destroyed);
    memory.keep<int>() = 7;
    CHECK(destroyed == 1);
    CHECK(memory.keep<int>() == 7);
    CHECK(memory.keep<counter>().destroyed == nullptr);
    memory.keep<counter>().destroyed = &destroyed;
    etad::workspace other = std::move(memory);
    CHECK(other.keep<counter>().destroyed == &destroyed);
  }
  CHECK(destroyed == 2);
}

}  // namespace
