// SPDX-License-Identifier: MIT
// Numbers that a trace comes across and whose values are known at run time only: where they are.
#pragma once

#include <concepts>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A built-in number that was not read, by its address.
struct outside_number {
  const void* at;
  unsigned char size;
  bool is_floating;
  bool is_signed;

  template <class T>
    requires std::is_arithmetic_v<T>
  static constexpr outside_number of(const T& number) {
    return {&number, sizeof(T), std::is_floating_point_v<T>, std::is_signed_v<T>};
  }
  friend constexpr bool operator==(const outside_number& x, const outside_number& y) {
    return x.at == y.at;
  }

  /// The number of this format that is stored at `memory`.
  template <class Scalar>
  Scalar read(const void* memory) const {
    if (is_floating) {
      if (size == sizeof(double)) return load<Scalar, double>(memory);
      if (size == sizeof(float)) return load<Scalar, float>(memory);
      return load<Scalar, long double>(memory);
    }
    if (size == 1) {
      return is_signed ? load<Scalar, std::int8_t>(memory) : load<Scalar, std::uint8_t>(memory);
    }
    if (size == 2) {
      return is_signed ? load<Scalar, std::int16_t>(memory) : load<Scalar, std::uint16_t>(memory);
    }
    if (size == 4) {
      return is_signed ? load<Scalar, std::int32_t>(memory) : load<Scalar, std::uint32_t>(memory);
    }
    return is_signed ? load<Scalar, std::int64_t>(memory) : load<Scalar, std::uint64_t>(memory);
  }

 private:
  template <class Scalar, class T>
  static Scalar load(const void* memory) {
    T number;
    std::memcpy(&number, memory, sizeof(T));
    return static_cast<Scalar>(number);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
