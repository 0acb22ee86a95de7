// SPDX-License-Identifier: MIT
// expect: ETAD-054: etad requires structures of at most 32 members
#include <array>
#include <boost/hana/define_struct.hpp>
#include <etad/etad.hpp>
#include <etad/interop/hana.hpp>

template <class T>
struct many {
#if REJECT
  BOOST_HANA_DEFINE_STRUCT(many, (T, m1), (T, m2), (T, m3), (T, m4), (T, m5), (T, m6), (T, m7),
                           (T, m8), (T, m9), (T, m10), (T, m11), (T, m12), (T, m13), (T, m14),
                           (T, m15), (T, m16), (T, m17), (T, m18), (T, m19), (T, m20), (T, m21),
                           (T, m22), (T, m23), (T, m24), (T, m25), (T, m26), (T, m27), (T, m28),
                           (T, m29), (T, m30), (T, m31), (T, m32), (T, m33));
#else
  BOOST_HANA_DEFINE_STRUCT(many, (T, m1), (std::array<T, 31>, others), (T, m33));
#endif
};

double f() {
  constexpr auto product = [](const auto& a) { return a.m1 * a.m33; };
  return etad::gradient(product)(many<double>{}).m1;
}
