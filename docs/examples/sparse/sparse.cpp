// SPDX-License-Identifier: MIT
// Three sparse derivatives and the number of directions (colours) that suffice for each: the Jacobian
// of POLLU, that of a Brusselator on a ring of 16 points, and a Hessian in the shape of an arrow.
// Fails unless they agree with the full matrices.
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <etad/etad.hpp>
#include <etad/explain.hpp>

#include "models/brusselator.hpp"
#include "models/pollu.hpp"

namespace {

bool all_right = true;

bool close(double a, double b) { return std::abs(a - b) <= 1e-12 * (std::abs(a) + std::abs(b)); }

template <class Pattern>
void report(const char* name, const Pattern& pattern, bool right) {
  std::printf("%-12s %4d x %-4d %5d nonzeros %4d colours   %s\n", name, pattern.rows,
              pattern.columns, pattern.nonzeros, pattern.colours, right ? "right" : "WRONG");
  all_right = all_right && right;
}

template <class Sparse, std::size_t Rows, std::size_t Columns>
bool agree(const Sparse& sparse, const etad::matrix<double, Rows, Columns>& full) {
  const auto dense = sparse.dense();
  bool right = true;
  for (std::size_t i = 0; i < Rows; ++i) {
    for (std::size_t j = 0; j < Columns; ++j) right = right && close(dense(i, j), full(i, j));
  }
  return right;
}

void pollution() {
  using numbers = std::array<double, 20>;
  constexpr auto pattern = etad::jacobian_sparsity<numbers>(models::pollu{});
  const numbers y{0.05, 0.2,  1e-8, 0.04, 1e-7, 1e-7,  0.1,   0.3,  0.01, 1e-8,
                  1e-8, 1e-3, 1e-4, 1e-9, 1e-3, 1e-14, 0.007, 1e-4, 1e-6, 1e-6};
  const auto full = etad::jacobian(models::pollu{})(y);
  report("POLLU", pattern,
         agree(etad::sparse_jacobian(models::pollu{})(y), full) &&
             agree(etad::sparse_jacobian(models::pollu{}, etad::lanes)(y), full));
  std::printf("%s", to_string(pattern).c_str());
}

/// Full matrices of finer rings do not fit, so it is compared column by column with products.
void brusselator() {
  constexpr models::brusselator<16> rates;
  using numbers = std::array<double, 32>;
  constexpr auto pattern = etad::jacobian_sparsity<numbers>(rates);
  numbers y{};
  for (std::size_t i = 0; i < 16; ++i) {
    y[2 * i] = 1.0 + std::sin(2.0 * 3.141592653589793 * static_cast<double>(i) / 16.0);
    y[2 * i + 1] = 3.0;
  }
  const auto j = etad::sparse_jacobian(rates)(y);
  bool right = true;
  for (int column = 0; column < 32; ++column) {
    numbers unit{};
    unit[static_cast<std::size_t>(column)] = 1.0;
    const numbers product = etad::jvp(rates)(y, unit);
    for (int row = 0; row < 32; ++row) {
      right = right && close(j(row, column), product[static_cast<std::size_t>(row)]);
    }
  }
  report("Brusselator", pattern, right);
}

/// One variable that all others meet, as a common offset of many measurements.
constexpr auto offset_and_values = [](const auto& x) {
  using std::exp, std::log;
  auto sum = x[0] * x[0];
  for (std::size_t k = 1; k < x.size(); ++k) sum += log(1.0 + exp(x[k] - x[0])) + x[k] * x[k];
  return sum;
};

void arrow() {
  using numbers = std::array<double, 16>;
  constexpr auto pattern = etad::hessian_sparsity<numbers>(offset_and_values);
  numbers x{};
  for (std::size_t k = 0; k < x.size(); ++k) x[k] = 0.25 * static_cast<double>(k) - 2.0;
  const auto full = etad::hessian(offset_and_values)(x);
  report("arrow", pattern,
         agree(etad::sparse_hessian(offset_and_values)(x), full) &&
             agree(etad::sparse_hessian(offset_and_values, etad::lanes)(x), full));
  std::printf("%s", to_string(pattern).c_str());
}

}  // namespace

int main() {
  pollution();
  brusselator();
  arrow();
  return all_right ? 0 : 1;
}
