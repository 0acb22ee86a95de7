// SPDX-License-Identifier: MIT
// Sums over data on many machines: the ranks of an MPI communicator (Debian: libopenmpi-dev) for etad::sum_of_rows.
#pragma once

#include <mpi.h>

#include <concepts>
#include <cstddef>
#include <exception>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <etad/core/warnings_off.hpp>

#include <etad/batch/sum_of_rows.hpp>

namespace etad::inline ETAD_ABI {

/// The ranks of a communicator. MPI must be initialized while it is used; the communicator stays the caller's.
class mpi_ranks {
 public:
  explicit mpi_ranks(MPI_Comm communicator) : communicator_(communicator) {
    int number = 0;
    MPI_Comm_rank(communicator_, &number);
    rank_ = static_cast<std::size_t>(number);
    MPI_Comm_size(communicator_, &number);
    size_ = static_cast<std::size_t>(number);
  }

  std::size_t rank() const noexcept { return rank_; }
  std::size_t size() const noexcept { return size_; }

  /// f() on this rank. Where it throws on some rank, no rank goes on: that one throws what f threw, the others
  /// std::runtime_error with its text (ETAD-165). All ranks must call it.
  template <class F>
  auto together(const F& f) const {
    std::exception_ptr error;
    std::string text;
    std::vector<std::invoke_result_t<const F&>> result;
    try {
      result.push_back(f());
    } catch (const std::exception& e) {
      error = std::current_exception();
      text = e.what();
    } catch (...) {
      error = std::current_exception();
      text = "an exception that is no std::exception";
    }
    const int none = static_cast<int>(size_);
    int failed = error ? static_cast<int>(rank_) : none;
    MPI_Allreduce(MPI_IN_PLACE, &failed, 1, MPI_INT, MPI_MIN, communicator_);
    if (failed != none) {
      unsigned long length = text.size();
      MPI_Bcast(&length, 1, MPI_UNSIGNED_LONG, failed, communicator_);
      text.resize(length);
      MPI_Bcast(text.data(), static_cast<int>(length), MPI_CHAR, failed, communicator_);
      if (error) std::rethrow_exception(error);
      throw std::runtime_error("ETAD-165: etad::mpi_ranks requires every rank to finish; rank " +
                               std::to_string(failed) + " threw: " + text);
    }
    return std::move(result.front());
  }

  /// `numbers` holds, part after part, `count` numbers for each of the parts[rank()] parts of this rank. Each rank
  /// sums a slice of the numbers over all parts: sum(p, width) gets the `width` numbers of its slice of every part, in
  /// the order of the ranks, and leaves their sum in the first `width`. On return `numbers` holds `count` sums.
  template <class T, class Sum>
  void sum(std::vector<T>& numbers, std::size_t count, const std::vector<std::size_t>& parts,
           const Sum& sum) const {
    require_counts(count, parts);
    const auto slice = [&](std::size_t rank) { return count * rank / size_; };
    const auto width = [&](std::size_t rank) { return slice(rank + 1) - slice(rank); };
    std::vector<T> sent;
    layout to(size_);
    layout from(size_);
    for (std::size_t r = 0; r < size_; ++r) {
      for (std::size_t part = 0; part < parts[rank_]; ++part) {
        const T* const first = numbers.data() + part * count + slice(r);
        sent.insert(sent.end(), first, first + width(r));
      }
      to.add(parts[rank_] * width(r));
      from.add(parts[r] * width(rank_));
    }
    std::vector<T> received(from.size());
    MPI_Alltoallv(sent.data(), to.counts.data(), to.starts.data(), type<T>(), received.data(),
                  from.counts.data(), from.starts.data(), type<T>(), communicator_);
    sum(received.data(), width(rank_));
    numbers.resize(count);
    layout slices(size_);
    for (std::size_t r = 0; r < size_; ++r) slices.add(width(r));
    MPI_Allgatherv(received.data(), slices.counts[rank_], type<T>(), numbers.data(),
                   slices.counts.data(), slices.starts.data(), type<T>(), communicator_);
  }

 private:
  /// What goes to or comes from each rank, as MPI counts: int.
  struct layout {
    explicit layout(std::size_t ranks) {
      counts.reserve(ranks);
      starts.reserve(ranks);
    }
    void add(std::size_t count) {
      starts.push_back(static_cast<int>(size()));
      counts.push_back(static_cast<int>(count));
    }
    std::size_t size() const {
      return counts.empty() ? 0
                            : static_cast<std::size_t>(starts.back()) +
                                  static_cast<std::size_t>(counts.back());
    }
    std::vector<int> counts;
    std::vector<int> starts;
  };

  /// Throws on all ranks or on none: what counts is known to all.
  void require_counts(std::size_t count, const std::vector<std::size_t>& parts) const {
    std::size_t all = 0;
    std::size_t most = 0;
    for (const std::size_t part : parts) {
      all += part;
      most = part > most ? part : most;
    }
    constexpr std::size_t limit = (std::size_t{1} << 31) - 1;
    if (most * count > limit || all * (count / size_ + 1) > limit) {
      throw std::length_error(
          "ETAD-166: etad::mpi_ranks requires at most 2^31 - 1 numbers of all parts of a rank, as "
          "MPI "
          "counts them; there are more. Sum fewer numbers at a time.");
    }
  }

  template <class T>
  static MPI_Datatype type() {
    if constexpr (std::same_as<T, float>) {
      return MPI_FLOAT;
    } else if constexpr (std::same_as<T, double>) {
      return MPI_DOUBLE;
    } else {
      static_assert(std::same_as<T, long double>,
                    "ETAD-167: etad::mpi_ranks requires numbers of type float, double or long "
                    "double, which MPI knows; another was seen.");
      return MPI_LONG_DOUBLE;
    }
  }

  MPI_Comm communicator_;
  std::size_t rank_ = 0;
  std::size_t size_ = 1;
};

}  // namespace etad::inline ETAD_ABI

#include <etad/core/warnings_on.hpp>
