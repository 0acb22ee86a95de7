// SPDX-License-Identifier: MIT
// A callable as the printers want it.
#pragma once

#include <type_traits>
#include <vector>

#include <etad/call/formula/formula_call.hpp>
#include <etad/call/traced/call.hpp>
#include <etad/print/printed_function.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A call of F, which may be a verb such as gradient(f), with arguments of types Args.
template <class F, class... Args>
struct printed_call : function_call<F, wrt_t<>, Args...> {
  static std::vector<literal> constants_of(const F&) { return {}; }
};

/// The same for formulas and closures with numbers of their own, which are printed as they are now.
template <class F, class... Args>
  requires(!stateless_callable<F> && formula_route<F, Args...>::exists)
struct printed_call<F, Args...> : formula_call<F, wrt_t<>, Args...> {
  static std::vector<literal> constants_of(const F& f) {
    using route = formula_route<F, Args...>;
    std::vector<literal> constants;
    if constexpr (route::constants > 0) {
      for (const auto& x : route::template constants_of<typename route::constant>(f)) {
        constants.emplace_back(x);
      }
    }
    return constants;
  }
};

template <class... Args, class F>
printed_function printable(const F& f, const print_names& names) {
  using call = printed_call<F, Args...>;
  return {thaw(call::shape_call::source::value),
          {{shape_of<Args>::leaves, shape_of<Args>::is_scalar}...},
          shape_of<typename call::traced_result>::is_scalar,
          names,
          call::constants_of(f)};
}

}  // namespace etad::inline ETAD_ABI::detail
