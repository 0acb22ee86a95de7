// SPDX-License-Identifier: MIT
// Arithmetic of tangents: linear combinations with partial derivatives as coefficients.
//
// A zero times anything is +0: in constant evaluation always, at run time where a partial is 0,
// infinite or NaN, which is tested once for all tangents of an operation. Everywhere else plain
// products, to which +0 is added where they stand alone, so that a tangent of 0 remains +0 whatever
// the sign of the partial; with fused multiply-add that costs nothing.
#pragma once

#include <type_traits>

#include <etad/core/operations/arithmetic.hpp>
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

/// p*x, where a zero x wins over an infinity or NaN: nothing changes along that direction.
template <class T>
constexpr T directional_product(const T& p, const T& x) {
  if constexpr (is_dual<T>) {
    T r(directional_product(p.value(), x.value()));
    for (int k = 0; k < T::tangents; ++k) {
      r.set_tangent(k, sum(directional_product(p.value(), x.all_tangents()[k]),
                           directional_product(p.all_tangents()[k], x.value())));
    }
    return r;
  } else {
    return sum(operation<opcode::steep_multiply>::value(p, x), T(0));
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
template <class T, class Store>
[[gnu::noinline, gnu::cold]] constexpr Store scaled_directional(T partial, Store x) {
  using element = typename Store::element;
  const element p(partial);
  return Store(each_element{}, [&](int k) { return directional_product(p, x.elements[k]); });
}
template <class T, class Store>
[[gnu::noinline, gnu::cold]] constexpr Store combined_directional(T partial_x, Store x, T partial_y,
                                                                  Store y) {
  using element = typename Store::element;
  const element p(partial_x), q(partial_y);
  return Store(each_element{}, [&](int k) {
    return sum(directional_product(p, x.elements[k]), directional_product(q, y.elements[k]));
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
  if (std::is_constant_evaluated()) return scaled_directional(partial, x);
  using element = typename Store::element;
  const element p(partial);
  return Store(each_element{}, [&](int k) { return plain_product(p, x.elements[k]); });
}
template <class T, class Store>
constexpr Store combined_plain(const T& partial_x, const Store& x, const T& partial_y,
                               const Store& y) {
  if (std::is_constant_evaluated()) return combined_directional(partial_x, x, partial_y, y);
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

/// Whether zeros among the partials at these operands are to be trusted: at an infinite operand, which
/// may have overflowed, a slope of zero may be the limit of one that is not.
template <class... X>
constexpr bool trusts_zeros(const X&... operands) {
  return (all_finite(operands) && ...);
}

/// p*x for a partial p at these operands.
template <class T, class Store, class... X>
constexpr Store scaled(const T& p, const Store& x, const X&... operands) {
  if (!is_regular(p)) {
    return trusts_zeros(operands...) ? scaled_singular(p, x) : scaled_directional(p, x);
  }
  return scaled_plain(p, x);
}
/// p*x + q*y
template <class T, class Store, class... X>
constexpr Store combined(const T& p, const Store& x, const T& q, const Store& y,
                         const X&... operands) {
  if (!are_regular(p, q)) {
    return trusts_zeros(operands...) ? combined_singular(p, x, q, y)
                                     : combined_directional(p, x, q, y);
  }
  return combined_plain(p, x, q, y);
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
