// SPDX-License-Identifier: MIT
// Functions of run-time size, written for any number: what a tape is for.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace tape_bench {

/// A fixed sequence of numbers in [-1, 1).
inline double draw(std::size_t k) {
  const double x = std::sin(static_cast<double>(k) * 12.9898 + 4.1414) * 43758.5453;
  return 2 * (x - std::floor(x)) - 1;
}
inline std::vector<double> draws(std::size_t count, std::size_t seed, double scale, double offset) {
  std::vector<double> x(count);
  for (std::size_t k = 0; k < count; ++k) x[k] = offset + scale * draw(seed + k);
  return x;
}

struct rosenbrock {
  static constexpr const char* name = "Rosenbrock, n = 100,000";
  static std::vector<double> start() { return draws(100000, 1, 0.5, 1.0); }
  template <class T>
  T operator()(const std::vector<T>& x) const {
    T sum(0.0);
    for (std::size_t i = 0; i + 1 < x.size(); ++i) {
      const T t = x[i + 1] - x[i] * x[i];
      const T u = 1.0 - x[i];
      sum += 100.0 * t * t + u * u;
    }
    return sum;
  }
};

struct logistic {
  static constexpr const char* name = "logistic regression, 1,000 x 200";
  std::vector<double> rows = draws(200000, 7, 1.0, 0.0);
  static std::vector<double> start() { return draws(1000, 3, 0.1, 0.0); }
  template <class T>
  T operator()(const std::vector<T>& w) const {
    using std::exp, std::log;
    T loss(0.0);
    for (std::size_t i = 0; i < 200; ++i) {
      T z(0.0);
      const double* const row = &rows[1000 * i];
      for (std::size_t j = 0; j < w.size(); ++j) z += w[j] * row[j];
      loss += log(1.0 + exp(i % 2 == 0 ? z : T(-z)));
    }
    return loss;
  }
};

struct pendulum {
  static constexpr const char* name = "pendulum, 20,000 RK4 steps";
  static std::vector<double> start() { return {9.81, 0.05, 1.2, 0.9, 2.5, 0.0}; }
  template <class T>
  T operator()(const std::vector<T>& p) const {
    using std::cos, std::sin;
    T angle = p[4], speed = p[5];
    const double h = 0.002;
    const auto slope = [&](const T& a, const T& s, double time) {
      return T(-p[0] * sin(a) - p[1] * s + p[2] * cos(p[3] * time));
    };
    for (int k = 0; k < 20000; ++k) {
      const double time = h * k;
      const T k1 = speed, l1 = slope(angle, speed, time);
      const T k2 = speed + 0.5 * h * l1;
      const T l2 = slope(angle + 0.5 * h * k1, k2, time + 0.5 * h);
      const T k3 = speed + 0.5 * h * l2;
      const T l3 = slope(angle + 0.5 * h * k2, k3, time + 0.5 * h);
      const T k4 = speed + h * l3;
      const T l4 = slope(angle + h * k3, k4, time + h);
      angle += h / 6 * (k1 + 2.0 * k2 + 2.0 * k3 + k4);
      speed += h / 6 * (l1 + 2.0 * l2 + 2.0 * l3 + l4);
      if (angle > 3.141592653589793) angle -= 6.283185307179586;
      if (angle < -3.141592653589793) angle += 6.283185307179586;
    }
    return angle * angle + speed * speed;
  }
};

struct network {
  static constexpr const char* name = "network 2-64-64-1, 64 points";
  std::vector<double> points = draws(192, 11, 1.0, 0.0);
  static std::vector<double> start() { return draws(64 * 3 + 64 * 65 + 65, 5, 0.3, 0.0); }
  template <class T>
  T operator()(const std::vector<T>& w) const {
    using std::tanh;
    T loss(0.0);
    std::vector<T> first(64), second(64);
    for (std::size_t n = 0; n < 64; ++n) {
      const double x = points[3 * n], y = points[3 * n + 1];
      std::size_t k = 0;
      for (T& h : first) {
        h = tanh(w[k] * x + w[k + 1] * y + w[k + 2]);
        k += 3;
      }
      for (T& h : second) {
        T z = w[k++];
        for (const T& g : first) z += w[k++] * g;
        h = tanh(z);
      }
      T out = w[k++];
      for (const T& h : second) out += w[k++] * h;
      const T residual = out - points[3 * n + 2];
      loss += residual * residual;
    }
    return loss;
  }
};

