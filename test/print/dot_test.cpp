// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <etad/show/to_dot.hpp>
#include <etad/verb/derivative.hpp>

#include "print/cpp/programs.hpp"
#include "print/functions.hpp"

namespace {

constexpr const char* head = R"(  graph [ordering=in, nodesep=0.25, ranksep=0.35, bgcolor=white];
  node [fontname="Helvetica,Arial,sans-serif", fontsize=13, height=0.4, width=0.6, margin="0.1,0.03", style=filled, color="#44546a"];
  edge [color="#44546a", arrowsize=0.6];
)";

}  // namespace

TEST_CASE("a function as a graph") {
  CHECK(etad::to_dot<double, double>(printed::wave) ==
        std::string("digraph \"f\" {\n") + head +
            R"(  v0 [label="x", shape=box, fillcolor="#ffffff"];
  v1 [label="y", shape=box, fillcolor="#ffffff"];
  {rank=source; v0; v1;}
  v2 [label="&times;", fillcolor="#d6e6f7"];
  v0 -> v2;
  v1 -> v2;
  v3 [label="sin", fillcolor="#d6e6f7"];
  v2 -> v3;
  v4 [label="exp", fillcolor="#d6e6f7"];
  v0 -> v4;
  v5 [label="/", fillcolor="#d6e6f7"];
  v4 -> v5;
  v1 -> v5;
  v6 [label="+", fillcolor="#d6e6f7"];
  v3 -> v6;
  v5 -> v6;
  out0 [label="f", shape=box, fillcolor="#ffffff", style="filled,bold"];
  v6 -> out0;
  {rank=sink; out0;}
}
)");
}

TEST_CASE("derivatives in another colour, masks dashed, constants within their nodes") {
  constexpr auto f = [](auto x) { return x < 1.0 ? 2.0 * x * x : x; };
  CHECK(etad::to_dot<double>(etad::derivative(f), {.function = "slope", .results = {"df/dx"}}) ==
        std::string("digraph \"slope\" {\n") + head +
            R"(  v0 [label="x", shape=box, fillcolor="#ffffff"];
  {rank=source; v0;}
  v2 [label="&bull; &lt; 1", fillcolor="#d6e6f7", style="filled,dashed"];
  v0 -> v2;
  v4 [label="&bull; &times; 2", fillcolor="#d6e6f7"];
  v0 -> v4;
  v5 [label="+", shape=box, fillcolor="#fcd9b0"];
  v4 -> v5;
  v4 -> v5;
  v6 [label="&bull; ? &bull; : 1", shape=box, fillcolor="#fcd9b0"];
  v2 -> v6 [style=dashed];
  v5 -> v6;
  out0 [label="df/dx", shape=box, fillcolor="#ffffff", style="filled,bold"];
  v6 -> out0;
  {rank=sink; out0;}
}
)");
}

TEST_CASE("results that are constants, arguments that are arrays") {
  constexpr auto f = [](const auto& p) { return std::array{3.0 * p[1], 0.0 * p[0]}; };
  const std::string text = etad::to_dot<double>(etad::derivative([](auto t) {
    return std::array{t, 3.0 * t};
  }));
  CHECK(text.find("out0 [label=\"f[0] = 1\"") != std::string::npos);
  CHECK(text.find("out1 [label=\"f[1] = 3\"") != std::string::npos);
  CHECK(text.find("-> out") == std::string::npos);
  const std::string array = etad::to_dot<std::array<double, 2>>(f, {.arguments = {"p"}});
  CHECK(array.find("[label=\"p[1]\"") != std::string::npos);
}

TEST_CASE("every operation has a label") {
  const etad::detail::program p = printed::every_operation();
  const etad::detail::printed_function f{p, {{3, false}}, false, {.function = "say \"hi\""}};
  const std::string text = etad::detail::dot_source(f, p).text();
  CHECK(text.find("digraph \"say \\\"hi\\\"\" {") == 0);
  CHECK(text.find('$') == std::string::npos);
  CHECK(text.find("label=\"\"") == std::string::npos);
}
