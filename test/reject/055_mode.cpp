// SPDX-License-Identifier: MIT
// expect: ETAD-055: etad::traced_only, forward, reverse
#include <boost/hana/define_struct.hpp>
#include <etad/etad.hpp>
#include <etad/interop/hana.hpp>

template <class T>
struct power {
  BOOST_HANA_DEFINE_STRUCT(power, (T, base), (int, exponent));
};

double f() {
  constexpr auto value = [](const auto& p) {
    auto product = p.base;
    for (int i = 1; i < p.exponent; ++i) product *= p.base;
    return product;
  };
#if REJECT
  return etad::jacobian(value, etad::reverse)(power<double>{2.0, 3})(0, 0);
#else
  return etad::jacobian(value)(power<double>{2.0, 3})(0, 0);
#endif
}
