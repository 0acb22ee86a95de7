// SPDX-License-Identifier: MIT
// Arguments and results of every shape, data arguments among them, and helper functions.
#pragma once

#include <cstddef>

#include "problems/problem.hpp"

namespace problems {

namespace helper {

template <class T, std::size_t N>
constexpr T dot(const std::array<T, N>& a, const std::array<T, N>& b) {
  T sum = a[0] * b[0];
  for (std::size_t i = 1; i < N; ++i) sum += a[i] * b[i];
  return sum;
}

template <class T>
constexpr T recursive_power(const T& x, int n) {
  if (n == 0) return T(1.0);
  const T half = recursive_power(x, n / 2);
  return n % 2 == 0 ? half * half : half * half * x;
}

}  // namespace helper

struct dot_product : problem {
  static constexpr auto name = "dot_product";
  static constexpr std::array points{
      std::tuple{std::array{0.5, -1.5, 2.0}, std::array{1.25, 0.75, -3.0}}};
  template <class T>
  constexpr T operator()(const std::array<T, 3>& a, const std::array<T, 3>& b) const {
    return helper::dot(a, b);
  }
};

struct normalized : problem {
  static constexpr auto name = "normalized";
  static constexpr double tolerance = 64;
  static constexpr std::array points{std::tuple{std::array{0.5, -1.5, 2.0}}};
  template <class T>
  constexpr std::array<T, 3> operator()(const std::array<T, 3>& a) const {
    using std::sqrt;
    const T norm = sqrt(helper::dot(a, a));
    return {a[0] / norm, a[1] / norm, a[2] / norm};
  }
};

struct recursion : problem {
  static constexpr auto name = "recursion";
  static constexpr double tolerance = 32;
  static constexpr std::array points{std::tuple{0.75}, std::tuple{-1.25}};
  template <class T>
  constexpr T operator()(const T& x) const {
    return helper::recursive_power(x, 11);
  }
};

struct determinant : problem {
  static constexpr auto name = "determinant";
  static constexpr double tolerance = 64;
  static constexpr std::array points{std::tuple{std::array<std::array<double, 3>, 3>{
      {{1.0, 2.0, -0.5}, {0.25, -3.0, 1.5}, {2.0, 0.125, 1.0}}}}};
  template <class Matrix>
  constexpr auto operator()(const Matrix& m) const {
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) -
           m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0]) +
           m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  }
};

struct matrix_product : problem {
  static constexpr auto name = "matrix_product";
  using square = std::array<std::array<double, 2>, 2>;
  static constexpr std::array points{
      std::tuple{square{{{1.0, 2.0}, {-0.5, 3.0}}}, square{{{0.25, -1.0}, {4.0, 1.5}}}}};
  template <class Matrix>
  constexpr Matrix operator()(const Matrix& a, const Matrix& b) const {
    Matrix c;
    for (std::size_t i = 0; i < 2; ++i) {
      for (std::size_t j = 0; j < 2; ++j) c[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j];
    }
    return c;
  }
};

struct polynomial : problem {
  static constexpr auto name = "polynomial";
  static constexpr double tolerance = 64;
  static constexpr std::array points{std::tuple{1.5, std::array{0.5, -1.5, 2.0, 0.25}}};
  template <class T>
  constexpr T operator()(const T& x, const std::array<T, 4>& c) const {
    T sum = c[3];
    for (std::size_t i = 3; i-- > 0;) sum = sum * x + c[i];
    return sum;
  }
};

struct running_products : problem {
  static constexpr auto name = "running_products";
  static constexpr std::array points{std::tuple{std::array{0.5, -1.5, 2.0, 3.0}}};
  template <class T>
  constexpr std::array<T, 4> operator()(const std::array<T, 4>& x) const {
    std::array<T, 4> p = x;
    for (std::size_t i = 1; i < 4; ++i) p[i] *= p[i - 1];
    return p;
  }
};

struct softmax : problem {
  static constexpr auto name = "softmax";
  static constexpr double tolerance = 64;
  static constexpr std::array points{std::tuple{std::array{0.5, -1.5, 2.0}}};
  template <class T>
  constexpr std::array<T, 3> operator()(const std::array<T, 3>& x) const {
    using std::exp;
    std::array<T, 3> y;
    T sum = 0.0;
    for (std::size_t i = 0; i < 3; ++i) {
      y[i] = exp(x[i]);
      sum += y[i];
    }
    for (T& value : y) value /= sum;
    return y;
  }
};

struct one_of_two_arguments : problem {
  static constexpr auto name = "one_of_two_arguments";
  static constexpr auto with_respect_to = etad::wrt<1>;
  static constexpr std::array points{std::tuple{0.5, 1.5}, std::tuple{2.0, -3.0}};
  template <class T>
  constexpr T operator()(const T& x, const T& y) const {
    using std::exp;
    return exp(x * y) + x;
  }
};

struct mixed_arguments : problem {
  static constexpr auto name = "mixed_arguments";
  static constexpr double tolerance = 32;
  static constexpr auto with_respect_to = etad::wrt<0, 2>;
  static constexpr std::array points{std::tuple{std::array{0.5, 1.5}, std::array{2.0, -3.0}, 0.75}};
  template <class T>
  constexpr std::array<T, 2> operator()(const std::array<T, 2>& a, const std::array<T, 2>& data,
                                        const T& scale) const {
    return {scale * a[0] * data[0], scale * scale * a[1] * data[1] + a[0]};
  }
};

/// Residuals of a fit: parameters are differentiated, observations are data.
struct decay_residuals : problem {
  static constexpr auto name = "decay_residuals";
  static constexpr double tolerance = 32;
  static constexpr auto with_respect_to = etad::wrt<0>;
  static constexpr std::array points{
      std::tuple{std::array{2.5, 0.75}, std::array{0.0, 1.0, 2.0}, std::array{2.4, 1.2, 0.5}}};
  template <class T>
  constexpr std::array<T, 3> operator()(const std::array<T, 2>& p, const std::array<T, 3>& time,
                                        const std::array<T, 3>& seen) const {
    using std::exp;
    std::array<T, 3> r;
    for (std::size_t i = 0; i < 3; ++i) r[i] = p[0] * exp(-p[1] * time[i]) - seen[i];
    return r;
  }
};

struct constant_results : problem {
  static constexpr auto name = "constant_results";
  static constexpr std::array points{std::tuple{0.5, 1.5}};
  template <class T>
  constexpr std::array<T, 3> operator()(const T& x, const T&) const {
    return {T(3.5), x, x};
  }
};

struct cancelled : problem {
  static constexpr auto name = "cancelled";
  static constexpr std::array points{std::tuple{0.5, 1.5}};
  template <class T>
  constexpr T operator()(const T& x, const T& y) const {
    const T p = x * y;
    return p - p + (x - x) * y + y;
  }
};

using shapes = table<dot_product, normalized, recursion, determinant>;
using shapes_more = table<matrix_product, polynomial, running_products, softmax>;
using shapes_rest =
    table<one_of_two_arguments, mixed_arguments, decay_residuals, constant_results, cancelled>;

}  // namespace problems
