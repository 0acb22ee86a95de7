// SPDX-License-Identifier: MIT
// Sums that grow on the tape, against a model: random programs over a handful of numbers, which are
// copied, read, added to, multiplied, swapped and moved about, run on duals and on variables. All numbers
// are small whole ones, so that every order of additions gives the same.
#include <doctest/doctest.h>

#include <random>
#include <utility>
#include <vector>

#include <etad/dual/functions.hpp>
#include <etad/tape.hpp>

namespace {

constexpr int inputs = 4;

struct step {
  int what, i, j, k;
  double c;
};

std::vector<step> random_program(std::mt19937& random, int length) {
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  std::vector<step> program;
  for (int s = 0; s < length; ++s) {
    program.push_back({pick(18), pick(6), pick(6), pick(6), pick(5) - 2.0});
  }
  return program;
}

/// Runs the program from x[0..3]; returns the weighted sum of all that is left.
template <class Number>
Number run(const std::vector<step>& program, const std::vector<Number>& x) {
  std::vector<Number> v(x.begin(), x.end());
  v.push_back(Number(1.0));
  v.push_back(Number(2.0));
  for (const step& s : program) {
    Number& a = v[static_cast<std::size_t>(s.i)];
    Number& b = v[static_cast<std::size_t>(s.j)];
    Number& c = v[static_cast<std::size_t>(s.k)];
    switch (s.what) {
      case 0:
        a += s.c * b;
        break;
      case 1:
        a += b;
        break;
      case 2:
        a -= b * s.c + c;
        break;
      case 3:
        a += a * s.c + b;
        break;
      case 4:
        a = b;
        break;
      case 5:
        a = b + c * s.c;
        break;
      case 6:
        std::swap(a, b);
        break;
      case 7:
        a = std::move(b);
        break;
      case 8:
        a = Number(s.c);
        break;
      case 9:
        a -= b;
        break;
      case 10: {
        // An expression keeps the number as it was.
        const auto kept = b - c * 2.0;
        b += a;
        c = kept;
        break;
      }
      case 11: {
        Number sum(0.0);
        for (const Number& y : v) sum += s.c * y;
        a = sum;
        break;
      }
      case 12: {
        const Number copy = a;
        a += b;
        c -= copy;
        break;
      }
      case 13:
        a *= s.c;
        break;
      case 14:
        if (b < c)
          a += c;
        else
          a -= 1.0;
        break;
      case 15:
        v.push_back(a);
        v.pop_back();
        v.shrink_to_fit();
        break;
      case 16: {
        // Two sums that grow by turns.
        Number p = b, q(0.0);
        for (int t = 0; t < 3; ++t) {
          p += c;
          q += s.c * a;
        }
        a = p - q;
        break;
      }
      default:
        a += b - c;
        b += c;
        a += c;
        break;
    }
  }
  Number total(0.0);
  double weight = 1.0;
  for (const Number& y : v) total += (weight += 1.0) * y;
  return total + v[0] * v[1];
}

template <class Style>
void compare(const std::vector<step>& program, unsigned seed) {
  using dual = etad::dual<double, inputs>;
  std::vector<dual> seeded;
  for (int k = 0; k < inputs; ++k) seeded.push_back(dual(k - 1.0, k));
  const dual expected = run(program, seeded);
  if (!(std::abs(expected.value()) < 1e13)) return;

  etad::tape<double> tape;
  const auto x = tape.variables<Style>(std::vector{-1.0, 0.0, 1.0, 2.0});
  const etad::variable<double, Style> y = run(program, x);
  REQUIRE(y.value() == expected.value());
  if (y.is_constant()) return;
  tape.backward(y);
  for (int k = 0; k < inputs; ++k) {
    CHECK_MESSAGE(x[static_cast<std::size_t>(k)].gradient() == tangent(expected)[k], "seed ", seed);
  }
}

}  // namespace

TEST_CASE("random programs give the same derivatives on duals and on a tape") {
  for (unsigned seed = 0; seed < 20000; ++seed) {
    std::mt19937 random(seed);
    const auto program = random_program(random, 1 + static_cast<int>(seed % 24));
    compare<etad::statements>(program, seed);
    compare<etad::eager>(program, seed);
  }
}

TEST_CASE("a sum is one record as long as nothing else is recorded") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector<double>(100, 2.0));
  etad::variable<double> sum = 0.0;
  for (const auto& x_k : x) sum += 3.0 * x_k;
  CHECK(tape.statistics().statements == 1);
  CHECK(tape.statistics().arguments == 100);
  CHECK(tape.statistics().argument_bytes == 1200);
  CHECK(tape.statistics().record_bytes == 8);
}

TEST_CASE("sums that grow by turns need no argument for what they were") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector<double>(10, 2.0));
  etad::variable<double> p = 0.0, q = 0.0;
  for (const auto& x_k : x) {
    p += x_k;
    q -= 2.0 * x_k;
  }
  CHECK(tape.statistics().statements == 2);
  CHECK(tape.statistics().additions == 18);
  CHECK(tape.statistics().arguments == 20);
  tape.backward(p + q);
  CHECK(x[7].gradient() == -1.0);
  CHECK(p.gradient() == 1.0);
}

TEST_CASE("a sum that was read gets a new record, and both values keep their gradients") {
  etad::tape<double> tape;
  const auto x = tape.variable(3.0);
  etad::variable<double> sum = 2.0 * x;
  const etad::variable<double> before = sum;
  const auto square = sum * sum;
  sum += x;
  const etad::variable<double> y = square + sum;
  tape.backward(y);
  CHECK(before.gradient() == 13.0);
  CHECK(sum.gradient() == 1.0);
  CHECK(x.gradient() == 27.0);
}
