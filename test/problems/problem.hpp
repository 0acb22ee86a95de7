// SPDX-License-Identifier: MIT
// A problem is an empty functor with a name, points at which it is differentiated, the largest error
// allowed in a derivative, relative to it and in units of the precision of its type, and the
// arguments that are differentiated.
#pragma once

#include <array>
#include <cmath>
#include <tuple>

#include <etad/call/wrt.hpp>
#include <etad/core/cx.hpp>
#include <etad/expr/functions.hpp>

namespace problems {

struct problem {
  static constexpr double tolerance = 16;
  static constexpr auto with_respect_to = etad::wrt_all;
};

template <class... Problem>
struct table {};

/// For plain numbers what etad::digamma is for traced ones.
template <std::floating_point T>
constexpr T digamma(T x) {
  return etad::cx::digamma(x);
}

}  // namespace problems
