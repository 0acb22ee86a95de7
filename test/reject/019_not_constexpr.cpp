// SPDX-License-Identifier: MIT
// expect: ETAD-019: etad::traced_only, forward, reverse, elimination and whatever counts operations require a callable that the compiler can run
// expect: helper
#include <etad/etad.hpp>

int calls = 0;

struct helper {
  template <class T>
  std::array<T, 1> operator()(const T& x) const {
    ++calls;
    return {x * x};
  }
};

#if REJECT
double f(double x) { return etad::jacobian(helper{}, etad::reverse)(x)(0, 0); }
#else
double f(double x) { return etad::jacobian(helper{})(x)(0, 0); }
#endif
