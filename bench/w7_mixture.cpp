// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>

#include "sums.hpp"

namespace bench {
namespace {

template <std::size_t Dimension>
bool add_all() {
  using problem = mixture_workload<Dimension>;
  using point = typename problem::point;
  return add<problem>("primal", kind::primal,
                      [](const point& in) { return problem::evaluate(in.x, *in.data); });
}

const bool added = add_all<2>() && add_all<10>();

}  // namespace
}  // namespace bench
