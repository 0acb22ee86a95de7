// SPDX-License-Identifier: MIT
// The memory of a tape: chunks that are never moved, kept when the tape is cleared.
//
// A chunk holds the arguments of statements, from its front upward, and words that describe the
// records, from its end downward. So one comparison tells whether a statement fits, and no space is lost
// whatever the proportion of the two.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <new>
#include <type_traits>
#include <vector>

#include <etad/core/config.hpp>
#include <etad/core/invalid_argument.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Variables are known by the number of their value on the tape; 0 is that of all constants.
using tape_index = std::uint32_t;

/// How an argument of a statement, the index of a variable and the partial derivative by it, lies in
/// memory: without padding where T can be copied as bytes, 12 bytes for double.
template <class T, bool Packed = std::is_trivially_copyable_v<T>>
struct argument_layout {
  static constexpr std::size_t size = sizeof(T) + sizeof(tape_index);

  static void store(std::byte* at, tape_index index, const T& weight) noexcept {
    std::memcpy(at, &weight, sizeof(T));
    std::memcpy(at + sizeof(T), &index, sizeof index);
  }
  static void set_weight(std::byte* at, const T& weight) noexcept {
    std::memcpy(at, &weight, sizeof(T));
  }
  static T weight(const std::byte* at) noexcept {
    T weight;
    std::memcpy(&weight, at, sizeof(T));
    return weight;
  }
  static tape_index index(const std::byte* at) noexcept {
    tape_index index = 0;
    std::memcpy(&index, at + sizeof(T), sizeof index);
    return index;
  }
};
template <class T>
struct argument_layout<T, false> {
  struct argument {
    T weight;
    tape_index index;
  };
  static_assert(std::is_trivially_destructible_v<T>,
                "etad: a tape requires numbers that need no destructor: built-in numbers, duals, "
                "variables of another tape, number classes without memory of their own.");
  static constexpr std::size_t size = sizeof(argument);

  static const argument& at(const std::byte* p) noexcept {
    return *std::launder(reinterpret_cast<const argument*>(p));
  }
  static void store(std::byte* p, tape_index index, const T& weight) {
    ::new (static_cast<void*>(p)) argument{weight, index};
  }
  static void set_weight(std::byte* p, const T& weight) {
    std::launder(reinterpret_cast<argument*>(p))->weight = weight;
  }
  static const T& weight(const std::byte* p) noexcept { return at(p).weight; }
  static tape_index index(const std::byte* p) noexcept { return at(p).index; }
};

/// What a word says of the record that it stands before: its kind in the two lowest bits, and above them
/// the bytes of its arguments, whose number is a multiple of four, or a count of indices.
enum class record_kind : std::uint32_t {
  /// A statement with a new index; bytes of arguments.
  statement,
  /// A statement that adds to the value of an index, which is the next word; bytes of arguments.
  addition,
  /// Count of new indices without arguments.
  inputs,
  /// Count of new indices whose adjoints the block of the next word takes.
  block,
};
inline constexpr std::uint32_t kind_bits = 2;
inline constexpr std::uint32_t kind_mask = (1U << kind_bits) - 1U;
constexpr std::uint32_t record_word(record_kind kind, std::uint32_t count) noexcept {
  return count << kind_bits | static_cast<std::uint32_t>(kind);
}
constexpr record_kind kind_of(std::uint32_t word) noexcept {
  return static_cast<record_kind>(word & kind_mask);
}
constexpr std::uint32_t count_of(std::uint32_t word) noexcept { return word >> kind_bits; }
constexpr std::uint32_t argument_bytes_of(std::uint32_t word) noexcept { return word & ~kind_mask; }

/// A piece of memory and how much of it is used.
struct tape_chunk {
  std::byte* first;
  std::byte* last;
  std::byte* arguments;
  std::uint32_t* words;

  std::size_t bytes() const noexcept { return static_cast<std::size_t>(last - first); }
  std::size_t argument_bytes() const noexcept {
    return static_cast<std::size_t>(arguments - first);
  }
  std::uint32_t* end_of_words() const noexcept { return reinterpret_cast<std::uint32_t*>(last); }
  std::size_t word_count() const noexcept {
    return static_cast<std::size_t>(end_of_words() - words);
  }
  void make_empty() noexcept {
    arguments = first;
    words = end_of_words();
  }
};

/// The chunks of a tape. The one in use is `at(current())`; those behind it are empty.
class tape_memory {
 public:
  static constexpr std::size_t smallest_chunk = std::size_t{1} << 15;
  static constexpr std::size_t largest_chunk = std::size_t{1} << 22;

  tape_memory() = default;
  tape_memory(const tape_memory&) = delete;
  tape_memory& operator=(const tape_memory&) = delete;
  ~tape_memory() {
    for (const tape_chunk& c : chunks_) release(c);
  }

  std::size_t bytes() const noexcept { return bytes_; }
  std::size_t limit() const noexcept { return limit_; }
  /// Memory of records outside of the chunks counts, too.
  std::size_t bytes_outside() const noexcept { return outside_; }
  void count_outside(std::size_t bytes) {
    if (bytes_ + outside_ + bytes > limit_) refuse_bytes();
    outside_ += bytes;
  }
  void forget_outside(std::size_t bytes) noexcept { outside_ -= bytes; }
  void set_limit(std::size_t bytes) noexcept { limit_ = bytes; }
  std::size_t current() const noexcept { return current_; }
  std::size_t size() const noexcept { return chunks_.size(); }
  bool empty() const noexcept { return chunks_.empty(); }
  tape_chunk& at(std::size_t k) noexcept { return chunks_[k]; }
  const tape_chunk& at(std::size_t k) const noexcept { return chunks_[k]; }

  /// Goes on to a chunk with room for `needed` bytes. After an exception everything is as before.
  void advance(std::size_t needed) {
    const std::size_t next = chunks_.empty() ? 0 : current_ + 1;
    if (next == chunks_.size() || chunks_[next].bytes() < needed) insert(next, needed);
    chunks_[next].make_empty();
    current_ = next;
  }
  /// Goes back to an earlier chunk, or to the first one.
  void go_back(std::size_t chunk) noexcept { current_ = chunk; }

 private:
  static constexpr auto alignment = std::align_val_t(64);

  static void release(const tape_chunk& c) noexcept { ::operator delete(c.first, alignment); }

  [[noreturn]] static void refuse_bytes() {
    throw_invalid_argument(
        "ETAD-116: etad::tape requires its memory to stay within the limit of limit_bytes(); the "
        "next record does not fit. Raise the limit, sweep in parts (mark, rewind), or keep only "
        "the inputs of large steps (checkpoint).");
  }
  void insert(std::size_t position, std::size_t needed) {
    std::size_t size = bytes_ < smallest_chunk  ? smallest_chunk
                       : bytes_ < largest_chunk ? bytes_
                                                : largest_chunk;
    if (size < needed) size = (needed + 63) / 64 * 64;
    if (bytes_ + outside_ + size > limit_) refuse_bytes();
    chunks_.reserve(chunks_.size() + 1);
    auto* const first = static_cast<std::byte*>(::operator new(size, alignment));
    tape_chunk added{first, first + size, first, nullptr};
    added.make_empty();
    chunks_.insert(chunks_.begin() + static_cast<std::ptrdiff_t>(position), added);
    bytes_ += size;
  }

  std::vector<tape_chunk> chunks_;
  std::size_t current_ = 0;
  std::size_t bytes_ = 0;
  std::size_t outside_ = 0;
  std::size_t limit_ = (std::numeric_limits<std::size_t>::max)();
};

}  // namespace etad::inline ETAD_ABI::detail
