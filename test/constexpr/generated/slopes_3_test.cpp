// SPDX-License-Identifier: MIT
// Written by constexpr/generate.cpp.
#include "constexpr/hashes.hpp"
#include "constexpr/slopes.hpp"

namespace {

constexpr auto asin = slopes::of<slopes::opcode::asin>(std::array{
    0x1.72f36a3c3c2a4p-1,  -0x1.8d6b3e14e3a3cp-1, -0x1.469a0df1c40eap-1, 0x1.28529e7b69f58p-1,
    -0x1.c1e4b49c83c8p-4,  -0x1.3a0a30208e55p-4,  0x1.809f1d92b088ap-1,  -0x1.02e2b27b813ep-2,
    -0x1.fcf6c99e3f17p-1,  -0x1.c22a6caac7994p-1, -0x1.af3251895a4ap-5,  0x1.fd458b3adb3dcp-2,
    -0x1.78ea50e71087cp-2, 0x1.974db574a93c6p-1,  -0x1.ee9e6bb64b36cp-2, -0x1.7dd953eb5da14p-1,
    0x1.30a2757861738p-1,  0x1.5faf78843dbcep-1,  -0x1.7b3052e14c752p-1, -0x1.d1a07f9bd45a8p-1,
    -0x1.b48b4fd002728p-1, 0x1.81d1445598256p-1,  -0x1.108321626a2cp-6,  -0x1.6d575fa94779p-3,
    0x1.d49f639ca7f3p-2,   0x1.c502e554817p-1,    -0x1.0c367bfceeaa4p-2, 0x1.7778b3e8982acp-2,
    0x1.8a0a0532ade0cp-1,  -0x1.daff64c96c394p-1, -0x1.539cfa4d73e38p-3, 0x1.028046b0dcca6p-1,
    0x1.f5e7866db183p-1,   -0x1.a42bfec7c258p-4,  -0x1.9b7e13d57a6c6p-1, 0x1.dcf9314603c7ap-1,
    -0x1.c7e53d72376p-1,   0x1.2998077d37ep-9,    -0x1.1200a873400f8p-1, 0x1.667748142d0d4p-1,
    0x1.1c8e490937182p-1,  0x1.c2abd8902ed4p-2,   -0x1.59b62830e85c2p-1, -0x1.4feee88fab4cap-1,
    -0x1.3b89d53466328p-1, 0x1.313e696f8ce96p-1,  0x1.56d03c9d5b34cp-1,  -0x1.2575d88bdb33ep-1,
    0x1.8fb00c45b9f3cp-1,  -0x1.2b3e224ac9dap-2,  -0x1.d3e6ce1726d06p-1, -0x1.b26639f5a0d78p-1,
    0x1.ff76ffa537c5p-1,   -0x1.c7efee23caeeep-1, 0x1.c60f7579bdd3p-3,   -0x1.e9dfb5ac1e0ep-1,
    -0x1.76a17d462f1dcp-2, -0x1.56cfaa9a88944p-1, 0x1.65d58b78fe83p-2,   -0x1.c87d1b697deacp-1,
    0x1.8114acb3ed402p-1,  0x1.d974ae2dd4e9ep-1,  -0x1.d9d31149c6aecp-1, -0x1.45ca226260af8p-2});
static_assert(slopes::near(asin[0], 0x1.736993c4924cap+0));
static_assert(slopes::near(asin[1], 0x1.960adff3cbdc4p+0));
static_assert(slopes::near(asin[2], 0x1.4c69f92d2b2e5p+0));
static_assert(slopes::near(asin[3], 0x1.39ead887cb53ap+0));
static_assert(slopes::near(asin[4], 0x1.018eef0627eb8p+0));
static_assert(slopes::near(asin[5], 0x1.00c178f674fefp+0));
static_assert(slopes::near(asin[6], 0x1.83d820809f097p+0));
static_assert(slopes::near(asin[7], 0x1.08987ef998046p+0));
static_assert(slopes::near(asin[8], 0x1.264863a594784p+3));
static_assert(slopes::near(asin[9], 0x1.0caedf2a1c93p+1));
static_assert(slopes::near(asin[10], 0x1.005af9b6ea076p+0));
static_assert(slopes::near(asin[11], 0x1.2714bff76e133p+0));
static_assert(slopes::near(asin[12], 0x1.135475f7fd426p+0));
static_assert(slopes::near(asin[13], 0x1.a67cf40be70d7p+0));
static_assert(slopes::near(asin[14], 0x1.245e753c506adp+0));
static_assert(slopes::near(asin[15], 0x1.804916c7e90d4p+0));
static_assert(slopes::near(asin[16], 0x1.3e83772ae74b2p+0));
static_assert(slopes::near(asin[17], 0x1.603ee2bf7521cp+0));
static_assert(slopes::near(asin[18], 0x1.7cfc1cde20766p+0));
static_assert(slopes::near(asin[19], 0x1.33cb541669059p+1));
static_assert(slopes::near(asin[20], 0x1.e9ee4c6f6c43fp+0));
static_assert(slopes::near(asin[21], 0x1.856b0fac1c65ap+0));
static_assert(slopes::near(asin[22], 0x1.000911329d222p+0));
static_assert(slopes::near(asin[23], 0x1.042c559d9009bp+0));
static_assert(slopes::near(asin[24], 0x1.1feb58f6346f9p+0));
static_assert(slopes::near(asin[25], 0x1.12ae74abaa4dap+1));
static_assert(slopes::near(asin[26], 0x1.0942c66270655p+0));
static_assert(slopes::near(asin[27], 0x1.132a4458c5443p+0));
static_assert(slopes::near(asin[28], 0x1.90edd3c6bb02bp+0));
static_assert(slopes::near(asin[29], 0x1.56ee69133bf73p+1));
static_assert(slopes::near(asin[30], 0x1.0398175998e68p+0));
static_assert(slopes::near(asin[31], 0x1.289352b304c3ep+0));
static_assert(slopes::near(asin[32], 0x1.43e17eb3e1ee5p+2));
static_assert(slopes::near(asin[33], 0x1.015b8f0480e33p+0));
static_assert(slopes::near(asin[34], 0x1.ae392dfc1f995p+0));
static_assert(slopes::near(asin[35], 0x1.601e4d78d230ap+1));
static_assert(slopes::near(asin[36], 0x1.193bb9265e38dp+1));
static_assert(slopes::near(asin[37], 0x1.00002b3e4e6a2p+0));
static_assert(slopes::near(asin[38], 0x1.2f0c5b741f3c5p+0));
static_assert(slopes::near(asin[39], 0x1.6688fbf22c0e1p+0));
static_assert(slopes::near(asin[40], 0x1.33f0543b2a88bp+0));
static_assert(slopes::near(asin[41], 0x1.1d1876e871da5p+0));
static_assert(slopes::near(asin[42], 0x1.5b101d906da45p+0));
static_assert(slopes::near(asin[43], 0x1.533a1c62ed643p+0));
static_assert(slopes::near(asin[44], 0x1.4511f1c064143p+0));
static_assert(slopes::near(asin[45], 0x1.3edd0f9cd51a9p+0));
static_assert(slopes::near(asin[46], 0x1.58a90beb611d3p+0));
static_assert(slopes::near(asin[47], 0x1.38688d4b61231p+0));
static_assert(slopes::near(asin[48], 0x1.999ccc7d6baa1p+0));
static_assert(slopes::near(asin[49], 0x1.0baf557f86043p+0));
static_assert(slopes::near(asin[50], 0x1.3b441b761dadap+1));
static_assert(slopes::near(asin[51], 0x1.e3a8e62af7e5ap+0));
static_assert(slopes::near(asin[52], 0x1.5e08dbfc9ffbcp+4));
static_assert(slopes::near(asin[53], 0x1.1954fa52ace6ap+1));
static_assert(slopes::near(asin[54], 0x1.0688a1dc149cep+0));
static_assert(slopes::near(asin[55], 0x1.b82b922919855p+1));
static_assert(slopes::near(asin[56], 0x1.1311cee9a859cp+0));
static_assert(slopes::near(asin[57], 0x1.58a894a1efc76p+0));
static_assert(slopes::near(asin[58], 0x1.1139a7d7f054p+0));
static_assert(slopes::near(asin[59], 0x1.1aa53a2d1d286p+1));
static_assert(slopes::near(asin[60], 0x1.84721f98702a5p+0));
static_assert(slopes::near(asin[61], 0x1.5043dafee571bp+1));
static_assert(slopes::near(asin[62], 0x1.51d261213b061p+1));
static_assert(slopes::near(asin[63], 0x1.0e07f3ae5109ap+0));

constexpr auto acos = slopes::of<slopes::opcode::acos>(std::array{
    0x1.d0cf138b305f8p-2,  -0x1.02cc07d73f0f8p-3, -0x1.fa6d4ed322358p-3, 0x1.8c2b480b18b16p-1,
    -0x1.f1e9d373ef0b8p-1, 0x1.48cc386aeb34p-2,   0x1.222b45f2ff1acp-1,  0x1.52c25cdbed55cp-1,
    -0x1.ab47606dc654p-2,  -0x1.83c2cc5511d1cp-1, 0x1.70a524c540dep-1,   -0x1.6303ecb163b14p-1,
    0x1.7ff7cd2c904b8p-1,  -0x1.841439220e264p-1, 0x1.e9300d1d263a6p-1,  -0x1.5bb2932d7988p-7,
    0x1.15aa1e3a365ccp-1,  -0x1.ead97d23b48dp-2,  -0x1.e3eba5fc7f3cp-2,  -0x1.dc5a6d98cf1ap-1,
    -0x1.d7aa78fae5b2p-2,  0x1.ac29eb7c9975p-3,   0x1.62d84c050dcp-2,    -0x1.28d605a950944p-1,
    0x1.412c50967df28p-3,  -0x1.fc6ccb2ad788ep-1, 0x1.0760236da08b4p-1,  -0x1.a4c6e1f58107cp-1,
    0x1.af9ecd2a115e4p-2,  -0x1.839003a51541ap-1, -0x1.584fe68dd0ap-9,   -0x1.e1666aabfdf84p-1,
    0x1.04df68237e114p-1,  0x1.7dc58e87fa734p-1,  -0x1.5771e78ebe11p-3,  -0x1.1b69c4c5151ep-5,
    -0x1.f7ff1479cf8p-2,   0x1.166201f660c2p-3,   -0x1.822d7505a2588p-3, 0x1.ab4fa92ec5a9cp-2,
    0x1.8603b8d19d4bp-4,   -0x1.28708c9bb2abcp-2, -0x1.7ff16a93adccp-4,  0x1.b2b6a31a12584p-2,
    -0x1.39dff59dab264p-2, -0x1.873b5846a672ep-1, 0x1.fe23937d3a47p-4,   0x1.788f61ef6e264p-2,
    -0x1.c70f0c0f5f04p-6,  0x1.c75e247d2ba88p-3,  0x1.0c7084fc61d98p-3,  0x1.65410dfc7b19cp-2,
    -0x1.768c04a57f528p-3, -0x1.13e27540158c8p-3, -0x1.8fb8609fc2e08p-1, -0x1.bbe7c2bb6c322p-1,
    0x1.57fee73897a8p-5,   0x1.391fb8c5fa70cp-1,  -0x1.13efe9cd1ed7p-1,  0x1.9057b077ecb8p-2,
    -0x1.897f70af9bb4cp-2, -0x1.66beacff2bdc8p-3, -0x1.33934e2d0bc78p-1, -0x1.66dab2a5cf59p-3});
static_assert(slopes::near(acos[0], -0x1.1f4d9827deca4p+0));
static_assert(slopes::near(acos[1], -0x1.021199a7aba1ep+0));
static_assert(slopes::near(acos[2], -0x1.08347e6c3c5e3p+0));
static_assert(slopes::near(acos[3], -0x1.941fa96de7617p+0));
static_assert(slopes::near(acos[4], -0x1.12baa01dce71p+2));
static_assert(slopes::near(acos[5], -0x1.0e50483353b0ap+0));
static_assert(slopes::near(acos[6], -0x1.36b7b69e858c8p+0));
static_assert(slopes::near(acos[7], -0x1.556a06d9c690ep+0));
static_assert(slopes::near(acos[8], -0x1.19b1dbae22af7p+0));
static_assert(slopes::near(acos[9], -0x1.8807359108867p+0));
static_assert(slopes::near(acos[10], -0x1.70e535d4b5eafp+0));
static_assert(slopes::near(acos[11], -0x1.6347159d50df5p+0));
static_assert(slopes::near(acos[12], -0x1.82fe7f24df009p+0));
static_assert(slopes::near(acos[13], -0x1.88762a5b515dbp+0));
static_assert(slopes::near(acos[14], -0x1.b1a5f6902cebbp+1));
static_assert(slopes::near(acos[15], -0x1.0003b08f9a6d3p+0));
static_assert(slopes::near(acos[16], -0x1.30b2af9469b3dp+0));
static_assert(slopes::near(acos[17], -0x1.23b224bee6338p+0));
static_assert(slopes::near(acos[18], -0x1.227bd7824dd67p+0));
static_assert(slopes::near(acos[19], -0x1.5d26c16c0ec08p+1));
static_assert(slopes::near(acos[20], -0x1.206ae544a57dp+0));
static_assert(slopes::near(acos[21], -0x1.05c8f2aab27d6p+0));
static_assert(slopes::near(acos[22], -0x1.10e8dbcb1bef3p+0));
static_assert(slopes::near(acos[23], -0x1.3a311c7c8231dp+0));
static_assert(slopes::near(acos[24], -0x1.03350d528fe93p+0));
static_assert(slopes::near(acos[25], -0x1.0f43376e089ebp+3));
static_assert(slopes::near(acos[26], -0x1.2a869e7ab3b59p+0));
static_assert(slopes::near(acos[27], -0x1.c15552237f738p+0));
static_assert(slopes::near(acos[28], -0x1.1a4d9e0f36ad3p+0));
static_assert(slopes::near(acos[29], -0x1.87c23d1e6f049p+0));
static_assert(slopes::near(acos[30], -0x1.000039e2ee33ep+0));
static_assert(slopes::near(acos[31], -0x1.77e3226c20eddp+1));
static_assert(slopes::near(acos[32], -0x1.2983dba20e85ep+0));
static_assert(slopes::near(acos[33], -0x1.803029b2afb9cp+0));
static_assert(slopes::near(acos[34], -0x1.03ad6c2bc4c33p+0));
static_assert(slopes::near(acos[35], -0x1.002741663c62cp+0));
static_assert(slopes::near(acos[36], -0x1.26163acc72195p+0));
static_assert(slopes::near(acos[37], -0x1.0265f777064c7p+0));
static_assert(slopes::near(acos[38], -0x1.04ad1f5d497c2p+0));
static_assert(slopes::near(acos[39], -0x1.19b302738af26p+0));
static_assert(slopes::near(acos[40], -0x1.012b20c7cb935p+0));
static_assert(slopes::near(acos[41], -0x1.0b73c1a1af852p+0));
static_assert(slopes::near(acos[42], -0x1.0121d36bf638dp+0));
static_assert(slopes::near(acos[43], -0x1.1abe2c95c123dp+0));
static_assert(slopes::near(acos[44], -0x1.0cf21e6bd19acp+0));
static_assert(slopes::near(acos[45], -0x1.8cdb6450a1d29p+0));
static_assert(slopes::near(acos[46], -0x1.020246829babap+0));
static_assert(slopes::near(acos[47], -0x1.134a0edf13e44p+0));
static_assert(slopes::near(acos[48], -0x1.00194af305cc1p+0));
static_assert(slopes::near(acos[49], -0x1.0692a71596dddp+0));
static_assert(slopes::near(acos[50], -0x1.023a5393cf54dp+0));
static_assert(slopes::near(acos[51], -0x1.1129e7139834bp+0));
static_assert(slopes::near(acos[52], -0x1.046443083597p+0));
static_assert(slopes::near(acos[53], -0x1.025ad83b022c4p+0));
static_assert(slopes::near(acos[54], -0x1.99aa1eb07590cp+0));
static_assert(slopes::near(acos[55], -0x1.00df1934c7a9cp+1));
static_assert(slopes::near(acos[56], -0x1.0039db38ce5a3p+0));
static_assert(slopes::near(acos[57], -0x1.43902aadba9c7p+0));
static_assert(slopes::near(acos[58], -0x1.2fe9ea428d3fp+0));
static_assert(slopes::near(acos[59], -0x1.16233705a31a7p+0));
static_assert(slopes::near(acos[60], -0x1.154a705b20d4ep+0));
static_assert(slopes::near(acos[61], -0x1.040532c92193fp+0));
static_assert(slopes::near(acos[62], -0x1.403867839354fp+0));
static_assert(slopes::near(acos[63], -0x1.0405d767a3256p+0));

constexpr auto atan = slopes::of<slopes::opcode::atan>(std::array{
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
static_assert(slopes::near(atan[0], 0x1.622f881d1210bp-3));
static_assert(slopes::near(atan[1], 0x1.fe6d2e429e0f5p-6));
static_assert(slopes::near(atan[2], 0x1.0984f69b00282p-2));
static_assert(slopes::near(atan[3], 0x1.3b531cdbbaf43p-6));
static_assert(slopes::near(atan[4], 0x1.04ddf5c813ab1p-6));
static_assert(slopes::near(atan[5], 0x1.4533d4c82abd2p-1));
static_assert(slopes::near(atan[6], 0x1.46690fdb3a9dp-7));
static_assert(slopes::near(atan[7], 0x1.aa54d3c26deccp-5));
static_assert(slopes::near(atan[8], 0x1.77701b8a827bdp-7));
static_assert(slopes::near(atan[9], 0x1.d8951d707c01bp-3));
static_assert(slopes::near(atan[10], 0x1.5628cfc457644p-7));
static_assert(slopes::near(atan[11], 0x1.fe2522cd77b16p-5));
static_assert(slopes::near(atan[12], 0x1.793a62282f6adp-7));
static_assert(slopes::near(atan[13], 0x1.a89204164a1f1p-5));
static_assert(slopes::near(atan[14], 0x1.5594468c12f8p-5));
static_assert(slopes::near(atan[15], 0x1.a44a3e0f2dc17p-4));
static_assert(slopes::near(atan[16], 0x1.69dcb4ade96e6p-2));
static_assert(slopes::near(atan[17], 0x1.feb3839db58b3p-1));
static_assert(slopes::near(atan[18], 0x1.1b8d2570eb68p-2));
static_assert(slopes::near(atan[19], 0x1.3ec9922f62428p-3));
static_assert(slopes::near(atan[20], 0x1.b8ed851061537p-5));
static_assert(slopes::near(atan[21], 0x1.57ee4b5c5b95cp-6));
static_assert(slopes::near(atan[22], 0x1.a8dc5f23129f7p-7));
static_assert(slopes::near(atan[23], 0x1.5be5bbfccfafep-6));
static_assert(slopes::near(atan[24], 0x1.56f6ccc5381afp-6));
static_assert(slopes::near(atan[25], 0x1.5be7ba3eb50b6p-5));
static_assert(slopes::near(atan[26], 0x1.8eb450c39283ep-6));
static_assert(slopes::near(atan[27], 0x1.4fb96f6316c43p-7));
static_assert(slopes::near(atan[28], 0x1.04d6e212ce0b6p-6));
static_assert(slopes::near(atan[29], 0x1.a661222b5bedp-6));
static_assert(slopes::near(atan[30], 0x1.5feee8a0685b5p-5));
static_assert(slopes::near(atan[31], 0x1.96b88199bdbd7p-6));
static_assert(slopes::near(atan[32], 0x1.2a3e3a630b5f2p-5));
static_assert(slopes::near(atan[33], 0x1.d6574cfd4f45ap-5));
static_assert(slopes::near(atan[34], 0x1.5e7ada6d863a2p-5));
static_assert(slopes::near(atan[35], 0x1.451cc7ae6cf2cp-5));
static_assert(slopes::near(atan[36], 0x1.3a3a051d4f751p-4));
static_assert(slopes::near(atan[37], 0x1.7d8788b29e1fp-4));
static_assert(slopes::near(atan[38], 0x1.6f03803fef31fp-7));
static_assert(slopes::near(atan[39], 0x1.a0781eb2eb7cbp-7));
static_assert(slopes::near(atan[40], 0x1.fc287060bdb12p-7));
static_assert(slopes::near(atan[41], 0x1.0bf8cc347dcdp-3));
static_assert(slopes::near(atan[42], 0x1.c5e42e70dbf44p-7));
static_assert(slopes::near(atan[43], 0x1.c0f8ebcbfe13cp-7));
static_assert(slopes::near(atan[44], 0x1.89850d6cdf6f9p-7));
static_assert(slopes::near(atan[45], 0x1.4f36c7508aabp-5));
static_assert(slopes::near(atan[46], 0x1.ddb43f41300eap-4));
static_assert(slopes::near(atan[47], 0x1.8a0e5eaac14eap-6));
static_assert(slopes::near(atan[48], 0x1.ffb34ac8a9ab9p-1));
static_assert(slopes::near(atan[49], 0x1.6f7b11087f29ap-6));
static_assert(slopes::near(atan[50], 0x1.c466ef39a562bp-5));
static_assert(slopes::near(atan[51], 0x1.c6e026d3bfcb9p-7));
static_assert(slopes::near(atan[52], 0x1.2b4e995d13e34p-5));
static_assert(slopes::near(atan[53], 0x1.e2de7ef204476p-5));
static_assert(slopes::near(atan[54], 0x1.c385b921c6f75p-6));
static_assert(slopes::near(atan[55], 0x1.d65f11b57e61p-6));
static_assert(slopes::near(atan[56], 0x1.ca7eeec875cc5p-3));
static_assert(slopes::near(atan[57], 0x1.9691feee4d3f2p-3));
static_assert(slopes::near(atan[58], 0x1.01660c1d253efp-3));
static_assert(slopes::near(atan[59], 0x1.11cd345dad4ap-3));
static_assert(slopes::near(atan[60], 0x1.9ff07b3374a0ap-3));
static_assert(slopes::near(atan[61], 0x1.ff80afff9635dp-7));
static_assert(slopes::near(atan[62], 0x1.d066f07be0b41p-6));
static_assert(slopes::near(atan[63], 0x1.1991a39c1b4d8p-6));

constexpr auto sinh = slopes::of<slopes::opcode::sinh>(std::array{
    -0x1.21bcdafdc77eep+4, 0x1.f378462993be8p+3,  0x1.813073bd0389p+3,   -0x1.3d0f2996983dep+4,
    0x1.85ebfc35ab328p+2,  -0x1.40b5c79042a9p+2,  0x1.20fcff7146df4p+4,  0x1.1ba85d17a99dep+3,
    0x1.b55afab988428p+2,  -0x1.b62e50f13e896p+3, -0x1.47b915e6dc45cp+2, 0x1.9d669c4bb7008p+1,
    0x1.bae518d71c9a4p+2,  -0x1.0ae6a8976abe6p+3, 0x1.561d75d25f19p+2,   0x1.62b7307211508p+3,
    0x1.320db03ab388p+4,   0x1.3e73a8b7da0d8p+3,  -0x1.c8c57a54e83p-3,   0x1.5b5805ea58998p+2,
    0x1.45413f3a18b1p+3,   -0x1.3ff3e1f4d7ab3p+3, 0x1.0f5f0c1e5017cp+4,  0x1.f65bdb50116e8p+3,
    0x1.3df3148076948p+4,  -0x1.62f38642c7b48p+2, -0x1.023b95974947ep+3, -0x1.f366412486398p+2,
    -0x1.810e057941b63p+3, 0x1.233d9686a46d6p+3,  0x1.140161b8d319ap+4,  0x1.ecb9132ade518p+3,
    -0x1.d837da12fe7f6p+3, -0x1.9ebe77e4e5d6p+1,  -0x1.9f78489c3b116p+3, 0x1.87a2ade616ddp+3,
    0x1.557926d48d8f4p+2,  -0x1.9a3e43f565be8p+3, -0x1.24219a9ef0ca6p+3, -0x1.135a430bdb08ap+3,
    -0x1.ece2720b7e834p+2, 0x1.d3659cdd785c8p+1,  -0x1.35bc98d424df6p+4, 0x1.6aee3a22dd06p+1,
    -0x1.7b6ab5e989828p+2, -0x1.ae439b8e99f82p+3, -0x1.7ae8d66503d2ap+3, -0x1.999b38e5b9f3dp+3,
    -0x1.2a5f9831ac3a6p+3, 0x1.8b8472d443698p+3,  -0x1.182c04fd471d9p+4, 0x1.766ff86b7e97ap+3,
    0x1.f628d8d09170cp+3,  -0x1.3356bcd14e8aep+3, -0x1.1c409014a506ap+4, -0x1.4895574d9145p+0,
    0x1.11e47e59ef938p+1,  -0x1.47750fff54a84p+3, 0x1.0aa9818db65ep+4,   -0x1.05dea5c9bda2p+2,
    -0x1.1b154fc374343p+4, -0x1.d629579990e18p+3, -0x1.67c2c72bbc5dp+0,  0x1.516077a01d5b8p+1});
static_assert(slopes::near(sinh[0], 0x1.173551f857fb3p+25));
static_assert(slopes::near(sinh[1], 0x1.6ea2fcff784f5p+21));
static_assert(slopes::near(sinh[2], 0x1.49eaa73aadb1fp+16));
static_assert(slopes::near(sinh[3], 0x1.81017612485d6p+27));
static_assert(slopes::near(sinh[4], 0x1.ba8a8a1bb562ap+7));
static_assert(slopes::near(sinh[5], 0x1.2c26b88d87cfp+6));
static_assert(slopes::near(sinh[6], 0x1.0a6e81a289038p+25));
static_assert(slopes::near(sinh[7], 0x1.ba2dadedf5948p+11));
static_assert(slopes::near(sinh[8], 0x1.d04cec01e8523p+8));
static_assert(slopes::near(sinh[9], 0x1.b00c15626447dp+18));
static_assert(slopes::near(sinh[10], 0x1.4ee8563a21241p+6));
static_assert(slopes::near(sinh[11], 0x1.94fbdd3dc5944p+3));
static_assert(slopes::near(sinh[12], 0x1.fa4746f58e9c9p+8));
static_assert(slopes::near(sinh[13], 0x1.05ed73341afeep+11));
static_assert(slopes::near(sinh[14], 0x1.a35ae7589e55p+6));
static_assert(slopes::near(sinh[15], 0x1.fd32017074b8dp+14));
static_assert(slopes::near(sinh[16], 0x1.830bf73381906p+26));
static_assert(slopes::near(sinh[17], 0x1.47e8a5b85047bp+13));
static_assert(slopes::near(sinh[18], 0x1.0664c4d84fe51p+0));
static_assert(slopes::near(sinh[19], 0x1.c70d94947ca73p+6));
static_assert(slopes::near(sinh[20], 0x1.9595e19b7032fp+13));
static_assert(slopes::near(sinh[21], 0x1.57a7a2dcb6b15p+13));
static_assert(slopes::near(sinh[22], 0x1.625f7cd9fa012p+23));
static_assert(slopes::near(sinh[23], 0x1.9146f63b2d743p+21));
static_assert(slopes::near(sinh[24], 0x1.970944138e8fap+27));
static_assert(slopes::near(sinh[25], 0x1.003e6069ab905p+7));
static_assert(slopes::near(sinh[26], 0x1.8f8c18af03215p+10));
static_assert(slopes::near(sinh[27], 0x1.320705bade909p+10));
static_assert(slopes::near(sinh[28], 0x1.48886bcbdbf8p+16));
static_assert(slopes::near(sinh[29], 0x1.18353f506e348p+12));
static_assert(slopes::near(sinh[30], 0x1.d96b75b1f4da5p+23));
static_assert(slopes::near(sinh[31], 0x1.28f0c1731329bp+21));
static_assert(slopes::near(sinh[32], 0x1.38e812105ac43p+20));
static_assert(slopes::near(sinh[33], 0x1.993e22944c941p+3));
static_assert(slopes::near(sinh[34], 0x1.a8f21578d5e5cp+17));
static_assert(slopes::near(sinh[35], 0x1.938b12e801c8ep+16));
static_assert(slopes::near(sinh[36], 0x1.9f2bb6c38488cp+6));
static_assert(slopes::near(sinh[37], 0x1.68e8fdc85fdadp+17));
static_assert(slopes::near(sinh[38], 0x1.201dea78a93cp+12));
static_assert(slopes::near(sinh[39], 0x1.5519f13bd74cep+11));
static_assert(slopes::near(sinh[40], 0x1.146892a243407p+10));
static_assert(slopes::near(sinh[41], 0x1.347a954f116cbp+4));
static_assert(slopes::near(sinh[42], 0x1.e73c4f5da89efp+26));
static_assert(slopes::near(sinh[43], 0x1.118880bf8a1a3p+3));
static_assert(slopes::near(sinh[44], 0x1.778d24aa5e8ap+7));
static_assert(slopes::near(sinh[45], 0x1.515ab788a6df3p+18));
static_assert(slopes::near(sinh[46], 0x1.0f213ef0d058ap+16));
static_assert(slopes::near(sinh[47], 0x1.61cc4bed3c572p+17));
static_assert(slopes::near(sinh[48], 0x1.5e2cd44e7c2d2p+12));
static_assert(slopes::near(sinh[49], 0x1.c7970e15ca65bp+16));
static_assert(slopes::near(sinh[50], 0x1.331f37a302769p+24));
static_assert(slopes::near(sinh[51], 0x1.d788a80f37175p+15));
static_assert(slopes::near(sinh[52], 0x1.8ec94a942ce5ep+21));
static_assert(slopes::near(sinh[53], 0x1.cf67c5d52d06p+12));
static_assert(slopes::near(sinh[54], 0x1.8c55d026bc05fp+24));
static_assert(slopes::near(sinh[55], 0x1.f175f095d8636p+0));
static_assert(slopes::near(sinh[56], 0x1.13b07fe7ac577p+2));
static_assert(slopes::near(sinh[57], 0x1.b27ba495009bep+13));
static_assert(slopes::near(sinh[58], 0x1.08055c80ecd0bp+23));
static_assert(slopes::near(sinh[59], 0x1.dedf71f6d1a36p+4));
static_assert(slopes::near(sinh[60], 0x1.7069627ec3ca7p+24));
static_assert(slopes::near(sinh[61], 0x1.256da4e05debcp+20));
static_assert(slopes::near(sinh[62], 0x1.149d58c055db2p+1));
static_assert(slopes::near(sinh[63], 0x1.c0d121511e2f9p+2));

constexpr std::uint64_t hash = slopes::hash(asin, acos, atan, sinh);

}  // namespace

TEST_CASE("constant derivatives have the same bits on every compiler: asin, acos, atan, sinh") {
  std::printf("slopes 3: 0x%016llx\n", static_cast<unsigned long long>(hash));
  CHECK(hash == hashes[3]);
}
