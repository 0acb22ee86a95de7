// SPDX-License-Identifier: MIT
// Prints the C++ of every case, and the tables through which compare.cpp calls it.
#include <cstdio>
#include <map>
#include <string>

#include <etad/show/to_cpp.hpp>

#include "print/cpp/cases.hpp"
#include "print/cpp/programs.hpp"

namespace {

template <class... Args>
struct signature {
  /// The arguments of a call as a part of one array.
  static std::string list() {
    std::string text;
    int first = 0;
    const auto add = [&](int leaves, bool is_scalar) {
      const std::string i = std::to_string(first);
      text += (text.empty() ? "" : ", ") + (is_scalar ? "in[" + i + "]" : "in + " + i);
      first += leaves;
    };
    (add(etad::detail::shape_of<Args>::leaves, etad::detail::shape_of<Args>::is_scalar), ...);
    return text;
  }
  template <class F>
  static std::string source(F f, const std::string& name) {
    return etad::to_cpp<Args...>(f, {.function = name});
  }
  template <class F>
  static constexpr bool scalar_result =
      etad::detail::shape_of<etad::detail::traced_result_of<F, Args...>>::is_scalar;
};

template <class... Args>
signature<Args...> signature_of(const std::tuple<Args...>*) {
  return {};
}

}  // namespace

int main() {
  std::map<std::string, std::string> tables;
  int count = 0;
  std::puts("#include \"print/cpp/functions.hpp\"");
  printed::for_cases([&]<class Case>(Case) {
    const std::string name = "case_" + std::to_string(count++);
    const auto call = signature_of(static_cast<typename Case::arguments*>(nullptr));
    using function = std::remove_cvref_t<decltype(Case::function)>;
    std::printf("// %s\n%s\n", Case::name, call.source(Case::function, name).c_str());
    const std::string type = etad::detail::cpp_type_name<typename Case::scalar>();
    const bool returned = decltype(call)::template scalar_result<function>;
    const std::string body =
        returned ? "*out = " + name + "(" + call.list() + ")" : name + "(" + call.list() + ", out)";
    tables[type] += "    [](const " + type + "* in, " + type + "* out) { " + body + "; },\n";
  });
  const auto put = [&](const etad::detail::program& p, const std::string& name) {
    const etad::detail::printed_function f{p, {{3, false}}, false, {.function = name}};
    constexpr auto scalar = etad::detail::cpp_scalar_of<double>();
    std::puts(etad::detail::cpp_source(f, scalar).text().c_str());
    tables["double"] += "    " + name + ",\n";
  };
  put(printed::every_operation(), "every_operation");
  for (int k = 0; k < printed::random_programs; ++k) {
    put(printed::random_derivative(k), "random_" + std::to_string(k));
  }
  std::puts("namespace printed {");
  for (const auto& [type, entries] : tables) {
    const std::string table = type == "long double" ? "in_long_double" : "in_" + type;
    std::printf("const function<%s> %s[] = {\n%s};\n", type.c_str(), table.c_str(),
                entries.c_str());
  }
  std::puts("}  // namespace printed");
}
