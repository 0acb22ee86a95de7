// SPDX-License-Identifier: MIT
// The functions of two and three numbers.
#pragma once

#include <algorithm>

#include "problems/problem.hpp"

namespace problems {

struct arithmetic : problem {
  static constexpr auto name = "arithmetic";
  static constexpr std::array points{std::tuple{0.625, -2.5}, std::tuple{-3.7, 1.1}};
  template <class T>
  constexpr std::array<T, 4> operator()(const T& x, const T& y) const {
    return {x + y, x - y, x * y, x / y};
  }
};

struct compound_assignment : problem {
  static constexpr auto name = "compound_assignment";
  static constexpr std::array points{std::tuple{0.625, -2.5}, std::tuple{-3.7, 1.1}};
  template <class T>
  constexpr T operator()(const T& x, const T& y) const {
    T z = x;
    z += 2.0 * y;
    z *= y;
    z -= 3 * x;
    z /= x * x + 1;
    return z;
  }
};

struct power : problem {
  static constexpr auto name = "power";
  static constexpr std::array points{std::tuple{0.625, -2.5}, std::tuple{3.7, 1.1}};
  template <class T>
  constexpr T operator()(const T& x, const T& y) const {
    using std::pow;
    return pow(x, y);
  }
};

struct polar : problem {
  static constexpr auto name = "polar";
  static constexpr std::array points{std::tuple{0.625, -2.5}, std::tuple{-3.7, 1.1}};
  template <class T>
  constexpr std::array<T, 2> operator()(const T& x, const T& y) const {
    using std::atan2, std::hypot;
    return {hypot(x, y), atan2(y, x)};
  }
};

struct distance : problem {
  static constexpr auto name = "distance";
  static constexpr std::array points{std::tuple{0.625, -2.5, 1.0}, std::tuple{-3.7, 1.1, 0.1}};
  template <class T>
  constexpr T operator()(const T& x, const T& y, const T& z) const {
    using std::hypot;
    return hypot(x, y, z);
  }
};

struct remainders : problem {
  static constexpr auto name = "remainders";
  static constexpr std::array points{std::tuple{7.25, 1.5}, std::tuple{-9.7, 2.1}};
  template <class T>
  constexpr std::array<T, 2> operator()(const T& x, const T& y) const {
    using std::fmod, std::remainder;
    return {fmod(x, y), remainder(x, y)};
  }
};

struct extremes : problem {
  static constexpr auto name = "extremes";
  static constexpr std::array points{std::tuple{0.625, -2.5}, std::tuple{-3.7, 1.1}};
  template <class T>
  constexpr std::array<T, 5> operator()(const T& x, const T& y) const {
    using std::fdim, std::fmax, std::fmin, std::max, std::min;
    return {fmax(x, y) * x, fmin(x, y) * y, max(x, y) * y, min(x, y) * x, fdim(x, y)};
  }
};

struct standard_extremes : problem {
  static constexpr auto name = "standard_extremes";
  static constexpr std::array points{std::tuple{0.625, -2.5, 2.0}, std::tuple{3.7, -1.1, 1.0}};
  template <class T>
  constexpr std::array<T, 3> operator()(const T& x, const T& y, const T& z) const {
    return {std::max(x * y, z) * x, std::min(x, y * z), std::clamp(x, T(0.75), T(3.0)) * y};
  }
};

struct clamped : problem {
  static constexpr auto name = "clamped";
  static constexpr std::array points{std::tuple{0.625, -2.5, 2.0}, std::tuple{3.7, -1.1, 1.0}};
  template <class T>
  constexpr T operator()(const T& x, const T& low, const T& high) const {
    using std::clamp;
    return clamp(x, low, high) * x * low * high;
  }
};

struct signs : problem {
  static constexpr auto name = "signs";
  static constexpr std::array points{std::tuple{0.625, -2.5}, std::tuple{-3.7, 1.1}};
  template <class T>
  constexpr T operator()(const T& x, const T& y) const {
    using std::copysign;
    return copysign(x, y) * x + y;
  }
};

struct fused : problem {
  static constexpr auto name = "fused";
  static constexpr std::array points{std::tuple{0.625, -2.5, 2.0}, std::tuple{-3.7, 1.1, 0.5}};
  template <class T>
  constexpr T operator()(const T& x, const T& y, const T& z) const {
    using std::fma;
    return fma(x, y, z) * fma(z, 2.0, x);
  }
};

struct interpolation : problem {
  static constexpr auto name = "interpolation";
  static constexpr std::array points{std::tuple{0.625, -2.5, 0.25}, std::tuple{-3.7, 1.1, 0.5}};
  template <class T>
  constexpr T operator()(const T& a, const T& b, const T& t) const {
    return a + t * (b - a);
  }
};

struct product_and_sine : problem {
  static constexpr auto name = "product_and_sine";
  static constexpr std::array points{std::tuple{0.625, -2.5}, std::tuple{-3.7, 1.1}};
  template <class T>
  constexpr T operator()(const T& x, const T& y) const {
    using std::sin;
    return x * y + sin(x);
  }
};

struct softplus : problem {
  static constexpr auto name = "softplus";
  static constexpr std::array points{std::tuple{0.625, -2.5}, std::tuple{-3.7, 1.1}};
  template <class T>
  constexpr T operator()(const T& x, const T& y) const {
    using std::exp, std::log1p;
    return log1p(exp(-x * y)) + 0.1 * x / y;
  }
};

/// Each value is used many times, so adjoints accumulate.
struct shared_values : problem {
  static constexpr auto name = "shared_values";
  static constexpr double tolerance = 64;
  static constexpr std::array points{std::tuple{0.625, -2.5}, std::tuple{0.7, 1.1}};
  template <class T>
  constexpr T operator()(const T& x, const T& y) const {
    T a = x * y;
    T b = x + y;
    for (int i = 0; i < 6; ++i) {
      const T next = a * b + x;
      a = b * 0.5 - y;
      b = next / (1.0 + a * a);
    }
    return a + b;
  }
};

using several = table<arithmetic, compound_assignment, power, polar, distance, remainders>;
using several_more = table<extremes, standard_extremes, clamped, signs>;
using several_rest = table<fused, interpolation, product_and_sine, softplus, shared_values>;

}  // namespace problems
