// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>

#include "workloads.hpp"

namespace bench {
namespace {

template <std::size_t N>
bool add_all() {
  using problem = rosenbrock_workload<N>;
  using point = typename problem::point;
  return add<problem>("primal", kind::primal,
                      [](const point& in) { return models::rosenbrock<N>{}(in.x); }) &&
         add<problem>("etad", kind::etad, [](const point& in) {
           return etad::value_and_gradient(models::rosenbrock<N>{})(in.x);
         });
}

const bool added = add_all<10>() && add_all<100>();

}  // namespace
}  // namespace bench
