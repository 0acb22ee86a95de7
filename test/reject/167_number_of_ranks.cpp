// SPDX-License-Identifier: MIT
// A number type without a datatype of MPI's. Compiled where MPI is installed (meson.build).
// expect: ETAD-167: etad::mpi_ranks requires numbers of type float, double or long double
#include <etad/etad.hpp>
#include <etad/interop/mpi.hpp>

#if REJECT
using number = etad::dual<double, 2>;
#else
using number = double;
#endif

number total(const etad::mpi_ranks& ranks) {
  return etad::sum_of_rows(ranks, 1000,
                           [](auto, auto last) { return number(static_cast<double>(last)); });
}
