// SPDX-License-Identifier: MIT
// variable<T>: a number whose operations are recorded on a tape.
#pragma once

#include <etad/tape/write_arguments.hpp>

namespace etad::inline ETAD_ABI {

/// A number of type T that knows the tape on which it stands, and its index there; a constant stands on
/// none. Made by tape<T>::variable, or from numbers and expressions. A regular type: copies denote the
/// same value on the tape, comparisons look at values alone, default-constructed it is the constant 0.
///
///   etad::tape<double> tape;
///   etad::variable<double> x = tape.variable(3.0), y = x * x;
///   tape.backward(y);       // x.gradient() == 6.0
///
/// Cost: a statement `y = e` appends 4 bytes and 12 for each variable in e; `y += e` appends the latter
/// alone as long as nothing else was recorded and y was not read since its last statement.
template <class T, class Style>
class variable {
 public:
  using number = T;
  using primal_type = T;
  using style = Style;
  using base_scalar = typename detail::base_number<T>::type;

  constexpr variable() noexcept = default;
  template <class A>
    requires std::is_arithmetic_v<A>
  constexpr variable(A value) noexcept(std::is_arithmetic_v<T>) : value_(static_cast<T>(value)) {}
  template <class A>
    requires(!std::is_arithmetic_v<A> && !std::is_arithmetic_v<T> &&
             detail::taped_traits<A>::depth <= detail::taped_traits<T>::depth &&
             std::convertible_to<const A&, T>)
  constexpr variable(const A& value) : value_(value) {}

  variable(const variable& other) noexcept(std::is_nothrow_copy_constructible_v<T>)
      : value_(other.value_), tape_(other.tape_), index_(other.index_) {
    if constexpr (detail::is_checked) stamp_ = other.stamp_;
    other.share();
  }
  // Assigned to itself, a variable counts as shared: right, and without a test.
  // NOLINTNEXTLINE(bugprone-unhandled-self-assignment)
  variable& operator=(const variable& other) noexcept(std::is_nothrow_copy_assignable_v<T>) {
    other.share();
    value_ = other.value_;
    tape_ = other.tape_;
    index_ = other.index_;
    if constexpr (detail::is_checked) stamp_ = other.stamp_;
    sole_ = false;
    return *this;
  }
  ~variable() = default;

  template <detail::opcode Op, class OtherStyle, class... X>
  [[gnu::always_inline]] variable(const detail::taped_expression<Op, T, OtherStyle, X...>& e)
      : value_(e.value()) {
    record(e);
  }
  template <detail::opcode Op, class OtherStyle, class... X>
  [[gnu::always_inline]] variable& operator=(
      const detail::taped_expression<Op, T, OtherStyle, X...>& e) {
    record(e);
    value_ = e.value();
    return *this;
  }
  /// The same value in the other style.
  template <class OtherStyle>
    requires(!std::same_as<Style, OtherStyle>)
  explicit variable(const variable<T, OtherStyle>& other)
      : value_(other.value()), tape_(other.tape()), index_(other.index()) {
    if constexpr (detail::is_checked) stamp_ = other.stamp();
    other.share();
  }

  constexpr const T& value() const noexcept { return value_; }
  /// Nothing is recorded of it: it depends on no variable of a tape.
  constexpr bool is_constant() const noexcept { return index_ == 0; }

  /// The derivative by this variable that the calls of backward added up since zero_gradients. Errors:
  /// ETAD-111 before the first backward, ETAD-114 for a variable that was cleared off its tape.
  T gradient() const;
  /// tape.backward(*this).
  void backward() const;

  // What the recording asks of a variable.

  constexpr detail::tape_index index() const noexcept { return index_; }
  constexpr detail::recorder<T>* tape() const noexcept { return tape_; }
  constexpr detail::variable_stamp<T> stamp() const noexcept { return stamp_; }
  /// In the checked mode: refuses a variable that does not stand on its tape any more.
  void verify() const {
    if constexpr (detail::is_checked) detail::tape_checks<T>::verify(tape_, index_, stamp_);
  }
  /// Its value on the tape is used elsewhere: it may not change any more.
  [[gnu::always_inline]] void share() const noexcept {
    if (sole_) sole_ = false;
  }
  [[gnu::always_inline]] detail::variable_operand<T> read() const noexcept {
    share();
    if constexpr (detail::is_checked) {
      return {value_, tape_, index_, stamp_};
    } else {
      return {value_, tape_, index_};
    }
  }
  detail::tape_index shared_index() const noexcept(!detail::is_checked) {
    if constexpr (detail::is_checked) verify();
    share();
    return index_;
  }
  static variable on_tape(const T& value, detail::recorder<T>* tape, detail::tape_index index) {
    variable x;
    x.value_ = value;
    x.tape_ = index == 0 ? nullptr : tape;
    x.index_ = index;
    if constexpr (detail::is_checked) {
      if (index != 0) {
        x.stamp_ = tape->checks().stamp(index);
        tape->checks().write_value(index, value);
      }
    }
    return x;
  }

