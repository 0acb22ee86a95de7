// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>
#include <etad/simd.hpp>
#include <vector>

#include "sums.hpp"

namespace bench {
namespace {

using problem = atoms_workload;
using point = problem::point;
using gradient = first_order<1, problem::variables>;

/// All pairs, row by row: made once, as in any program with bonds that stay.
const std::vector<std::array<int, 2>>& pairs() {
  static const auto all = [] {
    std::vector<std::array<int, 2>> list;
    for (int i = 0; i < static_cast<int>(problem::atoms); ++i)
      for (int j = i + 1; j < static_cast<int>(problem::atoms); ++j) list.push_back({i, j});
    return list;
  }();
  return all;
}

gradient by_pairs(const point& in) {
  static const auto energy = etad::simd::sum_over(models::lennard_jones{}, pairs());
  using vectors = std::array<std::array<double, 3>, problem::atoms>;
  static_assert(sizeof(vectors) == sizeof in.x);
  gradient out;
  const std::span<const std::array<double, 3>> atoms(
      reinterpret_cast<const std::array<double, 3>*>(in.x.data()), problem::atoms);
  const std::span<std::array<double, 3>> by(
      reinterpret_cast<std::array<double, 3>*>(out.jacobian.data()), problem::atoms);
  out.value[0] = energy.value_and_gradient(atoms, etad::into(by));
  return out;
}

const bool added =
    add<problem>("primal", kind::primal, [](const point& in) { return problem::evaluate(in.x); }) &&
    add<problem>("etad", kind::etad, [](const point& in) { return by_pairs(in); });

}  // namespace
}  // namespace bench
