// SPDX-License-Identifier: MIT
// How verbs are called with arguments of run-time size: the arguments, then spans that receive the
// results, then a workspace, the last two if the caller wants so.
#pragma once

#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/api/run_time_tasks.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A span that receives results; a span of constants is an argument.
template <class A>
inline constexpr bool is_span = false;
template <class T, std::size_t Extent>
inline constexpr bool is_span<std::span<T, Extent>> = !std::is_const_v<T>;

template <class... X>
inline constexpr std::size_t span_count = (std::size_t{0} + ... + (is_span<X> ? 1 : 0));

template <class X>
inline constexpr bool is_workspace = std::same_as<X, workspace>;
template <class... X>
inline constexpr std::size_t workspace_count = (std::size_t{0} + ... + (is_workspace<X> ? 1 : 0));

template <class... X>
inline constexpr bool any_run_time_sized = (run_time_sized<X> || ...);

/// f of fixed-size arguments whose result is of run-time size.
template <class F, class... A>
concept returns_run_time_size =
    (argument<A> && ...) &&
    (!symbolic<typename call_scalar<A...>::type>)&&run_time_sized<run_time_result<F, 1, A...>>;

/// Does what the task is for, with the trailing parts of x... told apart.
template <class Task, class... X>
auto run_time_call(const Task& task, const X&... x) {
  constexpr bool with_memory = (is_workspace<X> || ...);
  constexpr std::size_t outputs = span_count<X...>;
  constexpr std::size_t values = sizeof...(X) - outputs - (with_memory ? 1 : 0);
  const auto all = std::tie(x...);
  return [&]<std::size_t... Index, std::size_t... Out>(std::index_sequence<Index...>,
                                                       std::index_sequence<Out...>) {
    const auto go = [&](const workspace& memory) {
      if constexpr (outputs == 0) {
        return task.compute(memory, std::get<Index>(all)...);
      } else {
        task.write(memory, std::tuple(std::get<values + Out>(all)...), std::get<Index>(all)...);
      }
    };
    if constexpr (with_memory) {
      return go(std::get<sizeof...(X) - 1>(all));
    } else {
      return go(workspace());
    }
  }
  (std::make_index_sequence<values>{}, std::make_index_sequence<outputs>{});
}

}  // namespace etad::inline ETAD_ABI::detail
