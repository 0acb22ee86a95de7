// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

using position = std::array<double, 3>;
using pair_of_atoms = std::array<int, 2>;

inline double square_of_distance(const position& a, const position& b) {
  double sum = 0;
  for (std::size_t k = 0; k < 3; ++k) sum += (a[k] - b[k]) * (a[k] - b[k]);
  return sum;
}

/// All pairs closer than radius, in time proportional to their number: atoms are sorted into cubic
/// cells of that size, so the neighbours of an atom are in its own cell and the 26 around.
inline std::vector<pair_of_atoms> pairs_within(const std::vector<position>& atoms, double radius) {
  position low = atoms.front();
  position high = atoms.front();
  for (const position& atom : atoms)
    for (std::size_t k = 0; k < 3; ++k) {
      low[k] = std::min(low[k], atom[k]);
      high[k] = std::max(high[k], atom[k]);
    }
  std::array<int, 3> cells;
  for (std::size_t k = 0; k < 3; ++k) cells[k] = 1 + static_cast<int>((high[k] - low[k]) / radius);
  const auto index = [&](int x, int y, int z) { return (x * cells[1] + y) * cells[2] + z; };
  const auto cell_of = [&](const position& atom) {
    std::array<int, 3> cell;
    for (std::size_t k = 0; k < 3; ++k) cell[k] = static_cast<int>((atom[k] - low[k]) / radius);
    return cell;
  };

  // Atoms of a cell: a list linked through `next`.
  std::vector<int> first(static_cast<std::size_t>(index(cells[0], 0, 0)), -1);
  std::vector<int> next(atoms.size());
  for (std::size_t i = atoms.size(); i-- > 0;) {
    const auto [x, y, z] = cell_of(atoms[i]);
    int& head = first[static_cast<std::size_t>(index(x, y, z))];
    next[i] = head;
    head = static_cast<int>(i);
  }

  std::vector<pair_of_atoms> pairs;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    const auto [x, y, z] = cell_of(atoms[i]);
    for (int cx = std::max(x - 1, 0); cx <= std::min(x + 1, cells[0] - 1); ++cx)
      for (int cy = std::max(y - 1, 0); cy <= std::min(y + 1, cells[1] - 1); ++cy)
        for (int cz = std::max(z - 1, 0); cz <= std::min(z + 1, cells[2] - 1); ++cz)
          for (int j = first[static_cast<std::size_t>(index(cx, cy, cz))]; j >= 0;
               j = next[static_cast<std::size_t>(j)])
            if (static_cast<int>(i) < j &&
                square_of_distance(atoms[i], atoms[static_cast<std::size_t>(j)]) < radius * radius)
              pairs.push_back({static_cast<int>(i), j});
  }
  return pairs;
}
