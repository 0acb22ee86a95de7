// SPDX-License-Identifier: MIT
#include "harness.hpp"

#include <sched.h>
#include <time.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>

namespace bench {
namespace {

struct options {
  std::string csv;
  std::string only;               // a workload; all if empty
  std::string label = "unnamed";  // compiler and flags, told by whoever built the program
  std::string profile;            // a contender to run alone for a second, under perf or callgrind
  std::size_t rounds = 400;
  int core = 0;
};

options parse(int count, const char* const* arguments) {
  options result;
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string key = arguments[i];
    if (key == "--csv") result.csv = arguments[i + 1];
    if (key == "--only") result.only = arguments[i + 1];
    if (key == "--profile") result.profile = arguments[i + 1];
    if (key == "--label") result.label = arguments[i + 1];
    if (key == "--rounds") result.rounds = std::stoul(arguments[i + 1]);
    if (key == "--core") result.core = std::stoi(arguments[i + 1]);
  }
  return result;
}

void pin(int core) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(static_cast<std::size_t>(core), &set);
  if (sched_setaffinity(0, sizeof set, &set) != 0) std::fprintf(stderr, "cannot pin the process\n");
}

/// Entries far below the largest one are compared on its scale: they are differences of larger ones.
double worst_relative_error(const std::vector<double>& seen, const std::vector<double>& reference) {
  if (seen.size() != reference.size()) return INFINITY;
  double largest = 0;
  for (double entry : reference) largest = std::max(largest, std::fabs(entry));
  double worst = 0;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const double scale = std::max(std::fabs(reference[i]), 1e-6 * largest);
    const double error = std::fabs(seen[i] - reference[i]) / (scale > 0 ? scale : 1.0);
    worst = error <= worst ? worst : error;  // a NaN stays
  }
  return worst;
}

bool verify(const std::vector<contender>& all) {
  const auto hand = std::find_if(all.begin(), all.end(),
                                 [](const contender& one) { return one.what == kind::hand; });
  bool good = hand != all.end();
  for (const contender& one : all) {
    if (one.what == kind::primal) continue;
    double worst = 0;
    for (std::size_t i = 0; good && i < point_count; ++i) {
      const double error = worst_relative_error(one.evaluate(i), hand->evaluate(i));
      worst = error <= worst ? worst : error;
    }
    if (worst < 1e-10) continue;
    std::fprintf(stderr, "%s: %s differs from the hand-written derivative by %g\n",
                 one.workload.c_str(), one.name.c_str(), worst);
    good = false;
  }
  return good;
}

/// Time that this thread has run: on a shared machine the slow contenders would otherwise be charged
/// for the time slices of other processes.
double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double seconds(const contender& one, std::size_t count) {
  const double start = thread_seconds();
  one.repeat(count);
  return thread_seconds() - start;
}

/// Repetitions, a multiple of the number of points, that last about 40 microseconds.
std::size_t calibrate(const contender& one) {
  std::size_t count = point_count;
  while (seconds(one, count) < 20e-6) count *= 2;
  double best = seconds(one, count);
  for (int i = 0; i < 5; ++i) best = std::min(best, seconds(one, count));
  const double wanted = 40e-6 / best * static_cast<double>(count) / point_count;
  return point_count * std::max<std::size_t>(1, static_cast<std::size_t>(wanted));
}

double median(std::vector<double> numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  return *middle;
}

const char* spelling(kind what) {
  switch (what) {
    case kind::primal:
      return "primal";
    case kind::hand:
      return "hand";
    case kind::hand_simd:
      return "simd";
    case kind::etad:
      return "etad";
    default:
      return "library";
  }
}

/// Times the contenders of one workload round by round, prints a table, appends to the CSV file.
void compare(const std::vector<contender>& all, const options& chosen) {
  std::vector<std::size_t> repetitions;
  for (const contender& one : all) repetitions.push_back(calibrate(one));
  std::vector<std::vector<double>> times(all.size());
  for (std::size_t round = 0; round < chosen.rounds; ++round)
    for (std::size_t i = 0; i < all.size(); ++i)
      times[i].push_back(1e9 * seconds(all[i], repetitions[i]) /
                         static_cast<double>(repetitions[i]));

  std::vector<double> least;
  for (const auto& series : times) least.push_back(*std::min_element(series.begin(), series.end()));
  std::size_t hand = all.size();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].what == kind::hand && (hand == all.size() || least[i] < least[hand])) hand = i;

  std::ofstream csv;
  if (!chosen.csv.empty()) csv.open(chosen.csv, std::ios::app);
  std::printf("%-10s %-22s %10s %10s %8s %8s  [%s]\n", all.front().workload.c_str(), "", "min ns",
              "median ns", "ratio", "median", chosen.label.c_str());
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<double> ratios;
    for (std::size_t round = 0; round < chosen.rounds; ++round)
      ratios.push_back(times[i][round] / times[hand][round]);
    const char* what = spelling(all[i].what);
    const double middle = median(times[i]);
    const double ratio = least[i] / least[hand];
    std::printf("  %-8s %-22s %10.2f %10.2f %8.3f %8.3f%s\n", what, all[i].name.c_str(), least[i],
                middle, ratio, median(ratios), i == hand ? "  <- 1" : "");
    if (csv)
      csv << all[i].workload << ',' << chosen.label << ',' << what << ',' << all[i].name << ','
          << least[i] << ',' << middle << ',' << ratio << ',' << median(ratios) << '\n';
  }
}

/// Runs one contender alone, 10 million points or those of a second.
void profile(const std::vector<contender>& all, const std::string& name) {
  for (const contender& one : all) {
    if (one.name != name) continue;
    std::size_t points = 0;
    for (double passed = 0; passed < 1 && points < 10'000'000; points += 16'000)
      passed += seconds(one, 16'000);
    std::printf("%s %s: %zu points\n", one.workload.c_str(), name.c_str(), points);
  }
}

}  // namespace
}  // namespace bench

int main(int count, char** arguments) {
  const bench::options chosen = bench::parse(count, arguments);
  bench::pin(chosen.core);
  std::map<std::string, std::vector<bench::contender>> workloads;
  for (const bench::contender& one : bench::contenders())
    if (chosen.only.empty() || chosen.only == one.workload) workloads[one.workload].push_back(one);
  bool good = true;
  for (const auto& [name, all] : workloads) {
    if (!chosen.profile.empty())
      bench::profile(all, chosen.profile);
    else if (bench::verify(all))
      bench::compare(all, chosen);
    else
      good = false;
  }
  return good ? 0 : 1;
}
