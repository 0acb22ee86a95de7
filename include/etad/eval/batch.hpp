// SPDX-License-Identifier: MIT
// Runs a program at many points, a pack of them at a time.
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

#include <etad/eval/evaluate.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class Pack>
constexpr int lanes_in() {
  if constexpr (lane_pack<Pack>) {
    return Pack::lanes;
  } else {
    return 1;
  }
}
template <class Pack>
using pack_scalar = typename scalar_of_pack<Pack>::type;

template <class Pack, class Sequence>
inline constexpr bool is_made_of_lanes = false;
template <class Pack, int... Lane>
  requires requires { typename Pack::register_type; }
inline constexpr bool is_made_of_lanes<Pack, std::integer_sequence<int, Lane...>> =
    std::is_constructible_v<typename Pack::register_type,
                            std::enable_if_t<(Lane >= 0), pack_scalar<Pack>>...>;

/// The pack of number(0), number(1), ... Not by way of memory where the register can be made of
/// numbers: a load that spans several stores waits until they have left the processor.
template <class Pack, class Number>
[[gnu::always_inline]] inline Pack pack_of(const Number& number) {
  using lanes = std::make_integer_sequence<int, Pack::lanes>;
  if constexpr (is_made_of_lanes<Pack, lanes>) {
    return [&]<int... Lane>(std::integer_sequence<int, Lane...>) __attribute__((always_inline)) {
      return Pack(typename Pack::register_type(number(Lane)...));
    }
    (lanes{});
  } else {
    pack_scalar<Pack> numbers[Pack::lanes];
    for (int i = 0; i < Pack::lanes; ++i) numbers[i] = number(i);
    return Pack::load(numbers);
  }
}

/// A number loaded by an instruction of its own: Clang makes several loads one gather instruction,
/// which takes longer.
template <class T>
[[gnu::always_inline]] inline T apart(T x) {
  ETAD_KEEP_SCALAR(x);
  return x;
}

/// The numbers p[0], p[stride], p[2 stride], ... A stride of 0 is one number for all lanes.
template <class Pack>
[[gnu::always_inline]] inline Pack load_lanes(const pack_scalar<Pack>* p, std::size_t stride) {
  if constexpr (!lane_pack<Pack>) {
    return *p;
  } else {
    if (stride == 0) return Pack(*p);
    if (stride == 1) return Pack::load(p);
    return pack_of<Pack>([&](int lane) __attribute__((always_inline)) {
      return apart(p[static_cast<std::size_t>(lane) * stride]);
    });
  }
}
template <class Pack>
[[gnu::always_inline]] inline void store_lanes(const Pack& x, pack_scalar<Pack>* p,
                                               std::size_t stride) {
  if constexpr (!lane_pack<Pack>) {
    *p = x;
  } else if (stride == 1) {
    x.store(p);
  } else {
    pack_scalar<Pack> numbers[Pack::lanes];
    x.store(numbers);
    for (int i = 0; i < Pack::lanes; ++i) p[static_cast<std::size_t>(i) * stride] = numbers[i];
  }
}

/// Whether values that all points share are spread to all lanes once, before the first pack.
template <class Pack>
inline constexpr bool spreads_once = false;
template <lane_pack Pack>
inline constexpr bool spreads_once<Pack> = !Pack::spreads_while_loading;

/// The inputs of a program at all points: input k of point i is at[k][i * Strides::value[k]]. Read
/// like an array of pointers to packs, those of the points from `first` on.
template <class Pack, class Strides>
struct batch_inputs {
  using scalar = pack_scalar<Pack>;
  const scalar* at[Strides::value.size()];
  std::size_t first = 0;
  /// If spreads_once, the packs of the inputs whose stride is 0.
  const Pack* shared = nullptr;

  struct input {
    const batch_inputs& all;
    std::size_t k;
    [[gnu::always_inline]] Pack operator*() const {
      const std::size_t stride = Strides::value[k];
      if (spreads_once<Pack> && stride == 0) return all.shared[k];
      return load_lanes<Pack>(Strides::first(all.at, k) + all.first * stride, stride);
    }
  };
  [[gnu::always_inline]] input operator[](int k) const {
    return {*this, static_cast<std::size_t>(k)};
  }
};

/// The outputs of a program at all points, likewise.
template <class Pack, class Strides>
struct batch_outputs {
  using scalar = pack_scalar<Pack>;
  scalar* at[Strides::value.size()];
  std::size_t first = 0;

