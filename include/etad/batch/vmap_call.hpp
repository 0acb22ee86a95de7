// SPDX-License-Identifier: MIT
// How a batch runs: its program, its memory, its blocks.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <etad/batch/vmap_points.hpp>
#include <etad/call/formula/formula_call.hpp>
#include <etad/call/traced_only.hpp>
#include <etad/core/invalid_argument.hpp>
#include <etad/eval/batch.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class G, class... Element>
concept has_plan = requires {
  typename G::template plan<Element...>::program;
};

/// The plan of a verb, or of a plain callable that is only evaluated.
template <class G, class... Element>
struct batch_plan {
  using call = function_call<G, wrt_t<>, Element...>;
  using scalar = typename call::scalar;
  using program = typename call::shape_call::source;
  using result = typename call::result;
};
template <class G, class... Element>
  requires has_plan<G, Element...>
struct batch_plan<G, Element...> : G::template plan<Element...> {
};

template <class G, class... Element>
concept batch_traceable = has_plan<G, Element...> || traceable<G, Element...> || is_traced_only<G>;

/// G is a formula with run-time constants, or a verb of one or of a closure that can be written out.
/// Other closures are not asked: a batch that only evaluates them leaves them alone.
template <class G, class... Element>
concept batch_formula = (is_formula<G> || is_verb<G>)&&formula_callable<G, Element...>;

/// The plan of such a G. The constants are values that all points share, behind the arguments.
template <class G, bool Merged, class... Element>
struct formula_batch_plan {
  using call = typename formula_call<G, wrt_t<>, Element...>::template body_call_of<Merged>;
  using scalar = typename call::scalar;
  using program = typename call::shape_call::source;
  using result = typename call::result;
};

/// Calls use(std::type_identity<plan>, shared constants) with the constants of g now. False, and nothing
/// is done, if constants that are written several times differ: see falls_back_to_duals.
template <class... Element, class G, class Use>
bool with_formula_plan(const G& g, Use use) {
  using route = formula_route<G, Element...>;
  using node = typename route::node;
  using scalar = typename formula_batch_plan<G, false, Element...>::scalar;
  const auto all = route::template constants_of<scalar>(g);
  if constexpr (has_repeated_constants<node>) {
    std::array<scalar, static_cast<std::size_t>(distinct_constants<node>)> distinct{};
    if (!merge_constants<node>(all, distinct)) return false;
    use(std::type_identity<formula_batch_plan<G, true, Element...>>{}, shared(distinct));
  } else {
    use(std::type_identity<formula_batch_plan<G, false, Element...>>{}, shared(all));
  }
  return true;
}

template <class T>
concept lane_scalar = std::same_as<T, float> || std::same_as<T, double>;

/// The addresses of all inputs. Values that all points share are copied here, one after the other.
template <class Pack, class Strides>
struct input_addresses {
  using scalar = pack_scalar<Pack>;
  std::array<scalar, Strides::value.size()> values{};
  std::array<Pack, spreads_once<Pack> ? Strides::value.size() : 0> packs;
  batch_inputs<Pack, Strides> in{};
  std::size_t count = 0;

  constexpr void single(const auto& leaf) {
    values[count] = static_cast<scalar>(leaf);
    in.at[count] = &values[count];
    if constexpr (spreads_once<Pack>) {
      packs[count] = Pack(values[count]);
      in.shared = packs.data();
    }
    ++count;
  }
  constexpr void many(const scalar& leaf) { in.at[count++] = &leaf; }
};
template <class Pack, class Strides>
struct output_addresses {
  batch_outputs<Pack, Strides> out{};
  std::size_t count = 0;

  constexpr void many(pack_scalar<Pack>& leaf) { out.at[count++] = &leaf; }
};

[[noreturn]] inline void throw_overlap() {
  throw_invalid_argument(
      "ETAD-048: etad::vmap requires results in memory apart from its arguments, because it writes "
      "some before it has read all; they overlap. Nothing was written. Write to another buffer and "
      "swap the two.");
}
[[noreturn]] inline void throw_results_overlap() {
  throw_invalid_argument(
      "ETAD-155: etad::vmap requires a place of its own for each number of the results; two parts "
      "of into(...) overlap. Nothing was written. Pass ranges that share no memory.");
}

/// The memory of a range over points: from the lowest address of a number of its first point to behind the
/// highest of its last. Compilers order the members of an element as they like.
struct memory_range {
  std::uintptr_t from;
  std::uintptr_t to;

