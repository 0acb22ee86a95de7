// SPDX-License-Identifier: MIT
// Stands where xsimd would, so that nothing reads an installed one unnoticed (-Dxsimd=disabled).
#error "xsimd is disabled, but something includes it."
