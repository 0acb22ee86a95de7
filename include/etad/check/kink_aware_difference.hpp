// SPDX-License-Identifier: MIT
// Differences that look at both sides of a point: at a kink, central differences agree on the mean of both slopes.
#pragma once

#include <etad/check/extrapolated_difference.hpp>

namespace etad::inline ETAD_ABI::detail {

/// An extrapolation whose error is half the jump of the slope where there is one. The quotients of the two sides differ by
/// about |f''| times the step where f is smooth, so by half as much at half the step; by the jump where it is not. Between
/// the two, smaller steps decide.
template <class T>
class kink_aware_difference : public extrapolation<T> {
 public:
  /// By how much the quotients of both sides differ, and what rounding contributes to that. Each step is half as long as the
  /// one before.
  constexpr void compare_sides(const T& difference, const T& noise) {
    if (!is_finite(difference)) return;
    const T now = magnitude(difference);
    halved_ = now <= T(T(smooth) * last_) || now <= T(T(4) * noise);
    const bool stayed = !halved_ && now >= T(T(least) * last_) && now <= T(T(most) * last_);
    stayed_ = stayed ? stayed_ + 1 : 0;
    last_ = now;
  }

  constexpr bool settled() const {
    return extrapolation<T>::settled() && (halved_ || stayed_ >= enough);
  }
  constexpr T error() const {
    const T& spread = extrapolation<T>::error();
    return stayed_ >= enough ? larger(spread, T(last_ / T(2))) : spread;
  }

 private:
  /// Ratios of differences at successive steps: below the first the function is smooth; between the others, for so many
  /// steps, there is a kink or a vertical tangent. Noise grows, by 2 on average.
  static constexpr double smooth = 0.505;
  static constexpr double least = 0.9;
  static constexpr double most = 1.5;
  static constexpr int enough = 4;

  T last_{};
  int stayed_ = 0;
  bool halved_ = true;
};

}  // namespace etad::inline ETAD_ABI::detail
