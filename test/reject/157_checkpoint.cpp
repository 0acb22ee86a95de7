// SPDX-License-Identifier: MIT
// expect: ETAD-157: etad::tape::checkpoint
// expect: because each sweep runs it again
#include <etad/tape.hpp>

using number = etad::variable<double>;

number end(etad::tape<double>& tape, const number& x) {
  int calls = 0;
#if REJECT
  const number y = tape.checkpoint(
      [calls](const auto& u) mutable {
        ++calls;
        return u * u;
      },
      x);
#else
  const number y = tape.checkpoint(
      [&calls](const auto& u) {
        ++calls;
        return u * u;
      },
      x);
#endif
  return y;
}
