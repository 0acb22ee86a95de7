// SPDX-License-Identifier: MIT
// expect: ETAD-056: etad::wrt<.*name.*> requires as first argument of the call a structure
#include <boost/hana/define_struct.hpp>
#include <etad/etad.hpp>
#include <etad/interop/hana.hpp>

template <class T>
struct normal {
  BOOST_HANA_DEFINE_STRUCT(normal, (T, mu), (T, sigma));
};

double f() {
  constexpr auto product = [](const auto& n) { return n.mu * n.sigma; };
#if REJECT
  return etad::gradient(product, etad::wrt<"mean">)(normal<double>{1.0, 2.0});
#else
  return etad::gradient(product, etad::wrt<"mu">)(normal<double>{1.0, 2.0});
#endif
}
