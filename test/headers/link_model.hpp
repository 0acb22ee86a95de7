// SPDX-License-Identifier: MIT
// What the two files of the link test share: a model, and the function of the first file.
#pragma once

#include <array>
#include <cmath>

struct link_model {
  constexpr auto operator()(const auto& x, const auto& y) const {
    using std::sin;
    return x * x * sin(y);
  }
};

struct link_curve {
  constexpr auto operator()(const auto& x) const {
    using std::exp;
    return std::array{x[0] * x[1], exp(x[0])};
  }
};

std::array<double, 4> first_file(double x, double y);
