// SPDX-License-Identifier: MIT
// The packaged tape libraries on the same functions: recorded and swept in each round, as etad is.
#pragma once

#include <vector>

#if defined(BENCH_ADOLC)
#include <adolc/adolc.h>
#endif
#if defined(BENCH_SACADO)
// Trilinos as packaged asks for MPI through Teuchos, which this scalar type does not need.
#include <Sacado_ConfigDefs.h>
#undef HAVE_SACADO_TEUCHOS
#undef HAVE_SACADO_TEUCHOSCORE
#undef HAVE_SACADO_TEUCHOSKOKKOSCOMM
#include <Sacado_No_Kokkos.hpp>
#endif

namespace tape_bench {

struct options;

/// Neither library has an erf.
template <class F>
inline constexpr bool peers_can = true;
template <>
inline constexpr bool peers_can<options> = false;

#if defined(BENCH_ADOLC)
inline constexpr bool has_adolc = true;
template <class F>
std::vector<double> by_adolc(const F& f, const std::vector<double>& at) {
  const auto size = static_cast<int>(at.size());
  std::vector<double> slope(at.size());
  trace_on(1);
  {
    std::vector<adouble> x(at.size());
    for (std::size_t k = 0; k < at.size(); ++k) x[k] <<= at[k];
    adouble y = f(x);
    double value;
    y >>= value;
  }
  trace_off();
  ::gradient(1, size, at.data(), slope.data());
  return slope;
}
#else
inline constexpr bool has_adolc = false;
#endif

#if defined(BENCH_SACADO)
inline constexpr bool has_sacado = true;
template <class F>
std::vector<double> by_sacado(const F& f, const std::vector<double>& at) {
  using number = Sacado::Rad::ADvar<double>;
  std::vector<number> x(at.begin(), at.end());
  {
    const number y = f(x);
    number::Gradcomp();
  }
  std::vector<double> slope(at.size());
  for (std::size_t k = 0; k < at.size(); ++k) slope[k] = x[k].adj();
  return slope;
}
#else
inline constexpr bool has_sacado = false;
#endif

}  // namespace tape_bench
