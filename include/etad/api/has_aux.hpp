// SPDX-License-Identifier: MIT
// Derivatives of callables that return something beside the value to differentiate.
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/api/gradient.hpp>
#include <etad/api/jacobian.hpp>

namespace etad::inline ETAD_ABI {

/// Says that f returns a pair of the value to differentiate and auxiliary output.
struct has_aux_t {};
inline constexpr has_aux_t has_aux{};

/// A derivative together with the auxiliary output.
template <class Gradient, class Aux>
struct gradient_aux_result {
  Gradient gradient;
  Aux aux;
};
template <class Value, class Gradient, class Aux>
struct value_gradient_aux_result {
  Value value;
  Gradient gradient;
  Aux aux;
};
template <class Jacobian, class Aux>
struct jacobian_aux_result {
  Jacobian jacobian;
  Aux aux;
};
template <class Value, class Jacobian, class Aux>
struct value_jacobian_aux_result {
  Value value;
  Jacobian jacobian;
  Aux aux;
};

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

template <class F, class Wrt, class Gradient, class Aux>
constexpr auto beside_aux(const gradient_function<F, Wrt>&, const Gradient& gradient, Aux aux) {
  return gradient_aux_result<Gradient, Aux>{gradient, std::move(aux)};
}
template <class F, class Wrt, class Result, class Aux>
constexpr auto beside_aux(const value_and_gradient_function<F, Wrt>&, const Result& r, Aux aux) {
  return value_gradient_aux_result<decltype(r.value), decltype(r.gradient), Aux>{
      r.value, r.gradient, std::move(aux)};
}
template <class F, class Wrt, jacobian_mode Mode, class Jacobian, class Aux>
constexpr auto beside_aux(const jacobian_function<F, Wrt, Mode>&, const Jacobian& jacobian,
                          Aux aux) {
  return jacobian_aux_result<Jacobian, Aux>{jacobian, std::move(aux)};
}
template <class F, class Wrt, jacobian_mode Mode, class Result, class Aux>
constexpr auto beside_aux(const value_and_jacobian_function<F, Wrt, Mode>&, const Result& r,
                          Aux aux) {
  return value_jacobian_aux_result<decltype(r.value), decltype(r.jacobian), Aux>{
      r.value, r.jacobian, std::move(aux)};
}

/// Verb is one of differentiated_part<F>.
template <class Verb>
struct with_aux {
  [[no_unique_address]] Verb differentiated;

  template <class... A>
    requires(span_count<A...> == 0)
  constexpr auto operator()(const A&... a) const {
    return beside_aux(differentiated, differentiated(a...), aux_of(a...));
  }

  /// The derivative into memory of the caller; returns the auxiliary output.
  template <class... X>
    requires(span_count<X...> > 0)
  constexpr auto operator()(const X&... x) const {
    differentiated(x...);
    const auto all = std::tie(x...);
    return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      return aux_of(std::get<Index>(all)...);
    }
    (std::make_index_sequence<sizeof...(X) - span_count<X...>>{});
  }

 private:
  template <class... A>
  constexpr auto aux_of(const A&... a) const {
    [[maybe_unused]] auto&& [loss, aux] = differentiated.differentiated.callable(a...);
    return std::remove_cvref_t<decltype(aux)>(std::move(aux));
  }
};
template <class Verb>
with_aux(Verb) -> with_aux<Verb>;

}  // namespace detail

/// The gradient of the first of two things that f returns, and the second as it is:
///
///   auto [g, aux] = gradient(f, has_aux)(x);
///   auto [loss, g, aux] = value_and_gradient(f, has_aux)(x);
///
/// f returns a std::pair, a std::tuple or a structure of two. The auxiliary output may be of any type;
/// to get it, f is called once more, on the arguments themselves. Cost: that of the verb and one call of f.
/// With trailing spans the derivative goes there, and the auxiliary output is returned.
/// Errors: ETAD-057 and those of gradient(f).
template <class F, int... Index>
constexpr auto gradient(F f, has_aux_t, wrt_t<Index...> arguments = {}) {
  return detail::with_aux{gradient(detail::differentiated_part<F>{f}, arguments)};
}
template <class F, int... Index>
constexpr auto value_and_gradient(F f, has_aux_t, wrt_t<Index...> arguments = {}) {
  return detail::with_aux{value_and_gradient(detail::differentiated_part<F>{f}, arguments)};
}

/// The same of a Jacobian: auto [J, aux] = jacobian(f, has_aux)(x).
template <class F, int... Index>
constexpr auto jacobian(F f, has_aux_t, wrt_t<Index...> arguments = {}) {
  return detail::with_aux{jacobian(detail::differentiated_part<F>{f}, arguments)};
}
template <class F, int... Index>
constexpr auto value_and_jacobian(F f, has_aux_t, wrt_t<Index...> arguments = {}) {
  return detail::with_aux{value_and_jacobian(detail::differentiated_part<F>{f}, arguments)};
}

}  // namespace etad::inline ETAD_ABI
