// SPDX-License-Identifier: MIT
// Branches on the arguments in every form that the language has.
#pragma once

#include <utility>

#include "problems/problem.hpp"

namespace problems {

struct if_else : problem {
  static constexpr auto name = "if_else";
  static constexpr std::array points{std::tuple{0.625, -2.5}, std::tuple{-3.7, 1.1}};
  template <class T>
  constexpr T operator()(const T& x, const T& y) const {
    using std::sin;
    T result = y;
    if (x < y) {
      result = sin(x) * y;
    } else {
      result += x * x;
    }
    return result * x;
  }
};

struct conditional_operator : problem {
  static constexpr auto name = "conditional_operator";
  static constexpr std::array points{std::tuple{0.625, -2.5}, std::tuple{-3.7, 1.1}};
  template <class T>
  constexpr T operator()(const T& x, const T& y) const {
    return x > 0.0 ? x * y : y - x * x * x;
  }
};

struct logical_operators : problem {
  static constexpr auto name = "logical_operators";
  static constexpr std::array points{std::tuple{0.625, 2.5}, std::tuple{-3.7, 1.1},
                                     std::tuple{-1.0, -2.0}};
  template <class T>
  constexpr T operator()(const T& x, const T& y) const {
    if (x > 0.0 && y > 0.0) return x * y;
    if (x > 0.0 || !(y <= 0.0)) return x * x * y;
    return y * y * x;
  }
};

struct all_comparisons : problem {
  static constexpr auto name = "all_comparisons";
  static constexpr std::array points{std::tuple{0.625, 2.5}, std::tuple{1.1, 1.1},
                                     std::tuple{3.0, -2.0}};
  template <class T>
  constexpr T operator()(const T& x, const T& y) const {
    T sum = x * y;
    if (x == 3.5) sum += x;
    if (x != 3.5) sum += 2.0 * x;
    if (x >= 1.0) sum += y * y;
    if (y <= 1.0) sum *= x;
    return sum;
  }
};

struct early_return : problem {
  static constexpr auto name = "early_return";
  static constexpr std::array points{std::tuple{0.625}, std::tuple{1.75}, std::tuple{9.0}};
  template <class T>
  constexpr T operator()(const T& x) const {
    using std::log, std::sqrt;
    if (x < 1.0) return x * x;
    const T root = sqrt(x);
    if (root < 2.0) return root * x;
    return log(root) + x;
  }
};

struct loop_with_break : problem {
  static constexpr auto name = "loop_with_break";
  static constexpr double tolerance = 64;
  static constexpr std::array points{std::tuple{0.625}, std::tuple{1.75}, std::tuple{-1.5}};
  template <class T>
  constexpr T operator()(const T& x) const {
    T value = x;
    for (int i = 0; i < 8; ++i) {
      value = 0.75 * value + x * x;
      if (value > 4.0) break;
    }
    return value;
  }
};

struct loop_with_continue : problem {
  static constexpr auto name = "loop_with_continue";
  static constexpr std::array points{std::tuple{0.625}, std::tuple{1.75}, std::tuple{-1.5}};
  template <class T>
  constexpr T operator()(const T& x) const {
    T sum = 0.0;
    for (int i = 1; i <= 4; ++i) {
      const T term = x - 0.5 * i;
      if (term < 0.0) continue;
      sum += term * term * i;
    }
    return sum + x;
  }
};

/// Newton's iteration for the square root; its derivative converges with it.
struct while_loop : problem {
  static constexpr auto name = "while_loop";
  static constexpr double tolerance = 64;
  static constexpr std::array points{std::tuple{0.625}, std::tuple{7.75}};
  template <class T>
  constexpr T operator()(const T& x) const {
    T root = 0.5 * (1.0 + x);
    int rounds = 0;
    while (root * root - x > 1e-3 && rounds < 6) {
      root = 0.5 * (root + x / root);
      ++rounds;
    }
    return root * rounds;
  }
};

struct nested_branches : problem {
  static constexpr auto name = "nested_branches";
  static constexpr std::array points{std::tuple{0.625, 2.5}, std::tuple{-3.7, 1.1},
                                     std::tuple{-1.0, -2.0}};
  template <class T>
  constexpr T operator()(const T& x, const T& y) const {
    using std::exp;
    if (x < y) {
      if (x * y < 0.0) return exp(x) * y;
      return exp(-x) + y * y;
    }
    return x < 0.0 ? x * y * y : x / (1.0 + y * y);
  }
};

struct masks_as_data : problem {
  static constexpr auto name = "masks_as_data";
  static constexpr std::array points{std::tuple{0.625, 2.5}, std::tuple{-3.7, 1.1}};
  template <class T>
  constexpr T operator()(const T& x, const T& y) const {
    using etad::select;
    return select(x < 0.0, T(x * y), T(x + y)) * select(y < 2.0, x, y);
  }
};

/// A cubic spline with three pieces.
struct pieces : problem {
  static constexpr auto name = "pieces";
  static constexpr std::array points{std::tuple{0.25}, std::tuple{1.5}, std::tuple{2.75},
                                     std::tuple{5.0}};
  template <class T>
  constexpr T operator()(const T& x) const {
    const int piece = x < 1.0 ? 0 : x < 2.0 ? 1 : x < 3.0 ? 2 : 3;
    const T u = x - piece;
    switch (piece) {
      case 0:
        return u * u * u / 6.0;
      case 1:
        return (1.0 + 3.0 * u + 3.0 * u * u - 3.0 * u * u * u) / 6.0;
      case 2:
        return (4.0 - 6.0 * u * u + 3.0 * u * u * u) / 6.0;
      default:
        return 1.0 / x;
    }
  }
};

struct sorting : problem {
  static constexpr auto name = "sorting";
  static constexpr std::array points{std::tuple{std::array{3.0, -1.0, 2.0}},
                                     std::tuple{std::array{1.0, 4.0, 2.5}}};
  template <class T>
  constexpr std::array<T, 3> operator()(std::array<T, 3> x) const {
    if (x[1] < x[0]) std::swap(x[0], x[1]);
    if (x[2] < x[1]) std::swap(x[1], x[2]);
    if (x[1] < x[0]) std::swap(x[0], x[1]);
    return {x[0] * x[1], x[1] * x[1], x[2]};
  }
};

/// Beyond the branch the root is not defined, or its derivative is infinite.
struct guarded_root : problem {
  static constexpr auto name = "guarded_root";
  static constexpr std::array points{std::tuple{0.25, 1.5}, std::tuple{-2.0, 3.0}};
  template <class T>
  constexpr T operator()(const T& x, const T& y) const {
    using std::log, std::sqrt;
    return x > 0.0 ? sqrt(x) * log(x) * y : x * y;
  }
};

/// Two conditions lead to each arm, and where one is taken, the other is NaN.
struct two_conditions : problem {
  static constexpr auto name = "two_conditions";
  static constexpr std::array points{std::tuple{0.5, 2.0}, std::tuple{1.5, 2.0}};
  template <class T>
  constexpr T operator()(const T& t, const T& w) const {
    using std::acos, std::acosh;
    if (t >= -1.0 && t <= 1.0) return w * acos(t);
    return w * w * acosh(t);
  }
};

/// The quotient that is not taken is infinite.
struct quotient_or_not : problem {
  static constexpr auto name = "quotient_or_not";
  static constexpr std::array points{std::tuple{3.0, 0.0}, std::tuple{3.0, 0.5}};
  template <class T>
  constexpr T operator()(const T& n, const T& d) const {
    if (d > 1e-12 || d < -1e-12) return n * n / d * n;
    return n;
  }
};

struct small_angle : problem {
  static constexpr auto name = "small_angle";
  static constexpr double tolerance = 64;
  static constexpr std::array points{std::tuple{0.75}, std::tuple{1e-5}};
  template <class T>
  constexpr T operator()(const T& x) const {
    using std::sin;
    if (x * x < 1e-8) return 1.0 - x * x / 6.0;
    return sin(x) / x;
  }
};

using branches =
    table<if_else, conditional_operator, logical_operators, all_comparisons, early_return>;
using branches_more = table<loop_with_break, loop_with_continue, while_loop, nested_branches>;
using branches_rest = table<masks_as_data, pieces, sorting, guarded_root, two_conditions,
                            quotient_or_not, small_angle>;

}  // namespace problems
