// SPDX-License-Identifier: MIT
// Checks of derivatives whose number is known at run time only, and of sums and recurrences, which bring verbs of
// their own.
#pragma once

#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <etad/call/run_time/call.hpp>
#include <etad/call/run_time/reverse_sweep.hpp>
#include <etad/check/black_box.hpp>
#include <etad/check/check_derivatives.hpp>
#include <etad/check/derivative_report.hpp>
#include <etad/verb/products.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A Jacobian twice, by rows.
template <class T>
struct flat_jacobians {
  std::vector<T> tangents;
  std::vector<T> adjoints;
};

/// Compares columns of differences with both.
template <class T, class Wide>
class flat_comparison {
 public:
  using difference = extrapolation<Wide>;

  explicit flat_comparison(const flat_jacobians<T>& jacobians) : jacobians_(jacobians) {}

  void start(const auto&, std::size_t, std::size_t columns) { columns_ = columns; }
  void column(std::size_t j, const Wide& x, const auto& column, const auto& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::size_t k = i * columns_ + j;
      const T& tangent_entry = jacobians_.tangents[k];
      const T& adjoint_entry = jacobians_.adjoints[k];
      if (is_finite(values[i])) {
        compared_.add(i, j, tangent_entry, adjoint_entry, column[i], values[i], x);
      } else if (finite_) {
        finite_ = false;
        not_finite_ = compared_.not_finite(i, tangent_entry, adjoint_entry);
      }
    }
  }
  /// `jacobian_nearby()` gives both at a point close by.
  template <class Nearby, class Place>
  derivative_report<T> finish(Nearby jacobian_nearby, Place place) {
    if (!finite_) return not_finite_;
    return compared_.finish(
        [&](int i, int j) {
          return jacobian_nearby()
              .tangents[static_cast<std::size_t>(i) * columns_ + static_cast<std::size_t>(j)];
        },
        place);
  }

 private:
  const flat_jacobians<T>& jacobians_;
  comparison<T, Wide> compared_;
  derivative_report<T> not_finite_;
  std::size_t columns_ = 0;
  bool finite_ = true;
};

/// Compares jacobians(a...) with differences of f(a...) by what Wrt selects.
template <class Wide, class Wrt, class F, class Jacobians, class Steps, class Place, class... A>
auto compare_with_differences(const F& f, const Jacobians& jacobians, Steps steps, Place place,
                              const A&... a) {
  using scalar = run_time_scalar<A...>;
  const flat_jacobians<scalar> at_point = jacobians(a...);
  flat_comparison<scalar, Wide> compared(at_point);
  difference_columns<Wide, Wrt>(f, steps, compared, a...);
  const auto nearby = [&] {
    const workspace memory;
    run_time_arguments<Jacobians, Wrt, scalar, A...> close(memory, a...);
    close.seed(0, close.columns(), [](scalar& leaf, std::size_t) { leaf = next_to(leaf); });
    return close.call(jacobians);
  };
  return compared.finish(nearby, place);
}

/// Both Jacobians of a call of run-time size.
template <class F, class Wrt>
struct run_time_jacobians {
  const F& f;

  template <class... A>
  auto operator()(const A&... a) const {
    using scalar = run_time_scalar<A...>;
    const workspace memory;
    const auto all = [](std::size_t, std::size_t) { return true; };
    flat_results<scalar, false> tangents(0);
    sweep_forward<Wrt>(f, memory, tangents, all, a...);
    flat_jacobians<scalar> both;
    both.tangents.assign(tangents.entries().begin(), tangents.entries().end());
    if constexpr (recordable_call<F, A...>) {
      flat_results<scalar, false> adjoints(0);
      sweep_reverse<Wrt, false>(f, memory, adjoints, a...);
      both.adjoints.assign(adjoints.entries().begin(), adjoints.entries().end());
    } else {
      both.adjoints = both.tangents;
    }
    return both;
  }
};

/// What check_derivatives does of vectors.
template <class Wrt, class F, class... A>
auto check_at_run_time(const F& f, const A&... a) {
  require_generic<F, A...>();
  using scalar = run_time_scalar<A...>;
  using wide = difference_scalar<scalar>;
  const auto place = [&](int column, auto& report) {
    place_variable<Wrt>(std::array<std::size_t, sizeof...(A)>{leaves_of(a)...}, column, report);
  };
  return compare_with_differences<wide, Wrt>(f, run_time_jacobians<F, Wrt>{f},
                                             steps_of_check<scalar, wide>, place, a...);
}

