// SPDX-License-Identifier: MIT
// Differences that look at both sides of a point: at a kink, central differences agree on the mean of both slopes.
#pragma once

#include <etad/check/extrapolated_difference.hpp>

namespace etad::inline ETAD_ABI::detail {

/// An extrapolation whose error is half the jump of the slope where there is one. The quotients of the two sides differ by
/// about |f''| times the step where f is smooth, so by half as much at half the step; by the jump where it is not. Between
/// the two, smaller steps decide. Where the quotients themselves grow like a power of the step down to the shortest one, at a
/// jump or a vertical tangent, the error is as large as the last of them.
template <class T>
class kink_aware_difference : public extrapolation<T> {
 public:
  constexpr void add(const T& quotient, const T& noise, const T& enough_spread,
                     difference_side side = difference_side::both) {
    extrapolation<T>::add(quotient, noise, enough_spread, side);
    const T change = T(quotient - quotient_);
    const T ratio = change_ == T(0) ? T(0) : T(change / change_);
    const bool grew = T(growing) <= ratio && ratio <= T(fastest) &&
                      magnitude(T(ratio - ratio_)) <= T(T(same) * ratio);
    grew_ = grew ? grew_ + 1 : 0;
    quotient_ = quotient;
    change_ = change;
    ratio_ = ratio;
  }

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
    if (grew_ >= enough) return larger(spread, larger(last_, magnitude(quotient_)));
    return stayed_ >= enough ? larger(spread, T(last_ / T(2))) : spread;
  }

 private:
  /// Ratios of differences at successive steps: below the first the function is smooth; between the others, for so many
  /// steps, there is a kink or a vertical tangent. Noise grows, by 2 on average.
  static constexpr double smooth = 0.505;
  static constexpr double least = 0.9;
  static constexpr double most = 1.5;
  static constexpr int enough = 4;
  /// Ratios of the changes of quotients from step to step: 1 for x log(x), 2 for a jump, and always the same one.
  static constexpr double growing = 0.98;
  static constexpr double fastest = 2.05;
  static constexpr double same = 0.01;

  T quotient_{};
  T change_{};
  T ratio_{};
  int grew_ = 0;
  T last_{};
  int stayed_ = 0;
  bool halved_ = true;
};

}  // namespace etad::inline ETAD_ABI::detail
