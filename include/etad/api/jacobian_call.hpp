// SPDX-License-Identifier: MIT
// The Jacobian program of a call, in the mode asked for or the cheapest.
#pragma once

#include <etad/api/call.hpp>
#include <etad/ir/cost.hpp>

namespace etad::inline ETAD_ABI::detail {

/// What to differentiate: the outputs of Call's function from the First-th on, and whether to
/// return all of its values, too; every entry or only the structural nonzeros.
template <bool WithValue, int First = 0, bool Symmetric = false, bool Sparse = false>
struct wanted_outputs {
  static constexpr bool with_value = WithValue;
  static constexpr int first = First;
  static constexpr bool symmetric = Symmetric;
  static constexpr bool sparse = Sparse;
};

/// The columns of a Jacobian are one block if there is one differentiated argument or all are
/// scalars; else there is one block for each.
template <class... A>
constexpr buffer<std::size_t> argument_blocks(const std::tuple<A...>*) {
  if constexpr (sizeof...(A) == 1 || (shape<A>::is_scalar && ...)) {
    return {static_cast<std::size_t>((0 + ... + shape<A>::leaves))};
  } else {
    return {static_cast<std::size_t>(shape<A>::leaves)...};
  }
}

template <class Call, class Wanted>
constexpr jacobian_request request_of() {
  jacobian_request r;
  r.with_value = Wanted::with_value;
  r.first_output = static_cast<std::size_t>(Wanted::first);
  r.symmetric = Wanted::symmetric;
  r.sparse = Wanted::sparse;
  r.wanted = Call::wanted();
  // A pointer, since number classes have no values in constant evaluation.
  r.column_blocks = argument_blocks(static_cast<typename Call::selected_arguments*>(nullptr));
  if (Wanted::symmetric) {
    r.row_blocks = r.column_blocks;
  } else {
    r.row_blocks = {static_cast<std::size_t>(Call::results - Wanted::first)};
  }
  return r;
}

/// Call's Jacobian in one mode.
template <class Call, class Wanted, jacobian_mode Mode>
struct jacobian_candidate {
  static constexpr wide_schedule unpruned =
      freeze(jacobian_program(thaw(Call::source::value), request_of<Call, Wanted>(), Mode));
  static constexpr wide_schedule value = freeze(without_dead_code(thaw(unpruned)));
  static constexpr double cost = cost_of(regular_wide<jacobian_candidate>::value);
};

template <class First, class... Rest>
struct cheapest {
  using type = First;
};
template <class First, class Second, class... Rest>
struct cheapest<First, Second, Rest...> {
  using type = typename cheapest<std::conditional_t<(Second::cost < First::cost), Second, First>,
                                 Rest...>::type;
};

template <class Call, class Wanted>
struct automatic_mode {
  static constexpr jacobian_mode value =
      cheapest_mode(thaw(Call::source::value), static_cast<std::size_t>(Wanted::first),
                    Call::wanted(), Wanted::symmetric);
};

template <class Call, class Wanted, jacobian_mode Mode>
constexpr auto choose_jacobian() {
  using enum jacobian_mode;
  if constexpr (Mode == automatic) {
    return jacobian_candidate<Call, Wanted, automatic_mode<Call, Wanted>::value>{};
  } else if constexpr (Mode == elimination) {
    return typename cheapest<jacobian_candidate<Call, Wanted, eliminate_markowitz>,
                             jacobian_candidate<Call, Wanted, eliminate_reverse>,
                             jacobian_candidate<Call, Wanted, eliminate_forward>>::type{};
  } else {
    return jacobian_candidate<Call, Wanted, Mode>{};
  }
}

/// The program that computes what is wanted of Call, in the mode asked for or the cheapest.
template <class Call, class Wanted, jacobian_mode Mode = jacobian_mode::automatic>
using jacobian_of = decltype(choose_jacobian<typename Call::shape_call, Wanted, Mode>());

}  // namespace etad::inline ETAD_ABI::detail
