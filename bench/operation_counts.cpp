// SPDX-License-Identifier: MIT
// Prints the table of operation counts in docs/performance.md: what value and derivative of each
// workload cost in each mode, in the programs that are compiled.
//   g++ -std=c++20 -Iinclude -Idocs/examples/models -fconstexpr-ops-limit=1000000000 THIS_FILE
// The limit is raised for W1 n=100: forward mode by sweeps and the search for Markowitz order.
#include <array>
#include <cstdio>
#include <etad/etad.hpp>

#include "arm.hpp"
#include "black_scholes.hpp"
#include "dirichlet.hpp"
#include "hires.hpp"
#include "pollu.hpp"
#include "rober.hpp"
#include "rosenbrock.hpp"
#include "snavely.hpp"

namespace {

using namespace etad::detail;

template <class Schedule>
int operations_in_program(const Schedule& s) {
  int count = 0;
  for (int i = 0; i < s.size; ++i)
    count += is_leaf(s.at(i).op()) || arity_of(s.at(i).op()) == 0 ? 0 : 1;
  return count;
}

/// Operations, and in parentheses their cost in multiplications by the table of ir/cost.hpp.
template <class Call, class Wanted, jacobian_mode Mode>
void print_mode() {
  const auto& s = regular_wide<jacobian_candidate<Call, Wanted, Mode>>::value;
  const bool taken = Mode == automatic_mode<Call, Wanted>::value;
  const char* const mark = taken ? "**" : "";
  std::printf(" %s%d (%.0f)%s |", mark, operations_in_program(s), cost_of(s), mark);
}

template <class Call, class Wanted>
void print_row(const char* name) {
  using enum jacobian_mode;
  const auto& s = Call::source::value;
  std::printf("| %s | %d (%.0f) |", name, operations_in_program(s), cost_of(s));
  print_mode<Call, Wanted, forward>();
  print_mode<Call, Wanted, reverse>();
  print_mode<Call, Wanted, eliminate_forward>();
  print_mode<Call, Wanted, eliminate_reverse>();
  print_mode<Call, Wanted, eliminate_markowitz>();
  if constexpr (Wanted::symmetric) {
    print_mode<Call, Wanted, push_edges>();
    std::puts("");
  } else {
    std::puts(" |");
  }
}

template <std::size_t N>
using vector = std::array<double, N>;
using value_and_jacobian = wanted_outputs<true>;
using value_gradient_hessian = wanted_outputs<true, 1, true>;

template <class F, class... Args>
using by_all = function_call<F, etad::wrt_t<>, Args...>;
template <class F, class... Args>
using by_first = function_call<F, etad::wrt_t<0>, Args...>;

}  // namespace

int main() {
  std::puts(
      "| | function | forward | reverse | eliminate forward | eliminate reverse | Markowitz | "
      "edge pushing |");
  std::puts("|---|---:|---:|---:|---:|---:|---:|---:|");
  print_row<by_all<models::rosenbrock<10>, vector<10>>, value_and_jacobian>("W1 n=10");
  print_row<by_all<models::rosenbrock<100>, vector<100>>, value_and_jacobian>("W1 n=100");
  print_row<by_all<models::black_scholes, double, double, double, double, double>,
            value_and_jacobian>("W2");
  print_row<by_first<models::snavely, vector<12>, double, double>, value_and_jacobian>("W3");
  print_row<by_all<models::arm, vector<6>>, value_and_jacobian>("W4");
  print_row<by_all<models::rober, vector<3>>, value_and_jacobian>("W5r");
  print_row<by_all<models::hires, vector<8>>, value_and_jacobian>("W5h");
  print_row<by_all<models::pollu, vector<20>>, value_and_jacobian>("W5p");
  print_row<by_first<etad::value_and_gradient_function<models::dirichlet, etad::wrt_t<0>>,
                     vector<6>, vector<4>, double>,
            value_gradient_hessian>("W6a");
  print_row<
      by_all<etad::value_and_gradient_function<models::rosenbrock<10>, etad::wrt_t<>>, vector<10>>,
      value_gradient_hessian>("W6b");
}
