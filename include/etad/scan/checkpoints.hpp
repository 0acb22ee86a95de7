// SPDX-License-Identifier: MIT
// Which carries of a recurrence reverse mode keeps, and how often it runs steps again to get the
// others back.
#pragma once

#include <cstddef>
#include <limits>

#include <etad/core/config.hpp>
#include <etad/core/invalid_argument.hpp>

namespace etad::inline ETAD_ABI {

/// What a derivative in reverse mode of a recurrence takes.
struct scan_cost {
  std::size_t steps;    ///< runs of the step, the first ones among them; each adjoint is one more
  std::size_t carries;  ///< how many carries are kept at a time

  constexpr bool operator==(const scan_cost&) const = default;
};

/// A bound on the carries that reverse mode keeps at a time: `scan(step, checkpoints(20))`. The initial
/// carry counts. Which ones are kept is the binomial choice, which runs the fewest steps that this
/// bound allows (Griewank and Walther, Algorithm 799: revolve, ACM Transactions on Mathematical
/// Software 26, 2000).
class checkpoints {
 public:
  /// Throws std::invalid_argument (ETAD-068) of 0.
  constexpr explicit checkpoints(std::size_t count) : count_(count) {
    if (count == 0) {
      detail::throw_invalid_argument(
          "ETAD-068: etad::checkpoints requires at least one carry to be kept, the initial one; it "
          "got 0. Pass 1 or more.");
    }
  }

  /// Every carry is kept, and no step runs twice.
  static constexpr checkpoints all() {
    return checkpoints((std::numeric_limits<std::size_t>::max)());
  }

  constexpr std::size_t count() const noexcept { return count_; }

  /// Of n steps. The steps are r n - (k + r)! / ((k + 1)! (r - 1)!) + 1 with k carries, where r is the
  /// least number for which (k + r)! / (k! r!) is at least n: about once more for k = sqrt(2 n),
  /// n^2 / 2 in all for k = 1.
  constexpr scan_cost cost(std::size_t n) const noexcept {
    if (n == 0) return {0, 0};
    const std::size_t kept = count_ < n ? count_ : n;
    std::size_t repeats = 0;
    std::size_t reach = 1;
    while (reach < n) {
      ++repeats;
      reach = reach * (kept + repeats) / repeats;
    }
    return {repeats * n - reach * repeats / (kept + 1) + 1, kept};
  }

 private:
  std::size_t count_;
};

namespace detail {

/// How far to go from a carry that is kept before the next one is, with `length` steps to reverse
/// and `kept` carries to keep, this one among them; 1 <= result < length, for length and kept > 1.
/// With b(s, r) = (s + r)! / (s! r!), the steps that r repetitions reach with s carries, any j is best
/// for which b(s, r - 2) <= j <= b(s, r - 1) and b(s - 1, r - 1) <= length - j <= b(s - 1, r), if
/// b(s, r - 1) < length <= b(s, r).
constexpr std::size_t next_checkpoint(std::size_t length, std::size_t kept) noexcept {
  if (kept >= length) return 1;
  std::size_t repeats = 0;
  std::size_t before = 0;  // b(kept, repeats - 1)
  std::size_t reach = 1;   // b(kept, repeats)
  while (reach < length) {
    ++repeats;
    before = reach;
    reach = reach * (kept + repeats) / repeats;
  }
  const std::size_t after = before * kept / (kept + repeats - 1);  // b(kept - 1, repeats - 1)
  return before < length - after ? before : length - after;
}

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
