// SPDX-License-Identifier: MIT
// Sums over elements that gather a few points of one long vector each: bonds, springs, triangles.
//
//   auto energy = etad::sum_over(kernel, connectivity);   kernel(point_0, ..., point_k-1, data...)
//   energy(x, data...)                                    the sum
//   energy.gradient(x, data...)                           a std::vector, one entry for each point
//   energy.value_and_gradient(x, data..., into(g))        g in memory of the caller; returns the value
//   auto H = energy.sparse_hessian(x);                    the pattern, built once
//   energy.value_gradient_hessian(x, data..., into(g, H)) fills g and H.values; returns the value
//   energy.gradient(policy, x, data...)                   each on the threads of a policy
//
// connectivity is a contiguous range of std::array<index, k>, read by every call and not copied. x is
// a range of points as in vmap, data are ranges over elements or values that all elements share.
#pragma once

#include <ranges>
#include <type_traits>
#include <utility>

#include <etad/batch/element_loop.hpp>
#include <etad/batch/element_rounds.hpp>
#include <etad/batch/gather.hpp>
#include <etad/batch/sum_over.hpp>
#include <etad/eval/batch_elements.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

[[noreturn]] inline void throw_index(std::size_t index, std::size_t count) {
  // A negative index was converted on its way.
  const std::string text =
      "ETAD-052: etad::sum_over requires indices in the connectivity to be below the number of "
      "points; it got an index of " +
      std::to_string(static_cast<std::ptrdiff_t>(index)) + " and " + std::to_string(count) +
      " points. Nothing was written. Count from 0, or pass all points.";
  throw_invalid_argument(text.c_str());
}

/// wrt<0, ..., Nodes - 1>.
template <std::size_t... Index>
constexpr wrt_t<static_cast<int>(Index)...> wrt_first(std::index_sequence<Index...>) {
  return {};
}

/// The call of a verb with Nodes points and data.
template <class G, class Point, class Sequence, class... Data>
struct element_plan;
template <class G, class Point, std::size_t... Index, class... Data>
struct element_plan<G, Point, std::index_sequence<Index...>, Data...> {
  template <std::size_t>
  using repeated = Point;
  using type = batch_plan<G, repeated<Index>..., Data...>;
};

/// The slots of a program's outputs, see element_targets; there is always one for the value.
template <class Source>
struct element_slots {
  static constexpr const auto& value = Source::slots;
};

struct no_gradient {};
struct no_hessian {};
inline constexpr no_hessian* without_hessian = nullptr;

template <class Gradient>
struct gradient_strides {
  using type = strides_of<Gradient>;
};
template <>
struct gradient_strides<no_gradient> {
  using type = strides_of<>;
};

}  // namespace detail

template <class Kernel, class Lanes, class Index, std::size_t Nodes,
          class Progress = detail::no_progress>
class element_sum {
 public:
  /// Reads the connectivity once, to find its largest index.
  constexpr element_sum(Kernel kernel, std::span<const std::array<Index, Nodes>> connectivity,
                        Progress progress = {})
      : kernel_(kernel), elements_(connectivity), progress_(progress) {
    for (const auto& element : connectivity) {
      for (const Index node : element) {
        // Negative indices are large ones here.
        const auto index = static_cast<std::size_t>(node);
        if (index >= bound_) {
          bound_ = index + 1 == 0 ? index : index + 1;
          largest_ = index;
        }
      }
    }
  }

  template <class Callback>
  constexpr element_sum<Kernel, Lanes, Index, Nodes, Callback> with_progress(
      Callback callback) const {
    return {kernel_, elements_, callback};
  }

  // Each takes (x, data...) or (policy, x, data...).
  template <class... X>
  auto operator()(const X&... x) const {
    return value(x...);
  }
  template <class... X>
  auto value(const X&... x) const {
    return with_policy(
        [this](const auto& policy, const auto& points, const auto&... data) {
          detail::no_gradient none;
          return this->template run<false, false>(kernel_, policy, points, none,
                                                  detail::without_hessian, data...);
        },
        x...);
  }

  /// The gradient, one entry for each point of x; into(g) as last argument writes it to g instead.
  template <class... X>
  auto gradient(const X&... x) const {
    if constexpr (detail::last_is_into<X...>) {
      static_cast<void>(value_and_gradient(x...));
    } else {
      return value_and_gradient(x...).gradient;
    }
  }
  /// Both; with into(g) as last argument, g gets the gradient and the value is returned.
  template <class... X>
  auto value_and_gradient(const X&... x) const {
    return with_outputs<false>(x...);
  }
  /// Value, gradient and Hessian with into(g, H), H made by sparse_hessian; returns the value.
  template <class... X>
  auto value_gradient_hessian(const X&... x) const {
    return with_outputs<true>(x...);
  }

