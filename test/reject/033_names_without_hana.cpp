// SPDX-License-Identifier: MIT
// expect: ETAD-033: etad::wrt<.*name.*> requires the header that knows the names of members
// expect: include <etad/interop/hana.hpp>
#include <boost/hana/define_struct.hpp>
#include <etad/etad.hpp>
#if !REJECT
#include <etad/interop/hana.hpp>
#endif

template <class T>
struct normal {
  BOOST_HANA_DEFINE_STRUCT(normal, (T, mu), (T, sigma));
};

auto f() {
  constexpr auto product = [](const auto& n) { return n.mu * n.sigma; };
  return etad::gradient(product, etad::wrt<"mu">);
}
