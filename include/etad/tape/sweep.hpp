// SPDX-License-Identifier: MIT
// The sweep through a tape from its end to its beginning.
#pragma once

#include <etad/tape/recorder.hpp>
#include <etad/tape/variable.hpp>

namespace etad::inline ETAD_ABI::detail {

/// No part of a number and its tangents is NaN.
template <class T>
constexpr bool is_number_throughout(const T& x) {
  if constexpr (requires { x.all_tangents(); }) {
    bool numbers = is_number_throughout(x.value());
    for (int k = 0; k < T::tangents; ++k) {
      numbers = numbers && is_number_throughout(x.all_tangents()[k]);
    }
    return numbers;
  } else {
    return x == x;
  }
}

/// The share of an argument where a zero wins, of a dual in each of its parts.
template <class T>
constexpr T careful_share(const T& weight, const T& adjoint) {
  if constexpr (requires { weight.all_tangents(); }) {
    return out_of_rule_of<T>(product_or_zero(in_rule_of<T>(weight), in_rule_of<T>(adjoint)));
  } else {
    return product_or_zero(weight, adjoint);
  }
}

template <class T>
[[gnu::always_inline]] inline void accumulate(T& adjoint, const T& weight, const T& by) {
  if constexpr (std::is_arithmetic_v<T>) {
    adjoint = multiply_add(weight, by, adjoint);
  } else {
    T share = weight * by;
    if (!is_number_throughout(share)) [[unlikely]]
      share = careful_share(weight, by);
    adjoint += share;
  }
}

/// An adjoint with which plain products are right.
template <class T>
constexpr bool is_plain_adjoint([[maybe_unused]] const T& x) {
  if constexpr (std::is_arithmetic_v<T>) {
    return is_finite(x);
  } else if constexpr (requires { x.all_tangents(); }) {
    bool plain = is_plain_adjoint(x.value());
    for (int k = 0; k < T::tangents; ++k) plain = plain && is_plain_adjoint(x.all_tangents()[k]);
    return plain;
  } else {
    return false;
  }
}

/// Whether zeros among the weights of a record are doubtful: an argument of the index 0 says so.
template <class T>
bool has_doubtful_zeros(const std::byte* p, const std::byte* end) {
  using stored = argument_layout<T>;
  while (p != end && stored::index(p) != 0) p += stored::size;
  return p != end;
}
/// The same where a zero does not win if it is a doubtful weight: one that is too small for a number since something
/// overflowed.
template <class T>
constexpr T careful_share(const T& weight, const T& adjoint, bool doubtful) {
  return doubtful && vanishes(weight) && !vanishes(adjoint) ? T(weight * adjoint)
                                                            : careful_share(weight, adjoint);
}

/// The arguments of a record get their share of its adjoint.
template <class T>
[[gnu::noinline, gnu::cold]] void spread_careful(const T adjoint, const std::byte* p,
                                                 const std::byte* end, T* adjoints) {
  using stored = argument_layout<T>;
  const bool doubtful = !is_finite(plain_value(adjoint)) && has_doubtful_zeros<T>(p, end);
  for (; p != end; p += stored::size) {
    const T share = careful_share(T(stored::weight(p)), adjoint, doubtful);
    if (!vanishes(share)) adjoints[stored::index(p)] += share;
  }
}
template <class T>
[[gnu::always_inline]] inline void spread(const T adjoint, const std::byte* p, const std::byte* end,
                                          T* adjoints) {
  using stored = argument_layout<T>;
  if (vanishes(adjoint)) return;
  if (!is_plain_adjoint(adjoint)) [[unlikely]]
    return spread_careful(adjoint, p, end, adjoints);
  for (; p != end; p += stored::size) {
    accumulate(adjoints[stored::index(p)], stored::weight(p), adjoint);
  }
}

/// Walks through the records from the last to the first: statement(index of the result, first argument, end of the
/// arguments), kernel(kernel, arguments, index of the first result, results) and block(block, index of the first
/// result, results).
template <class T, class Statement, class Kernel, class Block>
[[gnu::always_inline]] inline void walk_backward(const recorder<T>& tape, Statement statement,
                                                 Kernel kernel, Block block) {
  if (tape.memory().empty()) return;
  tape_index next = tape.count();
  for (std::size_t k = tape.memory().current() + 1; k-- > 0;) {
    const tape_chunk chunk = tape.written(k);
    const std::byte* arguments = chunk.arguments;
    const std::uint32_t* const end = chunk.end_of_words();
    for (const std::uint32_t* word = chunk.words; word != end;) {
      const std::uint32_t w = *word++;
      switch (kind_of(w)) {
        case record_kind::statement: {
          const std::byte* const first = arguments - argument_bytes_of(w);
          statement(next--, first, arguments);
          arguments = first;
          break;
        }
        case record_kind::addition: {
          const std::byte* const first = arguments - argument_bytes_of(w);
          statement(*word++, first, arguments);
          arguments = first;
          break;
        }
        case record_kind::inputs:
          next -= count_of(w);
          break;
        case record_kind::block: {
          next -= count_of(w);
          const std::uint32_t which = *word++;
          if (const tape_kernel<T>* const found = tape.kernel(which)) {
            arguments -= found->inputs * argument_layout<T>::size;
            kernel(*found, arguments, next + 1, count_of(w));
          } else {
            block(tape.block(which), next + 1, count_of(w));
          }
          break;
        }
      }
    }
  }
}

/// Takes the adjoints of all values, of which those of the results are seeded, to what they depend on.
/// `adjoints` has count() + 1 elements, element 0 for constants.
template <class T>
void sweep(const recorder<T>& tape, T* adjoints) {
  walk_backward(
      tape,
      [&](tape_index result, const std::byte* first, const std::byte* last)
          __attribute__((always_inline)) { spread(adjoints[result], first, last, adjoints); },
      [&](const tape_kernel<T>& record, const std::byte* arguments, tape_index first, std::size_t) {
        record.sweep(arguments, adjoints, first);
      },
      [&](const tape_block<T>& block, tape_index first, std::size_t) {
        block.sweep(adjoints, first);
      });
}

}  // namespace etad::inline ETAD_ABI::detail