  struct output {
    scalar* p;
    std::size_t stride;
    [[gnu::always_inline]] output operator*() const { return *this; }
    [[gnu::always_inline]] void operator=(const Pack& x) const { store_lanes(x, p, stride); }
  };
  [[gnu::always_inline]] output operator[](int k) const {
    const std::size_t stride = Strides::value[static_cast<std::size_t>(k)];
    return {Strides::first(at, static_cast<std::size_t>(k)) + first * stride, stride};
  }
};

template <class Full, class Regular>
inline constexpr bool has_guards = Regular::value.output_count > Full::value.output_count;

/// A mask of the lanes in which the regular formulas were valid, made of the one or two guards.
template <class Full, class Regular, class Frame>
[[gnu::always_inline]] inline auto valid_lanes(const Frame& f) {
  constexpr int wanted = Full::value.output_count;
  constexpr value_id first = Regular::value.outputs[wanted];
  const auto guard = [&](auto id) __attribute__((always_inline)) {
    if constexpr (facts(Regular::value.at(decltype(id)::value).op()).result == kind::mask) {
      return f.masks[decltype(id)::value];
    } else {
      return is_finite(f.reals[decltype(id)::value]);
    }
  };
  if constexpr (Regular::value.output_count == wanted + 1) {
    return guard(std::integral_constant<int, first>{});
  } else {
    constexpr value_id second = Regular::value.outputs[wanted + 1];
    return both(guard(std::integral_constant<int, first>{}),
                guard(std::integral_constant<int, second>{}));
  }
}

/// Runs the regular program on one pack; says in which lanes its formulas were valid.
template <class Full, class Regular, class Pack, class In, class Out>
[[gnu::always_inline]] inline auto run_unchecked(const In& in, const Out& out) {
  straight_line_frame<Pack, straight_line<Regular, Pack>::size> f;
  straight_line<Regular, Pack>::run(f, in, out);
  if constexpr (has_guards<Full, Regular>) {
    return valid_lanes<Full, Regular>(f);
  } else {
    return true;
  }
}

template <class Pack>
struct mask_type_of {
  using type = bool;
};
template <lane_pack Pack>
struct mask_type_of<Pack> {
  using type = typename Pack::mask;
};
template <class Pack>
using mask_of_pack = typename mask_type_of<Pack>::type;

template <class Mask>
[[gnu::always_inline]] inline bool in_all_lanes(const Mask& mask) {
  if constexpr (std::is_same_v<Mask, bool>) {
    return mask;
  } else {
    return all(mask);
  }
}

/// Calls singular(lane) for every lane that is not valid.
template <class Pack, class Singular>
[[gnu::always_inline]] inline void for_singular_lanes(const mask_of_pack<Pack>& valid,
                                                      const Singular& singular) {
  if (in_all_lanes(valid)) [[likely]]
    return;
  if constexpr (!lane_pack<Pack>) {
    singular(0);
  } else {
    for (int lane = 0; lane < Pack::lanes; ++lane) {
      if (!valid[lane]) singular(lane);
    }
  }
}

/// Runs the regular program on one pack and calls singular(lane) for every lane that needs the full
/// program.
template <class Full, class Regular, class Pack, class In, class Out, class Singular>
[[gnu::always_inline]] inline void run_pack(const In& in, const Out& out,
                                            const Singular& singular) {
  const auto valid = run_unchecked<Full, Regular, Pack>(in, out);
  if constexpr (has_guards<Full, Regular>) for_singular_lanes<Pack>(valid, singular);
}

/// Interprets Full at one point; output k goes to out[k].
template <class Full, class Pack, class Strides>
[[gnu::noinline, gnu::cold]] void interpret_point(const batch_inputs<Pack, Strides>& in,
                                                  std::size_t point,
                                                  pack_scalar<Pack>* const* out) {
  const pack_scalar<Pack>* at[Strides::value.size()];
  for (std::size_t k = 0; k < Strides::value.size(); ++k) {
    at[k] = in.at[k] + point * Strides::value[k];
  }
  interpret_program<Full, pack_scalar<Pack>>(at, out);
}

