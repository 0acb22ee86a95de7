// SPDX-License-Identifier: MIT
// tape<T>: what variables record, and the sweeps through it.
#pragma once

#include <algorithm>

#include <etad/core/dynamic_matrix.hpp>
#include <etad/tape/checkpoint.hpp>
#include <etad/tape/containers.hpp>
#include <etad/tape/external.hpp>
#include <etad/tape/lane_sweep.hpp>
#include <etad/tape/refusals.hpp>
#include <etad/tape/statistics.hpp>
#include <etad/tape/sweep.hpp>

namespace etad::inline ETAD_ABI {

/// What find_first_nonfinite() found: etad/tape_view.hpp.
struct nonfinite_record;

/// A place on a tape to which it can be rewound.
class tape_mark {
  template <class T>
  friend class tape;
  tape_mark(const void* tape, const detail::tape_position& position, std::uint64_t made)
      : tape_(tape), position_(position), made_(made) {}
  const void* tape_;
  detail::tape_position position_;
  std::uint64_t made_;
};

/// Records the operations on its variables, for reverse mode over any C++: loops that end by the data,
/// classes, virtual functions, recursion, libraries of templates.
///
///   etad::tape<double> tape;
///   auto x = tape.variables(std::vector{1.0, 2.0, 3.0});
///   etad::variable<double> y = 0.0;
///   for (const auto& x_k : x) y += x_k * x_k;
///   tape.backward(y);
///   x[2].gradient();   // 6.0
///
/// T is float, double, long double, a number class, a dual (Hessian-vector products), or a variable of
/// another tape (derivatives of gradients). A tape owns its memory, which grows in chunks that are never
/// moved. It neither uses nor needs anything global: as many tapes as wanted, each used by one thread at
/// a time. It must outlive its variables.
///
/// After an exception out of an operation on variables the operation is as if it had not been called.
/// R. E. Wengert, "A simple automatic derivative evaluation program" (1964) for the list of operations;
/// S. Linnainmaa (1970) for the sweep.
template <class T>
class tape {
 public:
  tape() noexcept(!detail::is_checked) : records_(*this) {}
  tape(const tape&) = delete;
  tape& operator=(const tape&) = delete;

  /// A variable of this value; a constant while recording is paused.
  template <class Style = statements>
  etad::variable<T, Style> variable(const T& value) {
    return etad::variable<T, Style>::on_tape(value, &records_, records_.add_inputs(1));
  }

  /// Variables in the shape of `values`: a vector, an array, a structure, an Eigen matrix of numbers.
  template <class Style = statements, class A>
  auto variables(const A& values) {
    const std::size_t count = detail::count_scalars(values);
    detail::tape_index next = records_.add_inputs(count);
    const bool recorded = next != 0;
    return detail::mapped<etad::variable<T, Style>>(values, [&](const auto& value, auto& x) {
      x = etad::variable<T, Style>::on_tape(static_cast<T>(value), &records_,
                                            recorded ? next++ : 0);
    });
  }

  /// Adds the derivatives of y to the gradients of everything that y depends on. Any number of times, as
  /// in PyTorch; the tape is kept. Cost: about that of recording it. Errors: ETAD-112 if y depends on no
  /// variable, ETAD-110 if it stands on another tape.
  template <class Y>
  void backward(const Y& y) {
    if constexpr (detail::is_taped<Y>) {
      backward(y, T(1));
    } else {
      backward(y, detail::mapped<T>(y, [](const auto&, T& weight) { weight = T(1); }));
    }
  }
  /// The same for several results, each weighted by its cotangent. Errors: also ETAD-113 if there are
  /// more cotangents or fewer.
  template <class Y, class W>
  void backward(const Y& y, const W& cotangents) {
    const auto& results = detail::settled(y);
    std::vector<T> adjoints = std::move(gradients_.empty() ? gradients_ : scratch_);
    seed(adjoints, results, cotangents);
    sweep(adjoints);
    if (gradients_.empty()) {
      gradients_ = std::move(adjoints);
    } else {
      gradients_.resize((std::max)(gradients_.size(), adjoints.size()), T(0));
      for (std::size_t k = 0; k < adjoints.size(); ++k) gradients_[k] += adjoints[k];
      scratch_ = std::move(adjoints);
    }
  }

