// SPDX-License-Identifier: MIT
#pragma once

#include "../sums.hpp"
#include "drivers.hpp"

namespace bench {

/// Value and gradient of a sum by a forward-mode library, whose interface is that of drivers.hpp.
template <class Workload, class Library>
auto forward_gradient(const typename Workload::point& in) {
  constexpr std::size_t count = Workload::variables;
  std::array<typename Library::template type<count>, count> x;
  for (std::size_t i = 0; i < count; ++i) Library::template seed<count>(x[i], in.x[i], i);
  const auto sum = Workload::evaluate(x, *in.data);
  first_order<1, count> out;
  out.value[0] = Library::value(sum);
  for (std::size_t i = 0; i < count; ++i) out.jacobian[i] = Library::derivative(sum, i);
  return out;
}

/// One option after the other.
template <class Library>
options_workload::result forward_options(const options_workload::point& in) {
  options_workload::result out;
  for (std::size_t i = 0; i < options_workload::rows; ++i) {
    const auto one = forward_jacobian<black_scholes_workload, Library>({row(*in.x, i), {}});
    out[0][i] = one.value[0];
    for (std::size_t j = 0; j < 5; ++j) out[1 + j][i] = one.jacobian[j];
  }
  return out;
}

/// The six variables of one pair after the other: all 96 at once would be a waste.
template <class Library>
auto forward_pairs(const atoms_workload::point& in) {
  using number = typename Library::template type<6>;
  constexpr std::size_t atoms = atoms_workload::atoms;
  first_order<1, atoms_workload::variables> out{};
  for (std::size_t i = 0; i < atoms; ++i) {
    for (std::size_t j = i + 1; j < atoms; ++j) {
      std::array<number, 3> a;
      std::array<number, 3> b;
      for (std::size_t k = 0; k < 3; ++k) {
        Library::template seed<6>(a[k], in.x[3 * i + k], k);
        Library::template seed<6>(b[k], in.x[3 * j + k], 3 + k);
      }
      const number energy = models::lennard_jones{}(a, b);
      out.value[0] += Library::value(energy);
      for (std::size_t k = 0; k < 3; ++k) {
        out.jacobian[3 * i + k] += Library::derivative(energy, k);
        out.jacobian[3 * j + k] += Library::derivative(energy, 3 + k);
      }
    }
  }
  return out;
}

template <class Workload, class Library>
bool add_gradient(const char* name) {
  return add<Workload>(name, kind::library, [](const typename Workload::point& in) {
    return forward_gradient<Workload, Library>(in);
  });
}

template <class Library>
bool add_sums(const char* name) {
  return add_gradient<mixture_workload<2>, Library>(name) &&
         add_gradient<mixture_workload<10>, Library>(name) &&
         add_gradient<network_workload, Library>(name) &&
         add<options_workload>(
             name, kind::library,
             [](const options_workload::point& in) { return forward_options<Library>(in); }) &&
         add<atoms_workload>(name, kind::library, [](const atoms_workload::point& in) {
           return forward_pairs<Library>(in);
         });
}

}  // namespace bench
