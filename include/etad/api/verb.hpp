// SPDX-License-Identifier: MIT
// How every verb is called: with values, returning the derivative; or with trailing std::span
// arguments that receive it.
#pragma once

#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/api/data_call.hpp>
#include <etad/api/dual_call.hpp>
#include <etad/api/formula_application.hpp>
#include <etad/api/run_time_call.hpp>
#include <etad/api/run_time_products.hpp>
#include <etad/api/run_time_verbs.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Memory of the caller that receives N numbers of a result.
template <class T, int Count>
struct span_part {
  T* data;
};

template <class T, int Count>
struct shape<span_part<T, Count>> {
  using scalar = T;
  static constexpr int leaves = Count;
  static constexpr bool is_scalar = false;
  template <class U>
  using rebind = span_part<U, Count>;
  template <class Value>
  static constexpr void clear(Value& value) {
    for (int i = 0; i < Count; ++i) value.data[i] = T{};
  }
  template <class Value, class Visit>
  [[gnu::always_inline]] static constexpr void visit(Value& value, Visit& visitor) {
    visit_elements<shape<T>, Count>(value.data, visitor);
  }
};

/// One of Eigen's types that has no shape here.
template <class A>
concept unknown_matrix = requires {
  A::RowsAtCompileTime;
}
&&!run_time_sized<A> && (shape<A>::is_scalar || !argument<A>);
template <class... A>
constexpr void refuse_unknown_matrix() {
  static_assert(
      !(unknown_matrix<A> || ...),
      "ETAD-039: etad requires #include <etad/interop/eigen.hpp> for Eigen's vectors and matrices, "
      "and then matrices, arrays, maps and references; without that header, or as an expression "
      "such as a + b, one was seen. Include it, or write Eigen::VectorXd(a + b).");
}

/// The base of every verb; it holds the callable. `Verb::plan<A...>` says what a call with arguments
/// A does:
///   call      the call of the callable, traced or on dual numbers
///   scalar    the scalar type of the call
///   task      what is computed: task::program<call>, or task::with_duals<call>
///   result    what the caller gets
///   parts     ties the parts of a result, in the order of the program's outputs
/// A program writes straight into the result, which is never copied: compilers do not see through
/// copies of small arrays.
template <class Verb, class F>
struct verb {
  [[no_unique_address]] F differentiated;

  /// Whether a call with arguments A is traced.
  template <class... A>
  static constexpr bool is_traced = Verb::template plan<A...>::call::is_traced;

  template <class... A>
    requires(span_count<A...> == 0)
  constexpr auto operator()(const A&... a) const {
    if constexpr ((unknown_matrix<A> || ...)) {
      refuse_unknown_matrix<A...>();
    } else if constexpr (called_with_formulas<A...>) {
      return apply_to_formulas(static_cast<const Verb&>(*this), a...);
    } else if constexpr (called_with_data<F, A...>) {
      const std::tuple<const A*...> originals{&a...};
      auto result = with_data_of(originals)(a...);
      restore_data<typename verb_parts<Verb>::wrt,
                   points_among<Verb>(sizeof...(A) - workspace_count<A...>)>(result, originals);
      return result;
    } else if constexpr (has_run_time_size<A...>()) {
      check_duals_are_wanted();
      return run_time_call(static_cast<const Verb&>(*this).at_run_time(), a...);
    } else if constexpr (carries_data<F>) {
      return compute_beside_data(a...);
    } else {
      return compute<typename Verb::template plan<A...>>(a...);
    }
  }

  /// The same into memory of the caller: one trailing span for each part of the result, values
  /// before derivatives, each flat and by rows. Throws std::invalid_argument if a span has another
  /// size than its part; nothing is written then. The spans may overlap the arguments, if those are of
  /// fixed size.
  template <class... X>
    requires(span_count<X...> > 0)
  constexpr void operator()(const X&... x) const {
    constexpr std::size_t values = sizeof...(X) - span_count<X...>;
    if constexpr (called_with_data<F, X...>) {
      with_data_of(std::tuple<const X*...>{&x...})(x...);
    } else if constexpr (has_run_time_size<X...>()) {
      check_duals_are_wanted();
      run_time_call(static_cast<const Verb&>(*this).at_run_time(), x...);
    } else {
      write(std::forward_as_tuple(x...), std::make_index_sequence<values>{},
            std::make_index_sequence<span_count<X...>>{});
    }
  }

 private:
  static constexpr void check_duals_are_wanted() {
    static_assert(!is_traced_only<F>,
                  "ETAD-036: etad::traced_only(f) requires arguments and results of fixed size, "
                  "since programs are; a vector, a span or an Eigen matrix of run-time size was "
                  "seen. Pass std::array, or leave traced_only out to run f on dual numbers.");
  }

