// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "result.hpp"

namespace bench {

/// Points visited in rotation, so that no branch predictor or cache line serves one point alone.
inline constexpr std::size_t point_count = 16;

/// Hand-written code is the measure; hand-written code with SIMD types is a contender of its own.
enum class kind { primal, hand, hand_simd, etad, library };

/// One way to compute one workload. evaluate(i) returns the flattened result at point i;
/// repeat(n) computes n points in rotation into memory the optimizer must assume is read.
struct contender {
  std::string workload;
  std::string name;
  kind what;
  std::vector<double> (*evaluate)(std::size_t point);
  void (*repeat)(std::size_t count);
};

/// Every contender linked into this program, registered before main. Translation units register from
/// static objects because hand-written code is compiled twice, with and without g++'s SLP
/// vectorizer, from one source.
inline std::vector<contender>& contenders() {
  static std::vector<contender> all;
  return all;
}

/// The workload's points, in memory no compiler can see through.
template <class Workload>
const auto* points() {
  static const auto all =
      std::make_unique<decltype(Workload::make_points())>(Workload::make_points());
  const auto* first = all->data();
  asm volatile("" : "+r"(first) : : "memory");
  return first;
}

/// One point, out of line: an optimizer that sees the loop around it would move constants out of the
/// loop, which no solver that calls a Jacobian can hope for. The result is constructed in place, so
/// every contender writes its numbers straight into the caller's memory if it can.
template <class Workload, class Function, class Result>
[[gnu::noinline]] void evaluate_at(const typename Workload::point& point, Result* result) {
  ::new (static_cast<void*>(result)) Result(Function{}(point));
}

/// Registers function, a captureless lambda from a point to a result.
template <class Workload, class Function>
bool add(std::string name, kind what, Function) {
  using result = decltype(Function{}(std::declval<const typename Workload::point&>()));
  contenders().push_back({Workload::name, std::move(name), what,
                          [](std::size_t i) {
                            std::vector<double> numbers;
                            flatten(Function{}(points<Workload>()[i]), numbers);
                            return numbers;
                          },
                          [](std::size_t count) {
                            static const auto storage = std::make_unique<result>();
                            const auto* inputs = points<Workload>();
                            for (std::size_t i = 0; i < count; ++i) {
                              evaluate_at<Workload, Function>(inputs[i % point_count],
                                                              storage.get());
                              asm volatile("" : "+r"(inputs) : : "memory");
                            }
                          }});
  return true;
}

}  // namespace bench
