// SPDX-License-Identifier: MIT
// Trilinos as packaged asks for MPI through Teuchos, which Sacado's scalar types do not need.
#include <Sacado_ConfigDefs.h>
#undef HAVE_SACADO_TEUCHOS
#undef HAVE_SACADO_TEUCHOSCORE
#undef HAVE_SACADO_TEUCHOSKOKKOSCOMM
#include <Sacado_No_Kokkos.hpp>

#include <cmath>
#include <numbers>

namespace bench {

/// Sacado differentiates no erf. Fad is a Sacado type that stores its derivatives.
template <class Fad>
Fad sacado_erf(const Fad& x) {
  Fad result(std::erf(x.val()));
  const double slope = 2 * std::numbers::inv_sqrtpi * std::exp(-x.val() * x.val());
  for (int i = 0; i < x.size(); ++i) result.fastAccessDx(i) = slope * x.fastAccessDx(i);
  return result;
}

}  // namespace bench

namespace Sacado::Fad::Exp {
template <class Storage>
auto erf(const GeneralFad<Storage>& x) {
  return bench::sacado_erf(x);
}
}  // namespace Sacado::Fad::Exp

namespace Sacado::ELRFad {
template <int N>
auto erf(const SFad<double, N>& x) {
  return bench::sacado_erf(x);
}
}  // namespace Sacado::ELRFad

#include "drivers.hpp"

namespace bench {
namespace {

struct reading {
  template <class T>
  static const auto& value(const T& number) {
    return number.val();
  }
  template <class T>
  static const auto& derivative(const T& number, std::size_t i) {
    return number.fastAccessDx(static_cast<int>(i));
  }
};

struct forward : reading {
  template <std::size_t N>
  using type = Sacado::Fad::SFad<double, static_cast<int>(N)>;
  template <std::size_t N>
  using nested = Sacado::Fad::SFad<type<N>, static_cast<int>(N)>;

  template <std::size_t N>
  static void seed(type<N>& number, double value, std::size_t i) {
    number = type<N>(static_cast<int>(N), static_cast<int>(i), value);
  }
  template <std::size_t N>
  static void seed_nested(nested<N>& number, double value, std::size_t i) {
    const type<N> inner(static_cast<int>(N), static_cast<int>(i), value);
    number = nested<N>(static_cast<int>(N), static_cast<int>(i), inner);
  }
};

/// Expression-level reverse mode: the partials of each statement by a reverse sweep.
struct statement_reverse : reading {
  template <std::size_t N>
  using type = Sacado::ELRFad::SFad<double, static_cast<int>(N)>;
  template <std::size_t N>
  static void seed(type<N>& number, double value, std::size_t i) {
    number = type<N>(static_cast<int>(N), static_cast<int>(i), value);
  }
};

const bool added = add_jacobians<forward>("Sacado") && add_hessians<forward>("Sacado") &&
                   add_jacobians<statement_reverse>("Sacado ELR");

}  // namespace
}  // namespace bench
