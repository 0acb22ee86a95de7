// SPDX-License-Identifier: MIT
// expect: ETAD-055: etad::vmap requires results of numbers
#include <boost/hana/define_struct.hpp>
#include <etad/batch.hpp>
#include <etad/interop/hana.hpp>
#include <vector>

template <class T>
struct power {
  BOOST_HANA_DEFINE_STRUCT(power, (T, base), (int, exponent));
};

double f(const std::vector<double>& x) {
  constexpr auto value = [](const auto& p, auto t) {
    return p.exponent == 2 ? p.base * p.base * t : p.base * t;
  };
#if REJECT
  return etad::vmap(etad::value_and_gradient(value, etad::wrt<0>))(power<double>{2.0, 2}, x)[0]
      .value;
#else
  return etad::sum_over(value).value_and_gradient(power<double>{2.0, 2}, x).value;
#endif
}
