// SPDX-License-Identifier: MIT
// Many points at once.
//
//   vmap(g)(a...)                  -> std::vector of g's results, one for each point
//   vmap(g)(a..., into(out...))    into memory of the caller; allocates nothing
//   vmap(g)(policy, a...)          on the threads of a policy of <execution>
//
// g is a verb, such as value_and_gradient(f), or any other callable. What an argument is:
//   a range over points            std::span, std::vector, Eigen vectors and maps, a built-in array:
//                                  anything contiguous whose length is known at run time. Its
//                                  elements are numbers or (nested) std::arrays of numbers.
//   a structure of arrays          a std::array (or std::tuple) of ranges stands for an array
//                                  (tuple) argument of g
//   one value for all points       anything else: numbers, std::array of numbers
// each(x) makes x a range over points, shared(x) one value for all points, where this reads it wrong.
#pragma once

#include <vector>

#include <etad/batch/vmap_call.hpp>
#include <etad/lane/plain.hpp>
#include <etad/tape/containers.hpp>
#include <etad/verb/derivative.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

template <class A>
inline constexpr bool is_into = false;
template <class... Out>
inline constexpr bool is_into<into_memory<Out...>> = true;

template <class... X>
inline constexpr bool last_is_into = false;
template <class First, class... Rest>
inline constexpr bool last_is_into<First, Rest...> = last_is_into<Rest...>;
template <class Last>
inline constexpr bool last_is_into<Last> = is_into<std::remove_cvref_t<Last>>;

/// What can be an argument of a batch; a policy cannot.
template <class A>
concept batch_argument = argument<typename points<A>::element>;

/// The lanes of vmap and sum_over: packs on plain arrays of so many bytes, or single numbers where
/// these are as good as one.
template <int Bytes>
struct array_batch {
  template <class T>
  static auto numbers() {
    constexpr int lanes = Bytes / static_cast<int>(sizeof(T));
    if constexpr (lanes > 1) {
      return etad::pack<T, plain_lanes<lanes>>{};
    } else {
      return T{};
    }
  }
  template <class T>
  using pack = decltype(numbers<T>());
};
using plain_batch = array_batch<ETAD_PLAIN_BATCH_BYTES>;

}  // namespace detail

template <class G, class Lanes>
struct vmap_function {
  [[no_unique_address]] G g;

  template <class... X>
  constexpr auto operator()(X&&... x) const {
    if constexpr (detail::any_unsettled<std::remove_cvref_t<X>...>) {
      return (*this)(detail::settled(x)...);
    } else {
      return split(std::forward_as_tuple(x...), std::index_sequence_for<X...>{});
    }
  }

 private:
  template <class... A>
  using result_of = detail::settled_type<
      std::invoke_result_t<const G&, const typename detail::points<A>::element&...>>;

  // Takes a policy off the front.
  template <class First, class... Rest, std::size_t... Index>
  constexpr auto split(std::tuple<First, Rest...> all, std::index_sequence<0, Index...>) const {
    if constexpr (detail::batch_argument<First>) {
      return finish(detail::one_thread{}, std::get<0>(all), std::get<Index>(all)...);
    } else {
      return finish(std::get<0>(all), std::get<Index>(all)...);
    }
  }

  template <class Policy, class... X>
  constexpr auto finish(Policy&& policy, X&... x) const {
    if constexpr (detail::last_is_into<X...>) {
      std::tuple<X&...> all(x...);
      return write(policy, std::get<sizeof...(X) - 1>(all).parts, all,
                   std::make_index_sequence<sizeof...(X) - 1>{});
    } else {
      return collect(policy, x...);
    }
  }

  template <class... A>
  static constexpr std::size_t size(A&... a) {
    static_assert(
        (detail::points<A>::many || ...),
        "ETAD-049: etad::vmap requires at least one argument that is a range over points: "
        "a std::span, a std::vector or a std::array of such. All were single values. Wrap "
        "a std::array of points in etad::each.");
    detail::point_count n("vmap");
    (n.add(a), ...);
    return n.value();
  }

  template <class Policy, class... A>
  constexpr auto collect(Policy&& policy, A&... a) const {
    using result = result_of<A...>;
    const std::size_t n = size(a...);
    std::vector<result> results;
    if (std::is_constant_evaluated()) {
      for (std::size_t i = 0; i < n; ++i) results.push_back(g(detail::points<A>::at(a, i)...));
    } else {
      results.resize(n);
      std::tuple<std::vector<result>&> out(results);
      run(policy, n, out, a...);
    }
    return results;
  }

  template <class Policy, class Out, class All, std::size_t... Index>
  constexpr void write(Policy&& policy, Out& out, All& all, std::index_sequence<Index...>) const {
    detail::point_count n("vmap");
    n.add(out);
    (n.add(std::get<Index>(all)), ...);
    size(std::get<Index>(all)...);
    run(policy, n.value(), out, std::get<Index>(all)...);
  }

  template <class Policy, class Out, class... A>
  void run(Policy&& policy, std::size_t n, Out& out, A&... a) const {
    using detail::points;
    using result = result_of<A...>;
    using scalar = typename detail::shape<result>::scalar;
    static_assert(
        !detail::holds_data<result>,
        "ETAD-055: etad::vmap requires results of numbers; a structure with other members was "
        "seen. Return those numbers that are wanted of each point.");
    static_assert(
        points<Out>::leaves == detail::shape<result>::leaves,
        "ETAD-050: etad::into requires memory for each number of the result: one range of "
        "results, or ranges of scalars or arrays with as many numbers in all.");
    static_assert(
        points<Out>::template holds<scalar> && (points<A>::template holds<scalar> && ...),
        "ETAD-051: etad::vmap requires ranges whose numbers have the scalar type of the "
        "call, the common type of its arguments; another type was seen. Convert the data, "
        "or the value that all points share.");
    if constexpr (detail::batch_traceable<G, typename points<A>::element...> &&
                  detail::lane_scalar<scalar>) {
      using plan = detail::batch_plan<G, typename points<A>::element...>;
      detail::run_batch<plan, typename Lanes::template pack<scalar>>(policy, n, out, a...);
    } else if constexpr (detail::batch_formula<G, typename points<A>::element...> &&
                         detail::lane_scalar<scalar>) {
      const auto run_plan = [&]<class Plan>(std::type_identity<Plan>, const auto& constants) {
        detail::run_batch<Plan, typename Lanes::template pack<scalar>>(policy, n, out, a...,
                                                                       constants);
      };
      if (!detail::with_formula_plan<typename points<A>::element...>(g, run_plan)) {
        detail::loop_over_points<scalar>(g, n, out, a...);
      }
    } else {
      detail::loop_over_points<scalar>(g, n, out, a...);
    }
  }
};

/// g at many points: vmap(g)(a...)[i] = g(a_i...), point by point or in plain lanes, whichever the
/// compiler makes better code of; the top of this file says what a... can be. The results are those of calling g point by point up to the rounding of
/// contracted operations; at singular points they are g's own. Sizes that differ throw
/// std::invalid_argument (ETAD-047) before anything is written, and so do results that overlap
/// arguments (ETAD-048). Without a policy and with into(...), nothing is allocated. A callable that
/// etad cannot trace is called point by point. Errors: ETAD-047 to ETAD-051, and those of g.
template <class G>
constexpr vmap_function<G, detail::plain_batch> vmap(G g) noexcept {
  return {g};
}

}  // namespace etad::inline ETAD_ABI
