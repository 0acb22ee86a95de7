// SPDX-License-Identifier: MIT
// Twelve ways to write Rosenbrock's function of ten variables: the gradient of each should take the same time.
#include "hand/w1_rosenbrock.cpp"

#include <etad/etad.hpp>

namespace bench {
namespace {

constexpr std::size_t n = 10;
template <class T>
constexpr T square(const T& x) {
  return x * x;
}
template <class X>
using number = std::remove_cvref_t<decltype(std::declval<X>()[0])>;

constexpr auto model = [](const auto& x) { return models::rosenbrock<n>{}(x); };
constexpr auto power = [](const auto& x) {
  using std::pow;
  number<decltype(x)> sum(0.0);
  for (std::size_t i = 0; i + 1 < n; ++i) {
    sum += 100.0 * pow(x[i + 1] - pow(x[i], 2), 2) + pow(1.0 - x[i], 2);
  }
  return sum;
};
constexpr auto floating_power = [](const auto& x) {
  using std::pow;
  number<decltype(x)> sum(0.0);
  for (std::size_t i = 0; i + 1 < n; ++i) {
    sum = sum + 100.0 * pow(x[i + 1] - x[i] * x[i], 2.0) + pow(x[i] - 1.0, 2.0);
  }
  return sum;
};
constexpr auto helper = [](const auto& x) {
  number<decltype(x)> sum(0.0);
  for (std::size_t i = 1; i < n; ++i) {
    sum += 100.0 * square(x[i] - square(x[i - 1])) + square(1.0 - x[i - 1]);
  }
  return sum;
};
constexpr auto factor_last = [](const auto& x) {
  number<decltype(x)> sum(0.0);
  for (std::size_t i = 0; i + 1 < n; ++i) {
    const auto valley = x[i + 1] - x[i] * x[i];
    sum += valley * valley * 100.0 + (1.0 - x[i]) * (1.0 - x[i]);
  }
  return sum;
};
constexpr auto turned = [](const auto& x) {
  number<decltype(x)> sum(0.0);
  for (std::size_t i = 0; i + 1 < n; ++i) {
    const auto valley = x[i] * x[i] - x[i + 1];
    const auto slope = x[i] - 1.0;
    sum += slope * slope + 100.0 * valley * valley;
  }
  return sum;
};
constexpr auto scaled_inside = [](const auto& x) {
  number<decltype(x)> sum(0.0);
  for (std::size_t i = 0; i + 1 < n; ++i) {
    const auto valley = 10.0 * (x[i + 1] - x[i] * x[i]);
    const auto slope = 1.0 - x[i];
    sum += valley * valley + slope * slope;
  }
  return sum;
};
constexpr auto two_sums = [](const auto& x) {
  number<decltype(x)> valleys(0.0);
  number<decltype(x)> slopes(0.0);
  for (std::size_t i = 0; i + 1 < n; ++i) {
    const auto valley = x[i + 1] - x[i] * x[i];
    valleys += valley * valley;
    slopes += (1.0 - x[i]) * (1.0 - x[i]);
  }
  return 100.0 * valleys + slopes;
};
constexpr auto separate_terms = [](const auto& x) {
  number<decltype(x)> sum(0.0);
  for (std::size_t i = 0; i + 1 < n; ++i) {
    const auto valley = x[i + 1] - x[i] * x[i];
    sum += 100.0 * valley * valley;
    sum += (1.0 - x[i]) * (1.0 - x[i]);
  }
  return sum;
};
constexpr auto backwards = [](const auto& x) {
  number<decltype(x)> sum(0.0);
  for (std::size_t i = n - 1; i-- > 0;) {
    const auto valley = x[i + 1] - x[i] * x[i];
    const auto slope = 1.0 - x[i];
    sum += 100.0 * valley * valley + slope * slope;
  }
  return sum;
};
constexpr auto residuals = [](const auto& x) {
  std::array<number<decltype(x)>, 2 * (n - 1)> r{};
  for (std::size_t i = 0; i + 1 < n; ++i) {
    r[2 * i] = 10.0 * (x[i + 1] - x[i] * x[i]);
    r[2 * i + 1] = 1.0 - x[i];
  }
  number<decltype(x)> sum(0.0);
  for (const auto& entry : r) sum += entry * entry;
  return sum;
};
constexpr auto assigned = [](const auto& x) {
  auto sum = 0.0 * x[0];
  for (std::size_t i = 0; i + 1 < n; ++i) {
    auto valley = x[i];
    valley *= x[i];
    valley = x[i + 1] - valley;
    valley *= valley;
    auto slope = 1.0 - x[i];
    slope *= slope;
    sum += 100.0 * valley + slope;
  }
  return sum;
};

template <class F>
bool enter(const char* name, F) {
  using point = typename rosenbrock_workload<n>::point;
  return add<rosenbrock_workload<n>>(
      name, kind::etad, [](const point& in) { return etad::value_and_gradient(F{})(in.x); });
}

const bool entered = enter("as in the model", model) && enter("pow(x, 2)", power) &&
                     enter("pow(x, 2.0), x - 1", floating_power) && enter("square(x)", helper) &&
                     enter("factor last", factor_last) && enter("signs turned", turned) &&
                     enter("10 inside of the square", scaled_inside) &&
                     enter("two sums", two_sums) && enter("terms one by one", separate_terms) &&
                     enter("backwards", backwards) && enter("array of residuals", residuals) &&
                     enter("assignments", assigned);

}  // namespace
}  // namespace bench
