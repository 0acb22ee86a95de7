// SPDX-License-Identifier: MIT
// How a callable with values of its own is turned into one without: its body, of which a program can
// be made, and its run-time constants, which the program reads as data behind the arguments.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/call/formula/formula.hpp>
#include <etad/call/opaque.hpp>
#include <etad/call/traced_only.hpp>
#include <etad/core/sized.hpp>
#include <etad/expr/coloured_probe.hpp>

namespace etad::inline ETAD_ABI {

template <class F, class Wrt>
struct derivative_function;
template <class F, class Wrt>
struct gradient_function;
template <class F, class Wrt>
struct value_and_gradient_function;
template <class F, class Wrt>
struct hessian_function;
template <class F, class Wrt>
struct value_gradient_hessian_function;
template <class F, class Wrt>
struct jvp_function;
template <class F, class Wrt>
struct vjp_function;
template <class F, class Wrt, detail::jacobian_mode Mode>
struct jacobian_function;
template <class F, class Wrt, detail::jacobian_mode Mode>
struct value_and_jacobian_function;
template <class F, class Wrt, detail::jacobian_mode Mode>
struct sparse_jacobian_function;
template <class F, class Wrt, detail::jacobian_mode Mode>
struct value_and_sparse_jacobian_function;
template <class F, class Wrt, detail::jacobian_mode Mode>
struct sparse_hessian_function;
template <class F, class Wrt>
struct value_gradient_sparse_hessian_function;

namespace detail {

/// What F makes of arg<0>, arg<1>, ... in place of numbers, or void.
template <class F, class... X>
struct written_result {
  using type = void;
};
template <class F, class... X>
  requires std::is_invocable_v<const F&, const X&...>
struct written_result<F, X...> {
  using type = std::remove_cvref_t<std::invoke_result_t<const F&, const X&...>>;
};
template <class F, class Indices>
struct formula_by;
template <class F, int... Index>
struct formula_by<F, std::integer_sequence<int, Index...>>
    : written_result<F, formula<argument_node<Index>>...> {
  static constexpr auto make(const F& f) { return f(arg<Index>...); }
};
template <class F, class... A>
using formula_writer_of =
    formula_by<F, std::make_integer_sequence<int, static_cast<int>(sizeof...(A))>>;

/// More than an argument: a function declared to return the type of its argument returns a formula
/// of that type, whatever it computes. And not too large.
template <class X>
inline constexpr bool is_composed = false;
template <class Node, class T, int Count>
inline constexpr bool is_composed<formula<Node, T, Count>> =
    node_facts<Node>::size > 1 && node_facts<Node>::result == kind::real &&
    !node_facts<Node>::absorbs;

/// A verb, which knows of what it differentiates whether that can be written out.
template <class F>
concept is_verb = requires {
  &F::differentiated;
};

/// A wrapper whose call operator asks what the body inside returns: a look at that body cannot ask it in turn.
template <class F>
inline constexpr bool hides_its_body = false;

/// Whether F, called with arguments A..., can be written out as a formula: all arguments are numbers,
/// and F makes one number of them by expressions alone, without branching on them or assigning.
template <class F, class... A>
concept writes_formula =
    !is_formula<F> && !is_opaque<F> && !is_traced_only<F> && !is_verb<F> && !hides_its_body<F> &&
    !std::is_empty_v<F> && (!run_time_sized<A> && ...) && (shape_of<A>::is_scalar && ...) &&
    only_expressions<F, static_cast<int>(sizeof...(A))> &&
    is_composed<typename formula_writer_of<F, A...>::type>;

/// The way of F(A...) into a program.
///   exists                        there is one
///   node                          the formula
///   body<Merged>                  a callable without state, of A... and, behind them, a
///                                 std::array of the constants if there are any
///   constants, constant           their number, their type
///   constants_of<Scalar>(f)       their values now
template <class F, class... A>
struct formula_route {
  static constexpr bool exists = false;
};

template <class Node, class T, int Count>
struct formula_parts {
  static constexpr bool exists = true;
  using node = Node;
  template <bool Merged>
  using body = formula_body<Node, Merged>;
  using constant = T;
  static constexpr int constants = Count;
};

template <class Node, class T, int Count, class... A>
struct formula_route<formula<Node, T, Count>, A...> : formula_parts<Node, T, Count> {
  static_assert(formula_requirements<Node, sizeof...(A)>::met);
  template <class Scalar>
  static constexpr auto constants_of(const formula<Node, T, Count>& f) {
    return constants_as<Scalar>(f);
  }
};

template <class Formula>
struct parts_of;
template <class Node, class T, int Count>
struct parts_of<formula<Node, T, Count>> : formula_parts<Node, T, Count> {};

/// Of a closure, the formula is made anew at each call, so that captured references are read then.
template <class F, class... A>
  requires writes_formula<F, A...>
struct formula_route<F, A...> : parts_of<typename formula_writer_of<F, A...>::type> {
  template <class Scalar>
  static constexpr auto constants_of(const F& f) {
    return constants_as<Scalar>(formula_writer_of<F, A...>::make(f));
  }
};

/// Verbs whose derivative takes the arguments of what they differentiate.
template <class Verb>
inline constexpr bool keeps_arguments = false;
template <class F, class Wrt>
inline constexpr bool keeps_arguments<derivative_function<F, Wrt>> = true;
template <class F, class Wrt>
inline constexpr bool keeps_arguments<gradient_function<F, Wrt>> = true;
template <class F, class Wrt>
inline constexpr bool keeps_arguments<value_and_gradient_function<F, Wrt>> = true;
template <class F, class Wrt>
inline constexpr bool keeps_arguments<hessian_function<F, Wrt>> = true;
template <class F, class Wrt>
inline constexpr bool keeps_arguments<value_gradient_hessian_function<F, Wrt>> = true;
template <class F, class Wrt>
inline constexpr bool keeps_arguments<value_gradient_sparse_hessian_function<F, Wrt>> = true;

/// All arguments by name, before constants are put behind them.
template <class Wrt, class Indices>
struct named_arguments {
  using type = Wrt;
};
template <std::size_t... Index>
struct named_arguments<wrt_t<>, std::index_sequence<Index...>> {
  using type = wrt_t<static_cast<int>(Index)...>;
};
template <class Wrt, int Arguments>
using wrt_arguments =
    typename named_arguments<Wrt,
                             std::make_index_sequence<static_cast<std::size_t>(Arguments)>>::type;

template <template <class, class> class Verb, class F, class Wrt, class... A>
requires keeps_arguments<Verb<F, Wrt>> &&
    formula_route<F, A...>::exists struct formula_route<Verb<F, Wrt>, A...> {
  using inner = formula_route<F, A...>;
  static constexpr bool exists = true;
  using node = typename inner::node;
  template <bool Merged>
  using body = Verb<typename inner::template body<Merged>, wrt_arguments<Wrt, sizeof...(A)>>;
  using constant = typename inner::constant;
  static constexpr int constants = inner::constants;
  template <class Scalar>
  static constexpr auto constants_of(const Verb<F, Wrt>& verb) {
    return inner::template constants_of<Scalar>(verb.differentiated);
  }
};

/// The same for verbs with a mode.
template <class Verb>
inline constexpr bool keeps_arguments_in_mode = false;
template <class F, class Wrt, jacobian_mode Mode>
inline constexpr bool keeps_arguments_in_mode<jacobian_function<F, Wrt, Mode>> = true;
template <class F, class Wrt, jacobian_mode Mode>
inline constexpr bool keeps_arguments_in_mode<value_and_jacobian_function<F, Wrt, Mode>> = true;
template <class F, class Wrt, jacobian_mode Mode>
inline constexpr bool keeps_arguments_in_mode<sparse_jacobian_function<F, Wrt, Mode>> = true;
template <class F, class Wrt, jacobian_mode Mode>
inline constexpr bool keeps_arguments_in_mode<value_and_sparse_jacobian_function<F, Wrt, Mode>> =
    true;
template <class F, class Wrt, jacobian_mode Mode>
inline constexpr bool keeps_arguments_in_mode<sparse_hessian_function<F, Wrt, Mode>> = true;

template <template <class, class, jacobian_mode> class Verb, class F, class Wrt, jacobian_mode Mode,
          class... A>
requires keeps_arguments_in_mode<Verb<F, Wrt, Mode>> &&
    formula_route<F, A...>::exists struct formula_route<Verb<F, Wrt, Mode>, A...>
    : formula_route<F, A...> {
  using inner = formula_route<F, A...>;
  template <bool Merged>
  using body = Verb<typename inner::template body<Merged>, wrt_arguments<Wrt, sizeof...(A)>, Mode>;
  template <class Scalar>
  static constexpr auto constants_of(const Verb<F, Wrt, Mode>& verb) {
    return inner::template constants_of<Scalar>(verb.differentiated);
  }
};

/// A product of the derivative of Body with vectors, which follow the first Points arguments, with the
/// constants behind all.
template <class Product, int Points, bool Constants>
struct product_body : Product {};
template <class Product, int Points>
struct product_body<Product, Points, true> {
  template <class... X>
    requires(sizeof...(X) > static_cast<std::size_t>(Points))
  constexpr auto operator()(const X&... x) const {
    constexpr auto points = static_cast<std::size_t>(Points);
    return call(std::forward_as_tuple(x...), std::make_index_sequence<points>{},
                std::make_index_sequence<sizeof...(X) - points - 1>{});
  }

