// SPDX-License-Identifier: MIT
// Products of derivatives with vectors, of arguments of run-time size.
#pragma once

#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <etad/call/duals/data_call.hpp>
#include <etad/call/run_time/tasks.hpp>

namespace etad::inline ETAD_ABI {

template <class Value, class Tangent>
struct value_and_jvp_result;
template <class Value, class Adjoint>
struct value_and_vjp_result;

namespace detail {

/// The scalars of several vectors, one after the other; those of one vector where they are.
template <class T, class... V>
class joined {
 public:
  explicit joined(const V&... v) {
    if constexpr (sizeof...(V) == 1 && (std::convertible_to<const V&, std::span<const T>> && ...)) {
      ((scalars_ = v), ...);
    } else {
      const auto collect = [&](const auto& leaf) { copies_.push_back(static_cast<T>(leaf)); };
      (visit_scalars(v, collect), ...);
      scalars_ = copies_;
    }
  }
  joined(const joined&) = delete;
  joined& operator=(const joined&) = delete;
  std::span<const T> scalars() const { return scalars_; }

 private:
  std::vector<T> copies_;
  std::span<const T> scalars_;
};

/// The tangent of a number in a result; plain numbers are constants.
template <class Number>
struct slope {
  using number = Number;
  using scalar = typename Number::primal_type;
  template <class Leaf>
  scalar operator()(const Leaf& leaf) const {
    return tangent_in<Number>(leaf, 0);
  }
};

template <class Number>
struct primal_part {
  using scalar = typename Number::primal_type;
  template <class Leaf>
  scalar operator()(const Leaf& leaf) const {
    return primal_in<Number>(leaf);
  }
};

/// The derivative along the tangents, which follow the points; behind the value if `WithValue`.
template <class F, class Wrt, bool WithValue>
struct run_time_tangent {
  const F& f;

  template <class... X>
  auto compute(const workspace& memory, const X&... x) const {
    return split(memory, std::tie(x...), [](const auto& y, auto slope_of) {
      using scalar = typename decltype(slope_of)::scalar;
      std::vector<scalar> numbers;
      const auto shaped = [&](auto number_of) {
        numbers.clear();
        const auto take = [&](const auto& leaf) { numbers.push_back(number_of(leaf)); };
        visit_scalars(y, take);
        const scalar* next = numbers.data();
        return in_shape_of<scalar>(y, next);
      };
      if constexpr (WithValue) {
        auto values = shaped(primal_part<typename decltype(slope_of)::number>{});
        auto slopes = shaped(slope_of);
        return value_and_jvp_result<decltype(values), decltype(slopes)>{std::move(values),
                                                                        std::move(slopes)};
      } else {
        return shaped(slope_of);
      }
    });
  }

  template <class Spans, class... X>
  void write(const workspace& memory, const Spans& out, const X&... x) const {
    split(memory, std::tie(x...), [&](const auto& y, auto slope_of) {
      using scalar = typename decltype(slope_of)::scalar;
      require_spans<scalar, WithValue ? 2 : 1>(out);
      const std::size_t rows = count_scalars(y);
      std::apply(
          [&](const auto&... part) {
            std::size_t k = 0;
            ((part.size() == rows ? void(++k) : throw_wrong_size(k, rows, part.size())), ...);
          },
          out);
      std::size_t i = 0;
      constexpr primal_part<typename decltype(slope_of)::number> value_of{};
      const auto take = [&](const auto& leaf) {
        if constexpr (WithValue) std::get<0>(out)[i] = value_of(leaf);
        std::get<WithValue ? 1 : 0>(out)[i] = slope_of(leaf);
        ++i;
      };
      visit_scalars(y, take);
    });
  }

 private:
  template <class All, class Use>
  auto split(const workspace& memory, const All& all, Use use) const {
    constexpr std::size_t count = std::tuple_size_v<All>;
    constexpr auto points = static_cast<std::size_t>(
        Wrt::count == 0 ? count / 2 : count - static_cast<std::size_t>(Wrt::count));
    return [&]<std::size_t... Index, std::size_t... V>(std::index_sequence<Index...>,
                                                       std::index_sequence<V...>) {
      using scalar = run_time_scalar<std::remove_cvref_t<std::tuple_element_t<Index, All>>...>;
      const joined<scalar, std::remove_cvref_t<std::tuple_element_t<points + V, All>>...> tangents(
          std::get<points + V>(all)...);
      return along<scalar>(memory, tangents.scalars(), use, std::get<Index>(all)...);
    }
    (std::make_index_sequence<points>{}, std::make_index_sequence<count - points>{});
  }

