// SPDX-License-Identifier: MIT
// Written by constexpr/generate.cpp.
#include "constexpr/hashes.hpp"
#include "constexpr/slopes.hpp"

namespace {

constexpr auto lgamma = slopes::of<slopes::opcode::lgamma>(std::array{
    0x1.b294d3ac0105p-1,   0x1.6f2eb91ed8628p+3,  0x1.45390d0e3a1ap+1,  0x1.e57d668be6d2ap+3,
    0x1.0fe44b4dbbea4p+2,  0x1.411e94155ed9cp+2,  0x1.6abf0cdf17bacp+3, 0x1.79cf05225fe38p+3,
    0x1.d35fbba90b852p+3,  -0x1.43def39cb55b9p+1, 0x1.182942a2afb18p+4, 0x1.f8c9602e8397p+3,
    0x1.0672e7b543d0cp+4,  -0x1.0130ba7c5745p-1,  0x1.d68064d731cfp-2,  0x1.35d8d50e6f64dp+3,
    0x1.23de0871c2f0ap+4,  -0x1.e52a9a3fef1c4p+0, 0x1.291f5b1868338p+0, 0x1.653566865bc7p+1,
    -0x1.6ffbfb8e2823p-1,  -0x1.165bb7bacafcp+2,  0x1.69be6263a4ac6p+3, 0x1.30f63c1cf4b1ap+2,
    -0x1.93319b58e44d8p-1, 0x1.f14406e0f00dp+3,   0x1.8c382df729d3ep+3, 0x1.5c8cdd8c199bp+2,
    0x1.1e219cd1f0048p+0,  0x1.0dbc289fc9b76p+4,  0x1.7ec1249144d8cp+3, 0x1.53122b4c60d18p+2,
    0x1.87c2628c79264p+1,  0x1.3110d3404a587p+4,  0x1.2076d5b01e0cap+4, 0x1.9a0a650dc2af6p+3,
    -0x1.a827fab3ea778p+0, 0x1.f5e559bcb686p+1,   0x1.c3b3e65a39f9ep+3, -0x1.5a2c4f0648fa9p+1,
    0x1.ea8b038b6fa62p+2,  0x1.15fc9d17bdecbp+4,  0x1.1709903e64959p+3, 0x1.1336034aa7554p+0,
    0x1.fdae899cabee8p-1,  -0x1.a336895433d72p+0, 0x1.583ee81142caap+1, 0x1.282e6ff4a5a9cp+4,
    0x1.3800dce0cc3bbp+4,  0x1.e45927a457c18p+0,  0x1.d9761b9b56f7p+1,  0x1.1a9510b8b406p+4,
    0x1.731b8dee3b59p+2,   0x1.1cbadfe2a5865p+3,  0x1.01fdc9bdfc6ep-1,  0x1.c453b4941017p+2,
    0x1.74fcaa8e976c6p+3,  0x1.cde704c3d0f52p+2,  0x1.20796047e0baep+2, -0x1.2e1d968ecc184p+1,
    0x1.0e07fad792e6cp+0,  0x1.8171bfe6ad1ep-1,   0x1.ca41050355acp+3,  0x1.070216919beedp+4});
static_assert(slopes::near(lgamma[0], -0x1.b7324b9eba1cfp-1));
static_assert(slopes::near(lgamma[1], 0x1.32ad5cf103e13p+1));
static_assert(slopes::near(lgamma[2], 0x1.72293c375b22ep-1));
static_assert(slopes::near(lgamma[3], 0x1.57d243049214fp+1));
static_assert(slopes::near(lgamma[4], 0x1.53010d0c08896p+0));
static_assert(slopes::near(lgamma[5], 0x1.828e252b83c95p+0));
static_assert(slopes::near(lgamma[6], 0x1.310d158cb21e2p+1));
static_assert(slopes::near(lgamma[7], 0x1.367d8174c97a7p+1));
static_assert(slopes::near(lgamma[8], 0x1.52c957d0e126fp+1));
static_assert(slopes::near(lgamma[9], 0x1.a0a0a5234d26p-1));
static_assert(slopes::near(lgamma[10], 0x1.6abedc928d3aep+1));
static_assert(slopes::near(lgamma[11], 0x1.5cf9a563a4563p+1));
static_assert(slopes::near(lgamma[12], 0x1.62226e40bc016p+1));
static_assert(slopes::near(lgamma[13], 0x1.0178eae8bbeb5p-6));
static_assert(slopes::near(lgamma[14], -0x1.16d8cd1974df6p+1));
static_assert(slopes::near(lgamma[15], 0x1.1be168bcbb85fp+1));
static_assert(slopes::near(lgamma[16], 0x1.70226c50cc4c4p+1));
static_assert(slopes::near(lgamma[17], -0x1.09ff3da5ea5a7p+3));
static_assert(slopes::near(lgamma[18], -0x1.5c45c01f657d4p-2));
static_assert(slopes::near(lgamma[19], 0x1.ac5094a06e961p-1));
static_assert(slopes::near(lgamma[20], -0x1.2d5e4e0b7944fp+1));
static_assert(slopes::near(lgamma[21], 0x1.983f867ec801bp+1));
static_assert(slopes::near(lgamma[22], 0x1.30ae445ea8878p+1));
static_assert(slopes::near(lgamma[23], 0x1.73e555b0a99fep+0));
static_assert(slopes::near(lgamma[24], -0x1.dac2202e9f554p+1));
static_assert(slopes::near(lgamma[25], 0x1.5afdb6cb748c6p+1));
static_assert(slopes::near(lgamma[26], 0x1.3cd6dfef83567p+1));
static_assert(slopes::near(lgamma[27], 0x1.99ac9e2ed4492p+0));
static_assert(slopes::near(lgamma[28], -0x1.983d996f84905p-2));
static_assert(slopes::near(lgamma[29], 0x1.65bf437fe41e2p+1));
static_assert(slopes::near(lgamma[30], 0x1.383a1cefd6e04p+1));
static_assert(slopes::near(lgamma[31], 0x1.91eb0478b5497p+0));
static_assert(slopes::near(lgamma[32], 0x1.e4949b534fae8p-1));
static_assert(slopes::near(lgamma[33], 0x1.75f33c94a9eb2p+1));
static_assert(slopes::near(lgamma[34], 0x1.6e9751a298e91p+1));
static_assert(slopes::near(lgamma[35], 0x1.41683412f0c8dp+1));
static_assert(slopes::near(lgamma[36], -0x1.d1bf00c746c64p-1));
static_assert(slopes::near(lgamma[37], 0x1.3bc409d8ecedep+0));
static_assert(slopes::near(lgamma[38], 0x1.4e43f4b118eacp+1));
static_assert(slopes::near(lgamma[39], -0x1.2ea3061700adfp+0));
static_assert(slopes::near(lgamma[40], 0x1.f8509bbb3b43ep+0));
static_assert(slopes::near(lgamma[41], 0x1.69b81716e9d52p+1));
static_assert(slopes::near(lgamma[42], 0x1.0db7eb25b9455p+1));
static_assert(slopes::near(lgamma[43], -0x1.d7290ec9d64b6p-2));
static_assert(slopes::near(lgamma[44], -0x1.2b5c42eeb59cbp-1));
static_assert(slopes::near(lgamma[45], -0x1.5c628db1359fbp-1));
static_assert(slopes::near(lgamma[46], 0x1.958654ee4c3f6p-1));
static_assert(slopes::near(lgamma[47], 0x1.72108a5e2cc89p+1));
static_assert(slopes::near(lgamma[48], 0x1.78e78519de04ep+1));
static_assert(slopes::near(lgamma[49], 0x1.671240b2f1332p-2));
static_assert(slopes::near(lgamma[50], 0x1.2ab490179f0bdp+0));
static_assert(slopes::near(lgamma[51], 0x1.6be0fd7a76c6ep+1));
static_assert(slopes::near(lgamma[52], 0x1.ab3da7b08882bp+0));
static_assert(slopes::near(lgamma[53], 0x1.1074abfedfc43p+1));
static_assert(slopes::near(lgamma[54], -0x1.f1c7056c920e7p+0));
static_assert(slopes::near(lgamma[55], 0x1.e213a0097b642p+0));
static_assert(slopes::near(lgamma[56], 0x1.34c62c0aea58ep+1));
static_assert(slopes::near(lgamma[57], 0x1.e7d513f26f624p+0));
static_assert(slopes::near(lgamma[58], 0x1.6405b10c2934ap+0));
static_assert(slopes::near(lgamma[59], 0x1.43f3e86e08effp+1));
static_assert(slopes::near(lgamma[60], -0x1.f64591d836644p-2));
static_assert(slopes::near(lgamma[61], -0x1.14266d50843dfp+0));
static_assert(slopes::near(lgamma[62], 0x1.502cc609e8dd2p+1));
static_assert(slopes::near(lgamma[63], 0x1.626a5b204346ap+1));

constexpr auto digamma = slopes::of<slopes::opcode::digamma>(std::array{
    -0x1.3f89ff50bb4d8p-1, 0x1.5b8dbde6da0bep+1,  0x1.91c9dd8935208p+3, 0x1.d0c16db1f27e4p+3,
    0x1.09a4d0f43da38p+4,  0x1.4206772608a0ep+3,  0x1.ea6ac8152607cp+3, 0x1.b3c2c480f04e8p+3,
    0x1.3cc719dcb4fcp-3,   0x1.f56affc707ffcp+3,  0x1.9496283ff1f5ap+3, 0x1.29e5c53c4ffacp+4,
    0x1.1301ccf0a963cp+4,  0x1.5bfcbe92e6704p+2,  0x1.8ae6eb9aa7ac2p+3, -0x1.203cfd1cff824p+1,
    0x1.455cf5e68031p-2,   0x1.48ab9290b05fep+1,  0x1.2d9a904e970ccp+3, 0x1.8cd0a70311044p+2,
    0x1.3c99cfa0cf72ap+1,  0x1.cd9171e7d728ep+3,  0x1.c2d76219d62a4p+3, 0x1.36695814f7638p+3,
    -0x1.c6f0add1e9f9ep+0, 0x1.198b84220fbf2p+4,  0x1.0cb17dd769628p+4, -0x1.c225cd2de1948p-1,
    0x1.3544be5eac18p+4,   0x1.0dcbc93dc475cp+1,  0x1.12e4a793aefa1p+4, 0x1.7c6a22e33227ap+3,
    0x1.51f4538819afep+3,  0x1.344d2447f9b2bp+4,  0x1.a47816545b9ep+0,  0x1.7aff3c6fdc7f4p+3,
    0x1.4a06553c50f5p+1,   -0x1.3b314f736c41ep+1, 0x1.c1afb864ccbe8p+3, -0x1.2eb9d1c80cb6ap+2,
    -0x1.6e89f459b734p-2,  0x1.331630b59d7ddp+4,  0x1.18bb19ae1d1e4p+2, 0x1.6fc161e1e284cp+3,
    0x1.160ddd6d2f6a8p+4,  0x1.3ef54f411dd02p+4,  0x1.528486effff9ap+3, 0x1.108f2a3b97ca8p+0,
    0x1.38205b1e16428p+0,  -0x1.5685b2dc12014p+1, 0x1.08f5da171474ap+4, 0x1.ea9675219cfc2p+3,
    0x1.02547d10fdfbdp+4,  0x1.2a133a562df38p+4,  0x1.79b681ff925fcp+3, 0x1.0034a167e8d82p+2,
    0x1.6246694037bb8p+0,  -0x1.2b4730ac8ef6bp+2, 0x1.805b400a9e222p+3, 0x1.1ba26670bacfap+2,
    0x1.39d3bcdab62cap+4,  0x1.38c89270b3a62p+1,  0x1.1a74b0cb18b41p+3, 0x1.55f4908b47a86p+1});
static_assert(slopes::near(digamma[0], 0x1.5637024868b35p+3));
static_assert(slopes::near(digamma[1], 0x1.c6e2e81e82c3bp-2));
static_assert(slopes::near(digamma[2], 0x1.538e7af5b3c06p-4));
static_assert(slopes::near(digamma[3], 0x1.23f48ccbfb8ddp-4));
static_assert(slopes::near(digamma[4], 0x1.fc91f03d1f1ecp-5));
static_assert(slopes::near(digamma[5], 0x1.abea6dc8a838ep-4));
static_assert(slopes::near(digamma[6], 0x1.142ced9c43a29p-4));
static_assert(slopes::near(digamma[7], 0x1.381a64c0fafc6p-4));
static_assert(slopes::near(digamma[8], 0x1.5915495478d99p+5));
static_assert(slopes::near(digamma[9], 0x1.0debd46515467p-4));
static_assert(slopes::near(digamma[10], 0x1.511d4615d7f74p-4));
static_assert(slopes::near(digamma[11], 0x1.c4047b42427bcp-5));
static_assert(slopes::near(digamma[12], 0x1.eabf2981621b9p-5));
static_assert(slopes::near(digamma[13], 0x1.9d6739d7e9e66p-3));
static_assert(slopes::near(digamma[14], 0x1.59b881a948e91p-4));
static_assert(slopes::near(digamma[15], 0x1.326c79ca28345p+4));
static_assert(slopes::near(digamma[16], 0x1.60981a0420373p+3));
static_assert(slopes::near(digamma[17], 0x1.e640b04996488p-2));
static_assert(slopes::near(digamma[18], 0x1.ca73960d734cdp-4));
static_assert(slopes::near(digamma[19], 0x1.665f25df20c8fp-3));
static_assert(slopes::near(digamma[20], 0x1.fca1a3363b254p-2));
static_assert(slopes::near(digamma[21], 0x1.260ac2bd2425dp-4));
static_assert(slopes::near(digamma[22], 0x1.2d4a030805f43p-4));
static_assert(slopes::near(digamma[23], 0x1.bcc374f055ddcp-4));
static_assert(slopes::near(digamma[24], 0x1.755f4719b2f66p+4));
static_assert(slopes::near(digamma[25], 0x1.df0633e83f645p-5));
static_assert(slopes::near(digamma[26], 0x1.f69fed90677bfp-5));
static_assert(slopes::near(digamma[27], 0x1.1cd7e748044dp+6));
static_assert(slopes::near(digamma[28], 0x1.b2f700c3f45aap-5));
static_assert(slopes::near(digamma[29], 0x1.354912e55d886p-1));
static_assert(slopes::near(digamma[30], 0x1.eaf4b8cd59316p-5));
static_assert(slopes::near(digamma[31], 0x1.67729eefd0a15p-4));
static_assert(slopes::near(digamma[32], 0x1.96c7908ebca02p-4));
static_assert(slopes::near(digamma[33], 0x1.b45d77a8496aap-5));
static_assert(slopes::near(digamma[34], 0x1.a8b81c249a152p-1));
static_assert(slopes::near(digamma[35], 0x1.68d982a8159e1p-4));
static_assert(slopes::near(digamma[36], 0x1.e3dc92f51e543p-2));
static_assert(slopes::near(digamma[37], 0x1.358ff1507aea5p+3));
static_assert(slopes::near(digamma[38], 0x1.2e173a6ddfff8p-4));
static_assert(slopes::near(digamma[39], 0x1.15be9faee0f45p+4));
static_assert(slopes::near(digamma[40], 0x1.61eeb2df7a37ep+3));
static_assert(slopes::near(digamma[41], 0x1.b622ed73fb954p-5));
static_assert(slopes::near(digamma[42], 0x1.060f59d82c8eap-2));
static_assert(slopes::near(digamma[43], 0x1.745dc74cba546p-4));
static_assert(slopes::near(digamma[44], 0x1.e53672eb1d2f1p-5));
static_assert(slopes::near(digamma[45], 0x1.a56ac4c0aa17fp-5));
static_assert(slopes::near(digamma[46], 0x1.9611fc87eb599p-4));
static_assert(slopes::near(digamma[47], 0x1.8081291cf1c94p+0));
static_assert(slopes::near(digamma[48], 0x1.3d51654e21384p+0));
static_assert(slopes::near(digamma[49], 0x1.aa0a0add0bc2dp+3));
static_assert(slopes::near(digamma[50], 0x1.fdec0038b222fp-5));
static_assert(slopes::near(digamma[51], 0x1.141387f8b64fp-4));
static_assert(slopes::near(digamma[52], 0x1.05b59aca53b6p-4));
static_assert(slopes::near(digamma[53], 0x1.c3bdae9b73625p-5));
static_assert(slopes::near(digamma[54], 0x1.6a2107742bb2ap-4));
static_assert(slopes::near(digamma[55], 0x1.225f2521e41abp-2));
static_assert(slopes::near(digamma[56], 0x1.0aa1fd1f14c92p+0));
static_assert(slopes::near(digamma[57], 0x1.ae51d81a3a525p+3));
static_assert(slopes::near(digamma[58], 0x1.639b26e13e2f4p-4));
static_assert(slopes::near(digamma[59], 0x1.031155d0aacecp-2));
static_assert(slopes::near(digamma[60], 0x1.ac7bffa4e2f36p-5));
static_assert(slopes::near(digamma[61], 0x1.02118e1c1912ep-1));
static_assert(slopes::near(digamma[62], 0x1.eb5216d7eee0cp-4));
static_assert(slopes::near(digamma[63], 0x1.cfc2e2481bf22p-2));

constexpr auto multiply = slopes::of_pairs<slopes::opcode::multiply>(std::array{
    -0x1.4f3d6d9c57f3cp+2, 0x1.5d0fee1e1b4fp+0,   -0x1.05ad50d883c25p+3, -0x1.face8be1cba24p+2,
    0x1.c4067c88acf4cp+2,  -0x1.693b89136c3b2p+1, 0x1.3e9d1febff38cp+1,  -0x1.45118386cd00cp+1,
    0x1.0833898b88826p+2,  0x1.362d45ebf4c82p+2,  -0x1.f170af453ccap+1,  0x1.482ab5b09992p+0,
    -0x1.c17b986efbae1p+2, 0x1.eb155dbf9455cp+2,  0x1.3894cfb53919ap+3,  -0x1.eb762ee951374p+2,
    -0x1.ebd13873a8114p+2, -0x1.287364dac481fp+3, 0x1.0f1c5ee2bf0ecp+3,  -0x1.0fe26f82f3af6p+3,
    -0x1.554a9db1b4a26p+2, -0x1.8106adb603254p+1, -0x1.b0a484f9c1ep+1,   -0x1.a48e9a7b27fe8p+2,
    -0x1.12e74dbdaf3ep+2,  -0x1.d79dfb73b05cdp+2, -0x1.8ec4f905881ep+0,  0x1.1d73860bb351p+2,
    0x1.b351dd63f46dp-1,   -0x1.cfccbda12d302p+2, -0x1.31ee03adf3436p+1, -0x1.1d99bb48c3946p+3,
    0x1.0bfdc125693dp+3,   0x1.34178fe93d82ap+3,  -0x1.d55af92eab32ap+2, 0x1.2a2070a8ad92p+1,
    -0x1.a4a93e245c86ap+2, 0x1.1fae14bd6ed92p+3,  -0x1.42de3a6b5a19p+1,  0x1.8cded7ee61d04p+2,
    0x1.136648d5237fep+3,  0x1.5f019d06839p-2,    0x1.b256a9894291p+2,   -0x1.26118581a429cp+2,
    0x1.f1ff31b41500cp+2,  0x1.7a9f0b76aa76p+0,   0x1.98b3331f017bp+0,   -0x1.88d23ae4d9cep+0,
    -0x1.2e71943be3857p+3, 0x1.9e990314e8f68p+2,  -0x1.00fe68e2b61c8p+0, 0x1.192bef372ed88p+3,
    -0x1.0be0eb970fca4p+3, -0x1.6cc463c04c4f8p+1, -0x1.0e803d4cf6258p+1, -0x1.a4ac362d15a96p+2,
    0x1.d3d64fe895998p+2,  -0x1.0cb16ba8e3fb6p+3, 0x1.1098ef6c133a6p+3,  -0x1.bff88b0a6552p-2,
    -0x1.ac871b3937554p+1, -0x1.847b50a84e11ep+2, -0x1.c14cd5b78f0ecp+2, -0x1.12ed1df88b8bfp+3});
static_assert(slopes::near(multiply[0], 0x1.5d0fee1e1b4fp+0));
static_assert(slopes::near(multiply[1], -0x1.4f3d6d9c57f3cp+2));
static_assert(slopes::near(multiply[2], -0x1.face8be1cba24p+2));
static_assert(slopes::near(multiply[3], -0x1.05ad50d883c25p+3));
static_assert(slopes::near(multiply[4], -0x1.693b89136c3b2p+1));
static_assert(slopes::near(multiply[5], 0x1.c4067c88acf4cp+2));
static_assert(slopes::near(multiply[6], -0x1.45118386cd00cp+1));
static_assert(slopes::near(multiply[7], 0x1.3e9d1febff38cp+1));
static_assert(slopes::near(multiply[8], 0x1.362d45ebf4c82p+2));
static_assert(slopes::near(multiply[9], 0x1.0833898b88826p+2));
static_assert(slopes::near(multiply[10], 0x1.482ab5b09992p+0));
static_assert(slopes::near(multiply[11], -0x1.f170af453ccap+1));
static_assert(slopes::near(multiply[12], 0x1.eb155dbf9455cp+2));
static_assert(slopes::near(multiply[13], -0x1.c17b986efbae1p+2));
static_assert(slopes::near(multiply[14], -0x1.eb762ee951374p+2));
static_assert(slopes::near(multiply[15], 0x1.3894cfb53919ap+3));
static_assert(slopes::near(multiply[16], -0x1.287364dac481fp+3));
static_assert(slopes::near(multiply[17], -0x1.ebd13873a8114p+2));
static_assert(slopes::near(multiply[18], -0x1.0fe26f82f3af6p+3));
static_assert(slopes::near(multiply[19], 0x1.0f1c5ee2bf0ecp+3));
static_assert(slopes::near(multiply[20], -0x1.8106adb603254p+1));
static_assert(slopes::near(multiply[21], -0x1.554a9db1b4a26p+2));
static_assert(slopes::near(multiply[22], -0x1.a48e9a7b27fe8p+2));
static_assert(slopes::near(multiply[23], -0x1.b0a484f9c1ep+1));
static_assert(slopes::near(multiply[24], -0x1.d79dfb73b05cdp+2));
static_assert(slopes::near(multiply[25], -0x1.12e74dbdaf3ep+2));
static_assert(slopes::near(multiply[26], 0x1.1d73860bb351p+2));
static_assert(slopes::near(multiply[27], -0x1.8ec4f905881ep+0));
static_assert(slopes::near(multiply[28], -0x1.cfccbda12d302p+2));
static_assert(slopes::near(multiply[29], 0x1.b351dd63f46dp-1));
static_assert(slopes::near(multiply[30], -0x1.1d99bb48c3946p+3));
static_assert(slopes::near(multiply[31], -0x1.31ee03adf3436p+1));
static_assert(slopes::near(multiply[32], 0x1.34178fe93d82ap+3));
static_assert(slopes::near(multiply[33], 0x1.0bfdc125693dp+3));
static_assert(slopes::near(multiply[34], 0x1.2a2070a8ad92p+1));
static_assert(slopes::near(multiply[35], -0x1.d55af92eab32ap+2));
static_assert(slopes::near(multiply[36], 0x1.1fae14bd6ed92p+3));
static_assert(slopes::near(multiply[37], -0x1.a4a93e245c86ap+2));
static_assert(slopes::near(multiply[38], 0x1.8cded7ee61d04p+2));
static_assert(slopes::near(multiply[39], -0x1.42de3a6b5a19p+1));
static_assert(slopes::near(multiply[40], 0x1.5f019d06839p-2));
static_assert(slopes::near(multiply[41], 0x1.136648d5237fep+3));
static_assert(slopes::near(multiply[42], -0x1.26118581a429cp+2));
static_assert(slopes::near(multiply[43], 0x1.b256a9894291p+2));
static_assert(slopes::near(multiply[44], 0x1.7a9f0b76aa76p+0));
static_assert(slopes::near(multiply[45], 0x1.f1ff31b41500cp+2));
static_assert(slopes::near(multiply[46], -0x1.88d23ae4d9cep+0));
static_assert(slopes::near(multiply[47], 0x1.98b3331f017bp+0));
static_assert(slopes::near(multiply[48], 0x1.9e990314e8f68p+2));
static_assert(slopes::near(multiply[49], -0x1.2e71943be3857p+3));
static_assert(slopes::near(multiply[50], 0x1.192bef372ed88p+3));
static_assert(slopes::near(multiply[51], -0x1.00fe68e2b61c8p+0));
static_assert(slopes::near(multiply[52], -0x1.6cc463c04c4f8p+1));
static_assert(slopes::near(multiply[53], -0x1.0be0eb970fca4p+3));
static_assert(slopes::near(multiply[54], -0x1.a4ac362d15a96p+2));
static_assert(slopes::near(multiply[55], -0x1.0e803d4cf6258p+1));
static_assert(slopes::near(multiply[56], -0x1.0cb16ba8e3fb6p+3));
static_assert(slopes::near(multiply[57], 0x1.d3d64fe895998p+2));
static_assert(slopes::near(multiply[58], -0x1.bff88b0a6552p-2));
static_assert(slopes::near(multiply[59], 0x1.1098ef6c133a6p+3));
static_assert(slopes::near(multiply[60], -0x1.847b50a84e11ep+2));
static_assert(slopes::near(multiply[61], -0x1.ac871b3937554p+1));
static_assert(slopes::near(multiply[62], -0x1.12ed1df88b8bfp+3));
static_assert(slopes::near(multiply[63], -0x1.c14cd5b78f0ecp+2));

constexpr auto divide = slopes::of_pairs<slopes::opcode::divide>(std::array{
    -0x1.9ff43321ac548p+2, -0x1.e9f501adb7f68p+1, 0x1.02dc95a85500cp+2,  0x1.679be2b650c9ep+2,
    0x1.d20f6973f8718p+2,  0x1.067b16e01b9c8p+1,  0x1.90aad9bb700c8p+2,  0x1.3937a0ce4d4a8p+2,
    -0x1.78149f5a7b79bp+2, 0x1.a244cc71a666p+2,   0x1.0756a6ccb655ep+2,  0x1.1ca2d52d4cc46p+3,
    0x1.f005c3021e0cp+2,   -0x1.a670d15d1e99p+0,  0x1.efafbebbb226cp+1,  -0x1.f34b9871ffcdbp+2,
    -0x1.6fbb5a1adffd9p+2, -0x1.f910578c3fb34p+1, 0x1.8a439b909385p+0,   -0x1.0a311cc2fcbfp+0,
    -0x1.015c1359469efp+2, 0x1.62824fd958418p+2,  0x1.51589cf62376cp+2,  0x1.c2a233b9627c8p+0,
    -0x1.dafcef9061fecp+2, 0x1.0278d369b2cb6p+3,  0x1.dbd192b1513b4p+2,  -0x1.ad03c7b7c9c21p+2,
    0x1.2ed463caacf32p+3,  -0x1.1414e2b417d0ep+2, 0x1.efa87ea563204p+2,  0x1.c153a2d706e5p+1,
    0x1.39743e805233p+1,   0x1.2d483a0cc2b78p+3,  -0x1.2be7fb88ba7ap+2,  0x1.bcca5aff8e64p+1,
    -0x1.f7faef02f26f4p+1, -0x1.fe13b9615e80cp+2, 0x1.4f7f8d6e1464p+2,   -0x1.391720b66b7c4p+3,
    -0x1.9253b29e15f5dp+2, 0x1.2b56b455c8c96p+3,  -0x1.3ed4a3b637cf8p+1, 0x1.98d139393b428p+1,
    0x1.f9c5f7c3caee8p+2,  0x1.3e554b9b62e68p+3,  0x1.3b41afccccb88p+1,  -0x1.497cf78dae712p+2,
    -0x1.419320f9fb8c5p+2, -0x1.048123c59d337p+3, 0x1.cfdf86b041754p+2,  0x1.90f0bb68fb2dp+2,
    0x1.baa7f69cc659p+2,   0x1.1ceb9089e31f4p+3,  0x1.b8ae6ccb6dff8p+1,  -0x1.661230f3583fcp+1,
    -0x1.39251e265b40ep+2, -0x1.37b61378392f8p+3, 0x1.cdf0cceec6d38p+1,  -0x1.3a2f5c186eb3ep+1,
    0x1.361f9491237aap+3,  -0x1.02e2f89fb823fp+2, 0x1.0fb79ead6ae7p+0,   -0x1.ee6f8c5d6046p+1});
static_assert(slopes::near(divide[0], -0x1.0b846f3f98d94p-2));
static_assert(slopes::near(divide[1], 0x1.c63914a04e809p-2));
static_assert(slopes::near(divide[2], 0x1.6c7c1dff10fc7p-3));
static_assert(slopes::near(divide[3], -0x1.065f1d41c0ac1p-3));
static_assert(slopes::near(divide[4], 0x1.f35bbfcd01d5bp-2));
static_assert(slopes::near(divide[5], -0x1.bb54660c74488p+0));
static_assert(slopes::near(divide[6], 0x1.a2784908ea2ap-3));
static_assert(slopes::near(divide[7], -0x1.0ba7385ad9c51p-2));
static_assert(slopes::near(divide[8], 0x1.395e2efd269dap-3));
static_assert(slopes::near(divide[9], 0x1.19c2aab1b958bp-3));
static_assert(slopes::near(divide[10], 0x1.cc7d626de2a63p-4));
static_assert(slopes::near(divide[11], -0x1.aa08bd4743418p-5));
static_assert(slopes::near(divide[12], -0x1.3645ec6172979p-1));
static_assert(slopes::near(divide[13], -0x1.6c513b94d59dap+1));
static_assert(slopes::near(divide[14], -0x1.068394d7a8cfbp-3));
static_assert(slopes::near(divide[15], -0x1.049dd9783eeddp-4));
static_assert(slopes::near(divide[16], -0x1.0384059351adbp-2));
static_assert(slopes::near(divide[17], 0x1.79e6c8afd3d1dp-2));
static_assert(slopes::near(divide[18], -0x1.ec65918d76468p-1));
static_assert(slopes::near(divide[19], -0x1.6ca6b5ec2bdcbp+0));
static_assert(slopes::near(divide[20], 0x1.71ba6ded03c7ap-3));
static_assert(slopes::near(divide[21], 0x1.0c6881178741fp-3));
static_assert(slopes::near(divide[22], 0x1.22dc904d6ee96p-1));
static_assert(slopes::near(divide[23], -0x1.b37af60185407p+0));
static_assert(slopes::near(divide[24], 0x1.fb1a73e9a996fp-4));
static_assert(slopes::near(divide[25], 0x1.d1f232e199f5cp-4));
static_assert(slopes::near(divide[26], -0x1.3184c461f4f65p-3));
static_assert(slopes::near(divide[27], -0x1.52d97b7d1a686p-3));
static_assert(slopes::near(divide[28], -0x1.dac21a599921p-3));
static_assert(slopes::near(divide[29], -0x1.0460a38a2ac83p-1));
static_assert(slopes::near(divide[30], 0x1.23b523306ea2fp-2));
static_assert(slopes::near(divide[31], -0x1.41c9548869a02p-1));
static_assert(slopes::near(divide[32], 0x1.b30c20447556bp-4));
static_assert(slopes::near(divide[33], -0x1.c49f9d080732ep-6));
static_assert(slopes::near(divide[34], 0x1.26aebde81971bp-2));
static_assert(slopes::near(divide[35], 0x1.8d6340d9b1b3p-2));
static_assert(slopes::near(divide[36], -0x1.00f710db979d8p-3));
static_assert(slopes::near(divide[37], 0x1.fbc98d06f1aeap-5));
static_assert(slopes::near(divide[38], -0x1.a2a3b97e68ecap-4));
static_assert(slopes::near(divide[39], -0x1.c09a04278a303p-5));
static_assert(slopes::near(divide[40], 0x1.b5df34b60b558p-4));
static_assert(slopes::near(divide[41], 0x1.2642ed364d5a8p-4));
static_assert(slopes::near(divide[42], 0x1.409cd805ac012p-2));
static_assert(slopes::near(divide[43], 0x1.f4151005eee73p-3));
static_assert(slopes::near(divide[44], 0x1.9bbea44dd357ap-4));
static_assert(slopes::near(divide[45], -0x1.4717f468cfd9cp-4));
static_assert(slopes::near(divide[46], -0x1.8dce0da09fe4fp-3));
static_assert(slopes::near(divide[47], -0x1.7c9f5e2899afcp-4));
static_assert(slopes::near(divide[48], -0x1.f7259959c9bcfp-4));
static_assert(slopes::near(divide[49], 0x1.368cccccf4ad8p-4));
static_assert(slopes::near(divide[50], 0x1.46e955b67d49bp-3));
static_assert(slopes::near(divide[51], -0x1.7a397617214f5p-3));
static_assert(slopes::near(divide[52], 0x1.cc07d5b30e824p-4));
static_assert(slopes::near(divide[53], -0x1.655ae8070740cp-4));
static_assert(slopes::near(divide[54], -0x1.6e0cdd08a5944p-2));
static_assert(slopes::near(divide[55], -0x1.c2805c4684dcbp-2));
static_assert(slopes::near(divide[56], -0x1.a47de2cc18ccep-4));
static_assert(slopes::near(divide[57], 0x1.a66d046dda33dp-5));
static_assert(slopes::near(divide[58], -0x1.a12e537f5a635p-2));
static_assert(slopes::near(divide[59], -0x1.32afd77333fp-1));
static_assert(slopes::near(divide[60], -0x1.fa4a896bc1c31p-3));
static_assert(slopes::near(divide[61], -0x1.2f3f017c1dc1fp-1));
static_assert(slopes::near(divide[62], -0x1.0918176cd019p-2));
static_assert(slopes::near(divide[63], -0x1.235d73c3fb72fp-4));

constexpr std::uint64_t hash = slopes::hash(lgamma, digamma, multiply, divide);

}  // namespace

TEST_CASE(
    "constant derivatives have the same bits on every compiler: lgamma, digamma, multiply, "
    "divide") {
  std::printf("slopes 6: 0x%016llx\n", static_cast<unsigned long long>(hash));
  CHECK(hash == hashes[6]);
}