  /// The derivative of y by x in the shape of x, which may be anything that holds variables of this tape,
  /// results of operations included. The accumulated gradients are not touched. 0 for constants.
  ///
  ///   const auto [dx, dy] = ...;  tape.gradient(z, std::tuple(x, y))
  template <class Y, class X>
  auto gradient(const Y& y, const X& x) {
    if constexpr (detail::is_taped<Y>) {
      return gradient(y, x, T(1));
    } else {
      return gradient(y, x, detail::mapped<T>(y, [](const auto&, T& weight) { weight = T(1); }));
    }
  }
  /// The same of the sum of several results weighted by cotangents.
  template <class Y, class X, class W>
  auto gradient(const Y& y, const X& x, const W& cotangents) {
    require_settled<X>();
    const auto& results = detail::settled(y);
    std::vector<T> adjoints = std::move(scratch_);
    seed(adjoints, results, cotangents);
    sweep(adjoints);
    auto slopes = detail::mapped<T>(x, [&](const auto& from, T& to) {
      const detail::tape_index index = index_of(from);
      to = index < adjoints.size() ? adjoints[index] : T(0);
    });
    scratch_ = std::move(adjoints);
    return slopes;
  }

  /// The Jacobian of the numbers in y by those in x, which hold variables of this tape. Cost: a sweep for eight numbers in
  /// y, or for each if there are kernels and records of one's own on the tape.
  template <class Y, class X>
  dynamic_matrix<T> jacobian(const Y& y, const X& x) {
    require_settled<X>();
    std::vector<detail::tape_index> rows, columns;
    const auto note_row = [&](const auto& y_i) { rows.push_back(index_of(y_i)); };
    const auto note_column = [&](const auto& x_j) { columns.push_back(index_of(x_j)); };
    const auto& results = detail::settled(y);
    detail::visit_scalars(results, note_row);
    detail::visit_scalars(x, note_column);
    dynamic_matrix<T> result(rows.size(), columns.size());
    if constexpr (std::is_floating_point_v<T>) {
      if (rows.size() > 1 && jacobian_in_lanes(rows, columns, result)) return result;
    }
    std::vector<T> adjoints = std::move(scratch_);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i] == 0) continue;
      adjoints.assign(records_.count() + std::size_t{1}, T(0));
      adjoints[rows[i]] = T(1);
      sweep(adjoints);
      for (std::size_t j = 0; j < columns.size(); ++j) result(i, j) = adjoints[columns[j]];
    }
    scratch_ = std::move(adjoints);
    return result;
  }

  /// What the calls of backward added up for x; see variable::gradient.
  template <class Style>
  T gradient(const etad::variable<T, Style>& x) const {
    const detail::tape_index index = index_of(x);
    if (gradients_.empty()) detail::refuse_gradient();
    return index < gradients_.size() ? gradients_[index] : T(0);
  }
  void zero_gradients() noexcept { gradients_.clear(); }

  /// Variables of the given values, in their shape, that depend on `inputs` by code of one's own: one
  /// record, for functions of other libraries, solvers, devices. In a sweep it calls
  /// backward(cotangents, adjoints) with spans: one cotangent for each value, one adjoint, 0 before, for
  /// each number in `inputs`; numbers that are no variables are constants. What it needs besides, it captures. Not called where all cotangents are 0.
  template <class Style = statements, class Values, class Inputs, class Backward>
  auto record(const Values& values, const Inputs& inputs, Backward backward) {
    const auto check = [&](const auto& x) {
      if constexpr (detail::is_variable_over<std::remove_cvref_t<decltype(x)>, T>) index_of(x);
    };
    const auto& variables = detail::settled(inputs);
    detail::visit_scalars(variables, check);
    return detail::record_external<Style>(records_, values, variables, std::move(backward));
  }

  /// x, whose derivative passes through `hook` on its way back: a hook that returns a number replaces it (clipped,
  /// scaled), one that returns nothing looks at it. It belongs to what is computed from the result; not called where
  /// the derivative is 0. It may ask the tape for derivatives. PyTorch's register_hook.
  ///
  ///   x = tape.on_gradient(x, [](double g) { return std::clamp(g, -1.0, 1.0); });
  template <detail::taped X, class Hook>
  auto on_gradient(const X& x, Hook hook) {
    return record<typename detail::taped_traits<X>::style>(
        x.value(), x, [hook](std::span<const T> cotangents, std::span<T> adjoints) {
          if constexpr (std::is_void_v<std::invoke_result_t<const Hook&, const T&>>) {
            hook(cotangents[0]);
            adjoints[0] = cotangents[0];
          } else {
            adjoints[0] = hook(cotangents[0]);
          }
        });
  }

  /// f(x...) as one record that keeps the inputs alone: f runs once on plain numbers now and once on
  /// variables in each sweep. Memory: the inputs, and that of recording f while a sweep passes. May be
  /// nested. x... are variables or whatever holds variables; any other is data, of which a copy is kept.
  ///
  /// A. Griewank, "Achieving logarithmic growth of temporal and spatial complexity in reverse automatic
  /// differentiation" (1992).
  template <class F, class... X>
  auto checkpoint(F f, const X&... x) {
    return detail::checkpoint_of(*this, std::move(f), detail::settled(x)...);
  }

  /// Forgets all records; the memory is kept. Variables made before must be assigned anew. Errors: ETAD-146 from a
  /// hook, in the middle of a sweep.
  void clear() {
    if (sweeps_ != 0) detail::refuse_in_sweep();
    rewinds_.clear();
    records_.go_back({});
    gradients_.clear();
  }
  /// The tape belongs to the calling thread from here on. Tested in the checked mode alone (ETAD_CHECKED): the
  /// operations on its variables run in the thread that made, cleared or took over the tape.
  void take_over() noexcept {
    if constexpr (detail::is_checked) records_.checks().take_over();
  }
  /// What is recorded after a mark is forgotten by rewind(mark); the memory is kept.
  tape_mark mark() noexcept {
    records_.close();
    return tape_mark(this, records_.position(), rewinds_.now());
  }
  /// Errors: ETAD-117 for the mark of another tape, or one that was rewound over or cleared; ETAD-146 as clear.
  void rewind(const tape_mark& mark) {
    if (mark.tape_ != this || !rewinds_.still_stands(mark.position_, mark.made_))
      detail::refuse_mark();
    if (sweeps_ != 0) detail::refuse_in_sweep();
    rewinds_.note(mark.position_);
    records_.go_back(mark.position_);
    if (gradients_.size() > records_.count()) gradients_.resize(records_.count() + std::size_t{1});
  }

  /// While the guard lives, operations give constants: PyTorch's no_grad.
  class pause {
   public:
    explicit pause(detail::recorder<T>& records) noexcept : records_(records) { records_.pause(); }
    pause(const pause&) = delete;
    pause& operator=(const pause&) = delete;
    ~pause() { records_.resume(); }

   private:
    detail::recorder<T>& records_;
  };
  [[nodiscard]] pause pause_recording() noexcept { return pause(records_); }
  bool is_recording() const noexcept { return !records_.paused(); }

  /// Limits that end in an exception (ETAD-115, ETAD-116) instead of a full machine.
  void limit_indices(detail::tape_index largest) noexcept { records_.limit_indices(largest); }
  void limit_bytes(std::size_t bytes) noexcept { records_.memory().set_limit(bytes); }

  /// The record that first made a NaN or an infinity: in its value or, if there is none, in a partial derivative; with y
  /// also in the sweep from y. Needs etad/tape_view.hpp, which says more.
  nonfinite_record find_first_nonfinite() const;
  template <class Y>
  nonfinite_record find_first_nonfinite(const Y& y) const;

  tape_statistics statistics() const { return detail::count_records(records_); }

  /// The records, for code that writes its own.
  detail::recorder<T>& records() noexcept { return records_; }
  const detail::recorder<T>& records() const noexcept { return records_; }

  /// The index of a variable of this tape, 0 of a constant. Errors: ETAD-110, ETAD-114.
  template <class X>
  detail::tape_index index_of(const X& x) const {
    if (x.is_constant()) return 0;
    if constexpr (detail::is_checked) x.verify();
    if (x.tape() != &records_) detail::refuse_variable_of_another();
    if (x.index() > records_.count()) detail::refuse_cleared_variable();
    return x.index();
  }

 private:
  template <class X>
  static constexpr void require_settled() {
    static_assert(!detail::is_unsettled<X>,
                  "ETAD-147: etad::tape requires variables to differentiate by; an expression was "
                  "seen, x * x or auto e = x * x, which stands on no tape yet. Assign it to an "
                  "etad::variable first, compute the result from that, and differentiate by it.");
  }

  bool jacobian_in_lanes(const std::vector<detail::tape_index>& rows,
                         const std::vector<detail::tape_index>& columns,
                         dynamic_matrix<T>& result) const {
    std::vector<detail::adjoint_lanes<T>> adjoints;
    for (std::size_t first = 0; first < rows.size(); first += detail::rows_at_once) {
      const std::size_t last = (std::min)(first + detail::rows_at_once, rows.size());
      adjoints.assign(records_.count() + std::size_t{1}, {});
      for (std::size_t i = first; i < last; ++i) {
        if (rows[i] != 0) adjoints[rows[i]].at[i - first] = T(1);
      }
      if (!detail::sweep_in_lanes(records_, adjoints.data())) return false;
      for (std::size_t j = 0; j < columns.size(); ++j) {
        for (std::size_t i = first; i < last; ++i) {
          result(i, j) = columns[j] == 0 ? T(0) : adjoints[columns[j]].at[i - first];
        }
      }
    }
    return true;
  }

  /// Hooks may ask the tape for other derivatives meanwhile: each sweep has adjoints of its own.
  void sweep(std::vector<T>& adjoints) {
    struct counted {
      int& sweeps;
      explicit counted(int& running) noexcept : sweeps(running) { ++sweeps; }
      counted(const counted&) = delete;
      counted& operator=(const counted&) = delete;
      ~counted() { --sweeps; }
    };
    const counted guard(sweeps_);
    detail::sweep(records_, adjoints.data());
  }

  /// Adjoints that are zero but for the results.
  template <class Y, class W>
  void seed(std::vector<T>& adjoints, const Y& results, const W& cotangents) const {
    if (detail::count_scalars(results) != detail::count_scalars(cotangents)) {
      detail::refuse_cotangents();
    }
    bool depends = false;
    const auto look = [&](const auto& y) { depends = index_of(y) != 0 || depends; };
    detail::visit_scalars(results, look);
    if (!depends) detail::refuse_constant();
    adjoints.assign(records_.count() + std::size_t{1}, T(0));
    const auto add = [&](const auto& y, const auto& weight) {
      if (!y.is_constant()) adjoints[y.index()] += T(weight);
    };
    detail::for_each_pair(results, cotangents, add);
  }
  detail::recorder<T> records_;
  std::vector<T> gradients_;
  std::vector<T> scratch_;
  detail::rewind_history rewinds_;
  int sweeps_ = 0;
};

template <class T, class Style>
T variable<T, Style>::gradient() const {
  if constexpr (detail::is_checked) verify();
  return is_constant() ? T(0) : tape_->owner().gradient(*this);
}
template <class T, class Style>
void variable<T, Style>::backward() const {
  if (is_constant()) detail::refuse_constant();
  if constexpr (detail::is_checked) verify();
  tape_->owner().backward(*this);
}

}  // namespace etad::inline ETAD_ABI
