// SPDX-License-Identifier: MIT
// Writes the tests in constexpr/generated: derivatives at seeded points, correctly rounded by
// MPFR, as hexadecimal constants. From the folder test:
//   c++ -std=c++20 -I../include -I. constexpr/generate.cpp -lmpfr -lgmp -o /tmp/generate
//   /tmp/generate constexpr/generated && clang-format-14 -i constexpr/generated/*.cpp
// Each file ends with the hash of the bits of its results, which all compilers must produce; after a
// change of points or rules, take it from the message of the failing static_assert or test.
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "core/cx/oracle.hpp"
#include "problems/edges_rules.hpp"

namespace {

namespace rules = edges::rules;

struct source {
  const char* name;
  int arity;
  edges::exact (*partial)(int, const double*);
  double low[2], high[2];
};

const source sources[] = {
    {"sqrt", 1, rules::sqrt<double>, {0, 0}, {100, 0}},
    {"cbrt", 1, rules::cbrt<double>, {-100, 0}, {100, 0}},
    {"exp", 1, rules::exp<double>, {-700, 0}, {700, 0}},
    {"exp2", 1, rules::exp2<double>, {-1000, 0}, {1000, 0}},
    {"expm1", 1, rules::exp<double>, {-5, 0}, {5, 0}},
    {"log", 1, rules::log<double>, {0, 0}, {10, 0}},
    {"log2", 1, rules::log2<double>, {0, 0}, {10, 0}},
    {"log10", 1, rules::log10<double>, {0, 0}, {10, 0}},
    {"log1p", 1, rules::log1p<double>, {-1, 0}, {3, 0}},
    {"sin", 1, rules::sin<double>, {-100, 0}, {100, 0}},
    {"cos", 1, rules::cos<double>, {-100, 0}, {100, 0}},
    {"tan", 1, rules::tan<double>, {-10, 0}, {10, 0}},
    {"asin", 1, rules::asin<double>, {-1, 0}, {1, 0}},
    {"acos", 1, rules::acos<double>, {-1, 0}, {1, 0}},
    {"atan", 1, rules::atan<double>, {-10, 0}, {10, 0}},
    {"sinh", 1, rules::sinh<double>, {-20, 0}, {20, 0}},
    {"cosh", 1, rules::cosh<double>, {-20, 0}, {20, 0}},
    {"tanh", 1, rules::tanh<double>, {-10, 0}, {10, 0}},
    {"asinh", 1, rules::asinh<double>, {-10, 0}, {10, 0}},
    {"acosh", 1, rules::acosh<double>, {1, 0}, {3, 0}},
    {"atanh", 1, rules::atanh<double>, {-1, 0}, {1, 0}},
    {"erf", 1, rules::erf<double>, {-5, 0}, {5, 0}},
    {"erfc", 1, rules::erfc<double>, {-5, 0}, {5, 0}},
    {"tgamma", 1, rules::tgamma<double>, {-5, 0}, {20, 0}},
    {"lgamma", 1, rules::lgamma<double>, {-5, 0}, {20, 0}},
    {"digamma", 1, rules::digamma<double>, {-5, 0}, {20, 0}},
    {"multiply", 2, rules::multiply<double>, {-10, -10}, {10, 10}},
    {"divide", 2, rules::divide<double>, {-10, -10}, {10, 10}},
    {"pow", 2, rules::pow<double>, {0.01, -100}, {100, 100}},
    {"atan2", 2, rules::atan2<double>, {-10, -10}, {10, 10}},
    {"hypot", 2, rules::hypot<double>, {-10, -10}, {10, 10}},
    {"fmod", 2, rules::fmod<double>, {-100, -10}, {100, 10}},
    {"remainder", 2, rules::remainder<double>, {-100, -10}, {100, 10}},
};

constexpr int results = 64;  // of each function
constexpr std::size_t per_file = 4;

std::string hexadecimal(double x) {
  char text[40];
  std::snprintf(text, sizeof text, "%a", x);
  return text;
}

void write_function(std::ofstream& file, const source& s) {
  oracle::generator random(static_cast<std::uint64_t>(s.name[0]) * 31u +
                           static_cast<std::uint64_t>(s.name[1]));
  std::vector<double> points, slopes;
  while (static_cast<int>(points.size()) < results) {
    double x[2] = {};
    for (int k = 0; k < s.arity; ++k) x[k] = random.uniform(s.low[k], s.high[k]);
    for (int k = 0; k < s.arity; ++k) {
      points.push_back(x[k]);
      slopes.push_back(s.partial(k, x).as<double>());
    }
  }
  const char* const verb = s.arity == 1 ? "of" : "of_pairs";
  file << "\nconstexpr auto " << s.name << " = slopes::" << verb << "<slopes::opcode::" << s.name
       << ">(std::array{";
  for (std::size_t i = 0; i < points.size(); ++i)
    file << (i > 0 ? "," : "") << hexadecimal(points[i]);
  file << "});\n";
  for (std::size_t i = 0; i < slopes.size(); ++i) {
    file << "static_assert(slopes::near(" << s.name << "[" << i << "], " << hexadecimal(slopes[i])
         << "));\n";
  }
}

}  // namespace

int main(int, char** arguments) {
  const std::size_t count = sizeof sources / sizeof *sources;
  for (std::size_t first = 0, n = 0; first < count; first += per_file, ++n) {
    std::ofstream file(std::string(arguments[1]) + "/slopes_" + std::to_string(n) + "_test.cpp");
    file << "// SPDX-License-Identifier: MIT\n// Written by constexpr/generate.cpp.\n"
            "#include \"constexpr/hashes.hpp\"\n#include \"constexpr/slopes.hpp\"\n\n"
            "namespace {\n";
    std::string names;
    for (std::size_t i = first; i < count && i < first + per_file; ++i) {
      write_function(file, sources[i]);
      names += (i > first ? ", " : "") + std::string(sources[i].name);
    }
    file << "\nconstexpr std::uint64_t hash = slopes::hash(" << names << ");\n\n}  // namespace\n\n"
         << "TEST_CASE(\"constant derivatives have the same bits on every compiler: " << names
         << "\") {\n  std::printf(\"slopes " << n
         << ": 0x%016llx\\n\", static_cast<unsigned long long>(hash));\n  CHECK(hash == hashes["
         << n << "]);\n}\n";
  }
}
