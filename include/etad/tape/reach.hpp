// SPDX-License-Identifier: MIT
// Which values of a tape a value was computed from.
#pragma once

#include <cstdint>
#include <vector>

#include <etad/tape/sweep.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Calls visit(index, argument) for each value and each argument of the record that it comes from, from
/// the end of the tape to its beginning.
template <class T, class Visit>
void for_each_dependence(const recorder<T>& tape, Visit visit) {
  using stored = argument_layout<T>;
  const auto statement = [&](tape_index result, const std::byte* first, const std::byte* last) {
    for (; first != last; first += stored::size) visit(result, stored::index(first));
  };
  walk_backward(
      tape, statement,
      [&](const tape_kernel<T>& record, const std::byte* arguments, tape_index first,
          std::size_t results) {
        for (std::size_t r = 0; r < results; ++r) {
          statement(first + static_cast<tape_index>(r), arguments,
                    arguments + record.inputs * stored::size);
        }
      },
      [](const tape_block<T>&, tape_index, std::size_t) {
        throw_invalid_argument(
            "ETAD-158: etad's sparse verbs require to know what each number was computed from; of "
            "a "
            "record of one's own (custom_vjp, map, tape.record, checkpoint) only the sweep is "
            "known. "
            "Take etad::jacobian or etad::hessian, or find the pattern with a function that has no "
            "such record: sparse_jacobian(f, jacobian_sparsity_at(g)(x)).");
      });
}

/// The arguments of every value of a tape, from which reach() finds the inputs of any of them. Cost:
/// 4 bytes for each value and each argument.
class tape_reach {
 public:
  template <class T>
  explicit tape_reach(const recorder<T>& tape)
      : offsets_(tape.count() + std::size_t{2}), visited_by_(tape.count() + std::size_t{1}) {
    for_each_dependence(tape, [&](tape_index i, tape_index) { ++offsets_[i + 1]; });
    for (std::size_t i = 1; i < offsets_.size(); ++i) offsets_[i] += offsets_[i - 1];
    arguments_.resize(offsets_.back());
    std::vector<std::size_t> next(offsets_.begin(), offsets_.end() - 1);
    for_each_dependence(tape, [&](tape_index i, tape_index a) { arguments_[next[i]++] = a; });
  }

  /// Calls visit(k) for each input `first + k`, k < count, that the value `from` depends on, in any
  /// order. Cost: the records between.
  template <class Visit>
  void reach(tape_index from, tape_index first, std::size_t count, Visit visit) {
    ++visitor_;
    open_.clear();
    const auto meet = [&](tape_index i) {
      if (i == 0 || visited_by_[i] == visitor_) return;
      visited_by_[i] = visitor_;
      if (first <= i && i - first < count) {
        visit(std::size_t{i - first});
      } else {
        open_.push_back(i);
      }
    };
    meet(from);
    while (!open_.empty()) {
      const tape_index i = open_.back();
      open_.pop_back();
      for (std::size_t k = offsets_[i]; k < offsets_[i + 1]; ++k) meet(arguments_[k]);
    }
  }

 private:
  std::vector<std::size_t> offsets_;
  std::vector<tape_index> arguments_;
  std::vector<std::uint32_t> visited_by_;
  std::vector<tape_index> open_;
  std::uint32_t visitor_ = 0;
};

}  // namespace etad::inline ETAD_ABI::detail
