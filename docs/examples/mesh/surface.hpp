// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

/// Triangles of a surface in space, each as models::dirichlet wants it.
struct surface {
  std::vector<std::array<int, 3>> triangles;
  std::vector<std::array<double, 4>> inverse_rest;
  std::vector<double> area;
  std::vector<std::array<double, 2>> flat;  // the vertices seen from above
};

using vector3 = std::array<double, 3>;

inline double inner(const vector3& a, const vector3& b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/// A hill z = height (1 - x^2) (1 - y^2) over the square [-1, 1]^2, cut into 2 cells^2 triangles.
inline surface make_hill(int cells, double height) {
  surface result;
  std::vector<vector3> vertices;
  for (int i = 0; i <= cells; ++i)
    for (int j = 0; j <= cells; ++j) {
      const double x = 2.0 * i / cells - 1;
      const double y = 2.0 * j / cells - 1;
      vertices.push_back({x, y, height * (1 - x * x) * (1 - y * y)});
      result.flat.push_back({x, y});
    }
  const auto add = [&](int a, int b, int c) {
    const auto edge = [&](int to) {
      const vector3& from = vertices[static_cast<std::size_t>(a)];
      const vector3& end = vertices[static_cast<std::size_t>(to)];
      return vector3{end[0] - from[0], end[1] - from[1], end[2] - from[2]};
    };
    // The triangle laid into the plane with its first edge on the first axis: edges (p, 0), (q, r).
    const vector3 first = edge(b);
    const vector3 second = edge(c);
    const double p = std::sqrt(inner(first, first));
    const double q = inner(first, second) / p;
    const double r = std::sqrt(inner(second, second) - q * q);
    result.triangles.push_back({a, b, c});
    result.inverse_rest.push_back({1 / p, -q / (p * r), 0.0, 1 / r});
    result.area.push_back(0.5 * p * r);
  };
  for (int i = 0; i < cells; ++i)
    for (int j = 0; j < cells; ++j) {
      const int corner = i * (cells + 1) + j;
      const int right = corner + cells + 1;
      add(corner, right, right + 1);
      add(corner, right + 1, corner + 1);
    }
  return result;
}
