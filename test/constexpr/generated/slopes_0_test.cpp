// SPDX-License-Identifier: MIT
// Written by constexpr/generate.cpp.
#include "constexpr/hashes.hpp"
#include "constexpr/slopes.hpp"

namespace {

constexpr auto sqrt = slopes::of<slopes::opcode::sqrt>(std::array{
    0x1.4cfd11c32187ep+6, 0x1.1ca242510a9c7p+5, 0x1.654b37b7551e3p+6, 0x1.26450c006f9b5p+6,
    0x1.4095909f25364p+5, 0x1.3f001f8adb93ep+6, 0x1.7bb2f1cc07ed5p+4, 0x1.31d6edbce5055p+6,
    0x1.34300e164b683p+6, 0x1.7c74d7913b0c3p+5, 0x1.04393924b8c18p+0, 0x1.746f898aadaep+5,
    0x1.3b21796de5f37p+5, 0x1.4eafd0398298cp+6, 0x1.85227d2f1d11cp+2, 0x1.3e54e84d6e624p+5,
    0x1.2c7a9673faf03p+6, 0x1.3777165659f66p+6, 0x1.3e5078c7cb232p+3, 0x1.2e2f91337be64p+4,
    0x1.8bbcddcb8e4dap+5, 0x1.8cdc959911b38p+6, 0x1.0035c8126e009p+6, 0x1.78a490593ac6dp+4,
    0x1.025693234cd24p+6, 0x1.21937ea8e5b0cp+6, 0x1.749825d05c062p+6, 0x1.9bf1fb5d422e2p+5,
    0x1.9d48abec5f6edp+5, 0x1.abd88f7ba9be2p+5, 0x1.0174b04ccdcc2p+5, 0x1.59f59f85470d2p+4,
    0x1.f46715094dad6p+5, 0x1.cc8d014018856p+5, 0x1.c2344f9e6b22p+5,  0x1.74dc1103b2402p+6,
    0x1.7b89e1fe7217ep+6, 0x1.c8f0b1319027dp+5, 0x1.9c3eb115fe455p+3, 0x1.a98b2bf8d4a8p-5,
    0x1.d2b0199112a58p+5, 0x1.50d894c1ed2dp+5,  0x1.1a9ba6992ea78p+6, 0x1.388719a2fcb88p+6,
    0x1.76a81b253129p+5,  0x1.d4b0417faaf18p+3, 0x1.636311e6deb17p+5, 0x1.df9626caff2a4p+0,
    0x1.498ffda09e82cp+0, 0x1.2400cb4329146p+5, 0x1.f855c51efc09p+5,  0x1.f2581255e237bp+5,
    0x1.0fef1dd9c71dp+6,  0x1.4c0e26299ab02p+4, 0x1.31c44624a28eep+6, 0x1.9b08f4ec42404p+5,
    0x1.3f29dfe709723p+6, 0x1.e4d23b98ec2eep+4, 0x1.a5c164274a011p+5, 0x1.3da4974ad365cp+6,
    0x1.8e7ed277143f9p+5, 0x1.1c41f88d70cb4p+6, 0x1.5244d97197f82p+6, 0x1.1c32700133099p+6});
static_assert(slopes::near(sqrt[0], 0x1.c0ed32761c65dp-5));
static_assert(slopes::near(sqrt[1], 0x1.575883e368d55p-4));
static_assert(slopes::near(sqrt[2], 0x1.b163683e843c7p-5));
static_assert(slopes::near(sqrt[3], 0x1.dd8c530a255ccp-5));
static_assert(slopes::near(sqrt[4], 0x1.4385a3f2f4d08p-4));
static_assert(slopes::near(sqrt[5], 0x1.caa9e19f2d4b4p-5));
static_assert(slopes::near(sqrt[6], 0x1.a46842bbec1a2p-4));
static_assert(slopes::near(sqrt[7], 0x1.d46da4007e5e1p-5));
static_assert(slopes::near(sqrt[8], 0x1.d2a3ed7d80559p-5));
static_assert(slopes::near(sqrt[9], 0x1.28fa0e18f026p-4));
static_assert(slopes::near(sqrt[10], 0x1.fbd3f95f10f22p-2));
static_assert(slopes::near(sqrt[11], 0x1.2c28566512e2ep-4));
static_assert(slopes::near(sqrt[12], 0x1.464f3307e3ae2p-4));
static_assert(slopes::near(sqrt[13], 0x1.bfc9420bb29c2p-5));
static_assert(slopes::near(sqrt[14], 0x1.9f476b5cbc9ddp-3));
static_assert(slopes::near(sqrt[15], 0x1.44aa275e96f46p-4));
static_assert(slopes::near(sqrt[16], 0x1.d8969c1c6b87ep-5));
static_assert(slopes::near(sqrt[17], 0x1.d02dbdfc934a2p-5));
static_assert(slopes::near(sqrt[18], 0x1.44ac6a7309794p-3));
static_assert(slopes::near(sqrt[19], 0x1.d7406e0a94979p-4));
static_assert(slopes::near(sqrt[20], 0x1.232fbce488747p-4));
static_assert(slopes::near(sqrt[21], 0x1.9b3762a1853a6p-5));
static_assert(slopes::near(sqrt[22], 0x1.ffca40656d7aap-5));
static_assert(slopes::near(sqrt[23], 0x1.a61c060c63db7p-4));
static_assert(slopes::near(sqrt[24], 0x1.fdad7e9e6cf57p-5));
static_assert(slopes::near(sqrt[25], 0x1.e167193ba14d1p-5));
static_assert(slopes::near(sqrt[26], 0x1.a865830132985p-5));
static_assert(slopes::near(sqrt[27], 0x1.1d669b712b4c1p-4));
static_assert(slopes::near(sqrt[28], 0x1.1cf02f95efecdp-4));
static_assert(slopes::near(sqrt[29], 0x1.180c1574e7722p-4));
static_assert(slopes::near(sqrt[30], 0x1.69037ceea95c9p-4));
static_assert(slopes::near(sqrt[31], 0x1.b86e31d4a4f44p-4));
static_assert(slopes::near(sqrt[32], 0x1.02f314dc50ff1p-4));
static_assert(slopes::near(sqrt[33], 0x1.0debb253ca4c6p-4));
static_assert(slopes::near(sqrt[34], 0x1.1101335563f7cp-4));
static_assert(slopes::near(sqrt[35], 0x1.a83eda0233727p-5));
static_assert(slopes::near(sqrt[36], 0x1.a47efff9b2614p-5));
static_assert(slopes::near(sqrt[37], 0x1.0efc294ef671dp-4));
static_assert(slopes::near(sqrt[38], 0x1.1d4c0c8584be8p-3));
static_assert(slopes::near(sqrt[39], 0x1.18cdc2296265p+1));
static_assert(slopes::near(sqrt[40], 0x1.0c23da1218b1dp-4));
static_assert(slopes::near(sqrt[41], 0x1.3b9dbcdbb24a7p-4));
static_assert(slopes::near(sqrt[42], 0x1.e74d2c41e49e9p-5));
static_assert(slopes::near(sqrt[43], 0x1.cf639164af6a5p-5));
static_assert(slopes::near(sqrt[44], 0x1.2b443e53620a6p-4));
static_assert(slopes::near(sqrt[45], 0x1.0b9130ecb9bd1p-3));
static_assert(slopes::near(sqrt[46], 0x1.3345d93228caap-4));
static_assert(slopes::near(sqrt[47], 0x1.7612b55f3dad8p-2));
static_assert(slopes::near(sqrt[48], 0x1.c34106b9e655ap-2));
static_assert(slopes::near(sqrt[49], 0x1.52fc4e6cdcf12p-4));
static_assert(slopes::near(sqrt[50], 0x1.01f02295541c7p-4));
static_assert(slopes::near(sqrt[51], 0x1.037bdcecf1866p-4));
static_assert(slopes::near(sqrt[52], 0x1.f0c5efb78cab9p-5));
static_assert(slopes::near(sqrt[53], 0x1.c18e96ec37904p-4));
static_assert(slopes::near(sqrt[54], 0x1.d47bedd727cb9p-5));
static_assert(slopes::near(sqrt[55], 0x1.1db7766c2f866p-4));
static_assert(slopes::near(sqrt[56], 0x1.ca8be0a03fb91p-5));
static_assert(slopes::near(sqrt[57], 0x1.740c52a0285ap-4));
static_assert(slopes::near(sqrt[58], 0x1.1a0fe0218bff5p-4));
static_assert(slopes::near(sqrt[59], 0x1.cba4866c1293p-5));
static_assert(slopes::near(sqrt[60], 0x1.222d5d2b8046p-4));
static_assert(slopes::near(sqrt[61], 0x1.e5e2a7d39b4c7p-5));
static_assert(slopes::near(sqrt[62], 0x1.bd68acfc0b0aep-5));
static_assert(slopes::near(sqrt[63], 0x1.e5efeef403055p-5));

constexpr auto cbrt = slopes::of<slopes::opcode::cbrt>(std::array{
    0x1.d08416e589c98p+3,  -0x1.0fd88ea89e46cp+5, 0x1.5b0f997acd626p+6,  0x1.71174e55464fap+6,
    -0x1.d1aca16676685p+5, -0x1.47d1d8f16de7p+5,  -0x1.98bbc2f59b505p+5, 0x1.d4b7e8101ed38p+5,
    -0x1.5c32df77b782bp+6, 0x1.1ffbaea5eb602p+6,  0x1.9a7004cc343bcp+4,  -0x1.4536414f372a8p+6,
    0x1.df73bfba4890cp+5,  -0x1.d1759b25dda7p+2,  0x1.35a8a083ce46p+2,   0x1.1fd5b027a28bp+6,
    0x1.5cfc8326f8112p+6,  -0x1.e79125d0c292p+4,  0x1.53f04e1271e24p+6,  0x1.e7024012758bp+4,
    0x1.94679a5abf33cp+4,  0x1.59065a7f134c8p+5,  -0x1.1f54ed7099ca4p+5, 0x1.5dba8e87d184p+6,
    0x1.2b6de5fccf706p+6,  0x1.51a54ea0db878p+6,  0x1.075d2f439795ap+6,  -0x1.abf4f8e68389cp+4,
    0x1.4307eb69f6decp+6,  0x1.6583d3582c328p+5,  -0x1.59320ab85c408p+3, 0x1.02308d459f8ep+6,
    0x1.3c6bacdd10f5ep+6,  0x1.f06d3b93862fcp+5,  -0x1.f594449c95055p+5, -0x1.b68f84348935p+4,
    -0x1.47b95f465c373p+6, 0x1.20ae8ae7b49a8p+4,  0x1.22993c88b20b6p+6,  0x1.34f6f0002c388p+5,
    0x1.93d3776439d1p+4,   -0x1.85b6d9bd6db78p+6, 0x1.4fe83efc01644p+4,  0x1.639d7cd83654p+5,
    -0x1.4f201758bab49p+6, 0x1.2ab179300e998p+4,  -0x1.0e4028e647616p+5, -0x1.3d3dfbf7dcc64p+5,
    0x1.f1f882e5a96p-3,    -0x1.a4d53b0c719a8p+3, 0x1.d600abd440748p+5,  0x1.4270d6c9f0454p+5,
    0x1.d22541b28cf4p+5,   0x1.1f5ef155bb472p+6,  0x1.7d185f66446d6p+6,  -0x1.9e8bf2dd316p-2,
    -0x1.942d48220c806p+5, -0x1.0f1394f40d248p+5, 0x1.1d4e67e7d1742p+6,  -0x1.3a9485e1d0094p+6,
    0x1.16e0a932867e8p+5,  0x1.bfdb877c232acp+5,  0x1.b39e5dca7793p+3,   0x1.6b40c77c82e6p+3});
static_assert(slopes::near(cbrt[0], 0x1.cae1f0cdebf43p-5));
static_assert(slopes::near(cbrt[1], 0x1.044899900c6d1p-5));
static_assert(slopes::near(cbrt[2], 0x1.16a7e6d68140fp-6));
static_assert(slopes::near(cbrt[3], 0x1.0b7450c4db3b5p-6));
static_assert(slopes::near(cbrt[4], 0x1.6b9c7165365a5p-6));
static_assert(slopes::near(cbrt[5], 0x1.cb7b6d19fd2dbp-6));
static_assert(slopes::near(cbrt[6], 0x1.8ca451c2a5b85p-6));
static_assert(slopes::near(cbrt[7], 0x1.6a08fc9baa326p-6));
static_assert(slopes::near(cbrt[8], 0x1.160c6ac810e98p-6));
static_assert(slopes::near(cbrt[9], 0x1.3b9198fcf2e8p-6));
static_assert(slopes::near(cbrt[10], 0x1.39f15ef035d3ap-5));
static_assert(slopes::near(cbrt[11], 0x1.23003c528e515p-6));
static_assert(slopes::near(cbrt[12], 0x1.649c81a8e5f46p-6));
static_assert(slopes::near(cbrt[13], 0x1.6bb918d5a437fp-4));
static_assert(slopes::near(cbrt[14], 0x1.dd46b7fca0d1p-4));
static_assert(slopes::near(cbrt[15], 0x1.3bad5d7f3f3dep-6));
static_assert(slopes::near(cbrt[16], 0x1.15a1466e922c7p-6));
static_assert(slopes::near(cbrt[17], 0x1.17e4ae8fce6acp-5));
static_assert(slopes::near(cbrt[18], 0x1.1a88da6540e17p-6));
static_assert(slopes::near(cbrt[19], 0x1.181b6c09d9078p-5));
static_assert(slopes::near(cbrt[20], 0x1.3d0eb13054216p-5));
static_assert(slopes::near(cbrt[21], 0x1.bc13c1c464f42p-6));
static_assert(slopes::near(cbrt[22], 0x1.f5b0e206f4f66p-6));
static_assert(slopes::near(cbrt[23], 0x1.153ca995c88d1p-6));
static_assert(slopes::near(cbrt[24], 0x1.33797b5599a93p-6));
static_assert(slopes::near(cbrt[25], 0x1.1bcff10b354a6p-6));
static_assert(slopes::near(cbrt[26], 0x1.4ef0c83f74b78p-6));
static_assert(slopes::near(cbrt[27], 0x1.3150baccd3d5dp-5));
static_assert(slopes::near(cbrt[28], 0x1.244f2ce8564a5p-6));
static_assert(slopes::near(cbrt[29], 0x1.b1ac541ca4c8cp-6));
static_assert(slopes::near(cbrt[30], 0x1.17a8ac682ac91p-4));
static_assert(slopes::near(cbrt[31], 0x1.536696fc28056p-6));
static_assert(slopes::near(cbrt[32], 0x1.285dc6cce7028p-6));
static_assert(slopes::near(cbrt[33], 0x1.5c6f64426869dp-6));
static_assert(slopes::near(cbrt[34], 0x1.5a0b790116d22p-6));
static_assert(slopes::near(cbrt[35], 0x1.2c5fbb032e45bp-5));
static_assert(slopes::near(cbrt[36], 0x1.21830bc41ae4cp-6));
static_assert(slopes::near(cbrt[37], 0x1.8cf32eddb97e3p-5));
static_assert(slopes::near(cbrt[38], 0x1.39ac249f4ad0ap-6));
static_assert(slopes::near(cbrt[39], 0x1.ddfda45d4ccbdp-6));
static_assert(slopes::near(cbrt[40], 0x1.3d5c362ded79ep-5));
static_assert(slopes::near(cbrt[41], 0x1.01eefc4b908a1p-6));
static_assert(slopes::near(cbrt[42], 0x1.66d0548f70a93p-5));
static_assert(slopes::near(cbrt[43], 0x1.b3375ed645db6p-6));
static_assert(slopes::near(cbrt[44], 0x1.1d3bc4bbaf878p-6));
static_assert(slopes::near(cbrt[45], 0x1.8407a0304a4fp-5));
static_assert(slopes::near(cbrt[46], 0x1.054e90f3a2f67p-5));
static_assert(slopes::near(cbrt[47], 0x1.d5a3c174db5eap-6));
static_assert(slopes::near(cbrt[48], 0x1.b617c20a0e437p-1));
static_assert(slopes::near(cbrt[49], 0x1.ea1cba4eafdb3p-5));
static_assert(slopes::near(cbrt[50], 0x1.696014f28079ap-6));
static_assert(slopes::near(cbrt[51], 0x1.d093fc366b322p-6));
static_assert(slopes::near(cbrt[52], 0x1.6b5db42849784p-6));
static_assert(slopes::near(cbrt[53], 0x1.3c044d9a6d0ffp-6));
static_assert(slopes::near(cbrt[54], 0x1.05cedd6451c53p-6));
static_assert(slopes::near(cbrt[55], 0x1.37dd64d9519d3p-1));
static_assert(slopes::near(cbrt[56], 0x1.8f9e0c50b67b7p-6));
static_assert(slopes::near(cbrt[57], 0x1.04c6a0fbdb34ep-5));
static_assert(slopes::near(cbrt[58], 0x1.3d8a1ead691c5p-6));
static_assert(slopes::near(cbrt[59], 0x1.298567761ff68p-6));
static_assert(slopes::near(cbrt[60], 0x1.ffc79182344fp-6));
static_assert(slopes::near(cbrt[61], 0x1.7531195f6f52fp-6));
static_assert(slopes::near(cbrt[62], 0x1.def5543da6827p-5));
static_assert(slopes::near(cbrt[63], 0x1.0e4ff418afp-4));

constexpr auto exp = slopes::of<slopes::opcode::exp>(std::array{
    -0x1.2466ea4b4203ep+9, 0x1.5910578d38b8ep+9,  0x1.e8bb1f742d2bp+8,   -0x1.b292c138a89bp+7,
    -0x1.7588ee23c0cacp+8, 0x1.42c8c62ad0642p+9,  0x1.37c01a6a496cp+9,   0x1.28713a2388c28p+6,
    0x1.b8d976e52674p+8,   -0x1.3b4fed1d50fap+5,  0x1.b18477e8652dcp+7,  0x1.4a14f1ec8358p+9,
    -0x1.5133d0fa98ac8p+7, -0x1.feea0ef2d8d34p+8, 0x1.26115139217bp+9,   -0x1.cd272596e35dp+6,
    -0x1.22ad743c6471fp+9, 0x1.176de67cd7d56p+8,  0x1.908191843f938p+8,  -0x1.8e968d7a2819ap+8,
    0x1.b92148ee12c6p+7,   0x1.525d0f5007c42p+9,  0x1.1e756fb6fa334p+8,  0x1.1cdf704ba2e1ap+9,
    -0x1.0e43ca340df4p+4,  0x1.751aa759fd22p+8,   -0x1.29a3fab1d36c2p+9, 0x1.9ff894ef62d8cp+8,
    -0x1.5c81cb451a7fcp+9, -0x1.05d1ab487ef59p+9, -0x1.751c8175c2dp+3,   0x1.a38aa527423a4p+8,
    0x1.7d33936cee7p+8,    0x1.5f3b59b668e7p+6,   -0x1.da00e8d778831p+8, -0x1.300ea3161ed39p+9,
    0x1.f7f95134ca228p+8,  0x1.1b970845905b6p+9,  -0x1.2fec7b8efcee6p+9, 0x1.b416b61ba2c34p+8,
    -0x1.e7079e0a35d06p+8, 0x1.60bbfc2a6b528p+8,  0x1.5b96ae186268cp+8,  -0x1.3014d3d9fb738p+7,
    -0x1.cd4f7f480318bp+8, -0x1.971c625122d94p+8, -0x1.28b67190872cp+9,  -0x1.e1415dd49ae09p+8,
    -0x1.5ca2b705ad5b1p+9, -0x1.79a25ba608e8p+7,  -0x1.38197b2eaecf4p+7, -0x1.59e3237a5ec3ap+9,
    -0x1.aea8344a9a18ep+8, -0x1.7ef0e218dba4ap+7, 0x1.9e058b5a0e25p+8,   -0x1.0c4341314b137p+8,
    0x1.5479139389de4p+9,  0x1.19ebce1dd692cp+7,  -0x1.6567bef592b49p+8, -0x1.1a566527a22f3p+8,
    0x1.93223f36d0c94p+8,  0x1.35244c299254cp+7,  -0x1.f9c4adb698bb4p+8, 0x1.6249038ec8e4cp+8});
static_assert(slopes::near(exp[0], 0x1.3c8402fc25fe3p-844));
static_assert(slopes::near(exp[1], 0x1.8ff9ddebc7585p+995));
static_assert(slopes::near(exp[2], 0x1.106cd5b9efb3ap+705));
static_assert(slopes::near(exp[3], 0x1.6f839d19f29fep-314));
static_assert(slopes::near(exp[4], 0x1.12f5a5ecc09abp-539));
static_assert(slopes::near(exp[5], 0x1.4839a60c0c3a4p+931));
static_assert(slopes::near(exp[6], 0x1.6f7ad1b34cb57p+899));
static_assert(slopes::near(exp[7], 0x1.e40805ac24505p+106));
static_assert(slopes::near(exp[8], 0x1.0205618e85ff3p+636));
static_assert(slopes::near(exp[9], 0x1.199d64f856884p-57));
static_assert(slopes::near(exp[10], 0x1.a4ba240424ea8p+312));
static_assert(slopes::near(exp[11], 0x1.5546e9e02771dp+952));
static_assert(slopes::near(exp[12], 0x1.b17f540c8a457p-244));
static_assert(slopes::near(exp[13], 0x1.dfdd9911514a3p-738));
static_assert(slopes::near(exp[14], 0x1.6a016c37d74f7p+848));
static_assert(slopes::near(exp[15], 0x1.9883b27e8ca42p-167));
static_assert(slopes::near(exp[16], 0x1.373c795dbfafep-839));
static_assert(slopes::near(exp[17], 0x1.18626ee32cce2p+403));
static_assert(slopes::near(exp[18], 0x1.c0436b9b8346cp+577));
static_assert(slopes::near(exp[19], 0x1.f1a153048f4a7p-576));
static_assert(slopes::near(exp[20], 0x1.27b61640e2117p+318));
static_assert(slopes::near(exp[21], 0x1.3d8699ba86c43p+976));
static_assert(slopes::near(exp[22], 0x1.353e3cf06bfa7p+413));
static_assert(slopes::near(exp[23], 0x1.f52cf9180088ap+821));
static_assert(slopes::near(exp[24], 0x1.8c5a84729de2ep-25));
static_assert(slopes::near(exp[25], 0x1.35db59dfc9eafp+538));
static_assert(slopes::near(exp[26], 0x1.24391b2e9aa72p-859));
static_assert(slopes::near(exp[27], 0x1.16134213b1772p+600));
static_assert(slopes::near(exp[28], 0x1.56d3a75429bd3p-1006));
static_assert(slopes::near(exp[29], 0x1.76ce1e86ea18p-756));
static_assert(slopes::near(exp[30], 0x1.21bae8192dcdp-17));
static_assert(slopes::near(exp[31], 0x1.34ce889178515p+605));
static_assert(slopes::near(exp[32], 0x1.f120445d0ce6p+549));
static_assert(slopes::near(exp[33], 0x1.9a2da97cdb2dp+126));
static_assert(slopes::near(exp[34], 0x1.1d83f3130b018p-684));
static_assert(slopes::near(exp[35], 0x1.9923100931adfp-878));
static_assert(slopes::near(exp[36], 0x1.0eb7736d607f1p+727));
static_assert(slopes::near(exp[37], 0x1.343135571c686p+818));
static_assert(slopes::near(exp[38], 0x1.0b213029986c2p-877));
static_assert(slopes::near(exp[39], 0x1.1aae322e95f9fp+629));
static_assert(slopes::near(exp[40], 0x1.499a78cc1dd2ep-703));
static_assert(slopes::near(exp[41], 0x1.d9c5a2694109ep+508));
static_assert(slopes::near(exp[42], 0x1.61332794206bfp+501));
static_assert(slopes::near(exp[43], 0x1.922be0f3faa0cp-220));
static_assert(slopes::near(exp[44], 0x1.627bf4d9e8759p-666));
static_assert(slopes::near(exp[45], 0x1.95634e34c622bp-588));
static_assert(slopes::near(exp[46], 0x1.d34caec39f4d2p-857));
static_assert(slopes::near(exp[47], 0x1.9e860b99a659p-695));
static_assert(slopes::near(exp[48], 0x1.091469fa09ac7p-1006));
static_assert(slopes::near(exp[49], 0x1.828be9c7582fap-273));
static_assert(slopes::near(exp[50], 0x1.d329054ec4cc5p-226));
static_assert(slopes::near(exp[51], 0x1.f91117435fb63p-999));
static_assert(slopes::near(exp[52], 0x1.9debda0b7ce19p-622));
static_assert(slopes::near(exp[53], 0x1.b37d6669d4ed5p-277));
static_assert(slopes::near(exp[54], 0x1.3cb446f4f7733p+597));
static_assert(slopes::near(exp[55], 0x1.f880472b69ce3p-388));
static_assert(slopes::near(exp[56], 0x1.5128d3c380eep+982));
static_assert(slopes::near(exp[57], 0x1.494351868b837p+203));
static_assert(slopes::near(exp[58], 0x1.4b9422d638d21p-516));
static_assert(slopes::near(exp[59], 0x1.983209411152p-408));
static_assert(slopes::near(exp[60], 0x1.83c81ef5278ffp+581));
static_assert(slopes::near(exp[61], 0x1.ff867641f60bp+222));
static_assert(slopes::near(exp[62], 0x1.41eedc3f6fa2ep-730));
static_assert(slopes::near(exp[63], 0x1.1745187d31aa2p+511));

constexpr auto exp2 = slopes::of<slopes::opcode::exp2>(std::array{
    -0x1.a1b797d939bc6p+9, 0x1.ecf2c637759a6p+9,  0x1.5d17f1e544d5ap+9,  -0x1.3668d328786eap+8,
    -0x1.0acf85874090dp+9, 0x1.cd1ed1f405214p+9,  0x1.bd5b937344512p+9,  0x1.a77d2e7be7f1p+6,
    0x1.3ae4797f1b778p+9,  -0x1.c2722e29e165p+5,  0x1.35a7c35cda8e8p+8,  0x1.d78ba2bf971p+9,
    -0x1.e1b7bcd3b5888p+7, -0x1.6cf053d20896ep+9, 0x1.a418bd2d0b42p+9,   -0x1.49651ad97dd4cp+7,
    -0x1.9f40ef31b4108p+9, 0x1.8f2f4944a20c4p+8,  0x1.1e1367f0bfb2ap+9,  -0x1.1cb4ae32aeedcp+9,
    0x1.3b17c660e8d68p+8,  0x1.e3605f049d614p+9,  0x1.993a0d4e8ap+8,     0x1.96f60e22e8b02p+9,
    -0x1.8217b325cacap+4,  0x1.0a80c0adfdf3ap+9,  -0x1.a93366229bbf1p+9, 0x1.291f45cf8fbf6p+9,
    -0x1.f1ddfdd06effap+9, -0x1.7606f4b0b55edp+9, -0x1.0a8213541d6ep+4,  0x1.2bac2cd2e629ap+9,
    0x1.1049694dcee26p+9,  0x1.f5c280292826p+6,   -0x1.5292ef7556148p+9, -0x1.b25e0d8d509bfp+9,
    0x1.67fb3a0122abp+9,   0x1.9520e73ece396p+9,  -0x1.b22d42cc44c24p+9, 0x1.377defca98d4cp+9,
    -0x1.5be0de9994272p+9, 0x1.f7e7fa85bde38p+8,  0x1.f08e1d4768038p+8,  -0x1.b266e5808bc98p+7,
    -0x1.4981ed336fed1p+9, -0x1.22cb21a7ab2d8p+9, -0x1.a7e00ff30a3eep+9, -0x1.57c0f9e100e99p+9,
    -0x1.f20d0575d3146p+9, -0x1.0dbd1ce44f812p+8, -0x1.bddb4242b096p+7,  -0x1.ee1fe98a3e3c1p+9,
    -0x1.339cb7a3005aep+9, -0x1.11877ced2f2c8p+8, 0x1.27bad140533fp+9,   -0x1.7f3b81b4221bcp+8,
    0x1.e663d2d2c4f46p+9,  0x1.92be942aa03f8p+7,  -0x1.fe94355ed1944p+8, -0x1.9356d9a65568p+8,
    0x1.1ff3e4029522p+9,   0x1.b9a1915ff59d8p+7,  -0x1.694357826d18p+9,  0x1.fa1f29a768224p+8});
static_assert(slopes::near(exp2[0], 0x1.06a267f7bc00ep-836));
static_assert(slopes::near(exp2[1], 0x1.4a5ce4bf2e44ep+985));
static_assert(slopes::near(exp2[2], 0x1.94069328739bp+697));
static_assert(slopes::near(exp2[3], 0x1.0b3282249c714p-311));
static_assert(slopes::near(exp2[4], 0x1.cd6e56f6b06cbp-535));
static_assert(slopes::near(exp2[5], 0x1.a359f5e2976ecp+921));
static_assert(slopes::near(exp2[6], 0x1.235cc6ebb89cdp+890));
static_assert(slopes::near(exp2[7], 0x1.44d10862b4b66p+105));
static_assert(slopes::near(exp2[8], 0x1.31bf0ff81c4ddp+629));
static_assert(slopes::near(exp2[9], 0x1.1f1d448f2707ap-57));
static_assert(slopes::near(exp2[10], 0x1.1778c1279298p+309));
static_assert(slopes::near(exp2[11], 0x1.79f8fbcc01378p+942));
static_assert(slopes::near(exp2[12], 0x1.875d73f26923ap-242));
static_assert(slopes::near(exp2[13], 0x1.82538068b9f25p-731));
static_assert(slopes::near(exp2[14], 0x1.95c44956f894bp+839));
static_assert(slopes::near(exp2[15], 0x1.b5b072ff92cadp-166));
static_assert(slopes::near(exp2[16], 0x1.f35bf15a7438bp-832));
static_assert(slopes::near(exp2[17], 0x1.935dac6e1cb8ep+398));
static_assert(slopes::near(exp2[18], 0x1.8a3756cb34c9bp+571));
static_assert(slopes::near(exp2[19], 0x1.0acf4b288185ep-570));
static_assert(slopes::near(exp2[20], 0x1.7a7cf8a2502a6p+314));
static_assert(slopes::near(exp2[21], 0x1.2b06fc8412022p+966));
static_assert(slopes::near(exp2[22], 0x1.9f4bff60489b2p+408));
static_assert(slopes::near(exp2[23], 0x1.5048ecd6ad4cp+813));
static_assert(slopes::near(exp2[24], 0x1.44225c778ae7bp-25));
static_assert(slopes::near(exp2[25], 0x1.64573caae4c2cp+532));
static_assert(slopes::near(exp2[26], 0x1.0caaeffefbae9p-851));
static_assert(slopes::near(exp2[27], 0x1.a46161a76a464p+593));
static_assert(slopes::near(exp2[28], 0x1.aaa79e55d9074p-997));
static_assert(slopes::near(exp2[29], 0x1.55c5af616dc22p-749));
static_assert(slopes::near(exp2[30], 0x1.c2379130078dbp-18));
static_assert(slopes::near(exp2[31], 0x1.c2cd6d46097d2p+598));
static_assert(slopes::near(exp2[32], 0x1.0811215b06c47p+544));
static_assert(slopes::near(exp2[33], 0x1.e16d84652c239p+124));
static_assert(slopes::near(exp2[34], 0x1.404dfda163d94p-678));
static_assert(slopes::near(exp2[35], 0x1.aa834373b6244p-870));
static_assert(slopes::near(exp2[36], 0x1.59d5d58ce0c4p+719));
static_assert(slopes::near(exp2[37], 0x1.a81bdb994a74dp+809));
static_assert(slopes::near(exp2[38], 0x1.15bf7bb5282ebp-869));
static_assert(slopes::near(exp2[39], 0x1.5ef2b839328efp+622));
static_assert(slopes::near(exp2[40], 0x1.a40e86b8d1202p-697));
static_assert(slopes::near(exp2[41], 0x1.4c8b2eaa19033p+503));
static_assert(slopes::near(exp2[42], 0x1.04b8cd946c3adp+496));
static_assert(slopes::near(exp2[43], 0x1.34be477211d98p-218));
static_assert(slopes::near(exp2[44], 0x1.5f3546605501dp-660));
static_assert(slopes::near(exp2[45], 0x1.d888431f55526p-583));
static_assert(slopes::near(exp2[46], 0x1.a5e59f56d4119p-849));
static_assert(slopes::near(exp2[47], 0x1.f33f0d90dd2aap-689));
static_assert(slopes::near(exp2[48], 0x1.4aba8cf5b8c51p-997));
static_assert(slopes::near(exp2[49], 0x1.a959f7dddf72p-271));
static_assert(slopes::near(exp2[50], 0x1.74fd7a8446046p-224));
static_assert(slopes::near(exp2[51], 0x1.2a9195636f23dp-989));
static_assert(slopes::near(exp2[52], 0x1.2fc77c63bdb34p-616));
static_assert(slopes::near(exp2[53], 0x1.ebd1a9c198279p-275));
static_assert(slopes::near(exp2[54], 0x1.e8009e172e6dbp+590));
static_assert(slopes::near(exp2[55], 0x1.2e146bbe314d7p-384));
static_assert(slopes::near(exp2[56], 0x1.30ab973007a95p+972));
static_assert(slopes::near(exp2[57], 0x1.cb5a3bed875dbp+200));
static_assert(slopes::near(exp2[58], 0x1.db2b0a6d104b5p-512));
static_assert(slopes::near(exp2[59], 0x1.1885e0d473a62p-404));
static_assert(slopes::near(exp2[60], 0x1.4c5db8eac13b7p+575));
static_assert(slopes::near(exp2[61], 0x1.384d31bca4082p+220));
static_assert(slopes::near(exp2[62], 0x1.ece428bc9d97p-724));
static_assert(slopes::near(exp2[63], 0x1.8222a8be0dc4fp+505));

constexpr std::uint64_t hash = slopes::hash(sqrt, cbrt, exp, exp2);

}  // namespace

TEST_CASE("constant derivatives have the same bits on every compiler: sqrt, cbrt, exp, exp2") {
  std::printf("slopes 0: 0x%016llx\n", static_cast<unsigned long long>(hash));
  CHECK(hash == hashes[0]);
}
