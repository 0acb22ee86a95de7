// SPDX-License-Identifier: MIT
// Serves calls whose arguments and results have fixed sizes: what Verb::plan says is run on the road of
// plan::call.
#pragma once

#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/call/duals/data_call.hpp>
#include <etad/call/roads.hpp>
#include <etad/call/run_time/sizes.hpp>
#include <etad/call/separated.hpp>
#include <etad/call/spans.hpp>

namespace etad::inline ETAD_ABI::detail {

/// What Plan::call calls: the callable, or its gradient for a Hessian.
template <class Plan, class F>
constexpr decltype(auto) target_of(const F& f) {
  if constexpr (requires { Plan::differentiated(f); }) {
    return Plan::differentiated(f);
  } else {
    return (f);
  }
}

template <class Plan, class F>
constexpr void check_result(const F& f) {
  using callable = std::remove_cvref_t<decltype(target_of<Plan>(f))>;
  static_assert(result_requirement<callable, typename Plan::call::result>::met);
}

/// A program writes straight into the result, which is never copied: compilers do not see through
/// copies of small arrays. Clang copies results of deduced types, GCC 12 those that are declared in an
/// inner block.
template <class Plan, class F, class... A>
[[gnu::always_inline]] constexpr typename Plan::result compute_plan(const F& f, const A&... a) {
  check_result<Plan>(f);
  typename Plan::result result;
  Plan::call::template execute<Plan>(target_of<Plan>(f), Plan::parts(result), a...);
  return result;
}

/// The same with a result that is copied before its data are restored.
template <class Plan, class F, class... A>
constexpr auto compute_beside_data(const F& f, const A&... a) {
  check_result<Plan>(f);
  typename Plan::result result{};
  Plan::call::template execute<Plan>(target_of<Plan>(f), Plan::parts(result), a...);
  return result;
}

/// Into trailing spans, each flat and by rows.
template <class Verb, class All, std::size_t... Index, std::size_t... S>
[[gnu::always_inline]] constexpr void write_plan(const Verb& verb, All all,
                                                 std::index_sequence<Index...>,
                                                 std::index_sequence<S...>) {
  using plan =
      typename Verb::template plan<std::remove_cvref_t<std::tuple_element_t<Index, All>>...>;
  using scalar = typename plan::scalar;
  using parts = decltype(plan::parts(std::declval<typename plan::result&>()));
  static_assert(sizeof...(S) == std::tuple_size_v<parts>,
                "ETAD-031: etad requires one trailing std::span for each result of the verb: "
                "value before gradient or Jacobian, and Hessian last.");
  static_assert(
      (std::same_as<typename std::remove_cvref_t<
                        std::tuple_element_t<sizeof...(Index) + S, All>>::element_type,
                    scalar> &&
       ...),
      "ETAD-032: etad requires output spans of the scalar type of the call, the common "
      "type of its arguments; another element type or const was seen. Pass std::span<T>.");
  const auto check = [](std::size_t part, std::size_t required, std::size_t seen) {
    if (required != seen) throw_wrong_size(part, required, seen);
  };
  (check(S, static_cast<std::size_t>(shape_of<std::tuple_element_t<S, parts>>::leaves),
         std::get<sizeof...(Index) + S>(all).size()),
   ...);
  std::tuple<span_part<scalar, shape_of<std::tuple_element_t<S, parts>>::leaves>...> views{
      {std::get<sizeof...(Index) + S>(all).data()}...};
  if (!std::is_constant_evaluated()) {
    std::apply([](const auto&... each) { refuse_overlap(each...); }, views);
  }
  plan::call::template execute<plan>(
      target_of<plan>(verb.differentiated), std::tie(std::get<S>(views)...),
      separated<scalar, std::remove_cvref_t<std::tuple_element_t<Index, All>>>(
          std::get<Index>(all), std::get<S>(views)...)
          .numbers()...);
}

struct fixed_size_service {
  template <class Verb, class... A>
  [[gnu::always_inline]] static constexpr auto compute(const Verb& verb, const A&... a) {
    using plan = typename Verb::template plan<A...>;
    if constexpr (carries_data<typename Verb::callable>) {
      return compute_beside_data<plan>(verb.differentiated, a...);
    } else {
      return compute_plan<plan>(verb.differentiated, a...);
    }
  }

  template <class Verb, class... X>
  [[gnu::always_inline]] static constexpr void write(const Verb& verb, const X&... x) {
    write_plan(verb, std::forward_as_tuple(x...),
               std::make_index_sequence<sizeof...(X) - span_count<X...>>{},
               std::make_index_sequence<span_count<X...>>{});
  }
};

}  // namespace etad::inline ETAD_ABI::detail
