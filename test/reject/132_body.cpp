// SPDX-License-Identifier: MIT
// Errors in the body of a callable: the compiler's own words, and etad's hints beside.
// expect: cannot convert .*traced.* to .*double|assigning to 'double' from incompatible type 'traced'
// expect: no matching function for call to .*isnan
// expect: no matching function for call to .*abs
// expect: inconsistent types|deduced as 'double' here but deduced as 'traced'
// expect: required from .*T s = 0, not double s = 0.*|hints<.*T s = 0, not double s = 0
// expect: accumulate\(b, e, T\(0\)\), not 0.0
// expect: using std::sin; sin\(x\)
// expect: include <etad/interop/std.hpp>
#include <array>
#include <cmath>
#include <etad/etad.hpp>
#include <numeric>

double sum(const std::array<double, 3>& numbers) {
  return etad::gradient([](const auto& x) {
    using T = std::remove_cvref_t<decltype(x[0])>;
#if REJECT
    double s = 0;
#else
    T s = 0;
#endif
    for (const T& each : x) s = s + each * each;
    return s;
  })(numbers)[0];
}

double condition(double number, double factor) {
  return etad::derivative([factor](auto x) {
#if REJECT
    if (std::isnan(x) || std::abs(x) > 1.0) return x;
#else
    using std::isnan, std::abs;
    if (isnan(x) || abs(x) > 1.0) return x;
#endif
    return factor * x;
  })(number);
}

double results(double number) {
  return etad::derivative([](auto x) {
    if (x > 0.0) return x * x;
#if REJECT
    return 0.0;
#else
    return decltype(x)(0.0);
#endif
  })(number);
}
