// SPDX-License-Identifier: MIT
// The checked mode of tapes: each variable knows which tape gave it its index and when, each tape its thread.
#pragma once

#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

#include <etad/tape/checks.hpp>
#include <etad/tape/journal.hpp>
#include <etad/tape/refusals.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The numbers of the tapes that live: the only thing that etad keeps outside of its objects, for a variable
/// cannot ask a tape that is gone.
class living_tapes {
 public:
  static living_tapes& all() {
    static living_tapes tapes;
    return tapes;
  }
  std::uint64_t add() {
    const std::lock_guard lock(access_);
    numbers_.push_back(++made_);
    return made_;
  }
  void remove(std::uint64_t number) noexcept {
    const std::lock_guard lock(access_);
    numbers_.erase(std::find(numbers_.begin(), numbers_.end(), number));
  }
  bool contain(std::uint64_t number) {
    const std::lock_guard lock(access_);
    return std::find(numbers_.rbegin(), numbers_.rend(), number) != numbers_.rend();
  }

 private:
  std::mutex access_;
  std::vector<std::uint64_t> numbers_;
  std::uint64_t made_ = 0;
};

template <class T>
class recorder;

template <class T>
class tape_checks<T, true> {
 public:
  tape_checks() : number_(living_tapes::all().add()) {}
  tape_checks(const tape_checks&) = delete;
  tape_checks& operator=(const tape_checks&) = delete;
  ~tape_checks() { living_tapes::all().remove(number_); }

  void take_over() noexcept { thread_ = std::this_thread::get_id(); }

  /// Refuses a variable, or an operand that was one, that does not stand on its tape any more.
  static void verify(const recorder<T>* tape, std::uint32_t index,
                     const variable_stamp<T, true>& stamp) {
    if (tape == nullptr) return;
    if (!living_tapes::all().contain(stamp.tape)) {
      throw_invalid_argument(
          "ETAD-151: etad::variable requires its tape to outlive it; the tape of this one is gone. "
          "Keep the tape beside its variables, or keep value(x) where the number alone is meant.");
    }
    const auto& births = tape->checks().births_;
    if (index >= births.size() || births[index] != stamp.birth) {
      refuse_cleared_variable();
    }
  }
  /// The same for all variables in an expression.
  template <class Expression>
  static void verify_operands(const Expression& e) {
    if constexpr (requires { e.operands; }) {
      verify_operands(e.operands.first);
      if constexpr (Expression::arity > 1) verify_operands(e.operands.second);
      if constexpr (Expression::arity > 2) verify_operands(e.operands.third);
    } else if constexpr (requires { e.stamp; }) {
      verify(e.tape, e.index, e.stamp);
    }
  }

  /// Before a record with so many results; after it nothing allocates.
  void expect_values(std::size_t count) {
    if (std::this_thread::get_id() != thread_) {
      throw_invalid_argument(
          "ETAD-152: etad::tape requires the operations on its variables to run in the thread that "
          "made, cleared or took over the tape; another thread was seen. Give each thread a tape "
          "of "
          "its own, or call tape.take_over() where a tape is handed to another thread.");
    }
    make_room(births_, count);
  }
  template <class Expression>
  void expect_statement(const Expression& e) {
    expect_values(1);
    journal_.expect(e);
  }
  void give_birth(std::size_t count) noexcept {
    for (; count > 0; --count) births_.push_back(++born_);
  }
  variable_stamp<T, true> stamp(std::uint32_t index) const noexcept {
    return {number_, births_[index]};
  }

  template <class Expression>
  void write_statement(std::uint32_t index, const Expression& e) noexcept {
    journal_.write_statement(index, e);
  }
  /// Terms that were added or subtracted.
  template <opcode Op, class Y>
  void write_terms(std::uint32_t index, const T& result, std::uint32_t before,
                   const T& value_before, const Y& y) {
    journal_.expect(y);
    journal_.write_terms(Op == opcode::add ? journal_kind::plus : journal_kind::minus, index,
                         result, before, value_before, y);
  }
  void write_value(std::uint32_t index, const T& value) { journal_.write_value(index, value); }
  const tape_journal& journal() const noexcept { return journal_; }

  journal_mark mark() const noexcept { return journal_.mark(); }
  void go_back(std::uint32_t count, const journal_mark& mark) noexcept {
    births_.resize(count + std::size_t{1});
    journal_.go_back(mark);
  }

 private:
  std::uint64_t number_;
  std::thread::id thread_ = std::this_thread::get_id();
  /// When each index was given, the last time; that of constants never is.
  std::vector<std::uint64_t> births_ = {0};
  std::uint64_t born_ = 0;
  tape_journal journal_;
};

}  // namespace etad::inline ETAD_ABI::detail
