// SPDX-License-Identifier: MIT
// Reads the text of a program (docs/ir.md), so that tests of passes can be written as text.
#pragma once

#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <etad/print/text.hpp>

namespace ir_text {

using namespace etad::detail;

inline opcode opcode_named(const std::string& name) {
  for (int k = 0; k < opcode_count; ++k) {
    if (facts_table[static_cast<std::size_t>(k)].name == name) return static_cast<opcode>(k);
  }
  throw std::invalid_argument("no operation is called " + name);
}

inline unsigned index_of(const std::string& value) {
  return static_cast<unsigned>(std::stoul(value.substr(1)));
}

/// The functions that a text may name.
using opaque_functions = std::vector<const opaque_row*>;

inline literal literal_of(const std::vector<std::string>& words, std::size_t& at,
                          const opaque_functions& functions) {
  if (words.at(at) == "function") {
    at += 2;
    for (const opaque_row* const row : functions) {
      if (row->name == words.at(at - 1)) return literal(row);
    }
    throw std::invalid_argument("no function is called " + words.at(at - 1));
  }
  literal x(std::stod(words.at(at++)));
  if (at < words.size() && words[at] == "float") {
    x.f = std::stof(words.at(at + 1));
    x.l = std::stold(words.at(at + 3));
    at += 4;
  }
  if (at < words.size() && words[at] == "inexact") {
    x.rounded = true;
    ++at;
  }
  return x;
}

inline std::vector<std::string> words_of(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

/// The program that text describes; std::invalid_argument names what it does not understand.
inline program parse(const std::string& text, const opaque_functions& functions = {}) {
  program p;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::vector<std::string> words = words_of(line);
    if (words.empty()) continue;
    if (words[0] == "inputs") {
      p.inputs = std::stoi(words.at(1));
      continue;
    }
    if (words[0] == "outputs") {
      for (std::size_t k = 1; k < words.size(); ++k) {
        p.outputs.push_back(static_cast<value_id>(index_of(words[k])));
      }
      continue;
    }
    if (index_of(words[0]) != p.code.size()) throw std::invalid_argument("out of order: " + line);
    const opcode op = opcode_named(words.at(2));
    std::size_t at = 3;
    unsigned x[3] = {};
    if (op == opcode::input) {
      x[0] = static_cast<unsigned>(std::stoul(words.at(at++)));
    } else if (op == opcode::constant) {
      x[0] = static_cast<unsigned>(p.literals.size());
      p.literals.push_back(literal_of(words, at, functions));
    } else {
      for (int k = 0; k < facts(op).arity; ++k) x[k] = index_of(words.at(at++));
    }
    instruction i(op, x[0], x[1], x[2]);
    i.set_derivative(at < words.size() && words[at] == "derivative");
    p.code.push_back(i);
  }
  return p;
}

}  // namespace ir_text
