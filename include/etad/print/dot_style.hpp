// SPDX-License-Identifier: MIT
// What all graphs in the language of Graphviz have in common.
#pragma once

#include <string>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Text within the quotes of a DOT string; & stays, so that entities such as &times; work.
inline std::string dot_quoted(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

struct dot_style {
  static constexpr const char* primal = "fillcolor=\"#d6e6f7\"";
  static constexpr const char* derivative = "shape=box, fillcolor=\"#fcd9b0\"";
  static constexpr const char* terminal = "shape=box, fillcolor=\"#ffffff\"";
};

/// The graph of these statements.
inline std::string dot_graph(const std::string& name, const std::string& statements) {
  return "digraph " + dot_quoted(name) +
         " {\n"
         "  graph [ordering=in, nodesep=0.25, ranksep=0.35, bgcolor=white];\n"
         "  node [fontname=\"Helvetica,Arial,sans-serif\", fontsize=13, height=0.4, width=0.6,"
         " margin=\"0.1,0.03\", style=filled, color=\"#44546a\"];\n"
         "  edge [color=\"#44546a\", arrowsize=0.6];\n" +
         statements + "}\n";
}

/// A label of print/spelling.hpp without its operands: the operation alone.
inline std::string dot_operation(const char* label) {
  std::string alone;
  for (const char* c = label; *c != '\0'; ++c) {
    if (*c == '$') {
      c += 2;
    } else if (*c != '(' && *c != ')' && *c != ',' && *c != ' ') {
      alone += *c;
    }
  }
  return alone;
}

}  // namespace etad::inline ETAD_ABI::detail