  /// The pattern of the Hessian for as many points as x has, with zeros as values.
  template <class X>
  auto sparse_hessian(const X& x) const {
    using point = typename detail::points<X>::element;
    const std::size_t count = point_count_of(x);
    return element_hessian<typename detail::shape<point>::scalar, Index>(
        count, static_cast<std::size_t>(detail::shape<point>::leaves), elements_);
  }

 private:
  static constexpr auto nodes = std::make_index_sequence<Nodes>{};
  static constexpr auto wrt_nodes = detail::wrt_first(nodes);

  template <class X>
  std::size_t point_count_of(const X& x) const {
    detail::point_count count("sum_over");
    count.add(x);
    if (bound_ > count.value()) detail::throw_index(largest_, count.value());
    return count.value();
  }

  /// Calls use(policy, x, data...).
  template <class Use, class First, class... Rest>
  static auto with_policy(const Use& use, const First& first, const Rest&... rest) {
    if constexpr (detail::batch_argument<First>) {
      return use(detail::one_thread{}, first, rest...);
    } else {
      return use(first, rest...);
    }
  }

  template <bool WithHessian, class... X>
  auto with_outputs(const X&... x) const {
    return with_policy(
        [this](const auto& policy, const auto& points, const auto&... a) {
          return this->template outputs_of<WithHessian>(policy, points, std::tie(a...),
                                                        std::make_index_sequence<sizeof...(a)>{});
        },
        x...);
  }
  template <bool WithHessian, class Policy, class X, class... A, std::size_t... At>
  auto outputs_of(const Policy& policy, const X& x, const std::tuple<const A&...>& all,
                  std::index_sequence<At...>) const {
    if constexpr (detail::last_is_into<A...>) {
      const auto& into = std::get<sizeof...(At) - 1>(all).parts;
      return data_only<WithHessian>(policy, x, into, all,
                                    std::make_index_sequence<sizeof...(At) - 1>{});
    } else {
      static_assert(!WithHessian, "pass into(g, H)");
      using point = typename detail::points<X>::element;
      std::vector<point> gradient(point_count_of(x));
      const auto value = run<true, false>(etad::value_and_gradient(kernel_, wrt_nodes), policy, x,
                                          gradient, detail::without_hessian, std::get<At>(all)...);
      return value_and_gradient_result<std::remove_const_t<decltype(value)>, std::vector<point>>{
          value, std::move(gradient)};
    }
  }
  template <bool WithHessian, class Policy, class X, class Into, class All, std::size_t... At>
  auto data_only(const Policy& policy, const X& x, const Into& into, const All& all,
                 std::index_sequence<At...>) const {
    if constexpr (WithHessian) {
      auto& hessian = std::get<1>(into);
      return run<true, true>(etad::value_gradient_hessian(kernel_, wrt_nodes), policy, x,
                             std::get<0>(into), &hessian, std::get<At>(all)...);
    } else {
      return run<true, false>(etad::value_and_gradient(kernel_, wrt_nodes), policy, x,
                              std::get<0>(into), detail::without_hessian, std::get<At>(all)...);
    }
  }

  template <class G, class X, class Indices, class... A>
  struct can_be_traced;
  template <class G, class X, std::size_t... Node, class... A>
  struct can_be_traced<G, X, std::index_sequence<Node...>, A...> {
    template <std::size_t>
    using point = typename detail::points<X>::element;
    static constexpr bool value =
        detail::batch_traceable<G, point<Node>..., typename detail::points<A>::element...>;
  };

  template <bool WithGradient, bool WithHessian, class G, class Policy, class X, class Gradient,
            class Hessian, class... A>
  auto run(const G& g, const Policy& policy, const X& x, Gradient& gradient, Hessian* hessian,
           const A&... a) const {
    using detail::points;
    using point = typename points<X>::element;
    using gradient_strides = typename detail::gradient_strides<Gradient>::type;
    const std::size_t count = point_count_of(x);
    detail::point_count elements("sum_over");
    elements.add(elements_);
    (elements.add(a), ...);
    if constexpr (can_be_traced<G, X, std::make_index_sequence<Nodes>, A...>::value) {
      using plan = typename detail::element_plan<G, point, std::make_index_sequence<Nodes>,
                                                 typename points<A>::element...>::type;
      using source = detail::condensed<typename plan::program>;
      using point_strides = detail::strides_of<X>;
      using data_strides = detail::strides_of<A...>;
      using scalar = typename plan::scalar;
      static_assert(points<X>::template holds<scalar> && (points<A>::template holds<scalar> && ...),
                    "ETAD-051: etad::sum_over requires points and data of one scalar type; several "
                    "were seen. Convert the points or the data.");
      using pack = typename Lanes::template pack<scalar>;
      using kernel = detail::element_batch<detail::full_form<source>, detail::regular_form<source>,
                                           detail::element_slots<source>, pack, Index,
                                           static_cast<int>(Nodes), point_strides, data_strides,
                                           gradient_strides, WithGradient, WithHessian>;
      typename kernel::inputs all;
      detail::input_addresses<pack, data_strides> from;
      (points<A>::visit(a, from), ...);
      all.in.data = from.in;
      if (count != 0) {
        detail::input_addresses<pack, point_strides> where;
        points<X>::visit(x, where);
        for (std::size_t k = 0; k < point_strides::value.size(); ++k) {
          all.in.at[k] = where.in.at[k];
        }
      }
      return add_up<kernel, WithGradient>(policy, all, x, gradient, hessian);
    } else {
      using call = detail::element_call<G, X, Nodes, A...>;
      using result =
          std::invoke_result_t<const call&, const std::array<Index, Nodes>&, std::size_t>;
      using kernel = detail::element_loop<call, typename detail::shape_of<result>::scalar, Index,
                                          static_cast<int>(Nodes), detail::shape<point>::leaves,
                                          gradient_strides, WithGradient, WithHessian>;
      const call one{g, x, {a...}};
      typename kernel::inputs all{};
      all.call = &one;
      return add_up<kernel, WithGradient>(policy, all, x, gradient, hessian);
    }
  }