  template <class Y>
    requires detail::taped_operands<variable, Y>
  [[gnu::always_inline]] variable& operator+=(const Y& y) {
    return add<detail::opcode::add>(detail::as_operand<T>(y), detail::adjoint_one{});
  }
  template <class Y>
    requires detail::taped_operands<variable, Y>
  [[gnu::always_inline]] variable& operator-=(const Y& y) {
    return add<detail::opcode::subtract>(detail::as_operand<T>(y), detail::adjoint_minus_one{});
  }
  template <class Y>
    requires detail::taped_operands<variable, Y>
  [[gnu::always_inline]] variable& operator*=(const Y& y) {
    return *this = detail::taped_operation<detail::opcode::multiply>(*this, y);
  }
  template <class Y>
    requires detail::taped_operands<variable, Y>
  [[gnu::always_inline]] variable& operator/=(const Y& y) {
    return *this = detail::taped_operation<detail::opcode::divide>(*this, y);
  }
  variable& operator++() { return *this += 1; }
  variable& operator--() { return *this -= 1; }
  variable operator++(int) {
    const variable old = *this;
    ++*this;
    return old;
  }
  variable operator--(int) {
    const variable old = *this;
    --*this;
    return old;
  }

  /// To whole numbers, whose slopes are zero. Nothing converts to a built-in floating-point number,
  /// since that would lose the derivative unnoticed: write value(x).
  template <std::integral Whole>
  constexpr explicit operator Whole() const {
    return static_cast<Whole>(value_);
  }

 private:
  template <class Expression>
  [[gnu::always_inline]] void record(const Expression& e) {
    if constexpr (detail::is_small<T, Expression>) {
      record_here(e);
    } else {
      record_apart(e);
    }
  }
  template <class Expression>
  [[gnu::noinline]] void record_apart(const Expression& e) {
    record_here(e);
  }
  template <class Expression>
  [[gnu::always_inline]] void record_here(const Expression& e) {
    if constexpr (detail::is_checked) detail::tape_checks<T>::verify_operands(e);
    detail::recorder<T>* const tape = detail::tape_of(e);
    if (tape != nullptr && tape->template has_room<detail::most_arguments<Expression>>()) {
      if constexpr (detail::is_checked) tape->checks().expect_statement(e);
      std::byte* const start = tape->arguments();
      index_ = tape->close_statement(
          start, detail::write_arguments(e, detail::adjoint_one{}, tape, start, start));
      tape_ = tape;
      sole_ = true;
      if constexpr (detail::is_checked) {
        stamp_ = tape->checks().stamp(index_);
        tape->checks().write_statement(index_, e);
      }
    } else {
      become_constant();
    }
  }
  /// A number was added, which nothing is recorded of; while recording is paused that makes a constant, too.
  [[gnu::always_inline]] void stay_on_tape() noexcept {
    if (index_ != 0 && tape_->paused()) [[unlikely]]
      become_constant();
  }
  void become_constant() noexcept {
    tape_ = nullptr;
    index_ = 0;
    sole_ = false;
  }

  /// *this += y or *this -= y for an operand that was read, and may have been *this.
  template <detail::opcode Op, class Y, class Adjoint>
  [[gnu::always_inline]] variable& add(const Y& y, Adjoint adjoint) {
    const T value(detail::operation<Op>::value(value_, y.value()));
    [[maybe_unused]] const detail::tape_index before = index_;
    if constexpr (detail::is_checked) {
      verify();
      detail::tape_checks<T>::verify_operands(y);
    }
    if constexpr (Y::leaves == 0) {
      stay_on_tape();
    } else if constexpr (detail::is_small<T, Y>) {
      record_addition(y, adjoint);
    } else {
      record_addition_apart(y, adjoint);
    }
    if constexpr (detail::is_checked) {
      if (index_ != 0) tape_->checks().template write_terms<Op>(index_, value, before, value_, y);
    }
    value_ = value;
    return *this;
  }
  template <class Y, class Adjoint>
  [[gnu::noinline]] void record_addition_apart(const Y& y, Adjoint adjoint) {
    record_addition(y, adjoint);
  }
  template <class Y, class Adjoint>
  [[gnu::always_inline]] void record_addition(const Y& y, Adjoint adjoint) {
    detail::recorder<T>* const tape = detail::tape_of(y);
    if (tape == nullptr) return stay_on_tape();
    if (!tape->template has_room<detail::most_arguments<Y> + 1>()) {
      // Recording is paused: a constant from here on.
      return become_constant();
    }
    if constexpr (detail::is_checked) tape->checks().expect_statement(y);
    std::byte* const start = tape->arguments();
    const bool appends = sole_ && tape == tape_;
    std::byte* end = start;
    if (!appends && index_ != 0) {
      if (tape_ != tape) detail::refuse_other_tape();
      detail::argument_layout<T>::store(start, shared_index(), T(1));
      end += detail::argument_layout<T>::size;
    }
    end = detail::write_arguments(y, adjoint, tape, start, end);
    if (appends) {
      tape->close_addition(start, end, index_);
    } else {
      index_ = tape->close_statement(start, end);
      tape_ = tape;
      sole_ = true;
      if constexpr (detail::is_checked) stamp_ = tape->checks().stamp(index_);
    }
  }

  T value_{};
  detail::recorder<T>* tape_ = nullptr;
  detail::tape_index index_ = 0;
  /// The value on the tape is that of this variable alone, and was not read.
  mutable bool sole_ = false;
  // Not an empty member: that moves instructions of GCC.
#if ETAD_HAS_CHECKS
  detail::variable_stamp<T> stamp_;
#else
  static constexpr detail::variable_stamp<T> stamp_{};  // NOLINT(readability-identifier-naming)
#endif
};

/// The value of a variable or an expression, of type T.
template <detail::taped X>
constexpr const auto& value(const X& x) noexcept {
  return x.value();
}

}  // namespace etad::inline ETAD_ABI
