// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI {

/// Selects the arguments with respect to which a verb differentiates, counted from 0; the others are
/// data: `gradient(f, wrt<0, 2>)`.
template <int... Index>
struct wrt_t {
  template <class... Args>
  static constexpr bool selects(int argument) {
    return sizeof...(Index) == 0 || ((argument == Index) || ...);
  }
  static constexpr int count = static_cast<int>(sizeof...(Index));
  static constexpr bool within(int arguments) { return ((Index >= 0 && Index < arguments) && ...); }
};

namespace detail {

/// What wrt names: the position of an argument, or a member of the first argument.
struct selection {
  static constexpr int no_position = -1;
  static constexpr std::size_t longest_name = 63;

  int position = no_position;
  char name[longest_name + 1] = {};

  constexpr selection(int argument) : position(argument) {}
  template <std::size_t Size>
  constexpr selection(const char (&text)[Size]) {
    static_assert(Size <= longest_name + 1,
                  "ETAD-056: etad::wrt requires names of at most 63 characters.");
    for (std::size_t k = 0; k < Size; ++k) name[k] = text[k];
  }
};

}  // namespace detail

/// Selects members of a structure by name; defined in interop/hana_names.hpp.
template <detail::selection... Name>
struct wrt_members;

namespace detail {

template <selection... Key>
constexpr auto selected() {
  constexpr bool by_name = ((Key.position == selection::no_position) || ...);
  static_assert(
      !by_name || ((Key.position == selection::no_position) && ...),
      "ETAD-056: etad::wrt requires positions of arguments or names of members; both were "
      "seen. Names are those of members of the first argument; the rest is data.");
  constexpr bool names_are_known = requires { sizeof(wrt_members<Key...>); };
  static_assert(
      !by_name || names_are_known,
      "ETAD-033: etad::wrt<\"name\"> requires the header that knows the names of members; it "
      "is not included. Add #include <etad/interop/hana.hpp> before this line.");
  if constexpr (by_name && names_are_known) {
    return wrt_members<Key...>{};
  } else if constexpr (by_name) {
    return wrt_t<>{};
  } else {
    return wrt_t<Key.position...>{};
  }
}

}  // namespace detail

/// wrt<0, 2> selects arguments, wrt<"mu", "sigma"> members of a structure.
template <detail::selection... Key>
inline constexpr auto wrt = detail::selected<Key...>();

/// All arguments: what a verb does if not told otherwise.
inline constexpr wrt_t<> wrt_all{};

namespace detail {

/// The positions of the arguments that are variables, as vjp takes them.
template <bool... Active>
constexpr auto active_arguments() {
  return []<std::size_t... Index>(std::index_sequence<Index...>) {
    constexpr auto positions = [] {
      constexpr bool active[] = {Active...};
      std::array<int, (0 + ... + (Active ? 1 : 0))> at{};
      std::size_t k = 0;
      for (int i = 0; i < static_cast<int>(sizeof...(Active)); ++i) {
        if (active[i]) at[k++] = i;
      }
      return at;
    }();
    return wrt<positions[Index]...>;
  }
  (std::make_index_sequence<(0 + ... + (Active ? 1 : 0))>{});
}

}  // namespace detail

}  // namespace etad::inline ETAD_ABI
