// SPDX-License-Identifier: MIT
#pragma once

#include <array>

namespace models {

/// Symmetric Dirichlet energy of a plane triangle, the distortion measure of mesh parametrization:
///   area (|J|^2 + |inverse of J|^2), Frobenius norms, J = (b - a, c - a) * inverse_rest,
/// vertices = (a0, a1, b0, b1, c0, c1). The rest triangle is data: inverse_rest is the inverse, in
/// row-major order, of the matrix whose columns are its edges from the first vertex, area its area.
/// J. Smith, S. Schaefer, ACM Transactions on Graphics 34 (2015), article 70.
struct dirichlet {
  template <class T, class Data>
  constexpr T operator()(const std::array<T, 6>& vertices, const std::array<Data, 4>& inverse_rest,
                         const Data& area) const {
    const T bx = vertices[2] - vertices[0];
    const T by = vertices[3] - vertices[1];
    const T cx = vertices[4] - vertices[0];
    const T cy = vertices[5] - vertices[1];
    const T j00 = bx * inverse_rest[0] + cx * inverse_rest[2];
    const T j01 = bx * inverse_rest[1] + cx * inverse_rest[3];
    const T j10 = by * inverse_rest[0] + cy * inverse_rest[2];
    const T j11 = by * inverse_rest[1] + cy * inverse_rest[3];
    const T determinant = j00 * j11 - j01 * j10;
    const T norm2 = j00 * j00 + j01 * j01 + j10 * j10 + j11 * j11;
    // In the plane the inverse has the entries of J in another order, divided by the determinant.
    return area * (norm2 + norm2 / (determinant * determinant));
  }
};

}  // namespace models
