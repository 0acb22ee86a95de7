// SPDX-License-Identifier: MIT
// expect: ETAD-054: etad requires structures that are templates of their scalar
#include <boost/hana/define_struct.hpp>
#include <etad/etad.hpp>
#include <etad/interop/hana.hpp>

struct fixed_point {
  BOOST_HANA_DEFINE_STRUCT(fixed_point, (double, x), (double, y));
};
template <class T>
struct point {
  BOOST_HANA_DEFINE_STRUCT(point, (T, x), (T, y));
};

double f() {
  constexpr auto product = [](const auto& p) { return p.x * p.y; };
#if REJECT
  return etad::gradient(product)(fixed_point{1.0, 2.0}).x;
#else
  return etad::gradient(product)(point<double>{1.0, 2.0}).x;
#endif
}
