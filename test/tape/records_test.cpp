// SPDX-License-Identifier: MIT
// Records that stand for many operations, and tapes over numbers that carry derivatives themselves.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <new>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include <etad/etad.hpp>
#include <etad/rules.hpp>
#include <etad/tape.hpp>

namespace {

// The next allocation but so many fails.
int allocations_left = -1;

}  // namespace

[[gnu::noinline]] void* operator new(std::size_t bytes) {
  if (allocations_left == 0) throw std::bad_alloc();
  if (allocations_left > 0) --allocations_left;
  void* const memory = std::malloc(bytes == 0 ? 1 : bytes);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
[[gnu::noinline]] void* operator new(std::size_t bytes, std::align_val_t alignment) {
  if (allocations_left == 0) throw std::bad_alloc();
  if (allocations_left > 0) --allocations_left;
  const auto unit = static_cast<std::size_t>(alignment);
  void* const memory = std::aligned_alloc(unit, (bytes + unit - 1) / unit * unit);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::align_val_t) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  std::free(memory);
}

namespace {

using number = etad::variable<double>;

constexpr auto rosenbrock_term = [](auto x, auto y) {
  const auto t = y - x * x;
  return 100.0 * t * t + (1.0 - x) * (1.0 - x);
};
constexpr auto term = etad::kernel(rosenbrock_term);

/// Straight or in a loop, on any number.
template <class T>
T spiral(const T& x, const T& y) {
  using std::exp, std::sin;
  T z = x * y;
  for (int k = 0; k < 5; ++k) {
    const T step = sin(z) * y;
    z += step + exp(-z * z);
  }
  return z;
}

}  // namespace

TEST_CASE("a kernel is one record, with the derivatives of its statements") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector{0.5, 2.0, -1.0, 3.0});
  number by_kernels = 0.0, by_statements = 0.0;
  for (std::size_t i = 0; i + 1 < x.size(); ++i) by_kernels += term(x[i], x[i + 1]);
  CHECK(tape.statistics().blocks == 3);
  CHECK(tape.statistics().arguments == 9);
  for (std::size_t i = 0; i + 1 < x.size(); ++i) {
    const number t = x[i + 1] - x[i] * x[i];
    const number u = 1.0 - x[i];
    by_statements += 100.0 * t * t + u * u;
  }
  const auto expected = tape.gradient(by_statements, x);
  const auto got = tape.gradient(by_kernels, x);
  for (std::size_t k = 0; k < 4; ++k) CHECK(got[k] == doctest::Approx(expected[k]));
  // Numbers are constants of the record.
  CHECK(tape.gradient(term(x[0], 4.0), x[0]) == doctest::Approx(-4 * 100 * 0.5 * 3.75 - 2 * 0.5));
  CHECK(term(1.0, 2.0) == 100.0);
}

TEST_CASE("a kernel of arrays, with several results") {
  constexpr auto turned = etad::kernel([](const auto& v, auto angle) {
    using std::cos, std::sin;
    return std::array{v[0] * cos(angle) - v[1] * sin(angle), v[0] * sin(angle) + v[1] * cos(angle)};
  });
  etad::tape<double> tape;
  const auto v = tape.variables(std::array{2.0, 3.0});
  const number angle = tape.variable(0.5);
  const auto w = turned(v, angle);
  const auto jacobian = tape.jacobian(w, std::tuple(v, angle));
  CHECK(jacobian(0, 0) == std::cos(0.5));
  CHECK(jacobian(1, 0) == std::sin(0.5));
  CHECK(jacobian(0, 2) == doctest::Approx(-w[1].value()));
  CHECK(jacobian(1, 2) == doctest::Approx(w[0].value()));
  etad::tape<double> other;
  CHECK_THROWS_AS((void)turned(v, other.variable(1.0)), std::invalid_argument);
}

TEST_CASE("a kernel whose adjoint is zero and changes: least squares without a residual") {
  static constexpr auto residual = etad::kernel([](auto x) { return x * x - 1.0; });
  using inner_number = etad::dual<double, 1>;
  etad::tape<inner_number> tape;
  const auto x = tape.variable(inner_number(1.0, 0));
  const etad::variable<inner_number> r = residual(x);
  const etad::variable<inner_number> loss = r * r;
  const inner_number slope = tape.gradient(loss, x);
  CHECK(value(slope) == 0.0);
  CHECK(tangent(slope)[0] == 8.0);
}

