// SPDX-License-Identifier: MIT
// The hash of the results of each file in constexpr/generated, the same for every compiler.
#pragma once

#include <cstdint>

inline constexpr std::uint64_t hashes[] = {
    0xfc71f4c1dd555e0du, 0x6812461459cfb91du, 0x659948b42619424fu,
    0xcff92df803303cbbu, 0x94e6e434910db8dau, 0x01976a4225a379bcu,
    0x6c8b8e902a7047d1u, 0xd26641e521d2398bu, 0x2ea00a80b57e176du,
};
