// SPDX-License-Identifier: MIT
// What generated code (generate_functions.py) tells of each of its functions: how to call it and how
// to differentiate it by one verb. The comparison itself stands in functions.cpp.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include <etad/etad.hpp>

#include "mpfr_number.hpp"

namespace fuzz {

struct generated_function {
  const char* name;
  const char* verb;
  int inputs;
  int outputs;
  int order;
  void (*exact)(const number* x, number* y);
  void (*plain)(const double* x, double* y);
  /// The Jacobian by rows, or the Hessian.
  void (*derivative)(const double* x, double* d);
  /// The values that came with the derivative, where the verb gives them.
  void (*values)(const double* x, double* y);
};

/// All functions of all generated files, in no particular order.
std::vector<generated_function>& registry();

template <class T, std::size_t N>
std::array<T, N> array_at(const T* x) {
  std::array<T, N> a;
  for (std::size_t i = 0; i < N; ++i) a[i] = x[i];
  return a;
}

// Verbs. F maps an array of N numbers to an array of M numbers; with M = 0 to one number.

inline constexpr etad::wrt_t<> everything{};

struct by_gradient {
  static constexpr const char* name = "gradient";
  template <class F, std::size_t N, std::size_t M>
  static void derivative(const double* x, double* d) {
    const auto g = etad::gradient(F{})(array_at<double, N>(x));
    for (std::size_t j = 0; j < N; ++j) d[j] = g[j];
  }
};
struct by_value_and_gradient {
  static constexpr const char* name = "value_and_gradient";
  template <class F, std::size_t N, std::size_t M>
  static void derivative(const double* x, double* d) {
    const auto r = etad::value_and_gradient(F{})(array_at<double, N>(x));
    for (std::size_t j = 0; j < N; ++j) d[j] = r.gradient[j];
  }
  template <class F, std::size_t N, std::size_t M>
  static void values(const double* x, double* y) {
    y[0] = etad::value_and_gradient(F{})(array_at<double, N>(x)).value;
  }
};
struct by_hessian {
  static constexpr const char* name = "hessian";
  static constexpr int order = 2;
  template <class F, std::size_t N, std::size_t M>
  static void derivative(const double* x, double* d) {
    const auto h = etad::hessian(F{})(array_at<double, N>(x));
    for (std::size_t i = 0; i < N; ++i) {
      for (std::size_t j = 0; j < N; ++j) d[i * N + j] = h(i, j);
    }
  }
};
template <class Jacobian, std::size_t N, std::size_t M>
void copy_jacobian(const Jacobian& jacobian, double* d) {
  for (std::size_t i = 0; i < M; ++i) {
    for (std::size_t j = 0; j < N; ++j) d[i * N + j] = jacobian(i, j);
  }
}
template <const auto& Mode>
struct by_jacobian {
  static constexpr const char* name = "jacobian";
  template <class F, std::size_t N, std::size_t M>
  static void derivative(const double* x, double* d) {
    copy_jacobian<decltype(etad::jacobian(F{}, Mode)(array_at<double, N>(x))), N, M>(
        etad::jacobian(F{}, Mode)(array_at<double, N>(x)), d);
  }
};
struct by_value_and_jacobian {
  static constexpr const char* name = "value_and_jacobian";
  template <class F, std::size_t N, std::size_t M>
  static void derivative(const double* x, double* d) {
    const auto r = etad::value_and_jacobian(F{})(array_at<double, N>(x));
    copy_jacobian<decltype(r.jacobian), N, M>(r.jacobian, d);
  }
  template <class F, std::size_t N, std::size_t M>
  static void values(const double* x, double* y) {
    const auto r = etad::value_and_jacobian(F{})(array_at<double, N>(x));
    for (std::size_t i = 0; i < M; ++i) y[i] = r.value[i];
  }
};
struct by_jvp {
  static constexpr const char* name = "jvp";
  template <class F, std::size_t N, std::size_t M>
  static void derivative(const double* x, double* d) {
    for (std::size_t j = 0; j < N; ++j) {
      std::array<double, N> v{};
      v[j] = 1;
      const auto column = etad::jvp(F{})(array_at<double, N>(x), v);
      for (std::size_t i = 0; i < M; ++i) d[i * N + j] = column[i];
    }
  }
};
struct by_vjp {
  static constexpr const char* name = "vjp";
  template <class F, std::size_t N, std::size_t M>
  static void derivative(const double* x, double* d) {
    for (std::size_t i = 0; i < M; ++i) {
      std::array<double, M> w{};
      w[i] = 1;
      const auto row = etad::vjp(F{})(array_at<double, N>(x), w);
      for (std::size_t j = 0; j < N; ++j) d[i * N + j] = row[j];
    }
  }
};
using by_any_mode = by_jacobian<everything>;
using by_forward = by_jacobian<etad::forward>;
using by_reverse = by_jacobian<etad::reverse>;
using by_elimination = by_jacobian<etad::elimination>;

template <class F, class T, std::size_t N, std::size_t M>
void call(const T* x, T* y) {
  if constexpr (M == 0) {
    y[0] = F{}(array_at<T, N>(x));
  } else {
    const std::array<T, M> r = F{}(array_at<T, N>(x));
    for (std::size_t i = 0; i < M; ++i) y[i] = r[i];
  }
}

/// Enters F into the registry.
template <class F, std::size_t N, std::size_t M, class Verb>
bool enter(const char* name) {
  generated_function f{name,
                       Verb::name,
                       static_cast<int>(N),
                       M == 0 ? 1 : static_cast<int>(M),
                       1,
                       &call<F, number, N, M>,
                       &call<F, double, N, M>,
                       &Verb::template derivative<F, N, M>,
                       nullptr};
  if constexpr (requires { Verb::order; }) f.order = Verb::order;
  if constexpr (requires { &Verb::template values<F, N, M>; }) {
    f.values = &Verb::template values<F, N, M>;
  }
  registry().push_back(f);
  return true;
}

}  // namespace fuzz
