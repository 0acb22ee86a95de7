// SPDX-License-Identifier: MIT
// Arguments that no road differentiates: Eigen's types without the header that knows them, vectors of vectors, whatever
// has no numbers.
#pragma once

#include <concepts>
#include <type_traits>
#include <vector>

#include <etad/call/duals/data_call.hpp>
#include <etad/call/roads.hpp>
#include <etad/call/spans.hpp>
#include <etad/core/shape.hpp>
#include <etad/core/sized.hpp>
#include <etad/tape/expression.hpp>

namespace etad::inline ETAD_ABI::detail {

/// One of Eigen's types that has no shape here.
template <class A>
concept unknown_matrix = requires {
  A::RowsAtCompileTime;
}
&&!run_time_sized<A> && (shape<A>::is_scalar || !argument<A>);

/// A row of run-time size whose items are no numbers, nor made of a fixed number of them; or bits, which are no objects.
template <class A>
concept row_of_unknown_items = std::same_as<A, std::vector<bool>> ||
    (run_time_sized<A>&& requires { typename sized<A>::scalar; } &&
     !std::is_void_v<typename sized<A>::scalar> &&
     (run_time_sized<typename sized<A>::scalar> || !argument<typename sized<A>::scalar>));

/// Something else than numbers: text, a configuration, an enumeration. (Of a tuple some part of which is such a
/// thing ETAD-055 speaks.)
template <class A>
concept without_numbers =
    !run_time_sized<A> && !is_span<A> && !is_workspace<A> && !argument<A> &&
    !std::is_void_v<typename shape<A>::scalar> && !is_taped<typename shape<A>::scalar>;

/// No road takes one of these, unless it is left out of wrt and the callable takes it as it is.
template <class A>
concept refused_argument = unknown_matrix<A> || row_of_unknown_items<A> || without_numbers<A>;

/// What a call can be differentiated by.
template <class A>
concept differentiable_argument = !refused_argument<A> && (argument<A> || requires {
  requires run_time_sized<A>;
  requires argument<typename sized<A>::scalar>;
});

/// Whether the verb was told to leave one of the arguments that are refused alone.
template <class Verb, class... A>
constexpr bool leaves_out_refused() {
  if constexpr (requires { requires(verb_parts<Verb>::wrt::count > 0); }) {
    int k = 0;
    return ((verb_parts<Verb>::wrt::selects(k++) < refused_argument<A>) || ...);
  } else {
    return false;
  }
}

template <>
struct served<road::refused> {
  template <class Verb, class... A>
  static constexpr auto compute(const Verb&, const A&...) {
    static_assert(
        !(unknown_matrix<A> || ...),
        "ETAD-039: etad takes Eigen's matrices, vectors, arrays, maps and references, and requires "
        "#include <etad/interop/eigen.hpp> for them; an expression such as a + b or x.head(5) was "
        "seen, or that header is missing. Write (a + b).eval(), or include the header.");
    static_assert(
        !(row_of_unknown_items<A> || ...),
        "ETAD-012: etad requires a std::vector or std::span to hold numbers, or arrays and "
        "structures of them whose size the type tells; vectors of vectors, or other items, were "
        "seen. Put the numbers of all rows into one vector and capture where each row begins, or "
        "use etad::tape; if they are data, leave them out: etad::wrt<...>, and take them as const "
        "auto&.");
    static_assert(
        !(without_numbers<A> || ...) || leaves_out_refused<Verb, A...>(),
        "ETAD-012: etad requires arguments that are numbers or (nested) std::array, built-in "
        "arrays, std::vector or std::span<const T> of numbers, or structures of them; another type "
        "was seen. If it is data, leave it out: etad::wrt<...>, or capture it by reference. Else "
        "copy it into one of these; for numbers behind a pointer write std::span<const double, "
        "N>(pointer, N); for structures include <etad/interop/hana.hpp> and adapt them by "
        "BOOST_HANA_DEFINE_STRUCT.");
    static_assert(
        !(without_numbers<A> || ...) || !leaves_out_refused<Verb, A...>(),
        "ETAD-136: etad passes an argument that has no numbers and is left out of wrt as it is, "
        "and requires the callable to accept it beside etad::dual in place of the scalar type of "
        "the others; it does not. Take it by const reference or const auto&, and numbers by auto "
        "or template parameters; drop etad::traced_only.");
  }
  template <class Verb, class... X>
  static constexpr void write(const Verb& verb, const X&... x) {
    compute(verb, x...);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
