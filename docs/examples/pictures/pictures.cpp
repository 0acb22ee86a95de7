// SPDX-License-Identifier: MIT
// Draws the graphs of functions and of their gradients: writes them in the language of Graphviz and,
// where its program `dot` is installed, as SVG.
//
//   pictures [DIRECTORY]      default: etad_pictures in the directory for temporary files
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <etad/etad.hpp>
#include <etad/print.hpp>

namespace {

namespace fs = std::filesystem;

constexpr auto wave = [](auto x, auto y) {
  using std::exp, std::sin;
  return sin(x * y) + exp(x) / y;
};

/// Huber's loss of a straight line: a branch on the size of the residual.
constexpr auto loss = [](auto slope, auto offset, auto x, auto y) {
  using std::abs;
  const auto r = slope * x + offset - y;
  if (r * r < 1.0) return 0.5 * r * r;
  return abs(r) - 0.5;
};

int count(const std::string& text, const std::string& word) {
  int n = 0;
  for (std::size_t i = text.find(word); i != std::string::npos; i = text.find(word, i + 1)) ++n;
  return n;
}

std::string content(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Writes graph to name.dot and draws it in name.svg; false if the picture lacks some node.
bool draw(const fs::path& directory, const std::string& name, const std::string& graph,
          bool has_dot) {
  const fs::path source = directory / (name + ".dot");
  const fs::path picture = directory / (name + ".svg");
  std::ofstream(source) << graph;
  const int nodes = count(graph, " [label=");
  std::printf("%-20s %2d nodes, %2d edges\n", name.c_str(), nodes, count(graph, " -> "));
  if (!has_dot) return content(source) == graph;
  const std::string command =
      "dot -Tsvg -o \"" + picture.string() + "\" \"" + source.string() + "\"";
  if (std::system(command.c_str()) != 0) return false;
  return count(content(picture), "class=\"node\"") == nodes;
}

}  // namespace

int main(int arguments, char** argument) {
  const fs::path directory =
      arguments > 1 ? fs::path(argument[1]) : fs::temp_directory_path() / "etad_pictures";
  fs::create_directories(directory);
  const bool has_dot = std::system("dot -V 2>/dev/null") == 0;

  const etad::print_names partials{.results = {"&part;f/&part;x", "&part;f/&part;y"}};
  const etad::print_names slopes{.function = "gradient",
                                 .arguments = {"slope", "offset", "x", "y"},
                                 .results = {"&part;/&part;slope", "&part;/&part;offset"}};
  constexpr auto loss_gradient = etad::gradient(loss, etad::wrt<0, 1>);
  const std::array pictures{
      draw(directory, "graph_function", etad::to_dot<double, double>(wave), has_dot),
      draw(directory, "graph_gradient",
           etad::to_dot<double, double>(etad::gradient(wave), partials), has_dot),
      draw(directory, "graph_branch",
           etad::to_dot<double, double, double, double>(loss_gradient, slopes), has_dot)};
  std::printf("%s in %s\n", has_dot ? "pictures" : "no Graphviz here: graphs, not drawn,",
              directory.string().c_str());
  return pictures == std::array{true, true, true} ? 0 : 1;
}
