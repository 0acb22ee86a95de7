// SPDX-License-Identifier: MIT
// Packs as numbers of the operation table: what core/scalar.hpp defines for a plain number, for
// every kind of lanes. Functions run lane by lane; lane/simd.hpp overloads those that have vector
// code.
#pragma once

#include <etad/core/operations/leaves.hpp>
#include <etad/core/scalar.hpp>
#include <etad/lane/pack.hpp>

namespace etad::inline ETAD_ABI::detail {

/// f of every lane of the packs, one after the other.
template <class F, class T, class Lanes, class... Packs>
constexpr pack<T, Lanes> each_lane(F f, const pack<T, Lanes>& x, const Packs&... more) {
  T values[pack<T, Lanes>::lanes] = {};
  for (int i = 0; i < pack<T, Lanes>::lanes; ++i) values[i] = f(x[i], more[i]...);
  return pack<T, Lanes>::load(values);
}

template <class T, class Lanes>
constexpr pack<T, Lanes> sum(const pack<T, Lanes>& x, const pack<T, Lanes>& y) noexcept {
  return x + y;
}
template <class T, class Lanes>
constexpr pack<T, Lanes> difference(const pack<T, Lanes>& x, const pack<T, Lanes>& y) noexcept {
  return x - y;
}
template <class T, class Lanes>
constexpr pack<T, Lanes> product(const pack<T, Lanes>& x, const pack<T, Lanes>& y) noexcept {
  return x * y;
}
template <class T, class Lanes>
constexpr pack<T, Lanes> quotient(const pack<T, Lanes>& x, const pack<T, Lanes>& y) noexcept {
  return x / y;
}
template <class T, class Lanes>
constexpr pack<T, Lanes> fma(const pack<T, Lanes>& x, const pack<T, Lanes>& y,
                             const pack<T, Lanes>& z) noexcept {
  return each_lane([](T a, T b, T c) { return detail::fma(a, b, c); }, x, y, z);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> multiply_add(const pack<T, Lanes>& x, const pack<T, Lanes>& y,
                                      const pack<T, Lanes>& z) noexcept {
  return each_lane([](T a, T b, T c) { return detail::multiply_add(a, b, c); }, x, y, z);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> multiply_subtract(const pack<T, Lanes>& x, const pack<T, Lanes>& y,
                                           const pack<T, Lanes>& z) noexcept {
  return each_lane([](T a, T b, T c) { return detail::multiply_subtract(a, b, c); }, x, y, z);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> negative_multiply_add(const pack<T, Lanes>& x, const pack<T, Lanes>& y,
                                               const pack<T, Lanes>& z) noexcept {
  return each_lane([](T a, T b, T c) { return detail::negative_multiply_add(a, b, c); }, x, y, z);
}

// Constants and masks.

template <class T, class Lanes>
constexpr pack<T, Lanes> constant_like(const pack<T, Lanes>&, double value) noexcept {
  return value;
}
template <class T, class Lanes>
constexpr maybe<double> literal_value(const pack<T, Lanes>&) noexcept {
  return {};
}
template <class T, class Lanes>
constexpr pack<T, Lanes> ln2_like(const pack<T, Lanes>&) noexcept {
  return operation<opcode::ln2>::value<T>();
}
template <class T, class Lanes>
constexpr pack<T, Lanes> ln10_like(const pack<T, Lanes>&) noexcept {
  return operation<opcode::ln10>::value<T>();
}
template <class T, class Lanes>
constexpr pack<T, Lanes> two_over_sqrt_pi_like(const pack<T, Lanes>&) noexcept {
  return operation<opcode::two_over_sqrt_pi>::value<T>();
}
template <class T, class Lanes>
constexpr pack<T, Lanes> smallest_normal_like(const pack<T, Lanes>&) noexcept {
  return operation<opcode::smallest_normal>::value<T>();
}

template <class T, class Lanes>
constexpr mask_of_lanes<T, Lanes> both(const mask_of_lanes<T, Lanes>& x,
                                       const mask_of_lanes<T, Lanes>& y) noexcept {
  return mask_of_lanes<T, Lanes>(lane_register<T, Lanes>::both(x.in_register(), y.in_register()));
}
template <class T, class Lanes>
constexpr mask_of_lanes<T, Lanes> either(const mask_of_lanes<T, Lanes>& x,
                                         const mask_of_lanes<T, Lanes>& y) noexcept {
  return mask_of_lanes<T, Lanes>(lane_register<T, Lanes>::either(x.in_register(), y.in_register()));
}

/// x in the lanes where the mask holds, y in the others.
template <class T, class Lanes>
constexpr pack<T, Lanes> blend(const mask_of_lanes<T, Lanes>& mask, const pack<T, Lanes>& x,
                               const pack<T, Lanes>& y) noexcept {
  return pack<T, Lanes>(
      lane_register<T, Lanes>::blend(mask.in_register(), x.in_register(), y.in_register()));
}

template <class T, class Lanes>
constexpr mask_of_lanes<T, Lanes> blend(const mask_of_lanes<T, Lanes>& mask,
                                        const mask_of_lanes<T, Lanes>& x,
                                        const mask_of_lanes<T, Lanes>& y) noexcept {
  return either(both(mask, x), both(!mask, y));
}

/// Both sides are evaluated and blended: what a lane does not take never reaches its result.
template <class T, class Lanes, class F, class G>
constexpr auto choose(const mask_of_lanes<T, Lanes>& mask, F taken, G otherwise) {
  return blend(mask, taken(), otherwise());
}
/// The singular side costs nothing while every lane is regular.
template <class T, class Lanes, class F>
constexpr pack<T, Lanes> edge(const mask_of_lanes<T, Lanes>& regular, const pack<T, Lanes>& value,
                              F singular) {
  return all(regular) ? value : blend(regular, value, pack<T, Lanes>(singular()));
}
template <class T, class Lanes>
constexpr pack<T, Lanes> guarded(const pack<T, Lanes>& partial) noexcept {
  return partial;
}

template <class T, class Lanes>
constexpr pack<T, Lanes> guarded(const pack<T, Lanes>& partial,
                                 const mask_of_lanes<T, Lanes>&) noexcept {
  return partial;
}
template <class T, class Lanes>
constexpr mask_of_lanes<T, Lanes> checked(const pack<T, Lanes>&,
                                          const mask_of_lanes<T, Lanes>& mask) noexcept {
  return mask;
}

template <class T, class Lanes>
constexpr pack<T, Lanes> abs(const pack<T, Lanes>& x) noexcept {
  return pack<T, Lanes>(lane_register<T, Lanes>::abs(x.in_register()));
}
template <class T, class Lanes>
constexpr pack<T, Lanes> sqrt(const pack<T, Lanes>& x) noexcept {
  return pack<T, Lanes>(lane_register<T, Lanes>::sqrt(x.in_register()));
}
template <class T, class Lanes>
constexpr mask_of_lanes<T, Lanes> is_finite(const pack<T, Lanes>& x) noexcept {
  return abs(x) <= pack<T, Lanes>((std::numeric_limits<T>::max)());
}
template <class T, class Lanes>
constexpr pack<T, Lanes> sign(const pack<T, Lanes>& x) noexcept {
  using number = pack<T, Lanes>;
  // A zero of either sign has the sign +0, and NaN stays NaN.
  const number zero_or_nan = blend(x == number(0), number(0), x);
  return blend(x > number(0), number(1), blend(x < number(0), number(-1), zero_or_nan));
}

// The other functions: lane by lane.

template <class T, class Lanes>
constexpr pack<T, Lanes> cbrt(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::cbrt(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> exp(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::exp(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> exp2(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::exp2(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> expm1(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::expm1(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> log(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::log(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> log2(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::log2(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> log10(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::log10(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> log1p(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::log1p(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> sin(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::sin(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> cos(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::cos(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> tan(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::tan(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> asin(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::asin(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> acos(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::acos(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> atan(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::atan(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> sinh(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::sinh(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> cosh(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::cosh(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> tanh(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::tanh(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> asinh(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::asinh(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> acosh(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::acosh(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> atanh(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::atanh(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> erf(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::erf(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> erfc(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::erfc(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> tgamma(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::tgamma(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> lgamma(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::lgamma(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> digamma(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::digamma(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> floor(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::floor(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> ceil(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::ceil(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> trunc(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::trunc(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> round(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::round(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> rint(const pack<T, Lanes>& x) noexcept {
  return each_lane([](T a) { return detail::rint(a); }, x);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> pow(const pack<T, Lanes>& x, const pack<T, Lanes>& y) noexcept {
  return each_lane([](T a, T b) { return detail::pow(a, b); }, x, y);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> atan2(const pack<T, Lanes>& x, const pack<T, Lanes>& y) noexcept {
  return each_lane([](T a, T b) { return detail::atan2(a, b); }, x, y);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> hypot(const pack<T, Lanes>& x, const pack<T, Lanes>& y) noexcept {
  return each_lane([](T a, T b) { return detail::hypot(a, b); }, x, y);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> fmod(const pack<T, Lanes>& x, const pack<T, Lanes>& y) noexcept {
  return each_lane([](T a, T b) { return detail::fmod(a, b); }, x, y);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> remainder(const pack<T, Lanes>& x, const pack<T, Lanes>& y) noexcept {
  return each_lane([](T a, T b) { return detail::remainder(a, b); }, x, y);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> fmax(const pack<T, Lanes>& x, const pack<T, Lanes>& y) noexcept {
  return each_lane([](T a, T b) { return detail::fmax(a, b); }, x, y);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> fmin(const pack<T, Lanes>& x, const pack<T, Lanes>& y) noexcept {
  return each_lane([](T a, T b) { return detail::fmin(a, b); }, x, y);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> fdim(const pack<T, Lanes>& x, const pack<T, Lanes>& y) noexcept {
  return each_lane([](T a, T b) { return detail::fdim(a, b); }, x, y);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> copysign(const pack<T, Lanes>& x, const pack<T, Lanes>& y) noexcept {
  return each_lane([](T a, T b) { return detail::copysign(a, b); }, x, y);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> polygamma(const pack<T, Lanes>& x, const pack<T, Lanes>& y) noexcept {
  return each_lane([](T a, T b) { return detail::polygamma(a, b); }, x, y);
}
template <class T, class Lanes>
constexpr pack<T, Lanes> hypot(const pack<T, Lanes>& x, const pack<T, Lanes>& y,
                               const pack<T, Lanes>& z) noexcept {
  return each_lane([](T a, T b, T c) { return detail::hypot(a, b, c); }, x, y, z);
}

template <class T, class Lanes>
inline void sine_and_cosine(const pack<T, Lanes>& x, pack<T, Lanes>& sine,
                            pack<T, Lanes>& cosine) noexcept {
  sine = sin(x);
  cosine = cos(x);
}

}  // namespace etad::inline ETAD_ABI::detail

namespace etad::inline ETAD_ABI {

/// x in the lanes where the mask holds, y in the others.
template <class T, class Lanes>
constexpr pack<T, Lanes> select(const mask_of_lanes<T, Lanes>& mask, const pack<T, Lanes>& x,
                                const pack<T, Lanes>& y) noexcept {
  return detail::blend(mask, x, y);
}

}  // namespace etad::inline ETAD_ABI
