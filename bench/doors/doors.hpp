// SPDX-License-Identifier: MIT
// The ways in which data come to a verb and results leave it, each beside hand-written code that is called in
// the same way. A workload of the harness is here a workload and a door: "W3 spans out".
#pragma once

#include <Eigen/Core>
#include <cstring>
#include <new>
#include <span>
#include <type_traits>
#include <utility>

#include <etad/etad.hpp>
#include <etad/interop/ceres.hpp>
#include <etad/interop/eigen_elements.hpp>

#include "../workloads.hpp"

namespace bench::doors {

/// The function of a workload, of anything that is indexed like an array, or of numbers one by one.
template <class Workload>
struct by_elements {
  template <class X, class... Data>
  constexpr auto operator()(const X& x, const Data&... data) const {
    using number = std::remove_cvref_t<decltype(x[0])>;
    std::array<number, Workload::variables> values{};
    for (std::size_t i = 0; i < Workload::variables; ++i) values[i] = x[i];
    if constexpr (sizeof...(Data) == 0) {
      return Workload::evaluate(values, std::array<double, 0>{});
    } else {
      return Workload::evaluate(values, data...);
    }
  }
};

template <class Workload, class Indices = std::make_index_sequence<Workload::variables>>
struct by_scalars;
template <class Workload, std::size_t... Index>
struct by_scalars<Workload, std::index_sequence<Index...>> {
  static constexpr auto wrt = etad::wrt<static_cast<int>(Index)...>;
  template <class... X>
  constexpr auto operator()(const X&... x) const {
    return call(std::tie(x...), std::make_index_sequence<Workload::data>{});
  }

 private:
  template <class All, std::size_t... D>
  static constexpr auto call(const All& all, std::index_sequence<D...>) {
    using number = std::common_type_t<std::remove_cvref_t<std::tuple_element_t<Index, All>>...>;
    if constexpr (sizeof...(D) == 0) {
      return Workload::evaluate(std::array<number, Workload::variables>{std::get<Index>(all)...},
                                std::array<double, 0>{});
    } else {
      using datum = std::common_type_t<
          std::remove_cvref_t<std::tuple_element_t<sizeof...(Index) + D, All>>...>;
      return Workload::evaluate(
          std::array<number, Workload::variables>{std::get<Index>(all)...},
          std::array<datum, Workload::data>{std::get<sizeof...(Index) + D>(all)...});
    }
  }
};

/// The same as a functor for Ceres: data are members.
template <class Workload>
struct residual_functor {
  std::array<double, Workload::data> data;
  template <class T>
  constexpr bool operator()(const T* x, T* residuals) const {
    std::array<T, Workload::variables> values{};
    for (std::size_t i = 0; i < Workload::variables; ++i) values[i] = x[i];
    store(Workload::evaluate(values, data), residuals);
    return true;
  }

 private:
  template <class T>
  static constexpr void store(const T& y, T* residuals) {
    *residuals = y;
  }
  template <class T, std::size_t Count>
  static constexpr void store(const std::array<T, Count>& y, T* residuals) {
    for (std::size_t i = 0; i < Count; ++i) residuals[i] = y[i];
  }
};
template <class Workload>
  requires(Workload::data == 0)
struct residual_functor<Workload> {
  template <class T>
  constexpr bool operator()(const T* x, T* residuals) const {
    std::array<T, Workload::variables> values{};
    for (std::size_t i = 0; i < Workload::variables; ++i) values[i] = x[i];
    store(Workload::evaluate(values, std::array<double, 0>{}), residuals);
    return true;
  }

 private:
  template <class T>
  static constexpr void store(const T& y, T* residuals) {
    *residuals = y;
  }
  template <class T, std::size_t Count>
  static constexpr void store(const std::array<T, Count>& y, T* residuals) {
    for (std::size_t i = 0; i < Count; ++i) residuals[i] = y[i];
  }
};

/// What is computed of a workload: Second tells of gradient and Hessian, else it is the first derivative.
template <class Workload, bool Second>
struct derivative {
  static constexpr std::size_t n = Workload::variables;
  static constexpr std::size_t values = Workload::results;
  static constexpr std::size_t numbers = values + values * n + (Second ? n * n : 0);
  using point = typename Workload::point;

