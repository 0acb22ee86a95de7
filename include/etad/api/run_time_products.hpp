// SPDX-License-Identifier: MIT
// Products of derivatives with vectors, of arguments of run-time size.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <etad/api/run_time_tasks.hpp>

namespace etad::inline ETAD_ABI::detail {

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

template <class Spans>
constexpr void require_one_span() {
  static_assert(std::tuple_size_v<Spans> == 1,
                "ETAD-031: etad requires one trailing std::span for each result of the verb; jvp, "
                "vjp and hvp have one. Input spans are std::span<const T>.");
}

/// The tangent of a number in a result; plain numbers are constants.
template <class Number>
struct slope {
  using scalar = typename Number::primal_type;
  template <class Leaf>
  scalar operator()(const Leaf& leaf) const {
    if constexpr (std::same_as<Leaf, Number>) {
      return tangent(leaf)[0];
    } else {
      return scalar(0);
    }
  }
};

/// The derivative along the tangents, which follow the points.
template <class F, class Wrt>
struct run_time_tangent {
  const F& f;

  template <class... X>
  auto compute(const workspace& memory, const X&... x) const {
    return split(memory, std::tie(x...), [](const auto& y, auto slope_of) {
      using scalar = typename decltype(slope_of)::scalar;
      std::vector<scalar> slopes;
      const auto take = [&](const auto& leaf) { slopes.push_back(slope_of(leaf)); };
      visit_scalars(y, take);
      const scalar* next = slopes.data();
      return in_shape_of<scalar>(y, next);
    });
  }

  template <class Spans, class... X>
  void write(const workspace& memory, const Spans& out, const X&... x) const {
    require_one_span<Spans>();
    split(memory, std::tie(x...), [&](const auto& y, auto slope_of) {
      std::size_t rows = 0;
      const auto count = [&](const auto&) { ++rows; };
      visit_scalars(y, count);
      const auto to = std::get<0>(out);
      if (to.size() != rows) throw_wrong_size(0, rows, to.size());
      std::size_t i = 0;
      const auto take = [&](const auto& leaf) { to[i++] = slope_of(leaf); };
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

/// A sink for a sweep: the sum of the rows of the Jacobian, each times its weight.
template <class T>
class weighted_rows {
 public:
  explicit weighted_rows(std::span<const T> weights) : weights_(weights) {}
  weighted_rows(std::span<const T> weights, std::span<T> out)
      : weights_(weights), sums_(out), borrowed_(true) {}

  template <class Y>
  void start(const Y&, std::size_t rows, std::size_t columns) {
    if (weights_.size() != rows) throw_wrong_length(rows, weights_.size());
    if (borrowed_) {
      if (sums_.size() != columns) throw_wrong_size(0, columns, sums_.size());
    } else {
      own_.resize(columns);
      sums_ = own_;
    }
    std::fill(sums_.begin(), sums_.end(), T(0));
  }
  void value(std::size_t, const T&) {}
  void entry(std::size_t i, std::size_t j, const T& slope) {
    sums_[j] += operation<opcode::zero_multiply>::value(slope, weights_[i]);
  }
  const T* data() const { return sums_.data(); }

 private:
  std::span<const T> weights_;
  std::span<T> sums_;
  std::vector<T> own_;
  bool borrowed_ = false;
};

/// The weighted sum of the rows of the Jacobian; the weights follow the points.
template <class F, class Wrt>
struct run_time_adjoint {
  const F& f;

  template <class... X>
  auto compute(const workspace& memory, const X&... x) const {
    return split(std::tie(x...), [&](auto weights, const auto&... a) {
      weighted_rows sums(weights);
      run_time_sweep<Wrt>(f, memory, sums, a...);
      return mirrored_arguments<Wrt>(sums.data(), a...);
    });
  }

  template <class Spans, class... X>
  void write(const workspace& memory, const Spans& out, const X&... x) const {
    require_one_span<Spans>();
    split(std::tie(x...), [&](auto weights, const auto&... a) {
      weighted_rows sums(weights, std::get<0>(out));
      run_time_sweep<Wrt>(f, memory, sums, a...);
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

}  // namespace etad::inline ETAD_ABI::detail