  template <class... A>
  constexpr auto with_data_of(const std::tuple<const A*...>& originals) const {
    using callable = with_data<F, A...>;
    return
        typename verb_parts<Verb>::template with<callable>{{callable{differentiated, originals}}};
  }

  /// A vector or a view among the arguments, or as the result of the callable.
  template <class... A>
  static constexpr bool has_run_time_size() {
    if constexpr (((run_time_sized<A> && !is_span<A>) || ...)) {
      return true;
    } else if constexpr (requires { typename Verb::product; } || span_count<A...> > 0) {
      return false;
    } else if constexpr (needs_duals<F, wrt_t<>, A...>) {
      return returns_run_time_size<F, A...>;
    }
    return false;
  }

  // Clang copies results of deduced types, GCC 12 those that are declared in an inner block.
  template <class Plan, class... A>
  [[gnu::always_inline]] constexpr typename Plan::result compute(const A&... a) const {
    check_result<Plan>();
    typename Plan::result result;
    execute<Plan>(Plan::parts(result), a...);
    return result;
  }

  /// The same with a result that is copied before its data are restored.
  template <class... A>
  constexpr auto compute_beside_data(const A&... a) const {
    using plan = typename Verb::template plan<A...>;
    check_result<plan>();
    typename plan::result result{};
    execute<plan>(plan::parts(result), a...);
    return result;
  }

  template <class Plan>
  static constexpr void check_result() {
    using callable =
        std::remove_cvref_t<decltype(std::declval<const verb&>().template target<Plan>())>;
    static_assert(result_requirement<callable, typename Plan::call::result>::met);
  }

  template <class All, std::size_t... Index, std::size_t... S>
  constexpr void write(All all, std::index_sequence<Index...>, std::index_sequence<S...>) const {
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
        "ETAD-032: etad requires output spans of the scalar type of the call, the common type of "
        "its arguments; another element type or const was seen. Pass std::span<T>.");
    const auto check = [](std::size_t part, std::size_t required, std::size_t seen) {
      if (required != seen) throw_wrong_size(part, required, seen);
    };
    (check(S, static_cast<std::size_t>(shape_of<std::tuple_element_t<S, parts>>::leaves),
           std::get<sizeof...(Index) + S>(all).size()),
     ...);
    std::tuple<span_part<scalar, shape_of<std::tuple_element_t<S, parts>>::leaves>...> views{
        {std::get<sizeof...(Index) + S>(all).data()}...};
    // The spans may overlap the arguments.
    input_leaves<scalar, leaf_count<std::remove_cvref_t<std::tuple_element_t<Index, All>>...>> in;
    in.copy(std::get<Index>(all)...);
    execute<plan>(std::tie(std::get<S>(views)...), std::as_const(in.converted));
  }

  template <class Plan, class... P, class... A>
  [[gnu::always_inline]] constexpr void execute(const std::tuple<P&...>& parts,
                                                const A&... a) const {
    using call = typename Plan::call;
    using scalar = typename Plan::scalar;
    if constexpr (!requires { call::is_formula; }) {
      if constexpr (call::is_traced) {
        run<typename Plan::task::template program<call>, scalar>(parts, a...);
      } else {
        execute_on_duals<Plan, call>(parts, a...);
      }
    } else if constexpr (requires { requires Plan::task::is_sparse; }) {
      run_formula_as_written<typename Plan::task, call, scalar>(target<Plan>(), parts, a...);
    } else if constexpr (!falls_back_to_duals<call>) {
      run_formula<typename Plan::task, call, scalar>(target<Plan>(), parts, a...);
    } else if (!run_merged_formula<typename Plan::task, call, scalar>(target<Plan>(), parts,
                                                                      a...)) {
      execute_on_duals<Plan, typename call::on_duals>(parts, a...);
    }
  }

  template <class Plan, class Call, class... P, class... A>
  constexpr void execute_on_duals(const std::tuple<P&...>& parts, const A&... a) const {
    using scalar = typename Plan::scalar;
    input_leaves<scalar, leaf_count<A...>> in;
    in.collect(a...);
    output_leaves<scalar, (0 + ... + shape<P>::leaves)> out;
    out.collect(parts);
    Plan::task::template with_duals<Call>(target<Plan>(), in.at, out.at);
  }

  /// What Plan::call calls: the callable, or its gradient for a Hessian.
  template <class Plan>
  constexpr decltype(auto) target() const {
    if constexpr (requires { Plan::differentiated(differentiated); }) {
      return Plan::differentiated(differentiated);
    } else {
      return (differentiated);
    }
  }
};

}  // namespace etad::inline ETAD_ABI::detail