 private:
  template <class All, std::size_t... Point, std::size_t... Vector>
  static constexpr auto call(const All& all, std::index_sequence<Point...>,
                             std::index_sequence<Vector...>) {
    return Product{}(std::get<Point>(all)..., std::get<std::tuple_size_v<All> - 1>(all),
                     std::get<sizeof...(Point) + Vector>(all)...);
  }
};

/// The route of F, called with the first of the arguments A.
template <class F, class Tuple, class Indices>
struct leading_route;
template <class F, class Tuple, std::size_t... Index>
struct leading_route<F, Tuple, std::index_sequence<Index...>> {
  using type = formula_route<F, std::tuple_element_t<Index, Tuple>...>;
};
template <class F, int Points, class... A>
using leading_route_of =
    typename leading_route<F, std::tuple<A...>,
                           std::make_index_sequence<static_cast<std::size_t>(Points)>>::type;

template <template <class, class> class Verb, class F, class Wrt, int Points, class Inner>
struct product_route : Inner {
  template <bool Merged>
  using body = product_body<Verb<typename Inner::template body<Merged>, wrt_arguments<Wrt, Points>>,
                            Points, (Inner::constants > 0)>;
  template <class Scalar>
  static constexpr auto constants_of(const Verb<F, Wrt>& verb) {
    return Inner::template constants_of<Scalar>(verb.differentiated);
  }
};

/// How many of `all` arguments of jvp are points; the rest are tangents.
template <class Wrt>
constexpr int point_arguments(int all) {
  return Wrt::count == 0 ? all / 2 : all - Wrt::count;
}
template <class F, class Wrt, class... A>
  requires(leading_route_of<F, point_arguments<Wrt>(sizeof...(A)), A...>::exists)
struct formula_route<jvp_function<F, Wrt>, A...>
    : product_route<jvp_function, F, Wrt, point_arguments<Wrt>(sizeof...(A)),
                    leading_route_of<F, point_arguments<Wrt>(sizeof...(A)), A...>> {};
template <class F, class Wrt, class... A>
  requires(sizeof...(A) > 0 &&
           leading_route_of<F, static_cast<int>(sizeof...(A)) - 1, A...>::exists)
struct formula_route<vjp_function<F, Wrt>, A...>
    : product_route<vjp_function, F, Wrt, static_cast<int>(sizeof...(A)) - 1,
                    leading_route_of<F, static_cast<int>(sizeof...(A)) - 1, A...>> {};

/// F is a formula, or a verb of one.
template <class F>
inline constexpr bool holds_formula = is_formula<F>;
template <template <class, class> class Verb, class F, class Wrt>
  requires keeps_arguments<Verb<F, Wrt>>
inline constexpr bool holds_formula<Verb<F, Wrt>> = holds_formula<F>;

/// F, called with arguments A..., is a formula or can be written out as one.
template <class F, class... A>
concept formula_callable = formula_route<F, A...>::exists;

}  // namespace detail

}  // namespace etad::inline ETAD_ABI