TEST_CASE("a checkpoint keeps its inputs alone; they may be nested") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::array{0.3, 0.7});
  const auto run = [](const auto& p) { return spiral(p[0], p[1]); };
  const number kept = tape.checkpoint(run, x);
  CHECK(tape.statistics().arguments == 0);
  const number straight = run(x);
  CHECK(kept.value() == straight.value());
  const auto by_kept = tape.gradient(kept, x), by_straight = tape.gradient(straight, x);
  CHECK(by_kept[0] == doctest::Approx(by_straight[0]));
  CHECK(by_kept[1] == doctest::Approx(by_straight[1]));
  // Behind and before other records.
  const number y = tape.checkpoint(run, std::array<number, 2>{kept * kept, x[1] * 2.0}) * kept;
  const number z = run(std::array<number, 2>{straight * straight, x[1] * 2.0}) * straight;
  CHECK(tape.gradient(y, x)[0] == doctest::Approx(tape.gradient(z, x)[0]));
  CHECK(tape.gradient(y, x)[1] == doctest::Approx(tape.gradient(z, x)[1]));
  // What it keeps counts.
  const auto many = tape.variables(std::vector<double>(1000));
  const std::size_t before = tape.statistics().reserved_bytes;
  (void)tape.checkpoint([](const auto& v) { return v[0] * v[1]; }, many);
  CHECK(tape.statistics().reserved_bytes == before + 12 * many.size());
  etad::tape<etad::dual<double, 2>> over_duals;
  const auto some = over_duals.variables(std::array{1.0, 2.0});
  const std::size_t without = over_duals.statistics().reserved_bytes;
  (void)over_duals.checkpoint([](const auto& v) { return v[0] * v[1]; }, some);
  CHECK(over_duals.statistics().reserved_bytes == without + 2 * (24 + 4));
}

TEST_CASE("a checkpoint on a tape of tapes, whose function names no type") {
  etad::tape<double> inner;
  etad::tape<number> outer;
  const auto x = outer.variables(inner.variables(std::array{0.3, 0.7}));
  const auto run = [](const auto& p) {
    auto t = 1.0 * p[0];
    for (int k = 0; k < 2; ++k) t += p[1] * t;
    return t * t;
  };
  const etad::variable<number> y = outer.checkpoint(run, x);
  const auto slopes = outer.gradient(y, x);
  // (0.3 (1 + u)^2)^2
  CHECK(slopes[1].value() == doctest::Approx(4 * 0.09 * 1.7 * 1.7 * 1.7));
  CHECK(inner.gradient(slopes[1], x[1].value()) == doctest::Approx(12 * 0.09 * 1.7 * 1.7));
}

TEST_CASE("a record of one's own") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector{1.0, 2.0, 3.0});
  int calls = 0;
  // (sum, sum of squares) by a library that knows its own adjoint.
  const auto y = tape.record(std::array{6.0, 14.0}, x, [&calls](auto w, auto adjoints) {
    ++calls;
    const double values[] = {1.0, 2.0, 3.0};
    for (std::size_t k = 0; k < 3; ++k) adjoints[k] += w[0] + 2 * values[k] * w[1];
  });
  CHECK(tape.gradient(y[0] * y[1], x) == std::vector{14.0 + 12.0, 14.0 + 24.0, 14.0 + 36.0});
  CHECK(tape.gradient(x[0] * 5.0, x[0]) == 5.0);
  CHECK(calls == 1);
  const etad::tape_mark mark = tape.mark();
  (void)tape.record(1.0, x[0], [](auto, auto) {});
  tape.rewind(mark);
  CHECK(tape.statistics().blocks == 1);
}

TEST_CASE("a clipped gradient: a record that changes what passes through it") {
  etad::tape<double> tape;
  const number x = tape.variable(3.0);
  const number same = tape.record(
      x.value(), x, [](auto w, auto adjoints) { adjoints[0] = w[0] > 1.0 ? 1.0 : w[0]; });
  CHECK(tape.gradient(same * 100.0, x) == 1.0);
  CHECK(tape.gradient(same * 0.5, x) == 0.5);
}

TEST_CASE("stated derivatives on variables") {
  constexpr auto cube = etad::custom_derivative([](double u) { return u * u * u; },
                                                [](auto u) { return 4.0 * u * u; });
  constexpr auto root = etad::implicit_root([](auto r, auto a) { return r * r - a; },
                                            [](double a) { return std::sqrt(a); });
  etad::tape<double> tape;
  const number x = tape.variable(2.25);
  CHECK(cube(x).value() == 2.25 * 2.25 * 2.25);
  CHECK(tape.gradient(cube(x), x) == 4 * 2.25 * 2.25);
  CHECK(tape.gradient(root(x), x) == doctest::Approx(0.5 / 1.5));
}