/// All numbers of a result.
template <class T>
std::vector<T> scalars_of(const auto& result) {
  std::vector<T> scalars;
  const auto take = [&](const auto& leaf) { scalars.push_back(static_cast<T>(leaf)); };
  visit_scalars(result, take);
  return scalars;
}

/// The derivatives that F's own verbs give.
template <class F, class Moved>
struct own_jacobians {
  const F& f;

  template <class... A>
  auto operator()(const A&... a) const {
    return Moved::with(
        [&]<class... X>(const X&... x) {
          using scalar = run_time_scalar<X...>;
          flat_jacobians<scalar> both;
          if constexpr (has_own_products<F>) {
            const auto y = f(a...);
            const std::size_t rows = scalars_of<scalar>(y).size();
            std::size_t columns = 0;
            ((columns += leaves_of(x)), ...);
            both.tangents.resize(rows * columns);
            for (std::size_t i = 0; i < rows; ++i) {
              const auto weights = unit<scalar>(rows, i);
              const scalar* next = weights.data();
              const auto row = scalars_of<scalar>(
                  vjp(f, typename Moved::wrt{})(a..., in_shape_of<scalar>(y, next)));
              both.adjoints.insert(both.adjoints.end(), row.begin(), row.end());
            }
            for (std::size_t j = 0; j < columns; ++j) {
              const auto tangents = unit<scalar>(columns, j);
              const auto column = std::apply(
                  [&](const auto&... v) {
                    return scalars_of<scalar>(jvp(f, typename Moved::wrt{})(a..., v...));
                  },
                  as_tuple(mirrored_arguments<wrt_t<>>(tangents.data(), x...)));
              for (std::size_t i = 0; i < rows; ++i) both.tangents[i * columns + j] = column[i];
            }
          } else {
            both.tangents = both.adjoints = scalars_of<scalar>(gradient(f)(a...));
          }
          return both;
        },
        a...);
  }

 private:
  template <class T>
  static std::vector<T> unit(std::size_t size, std::size_t k) {
    std::vector<T> all(size);
    all[k] = T(1);
    return all;
  }
  /// A gradient by one argument is no tuple.
  template <class Mirrored>
  static auto as_tuple(Mirrored mirrored) {
    if constexpr (Moved::count == 1) {
      return std::tuple(std::move(mirrored));
    } else {
      return mirrored;
    }
  }
};

/// Checks what gradient, vjp and jvp make of F against differences in the scalar type of the call, since lanes have
/// no wider one.
template <class Wrt, class F, class... A>
auto check_own_verbs(const F& f, const A&... a) {
  static_assert(
      has_own_products<F> || Wrt::count == 0 || std::same_as<Wrt, wrt_t<0>>,
      "ETAD-128: etad::check_derivatives of a sum checks its gradient by the parameters, which are "
      "argument 0; wrt<I...> of another argument was seen. Leave wrt out, or check the kernel.");
  using moved = moved_arguments<std::conditional_t<has_own_products<F>, Wrt, wrt_t<0>>, A...>;
  const auto all = std::tie(a...);
  const own_jacobians<F, moved> jacobians{f};
  const auto place = [&](int column, auto& report) {
    const auto size = []<class X>(const X& x) {
      if constexpr (made_of_numbers<X>) {
        return leaves_of(x);
      } else {
        return std::size_t{0};
      }
    };
    place_variable<typename moved::wrt>(std::array<std::size_t, sizeof...(A)>{size(a)...}, column,
                                        report);
  };
  return moved::with(
      [&]<class... X>(const X&... x) {
        using scalar = run_time_scalar<X...>;
        return compare_with_differences<scalar, wrt_t<>>(
            function_of_moved<F, moved, A...>{f, all},
            function_of_moved<own_jacobians<F, moved>, moved, A...>{jacobians, all},
            steps_of_black_box<scalar>, place, x...);
      },
      a...);
}

template <class Wrt, class F>
struct flat_check {
  template <class... A>
  static auto run(const F& f, const A&... a) {
    if constexpr (has_own_verbs<F>) {
      return check_own_verbs<Wrt>(f, a...);
    } else {
      return check_at_run_time<Wrt>(f, a...);
    }
  }
};

}  // namespace etad::inline ETAD_ABI::detail
