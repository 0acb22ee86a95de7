// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <utility>

// uBLAS derives from std::iterator, and clang says so although it is a system header.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include <boost/numeric/ublas/storage.hpp>

/// Boost.Odeint's rosenbrock4 for C++20. uBLAS of Boost 1.74, Debian 12's, calls the allocator's
/// member construct, which C++20 took away from std::allocator, and rosenbrock4 leaves no choice of
/// another storage. So the default storage of its two element types becomes one whose allocator
/// still has that member, before the rest of Odeint is seen.
namespace boost::numeric::ublas {

template <class T>
struct constructing_allocator : std::allocator<T> {
  template <class U, class... Args>
  void construct(U* place, Args&&... args) {
    std::construct_at(place, std::forward<Args>(args)...);
  }
  template <class U>
  void destroy(U* place) {
    std::destroy_at(place);
  }
};

template <>
class unbounded_array<double, std::allocator<double>>
    : public unbounded_array<double, constructing_allocator<double>> {
 public:
  using unbounded_array<double, constructing_allocator<double>>::unbounded_array;
};

template <>
class unbounded_array<std::size_t, std::allocator<std::size_t>>
    : public unbounded_array<std::size_t, constructing_allocator<std::size_t>> {
 public:
  using unbounded_array<std::size_t, constructing_allocator<std::size_t>>::unbounded_array;
};

}  // namespace boost::numeric::ublas

#include <boost/numeric/odeint.hpp>
#include <boost/numeric/ublas/matrix.hpp>
#include <boost/numeric/ublas/vector.hpp>
#pragma GCC diagnostic pop