  /// Of the range whose first number is number k.
  template <class Strides, class Addresses>
  static memory_range of(const Addresses& at, std::size_t k, std::size_t n) {
    const auto address = [](const void* p) { return reinterpret_cast<std::uintptr_t>(p); };
    memory_range range{address(at[k]), address(at[k] + 1)};
    for (std::size_t j = k + 1; j < Strides::value.size() && Strides::element[j] == k; ++j) {
      if (address(at[j]) < range.from) range.from = address(at[j]);
      if (address(at[j] + 1) > range.to) range.to = address(at[j] + 1);
    }
    range.to += (n - 1) * Strides::value[k] * sizeof(*at[k]);
    return range;
  }
  friend bool overlap(const memory_range& x, const memory_range& y) {
    return x.from < y.to && y.from < x.to;
  }
};

/// Throws if results would be written over arguments or each other.
template <class Inputs, class InStrides, class Outputs, class OutStrides>
void check_apart(const Inputs& in, const Outputs& out, std::size_t n) {
  for (std::size_t k = 0; k < OutStrides::value.size(); ++k) {
    if (OutStrides::element[k] != k) continue;
    const auto written = memory_range::of<OutStrides>(out.at, k, n);
    for (std::size_t j = 0; j < InStrides::value.size(); ++j) {
      if (InStrides::value[j] == 0 || InStrides::element[j] != j) continue;
      if (overlap(written, memory_range::of<InStrides>(in.at, j, n))) throw_overlap();
    }
    for (std::size_t j = 0; j < k; ++j) {
      if (OutStrides::element[j] != j) continue;
      if (overlap(written, memory_range::of<OutStrides>(out.at, j, n))) throw_results_overlap();
    }
  }
}

/// Points in a block of a batch on several threads: some ten microseconds of work.
inline constexpr std::size_t batch_block = 2048;

/// Runs body(0), ..., body(count - 1) by a policy of <execution>, or by any callable
/// policy(count, body).
template <class Policy, class Body>
void run_blocks(Policy&& policy, std::size_t count, const Body& body) {
  if constexpr (std::invocable<Policy&, std::size_t, const Body&>) {
    policy(count, body);
  } else {
    std::vector<std::size_t> blocks(count);
    for (std::size_t i = 0; i < count; ++i) blocks[i] = i;
    // std::for_each, found by the iterators' namespace: <execution> stays the user's choice.
    for_each(std::forward<Policy>(policy), blocks.begin(), blocks.end(), body);
  }
}

struct one_thread {};

/// Runs Plan's program at n points on packs; `out` groups the parts of the results.
template <class Plan, class Pack, class Policy, class Out, class... A>
void run_batch(Policy&& policy, std::size_t n, Out& out, const A&... a) {
  using source = typename Plan::program;
  using in_strides = strides_of<A...>;
  using out_strides = strides_of<std::remove_cvref_t<Out>>;
  using kernel = batch<full_form<source>, regular_form<source>, Pack, in_strides, out_strides>;
  if (n == 0) return;
  input_addresses<Pack, in_strides> from;
  (points<A>::visit(a, from), ...);
  output_addresses<Pack, out_strides> to;
  points<Out>::visit(out, to);
  check_apart<decltype(from.in), in_strides, decltype(to.out), out_strides>(from.in, to.out, n);
  if constexpr (std::same_as<std::remove_cvref_t<Policy>, one_thread>) {
    kernel::run(from.in, to.out, 0, n);
  } else {
    run_blocks(
        std::forward<Policy>(policy), (n + batch_block - 1) / batch_block, [&](std::size_t block) {
          const std::size_t first = block * batch_block;
          kernel::run(from.in, to.out, first, n - first < batch_block ? n : first + batch_block);
        });
  }
}

/// The same for callables that etad cannot trace and for other number types, point by point.
template <class T, class G, class Out, class... A>
void loop_over_points(const G& g, std::size_t n, Out& out, const A&... a) {
  using out_strides = strides_of<std::remove_cvref_t<Out>>;
  if (n == 0) return;
  output_addresses<T, out_strides> to;
  points<Out>::visit(out, to);
  for (std::size_t i = 0; i < n; ++i) {
    const auto result = g(points<A>::at(a, i)...);
    std::size_t k = 0;
    const auto store = [&](const auto& leaf) {
      to.out.at[k][i * out_strides::value[k]] = static_cast<T>(leaf);
      ++k;
    };
    shape_of<decltype(result)>::visit(result, store);
  }
}

}  // namespace etad::inline ETAD_ABI::detail
