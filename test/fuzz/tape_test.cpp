// SPDX-License-Identifier: MIT
// Random programs replayed on variables of a tape, against the sum over their paths (linearization.hpp): values bit
// by bit, rows of the Jacobian within rounding, infinities and NaN where the paths determine them. Sums are written
// as expressions or grown in place. ETAD_FUZZ_COUNT, ETAD_FUZZ_SEED and ETAD_FUZZ_FIRST as in schedules_test.cpp.
#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cmath>
#include <string>
#include <vector>

#include <etad/print/text.hpp>
#include <etad/tape.hpp>

#include "linearization.hpp"
#include "random_program.hpp"

namespace fuzz {
namespace {

using number = etad::variable<double>;
using operation_on_tape = number (*)(const number&, const number&, const number&);

template <opcode Op>
number apply(const number& x, const number& y, const number& z) {
  using etad::detail::taped_operation;
  constexpr int arity = etad::detail::operation<Op>::arity;
  if constexpr (arity == 1) {
    return taped_operation<Op>(x);
  } else if constexpr (arity == 2) {
    return taped_operation<Op>(x, y);
  } else {
    return taped_operation<Op>(x, y, z);
  }
}

/// The operations of random programs; the others are null.
template <std::size_t... A, std::size_t... F, std::size_t... P>
constexpr auto make_operations(std::index_sequence<A...>, std::index_sequence<F...>,
                               std::index_sequence<P...>) {
  std::array<operation_on_tape, etad::detail::opcode_count> table{};
  ((table[static_cast<std::size_t>(arithmetic[A])] = &apply<arithmetic[A]>), ...);
  ((table[static_cast<std::size_t>(functions[F])] = &apply<functions[F]>), ...);
  ((table[static_cast<std::size_t>(piecewise[P])] = &apply<piecewise[P]>), ...);
  return table;
}
constexpr auto operations = make_operations(std::make_index_sequence<std::size(arithmetic)>{},
                                            std::make_index_sequence<std::size(functions)>{},
                                            std::make_index_sequence<std::size(piecewise)>{});

bool same_bits(double x, double y) {
  return (x != x && y != y) || std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
}

class replay {
 public:
  explicit replay(std::uint64_t seed) : random_(seed) {}

  /// Empty if nothing was found.
  std::string run() {
    const program_shape shape = random_shape(random_);
    const program p = program_generator(random_, shape).make();
    for (int k = 0; k < 4 && complaint_.empty(); ++k) {
      std::vector<double> x;
      for (int n = 0; n < p.inputs; ++n) x.push_back(random_input(random_, shape.safe));
      at_point(p, x);
      if (complaint_.empty()) continue;
      complaint_ += "\nat";
      for (const double x_k : x) complaint_ += " " + etad::detail::shortest_decimal(x_k);
      complaint_ += "\n" + etad::detail::text_of(p);
    }
    return complaint_;
  }
  std::array<long, 6> predictions{};

 private:
  void at_point(const program& p, const std::vector<double>& x) {
    machine_.run(p, x);
    etad::tape<double> tape;
    const std::vector<number> inputs = tape.variables(x);
    std::vector<number> v;
    for (std::size_t n = 0; n < p.code.size(); ++n) {
      const instruction next = p.code[n];
      // The sign of a NaN is what the order of operands makes it.
      if (next.op() == opcode::copysign && std::isnan(machine_.real(next.b()))) return;
      v.push_back(value_of(p, static_cast<value_id>(n), v, inputs));
      const bool real = facts(p.code[n].op()).result == kind::real;
      if (real && !same_bits(v.back().value(), machine_.real(static_cast<value_id>(n)))) {
        complaint_ = "the value of r" + std::to_string(n) + " differs";
        return;
      }
    }
    const etad::detail::buffer<char> wanted(x.size(), 1);
    linearization paths(p, machine_, wanted);
    std::vector<number> results;
    for (const value_id i : p.outputs) results.push_back(v[i]);
    const auto rows = tape.jacobian(results, inputs);
    for (std::size_t i = 0; i < results.size(); ++i) {
      const auto row = results[i].is_constant() ? std::vector<double>(x.size(), 0.0)
                                                : tape.gradient(results[i], inputs);
      for (std::size_t j = 0; j < x.size(); ++j) {
        const std::string entry = "d" + std::to_string(i) + "/d" + std::to_string(j);
        const expectation e = paths.entry(i, j);
        ++predictions[static_cast<std::size_t>(e.kind)];
        agrees(row[j], e, entry);
        agrees(rows(i, j), e, entry + " of the Jacobian");
      }
    }
  }

  number value_of(const program& p, value_id n, const std::vector<number>& v,
                  const std::vector<number>& inputs) {
    const instruction x = p.code[n];
    const auto operand = [&](int k) -> const number& { return v[x.operand(k)]; };
    if (facts(x.op()).result != kind::real) return 0.0;
    if (x.op() == opcode::input) return inputs[x.a()];
    if (facts(x.op()).arity == 0) return machine_.real(n);
    if (x.op() == opcode::select) return machine_.mask(x.a()) ? operand(1) : operand(2);
    if (x.op() == opcode::stop_gradient) return detach(operand(0));
    if (x.op() == opcode::attach) {
      number with_slope = operand(0);
      with_slope += operand(2).value() * operand(1);
      return number::on_tape(operand(0).value(), with_slope.tape(), with_slope.index());
    }
    if (x.op() == opcode::add && random_.chance(50)) {
      number sum = operand(0);
      sum += operand(1);
      return sum;
    }
    const auto apply_it = operations[static_cast<std::size_t>(x.op())];
    const int arity = facts(x.op()).arity;
    return apply_it(operand(0), operand(arity > 1 ? 1 : 0), operand(arity > 2 ? 2 : 0));
  }

  void agrees(double got, const expectation& e, const std::string& what) {
    if (e.allows(got) || !complaint_.empty()) return;
    complaint_ = what + ": " + etad::detail::shortest_decimal(got) + " instead of " +
                 etad::detail::shortest_decimal(static_cast<double>(e.value)) + ", prediction " +
                 std::to_string(static_cast<int>(e.kind));
  }

  random_source random_;
  machine machine_;
  std::string complaint_;
};

}  // namespace

TEST_CASE("random programs on a tape") {
  const std::uint64_t seed = setting("ETAD_FUZZ_SEED", 20240229);
  const std::uint64_t first = setting("ETAD_FUZZ_FIRST", 0);
  const std::uint64_t count = setting("ETAD_FUZZ_COUNT", 20000);
  long violations = 0, numbers = 0, others = 0;
  for (std::uint64_t k = first; k < first + count; ++k) {
    replay one(seed + k * 0x1'0000'0001u);
    const std::string complaint = one.run();
    numbers += one.predictions[0];
    others += one.predictions[1] + one.predictions[2];
    if (complaint.empty()) continue;
    if (++violations <= 5) MESSAGE("program " << k << ": " << complaint);
  }
  CHECK(violations == 0);
  CHECK(numbers >= static_cast<long>(count));
  CHECK((count < 1000 || others > 0));
}

}  // namespace fuzz
