// SPDX-License-Identifier: MIT
// Where records are written: the end of a tape, and what undoes them.
#pragma once

#include <utility>

#include <etad/tape/checks.hpp>
#include <etad/tape/memory.hpp>
#if ETAD_HAS_CHECKS
#include <etad/tape/checked.hpp>
#endif

namespace etad::inline ETAD_ABI {

template <class T>
class tape;

namespace detail {

/// A record that is swept by code of its own: a kernel, a function of the user's.
template <class T>
class tape_block {
 public:
  tape_block() = default;
  tape_block(const tape_block&) = delete;
  tape_block& operator=(const tape_block&) = delete;
  virtual ~tape_block() = default;
  /// Takes the adjoints of the results, of index `first` and behind, to those of the inputs.
  virtual void sweep(T* adjoints, tape_index first) const = 0;
  /// Where the inputs are that stand on the tape, in any order.
  virtual std::vector<tape_index> inputs() const = 0;
  /// What it is called in pictures and messages.
  virtual const char* name() const noexcept { return "record"; }
  /// The memory that grows with the length of what it holds.
  virtual std::size_t bytes() const noexcept { return 0; }
};

/// A record that is swept by a compiled function: its arguments are the values of the inputs, each with
/// its index.
template <class T>
struct tape_kernel {
  void (*sweep)(const std::byte* arguments, T* adjoints, tape_index first);
  std::size_t inputs;
};

/// Owns a block: std::unique_ptr, whose header would double the time to read this one.
template <class T>
class owned_block {
 public:
  explicit owned_block(const tape_block<T>* block) noexcept : block_(block) {}
  owned_block(owned_block&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
  owned_block& operator=(owned_block&& other) noexcept {
    std::swap(block_, other.block_);
    return *this;
  }
  ~owned_block() { delete block_; }
  const tape_block<T>& operator*() const noexcept { return *block_; }

 private:
  const tape_block<T>* block_;
};

/// A place on a tape.
struct tape_position {
  std::size_t chunk = 0;
  std::size_t argument_bytes = 0;
  std::size_t words = 0;
  std::size_t blocks = 0;
  tape_index count = 0;
#if ETAD_HAS_CHECKS
  journal_mark journal;
#endif
};

/// Which places of a tape still are what they were: those that it was not taken back over.
class rewind_history {
 public:
  std::uint64_t now() const noexcept { return now_; }
  void clear() noexcept {
    lowest_.clear();
    cleared_ = ++now_;
  }
  void note(const tape_position& to) {
    while (!lowest_.empty() && !is_before(lowest_.back().to, to)) lowest_.pop_back();
    lowest_.push_back({now_ + 1, to});
    ++now_;
  }
  /// Whether a place that was noted at `when` is still there. Cost: the rewinds since then, at most.
  bool still_stands(const tape_position& place, std::uint64_t when) const noexcept {
    std::size_t first = lowest_.size();
    while (first > 0 && lowest_[first - 1].when > when) --first;
    return when >= cleared_ && (first == lowest_.size() || !is_before(lowest_[first].to, place));
  }

 private:
  struct rewound {
    std::uint64_t when;
    tape_position to;
  };
  static bool is_before(const tape_position& x, const tape_position& y) noexcept {
    return x.chunk < y.chunk || (x.chunk == y.chunk && x.words < y.words);
  }
  /// Later ones went less far back.
  std::vector<rewound> lowest_;
  std::uint64_t now_ = 0;
  std::uint64_t cleared_ = 0;
};

template <class T>
class recorder {
 public:
  using stored = argument_layout<T>;

  recorder() = default;
  explicit recorder(etad::tape<T>& owner) noexcept : owner_(&owner) {}
  recorder(const recorder&) = delete;
  recorder& operator=(const recorder&) = delete;

  /// Makes room for a statement of so many arguments; false while recording is paused.
  template <std::size_t Arguments>
  [[gnu::always_inline]] bool has_room() {
    constexpr std::size_t needed = Arguments * stored::size + 2 * sizeof(std::uint32_t);
    const auto room = static_cast<std::size_t>(reinterpret_cast<std::byte*>(words_) - arguments_);
    if (room < needed || count_ >= index_end_) [[unlikely]]
      return make_room(needed, 1);
    return true;
  }
  std::byte* arguments() const noexcept { return arguments_; }