TEST_CASE("a tape over duals: products with the Hessian") {
  using dual = etad::dual<double, 2>;
  etad::tape<dual> tape;
  const auto x = tape.variable(dual(0.3, 0));
  const auto y = tape.variable(dual(0.7, 1));
  const etad::variable<dual> z = spiral(x, y);
  tape.backward(z);
  const auto hessian =
      etad::hessian([](const auto& u, const auto& v) { return spiral(u, v); })(0.3, 0.7);
  const auto slopes =
      etad::gradient([](const auto& u, const auto& v) { return spiral(u, v); })(0.3, 0.7);
  CHECK(x.gradient().value() == doctest::Approx(std::get<0>(slopes)));
  CHECK(tangent(x.gradient())[0] == doctest::Approx(hessian(0, 0)));
  CHECK(tangent(x.gradient())[1] == doctest::Approx(hessian(0, 1)));
  CHECK(tangent(y.gradient())[0] == doctest::Approx(hessian(1, 0)));
  CHECK(tangent(y.gradient())[1] == doctest::Approx(hessian(1, 1)));
}

TEST_CASE("a tape over variables of another tape: derivatives of gradients") {
  etad::tape<double> inner;
  etad::tape<number> outer;
  const number x = inner.variable(0.3), y = inner.variable(0.7);
  const auto u = outer.variable(x), v = outer.variable(y);
  const etad::variable<number> z = spiral(u, v) + max(u * v, u);
  const auto [by_u, by_v] = outer.gradient(z, std::pair(u, v));
  const auto f = [](const auto& a, const auto& b) {
    using std::max;
    return spiral(a, b) + max(a * b, a);
  };
  const auto hessian = etad::hessian(f)(0.3, 0.7);
  CHECK(inner.gradient(by_u, x) == doctest::Approx(hessian(0, 0)));
  CHECK(inner.gradient(by_u, y) == doctest::Approx(hessian(0, 1)));
  CHECK(inner.gradient(by_v, y) == doctest::Approx(hessian(1, 1)));
}

TEST_CASE("kernels on a tape of tapes, and verbs in kernels as one record") {
  constexpr auto f = [](const auto& a, const auto& b) {
    using std::sin;
    return sin(a * b) * a;
  };
  constexpr auto kernel = etad::kernel(f);
  etad::tape<double> inner;
  etad::tape<number> outer;
  const number x = inner.variable(0.5), y = inner.variable(2.0);
  const auto u = outer.variable(x), v = outer.variable(y);
  const etad::variable<number> z = kernel(u, v) * u;
  const auto by_u = outer.gradient(z, u);
  const double c = std::cos(1.0), s = std::sin(1.0);
  CHECK(by_u.value() == doctest::Approx(2.0 * 0.25 * c + s));
  CHECK(inner.gradient(by_u, y) == doctest::Approx(3 * 0.25 * c - 0.25 * s));
  // A number of the inner tape is a constant of the outer one.
  const etad::variable<number> beside = kernel(u, y);
  CHECK(inner.gradient(outer.gradient(beside, u), y) == doctest::Approx(c - 0.5 * s));
  constexpr auto slope = etad::kernel([](const auto& a, const auto& b) {
    return etad::derivative([](const auto& t) { return t * t * t; })(a) * b;
  });
  const std::size_t before = inner.statistics().blocks;
  const number d = slope(x, y);
  CHECK(inner.statistics().blocks == before + 1);
  CHECK(d.value() == 3 * 0.25 * 2.0);
  CHECK(inner.gradient(d, x) == 6 * 0.5 * 2.0);
}

TEST_CASE("a verb of variables is one record, expressions included; of a closure it is recorded") {
  static constexpr auto f = [](const auto& a, const auto& b) {
    using std::sin;
    return sin(a * b) * a;
  };
  etad::tape<double> tape;
  const number x = tape.variable(0.5), y = tape.variable(2.0);
  const auto [by_x, by_y] = etad::gradient(f)(x, 2.0 * y);
  const number product = etad::hvp(f, etad::wrt<0>)(x, y, 1.0);
  CHECK(tape.statistics().blocks == 2);
  CHECK(tape.statistics().statements == 1);  // 2 y
  const double c = std::cos(2.0), s = std::sin(2.0);
  CHECK(by_x.value() == doctest::Approx(2.0 * c + s));
  CHECK(by_y.value() == doctest::Approx(0.25 * c));
  CHECK(tape.gradient(by_x, x) == doctest::Approx(8.0 * c - 8.0 * s));
  CHECK(tape.gradient(by_x, y) == doctest::Approx(2.0 * c - 2.0 * s));
  CHECK(tape.gradient(by_y, y) == doctest::Approx(-0.25 * s));
  const number written = 2.0 * y * cos(x * y) - x * y * y * sin(x * y);
  CHECK(tape.gradient(product, y) == doctest::Approx(tape.gradient(written, y)));
  double scale = 3.0;
  const number recorded = etad::derivative([&](const auto& u) { return u * u * u * scale; })(x);
  CHECK(tape.statistics().blocks == 2);
  CHECK(tape.gradient(recorded, x) == 9.0);
}

