// SPDX-License-Identifier: MIT
#pragma once

#include <etad/core/warnings_off.hpp>

#include <etad/interop/eigen_traced_base.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Writes the elements behind `matrix << ...`, by rows, and matrices side by side.
template <class Matrix>
class traced_comma {
 public:
  constexpr explicit traced_comma(Matrix& target) : target_(target) {}

  constexpr traced_comma& operator,(const traced& element) {
    start_line(1);
    target_(row_, column_++) = element;
    return *this;
  }
  template <class Other>
  constexpr traced_comma& operator,(const Eigen::MatrixBase<Other>& part) {
    start_line(Other::RowsAtCompileTime);
    const Other& other = static_cast<const Other&>(part);
    for (Eigen::Index i = 0; i < other.rows(); ++i) {
      for (Eigen::Index j = 0; j < other.cols(); ++j)
        target_(row_ + i, column_ + j) = other.coeff(i, j);
    }
    column_ += other.cols();
    return *this;
  }
  template <class Other>
  traced_comma& operator,(const Eigen::ArrayBase<Other>& part);
  constexpr Matrix& finished() { return target_; }

 private:
  constexpr void start_line(Eigen::Index rows) {
    if (column_ == target_.cols()) {
      row_ += height_;
      column_ = 0;
    }
    height_ = rows;
  }

  Matrix& target_;
  Eigen::Index row_ = 0;
  Eigen::Index column_ = 0;
  Eigen::Index height_ = 0;
};

}  // namespace etad::inline ETAD_ABI::detail

#include <etad/core/warnings_on.hpp>
