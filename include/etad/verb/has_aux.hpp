// SPDX-License-Identifier: MIT
// Derivatives of callables that return something beside the value to differentiate.
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/verb/aux_results.hpp>

namespace etad::inline ETAD_ABI {

/// Says that f returns a pair of the value to differentiate and auxiliary output.
struct has_aux_t {};
inline constexpr has_aux_t has_aux{};

namespace detail {

template <class Result>
inline constexpr bool are_two = std::is_class_v<Result>&& std::is_aggregate_v<Result>;
template <class Result>
  requires requires { std::tuple_size<Result>::value; }
inline constexpr bool are_two<Result> = std::tuple_size_v<Result> == 2;

/// The first of the two things that F returns.
template <class F>
struct differentiated_part {
  [[no_unique_address]] F callable;

  template <class... A>
    requires std::is_invocable_v<const F&, const A&...>
  constexpr auto operator()(const A&... a) const {
    static_assert(
        are_two<std::remove_cvref_t<std::invoke_result_t<const F&, const A&...>>>,
        "ETAD-057: etad::has_aux requires a callable that returns two things, the value to "
        "differentiate and the auxiliary output, as a std::pair, a std::tuple or a structure "
        "of two members; it returned something else. Return a pair, or leave has_aux out.");
    [[maybe_unused]] auto&& [loss, aux] = callable(a...);
    return std::remove_cvref_t<decltype(loss)>(loss);
  }
};

template <class F>
inline constexpr bool is_opaque<differentiated_part<F>> = is_opaque<F>;
template <class F>
inline constexpr bool is_traced_only<differentiated_part<F>> = is_traced_only<F>;
template <class F>
inline constexpr bool hides_its_body<differentiated_part<F>> = true;

/// Verb is one of differentiated_part<F>.
template <class Verb>
struct with_aux {
  [[no_unique_address]] Verb differentiated;

  template <class... X>
    requires(span_count<X...> == 0)
  constexpr auto operator()(const X&... x) const {
    if constexpr (any_unsettled<X...>) {
      return (*this)(settled(x)...);
    } else {
      return beside_aux(differentiated, differentiated(x...), aux_of(x...));
    }
  }

  /// The derivative into memory of the caller; returns the auxiliary output.
  template <class... X>
    requires(span_count<X...> > 0)
  constexpr auto operator()(const X&... x) const {
    if constexpr (any_unsettled<X...>) {
      return (*this)(settled(x)...);
    } else {
      differentiated(x...);
      return aux_of(x...);
    }
  }

 private:
  /// The callable takes the first of the arguments: no tangents, weights, spans or workspace.
  template <class... X>
  constexpr auto aux_of(const X&... x) const {
    constexpr std::size_t values = sizeof...(X) - span_count<X...> - workspace_count<X...>;
    const auto all = std::tie(x...);
    return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      [[maybe_unused]] auto&& [loss, aux] =
          differentiated.differentiated.callable(std::get<Index>(all)...);
      return std::remove_cvref_t<decltype(aux)>(std::move(aux));
    }
    (std::make_index_sequence<points_among<Verb>(values)>{});
  }
};
template <class Verb>
with_aux(Verb) -> with_aux<Verb>;

}  // namespace detail

/// A verb of the first of the two things that f returns, and the second as it is:
///
///   auto [g, aux] = gradient(f, has_aux)(x);
///   auto [loss, g, aux] = value_and_gradient(f, has_aux)(x);
///
/// f returns a std::pair, a std::tuple or a structure of two. The auxiliary output may be of any type;
/// to get it, f is called once more, on the arguments themselves. Behind has_aux stand a mode or wrt<...>,
/// as the verb takes them. With trailing spans the derivative goes there, and the auxiliary output is
/// returned. Cost: that of the verb and one call of f. Errors: ETAD-057 and those of the verb.
template <class F, class... Option>
constexpr auto gradient(F f, has_aux_t, Option... option) {
  return detail::with_aux{gradient(detail::differentiated_part<F>{std::move(f)}, option...)};
}
template <class F, class... Option>
constexpr auto value_and_gradient(F f, has_aux_t, Option... option) {
  return detail::with_aux{
      value_and_gradient(detail::differentiated_part<F>{std::move(f)}, option...)};
}

/// auto [J, aux] = jacobian(f, has_aux)(x), auto [y, J, aux] = value_and_jacobian(f, has_aux)(x).
template <class F, class... Option>
constexpr auto jacobian(F f, has_aux_t, Option... option) {
  return detail::with_aux{jacobian(detail::differentiated_part<F>{std::move(f)}, option...)};
}
template <class F, class... Option>
constexpr auto value_and_jacobian(F f, has_aux_t, Option... option) {
  return detail::with_aux{
      value_and_jacobian(detail::differentiated_part<F>{std::move(f)}, option...)};
}

/// auto [H, aux] = hessian(f, has_aux)(x),
/// auto [loss, g, H, aux] = value_gradient_hessian(f, has_aux)(x).
template <class F, class... Option>
constexpr auto hessian(F f, has_aux_t, Option... option) {
  return detail::with_aux{hessian(detail::differentiated_part<F>{std::move(f)}, option...)};
}
template <class F, class... Option>
constexpr auto value_gradient_hessian(F f, has_aux_t, Option... option) {
  return detail::with_aux{
      value_gradient_hessian(detail::differentiated_part<F>{std::move(f)}, option...)};
}

/// auto [dy, aux] = jvp(f, has_aux)(x, v), auto [dx, aux] = vjp(f, has_aux)(x, w), and with y before these
/// value_and_jvp and value_and_vjp. Tangents and weights are those of the first of the two things.
template <class F, class... Option>
constexpr auto jvp(F f, has_aux_t, Option... option) {
  return detail::with_aux{jvp(detail::differentiated_part<F>{std::move(f)}, option...)};
}
template <class F, class... Option>
constexpr auto value_and_jvp(F f, has_aux_t, Option... option) {
  return detail::with_aux{value_and_jvp(detail::differentiated_part<F>{std::move(f)}, option...)};
}
template <class F, class... Option>
constexpr auto vjp(F f, has_aux_t, Option... option) {
  return detail::with_aux{vjp(detail::differentiated_part<F>{std::move(f)}, option...)};
}
template <class F, class... Option>
constexpr auto value_and_vjp(F f, has_aux_t, Option... option) {
  return detail::with_aux{value_and_vjp(detail::differentiated_part<F>{std::move(f)}, option...)};
}

}  // namespace etad::inline ETAD_ABI
