// SPDX-License-Identifier: MIT
// Second derivatives of scalar problems: against second differences, and by their laws.
#pragma once

#include <etad/verb/hessian.hpp>

#include "problems/laws.hpp"

namespace problems {

/// d2f/(dx_j dx_k) by central differences with step 2^-90, relative error about 2^-170.
template <class F, class... A>
rows<real> difference_hessian(const F& f, const std::tuple<A...>& arguments) {
  const auto x = converted<real>(arguments);
  const real step = power_of_two(-90);
  const std::size_t n = leaves_of<real>(x).size();
  const auto at = [&](std::size_t j, const real& dj, std::size_t k, const real& dk) {
    auto moved = x;
    std::size_t i = 0;
    visit_leaves(moved, [&](real& leaf) {
      if (i == j) leaf += dj;
      if (i == k) leaf += dk;
      ++i;
    });
    return std::apply(f, moved);
  };
  rows<real> hessian(n, std::vector<real>(n));
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t k = 0; k < n; ++k) {
      hessian[j][k] = (at(j, step, k, step) - at(j, step, k, -step) - at(j, -step, k, step) +
                       at(j, -step, k, -step)) /
                      (real(4.0) * step * step);
    }
  }
  return hessian;
}

/// A Hessian as rows: one matrix, or rows of blocks.
template <class T, std::size_t N>
rows<T> hessian_rows(const etad::matrix<T, N, N>& h) {
  return rows_of(h);
}
template <class T, class... Row>
rows<T> hessian_rows_of_blocks(const std::tuple<Row...>& h) {
  rows<T> out;
  const auto append = [&](const rows<T>& part) { out.insert(out.end(), part.begin(), part.end()); };
  std::apply([&](const auto&... row) { (append(rows_of(row)), ...); }, h);
  return out;
}
template <class... Row>
rows<double> hessian_rows(const std::tuple<Row...>& h) {
  return hessian_rows_of_blocks<double>(h);
}

/// For problems all of whose arguments are differentiated.
template <class P>
struct second_order {
  using l = laws<P>;
  using arguments = typename l::types::arguments;
  using tangent_type = typename l::tangent_type;

  static rows<double> hessian(const arguments& x) {
    return hessian_rows(std::apply(etad::hessian(P{}), x));
  }

  static void against_differences(const arguments& x) {
    compare("hessian", hessian(x), difference_hessian(P{}, x));
  }

  // Entries of a Hessian cancel more than those of a gradient, so the bound is one for each row.
  static void compare(const char* mode, const rows<double>& got, const rows<real>& exact) {
    REQUIRE(got.size() == exact.size());
    for (std::size_t i = 0; i < exact.size(); ++i) {
      double size = 0;
      for (const real& entry : exact[i]) size = std::max(size, static_cast<double>(abs(entry)));
      for (std::size_t j = 0; j < exact[i].size(); ++j) {
        const double error = static_cast<double>(abs(real(got[i][j]) - exact[i][j]));
        CHECK_MESSAGE(error <= bound_of(4 * P::tolerance, size) + 1e-40, P::name, " ", mode, " (",
                      i, ", ", j, "): ", got[i][j], " instead of ",
                      static_cast<double>(exact[i][j]));
      }
    }
  }

  static void is_symmetric(const arguments& x) {
    const rows<double> h = hessian(x);
    CHECK_MESSAGE(h == transposed(h), P::name);
  }

  /// H v three ways: as product, forward over reverse, reverse over forward.
  static void products_agree(sampler& random, const arguments& x) {
    const auto v = random.template value<tangent_type>();
    const auto vs = leaves_of<double>(v);
    const rows<double> h = hessian(x);
    const auto xv = std::tuple_cat(x, v);
    const auto hv = leaves_of<double>(std::apply(etad::hvp(P{}), xv));
    const auto reverse_over_forward = [&]<std::size_t... I>(std::index_sequence<I...>) {
      return leaves_of<double>(
          std::apply(etad::gradient(etad::jvp(P{}), etad::wrt<static_cast<int>(I)...>), xv));
    }
    (std::make_index_sequence<std::tuple_size_v<arguments>>{});
    for (std::size_t i = 0; i < hv.size(); ++i) {
      const inner_product product = inner(h[i], vs);
      double size = product.size;
      for (const double entry : h[i]) size = std::max(size, std::abs(entry));
      const double bound = bound_of(8 * P::tolerance, size);
      CHECK_MESSAGE(std::abs(hv[i] - product.value) <= bound, P::name, " hvp ", i);
      CHECK_MESSAGE(std::abs(hv[i] - reverse_over_forward[i]) <= bound, P::name, " order ", i);
    }
  }

  static void all_at_once(const arguments& x) {
    const auto [value, gradient, hessian] = std::apply(etad::value_gradient_hessian(P{}), x);
    if (ETAD_HAS_FAST_FMA == 0) CHECK_MESSAGE(value == std::apply(P{}, x), P::name);
    const auto alone = leaves_of<double>(std::apply(etad::gradient(P{}), x));
    const auto together = leaves_of<double>(gradient);
    for (std::size_t i = 0; i < alone.size(); ++i) {
      CHECK_MESSAGE(
          std::abs(alone[i] - together[i]) <= bound_of(2 * P::tolerance, std::abs(alone[i])),
          P::name);
    }
    CHECK_MESSAGE(hessian_rows(hessian) == transposed(hessian_rows(hessian)), P::name);
  }

  static void check() {
    sampler random(19);
    for (const auto& from : P::points) {
      against_differences(from);
      all_at_once(from);
      for (int round = 0; round < 20; ++round) {
        const auto x = l::point(random, from);
        is_symmetric(x);
        products_agree(random, x);
      }
    }
  }
};

template <class... P>
void check_second_order(table<P...>) {
  (second_order<P>::check(), ...);
}

}  // namespace problems
