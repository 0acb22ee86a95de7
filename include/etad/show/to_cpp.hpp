// SPDX-License-Identifier: MIT
// A function or its derivative as C++ source. Not part of etad.hpp: printing is for people.
#pragma once

#include <string>

#include <etad/print/cpp.hpp>
#include <etad/show/printable.hpp>

namespace etad::inline ETAD_ABI {

/// The C++ source of f for arguments of types Args, complete with its #include lines:
///   to_cpp<double, std::array<double, 3>>(f)
///   to_cpp<double, double>(gradient(f), {.function = "slopes", .arguments = {"x", "y"}})
///
/// An argument that is a number is passed by value, any other as a pointer to its numbers in their
/// order. A result that is a number is returned, any other written to a last argument, `out`, which
/// must not overlap the arguments. The source has no warnings and needs nothing of etad but, for
/// digamma and polygamma, etad/core/cx.hpp.
///
/// Numbers that a formula or a closure f holds are printed as they are at the time; so are those of
/// its derivatives, jvp(f) or sparse_hessian(f) for example. Closures that cannot be written out as
/// formulas are refused (ETAD-010).
///
/// Its results are those of f(x...), singular points included: the same operations in the same
/// form. Compiled with the same flags they are equal to the last bit unless the compiler contracts
/// a*b + c or computes functions of constants itself, which -ffp-contract=off and -fno-builtin
/// forbid. Cost: at run time, linear in the length of the program but for branches. Errors: as
/// etad::jacobian, and ETAD-070.
template <class... Args, class F>
std::string to_cpp(const F& f, const print_names& names = {}) {
  using call = detail::printed_call<F, Args...>;
  using scalar = typename call::scalar;
  static_assert(detail::built_in_scalar<scalar>,
                "ETAD-070: etad::to_cpp requires arguments of float, double, long double or whole "
                "numbers; another number type was seen. Print the function for double and replace "
                "the type in the text.");
  constexpr detail::cpp_scalar type = detail::cpp_scalar_of<scalar>();
  return detail::cpp_source(detail::printable<Args...>(f, names), type).text();
}

}  // namespace etad::inline ETAD_ABI
