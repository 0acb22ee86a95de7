// SPDX-License-Identifier: MIT
// A growing array for constant evaluation.
#pragma once

#include <cstddef>
#include <initializer_list>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

/// What the passes use of std::vector, at a fraction of its cost inside the compilers, which count
/// and limit the statements that a constant takes: push_back is three statements here and about
/// twenty there, and `items` is indexed, and `count` read, without a call.
template <class T>
class buffer {
 public:
  using value_type = T;

  T* items = nullptr;
  std::size_t count = 0;

  constexpr buffer() = default;
  /// n zeros, without a statement for each.
  constexpr explicit buffer(std::size_t n) : items(new T[n]{}), count(n), capacity_(n) {}
  constexpr buffer(std::size_t n, const T& value) : items(new T[n]{}), count(n), capacity_(n) {
    for (std::size_t i = 0; i < n; ++i) items[i] = value;
  }
  constexpr buffer(std::initializer_list<T> values)
      : items(new T[values.size()]{}), capacity_(values.size()) {
    for (const T& value : values) items[count++] = value;
  }
  constexpr buffer(const buffer& other)
      : items(new T[other.count]{}), count(other.count), capacity_(other.count) {
    for (std::size_t i = 0; i < count; ++i) items[i] = other.items[i];
  }
  constexpr buffer(buffer&& other) noexcept
      : items(other.items), count(other.count), capacity_(other.capacity_) {
    other.items = nullptr;
    other.count = other.capacity_ = 0;
  }
  // Assignments of a buffer to itself are right without a comparison of addresses, which GCC 11 does not make in
  // constant evaluation; clang-tidy looks for one. NOLINTNEXTLINE(bugprone-unhandled-self-assignment)
  constexpr buffer& operator=(const buffer& other) {
    const std::size_t size = other.count;
    count = 0;
    reserve(size);
    for (std::size_t i = 0; i < size; ++i) items[i] = other.items[i];
    count = size;
    return *this;
  }
  constexpr buffer& operator=(buffer&& other) noexcept {
    T* const taken = other.items;
    const std::size_t size = other.count;
    const std::size_t capacity = other.capacity_;
    other.items = nullptr;
    other.count = other.capacity_ = 0;
    delete[] items;
    items = taken;
    count = size;
    capacity_ = capacity;
    return *this;
  }
  constexpr ~buffer() { delete[] items; }

  constexpr std::size_t size() const { return count; }
  constexpr T* data() { return items; }
  constexpr const T* data() const { return items; }
  constexpr bool empty() const { return count == 0; }
  constexpr T& operator[](std::size_t i) { return items[i]; }
  constexpr const T& operator[](std::size_t i) const { return items[i]; }
  constexpr T* begin() { return items; }
  constexpr T* end() { return items + count; }
  constexpr const T* begin() const { return items; }
  constexpr const T* end() const { return items + count; }
  constexpr T& back() { return items[count - 1]; }
  constexpr const T& back() const { return items[count - 1]; }
  constexpr T& front() { return items[0]; }
  constexpr const T& front() const { return items[0]; }

  constexpr void push_back(const T& value) {
    if (count == capacity_) grow();
    items[count++] = value;
  }
  constexpr void assign(std::size_t n, const T& value) { *this = buffer(n, value); }
  constexpr void pop_back() { --count; }
  constexpr void clear() { count = 0; }
  /// Makes n of the reserved `items` the contents: where they are written without push_back.
  constexpr void set_size(std::size_t n) { count = n; }
  constexpr void reserve(std::size_t n) {
    if (n > capacity_) reallocate(n);
  }
  /// Appends n values.
  constexpr void append(std::size_t n, const T& value) {
    for (std::size_t i = 0; i < n; ++i) push_back(value);
  }
  /// Removes the n values from position i on.
  constexpr void remove(std::size_t i, std::size_t n = 1) {
    for (std::size_t k = i; k + n < count; ++k) items[k] = items[k + n];
    count -= n;
  }

  constexpr bool operator==(const buffer& other) const {
    if (count != other.count) return false;
    for (std::size_t i = 0; i < count; ++i) {
      if (!(items[i] == other.items[i])) return false;
    }
    return true;
  }

 private:
  constexpr void grow() { reallocate(capacity_ == 0 ? 16 : 2 * capacity_); }

  constexpr void reallocate(std::size_t n) {
    T* const larger = new T[n]{};
    for (std::size_t i = 0; i < count; ++i) larger[i] = static_cast<T&&>(items[i]);
    delete[] items;
    items = larger;
    capacity_ = n;
  }

  std::size_t capacity_ = 0;
};

}  // namespace etad::inline ETAD_ABI::detail