struct options {
  static constexpr const char* name = "5,000 options, 500 parameters";
  std::vector<double> strikes = draws(5000, 13, 20.0, 100.0);
  static std::vector<double> start() {
    std::vector<double> p = draws(500, 17, 0.05, 0.25);
    for (std::size_t k = 0; k < 250; ++k) p[k] = 100.0 + 200.0 * (p[k] - 0.25);
    return p;
  }
  template <class T>
  T operator()(const std::vector<T>& p) const {
    using std::erf, std::exp, std::log, std::sqrt;
    T value(0.0);
    for (std::size_t k = 0; k < 5000; ++k) {
      const T& spot = p[k % 250];
      const T& volatility = p[250 + (k * 7) % 250];
      const double time = 0.25 + 0.0005 * static_cast<double>(k), rate = 0.03;
      const T deviation = volatility * std::sqrt(time);
      const T d1 =
          (log(spot / strikes[k]) + (rate + 0.5 * volatility * volatility) * time) / deviation;
      const T d2 = d1 - deviation;
      value += spot * 0.5 * (1.0 + erf(d1 * 0.7071067811865476)) -
               strikes[k] * std::exp(-rate * time) * 0.5 * (1.0 + erf(d2 * 0.7071067811865476));
    }
    return value;
  }
};

struct burgers {
  static constexpr const char* name = "Burgers, 100 x 100, 20 steps";
  static constexpr std::size_t n = 100;
  static std::vector<double> start() { return draws(2 * n * n, 19, 0.5, 0.3); }
  template <class T>
  T operator()(const std::vector<T>& x) const {
    std::vector<T> u(x.begin(), x.begin() + n * n), v(x.begin() + n * n, x.end());
    std::vector<T> next_u = u, next_v = v;
    const double c = 0.1, d = 0.05;
    for (int step = 0; step < 20; ++step) {
      for (std::size_t i = 1; i + 1 < n; ++i) {
        for (std::size_t j = 1; j + 1 < n; ++j) {
          const std::size_t k = i * n + j;
          const auto update = [&](const std::vector<T>& f, T& to) {
            const T by_x = u[k] > 0.0 ? T(f[k] - f[k - 1]) : T(f[k + 1] - f[k]);
            const T by_y = v[k] > 0.0 ? T(f[k] - f[k - n]) : T(f[k + n] - f[k]);
            to = f[k] - c * (u[k] * by_x + v[k] * by_y) +
                 d * (f[k - 1] + f[k + 1] + f[k - n] + f[k + n] - 4.0 * f[k]);
          };
          update(u, next_u[k]);
          update(v, next_v[k]);
        }
      }
      u.swap(next_u);
      v.swap(next_v);
    }
    T energy(0.0);
    for (std::size_t k = 0; k < u.size(); ++k) energy += u[k] * u[k] + v[k] * v[k];
    return energy;
  }
};

struct branches {
  static constexpr const char* name = "a loop that branches, 10,000 numbers";
  static std::vector<double> start() { return draws(10000, 23, 0.5, 0.2); }
  template <class T>
  T operator()(const std::vector<T>& w) const {
    using std::sin;
    T s(0.5);
    for (const T& each : w) {
      if (s > 0.0) {
        s = s - 0.1 * each * s * s - 0.4;
      } else {
        s = 0.5 * s + sin(each);
      }
    }
    return s;
  }
};

/// A recursion over a tree that is known at run time; what a node does depends on its subtrees.
struct tree {
  static constexpr const char* name = "recursion over a tree of 10,000";
  static std::vector<double> start() { return draws(10000, 29, 0.5, 0.7); }
  template <class T>
  static T at(std::size_t k, const std::vector<T>& w) {
    using std::tanh;
    const std::size_t left = 2 * k + 1, right = left + 1;
    if (right >= w.size()) return w[k];
    const T x = at(left, w), y = at(right, w);
    if (x > y) return tanh(x + w[k] * y);
    return w[k] * (x - y);
  }
  template <class T>
  T operator()(const std::vector<T>& w) const {
    return at(0, w);
  }
};

}  // namespace tape_bench
