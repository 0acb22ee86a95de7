// SPDX-License-Identifier: MIT
#pragma once

#include <type_traits>

#include "../workloads.hpp"

namespace bench {

/// Entry i of what a workload's evaluate returned, a scalar or an array.
template <class Result>
const auto& entry(const Result& result, std::size_t i) {
  if constexpr (requires { result[i]; })
    return result[i];
  else
    return result;
}

/// Value and Jacobian by a forward-mode library. Library says how its numbers are seeded and read:
/// type<N>, seed(value, i), value(number), derivative(number, i).
template <class Workload, class Library>
auto forward_jacobian(const typename Workload::point& in) {
  constexpr std::size_t columns = Workload::variables;
  std::array<typename Library::template type<columns>, columns> x;
  for (std::size_t i = 0; i < columns; ++i) Library::template seed<columns>(x[i], in.x[i], i);
  const auto result = Workload::evaluate(x, in.data);
  first_order<Workload::results, columns> out;
  for (std::size_t i = 0; i < Workload::results; ++i) {
    const auto& number = entry(result, i);
    out.value[i] = Library::value(number);
    for (std::size_t j = 0; j < columns; ++j)
      out.jacobian[i * columns + j] = Library::derivative(number, j);
  }
  return out;
}

/// Value, gradient and Hessian by nesting the library's type in itself.
template <class Workload, class Library>
auto nested_hessian(const typename Workload::point& in) {
  constexpr std::size_t columns = Workload::variables;
  std::array<typename Library::template nested<columns>, columns> x;
  for (std::size_t i = 0; i < columns; ++i)
    Library::template seed_nested<columns>(x[i], in.x[i], i);
  const auto result = Workload::evaluate(x, in.data);
  second_order<columns> out;
  out.value = Library::value(Library::value(result));
  for (std::size_t i = 0; i < columns; ++i) {
    const auto& row = Library::derivative(result, i);
    out.gradient[i] = Library::value(row);
    for (std::size_t j = 0; j < columns; ++j)
      out.hessian[i * columns + j] = Library::derivative(row, j);
  }
  return out;
}

struct sparse_result {
  std::array<double, 20> value;
  std::array<double, 82> jacobian;
};

/// Positions in POLLU's 20 x 20 Jacobian of the entries that are not zero, row by row.
inline constexpr std::array<int, 82> pollu_pattern{
    0,   1,   3,   4,   5,   9,   10,  12,  18,  19,  20,  21,  23,  24,  29,  30,  38,
    40,  42,  43,  55,  58,  60,  61,  62,  63,  81,  84,  85,  86,  88,  93,  96,  100,
    101, 104, 105, 106, 108, 115, 116, 125, 126, 133, 145, 146, 148, 165, 168, 181, 188,
    189, 190, 200, 201, 205, 208, 210, 212, 221, 230, 240, 250, 252, 261, 269, 273, 280,
    285, 303, 315, 325, 336, 345, 356, 360, 363, 378, 379, 380, 398, 399};

/// POLLU's nonzeros out of the full Jacobian, for libraries without a sparse driver.
inline sparse_result gathered(const first_order<20, 20>& dense) {
  sparse_result out;
  out.value = dense.value;
  for (std::size_t i = 0; i < pollu_pattern.size(); ++i)
    out.jacobian[i] = dense.jacobian[static_cast<std::size_t>(pollu_pattern[i])];
  return out;
}

template <class Workload, class Library>
bool add_jacobian(const char* name) {
  return add<Workload>(name, kind::library, [](const typename Workload::point& in) {
    return forward_jacobian<Workload, Library>(in);
  });
}

template <class Workload, class Library>
bool add_hessian(const char* name) {
  return add<Workload>(name, kind::library, [](const typename Workload::point& in) {
    return nested_hessian<Workload, Library>(in);
  });
}

template <class Library>
bool add_jacobians(const char* name) {
  add<pollu_sparse_workload>(name, kind::library, [](const pollu_workload::point& in) {
    return gathered(forward_jacobian<pollu_workload, Library>(in));
  });
  return add_jacobian<rosenbrock_workload<10>, Library>(name) &&
         add_jacobian<rosenbrock_workload<100>, Library>(name) &&
         add_jacobian<black_scholes_workload, Library>(name) &&
         add_jacobian<snavely_workload, Library>(name) &&
         add_jacobian<arm_workload, Library>(name) && add_jacobian<rober_workload, Library>(name) &&
         add_jacobian<hires_workload, Library>(name) && add_jacobian<pollu_workload, Library>(name);
}

template <class Library>
bool add_hessians(const char* name) {
  return add_hessian<dirichlet_workload, Library>(name) &&
         add_hessian<rosenbrock_hessian_workload, Library>(name);
}

}  // namespace bench
