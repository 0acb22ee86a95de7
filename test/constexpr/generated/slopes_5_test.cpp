// SPDX-License-Identifier: MIT
// Written by constexpr/generate.cpp.
#include "constexpr/hashes.hpp"
#include "constexpr/slopes.hpp"

namespace {

constexpr auto atanh = slopes::of<slopes::opcode::atanh>(std::array{
    -0x1.bfdd80946c2a8p-3, 0x1.1d85d2c07b9d6p-1,  0x1.5a244e705e07p-3,   -0x1.6d7ea1c9978a8p-1,
    -0x1.92848df344e1ap-1, 0x1.366efade654ep-4,   -0x1.fe6eef34b218ap-1, 0x1.b508d69c30d44p-2,
    0x1.db94780d649fp-1,   0x1.75edc9665dd48p-3,  -0x1.f26d3eb2863ecp-1, -0x1.8d5ca1e4cc094p-2,
    0x1.da6fe3cd2619p-1,   -0x1.b5fd54fc6f5fp-2,  -0x1.eae89f916263p-2,  0x1.2ed3f876bde1cp-2,
    -0x1.1508a0521f4ep-3,  0x1.4a7e5ebae1dp-8,    -0x1.4af30a1d81ca8p-3, 0x1.dcfbd71ee6d7p-3,
    -0x1.ad55f6d411124p-2, -0x1.5da738d366518p-1, 0x1.beb8ed4067b88p-1,  0x1.5b9c78bf47188p-1,
    0x1.5e27fecb503b6p-1,  0x1.e63aa48504b5p-2,   0x1.4431a1d64a1bap-1,  -0x1.f73b184172f8ap-1,
    -0x1.928a1a68fac2ep-1, 0x1.3abe6472046d2p-1,  -0x1.e350799de4968p-2, -0x1.40e7101760dfap-1,
    -0x1.076816c7beeaep-1, 0x1.9ee7b8ad6d898p-2,  -0x1.e45c3c085d0c8p-2, -0x1.f7b6f83c53e8cp-2,
    0x1.633e59769b62p-2,   -0x1.3f828c801ede4p-2, 0x1.e111d4260109ap-1,  -0x1.c3425116247f2p-1,
    0x1.97f1f170aff04p-1,  0x1.07eaf938791c4p-2,  -0x1.b0019e920ffbcp-1, -0x1.b26645016f9d2p-1,
    0x1.d065469b1a9c4p-1,  -0x1.efbf99f54647cp-2, 0x1.19d20993f77ccp-2,  -0x1.4625d2e1cad06p-1,
    -0x1.3d2d61bace4p-9,   0x1.5203fe7fae4fcp-1,  -0x1.a78ad855bcf3cp-2, -0x1.af883894f08a4p-1,
    0x1.06eb985af9228p-1,  0x1.9927b350f148cp-2,  -0x1.30238fdc42bdp-1,  -0x1.29ce75067eaf4p-1,
    -0x1.7d52b561a5918p-3, -0x1.9b80d53a9a8d8p-3, 0x1.0e151900ee144p-2,  -0x1.04aa4b5cf8cfp-2,
    -0x1.95adf48126c78p-3, -0x1.96968a204574ap-1, -0x1.2bc5409d07a6cp-1, 0x1.833075a41bb2cp-1});
static_assert(slopes::near(atanh[0], 0x1.0cdb86038b4fap+0));
static_assert(slopes::near(atanh[1], 0x1.738bb1e3e2918p+0));
static_assert(slopes::near(atanh[2], 0x1.078725a1675c5p+0));
static_assert(slopes::near(atanh[3], 0x1.0501c27e85571p+1));
static_assert(slopes::near(atanh[4], 0x1.4f2173ecbac4dp+1));
static_assert(slopes::near(atanh[5], 0x1.017a9db66661bp+0));
static_assert(slopes::near(atanh[6], 0x1.474f659bee076p+7));
static_assert(slopes::near(atanh[7], 0x1.39042700cc7bfp+0));
static_assert(slopes::near(atanh[8], 0x1.d273c5470c95ap+2));
static_assert(slopes::near(atanh[9], 0x1.08d412dc34663p+0));
static_assert(slopes::near(atanh[10], 0x1.31d2d040815d4p+4));
static_assert(slopes::near(atanh[11], 0x1.2d61fbe116ab6p+0));
static_assert(slopes::near(atanh[12], 0x1.c4c8b28db14afp+2));
static_assert(slopes::near(atanh[13], 0x1.395250e5d4dap+0));
static_assert(slopes::near(atanh[14], 0x1.4c6498f96eefp+0));
static_assert(slopes::near(atanh[15], 0x1.1888da044f824p+0));
static_assert(slopes::near(atanh[16], 0x1.04c588b6f942fp+0));
static_assert(slopes::near(atanh[17], 0x1.0001aaacd1ba3p+0));
static_assert(slopes::near(atanh[18], 0x1.06dd413f3d3e5p+0));
static_assert(slopes::near(atanh[19], 0x1.0eaec9bc8ed9ap+0));
static_assert(slopes::near(atanh[20], 0x1.3699b890378c8p+0));
static_assert(slopes::near(atanh[21], 0x1.dfbccd2df7232p+0));
static_assert(slopes::near(atanh[22], 0x1.0c1433cc6d90bp+2));
static_assert(slopes::near(atanh[23], 0x1.dae75eac376f5p+0));
static_assert(slopes::near(atanh[24], 0x1.e0f2a2604445dp+0));
static_assert(slopes::near(atanh[25], 0x1.4a8581e34499cp+0));
static_assert(slopes::near(atanh[26], 0x1.ab546c26f442dp+0));
static_assert(slopes::near(atanh[27], 0x1.d72040224841ap+4));
static_assert(slopes::near(atanh[28], 0x1.4f3068426054dp+1));
static_assert(slopes::near(atanh[29], 0x1.9b8203b2494ffp+0));
static_assert(slopes::near(atanh[30], 0x1.49601c6c184e7p+0));
static_assert(slopes::near(atanh[31], 0x1.a5a11f78f07ddp+0));
static_assert(slopes::near(atanh[32], 0x1.5c25400fed3dap+0));
static_assert(slopes::near(atanh[33], 0x1.32486de932143p+0));
static_assert(slopes::near(atanh[34], 0x1.49c8f546b36d5p+0));
static_assert(slopes::near(atanh[35], 0x1.51b82e2eb576bp+0));
static_assert(slopes::near(atanh[36], 0x1.230682569b2b8p+0));
static_assert(slopes::near(atanh[37], 0x1.1b9c97cbe339dp+0));
static_assert(slopes::near(atanh[38], 0x1.111a2c938dc8fp+3));
static_assert(slopes::near(atanh[39], 0x1.1ebe9cbd518f5p+2));
static_assert(slopes::near(atanh[40], 0x1.5e87b98503c7ep+1));
static_assert(slopes::near(atanh[41], 0x1.1237095a1a875p+0));
static_assert(slopes::near(atanh[42], 0x1.bc5811deeb28ap+1));
static_assert(slopes::near(atanh[43], 0x1.c8e39dae9fedep+1));
static_assert(slopes::near(atanh[44], 0x1.68f33405f8708p+2));
static_assert(slopes::near(atanh[45], 0x1.4e5ebc615afep+0));
static_assert(slopes::near(atanh[46], 0x1.14fab8579a1c6p+0));
static_assert(slopes::near(atanh[47], 0x1.aed0ceee1a608p+0));
static_assert(slopes::near(atanh[48], 0x1.0000623e80b8ep+0));
static_assert(slopes::near(atanh[49], 0x1.c5c6f790b8466p+0));
static_assert(slopes::near(atanh[50], 0x1.34d5b51632decp+0));
static_assert(slopes::near(atanh[51], 0x1.b9f28a994929ap+1));
static_assert(slopes::near(atanh[52], 0x1.5baf103fbe378p+0));
static_assert(slopes::near(atanh[53], 0x1.30a2cb4640aecp+0));
static_assert(slopes::near(atanh[54], 0x1.8b9669573f043p+0));
static_assert(slopes::near(atanh[55], 0x1.82e4ef1849149p+0));
static_assert(slopes::near(atanh[56], 0x1.0931951bbd313p+0));
static_assert(slopes::near(atanh[57], 0x1.0ac52c2574524p+0));
static_assert(slopes::near(atanh[58], 0x1.1323e4fedeefep+0));
static_assert(slopes::near(atanh[59], 0x1.11bce40e96941p+0));
static_assert(slopes::near(atanh[60], 0x1.0a7484de672c6p+0));
static_assert(slopes::near(atanh[61], 0x1.5a875a3c07662p+1));
static_assert(slopes::near(atanh[62], 0x1.8587ad4a82e6ep+0));
static_assert(slopes::near(atanh[63], 0x1.2afbb963c59d7p+1));

constexpr auto erf = slopes::of<slopes::opcode::erf>(std::array{
    0x1.63753750adb6cp+0,  0x1.51adeacf91952p+1,  0x1.ec641f587b208p+1,  0x1.6fc41e557312p-2,
    0x1.a40969590a668p-1,  -0x1.aefe2e3a9f22p-1,  -0x1.04932a0a34e3cp+2, 0x1.b3d3bdfbe9614p+0,
    -0x1.cf959861aaefap+0, 0x1.60ad8d22364e6p+1,  -0x1.5da55ddb05c7fp+1, 0x1.c91c13169f85p+1,
    -0x1.bd95cb5a5fa38p-1, 0x1.1d8244b6e7ea4p+2,  -0x1.3cc833e87396ep+2, 0x1.146204a506bcap+1,
    -0x1.2315ed03a2358p+1, -0x1.78d5285add3a2p+1, 0x1.1bd504a70d908p+1,  -0x1.5f84bdaad08p-7,
    -0x1.fbbd3f330dd09p+1, -0x1.0a40ecd21ecc9p+2, -0x1.08bff645abf4p-4,  -0x1.4da283e49ca7p-1,
    -0x1.7acb253afba49p+1, -0x1.117d1ff451bdcp+1, -0x1.3927cf450a729p+2, 0x1.e550173099a7p+1,
    0x1.05a1b5a0746a6p+2,  -0x1.327f2c5a4d539p+2, 0x1.24e2402eb846cp+0,  -0x1.73055d1c3a358p+0,
    0x1.73f68a0bd99c8p+1,  0x1.2ff5403a61d52p+1,  0x1.434437ce333a8p+1,  -0x1.a462bd09293p-2,
    -0x1.e153ee5fd0dp-1,   -0x1.34ca2f197367cp+1, -0x1.ff28b4b73baf4p+1, 0x1.bbb5452a7d5bcp+1,
    0x1.696fe879ddf6p-2,   0x1.1314a8bbce2b8p-1,  0x1.4a964861586dp-1,   0x1.b125ef4bf65f8p-1,
    0x1.a9ef79e0de3ap+0,   0x1.2d07483b1c82p-3,   0x1.ef082df7161fp-1,   0x1.9fb0c96d50fa8p+1,
    -0x1.48592e89b9afp+1,  0x1.3ad4cb696c144p+2,  0x1.1e7406f5758eep+2,  0x1.68f9abdf17ec8p+1,
    0x1.bcb77267f21ccp+0,  -0x1.b9d7c4a6153c6p+1, -0x1.7f2f347f962bp-1,  0x1.7317f114b081p-2,
    0x1.51dbc9bd168p-6,    0x1.0a88e52594a7ap+2,  -0x1.1e28003e47ad3p+1, 0x1.14a6c7feecde8p+2,
    0x1.f071f5bf10f2p+1,   -0x1.929e8d173b91ap+1, -0x1.05ac4cb26d28p-4,  0x1.263dec3733cp+1});
static_assert(slopes::near(erf[0], 0x1.501d086746551p-3));
static_assert(slopes::near(erf[1], 0x1.18d4d0f54bbe1p-10));
static_assert(slopes::near(erf[2], 0x1.c5a1a86bf8b3fp-22));
static_assert(slopes::near(erf[3], 0x1.fbd114da3b9a5p-1));
static_assert(slopes::near(erf[4], 0x1.26bc25437129ep-1));
static_assert(slopes::near(erf[5], 0x1.1c6f9d5a4fd06p-1));
static_assert(slopes::near(erf[6], 0x1.3249a53eb7263p-24));
static_assert(slopes::near(erf[7], 0x1.fd76fa467c217p-5));
static_assert(slopes::near(erf[8], 0x1.5c13955cf7f5fp-5));
static_assert(slopes::near(erf[9], 0x1.2a8b83c7ccdd3p-11));
static_assert(slopes::near(erf[10], 0x1.53fb32dd8bed9p-11));
static_assert(slopes::near(erf[11], 0x1.b62037069ceap-19));
static_assert(slopes::near(erf[12], 0x1.0ee3e3cba394bp-1));
static_assert(slopes::near(erf[13], 0x1.60d85afb09018p-29));
static_assert(slopes::near(erf[14], 0x1.c6a75730540e9p-36));
static_assert(slopes::near(erf[15], 0x1.5d353000c209fp-7));
static_assert(slopes::near(erf[16], 0x1.a3b712018540fp-8));
static_assert(slopes::near(erf[17], 0x1.975d32a036dc6p-13));
static_assert(slopes::near(erf[18], 0x1.0eaf77ba37b64p-7));
static_assert(slopes::near(erf[19], 0x1.20d4f2925990fp+0));
static_assert(slopes::near(erf[20], 0x1.6380cabda31a9p-23));
static_assert(slopes::near(erf[21], 0x1.2716354a3e362p-25));
static_assert(slopes::near(erf[22], 0x1.1fa9271a2f09dp+0));
static_assert(slopes::near(erf[23], 0x1.79d85d9f1af21p-1));
static_assert(slopes::near(erf[24], 0x1.7423f85ee9554p-13));
static_assert(slopes::near(erf[25], 0x1.80d41b4980925p-7));
static_assert(slopes::near(erf[26], 0x1.8d134475976c3p-35));
static_assert(slopes::near(erf[27], 0x1.5a07df2438705p-21));
static_assert(slopes::near(erf[28], 0x1.0baddf1d15392p-24));
static_assert(slopes::near(erf[29], 0x1.0fd4b8750961dp-33));
static_assert(slopes::near(erf[30], 0x1.381aff82b3c0bp-2));
static_assert(slopes::near(erf[31], 0x1.1ada7d6fee4p-3));
static_assert(slopes::near(erf[32], 0x1.fce7c5a2b284bp-13));
static_assert(slopes::near(erf[33], 0x1.06fa5b05e2296p-8));
static_assert(slopes::near(erf[34], 0x1.f64afea51c8a7p-10));
static_assert(slopes::near(erf[35], 0x1.e81fc264e7637p-1));
static_assert(slopes::near(erf[36], 0x1.dd7581abe9fd4p-2));
static_assert(slopes::near(erf[37], 0x1.b7018e2a01b04p-9));
static_assert(slopes::near(erf[38], 0x1.1f65920513b92p-23));
static_assert(slopes::near(erf[39], 0x1.c9b1682e63414p-18));
static_assert(slopes::near(erf[40], 0x1.fe0e83dc966dbp-1));
static_assert(slopes::near(erf[41], 0x1.b0e039dd90e35p-1));
static_assert(slopes::near(erf[42], 0x1.7cc63dbe1ee8cp-1));
static_assert(slopes::near(erf[43], 0x1.1a6c1c0689819p-1));
static_assert(slopes::near(erf[44], 0x1.221de42fc1375p-4));
static_assert(slopes::near(erf[45], 0x1.1ab0e9401af6cp+0));
static_assert(slopes::near(erf[46], 0x1.c5b3509cc5107p-2));
static_assert(slopes::near(erf[47], 0x1.f1769afe5d1e9p-16));
static_assert(slopes::near(erf[48], 0x1.9a5fcf60dfa71p-10));
static_assert(slopes::near(erf[49], 0x1.331c655a7e5e4p-35));
static_assert(slopes::near(erf[50], 0x1.3540a58585f3cp-29));
static_assert(slopes::near(erf[51], 0x1.9ffc85f01c4p-12));
static_assert(slopes::near(erf[52], 0x1.c41bb0ecbd9b5p-5));
static_assert(slopes::near(erf[53], 0x1.fa3de958067d7p-18));
static_assert(slopes::near(erf[54], 0x1.49f7a60cbe1a8p-1));
static_assert(slopes::near(erf[55], 0x1.faa0a2d23d7fep-1));
static_assert(slopes::near(erf[56], 0x1.20be048f7d057p+0));
static_assert(slopes::near(erf[57], 0x1.1c7da58a72d9cp-25));
static_assert(slopes::near(erf[58], 0x1.f352225fe9e9ap-8));
static_assert(slopes::near(erf[59], 0x1.297d09cd8093ap-27));
static_assert(slopes::near(erf[60], 0x1.632c89ea0c2c8p-22));
static_assert(slopes::near(erf[61], 0x1.ddd0f2e25ef0bp-15));
static_assert(slopes::near(erf[62], 0x1.1fb0433529198p+0));
static_assert(slopes::near(erf[63], 0x1.76f59d471c3fp-8));

constexpr auto erfc = slopes::of<slopes::opcode::erfc>(std::array{
    0x1.63753750adb6cp+0,  0x1.51adeacf91952p+1,  0x1.ec641f587b208p+1,  0x1.6fc41e557312p-2,
    0x1.a40969590a668p-1,  -0x1.aefe2e3a9f22p-1,  -0x1.04932a0a34e3cp+2, 0x1.b3d3bdfbe9614p+0,
    -0x1.cf959861aaefap+0, 0x1.60ad8d22364e6p+1,  -0x1.5da55ddb05c7fp+1, 0x1.c91c13169f85p+1,
    -0x1.bd95cb5a5fa38p-1, 0x1.1d8244b6e7ea4p+2,  -0x1.3cc833e87396ep+2, 0x1.146204a506bcap+1,
    -0x1.2315ed03a2358p+1, -0x1.78d5285add3a2p+1, 0x1.1bd504a70d908p+1,  -0x1.5f84bdaad08p-7,
    -0x1.fbbd3f330dd09p+1, -0x1.0a40ecd21ecc9p+2, -0x1.08bff645abf4p-4,  -0x1.4da283e49ca7p-1,
    -0x1.7acb253afba49p+1, -0x1.117d1ff451bdcp+1, -0x1.3927cf450a729p+2, 0x1.e550173099a7p+1,
    0x1.05a1b5a0746a6p+2,  -0x1.327f2c5a4d539p+2, 0x1.24e2402eb846cp+0,  -0x1.73055d1c3a358p+0,
    0x1.73f68a0bd99c8p+1,  0x1.2ff5403a61d52p+1,  0x1.434437ce333a8p+1,  -0x1.a462bd09293p-2,
    -0x1.e153ee5fd0dp-1,   -0x1.34ca2f197367cp+1, -0x1.ff28b4b73baf4p+1, 0x1.bbb5452a7d5bcp+1,
    0x1.696fe879ddf6p-2,   0x1.1314a8bbce2b8p-1,  0x1.4a964861586dp-1,   0x1.b125ef4bf65f8p-1,
    0x1.a9ef79e0de3ap+0,   0x1.2d07483b1c82p-3,   0x1.ef082df7161fp-1,   0x1.9fb0c96d50fa8p+1,
    -0x1.48592e89b9afp+1,  0x1.3ad4cb696c144p+2,  0x1.1e7406f5758eep+2,  0x1.68f9abdf17ec8p+1,
    0x1.bcb77267f21ccp+0,  -0x1.b9d7c4a6153c6p+1, -0x1.7f2f347f962bp-1,  0x1.7317f114b081p-2,
    0x1.51dbc9bd168p-6,    0x1.0a88e52594a7ap+2,  -0x1.1e28003e47ad3p+1, 0x1.14a6c7feecde8p+2,
    0x1.f071f5bf10f2p+1,   -0x1.929e8d173b91ap+1, -0x1.05ac4cb26d28p-4,  0x1.263dec3733cp+1});
static_assert(slopes::near(erfc[0], -0x1.501d086746551p-3));
static_assert(slopes::near(erfc[1], -0x1.18d4d0f54bbe1p-10));
static_assert(slopes::near(erfc[2], -0x1.c5a1a86bf8b3fp-22));
static_assert(slopes::near(erfc[3], -0x1.fbd114da3b9a5p-1));
static_assert(slopes::near(erfc[4], -0x1.26bc25437129ep-1));
static_assert(slopes::near(erfc[5], -0x1.1c6f9d5a4fd06p-1));
static_assert(slopes::near(erfc[6], -0x1.3249a53eb7263p-24));
static_assert(slopes::near(erfc[7], -0x1.fd76fa467c217p-5));
static_assert(slopes::near(erfc[8], -0x1.5c13955cf7f5fp-5));
static_assert(slopes::near(erfc[9], -0x1.2a8b83c7ccdd3p-11));
static_assert(slopes::near(erfc[10], -0x1.53fb32dd8bed9p-11));
static_assert(slopes::near(erfc[11], -0x1.b62037069ceap-19));
static_assert(slopes::near(erfc[12], -0x1.0ee3e3cba394bp-1));
static_assert(slopes::near(erfc[13], -0x1.60d85afb09018p-29));
static_assert(slopes::near(erfc[14], -0x1.c6a75730540e9p-36));
static_assert(slopes::near(erfc[15], -0x1.5d353000c209fp-7));
static_assert(slopes::near(erfc[16], -0x1.a3b712018540fp-8));
static_assert(slopes::near(erfc[17], -0x1.975d32a036dc6p-13));
static_assert(slopes::near(erfc[18], -0x1.0eaf77ba37b64p-7));
static_assert(slopes::near(erfc[19], -0x1.20d4f2925990fp+0));
static_assert(slopes::near(erfc[20], -0x1.6380cabda31a9p-23));
static_assert(slopes::near(erfc[21], -0x1.2716354a3e362p-25));
static_assert(slopes::near(erfc[22], -0x1.1fa9271a2f09dp+0));
static_assert(slopes::near(erfc[23], -0x1.79d85d9f1af21p-1));
static_assert(slopes::near(erfc[24], -0x1.7423f85ee9554p-13));
static_assert(slopes::near(erfc[25], -0x1.80d41b4980925p-7));
static_assert(slopes::near(erfc[26], -0x1.8d134475976c3p-35));
static_assert(slopes::near(erfc[27], -0x1.5a07df2438705p-21));
static_assert(slopes::near(erfc[28], -0x1.0baddf1d15392p-24));
static_assert(slopes::near(erfc[29], -0x1.0fd4b8750961dp-33));
static_assert(slopes::near(erfc[30], -0x1.381aff82b3c0bp-2));
static_assert(slopes::near(erfc[31], -0x1.1ada7d6fee4p-3));
static_assert(slopes::near(erfc[32], -0x1.fce7c5a2b284bp-13));
static_assert(slopes::near(erfc[33], -0x1.06fa5b05e2296p-8));
static_assert(slopes::near(erfc[34], -0x1.f64afea51c8a7p-10));
static_assert(slopes::near(erfc[35], -0x1.e81fc264e7637p-1));
static_assert(slopes::near(erfc[36], -0x1.dd7581abe9fd4p-2));
static_assert(slopes::near(erfc[37], -0x1.b7018e2a01b04p-9));
static_assert(slopes::near(erfc[38], -0x1.1f65920513b92p-23));
static_assert(slopes::near(erfc[39], -0x1.c9b1682e63414p-18));
static_assert(slopes::near(erfc[40], -0x1.fe0e83dc966dbp-1));
static_assert(slopes::near(erfc[41], -0x1.b0e039dd90e35p-1));
static_assert(slopes::near(erfc[42], -0x1.7cc63dbe1ee8cp-1));
static_assert(slopes::near(erfc[43], -0x1.1a6c1c0689819p-1));
static_assert(slopes::near(erfc[44], -0x1.221de42fc1375p-4));
static_assert(slopes::near(erfc[45], -0x1.1ab0e9401af6cp+0));
static_assert(slopes::near(erfc[46], -0x1.c5b3509cc5107p-2));
static_assert(slopes::near(erfc[47], -0x1.f1769afe5d1e9p-16));
static_assert(slopes::near(erfc[48], -0x1.9a5fcf60dfa71p-10));
static_assert(slopes::near(erfc[49], -0x1.331c655a7e5e4p-35));
static_assert(slopes::near(erfc[50], -0x1.3540a58585f3cp-29));
static_assert(slopes::near(erfc[51], -0x1.9ffc85f01c4p-12));
static_assert(slopes::near(erfc[52], -0x1.c41bb0ecbd9b5p-5));
static_assert(slopes::near(erfc[53], -0x1.fa3de958067d7p-18));
static_assert(slopes::near(erfc[54], -0x1.49f7a60cbe1a8p-1));
static_assert(slopes::near(erfc[55], -0x1.faa0a2d23d7fep-1));
static_assert(slopes::near(erfc[56], -0x1.20be048f7d057p+0));
static_assert(slopes::near(erfc[57], -0x1.1c7da58a72d9cp-25));
static_assert(slopes::near(erfc[58], -0x1.f352225fe9e9ap-8));
static_assert(slopes::near(erfc[59], -0x1.297d09cd8093ap-27));
static_assert(slopes::near(erfc[60], -0x1.632c89ea0c2c8p-22));
static_assert(slopes::near(erfc[61], -0x1.ddd0f2e25ef0bp-15));
static_assert(slopes::near(erfc[62], -0x1.1fb0433529198p+0));
static_assert(slopes::near(erfc[63], -0x1.76f59d471c3fp-8));

constexpr auto tgamma = slopes::of<slopes::opcode::tgamma>(std::array{
    0x1.9b2bb13baab98p+3,  0x1.2d0b85a96dcc5p+3,  0x1.4191f8a16fcap+2,  0x1.c7fa50a9a95fcp+1,
    0x1.3bd5bf4c3fe12p+2,  0x1.ce7d8294e6a02p+2,  0x1.1abeb52ce8d82p+3, 0x1.fa79a8f6f89p+0,
    0x1.7aac654675ac8p+3,  0x1.4ea3545ffc92fp+3,  0x1.ef428ec363936p+3, 0x1.caa94cf50bebep+2,
    0x1.2e6e33af845abp+3,  0x1.10af88c70f215p+4,  0x1.ac6499b93e8bcp+3, 0x1.41172f8848534p+3,
    0x1.81f6de2836d8ep+2,  0x1.2334301ed0b0cp+2,  0x1.f293ba3a53232p+2, -0x1.d0ed2f3059876p+1,
    0x1.e9174530edd1cp+3,  -0x1.771d014cbcdf4p+1, 0x1.d0566fd065332p+3, 0x1.30464d7e878d2p+4,
    0x1.e009f33cad15ep+3,  0x1.f18865b9d112p+1,   0x1.2aac21eb72b79p+4, 0x1.3311fa2397eddp+4,
    -0x1.33ec9599958b3p+2, 0x1.6d23987b2a4acp+3,  0x1.dff7121d5c5fap+3, 0x1.617971a1f7d7ap+3,
    -0x1.254214974698p-2,  0x1.3e1273f093829p+3,  0x1.34dfe70971397p+4, 0x1.d6b48f36292bep+3,
    0x1.31eefd61e3b32p+3,  0x1.f54458ba62dcp+2,   0x1.b47109f90c3ap-3,  0x1.eb74a27e5892p+3,
    0x1.03fa337c0b93dp+4,  0x1.0039779891401p+4,  0x1.eca329e547b08p+3, 0x1.a1b6aca7201ccp+2,
    0x1.127af16c80622p+3,  0x1.9411b631fdc3cp+3,  -0x1.08ba256513d3p+0, 0x1.492ef381a46fp+3,
    -0x1.3fa30b44e322p+0,  -0x1.7d64ca6c60f6p-2,  0x1.0ce33495919fp+3,  0x1.2e624d17c5052p+4,
    -0x1.06a15df9fda24p+0, -0x1.00bc594877fc4p+0, 0x1.cab109e33f01p+2,  -0x1.005234f7dbfe9p+2,
    0x1.3b3394ec2b912p+4,  0x1.905b8482193ecp+3,  0x1.202442f5693f2p+1, 0x1.e6b57082c4614p+3,
    -0x1.548eea3a92bacp+0, 0x1.00def0242d671p+4,  -0x1.7713175706b4p+1, 0x1.810f938625988p+3});
static_assert(slopes::near(tgamma[0], 0x1.888a800d5b3c9p+29));
static_assert(slopes::near(tgamma[1], 0x1.a03ded359e175p+17));
static_assert(slopes::near(tgamma[2], 0x1.2d28ab90ff54ep+5));
static_assert(slopes::near(tgamma[3], 0x1.0024777803ac9p+2));
static_assert(slopes::near(tgamma[4], 0x1.03c5bb75d420ap+5));
static_assert(slopes::near(tgamma[5], 0x1.07485f0f6bf3ap+11));
static_assert(slopes::near(tgamma[6], 0x1.d6dfe0695141ap+15));
static_assert(slopes::near(tgamma[7], 0x1.9ed79da319a2bp-2));
static_assert(slopes::near(tgamma[8], 0x1.ed0221653f16fp+25));
static_assert(slopes::near(tgamma[9], 0x1.20572f4ce9ad6p+21));
static_assert(slopes::near(tgamma[10], 0x1.8c6af1c52e3ecp+39));
static_assert(slopes::near(tgamma[11], 0x1.d3b7ea72cfb9cp+10));
static_assert(slopes::near(tgamma[12], 0x1.caa6be5baae4ap+17));
static_assert(slopes::near(tgamma[13], 0x1.e1be6febd738p+45));
static_assert(slopes::near(tgamma[14], 0x1.86980fed845a5p+31));
static_assert(slopes::near(tgamma[15], 0x1.af8448a2853b7p+19));
static_assert(slopes::near(tgamma[16], 0x1.b0ec04f4182f1p+7));
static_assert(slopes::near(tgamma[17], 0x1.17a5615839724p+4));
static_assert(slopes::near(tgamma[18], 0x1.9b66b32f45247p+12));
static_assert(slopes::near(tgamma[19], 0x1.1caabfc91d702p-7));
static_assert(slopes::near(tgamma[20], 0x1.d4d697a34c57bp+38));
static_assert(slopes::near(tgamma[21], 0x1.11171c8424be5p+5));
static_assert(slopes::near(tgamma[22], 0x1.d30c35d040882p+35));
static_assert(slopes::near(tgamma[23], 0x1.173452e2f0454p+54));
static_assert(slopes::near(tgamma[24], 0x1.b3b1646537db8p+37));
static_assert(slopes::near(tgamma[25], 0x1.9864be06f6245p+2));
static_assert(slopes::near(tgamma[26], 0x1.909ef76814b96p+52));
static_assert(slopes::near(tgamma[27], 0x1.d2d4e4eaefeb6p+54));
static_assert(slopes::near(tgamma[28], 0x1.8b026ade1a228p-3));
static_assert(slopes::near(tgamma[29], 0x1.5e58d18f80fe7p+24));
static_assert(slopes::near(tgamma[30], 0x1.b0fd7a5db982fp+37));
static_assert(slopes::near(tgamma[31], 0x1.22d034de1397fp+23));
static_assert(slopes::near(tgamma[32], -0x1.4994ddab667fdp+3));
static_assert(slopes::near(tgamma[33], 0x1.5b731671c1dfbp+19));
static_assert(slopes::near(tgamma[34], 0x1.4586821e9d5e4p+55));
static_assert(slopes::near(tgamma[35], 0x1.8d900ca7e8d6bp+36));
static_assert(slopes::near(tgamma[36], 0x1.25567227cc5b1p+18));
static_assert(slopes::near(tgamma[37], 0x1.c0960b7c69cdp+12));
static_assert(slopes::near(tgamma[38], -0x1.5503827e7e2d7p+4));
static_assert(slopes::near(tgamma[39], 0x1.1ea2135efad67p+39));
static_assert(slopes::near(tgamma[40], 0x1.9f9aea7d9446p+42));
static_assert(slopes::near(tgamma[41], 0x1.b1c7668228483p+41));
static_assert(slopes::near(tgamma[42], 0x1.3cfa496f2674bp+39));
static_assert(slopes::near(tgamma[43], 0x1.0f74543cc9c76p+9));
static_assert(slopes::near(tgamma[44], 0x1.0d4f6c3146621p+15));
static_assert(slopes::near(tgamma[45], 0x1.bf0dca3a82f11p+28));
static_assert(slopes::near(tgamma[46], 0x1.ad8b71e815087p+9));
static_assert(slopes::near(tgamma[47], 0x1.835f72200512ep+20));
static_assert(slopes::near(tgamma[48], 0x1.d7fa96d5a82f5p+3));
static_assert(slopes::near(tgamma[49], -0x1.30bb1eba83b96p+2));
static_assert(slopes::near(tgamma[50], 0x1.729ed02c50013p+14));
static_assert(slopes::near(tgamma[51], 0x1.8acc2de6c8b85p+53));
static_assert(slopes::near(tgamma[52], 0x1.7457e3fcd00f1p+10));
static_assert(slopes::near(tgamma[53], 0x1.d8ebf8c777cacp+16));
static_assert(slopes::near(tgamma[54], 0x1.d427c3e0378eep+10));
static_assert(slopes::near(tgamma[55], -0x1.9dbc61485bb8ap+10));
static_assert(slopes::near(tgamma[56], 0x1.0698a5f5f527p+57));
static_assert(slopes::near(tgamma[57], 0x1.4d95cd5f48f6p+28));
static_assert(slopes::near(tgamma[58], 0x1.4cb38a7ad05adp-1));
static_assert(slopes::near(tgamma[59], 0x1.7f00b74e574b3p+38));
static_assert(slopes::near(tgamma[60], 0x1.e5430a65c3281p+2));
static_assert(slopes::near(tgamma[61], 0x1.e51336e8af283p+41));
static_assert(slopes::near(tgamma[62], 0x1.0eb1578734f56p+5));
static_assert(slopes::near(tgamma[63], 0x1.93cfdb8e68b59p+26));

constexpr std::uint64_t hash = slopes::hash(atanh, erf, erfc, tgamma);

}  // namespace

TEST_CASE("constant derivatives have the same bits on every compiler: atanh, erf, erfc, tgamma") {
  std::printf("slopes 5: 0x%016llx\n", static_cast<unsigned long long>(hash));
  CHECK(hash == hashes[5]);
}
