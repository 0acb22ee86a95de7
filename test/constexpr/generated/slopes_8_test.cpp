// SPDX-License-Identifier: MIT
// Written by constexpr/generate.cpp.
#include "constexpr/hashes.hpp"
#include "constexpr/slopes.hpp"

namespace {

constexpr auto remainder = slopes::of_pairs<slopes::opcode::remainder>(std::array{
    0x1.cf83284776eecp+5,  -0x1.79f6acdfb8d96p+1, -0x1.a5862b29e2f08p+5, -0x1.79ac8a9cc53e8p+2,
    0x1.1c77457c9e19ep+6,  0x1.71f2fbff328p-8,    -0x1.5d97e22e6bd22p+5, -0x1.b7c60cb94d998p+2,
    -0x1.eeafb000c7221p+5, -0x1.df7a14589c14p-2,  0x1.2915ee837a114p+4,  0x1.91dffb87d2d9cp+2,
    0x1.2866ebb139f64p+6,  0x1.495a0f94632p-3,    0x1.c89f0497ee208p+3,  0x1.1ff11e0e088bp+3,
    -0x1.e8ac681a70b8p+0,  0x1.ad5c9d295b384p+1,  0x1.b08ebd119efc8p+5,  0x1.28090bb4476dp+1,
    0x1.2ac8ef29fded8p+4,  0x1.e584a732f343p-1,   0x1.702ab0fd6ba2p+3,   0x1.5cf1bc5d18dd4p+1,
    -0x1.a903ed4add6bcp+4, -0x1.091968a517d48p+3, -0x1.0abc460d52f99p+6, -0x1.0e4e3ef31bfe8p+2,
    0x1.4977a41e68b5cp+6,  -0x1.9649a3dc8b7a2p+1, -0x1.5596a55d98858p+4, -0x1.15a2ad4682395p+3,
    -0x1.7c26a2627e586p+6, -0x1.082ae3bcfaa6dp+2, 0x1.57f947b2410a4p+6,  -0x1.0dbe363be0c58p+3,
    -0x1.b2981abaadcbep+5, 0x1.18280d002633p+3,   -0x1.a2da86f7a087cp+5, -0x1.36fe578e7d93p+2,
    0x1.721f75f5f9144p+4,  -0x1.8a31a1b96c5e2p+2, -0x1.86fe17451619ap+6, -0x1.60d39c9753606p+1,
    0x1.8ea19955af92cp+6,  -0x1.7ab54cdcba397p+2, -0x1.5e53aa2100072p+6, -0x1.12753ccf2e853p+2,
    -0x1.fdbf7a16b7728p+4, -0x1.e77ee2bb3aee3p+2, -0x1.18bd7ca3498d8p+3, -0x1.659376a2c07e8p+1,
    0x1.1be851baa9264p+4,  0x1.31d0decd1b65ep+3,  0x1.722a01a3cadb8p+5,  -0x1.aaacdb7218c4ep+2,
    0x1.094e752ad016p+3,   0x1.cd58b9f550f34p+1,  0x1.823ef99b9bbecp+5,  -0x1.a8748abd411bbp+2,
    -0x1.247a71634df8fp+5, -0x1.475a032656368p+1, 0x1.86ebf79afeefp+6,   0x1.2f800686fc1d4p+1});
static_assert(slopes::near(remainder[0], 0x1p+0));
static_assert(slopes::near(remainder[1], 0x1.4p+4));
static_assert(slopes::near(remainder[2], 0x1p+0));
static_assert(slopes::near(remainder[3], -0x1.2p+3));
static_assert(slopes::near(remainder[4], 0x1p+0));
static_assert(slopes::near(remainder[5], -0x1.89bp+13));
static_assert(slopes::near(remainder[6], 0x1p+0));
static_assert(slopes::near(remainder[7], -0x1.8p+2));
static_assert(slopes::near(remainder[8], 0x1p+0));
static_assert(slopes::near(remainder[9], -0x1.08p+7));
static_assert(slopes::near(remainder[10], 0x1p+0));
static_assert(slopes::near(remainder[11], -0x1.8p+1));
static_assert(slopes::near(remainder[12], 0x1p+0));
static_assert(slopes::near(remainder[13], -0x1.cdp+8));
static_assert(slopes::near(remainder[14], 0x1p+0));
static_assert(slopes::near(remainder[15], -0x1p+1));
static_assert(slopes::near(remainder[16], 0x1p+0));
static_assert(slopes::near(remainder[17], 0x1p+0));
static_assert(slopes::near(remainder[18], 0x1p+0));
static_assert(slopes::near(remainder[19], -0x1.7p+4));
static_assert(slopes::near(remainder[20], 0x1p+0));
static_assert(slopes::near(remainder[21], -0x1.4p+4));
static_assert(slopes::near(remainder[22], 0x1p+0));
static_assert(slopes::near(remainder[23], -0x1p+2));
static_assert(slopes::near(remainder[24], 0x1p+0));
static_assert(slopes::near(remainder[25], -0x1.8p+1));
static_assert(slopes::near(remainder[26], 0x1p+0));
static_assert(slopes::near(remainder[27], -0x1p+4));
static_assert(slopes::near(remainder[28], 0x1p+0));
static_assert(slopes::near(remainder[29], 0x1.ap+4));
static_assert(slopes::near(remainder[30], 0x1p+0));
static_assert(slopes::near(remainder[31], -0x1p+1));
static_assert(slopes::near(remainder[32], 0x1p+0));
static_assert(slopes::near(remainder[33], -0x1.7p+4));
static_assert(slopes::near(remainder[34], 0x1p+0));
static_assert(slopes::near(remainder[35], 0x1.4p+3));
static_assert(slopes::near(remainder[36], 0x1p+0));
static_assert(slopes::near(remainder[37], 0x1.8p+2));
static_assert(slopes::near(remainder[38], 0x1p+0));
static_assert(slopes::near(remainder[39], -0x1.6p+3));
static_assert(slopes::near(remainder[40], 0x1p+0));
static_assert(slopes::near(remainder[41], 0x1p+2));
static_assert(slopes::near(remainder[42], 0x1p+0));
static_assert(slopes::near(remainder[43], -0x1.18p+5));
static_assert(slopes::near(remainder[44], 0x1p+0));
static_assert(slopes::near(remainder[45], 0x1.1p+4));
static_assert(slopes::near(remainder[46], 0x1p+0));
static_assert(slopes::near(remainder[47], -0x1.4p+4));
static_assert(slopes::near(remainder[48], 0x1p+0));
static_assert(slopes::near(remainder[49], -0x1p+2));
static_assert(slopes::near(remainder[50], 0x1p+0));
static_assert(slopes::near(remainder[51], -0x1.8p+1));
static_assert(slopes::near(remainder[52], 0x1p+0));
static_assert(slopes::near(remainder[53], -0x1p+1));
static_assert(slopes::near(remainder[54], 0x1p+0));
static_assert(slopes::near(remainder[55], 0x1.cp+2));
static_assert(slopes::near(remainder[56], 0x1p+0));
static_assert(slopes::near(remainder[57], -0x1p+1));
static_assert(slopes::near(remainder[58], 0x1p+0));
static_assert(slopes::near(remainder[59], 0x1.cp+2));
static_assert(slopes::near(remainder[60], 0x1p+0));
static_assert(slopes::near(remainder[61], -0x1.cp+3));
static_assert(slopes::near(remainder[62], 0x1p+0));
static_assert(slopes::near(remainder[63], -0x1.48p+5));

constexpr std::uint64_t hash = slopes::hash(remainder);

}  // namespace

TEST_CASE("constant derivatives have the same bits on every compiler: remainder") {
  std::printf("slopes 8: 0x%016llx\n", static_cast<unsigned long long>(hash));
  CHECK(hash == hashes[8]);
}
