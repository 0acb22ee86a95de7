// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "arm.hpp"
#include "black_scholes.hpp"
#include "dirichlet.hpp"
#include "harness.hpp"
#include "hires.hpp"
#include "pollu.hpp"
#include "rober.hpp"
#include "rosenbrock.hpp"
#include "snavely.hpp"

/// The workloads: a model, the numbers of its variables, run-time data and results, and its points.
namespace bench {

template <std::size_t Variables, std::size_t Data>
struct input {
  std::array<double, Variables> x;
  std::array<double, Data> data;
};

/// Uniform numbers, the same on every machine (splitmix64; G. Steele et al., OOPSLA 2014).
class random_numbers {
 public:
  double operator()(double low, double high) {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t bits = state_;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
    bits ^= bits >> 31;
    return low + (high - low) * static_cast<double>(bits >> 11) * 0x1p-53;
  }

 private:
  std::uint64_t state_ = 20260115;
};

/// Variables, data and results of a workload, and points drawn by the Derived class's draw().
template <class Derived, std::size_t Variables, std::size_t Data, std::size_t Results>
struct workload {
  static constexpr std::size_t variables = Variables;
  static constexpr std::size_t data = Data;
  static constexpr std::size_t results = Results;
  using point = input<Variables, Data>;

  static std::array<point, point_count> make_points() {
    random_numbers random;
    std::array<point, point_count> all{};
    for (point& one : all) Derived::draw(one, random);
    return all;
  }
};

template <std::size_t N>
struct rosenbrock_workload : workload<rosenbrock_workload<N>, N, 0, 1> {
  static constexpr const char* name = N == 10 ? "W1 n=10" : "W1 n=100";
  template <class T, class Data>
  static constexpr T evaluate(const std::array<T, N>& x, const std::array<Data, 0>&) {
    return models::rosenbrock<N>{}(x);
  }
  static void draw(input<N, 0>& point, random_numbers& random) {
    for (double& x : point.x) x = random(-1.5, 1.5);
  }
};

struct black_scholes_workload : workload<black_scholes_workload, 5, 0, 1> {
  static constexpr const char* name = "W2";
  template <class T, class Data>
  static constexpr T evaluate(const std::array<T, 5>& x, const std::array<Data, 0>&) {
    return models::black_scholes{}(x[0], x[1], x[2], x[3], x[4]);
  }
  static void draw(input<5, 0>& point, random_numbers& random) {
    point.x = {random(80, 120), random(90, 110), random(0.01, 0.06), random(0.15, 0.5),
               random(0.25, 2)};
  }
};

struct snavely_workload : workload<snavely_workload, 12, 2, 2> {
  static constexpr const char* name = "W3";
  template <class T, class Data>
  static constexpr std::array<T, 2> evaluate(const std::array<T, 12>& x,
                                             const std::array<Data, 2>& data) {
    return models::snavely{}(x, data[0], data[1]);
  }
  static void draw(input<12, 2>& point, random_numbers& random) {
    for (std::size_t i = 0; i < 3; ++i) point.x[i] = random(-0.4, 0.4);
    for (std::size_t i = 3; i < 6; ++i) point.x[i] = random(-0.5, 0.5);
    point.x[6] = random(400, 900);
    point.x[7] = random(-0.2, 0.2);
    point.x[8] = random(-0.1, 0.1);
    for (std::size_t i = 9; i < 11; ++i) point.x[i] = random(-1, 1);
    point.x[11] = random(-6, -3);  // the camera looks along its negative third axis
    point.data = {random(-200, 200), random(-200, 200)};
  }
};

struct arm_workload : workload<arm_workload, 6, 0, 12> {
  static constexpr const char* name = "W4";
  template <class T, class Data>
  static constexpr std::array<T, 12> evaluate(const std::array<T, 6>& x,
                                              const std::array<Data, 0>&) {
    return models::arm{}(x);
  }
  static void draw(input<6, 0>& point, random_numbers& random) {
    for (double& x : point.x) x = random(-3.1, 3.1);
  }
};

struct rober_workload : workload<rober_workload, 3, 0, 3> {
  static constexpr const char* name = "W5r";
  template <class T, class Data>
  static constexpr std::array<T, 3> evaluate(const std::array<T, 3>& x,
                                             const std::array<Data, 0>&) {
    return models::rober{}(x);
  }
  static void draw(input<3, 0>& point, random_numbers& random) {
    point.x = {random(0.2, 1), random(1e-6, 3e-5), random(0.01, 0.8)};
  }
};

struct hires_workload : workload<hires_workload, 8, 0, 8> {
  static constexpr const char* name = "W5h";
  template <class T, class Data>
  static constexpr std::array<T, 8> evaluate(const std::array<T, 8>& x,
                                             const std::array<Data, 0>&) {
    return models::hires{}(x);
  }
  static void draw(input<8, 0>& point, random_numbers& random) {
    for (double& x : point.x) x = random(0.0001, 1);
  }
};

struct pollu_workload : workload<pollu_workload, 20, 0, 20> {
  static constexpr const char* name = "W5p";
  template <class T, class Data>
  static constexpr std::array<T, 20> evaluate(const std::array<T, 20>& x,
                                              const std::array<Data, 0>&) {
    return models::pollu{}(x);
  }
  static void draw(input<20, 0>& point, random_numbers& random) {
    for (double& x : point.x) x = random(0.001, 0.3);
  }
};

/// The same with the 82 entries of the Jacobian that are not zero, row by row.
struct pollu_sparse_workload : pollu_workload {
  static constexpr const char* name = "W5s";
};

struct dirichlet_workload : workload<dirichlet_workload, 6, 5, 1> {
  static constexpr const char* name = "W6a";
  template <class T, class Data>
  static constexpr T evaluate(const std::array<T, 6>& x, const std::array<Data, 5>& data) {
    const std::array<Data, 4> inverse_rest{data[0], data[1], data[2], data[3]};
    return models::dirichlet{}(x, inverse_rest, data[4]);
  }
  static void draw(input<6, 5>& point, random_numbers& random) {
    point.x = {random(-0.2, 0.2), random(-0.2, 0.2), random(0.8, 1.4),
               random(-0.2, 0.2), random(-0.2, 0.4), random(0.7, 1.3)};
    point.data = {random(0.7, 1.3), random(-0.3, 0.3), random(-0.3, 0.3), random(0.7, 1.3),
                  random(0.3, 0.7)};
  }
};

/// Value, gradient and Hessian, where W1 has value and gradient.
struct rosenbrock_hessian_workload : rosenbrock_workload<10> {
  static constexpr const char* name = "W6b";
};

}  // namespace bench
