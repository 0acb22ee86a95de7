// SPDX-License-Identifier: MIT
// What two translation units share that are compiled for different machines. The kind of lanes is a
// template parameter of everything that holds lanes (docs/lanes.md).
#pragma once

#include <cmath>
#include <etad/lane/simd.hpp>
#include <etad/verb/gradient.hpp>

#include "report.hpp"

/// With another number of lanes the tag lies elsewhere.
template <class Lanes = etad::simd_lanes<>>
struct sample {
  etad::pack<double, Lanes> value;
  double tag;
};

template <class Lanes = etad::simd_lanes<>>
inline int lanes() {
  return etad::pack<double, Lanes>::lanes;
}

template <class Lanes>
inline double tag_of(const sample<Lanes>& s) {
  return s.tag;
}

struct bell {
  template <class T>
  constexpr T operator()(const T& x) const {
    using std::exp;
    return exp(-x * x);
  }
};

namespace {

report report_of_this_unit() {
#if defined(__AVX512F__)
  constexpr int machine = 8;
#elif defined(__AVX__)
  constexpr int machine = 4;
#else
  constexpr int machine = 2;
#endif
  using number = etad::pack<double, etad::simd_lanes<>>;
  const sample<> s = {erf(number(0.5)), 42};
  number (*const function)(const number&) = &etad::detail::erf<double, xsimd::default_arch>;
  return {lanes<>(),
          machine,
          tag_of(s),
          reduce_add(s.value),
          etad::gradient(bell{})(0.5),
          reinterpret_cast<const void*>(&lanes<>),
          reinterpret_cast<const void*>(function)};
}

}  // namespace
