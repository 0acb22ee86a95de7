// SPDX-License-Identifier: MIT
// The printed functions give what etad gives, bit for bit: at random points near those of the
// problems, at points of any size and sign, and at zeros, infinities and NaN.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <etad/eval/interpret.hpp>

#include "fuzz/random.hpp"
#include "print/cpp/cases.hpp"
#include "print/cpp/every_operation.hpp"
#include "print/cpp/functions.hpp"

namespace {

template <class T>
bool same_bits(T x, T y) {
  if (x != x) return y != y;
  return x == y && std::signbit(x) == std::signbit(y);
}

template <class T>
T any_number(fuzz::random_source& random) {
  using limits = std::numeric_limits<T>;
  const T special[] = {T(0),
                       -T(0),
                       T(1),
                       T(-1),
                       T(2),
                       T(0.5),
                       (limits::max)(),
                       (limits::min)(),
                       limits::infinity(),
                       -limits::infinity(),
                       limits::quiet_NaN(),
                       limits::denorm_min()};
  if (random.chance(50)) return random.one_of(special);
  const T size = static_cast<T>(std::exp2(random.between(-60.0, 60.0)));
  return random.chance(50) ? size : -size;
}

/// A point of the problem, moved a little; or with some numbers replaced by any others.
template <class Case>
typename Case::arguments random_point(fuzz::random_source& random) {
  using scalar = typename Case::scalar;
  const int which = random.below(static_cast<int>(Case::points.size()));
  const auto& at = Case::points[static_cast<std::size_t>(which)];
  std::vector<scalar> numbers;
  const auto read = [&](const auto& leaf) {
    numbers.push_back(static_cast<scalar>(leaf * random.between(0.7, 1.4)));
  };
  etad::detail::shape_of<decltype(at)>::visit(at, read);
  if (random.chance(40)) {
    for (scalar& number : numbers) {
      if (random.chance(50)) number = any_number<scalar>(random);
    }
  }
  typename Case::arguments point;
  std::size_t k = 0;
  const auto write = [&](auto& leaf) { leaf = numbers[k++]; };
  etad::detail::shape<typename Case::arguments>::visit(point, write);
  return point;
}

template <class A>
auto numbers_in(const A& a) {
  std::vector<typename etad::detail::shape_of<A>::scalar> numbers;
  const auto add = [&](const auto& leaf) { numbers.push_back(leaf); };
  etad::detail::shape_of<A>::visit(a, add);
  return numbers;
}

template <class T>
const printed::function<T>* table() {
  if constexpr (std::is_same_v<T, float>) {
    return printed::in_float;
  } else if constexpr (std::is_same_v<T, double>) {
    return printed::in_double;
  } else {
    return printed::in_long_double;
  }
}

template <class T>
int next_in_table() {
  static int next = 0;
  return next++;
}

template <class Case>
void compare(int points) {
  using scalar = typename Case::scalar;
  const printed::function<scalar> printed_function = table<scalar>()[next_in_table<scalar>()];
  fuzz::random_source random(fuzz::setting("ETAD_FUZZ_SEED", 1));
  std::size_t differing = 0;
  for (int k = 0; k < points; ++k) {
    const auto point = random_point<Case>(random);
    const auto expected = numbers_in(std::apply(Case::function, point));
    auto got = expected;
    printed_function(numbers_in(point).data(), got.data());
    for (std::size_t i = 0; i < got.size(); ++i) {
      const bool same = same_bits(got[i], expected[i]);
      differing += same ? 0 : 1;
      if (!same && differing < 4) {
        MESSAGE(std::string(Case::name), ": result ", i, " of point ", k, " is ", got[i], ", not ",
                expected[i]);
      }
    }
  }
  CHECK_MESSAGE(differing == 0, std::string(Case::name));
}

/// The functions of type double in front of the one with every operation.
std::size_t number_of_cases() {
  std::size_t count = 0;
  printed::for_cases(
      [&]<class Case>(Case) { count += std::is_same_v<typename Case::scalar, double> ? 1 : 0; });
  return count;
}

}  // namespace

TEST_CASE("every operation is printed as what the interpreter computes") {
  using namespace etad::detail;
  const program p = printed::every_operation();
  const auto s = freeze<schedule<256, 8, 256>>(p);
  const printed::function<double> function = printed::in_double[number_of_cases()];
  fuzz::random_source random(fuzz::setting("ETAD_FUZZ_SEED", 1));
  for (int k = 0; k < 10000; ++k) {
    std::array<double, 3> x;
    for (double& number : x) {
      number = random.chance(70) ? random.between(-4.0, 4.0) : any_number<double>(random);
    }
    std::array<double, 256> reals{};
    std::array<bool, 256> masks{};
    std::array<double, 256> expected{};
    std::array<double, 256> got{};
    interpret<all_operations>(
        s, reals.data(), masks.data(), [&](int i) { return x[static_cast<std::size_t>(i)]; },
        [&](int i, double value) { expected[static_cast<std::size_t>(i)] = value; });
    function(x.data(), got.data());
    for (std::size_t i = 0; i < p.outputs.size(); ++i) {
      CHECK_MESSAGE(same_bits(got[i], expected[i]),
                    std::string(facts(p.code[p.outputs[i]].op()).name), " of ", x[0], ", ", x[1],
                    ", ", x[2], " is ", got[i], ", not ", expected[i]);
    }
  }
}

TEST_CASE("printed functions give the same bits") {
  printed::for_cases([]<class Case>(Case) { compare<Case>(2000); });
}