  template <class F, class Wrt>
  static constexpr auto of(const F& f, Wrt wrt) {
    if constexpr (Second) {
      return etad::value_gradient_hessian(f, wrt);
    } else if constexpr (values == 1) {
      return etad::value_and_gradient(f, wrt);
    } else {
      return etad::value_and_jacobian(f, wrt);
    }
  }
  /// Calls one(x..., data...) with the numbers of a point.
  template <class One>
  [[gnu::always_inline]] static void each_number(const point& p, const One& one) {
    [&]<std::size_t... I, std::size_t... D>(std::index_sequence<I...>, std::index_sequence<D...>) {
      one(p.x[I]..., p.data[D]...);
    }
    (std::make_index_sequence<n>{}, std::make_index_sequence<Workload::data>{});
  }

  /// The result, with x in any form.
  template <class X>
  [[gnu::always_inline]] static auto at(const X& x, const point& p) {
    if constexpr (Workload::data == 0) {
      return of(by_elements<Workload>{}, etad::wrt<0>)(x);
    } else {
      return of(by_elements<Workload>{}, etad::wrt<0>)(x, p.data);
    }
  }
  /// The same into memory.
  template <class X, class... More>
  [[gnu::always_inline]] static void into(double* out, const X& x, const point& p,
                                          const More&... more) {
    const std::span<double> value(out, values);
    const std::span<double> first(out + values, values * n);
    const auto call = [&](const auto&... all) __attribute__((always_inline)) {
      of(by_elements<Workload>{}, etad::wrt<0>)(all...);
    };
    if constexpr (Second) {
      const std::span<double> second(out + values + values * n, n * n);
      if constexpr (Workload::data == 0) {
        call(x, value, first, second, more...);
      } else {
        call(x, p.data, value, first, second, more...);
      }
    } else if constexpr (Workload::data == 0) {
      call(x, value, first, more...);
    } else {
      call(x, p.data, value, first, more...);
    }
  }
};

template <class Workload>
struct named {
  static std::string workload(const char* door) { return std::string(Workload::name) + " " + door; }
};

/// The numbers of a point, data last.
template <class Point, class... X>
[[gnu::always_inline]] inline void fill(Point& point, X... x) {
  std::size_t k = 0;
  const auto put = [&](double number) __attribute__((always_inline)) {
    if (k < point.x.size()) {
      point.x[k] = number;
    } else {
      point.data[k - point.x.size()] = number;
    }
    ++k;
  };
  (put(x), ...);
}

/// Memory for the result, aligned as the widest loads.
inline double* result_memory() {
  alignas(64) static double memory[512];
  double* first = memory;
  asm volatile("" : "+r"(first) : : "memory");
  return first;
}

template <class Workload, class Run>
[[gnu::noinline]] void run_at(const typename Workload::point& point, double* out) {
  Run{}(point, out);
}

/// Registers run(point, out), which writes an Object, or as many numbers as there are.
template <class Workload, class Object, class Run>
void enter(const char* door, const char* name, kind what, Run) {
  contenders().push_back({named<Workload>::workload(door), name, what,
                          [](std::size_t i) {
                            std::vector<double> numbers;
                            run_at<Workload, Run>(points<Workload>()[i], result_memory());
                            flatten(*std::launder(reinterpret_cast<const Object*>(result_memory())),
                                    numbers);
                            return numbers;
                          },
                          [](std::size_t count) {
                            const auto* inputs = points<Workload>();
                            double* const out = result_memory();
                            for (std::size_t i = 0; i < count; ++i) {
                              run_at<Workload, Run>(inputs[i % point_count], out);
                              asm volatile("" : "+r"(inputs) : : "memory");
                            }
                          }});
}

/// Registers all doors of a workload; hand computes a result from a point.
template <class Workload, bool Second, class Hand>
bool add_doors(const char* name, Hand) {
  using point = typename Workload::point;
  using task = derivative<Workload, Second>;
  using flat = std::array<double, task::numbers>;
  using by_hand = decltype(Hand{}(std::declval<const point&>()));
  constexpr std::size_t n = Workload::variables;

  const auto in_place = [](const point& p, double* out) __attribute__((always_inline)) {
    ::new (static_cast<void*>(out)) by_hand(Hand{}(p));
  };
  const auto hand = [&](const char* door) {
    enter<Workload, by_hand>(door, name, kind::hand, in_place);
  };

  hand("in place");
  enter<Workload, flat>("in place", "etad", kind::etad, [](const point& p, double* out) {
    using result = decltype(task::at(p.x, p));
    ::new (static_cast<void*>(out)) result(task::at(p.x, p));
  });

  if constexpr (n <= 12) {
    enter<Workload, by_hand>("scalars", name, kind::hand, [](const point& p, double* out) {
      task::each_number(
          p, [out](auto... x) __attribute__((noinline)) {
            const double all[] = {x...};
            point here;
            std::memcpy(&here, all, sizeof here);
            ::new (static_cast<void*>(out)) by_hand(Hand{}(here));
          });
    });
    using scalars = by_scalars<Workload>;
    using scalars = by_scalars<Workload>;
    enter<Workload, flat>("scalars", "etad", kind::etad, [](const point& p, double* out) {
      task::each_number(
          p, [out](auto... x) __attribute__((noinline)) {
            // Of several numbers, a gradient is a tuple: flat memory takes it in order.
            const auto memory = [out](std::size_t first, std::size_t count) {
              return std::span<double>(out + first, count);
            };
            constexpr std::size_t v = task::values;
            if constexpr (Second) {
              task::of(scalars{}, scalars::wrt)(x..., memory(0, v), memory(v, v * n),
                                                memory(v + v * n, n * n));
            } else {
              task::of(scalars{}, scalars::wrt)(x..., memory(0, v), memory(v, v * n));
            }
          });
    });
  }

  hand("spans out");
  enter<Workload, flat>("spans out", "etad", kind::etad,
                        [](const point& p, double* out) { task::into(out, p.x, p); });

  enter<Workload, by_hand>("copied in", name, kind::hand, [](const point& p, double* out) {
    const point local = p;
    ::new (static_cast<void*>(out)) by_hand(Hand{}(local));
  });
  enter<Workload, flat>("copied in", "etad", kind::etad, [](const point& p, double* out) {
    const point local = p;
    using result = decltype(task::at(local.x, local));
    ::new (static_cast<void*>(out)) result(task::at(local.x, local));
  });

  enter<Workload, by_hand>("copied out", name, kind::hand, [](const point& p, double* out) {
    const by_hand result = Hand{}(p);
    std::memcpy(out, &result, sizeof result);
  });
  enter<Workload, flat>("copied out", "etad", kind::etad, [](const point& p, double* out) {
    const auto result = task::at(p.x, p);
    std::memcpy(out, &result, sizeof(flat));
  });

  if constexpr (!Second) {
    hand("ceres");
    enter<Workload, flat>("ceres", "etad", kind::etad, [](const point& p, double* out) {
      using functor = residual_functor<Workload>;
      const etad::ceres_evaluator<functor, task::values, n> evaluator{[&] {
        if constexpr (Workload::data == 0) {
          return functor{};
        } else {
          return functor{p.data};
        }
      }()};
      const double* const parameters[] = {p.x.data()};
      double* jacobians[] = {out + task::values};
      evaluator.evaluate(parameters, out, jacobians);
    });
  }

  hand("eigen in");
  enter<Workload, flat>("eigen in", "etad", kind::etad, [](const point& p, double* out) {
    using vector = Eigen::Matrix<double, static_cast<int>(n), 1, Eigen::DontAlign>;
    static_assert(sizeof(vector) == sizeof p.x);
    task::into(out, reinterpret_cast<const vector&>(p.x), p);
  });

  hand("span of n in");
  hand("array[n] in");
  hand("eigen elements");
  enter<Workload, flat>("eigen elements", "etad", kind::etad, [](const point& p, double* out) {
    using vector = Eigen::Matrix<double, static_cast<int>(n), 1, Eigen::DontAlign>;
    task::into(out, etad::by_elements(reinterpret_cast<const vector&>(p.x)), p);
  });
  enter<Workload, flat>("span of n in", "etad", kind::etad, [](const point& p, double* out) {
    task::into(out, std::span<const double, n>(p.x.data(), n), p);
  });
  enter<Workload, flat>("array[n] in", "etad", kind::etad, [](const point& p, double* out) {
    task::into(out, reinterpret_cast<const double(&)[n]>(p.x), p);
  });

  hand("span in");
  enter<Workload, flat>("span in", "etad", kind::etad, [](const point& p, double* out) {
    static etad::workspace memory;
    task::into(out, std::span<const double>(p.x), p, memory);
  });
  return true;
}

}  // namespace bench::doors
