// SPDX-License-Identifier: MIT
// expect: ETAD-055: etad::unravel<A>\(numbers\) requires a structure of numbers
#include <array>
#include <boost/hana/define_struct.hpp>
#include <etad/etad.hpp>
#include <etad/interop/hana.hpp>

template <class T>
struct power {
  BOOST_HANA_DEFINE_STRUCT(power, (T, base), (int, exponent));
};

int f() {
#if REJECT
  return etad::unravel<power<double>>(std::array{2.0}).exponent;
#else
  return etad::unravel(std::array{2.0}, power<double>{1.0, 3}).exponent;
#endif
}
