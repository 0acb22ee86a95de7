// SPDX-License-Identifier: MIT
// A dual is a well-behaved number.
#include <doctest/doctest.h>

#include <concepts>
#include <functional>
#include <limits>
#include <sstream>
#include <type_traits>
#include <utility>

#include <etad/dual/functions.hpp>
#include <etad/dual/io.hpp>

namespace {

using etad::dual, etad::tangent, etad::value;
using real = dual<double, 2>;
using second = dual<dual<double, 1>, 1>;
using third = dual<dual<dual<float, 1>, 2>, 3>;

template <class D>
constexpr bool has_the_traits_of_a_number =
    std::is_trivially_copyable_v<D>&& std::is_standard_layout_v<D>&& std::regular<D>&&
        std::totally_ordered<D>&& std::totally_ordered_with<D, D>&& std::is_convertible_v<int, D>&&
            std::is_convertible_v<bool, D>&& std::is_convertible_v<long double, D> &&
    !std::is_convertible_v<D, double> && !std::is_constructible_v<double, D> &&
    !std::is_convertible_v<D, int> && std::is_constructible_v<int, D> &&
    std::is_nothrow_copy_constructible_v<D> && std::is_nothrow_swappable_v<D> &&
    !std::is_default_constructible_v<std::hash<D>> &&
    std::same_as<std::common_type_t<D, double>, D> && std::same_as<std::common_type_t<int, D>, D> &&
    std::same_as<std::common_type_t<D, D>, D> &&
    std::numeric_limits<D>::is_specialized&& noexcept(D() * D() + 1.0)&& noexcept(D() < 2);
static_assert(has_the_traits_of_a_number<real>);
static_assert(has_the_traits_of_a_number<second>);
static_assert(has_the_traits_of_a_number<third>);
static_assert(has_the_traits_of_a_number<dual<long double, 5>>);
static_assert(sizeof(dual<double, 3>) == 4 * sizeof(double));

constexpr bool is(const real& x, double v, double t0, double t1) {
  return value(x) == v && tangent(x)[0] == t0 && tangent(x)[1] == t1;
}

constexpr bool arithmetic_with_built_in_numbers() {
  const real x(3.0, 0), y(4.0, 1);
  bool ok = is(x + y, 7, 1, 1) && is(x - y, -1, 1, -1) && is(x * y, 12, 4, 3);
  ok = ok && is(x / real(2), 1.5, 0.5, 0) && is(+x, 3, 1, 0) && is(-y, -4, 0, -1);
  ok = ok && is(x + 2, 5, 1, 0) && is(2 + x, 5, 1, 0) && is(x - 2u, 1, 1, 0);
  ok = ok && is(2.0f - y, -2, 0, -1) && is(x * 2L, 6, 2, 0) && is(short{2} * y, 8, 0, 2);
  ok = ok && is(x / 2.0L, 1.5, 0.5, 0) && is(12 / (x + 1), 3, -0.75, 0) && is(x + true, 4, 1, 0);
  ok = ok && is(x * 'a' / 97, 3, 1, 0);
  real z = x;
  z += y;
  z -= 1;
  z *= 2.0f;
  z /= y;
  ok = ok && is(z, 3, 0.5, -0.25);
  ok = ok && is(++z, 4, 0.5, -0.25) && is(z--, 4, 0.5, -0.25) && is(z, 3, 0.5, -0.25);
  ok = ok && is(z++, 3, 0.5, -0.25) && is(--z, 3, 0.5, -0.25);
  real a = x, b = y;
  using std::swap;
  swap(a, b);
  return ok && is(a, 4, 0, 1) && is(b, 3, 1, 0);
}
static_assert(arithmetic_with_built_in_numbers());

constexpr bool comparisons_look_at_values() {
  const real x(3.0, 0), y(3.0, 1);
  bool ok = x == y && !(x != y) && x <= y && x >= y && !(x < y) && !(x > y);
  ok = ok && x == 3 && 3 == x && x != 4u && 2.5f < x && x < 4L && x >= true && 3.5L > x && x <= 3;
  const second deep(dual<double, 1>(3.0, 0), 0);
  return ok && deep == 3 && deep < 4.0 && 2 <= deep && deep == deep && static_cast<int>(deep) == 3;
}
static_assert(comparisons_look_at_values());

constexpr bool literals_at_every_level() {
  const second x(dual<double, 1>(2.0, 0), 0);
  const second cube = 1 + 2.0f * x * x * x / 2 - true;
  const third y = 2 * third(3) + 1;
  return value(value(cube)) == 8 && tangent(value(cube))[0] == 12 &&
         value(tangent(cube)[0]) == 12 && tangent(tangent(cube)[0])[0] == 12 && y == 7;
}
static_assert(literals_at_every_level());

constexpr bool limits_are_those_of_the_value() {
  using limits = std::numeric_limits<real>;
  using plain = std::numeric_limits<double>;
  return limits::digits == 53 && limits::is_iec559 && limits::radix == 2 &&
         std::same_as<decltype((limits::max)()), real> && (limits::max)() == (plain::max)() &&
         (limits::min)() == (plain::min)() && limits::lowest() == plain::lowest() &&
         limits::epsilon() == plain::epsilon() && limits::infinity() == plain::infinity() &&
         isnan(limits::quiet_NaN()) && limits::denorm_min() == plain::denorm_min() &&
         limits::round_error() == 0.5 && std::numeric_limits<second>::epsilon() == plain::epsilon();
}
static_assert(limits_are_those_of_the_value());

constexpr bool variables_are_seeded() {
  const auto x = etad::dual_variable<0, 2>(2.0);
  const auto y = etad::dual_variable<1, 2>(3.0);
  static_assert(std::same_as<decltype(x), const real>);
  return is(x * y, 6, 3, 2);
}
static_assert(variables_are_seeded());

TEST_CASE("duals behave like numbers at run time, too") {
  CHECK(arithmetic_with_built_in_numbers());
  CHECK(comparisons_look_at_values());
  CHECK(literals_at_every_level());
  CHECK(limits_are_those_of_the_value());
  CHECK(variables_are_seeded());
}

TEST_CASE("stream output: value and tangents in the format of the stream") {
  std::ostringstream out;
  out.precision(3);
  out << real(1.23456, 1) << ' ' << second(dual<double, 1>(2.0, 0), 0);
  CHECK(out.str() == "1.23 [0 1] 2 [1] [1 [0]]");
}

}  // namespace
