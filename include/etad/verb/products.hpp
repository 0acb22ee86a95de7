// SPDX-License-Identifier: MIT
// Products of derivatives with vectors, without forming the matrices.
#pragma once

#include <utility>

#include <etad/verb/gradient.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

template <class Call, bool WithValue>
struct tangent_derivation {
  static constexpr bool is_short = Call::source::value.size <= always_fits;
  static constexpr bool ends() {
    return freeze(tangent_program(thaw(Call::source::value), Call::wanted(), WithValue)).size >= 0;
  }
  static constexpr wide_schedule value =
      freeze(tangent_program(thaw(Call::source::value), Call::wanted(), WithValue));
};
template <class Call, bool WithValue>
struct tangent_of : pruned<tangent_derivation<Call, WithValue>> {};
template <class Call, bool WithValue>
struct adjoint_derivation {
  static constexpr bool is_short = Call::source::value.size <= always_fits;
  static constexpr bool ends() {
    return freeze(adjoint_program(thaw(Call::source::value), Call::wanted(), WithValue)).size >= 0;
  }
  static constexpr wide_schedule value =
      freeze(adjoint_program(thaw(Call::source::value), Call::wanted(), WithValue));
};
template <class Call, bool WithValue>
struct adjoint_of : pruned<adjoint_derivation<Call, WithValue>> {};

/// The derivative along a direction, behind the value if wanted. The tangents follow the arguments.
template <bool WithValue>
struct tangent_task {
  template <class Call>
  using program = tangent_of<typename Call::shape_call, WithValue>;

  /// One run of f with one tangent.
  template <class Call, class F>
  static constexpr void with_duals(const F& f, const typename Call::scalar* const* in,
                                   typename Call::scalar* const* out) {
    using scalar = typename Call::scalar;
    using number = level<F, scalar, 1>;
    lifted_arguments<Call, number> x(in);
    for (int j = 0; j < Call::selected_leaves; ++j) {
      x.seed(j, 0, *in[Call::leaves + j]);
    }
    const auto y = x.call(f);
    scalar* const* const tangents = out + (WithValue ? Call::results : 0);
    int i = 0;
    const auto take = [&](const auto& leaf) {
      if constexpr (std::same_as<std::remove_cvref_t<decltype(leaf)>, number>) {
        if constexpr (WithValue) *out[i] = value(leaf);
        *tangents[i] = tangent(leaf)[0];
      } else {
        if constexpr (WithValue) *out[i] = static_cast<scalar>(leaf);
        *tangents[i] = scalar(0);
      }
      ++i;
    };
    shape_of<decltype(y)>::visit(y, take);
  }
};

/// The weighted sum of the rows of the Jacobian, behind the value if wanted. The weights follow the
/// arguments.
template <bool WithValue>
struct adjoint_task {
  template <class Call>
  using program = adjoint_of<typename Call::shape_call, WithValue>;

  /// Forward sweeps over all columns: dual numbers know no reverse mode.
  template <class Call, class F>
  static constexpr void with_duals(const F& f, const typename Call::scalar* const* in,
                                   typename Call::scalar* const* out) {
    using scalar = typename Call::scalar;
    scalar* const* const sums = out + (WithValue ? Call::results : 0);
    for (int j = 0; j < Call::selected_leaves; ++j) *sums[j] = scalar(0);
    sweep<Call>(
        f, in,
        [&]([[maybe_unused]] int i, [[maybe_unused]] const scalar& y) {
          if constexpr (WithValue) *out[i] = y;
        },
        [&](int i, int j, const scalar& entry) {
          *sums[j] =
              *sums[j] + operation<opcode::zero_multiply>::value(entry, *in[Call::leaves + i]);
        });
  }
};

/// The call that the first N of the arguments X make.
template <class F, class Wrt, class Tuple, class Indices>
struct leading_call;
template <class F, class Wrt, class Tuple, std::size_t... Index>
struct leading_call<F, Wrt, Tuple, std::index_sequence<Index...>> {
  using type = call_of<F, Wrt, std::tuple_element_t<Index, Tuple>...>;
};
template <class F, class Wrt, int Count, class... X>
using leading =
    typename leading_call<F, Wrt, std::tuple<X...>, std::make_index_sequence<Count>>::type;

}  // namespace detail

