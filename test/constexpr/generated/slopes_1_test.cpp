// SPDX-License-Identifier: MIT
// Written by constexpr/generate.cpp.
#include "constexpr/hashes.hpp"
#include "constexpr/slopes.hpp"

namespace {

constexpr auto expm1 = slopes::of<slopes::opcode::expm1>(std::array{
    -0x1.0b56c79543abcp+2, 0x1.3b7ca7d192f22p+2,  0x1.bed6f82fb4448p+1,  -0x1.8d52f9cd66f4p+0,
    -0x1.558481f4cd862p+1, 0x1.271df70292a4ap+2,  0x1.1d07689bb0d7cp+2,  0x1.0f086fab75b9p-1,
    0x1.930ff7aceff5p+1,   -0x1.2049134e00e4p-2,  0x1.8c5bdb5821fep+0,   0x1.2dca01c24c334p+2,
    -0x1.344ca1cf2c806p+0, -0x1.d31f239c33f46p+1, 0x1.0cdca208592p+2,    -0x1.a5a0225e11b4p-1,
    -0x1.09c32871baebep+2, 0x1.fef4d8a9c52e8p+0,  0x1.6e2d51d7ff9cep+1,  -0x1.6c6c6417ea26p+1,
    0x1.9351a1c3b9648p+0,  0x1.355c65c583718p+2,  0x1.05e7b698aa3d8p+1,  0x1.047483ed61b86p+2,
    -0x1.ee32d0d436c4p-4,  0x1.551faef33094p+1,   -0x1.1020e534de8ecp+2, 0x1.7c50fd32a3844p+1,
    -0x1.3ea28df609996p+2, -0x1.dec139341b5aap+1, -0x1.5521606baaccp-4,  0x1.7f94b441269bcp+1,
    0x1.5c86ed3064f8cp+1,  0x1.41205205dc41p-1,   -0x1.b15fead3a161ep+1, -0x1.15fec0fe4811ep+2,
    0x1.ccc6b0a54b184p+1,  0x1.03484213b72fp+2,   -0x1.15df86e921c4p+2,  0x1.8eb5add01fc88p+1,
    -0x1.bd48cb020550dp+1, 0x1.427ffc7e8e024p+1,  0x1.3dcb97dbc7b04p+1,  -0x1.160469ebde958p+0,
    -0x1.a5c506a83d586p+1, -0x1.743735517ef28p+1, -0x1.0f47b849a0284p+2, -0x1.b8013fd853168p+1,
    -0x1.3ec0a755a5cfap+2, -0x1.5943fc05847c4p+0, -0x1.1d59202aae748p+0, -0x1.3c3d6243fedecp+2,
    -0x1.89be5bb1ebf98p+1, -0x1.5e1e108bc1808p+0, 0x1.7a88b9ebefaccp+1,  -0x1.ea899bc7d9bd4p+0,
    0x1.374a2086e4738p+2,  0x1.01c1a681ae3dp+0,   -0x1.46c540e086217p+1, -0x1.02231aa7e4bd7p+1,
    0x1.7094570d8bb0cp+1,  0x1.1aa4d7eb7e798p+0,  -0x1.ce6aad73bed72p+1, 0x1.43eafbf042a54p+1});
static_assert(slopes::near(expm1[0], 0x1.f6b8ac60789fdp-7));
static_assert(slopes::near(expm1[1], 0x1.149db76688d1ep+7));
static_assert(slopes::near(expm1[2], 0x1.0688746d6e943p+5));
static_assert(slopes::near(expm1[3], 0x1.b1cb786f52677p-3));
static_assert(slopes::near(expm1[4], 0x1.1c31dd380222p-4));
static_assert(slopes::near(expm1[5], 0x1.926bb8a10a2cbp+6));
static_assert(slopes::near(expm1[6], 0x1.57bc350948d6fp+6));
static_assert(slopes::near(expm1[7], 0x1.b2a6214526f95p+0));
static_assert(slopes::near(expm1[8], 0x1.74f9cd5e21c9cp+4));
static_assert(slopes::near(expm1[9], 0x1.825ec29298217p-1));
static_assert(slopes::near(expm1[10], 0x1.2d03cf572fd16p+2));
static_assert(slopes::near(expm1[11], 0x1.bea36166d1656p+6));
static_assert(slopes::near(expm1[12], 0x1.3319eb6cc35p-2));
static_assert(slopes::near(expm1[13], 0x1.aa1974aa4623p-6));
static_assert(slopes::near(expm1[14], 0x1.0b00d32e2d1d9p+6));
static_assert(slopes::near(expm1[15], 0x1.c16e944fb46c8p-2));
static_assert(slopes::near(expm1[16], 0x1.01a140a214d66p-6));
static_assert(slopes::near(expm1[17], 0x1.d6f9cbd9431fbp+2));
static_assert(slopes::near(expm1[18], 0x1.1798a6fbb228ep+4));
static_assert(slopes::near(expm1[19], 0x1.db41c4b90eb43p-5));
static_assert(slopes::near(expm1[20], 0x1.354fa1a0b04d1p+2));
static_assert(slopes::near(expm1[21], 0x1.f6bb9a36ada19p+6));
static_assert(slopes::near(expm1[22], 0x1.ef3a32584ab73p+2));
static_assert(slopes::near(expm1[23], 0x1.d44614e04fecbp+5));
static_assert(slopes::near(expm1[24], 0x1.c5ce70cd8ae3dp-1));
static_assert(slopes::near(expm1[25], 0x1.cbc9b407f092ap+3));
static_assert(slopes::near(expm1[26], 0x1.d2791046c893dp-7));
static_assert(slopes::near(expm1[27], 0x1.38407e1e327d9p+4));
static_assert(slopes::near(expm1[28], 0x1.c318f12e39076p-8));
static_assert(slopes::near(expm1[29], 0x1.8514dcbefe3dap-6));
static_assert(slopes::near(expm1[30], 0x1.d7160976e0e7ap-1));
static_assert(slopes::near(expm1[31], 0x1.405169b23c98ap+4));
static_assert(slopes::near(expm1[32], 0x1.e72a5278234ebp+3));
static_assert(slopes::near(expm1[33], 0x1.df52fd7ed5f43p+0));
static_assert(slopes::near(expm1[34], 0x1.155208c6cb445p-5));
static_assert(slopes::near(expm1[35], 0x1.a99d4922fcf5fp-7));
static_assert(slopes::near(expm1[36], 0x1.24bb35a4a4a18p+5));
static_assert(slopes::near(expm1[37], 0x1.cbc52ca7b470bp+5));
static_assert(slopes::near(expm1[38], 0x1.aa6d26475c33bp-7));
static_assert(slopes::near(expm1[39], 0x1.68817df77ffebp+4));
static_assert(slopes::near(expm1[40], 0x1.f95cdf9eac789p-6));
static_assert(slopes::near(expm1[41], 0x1.8d874e84a871p+3));
static_assert(slopes::near(expm1[42], 0x1.7f2ebd4515a99p+3));
static_assert(slopes::near(expm1[43], 0x1.59a9f649980afp-2));
static_assert(slopes::near(expm1[44], 0x1.2fa3798bc2989p-5));
static_assert(slopes::near(expm1[45], 0x1.bf3010419872fp-5));
static_assert(slopes::near(expm1[46], 0x1.d8b283c3bfe1ep-7));
static_assert(slopes::near(expm1[47], 0x1.07524530c06cfp-5));
static_assert(slopes::near(expm1[48], 0x1.c244fc80cbf57p-8));
static_assert(slopes::near(expm1[49], 0x1.09cf1dec0ce4cp-2));
static_assert(slopes::near(expm1[50], 0x1.4fe7df0b1136bp-2));
static_assert(slopes::near(expm1[51], 0x1.d44cb43e89464p-8));
static_assert(slopes::near(expm1[52], 0x1.79f611fcf8e22p-5));
static_assert(slopes::near(expm1[53], 0x1.04d196c389c1bp-2));
static_assert(slopes::near(expm1[54], 0x1.33ef2acfe3665p+4));
static_assert(slopes::near(expm1[55], 0x1.2d67d30c2e0bcp-3));
static_assert(slopes::near(expm1[56], 0x1.030e7cc4d5cebp+7));
static_assert(slopes::near(expm1[57], 0x1.5e55e6098440bp+1));
static_assert(slopes::near(expm1[58], 0x1.3ee5e6d3d4e12p-4));
static_assert(slopes::near(expm1[59], 0x1.1093d1f7514fdp-3));
static_assert(slopes::near(expm1[60], 0x1.1ce4c18d62745p+4));
static_assert(slopes::near(expm1[61], 0x1.821ac0f0cf75dp+1));
static_assert(slopes::near(expm1[62], 0x1.ba0d974a6f969p-6));
static_assert(slopes::near(expm1[63], 0x1.91f4eefbb8cbcp+3));

constexpr auto log = slopes::of<slopes::opcode::log>(std::array{
    0x1.142ae6537f96ap+1, 0x1.5498596ca2ff4p+1, 0x1.696728487cd34p+0, 0x1.8782bce54a301p+2,
    0x1.deede6b54b61p+1,  0x1.bca1df6c6782cp+2, 0x1.2fb73fac512aap+3, 0x1.faa0474d3b41cp-1,
    0x1.31710bf6ea522p+3, 0x1.621de758bc336p+2, 0x1.a0d673045d5fp+2,  0x1.0e3c9ac008cf4p-2,
    0x1.f9ceab9ca2e4dp+2, 0x1.7c3b17f2c80e7p+1, 0x1.78fcd0899314fp+0, 0x1.fed58a3d7be93p+2,
    0x1.722af79b36d77p+2, 0x1.45fd36be1a028p+2, 0x1.e5a2a7743cd83p+2, 0x1.186738ee4371ap+2,
    0x1.9d6a05d588e08p-2, 0x1.cb6e2be91c5cbp+2, 0x1.9a49792665536p+1, 0x1.2c76197c7ec1cp+2,
    0x1.25f6cea1c665ep+3, 0x1.09c504f597581p+3, 0x1.4c399f55f0552p-1, 0x1.f83bbb954d406p+2,
    0x1.7ab2c44095cb7p+2, 0x1.2bbf97d55a0b2p+3, 0x1.2be17eef88f5p-2,  0x1.67b972a108cfbp+0,
    0x1.80665d92c17cdp+2, 0x1.82563e01e56e8p+2, 0x1.868f9bedbf222p+2, 0x1.8d4ddcadd9a32p+2,
    0x1.48b43e497a0d1p+2, 0x1.0d712cde49542p+2, 0x1.482d2506b386bp+1, 0x1.2f1faed1aae2p+3,
    0x1.e480aa91353edp+0, 0x1.134f8c41d8cf7p+3, 0x1.27347215bf37cp+3, 0x1.2cdf2802d4b29p+3,
    0x1.5822857cb379p-1,  0x1.c5f87dc86ea13p+1, 0x1.15c59a1f0d5aap+3, 0x1.ff8295d941b7fp+0,
    0x1.10dbfdd33db3cp+3, 0x1.92201d804f874p+2, 0x1.ff04004de88e8p+2, 0x1.9535790067038p+2,
    0x1.b9cd9d0b4a514p+1, 0x1.4ab935e4611d8p+0, 0x1.32d7fb65bfe24p+3, 0x1.8340c81cef1bap-1,
    0x1.5ebfe6df978edp+1, 0x1.e56c9cefc85d8p+2, 0x1.2223c10229494p+2, 0x1.65b5ee6d401dcp-1,
    0x1.e948d86b78274p+1, 0x1.f7ed917d36dap+1,  0x1.4cfb2cadffe08p+1, 0x1.12b39c9ad791cp+0});
static_assert(slopes::near(log[0], 0x1.da9c422e55167p-2));
static_assert(slopes::near(log[1], 0x1.80d5115d9874p-2));
static_assert(slopes::near(log[2], 0x1.6aacedd034e5fp-1));
static_assert(slopes::near(log[3], 0x1.4ec9052a7d925p-3));
static_assert(slopes::near(log[4], 0x1.11ad58d6de526p-2));
static_assert(slopes::near(log[5], 0x1.26c9926caea05p-3));
static_assert(slopes::near(log[6], 0x1.af8fb3102cc6p-4));
static_assert(slopes::near(log[7], 0x1.02b72834a0e03p+0));
static_assert(slopes::near(log[8], 0x1.ad1f7a95f152fp-4));
static_assert(slopes::near(log[9], 0x1.7223439ffaaa9p-3));
static_assert(slopes::near(log[10], 0x1.3a719878b59fcp-3));
static_assert(slopes::near(log[11], 0x1.e506cdf289ed7p+1));
static_assert(slopes::near(log[12], 0x1.03225e9bcf211p-3));
static_assert(slopes::near(log[13], 0x1.58b787b7744f4p-2));
static_assert(slopes::near(log[14], 0x1.5baebc70ceb13p-1));
static_assert(slopes::near(log[15], 0x1.00959211ad091p-3));
static_assert(slopes::near(log[16], 0x1.621688df8fbfcp-3));
static_assert(slopes::near(log[17], 0x1.92132450bca53p-3));
static_assert(slopes::near(log[18], 0x1.0de5e1608660ap-3));
static_assert(slopes::near(log[19], 0x1.d370ef2f8c41ap-3));
static_assert(slopes::near(log[20], 0x1.3d0c352247f5fp+1));
static_assert(slopes::near(log[21], 0x1.1d4adc3f9570cp-3));
static_assert(slopes::near(log[22], 0x1.3f76d43fef5e5p-2));
static_assert(slopes::near(log[23], 0x1.b43c603493bcp-3));
static_assert(slopes::near(log[24], 0x1.bde0a9b1b3d9dp-4));
static_assert(slopes::near(log[25], 0x1.ed2dd5a9c4adcp-4));
static_assert(slopes::near(log[26], 0x1.8a871769fa501p+0));
static_assert(slopes::near(log[27], 0x1.03f17239c1289p-3));
static_assert(slopes::near(log[28], 0x1.5a1ca71b76b4cp-3));
static_assert(slopes::near(log[29], 0x1.b545fc1826be8p-4));
static_assert(slopes::near(log[30], 0x1.b5148c998d1ecp+1));
static_assert(slopes::near(log[31], 0x1.6c5e29eddcd38p-1));
static_assert(slopes::near(log[32], 0x1.54fa6fb8b0db2p-3));
static_assert(slopes::near(log[33], 0x1.5344c770a22d7p-3));
static_assert(slopes::near(log[34], 0x1.4f996d8b518ecp-3));
static_assert(slopes::near(log[35], 0x1.49e746f6e2562p-3));
static_assert(slopes::near(log[36], 0x1.8ec0f934c11aap-3));
static_assert(slopes::near(log[37], 0x1.e675001746564p-3));
static_assert(slopes::near(log[38], 0x1.8f65205b81644p-2));
static_assert(slopes::near(log[39], 0x1.b0677c5aca3bdp-4));
static_assert(slopes::near(log[40], 0x1.0e876bec402p-1));
static_assert(slopes::near(log[41], 0x1.dc1666a1a0366p-4));
static_assert(slopes::near(log[42], 0x1.bc00e6ca32b5bp-4));
static_assert(slopes::near(log[43], 0x1.b3a40da8a9913p-4));
static_assert(slopes::near(log[44], 0x1.7cdfbb4ceb3a8p+0));
static_assert(slopes::near(log[45], 0x1.20b93737f4e68p-2));
static_assert(slopes::near(log[46], 0x1.d7de84ca23205p-4));
static_assert(slopes::near(log[47], 0x1.003ec47358b9p-1));
static_assert(slopes::near(log[48], 0x1.e05d5df86eefap-4));
static_assert(slopes::near(log[49], 0x1.45f2b25f6bc98p-3));
static_assert(slopes::near(log[50], 0x1.007e3dfb7a494p-3));
static_assert(slopes::near(log[51], 0x1.4377bdd4c2ba3p-3));
static_assert(slopes::near(log[52], 0x1.28acd313195f1p-2));
static_assert(slopes::near(log[53], 0x1.8c51aa51cdff2p-1));
static_assert(slopes::near(log[54], 0x1.ab298163702a8p-4));
static_assert(slopes::near(log[55], 0x1.52774d213f01fp+0));
static_assert(slopes::near(log[56], 0x1.75b0ea0d32db1p-2));
static_assert(slopes::near(log[57], 0x1.0e03ed6d8adffp-3));
static_assert(slopes::near(log[58], 0x1.c3c13dc78d0b2p-3));
static_assert(slopes::near(log[59], 0x1.6e6b4631ab82bp+0));
static_assert(slopes::near(log[60], 0x1.0be2906464c7ap-2));
static_assert(slopes::near(log[61], 0x1.0419c41c501b9p-2));
static_assert(slopes::near(log[62], 0x1.89a1c39eba981p-2));
static_assert(slopes::near(log[63], 0x1.dd24a7b156de4p-1));

constexpr auto log2 = slopes::of<slopes::opcode::log2>(std::array{
    0x1.142ae6537f96ap+1, 0x1.5498596ca2ff4p+1, 0x1.696728487cd34p+0, 0x1.8782bce54a301p+2,
    0x1.deede6b54b61p+1,  0x1.bca1df6c6782cp+2, 0x1.2fb73fac512aap+3, 0x1.faa0474d3b41cp-1,
    0x1.31710bf6ea522p+3, 0x1.621de758bc336p+2, 0x1.a0d673045d5fp+2,  0x1.0e3c9ac008cf4p-2,
    0x1.f9ceab9ca2e4dp+2, 0x1.7c3b17f2c80e7p+1, 0x1.78fcd0899314fp+0, 0x1.fed58a3d7be93p+2,
    0x1.722af79b36d77p+2, 0x1.45fd36be1a028p+2, 0x1.e5a2a7743cd83p+2, 0x1.186738ee4371ap+2,
    0x1.9d6a05d588e08p-2, 0x1.cb6e2be91c5cbp+2, 0x1.9a49792665536p+1, 0x1.2c76197c7ec1cp+2,
    0x1.25f6cea1c665ep+3, 0x1.09c504f597581p+3, 0x1.4c399f55f0552p-1, 0x1.f83bbb954d406p+2,
    0x1.7ab2c44095cb7p+2, 0x1.2bbf97d55a0b2p+3, 0x1.2be17eef88f5p-2,  0x1.67b972a108cfbp+0,
    0x1.80665d92c17cdp+2, 0x1.82563e01e56e8p+2, 0x1.868f9bedbf222p+2, 0x1.8d4ddcadd9a32p+2,
    0x1.48b43e497a0d1p+2, 0x1.0d712cde49542p+2, 0x1.482d2506b386bp+1, 0x1.2f1faed1aae2p+3,
    0x1.e480aa91353edp+0, 0x1.134f8c41d8cf7p+3, 0x1.27347215bf37cp+3, 0x1.2cdf2802d4b29p+3,
    0x1.5822857cb379p-1,  0x1.c5f87dc86ea13p+1, 0x1.15c59a1f0d5aap+3, 0x1.ff8295d941b7fp+0,
    0x1.10dbfdd33db3cp+3, 0x1.92201d804f874p+2, 0x1.ff04004de88e8p+2, 0x1.9535790067038p+2,
    0x1.b9cd9d0b4a514p+1, 0x1.4ab935e4611d8p+0, 0x1.32d7fb65bfe24p+3, 0x1.8340c81cef1bap-1,
    0x1.5ebfe6df978edp+1, 0x1.e56c9cefc85d8p+2, 0x1.2223c10229494p+2, 0x1.65b5ee6d401dcp-1,
    0x1.e948d86b78274p+1, 0x1.f7ed917d36dap+1,  0x1.4cfb2cadffe08p+1, 0x1.12b39c9ad791cp+0});
static_assert(slopes::near(log2[0], 0x1.565be903f0f07p-1));
static_assert(slopes::near(log2[1], 0x1.15990ae8154b9p-1));
static_assert(slopes::near(log2[2], 0x1.059d759405419p+0));
static_assert(slopes::near(log2[3], 0x1.e2fe3524c6957p-3));
static_assert(slopes::near(log2[4], 0x1.8ad5286d3257p-2));
static_assert(slopes::near(log2[5], 0x1.a949ce72dd857p-3));
static_assert(slopes::near(log2[6], 0x1.374e41dc60748p-3));
static_assert(slopes::near(log2[7], 0x1.753f5ca1127f1p+0));
static_assert(slopes::near(log2[8], 0x1.358bfa2ec2b08p-3));
static_assert(slopes::near(log2[9], 0x1.0aff798fd1cap-2));
static_assert(slopes::near(log2[10], 0x1.c5a57b61fc4ddp-3));
static_assert(slopes::near(log2[11], 0x1.5ddf6aa2043bfp+2));
static_assert(slopes::near(log2[12], 0x1.75da096b33bdfp-3));
static_assert(slopes::near(log2[13], 0x1.f152462bf234cp-2));
static_assert(slopes::near(log2[14], 0x1.f59993a751ec3p-1));
static_assert(slopes::near(log2[15], 0x1.722c3f37420f5p-3));
static_assert(slopes::near(log2[16], 0x1.fed74e57f49fdp-3));
static_assert(slopes::near(log2[17], 0x1.22091fbb8447ep-2));
static_assert(slopes::near(log2[18], 0x1.856166094111cp-3));
static_assert(slopes::near(log2[19], 0x1.513000ef8ec0ep-2));
static_assert(slopes::near(log2[20], 0x1.c9673321eb7c1p+1));
static_assert(slopes::near(log2[21], 0x1.9b9707e49c079p-3));
static_assert(slopes::near(log2[22], 0x1.cce3ae95ccc02p-2));
static_assert(slopes::near(log2[23], 0x1.3aad7a0e11df4p-2));
static_assert(slopes::near(log2[24], 0x1.41a1f83339c38p-3));
static_assert(slopes::near(log2[25], 0x1.63c0e3fb26197p-3));
static_assert(slopes::near(log2[26], 0x1.1c9771b6983f6p+1));
static_assert(slopes::near(log2[27], 0x1.7704c90403623p-3));
static_assert(slopes::near(log2[28], 0x1.f3557e3e76571p-3));
static_assert(slopes::near(log2[29], 0x1.3b6d12b88a7fap-3));
static_assert(slopes::near(log2[30], 0x1.3b4969b61554p+2));
static_assert(slopes::near(log2[31], 0x1.06d5f8df607f2p+0));
static_assert(slopes::near(log2[32], 0x1.ebed7acf7c909p-3));
static_assert(slopes::near(log2[33], 0x1.e97612da1ec76p-3));
static_assert(slopes::near(log2[34], 0x1.e42ae05aeb5dep-3));
static_assert(slopes::near(log2[35], 0x1.dbf335a85966ep-3));
static_assert(slopes::near(log2[36], 0x1.1fa3db6a4d9d1p-2));
static_assert(slopes::near(log2[37], 0x1.5ee7922e58c4ap-2));
static_assert(slopes::near(log2[38], 0x1.201a44b61718fp-1));
static_assert(slopes::near(log2[39], 0x1.37e9ea078b6ecp-3));
static_assert(slopes::near(log2[40], 0x1.864a7408c7b69p-1));
static_assert(slopes::near(log2[41], 0x1.576caeaa66fdcp-3));
static_assert(slopes::near(log2[42], 0x1.4047e51687c7bp-3));
static_assert(slopes::near(log2[43], 0x1.3a3f996f7d04bp-3));
static_assert(slopes::near(log2[44], 0x1.12be1336c32ap+1));
static_assert(slopes::near(log2[45], 0x1.a08a3ad070df4p-2));
static_assert(slopes::near(log2[46], 0x1.5461b641fc788p-3));
static_assert(slopes::near(log2[47], 0x1.71af043273c0ep-1));
static_assert(slopes::near(log2[48], 0x1.5a82888e1720bp-3));
static_assert(slopes::near(log2[49], 0x1.d63e5d6542255p-3));
static_assert(slopes::near(log2[50], 0x1.720a9750e3544p-3));
static_assert(slopes::near(log2[51], 0x1.d2aa516bad13bp-3));
static_assert(slopes::near(log2[52], 0x1.ac02fe134ff08p-2));
static_assert(slopes::near(log2[53], 0x1.1de23c3cc049cp+0));
static_assert(slopes::near(log2[54], 0x1.3421e146f8c98p-3));
static_assert(slopes::near(log2[55], 0x1.e84da1c296039p+0));
static_assert(slopes::near(log2[56], 0x1.0d8fa6110f064p-1));
static_assert(slopes::near(log2[57], 0x1.858cbf51dc164p-3));
static_assert(slopes::near(log2[58], 0x1.45df4b20f9974p-2));
static_assert(slopes::near(log2[59], 0x1.0850c25e3c6e6p+1));
static_assert(slopes::near(log2[60], 0x1.8279f44914125p-2));
static_assert(slopes::near(log2[61], 0x1.773ef459148bp-2));
static_assert(slopes::near(log2[62], 0x1.1bf204fdde1e1p-1));
static_assert(slopes::near(log2[63], 0x1.582fa1235b5dfp+0));

constexpr auto log10 = slopes::of<slopes::opcode::log10>(std::array{
    0x1.142ae6537f96ap+1, 0x1.5498596ca2ff4p+1, 0x1.696728487cd34p+0, 0x1.8782bce54a301p+2,
    0x1.deede6b54b61p+1,  0x1.bca1df6c6782cp+2, 0x1.2fb73fac512aap+3, 0x1.faa0474d3b41cp-1,
    0x1.31710bf6ea522p+3, 0x1.621de758bc336p+2, 0x1.a0d673045d5fp+2,  0x1.0e3c9ac008cf4p-2,
    0x1.f9ceab9ca2e4dp+2, 0x1.7c3b17f2c80e7p+1, 0x1.78fcd0899314fp+0, 0x1.fed58a3d7be93p+2,
    0x1.722af79b36d77p+2, 0x1.45fd36be1a028p+2, 0x1.e5a2a7743cd83p+2, 0x1.186738ee4371ap+2,
    0x1.9d6a05d588e08p-2, 0x1.cb6e2be91c5cbp+2, 0x1.9a49792665536p+1, 0x1.2c76197c7ec1cp+2,
    0x1.25f6cea1c665ep+3, 0x1.09c504f597581p+3, 0x1.4c399f55f0552p-1, 0x1.f83bbb954d406p+2,
    0x1.7ab2c44095cb7p+2, 0x1.2bbf97d55a0b2p+3, 0x1.2be17eef88f5p-2,  0x1.67b972a108cfbp+0,
    0x1.80665d92c17cdp+2, 0x1.82563e01e56e8p+2, 0x1.868f9bedbf222p+2, 0x1.8d4ddcadd9a32p+2,
    0x1.48b43e497a0d1p+2, 0x1.0d712cde49542p+2, 0x1.482d2506b386bp+1, 0x1.2f1faed1aae2p+3,
    0x1.e480aa91353edp+0, 0x1.134f8c41d8cf7p+3, 0x1.27347215bf37cp+3, 0x1.2cdf2802d4b29p+3,
    0x1.5822857cb379p-1,  0x1.c5f87dc86ea13p+1, 0x1.15c59a1f0d5aap+3, 0x1.ff8295d941b7fp+0,
    0x1.10dbfdd33db3cp+3, 0x1.92201d804f874p+2, 0x1.ff04004de88e8p+2, 0x1.9535790067038p+2,
    0x1.b9cd9d0b4a514p+1, 0x1.4ab935e4611d8p+0, 0x1.32d7fb65bfe24p+3, 0x1.8340c81cef1bap-1,
    0x1.5ebfe6df978edp+1, 0x1.e56c9cefc85d8p+2, 0x1.2223c10229494p+2, 0x1.65b5ee6d401dcp-1,
    0x1.e948d86b78274p+1, 0x1.f7ed917d36dap+1,  0x1.4cfb2cadffe08p+1, 0x1.12b39c9ad791cp+0});
static_assert(slopes::near(log10[0], 0x1.9c3dc89d43831p-3));
static_assert(slopes::near(log10[1], 0x1.4e42d67e7cb3dp-3));
static_assert(slopes::near(log10[2], 0x1.3b0414a4b9d75p-2));
static_assert(slopes::near(log10[3], 0x1.22ca6f469631ep-4));
static_assert(slopes::near(log10[4], 0x1.db6d06902511dp-4));
static_assert(slopes::near(log10[5], 0x1.000c901e3a326p-4));
static_assert(slopes::near(log10[6], 0x1.76d9729b2f829p-5));
static_assert(slopes::near(log10[7], 0x1.c16f4ddcf5978p-2));
static_assert(slopes::near(log10[8], 0x1.74bb41acd03ebp-5));
static_assert(slopes::near(log10[9], 0x1.417f60702f54bp-4));
static_assert(slopes::near(log10[10], 0x1.111f52b991ccbp-4));
static_assert(slopes::near(log10[11], 0x1.a549ea81e096ap+0));
static_assert(slopes::near(log10[12], 0x1.c2298d2610b52p-5));
static_assert(slopes::near(log10[13], 0x1.2b6ad4ad0b045p-3));
static_assert(slopes::near(log10[14], 0x1.2dfe44c80f9a3p-2));
static_assert(slopes::near(log10[15], 0x1.bdbb85fc1b36dp-5));
static_assert(slopes::near(log10[16], 0x1.338e946196c82p-4));
static_assert(slopes::near(log10[17], 0x1.5d3cda95d8331p-4));
static_assert(slopes::near(log10[18], 0x1.d4dc5d2a5dd3ap-5));
static_assert(slopes::near(log10[19], 0x1.9603a42c859cep-4));
static_assert(slopes::near(log10[20], 0x1.136255be7bca9p+0));
static_assert(slopes::near(log10[21], 0x1.ef9a8c1e57d63p-5));
static_assert(slopes::near(log10[22], 0x1.157ba9ac51aafp-3));
static_assert(slopes::near(log10[23], 0x1.7ae8de1715d35p-4));
static_assert(slopes::near(log10[24], 0x1.8348cb60b4b17p-5));
static_assert(slopes::near(log10[25], 0x1.ac5eaff8d5b3ap-5));
static_assert(slopes::near(log10[26], 0x1.56aeb239fdaeap-1));
static_assert(slopes::near(log10[27], 0x1.c39147c2759fdp-5));
static_assert(slopes::near(log10[28], 0x1.2ca106062c305p-4));
static_assert(slopes::near(log10[29], 0x1.7bcf9291a44dep-5));
static_assert(slopes::near(log10[30], 0x1.7ba4a2256254bp+0));
static_assert(slopes::near(log10[31], 0x1.3c7c623579191p-2));
static_assert(slopes::near(log10[32], 0x1.282b827c91142p-4));
static_assert(slopes::near(log10[33], 0x1.26af5d88db752p-4));
static_assert(slopes::near(log10[34], 0x1.237f74900a45ap-4));
static_assert(slopes::near(log10[35], 0x1.1e8cebf586ac1p-4));
static_assert(slopes::near(log10[36], 0x1.5a5a682ebac93p-4));
static_assert(slopes::near(log10[37], 0x1.a687fd5f7b658p-4));
static_assert(slopes::near(log10[38], 0x1.5ae8fd072dd95p-3));
static_assert(slopes::near(log10[39], 0x1.7794e095120ep-5));
static_assert(slopes::near(log10[40], 0x1.d5f4fd5ea2abfp-3));
static_assert(slopes::near(log10[41], 0x1.9d863be43c594p-5));
static_assert(slopes::near(log10[42], 0x1.81a8143ba0d6ep-5));
static_assert(slopes::near(log10[43], 0x1.7a648fdb7eb09p-5));
static_assert(slopes::near(log10[44], 0x1.4ad2aa4cd0202p-1));
static_assert(slopes::near(log10[45], 0x1.f59068288cac1p-4));
static_assert(slopes::near(log10[46], 0x1.99dc429c25ec1p-5));
static_assert(slopes::near(log10[47], 0x1.bd24bb1464afep-3));
static_assert(slopes::near(log10[48], 0x1.a13d4f3a23efdp-5));
static_assert(slopes::near(log10[49], 0x1.1b1d67d06156fp-4));
static_assert(slopes::near(log10[50], 0x1.bd92ff6856ad8p-5));
static_assert(slopes::near(log10[51], 0x1.18f5e3f1d3685p-4));
static_assert(slopes::near(log10[52], 0x1.01b04f8f83e5fp-3));
static_assert(slopes::near(log10[53], 0x1.583d02255aba2p-2));
static_assert(slopes::near(log10[54], 0x1.73073f7a99397p-5));
static_assert(slopes::near(log10[55], 0x1.25fce3bfa2382p-1));
static_assert(slopes::near(log10[56], 0x1.44957d1eec94cp-3));
static_assert(slopes::near(log10[57], 0x1.d5108fa05ef08p-5));
static_assert(slopes::near(log10[58], 0x1.8863a799aa46dp-4));
static_assert(slopes::near(log10[59], 0x1.3e447d1dbd618p-1));
static_assert(slopes::near(log10[60], 0x1.d15d2af13e65fp-4));
static_assert(slopes::near(log10[61], 0x1.c3d752b5dc1abp-4));
static_assert(slopes::near(log10[62], 0x1.55e78148dce44p-3));
static_assert(slopes::near(log10[63], 0x1.9e70f945b6dd3p-2));

constexpr std::uint64_t hash = slopes::hash(expm1, log, log2, log10);

}  // namespace

TEST_CASE("constant derivatives have the same bits on every compiler: expm1, log, log2, log10") {
  std::printf("slopes 1: 0x%016llx\n", static_cast<unsigned long long>(hash));
  CHECK(hash == hashes[1]);
}
