// SPDX-License-Identifier: MIT
// Written by constexpr/generate.cpp.
#include "constexpr/hashes.hpp"
#include "constexpr/slopes.hpp"

namespace {

constexpr auto log1p = slopes::of<slopes::opcode::log1p>(std::array{
    -0x1.18870ab66909p-3,  0x1.079e123b599p-4,   -0x1.bdc159259eaep-2,  0x1.726ac7d543802p+0,
    0x1.fc92e24424698p-2,  0x1.c769657a3f37ap+0, 0x1.65f1ff7a1b777p+1,  -0x1.35597d144eb28p-1,
    0x1.68b4dff176e9dp+1,  0x1.36963ef460524p+0, 0x1.9af0b806fbcb4p+0,  -0x1.c9f3e10ccb09cp-1,
    0x1.14a55616e8b71p+1,  0x1.817a32de99f6p-3,  -0x1.a4d1e58a47de8p-2, 0x1.18aad4fdfcba9p+1,
    0x1.5044bf5ebe258p+0,  0x1.099524635cd0cp+0, 0x1.04821f9030acfp+1,  0x1.814a4fc73e388p-1,
    -0x1.ad5132087e398p-1, 0x1.df16aca82d612p+0, 0x1.20eb1d47aaa48p-2,  0x1.c179eb27fc058p-1,
    0x1.5657b102d7096p+1,  0x1.293b3b228bc01p+1, -0x1.7b1c26aa6caacp-1, 0x1.1362fc7771005p+1,
    0x1.5dead39a89458p+0,  0x1.5f98f2eef6783p+1, -0x1.c40619d017cfp-1,  -0x1.c070e2318b808p-2,
    0x1.670a2f5135948p+0,  0x1.6a2396696f174p+0, 0x1.70e5c64931d04p+0,  0x1.7bafc77c8f6b6p+0,
    0x1.0ded30759014ep+0,  0x1.5e36f5fa84408p-1, 0x1.a2a101571afp-6,    0x1.64ff7e1c449cdp+1,
    -0x1.f19777c8ef37p-3,  0x1.387f46cfc14bep+1, 0x1.5853e9bc6526p+1,   0x1.61650cd15450ep+1,
    -0x1.76589767b836p-1,  0x1.acb4c5b49537p-2,  0x1.3c6f5cfe7bc43p+1,  -0x1.9b2aed48c74dp-3,
    0x1.34932fb862b93p+1,  0x1.8366959a18d86p+0, 0x1.18d0003e53a53p+1,  0x1.88558e670b38cp+0,
    0x1.85c529bdba9d8p-2,  -0x1.eed7a9c5cb04p-2, 0x1.6af32bd5ffd06p+1,  -0x1.6519498e06c1cp-1,
    0x1.899857fac724p-4,   0x1.0456e3f306b13p+1, 0x1.a07269a0841d8p-1,  -0x1.70ea6d6de65a8p-1,
    0x1.0edaf3df26a54p-1,  0x1.2648e8c857c34p-1, 0x1.4c5144999674p-5,   -0x1.243d1c50ed25p-1});
static_assert(slopes::near(log1p[0], 0x1.28a1a95cf52e1p+0));
static_assert(slopes::near(log1p[1], 0x1.e10a55b4fe91p-1));
static_assert(slopes::near(log1p[2], 0x1.c5582944421f7p+0));
static_assert(slopes::near(log1p[3], 0x1.a27b46751cf6ep-2));
static_assert(slopes::near(log1p[4], 0x1.5618af0c95e7p-1));
static_assert(slopes::near(log1p[5], 0x1.707bf707da486p-2));
static_assert(slopes::near(log1p[6], 0x1.0db9cfea1bfbcp-2));
static_assert(slopes::near(log1p[7], 0x1.4364f241c9184p+1));
static_assert(slopes::near(log1p[8], 0x1.0c33ac9db6d3dp-2));
static_assert(slopes::near(log1p[9], 0x1.ceac1487f9552p-2));
static_assert(slopes::near(log1p[10], 0x1.890dfe96e307bp-2));
static_assert(slopes::near(log1p[11], 0x1.2f2440b796346p+3));
static_assert(slopes::near(log1p[12], 0x1.43eaf642c2e95p-2));
static_assert(slopes::near(log1p[13], 0x1.aee569a55163p-1));
static_assert(slopes::near(log1p[14], 0x1.b29a6b8d025d8p+0));
static_assert(slopes::near(log1p[15], 0x1.40baf696184b6p-2));
static_assert(slopes::near(log1p[16], 0x1.ba9c2b1773afbp-2));
static_assert(slopes::near(log1p[17], 0x1.f697ed64ebce9p-2));
static_assert(slopes::near(log1p[18], 0x1.515f59b8a7f8dp-2));
static_assert(slopes::near(log1p[19], 0x1.2426957db7a9p-1));
static_assert(slopes::near(log1p[20], 0x1.8c4f426ad9f37p+2));
static_assert(slopes::near(log1p[21], 0x1.649d934f7accfp-2));
static_assert(slopes::near(log1p[22], 0x1.8f54894feb35ep-1));
static_assert(slopes::near(log1p[23], 0x1.10a5bc20dc558p-1));
static_assert(slopes::near(log1p[24], 0x1.16ac6a0f10682p-2));
static_assert(slopes::near(log1p[25], 0x1.343ca58a1aecap-2));
static_assert(slopes::near(log1p[26], 0x1.ed28dd4478e41p+1));
static_assert(slopes::near(log1p[27], 0x1.44edcec83172bp-2));
static_assert(slopes::near(log1p[28], 0x1.b0a3d0e25462p-2));
static_assert(slopes::near(log1p[29], 0x1.114bbd8f18371p-2));
static_assert(slopes::near(log1p[30], 0x1.112cd7dff8333p+3));
static_assert(slopes::near(log1p[31], 0x1.c775b46954086p+0));
static_assert(slopes::near(log1p[32], 0x1.aa390ba6dd11ep-2));
static_assert(slopes::near(log1p[33], 0x1.a815f94ccab8cp-2));
static_assert(slopes::near(log1p[34], 0x1.a37fc8ee25f26p-2));
static_assert(slopes::near(log1p[35], 0x1.9c6118b49aebap-2));
static_assert(slopes::near(log1p[36], 0x1.f2713781f1614p-2));
static_assert(slopes::near(log1p[37], 0x1.3009200e8bf5ep-1));
static_assert(slopes::near(log1p[38], 0x1.f33e687261bd5p-1));
static_assert(slopes::near(log1p[39], 0x1.0e40adb8be656p-2));
static_assert(slopes::near(log1p[40], 0x1.522946e75028p+0));
static_assert(slopes::near(log1p[41], 0x1.298e00250422p-2));
static_assert(slopes::near(log1p[42], 0x1.1580903e5fb19p-2));
static_assert(slopes::near(log1p[43], 0x1.1046888969facp-2));
static_assert(slopes::near(log1p[44], 0x1.dc17aa2026092p+1));
static_assert(slopes::near(log1p[45], 0x1.68e78505f2202p-1));
static_assert(slopes::near(log1p[46], 0x1.26eb12fe55f43p-2));
static_assert(slopes::near(log1p[47], 0x1.404e75902ee74p+0));
static_assert(slopes::near(log1p[48], 0x1.2c3a5abb4555cp-2));
static_assert(slopes::near(log1p[49], 0x1.976f5ef746bbep-2));
static_assert(slopes::near(log1p[50], 0x1.409dcd7a58dbap-2));
static_assert(slopes::near(log1p[51], 0x1.9455ad49f368cp-2));
static_assert(slopes::near(log1p[52], 0x1.72d807d7dfb6ep-1));
static_assert(slopes::near(log1p[53], 0x1.ef6614e6417efp+0));
static_assert(slopes::near(log1p[54], 0x1.0af9f0de261a9p-2));
static_assert(slopes::near(log1p[55], 0x1.a71520698ec27p+1));
static_assert(slopes::near(log1p[56], 0x1.d31d24907f91dp-1));
static_assert(slopes::near(log1p[57], 0x1.5184e8c8ed98p-2));
static_assert(slopes::near(log1p[58], 0x1.1a58c69cb827p-1));
static_assert(slopes::near(log1p[59], 0x1.ca0617be16636p+1));
static_assert(slopes::near(log1p[60], 0x1.4edb347d7df98p-1));
static_assert(slopes::near(log1p[61], 0x1.4520352364227p-1));
static_assert(slopes::near(log1p[62], 0x1.ec0a3486693e1p-1));
static_assert(slopes::near(log1p[63], 0x1.2a36e8ced64afp+1));

constexpr auto sin = slopes::of<slopes::opcode::sin>(std::array{
    -0x1.6a2c11bd395eap+6, 0x1.382b2bd9fc57p+6,   0x1.e17c90ac446bp+5,   -0x1.8c52f3fc3e4d6p+6,
    0x1.e766fb4315ff8p+4,  -0x1.90e3397453534p+4, 0x1.693c3f4d9897p+6,   0x1.6292745d94058p+5,
    0x1.1158dcb3f5298p+5,  -0x1.11dcf296c715ep+6, -0x1.99a75b6093574p+4, 0x1.026021af52604p+4,
    0x1.14cf2f8671e04p+5,  -0x1.4da052bd456ep+5,  0x1.aba4d346f6df8p+4,  0x1.bb64fc8e95a4cp+5,
    0x1.7e911c49606ap+6,   0x1.8e1092e5d090cp+5,  -0x1.1d7b6c75111cp+0,  0x1.b22e0764eecp+4,
    0x1.96918f089edd4p+5,  -0x1.8ff0da720d96p+5,  0x1.5336cf25e41dcp+6,  0x1.39f969120ae5p+6,
    0x1.8d6fd9a09439ap+6,  -0x1.bbb067d379a1cp+4, -0x1.42ca7afd1b99ep+5, -0x1.381fe8b6d3e3ep+5,
    -0x1.e15186d79223cp+5, 0x1.6c0cfc284d88cp+5,  0x1.5901ba2707ep+6,    0x1.33f3abfacaf3p+6,
    -0x1.2722e84bdf0fap+6, -0x1.03370aef0fa58p+4, -0x1.03ab2d61a4eaep+6, 0x1.e98b595f9c944p+5,
    0x1.aad77089b0f3p+4,   -0x1.0066ea795f97p+6,  -0x1.6d2a0146acfdp+5,  -0x1.5830d3ced1cacp+5,
    -0x1.340d87472f121p+5, 0x1.241f820a6b39cp+4,  -0x1.832bbf092e174p+6, 0x1.c5a9c8ab9447p+3,
    -0x1.da456363ebe34p+4, -0x1.0cea4139203b2p+6, -0x1.d9a30bfe44c74p+5, -0x1.0001038f94386p+6,
    -0x1.74f77e3e1749p+5,  0x1.ee658f895443cp+5,  -0x1.5e37063c98e4fp+6, 0x1.d40bf6865e3d8p+5,
    0x1.39d987825ae68p+6,  -0x1.802c6c05a22dap+5, -0x1.6350b419ce484p+6, -0x1.9abaad20f596p+2,
    0x1.565d9df06b788p+3,  -0x1.995253ff29d25p+5, 0x1.4d53e1f123f58p+6,  -0x1.47564f3c2d0a8p+4,
    -0x1.61daa3b451414p+6, -0x1.25d9d6bffa8cfp+6, -0x1.c1b378f6ab75p+2,  0x1.a5b8958824b28p+3});
static_assert(slopes::near(sin[0], -0x1.b0ef84fb0704dp-1));
static_assert(slopes::near(sin[1], -0x1.c1e56d14768a4p-1));
static_assert(slopes::near(sin[2], -0x1.c268394359b0fp-1));
static_assert(slopes::near(sin[3], 0x1.edc20cfdcb313p-4));
static_assert(slopes::near(sin[4], 0x1.2873c47ef82bep-1));
static_assert(slopes::near(sin[5], 0x1.fe78efed1a613p-1));
static_assert(slopes::near(sin[6], -0x1.65af6d2a44068p-1));
static_assert(slopes::near(sin[7], 0x1.e2d310672c605p-1));
static_assert(slopes::near(sin[8], -0x1.d9b9039929a61p-1));
static_assert(slopes::near(sin[9], 0x1.97d23c28e4001p-1));
static_assert(slopes::near(sin[10], 0x1.c856f7947d81ap-1));
static_assert(slopes::near(sin[11], -0x1.cf1f5357e4bb2p-1));
static_assert(slopes::near(sin[12], -0x1.ff832d65f966cp-1));
static_assert(slopes::near(sin[13], -0x1.4d0be4069d5f1p-1));
static_assert(slopes::near(sin[14], -0x1.8c80d09d563e5p-6));
static_assert(slopes::near(sin[15], 0x1.ba1e2df901126p-2));
static_assert(slopes::near(sin[16], 0x1.685644936da61p-3));
static_assert(slopes::near(sin[17], 0x1.bf7eff496c73bp-1));
static_assert(slopes::near(sin[18], 0x1.c2972756aa258p-2));
static_assert(slopes::near(sin[19], -0x1.ad6320c2288dep-2));
static_assert(slopes::near(sin[20], 0x1.b2fd4d74183b5p-1));
static_assert(slopes::near(sin[21], 0x1.ed0e3a2f5d5f3p-1));
static_assert(slopes::near(sin[22], -0x1.ffe723a9a2faep-1));
static_assert(slopes::near(sin[23], -0x1.ff73d49c2cbd4p-1));
static_assert(slopes::near(sin[24], 0x1.8de0ae4f8de5fp-2));
static_assert(slopes::near(sin[25], -0x1.b627005ed8b04p-1));
static_assert(slopes::near(sin[26], -0x1.c34f9d36b8aebp-1));
static_assert(slopes::near(sin[27], 0x1.01a209202c551p-2));
static_assert(slopes::near(sin[28], -0x1.c76c7c37d1d34p-1));
static_assert(slopes::near(sin[29], 0x1.7edcbeeae054fp-5));
static_assert(slopes::near(sin[30], -0x1.2210b6ab8bc81p-3));
static_assert(slopes::near(sin[31], -0x1.364e687ec81f6p-6));
static_assert(slopes::near(sin[32], -0x1.62ea1f7303a9cp-5));
static_assert(slopes::near(sin[33], -0x1.c3091caea98f9p-1));
static_assert(slopes::near(sin[34], -0x1.f7ec99168b2bfp-2));
static_assert(slopes::near(sin[35], -0x1.16601d8afa315p-4));
static_assert(slopes::near(sin[36], 0x1.a8f407d40bce1p-6));
static_assert(slopes::near(sin[37], 0x1.30b5ffc9e3ec5p-2));
static_assert(slopes::near(sin[38], -0x1.7a001f303b6e6p-4));
static_assert(slopes::near(sin[39], 0x1.264a247fdcc2p-1));
static_assert(slopes::near(sin[40], 0x1.61f392fd00d86p-1));
static_assert(slopes::near(sin[41], 0x1.a8e8f8be5ca5p-1));
static_assert(slopes::near(sin[42], -0x1.a7899d24e1c06p-1));
static_assert(slopes::near(sin[43], -0x1.4606b26917935p-5));
static_assert(slopes::near(sin[44], -0x1.9d4668f9b58c7p-3));
static_assert(slopes::near(sin[45], -0x1.3db79088b6e14p-2));
static_assert(slopes::near(sin[46], -0x1.c4cc8301c49aap-1));
static_assert(slopes::near(sin[47], 0x1.90542b3365841p-2));
static_assert(slopes::near(sin[48], -0x1.c092b7017b01dp-1));
static_assert(slopes::near(sin[49], 0x1.0697e301ce967p-1));
static_assert(slopes::near(sin[50], 0x1.d563e80cc3347p-1));
static_assert(slopes::near(sin[51], -0x1.81e114ab60d8bp-2));
static_assert(slopes::near(sin[52], -0x1.fe77bbe58775ap-1));
static_assert(slopes::near(sin[53], -0x1.3f2547f6f2f5ap-1));
static_assert(slopes::near(sin[54], 0x1.4c6891b59946cp-1));
static_assert(slopes::near(sin[55], 0x1.fb60f3e3e94f6p-1));
static_assert(slopes::near(sin[56], -0x1.2b549025d131p-2));
static_assert(slopes::near(sin[57], 0x1.3e60bbce15c07p-1));
static_assert(slopes::near(sin[58], -0x1.4626d647260a3p-4));
static_assert(slopes::near(sin[59], -0x1.39046663a8e8p-5));
static_assert(slopes::near(sin[60], 0x1.c19640100b1dbp-1));
static_assert(slopes::near(sin[61], -0x1.6d3933b709815p-2));
static_assert(slopes::near(sin[62], 0x1.78ec0bfebdc8bp-1));
static_assert(slopes::near(sin[63], 0x1.a2f382e5c2b8ep-1));

constexpr auto cos = slopes::of<slopes::opcode::cos>(std::array{
    -0x1.1508145262d1ep+6, -0x1.12e99688c8a94p+5, -0x1.f123290a6efep+1,  -0x1.2a8310324df08p+4,
    0x1.4a3676f8aebe8p+5,  0x1.5f3504e134f1p+6,   0x1.8f9683aa1fad4p+5,  -0x1.3e34fb9bfbebep+5,
    -0x1.0295d3416296p+5,  0x1.21afe579c398p+0,   0x1.4dcfab4e504ecp+6,  -0x1.52b3405f6ee35p+5,
    -0x1.5d3bc86e27483p+6, -0x1.0a3eac11f33a8p+3, -0x1.6138bff856556p+6, -0x1.b13be1c655f9cp+4,
    -0x1.7e832d5d08e81p+5, -0x1.79b98fcaa770dp+6, -0x1.1428c6301f924p+6, -0x1.ddba66dde486dp+5,
    0x1.010321d16bb32p+6,  0x1.31332c71b3d2ep+6,  0x1.2f627c555c468p+5,  0x1.a6670e5b3e6cp+1,
    0x1.4d03412693c3ep+6,  -0x1.7365176e747fp+6,  -0x1.62acc1c430cccp+5, 0x1.30d9226aab64cp+6,
    0x1.6203fb770de6p+1,   0x1.24d3a1efafb1ap+6,  0x1.241dee55b15dp+5,   0x1.2f60c4cf0183ap+6,
    0x1.7fb2c5f44ddbp+5,   -0x1.f10937aebfee4p+5, -0x1.1f27fbcc19368p+6, 0x1.7daa64c12c0e4p+6,
    -0x1.b84214b3124p+1,   0x1.875f8998579ep+4,   0x1.c53d435492e98p+5,  -0x1.8af3168940bdp+6,
    -0x1.84b669084c775p+6, -0x1.429a5b834fefcp+4, 0x1.2a113a3781722p+6,  0x1.7c151ee0950c8p+6,
    0x1.11e36ceb37b38p+5,  0x1.1a073d2ca8354p+6,  -0x1.789b7c37e200ep+6, -0x1.95662d58dba3ep+5,
    0x1.c8824e730881p+4,   -0x1.64e243de92661p+6, -0x1.54e24575f4d37p+6, -0x1.29837d6c53cbp+6,
    0x1.85369f652c4acp+4,  -0x1.d4fdd832d2744p+5, -0x1.8891561fa69c1p+5, 0x1.f5144d1b9767p+4,
    -0x1.b36f9d4a470e7p+5, -0x1.295ddd3a0f7cp+6,  -0x1.74238e9cff2f1p+5, 0x1.44e754da485f4p+6,
    -0x1.3c1f03267454ep+6, -0x1.29772f6e177fdp+5, -0x1.f0f4858ebb482p+5, -0x1.14677483fe859p+6});
static_assert(slopes::near(cos[0], 0x1.2390ef64f0a6ap-3));
static_assert(slopes::near(cos[1], 0x1.89be8d848319ep-3));
static_assert(slopes::near(cos[2], -0x1.5a19f6be239c1p-1));
static_assert(slopes::near(cos[3], -0x1.87ed2605fc3ccp-3));
static_assert(slopes::near(cos[4], 0x1.b059a6f4acf4dp-2));
static_assert(slopes::near(cos[5], 0x1.4bfacc24943dap-3));
static_assert(slopes::near(cos[6], 0x1.3f3026fcc37p-2));
static_assert(slopes::near(cos[7], 0x1.bfd9c9eca43cp-1));
static_assert(slopes::near(cos[8], 0x1.935aa1477031ap-1));
static_assert(slopes::near(cos[9], -0x1.cf67e4fadda88p-1));
static_assert(slopes::near(cos[10], -0x1.f5bbba6dccff5p-1));
static_assert(slopes::near(cos[11], -0x1.fe99862893754p-1));
static_assert(slopes::near(cos[12], -0x1.3861b32f59171p-1));
static_assert(slopes::near(cos[13], 0x1.c95e34684c534p-1));
static_assert(slopes::near(cos[14], 0x1.56499fcdd20c3p-2));
static_assert(slopes::near(cos[15], 0x1.dcaf71f23f4bp-1));
static_assert(slopes::near(cos[16], -0x1.45f888618c76ep-1));
static_assert(slopes::near(cos[17], 0x1.75914a1a3acc4p-3));
static_assert(slopes::near(cos[18], -0x1.33cf5fc5d8143p-4));
static_assert(slopes::near(cos[19], -0x1.a5f0f51b2eefep-6));
static_assert(slopes::near(cos[20], -0x1.fa4835730f8a9p-1));
static_assert(slopes::near(cos[21], -0x1.919eb1a3cf62cp-1));
static_assert(slopes::near(cos[22], -0x1.c6e108150b9c6p-3));
static_assert(slopes::near(cos[23], 0x1.431a8a5291c68p-3));
static_assert(slopes::near(cos[24], -0x1.fffff01eafc27p-1));
static_assert(slopes::near(cos[25], -0x1.f877cf8a3afe7p-1));
static_assert(slopes::near(cos[26], 0x1.611ae7047c421p-2));
static_assert(slopes::near(cos[27], -0x1.742e74112ebc8p-1));
static_assert(slopes::near(cos[28], -0x1.77de81010d6d3p-2));
static_assert(slopes::near(cos[29], 0x1.a07b272058d3dp-1));
static_assert(slopes::near(cos[30], 0x1.da45444e1da2ep-1));
static_assert(slopes::near(cos[31], -0x1.b9f8088246432p-2));
static_assert(slopes::near(cos[32], 0x1.7cb5ebcf4238ep-1));
static_assert(slopes::near(cos[33], -0x1.4ac27ca99da6bp-1));
static_assert(slopes::near(cos[34], 0x1.cd8c8af7087f9p-2));
static_assert(slopes::near(cos[35], -0x1.d725f4b08c006p-1));
static_assert(slopes::near(cos[36], -0x1.2c94c57cff24cp-2));
static_assert(slopes::near(cos[37], 0x1.3eb6a2f31e76ap-1));
static_assert(slopes::near(cos[38], -0x1.b25d551e14069p-4));
static_assert(slopes::near(cos[39], -0x1.f358e0ad33d6dp-1));
static_assert(slopes::near(cos[40], 0x1.ad6759580a4b5p-3));
static_assert(slopes::near(cos[41], 0x1.ef18ecb9223cfp-1));
static_assert(slopes::near(cos[42], 0x1.8b131bd4eb2bdp-1));
static_assert(slopes::near(cos[43], -0x1.6577452f907f7p-1));
static_assert(slopes::near(cos[44], -0x1.438bd5a470ee3p-2));
static_assert(slopes::near(cos[45], -0x1.f7d73b9f67dbfp-1));
static_assert(slopes::near(cos[46], -0x1.885ca0264ce51p-4));
static_assert(slopes::near(cos[47], 0x1.979edf34cf3e3p-2));
static_assert(slopes::near(cos[48], 0x1.04c14fc848653p-2));
static_assert(slopes::near(cos[49], 0x1.e6e5f755c52b7p-1));
static_assert(slopes::near(cos[50], -0x1.8cd87821bf59fp-2));
static_assert(slopes::near(cos[51], -0x1.b43ad8f92473fp-1));
static_assert(slopes::near(cos[52], 0x1.71bda9db4e4a2p-1));
static_assert(slopes::near(cos[53], 0x1.c0379c6571e6bp-1));
static_assert(slopes::near(cos[54], -0x1.dc2dff33cc89ep-1));
static_assert(slopes::near(cos[55], 0x1.92aeb139c7327p-4));
static_assert(slopes::near(cos[56], -0x1.b4ed771c2700cp-1));
static_assert(slopes::near(cos[57], -0x1.bdc83d910e172p-1));
static_assert(slopes::near(cos[58], 0x1.23d96b4c67c99p-1));
static_assert(slopes::near(cos[59], 0x1.c277fb8c7e4bep-2));
static_assert(slopes::near(cos[60], -0x1.e2583ea4e0f88p-2));
static_assert(slopes::near(cos[61], -0x1.f92bf56291a1fp-2));
static_assert(slopes::near(cos[62], -0x1.4eb13199a65c9p-1));
static_assert(slopes::near(cos[63], -0x1.caff8624800b6p-7));

constexpr auto tan = slopes::of<slopes::opcode::tan>(std::array{
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
static_assert(slopes::near(tan[0], 0x1.8b350d3657f73p+3));
static_assert(slopes::near(tan[1], 0x1.966b714ca6d35p+1));
static_assert(slopes::near(tan[2], 0x1.4c51fc35a0971p+1));
static_assert(slopes::near(tan[3], 0x1.6a78a1fe7d72cp+1));
static_assert(slopes::near(tan[4], 0x1.f9a8caf02add7p+1));
static_assert(slopes::near(tan[5], 0x1.295fdbf8182f4p+0));
static_assert(slopes::near(tan[6], 0x1.0507272951a67p+0));
static_assert(slopes::near(tan[7], 0x1.2d242bbd6cd5fp+0));
static_assert(slopes::near(tan[8], 0x1.87522331da16fp+0));
static_assert(slopes::near(tan[9], 0x1.0a9234caf3fcfp+0));
static_assert(slopes::near(tan[10], 0x1.6ce556bb7838ap+1));
static_assert(slopes::near(tan[11], 0x1.a4b29192faddep+1));
static_assert(slopes::near(tan[12], 0x1.7f828fe7ce454p+2));
static_assert(slopes::near(tan[13], 0x1.20ad556eff219p+1));
static_assert(slopes::near(tan[14], 0x1.1a8a685d553c1p+0));
static_assert(slopes::near(tan[15], 0x1.929e40bd4b662p+0));
static_assert(slopes::near(tan[16], 0x1.a42613a3f85c7p+2));
static_assert(slopes::near(tan[17], 0x1.a56809101598cp+0));
static_assert(slopes::near(tan[18], 0x1.538907a1dda15p+1));
static_assert(slopes::near(tan[19], 0x1.e0414438df3d9p+1));
static_assert(slopes::near(tan[20], 0x1.6172a966d9eb5p+0));
static_assert(slopes::near(tan[21], 0x1.71aab71442c09p+1));
static_assert(slopes::near(tan[22], 0x1.1fbf0e7972913p+3));
static_assert(slopes::near(tan[23], 0x1.b0c0760386bap+0));
static_assert(slopes::near(tan[24], 0x1.93263b7c48562p+1));
static_assert(slopes::near(tan[25], 0x1.b7048572d116fp+1));
static_assert(slopes::near(tan[26], 0x1.cd665c5ccf7c3p+0));
static_assert(slopes::near(tan[27], 0x1.36952a08a8f97p+0));
static_assert(slopes::near(tan[28], 0x1.38623ffa0dbdap+1));
static_assert(slopes::near(tan[29], 0x1.1c7b835dd3f4dp+1));
static_assert(slopes::near(tan[30], 0x1.1a1e8e5b28639p+1));
static_assert(slopes::near(tan[31], 0x1.009ef9c2a88cp+0));
static_assert(slopes::near(tan[32], 0x1.000231a8fd4b7p+0));
static_assert(slopes::near(tan[33], 0x1.9801d37ec3185p+5));
static_assert(slopes::near(tan[34], 0x1.41567bc366127p+0));
static_assert(slopes::near(tan[35], 0x1.01f08bc81ebdbp+0));
static_assert(slopes::near(tan[36], 0x1.0f62dff311cf9p+0));
static_assert(slopes::near(tan[37], 0x1.02d7da40c24a8p+0));
static_assert(slopes::near(tan[38], 0x1.c1b0f8f4af5c1p+9));
static_assert(slopes::near(tan[39], 0x1.1a32e82e2d618p+2));
static_assert(slopes::near(tan[40], 0x1.17d914914073cp+0));
static_assert(slopes::near(tan[41], 0x1.73dc8da5e7dddp+0));
static_assert(slopes::near(tan[42], 0x1.4459962ca0225p+0));
static_assert(slopes::near(tan[43], 0x1.11695582703a7p+0));
static_assert(slopes::near(tan[44], 0x1.57e74321f3537p+2));
static_assert(slopes::near(tan[45], 0x1.5f56c38f5e5fap+6));
static_assert(slopes::near(tan[46], 0x1.3efdeba5c49e3p+0));
static_assert(slopes::near(tan[47], 0x1.47b7bab86180cp+0));
static_assert(slopes::near(tan[48], 0x1.044975a8b4e21p+1));
static_assert(slopes::near(tan[49], 0x1.3cfa0cae84945p+0));
static_assert(slopes::near(tan[50], 0x1.d98abdcda1ff4p+1));
static_assert(slopes::near(tan[51], 0x1.76174c0abedacp+1));
static_assert(slopes::near(tan[52], 0x1.1aa408de1260dp+1));
static_assert(slopes::near(tan[53], 0x1.0003687b6df53p+0));
static_assert(slopes::near(tan[54], 0x1.00d6a6614b687p+0));
static_assert(slopes::near(tan[55], 0x1.01763c8403e08p+0));
static_assert(slopes::near(tan[56], 0x1.2d8dbda7bfbfap+0));
static_assert(slopes::near(tan[57], 0x1.81a6bb3f9cdcp+0));
static_assert(slopes::near(tan[58], 0x1.abe988e67e435p+0));
static_assert(slopes::near(tan[59], 0x1.6bdb5c8ac9067p+1));
static_assert(slopes::near(tan[60], 0x1.163bfdcf6de1ap+0));
static_assert(slopes::near(tan[61], 0x1.fae4511fbee78p+2));
static_assert(slopes::near(tan[62], 0x1.3074cc625a805p+0));
static_assert(slopes::near(tan[63], 0x1.028f5b3294a02p+0));

constexpr std::uint64_t hash = slopes::hash(log1p, sin, cos, tan);

}  // namespace

TEST_CASE("constant derivatives have the same bits on every compiler: log1p, sin, cos, tan") {
  std::printf("slopes 2: 0x%016llx\n", static_cast<unsigned long long>(hash));
  CHECK(hash == hashes[2]);
}
