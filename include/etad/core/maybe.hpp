// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A value that may be missing: what the derivative rules use of std::optional, whose header and
/// instances would cost 3 % of the time that <etad/etad.hpp> takes to compile.
template <class T>
class maybe {
 public:
  constexpr maybe() = default;
  constexpr maybe(T value) : value_(value), known_(true) {}

  constexpr explicit operator bool() const { return known_; }
  constexpr const T& operator*() const { return value_; }

 private:
  T value_{};
  bool known_ = false;
};

}  // namespace etad::inline ETAD_ABI::detail
