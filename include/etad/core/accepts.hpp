// SPDX-License-Identifier: MIT
// Calls that compilers are asked about. An error in the body of a callable stops the compilation in the compiler's own
// words; what etad has to say of it stands in the type that it was looking at then, which compilers print beside.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Text as a template argument. Clang prints 36 characters of it.
template <std::size_t Size>
struct hint {
  char text[Size] = {};
  // NOLINTNEXTLINE(google-explicit-constructor)
  constexpr hint(const char (&source)[Size]) {
    for (std::size_t k = 0; k < Size; ++k) text[k] = source[k];
  }
};
template <hint...>
struct hints;

/// What stops code that is called with etad's numbers in place of double.
using hints_for_bodies =
    hints<"ETAD-132: on numbers of etad write", "T s = 0, not double s = 0",
          "accumulate(b, e, T(0)), not 0.0", "using std::sin; sin(x)",
          "or #include <etad/interop/std.hpp>", "return x; return T(0), not 0.0">;

template <class Hints, class F, class... A>
inline constexpr bool accepts_as_told = requires {
  std::declval<F>()(std::declval<A>()...);
};

/// Whether From converts to To by its declaration, and the definition is an error: matrices of Eigen whose numbers do
/// not convert (interop/eigen.hpp).
template <class To, class From>
inline constexpr bool converts_in_vain = false;

/// The same of the parameters of a callable that is no template.
template <class Call, class... A>
inline constexpr bool takes_in_vain = false;
template <class R, class C, class... P, class... A>
  requires(sizeof...(P) == sizeof...(A))
inline constexpr bool takes_in_vain<R (C::*)(P...) const, A...> =
    (converts_in_vain<std::remove_cvref_t<P>, std::remove_cvref_t<A>> || ...);
template <class F, class... A>
concept accepts_in_vain = requires {
  &std::remove_cvref_t<F>::operator();
}
&&takes_in_vain<decltype(&std::remove_cvref_t<F>::operator()), A...>;

/// The base of an A that is farthest from it: what templates take as a base beats that.
template <class A>
struct farthest_base {
  using type = A;
};
/// A parameter of this type is worse than every one that converts by no code of a class's.
struct anything {
  template <class A>
  // NOLINTNEXTLINE(google-explicit-constructor)
  constexpr anything(const A&) {}
};
template <class A, class From>
using rival_parameter = std::conditional_t<converts_in_vain<A, From>,
                                           const typename farthest_base<From>::type&, anything>;
/// F beside a call operator with parameters P that loses unless F, whatever its template parameters, converts an argument
/// in vain: then the call is ambiguous, for which compilers do not look into the body.
template <class F, class... P>
struct with_rival : F {
  using F::operator();
  void operator()(P...) const;
};
/// std::is_invocable, with those hints.
template <class F, class... A>
concept accepts = !accepts_in_vain<F, A...> && accepts_as_told<hints_for_bodies, F, A...>;

template <class Hints, class F, class... A>
struct result_as_told {
  using type = std::remove_cvref_t<decltype(std::declval<F>()(std::declval<A>()...))>;
};

/// What F returns, with those hints.
template <class F, class... A>
using result_of = typename result_as_told<hints_for_bodies, F, A...>::type;

/// F, run with those hints: compilers look into bodies with a declared result late, from here.
template <class Hints, class F>
struct called_as_told {
  const F& f;

  template <class... A>
  [[gnu::always_inline]] constexpr decltype(auto) operator()(const A&... a) const {
    return f(a...);
  }
};
template <class F>
using as_told = called_as_told<hints_for_bodies, F>;

}  // namespace etad::inline ETAD_ABI::detail
