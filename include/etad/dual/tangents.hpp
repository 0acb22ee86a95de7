// SPDX-License-Identifier: MIT
// Arithmetic of tangents: linear combinations with partial derivatives as coefficients.
//
// A zero times anything is +0: in constant evaluation always, at run time where a partial is 0,
// infinite or NaN, which is tested once for all tangents of an operation. Everywhere else plain
// products, to which +0 is added where they stand alone, so that a tangent of 0 remains +0 whatever
// the sign of the partial; with fused multiply-add that costs nothing.
#pragma once

#include <limits>
#include <type_traits>

#include <etad/core/operations/arithmetic.hpp>
#include <etad/core/overflow.hpp>
#include <etad/dual/careful.hpp>
#include <etad/dual/dual.hpp>

namespace etad::inline ETAD_ABI::detail {

constexpr bool all(bool mask) noexcept { return mask; }

/// Finite, as are all its tangents if it is a dual.
template <class T>
constexpr bool all_finite(const T& x) {
  if constexpr (is_dual<T>) {
    bool finite = all_finite(x.value());
    for (int k = 0; k < T::tangents; ++k) finite = finite && all_finite(x.all_tangents()[k]);
    return finite;
  } else {
    return all(is_finite(x));
  }
}

/// True if plain products with the partial p are right: it is neither zero, infinite nor NaN.
template <class T>
constexpr bool is_regular(const T& p) {
  if constexpr (is_dual<T>) {
    return all(p != T(0)) && all_finite(p);
  } else {
    const T size = abs(p);
    return all(both(size > T(0), is_finite(size)));
  }
}
/// The same for two partials. A product that under- or overflows just takes the longer way.
template <class T>
constexpr bool are_regular(const T& p, const T& q) {
  if constexpr (is_dual<T>) {
    return is_regular(p) && is_regular(q);
  } else {
    return is_regular(product(p, q));
  }
}

/// Where no overflow is looked for.
struct nothing_hidden {};

/// p*x, where a zero x wins over an infinity or NaN: nothing changes along that direction. Where an operand
/// may have overflowed, `hidden`, the zeros and infinities that p has there tell nothing of the slope along
/// a large x, nor its infinities where the tangent of the other operand, `beside`, is large.
template <class T, class Mask>
constexpr T directional_product(const T& p, const T& x, const Mask& hidden, const T& beside) {
  if constexpr (is_dual<T>) {
    T r(directional_product(p.value(), x.value(), hidden, beside.value()));
    for (int k = 0; k < T::tangents; ++k) {
      r.set_tangent(
          k, sum(directional_product(p.value(), x.all_tangents()[k], hidden, beside.value()),
                 directional_product(p.all_tangents()[k], x.value(), hidden, beside.value())));
    }
    return r;
  } else if constexpr (std::same_as<Mask, nothing_hidden>) {
    return sum(operation<opcode::steep_multiply>::value(p, x), T(0));
  } else {
    const T limit = constant_like(x, small_beside_overflow);
    const auto unknown = either(both(!is_finite(p), both(abs(beside) > limit, x != T(0))),
                                both(either(p == T(0), !is_finite(p)), abs(x) > limit));
    const auto known = [&] { return directional_product(p, x, nothing_hidden{}, beside); };
    const auto nan = [&] { return constant_like(x, std::numeric_limits<double>::quiet_NaN()); };
    if constexpr (std::same_as<Mask, bool>) {
      return hidden ? choose(unknown, nan, known) : known();
    } else {
      return choose(both(hidden, unknown), nan, known);
    }
  }
}

/// x*y, where a zero wins over an infinity or NaN.
template <class T>
constexpr T absolute_zero_product(const T& x, const T& y) {
  if constexpr (is_dual<T>) {
    T r(absolute_zero_product(x.value(), y.value()));
    for (int k = 0; k < T::tangents; ++k) {
      r.set_tangent(k, sum(absolute_zero_product(x.value(), y.all_tangents()[k]),
                           absolute_zero_product(y.value(), x.all_tangents()[k])));
    }
    return r;
  } else {
    return sum(operation<opcode::zero_multiply>::value(x, y), T(0));
  }
}

/// For rules that run on duals: the value and the tangents of a product whose zeros win.
template <class T>
  requires is_dual<T>
constexpr T steep_product(const T& x, const T& y) { return absolute_zero_product(x, y); }

// The cold side takes and returns stores by value, so that on the hot side they can stay in
// registers.
template <class T, class Store>
[[gnu::noinline, gnu::cold]] constexpr Store scaled_singular(T partial, Store x) {
  using element = typename Store::element;
  const element p(partial);
  return Store(each_element{}, [&](int k) { return absolute_zero_product(p, x.elements[k]); });
}
template <class T, class Store, class Mask>
[[gnu::noinline, gnu::cold]] constexpr Store scaled_directional(T partial, Store x, Mask hidden) {
  using element = typename Store::element;
  const element p(partial);
  return Store(each_element{},
               [&](int k) { return directional_product(p, x.elements[k], hidden, element(T(0))); });
}
template <class T, class Store, class Mask>
[[gnu::noinline, gnu::cold]] constexpr Store combined_directional(T partial_x, Store x, T partial_y,
                                                                  Store y, Mask hidden) {
  using element = typename Store::element;
  const element p(partial_x), q(partial_y);
  return Store(each_element{}, [&](int k) {
    return sum(directional_product(p, x.elements[k], hidden, y.elements[k]),
               directional_product(q, y.elements[k], hidden, x.elements[k]));
  });
}
template <class T, class Store>
[[gnu::noinline, gnu::cold]] constexpr Store combined_singular(T partial_x, Store x, T partial_y,
                                                               Store y) {
  using element = typename Store::element;
  const element p(partial_x), q(partial_y);
  return Store(each_element{}, [&](int k) {
    return sum(absolute_zero_product(p, x.elements[k]), absolute_zero_product(q, y.elements[k]));
  });
}

template <class T, class Store>
constexpr Store combined_plain(const T& partial_x, const Store& x, const T& partial_y,
                               const Store& y);

// p*x + 0 and p*x + q*y + 0

template <class T>
constexpr T plain_product(const T& p, const T& x) {
  if constexpr (is_dual<T>) {
    return T(plain_product(p.value(), x.value()), [&] {
      return combined_plain(p.value(), x.all_tangents(), x.value(), p.all_tangents());
    });
  } else {
    return multiply_add(p, x, T(0));
  }
}
template <class T>
constexpr T plain_combination(const T& p, const T& x, const T& q, const T& y) {
  if constexpr (is_dual<T>) {
    return sum(plain_product(p, x), plain_product(q, y));
  } else {
    return multiply_add(p, x, multiply_add(q, y, T(0)));
  }
}

/// p*x without a test: for partials that are arguments themselves.
template <class T, class Store>
constexpr Store scaled_plain(const T& partial, const Store& x) {
  if (std::is_constant_evaluated()) return scaled_directional(partial, x, nothing_hidden{});
  using element = typename Store::element;
  const element p(partial);
  return Store(each_element{}, [&](int k) { return plain_product(p, x.elements[k]); });
}
template <class T, class Store>
constexpr Store combined_plain(const T& partial_x, const Store& x, const T& partial_y,
                               const Store& y) {
  if (std::is_constant_evaluated())
    return combined_directional(partial_x, x, partial_y, y, nothing_hidden{});
  using element = typename Store::element;
  const element p(partial_x), q(partial_y);
  return Store(each_element{},
               [&](int k) { return plain_combination(p, x.elements[k], q, y.elements[k]); });
}

// Tangents of a product r, tested only where D is careful: if r is finite, so are the factors.
template <class D, class T, class Store>
constexpr Store scaled_by_factor(const T& r, const T& p, const Store& x) {
  if constexpr (is_careful<D>) {
    if (!all_finite(r)) return scaled_singular(p, x);
  }
  return scaled_plain(p, x);
}
template <class D, class T, class Store>
constexpr Store combined_by_factors(const T& r, const T& p, const Store& x, const T& q,
                                    const Store& y) {
  if constexpr (is_careful<D>) {
    if (!all_finite(r)) return combined_singular(p, x, q, y);
  }
  return combined_plain(p, x, q, y);
}

/// A number without tangents is finite; a mask for lanes.
template <class X>
constexpr auto has_finite_value(const X& x) {
  if constexpr (is_dual<X>) {
    return has_finite_value(x.value());
  } else {
    return is_finite(x);
  }
}
/// Where an operand is infinite.
template <class X, class... Rest>
constexpr auto may_hide_overflow(const X& x, const Rest&... rest) {
  if constexpr (sizeof...(Rest) == 0) {
    return !has_finite_value(x);
  } else {
    return either(!has_finite_value(x), may_hide_overflow(rest...));
  }
}
/// A small number divided by one that overflowed.
template <class X>
constexpr bool is_small_over_infinity(const X& x, const X& y) {
  if constexpr (is_dual<X>) {
    return is_small_over_infinity(x.value(), y.value());
  } else {
    return all(both(abs(x) <= constant_like(x, small_beside_overflow),
                    abs(y) > constant_like(y, small_beside_overflow)));
  }
}

/// Whether zeros among the partials at these operands are to be trusted: at an infinite operand, which
/// may have overflowed, a slope of zero may be the limit of one that is not.
template <class... X>
constexpr bool trusts_zeros(opcode op, const X&... operands) {
  if (settles(op) || (all_finite(operands) && ...)) return true;
  if constexpr (sizeof...(X) == 2) {
    return op == opcode::divide && is_small_over_infinity(operands...);
  } else {
    return false;
  }
}

template <class Store>
constexpr bool has_finite_elements(const Store& x) {
  bool finite = true;
  for (const auto& element : x.elements) finite = finite && all_finite(element);
  return finite;
}

// The same code for all operations, out of the way of the regular products.
template <class T, class Store, class... X>
[[gnu::noinline, gnu::cold]] constexpr Store scaled_irregular(T p, Store x, opcode op,
                                                              X... operands) {
  if (trusts_zeros(op, operands...)) return scaled_singular(p, x);
  return hides_overflow(op) ? scaled_directional(p, x, may_hide_overflow(operands...))
                            : scaled_directional(p, x, nothing_hidden{});
}
template <class T, class Store, class... X>
[[gnu::noinline, gnu::cold]] constexpr Store combined_irregular(T p, Store x, T q, Store y,
                                                                opcode op, X... operands) {
  // A slope that is not known, divided by an overflowed number, is not known either.
  const bool quotient_of_unknown =
      op == opcode::divide && !(all_finite(operands) && ...) && !has_finite_elements(x);
  if (!quotient_of_unknown && trusts_zeros(op, operands...)) return combined_singular(p, x, q, y);
  return hides_overflow(op) ? combined_directional(p, x, q, y, may_hide_overflow(operands...))
                            : combined_directional(p, x, q, y, nothing_hidden{});
}

/// p*x for a partial p of Op at these operands.
template <opcode Op, class T, class Store, class... X>
constexpr Store scaled(const T& p, const Store& x, const X&... operands) {
  return is_regular(p) ? scaled_plain(p, x) : scaled_irregular(p, x, Op, operands...);
}
/// p*x for a stated partial.
template <class T, class Store>
constexpr Store scaled(const T& p, const Store& x) {
  return is_regular(p) ? scaled_plain(p, x) : scaled_singular(p, x);
}
/// p*x + q*y
template <opcode Op, class T, class Store, class... X>
constexpr Store combined(const T& p, const Store& x, const T& q, const Store& y,
                         const X&... operands) {
  return are_regular(p, q) ? combined_plain(p, x, q, y)
                           : combined_irregular(p, x, q, y, Op, operands...);
}

/// p*x for a partial that is often zero: selections and step functions.
template <class T, class Store>
constexpr Store selected(const T& partial, const Store& x) {
  using element = typename Store::element;
  const element p(partial);
  return Store(each_element{}, [&](int k) { return absolute_zero_product(p, x.elements[k]); });
}

template <class Store>
constexpr Store added(const Store& x, const Store& y) {
  return Store(each_element{}, [&](int k) { return sum(x.elements[k], y.elements[k]); });
}
template <class Store>
constexpr Store subtracted(const Store& x, const Store& y) {
  return Store(each_element{}, [&](int k) { return difference(x.elements[k], y.elements[k]); });
}

/// 0 - x, never -0.
template <class Store>
constexpr Store negated(const Store& x) {
  using element = typename Store::element;
  return Store(each_element{}, [&](int k) { return difference(element(0), x.elements[k]); });
}

}  // namespace etad::inline ETAD_ABI::detail
