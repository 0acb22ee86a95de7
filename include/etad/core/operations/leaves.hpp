// SPDX-License-Identifier: MIT
// Rows without operands: inputs, literals and the named constants.
#pragma once

#include <limits>

#include <etad/core/operation.hpp>
#include <etad/core/scalar.hpp>

namespace etad::inline ETAD_ABI::detail {

template <>
struct operation<opcode::input> : step_row<0> {
  static constexpr const char* name = "input";
};

template <>
struct operation<opcode::constant> : step_row<0> {
  static constexpr const char* name = "constant";
};

// A named constant is rounded correctly in every scalar type: built-in types take a literal,
// others compute it in their own precision.

/// A number of several lanes (lane/pack.hpp), whose constants are those of its lanes.
template <class T>
concept has_lanes = requires {
  typename T::lane_type;
};

/// A number built on another one, such as a dual.
template <class T>
concept has_base = requires {
  typename T::base_scalar;
};

template <>
struct operation<opcode::ln2> : step_row<0> {
  static constexpr const char* name = "ln2";
  template <class T>
  static constexpr T value() {
    if constexpr (std::floating_point<T>) {
      return static_cast<T>(0.693147180559945309417232121458176568L);
    } else if constexpr (has_lanes<T>) {
      return T(value<typename T::lane_type>());
    } else if constexpr (has_base<T>) {
      return T(value<typename T::base_scalar>());
    } else {
      return T(log(T(2)));
    }
  }
};

template <>
struct operation<opcode::ln10> : step_row<0> {
  static constexpr const char* name = "ln10";
  template <class T>
  static constexpr T value() {
    if constexpr (std::floating_point<T>) {
      return static_cast<T>(2.302585092994045684017991454684364208L);
    } else if constexpr (has_lanes<T>) {
      return T(value<typename T::lane_type>());
    } else if constexpr (has_base<T>) {
      return T(value<typename T::base_scalar>());
    } else {
      return T(log(T(10)));
    }
  }
};

template <>
struct operation<opcode::two_over_sqrt_pi> : step_row<0> {
  static constexpr const char* name = "two_over_sqrt_pi";
  template <class T>
  static constexpr T value() {
    if constexpr (std::floating_point<T>) {
      return static_cast<T>(1.128379167095512573896158903121545172L);
    } else if constexpr (has_lanes<T>) {
      return T(value<typename T::lane_type>());
    } else if constexpr (has_base<T>) {
      return T(value<typename T::base_scalar>());
    } else {
      return T(T(2) / sqrt(T(acos(T(-1)))));
    }
  }
};

template <>
struct operation<opcode::smallest_normal> : step_row<0> {
  static constexpr const char* name = "smallest_normal";
  template <class T>
  static constexpr T value() {
    if constexpr (has_lanes<T>) {
      return T((std::numeric_limits<typename T::lane_type>::min)());
    } else if constexpr (has_base<T>) {
      return T(value<typename T::base_scalar>());
    } else {
      return (std::numeric_limits<T>::min)();
    }
  }
};

// The same for the number that a rule computes with.

template <plain_scalar T>
constexpr T ln2_like(const T&) {
  return operation<opcode::ln2>::value<T>();
}
template <plain_scalar T>
constexpr T ln10_like(const T&) {
  return operation<opcode::ln10>::value<T>();
}
template <plain_scalar T>
constexpr T two_over_sqrt_pi_like(const T&) {
  return operation<opcode::two_over_sqrt_pi>::value<T>();
}
template <plain_scalar T>
constexpr T smallest_normal_like(const T&) {
  return operation<opcode::smallest_normal>::value<T>();
}

}  // namespace etad::inline ETAD_ABI::detail
