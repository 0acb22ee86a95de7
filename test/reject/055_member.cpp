// SPDX-License-Identifier: MIT
// expect: ETAD-055: etad requires the members of a structure that depend on its scalar to be numbers
#include <array>
#include <boost/hana/define_struct.hpp>
#include <etad/etad.hpp>
#include <etad/interop/hana.hpp>
#include <vector>

template <class T>
struct line {
#if REJECT
  BOOST_HANA_DEFINE_STRUCT(line, (std::vector<T>, slopes), (T, offset));
#else
  BOOST_HANA_DEFINE_STRUCT(line, (std::array<T, 2>, slopes), (T, offset));
#endif
};

double f() {
  constexpr auto value = [](const auto& l) { return l.slopes[0] * l.offset; };
  return etad::gradient(value)(line<double>{{1.0, 2.0}, 3.0}).offset;
}