  /// Ends a statement whose arguments were written from `start`, the end of the arguments so far, up to
  /// `end`; its index.
  [[gnu::always_inline]] tape_index close_statement(const std::byte* start,
                                                    std::byte* end) noexcept {
    *--words_ = bytes_between(start, end) | static_cast<std::uint32_t>(record_kind::statement);
    arguments_ = end;
    if constexpr (is_checked) checks_.give_birth(1);
    return open_ = ++count_;
  }
  /// The same arguments are added to the value of an index.
  [[gnu::always_inline]] void close_addition(const std::byte* start, std::byte* end,
                                             tape_index index) noexcept {
    const std::uint32_t added = bytes_between(start, end);
    if (open_ == index) {
      *words_ += added;
    } else {
      *--words_ = index;
      *--words_ = added | static_cast<std::uint32_t>(record_kind::addition);
      open_ = index;
    }
    arguments_ = end;
  }

  /// So many new indices without arguments; the first of them.
  tape_index add_inputs(std::size_t number) {
    const auto count = checked_count(number);
    if constexpr (is_checked) checks_.expect_values(number);
    if (number == 0 || !make_room(sizeof(std::uint32_t), number)) return 0;
    *--words_ = record_word(record_kind::inputs, count);
    if (leading_inputs_ == count_) leading_inputs_ += count;
    return claim(count);
  }

  /// A record of one's own with so many results; the index of the first.
  tape_index add_block(owned_block<T> block, std::size_t results) {
    const auto count = checked_count(results);
    if constexpr (is_checked) checks_.expect_values(results);
    if (!make_room(2 * sizeof(std::uint32_t), results)) return 0;
    // All that may throw comes first.
    if (blocks_.size() == blocks_.capacity()) blocks_.reserve(2 * blocks_.size() + 1);
    memory_.count_outside((*block).bytes());
    blocks_.push_back(std::move(block));
    *--words_ = static_cast<std::uint32_t>(blocks_.size() - 1);
    *--words_ = record_word(record_kind::block, count);
    return claim(count);
  }

  /// Room for the arguments of a kernel with so many results; null while recording is paused.
  std::byte* begin_kernel(const tape_kernel<T>& kernel, std::size_t results) {
    if constexpr (is_checked) checks_.expect_values(results);
    const std::size_t needed = kernel.inputs * stored::size + 2 * sizeof(std::uint32_t);
    const auto room = static_cast<std::size_t>(reinterpret_cast<std::byte*>(words_) - arguments_);
    if ((room < needed || index_end_ - count_ < results || count_ > index_end_) &&
        !make_room(needed, results)) {
      return nullptr;
    }
    kernel_ = 0;
    while (kernel_ < kernels_.size() && kernels_[kernel_] != &kernel) ++kernel_;
    if (kernel_ == kernels_.size()) kernels_.push_back(&kernel);
    return arguments_;
  }
  /// Ends the record begun last, whose arguments are written; the index of the first result.
  tape_index close_kernel(std::size_t results) noexcept {
    const auto count = static_cast<std::uint32_t>(results);
    arguments_ += kernels_[kernel_]->inputs * stored::size;
    *--words_ = static_cast<std::uint32_t>(kernel_) | kernel_bit;
    *--words_ = record_word(record_kind::block, count);
    return claim(count);
  }
  /// The kernel that a word names, or null if it names a block.
  const tape_kernel<T>* kernel(std::uint32_t word) const noexcept {
    return (word & kernel_bit) != 0 ? kernels_[word & ~kernel_bit] : nullptr;
  }

  etad::tape<T>& owner() const noexcept { return *owner_; }
  tape_index count() const noexcept { return count_; }
  /// The variables that were made before anything was computed.
  tape_index leading_inputs() const noexcept { return leading_inputs_; }
  const tape_memory& memory() const noexcept { return memory_; }
  const tape_block<T>& block(std::size_t k) const noexcept { return *blocks_[k]; }
  std::size_t blocks() const noexcept { return blocks_.size(); }

  /// Chunk k up to what is written; k at most memory().current().
  tape_chunk written(std::size_t k) const noexcept {
    tape_chunk chunk = memory_.at(k);
    if (k == memory_.current()) {
      chunk.arguments = arguments_;
      chunk.words = words_;
    }
    return chunk;
  }

