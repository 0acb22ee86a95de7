// SPDX-License-Identifier: MIT
// A callable as the printers want it.
#pragma once

#include <string>

#include <etad/api/call.hpp>
#include <etad/print/printed_function.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A call of F with arguments of types Args. F may be a verb: gradient(f), jvp(f).
template <class F, class... Args>
using printed_call = function_call<F, wrt_t<>, Args...>;

template <class Call, class... Args>
printed_function printable(const print_names& names) {
  using result = typename Call::traced_result;
  return {thaw(Call::shape_call::source::value),
          {{shape_of<Args>::leaves, shape_of<Args>::is_scalar}...},
          shape_of<result>::is_scalar,
          names};
}

}  // namespace etad::inline ETAD_ABI::detail
