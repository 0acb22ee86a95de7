// SPDX-License-Identifier: MIT
// The carries that reverse mode of a recurrence keeps: a stack in a workspace.
#pragma once

#include <cstddef>
#include <new>
#include <type_traits>
#include <vector>

#include <etad/dual/workspace.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Memory for one Item, which constructing it leaves alone.
template <class Item>
struct alignas(Item) alignas(std::size_t) raw_memory {
  std::byte bytes[sizeof(Item)];
  raw_memory() noexcept {}  // not defaulted, which would fill it with zeros
};

/// Carry number k of those that are kept, and of which step it is the argument. If all carries of the
/// recurrence are kept, that is k, and no memory is spent on it.
template <class Carry>
class carry_store {
 public:
  carry_store(const workspace& memory, std::size_t kept, std::size_t all) : all_kept_(kept == all) {
    using chunk = raw_memory<Carry>;
    const std::size_t place_bytes = all_kept_ ? 0 : kept * sizeof(std::size_t);
    const std::size_t chunks = kept + (place_bytes + sizeof(chunk) - 1) / sizeof(chunk);
    chunk* const first = memory.template take<chunk>(chunks);
    carries_ = first;
    places_ = reinterpret_cast<std::byte*>(first + kept);
  }

  void put(std::size_t k, std::size_t place, const Carry& carry) {
    ::new (static_cast<void*>(carries_ + k)) Carry(carry);
    if (!all_kept_)
      ::new (static_cast<void*>(places_ + k * sizeof(std::size_t))) std::size_t(place);
  }
  const Carry& operator[](std::size_t k) const {
    return *std::launder(reinterpret_cast<const Carry*>(carries_ + k));
  }
  std::size_t place(std::size_t k) const {
    if (all_kept_) return k;
    return *std::launder(reinterpret_cast<const std::size_t*>(places_ + k * sizeof(std::size_t)));
  }

 private:
  raw_memory<Carry>* carries_;
  std::byte* places_;
  bool all_kept_;
};

/// Carries of number classes that own memory themselves.
template <class Carry>
  requires(!std::is_trivially_destructible_v<Carry>)
class carry_store<Carry> {
 public:
  carry_store(const workspace&, std::size_t kept, std::size_t) : carries_(kept), places_(kept) {}

  void put(std::size_t k, std::size_t place, const Carry& carry) {
    carries_[k] = carry;
    places_[k] = place;
  }
  const Carry& operator[](std::size_t k) const { return carries_[k]; }
  std::size_t place(std::size_t k) const { return places_[k]; }

 private:
  std::vector<Carry> carries_;
  std::vector<std::size_t> places_;
};

}  // namespace etad::inline ETAD_ABI::detail
