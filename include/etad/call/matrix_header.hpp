// SPDX-License-Identifier: MIT
// Eigen's types without the header that knows them.
#pragma once

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

template <>
struct served<road::refused> {
  template <class Verb, class... A>
  static constexpr void compute(const Verb&, const A&...) {
    static_assert(
        !(unknown_matrix<A> || ...),
        "ETAD-039: etad requires #include <etad/interop/eigen.hpp> for Eigen's vectors and "
        "matrices, "
        "and then matrices, arrays, maps and references; without that header, or as an expression "
        "such as a + b, one was seen. Include it, or write Eigen::VectorXd(a + b).");
  }
};

}  // namespace etad::inline ETAD_ABI::detail
