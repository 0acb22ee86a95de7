// SPDX-License-Identifier: MIT
// Every public function that takes variables takes expressions, and none loses their derivative: a table of
// calls, each with a variable, with an expression and with one that was kept by auto.
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include <etad/batch.hpp>
#include <etad/etad.hpp>
#include <etad/rules.hpp>
#include <etad/scan.hpp>
#include <etad/tape.hpp>

#include <doctest/doctest.h>

using real = etad::variable<double>;
using tape_type = etad::tape<double>;

/// entry(tape, a) is a number that depends on a = x x, whatever that is.
template <class Entry>
static void check(const char* name, Entry entry) {
  CAPTURE(name);
  tape_type tape;
  const real x = tape.variable(2.0), assigned = x * x;
  const auto slope = [&](const auto& a) { return tape.gradient(real(entry(tape, a)), x); };
  const double wanted = slope(assigned);
  CHECK(wanted != 0);
  CHECK(slope(x * x) == wanted);
  const auto kept = x * x;
  CHECK(slope(kept) == wanted);
}

static constexpr auto square = [](const auto& u) { return u * u; };
static constexpr auto times = [](const auto& u, const auto& v) { return u * v; };
static const auto eight_times = [](std::span<const double> w, std::span<double> to) {
  for (double& slope : to) slope = 8 * w[0];
};

TEST_CASE("functions of a tape take expressions") {
  check("checkpoint", [](auto& tape, const auto& a) { return tape.checkpoint(square, a); });
  check("checkpoint of two",
        [](auto& tape, const auto& a) { return tape.checkpoint(times, a, a + 1.0); });
  check("checkpoint of a tuple", [](auto& tape, const auto& a) {
    return tape.checkpoint([](const auto& u) { return std::get<0>(u) * std::get<1>(u); },
                           std::tuple(a, a + 1.0));
  });
  check("checkpoint of an array", [](auto& tape, const auto& a) {
    return tape.checkpoint([](const auto& u) { return u[0] * u[1]; }, std::array{a, a});
  });
  check("record", [](auto& tape, const auto& a) { return tape.record(16.0, a, eight_times); });
  check("record of several",
        [](auto& tape, const auto& a) { return tape.record(16.0, std::tie(a, a), eight_times); });
  check("record of a pair", [](auto& tape, const auto& a) {
    return tape.record(16.0, std::pair(a, a + 1.0), eight_times);
  });
}

TEST_CASE("what records, differentiates or looks at variables takes expressions") {
  check("on_gradient", [](auto& tape, const auto& a) {
    return tape.on_gradient(a, [](double slope) { return 2.0 * slope; });
  });
  check("kernel", [](auto&, const auto& a) { return etad::kernel(times)(a, a + 1.0); });
  check("custom_vjp", [](auto&, const auto& a) {
    return etad::custom_vjp([](double u) { return u * u; },
                            [](double u, double, double w) { return 2.0 * u * w; })(a);
  });
  check("selections", [](auto&, const auto& a) {
    return etad::select(a > 1.0, a, 2.0 * a) + etad::clamp(a, 0.0, 9.0) +
           etad::straight_through(a, 3.0 * a) + etad::stop_gradient(a) * a + etad::detach(a);
  });
  check("ravel", [](auto&, const auto& a) { return etad::ravel(std::tuple(a, a + 1.0))[1]; });
  check("functions", [](auto&, const auto& a) { return etad::digamma(a) + etad::polygamma(1, a); });
}

TEST_CASE("expressions are differentiated as they stand") {
  tape_type tape;
  const real x = tape.variable(2.0);
  const auto kept = x * x;
  tape.backward(std::tuple(kept, kept * x));
  CHECK(x.gradient() == 16.0);
  CHECK(tape.gradient(std::array{kept, kept}, x) == 8.0);
  CHECK(tape.gradient(std::pair(kept, x), x, std::array{2.0, 3.0}) == 11.0);
  CHECK(tape.jacobian(std::tuple(kept, x), x)(0, 0) == 4.0);
}

