// SPDX-License-Identifier: MIT
// With -fimplicit-constexpr GCC takes inline functions for constexpr: code of others that lacks the word is
// traced as it is.
#include <etad/etad.hpp>

namespace others {

template <class T>
inline T squared_norm(const T* x, int count) {
  T sum = x[0] * x[0];
  for (int k = 1; k < count; ++k) sum = sum + x[k] * x[k];
  return sum;
}

}  // namespace others

constexpr auto f = [](const auto& x) { return others::squared_norm(x.data(), 3); };
static_assert(etad::traceable<decltype(f), std::array<double, 3>>);
static_assert(etad::gradient(f)(std::array{1.0, 2.0, 3.0}) == std::array{2.0, 4.0, 6.0});
