// SPDX-License-Identifier: MIT
// Records whose sweep is code of the user's.
#pragma once

#include <span>

#include <etad/tape/partials.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class T, class Backward>
class external_block : public tape_block<T> {
 public:
  external_block(std::vector<tape_index> inputs, std::size_t results, Backward backward)
      : inputs_(std::move(inputs)), results_(results), backward_(std::move(backward)) {}

  void sweep(T* adjoints, tape_index first) const override {
    const std::span<const T> cotangents(adjoints + first, results_);
    bool used = false;
    for (const T& cotangent : cotangents) used = used || !vanishes(cotangent);
    if (!used) return;
    std::vector<T> products(inputs_.size(), T(0));
    backward_(cotangents, std::span<T>(products));
    for (std::size_t k = 0; k < inputs_.size(); ++k) {
      if (inputs_[k] != 0) adjoints[inputs_[k]] += products[k];
    }
  }

 private:
  std::vector<tape_index> inputs_;
  std::size_t results_;
  Backward backward_;
};

}  // namespace etad::inline ETAD_ABI::detail
