// SPDX-License-Identifier: MIT
// Written by bench/lanes/fits.py: polynomials of the lane functions, lowest power first, and the base-2
// logarithm of their error.
#pragma once

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class T>
struct lane_fit;

template <>
struct lane_fit<double> {
  // erf(x)/x - 1 in z = x^2, |x| <= 1: -56.9
  static constexpr double erf_small[] = {
      0x1.06eba8214db68p-3,  -0x1.812746b0379bdp-2,  0x1.ce2f21a040d16p-4,  -0x1.b82ce311fa93fp-6,
      0x1.565bccf92b379p-8,  -0x1.c02db03dd8dcep-11, 0x1.f9a2baa931d0cp-14, -0x1.f4ca4d72b3e56p-17,
      0x1.b97fd3febea16p-20, -0x1.5c0727e2941f1p-23, 0x1.d71b15f8149e6p-27, -0x1.abae5e5cdee03p-31};
  // -log(erfc(x)) in x - 1, 1 <= x <= 6 (float: 4), error times erfc(x): -57.1
  static constexpr double minus_log_erfc[] = {
      0x1.d97fbf27aa2a1p+0,   0x1.51c9b0006c21ap+1,   0x1.afabc11a2afdbp-1,
      0x1.5477f099b6a4ep-5,   -0x1.48c9d37fbc389p-7,  0x1.033f5a1269924p-9,
      -0x1.f1b04a69ae716p-13, -0x1.b92ddcbd5389dp-16, 0x1.c852b0764fa2cp-16,
      -0x1.4484766a1934bp-17, 0x1.1e24be4d59de6p-19,  -0x1.b7d2ad5a55161p-23,
      -0x1.f254e38c8f77ep-25, 0x1.1ed5adf60ba53p-25,  -0x1.24b57c7fcfffbp-27,
      0x1.6a99b9d8c000bp-30,  -0x1.066825521fed8p-33, 0x1.565aac870eac0p-38};
  // (1+2x) exp(x^2) erfc(x) in (x-4)/(x+4), 1/2 <= x <= 27.5 (float: 10.5), relative error: -60.6
  static constexpr double scaled_erfc[] = {
      0x1.3ba5916e9fd7fp+0,   -0x1.1df1ad154a28ep-3,  0x1.f7f5df66fd75ap-7,
      0x1.16ecefcfa52d2p-4,   -0x1.9ddb23c3e8d56p-4,  0x1.7fee004e147a7p-4,
      -0x1.0fb06dfe4f826p-4,  0x1.3079edf628f9bp-5,   -0x1.09623883a9ef8p-6,
      0x1.49c672a6b7ebap-8,   -0x1.8d4a9b5f24dc2p-11, -0x1.a1df424e62a72p-13,
      0x1.3be05b558f675p-13,  -0x1.995527da53db3p-16, -0x1.788ac1fe572aep-17,
      0x1.7ef7acf70aec2p-18,  0x1.3b1f0f5d3c02bp-22,  -0x1.b819abe3fb00cp-21,
      0x1.41d1461c39692p-24,  0x1.bc55a6d23d261p-24,  -0x1.35e8527104d78p-26,
      -0x1.4e0791ee38e4dp-27, 0x1.fc447b3d445f4p-30};
  // (exp(r) - 1 - r)/r^2 in r, |r| <= log(2)/2, error times r^2/exp(r): -57.9
  static constexpr double exp_rest[] = {
      0x1.000000000000ap-1,  0x1.55555555554fap-3,  0x1.555555555087bp-5,  0x1.1111111127bd4p-7,
      0x1.6c16c1842a6d4p-10, 0x1.a01a012a5d70dp-13, 0x1.a0199a0b817f2p-16, 0x1.71df25454e328p-19,
      0x1.28ad7392d93c6p-22, 0x1.ad7f83d5eb31dp-26};
  // (log((1+s)/(1-s))/s - 2)/z in z = s^2, error times z/2: -59.5
  static constexpr double log_rest[] = {
      0x1.5555555555592p-1, 0x1.999999997fdc9p-2, 0x1.24924941f1352p-2, 0x1.c71c5208b3cabp-3,
      0x1.74663f248ef07p-3, 0x1.39a1b2826b8f5p-3, 0x1.2f05c9078c1e6p-3};
  // (log((1+s)/(1-s))/(2 s) - 1 - z/3)/z^2 in z = s^2, error times z^2: -66.3
  static constexpr double log_rest_of_rest[] = {
      0x1.9999999999b30p-3, 0x1.2492492457d2fp-3, 0x1.c71c722d6a98ap-4, 0x1.745ce9e1cdfe4p-4,
      0x1.3b1eec57d7228p-4, 0x1.0f7fe222267acp-4, 0x1.0e42f5fe3bed6p-4};
  // cbrt(x) in x, 0.35 <= x <= 2.84, relative error: -9.02
  static constexpr double cbrt_start[] = {0x1.c5a056bfe05f1p-2, 0x1.ccd4d6ca42603p-1,
                                          -0x1.e6bcc14c4158ep-2, 0x1.3adda390ec0d0p-3,
                                          -0x1.40c3e25c19805p-6};
};

