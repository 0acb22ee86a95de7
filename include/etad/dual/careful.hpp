// SPDX-License-Identifier: MIT
// Duals as numbers of a rule: duals of duals evaluate values and partials of the operation table on
// the inner duals, and formulas there meet 0 times infinity even on finite data.
#pragma once

#include <concepts>

#include <etad/core/rule_number.hpp>
#include <etad/dual/dual.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// Lanes of duals whose products are tested for infinities. Users' own products are not: on finite
/// data they need no test, and it would double their cost.
template <class Lanes>
struct careful {};

template <class T, int Count, class Lanes>
struct tangent_store<T, Count, careful<Lanes>> : tangent_store<T, Count, Lanes> {
  using base = tangent_store<T, Count, Lanes>;
  using base::base;
  constexpr tangent_store() = default;
  constexpr tangent_store(const base& tangents) : base(tangents) {}
  static constexpr tangent_store unit(int lane) { return base::unit(lane); }
};

template <class T, int Count, class Lanes, class Tag>
struct rule_number<dual<T, Count, Lanes, Tag>> {
  using plain = dual<T, Count, Lanes, Tag>;
  using type = dual<typename rule_number<T>::type, Count, careful<Lanes>, Tag>;

  template <class To, class X, class Convert>
  static constexpr To converted(const X& x, Convert convert) {
    using store = typename To::store;
    return To(convert(x.value()), [&] {
      if constexpr (!std::same_as<typename rule_number<T>::type, T>) {
        return store(each_element{}, [&](int k) { return convert(x.all_tangents().elements[k]); });
      } else {
        return store(each_element{}, [&](int k) { return x.all_tangents().elements[k]; });
      }
    });
  }
  static constexpr type to(const plain& x) {
    return converted<type>(x, [](const auto& y) { return rule_number<T>::to(y); });
  }
  static constexpr plain from(const type& x) {
    return converted<plain>(x, [](const auto& y) { return rule_number<T>::from(y); });
  }
};
template <class T, int Count, class Lanes, class Tag>
struct rule_number<dual<T, Count, careful<Lanes>, Tag>> {
  using type = dual<T, Count, careful<Lanes>, Tag>;
  static constexpr type to(const type& x) { return x; }
  static constexpr type from(const type& x) { return x; }
};

template <class D>
inline constexpr bool is_careful = false;
template <class T, int Count, class Lanes, class Tag>
inline constexpr bool is_careful<dual<T, Count, careful<Lanes>, Tag>> = true;

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
