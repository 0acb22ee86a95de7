// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <new>
#include <type_traits>
#include <utility>

#include <etad/core/config.hpp>
#include <etad/core/invalid_argument.hpp>

namespace etad::inline ETAD_ABI {

/// Memory that verbs of run-time sized arguments work in. Pass the same one, as last argument, to
/// every call of a loop: it grows to what the largest call needs, and later calls allocate nothing.
///
///   etad::workspace memory;
///   for (...) gradient(f)(x, out, memory);   // x: std::span<const double>, out: std::span<double>
///
/// A handle: a constant workspace still lends its memory. Not for calls that run at the same time, nor for one inside of
/// another (ETAD-134).
class workspace {
  struct block;

 public:
  /// What a call holds while it works in the memory.
  class use {
   public:
    explicit use(const workspace& memory) : block_(*memory.held_) {
      if (block_.in_use) [[unlikely]]
        refuse();
      block_.in_use = true;
    }
    use(const use&) = delete;
    use& operator=(const use&) = delete;
    ~use() { block_.in_use = false; }

   private:
    [[noreturn, gnu::cold, gnu::noinline]] static void refuse() {
      detail::throw_invalid_argument(
          "ETAD-134: etad requires a workspace for each call that runs; one inside of the function "
          "that another call differentiates got the workspace of that call. Nothing was computed. "
          "Make a workspace of its own for it.");
    }
    block& block_;
  };

  workspace() : held_(new block) {}
  workspace(workspace&& other) noexcept : held_(std::exchange(other.held_, nullptr)) {}
  workspace& operator=(workspace&& other) noexcept {
    std::swap(held_, other.held_);
    return *this;
  }
  ~workspace() {
    if (held_ != nullptr) {
      held_->forget();
      held_->release();
    }
    delete held_;
  }

  /// How many bytes are held.
  std::size_t capacity() const noexcept { return held_->bytes; }

  /// The first of `count` numbers that are zero; they live until the next call, which gives the same
  /// memory again.
  template <class Number>
  requires std::is_trivially_destructible_v<Number> Number* take(std::size_t count) const {
    const std::size_t needed = count * sizeof(Number);
    if (held_->bytes < needed || held_->alignment < alignof(Number)) {
      held_->renew(needed, held_->alignment < alignof(Number) ? alignof(Number) : held_->alignment);
    }
    Number* const first = static_cast<Number*>(held_->memory);
    for (std::size_t k = 0; k < count; ++k) ::new (static_cast<void*>(first + k)) Number();
    return first;
  }

  /// An object that is kept between calls, made by default where another type was kept. It lives until
  /// the next call with another type.
  template <class Kept>
  Kept& keep() const {
    constexpr auto destroy = [](void* object) { delete static_cast<Kept*>(object); };
    if (held_->destroy != +destroy) {
      held_->forget();
      held_->kept = new Kept();
      held_->destroy = +destroy;
    }
    return *static_cast<Kept*>(held_->kept);
  }

 private:
  // By hand, not std::unique_ptr: <memory> alone would double the time to read etad.hpp.
  struct block {
    void* memory = nullptr;
    std::size_t bytes = 0;
    std::size_t alignment = alignof(std::max_align_t);
    void* kept = nullptr;
    void (*destroy)(void*) = nullptr;
    bool in_use = false;

    void forget() noexcept {
      if (kept != nullptr) destroy(kept);
      kept = nullptr;
      destroy = nullptr;
    }
    void release() noexcept {
      if (memory != nullptr) ::operator delete(memory, std::align_val_t(alignment));
      memory = nullptr;
      bytes = 0;
    }
    void renew(std::size_t needed, std::size_t aligned) {
      release();
      memory = ::operator new(needed, std::align_val_t(aligned));
      bytes = needed;
      alignment = aligned;
    }
  };

  block* held_;
};

}  // namespace etad::inline ETAD_ABI
