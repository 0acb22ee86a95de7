// SPDX-License-Identifier: MIT
// Each of two translation units, one compiled for this machine and one for any, must see its own
// lanes and run its own code, whichever the linker met first.
#include <cmath>
#include <cstdio>

#include "report.hpp"

namespace {

int failures = 0;

void check(bool good, const char* what) {
  if (good) return;
  ++failures;
  std::printf("wrong: %s\n", what);
}

void check_unit(const report& r, const char* name) {
  std::printf("%s: %d lanes\n", name, r.lanes);
  check(r.lanes == r.lanes_of_the_machine, "the number of lanes");
  check(r.tag == 42, "the tag behind the lanes");
  check(std::fabs(r.sum - r.lanes * std::erf(0.5)) < 1e-14 * r.lanes, "the sum over the lanes");
  check(std::fabs(r.gradient + std::exp(-0.25)) < 1e-15, "the gradient");
}

}  // namespace

int main() {
  const report native = report_of_native(), baseline = report_of_baseline();
  check_unit(native, "native");
  check_unit(baseline, "baseline");
  if (native.lanes == baseline.lanes) {
    std::printf("skipped: this machine has no wider registers than any other\n");
    return failures == 0 ? 77 : 1;
  }
  check(native.lanes_function != baseline.lanes_function, "both units share one lanes()");
  check(native.erf_function != baseline.erf_function, "both units share one erf()");
  return failures == 0 ? 0 : 1;
}
