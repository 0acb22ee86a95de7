// SPDX-License-Identifier: MIT
// ADOL-C records each model once, before the first point, and replays the tape at every point: run-
// time data are parameters of the tape. The drivers are the cheapest that also give the value.
#include <adolc/adolc.h>

#include "sums.hpp"

namespace bench {
namespace {

short next_tag = 1;

/// The tape of a workload, recorded at its first point.
template <class Workload>
short tape() {
  static const short tag = [] {
    const auto& in = points<Workload>()[0];
    const short mine = next_tag++;
    trace_on(mine);
    std::array<adouble, Workload::variables> x;
    for (std::size_t i = 0; i < x.size(); ++i) x[i] <<= in.x[i];
    std::array<adouble, Workload::data> data;
    for (std::size_t i = 0; i < data.size(); ++i) data[i] = mkparam(in.data[i]);
    const auto result = Workload::evaluate(x, data);
    double ignored;
    for (std::size_t i = 0; i < Workload::results; ++i) {
      adouble active = entry(result, i);
      active >>= ignored;
    }
    trace_off();
    return mine;
  }();
  return tag;
}

template <class Workload>
short tape_at(const typename Workload::point& in) {
  const short tag = tape<Workload>();
  if constexpr (Workload::data > 0) {
    std::array<double, Workload::data> data = in.data;
    set_param_vec(tag, data.size(), data.data());
  }
  return tag;
}

/// Rows into one block of memory, as the drivers want a matrix.
template <std::size_t Rows, std::size_t Columns>
std::array<double*, Rows> rows(double* block) {
  std::array<double*, Rows> all;
  for (std::size_t i = 0; i < Rows; ++i) all[i] = block + i * Columns;
  return all;
}

template <std::size_t N>
double** identity() {
  static std::array<double, N* N> block = [] {
    std::array<double, N * N> entries{};
    for (std::size_t i = 0; i < N; ++i) entries[i * (N + 1)] = 1;
    return entries;
  }();
  static std::array<double*, N> all = rows<N, N>(block.data());
  return all.data();
}

/// Reverse sweeps where there are fewer results than variables, forward ones otherwise.
template <class Workload>
auto tape_jacobian(const typename Workload::point& in) {
  constexpr std::size_t m = Workload::results;
  constexpr std::size_t n = Workload::variables;
  const short tag = tape_at<Workload>(in);
  first_order<m, n> out;
  auto jacobian = rows<m, n>(out.jacobian.data());
  if constexpr (m == 1) {
    double weight = 1;
    zos_forward(tag, 1, n, 1, in.x.data(), out.value.data());
    fos_reverse(tag, 1, n, &weight, out.jacobian.data());
  } else if constexpr (m < n) {
    zos_forward(tag, m, n, 1, in.x.data(), out.value.data());
    fov_reverse(tag, m, n, m, identity<m>(), jacobian.data());
  } else {
    fov_forward(tag, m, n, n, in.x.data(), identity<n>(), out.value.data(), jacobian.data());
  }
  return out;
}

/// The tape of a sum over data that never change, so they are constants of the tape.
template <class Workload>
auto tape_gradient(const typename Workload::point& in) {
  constexpr std::size_t n = Workload::variables;
  static const short tag = [&] {
    const short mine = next_tag++;
    constexpr std::size_t buffer = 1 << 24;  // entries: the tape stays in memory
    trace_on(mine, 0, buffer, buffer, buffer, buffer);
    std::array<adouble, n> x;
    for (std::size_t i = 0; i < n; ++i) x[i] <<= in.x[i];
    double ignored;
    adouble sum = [&] {
      if constexpr (requires { in.data->size(); })
        return Workload::evaluate(x, *in.data);
      else
        return Workload::evaluate(x);
    }();
    sum >>= ignored;
    trace_off();
    return mine;
  }();
  first_order<1, n> out;
  double weight = 1;
  zos_forward(tag, 1, n, 1, in.x.data(), out.value.data());
  fos_reverse(tag, 1, n, &weight, out.jacobian.data());
  return out;
}

/// The tape of one option, replayed for each.
options_workload::result tape_options(const options_workload::point& in) {
  options_workload::result out;
  for (std::size_t i = 0; i < options_workload::rows; ++i) {
    const auto one = tape_jacobian<black_scholes_workload>({row(*in.x, i), {}});
    out[0][i] = one.value[0];
    for (std::size_t j = 0; j < 5; ++j) out[1 + j][i] = one.jacobian[j];
  }
  return out;
}

template <class... Workload>
bool add_sums_by_tape() {
  return (add<Workload>(
              "ADOL-C", kind::library,
              [](const typename Workload::point& in) { return tape_gradient<Workload>(in); }) &&
          ...);
}

/// The driver fills the lower triangle.
template <class Workload>
auto tape_hessian(const typename Workload::point& in) {
  constexpr std::size_t n = Workload::variables;
  const short tag = tape_at<Workload>(in);
  second_order<n> out;
  std::array<double, n> x = in.x;
  double weight = 1;
  zos_forward(tag, 1, n, 1, x.data(), &out.value);
  fos_reverse(tag, 1, n, &weight, out.gradient.data());
  auto hessian_rows = rows<n, n>(out.hessian.data());
  hessian(tag, n, x.data(), hessian_rows.data());
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j) out.hessian[i * n + j] = out.hessian[j * n + i];
  return out;
}

/// ADOL-C as packaged has no ColPack, hence no sparse driver: the nonzeros of the full Jacobian.
sparse_result tape_nonzeros(const pollu_workload::point& in) {
  return gathered(tape_jacobian<pollu_workload>(in));
}

template <class... Workload>
bool add_tapes() {
  return (add<Workload>(
              "ADOL-C", kind::library,
              [](const typename Workload::point& in) { return tape_jacobian<Workload>(in); }) &&
          ...);
}

const bool added =
    add_sums_by_tape<mixture_workload<2>, mixture_workload<10>, network_workload,
                     atoms_workload>() &&
    add<options_workload>("ADOL-C", kind::library,
                          [](const options_workload::point& in) { return tape_options(in); }) &&
    add_tapes<rosenbrock_workload<10>, rosenbrock_workload<100>, black_scholes_workload,
              snavely_workload, arm_workload, rober_workload, hires_workload, pollu_workload>() &&
    add<pollu_sparse_workload>("ADOL-C", kind::library,
                               [](const input<20, 0>& in) { return tape_nonzeros(in); }) &&
    add<dirichlet_workload>(
        "ADOL-C", kind::library,
        [](const dirichlet_workload::point& in) { return tape_hessian<dirichlet_workload>(in); }) &&
    add<rosenbrock_hessian_workload>("ADOL-C", kind::library,
                                     [](const rosenbrock_hessian_workload::point& in) {
                                       return tape_hessian<rosenbrock_hessian_workload>(in);
                                     });

}  // namespace
}  // namespace bench