  /// Clears the targets and runs the elements.
  template <class ElementKernel, bool WithGradient, class Policy, class X, class Gradient,
            class Hessian>
  auto add_up(const Policy& policy, typename ElementKernel::inputs& all, const X& x,
              Gradient& gradient, Hessian* hessian) const {
    using scalar = typename ElementKernel::scalar;
    const std::size_t count = point_count_of(x);
    all.elements = elements_.data();
    if constexpr (WithGradient) {
      detail::point_count sizes("sum_over");
      sizes.add(x);
      sizes.add(gradient);
      if (count != 0) {
        using strides = detail::strides_of<Gradient>;
        detail::output_addresses<scalar, strides> where;
        detail::points<Gradient>::visit(gradient, where);
        for (std::size_t k = 0; k < strides::value.size(); ++k) {
          all.to.gradient[k] = where.out.at[k];
          for (std::size_t i = 0; i < count; ++i) {
            all.to.gradient[k][i * strides::value[k]] = scalar(0);
          }
        }
      }
    }
    if constexpr (!std::same_as<Hessian, detail::no_hessian>) {
      for (scalar& value : hessian->values) value = scalar(0);
      all.to.values = hessian->values.data();
      all.to.blocks = hessian->blocks().data();
      all.to.row_lengths = hessian->row_lengths().data();
    }
    scalar total(0);
    if (elements_.empty()) return total;
    if constexpr (WithGradient && !std::same_as<Policy, detail::one_thread>) {
      detail::sum_in_rounds<ElementKernel>(policy, progress_, all, elements_.size(), count, &total);
    } else {
      detail::sum_points<ElementKernel>(policy, progress_, all, elements_.size(), &total);
    }
    return total;
  }

  [[no_unique_address]] Kernel kernel_;
  std::span<const std::array<Index, Nodes>> elements_;
  [[no_unique_address]] Progress progress_;
  std::size_t bound_ = 0;
  std::size_t largest_ = 0;
};

namespace detail {

template <class Kernel, class Lanes, class Index, std::size_t Nodes>
constexpr element_sum<Kernel, Lanes, Index, Nodes> make_element_sum(
    Kernel kernel, std::span<const std::array<Index, Nodes>> elements) {
  return {kernel, elements};
}
/// Elements stay where they are.
template <class Kernel, class Lanes, class Connectivity>
constexpr auto sum_over_elements(Kernel kernel, Connectivity&& connectivity) {
  static_assert(
      std::is_lvalue_reference_v<Connectivity> ||
          std::ranges::borrowed_range<std::remove_cvref_t<Connectivity>>,
      "ETAD-153: etad::sum_over(kernel, elements) requires elements that outlive it, since they "
      "are not copied; a temporary was seen. Give the elements a name.");
  using element = std::remove_cvref_t<decltype(*std::data(connectivity))>;
  return make_element_sum<Kernel, Lanes>(
      kernel, std::span<const element>(std::data(connectivity), std::size(connectivity)));
}
template <class A>
concept element_range = point_range<std::remove_cvref_t<A>>;

}  // namespace detail

/// The sum of kernel over elements; the top of this file says how it is called. Adds to each point's
/// entries in the order of the elements, also on several threads, whose number does not change the
/// result. Cost: gathering and scattering aside, that of vmap; nothing is allocated on one thread if the
/// caller has the memory. Several threads keep the results of up to 32768 elements before they add
/// them. The elements are not copied. Errors: ETAD-051, ETAD-153; ETAD-047, ETAD-052 (std::invalid_argument).
template <class Kernel, detail::element_range Connectivity>
constexpr auto sum_over(Kernel kernel, Connectivity&& connectivity) {
  return detail::sum_over_elements<Kernel, detail::plain_batch>(
      kernel, std::forward<Connectivity>(connectivity));
}

}  // namespace etad::inline ETAD_ABI
