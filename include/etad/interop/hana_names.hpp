// SPDX-License-Identifier: MIT
// Members selected by name, wrt<"mu", "sigma">: of a structure adapted with Boost.Hana, or the keys of a
// hana::map that are hana::strings.
#pragma once

#include <boost/hana/accessors.hpp>
#include <boost/hana/at.hpp>
#include <boost/hana/first.hpp>
#include <boost/hana/keys.hpp>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/core/warnings_off.hpp>

#include <etad/call/opaque.hpp>
#include <etad/call/traced_only.hpp>
#include <etad/call/wrt.hpp>
#include <etad/core/members.hpp>
#include <etad/interop/hana_containers.hpp>
#include <etad/interop/hana_struct.hpp>

namespace etad::inline ETAD_ABI {

template <detail::selection... Name>
struct wrt_members {};

namespace detail {

/// Whether the part of a path that begins there, up to its end or a dot, is the name of a member.
constexpr bool is_next_name(const selection& path, std::size_t begin, const char* member) {
  std::size_t k = 0;
  while (member[k] != '\0' && path.name[begin + k] == member[k]) ++k;
  return member[k] == '\0' && (path.name[begin + k] == '\0' || path.name[begin + k] == '.');
}

/// The variables of A that have a name:
///   position(path, begin)   which one is the next of a path, or -1
///   tie(a)                  all members
template <class A>
struct named_members {
  static constexpr int position(const selection&, std::size_t) { return -1; }
};

template <structure_of_scalar A>
struct named_members<A> {
  using members = structure_members<A>;

  static constexpr int position(const selection& path, std::size_t begin) {
    return find(path, begin, typename members::indices{});
  }
  static constexpr auto tie(auto& a) { return tie_members<members::count>(a); }

 private:
  template <std::size_t... Index>
  static constexpr int find(const selection& path, std::size_t begin,
                            std::index_sequence<Index...>) {
    using accessors = decltype(boost::hana::accessors<typename members::template rebind<double>>());
    int found = -1;
    ((members::template is_variable<Index> &&
              is_next_name(path, begin,
                           std::remove_cvref_t<decltype(boost::hana::first(
                               boost::hana::at_c<Index>(std::declval<accessors&>())))>::c_str())
          ? void(found = static_cast<int>(Index))
          : void()),
     ...);
    return found;
  }
};

template <hana_map A>
struct named_members<A> {
  static constexpr int position(const selection& path, std::size_t begin) {
    return find(path, begin, static_cast<keys_of_map<A>*>(nullptr));
  }
  static constexpr auto tie(auto& a) { return hana_items<A>::tie(a); }

 private:
  template <template <class...> class List, class... Key>
  static constexpr int find(const selection& path, std::size_t begin, List<Key...>*) {
    int found = -1;
    int next = 0;
    const auto compare = [&]<class K>(std::type_identity<K>) {
      if constexpr (requires { K::c_str(); }) {
        if (is_next_name(path, begin, K::c_str())) found = next;
      }
      ++next;
    };
    (compare(std::type_identity<Key>{}), ...);
    return found;
  }
};

/// The member of a that a path such as "noise.sigma" leads to.
template <selection Path, std::size_t Begin = 0, class A>
constexpr auto& member_at(A& a) {
  using names = named_members<std::remove_const_t<A>>;
  constexpr int position = names::position(Path, Begin);
  static_assert(
      position >= 0,
      "ETAD-056: etad::wrt<\"name\"> requires as first argument of the call a structure "
      "adapted with Boost.Hana that has a member of that name which depends on its scalar, or "
      "a hana::map with that hana::string as key; there is none. Names of members in "
      "members are written with dots: wrt<\"noise.sigma\">.");
  constexpr std::size_t end = [] {
    std::size_t k = Begin;
    while (Path.name[k] != '\0' && Path.name[k] != '.') ++k;
    return k;
  }();
  auto& member = std::get<static_cast<std::size_t>(position)>(names::tie(a));
  if constexpr (Path.name[end] == '.') {
    return member_at<Path, end + 1>(member);
  } else {
    return member;
  }
}

/// F as a function of some members, the whole structure, and the rest of its arguments.
template <class F, selection... Name>
struct members_first {
  [[no_unique_address]] F callable;

  template <class... X>
    requires(sizeof...(X) > sizeof...(Name))
  constexpr auto operator()(const X&... x) const {
    return call(std::tie(x...), std::make_index_sequence<sizeof...(Name)>{},
                std::make_index_sequence<sizeof...(X) - sizeof...(Name) - 1>{});
  }

 private:
  template <class All, std::size_t... Index, std::size_t... Rest>
  constexpr auto call(const All& all, std::index_sequence<Index...>,
                      std::index_sequence<Rest...>) const {
    auto structure = std::get<sizeof...(Name)>(all);
    ((member_at<Name>(structure) = std::get<Index>(all)), ...);
    return callable(std::as_const(structure), std::get<sizeof...(Name) + 1 + Rest>(all)...);
  }
};

/// A verb of members_first that is called with the arguments of the callable.
template <class Verb, selection... Name>
struct by_members {
  [[no_unique_address]] Verb differentiated;

  template <class Structure, class... Rest>
  constexpr decltype(auto) operator()(const Structure& structure, const Rest&... rest) const {
    return differentiated(member_at<Name>(structure)..., structure, rest...);
  }
};

template <class F, selection... Name>
inline constexpr bool is_opaque<members_first<F, Name...>> = is_opaque<F>;
template <class F, selection... Name>
inline constexpr bool is_traced_only<members_first<F, Name...>> = is_traced_only<F>;

/// What make(g, wrt) does of f with respect to members.
template <selection... Name, class F, class Make>
constexpr auto differentiate_by_members(const F& f, const Make& make) {
  return [&]<int... Index>(std::integer_sequence<int, Index...>) {
    const auto verb = make(members_first<F, Name...>{f}, wrt_t<Index...>{});
    return by_members<std::remove_const_t<decltype(verb)>, Name...>{verb};
  }
  (std::make_integer_sequence<int, static_cast<int>(sizeof...(Name))>{});
}

}  // namespace detail
}  // namespace etad::inline ETAD_ABI

#include <etad/core/warnings_on.hpp>
