// SPDX-License-Identifier: MIT
// Jacobians whose packs fill the vector registers of an instruction set that is named.
#pragma once

#include <concepts>
#include <utility>

#include <etad/lane/simd.hpp>
#include <etad/verb/sparse_jacobian.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// The registers of xsimd's batches of Arch.
template <class Arch>
struct simd_registers {
  template <class T>
  static constexpr int lanes_for() {
    if constexpr (std::same_as<T, float> || std::same_as<T, double>) {
      return static_cast<int>(xsimd::batch<T, Arch>::size);
    } else {
      return 0;
    }
  }
  template <class T>
  static constexpr int lanes = lanes_for<T>();
};

template <class Wanted, jacobian_mode Mode, class Arch>
struct simd_jacobian_task : jacobian_task<Wanted, Mode> {
  template <class Call>
  using program = jacobian_of<Call, Wanted, Mode, simd_registers<Arch>>;
};

template <class F, class Wrt, jacobian_mode Mode, class Arch>
struct simd_jacobian_function : verb<simd_jacobian_function<F, Wrt, Mode, Arch>, F> {
  template <class... A>
  struct plan : jacobian_function<F, Wrt, Mode>::template plan<A...> {
    using task = simd_jacobian_task<wanted_outputs<false>, Mode, Arch>;
  };
  constexpr auto at_run_time() const {
    return run_time_jacobian<F, Wrt, false>{this->differentiated};
  }
};

template <class F, class Wrt, jacobian_mode Mode, class Arch>
struct simd_value_and_jacobian_function
    : verb<simd_value_and_jacobian_function<F, Wrt, Mode, Arch>, F> {
  template <class... A>
  struct plan : value_and_jacobian_function<F, Wrt, Mode>::template plan<A...> {
    using task = simd_jacobian_task<wanted_outputs<true>, Mode, Arch>;
  };
  constexpr auto at_run_time() const {
    return run_time_jacobian<F, Wrt, true>{this->differentiated};
  }
};

template <class F, class Wrt, jacobian_mode Mode, class Arch>
struct simd_sparse_jacobian_function : verb<simd_sparse_jacobian_function<F, Wrt, Mode, Arch>, F> {
  template <class... A>
  struct plan : sparse_jacobian_function<F, Wrt, Mode>::template plan<A...> {
    using task = simd_jacobian_task<wanted_outputs<false, 0, false, true>, Mode, Arch>;
  };
  constexpr auto at_run_time() const { return refuse_run_time_sizes<F, Wrt>(this->differentiated); }
};

}  // namespace detail

namespace simd {

/// etad::jacobian with packs as wide as the registers of Arch, where etad::jacobian takes at most 32
/// bytes: with AVX-512 eight doubles. Without a mode, packs are taken where the count of operations says
/// that they are the cheapest; `lanes` forces them. Same results up to rounding.
template <class Arch = xsimd::default_arch, class F, int... Index>
constexpr auto jacobian(F f, wrt_t<Index...> = {}) {
  return detail::simd_jacobian_function<F, wrt_t<Index...>, detail::jacobian_mode::automatic, Arch>{
      {std::move(f)}};
}
template <class Arch = xsimd::default_arch, class F, detail::jacobian_mode Mode, int... Index>
constexpr auto jacobian(F f, mode_tag<Mode>, wrt_t<Index...> = {}) {
  return detail::simd_jacobian_function<F, wrt_t<Index...>, Mode, Arch>{{std::move(f)}};
}

/// etad::value_and_jacobian likewise.
template <class Arch = xsimd::default_arch, class F, int... Index>
constexpr auto value_and_jacobian(F f, wrt_t<Index...> = {}) {
  return detail::simd_value_and_jacobian_function<F, wrt_t<Index...>,
                                                  detail::jacobian_mode::automatic, Arch>{
      {std::move(f)}};
}
template <class Arch = xsimd::default_arch, class F, detail::jacobian_mode Mode, int... Index>
constexpr auto value_and_jacobian(F f, mode_tag<Mode>, wrt_t<Index...> = {}) {
  return detail::simd_value_and_jacobian_function<F, wrt_t<Index...>, Mode, Arch>{{std::move(f)}};
}

/// etad::sparse_jacobian likewise.
template <class Arch = xsimd::default_arch, class F, int... Index>
constexpr auto sparse_jacobian(F f, wrt_t<Index...> = {}) {
  return detail::simd_sparse_jacobian_function<F, wrt_t<Index...>, detail::jacobian_mode::automatic,
                                               Arch>{{std::move(f)}};
}
template <class Arch = xsimd::default_arch, class F, detail::jacobian_mode Mode, int... Index>
constexpr auto sparse_jacobian(F f, mode_tag<Mode>, wrt_t<Index...> = {}) {
  return detail::simd_sparse_jacobian_function<F, wrt_t<Index...>, Mode, Arch>{{std::move(f)}};
}

}  // namespace simd
}  // namespace etad::inline ETAD_ABI
