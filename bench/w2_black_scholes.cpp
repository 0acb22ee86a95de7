// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>

#include "workloads.hpp"

namespace bench {
namespace {

using problem = black_scholes_workload;
using point = problem::point;

const bool added =
    add<problem>("primal", kind::primal,
                 [](const point& in) {
                   return models::black_scholes{}(in.x[0], in.x[1], in.x[2], in.x[3], in.x[4]);
                 }) &&
    add<problem>("etad", kind::etad, [](const point& in) {
      return etad::value_and_gradient(models::black_scholes{})(in.x[0], in.x[1], in.x[2], in.x[3],
                                                               in.x[4]);
    });

}  // namespace
}  // namespace bench
