// SPDX-License-Identifier: MIT
// The Jacobian program of a call in packed forward mode.
#pragma once

#include <array>
#include <cstddef>

#include <etad/call/traced/jacobian_candidate.hpp>
#include <etad/eval/packed.hpp>

namespace etad::inline ETAD_ABI::detail {

/// A packed program as a constant, as ir/schedule.hpp does it for others.
struct wide_packed_program {
  wide_schedule code;
  int first_unit = 0;
  int placement_count = 0;
  int zero_count = 0;
  /// Ordered by output.
  placement placements[program_limit];
  int first_placement[program_limit + 1] = {};
  std::uint16_t zeros[program_limit] = {};
};

constexpr wide_packed_program freeze(const packed_program& p) {
  wide_packed_program w;
  w.code = freeze(p.code);
  w.first_unit = p.first_unit;
  w.zero_count = static_cast<int>(p.zeros.size());
  int n = 0;
  for (const std::uint16_t target : p.zeros) w.zeros[n++] = target;
  for (const placement& q : p.placements) ++w.first_placement[q.output + 1];
  for (int o = 0; o < w.code.output_count; ++o) w.first_placement[o + 1] += w.first_placement[o];
  buffer<int> next(static_cast<std::size_t>(w.code.output_count));
  for (const placement& q : p.placements) {
    w.placements[w.first_placement[q.output] + next[q.output]++] = q;
  }
  w.placement_count = static_cast<int>(p.placements.size());
  return w;
}

/// Call's Jacobian by packs of Width lanes.
template <class Call, class Wanted, int Width>
struct packed_candidate {
  static constexpr wide_packed_program whole = freeze(packed_jacobian_program(
      thaw(Call::source::value), request_of<Call, Wanted>(), static_cast<std::size_t>(Width)));
  static constexpr wide_schedule value = freeze(without_dead_code(thaw(whole.code)));
};

template <std::size_t Count, class Item, class List>
constexpr std::array<Item, Count> copied(const List& list, int count) {
  std::array<Item, Count> result{};
  for (int k = 0; k < count; ++k) {
    result[static_cast<std::size_t>(k)] = list[static_cast<std::size_t>(k)];
  }
  return result;
}

/// The values that are packs with 1 in one lane, in the order of their inputs.
template <class Schedule>
constexpr buffer<value_id> unit_packs(const Schedule& s, int first_unit) {
  buffer<value_id> units(static_cast<std::size_t>(s.inputs - first_unit));
  for (int i = 0; i < s.size; ++i) {
    const instruction x = s.at(i);
    if (x.op() == opcode::input && x.a() >= first_unit) {
      units[static_cast<std::size_t>(x.a() - first_unit)] = static_cast<value_id>(i);
    }
  }
  return units;
}

/// What the straight-line code is generated from; see eval/packed.hpp.
template <class Candidate>
struct packed_form {
  using regular = regular_form<Candidate>;
  static constexpr const auto& value = regular::value;
  static constexpr const auto& table = regular::table;
  static constexpr int first_unit = Candidate::whole.first_unit;
  static constexpr int outputs = Candidate::value.output_count;
  static constexpr int unit_count = regular::value.inputs - first_unit;
  static constexpr int zero_count = Candidate::whole.zero_count;
  /// Whether the result is cleared first; stores of structural zeros are left out then.
  static constexpr bool cleared = zero_count >= sparse_limit;

  template <class Item, int Count, class List>
  static constexpr auto fitted(const List& list) {
    return copied<static_cast<std::size_t>(at_least_one(Count)), Item>(list, Count);
  }
  static constexpr auto classes =
      fitted<value_class, regular::value.size>(classes_of(regular::value, first_unit));
  static constexpr auto units =
      fitted<value_id, unit_count>(unit_packs(regular::value, first_unit));
  static constexpr auto placements =
      fitted<placement, Candidate::whole.placement_count>(Candidate::whole.placements);
  static constexpr auto first_placement =
      fitted<int, outputs + 1>(Candidate::whole.first_placement);
  static constexpr auto zeros = fitted<std::uint16_t, zero_count>(Candidate::whole.zeros);
};

/// Runs the packed program; false if a guard tells that the full program must run.
template <class Form, class T, class Pack>
[[gnu::always_inline]] inline bool run_packed_form(const T* const* in, T* const* out) {
  packed_frame<T, Pack, packed_line<Form, T, Pack>::size> f;
  // Unrolled, since a loop over pointers would be vectorized to gathers and scatters.
  if constexpr (!Form::cleared) {
    unroll<Form::zero_count>([&](auto k)
                                 __attribute__((always_inline)) { *out[Form::zeros[k]] = T(0); });
  }
  packed_line<Form, T, Pack>::run(f, in, out);
  bool valid = true;
  unroll<Form::value.output_count - Form::outputs>([&](auto k) {
    constexpr value_id id = Form::value.outputs[Form::outputs + k];
    constexpr value_class c = Form::classes[id];
    if constexpr (c == value_class::mask) {
      valid = valid && f.masks[id];
    } else if constexpr (c == value_class::number) {
      valid = valid && is_finite(f.numbers[id]);
    } else {
      valid = valid && is_finite_pack<T>(f.packs[id]);
    }
  });
  return valid;
}

/// What the packed program costs by the table of ir/cost.hpp.
template <class Candidate>
constexpr double packed_cost() {
  const wide_schedule& s = regular_wide<Candidate>::value;
  const buffer<value_class> classes = classes_of(s, Candidate::whole.first_unit);
  double cost = cost_of(s);
  for (int o = 0; o < Candidate::value.output_count; ++o) {
    if (classes[s.outputs[o]] != value_class::pack) continue;
    const int end = Candidate::whole.first_placement[o + 1];
    for (int k = Candidate::whole.first_placement[o]; k < end;) {
      k += length_of_run(Candidate::whole.placements + k, end - k);
      cost += pack_store_cost;
    }
  }
  return cost;
}

/// Call's Jacobian in packed forward mode. Everything but the code that runs is that of Scalar, the
/// same Jacobian without packs: constant evaluation, programs in programs, singular points, types
/// without vector registers.
template <class Call, class Wanted, class Scalar, class Registers>
struct packed_jacobian : Scalar {
  template <class T>
  static constexpr int lanes = Registers::template lanes<T>;

  template <class T>
  using form = packed_form<packed_candidate<Call, Wanted, lanes<T>>>;

  template <class T>
  [[gnu::always_inline]] static bool run_packed(const T* const* in, T* const* out) {
    return run_packed_form<form<T>, T, typename vector_register<T, lanes<T>>::type>(in, out);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
