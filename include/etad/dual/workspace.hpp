// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI {

/// Memory that verbs of run-time sized arguments work in. Pass the same one, as last argument, to
/// every call of a loop: it grows to what the largest call needs, and later calls allocate nothing.
///
///   etad::workspace memory;
///   for (...) gradient(f)(x, out, memory);   // x: std::span<const double>, out: std::span<double>
///
/// A handle: a constant workspace still lends its memory. Not for calls that run at the same time.
class workspace {
 public:
  /// How many bytes are held.
  std::size_t capacity() const noexcept { return held_->bytes; }

  /// The first of `count` numbers that are zero; they live until the next call, which gives the same
  /// memory again.
  template <class Number>
  requires std::is_trivially_destructible_v<Number> Number* take(std::size_t count) const {
    const std::size_t needed = count * sizeof(Number);
    if (held_->bytes < needed || held_->alignment < alignof(Number)) {
      const std::size_t alignment =
          held_->alignment < alignof(Number) ? alignof(Number) : held_->alignment;
      // Released first, so that both never exist together.
      held_->memory.reset();
      *held_ = block{storage(::operator new(needed, std::align_val_t(alignment)),
                             release{std::align_val_t(alignment)}),
                     needed, alignment};
    }
    Number* const first = static_cast<Number*>(held_->memory.get());
    std::uninitialized_value_construct_n(first, count);
    return first;
  }

 private:
  struct release {
    std::align_val_t alignment;
    void operator()(void* memory) const { ::operator delete(memory, alignment); }
  };
  using storage = std::unique_ptr<void, release>;
  struct block {
    storage memory;
    std::size_t bytes;
    std::size_t alignment;
  };

  static block empty() {
    constexpr std::size_t alignment = alignof(std::max_align_t);
    return {storage(nullptr, release{std::align_val_t(alignment)}), 0, alignment};
  }

  std::unique_ptr<block> held_ = std::make_unique<block>(empty());
};

}  // namespace etad::inline ETAD_ABI