/// Room for as many points as a pack has lanes, with the strides of the whole batch.
template <class Pack, class Strides>
struct lane_copies {
  using scalar = pack_scalar<Pack>;
  static constexpr std::size_t lanes = static_cast<std::size_t>(lanes_in<Pack>());
  // Inputs next to each other may be parts of one element, which is stored once.
  static constexpr bool begins_element(std::size_t k) { return Strides::element[k] == k; }
  static constexpr std::size_t size() {
    std::size_t sum = 1;
    for (std::size_t k = 0; k < Strides::value.size(); ++k) {
      if (begins_element(k)) sum += Strides::value[k] * lanes;
    }
    return sum;
  }
  std::array<scalar, size()> numbers{};

  /// The same inputs or outputs, in this room.
  template <class View>
  View view(const View& all) {
    View here = all;
    here.first = 0;
    scalar* next = numbers.data();
    for (std::size_t k = 0; k < Strides::value.size();) {
      std::size_t end = k + 1;
      while (end < Strides::value.size() && !begins_element(end)) ++end;
      auto* lowest = all.at[k];
      for (std::size_t j = k; j < end; ++j) lowest = all.at[j] < lowest ? all.at[j] : lowest;
      if (Strides::value[k] != 0) {
        for (std::size_t j = k; j < end; ++j) here.at[j] = next + (all.at[j] - lowest);
        next += Strides::value[k] * lanes;
      }
      k = end;
    }
    return here;
  }
  /// Copies `count` points, and the last of them to the lanes left over: they compute something
  /// harmless.
  batch_inputs<Pack, Strides> load(const batch_inputs<Pack, Strides>& in, std::size_t first,
                                   std::size_t count) {
    const batch_inputs<Pack, Strides> here = view(in);
    for (std::size_t k = 0; k < Strides::value.size(); ++k) {
      const std::size_t stride = Strides::value[k];
      if (stride == 0) continue;
      scalar* to = numbers.data() + (here.at[k] - numbers.data());
      for (std::size_t i = 0; i < lanes; ++i) {
        to[i * stride] = in.at[k][(first + (i < count ? i : count - 1)) * stride];
      }
    }
    return here;
  }
};

/// A program with the strides of its inputs and outputs, to be run on packs.
template <class Full, class Regular, class Pack, class InStrides, class OutStrides>
struct batch {
  using scalar = pack_scalar<Pack>;
  using inputs = batch_inputs<Pack, InStrides>;
  using outputs = batch_outputs<Pack, OutStrides>;
  static constexpr std::size_t lanes = static_cast<std::size_t>(lanes_in<Pack>());

  /// Runs the points [first, last). The last pack, if it is not full, is run on copies.
  static void run(const inputs& in, const outputs& out, std::size_t first, std::size_t last) {
    const std::size_t full = last - (last - first) % lanes;
    run_packs(in, out, first, full);
    if (full < last) run_tail(in, out, full, last - full);
  }

 private:
  [[gnu::noinline]] static void run_packs(const inputs& all_in, const outputs& all_out,
                                          std::size_t first, std::size_t last) {
    // Copies whose address nobody takes, so that the pointers may stay in registers.
    inputs in = all_in;
    outputs out = all_out;
    for (std::size_t i = first; i < last; i += lanes) {
      in.first = i;
      out.first = i;
      run_pack<Full, Regular, Pack>(in, out, [&](int lane) {
        const std::size_t point = i + static_cast<std::size_t>(lane);
        scalar* at[OutStrides::value.size()];
        for (std::size_t k = 0; k < OutStrides::value.size(); ++k) {
          at[k] = all_out.at[k] + point * OutStrides::value[k];
        }
        interpret_point<Full>(all_in, point, at);
      });
    }
  }

  // The last pack, if it is not full: on copies, so that all lanes have something to compute.
  [[gnu::noinline]] static void run_tail(const inputs& in, const outputs& out, std::size_t first,
                                         std::size_t count) {
    lane_copies<Pack, InStrides> points;
    lane_copies<Pack, OutStrides> results;
    const inputs from = points.load(in, first, count);
    const outputs to = results.view(out);
    run_packs(from, to, 0, lanes);
    for (std::size_t k = 0; k < OutStrides::value.size(); ++k) {
      const std::size_t stride = OutStrides::value[k];
      for (std::size_t i = 0; i < count; ++i) {
        out.at[k][(first + i) * stride] = to.at[k][i * stride];
      }
    }
  }
};

}  // namespace etad::inline ETAD_ABI::detail
