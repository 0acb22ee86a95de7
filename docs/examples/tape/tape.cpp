// SPDX-License-Identifier: MIT
// Reverse mode at run time, from the engine of the textbooks to a network whose widths come from the command line:
//   example_tape [hidden widths], for instance example_tape 16 16
// 1. The same expression by a hand-written `Value` with a graph of nodes, and by variables of a tape: equal gradients.
// 2. The graph of that expression for Graphviz (graph.svg beside this file, made by `example_tape --graph | dot -Tsvg`).
// 3. A network trained on a function of two numbers by gradients from one tape.
// Fails unless gradients agree and the network learns.
#define ETAD_CHECKED  // for the names in the graph

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <unordered_set>
#include <vector>

#include <etad/tape.hpp>
#include <etad/tape_view.hpp>

namespace {

/// A number that knows what it was made of: a node for each operation, and a function that passes its gradient on.
class Value {
 public:
  Value(double data) : node_(std::make_shared<node>()) { node_->data = data; }

  friend Value operator+(const Value& a, const Value& b) {
    return made(a.data() + b.data(), {a.node_, b.node_}, [](node& out) {
      out.from[0]->gradient += out.gradient;
      out.from[1]->gradient += out.gradient;
    });
  }
  friend Value operator*(const Value& a, const Value& b) {
    return made(a.data() * b.data(), {a.node_, b.node_}, [](node& out) {
      out.from[0]->gradient += out.from[1]->data * out.gradient;
      out.from[1]->gradient += out.from[0]->data * out.gradient;
    });
  }
  friend Value tanh(const Value& a) {
    return made(std::tanh(a.data()), {a.node_}, [](node& out) {
      out.from[0]->gradient += (1.0 - out.data * out.data) * out.gradient;
    });
  }

  double data() const { return node_->data; }
  double gradient() const { return node_->gradient; }
  /// Nodes in the order in which they depend on each other, swept from the last to the first.
  void backward() const {
    std::vector<node*> order;
    std::unordered_set<node*> seen;
    const std::function<void(node*)> visit = [&](node* n) {
      if (!seen.insert(n).second) return;
      for (const auto& from : n->from) visit(from.get());
      order.push_back(n);
    };
    visit(node_.get());
    node_->gradient = 1.0;
    for (std::size_t k = order.size(); k-- > 0;) {
      if (order[k]->pass_on) order[k]->pass_on(*order[k]);
    }
  }

 private:
  struct node {
    double data = 0.0, gradient = 0.0;
    std::vector<std::shared_ptr<node>> from;
    std::function<void(node&)> pass_on;
  };
  static Value made(double data, std::vector<std::shared_ptr<node>> from,
                    std::function<void(node&)> pass_on) {
    Value v(data);
    v.node_->from = std::move(from);
    v.node_->pass_on = std::move(pass_on);
    return v;
  }
  std::shared_ptr<node> node_;
};

/// A neuron with two inputs; compiles with either number.
template <class Number>
Number neuron(const Number& x1, const Number& x2, const Number& w1, const Number& w2,
              const Number& b) {
  Number sum = b;
  sum = sum + w1 * x1;
  sum = sum + w2 * x2;
  return tanh(sum);
}

using number = etad::variable<double>;

bool engines_agree(bool print_graph) {
  const std::vector<double> at{2.0, 0.5, -3.0, 1.0, 6.9};
  const std::vector<Value> v(at.begin(), at.end());
  const Value by_nodes = neuron(v[0], v[1], v[2], v[3], v[4]);
  by_nodes.backward();

  etad::tape<double> tape;
  const auto x = tape.variables(at);
  const number by_tape = neuron(x[0], x[1], x[2], x[3], x[4]);
  tape.backward(by_tape);
  if (print_graph) std::fputs(etad::to_dot(tape, by_tape).c_str(), stdout);

  bool equal = by_nodes.data() == by_tape.value();
  for (std::size_t k = 0; k < at.size(); ++k) {
    equal = equal && std::abs(v[k].gradient() - x[k].gradient()) < 1e-15;
    if (!print_graph) std::printf("d/dx%zu: %9.6f %9.6f\n", k, v[k].gradient(), x[k].gradient());
  }
  return equal;
}

/// Layers of tanh neurons, the last one linear. The weights of a layer are one row for each neuron, its bias first.
class network {
 public:
  explicit network(std::vector<std::size_t> widths) : widths_(std::move(widths)) {
    unsigned state = 1;
    for (std::size_t l = 0; l + 1 < widths_.size(); ++l) {
      const double scale = 1.0 / std::sqrt(static_cast<double>(widths_[l]));
      for (std::size_t k = 0; k < widths_[l + 1] * (widths_[l] + 1); ++k) {
        state = state * 1664525U + 1013904223U;
        weights.push_back(scale * (static_cast<double>(state >> 8) / 8388608.0 - 1.0));
      }
    }
  }
  template <class Number>
  Number operator()(const std::vector<Number>& w, std::vector<Number> values) const {
    std::size_t next = 0;
    for (std::size_t l = 0; l + 1 < widths_.size(); ++l) {
      std::vector<Number> layer;
      for (std::size_t n = 0; n < widths_[l + 1]; ++n) {
        Number sum = w[next++];
        for (const Number& value : values) sum += w[next++] * value;
        if (l + 2 < widths_.size()) sum = tanh(sum);
        layer.push_back(sum);
      }
      values = std::move(layer);
    }
    return values[0];
  }

  std::vector<double> weights;

 private:
  std::vector<std::size_t> widths_;
};

bool network_learns(const std::vector<std::size_t>& widths) {
  network net(widths);
  std::printf("%zu weights\n", net.weights.size());
  etad::tape<double> tape;
  std::vector<double> speed(net.weights.size());
  double first = 0.0, loss = 0.0;
  for (int turn = 0; turn <= 200; ++turn) {
    // The tape keeps its memory: after the first turn nothing is allocated for it.
    tape.clear();
    const std::vector<number> w = tape.variables(net.weights);
    number sum = 0.0;
    for (int i = 0; i < 7; ++i) {
      for (int j = 0; j < 7; ++j) {
        const double a = (i - 3) / 3.0, b = (j - 3) / 3.0;
        const number error = net(w, std::vector<number>{a, b}) - std::sin(2.0 * a) * b;
        sum += error * error;
      }
    }
    loss = sum.value() / 49.0;
    if (turn == 0) first = loss;
    if (turn % 50 == 0) std::printf("turn %3d: loss %.5f\n", turn, loss);
    const std::vector<double> slope = tape.gradient(sum, w);
    for (std::size_t k = 0; k < slope.size(); ++k) {
      speed[k] = 0.9 * speed[k] - 0.002 * slope[k];
      net.weights[k] += speed[k];
    }
  }
  return loss < 0.1 * first;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::strcmp(argv[1], "--graph") == 0) return engines_agree(true) ? 0 : 1;
  std::vector<std::size_t> widths{2};
  for (int k = 1; k < argc; ++k) widths.push_back(std::strtoul(argv[k], nullptr, 10));
  if (argc == 1) widths.push_back(8);
  widths.push_back(1);
  const bool agree = engines_agree(false);
  const bool learns = network_learns(widths);
  std::puts(agree && learns ? "right" : "wrong");
  return agree && learns ? 0 : 1;
}
