// SPDX-License-Identifier: MIT
// Sums over rows on the ranks that mpirun starts, against one sum_over over all rows: the same bits. Prints them on
// rank 0, for ranks.py to compare between numbers of ranks; returns 0 if all is right.
#include <etad/etad.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include <etad/batch.hpp>
#include <etad/interop/mpi.hpp>

namespace {

constexpr auto squared_error = [](const auto& parameters, const auto& x, const auto& y) {
  using std::exp;
  const auto r = parameters[0] * exp(-parameters[1] * x) + parameters[2] - y;
  return r * r;
};
constexpr auto residual = [](const auto& parameters, const auto& x, const auto& y) {
  using std::exp;
  return parameters[0] * exp(-parameters[1] * x) + parameters[2] - y;
};

double x_of(std::size_t row) { return 0.001 * static_cast<double>(row % 4099); }
double y_of(std::size_t row) {
  return 2.0 * std::exp(-0.5 * x_of(row)) + 0.01 * std::sin(static_cast<double>(row));
}

int wrong = 0;
void expect(bool is_right, const char* what, std::size_t n) {
  if (is_right) return;
  std::printf("%s with %zu rows: wrong\n", what, n);
  ++wrong;
}

void check_bits(const etad::mpi_ranks& ranks, std::size_t n) {
  const auto [first, last] = etad::rows_of(ranks, n);
  std::vector<double> x;
  std::vector<double> y;
  std::vector<double> all_x;
  std::vector<double> all_y;
  for (std::size_t row = 0; row < n; ++row) {
    all_x.push_back(x_of(row));
    all_y.push_back(y_of(row));
    if (row < first || row >= last) continue;
    x.push_back(x_of(row));
    y.push_back(y_of(row));
  }
  const std::size_t begin = first;
  const auto part = [begin](const std::vector<double>& data, std::size_t from, std::size_t to) {
    return std::span<const double>(data).subspan(from - begin, to - from);
  };
  constexpr auto loss = etad::sum_over(squared_error);
  constexpr auto squares = etad::sum_over(residual);
  const std::array parameters{1.9, 0.4, 0.01};

  const auto sum = etad::sum_of_rows(ranks, n, [&](std::size_t from, std::size_t to) {
    return loss.value_and_gradient(parameters, part(x, from, to), part(y, from, to));
  });
  expect(sum == loss.value_and_gradient(parameters, all_x, all_y), "gradient", n);
  const auto normal = etad::sum_of_rows(ranks, n, [&](std::size_t from, std::size_t to) {
    return squares.gauss_newton(parameters, part(x, from, to), part(y, from, to));
  });
  expect(normal == squares.gauss_newton(parameters, all_x, all_y), "gauss_newton", n);
  const auto count = etad::sum_of_rows(
      ranks, n, [](std::size_t from, std::size_t to) { return static_cast<double>(to - from); });
  expect(count == static_cast<double>(n), "count", n);
  // Of run-time size.
  const auto vector = etad::sum_of_rows(ranks, n, [&](std::size_t from, std::size_t to) {
    return std::vector<double>{static_cast<double>(to - from), static_cast<double>(from)};
  });
  expect(vector[0] == static_cast<double>(n), "vector", n);
  if (ranks.rank() == 0) std::printf("%zu %a %a\n", n, sum.value, sum.gradient[1]);
}

void check_exceptions(const etad::mpi_ranks& ranks) {
  const std::size_t guilty = ranks.size() - 1;
  std::string text;
  try {
    static_cast<void>(etad::sum_of_rows(ranks, 100000, [&](std::size_t from, std::size_t to) {
      if (ranks.rank() == guilty && to > from) throw std::domain_error("row 7 is no number");
      return static_cast<double>(from);
    }));
  } catch (const std::domain_error& e) {
    text = e.what();
    expect(ranks.rank() == guilty && text == "row 7 is no number", "exception", 0);
  } catch (const std::runtime_error& e) {
    text = e.what();
    expect(ranks.rank() != guilty && text.starts_with("ETAD-165") &&
               text.ends_with("row 7 is no number"),
           "exception elsewhere", 0);
  }
  expect(!text.empty(), "no exception", 0);
}

// Far more than there is memory for: refused before anything is touched, on all ranks.
void check_counts(const etad::mpi_ranks& ranks) {
  std::vector<double> numbers;
  const std::vector<std::size_t> parts(ranks.size(), 1);
  std::string text;
  try {
    ranks.sum(numbers, std::size_t{1} << 31, parts, [](double*, std::size_t) {});
  } catch (const std::length_error& e) {
    text = e.what();
  }
  expect(text.starts_with("ETAD-166"), "too many numbers", 0);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  {
    const etad::mpi_ranks ranks(MPI_COMM_WORLD);
    for (const std::size_t n : {0u, 1u, 511u, 512u, 513u, 1500u, 2049u, 5000u, 33333u, 100000u}) {
      check_bits(ranks, n);
    }
    check_exceptions(ranks);
    check_counts(ranks);
  }
  MPI_Allreduce(MPI_IN_PLACE, &wrong, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
  MPI_Finalize();
  return wrong == 0 ? 0 : 1;
}
