// SPDX-License-Identifier: MIT
// Vertex elimination on the linearized graph: the Jacobian by the chain rule in any order.
// Method: Griewank and Reese, "On the calculation of Jacobian matrices by the Markowitz rule"
// (1991); Griewank and Walther (2008), chapter 9. Eliminating vertex j replaces each path i -> j -> k
// by an edge i -> k of weight c_kj * c_ji, at a cost of one multiplication for each pair.
#pragma once

#include <etad/core/buffer.hpp>
#include <etad/ir/partials.hpp>

namespace etad::inline ETAD_ABI::detail {

enum class elimination_order : std::uint8_t { forward, reverse, markowitz };

/// The graph whose edges carry recorded local partials. Vertices are the values of the program and,
/// behind them, one sink for each output, so that every value in between can be eliminated.
class linearized_graph {
 public:
  struct edge {
    value_id vertex;
    value_id weight;
  };

  constexpr linearized_graph(builder& b, const program& p, const buffer<char>& active)
      : d_(b),
        zero_(b.zero()),
        predecessors_(p.code.size() + p.outputs.size()),
        successors_(p.code.size() + p.outputs.size()) {
    const buffer<char> needed = leads_to_output(p, active);
    const value_id zero = d_.constant(0.0);
    const value_id one = d_.constant(1.0);
    for (std::size_t n = 0; n < p.code.size(); ++n) {
      const instruction x = p.code[n];
      if (needed[n] == 0 || is_leaf(x.op())) continue;
      const auto vertex = static_cast<value_id>(n);
      if (is_selection(x.op())) {
        if (active[x.b()] != 0) add(x.b(), vertex, d_.derive_selection(x.op(), x.a(), one, zero));
        if (active[x.c()] != 0) add(x.c(), vertex, d_.derive_selection(x.op(), x.a(), zero, one));
      } else {
        for (int k = 0; k < end_sloped(x.op()); ++k) {
          if (active[x.operand(k)] != 0) add(x.operand(k), vertex, record_partial(b, vertex, k));
        }
      }
      vertices_.push_back(vertex);
    }
    for (std::size_t k = 0; k < p.outputs.size(); ++k) {
      if (active[p.outputs[k]] == 0) continue;
      add(p.outputs[k], static_cast<value_id>(p.code.size() + k), one);
    }
  }

  /// Removes every vertex between inputs and sinks, in the given order.
  constexpr void eliminate(elimination_order order) {
    buffer<value_id> left = vertices_;
    if (order == elimination_order::forward) {
      for (const value_id v : left) remove(v);
    } else if (order == elimination_order::reverse) {
      for (std::size_t n = left.size(); n-- > 0;) remove(left[n]);
    } else {
      while (!left.empty()) {
        std::size_t best = 0;
        for (std::size_t n = 1; n < left.size(); ++n) {
          if (degree(left[n]) < degree(left[best])) best = n;
        }
        remove(left[best]);
        left.remove(best);
      }
    }
  }

  constexpr const buffer<edge>& predecessors(std::size_t v) const { return predecessors_[v]; }

  /// Adds an edge, or its weight to an edge that is there.
  constexpr void add(value_id from, value_id to, value_id weight) {
    if (weight == zero_) return;
    buffer<edge>& in = predecessors_.items[to];
    const std::size_t n = place_of(from, in);
    if (n < in.size()) {
      in.items[n].weight = d_.add(in.items[n].weight, weight);
    } else {
      in.push_back({from, weight});
      successors_.items[from].push_back(to);
    }
  }

 private:
  static constexpr buffer<char> leads_to_output(const program& p, const buffer<char>& active) {
    buffer<char> needed(p.code.size());
    for (const value_id i : p.outputs) needed[i] = active[i];
    for (std::size_t n = p.code.size(); n-- > 0;) {
      const instruction x = p.code[n];
      if (needed[n] == 0 || is_leaf(x.op())) continue;
      for (int k = first_sloped(x.op()); k < end_sloped(x.op()); ++k) {
        if (active[x.operand(k)] != 0) needed[x.operand(k)] = 1;
      }
    }
    return needed;
  }

  /// Where the edge from v stands; edges.size() if it is missing.
  static constexpr std::size_t place_of(value_id v, const buffer<edge>& edges) {
    const edge* const e = edges.items;
    const std::size_t count = edges.size();
    std::size_t n = 0;
    while (n < count && e[n].vertex != v) ++n;
    return n;
  }

  constexpr std::size_t degree(value_id v) const {
    return predecessors_[v].size() * successors_[v].size();
  }

  constexpr void remove(value_id v) {
    for (const value_id to : successors_[v]) {
      buffer<edge>& in = predecessors_.items[to];
      const std::size_t n = place_of(v, in);
      const value_id out = in.items[n].weight;
      in.remove(n);
      for (const edge& e : predecessors_[v]) {
        add(e.vertex, to, d_.multiply(out, e.weight));
      }
    }
    for (const edge& e : predecessors_[v]) {
      buffer<value_id>& s = successors_[e.vertex];
      for (std::size_t n = 0; n < s.size(); ++n) {
        if (s[n] != v) continue;
        s.remove(n);
        break;
      }
    }
    predecessors_[v].clear();
    successors_[v].clear();
  }

  deriver d_;
  value_id zero_;
  buffer<buffer<edge>> predecessors_;
  buffer<buffer<value_id>> successors_;
  buffer<value_id> vertices_;
};

/// Appends to b the Jacobian of p, row by row over all inputs, by vertex elimination; the constant
/// zero marks a structural zero.
constexpr buffer<value_id> append_jacobian_by_elimination(builder& b, const program& p,
                                                          const buffer<char>& active,
                                                          elimination_order order) {
  linearized_graph graph(b, p, active);
  graph.eliminate(order);
  const auto columns = static_cast<std::size_t>(p.inputs);
  buffer<value_id> result(p.outputs.size() * columns, b.constant(0.0));
  for (std::size_t k = 0; k < p.outputs.size(); ++k) {
    for (const auto& e : graph.predecessors(p.code.size() + k)) {
      result[k * columns + p.code[e.vertex].a()] = e.weight;
    }
  }
  return result;
}

}  // namespace etad::inline ETAD_ABI::detail
