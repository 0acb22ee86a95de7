// SPDX-License-Identifier: MIT
// Marks that looking into the body of a function leaves: a friend function that is defined when, and only
// when, a class is instantiated, and that can be asked for afterwards (docs/decisions/16-probes.md).
#pragma once

#include <utility>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
template <class Key>
struct mark {
  friend constexpr auto is_marked(mark);
};
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

template <class Key>
struct set_mark {
  friend constexpr auto is_marked(mark<Key>) { return true; }
  static constexpr bool done = true;
};

/// Sets the mark Key; always true.
template <class Key>
concept mark_set = set_mark<Key>::done;

/// True if Key was marked until this is first asked. `After` is what had to be instantiated before, or a
/// type that nobody has asked with.
template <class Key, class After>
concept marked = requires(After* after) {
  is_marked(mark<Key>{});
  after;
};

/// A look at a callable of type F, called with so many numbers: the key of the mark that says that F
/// cannot be written out.
template <class F, int Arguments>
struct look;
/// While an operator asks about a look: that it has begun, that the first answer is there.
template <class Look>
struct asking;
template <class Look>
struct answered;
/// No more questions: the result is known to all.
template <class Look>
struct closed;

/// Whether the result of the callable is known already. Inside its body, if results are deduced: whether
/// a `return` stands before. `Use` is a type that nobody has asked with.
template <class F, class Number, class Use, std::size_t... Index>
concept knows_result = requires(const F& f, Number& x, Use* use) {
  f(((void)Index, x)...);
  use;
};
template <class F, class Number, class Use, std::size_t... Index>
constexpr bool result_is_known(std::index_sequence<Index...>) {
  return knows_result<F, Number, Use, Index...>;
}

/// Marks the look if an expression stands behind a `return`, whose type another `return` might not have;
/// or in the declaration of the callable, whose body is not looked into then. True.
template <class Look, class Number, class Use>
struct ask_behind_return;
template <class F, int Arguments, class Number, class Use>
struct ask_behind_return<look<F, Arguments>, Number, Use> {
  using key = look<F, Arguments>;
  static constexpr bool ask() {
    if constexpr (marked<closed<key>, Use> || marked<key, Use>) {
      return true;
    } else if constexpr (!marked<asking<key>, Use>) {
      static_assert(mark_set<asking<key>>);
      static_assert(known() || true);
      return mark_set<answered<key>>;
    } else if constexpr (!marked<answered<key>, Use>) {
      return mark_set<key>;
    } else {
      return known() || true;
    }
  }

 private:
  static constexpr bool known() {
    if constexpr (result_is_known<F, Number, Use>(
                      std::make_index_sequence<static_cast<std::size_t>(Arguments)>{})) {
      return mark_set<key>;
    } else {
      return false;
    }
  }
};

}  // namespace etad::inline ETAD_ABI::detail
