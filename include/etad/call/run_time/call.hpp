// SPDX-License-Identifier: MIT
// How verbs are called with arguments of run-time size: the arguments, then spans that receive the
// results, then a workspace, the last two if the caller wants so.
#pragma once

#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/call/roads.hpp>
#include <etad/call/run_time/tasks.hpp>
#include <etad/call/separated.hpp>
#include <etad/call/spans.hpp>
#include <etad/call/traced_only.hpp>
#include <etad/tape/containers.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class... X>
inline constexpr bool any_run_time_sized = (run_time_sized<X> || ...);

/// f of fixed-size arguments whose result is of run-time size.
template <class F, class... A>
concept returns_run_time_size =
    (argument<A> && ...) &&
    (!symbolic<typename call_scalar<A...>::type>)&&run_time_sized<run_time_result<F, 1, A...>>;

/// A vector or a view among the arguments of Verb, or as the result of F.
template <class Verb, class F, class... A>
constexpr bool has_run_time_size() {
  if constexpr (((run_time_sized<A> && !is_span<A>) || ...)) {
    return true;
  } else if constexpr (requires { typename Verb::product; } || span_count<A...> > 0) {
    return false;
  } else if constexpr (needs_duals<F, wrt_t<>, A...>) {
    return returns_run_time_size<F, A...>;
  }
  return false;
}

/// Does what the task is for, with the trailing parts of x... told apart.
template <class Task, class... X>
auto run_time_call(const Task& task, const X&... x) {
  if constexpr (any_unsettled<X...>) {
    return run_time_call(task, settled(x)...);
  } else {
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
          refuse_overlap(std::get<values + Out>(all)...);
          task.write(memory, std::tuple(std::get<values + Out>(all)...), std::get<Index>(all)...);
        }
      };
      if constexpr (with_memory) {
        const workspace& memory = std::get<sizeof...(X) - 1>(all);
        const workspace::use in_use(memory);
        return go(memory);
      } else {
        return go(workspace());
      }
    }
    (std::make_index_sequence<values>{}, std::make_index_sequence<outputs>{});
  }
}

template <>
struct served<road::run_time> {
  template <class Verb, class... A>
  static auto compute(const Verb& verb, const A&... a) {
    not_traced<typename Verb::callable, A...>();
    check_duals_are_wanted<typename Verb::callable>();
    return run_time_call(verb.at_run_time(), a...);
  }
  template <class Verb, class... X>
  static void write(const Verb& verb, const X&... x) {
    not_traced<typename Verb::callable, X...>();
    check_duals_are_wanted<typename Verb::callable>();
    run_time_call(verb.at_run_time(), x...);
  }

 private:
  template <class F>
  static constexpr void check_duals_are_wanted() {
    static_assert(!is_traced_only<F>,
                  "ETAD-036: etad::traced_only(f) requires arguments and results of fixed size, "
                  "since programs are; a vector, a span or an Eigen matrix of run-time size was "
                  "seen. Pass std::array, or leave traced_only out to run f on dual numbers.");
  }
};

}  // namespace etad::inline ETAD_ABI::detail
