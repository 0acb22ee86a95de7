// SPDX-License-Identifier: MIT
// Fits the models of all 27 nonlinear regression problems of NIST's Statistical Reference Datasets,
// each from both of NIST's starting points, with Jacobians by etad, and compares with the
// certified parameters. Fails unless 9 of their 11 digits agree everywhere.
#include "data/bennett5.hpp"
#include "data/boxbod.hpp"
#include "data/chwirut1.hpp"
#include "data/chwirut2.hpp"
#include "data/danwood.hpp"
#include "data/eckerle4.hpp"
#include "data/enso.hpp"
#include "data/gauss1.hpp"
#include "data/gauss2.hpp"
#include "data/gauss3.hpp"
#include "data/hahn1.hpp"
#include "data/kirby2.hpp"
#include "data/lanczos1.hpp"
#include "data/lanczos2.hpp"
#include "data/lanczos3.hpp"
#include "data/mgh09.hpp"
#include "data/mgh10.hpp"
#include "data/mgh17.hpp"
#include "data/misra1a.hpp"
#include "data/misra1b.hpp"
#include "data/misra1c.hpp"
#include "data/misra1d.hpp"
#include "data/nelson.hpp"
#include "data/rat42.hpp"
#include "data/rat43.hpp"
#include "data/roszman1.hpp"
#include "data/thurber.hpp"
#include "levenberg_marquardt.hpp"
#include "models.hpp"

#include <algorithm>
#include <cstdio>
#include <etad/etad.hpp>

namespace {

constexpr double required_digits = 9.0;

/// Digits in which `computed` agrees with `certified`: -log10 of the relative error, at most 11,
/// which is what NIST gives.
double agreeing_digits(double computed, double certified) {
  const double error = std::abs(computed - certified) / std::abs(certified);
  if (!(error < 1.0)) return 0.0;
  return std::min(11.0, -std::log10(std::max(error, 1e-16)));
}

/// Residuals model - response for every row of the data, with their Jacobian.
template <class Model, std::size_t Parameters, std::size_t Rows, class Predictor>
residual_function residuals_of(const nist::data_set<Parameters, Rows, Predictor>& data) {
  return [&data](const Eigen::VectorXd& b, Eigen::VectorXd& r, Eigen::MatrixXd& jacobian) {
    constexpr auto model = etad::value_and_jacobian(Model{}, etad::wrt<0>);
    std::array<double, Parameters> parameters{};
    std::copy(b.begin(), b.end(), parameters.begin());
    r.resize(Rows);
    jacobian.resize(Rows, Parameters);
    for (Eigen::Index i = 0; const auto& row : data.rows) {
      const auto [value, slopes] = model(parameters, row.predictor);
      r[i] = value - row.response;
      jacobian.row(i) = Eigen::Map<const Eigen::RowVectorXd>(slopes.data(), Parameters);
      ++i;
    }
  };
}

/// Fits from both starts, prints, and returns the digits of the worst parameter.
template <std::size_t Parameters, std::size_t Rows, class Predictor, class Model>
double fit(const nist::data_set<Parameters, Rows, Predictor>& data, Model) {
  const residual_function residuals = residuals_of<Model>(data);
  double magnitude = 0.0;
  for (const auto& row : data.rows) magnitude = std::hypot(magnitude, row.response);
  const auto from = [&](const std::array<double, Parameters>& start) {
    const Eigen::Map<const Eigen::VectorXd> b(start.data(), Parameters);
    return levenberg_marquardt(residuals, b, magnitude);
  };
  const least_squares_result first = from(data.starts[0]);
  const least_squares_result second = from(data.starts[1]);

  std::printf("%s (%s difficulty), %zu observations; %d and %d iterations\n", data.name.data(),
              data.difficulty.data(), Rows, first.iterations, second.iterations);
  std::printf("       %18s %23s %23s %7s\n", "certified", "from start 1", "from start 2", "digits");
  const auto print = [](const char* name, double certified, double one, double two) {
    const double digits =
        std::min(agreeing_digits(one, certified), agreeing_digits(two, certified));
    std::printf("  %4s %18.10e %23.15e %23.15e %7.1f\n", name, certified, one, two, digits);
    return digits;
  };
  double worst = first.converged && second.converged ? 11.0 : 0.0;
  for (std::size_t j = 0; j < Parameters; ++j) {
    const auto k = static_cast<Eigen::Index>(j);
    const char name[] = {'b', static_cast<char>('1' + j), '\0'};
    worst =
        std::min(worst, print(name, data.certified[j], first.parameters[k], second.parameters[k]));
  }
  print("|r|2", data.residual_sum_of_squares, first.residuals.squaredNorm(),
        second.residuals.squaredNorm());
  return worst;
}

}  // namespace

int main() {
  using namespace nist;
  // Nelson's model is one of the logarithm of the response.
  auto log_nelson = nelson;
  for (auto& row : log_nelson.rows) row.response = std::log(row.response);

  const std::array digits = {
      fit(misra1a, saturation{}),
      fit(misra1b, saturation_inverse_square{}),
      fit(misra1c, saturation_inverse_root{}),
      fit(misra1d, saturation_hyperbolic{}),
      fit(chwirut1, attenuation{}),
      fit(chwirut2, attenuation{}),
      fit(lanczos1, three_exponentials{}),
      fit(lanczos2, three_exponentials{}),
      fit(lanczos3, three_exponentials{}),
      fit(gauss1, two_peaks{}),
      fit(gauss2, two_peaks{}),
      fit(gauss3, two_peaks{}),
      fit(danwood, power_law{}),
      fit(kirby2, quadratic_ratio{}),
      fit(hahn1, cubic_ratio{}),
      fit(log_nelson, degradation{}),
      fit(mgh17, two_exponentials{}),
      fit(roszman1, quantum_defect{}),
      fit(enso, three_waves{}),
      fit(mgh09, enzyme_ratio{}),
      fit(thurber, cubic_ratio{}),
      fit(boxbod, saturation{}),
      fit(rat42, logistic{}),
      fit(mgh10, thermistor{}),
      fit(eckerle4, one_peak{}),
      fit(rat43, richards{}),
      fit(bennett5, magnetization{}),
  };
  const double worst = *std::min_element(digits.begin(), digits.end());
  std::printf("%zu data sets from 2 starts each: at least %.1f digits agree, %.1f required\n",
              digits.size(), worst, required_digits);
  return worst >= required_digits ? 0 : 1;
}