template <>
struct lane_fit<float> {
  // erf(x)/x - 1 in z = x^2, |x| <= 1: -29.6
  static constexpr float erf_small[] = {
      0x1.06eba80000000p-3f, -0x1.81273e0000000p-2f,  0x1.ce2cf80000000p-4f, -0x1.b7f90e0000000p-6f,
      0x1.5405b20000000p-8f, -0x1.a3f7080000000p-11f, 0x1.496a460000000p-14f};
  // -log(erfc(x)) in x - 1, 1 <= x <= 6 (float: 4), error times erfc(x): -35.5
  static constexpr float minus_log_erfc[] = {0x1.d97fc00000000p+0f,   0x1.51c9b00000000p+1f,
                                             0x1.afabbc0000000p-1f,   0x1.547cf00000000p-5f,
                                             -0x1.4933be0000000p-7f,  0x1.07b65e0000000p-9f,
                                             -0x1.2f977a0000000p-12f, 0x1.6bd7aa0000000p-16f};
  // (1+2x) exp(x^2) erfc(x) in (x-4)/(x+4), 1/2 <= x <= 27.5 (float: 10.5), relative error: -29.0
  static constexpr float scaled_erfc[] = {
      0x1.3ba5920000000p+0f,  -0x1.1df1a80000000p-3f, 0x1.f7f6040000000p-7f,  0x1.16ea6a0000000p-4f,
      -0x1.9ddcea0000000p-4f, 0x1.8015280000000p-4f,  -0x1.0f85ca0000000p-4f, 0x1.2eb6d60000000p-5f,
      -0x1.0eacc00000000p-6f, 0x1.6288980000000p-8f,  0x1.288c4e0000000p-14f};
  // (exp(r) - 1 - r)/r^2 in r, |r| <= log(2)/2, error times r^2/exp(r): -28.3
  static constexpr float exp_rest[] = {0x1.fffffc0000000p-2f, 0x1.5554920000000p-3f,
                                       0x1.5558f20000000p-5f, 0x1.1239e20000000p-7f,
                                       0x1.6a242c0000000p-10f};
  // (log((1+s)/(1-s))/s - 2)/z in z = s^2, error times z/2: -30.2
  static constexpr float log_rest[] = {0x1.55557a0000000p-1f, 0x1.995eb80000000p-2f,
                                       0x1.31e3280000000p-2f};
  // (log((1+s)/(1-s))/(2 s) - 1 - z/3)/z^2 in z = s^2, error times z^2: -44.3
  static constexpr float log_rest_of_rest[] = {0x1.9999980000000p-3f, 0x1.2493740000000p-3f,
                                               0x1.c659560000000p-4f, 0x1.8eb42a0000000p-4f};
  // cbrt(x) in x, 0.35 <= x <= 2.84, relative error: -11.8
  static constexpr float cbrt_start[] = {
      0x1.91d9280000000p-2f,  0x1.32981e0000000p+0f, -0x1.1ad8ec0000000p+0f, 0x1.8c99620000000p-1f,
      -0x1.4f0cc00000000p-2f, 0x1.2f5fd00000000p-4f, -0x1.c2b2140000000p-8f};
};

}  // namespace etad::inline ETAD_ABI::detail
