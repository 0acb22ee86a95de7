// SPDX-License-Identifier: MIT
#include <etad/pass/activity.hpp>
#include <etad/pass/dce.hpp>
#include <etad/pass/eliminate.hpp>

#include "pass_text.hpp"

using namespace pass_text;

namespace {

program jacobian(const program& p, elimination_order order) {
  builder b(p);
  const buffer<char> wanted(static_cast<std::size_t>(p.inputs), 1);
  const auto entries = append_jacobian_by_elimination(b, p, active_values(p, wanted), order);
  program all = b.result();
  all.outputs = entries;
  check_valid(all, "eliminate");
  return without_dead_code(all);
}

/// Three inputs that meet in a chain, from whose end three outputs part. Forward order carries three
/// columns along the chain, reverse order three rows; eliminating the chain first carries one number.
program bow_tie() {
  return parse(
      "inputs 3\nr0 = input 0\nr1 = input 1\nr2 = input 2\nr3 = multiply r0 r1\n"
      "r4 = multiply r2 r3\nr5 = sin r4\nr6 = exp r5\nr7 = sin r6\nr8 = exp r7\nr9 = atan r8\n"
      "r10 = tanh r8\nr11 = exp r8\noutputs r11 r9 r10\n");
}

}  // namespace

TEST_CASE("every order gives the same Jacobian") {
  const std::vector<double> x{0.3, -1.2, 0.8};
  const std::vector<double> forward = values(jacobian(bow_tie(), elimination_order::forward), x);
  REQUIRE(forward.size() == 9);
  for (const auto order : {elimination_order::reverse, elimination_order::markowitz}) {
    const std::vector<double> other = values(jacobian(bow_tie(), order), x);
    for (std::size_t k = 0; k < 9; ++k)
      CHECK(other[k] == doctest::Approx(forward[k]).epsilon(1e-14));
  }
  // d exp(exp(sin(exp(sin(xyz)))))/dx by hand.
  const double product = 0.3 * -1.2 * 0.8;
  const double inner = std::exp(std::sin(product));
  const double outer = std::exp(std::sin(inner));
  const double by_hand =
      std::exp(outer) * outer * std::cos(inner) * inner * std::cos(product) * (-1.2 * 0.8);
  CHECK(forward[0] == doctest::Approx(by_hand).epsilon(1e-14));
}

TEST_CASE("the cross-country order saves multiplications") {
  const auto products = [](elimination_order order) {
    const program p = jacobian(bow_tie(), order);
    return count(p, opcode::multiply) + count(p, opcode::zero_multiply) +
           count(p, opcode::steep_multiply);
  };
  CHECK(products(elimination_order::markowitz) < products(elimination_order::forward));
  CHECK(products(elimination_order::markowitz) < products(elimination_order::reverse));
}

TEST_CASE("an output that is an input") {
  const program p = parse("inputs 2\nr0 = input 0\nr1 = input 1\nr2 = sin r1\noutputs r0 r2 r2\n");
  for (const auto order :
       {elimination_order::forward, elimination_order::reverse, elimination_order::markowitz}) {
    CHECK(values(jacobian(p, order), {5.0, 0.0}) == std::vector<double>{1, 0, 0, 1, 0, 1});
  }
}
