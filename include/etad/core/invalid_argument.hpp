// SPDX-License-Identifier: MIT
// Throws std::invalid_argument, whose header brings <string>: a sixth of what <etad/etad.hpp> would
// cost to compile, for errors that few programs make. Without exceptions the program ends with the text.
#pragma once

#if __has_include(<bits/functexcept.h>)
#include <bits/functexcept.h>
#elif defined(__cpp_exceptions)
#include <stdexcept>
#else
#include <cstdio>
#include <cstdlib>
#endif

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

[[noreturn]] inline void throw_invalid_argument(const char* text) {
#if __has_include(<bits/functexcept.h>)
  // libstdc++ has a compiled function for it.
  std::__throw_invalid_argument(text);
#elif defined(__cpp_exceptions)
  throw std::invalid_argument(text);
#else
  std::fputs(text, stderr);
  std::abort();
#endif
}

}  // namespace etad::inline ETAD_ABI::detail
