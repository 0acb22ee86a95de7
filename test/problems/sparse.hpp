// SPDX-License-Identifier: MIT
// Sparse Jacobians and packed forward mode, against the oracle.
#pragma once

#include <etad/verb/sparse_jacobian.hpp>

#include "problems/drivers.hpp"

namespace problems {

/// Whatever the pattern calls a zero is one, and the rest is the full matrix.
template <class P, class T>
void check_sparse(const std::string& mode, const driver<P, T>& d, const auto& sparse) {
  d.check(mode, rows_of(sparse.dense()));
  const std::vector<T> full = [&] {
    std::vector<T> numbers;
    for (const auto& row : rows_of(std::apply(etad::jacobian(P{}, P::with_respect_to), d.x))) {
      numbers.insert(numbers.end(), row.begin(), row.end());
    }
    return numbers;
  }();
  REQUIRE(full.size() == static_cast<std::size_t>(sparse.rows * sparse.columns));
  for (int i = 0; i < sparse.rows; ++i) {
    for (int j = 0; j < sparse.columns; ++j) {
      const T entry = full[static_cast<std::size_t>(i * sparse.columns + j)];
      if (sparse.position(i, j) < 0) CHECK_MESSAGE(entry == T(0), P::name, i, ", ", j);
    }
  }
}

template <class P>
void check_sparse_problem() {
  constexpr auto wrt = P::with_respect_to;
  for (const auto& point : P::points) {
    const driver<P, double> d(point);
    check_sparse("sparse", d, std::apply(etad::sparse_jacobian(P{}, wrt), d.x));
    check_sparse("sparse, lanes", d, std::apply(etad::sparse_jacobian(P{}, wrt, etad::lanes), d.x));
    d.check("lanes", rows_of(std::apply(etad::jacobian(P{}, wrt, etad::lanes), d.x)));
    const driver<P, float> f(point);
    f.check("lanes", rows_of(std::apply(etad::jacobian(P{}, wrt, etad::lanes), f.x)));
  }
}

template <class... P>
void check_sparse_table(table<P...>) {
  (check_sparse_problem<P>(), ...);
}

}  // namespace problems
