// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>
#include <etad/simd.hpp>
#include <span>

#include "sums.hpp"

namespace bench {
namespace {

template <class Model>
struct prepare {
  template <class T>
  constexpr auto operator()(const std::array<T, Model::parameters>& x) const {
    return Model::prepare(x);
  }
};

template <std::size_t Dimension>
auto gradient(const typename mixture_workload<Dimension>::point& in) {
  using model = typename mixture_workload<Dimension>::model;
  std::array<std::span<const double>, Dimension> rows;
  for (std::size_t j = 0; j < Dimension; ++j) rows[j] = (*in.data)[j];
  const auto prepared = model::prepare(in.x);
  const auto sum = etad::simd::sum_over(model{}).value_and_gradient(prepared, rows);
  return first_order<1, model::parameters>{{sum.value},
                                           etad::vjp(prepare<model>{})(in.x, sum.gradient)};
}

template <std::size_t Dimension>
bool add_all() {
  using problem = mixture_workload<Dimension>;
  using point = typename problem::point;
  return add<problem>("primal", kind::primal,
                      [](const point& in) { return problem::evaluate(in.x, *in.data); }) &&
         add<problem>("etad", kind::etad, [](const point& in) { return gradient<Dimension>(in); });
}

const bool added = add_all<2>() && add_all<10>();

}  // namespace
}  // namespace bench