template <class F, class Wrt>
struct jvp_function : detail::verb<jvp_function<F, Wrt>, F> {
  using product = void;
  static constexpr std::size_t points(std::size_t all) {
    return static_cast<std::size_t>(detail::point_arguments<Wrt>(static_cast<int>(all)));
  }

  template <class... X>
  struct plan {
    static constexpr int points = detail::point_arguments<Wrt>(sizeof...(X));
    static_assert(Wrt::count != 0 || sizeof...(X) % 2 == 0,
                  "ETAD-022: etad::jvp(f) requires a tangent for each differentiated argument: "
                  "jvp(f)(x, y, dx, dy). The number of arguments seen is odd.");
    using scalar = typename detail::call_scalar<X...>::type;
    using call = detail::leading<F, Wrt, points, detail::rebind<X, scalar>...>;
    static_assert(detail::leaf_count<X...> == call::leaves + call::selected_leaves,
                  "ETAD-023: etad::jvp(f) requires tangents of the shape of their arguments; "
                  "the shapes differ.");
    using task = detail::tangent_task<false>;
    using result = detail::rebind<typename call::result, scalar>;
    static constexpr auto parts(result& r) { return std::tie(r); }
  };

  constexpr auto at_run_time() const {
    return detail::run_time_tangent<F, Wrt, false>{this->differentiated};
  }
};

template <class F, class Wrt>
struct vjp_function : detail::verb<vjp_function<F, Wrt>, F> {
  using product = void;
  static constexpr std::size_t points(std::size_t all) { return all - 1; }

  template <class... X>
  struct plan {
    using scalar = typename detail::call_scalar<X...>::type;
    using call =
        detail::leading<F, Wrt, static_cast<int>(sizeof...(X)) - 1, detail::rebind<X, scalar>...>;
    static_assert(detail::leaf_count<X...> == call::leaves + call::results,
                  "ETAD-024: etad::vjp(f) requires as last argument a weight for each number in "
                  "f(x); their number differs.");
    using task = detail::adjoint_task<false>;
    using result = detail::rebind<typename call::mirrored, scalar>;
    static constexpr auto parts(result& r) { return std::tie(r); }
  };

  constexpr auto at_run_time() const {
    return detail::run_time_adjoint<F, Wrt, false>{this->differentiated};
  }
};

/// The product of the Jacobian with a tangent vector, jvp(f)(x..., v...) = J(x) v, in the shape of
/// f(x). The tangents follow the arguments, one for each that is differentiated. Cost: forward mode,
/// about twice f. Errors: ETAD-010 to ETAD-013, ETAD-022, ETAD-023.
template <class F, int... Index>
constexpr jvp_function<F, wrt_t<Index...>> jvp(F f, wrt_t<Index...> = {}) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  return {{std::move(f)}};
}

/// The product of a weight vector with the Jacobian, vjp(f)(x..., w) = w' J(x), in the shape of the
/// differentiated arguments. w has the shape of f(x). Cost: reverse mode, at most about four times
/// f. Errors: ETAD-010 to ETAD-013, ETAD-024.
template <class F, int... Index>
constexpr vjp_function<F, wrt_t<Index...>> vjp(F f, wrt_t<Index...> = {}) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  return {{std::move(f)}};
}

/// The product of the Hessian of a scalar function with a vector, hvp(f)(x..., v...) = H(x) v, in
/// the shape of the differentiated arguments: the jvp of the gradient. Cost: about four to eight
/// times f, whatever the number of variables. Errors: ETAD-010 to ETAD-013, ETAD-020, ETAD-022,
/// ETAD-023.
template <class F, int... Index>
constexpr jvp_function<gradient_function<F, wrt_t<Index...>>, wrt_t<Index...>> hvp(
    F f, wrt_t<Index...> = {}) noexcept(std::is_nothrow_copy_constructible_v<F>) {
  return {{{{std::move(f)}}}};
}

}  // namespace etad::inline ETAD_ABI
