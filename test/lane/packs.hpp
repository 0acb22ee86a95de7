// SPDX-License-Identifier: MIT
// What every kind of pack does, as functions that are true; plain packs in constant evaluation, too.
#pragma once

#include <etad/lane/number.hpp>
#include <type_traits>

namespace packs {

/// Lane i holds i + 1.
template <class Pack>
constexpr Pack counting() {
  Pack x;
  for (int i = 0; i < Pack::lanes; ++i) x = x.with(i, static_cast<typename Pack::lane_type>(i + 1));
  return x;
}

template <class Pack, class F>
constexpr bool holds_in_every_lane(const Pack& x, F f) {
  for (int i = 0; i < Pack::lanes; ++i) {
    if (!(x[i] == f(static_cast<typename Pack::lane_type>(i + 1)))) return false;
  }
  return true;
}

template <class Pack>
constexpr bool is_a_number() {
  using T = typename Pack::lane_type;
  static_assert(std::is_trivially_copyable_v<Pack>);
  static_assert(std::is_default_constructible_v<Pack>);
  static_assert(std::is_convertible_v<int, Pack> && std::is_convertible_v<double, Pack>);
  static_assert(!std::is_convertible_v<Pack, T> && !std::is_convertible_v<Pack, bool>);
  static_assert(!std::is_convertible_v<typename Pack::mask, bool>);
  const Pack x = counting<Pack>();
  Pack y = 2;
  y += x;
  y -= 1;
  y *= x;
  y /= 3.0;
  return holds_in_every_lane(Pack(), [](T) { return T(0); }) &&
         holds_in_every_lane(y, [](T i) { return (i + 1) * i / T(3); }) &&
         holds_in_every_lane(2 * x - x / 2 + 1, [](T i) { return 2 * i - i / 2 + 1; }) &&
         holds_in_every_lane(-x, [](T i) { return -i; }) &&
         holds_in_every_lane(+x, [](T i) { return i; }) &&
         holds_in_every_lane(T(1) / -Pack(), [](T) { return -std::numeric_limits<T>::infinity(); });
}

template <class Pack>
constexpr bool loads_and_stores() {
  using T = typename Pack::lane_type;
  T memory[Pack::lanes + 2] = {};
  for (int i = 0; i < Pack::lanes + 2; ++i) memory[i] = static_cast<T>(10 + i);
  // One element further is no alignment of a register.
  const Pack x = Pack::load(memory + 1);
  bool good = holds_in_every_lane(x, [](T i) { return 10 + i; });
  (x + 1).store(memory + 1);
  good = good && memory[0] == 10 && memory[Pack::lanes + 1] == static_cast<T>(11 + Pack::lanes);
  for (int i = 1; i <= Pack::lanes; ++i) good = good && memory[i] == static_cast<T>(11 + i);
  return good;
}

template <class Pack>
constexpr bool compares() {
  using T = typename Pack::lane_type;
  using mask = typename Pack::mask;
  constexpr T nan = std::numeric_limits<T>::quiet_NaN();
  const Pack x = counting<Pack>();
  bool good = !any(mask()) && all(mask(true)) && any(mask(true)) && !all(mask());
  for (int i = 0; i < Pack::lanes; ++i) {
    const T at = static_cast<T>(i + 1);
    const mask less = x<at, equal = x == at, greater = x> at;
    for (int k = 0; k < Pack::lanes; ++k) {
      good = good && less[k] == (k < i) && equal[k] == (k == i) && greater[k] == (k > i) &&
             (x <= at)[k] == (k <= i) && (x >= at)[k] == (k >= i) && (x != at)[k] == (k != i) &&
             (!less)[k] == (k >= i) && both(x <= at, x >= at)[k] == (k == i) &&
             either(less, greater)[k] == (k != i);
    }
    good = good && any(equal) && all(either(either(less, equal), greater)) &&
           all(equal) == (Pack::lanes == 1);
    // A NaN is unequal to itself and in no order.
    const Pack holed = x.with(i, nan);
    good = good && (holed != holed)[i] && any(holed != holed) && !(holed == holed)[i] &&
           !(holed <= holed)[i] && !(holed >= holed)[i];
  }
  return good;
}

/// Both sides are evaluated; what a lane does not take does not reach its result.
template <class Pack>
constexpr bool blends() {
  using T = typename Pack::lane_type;
  constexpr T nan = std::numeric_limits<T>::quiet_NaN();
  const Pack x = counting<Pack>();
  int singular = 0;
  const auto count = [&] {
    ++singular;
    return Pack(-1);
  };
  const Pack chosen = choose(
      x > 1, [&] { return x; }, [] { return Pack(nan); });
  bool good = chosen[0] != chosen[0];
  for (int i = 1; i < Pack::lanes; ++i) good = good && chosen[i] == x[i];
  // The singular side is looked at only if a lane needs it.
  good = good && holds_in_every_lane(edge(x > 0, x, count), [](T i) { return i; }) && singular == 0;
  good = good &&
         holds_in_every_lane(edge(x > 1, x, count), [](T i) { return i > 1 ? i : T(-1); }) &&
         singular == 1;
  return good;
}

/// Lane i is added to lane i + half, and so on: shown where the order changes the result.
template <class Pack>
constexpr bool reduces() {
  using T = typename Pack::lane_type;
  constexpr T large = 1 / std::numeric_limits<T>::epsilon();
  const int n = Pack::lanes, half = (n + 1) / 2;
  bool good = reduce_add(counting<Pack>()) == static_cast<T>(n * (n + 1) / 2);
  if (n < 4) return good;
  // 4 large + 1 - 4 large: the 1 survives only beside its own partner, which is zero.
  Pack x = Pack().with(0, 4 * large).with(half, -4 * large).with(1, T(1));
  good = good && reduce_add(x) == T(1);
  x = Pack().with(0, 4 * large).with(1, -4 * large).with(half, T(1));
  return good && reduce_add(x) == T(0);
}

template <class Pack>
constexpr bool is_finite_as_it_should() {
  using T = typename Pack::lane_type;
  using limits = std::numeric_limits<T>;
  const auto finite = [](T x) { return is_finite(Pack(T(1)).with(0, x))[0]; };
  return finite(T(0)) && finite((limits::max)()) && finite(-(limits::max)()) &&
         finite(limits::denorm_min()) && !finite(limits::infinity()) &&
         !finite(-limits::infinity()) && !finite(limits::quiet_NaN());
}

}  // namespace packs
