// SPDX-License-Identifier: MIT
// Every way to differentiate a problem, each against the oracle.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <etad/verb/gradient.hpp>
#include <etad/verb/jacobian.hpp>
#include <etad/verb/products.hpp>

#include "problems/oracle.hpp"
#include "problems/problem.hpp"

namespace problems {

/// A Jacobian by rows, whatever its blocks.
template <class T>
using rows = std::vector<std::vector<T>>;

template <class T, std::size_t M, std::size_t N>
void append_columns(rows<T>& out, const etad::matrix<T, M, N>& block) {
  out.resize(M);
  for (std::size_t i = 0; i < M; ++i) {
    for (std::size_t j = 0; j < N; ++j) out[i].push_back(block(i, j));
  }
}
template <class T, std::size_t M, std::size_t N>
rows<T> rows_of(const etad::matrix<T, M, N>& jacobian) {
  rows<T> out;
  append_columns(out, jacobian);
  return out;
}
template <class T, std::size_t M, std::size_t... N>
rows<T> rows_of(const std::tuple<etad::matrix<T, M, N>...>& jacobian) {
  rows<T> out;
  std::apply([&](const auto&... block) { (append_columns(out, block), ...); }, jacobian);
  return out;
}

template <class T>
rows<T> transposed(const rows<T>& a) {
  rows<T> t(a[0].size(), std::vector<T>(a.size()));
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < a[i].size(); ++j) t[j][i] = a[i][j];
  }
  return t;
}

/// Checks all entries of one Jacobian; the message names what disagrees.
template <class T>
void check_rows(const std::string& who, const rows<T>& got, const rows<real>& exact,
                double tolerance) {
  REQUIRE_MESSAGE(got.size() == exact.size(), who);
  for (std::size_t i = 0; i < exact.size(); ++i) {
    REQUIRE_MESSAGE(got[i].size() == exact[i].size(), who);
    for (std::size_t j = 0; j < exact[i].size(); ++j) {
      const double error = relative_error(got[i][j], exact[i][j]);
      CHECK_MESSAGE(error <= tolerance, who, " (", i, ", ", j,
                    "): ", static_cast<double>(got[i][j]), " instead of ",
                    static_cast<double>(exact[i][j]), ", ", error, " units");
    }
  }
}

/// Fills the leaves of a value with zeros and a one at `position`.
template <class A>
void make_unit(A& a, std::size_t position) {
  std::size_t k = 0;
  visit_leaves(a, [&](auto& leaf) {
    using number = std::remove_cvref_t<decltype(leaf)>;
    leaf = number(k++ == position ? 1 : 0);
  });
}

template <class P, class T>
struct problem_types {
  using point = typename decltype(P::points)::value_type;
  template <class... A>
  static auto call(const std::tuple<A...>&)
      -> etad::detail::function_call<P, std::remove_const_t<decltype(P::with_respect_to)>,
                                     etad::detail::rebind<A, T>...>;
  using call_type = decltype(call(std::declval<point>()));
  using arguments = etad::detail::rebind<point, T>;
};

template <class P, class T>
struct driver {
  using types = problem_types<P, T>;
  using call = typename types::call_type;
  static constexpr auto wrt = P::with_respect_to;

  explicit driver(const typename types::point& point) : x(converted<T>(point)) {
    const rows<real> whole = difference_jacobian(P{}, x);
    const etad::detail::buffer<char> wanted = call::wanted();
    for (const std::vector<real>& row : whole) {
      exact.emplace_back();
      for (std::size_t j = 0; j < row.size(); ++j) {
        if (wanted[j] != 0) exact.back().push_back(row[j]);
      }
    }
  }

  void check(const std::string& mode, const rows<T>& got) const {
    check_rows(std::string(P::name) + ", " + mode, got, exact, P::tolerance);
  }

  void jacobians() const {
    check("automatic", rows_of(std::apply(etad::jacobian(P{}, wrt), x)));
    check("forward", rows_of(std::apply(etad::jacobian(P{}, wrt, etad::forward), x)));
    check("reverse", rows_of(std::apply(etad::jacobian(P{}, wrt, etad::reverse), x)));
  }

  void elimination() const {
    check("elimination", rows_of(std::apply(etad::jacobian(P{}, wrt, etad::elimination), x)));
  }

  void gradient() const {
    if constexpr (call::results == 1) {
      check("gradient", {leaves_of<T>(std::apply(etad::gradient(P{}, wrt), x))});
    }
  }

  /// Column j is the product with the j-th unit tangent.
  void products_with_tangents() const {
    rows<T> columns;
    for (std::size_t j = 0; j < exact[0].size(); ++j) {
      typename call::selected_arguments tangent;
      make_unit(tangent, j);
      columns.push_back(leaves_of<T>(std::apply(etad::jvp(P{}, wrt), std::tuple_cat(x, tangent))));
    }
    check("jvp", transposed(columns));
  }

  /// Row i is the product with the i-th unit weight.
  void products_with_weights() const {
    rows<T> got;
    for (std::size_t i = 0; i < exact.size(); ++i) {
      std::tuple<typename call::result> weight;
      make_unit(weight, i);
      got.push_back(leaves_of<T>(std::apply(etad::vjp(P{}, wrt), std::tuple_cat(x, weight))));
    }
    check("vjp", got);
  }

  /// The interpreter runs the program with its singular formulas.
  void interpreter() const {
    using program = etad::detail::jacobian_of<call, etad::detail::wanted_outputs<false>,
                                              etad::detail::jacobian_mode::automatic>;
    etad::detail::jacobian_result<call> result;
    std::apply(
        [&](const auto&... a) { etad::detail::interpret_call<program, T>(std::tie(result), a...); },
        x);
    check("interpreter", rows_of(result));
  }

  /// The value beside the derivative is that of the function itself, to the last bit.
  void primal() const {
    if constexpr (std::is_same_v<T, double> && ETAD_HAS_FAST_FMA == 0) {
      const auto result = std::apply(etad::value_and_jacobian(P{}, wrt), x);
      const std::vector<double> value = leaves_of<double>(result.value);
      const std::vector<double> plain = leaves_of<double>(std::apply(P{}, x));
      REQUIRE(value.size() == plain.size());
      for (std::size_t i = 0; i < value.size(); ++i) {
        CHECK_MESSAGE(value[i] == plain[i], P::name, " value ", i);
      }
    }
  }

  typename types::arguments x;
  rows<real> exact;
};

/// The Jacobian at the first point, computed by the compiler.
template <class P>
struct in_constant_evaluation {
  static constexpr auto jacobian =
      std::apply(etad::jacobian(P{}, P::with_respect_to), P::points[0]);
};

template <class P>
void check_problem() {
  for (const auto& point : P::points) {
    const driver<P, double> d(point);
    d.jacobians();
    d.elimination();
    d.gradient();
    d.products_with_tangents();
    d.products_with_weights();
    d.interpreter();
    d.primal();
    driver<P, float>(point).jacobians();
    driver<P, long double>(point).jacobians();
  }
  driver<P, double>(P::points[0])
      .check("constant evaluation", rows_of(in_constant_evaluation<P>::jacobian));
}

template <class... P>
void check_table(table<P...>) {
  (check_problem<P>(), ...);
}

}  // namespace problems
