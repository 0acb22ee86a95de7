// SPDX-License-Identifier: MIT
// The Jacobian program of a call in one mode.
#pragma once

#include <etad/call/traced/call.hpp>
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

template <class Call, class Wanted, jacobian_mode Mode>
struct jacobian_derivation {
  /// A slope for each row at most, of a Hessian for each input.
  static constexpr bool is_short =
      Call::source::value.size *
          (Wanted::symmetric ? Call::source::value.inputs : Call::source::value.output_count) <=
      always_fits;
  static constexpr bool ends() {
    return freeze(jacobian_program<Mode>(thaw(Call::source::value), request_of<Call, Wanted>()))
               .size >= 0;
  }
  static constexpr wide_schedule value =
      freeze(jacobian_program<Mode>(thaw(Call::source::value), request_of<Call, Wanted>()));
};

/// Call's Jacobian in one mode.
template <class Call, class Wanted, jacobian_mode Mode>
struct jacobian_candidate : pruned<jacobian_derivation<Call, Wanted, Mode>> {
  static constexpr double cost = cost_of(regular_wide<jacobian_candidate>::value);
};

}  // namespace etad::inline ETAD_ABI::detail
