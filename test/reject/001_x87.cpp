// SPDX-License-Identifier: MIT
// What GCC defines with -mfpmath=387.
// expect: ETAD-001: etad requires IEEE arithmetic; -mfpmath=387 was seen
#if REJECT
#undef __FLT_EVAL_METHOD__
#define __FLT_EVAL_METHOD__ 2
#endif
#include <etad/etad.hpp>

double f(double x) {
  return etad::derivative([](auto t) { return t * t; })(x);
}
