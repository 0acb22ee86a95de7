// SPDX-License-Identifier: MIT
// Programs with repeated parts run in superwords: the same results as the interpreter's, wherever the
// numbers lie (docs/decisions/27-superwords.md).
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <etad/verb/gradient.hpp>
#include <etad/verb/hessian.hpp>
#include <span>
#include <tuple>

namespace {

/// Rosenbrock's function, where x[i] says what the numbers are called.
template <class T, class X>
constexpr T chain(const X& x, std::size_t count) {
  T sum(0.0);
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const T valley = x[i + 1] - x[i] * x[i];
    const T slope = 1.0 - x[i];
    sum += 100.0 * valley * valley + slope * slope / 3.0;
  }
  return sum;
}

struct of_array {
  template <class T, std::size_t Count>
  constexpr T operator()(const std::array<T, Count>& x) const {
    return chain<T>(x, Count);
  }
};
struct of_pairs {
  template <class T, std::size_t Count>
  constexpr T operator()(const std::array<std::array<T, 2>, Count>& x) const {
    std::array<T, 2 * Count> all{};
    for (std::size_t k = 0; k < 2 * Count; ++k) all[k] = x[k / 2][k % 2];
    return chain<T>(all, 2 * Count);
  }
};
struct of_halves {
  template <class T>
  constexpr T operator()(const std::array<T, 9>& x, const std::array<T, 9>& y) const {
    return chain<T>(x, 9) + 2.0 * chain<T>(y, 9) + x[8] * y[0];
  }
};
struct of_numbers {
  template <class T>
  constexpr T operator()(const T& a, const T& b, const T& c, const T& d, const T& e, const T& f,
                         const T& g, const T& h, const T& i) const {
    return chain<T>(std::array<T, 9>{a, b, c, d, e, f, g, h, i}, 9);
  }
};

template <class T, std::size_t Count>
constexpr std::array<T, Count> numbers(T first) {
  std::array<T, Count> x{};
  for (std::size_t k = 0; k < Count; ++k) {
    x[k] = first + static_cast<T>(k * k % 7) / 4 - static_cast<T>(k) / 16;
  }
  return x;
}

/// The same numbers, which the compiler does not know.
template <class X>
X at_run_time(const X& x) {
  volatile bool yes = true;
  return yes ? x : X{};
}

template <class T>
void check_equal(const T& seen, const T& expected) {
  // The compilers may contract a*b+c where the machine has it.
  if (ETAD_HAS_FAST_FMA != 0) {
    CHECK(std::abs(seen - expected) <=
          T(1000) * std::numeric_limits<T>::epsilon() * (T(1) + std::abs(expected)));
  } else {
    CHECK(seen == expected);
  }
}
template <class T, std::size_t Count>
void check_equal(const std::array<T, Count>& seen, const std::array<T, Count>& expected) {
  for (std::size_t k = 0; k < Count; ++k) check_equal(seen[k], expected[k]);
}

/// The program of the gradient of ten numbers, as `value_and_gradient` runs it.
using ten = std::array<double, 10>;
using program_of_ten = etad::detail::regular_form<etad::detail::jacobian_candidate<
    etad::detail::function_call<of_array, etad::wrt_t<>, ten>, etad::detail::wanted_outputs<true>,
    etad::detail::jacobian_mode::reverse>>;
template <class... Inputs>
constexpr int words = etad::detail::superword_count<etad::detail::superword_task<
    program_of_ten, double, etad::detail::objects<Inputs...>, etad::detail::objects<double, ten>>>;
static_assert((words<ten> > 0) == (etad::detail::superword_lanes<double> > 1));
static_assert(words<std::array<float, 10>> == 0);  // converted first
static_assert(
    words<double, double, double, double, double, double, double, double, double, double> == 0);

}  // namespace

TEST_CASE("arrays: constant evaluation interprets the program, and gives the same") {
  constexpr auto check = []<class T, std::size_t Count>() {
    constexpr std::array<T, Count> x = numbers<T, Count>(T(0.5));
    constexpr auto expected = etad::value_and_gradient(of_array{})(x);
    const auto seen = etad::value_and_gradient(of_array{})(at_run_time(x));
    check_equal(seen.value, expected.value);
    check_equal(seen.gradient, expected.gradient);
  };
  check.operator()<double, 10>();
  check.operator()<double, 11>();
  check.operator()<double, 40>();
  check.operator()<float, 19>();
}

