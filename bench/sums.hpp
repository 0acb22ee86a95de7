// SPDX-License-Identifier: MIT
#pragma once

#include "lennard_jones.hpp"
#include "mixture.hpp"
#include "network.hpp"
#include "workloads.hpp"

/// The workloads over many points or elements, W7 to W10. The points of W7 and W8 are data that stay
/// the same while the parameters change, as in any fit; W9 is itself a batch of points, so there is
/// one batch. Numbers of many points are stored column by column (structure of arrays).
namespace bench {

template <std::size_t Columns, std::size_t Rows>
using columns = std::array<std::array<double, Rows>, Columns>;

/// Variables, and data shared by all points of the workload.
template <std::size_t Variables, class Data>
struct shared_input {
  std::array<double, Variables> x;
  const Data* data;
};

/// Row i of columns.
template <std::size_t Columns, std::size_t Rows>
std::array<double, Columns> row(const columns<Columns, Rows>& all, std::size_t i) {
  std::array<double, Columns> result;
  for (std::size_t j = 0; j < Columns; ++j) result[j] = all[j][i];
  return result;
}

template <std::size_t Dimension>
struct mixture_workload {
  static constexpr const char* name = Dimension == 2 ? "W7 d=2" : "W7 d=10";
  static constexpr std::size_t rows = 1000;
  static constexpr std::size_t components = 5;
  using model = models::mixture<Dimension, components>;
  static constexpr std::size_t variables = model::parameters;
  using data = columns<Dimension, rows>;
  using point = shared_input<variables, data>;

  /// The sum over all points, for types that differentiate a whole function.
  template <class T>
  static T evaluate(const std::array<T, variables>& x, const data& all) {
    const auto prepared = model::prepare(x);
    T sum = model{}(prepared, row(all, 0));
    for (std::size_t i = 1; i < rows; ++i) sum = sum + model{}(prepared, row(all, i));
    return sum;
  }

  static std::array<point, point_count> make_points() {
    random_numbers random;
    static data all;
    for (std::size_t i = 0; i < rows; ++i)
      for (std::size_t j = 0; j < Dimension; ++j)
        all[j][i] = static_cast<double>(i % components) - 2 + random(-1, 1);
    std::array<point, point_count> result;
    for (point& one : result) {
      one.data = &all;
      for (std::size_t i = 0; i < variables; ++i) {
        const std::size_t within = i % model::stride;
        const bool mean = within > 0 && within <= Dimension;
        one.x[i] = mean ? static_cast<double>(i / model::stride) - 2 + random(-0.5, 0.5)
                        : random(-0.5, 0.5);
      }
    }
    return result;
  }
};

struct network_workload {
  static constexpr const char* name = "W8";
  static constexpr std::size_t rows = 64;
  static constexpr std::size_t width = 16;
  using model = models::squared_error<2, width>;
  static constexpr std::size_t variables = model::weights;
  static_assert(variables == 337);
  using data = columns<3, rows>;  // two inputs and the wanted output
  using point = shared_input<variables, data>;

  template <class T>
  static T evaluate(const std::array<T, variables>& x, const data& all) {
    T sum = model{}(x, std::array{all[0][0], all[1][0]}, all[2][0]);
    for (std::size_t i = 1; i < rows; ++i)
      sum = sum + model{}(x, std::array{all[0][i], all[1][i]}, all[2][i]);
    return sum * (1.0 / rows);
  }

  static std::array<point, point_count> make_points() {
    random_numbers random;
    static data all;
    for (auto& column : all)
      for (double& number : column) number = random(-1, 1);
    std::array<point, point_count> result;
    for (point& one : result) {
      one.data = &all;
      for (double& weight : one.x) weight = random(-0.5, 0.5);
    }
    return result;
  }
};

/// Value and five greeks of many options.
struct options_workload {
  static constexpr const char* name = "W9";
  static constexpr std::size_t rows = 4096;
  static constexpr std::size_t variables = 5;
  using data = columns<variables, rows>;
  struct point {
    const data* x;
  };
  using result = columns<1 + variables, rows>;  // value, then the derivative by each variable

  static std::array<point, point_count> make_points() {
    random_numbers random;
    static data all;
    input<5, 0> one;
    for (std::size_t i = 0; i < rows; ++i) {
      black_scholes_workload::draw(one, random);
      for (std::size_t j = 0; j < variables; ++j) all[j][i] = one.x[j];
    }
    std::array<point, point_count> same;
    same.fill({&all});
    return same;
  }
};

/// All pairs of atoms; coordinates atom by atom.
struct atoms_workload {
  static constexpr const char* name = "W10";
  static constexpr std::size_t atoms = 32;
  static constexpr std::size_t variables = 3 * atoms;
  using point = input<variables, 0>;

  template <class T>
  static constexpr std::array<T, 3> atom(const std::array<T, variables>& x, std::size_t i) {
    return {x[3 * i], x[3 * i + 1], x[3 * i + 2]};
  }

  template <class T>
  static T evaluate(const std::array<T, variables>& x) {
    T sum = models::lennard_jones{}(atom(x, 0), atom(x, 1));
    for (std::size_t i = 0; i < atoms; ++i)
      for (std::size_t j = i == 0 ? 2 : i + 1; j < atoms; ++j)
        sum = sum + models::lennard_jones{}(atom(x, i), atom(x, j));
    return sum;
  }

  /// A lattice of 4 x 4 x 2 near the distance of least energy, shaken.
  static std::array<point, point_count> make_points() {
    random_numbers random;
    std::array<point, point_count> result;
    for (point& one : result)
      for (std::size_t i = 0; i < atoms; ++i) {
        const std::array<std::size_t, 3> site{i % 4, i / 4 % 4, i / 16};
        for (std::size_t j = 0; j < 3; ++j)
          one.x[3 * i + j] = 1.12 * static_cast<double>(site[j]) + random(-0.1, 0.1);
      }
    return result;
  }
};

}  // namespace bench
