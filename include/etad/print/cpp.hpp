// SPDX-License-Identifier: MIT
// A function as C++ source.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <etad/core/diagnostics.hpp>
#include <etad/print/cpp_body.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Makes the source of one function, and of a second one for singular points where there are any.
class cpp_source {
 public:
  cpp_source(const printed_function& f, const cpp_scalar& scalar)
      : f_(f),
        scalar_(scalar),
        out_(f.unused({"out", "result", "out_"})),
        regular_(f.unused({"regular", "regular_"})) {}

  std::string text() const {
    // The source is for any processor, whatever this is compiled for.
    const program regular = finished(regularized(f_.code), false);
    std::string code;
    if (regular.outputs.size() > f_.code.outputs.size()) {
      code =
          "// Where a derivative is infinite or undefined, or a formula of the function below "
          "fails.\n" +
          function("static ", singular_name(), full_program()) + "\n";
    }
    code += function("", f_.names.function, regular);
    code = helpers(code) + code;
    return includes(code) + "\n" + declarations() + description() + code;
  }

 private:
  std::string singular_name() const { return f_.names.function + "_at_singular_points"; }

  /// The program with the formulas for singular points as ordinary selections.
  program full_program() const {
    program p = f_.code;
    std::vector<value_id> same(p.code.size());
    for (std::size_t n = 0; n < p.code.size(); ++n) {
      instruction& x = p.code[n];
      same[n] = static_cast<value_id>(n);
      const int arity = arity_of(x.op());
      if (arity == 0) continue;
      const bool is_edge = x.op() == opcode::edge;
      x = instruction(is_edge ? opcode::select : x.op(), same[x.a()], arity > 1 ? same[x.b()] : 0u,
                      arity > 2 ? same[x.c()] : 0u);
      // The mask of guarded(p) tells where products with p need care, not what p is.
      if (is_edge && x.b() == x.c()) same[n] = x.b();
      if (states_derivative(x.op())) same[n] = x.a();
    }
    for (value_id& k : p.outputs) k = same[k];
    return p;
  }

  /// One function. Outputs behind those of the result are guards: where one fails, the formulas are
  /// not valid.
  std::string function(const std::string& linkage, const std::string& name,
                       const program& p) const {
    cpp_body body(f_, p, scalar_);
    const std::size_t wanted = f_.code.outputs.size();
    std::string guards;
    for (std::size_t k = wanted; k < p.outputs.size(); ++k) {
      const bool mask = facts(p.code[p.outputs[k]].op()).result == kind::mask;
      const expression& e = body.output(k);
      const bool whole = mask && e.binds >= binding::conjunction;
      guards += (guards.empty() ? "" : " && ") + std::string(mask ? "" : "std::isfinite") +
                (whole ? e.text : "(" + e.text + ")");
    }
    std::string results;
    for (std::size_t k = 0; k < wanted; ++k) {
      const std::string target = out_ + "[" + std::to_string(k) + "] = ";
      results +=
          cpp_lines((f_.scalar_result ? "  return " : "  " + target) + body.output(k).text + ";");
    }
    const bool guarded = !guards.empty();
    if (guarded) {
      guards = cpp_lines("  const bool " + regular_ + " = " + guards + ";") + "  if (!" + regular_ +
               ") return " + call(singular_name()) + ";\n";
    }
    const std::string type = f_.scalar_result ? scalar_.type : "void";
    return cpp_lines(linkage + type + " " + name + parameters(body, guarded) + " {") +
           body.statements() + guards + results + "}\n";
  }

  /// Arguments that are not read have no names, since compilers warn of them.
  std::string parameters(const cpp_body& body, bool all_read) const {
    std::string list;
    for (std::size_t k = 0; k < f_.arguments.size(); ++k) {
      const std::string type = scalar_.type;
      const std::string name = f_.argument(k);
      list += (k > 0 ? ", " : "") + (f_.arguments[k].is_scalar ? type : "const " + type + "*") +
              (all_read || body.reads(k) ? " " + name : " /*" + name + "*/");
    }
    if (!f_.scalar_result) {
      list += (list.empty() ? "" : ", ") + std::string(scalar_.type) + "* " + out_;
    }
    return "(" + list + ")";
  }

