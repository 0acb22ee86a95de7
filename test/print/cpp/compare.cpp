// SPDX-License-Identifier: MIT
// The printed functions give what etad gives, bit for bit: at random points near those of the
// problems, at points of any size and sign, and at zeros, infinities and NaN.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "fuzz/machine.hpp"
#include "fuzz/random.hpp"
#include "print/cpp/cases.hpp"
#include "print/cpp/functions.hpp"
#include "print/cpp/programs.hpp"

namespace {

using etad::detail::facts;
using etad::detail::kind;
using etad::detail::program;
using etad::detail::value_id;

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

/// Whether the program overflows at the point, where etad, and not what is printed, looks at its slopes in a
/// wider format. Plain functions have no slopes.
template <class Case>
bool overflows(const typename Case::arguments& point) {
  using scalar = typename Case::scalar;
  using verb = std::remove_cvref_t<decltype(Case::function)>;
  return [&]<class... A>(const std::tuple<A...>&) {
    if constexpr (requires { typename verb::template plan<A...>; }) {
      using plan = typename verb::template plan<A...>;
      using full =
          etad::detail::full_form<typename plan::task::template program<typename plan::call>>;
      const std::vector<scalar> x = numbers_in(point);
      std::array<scalar, full::value.size> reals{};
      std::array<bool, full::value.size> masks{};
      etad::detail::interpret<etad::detail::operations_in<full>>(
          full::value, reals.data(), masks.data(),
          [&](int k) { return x[static_cast<std::size_t>(k)]; }, [](int, const scalar&) {});
      return etad::detail::leaves_range_in(full::value, reals.data());
    }
    return false;
  }(point);
}

/// A program has x * x for pow(x, 2), which is within a unit in the last place of pow.
template <class Case, class T>
bool is_square_beside_power(T x, T y) {
  return std::string(Case::name) == "constant_powers" &&
         std::fabs(x - y) <= std::fabs(y) * std::numeric_limits<T>::epsilon();
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
      const bool same = same_bits(got[i], expected[i]) ||
                        is_square_beside_power<Case>(got[i], expected[i]) || overflows<Case>(point);
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

/// The results of a program with regular formulas, guards behind its outputs, or of the full one where
/// a guard fails.
std::vector<double> interpreted(const program& full, const program& regular,
                                const std::vector<double>& x) {
  fuzz::machine machine;
  machine.run(regular, x);
  bool holds = true;
  for (std::size_t k = full.outputs.size(); k < regular.outputs.size(); ++k) {
    const value_id guard = regular.outputs[k];
    holds = holds && (facts(regular.code[guard].op()).result == kind::mask
                          ? machine.mask(guard)
                          : std::isfinite(machine.real(guard)));
  }
  if (!holds) machine.run(full, x);
  std::vector<double> results;
  for (const value_id n : holds ? regular.outputs : full.outputs) {
    if (results.size() < full.outputs.size()) results.push_back(machine.real(n));
  }
  return results;
}

void compare_with_interpreter(const program& full, const std::string& name, std::size_t place) {
  const program regular = etad::detail::finished(etad::detail::regularized(full));
  const printed::function<double> function = printed::in_double[place];
  fuzz::random_source random(fuzz::setting("ETAD_FUZZ_SEED", 1));
  std::size_t differing = 0;
  for (int k = 0; k < 2000; ++k) {
    std::vector<double> x(static_cast<std::size_t>(full.inputs));
    for (double& number : x) {
      number = random.chance(70) ? random.between(-4.0, 4.0) : any_number<double>(random);
    }
    const std::vector<double> expected = interpreted(full, regular, x);
    std::vector<double> got = expected;
    function(x.data(), got.data());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const bool same = same_bits(got[i], expected[i]);
      differing += same ? 0 : 1;
      if (!same && differing < 4) {
        MESSAGE(name, ": result ", i, " of ", x[0], ", ", x[1], ", ", x[2], " is ", got[i],
                ", not ", expected[i]);
      }
    }
  }
  CHECK_MESSAGE(differing == 0, name);
}

}  // namespace

TEST_CASE("every operation, and random derivatives, are printed as what the interpreter computes") {
  std::size_t place = number_of_cases();
  compare_with_interpreter(printed::every_operation(), "every operation", place++);
  for (int k = 0; k < printed::random_programs; ++k) {
    compare_with_interpreter(printed::random_derivative(k), "program " + std::to_string(k),
                             place++);
  }
}

TEST_CASE("printed functions give the same bits") {
  printed::for_cases([]<class Case>(Case) { compare<Case>(2000); });
}
