// SPDX-License-Identifier: MIT
// expect: ETAD-045: etad::jacobian_sparsity and etad::hessian_sparsity require the types
#include <etad/etad.hpp>

constexpr auto squares = [](const auto& a) { return std::array{a[0] * a[0], a[1] * a[1]}; };
#if REJECT
constexpr auto pattern = etad::jacobian_sparsity(squares);
#else
constexpr auto pattern = etad::jacobian_sparsity<std::array<double, 2>>(squares);
static_assert(pattern.nonzeros == 2);
#endif
