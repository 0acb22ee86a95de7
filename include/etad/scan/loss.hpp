// SPDX-License-Identifier: MIT
// What a recurrence returns, and where its reverse mode starts.
#pragma once

#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <vector>

#include <etad/scan/run.hpp>
#include <etad/verb/gradient.hpp>

namespace etad::inline ETAD_ABI {

/// What a recurrence returns whose step returns a carry and an output.
template <class Carry, class Output>
struct scan_result {
  Carry carry;
  std::vector<Output> outputs;

  bool operator==(const scan_result&) const = default;
};

namespace detail {

/// Calls visit with each number of what a recurrence returns.
template <class Result, class Visit>
void visit_scan_value(Result& result, Visit& visit) {
  if constexpr (requires { result.outputs; }) {
    shape_of<decltype(result.carry)>::visit(result.carry, visit);
    for (auto& output : result.outputs) shape_of<decltype(output)>::visit(output, visit);
  } else {
    shape_of<std::remove_const_t<Result>>::visit(result, visit);
  }
}

/// The loss of a recurrence that has none.
struct final_carry {
  template <class Carry>
  constexpr Carry operator()(const Carry& carry) const {
    return carry;
  }
};

struct total_output {
  template <class Carry, class Total>
  constexpr Total operator()(const Carry&, const Total& total) const {
    return total;
  }
};

template <class Loss, class Run>
constexpr bool takes_total() {
  if constexpr (Run::with_output) {
    return std::is_invocable_v<const Loss&, const typename Run::carry&,
                               const typename Run::output&>;
  } else {
    return false;
  }
}

/// The loss or a verb of it, of the final carry and, if it takes that, the sum of outputs.
template <class Loss, class Run, class Verb, class... More>
constexpr auto call_loss(const Verb& verb, const typename Run::carry& carry,
                         const typename Run::output& total, const More&... more) {
  if constexpr (takes_total<Loss, Run>()) {
    return verb(carry, total, more...);
  } else {
    static_assert(std::is_invocable_v<const Loss&, const typename Run::carry&>,
                  "ETAD-065: etad::scan requires a loss of the final carry, loss(carry), or of it "
                  "and the sum of the outputs, loss(carry, sum), if the step returns outputs; the "
                  "one given to then() takes neither, or sum() was asked for of a step without "
                  "outputs.");
    return verb(carry, more...);
  }
}

/// The loss of a run, forward.
template <class Run, class Loss>
constexpr auto scan_loss(const Run& run, const Loss& loss) {
  auto total = Run::no_outputs();
  const auto carry = run.forward([&](std::size_t, const auto& out) { add_leaves(total, out); });
  return call_loss<Loss, Run>(loss, carry, total);
}

/// The adjoints of the final carry and of each output, from the slopes of a loss.
template <class Run>
class loss_slopes {
 public:
  const typename Run::output& output_slope(std::size_t) const { return output_; }

 protected:
  template <class Loss, class Slopes>
  typename Run::carry take(const Slopes& slopes) {
    if constexpr (takes_total<Loss, Run>()) {
      output_ = std::get<1>(slopes);
      return std::get<0>(slopes);
    } else {
      output_ = Run::no_outputs();
      return slopes;
    }
  }

 private:
  typename Run::output output_{};
};

template <class Run, class Loss>
struct loss_seed : loss_slopes<Run> {
  const Loss& loss;
  typename Run::scalar value{};

  constexpr explicit loss_seed(const Loss& given) : loss(given) {}
  typename Run::carry operator()(const typename Run::carry& carry,
                                 const typename Run::output& total) {
    const auto found = call_loss<Loss, Run>(value_and_gradient(loss), carry, total);
    value = found.value;
    return this->template take<Loss>(found.gradient);
  }
};

/// Starts with a weight for each number in the loss.
template <class Run, class Loss, class Weight>
struct weighted_loss_seed : loss_slopes<Run> {
  const Loss& loss;
  const Weight& weight;

  constexpr weighted_loss_seed(const Loss& given, const Weight& w) : loss(given), weight(w) {}
  typename Run::carry operator()(const typename Run::carry& carry,
                                 const typename Run::output& total) {
    return this->template take<Loss>(call_loss<Loss, Run>(vjp(loss), carry, total, weight));
  }
};

/// Starts with weights for the final carry and for each output, if there are any.
template <class Run>
struct weight_seed {
  typename Run::carry carry_weight;
  std::span<const typename Run::output> output_weights;

  typename Run::carry operator()(const typename Run::carry&, const typename Run::output&) const {
    return carry_weight;
  }
  const typename Run::output& output_slope(std::size_t i) const { return output_weights[i]; }
};

template <class Run, class Loss, class Weight>
auto weights_of(const Run& run, const Loss& loss, const Weight& weight) {
  const auto check = []<class Given>(std::type_identity<Given>) {
    static_assert(leaf_count<Given> == leaf_count<typename Run::carry>,
                  "ETAD-024: etad::vjp(f) requires as last argument a weight for each number in "
                  "f(x); their number differs.");
  };
  if constexpr (!std::same_as<Loss, final_carry>) {
    return weighted_loss_seed<Run, Loss, Weight>(loss, weight);
  } else if constexpr (Run::with_output) {
    check(std::type_identity<std::remove_cvref_t<decltype(weight.carry)>>{});
    if (std::size(weight.outputs) != run.count()) {
      throw_wrong_length(run.count(), std::size(weight.outputs));
    }
    return weight_seed<Run>{with_leaves<typename Run::carry>(weight.carry), weight.outputs};
  } else {
    check(std::type_identity<Weight>{});
    return weight_seed<Run>{with_leaves<typename Run::carry>(weight), {}};
  }
}

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