TEST_CASE("verbs take expressions") {
  const double captured = 3.0;
  const auto closure = [&captured](const auto& u) { return captured * u * u * u; };
  check("a verb that is one record",
        [](auto&, const auto& a) { return etad::derivative(square)(a); });
  check("a verb on duals", [&](auto&, const auto& a) { return etad::derivative(closure)(a); });
  check("with an auxiliary output", [](auto&, const auto& a) {
    const auto two = [](const auto& u) { return std::pair(u * u, u); };
    return etad::value_and_gradient(etad::opaque(two), etad::has_aux)(a).gradient;
  });
  check("into memory", [&](auto&, const auto& a) {
    std::array<real, 1> slope;
    etad::gradient(closure)(a, std::span<real>(slope));
    return slope[0];
  });

  // On tapes over numbers that carry derivatives.
  etad::tape<real> outer;
  tape_type inner;
  const real x = inner.variable(2.0);
  const auto u = outer.variable(x);
  const etad::variable<real> y = etad::derivative(square)(u * u);
  const real slope = outer.gradient(y, u);
  CHECK(slope.value() == 8.0);
  CHECK(inner.gradient(slope, x) == 4.0);
}

static constexpr auto weighted = [](const auto& u, const auto& data) { return u * u * data; };
static constexpr auto damped = [](const auto& state, double input, const auto& u) {
  return state * u + input;
};

TEST_CASE("batches and recurrences take expressions") {
  const std::vector data{1.0, 2.0};
  check("sum_over", [&](auto&, const auto& a) { return etad::sum_over(weighted)(a, data); });
  check("map", [&](auto&, const auto& a) { return etad::map(weighted, a, data)[1]; });
  check("vmap", [](auto&, const auto& a) {
    return etad::vmap(weighted)(a, std::vector<real>(2, real(a)))[1];
  });
  check("scan", [&](auto&, const auto& a) { return etad::scan(damped)(a, data, a + 1.0); });
  check("while_loop", [](auto&, const auto& a) {
    return etad::while_loop([](const auto& u, const auto&) { return u < 100.0; }, times)(a, a);
  });
}

TEST_CASE("a checkpoint takes data beside variables") {
  tape_type tape;
  const real x = tape.variable(2.0);
  const std::vector<double> row{3.0, 5.0};
  const real y = tape.checkpoint(
      [](const auto& u, const auto& data, int factor, const std::string& word) {
        return u * u * data[1] * static_cast<double>(factor) * static_cast<double>(word.size());
      },
      x, std::span<const double>(row), 2, std::string("abc"));
  CHECK(y.value() == 120.0);
  CHECK(tape.gradient(y, x) == 120.0);
  // A tuple of both.
  const real z = tape.checkpoint([](const auto& u) { return std::get<0>(u) * std::get<1>(u); },
                                 std::tuple(x, 3.0));
  CHECK(tape.gradient(z, x) == 3.0);

  // Numbers of an inner tape are data of the outer one, whose derivative is not lost.
  etad::tape<real> outer;
  const auto u = outer.variable(x);
  const etad::variable<real> w = outer.checkpoint(times, u, x);
  CHECK(tape.gradient(outer.gradient(w, u), x) == 1.0);
}

static constexpr auto five =
    etad::custom_derivative([](auto u) { return u; }, [](auto) { return 5.0; });
static constexpr auto of_double =
    etad::custom_derivative([](double u) { return u * u; }, [](const auto& u) { return 2.0 * u; });
static constexpr auto of_two = etad::custom_derivative(times, [](const auto& u, const auto& v) {
  return std::array{v, u};
});
static constexpr auto root = etad::implicit_root(
    [](const auto& r, const auto& u) { return r * r - u; }, [](double u) { return std::sqrt(u); });

TEST_CASE("stated functions take expressions") {
  check("custom_derivative", [](auto&, const auto& a) { return five(a); });
  check("custom_derivative of double", [](auto&, const auto& a) { return of_double(a); });
  check("custom_derivative of two", [](auto&, const auto& a) { return of_two(a, a + 1.0); });
  check("implicit_root", [](auto&, const auto& a) { return root(a); });
}
