// SPDX-License-Identifier: MIT
// traced_only changes nothing where a function is traced; what it refuses is in test/reject.
#include <doctest/doctest.h>
#include <etad/batch/sum_over.hpp>
#include <etad/batch/vmap.hpp>
#include <etad/show/road.hpp>
#include <etad/verb/derivative.hpp>
#include <etad/verb/has_aux.hpp>
#include <etad/verb/hessian.hpp>

#include <vector>

namespace {

constexpr auto model = [](const auto& a, auto t) { return a[0] / (1.0 + a[1] * t); };
constexpr auto traced_model = etad::traced_only(model);
constexpr std::array p{2.0, 0.5};

constexpr bool same_results() {
  bool same = traced_model(p, 1.5) == model(p, 1.5);
  same = same && etad::gradient(traced_model)(p, 1.5) == etad::gradient(model)(p, 1.5);
  same = same && etad::hessian(traced_model, etad::wrt<0>)(p, 1.5) ==
                     etad::hessian(model, etad::wrt<0>)(p, 1.5);
  return same;
}
static_assert(same_results());

using traced_model_type = std::remove_const_t<decltype(traced_model)>;
static_assert(std::is_empty_v<traced_model_type>);
static_assert(etad::traceable<traced_model_type, std::array<double, 2>, double>);

TEST_CASE("traced_only of what is traced") {
  CHECK(same_results());
  const std::vector<double> t{0.0, 0.5, 1.0, 1.5, 2.0};
  CHECK(etad::vmap(traced_model)(p, t) == etad::vmap(model)(p, t));
  CHECK(etad::sum_over(traced_model).gradient(p, t) == etad::sum_over(model).gradient(p, t));
}

struct decay {
  double rate;
  constexpr auto operator()(const auto& x) const { return x * x * rate; }
  constexpr auto with_aux() const {
    return [*this](const auto& x) { return std::pair(x * x * rate, 1); };
  }
};

TEST_CASE("callables with members, also behind wrappers") {
  const decay f{3.0};
  const auto alone = etad::gradient(etad::traced_only(f));
  static_assert(etad::road_of<double>(alone) == etad::road::traced);
  CHECK(alone(2.0) == 12.0);
  const auto with_aux = etad::gradient(f.with_aux(), etad::has_aux);
  static_assert(etad::road_of<double>(with_aux.differentiated) == etad::road::traced);
  CHECK((with_aux(2.0).gradient == 12.0 && with_aux(2.0).aux == 1));
  static_assert(etad::gradient(etad::traced_only(decay{3.0}))(2.0) == 12.0);
}

TEST_CASE("it asks for no way of its own: a closure runs on duals and is no traced function") {
  const double rate = 0.5;
  const auto closure = [&rate](const auto& x) {
    auto sum = x[0];
    for (int k = 0; k < 3; ++k) sum += rate * sum * x[1];
    return sum;
  };
  using wrt_all = etad::wrt_t<>;
  using numbers = std::array<double, 2>;
  static_assert(etad::detail::dual_callable<decltype(closure), wrt_all, numbers>);
  static_assert(
      !etad::detail::dual_callable<decltype(etad::traced_only(closure)), wrt_all, numbers>);
  CHECK(etad::traced_only(closure)(numbers{1.0, 0.0}) == 1.0);
}

}  // namespace