TEST_CASE("functions of two on duals over variables: pow at both ends of its domain") {
  using inner_number = etad::variable<double, etad::eager>;
  using outer = etad::dual<inner_number, 1>;
  for (const double base : {1.5, 0.0}) {
    etad::tape<double> tape;
    const std::array x{tape.variable<etad::eager>(base), tape.variable<etad::eager>(2.5)};
    const outer p = pow(outer(x[0]), outer(x[1], 0));
    const auto row = tape.gradient(tangent(p)[0], x);
    const double l = base > 0 ? std::log(base) : 0.0;
    CHECK(row[0] == doctest::Approx(std::pow(base, 1.5) * (1 + 2.5 * l)));
    CHECK(row[1] == doctest::Approx(std::pow(base, 2.5) * l * l));
  }
}

TEST_CASE("stop_gradient and straight_through stop every level") {
  const auto stopped = [](const auto& x) { return etad::stop_gradient(x) * x * x; };
  const auto rounded = [](const auto& x) { return etad::straight_through(round(x), x) * x; };
  const auto slopes_of = [](const auto& f, const auto& x, auto& tape) {
    std::remove_cvref_t<decltype(x)> y = f(x);
    return tape.gradient(y, x);
  };
  {
    using inner_number = etad::dual<double, 1>;
    etad::tape<inner_number> tape;
    const auto x = tape.variable(inner_number(3.0, 0));
    CHECK(tangent(slopes_of(stopped, x, tape))[0] == 6.0);
    CHECK(tangent(slopes_of(rounded, x, tape))[0] == 2.0);
  }
  {
    etad::tape<double> inner;
    etad::tape<etad::variable<double>> outer;
    const auto a = inner.variable(3.0);
    const auto x = outer.variable(a);
    CHECK(inner.gradient(slopes_of(stopped, x, outer), a) == 6.0);
    CHECK(inner.gradient(slopes_of(rounded, x, outer), a) == 2.0);
  }
}

TEST_CASE("memory that runs out leaves the tape as it was") {
  int failures = 0;
  for (int allowed = 0; allowed < 12; ++allowed) {
    etad::tape<double> tape;
    const number x = tape.variable(1.0);
    number sum = x;
    const number plain = x;
    allocations_left = allowed;
    try {
      for (int k = 0; k < 20000; ++k) sum = sum + x;
      (void)tape.record(1.0, x, [](auto, auto) {});
    } catch (const std::bad_alloc&) {
      ++failures;
    }
    allocations_left = -1;
    CHECK(tape.gradient(sum, x) == sum.value());
    CHECK(tape.gradient(plain * 2.0, x) == 2.0);
  }
  CHECK(failures > 3);
}

