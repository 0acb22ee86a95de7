// SPDX-License-Identifier: MIT
#include "problems/shapes.hpp"

#include "problems/laws.hpp"

TEST_CASE("arrays and data arguments: transposition, linearity, modes") {
  problems::check_laws(
      problems::table<problems::dot_product, problems::normalized, problems::determinant,
                      problems::matrix_product, problems::softmax, problems::mixed_arguments,
                      problems::decay_residuals>{});
}
