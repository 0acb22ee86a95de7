// SPDX-License-Identifier: MIT
// expect: ETAD-019: etad requires a callable that the compiler can run
// expect: helper
#include <etad/etad.hpp>

int calls = 0;

struct helper {
  template <class T>
#if !REJECT
  constexpr
#endif
      T
      operator()(const T& x) const {
#if REJECT
    ++calls;
#endif
    return x * x;
  }
};

double f(double x) { return etad::derivative(helper{})(x); }