  template <class T, class Use, class... A>
  auto along(const workspace& memory, std::span<const T> direction, Use use, const A&... a) const {
    using number = level<F, T, 1>;
    run_time_arguments<F, Wrt, number, A...> x(memory, a...);
    if (direction.size() != x.columns()) throw_wrong_length(x.columns(), direction.size());
    x.seed(0, x.columns(), [&](number& leaf, std::size_t j) { leaf.set_tangent(0, direction[j]); });
    const auto y = x.call(f);
    return use(y, slope<number>{});
  }
};

/// A sink for a sweep: the sum of the rows of the Jacobian, each times its weight, and the values if
/// `WithValue`, in memory of its own or of the caller.
template <class T, bool WithValue>
class weighted_rows {
 public:
  explicit weighted_rows(std::span<const T> weights) : weights_(weights) {}
  template <class... Out>
  weighted_rows(std::span<const T> weights, const std::tuple<Out...>& out)
      : weights_(weights), sums_(std::get < WithValue ? 1 : 0 > (out)), borrowed_(true) {
    if constexpr (WithValue) values_ = std::get<0>(out);
  }

  template <class Y>
  void start(const Y&, std::size_t rows, std::size_t columns) {
    if (weights_.size() != rows) throw_wrong_length(rows, weights_.size());
    if (borrowed_) {
      if (WithValue && values_.size() != rows) throw_wrong_size(0, rows, values_.size());
      if (sums_.size() != columns) throw_wrong_size(WithValue ? 1 : 0, columns, sums_.size());
    } else {
      own_.resize(columns + (WithValue ? rows : 0));
      sums_ = std::span(own_).first(columns);
      values_ = std::span(own_).subspan(columns);
    }
    for (T& sum : sums_) sum = T(0);
  }
  void value([[maybe_unused]] std::size_t i, [[maybe_unused]] const T& y) {
    if constexpr (WithValue) values_[i] = y;
  }
  void entry(std::size_t i, std::size_t j, const T& slope) {
    sums_[j] += operation<opcode::zero_multiply>::value(slope, weights_[i]);
  }
  // The same at once.
  const T& weight(std::size_t i) const { return weights_[i]; }
  void sum(std::size_t j, const T& sum) { sums_[j] = sum; }
  const T* data() const { return sums_.data(); }
  std::span<const T> values() const { return values_; }

 private:
  std::span<const T> weights_;
  std::span<T> sums_;
  std::span<T> values_;
  std::vector<T> own_;
  bool borrowed_ = false;
};

/// The weighted sum of the rows of the Jacobian; the weights follow the points.
template <class F, class Wrt, bool WithValue>
struct run_time_adjoint {
  const F& f;

  template <class... X>
  auto compute(const workspace& memory, const X&... x) const {
    return split(std::tie(x...), [&](auto weights, const auto&... a) {
      using scalar = std::remove_const_t<typename decltype(weights)::element_type>;
      using sums = weighted_rows<scalar, WithValue>;
      if constexpr (WithValue) {
        using result = run_time_result<F, lane_limit<scalar>, std::remove_cvref_t<decltype(a)>...>;
        static_assert(result_requirement<F, result>::met);
        shaped_results<scalar, result, sums> results{sums(weights)};
        run_time_sweep<Wrt, jacobian_mode::automatic, 1>(f, memory, results, a...);
        results.finish();
        auto slopes = mirrored_arguments<Wrt>(results.results.data(), a...);
        return value_and_vjp_result<decltype(results.y), decltype(slopes)>{std::move(results.y),
                                                                           std::move(slopes)};
      } else {
        sums results(weights);
        run_time_sweep<Wrt, jacobian_mode::automatic, 1>(f, memory, results, a...);
        return mirrored_arguments<Wrt>(results.data(), a...);
      }
    });
  }

  template <class Spans, class... X>
  void write(const workspace& memory, const Spans& out, const X&... x) const {
    split(std::tie(x...), [&](auto weights, const auto&... a) {
      using scalar = std::remove_const_t<typename decltype(weights)::element_type>;
      require_spans<scalar, WithValue ? 2 : 1>(out);
      weighted_rows<scalar, WithValue> sums(weights, out);
      run_time_sweep<Wrt, jacobian_mode::automatic, 1>(f, memory, sums, a...);
    });
  }

 private:
  template <class All, class Use>
  auto split(const All& all, Use use) const {
    constexpr std::size_t points = std::tuple_size_v<All> - 1;
    return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      using scalar = run_time_scalar<std::remove_cvref_t<std::tuple_element_t<Index, All>>...>;
      using last = std::remove_cvref_t<std::tuple_element_t<points, All>>;
      const joined<scalar, last> weights(std::get<points>(all));
      return use(weights.scalars(), std::get<Index>(all)...);
    }
    (std::make_index_sequence<points>{});
  }
};

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
