// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>
#include <etad/simd.hpp>
#include <span>
#include <type_traits>
#include <vector>

#include "sums.hpp"

namespace bench {
namespace {

using problem = atoms_workload;
using point = problem::point;
using gradient = first_order<1, problem::variables>;

/// Coordinates, atom by atom.
template <class Numbers>
auto atoms_of(Numbers& numbers) {
  using number = std::remove_reference_t<decltype(numbers[0])>;
  using atom = std::conditional_t<std::is_const_v<number>, const std::array<double, 3>,
                                  std::array<double, 3>>;
  static_assert(sizeof(atom) == 3 * sizeof(double));
  return std::span<atom>(reinterpret_cast<atom*>(numbers.data()), problem::atoms);
}

/// Energy of one atom in the field of all, itself left out: what vmap puts into lanes where every
/// atom meets every other.
struct in_field {
  template <class T>
  constexpr T operator()(const std::array<T, 3>& atom, const T& index,
                         const std::array<T, problem::variables>& all) const {
    T sum = 0.0;
    for (std::size_t j = 0; j < problem::atoms; ++j) {
      const T r2 = models::lennard_jones::square_of_distance(atom, problem::atom(all, j));
      const T apart = etad::select(index == static_cast<double>(j), 1e100 + r2, r2);
      sum = sum + models::lennard_jones::of_square(apart);
    }
    return sum;
  }
};

gradient by_atoms(const point& in) {
  static const auto index = [] {
    std::array<double, problem::atoms> all;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<double>(i);
    return all;
  }();
  gradient out;
  std::array<double, problem::atoms> energy;
  etad::simd::vmap(etad::value_and_gradient(in_field{}, etad::wrt<0>))(
      atoms_of(in.x), std::span(index), in.x,
      etad::into(std::span(energy), atoms_of(out.jacobian)));
  double sum = 0;
  for (const double one : energy) sum += one;
  out.value[0] = 0.5 * sum;
  return out;
}

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
  gradient out;
  out.value[0] = energy.value_and_gradient(atoms_of(in.x), etad::into(atoms_of(out.jacobian)));
  return out;
}

const bool added =
    add<problem>("primal", kind::primal, [](const point& in) { return problem::evaluate(in.x); }) &&
    add<problem>("etad", kind::etad, [](const point& in) { return by_atoms(in); }) &&
    add<problem>("etad (list of pairs)", kind::etad, [](const point& in) { return by_pairs(in); });

}  // namespace
}  // namespace bench
