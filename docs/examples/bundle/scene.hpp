// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/snavely.hpp"

/// A small scene of bundle adjustment with a known truth: cameras in a row, all looking at one cloud
/// of points, and the image of every point in every camera.
namespace bundle {

using camera = std::array<double, 9>;  // axis times angle, translation, focal length, k1, k2
using point = std::array<double, 3>;

inline std::array<double, 12> join(const camera& c, const point& x) {
  return {c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], x[0], x[1], x[2]};
}

struct observation {
  std::size_t camera;
  std::size_t point;
  double u, v;
};

struct scene {
  std::vector<camera> cameras;
  std::vector<point> points;
  std::vector<observation> observations;
};

/// Uniform in [-1, 1], the same on every machine (a 64-bit linear congruential generator with
/// Knuth's constants).
class noise {
 public:
  double operator()() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<double>(state_ >> 11) * 0x1p-52 - 1.0;
  }

 private:
  std::uint64_t state_ = 1;
};

/// Cameras 4 to 6 units from the points, which fill a cube of side 2 around the origin.
inline scene make_scene(std::size_t cameras, std::size_t points) {
  noise random;
  scene s;
  for (std::size_t i = 0; i < points; ++i) s.points.push_back({random(), random(), random()});
  for (std::size_t i = 0; i < cameras; ++i) {
    const double place = static_cast<double>(i) / static_cast<double>(cameras - 1) - 0.5;
    s.cameras.push_back({0.05 * random(), 0.4 * place, 0.1 * random(), -1.5 * place, 0.2 * random(),
                         -5.0 + random(), 500.0 + 20.0 * random(), -0.1 + 0.02 * random(),
                         0.02 + 0.005 * random()});
  }
  for (std::size_t c = 0; c < cameras; ++c)
    for (std::size_t p = 0; p < points; ++p) {
      // The residual against an observation at the origin is the image point itself.
      const auto image = models::snavely{}(join(s.cameras[c], s.points[p]), 0.0, 0.0);
      s.observations.push_back({c, p, image[0], image[1]});
    }
  return s;
}

}  // namespace bundle
