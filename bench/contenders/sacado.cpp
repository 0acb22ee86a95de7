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

/// Sacado differentiates neither erf nor fmax. Fad is a Sacado type that stores its derivatives.
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
template <class Storage>
const auto& fmax(const GeneralFad<Storage>& x, const GeneralFad<Storage>& y) {
  return x.val() < y.val() ? y : x;
}
}  // namespace Sacado::Fad::Exp

namespace Sacado::ELRFad {
template <int N>
auto erf(const SFad<double, N>& x) {
  return bench::sacado_erf(x);
}
template <int N>
const auto& fmax(const SFad<double, N>& x, const SFad<double, N>& y) {
  return x.val() < y.val() ? y : x;
}
}  // namespace Sacado::ELRFad

namespace Sacado::Rad {
inline const ADvar<double>& fmax(const ADvar<double>& x, const ADvar<double>& y) {
  return x.val() < y.val() ? y : x;
}
}  // namespace Sacado::Rad

#include "sums.hpp"

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

/// Reverse mode, a tape recorded at every call.
template <class Workload>
auto reverse_gradient(const typename Workload::point& in) {
  constexpr std::size_t count = Workload::variables;
  using number = Sacado::Rad::ADvar<double>;
  std::array<number, count> x;
  for (std::size_t i = 0; i < count; ++i) x[i] = in.x[i];
  first_order<1, count> out;
  {
    const number sum = [&] {
      if constexpr (requires { in.data->size(); })
        return Workload::evaluate(x, *in.data);
      else
        return Workload::evaluate(x);
    }();
    out.value[0] = sum.val();
    Sacado::Rad::ADvar<double>::Gradcomp();
  }
  for (std::size_t i = 0; i < count; ++i) out.jacobian[i] = x[i].adj();
  return out;
}

template <class... Workload>
bool add_reverse() {
  return (add<Workload>(
              "Sacado Rad", kind::library,
              [](const typename Workload::point& in) { return reverse_gradient<Workload>(in); }) &&
          ...);
}

const bool added =
    add_jacobians<forward>("Sacado") && add_hessians<forward>("Sacado") &&
    add_jacobians<statement_reverse>("Sacado ELR") && add_sums<forward>("Sacado") &&
    add_sums<statement_reverse>("Sacado ELR") &&
    add_reverse<mixture_workload<2>, mixture_workload<10>, network_workload, atoms_workload>();

}  // namespace
}  // namespace bench
