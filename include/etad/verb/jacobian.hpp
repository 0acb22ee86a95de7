// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include <etad/core/matrix.hpp>
#include <etad/verb/jacobian_task.hpp>
#include <etad/verb/mode.hpp>
#include <etad/verb/verb.hpp>

namespace etad::inline ETAD_ABI {

/// A value together with its Jacobian.
template <class Value, class Jacobian>
struct value_and_jacobian_result {
  Value value;
  Jacobian jacobian;

  bool operator==(const value_and_jacobian_result&) const = default;

  template <class U>
  using rebind = value_and_jacobian_result<detail::rebind<Value, U>, detail::rebind<Jacobian, U>>;
  static constexpr auto parts(auto& self) { return std::tie(self.value, self.jacobian); }
};

namespace detail {

/// The type of a Jacobian with M rows: a matrix, or a tuple of blocks for several array arguments.
template <class T, int Rows, class... A>
auto jacobian_blocks(const std::tuple<A...>&) {
  if constexpr (sizeof...(A) == 1 || (shape<A>::is_scalar && ...)) {
    using first = std::tuple_element_t<0, std::tuple<A...>>;
    constexpr auto columns = static_cast<std::size_t>((0 + ... + shape<A>::leaves));
    return typename matrix_beside<first, T, Rows, columns>::type{};
  } else {
    return std::tuple<
        typename matrix_beside<A, T, Rows, static_cast<std::size_t>(shape<A>::leaves)>::type...>{};
  }
}
template <class Call>
using jacobian_result = decltype(jacobian_blocks<typename Call::scalar, Call::results>(
    std::declval<typename Call::selected_arguments>()));

}  // namespace detail

template <class F, class Wrt, detail::jacobian_mode Mode>
struct jacobian_function : detail::verb<jacobian_function<F, Wrt, Mode>, F> {
  template <class... A>
  struct plan {
    using call = detail::call_in_mode<Mode, F, Wrt, A...>;
    using scalar = typename call::scalar;
    using task = detail::jacobian_task<detail::wanted_outputs<false>, Mode>;
    using result = detail::jacobian_result<call>;
    static constexpr auto parts(result& r) { return std::tie(r); }
  };

  constexpr auto at_run_time() const {
    return detail::run_time_jacobian<F, Wrt, false, Mode>{this->differentiated};
  }
};

template <class F, class Wrt, detail::jacobian_mode Mode>
struct value_and_jacobian_function : detail::verb<value_and_jacobian_function<F, Wrt, Mode>, F> {
  template <class... A>
  struct plan {
    using call = detail::call_in_mode<Mode, F, Wrt, A...>;
    using scalar = typename call::scalar;
    using task = detail::jacobian_task<detail::wanted_outputs<true>, Mode>;
    using result = value_and_jacobian_result<typename call::result, detail::jacobian_result<call>>;
    static constexpr auto parts(result& r) { return result::parts(r); }
  };

  constexpr auto at_run_time() const {
    return detail::run_time_jacobian<F, Wrt, true, Mode>{this->differentiated};
  }
};

/// The Jacobian matrix J(i, j) = df_i/dx_j, rows over the numbers in f(x), columns over those in
/// the arguments.
///
/// One argument, or scalars only: one etad::matrix. Several arguments with an array among them: a
/// std::tuple with one matrix for each. `wrt<I...>` selects arguments. The mode with the fewest
/// operations is chosen by counting at compile time; `forward`, `reverse` or `elimination` force
/// one. Errors: ETAD-010 to ETAD-013.
template <class F, int... Index>
constexpr auto jacobian(F f,
                        wrt_t<Index...> = {}) noexcept(std::is_nothrow_copy_constructible_v<F>) {
  return jacobian_function<F, wrt_t<Index...>, detail::jacobian_mode::automatic>{{std::move(f)}};
}
template <class F, detail::jacobian_mode Mode, int... Index>
constexpr auto jacobian(F f, mode_tag<Mode>,
                        wrt_t<Index...> = {}) noexcept(std::is_nothrow_copy_constructible_v<F>) {
  return jacobian_function<F, wrt_t<Index...>, Mode>{{std::move(f)}};
}
template <class F, detail::jacobian_mode Mode, int... Index>
constexpr auto jacobian(F f, wrt_t<Index...>,
                        mode_tag<Mode>) noexcept(std::is_nothrow_copy_constructible_v<F>) {
  return jacobian_function<F, wrt_t<Index...>, Mode>{{std::move(f)}};
}

/// The value and the Jacobian in one run: `auto [v, J] = value_and_jacobian(f)(x)`.
template <class F, int... Index>
constexpr auto value_and_jacobian(F f, wrt_t<Index...> = {}) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  return value_and_jacobian_function<F, wrt_t<Index...>, detail::jacobian_mode::automatic>{
      {std::move(f)}};
}
template <class F, detail::jacobian_mode Mode, int... Index>
constexpr auto value_and_jacobian(F f, mode_tag<Mode>, wrt_t<Index...> = {}) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  return value_and_jacobian_function<F, wrt_t<Index...>, Mode>{{std::move(f)}};
}
template <class F, detail::jacobian_mode Mode, int... Index>
constexpr auto value_and_jacobian(F f, wrt_t<Index...>, mode_tag<Mode>) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  return value_and_jacobian_function<F, wrt_t<Index...>, Mode>{{std::move(f)}};
}

}  // namespace etad::inline ETAD_ABI
