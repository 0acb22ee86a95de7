// SPDX-License-Identifier: MIT
// A register's worth of numbers that behave as one: arithmetic acts on every lane.
//
// What a register is says lane_register<T, Lanes>: an array (lane/plain.hpp) or the machine's vector
// register (lane/simd.hpp). The instruction set is part of the type, so that two translation units
// compiled for different machines never take one another's packs or functions for their own.
#pragma once

#include <cstddef>
#include <type_traits>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// The storage and the machine operations of a pack; specialized for every kind of lanes.
template <class T, class Lanes>
struct lane_register;

/// Base of packs and masks: it makes argument-dependent look-up find their functions in this
/// namespace, where the operation table calls them.
struct number_of_lanes {};

}  // namespace detail

template <class T, class Lanes>
class pack;

/// One truth value for every lane of a pack.
template <class T, class Lanes>
class mask_of_lanes : detail::number_of_lanes {
  using machine = detail::lane_register<T, Lanes>;

 public:
  using register_type = typename machine::mask_type;
  static constexpr int lanes = machine::lanes;

  /// False in every lane.
  constexpr mask_of_lanes() noexcept : mask_of_lanes(false) {}
  /// The same in every lane.
  constexpr mask_of_lanes(bool value) noexcept : register_(machine::mask_of(value)) {}
  constexpr explicit mask_of_lanes(const register_type& r) noexcept : register_(r) {}

  constexpr bool operator[](int lane) const noexcept { return machine::get(register_, lane); }
  constexpr const register_type& in_register() const noexcept { return register_; }

  friend constexpr mask_of_lanes operator!(const mask_of_lanes& x) noexcept {
    return mask_of_lanes(machine::negation(x.register_));
  }

 private:
  register_type register_;
};

/// `lanes` numbers of type T, float or double. Default construction gives zeros, a plain number
/// stands for the same number in every lane, and a comparison gives a mask.
template <class T, class Lanes>
class pack : detail::number_of_lanes {
  using machine = detail::lane_register<T, Lanes>;

 public:
  using lane_type = T;
  using lanes_type = Lanes;
  using mask = mask_of_lanes<T, Lanes>;
  using register_type = typename machine::type;
  static constexpr int lanes = machine::lanes;
  /// Whether one instruction reads a number into all lanes, so that there is no gain in keeping it as a
  /// pack.
  static constexpr bool spreads_while_loading = machine::spreads_while_loading;

  constexpr pack() noexcept : pack(T(0)) {}
  template <class Number>
    requires std::is_arithmetic_v<Number>
  constexpr pack(Number value) noexcept : register_(machine::broadcast(static_cast<T>(value))) {}
  constexpr explicit pack(const register_type& r) noexcept : register_(r) {}

  /// The numbers from[0] .. from[lanes - 1]; any alignment.
  static constexpr pack load(const T* from) noexcept { return pack(machine::load(from)); }
  constexpr void store(T* to) const noexcept { machine::store(to, register_); }

  constexpr T operator[](int lane) const noexcept { return machine::get(register_, lane); }
  /// The same pack but for one lane.
  constexpr pack with(int lane, T value) const noexcept {
    T values[lanes] = {};
    store(values);
    values[lane] = value;
    return load(values);
  }
  constexpr const register_type& in_register() const noexcept { return register_; }

  friend constexpr pack operator+(const pack& x) noexcept { return x; }
  friend constexpr pack operator-(const pack& x) noexcept {
    return pack(machine::negative(x.register_));
  }
  friend constexpr pack operator+(const pack& x, const pack& y) noexcept {
    return pack(machine::sum(x.register_, y.register_));
  }
  friend constexpr pack operator-(const pack& x, const pack& y) noexcept {
    return pack(machine::difference(x.register_, y.register_));
  }
  friend constexpr pack operator*(const pack& x, const pack& y) noexcept {
    return pack(machine::product(x.register_, y.register_));
  }
  friend constexpr pack operator/(const pack& x, const pack& y) noexcept {
    return pack(machine::quotient(x.register_, y.register_));
  }
  constexpr pack& operator+=(const pack& y) noexcept { return *this = *this + y; }
  constexpr pack& operator-=(const pack& y) noexcept { return *this = *this - y; }
  constexpr pack& operator*=(const pack& y) noexcept { return *this = *this * y; }
  constexpr pack& operator/=(const pack& y) noexcept { return *this = *this / y; }

  friend constexpr mask operator<(const pack& x, const pack& y) noexcept {
    return mask(machine::less(x.register_, y.register_));
  }
  friend constexpr mask operator<=(const pack& x, const pack& y) noexcept {
    return mask(machine::less_equal(x.register_, y.register_));
  }
  friend constexpr mask operator>(const pack& x, const pack& y) noexcept { return y < x; }
  friend constexpr mask operator>=(const pack& x, const pack& y) noexcept { return y <= x; }
  friend constexpr mask operator==(const pack& x, const pack& y) noexcept {
    return mask(machine::equal(x.register_, y.register_));
  }
  // Not the machine's own comparison: some take NaN for equal to itself here.
  friend constexpr mask operator!=(const pack& x, const pack& y) noexcept { return !(x == y); }

 private:
  register_type register_;
};

/// Whether the mask holds in every lane, in at least one lane.
template <class T, class Lanes>
constexpr bool all(const mask_of_lanes<T, Lanes>& mask) noexcept {
  return detail::lane_register<T, Lanes>::all(mask.in_register());
}
template <class T, class Lanes>
constexpr bool any(const mask_of_lanes<T, Lanes>& mask) noexcept {
  return !all(!mask);
}

namespace detail {

template <class T, class Lanes>
constexpr T sum_by_halves(const pack<T, Lanes>& x) noexcept {
  T sums[pack<T, Lanes>::lanes] = {};
  x.store(sums);
  int count = pack<T, Lanes>::lanes;
  while (count > 1) {
    const int half = (count + 1) / 2;
    for (int i = 0; i + half < count; ++i) sums[i] += sums[i + half];
    count = half;
  }
  return sums[0];
}

}  // namespace detail

/// The sum of all lanes in a fixed order: lane i and lane i + half are added, then the halves of the
/// result, and so on; the same bits whatever the machine, for the same number of lanes.
template <class T, class Lanes>
constexpr T reduce_add(const pack<T, Lanes>& x) noexcept {
  using machine = detail::lane_register<T, Lanes>;
  if constexpr (requires { machine::sum_of_lanes(x.in_register()); }) {
    return machine::sum_of_lanes(x.in_register());
  } else {
    return detail::sum_by_halves(x);
  }
}

}  // namespace etad::inline ETAD_ABI
