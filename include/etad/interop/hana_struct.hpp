// SPDX-License-Identifier: MIT
// Structures adapted with Boost.Hana as arguments and results: BOOST_HANA_DEFINE_STRUCT in a class
// template, or BOOST_HANA_ADAPT_STRUCT for its instantiation with double.
#pragma once

#include <boost/hana/accessors.hpp>
#include <boost/hana/concept/struct.hpp>
#include <boost/hana/length.hpp>
#include <boost/hana/tuple.hpp>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/core/warnings_off.hpp>

#include <etad/call/traced/traceable.hpp>
#include <etad/core/members.hpp>
#include <etad/core/shape.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A template parameter with another scalar. Whole numbers behind the first parameter stay: they are
/// types of indices and the like.
template <class Parameter, class U, bool First>
struct rebound_parameter {
  using type = Parameter;
};
template <class Parameter, class U, bool First>
  requires(argument<Parameter> && (First || !std::is_integral_v<typename shape<Parameter>::scalar>))
struct rebound_parameter<Parameter, U, First> {
  using type = rebind<Parameter, U>;
};

/// What an instantiation of a class template is with another scalar. All parameters must be numbers or
/// structures of them: std::vector<U, std::allocator<double>> would not even compile.
template <class A>
struct with_scalar {};
template <template <class...> class Structure, class First, class... Rest>
  requires(argument<First>&&...&& argument<Rest>)
struct with_scalar<Structure<First, Rest...>> {
  template <class U>
  using type = Structure<typename rebound_parameter<First, U, true>::type,
                         typename rebound_parameter<Rest, U, false>::type...>;
};
template <template <class, auto...> class Structure, class First, auto Value, auto... Values>
  requires argument<First>
struct with_scalar<Structure<First, Value, Values...>> {
  template <class U>
  using type = Structure<typename rebound_parameter<First, U, true>::type, Value, Values...>;
};

template <class A>
inline constexpr bool is_adapted = boost::hana::Struct<A>::value;

/// An instantiation of a class template whose instantiation with double is adapted.
template <class A>
concept structure_of_scalar = std::is_class_v<A> && requires {
  requires is_adapted<typename with_scalar<A>::template type<double>>;
  requires !std::same_as<typename with_scalar<A>::template type<double>,
                         typename with_scalar<A>::template type<float>>;
};

/// What is adapted, but cannot have another scalar.
template <class A>
concept rigid_structure = std::is_class_v<A> && is_adapted<A> && !structure_of_scalar<A>;

/// Of which type the members are, and which of them are variables.
template <class A>
struct structure_members {
  template <class U>
  using rebind = typename with_scalar<A>::template type<U>;

  static constexpr int declared =
      decltype(boost::hana::length(boost::hana::accessors<rebind<double>>()))::value;
  static_assert(
      declared <= member_limit,
      "ETAD-054: etad requires structures of at most 32 members; this one has more. Group "
      "them in structures of their own.");
  // None where there are too many: nothing else shall be said of them.
  static constexpr int count = declared <= member_limit ? declared : 0;
  using indices = std::make_index_sequence<static_cast<std::size_t>(count)>;

  template <class Structure, std::size_t Index>
  using member = std::remove_cvref_t<
      std::tuple_element_t<Index, decltype(tie_members<count>(std::declval<Structure&>()))>>;

  /// A variable is what changes with the scalar of the structure.
  template <std::size_t Index>
  static constexpr bool is_variable =
      !std::same_as<member<rebind<double>, Index>, member<rebind<float>, Index>>;
  /// The value of an empty class is in its type.
  template <std::size_t Index>
  static constexpr bool is_data = !is_variable<Index> && !std::is_empty_v<member<A, Index>>;

