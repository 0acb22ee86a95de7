// SPDX-License-Identifier: MIT
// expect: ETAD-056: etad::wrt requires positions of arguments or names of members
#include <boost/hana/define_struct.hpp>
#include <etad/etad.hpp>
#include <etad/interop/hana.hpp>

template <class T>
struct normal {
  BOOST_HANA_DEFINE_STRUCT(normal, (T, mu), (T, sigma));
};

double f() {
  constexpr auto product = [](const auto& n, auto x) { return n.mu * x; };
#if REJECT
  const auto [mu, x] = etad::gradient(product, etad::wrt<"mu", 1>)(normal<double>{1.0, 2.0}, 3.0);
  return mu + x;
#else
  return etad::gradient(product, etad::wrt<"mu">)(normal<double>{1.0, 2.0}, 3.0);
#endif
}