TEST_CASE("custom_vjp: a way back of one's own") {
  constexpr auto clip =
      etad::custom_vjp([](const auto& x) { return x; },
                       [](const auto&, const auto&, const auto& w) { return w < 1.0 ? w : 1.0; });
  CHECK(clip(3.0) == 3.0);
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector{2.0, 3.0, 4.0});
  CHECK(tape.gradient(10.0 * clip(x[0] * x[1]) + x[2], x) == std::vector{3.0, 2.0, 1.0});

  // A vector and a number, two results; the third argument is data.
  const auto scaled = etad::custom_vjp(
      [](const auto& a, const auto& b, double c) {
        auto r = a;
        for (auto& r_k : r) r_k = c * b * r_k;
        return r;
      },
      [](const auto& a, const auto& b, double c, const auto&, const auto& w) {
        auto by_a = a;
        auto by_b = 0.0 * b;
        for (std::size_t k = 0; k < a.size(); ++k) {
          by_a[k] = c * b * w[k];
          by_b += c * a[k] * w[k];
        }
        return std::tuple(by_a, by_b, 0.0);
      });
  const auto y = scaled(x, x[0], 2.0);
  const auto slopes = tape.jacobian(y, x);
  CHECK(slopes(0, 0) == 8.0);
  CHECK(slopes(1, 0) == 6.0);
  CHECK(slopes(1, 1) == 4.0);
  CHECK(slopes(1, 2) == 0.0);
  // In a verb: reverse mode at run-time size.
  const auto f = [&](const auto& v) {
    const auto r = scaled(v, v[0], 2.0);
    return r[0] * r[1];
  };
  CHECK(etad::gradient(f, etad::reverse)(std::vector{2.0, 3.0}) == std::vector{144.0, 32.0});

  const auto wrong = etad::custom_vjp([](const auto& v) { return v[0]; },
                                      [](const auto&, const auto&, double w) { return w; });
  const number z = wrong(x);
  CHECK_THROWS_WITH_AS(tape.gradient(z, x), doctest::Contains("ETAD-142"), std::invalid_argument);
  CHECK(tape.gradient(x[0] * x[1], x[0]) == 3.0);

  // The way back is recorded, too.
  const auto cube =
      etad::custom_vjp([](const auto& v) { return v * v * v; },
                       [](const auto& v, const auto&, const auto& w) { return 3.0 * v * v * w; });
  etad::tape<number> outer;
  const auto u = outer.variable(x[0]);
  const number slope = outer.gradient(cube(u), u);
  CHECK(slope.value() == 12.0);
  CHECK(tape.gradient(slope, x[0]) == 12.0);
}

TEST_CASE("hooks, and records whose inputs change later") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector{2.0, 3.0});
  double seen = 0;
  const number looked = tape.on_gradient(x[0], [&](double g) { seen = g; });
  const number doubled = tape.on_gradient(looked, [](double g) { return 2.0 * g; });
  CHECK(tape.gradient(doubled * x[1], x[0]) == 6.0);
  CHECK(seen == 6.0);
  number z = x[0] * x[0];
  const number same = tape.record(z.value(), z, [](auto w, auto adjoints) { adjoints[0] = w[0]; });
  z += x[1];
  CHECK(tape.gradient(same, x) == std::vector{4.0, 0.0});
  CHECK(tape.gradient(z, x) == std::vector{4.0, 1.0});
}

TEST_CASE("a hook may ask the tape that is swept, but not take it back") {
  etad::tape<double> tape;
  const number x = tape.variable(2.0);
  const number cube = x * x * x;
  const etad::tape_mark start = tape.mark();
  double inner = 0;
  bool accumulates = false;
  const number hooked = tape.on_gradient(x, [&](double g) {
    inner = tape.gradient(cube, x);
    if (accumulates) tape.backward(cube);
    return g;
  });
  const number y = hooked * hooked + x;
  CHECK(tape.gradient(y, x) == 5.0);
  CHECK(inner == 12.0);
  CHECK(tape.jacobian(std::array{y, cube}, x)(0, 0) == 5.0);
  accumulates = true;
  tape.backward(y);
  CHECK(x.gradient() == 17.0);
  tape.backward(y);
  CHECK(x.gradient() == 34.0);

  bool cleared = false;
  const auto take_back = [&](double) { cleared ? tape.clear() : tape.rewind(start); };
  const number z = 3.0 * tape.on_gradient(x, take_back);
  CHECK_THROWS_WITH_AS((void)tape.gradient(z, x), doctest::Contains("ETAD-146"),
                       std::invalid_argument);
  cleared = true;
  CHECK_THROWS_WITH_AS(tape.backward(z), doctest::Contains("ETAD-146"), std::invalid_argument);
  CHECK(tape.gradient(cube, x) == 12.0);
  tape.rewind(start);
  CHECK(tape.gradient(cube, x) == 12.0);
}

TEST_CASE("rows of a Jacobian side by side are those of single sweeps, bit for bit") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector{0.3, 0.0, 1e200});
  std::vector<number> y(19);
  for (std::size_t i = 0; i < y.size(); ++i) {
    const auto scale = static_cast<double>(i);
    y[i] = scale * sin(x[0]) * x[2];
    if (i % 3 == 0) y[i] += sqrt(x[1]) * scale;
    if (i % 5 == 0) y[i] = 7.0;
    if (i % 7 == 0) y[i] = exp(x[2]) * x[1];
  }
  const auto slopes = tape.jacobian(y, x);
  for (std::size_t i = 0; i < y.size(); ++i) {
    const auto row = y[i].is_constant() ? std::vector(3, 0.0) : tape.gradient(y[i], x);
    for (std::size_t j = 0; j < 3; ++j) {
      CHECK((slopes(i, j) == row[j] || (std::isnan(row[j]) && std::isnan(slopes(i, j)))));
    }
  }
}
