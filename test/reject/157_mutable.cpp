// SPDX-License-Identifier: MIT
// expect: ETAD-157: etad requires a callable whose call operator is const
// expect: Drop mutable, or keep what it changes outside
#include <etad/etad.hpp>

double slope(double at) {
  int calls = 0;
#if REJECT
  const auto f = [calls](auto x) mutable {
    ++calls;
    return x * x;
  };
#else
  const auto f = [&calls](auto x) {
    ++calls;
    return x * x;
  };
#endif
  return etad::derivative(f)(at);
}