  std::string call(const std::string& name) const {
    std::string list;
    for (std::size_t k = 0; k < f_.arguments.size(); ++k)
      list += (k > 0 ? ", " : "") + f_.argument(k);
    if (!f_.scalar_result) list += (list.empty() ? "" : ", ") + out_;
    return name + "(" + list + ")";
  }

  /// How many numbers pointers point to.
  std::string description() const {
    std::string sizes;
    const auto add = [&](const std::string& name, std::size_t count) {
      sizes += (sizes.empty() ? "// Sizes: " : ", ") + name + "[" + std::to_string(count) + "]";
    };
    for (std::size_t k = 0; k < f_.arguments.size(); ++k) {
      if (f_.arguments[k].is_scalar) continue;
      add(f_.argument(k), static_cast<std::size_t>(f_.arguments[k].leaves));
    }
    if (!f_.scalar_result) add(out_, f_.code.outputs.size());
    return sizes.empty() ? "" : sizes + "\n";
  }

  /// The functions that only the user has.
  std::string declarations() const {
    const std::string type = scalar_.type;
    std::string text;
    for (const opaque_row* const called : called_functions()) {
      const bool two = takes_two(called);
      text += type + " " + f_.name_of(called) + "(" + type + (two ? ", " + type : "") + ");\n";
    }
    return text.empty() ? "" : "// To be defined elsewhere.\n" + text + "\n";
  }
  std::vector<const opaque_row*> called_functions() const {
    std::vector<const opaque_row*> called;
    for (const literal& x : f_.code.literals) {
      if (x.function != nullptr) called.push_back(x.function);
    }
    return called;
  }
  bool takes_two(const opaque_row* called) const {
    for (const instruction x : f_.code.code) {
      if (x.op() == opcode::call2 && f_.code.literal_of(f_.code.code[x.c()]).function == called) {
        return true;
      }
    }
    return false;
  }

  // The operations that C++ has no function for.
  std::string helpers(const std::string& code) const {
    const std::string type = scalar_.type;
    const std::string head = "static " + type + " " + f_.names.function;
    const std::string zero = std::string("0.0") + scalar_.suffix;
    const std::string one = std::string("1.0") + scalar_.suffix;
    std::string text;
    if (code.find(f_.names.function + "_sign(") != std::string::npos) {
      text += head + "_sign(" + type + " u) {\n  return u > " + zero + " ? " + one + " : u < " +
              zero + " ? -" + one + " : u == " + zero + " ? " + zero + " : u;\n}\n\n";
    }
    if (code.find(f_.names.function + "_product(") != std::string::npos) {
      text += "// A derivative that is zero stays zero, whatever it is multiplied by.\n" + head +
              "_product(" + type + " u, " + type + " v) {\n" + "  const bool zero = (u == " + zero +
              " && !std::isfinite(v)) || (v == " + zero + " && !std::isfinite(u));\n" +
              "  return zero ? " + zero + " : u * v;\n}\n\n";
    }
    if (code.find(f_.names.function + "_steep_product(") != std::string::npos) {
      text += "// A zero stays zero, however steep the slope by which it is multiplied.\n" + head +
              "_steep_product(" + type + " slope, " + type + " v) {\n" + "  return v == " + zero +
              " && !std::isfinite(slope) ? " + zero + " : slope * v;\n}\n\n";
    }
    return text;
  }

  static std::string includes(const std::string& code) {
    const auto has = [&](const char* word) { return code.find(word) != std::string::npos; };
    std::string text;
    if (has("(std::max)") || has("(std::min)")) text += "#include <algorithm>\n";
    text += "#include <cmath>\n";
    if (has("etad::cx::")) text += "#include <etad/core/cx.hpp>\n";
    if (has("std::numeric_limits")) text += "#include <limits>\n";
    return text;
  }

  const printed_function& f_;
  const cpp_scalar& scalar_;
  std::string out_;
  std::string regular_;
};

}  // namespace etad::inline ETAD_ABI::detail
