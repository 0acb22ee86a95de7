// SPDX-License-Identifier: MIT
// expect: ETAD-055: etad requires a callable to return numbers or arrays and structures of numbers
#include <boost/hana/define_struct.hpp>
#include <etad/etad.hpp>
#include <etad/interop/hana.hpp>

template <class T>
struct step {
#if REJECT
  BOOST_HANA_DEFINE_STRUCT(step, (T, position), (int, count));
#else
  BOOST_HANA_DEFINE_STRUCT(step, (T, position), (T, count));
#endif
};

double f() {
  constexpr auto next = [](auto x) { return step<decltype(x)>{x * x, 1}; };
  return etad::derivative(next)(2.0).position;
}
