// SPDX-License-Identifier: MIT
// The derivatives of a function of run-time sized arguments by a tape, and the choice between that and
// sweeps of dual numbers.
#pragma once

#include <etad/call/run_time/sweep.hpp>
#include <etad/pass/pipeline.hpp>
#include <etad/tape/classification.hpp>
#include <etad/tape/functions.hpp>
#include <etad/tape/limits.hpp>
#include <etad/tape/select.hpp>
#include <etad/tape/sweep.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Every operation is a record of its own, so that whatever compiles on duals compiles here.
template <class T>
using recorded_number = variable<T, eager>;

/// What is kept in a workspace between calls.
template <class T>
struct reverse_memory {
  recorder<T> tape;
  std::vector<T> adjoints;
};

/// Forgets the records at the end of a call, however it ends.
template <class T>
class clear_at_end {
 public:
  explicit clear_at_end(recorder<T>& tape) noexcept : tape_(tape) { tape.go_back({}); }
  clear_at_end(const clear_at_end&) = delete;
  clear_at_end& operator=(const clear_at_end&) = delete;
  ~clear_at_end() { tape_.go_back({}); }

 private:
  recorder<T>& tape_;
};

/// A sink that wants the weighted sum of all rows takes it in one sweep.
template <class Sink>
concept sums_rows = requires(const Sink& sink) {
  sink.weight(std::size_t{});
};

/// Runs f once on variables and sweeps back once for each number in f(x), or once for a sum of rows; the
/// sink is called as by sweep_forward, without sink.start if `Started`.
template <class Wrt, bool Started, class F, class Sink, class... A>
void sweep_reverse(const F& f, const workspace& memory, Sink& sink, const A&... a) {
  using scalar = run_time_scalar<A...>;
  using number = recorded_number<scalar>;
  reverse_memory<scalar>& kept = memory.keep<reverse_memory<scalar>>();
  auto& tape = kept.tape;
  auto& adjoints = kept.adjoints;
  const clear_at_end<scalar> end(tape);
  run_time_arguments<F, Wrt, number, A...> x(memory, a...);
  const std::size_t columns = x.columns();
  const tape_index first = tape.add_inputs(columns);
  x.seed(0, columns, [&](number& leaf, std::size_t j) {
    leaf = number::on_tape(leaf.value(), &tape, first + static_cast<tape_index>(j));
  });
  const auto y = x.call(f);
  if constexpr (!Started) {
    sink.start(y, count_scalars(y), columns);
  }
  const auto start = [&] { adjoints.assign(tape.count() + std::size_t{1}, scalar(0)); };
  if constexpr (sums_rows<Sink>) start();
  std::size_t i = 0;
  const auto take = [&](const auto& leaf) {
    tape_index index = 0;
    if constexpr (std::same_as<std::remove_cvref_t<decltype(leaf)>, number>) {
      if constexpr (!Started) sink.value(i, leaf.value());
      index = leaf.index();
    } else {
      if constexpr (!Started) sink.value(i, static_cast<scalar>(leaf));
    }
    if constexpr (sums_rows<Sink>) {
      if (index != 0) adjoints[index] += sink.weight(i);
    } else {
      start();
      if (index != 0) {
        adjoints[index] = scalar(1);
        sweep(tape, adjoints.data());
      }
      for (std::size_t j = 0; j < columns; ++j) sink.entry(i, j, adjoints[first + j]);
    }
    ++i;
  };
  visit_scalars(y, take);
  if constexpr (sums_rows<Sink>) {
    sweep(tape, adjoints.data());
    for (std::size_t j = 0; j < columns; ++j) sink.sum(j, adjoints[first + j]);
  }
}

/// f can run on variables of a tape over its numbers: whatever they are, if reverse mode was asked for.
template <class F, class... A>
concept reversible_call =
    accepts<const F&,
            const typename sized<A>::template rebind<recorded_number<run_time_scalar<A...>>>&...>;
/// So it can be chosen: over built-in numbers or, for derivatives of gradients, over duals.
template <class F, class... A>
concept recordable_call = (std::is_floating_point_v<run_time_scalar<A...>> ||
                           is_dual<run_time_scalar<A...>>)&&reversible_call<F, A...>;

/// What F returns on variables of a tape.
template <class F, class... A>
struct recorded_result_of {
  static_assert(
      reversible_call<F, A...>,
      "ETAD-140: etad::reverse requires, for arguments of run-time size, a callable that accepts "
      "etad::variable in place of its numbers; it accepts etad::dual alone. Write auto or a "
      "template parameter for every scalar, or leave etad::reverse out to run it on dual numbers.");
  using type = run_time_scalar<A...>;
};
template <class F, class... A>
  requires reversible_call<F, A...>
struct recorded_result_of<F, A...> {
  using type = result_of<const F&, const typename sized<A>::template rebind<
                                       recorded_number<run_time_scalar<A...>>>&...>;
};
template <class F, class... A>
using recorded_result = typename recorded_result_of<F, A...>::type;

/// How many sweeps of duals take as long as one record of the function and a sweep back for each row.
inline constexpr std::size_t sweeps_for_a_record = 2;

/// The rows of a sum of rows, and of whatever returns one number.
inline constexpr std::size_t unknown_rows = 0;

/// All derivatives of f for the sink, the cheaper way. `Rows` may be known from the kind of call.
template <class Wrt, jacobian_mode Mode = jacobian_mode::automatic, std::size_t Rows = unknown_rows,
          class F, class Sink, class... A>
void run_time_sweep(const F& f, const workspace& memory, Sink& sink, const A&... a) {
  const auto forward = [&](auto go_on) { sweep_forward<Wrt>(f, memory, sink, go_on, a...); };
  // Apart from the next condition, which may not even be asked of f.
  if constexpr (Mode == jacobian_mode::forward || Mode == jacobian_mode::lanes) {
    forward([](std::size_t, std::size_t) { return true; });
  } else if constexpr (Mode != jacobian_mode::reverse && !recordable_call<F, A...>) {
    forward([](std::size_t, std::size_t) { return true; });
  } else if constexpr (Mode == jacobian_mode::reverse) {
    // Says what is missing.
    using result [[maybe_unused]] = recorded_result<F, A...>;
    if constexpr (reversible_call<F, A...>) sweep_reverse<Wrt, false>(f, memory, sink, a...);
  } else {
    constexpr auto lanes = static_cast<std::size_t>(lane_limit<run_time_scalar<A...>>);
    const auto pays = [](std::size_t rows, std::size_t columns, std::size_t done) {
      return (columns + lanes - 1) / lanes - done > sweeps_for_a_record + rows;
    };
    if constexpr (Rows != unknown_rows) {
      std::size_t columns = 0;
      int position = 0;
      ((columns += Wrt::selects(position++) ? leaves_of(a) : 0), ...);
      if (pays(Rows, columns, 0)) return sweep_reverse<Wrt, false>(f, memory, sink, a...);
      forward([](std::size_t, std::size_t) { return true; });
    } else {
      bool reverse = false;
      forward([&](std::size_t rows, std::size_t columns) {
        reverse = pays(rows, columns, 1);
        return !reverse;
      });
      if (reverse) sweep_reverse<Wrt, true>(f, memory, sink, a...);
    }
  }
}

}  // namespace etad::inline ETAD_ABI::detail
