// SPDX-License-Identifier: MIT
// Written by constexpr/generate.cpp.
#include "constexpr/hashes.hpp"
#include "constexpr/slopes.hpp"

namespace {

constexpr auto cosh = slopes::of<slopes::opcode::cosh>(std::array{
    -0x1.bb402083d14fcp+3, -0x1.b7dc240e0ddb8p+2, -0x1.8db5ba6ebf32p-1,  -0x1.dd9e80507cb4p+1,
    0x1.082b92608bcb8p+3,  0x1.18f7371a90c0cp+4,  0x1.3fab9c8819576p+3,  -0x1.fd2192932cac8p+2,
    -0x1.9dbc85356a89ap+2, 0x1.cf7fd58f9f58p-3,   0x1.0b0c890b73722p+4,  -0x1.0ef5cd192582ap+3,
    -0x1.176306be85d36p+4, -0x1.a9fde01cb85ep+0,  -0x1.1a93ccc6ab778p+4, -0x1.5a964e3844c7cp+2,
    -0x1.32028ab0d3ecep+3, -0x1.2e2e0ca21f8d7p+4, -0x1.b9dad6b365b6cp+3, -0x1.7e2eb8b1839f1p+3,
    0x1.9b38361bdf85p+3,   0x1.e851e0b5ec84cp+3,  0x1.e56a608893a4p+2,   0x1.51ec0b7c31fp-1,
    0x1.0a6900eba9698p+4,  -0x1.291dac585d326p+4, -0x1.1bbd67d0270a3p+3, 0x1.e7c1d0aaabd48p+3,
    0x1.1b3662c5a4b8p-1,   0x1.d485cfe5e5e9p+3,   0x1.d36316ef822e8p+2,  0x1.e567a14b359f8p+3,
    0x1.32f56b29d7e24p+3,  -0x1.8da0f958998b6p+3, -0x1.cb732c79c1f0dp+3, 0x1.31551d675671cp+4,
    -0x1.6034dd5c0e9ap-1,  0x1.39193ae04618p+2,   0x1.6a97691075878p+3,  -0x1.3bf5aba100973p+4,
    -0x1.36f85406a392ap+4, -0x1.02151602a6598p+2, 0x1.dce85d259beap+3,   0x1.3010e580773d4p+4,
    0x1.b638ae4525ecp+2,   0x1.c33ec84773888p+3,  -0x1.2d49302cb4cd8p+4, -0x1.4451bde0afb65p+3,
    0x1.6d350b8f3a01p+2,   -0x1.1d81cfe541eb4p+4, -0x1.10b5045e5d75fp+4, -0x1.dc05957a1fab4p+3,
    0x1.375ee5ea89d58p+2,  -0x1.773179c241f6ap+3, -0x1.3a0dde7fb87cep+3, 0x1.90dd0a7c791f4p+2,
    -0x1.5c594aa1d271fp+3, -0x1.dbc961f67f2ccp+3, -0x1.29b60bb0cc25ap+3, 0x1.03ec43e1d37f6p+4,
    -0x1.f9cb383d86ee3p+3, -0x1.dbf1e57cf2662p+2, -0x1.8d906ad895d34p+3, -0x1.ba3f20d330d5bp+3});
static_assert(slopes::near(cosh[0], -0x1.fa36b88f675dep+18));
static_assert(slopes::near(cosh[1], -0x1.e2d449ebcec8fp+8));
static_assert(slopes::near(cosh[2], -0x1.b6eddf1047591p-1));
static_assert(slopes::near(cosh[3], -0x1.4db54b643965fp+4));
static_assert(slopes::near(cosh[4], 0x1.e101396829d5p+10));
static_assert(slopes::near(cosh[5], 0x1.42bdf326a502p+24));
static_assert(slopes::near(cosh[6], 0x1.54a2e9e3cfa4fp+13));
static_assert(slopes::near(cosh[7], -0x1.64491810a229cp+10));
static_assert(slopes::near(cosh[8], -0x1.410356f1b784bp+8));
static_assert(slopes::near(cosh[9], 0x1.d3775a9c351dbp-3));
static_assert(slopes::near(cosh[10], 0x1.0e7b6352aab65p+23));
static_assert(slopes::near(cosh[11], -0x1.295a1596132b4p+11));
static_assert(slopes::near(cosh[12], -0x1.246a426263ap+24));
static_assert(slopes::near(cosh[13], -0x1.45d5cee72fc23p+1));
static_assert(slopes::near(cosh[14], -0x1.64f1efd16987ap+24));
static_assert(slopes::near(cosh[15], -0x1.c1afd19c89681p+6));
static_assert(slopes::near(cosh[16], -0x1.bc8e257e2f843p+12));
static_assert(slopes::near(cosh[17], -0x1.2fd2bfe18e42bp+26));
static_assert(slopes::near(cosh[18], -0x1.e49c31b5e374ep+18));
static_assert(slopes::near(cosh[19], -0x1.2c543c0d26567p+16));
static_assert(slopes::near(cosh[20], 0x1.74176ffd06e93p+17));
static_assert(slopes::near(cosh[21], 0x1.02c4c486c5094p+21));
static_assert(slopes::near(cosh[22], 0x1.ebec6776c2ed1p+9));
static_assert(slopes::near(cosh[23], 0x1.6afed3237f4aap-1));
static_assert(slopes::near(cosh[24], 0x1.03e552b0e210ap+23));
static_assert(slopes::near(cosh[25], -0x1.baca3106881afp+25));
static_assert(slopes::near(cosh[26], -0x1.bb50ce909cedfp+11));
static_assert(slopes::near(cosh[27], 0x1.fc83f8ae9e00ep+20));
static_assert(slopes::near(cosh[28], 0x1.29e0ac4f3621cp-1));
static_assert(slopes::near(cosh[29], 0x1.16c78d25e199ap+20));
static_assert(slopes::near(cosh[30], 0x1.732879a4d62f9p+9));
static_assert(slopes::near(cosh[31], 0x1.d879d69bcdc92p+20));
static_assert(slopes::near(cosh[32], 0x1.c9eecb15d9bcbp+12));
static_assert(slopes::near(cosh[33], -0x1.e6aa2e2a1e201p+16));
static_assert(slopes::near(cosh[34], -0x1.a3e940baaa0aap+19));
static_assert(slopes::near(cosh[35], 0x1.71fe2893de8dap+26));
static_assert(slopes::near(cosh[36], -0x1.7ca631c6fc0cap-1));
static_assert(slopes::near(cosh[37], 0x1.0a77eae634513p+6));
static_assert(slopes::near(cosh[38], 0x1.45a4e816d8424p+15));
static_assert(slopes::near(cosh[39], -0x1.676f779f92b5fp+27));
static_assert(slopes::near(cosh[40], -0x1.0723a688990f5p+27));
static_assert(slopes::near(cosh[41], -0x1.c316b9a8befa6p+4));
static_assert(slopes::near(cosh[42], 0x1.6a4ad50a73022p+20));
static_assert(slopes::near(cosh[43], 0x1.55d5ce5163f35p+26));
static_assert(slopes::near(cosh[44], 0x1.d69ff3f9bec59p+8));
static_assert(slopes::near(cosh[45], 0x1.44f13bf55e143p+19));
static_assert(slopes::near(cosh[46], -0x1.1f50188f461a7p+26));
static_assert(slopes::near(cosh[47], -0x1.89e634dd83be2p+13));
static_assert(slopes::near(cosh[48], 0x1.2cc58f50ce52p+7));
static_assert(slopes::near(cosh[49], -0x1.acabd7d0bb8b7p+24));
static_assert(slopes::near(cosh[50], -0x1.813ab320739b3p+23));
static_assert(slopes::near(cosh[51], -0x1.6066866b63421p+20));
static_assert(slopes::near(cosh[52], 0x1.035eab4b2b398p+6));
static_assert(slopes::near(cosh[53], -0x1.e2cdfba001bf6p+15));
static_assert(slopes::near(cosh[54], -0x1.1dce178a3a28cp+13));
static_assert(slopes::near(cosh[55], 0x1.068601af1162ep+8));
static_assert(slopes::near(cosh[56], -0x1.a153a86d16d84p+14));
static_assert(slopes::near(cosh[57], -0x1.5dd1fcf9c0285p+20));
static_assert(slopes::near(cosh[58], -0x1.5700872b29cd8p+12));
static_assert(slopes::near(cosh[59], 0x1.5a881b944986fp+22));
static_assert(slopes::near(cosh[60], -0x1.bebfb4243a0b3p+21));
static_assert(slopes::near(cosh[61], -0x1.a84257da952bdp+9));
static_assert(slopes::near(cosh[62], -0x1.e5aea2fd766dap+16));
static_assert(slopes::near(cosh[63], -0x1.ea9452158f26p+18));

constexpr auto tanh = slopes::of<slopes::opcode::tanh>(std::array{
    -0x1.048f88e40d90bp+3, -0x1.53b9f06a7cc5ep+2, 0x1.cbcdfac44adc4p+2,  0x1.04de219abf71p+2,
    -0x1.0b28671a48a3p+0,  -0x1.61324b0c97306p+1, -0x1.893671703212fp+2, -0x1.78ae144548eb4p+2,
    -0x1.41a82757af65p+1,  -0x1.9a944599eea8p-3,  -0x1.dfb43611d913p-1,  -0x1.52fc89e869d99p+2,
    -0x1.12a911229d29dp+2, -0x1.265531cd2d368p+1, 0x1.378f9c5d0388cp+3,  0x1.bb95c530240bp+2,
    0x1.f8c43512b34fp+0,   -0x1.3b75b6105299p+1,  -0x1.0348303712cbp+2,  0x1.0e7fce8e40828p+1,
    0x1.3f485ee664feep+3,  0x1.e222e15dfc31p-1,   -0x1.e92978bff3be8p+0, -0x1.be7efcddc9d47p+2,
    0x1.0e7b66b1a5ap+3,    -0x1.12127f037178ap+1, 0x1.635ff1a7ae228p+2,  0x1.7670465606d3cp+2,
    -0x1.21fa3ff429318p+1, 0x1.12db04ad589dcp+3,  -0x1.c75b324732212p+2, 0x1.986c4cc3ac798p+1,
    -0x1.91621d7fdffcp+1,  0x1.ffa565ea7f15cp+2,  -0x1.563ee6e7703ccp+1, -0x1.8c91295c5635p+2,
    -0x1.25e64a52b5883p+3, 0x1.9f9049951fe44p+1,  0x1.89960517b9088p+0,  0x1.130e775e8b2p+0,
    -0x1.3712881da79a9p+3, 0x1.4652904eb1498p+1,  0x1.cf2bb0ca8c5acp+1,  0x1.053bfd6245bep-2,
    0x1.022785e0556dcp+1,  0x1.346f4c48d8716p+2,  -0x1.1edb87fbc4bb1p+3, 0x1.3d2bad26822a6p+3,
    -0x1.143255b0c58b6p+3, 0x1.5801b95197b24p+1,  0x1.d3a9cf98503c8p+2,  -0x1.059ad2433cebdp+2,
    0x1.278d2f539bf3cp+1,  0x1.930c01a680204p+1,  -0x1.2bc37642b8796p+3, -0x1.8878389083d22p+1,
    0x1.5f072daf5ea58p+1,  -0x1.b9b547ef2b23p+2,  -0x1.663013165f2ccp+2, -0x1.1a5508775eadep+1,
    -0x1.246bfefdb9b71p+3, -0x1.ef1ece346a33p+0,  0x1.ac6322a9f33c8p+2,  0x1.855dc664ab448p+1});
static_assert(slopes::near(tanh[0], 0x1.6b758bc896978p-22));
static_assert(slopes::near(tanh[1], 0x1.9b2e903fc6948p-14));
static_assert(slopes::near(tanh[2], 0x1.34b3733f1039fp-19));
static_assert(slopes::near(tanh[3], 0x1.2df274a28c08ep-10));
static_assert(slopes::near(tanh[4], 0x1.921dc369ed79dp-2));
static_assert(slopes::near(tanh[5], 0x1.04c624b71a918p-6));
static_assert(slopes::near(tanh[6], 0x1.352deb2620e23p-16));
static_assert(slopes::near(tanh[7], 0x1.0326df5d36a23p-15));
static_assert(slopes::near(tanh[8], 0x1.a8b2a792f5315p-6));
static_assert(slopes::near(tanh[9], 0x1.ebf606a4669f3p-1));
static_assert(slopes::near(tanh[10], 0x1.d89b7800753c4p-2));
static_assert(slopes::near(tanh[11], 0x1.a4cc7adba1efcp-14));
static_assert(slopes::near(tanh[12], 0x1.8884324a02bc3p-11));
static_assert(slopes::near(tanh[13], 0x1.433014c0f135dp-5));
static_assert(slopes::near(tanh[14], 0x1.e00c15af554d3p-27));
static_assert(slopes::near(tanh[15], 0x1.003b9cc38aaecp-18));
static_assert(slopes::near(tanh[16], 0x1.3192355c5e1d4p-4));
static_assert(slopes::near(tanh[17], 0x1.d341f5c544236p-6));
static_assert(slopes::near(tanh[18], 0x1.3d46fc811fbdap-10));
static_assert(slopes::near(tanh[19], 0x1.d0d36b6befd9bp-5));
static_assert(slopes::near(tanh[20], 0x1.2845903f7f0bcp-27));
static_assert(slopes::near(tanh[21], 0x1.d551a0d44492ep-2));
static_assert(slopes::near(tanh[22], 0x1.577e5aade5e3ep-4));
static_assert(slopes::near(tanh[23], 0x1.d3e7a7251e936p-19));
static_assert(slopes::near(tanh[24], 0x1.870235a4b8eacp-23));
static_assert(slopes::near(tanh[25], 0x1.b84640a98d05cp-5));
static_assert(slopes::near(tanh[26], 0x1.f84ee4b7fee12p-15));
static_assert(slopes::near(tanh[27], 0x1.15f45bf543d77p-15));
static_assert(slopes::near(tanh[28], 0x1.5976343ab4ae8p-5));
static_assert(slopes::near(tanh[29], 0x1.297dd2877d3ep-23));
static_assert(slopes::near(tanh[30], 0x1.62bd630a70bfap-19));
static_assert(slopes::near(tanh[31], 0x1.ba274f115f6bfp-8));
static_assert(slopes::near(tanh[32], 0x1.ed5eeb6bcea48p-8));
static_assert(slopes::near(tanh[33], 0x1.e8b5c547b2a42p-22));
static_assert(slopes::near(tanh[34], 0x1.34fa48bd448b8p-6));
static_assert(slopes::near(tanh[35], 0x1.1669380889973p-16));
static_assert(slopes::near(tanh[36], 0x1.69ebf8e95de46p-25));
static_assert(slopes::near(tanh[37], 0x1.8b9d89b32b642p-8));
static_assert(slopes::near(tanh[38], 0x1.59bee97c760a6p-3));
static_assert(slopes::near(tanh[39], 0x1.7f1869ce6e10ap-2));
static_assert(slopes::near(tanh[40], 0x1.eeeeb674117dcp-27));
static_assert(slopes::near(tanh[41], 0x1.8b33736a0e522p-6));
static_assert(slopes::near(tanh[42], 0x1.78a667551df89p-9));
static_assert(slopes::near(tanh[43], 0x1.e0127e76cbc1cp-1));
static_assert(slopes::near(tanh[44], 0x1.1823d760f3ab1p-4));
static_assert(slopes::near(tanh[45], 0x1.114965dedb5ccp-12));
static_assert(slopes::near(tanh[46], 0x1.1903cf3f10533p-24));
static_assert(slopes::near(tanh[47], 0x1.521479aeab7a1p-27));
static_assert(slopes::near(tanh[48], 0x1.1192a9c81416ep-23));
static_assert(slopes::near(tanh[49], 0x1.2cab47560abb2p-6));
static_assert(slopes::near(tanh[50], 0x1.e2f5fbe0b7512p-20));
static_assert(slopes::near(tanh[51], 0x1.27135827cf272p-10));
static_assert(slopes::near(tanh[52], 0x1.3d3602c239029p-5));
static_assert(slopes::near(tanh[53], 0x1.e0c1f902802dap-8));
static_assert(slopes::near(tanh[54], 0x1.f5bcf47d03266p-26));
static_assert(slopes::near(tanh[55], 0x1.1b63fcd62dab3p-7));
static_assert(slopes::near(tanh[56], 0x1.0dafc0b0f75a9p-6));
static_assert(slopes::near(tanh[57], 0x1.0fb615f1cba8dp-18));
static_assert(slopes::near(tanh[58], 0x1.cddeb990051bbp-15));
static_assert(slopes::near(tanh[59], 0x1.843ee849f526ap-5));
static_assert(slopes::near(tanh[60], 0x1.8cf0a228ad95p-25));
static_assert(slopes::near(tanh[61], 0x1.4882ae2ef8be9p-4));
static_assert(slopes::near(tanh[62], 0x1.9bff46f502d91p-18));
static_assert(slopes::near(tanh[63], 0x1.296810d26a33cp-7));

constexpr auto asinh = slopes::of<slopes::opcode::asinh>(std::array{
    0x1.cfb044cb4b34cp+2,  -0x1.f0c60d9a1c8cbp+2, -0x1.9840916e35124p+2, 0x1.7267461a4472ep+2,
    -0x1.192ef0e1d25dp+0,  -0x1.888cbc28b1eap-1,  0x1.e0c6e4f75caacp+2,  -0x1.439b5f1a618d8p+1,
    -0x1.3e1a3e02e76e6p+3, -0x1.195a83eabcbfcp+3, -0x1.0d7f72f5d86ep-1,  0x1.3e4b7704c906ap+2,
    -0x1.d724e520d4a9cp+1, 0x1.fd2122d1d38b8p+2,  -0x1.35230351ef024p+2, -0x1.dd4fa8e635099p+2,
    0x1.7ccb12d679d06p+2,  0x1.b79b56a54d2cp+2,   -0x1.d9fc67999f926p+2, -0x1.23044fc164b89p+3,
    -0x1.10d711e201879p+3, 0x1.e245956afe2ecp+2,  -0x1.54a3e9bb04b8p-3,  -0x1.c8ad37939957p+0,
    0x1.24e39e41e8f7ep+2,  0x1.1b21cf54d0e6p+3,   -0x1.4f441afc2a54cp+1, 0x1.d556e0e2be358p+1,
    0x1.ec8c867f5959p+2,   -0x1.28df9efde3a3cp+3, -0x1.a88438e0d0dc8p+0, 0x1.4320585d13fdp+2,
    0x1.39b0b4048ef1ep+3,  -0x1.069b7f3cd977p+0,  -0x1.012ecc656c83cp+3, 0x1.2a1bbecbc25ccp+3,
    -0x1.1cef4667629cp+3,  0x1.73fe095c85ep-6,    -0x1.5680d29010136p+2, 0x1.c0151a1938508p+2,
    0x1.63b1db4b84de2p+2,  0x1.19ab675a1d448p+2,  -0x1.b023b23d22732p+2, -0x1.a3eaa2b3961fcp+2,
    -0x1.8a6c4a817fbf2p+2, 0x1.7d8e03cb7023cp+2,  0x1.ac844bc4b202p+2,   -0x1.6ed34eaed200ep+2,
    0x1.f39c0f572870cp+2,  -0x1.760daadd7c508p+1, -0x1.247040ce78424p+3, -0x1.0f7fe4398486bp+3,
    0x1.3faa5fc742db2p+3,  -0x1.1cf5f4d65ed55p+3, 0x1.1bc9a96c16a4p+1,   -0x1.322bd18b92c8cp+3,
    -0x1.d449dc97bae54p+1, -0x1.ac8395412ab95p+2, 0x1.bf4aee573e23cp+1,  -0x1.1d4e3121eeb2cp+3,
    0x1.e159d7e0e8904p+2,  0x1.27e8ecdca5122p+3,  -0x1.2823eace1c2d4p+3, -0x1.973caafaf8db6p+1});
static_assert(slopes::near(asinh[0], 0x1.180490d8d72d3p-3));
static_assert(slopes::near(asinh[1], 0x1.05af0e586f3a4p-3));
static_assert(slopes::near(asinh[2], 0x1.3d2ec03b815edp-3));
static_assert(slopes::near(asinh[3], 0x1.5cb22f4928e73p-3));
static_assert(slopes::near(asinh[4], 0x1.58b0063e77a7dp-1));
static_assert(slopes::near(asinh[5], 0x1.9651f6825f62cp-1));
static_assert(slopes::near(asinh[6], 0x1.0e3dd425bd8f2p-3));
static_assert(slopes::near(asinh[7], 0x1.78a4357b8647cp-2));
static_assert(slopes::near(asinh[8], 0x1.99f95e9a82f91p-4));
static_assert(slopes::near(asinh[9], 0x1.cee0c2f3e5f73p-4));
static_assert(slopes::near(asinh[10], 0x1.c511bebf2e42dp-1));
static_assert(slopes::near(asinh[11], 0x1.93b6d5d1eb811p-3));
static_assert(slopes::near(asinh[12], 0x1.0c77cebbc2ebp-2));
static_assert(slopes::near(asinh[13], 0x1.feddc551b016ep-4));
static_assert(slopes::near(asinh[14], 0x1.9f307435fd0efp-3));
static_assert(slopes::near(asinh[15], 0x1.102b5177cd0b9p-3));
static_assert(slopes::near(asinh[16], 0x1.5372670595c8bp-3));
static_assert(slopes::near(asinh[17], 0x1.270c08d1f41bap-3));
static_assert(slopes::near(asinh[18], 0x1.120b65f762d4bp-3));
static_assert(slopes::near(asinh[19], 0x1.bfb1dbddd7706p-4));
static_assert(slopes::near(asinh[20], 0x1.dd20ce687aa9ap-4));
static_assert(slopes::near(asinh[21], 0x1.0d6b1ae955929p-3));
static_assert(slopes::near(asinh[22], 0x1.f90fb66dfdbbp-1));
static_assert(slopes::near(asinh[23], 0x1.f4b7f36dca202p-2));
static_assert(slopes::near(asinh[24], 0x1.b532b80eb2f9fp-3));
static_assert(slopes::near(asinh[25], 0x1.cc01d765ac305p-4));
static_assert(slopes::near(asinh[26], 0x1.6d3c5fa7a0486p-2));
static_assert(slopes::near(asinh[27], 0x1.0d6dd2d915118p-2));
static_assert(slopes::near(asinh[28], 0x1.07e427b89f36fp-3));
static_assert(slopes::near(asinh[29], 0x1.b6f7141fe6bc5p-4));
static_assert(slopes::near(asinh[30], 0x1.0866a1ce19231p-1));
static_assert(slopes::near(asinh[31], 0x1.8de83ce0d948dp-3));
static_assert(slopes::near(asinh[32], 0x1.9fae824176d46p-4));
static_assert(slopes::near(asinh[33], 0x1.6565a4e9d8829p-1));
static_assert(slopes::near(asinh[34], 0x1.f9bed4454225cp-4));
static_assert(slopes::near(asinh[35], 0x1.b52ae60a1fd95p-4));
static_assert(slopes::near(asinh[36], 0x1.c922258f93e42p-4));
static_assert(slopes::near(asinh[37], 0x1.ffde3ab2f025ap-1));
static_assert(slopes::near(asinh[38], 0x1.782d659fc3dfap-3));
static_assert(slopes::near(asinh[39], 0x1.21942723fd7fdp-3));
static_assert(slopes::near(asinh[40], 0x1.6aabfbebb6cdp-3));
static_assert(slopes::near(asinh[41], 0x1.c5c60145aba32p-3));
static_assert(slopes::near(asinh[42], 0x1.2c0971d6a3f1ap-3));
static_assert(slopes::near(asinh[43], 0x1.34932736d644fp-3));
static_assert(slopes::near(asinh[44], 0x1.4805e6d39ac3ap-3));
static_assert(slopes::near(asinh[45], 0x1.52c9b9a10ea97p-3));
static_assert(slopes::near(asinh[46], 0x1.2e84ad64ea9f9p-3));
static_assert(slopes::near(asinh[47], 0x1.5fff481ba2d09p-3));
static_assert(slopes::near(asinh[48], 0x1.0438f27ad586fp-3));
static_assert(slopes::near(asinh[49], 0x1.4b892ed5737aep-2));
static_assert(slopes::near(asinh[50], 0x1.bd8b4eddf7598p-4));
static_assert(slopes::near(asinh[51], 0x1.df73a873e6b39p-4));
static_assert(slopes::near(asinh[52], 0x1.97fd4ce5c0a51p-4));
static_assert(slopes::near(asinh[53], 0x1.c9178fdc07c44p-4));
static_assert(slopes::near(asinh[54], 0x1.a50587fb3e3dap-2));
static_assert(slopes::near(asinh[55], 0x1.a9c7fa0de67aap-4));
static_assert(slopes::near(asinh[56], 0x1.0dfdda6bdcb36p-2));
static_assert(slopes::near(asinh[57], 0x1.2e852b6e9f58dp-3));
static_assert(slopes::near(asinh[58], 0x1.19b9c2d15acdcp-2));
static_assert(slopes::near(asinh[59], 0x1.c88bf4b0763cep-4));
static_assert(slopes::near(asinh[60], 0x1.0decc31de1499p-3));
static_assert(slopes::near(asinh[61], 0x1.b860d06b000cep-4));
static_assert(slopes::near(asinh[62], 0x1.b80a1a3a0fa31p-4));
static_assert(slopes::near(asinh[63], 0x1.330c058e0ae01p-2));

constexpr auto acosh = slopes::of<slopes::opcode::acosh>(std::array{
    0x1.3a19e271660bfp+1, 0x1.dfa67f05181e1p+0, 0x1.c0b256259bb95p+0, 0x1.630ad202c62c6p+1,
    0x1.070b1646087a4p+0, 0x1.2919870d5d668p+1, 0x1.488ad17cbfc6bp+1, 0x1.54b09736fb557p+1,
    0x1.952e27e48e6bp+0,  0x1.3e1e99d577172p+0, 0x1.5c29493150378p+1, 0x1.4e7e09a74e276p+0,
    0x1.5ffdf34b2412ep+1, 0x1.3df5e36ef8ecep+0, 0x1.7a4c0347498eap+1, 0x1.fd489ad9a50cfp+0,
    0x1.456a878e8d973p+1, 0x1.8549a0b712dccp+0, 0x1.87051680e031p+0,  0x1.11d2c9339873p+0,
    0x1.8a1561c146938p+0, 0x1.1ac29eb7c9975p+1, 0x1.2c5b0980a1b8p+1,  0x1.6b94fd2b57b5ep+0,
    0x1.1412c50967df2p+1, 0x1.01c99a6a943b9p+0, 0x1.41d808db6822dp+1, 0x1.2d9c8f053f7c2p+0,
    0x1.35f3d9a5422bcp+1, 0x1.3e37fe2d755f3p+0, 0x1.ff53d80cb917bp+0, 0x1.0f4ccaaa0103ep+0,
    0x1.4137da08df845p+1, 0x1.5f7163a1fe9cdp+1, 0x1.d511c30e283dep+0, 0x1.f724b1d9d7571p+0,
    0x1.82003ae18c2p+0,   0x1.1166201f660c2p+1, 0x1.cfba515f4bb4fp+0, 0x1.3569f525d8b54p+1,
    0x1.0c301dc68cea6p+1, 0x1.b5e3dcd913551p+0, 0x1.e800e956c5234p+0, 0x1.3656d463424bp+1,
    0x1.b188029895367p+0, 0x1.3c6253dcacc69p+0, 0x1.0ff11c9be9d24p+1, 0x1.2f11ec3dedc4cp+1,
    0x1.f8e3c3cfc283fp+0, 0x1.1c75e247d2ba8p+1, 0x1.10c7084fc61dap+1, 0x1.2ca821bf8f634p+1,
    0x1.d12e7f6b5015bp+0, 0x1.dd83b157fd4e7p+0, 0x1.3823cfb01e8fcp+0, 0x1.220c1ea249e6fp+0,
    0x1.055ffb9ce25eap+1, 0x1.4e47ee317e9c3p+1, 0x1.76080b1970948p+0, 0x1.320af60efd97p+1,
    0x1.9da023d41912dp+0, 0x1.d3282a601a847p+0, 0x1.663658e97a1c4p+0, 0x1.d324a9ab4614ep+0});
static_assert(slopes::near(acosh[0], 0x1.c8f4ce0499a95p-2));
static_assert(slopes::near(acosh[1], 0x1.432395a78ba03p-1));
static_assert(slopes::near(acosh[2], 0x1.63b0aa2db19eap-1));
static_assert(slopes::near(acosh[3], 0x1.8bca0cc1edf96p-2));
static_assert(slopes::near(acosh[4], 0x1.0ef9b05edb8c9p+2));
static_assert(slopes::near(acosh[5], 0x1.e8dea18356d65p-2));
static_assert(slopes::near(acosh[6], 0x1.b12d97618e1a5p-2));
static_assert(slopes::near(acosh[7], 0x1.9f23a82c48b6cp-2));
static_assert(slopes::near(acosh[8], 0x1.a15814ad2c4cbp-1));
static_assert(slopes::near(acosh[9], 0x1.5b07330f0c73ep+0));
static_assert(slopes::near(acosh[10], 0x1.94d208042b5c3p-2));
static_assert(slopes::near(acosh[11], 0x1.306901ae6b7a3p+0));
static_assert(slopes::near(acosh[12], 0x1.8fbd38c728e18p-2));
static_assert(slopes::near(acosh[13], 0x1.5b8575d7a756fp+0));
static_assert(slopes::near(acosh[14], 0x1.70324683d468bp-2));
static_assert(slopes::near(acosh[15], 0x1.29b61133a1cdfp-1));
static_assert(slopes::near(acosh[16], 0x1.b618cac990511p-2));
static_assert(slopes::near(acosh[17], 0x1.beedc82432e9p-1));
static_assert(slopes::near(acosh[18], 0x1.bb753032b68d5p-1));
static_assert(slopes::near(acosh[19], 0x1.51338becff32fp+1));
static_assert(slopes::near(acosh[20], 0x1.b579e75d835f8p-1));
static_assert(slopes::near(acosh[21], 0x1.03ee06481a245p-1));
static_assert(slopes::near(acosh[22], 0x1.e262e58293dc7p-2));
static_assert(slopes::near(acosh[23], 0x1.fbae49dd5b1c9p-1));
static_assert(slopes::near(acosh[24], 0x1.0bec83f3e1519p-1));
static_assert(slopes::near(acosh[25], 0x1.0e5132166c343p+3));
static_assert(slopes::near(acosh[26], 0x1.bbddfabc90b02p-2));
static_assert(slopes::near(acosh[27], 0x1.9af0330134639p+0));
static_assert(slopes::near(acosh[28], 0x1.d051e802bfeap-2));
static_assert(slopes::near(acosh[29], 0x1.5ab8b112b855ap+0));
static_assert(slopes::near(acosh[30], 0x1.281f3def77e85p-1));
static_assert(slopes::near(acosh[31], 0x1.6cd14fc52e51cp+1));
static_assert(slopes::near(acosh[32], 0x1.bce50eaa05b29p-2));
static_assert(slopes::near(acosh[33], 0x1.90758756cc89p-2));
static_assert(slopes::near(acosh[34], 0x1.4d78e1534e0afp-1));
static_assert(slopes::near(acosh[35], 0x1.2e9a6e2a32d86p-1));
static_assert(slopes::near(acosh[36], 0x1.c5b33d9ee7bep-1));
static_assert(slopes::near(acosh[37], 0x1.0f46a1dea6f66p-1));
static_assert(slopes::near(acosh[38], 0x1.52fbc22093582p-1));
static_assert(slopes::near(acosh[39], 0x1.d14b837002636p-2));
static_assert(slopes::near(acosh[40], 0x1.16152ad55fa92p-1));
static_assert(slopes::near(acosh[41], 0x1.70f1948c0dd66p-1));
static_assert(slopes::near(acosh[42], 0x1.3b7b7c95bd801p-1));
static_assert(slopes::near(acosh[43], 0x1.cf9f6fca07e9fp-2));
static_assert(slopes::near(acosh[44], 0x1.769fb80bdd9ffp-1));
static_assert(slopes::near(acosh[45], 0x1.60834665b92c1p+0));
static_assert(slopes::near(acosh[46], 0x1.11244548cf547p-1));
static_assert(slopes::near(acosh[47], 0x1.dd1f6dbbd098ep-2));
static_assert(slopes::near(acosh[48], 0x1.2d31899cf73acp-1));
static_assert(slopes::near(acosh[49], 0x1.01faf03a2d1fdp-1));
static_assert(slopes::near(acosh[50], 0x1.101175c1d253bp-1));
static_assert(slopes::near(acosh[51], 0x1.e1cbcd9a369e1p-2));
static_assert(slopes::near(acosh[52], 0x1.517675ef7e8afp-1));
static_assert(slopes::near(acosh[53], 0x1.452a64955b83ap-1));
static_assert(slopes::near(acosh[54], 0x1.6ef548546e16bp+0));
static_assert(slopes::near(acosh[55], 0x1.e0a4c3965fa48p+0));
static_assert(slopes::near(acosh[56], 0x1.1f94815c835dap-1));
static_assert(slopes::near(acosh[57], 0x1.a8736580571fbp-2));
static_assert(slopes::near(acosh[58], 0x1.e0a6b356e51b1p-1));
static_assert(slopes::near(acosh[59], 0x1.d77feba3e6437p-2));
static_assert(slopes::near(acosh[60], 0x1.937108f9caca2p-1));
static_assert(slopes::near(acosh[61], 0x1.4f6bede886dc1p-1));
static_assert(slopes::near(acosh[62], 0x1.058f0495e5f67p+0));
static_assert(slopes::near(acosh[63], 0x1.4f6f861e6558bp-1));

constexpr std::uint64_t hash = slopes::hash(cosh, tanh, asinh, acosh);

}  // namespace

TEST_CASE("constant derivatives have the same bits on every compiler: cosh, tanh, asinh, acosh") {
  std::printf("slopes 4: 0x%016llx\n", static_cast<unsigned long long>(hash));
  CHECK(hash == hashes[4]);
}
