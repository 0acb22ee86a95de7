// SPDX-License-Identifier: MIT
// Written by constexpr/generate.cpp.
#include "constexpr/hashes.hpp"
#include "constexpr/slopes.hpp"

namespace {

constexpr auto pow = slopes::of_pairs<slopes::opcode::pow>(std::array{
    0x1.8c4d10b44c2aap+6, -0x1.21b62d229596ap+5, 0x1.292d4e24096a7p+4, -0x1.25480f52aafa8p+4,
    0x1.89b50e0ccdbd3p+2, -0x1.7611fb2ecfbf5p+5, 0x1.6432eeb4e6e84p+6, 0x1.402d342e831dp+4,
    0x1.d3dc365689049p+4, 0x1.b17081a3b6acp+2,   0x1.ac0976ac74622p+5, 0x1.4c887bee8524ep+6,
    0x1.2d9c4218075b4p+4, -0x1.3025a9ea5a2cp+6,  0x1.8c9cab1f6080ap+5, -0x1.564d8ae033496p+5,
    0x1.43e36bf9aef45p+4, -0x1.9912f4a71fc5cp+5, 0x1.00dc7b18d7f49p+2, 0x1.0677fee58648ap+6,
    0x1.42a8ab4eca76ap+5, 0x1.ec67294bbbe48p+4,  0x1.7d61135987bdbp+6, -0x1.91d1cc644dafcp+4,
    0x1.de8ed2a5d9b6cp+5, 0x1.cb19f9da8b2c4p+5,  0x1.11c559a0f8e14p+5, -0x1.1e896f87ce6f9p+6,
    0x1.dc3b620642ee3p+4, -0x1.33dde406c7066p+6, 0x1.621e65be25b07p+4, -0x1.cc860426d4551p+5,
    0x1.6179d37455775p+6, 0x1.df9671abc657cp+5,  0x1.81fc49aae7519p+6, -0x1.660bbc76546d6p+6,
    0x1.07237279d5d6ep+6, 0x1.5dd9012ea883ep+6,  0x1.4d8b7beec77c3p+6, 0x1.2a5184da7016p+2,
    0x1.2698939e556bp+5,  0x1.04f059d4a2ca4p+6,  0x1.e1c113f3bb09p+3,  0x1.f732a8cdbf078p+4,
    0x1.1f7c05177a0adp+6, -0x1.182d249e31cecp+6, 0x1.37574f0df0e4ep+4, -0x1.c30e02b0bebc8p+3,
    0x1.4d7fbcca25b7ep+4, -0x1.193443cde189bp+6, 0x1.697b12e71aeacp+5, -0x1.e168caa3b5504p+5,
    0x1.72d7e8a68550ap+6, -0x1.1ef708b31a038p+6, 0x1.38b45ffdb849ep+6, 0x1.6d7b64f142cbp+6,
    0x1.7b091057510b8p+6, 0x1.6672712755eacp+6,  0x1.2d44efea71dffp+5, 0x1.4848b05cf5p+0,
    0x1.0a832ecbe89fep+5, 0x1.34882af5333ecp+6,  0x1.1a8ae4c78541fp+6, -0x1.05ba46539b556p+6});
static_assert(slopes::near(pow[0], -0x1.59a2bac9dfa3cp-242));
static_assert(slopes::near(pow[1], 0x1.0f9de1607ee8dp-238));
static_assert(slopes::near(pow[2], -0x1.a49cfc2fc5824p-78));
static_assert(slopes::near(pow[3], 0x1.374fb0e3d99dep-76));
static_assert(slopes::near(pow[4], -0x1.4b63be44b7bf1p-120));
static_assert(slopes::near(pow[5], 0x1.3cd2f97510704p-122));
static_assert(slopes::near(pow[6], 0x1.5d54a8fdbd87ep+127));
static_assert(slopes::near(pow[7], 0x1.b42999e74da82p+131));
static_assert(slopes::near(pow[8], 0x1.d450f7a6745eap+30));
static_assert(slopes::near(pow[9], 0x1.aa983ba1d8ed6p+34));
static_assert(slopes::near(pow[10], 0x1.efa28d043d9a9p+477));
static_assert(slopes::near(pow[11], 0x1.3d609fcb3358p+479));
static_assert(slopes::near(pow[12], -0x1.d6d30b7236bb9p-321));
static_assert(slopes::near(pow[13], 0x1.56c4426f9eb57p-321));
static_assert(slopes::near(pow[14], -0x1.c5398f429ce16p-242));
static_assert(slopes::near(pow[15], 0x1.003ba5068669fp-239));
static_assert(slopes::near(pow[16], -0x1.5d0caa1836c06p-221));
static_assert(slopes::near(pow[17], 0x1.9f9fcc31935ep-221));
static_assert(slopes::near(pow[18], 0x1.7f9a496ef3ffdp+135));
static_assert(slopes::near(pow[19], 0x1.04d7c895e29c7p+132));
static_assert(slopes::near(pow[20], 0x1.b1b25bf078adep+163));
static_assert(slopes::near(pow[21], 0x1.06ac78e8f3972p+166));
static_assert(slopes::near(pow[22], -0x1.eebeca3c1e7ebp-168));
static_assert(slopes::near(pow[23], 0x1.0b833bd793491p-163));
static_assert(slopes::near(pow[24], 0x1.98619c0830ae5p+338));
static_assert(slopes::near(pow[25], 0x1.b3688a4ddfb4ep+340));
static_assert(slopes::near(pow[26], -0x1.f18ad604bc048p-365));
static_assert(slopes::near(pow[27], 0x1.a3db8ce4f3c0dp-364));
static_assert(slopes::near(pow[28], -0x1.7e50d561d21a6p-376));
static_assert(slopes::near(pow[29], 0x1.f5b2aa446f5f5p-376));
static_assert(slopes::near(pow[30], -0x1.20519b71df4d2p-256));
static_assert(slopes::near(pow[31], 0x1.574f8b13feb18p-256));
static_assert(slopes::near(pow[32], 0x1.064a8009ab133p+387));
static_assert(slopes::near(pow[33], 0x1.b12ea5fc898f6p+389));
static_assert(slopes::near(pow[34], -0x1.bc7be128d159fp-591));
static_assert(slopes::near(pow[35], 0x1.11b20a07b2a18p-588));
static_assert(slopes::near(pow[36], 0x1.9279f755308d7p+528));
static_assert(slopes::near(pow[37], 0x1.3cd4409f8fdap+530));
static_assert(slopes::near(pow[38], 0x1.80316d1df2ee1p+25));
static_assert(slopes::near(pow[39], 0x1.db09a5a58dcbfp+31));
static_assert(slopes::near(pow[40], 0x1.291588537ec42p+340));
static_assert(slopes::near(pow[41], 0x1.2e614082c0cbfp+341));
static_assert(slopes::near(pow[42], 0x1.12494aeb9a0a8p+124));
static_assert(slopes::near(pow[43], 0x1.640af3119a4c6p+124));
static_assert(slopes::near(pow[44], -0x1.f7f4d7fe7b58ap-433));
static_assert(slopes::near(pow[45], 0x1.14516c028f09fp-430));
static_assert(slopes::near(pow[46], -0x1.20a1a0f740ebp-61));
static_assert(slopes::near(pow[47], 0x1.27af386d6f9ep-59));
static_assert(slopes::near(pow[48], -0x1.a7cb6fd774f7dp-307));
static_assert(slopes::near(pow[49], 0x1.7d9c4c5994f48p-307));
static_assert(slopes::near(pow[50], -0x1.7e3be638640eep-331));
static_assert(slopes::near(pow[51], 0x1.116f15cdaf692p-329));
static_assert(slopes::near(pow[52], -0x1.c5817de9c943dp-470));
static_assert(slopes::near(pow[53], 0x1.4bd2161ec2e6bp-467));
static_assert(slopes::near(pow[54], 0x1.c4cb3a9c8b2f2p+574));
static_assert(slopes::near(pow[55], 0x1.a62cb4a65d631p+576));
static_assert(slopes::near(pow[56], 0x1.4129b1877101ep+588));
static_assert(slopes::near(pow[57], 0x1.826b5ef48889fp+590));
static_assert(slopes::near(pow[58], 0x1.c946f34bd807cp+1));
static_assert(slopes::near(pow[59], 0x1.7cadee0936278p+8));
static_assert(slopes::near(pow[60], 0x1.4746aaccb3358p+391));
static_assert(slopes::near(pow[61], 0x1.ef93a92f84adfp+391));
static_assert(slopes::near(pow[62], -0x1.fae95f1988678p-403));
static_assert(slopes::near(pow[63], 0x1.233aa511d4e84p-400));

constexpr auto atan2 = slopes::of_pairs<slopes::opcode::atan2>(std::array{
    -0x1.17ea705cc39a8p+1, 0x1.64e747709a84cp+2,  0x1.b0ad620c7589p+0,   -0x1.c8de4a3bfd6d2p+2,
    -0x1.f725b170161ap+2,  0x1.840ab995fea2p-1,   -0x1.3f055580ef4f6p+3, 0x1.112586219e84ap+2,
    0x1.293ccb085ee36p+3,  0x1.d3693bbff5498p+0,  -0x1.3784472f93e74p+3, -0x1.f0b3ca5dff0b8p+1,
    0x1.2885ee6037cfap+3,  -0x1.11be551dc59b6p+2, -0x1.32d163badd7dep+2, 0x1.7a88f6946d5a4p+1,
    -0x1.5a4ac866a7218p+0, 0x1.9d1df6699a4p-5,    -0x1.9dafcca4e23dp+0,  0x1.2a1d667350468p+1,
    -0x1.0c55ba448aab6p+2, -0x1.b51107083fe5ep+2, 0x1.1733944840d34p+3,  0x1.b28396ef18de8p+2,
    0x1.b5b1fe7e244a4p+2,  0x1.2fe4a6d322f12p+2,  0x1.953e0a4bdca28p+2,  -0x1.3a84ef28e7db6p+3,
    -0x1.f72ca1033973ap+2, 0x1.896dfd8e85888p+2,  -0x1.2e124c02aede1p+2, -0x1.9120d41d39178p+2,
    -0x1.49421c79aea5ap+2, 0x1.0350d36c6476p+2,   -0x1.2eb9a5853a27dp+2, -0x1.3ad25b25b4718p+2,
    0x1.bc0defd4423a8p+1,  -0x1.8f632fa02695cp+1, 0x1.2cab2497c0a6p+3,   -0x1.1a0972add6cf7p+3,
    0x1.fdee6dccdbec4p+2,  0x1.49e5b78697634p+1,  -0x1.0e01031b49fd6p+3, -0x1.0f7feb20e5c23p+3,
    0x1.223f4c20f0a1ap+3,  -0x1.35d7c0394becep+2, 0x1.60468bf8f55cp+1,   -0x1.97af479a3d848p+2,
    -0x1.8c78ba2981cp-6,   0x1.a684fe1f99e3cp+2,  -0x1.08b6c73596186p+2, -0x1.0db5235d16566p+3,
    0x1.48a67e71b76b2p+2,  0x1.ff71a0252d9bp+1,   -0x1.7c2c73d3536c4p+2, -0x1.744212481e5b1p+2,
    -0x1.dca762ba0ef6p+0,  -0x1.01308544a0988p+1, 0x1.519a5f4129994p+1,  -0x1.45d4de343702cp+1,
    -0x1.fb1971a170798p+0, -0x1.fc3c2ca856d1cp+2, -0x1.76b690c449907p+2, 0x1.e3fc930d229f8p+2});
static_assert(slopes::near(atan2[0], 0x1.3e4ce151e3bddp-3));
static_assert(slopes::near(atan2[1], 0x1.f3478ba6086e4p-5));
static_assert(slopes::near(atan2[2], -0x1.0fa9ecbc64ce7p-3));
static_assert(slopes::near(atan2[3], -0x1.01477d10b4bc2p-5));
static_assert(slopes::near(atan2[4], 0x1.8e1df88581461p-7));
static_assert(slopes::near(atan2[5], 0x1.021b030cb634cp-3));
static_assert(slopes::near(atan2[6], 0x1.294ac95e3e352p-5));
static_assert(slopes::near(atan2[7], 0x1.5b38b94094123p-4));
static_assert(slopes::near(atan2[8], 0x1.4dd102d0d5b56p-6));
static_assert(slopes::near(atan2[9], -0x1.a8902aa36cd5cp-4));
static_assert(slopes::near(atan2[10], -0x1.21727d9cad3bfp-5));
static_assert(slopes::near(atan2[11], 0x1.6b10adb76b2p-4));
static_assert(slopes::near(atan2[12], -0x1.5065bf59bfbc3p-5));
static_assert(slopes::near(atan2[13], -0x1.6c6412ae2d98fp-4));
static_assert(slopes::near(atan2[14], 0x1.7dc68ea6e6a3fp-4));
static_assert(slopes::near(atan2[15], 0x1.3571cf1ee3bd6p-3));
static_assert(slopes::near(atan2[16], 0x1.c2ea3aa640ec6p-6));
static_assert(slopes::near(atan2[17], 0x1.79f9d65e53f34p-1));
static_assert(slopes::near(atan2[18], 0x1.28ca812f8ca94p-2));
static_assert(slopes::near(atan2[19], 0x1.9bd985b2df5a8p-3));
static_assert(slopes::near(atan2[20], -0x1.b397d269af5p-4));
static_assert(slopes::near(atan2[21], 0x1.0b6e24e2eb353p-4));
static_assert(slopes::near(atan2[22], 0x1.c70f606050cfcp-5));
static_assert(slopes::near(atan2[23], -0x1.24674f49e776ap-4));
static_assert(slopes::near(atan2[24], 0x1.1893bfdd4163ap-4));
static_assert(slopes::near(atan2[25], -0x1.941d06417c327p-4));
static_assert(slopes::near(atan2[26], -0x1.2682419ec717cp-4));
static_assert(slopes::near(atan2[27], -0x1.7b75b9e3827cbp-5));
static_assert(slopes::near(atan2[28], 0x1.f999b2b253652p-5));
static_assert(slopes::near(atan2[29], 0x1.4351331bb866p-4));
static_assert(slopes::near(atan2[30], -0x1.a10679be0a6p-4));
static_assert(slopes::near(atan2[31], 0x1.3a0af6a06bf1fp-4));
static_assert(slopes::near(atan2[32], 0x1.82ff05cdad7f7p-4));
static_assert(slopes::near(atan2[33], 0x1.eb606a10cd99ap-4));
static_assert(slopes::near(atan2[34], -0x1.b0a434ee5ab96p-4));
static_assert(slopes::near(atan2[35], 0x1.a0049389602a8p-4));
static_assert(slopes::near(atan2[36], -0x1.25851ed616369p-3));
static_assert(slopes::near(atan2[37], -0x1.4658cf57d192cp-3));
static_assert(slopes::near(atan2[38], -0x1.b30b75b1f799bp-5));
static_assert(slopes::near(atan2[39], -0x1.cfc8c3211bfe9p-5));
static_assert(slopes::near(atan2[40], 0x1.2d13904b1137dp-5));
static_assert(slopes::near(atan2[41], -0x1.d161d09a6dbcdp-4));
static_assert(slopes::near(atan2[42], -0x1.e56ff53fc5041p-5));
static_assert(slopes::near(atan2[43], 0x1.e2c353c6b9f1dp-5));
static_assert(slopes::near(atan2[44], -0x1.772fb5855398cp-5));
static_assert(slopes::near(atan2[45], -0x1.5f755270e2335p-4));
static_assert(slopes::near(atan2[46], -0x1.0eee4b3ae66f2p-3));
static_assert(slopes::near(atan2[47], -0x1.d43761e7c1de9p-5));
static_assert(slopes::near(atan2[48], 0x1.36360a8c1cee1p-3));
static_assert(slopes::near(atan2[49], 0x1.23163e5e13f6cp-11));
static_assert(slopes::near(atan2[50], -0x1.87a802ab68719p-4));
static_assert(slopes::near(atan2[51], 0x1.8067a34cef026p-5));
static_assert(slopes::near(atan2[52], 0x1.82962ee1dac58p-4));
static_assert(slopes::near(atan2[53], -0x1.f0d600c3adcb8p-4));
static_assert(slopes::near(atan2[54], -0x1.58b145b8a87dp-4));
static_assert(slopes::near(atan2[55], 0x1.600599b0e931ep-4));
static_assert(slopes::near(atan2[56], -0x1.123015d7f751p-2));
static_assert(slopes::near(atan2[57], 0x1.fc28376e8d848p-3));
static_assert(slopes::near(atan2[58], -0x1.83ffa41b4653fp-3));
static_assert(slopes::near(atan2[59], -0x1.92041b71671e3p-3));
static_assert(slopes::near(atan2[60], -0x1.e5945fe59db51p-4));
static_assert(slopes::near(atan2[61], 0x1.e47e9a95ca6acp-6));
static_assert(slopes::near(atan2[62], 0x1.52a50064c54d4p-4));
static_assert(slopes::near(atan2[63], 0x1.062fa3b6dbe2cp-4));

constexpr auto hypot = slopes::of_pairs<slopes::opcode::hypot>(std::array{
    0x1.2dbcf098ad9c2p+2,  -0x1.4f535c2f1bacp-2,  -0x1.95819fb82fb48p+2, -0x1.c0fda2a6266bep+2,
    -0x1.3816baecaa1e6p+2, -0x1.f1a3b62bc21cap+2, -0x1.3e091ba773699p+2, 0x1.8632eb85a3fd8p+0,
    0x1.564edc47ae6fp-1,   0x1.3344c27fc5052p+2,  -0x1.4889f09380d8ep+2, -0x1.18ee88ecb5b54p+3,
    0x1.91f96de1ee8c8p+2,  0x1.a010215be8a84p+2,  0x1.4b82754df5654p+2,  -0x1.f2bb85f0a365p+0,
    0x1.c304f1493b358p+2,  0x1.cab8b87c58ap+2,    0x1.c9235bc4f8dbcp+2,  -0x1.7d058aad98844p+2,
    -0x1.db942aa6e245ep+2, 0x1.da98cb8a85e88p+2,  -0x1.a560d3dec1124p+1, 0x1.9753756afc3ap-1,
    0x1.f1ec19538f10cp+2,  -0x1.0f64f5bd0ac9p-1,  0x1.288746d4731c6p+3,  0x1.1521dcc54afd8p+0,
    -0x1.6fb8bdb8dc454p+2, 0x1.66a6bb2c3dbdcp+2,  -0x1.0905caac48p+0,    -0x1.eb276fcc782p-6,
    -0x1.3f5641a83d41p+1,  0x1.8ca8169a506dp+2,   -0x1.34554cd7ab89dp+3, 0x1.05fff4e7875bcp+2,
    -0x1.8074dbc01d12ep+2, 0x1.01667f0e6aa7p+3,   -0x1.ccede16f2ae18p+2, 0x1.2f17906d96dc8p+2,
    0x1.c2d3fcbb9b848p+2,  -0x1.a2cbe3b3ba0c2p+2, -0x1.c582cd0b4b84p-3,  -0x1.cb3520f4c228p+0,
    0x1.9c5708eac44e8p+0,  -0x1.243e8765cb6ap+3,  -0x1.b65f8c4c21a3cp+2, -0x1.18331afc08bf6p+3,
    0x1.0899aa60b9ccp+3,   0x1.70cef67b097cp-2,   0x1.24e9cf8e43092p+3,  0x1.2db4b78f6451ap+3,
    0x1.34a8a0bcd41e8p+2,  0x1.db013f0daab44p+2,  -0x1.190fb5eafc50cp+3, -0x1.df3c0d130526bp+2,
    0x1.110f1c495bb6p+0,   -0x1.f112879c8abp-1,   -0x1.055285ae83e64p+1, 0x1.ef928c03fb73cp+2,
    0x1.1318068a8d57p+3,   -0x1.b3e70e97831bcp+1, -0x1.1d38c8ee12098p+1, -0x1.0304e792878f7p+2});
static_assert(slopes::near(hypot[0], 0x1.fec4f987bc922p-1));
static_assert(slopes::near(hypot[1], -0x1.1bd0024511ee3p-4));
static_assert(slopes::near(hypot[2], -0x1.572bbd4d873b6p-1));
static_assert(slopes::near(hypot[3], -0x1.7bf8825ea6c6cp-1));
static_assert(slopes::near(hypot[4], -0x1.1006aef034952p-1));
static_assert(slopes::near(hypot[5], -0x1.b1c1fcc5ff35dp-1));
static_assert(slopes::near(hypot[6], -0x1.e97ddbe069c0ep-1));
static_assert(slopes::near(hypot[7], 0x1.2c478a753a0a2p-2));
static_assert(slopes::near(hypot[8], 0x1.1a77a7cc60181p-3));
static_assert(slopes::near(hypot[9], 0x1.fb1b54417c8dcp-1));
static_assert(slopes::near(hypot[10], -0x1.02714f0e3a749p-1));
static_assert(slopes::near(hypot[11], -0x1.b9fc5b0ff8d98p-1));
static_assert(slopes::near(hypot[12], 0x1.63c02d5763fc7p-1));
static_assert(slopes::near(hypot[13], 0x1.7038235d3ff6cp-1));
static_assert(slopes::near(hypot[14], 0x1.df39d33b2d017p-1));
static_assert(slopes::near(hypot[15], -0x1.687b05406bfedp-2));
static_assert(slopes::near(hypot[16], 0x1.66f5ebf2dd079p-1));
static_assert(slopes::near(hypot[17], 0x1.6d173c394ccebp-1));
static_assert(slopes::near(hypot[18], 0x1.894c5e582bcf5p-1));
static_assert(slopes::near(hypot[19], -0x1.47cfc4154fbdep-1));
static_assert(slopes::near(hypot[20], -0x1.6a69a0f86eea8p-1));
static_assert(slopes::near(hypot[21], 0x1.69aa1280d7e14p-1));
static_assert(slopes::near(hypot[22], -0x1.f1ac8331e234p-1));
static_assert(slopes::near(hypot[23], 0x1.e113cbd46921p-3));
static_assert(slopes::near(hypot[24], 0x1.fed0d76ad88dep-1));
static_assert(slopes::near(hypot[25], -0x1.166c0ab869aep-4));
static_assert(slopes::near(hypot[26], 0x1.fc8aa1d8e0c7dp-1));
static_assert(slopes::near(hypot[27], 0x1.db47069267403p-4));
static_assert(slopes::near(hypot[28], -0x1.6e87eba68dd76p-1));
static_assert(slopes::near(hypot[29], 0x1.657d6deacab49p-1));
static_assert(slopes::near(hypot[30], -0x1.ffc914eeebf6ep-1));
static_assert(slopes::near(hypot[31], -0x1.da3beb415fcdep-6));
static_assert(slopes::near(hypot[32], -0x1.7e6133ea514dep-2));
static_assert(slopes::near(hypot[33], 0x1.daf6afe2b8c63p-1));
static_assert(slopes::near(hypot[34], -0x1.d73b7c65f6fb2p-1));
static_assert(slopes::near(hypot[35], 0x1.906b8922df783p-2));
static_assert(slopes::near(hypot[36], -0x1.325c62a5db8bdp-1));
static_assert(slopes::near(hypot[37], 0x1.9a3a5e223be0ep-1));
static_assert(slopes::near(hypot[38], -0x1.abcc3e4476442p-1));
static_assert(slopes::near(hypot[39], 0x1.194e50cb9b9f9p-1));
static_assert(slopes::near(hypot[40], 0x1.771e9c56f444dp-1));
static_assert(slopes::near(hypot[41], -0x1.5c77928fb030fp-1));
static_assert(slopes::near(hypot[42], -0x1.f5d6c994c9b81p-4));
static_assert(slopes::near(hypot[43], -0x1.fc24855808824p-1));
static_assert(slopes::near(hypot[44], 0x1.63b621f791fafp-3));
static_assert(slopes::near(hypot[45], -0x1.f837d1ac9dbfbp-1));
static_assert(slopes::near(hypot[46], -0x1.3b75e4bc57a9fp-1));
static_assert(slopes::near(hypot[47], -0x1.9345be82064fbp-1));
static_assert(slopes::near(hypot[48], 0x1.ff83d6e405f6ep-1));
static_assert(slopes::near(hypot[49], 0x1.647bae21abb2ep-5));
static_assert(slopes::near(hypot[50], 0x1.64a56fc760466p-1));
static_assert(slopes::near(hypot[51], 0x1.6f5a19fb17732p-1));
static_assert(slopes::near(hypot[52], 0x1.16f958f6d09ccp-1));
static_assert(slopes::near(hypot[53], 0x1.ad5277bfccf97p-1));
static_assert(slopes::near(hypot[54], -0x1.859f9127490dap-1));
static_assert(slopes::near(hypot[55], -0x1.4c2bd0ededaa1p-1));
static_assert(slopes::near(hypot[56], 0x1.7aa4464daf279p-1));
static_assert(slopes::near(hypot[57], -0x1.58a2ffb289e0fp-1));
static_assert(slopes::near(hypot[58], -0x1.05103816c0aa5p-2));
static_assert(slopes::near(hypot[59], 0x1.ef14cf3efdc59p-1));
static_assert(slopes::near(hypot[60], 0x1.dc02d3352e024p-1));
static_assert(slopes::near(hypot[61], -0x1.7922472766e39p-2));
static_assert(slopes::near(hypot[62], -0x1.ede272dd7008dp-2));
static_assert(slopes::near(hypot[63], -0x1.c08336972cc0cp-1));

constexpr auto fmod = slopes::of_pairs<slopes::opcode::fmod>(std::array{
    -0x1.09eba5025d8ap+2,  0x1.ac33368e9e63cp+1,  0x1.75a79f99278ap+3,   -0x1.913a6a87aa6dcp+1,
    0x1.567a9bb9b6198p+3,  -0x1.762341fd8d20ap+2, 0x1.32ddd286dd99p+6,   -0x1.1fe2e7927a5bp+2,
    -0x1.7674d1f7de788p+4, -0x1.9e21f64fdcf62p+2, -0x1.c2630e254df1ep+5, -0x1.fbdbe2ed2a4dcp+1,
    -0x1.e4f206b3e07cap+5, 0x1.e9c69d2b1a23p+0,   -0x1.fb5806d0fcf6ep+5, -0x1.0f6f61f92697p+3,
    -0x1.a9e45a68209b4p+4, -0x1.c59ca01ae9bb8p+0, -0x1.84067150dce9bp+6, -0x1.1d416effa5a48p+2,
    -0x1.25032a6afab26p+6, 0x1.159a2498d705p+3,   0x1.0772268ea8e1ep+6,  -0x1.e16faeb96ba28p+0,
    -0x1.5e7b0cae5ee1bp+6, 0x1.b52df405180dp+2,   -0x1.313e275981b73p+6, -0x1.78a6ee5cc2d8p-4,
    -0x1.60d7b343012c3p+5, 0x1.59c2bea7b8928p+1,  0x1.85428d16b669ep+6,  0x1.651c30b57f52ep+2,
    -0x1.48b3399a565b5p+6, 0x1.b97e198d13f4p-2,   0x1.d9d69a9489698p+4,  -0x1.b82b8e49d2f8p-1,
    0x1.ebdb604d374cp+4,   0x1.055cd27c8a132p+3,  -0x1.beb062cc0cc7cp+4, 0x1.72f300c3fe55cp+1,
    -0x1.4abecca744b5fp+5, 0x1.97c1148a78fap+2,   0x1.6d8f3ec7333f8p+6,  0x1.293ad5c09673cp+3,
    0x1.28355a388a1dap+6,  -0x1.823664ae85ff8p+0, 0x1.d09ad3c0a9508p+3,  -0x1.2a46c4eca822p-2,
    -0x1.2e91fc3424ff8p+6, -0x1.3b20cba624e09p+2, 0x1.e153daf19d3bcp+5,  0x1.5475af67d9b86p+2,
    -0x1.29f90b2ba990ap+5, 0x1.1d43039caef58p+1,  0x1.b2e4e58e6d9e8p+5,  0x1.6bbb3be406188p+2,
    -0x1.ec4dd05a5539cp+5, -0x1.e4020c845d51p+0,  -0x1.47b102a3b441p+3,  0x1.3b0f03f5c86c2p+3,
    -0x1.75e9efef291eep+5, 0x1.0373a0d801a88p+0,  0x1.0881f5a620ea2p+6,  -0x1.26f9c51c388aap+2});
static_assert(slopes::near(fmod[0], 0x1p+0));
static_assert(slopes::near(fmod[1], 0x1p+0));
static_assert(slopes::near(fmod[2], 0x1p+0));
static_assert(slopes::near(fmod[3], 0x1.8p+1));
static_assert(slopes::near(fmod[4], 0x1p+0));
static_assert(slopes::near(fmod[5], 0x1p+0));
static_assert(slopes::near(fmod[6], 0x1p+0));
static_assert(slopes::near(fmod[7], 0x1.1p+4));
static_assert(slopes::near(fmod[8], 0x1p+0));
static_assert(slopes::near(fmod[9], -0x1.8p+1));
static_assert(slopes::near(fmod[10], 0x1p+0));
static_assert(slopes::near(fmod[11], -0x1.cp+3));
static_assert(slopes::near(fmod[12], 0x1p+0));
static_assert(slopes::near(fmod[13], 0x1.fp+4));
static_assert(slopes::near(fmod[14], 0x1p+0));
static_assert(slopes::near(fmod[15], -0x1.cp+2));
static_assert(slopes::near(fmod[16], 0x1p+0));
static_assert(slopes::near(fmod[17], -0x1.ep+3));
static_assert(slopes::near(fmod[18], 0x1p+0));
static_assert(slopes::near(fmod[19], -0x1.5p+4));
static_assert(slopes::near(fmod[20], 0x1p+0));
static_assert(slopes::near(fmod[21], 0x1p+3));
static_assert(slopes::near(fmod[22], 0x1p+0));
static_assert(slopes::near(fmod[23], 0x1.18p+5));
static_assert(slopes::near(fmod[24], 0x1p+0));
static_assert(slopes::near(fmod[25], 0x1.8p+3));
static_assert(slopes::near(fmod[26], 0x1p+0));
static_assert(slopes::near(fmod[27], -0x1.9e8p+9));
static_assert(slopes::near(fmod[28], 0x1p+0));
static_assert(slopes::near(fmod[29], 0x1p+4));
static_assert(slopes::near(fmod[30], 0x1p+0));
static_assert(slopes::near(fmod[31], -0x1.1p+4));
static_assert(slopes::near(fmod[32], 0x1p+0));
static_assert(slopes::near(fmod[33], 0x1.7cp+7));
static_assert(slopes::near(fmod[34], 0x1p+0));
static_assert(slopes::near(fmod[35], 0x1.1p+5));
static_assert(slopes::near(fmod[36], 0x1p+0));
static_assert(slopes::near(fmod[37], -0x1.8p+1));
static_assert(slopes::near(fmod[38], 0x1p+0));
static_assert(slopes::near(fmod[39], 0x1.2p+3));
static_assert(slopes::near(fmod[40], 0x1p+0));
static_assert(slopes::near(fmod[41], 0x1.8p+2));
static_assert(slopes::near(fmod[42], 0x1p+0));
static_assert(slopes::near(fmod[43], -0x1.2p+3));
static_assert(slopes::near(fmod[44], 0x1p+0));
static_assert(slopes::near(fmod[45], 0x1.88p+5));
static_assert(slopes::near(fmod[46], 0x1p+0));
static_assert(slopes::near(fmod[47], 0x1.88p+5));
static_assert(slopes::near(fmod[48], 0x1p+0));
static_assert(slopes::near(fmod[49], -0x1.ep+3));
static_assert(slopes::near(fmod[50], 0x1p+0));
static_assert(slopes::near(fmod[51], -0x1.6p+3));
static_assert(slopes::near(fmod[52], 0x1p+0));
static_assert(slopes::near(fmod[53], 0x1p+4));
static_assert(slopes::near(fmod[54], 0x1p+0));
static_assert(slopes::near(fmod[55], -0x1.2p+3));
static_assert(slopes::near(fmod[56], 0x1p+0));
static_assert(slopes::near(fmod[57], -0x1p+5));
static_assert(slopes::near(fmod[58], 0x1p+0));
static_assert(slopes::near(fmod[59], 0x1p+0));
static_assert(slopes::near(fmod[60], 0x1p+0));
static_assert(slopes::near(fmod[61], 0x1.7p+5));
static_assert(slopes::near(fmod[62], 0x1p+0));
static_assert(slopes::near(fmod[63], 0x1.cp+3));

constexpr std::uint64_t hash = slopes::hash(pow, atan2, hypot, fmod);

}  // namespace

TEST_CASE("constant derivatives have the same bits on every compiler: pow, atan2, hypot, fmod") {
  std::printf("slopes 7: 0x%016llx\n", static_cast<unsigned long long>(hash));
  CHECK(hash == hashes[7]);
}
