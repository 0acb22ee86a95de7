// SPDX-License-Identifier: MIT
// The models of docs/examples as test problems.
#pragma once

#include <models/arm.hpp>
#include <models/black_scholes.hpp>
#include <models/dirichlet.hpp>
#include <models/hires.hpp>
#include <models/pollu.hpp>
#include <models/rober.hpp>
#include <models/rosenbrock.hpp>
#include <models/snavely.hpp>

#include "problems/problem.hpp"

namespace problems {

struct arm : problem, models::arm {
  static constexpr auto name = "arm";
  // Sums of products of sines cancel.
  static constexpr double tolerance = 2048;
  static constexpr std::array points{std::tuple{std::array{0.3, -1.1, 0.7, 2.0, -0.4, 1.3}}};
};

struct black_scholes : problem, models::black_scholes {
  static constexpr auto name = "black_scholes";
  static constexpr double tolerance = 256;
  static constexpr std::array points{std::tuple{100.0, 95.0, 0.03, 0.25, 0.5},
                                     std::tuple{80.0, 110.0, -0.01, 0.4, 2.0}};
};

struct dirichlet : problem, models::dirichlet {
  static constexpr auto name = "dirichlet";
  static constexpr double tolerance = 512;
  static constexpr auto with_respect_to = etad::wrt<0>;
  static constexpr std::array points{
      std::tuple{std::array{0.1, -0.2, 1.3, 0.1, 0.3, 1.1}, std::array{1.25, -0.3, 0.1, 0.8}, 0.5}};
};

struct hires : problem, models::hires {
  static constexpr auto name = "hires";
  static constexpr std::array points{
      std::tuple{std::array{1.0, 0.125, 0.25, 0.5, 0.1, 0.2, 0.3, 0.0057}}};
};

struct pollu : problem, models::pollu {
  static constexpr auto name = "pollu";
  static constexpr double tolerance = 64;
  static constexpr std::array points{
      std::tuple{std::array{0.05, 0.2,  1e-8, 0.04, 1e-7, 1e-7,  0.1,   0.3,  0.01, 1e-8,
                            1e-8, 1e-3, 1e-4, 1e-9, 1e-3, 1e-14, 0.007, 1e-4, 1e-6, 1e-6}}};
};

struct rober : problem, models::rober {
  static constexpr auto name = "rober";
  static constexpr std::array points{std::tuple{std::array{0.98, 3.4e-5, 0.015}}};
};

struct rosenbrock : problem, models::rosenbrock<5> {
  static constexpr auto name = "rosenbrock";
  static constexpr double tolerance = 256;
  static constexpr std::array points{std::tuple{std::array{-1.2, 1.0, 0.7, 1.4, 0.3}}};
};

/// At a rotation and at none, where the model takes its small-angle branch.
struct snavely : problem, models::snavely {
  static constexpr auto name = "snavely";
  static constexpr double tolerance = 2048;
  static constexpr auto with_respect_to = etad::wrt<0>;
  static constexpr std::array points{
      std::tuple{std::array{0.2, -0.3, 0.1, 0.5, -1.0, -9.0, 500.0, -0.02, 0.001, 0.3, 0.8, 1.5},
                 12.0, -35.0},
      std::tuple{std::array{0.0, 0.0, 0.0, 0.5, -1.0, -9.0, 500.0, -0.02, 0.001, 0.3, 0.8, 1.5},
                 12.0, -35.0}};
};

using models_small = table<black_scholes, rober, rosenbrock, hires, dirichlet>;
using models_snavely = table<snavely>;
using models_arm = table<arm>;
using models_pollu = table<pollu>;

}  // namespace problems
