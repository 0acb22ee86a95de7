// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace models {

/// A network of two hidden layers of tanh neurons and one linear output, Inputs-Width-Width-1.
/// The weights: for each layer and each neuron its bias, then its weights of the layer below.
template <std::size_t Inputs, std::size_t Width>
struct network {
  static constexpr std::size_t weights =
      Width * (1 + Inputs) + Width * (1 + Width) + 1 * (1 + Width);

  template <class T, class Data>
  static constexpr T output(const std::array<T, weights>& w, const std::array<Data, Inputs>& x) {
    const auto first = layer<Width>(w, 0, x);
    const auto second = layer<Width>(w, Width * (1 + Inputs), first);
    return neuron(w, Width * (2 + Inputs + Width), second);
  }

 private:
  template <class T, class Below, std::size_t Count>
  static constexpr T neuron(const std::array<T, weights>& w, std::size_t at,
                            const std::array<Below, Count>& below) {
    T sum = w[at] + w[at + 1] * below[0];
    for (std::size_t i = 1; i < Count; ++i) sum = sum + w[at + 1 + i] * below[i];
    return sum;
  }

  template <std::size_t Neurons, class T, class Below, std::size_t Count>
  static constexpr std::array<T, Neurons> layer(const std::array<T, weights>& w, std::size_t at,
                                                const std::array<Below, Count>& below) {
    using std::tanh;
    std::array<T, Neurons> result;
    for (std::size_t i = 0; i < Neurons; ++i)
      result[i] = tanh(neuron(w, at + i * (1 + Count), below));
    return result;
  }
};

/// Squared error of the network at one point of the data, whose mean over them is to be made small.
template <std::size_t Inputs, std::size_t Width>
struct squared_error {
  static constexpr std::size_t weights = network<Inputs, Width>::weights;
  template <class T, class Data>
  constexpr T operator()(const std::array<T, weights>& w, const std::array<Data, Inputs>& x,
                         const Data& wanted) const {
    const T error = network<Inputs, Width>::output(w, x) - wanted;
    return error * error;
  }
};

}  // namespace models
