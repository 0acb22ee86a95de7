// SPDX-License-Identifier: MIT
// Errors in the body of a callable that runs on dual numbers and on variables of a tape.
// expect: cannot convert .*dual.* to .*double|assigning to 'double' from incompatible type .*dual
// expect: T s = 0, not double s = 0
// expect: accumulate\(b, e, T\(0\)\), not 0.0
#include <etad/etad.hpp>
#include <numeric>
#include <vector>

double sum(const std::vector<double>& numbers) {
  return etad::gradient([](const auto& x) {
    using T = std::remove_cvref_t<decltype(x[0])>;
#if REJECT
    return std::accumulate(x.begin(), x.end(), 0.0) + T(0);
#else
    return std::accumulate(x.begin(), x.end(), T(0));
#endif
  })(numbers)[0];
}
