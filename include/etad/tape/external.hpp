// SPDX-License-Identifier: MIT
// Records whose sweep is code of the user's.
#pragma once

#include <span>

#include <etad/tape/containers.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The numbers on which the function of a record runs on a tape over T: variables of an inner tape operation by
/// operation, as their expressions are types that not every function can do with.
template <class T>
struct run_number {
  using type = T;
  static constexpr const T& to(const T& x) { return x; }
  static constexpr const T& from(const T& x) { return x; }
};
template <class T, class Style>
struct run_number<variable<T, Style>> : rule_number<variable<T, Style>> {};

/// The memory of the numbers that a record keeps in `kept`.
template <class T, class... X>
std::size_t bytes_of(const std::tuple<X...>& kept) {
  return sizeof(T) *
         std::apply([](const X&... x) { return (std::size_t{0} + ... + count_scalars(x)); }, kept);
}

template <class X>
struct leaf_within {
  using type = typename sized<X>::scalar;
};
template <class X>
using scalar_within = typename leaf_within<std::remove_cvref_t<X>>::type;
template <class... Part>
  requires is_tuple_of_run_time_size<std::tuple<Part...>>
struct leaf_within<std::tuple<Part...>> : common_leaf<scalar_within<Part>...> {
};

template <class... X>
using deepest_within = typename deepest<scalar_within<settled_type<X>>...>::type;

/// The tape of the first variable in x that stands on one over T.
template <class T, class... X>
recorder<T>* tape_within(const X&... x) {
  recorder<T>* tape = nullptr;
  const auto look = [&](const auto& leaf) {
    if constexpr (is_variable_over<std::remove_cvref_t<decltype(leaf)>, T>) {
      if (tape == nullptr) tape = leaf.tape();
    }
  };
  (visit_scalars(x, look), ...);
  return tape;
}

/// The number under a variable over T, any other as one of its kind.
template <class T>
struct to_primal {
  template <class X>
  void operator()(const X& from, T& to) const {
    if constexpr (is_variable_over<X, T>) {
      to = from.value();
    } else {
      to = static_cast<T>(from);
    }
  }
};

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

  std::vector<tape_index> inputs() const override { return inputs_; }
  std::size_t bytes() const noexcept override {
    std::size_t kept = inputs_.size() * sizeof(tape_index);
    if constexpr (requires { backward_.bytes(); }) kept += backward_.bytes();
    return kept;
  }

 private:
  std::vector<tape_index> inputs_;
  std::size_t results_;
  Backward backward_;
};

/// Variables of the given values, in their shape, that depend on the variables in `inputs` by one record.
template <class Style, class T, class Values, class Inputs, class Backward>
auto record_external(recorder<T>& tape, const Values& values, const Inputs& inputs,
                     Backward backward) {
  std::vector<tape_index> indices;
  const auto note = [&](const auto& x) {
    tape_index index = 0;
    if constexpr (is_variable_over<std::remove_cvref_t<decltype(x)>, T>) {
      if (x.tape() != nullptr && x.tape() != &tape) refuse_other_tape();
      index = x.shared_index();
    }
    indices.push_back(index);
  };
  visit_scalars(inputs, note);
  const std::size_t results = count_scalars(values);
  tape_index next = tape.add_block(owned_block<T>(new external_block<T, Backward>(
                                       std::move(indices), results, std::move(backward))),
                                   results);
  const bool recorded = next != 0;
  return mapped<variable<T, Style>>(values, [&](const auto& value, auto& y) {
    y = variable<T, Style>::on_tape(static_cast<T>(value), &tape, recorded ? next++ : 0);
  });
}

}  // namespace etad::inline ETAD_ABI::detail
