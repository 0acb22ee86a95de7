// SPDX-License-Identifier: MIT
// Functions that the compiler cannot look into: what a program that calls one holds in place of it.
#pragma once

#include <concepts>

#include <etad/core/scalar.hpp>
#include <etad/ir/schedule.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The slopes of a function: inputs are its arguments and its value, outputs one slope for each argument.
using rule_schedule = schedule<512, 64, 2>;

/// One static object for each function. A program holds a pointer to it, which the generated code turns
/// into a plain call.
struct opaque_row {
  template <class T>
  struct pointers {
    /// A function of one argument gets it twice.
    T (*value)(T, T) = nullptr;
    /// For `count` points, x, y and results one behind the other; null if the function has no code for them.
    void (*values)(const T* x, const T* y, T* result, int count) = nullptr;
  };

  pointers<float> of_float;
  pointers<double> of_double;
  pointers<long double> of_long_double;
  /// Programs that state the rule are made when the function is differentiated, so that the rules of
  /// several functions may call each other.
  const rule_schedule* rule = nullptr;
  /// Null for a function without a name.
  const char* name = nullptr;

  template <std::floating_point T>
  constexpr const pointers<T>& at() const {
    if constexpr (std::same_as<T, float>) {
      return of_float;
    } else if constexpr (std::same_as<T, double>) {
      return of_double;
    } else {
      return of_long_double;
    }
  }
};

/// The function of a row as the rows of the operation table call it, on numbers and on packs of them.
struct opaque_call {
  const opaque_row* row;

  template <built_in_scalar T>
  [[gnu::always_inline]] constexpr T operator()(const T& x, const T& y) const {
    return row->at<T>().value(x, y);
  }
  template <class Pack>
    requires requires { Pack::lanes; }
  [[gnu::always_inline]] Pack operator()(const Pack& x, const Pack& y) const {
    using scalar = std::remove_cvref_t<decltype(x[0])>;
    const opaque_row::pointers<scalar>& function = row->at<scalar>();
    scalar numbers[Pack::lanes];
    if (function.values == nullptr) {
      for (int i = 0; i < Pack::lanes; ++i) numbers[i] = function.value(x[i], y[i]);
    } else {
      scalar from_x[Pack::lanes];
      scalar from_y[Pack::lanes];
      x.store(from_x);
      y.store(from_y);
      function.values(from_x, from_y, numbers, Pack::lanes);
    }
    return Pack::load(numbers);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
