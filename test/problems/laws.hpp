// SPDX-License-Identifier: MIT
// Laws that derivatives obey whatever the function; no oracle is needed.
#pragma once

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include <etad/verb/hessian.hpp>
#include <etad/verb/jacobian.hpp>
#include <etad/verb/products.hpp>

#include "problems/drivers.hpp"

namespace problems {

/// Numbers in [-1, 1) of 12 bits, so that their sums and small products are exact. SplitMix64
/// (Steele, Lea and Flood 2014).
class sampler {
 public:
  explicit sampler(std::uint64_t seed) : state_(seed) {}
  double next() {
    std::uint64_t z = state_ += 0x9e37'79b9'7f4a'7c15u;
    z = (z ^ z >> 30) * 0xbf58'476d'1ce4'e5b9u;
    z = (z ^ z >> 27) * 0x94d0'49bb'1331'11ebu;
    return static_cast<double>(static_cast<std::int64_t>(z ^ z >> 31) >> 52) / 2048.0;
  }
  template <class A>
  A value() {
    A a;
    visit_leaves(a, [&](auto& leaf) { leaf = next(); });
    return a;
  }

 private:
  std::uint64_t state_;
};

inline constexpr int law_rounds = 2000;

/// The sum of products and the sum of their sizes, which scales the rounding error.
struct inner_product {
  double value = 0;
  double size = 0;
};
inline inner_product inner(const std::vector<double>& a, const std::vector<double>& b) {
  inner_product p;
  for (std::size_t i = 0; i < a.size(); ++i) {
    p.value += a[i] * b[i];
    p.size += std::abs(a[i] * b[i]);
  }
  return p;
}

inline double bound_of(double tolerance, double size) {
  return tolerance * std::numeric_limits<double>::epsilon() * size;
}

template <class P>
struct laws {
  using types = problem_types<P, double>;
  using call = typename types::call_type;
  using tangent_type = typename call::selected_arguments;
  using weight_type = std::tuple<typename call::result>;
  static constexpr auto wrt = P::with_respect_to;

  /// The point moved by up to 1 %, which stays inside the domain.
  static auto point(sampler& random, const typename types::point& from) {
    auto x = from;
    visit_leaves(x, [&](double& leaf) { leaf *= 1.0 + 0.01 * random.next(); });
    return x;
  }

  /// <w, J v> = <J' w, v>
  static void adjoint_is_transposed(sampler& random, const typename types::arguments& x) {
    const auto v = random.value<tangent_type>();
    const auto w = random.value<weight_type>();
    const auto jv = leaves_of<double>(std::apply(etad::jvp(P{}, wrt), std::tuple_cat(x, v)));
    const auto wj = leaves_of<double>(std::apply(etad::vjp(P{}, wrt), std::tuple_cat(x, w)));
    const auto jacobian = rows_of(std::apply(etad::jacobian(P{}, wrt), x));
    const auto vs = leaves_of<double>(v);
    const auto ws = leaves_of<double>(w);
    double size = 0;
    for (std::size_t i = 0; i < ws.size(); ++i) {
      size += std::abs(ws[i]) * inner(jacobian[i], vs).size;
    }
    const double left = inner(ws, jv).value;
    const double right = inner(wj, vs).value;
    CHECK_MESSAGE(std::abs(left - right) <= bound_of(8 * P::tolerance, size), P::name, ": ", left,
                  " ", right);
  }

  /// J (a u + v) = a (J u) + J v
  static void tangent_is_linear(sampler& random, const typename types::arguments& x) {
    const auto u = random.value<tangent_type>();
    const auto v = random.value<tangent_type>();
    const double a = 0.5 + random.next();
    auto sum = v;
    const auto us = leaves_of<double>(u);
    std::size_t k = 0;
    visit_leaves(sum, [&](double& leaf) { leaf += a * us[k++]; });
    const auto product = [&](const tangent_type& t) {
      return leaves_of<double>(std::apply(etad::jvp(P{}, wrt), std::tuple_cat(x, t)));
    };
    const auto whole = product(sum);
    const auto ju = product(u);
    const auto jv = product(v);
    const auto jacobian = rows_of(std::apply(etad::jacobian(P{}, wrt), x));
    const auto vs = leaves_of<double>(v);
    for (std::size_t i = 0; i < whole.size(); ++i) {
      const double size = std::abs(a) * inner(jacobian[i], us).size + inner(jacobian[i], vs).size;
      CHECK_MESSAGE(std::abs(whole[i] - (a * ju[i] + jv[i])) <= bound_of(8 * P::tolerance, size),
                    P::name, " output ", i);
    }
  }

  /// All modes compute the same matrix, up to rounding.
  static void modes_agree(const typename types::arguments& x) {
    const auto by_column = rows_of(std::apply(etad::jacobian(P{}, wrt, etad::forward), x));
    const auto by_row = rows_of(std::apply(etad::jacobian(P{}, wrt, etad::reverse), x));
    for (std::size_t i = 0; i < by_row.size(); ++i) {
      for (std::size_t j = 0; j < by_row[i].size(); ++j) {
        const double size = std::abs(by_row[i][j]);
        CHECK_MESSAGE(std::abs(by_row[i][j] - by_column[i][j]) <= bound_of(2 * P::tolerance, size),
                      P::name, " (", i, ", ", j, ")");
      }
    }
  }

  static void check() {
    sampler random(20240229);
    for (const auto& from : P::points) {
      for (int round = 0; round < law_rounds; ++round) {
        const auto x = point(random, from);
        adjoint_is_transposed(random, x);
        tangent_is_linear(random, x);
        modes_agree(x);
      }
    }
  }
};

template <class... P>
void check_laws(table<P...>) {
  (laws<P>::check(), ...);
}

}  // namespace problems
