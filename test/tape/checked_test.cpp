// SPDX-License-Identifier: MIT
// The checked mode: misuse that costs time to notice, and what records were made of.
#define ETAD_CHECKED
#include <doctest/doctest.h>

#include <atomic>
#include <cmath>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <etad/tape.hpp>
#include <etad/tape_view.hpp>

namespace {

using number = etad::variable<double>;

template <class F>
std::string code_of(F f) {
  try {
    f();
  } catch (const std::invalid_argument& error) {
    return std::string(error.what()).substr(0, 8);
  }
  return "none";
}
bool holds(const std::string& text, const char* part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE(
    "variables that do not stand on their tape any more are refused, however long it is again") {
  etad::tape<double> tape;
  const number x = tape.variable(2.0);
  const etad::tape_mark mark = tape.mark();
  number late = exp(x);
  const auto kept = late * x;
  tape.rewind(mark);
  const number y = sin(x), z = y * x;
  number result = x;
  CHECK(code_of([&] { result = late * x; }) == "ETAD-114");
  CHECK(code_of([&] { result = kept; }) == "ETAD-114");
  CHECK(code_of([&] { late += x; }) == "ETAD-114");
  CHECK(code_of([&] { result += late; }) == "ETAD-114");
  CHECK(code_of([&] { (void)tape.gradient(z, late); }) == "ETAD-114");
  CHECK(code_of([&] { tape.backward(late); }) == "ETAD-114");
  CHECK(code_of([&] { (void)tape.record(1.0, late, [](auto, auto) {}); }) == "ETAD-114");
  CHECK(code_of([&] { (void)tape.checkpoint([](auto u) { return u; }, late); }) == "ETAD-114");
  const number before = x;
  late = x;
  CHECK(tape.gradient(z * late + before, x) ==
        doctest::Approx(4 * std::sin(2.0) + 4 * std::cos(2.0) + 1));
  tape.clear();
  const number again = tape.variable(1.0);
  CHECK(code_of([&] { (void)(number(again * x)); }) == "ETAD-114");
  CHECK(tape.gradient(again * again, again) == 2.0);
}

TEST_CASE("a variable that outlives its tape, and another tape at its place") {
  auto tape = std::make_unique<etad::tape<double>>();
  number x = tape->variable(2.0);
  number y = x * x;
  tape.reset();
  const auto other = std::make_unique<etad::tape<double>>();
  const number z = other->variable(3.0);
  CHECK(code_of([&] { number w = x * 2.0; }) == "ETAD-151");
  CHECK(code_of([&] { y += 2.0; }) == "ETAD-151");
  CHECK(code_of([&] { number w = z * y; }) == "ETAD-151");
  CHECK(code_of([&] { y.backward(); }) == "ETAD-151");
  CHECK(code_of([&] { (void)x.gradient(); }) == "ETAD-151");
  CHECK(code_of([&] { (void)other->gradient(z, x); }) == "ETAD-151");
  // Values remain, and a new number makes a variable whole.
  CHECK(y.value() == 4.0);
  y = z * y.value();
  CHECK(other->gradient(y, z) == 4.0);
}

TEST_CASE("a tape belongs to the thread that made it, took it over or cleared it") {
  etad::tape<double> tape;
  const number x = tape.variable(2.0);
  number y = x * x;
  std::string first, second, third;
  std::thread([&] {
    first = code_of([&] { y = x * y; });
    second = code_of([&] { (void)tape.variable(1.0); });
    tape.take_over();
    third = code_of([&] { y = x * y; });
  }).join();
  CHECK(first == "ETAD-152");
  CHECK(second == "ETAD-152");
  CHECK(third == "none");
  CHECK(code_of([&] { y += x; }) == "ETAD-152");
  CHECK(tape.gradient(y, x) == 12.0);
  tape.take_over();
  y += x;
  CHECK(tape.gradient(y, x) == 13.0);
  std::string cleared;
  std::thread([&] {
    tape.clear();
    cleared = code_of([&] { (void)tape.variable(1.0); });
  }).join();
  CHECK(cleared == "none");
}

namespace {

/// The gradient of a sum over 64 rows, in blocks of 8, each on a tape of the thread that does it; the blocks are
/// added in their order, whoever did them.
std::vector<double> gradient_by_threads(unsigned threads) {
  constexpr std::size_t blocks = 8, rows = 8;
  const std::vector<double> at{0.3, -1.7, 2.2};
  std::vector<std::vector<double>> parts(blocks);
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    etad::tape<double> tape;
    for (std::size_t b = next++; b < blocks; b = next++) {
      tape.clear();
      const auto x = tape.variables(at);
      number sum = 0.0;
      for (std::size_t r = b * rows; r < (b + 1) * rows; ++r) {
        const double t = 0.1 * static_cast<double>(r);
        const number residual = x[0] * exp(x[1] * t) + x[2] - sin(7.0 * t);
        sum += residual * residual;
      }
      parts[b] = tape.gradient(sum, x);
    }
  };
  std::vector<std::thread> others;
  for (unsigned k = 1; k < threads; ++k) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
  std::vector<double> total(at.size());
  for (const auto& part : parts) {
    for (std::size_t k = 0; k < total.size(); ++k) total[k] += part[k];
  }
  return total;
}

}  // namespace

TEST_CASE("a tape for each thread gives the same bits for any number of threads") {
  const auto alone = gradient_by_threads(1);
  CHECK(alone[2] != 0.0);
  for (const unsigned threads : {2U, 3U, 8U}) CHECK(gradient_by_threads(threads) == alone);
}

TEST_CASE("variables of two tapes; paused recording; tapes of tapes") {
  etad::tape<double> tape, other;
  const number x = tape.variable(2.0), y = other.variable(3.0);
  number z = x;
  CHECK(code_of([&] { z = x * y; }) == "ETAD-110");
  CHECK(code_of([&] { z += y; }) == "ETAD-110");
  {
    const auto pause = tape.pause_recording();
    z = x * x;
  }
  CHECK(z.is_constant());
  etad::tape<number> outer;
  const auto u = outer.variable(x);
  CHECK(tape.gradient(outer.gradient(u * u * u, u), x) == 12.0);
}

TEST_CASE("the record that first made a number which is not finite") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector{4.0, 0.0});
  const number root = sqrt(x[1]);
  number sum = 1.5;
  sum += root * x[0];
  number doubled = 2.0 * sum;
  doubled -= x[0] - 1.0;
  CHECK_FALSE(tape.find_first_nonfinite(x[0] * 3.0));

  const auto partial = tape.find_first_nonfinite();
  CHECK(partial.where == etad::nonfinite_record::place::partial);
  CHECK(partial.record == "v3 = sqrt(x1)");
  CHECK(partial.by == "x1");

  const auto swept = tape.find_first_nonfinite(doubled);
  CHECK(swept.text() ==
        "v3 = sqrt(x1) at x1 = 0 made the derivative by x1 inf in the sweep: its own adjoint is 8, "
        "its partial derivative by x1 inf");

  number bad = doubled;
  bad += log(x[1]) * (x[0] - 2.0);
  const number worse = bad * bad;
  const auto value = tape.find_first_nonfinite();
  CHECK(value.where == etad::nonfinite_record::place::value);
  CHECK(value.text() == "v7 = v5 + log(x1) * (x0 - 2) made -inf at v5 = 0, x1 = 0, x0 = 4");
  CHECK(value.number == -INFINITY);
  CHECK(tape.find_first_nonfinite(worse).record == value.record);
}

TEST_CASE("the graph under a result") {
  etad::tape<double> tape;
  const auto x = tape.variables(std::vector{4.0, 0.5, 7.0});
  const number unused = x[2] * x[0];
  number y = exp(x[1] - 0.5) * x[0];
  y += 3.0 * x[0];
  const std::string graph = etad::to_dot(tape, y);
  CHECK(holds(graph, "v1 [label=\"x0\n4\""));
  CHECK(holds(graph, "v5 [label=\"sum\n16\""));
  CHECK(holds(graph, "[label=\"&bull; &minus; 0.5\n0\""));
  CHECK(holds(graph, "[label=\"exp\n1\""));
  CHECK(holds(graph, "[label=\"3 &times; &bull;\n12\""));
  CHECK(holds(graph, "out0 [label=\"y0\n16\""));
  CHECK_FALSE(holds(graph, "x2"));
  const number z = tape.record(8.0, x[0], [](auto w, auto adjoints) { adjoints[0] = 2.0 * w[0]; });
  CHECK(holds(etad::to_dot(tape, z), "[label=\"record\", shape=box"));
}