  template <std::size_t... Index>
  static auto variables_of(std::index_sequence<Index...>) {
    static_assert(
        ((!is_variable<Index> || argument<member<A, Index>>)&&...),
        "ETAD-055: etad requires the members of a structure that depend on its scalar to be "
        "numbers or std::array, tuples and structures of numbers; another type was seen. Use "
        "std::array, or give a member that is no variable a type without the scalar.");
    return std::type_identity<decltype(std::tuple_cat(
        std::declval<std::conditional_t<is_variable<Index>, std::tuple<member<A, Index>>,
                                        std::tuple<>>>()...))>{};
  }
  /// Their types as a tuple.
  using variables = typename decltype(variables_of(indices{}))::type;
};

/// The leaves of a structure are those of its variables, one after the other.
template <structure_of_scalar A>
struct shape<A> {
  using members = structure_members<A>;
  using scalar = typename shape<typename members::variables>::scalar;
  static constexpr int leaves = shape<typename members::variables>::leaves;
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = typename members::template rebind<U>;

  template <class Value, class Visit>
  [[gnu::always_inline]] static constexpr void visit(Value& value, Visit& visitor) {
    for_each_variable(
        value, typename members::indices{},
        [&](auto of_member, auto& member)
            __attribute__((always_inline)) { decltype(of_member)::visit(member, visitor); });
  }
  template <class Value>
  [[gnu::always_inline]] static constexpr void clear(Value& value) {
    for_each_variable(
        value, typename members::indices{},
        [](auto of_member, auto& member)
            __attribute__((always_inline)) { decltype(of_member)::clear(member); });
  }

 private:
  template <class Value, std::size_t... Index, class Do>
  [[gnu::always_inline]] static constexpr void for_each_variable(Value& value,
                                                                 std::index_sequence<Index...>,
                                                                 const Do& act) {
    auto tied = tie_members<members::count>(value);
    const auto visit_member = [&]<std::size_t K>(std::integral_constant<std::size_t, K>)
        __attribute__((always_inline)) {
      if constexpr (members::template is_variable<K>) {
        act(shape<typename members::template member<A, K>>{}, std::get<K>(tied));
      }
    };
    (visit_member(std::integral_constant<std::size_t, Index>{}), ...);
  }
};

template <rigid_structure A>
struct shape<A> {
  static_assert(
      !std::is_class_v<A>,
      "ETAD-054: etad requires structures that are templates of their scalar, as template "
      "<class T> struct model { ... };, adapted with BOOST_HANA_DEFINE_STRUCT inside or with "
      "BOOST_HANA_ADAPT_STRUCT(model<double>, ...); one without such a parameter was seen. "
      "Make it a template.");
  using scalar = void;
  static constexpr int leaves = 0;
  static constexpr bool is_scalar = false;
  template <class>
  using rebind = A;
};

template <structure_of_scalar A>
struct data_members<A> {
  using members = structure_members<A>;

  template <std::size_t... Index>
  static constexpr bool any(std::index_sequence<Index...>) {
    return ((members::template is_data<Index> ||
             holds_data<typename members::template member<A, Index>>) ||
            ...);
  }
  static constexpr bool exist = any(typename members::indices{});

  static constexpr void copy(auto& to, const auto& from) {
    copy_each(tie_members<members::count>(to), tie_members<members::count>(from),
              typename members::indices{});
  }

 private:
  template <std::size_t... Index>
  static constexpr void copy_each(const auto& to, const auto& from, std::index_sequence<Index...>) {
    const auto copy_member = [&]<std::size_t K>(std::integral_constant<std::size_t, K>) {
      if constexpr (members::template is_data<K>) {
        std::get<K>(to) = std::get<K>(from);
      } else if constexpr (members::template is_variable<K>) {
        data_members<typename members::template member<A, K>>::copy(std::get<K>(to),
                                                                    std::get<K>(from));
      }
    };
    (copy_member(std::integral_constant<std::size_t, Index>{}), ...);
  }
};

}  // namespace etad::inline ETAD_ABI::detail

#include <etad/core/warnings_on.hpp>
