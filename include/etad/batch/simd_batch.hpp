// SPDX-License-Identifier: MIT
// vmap and sum_over on the vector registers of the machine.
#pragma once

#include <etad/batch/map.hpp>
#include <etad/batch/sum_over_elements.hpp>
#include <etad/batch/vmap.hpp>
#include <etad/lane/simd.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

template <class Arch>
struct simd_batch {
  template <class T>
  using pack = etad::pack<T, simd_lanes<Arch>>;
};

}  // namespace detail

namespace simd {

/// etad::vmap with xsimd lanes: vector code for what docs/lanes.md lists, with the accuracy stated
/// there.
template <class Arch = xsimd::default_arch, class G>
constexpr vmap_function<G, detail::simd_batch<Arch>> vmap(G g) noexcept {
  return {g};
}

/// etad::sum_over with xsimd lanes.
template <class Arch = xsimd::default_arch, class Kernel>
constexpr sum_over_function<Kernel, detail::simd_batch<Arch>> sum_over(Kernel kernel) noexcept {
  return {kernel, {}};
}

template <class Arch = xsimd::default_arch, class Kernel, detail::element_range Connectivity>
constexpr auto sum_over(Kernel kernel, Connectivity&& connectivity) {
  return detail::sum_over_elements<Kernel, detail::simd_batch<Arch>>(
      kernel, std::forward<Connectivity>(connectivity));
}

/// etad::map with xsimd lanes.
template <class Arch = xsimd::default_arch, class F, class... A>
auto map(F f, const A&... a) {
  return detail::map_with<detail::simd_batch<Arch>>(f, detail::settled(a)...);
}

}  // namespace simd
}  // namespace etad::inline ETAD_ABI
