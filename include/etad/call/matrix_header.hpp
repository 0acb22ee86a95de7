// SPDX-License-Identifier: MIT
// Arguments that no road takes: Eigen's types without the header that knows them, vectors of vectors.
#pragma once

#include <type_traits>

#include <etad/call/roads.hpp>
#include <etad/core/shape.hpp>
#include <etad/core/sized.hpp>

namespace etad::inline ETAD_ABI::detail {

/// One of Eigen's types that has no shape here.
template <class A>
concept unknown_matrix = requires {
  A::RowsAtCompileTime;
}
&&!run_time_sized<A> && (shape<A>::is_scalar || !argument<A>);

/// A row of run-time size whose items are no numbers, nor made of a fixed number of them.
template <class A>
concept row_of_unknown_items = run_time_sized<A> && requires {
  typename sized<A>::scalar;
} && !std::is_void_v<typename sized<A>::scalar> &&
    (run_time_sized<typename sized<A>::scalar> || !argument<typename sized<A>::scalar>);

/// No road takes one of these.
template <class A>
concept refused_argument = unknown_matrix<A> || row_of_unknown_items<A>;

template <>
struct served<road::refused> {
  template <class Verb, class... A>
  static constexpr void compute(const Verb&, const A&...) {
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
        "use etad::tape.");
  }
  template <class Verb, class... X>
  static constexpr void write(const Verb& verb, const X&... x) {
    compute(verb, x...);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