  tape_position position() const noexcept {
    if (memory_.empty()) return {};
    const tape_chunk last = written(memory_.current());
#if ETAD_HAS_CHECKS
    return {memory_.current(), last.argument_bytes(), last.word_count(), blocks_.size(), count_,
            checks_.mark()};
#else
    return {memory_.current(), last.argument_bytes(), last.word_count(), blocks_.size(), count_};
#endif
  }
  /// No statement that stands on the tape takes further arguments.
  void close() noexcept { open_ = 0; }
  void go_back(const tape_position& to) noexcept {
    open_ = 0;
#if ETAD_HAS_CHECKS
    if (to.count == 0) checks_.take_over();
#endif
    if (memory_.empty()) return;
    memory_.go_back(to.chunk);
    const tape_chunk& chunk = memory_.at(to.chunk);
    arguments_ = chunk.first + to.argument_bytes;
    words_ = chunk.end_of_words() - to.words;
    count_ = to.count;
    if (leading_inputs_ > count_) leading_inputs_ = count_;
#if ETAD_HAS_CHECKS
    checks_.go_back(to.count, to.journal);
#endif
    for (std::size_t k = to.blocks; k < blocks_.size(); ++k) {
      memory_.forget_outside((*blocks_[k]).bytes());
    }
    blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(to.blocks), blocks_.end());
  }

  bool paused() const noexcept { return pauses_ > 0; }
  void pause() noexcept {
    ++pauses_;
    index_end_ = 0;
  }
  void resume() noexcept {
    if (--pauses_ == 0) index_end_ = index_limit_;
  }
  void limit_indices(tape_index largest) noexcept {
    index_limit_ = largest;
    if (!paused()) index_end_ = largest;
  }
  tape_memory& memory() noexcept { return memory_; }
  tape_checks<T>& checks() noexcept { return checks_; }
  const tape_checks<T>& checks() const noexcept { return checks_; }

 private:
  static constexpr tape_index last_index = (std::numeric_limits<tape_index>::max)() - 1;
  static constexpr std::uint32_t kernel_bit = 1U << 31;
  static constexpr tape_index largest_count = last_index >> kind_bits;

  static_assert(stored::size % (1U << kind_bits) == 0);
  static std::uint32_t bytes_between(const std::byte* start, const std::byte* end) noexcept {
    return static_cast<std::uint32_t>(end - start);
  }
  std::uint32_t checked_count(std::size_t number) const {
    if (number > largest_count) refuse_index();
    return static_cast<std::uint32_t>(number);
  }
  [[noreturn]] static void refuse_index() {
    throw_invalid_argument(
        "ETAD-115: etad::tape requires its values to be numbered by 32 bits, at most 4,294,967,294 "
        "or "
        "limit_indices(); they are used up. Sweep in parts (mark, rewind) or let one record stand "
        "for many operations (kernel, checkpoint).");
  }
  tape_index claim(std::uint32_t count) noexcept {
    const tape_index first = count_ + 1;
    count_ += count;
    open_ = 0;
    if constexpr (is_checked) checks_.give_birth(count);
    return first;
  }

  /// Room for `needed` bytes and so many indices; false while recording is paused.
  [[gnu::noinline, gnu::cold]] bool make_room(std::size_t needed, std::size_t indices) {
    if (paused()) return false;
    if (indices > index_end_ || count_ > index_end_ - indices) refuse_index();
    const auto room = static_cast<std::size_t>(reinterpret_cast<std::byte*>(words_) - arguments_);
    if (words_ == nullptr || room < needed) {
      const bool first = memory_.empty();
      const std::size_t left = memory_.current();
      memory_.advance(needed);
      if (!first) {
        memory_.at(left).arguments = arguments_;
        memory_.at(left).words = words_;
      }
      const tape_chunk& chunk = memory_.at(memory_.current());
      arguments_ = chunk.arguments;
      words_ = chunk.words;
      open_ = 0;
    }
    return true;
  }

  std::byte* arguments_ = nullptr;
  std::uint32_t* words_ = nullptr;
  tape_index count_ = 0;
  tape_index index_end_ = last_index;
  /// The index to which the last statement belongs, which takes further arguments; 0 for none.
  tape_index open_ = 0;

  tape_index leading_inputs_ = 0;
  tape_index index_limit_ = last_index;
  int pauses_ = 0;
  etad::tape<T>* owner_ = nullptr;
  tape_memory memory_;
  std::vector<owned_block<T>> blocks_;
  std::vector<const tape_kernel<T>*> kernels_;
  std::size_t kernel_ = 0;
  [[no_unique_address]] tape_checks<T> checks_;
};

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