TEST_CASE("a nested array is one object, numbers one by one are many") {
  constexpr std::array<double, 12> x = numbers<double, 12>(0.25);
  constexpr auto expected = etad::gradient(of_array{})(x);
  std::array<std::array<double, 2>, 6> pairs{};
  for (std::size_t k = 0; k < 12; ++k) pairs[k / 2][k % 2] = x[k];
  const auto seen = etad::gradient(of_pairs{})(pairs);
  for (std::size_t k = 0; k < 12; ++k) check_equal(seen[k / 2][k % 2], expected[k]);

  constexpr std::array<double, 9> y = numbers<double, 9>(-0.5);
  constexpr auto expected_of_nine = etad::gradient(of_array{})(y);
  const auto z = at_run_time(y);
  const auto parts =
      etad::gradient(of_numbers{})(z[8], z[7], z[6], z[5], z[4], z[3], z[2], z[1], z[0]);
  std::array<double, 9> backwards{};
  for (std::size_t k = 0; k < 9; ++k) backwards[k] = y[8 - k];
  const auto expected_backwards = etad::gradient(of_array{})(backwards);
  check_equal(std::apply([](auto... part) { return std::array<double, 9>{part...}; }, parts),
              expected_backwards);
  check_equal(etad::gradient(of_array{})(z), expected_of_nine);
}

TEST_CASE("several arrays, whole numbers, and a span that receives the gradient") {
  constexpr std::array<double, 9> x = numbers<double, 9>(0.125);
  constexpr std::array<double, 9> y = numbers<double, 9>(-1.5);
  constexpr auto expected = etad::gradient(of_halves{})(x, y);
  const auto seen = etad::gradient(of_halves{})(at_run_time(x), at_run_time(y));
  check_equal(std::get<0>(seen), std::get<0>(expected));
  check_equal(std::get<1>(seen), std::get<1>(expected));

  constexpr std::array<int, 10> whole = {1, -2, 3, 0, 2, -1, 1, 2, -3, 1};
  constexpr auto expected_of_whole = etad::gradient(of_array{})(whole);
  check_equal(etad::gradient(of_array{})(at_run_time(whole)), expected_of_whole);

  constexpr auto expected_of_x = etad::gradient(of_array{})(x);
  std::array<double, 11> place{};
  etad::gradient(of_array{})(at_run_time(x), std::span<double, 9>(place.data() + 1, 9));
  for (std::size_t k = 0; k < 9; ++k) check_equal(place[k + 1], expected_of_x[k]);
  CHECK(place[0] == 0.0);
  CHECK(place[10] == 0.0);
}

TEST_CASE("Hessians, most of whose numbers are zeros") {
  constexpr std::array<double, 10> x = numbers<double, 10>(0.75);
  constexpr auto expected = etad::value_gradient_hessian(of_array{})(x);
  const auto seen = etad::value_gradient_hessian(of_array{})(at_run_time(x));
  check_equal(seen.value, expected.value);
  check_equal(seen.gradient, expected.gradient);
  for (std::size_t i = 0; i < 10; ++i) {
    for (std::size_t j = 0; j < 10; ++j) check_equal(seen.hessian(i, j), expected.hessian(i, j));
  }
}

namespace {

/// What vectors lack stands between what they have.
struct mixture {
  template <class T, std::size_t Count>
  constexpr T operator()(const std::array<T, Count>& x) const {
    using std::max;
    using std::sqrt;
    T sum(0.0);
    for (std::size_t i = 0; i + 1 < Count; ++i) {
      const T valley = (x[i + 1] - x[i] * x[i]) * (x[i + 1] + 2.0 * x[i]);
      const T slope = (1.0 - x[i]) * (1.0 + 3.0 * x[i + 1] * x[i]);
      sum += max(valley, slope) * valley + sqrt(1.0 + slope * slope);
    }
    return sum;
  }
};

}  // namespace

TEST_CASE("lanes that are compared, and read by functions") {
  constexpr std::array<double, 12> x = numbers<double, 12>(0.5);
  constexpr auto expected = etad::value_and_gradient(mixture{})(x);
  const auto seen = etad::value_and_gradient(mixture{})(at_run_time(x));
  check_equal(seen.value, expected.value);
  check_equal(seen.gradient, expected.gradient);
}
