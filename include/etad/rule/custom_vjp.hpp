// SPDX-License-Identifier: MIT
// Functions whose way back the user writes.
#pragma once

#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/call/duals/stated_call.hpp>
#include <etad/tape/tape.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// backward(x..., y, cotangents) as a record calls it: flat spans.
template <class T, class Backward, class Values, class Y>
struct recorded_backward {
  Backward backward;
  Values values;
  Y y;

  std::size_t bytes() const noexcept { return bytes_of<T>(values) + sizeof(T) * count_scalars(y); }
  void operator()(std::span<const T> cotangents, std::span<T> adjoints) const {
    std::size_t k = 0;
    const auto next = [&](const auto&, T& to) { to = cotangents[k++]; };
    const auto weights = mapped<T>(y, next);
    const auto products =
        std::apply([&](const auto&... x) { return backward(x..., y, weights); }, values);
    if (count_scalars(products) != adjoints.size()) {
      throw_invalid_argument(
          "ETAD-142: etad::custom_vjp(forward, backward) requires backward(x..., y, cotangents) to "
          "return one number "
          "for each number in x...; there were more or fewer. Return the shape of the argument, or "
          "a std::tuple with "
          "one part for each of several.");
    }
    k = 0;
    const auto take = [&](const auto& product) { adjoints[k++] = static_cast<T>(product); };
    visit_scalars(products, take);
  }
};

}  // namespace detail

/// What custom_vjp() returns.
template <class Forward, class Backward>
struct custom_vjp_function {
  [[no_unique_address]] Forward forward;
  [[no_unique_address]] Backward backward;

  template <class... A>
  auto operator()(const A&... a) const {
    using found = detail::deepest_within<A...>;
    if constexpr (detail::any_unsettled<A...>) {
      return (*this)(detail::settled(a)...);
    } else if constexpr (detail::is_variable<found>) {
      return on_tape<found>(a...);
    } else {
      static_assert(!detail::carries_derivatives<found> && !std::same_as<found, traced>,
                    "ETAD-141: etad::custom_vjp(forward, backward) requires numbers or variables "
                    "of a tape: backward is "
                    "a way back alone. Dual numbers or a trace were seen. Call tape.gradient, or "
                    "etad::gradient(f, "
                    "etad::reverse) with arguments of run-time size; or state slopes by "
                    "etad::custom_derivative.");
      return forward(a...);
    }
  }

 private:
  template <class Variable, class... A>
  auto on_tape(const A&... a) const {
    using T = typename Variable::number;
    using style = typename Variable::style;
    const std::tuple<decltype(detail::mapped<T>(a, detail::to_primal<T>{}))...> values{
        detail::mapped<T>(a, detail::to_primal<T>{})...};
    const auto y = std::apply([&](const auto&... x) { return (*this)(x...); }, values);
    using kept = detail::recorded_backward<T, Backward, std::remove_const_t<decltype(values)>,
                                           std::remove_const_t<decltype(y)>>;
    auto* const tape = detail::tape_within<T>(a...);
    if (tape == nullptr) {
      return detail::mapped<Variable>(y, [](const T& value, Variable& to) { to = value; });
    }
    return detail::record_external<style>(*tape, y, std::tie(a...), kept{backward, values, y});
  }
};

/// A function whose way back you write. Called with variables of a tape it runs forward(x...) on plain numbers and is
/// one record; a sweep calls backward(x..., y, cotangents), with y = forward(x...) and the derivatives of the end result
/// by y in its shape, and adds what that returns: the derivatives by x, in its shape, a std::tuple for several
/// arguments. Called with plain numbers it is forward. Arguments and results have any shape that a tape knows:
/// numbers, arrays, vectors, structures, Eigen matrices.
///
///   const auto clip = etad::custom_vjp([](const auto& x) { return x; },
///                                      [](const auto&, const auto&, const auto& w) { return std::clamp(w, -1.0, 1.0); });
///
/// For gradients that are clipped or estimated, solvers and libraries with an adjoint of their own. It need not be the
/// true derivative, hence reverse mode alone: JAX's custom_vjp, PyTorch's autograd.Function. On a tape over variables
/// backward is recorded, too, if it is generic. Errors: ETAD-141 on dual numbers and traces, ETAD-142.
template <class Forward, class Backward>
constexpr custom_vjp_function<Forward, Backward> custom_vjp(Forward there, Backward back) {
  return {std::move(there), std::move(back)};
}

}  // namespace etad::inline ETAD_ABI
