// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <numbers>

/// The models of NIST's nonlinear regression problems: ordinary functions of the parameters b and
/// the predictor x. Nothing here knows that it will be differentiated.
namespace nist {

// b1 (1 - exp(-b2 x))
struct saturation {
  constexpr auto operator()(const auto& b, const auto& x) const {
    using std::exp;
    return b[0] * (1.0 - exp(-b[1] * x));
  }
};

// b1 (1 - (1 + b2 x / 2)^-2)
struct saturation_inverse_square {
  constexpr auto operator()(const auto& b, const auto& x) const {
    using std::pow;
    return b[0] * (1.0 - pow(1.0 + b[1] * x / 2.0, -2.0));
  }
};

// b1 (1 - (1 + 2 b2 x)^-1/2)
struct saturation_inverse_root {
  constexpr auto operator()(const auto& b, const auto& x) const {
    using std::pow;
    return b[0] * (1.0 - pow(1.0 + 2.0 * b[1] * x, -0.5));
  }
};

// b1 b2 x / (1 + b2 x)
struct saturation_hyperbolic {
  constexpr auto operator()(const auto& b, const auto& x) const {
    return b[0] * b[1] * x / (1.0 + b[1] * x);
  }
};

// exp(-b1 x) / (b2 + b3 x)
struct attenuation {
  constexpr auto operator()(const auto& b, const auto& x) const {
    using std::exp;
    return exp(-b[0] * x) / (b[1] + b[2] * x);
  }
};

// b1 x^b2
struct power_law {
  constexpr auto operator()(const auto& b, const auto& x) const {
    using std::pow;
    return b[0] * pow(x, b[1]);
  }
};

// b1 exp(-b2 x) + b3 exp(-b4 x) + b5 exp(-b6 x)
struct three_exponentials {
  constexpr auto operator()(const auto& b, const auto& x) const {
    using std::exp;
    return b[0] * exp(-b[1] * x) + b[2] * exp(-b[3] * x) + b[4] * exp(-b[5] * x);
  }
};

// b1 + b2 exp(-b4 x) + b3 exp(-b5 x)
struct two_exponentials {
  constexpr auto operator()(const auto& b, const auto& x) const {
    using std::exp;
    return b[0] + b[1] * exp(-x * b[3]) + b[2] * exp(-x * b[4]);
  }
};

// b1 exp(-b2 x) + b3 exp(-((x - b4) / b5)^2) + b6 exp(-((x - b7) / b8)^2)
struct two_peaks {
  constexpr auto operator()(const auto& b, const auto& x) const {
    using std::exp;
    const auto square = [](const auto& t) { return t * t; };
    return b[0] * exp(-b[1] * x) + b[2] * exp(-square((x - b[3]) / b[4])) +
           b[5] * exp(-square((x - b[6]) / b[7]));
  }
};

// (b1 / b2) exp(-((x - b3) / b2)^2 / 2)
struct one_peak {
  constexpr auto operator()(const auto& b, const auto& x) const {
    using std::exp;
    const auto t = (x - b[2]) / b[1];
    return b[0] / b[1] * exp(-0.5 * t * t);
  }
};

// (b1 + b2 x + b3 x^2) / (1 + b4 x + b5 x^2)
struct quadratic_ratio {
  constexpr auto operator()(const auto& b, const auto& x) const {
    return (b[0] + x * (b[1] + x * b[2])) / (1.0 + x * (b[3] + x * b[4]));
  }
};

// (b1 + b2 x + b3 x^2 + b4 x^3) / (1 + b5 x + b6 x^2 + b7 x^3)
struct cubic_ratio {
  constexpr auto operator()(const auto& b, const auto& x) const {
    return (b[0] + x * (b[1] + x * (b[2] + x * b[3]))) / (1.0 + x * (b[4] + x * (b[5] + x * b[6])));
  }
};

// b1 (x^2 + b2 x) / (x^2 + b3 x + b4)
struct enzyme_ratio {
  constexpr auto operator()(const auto& b, const auto& x) const {
    return b[0] * (x * x + x * b[1]) / (x * x + x * b[2] + b[3]);
  }
};

// b1 - b2 x1 exp(-b3 x2), a model of the logarithm of the response
struct degradation {
  constexpr auto operator()(const auto& b, const auto& x) const {
    using std::exp;
    return b[0] - b[1] * x[0] * exp(-b[2] * x[1]);
  }
};

// b1 - b2 x - arctan(b3 / (x - b4)) / pi
struct quantum_defect {
  constexpr auto operator()(const auto& b, const auto& x) const {
    using std::atan;
    return b[0] - b[1] * x - atan(b[2] / (x - b[3])) / std::numbers::pi;
  }
};

// b1 + b2 cos(w x) + b3 sin(w x) with the period 2 pi / w of a year, and two more such waves of
// unknown periods b4 and b7
struct three_waves {
  constexpr auto operator()(const auto& b, const auto& x) const {
    using std::cos, std::sin;
    const auto angle = 2.0 * std::numbers::pi * x;
    return b[0] + b[1] * cos(angle / 12.0) + b[2] * sin(angle / 12.0) +  //
           b[4] * cos(angle / b[3]) + b[5] * sin(angle / b[3]) +         //
           b[7] * cos(angle / b[6]) + b[8] * sin(angle / b[6]);
  }
};

// b1 exp(b2 / (x + b3))
struct thermistor {
  constexpr auto operator()(const auto& b, const auto& x) const {
    using std::exp;
    return b[0] * exp(b[1] / (x + b[2]));
  }
};

// b1 / (1 + exp(b2 - b3 x))
struct logistic {
  constexpr auto operator()(const auto& b, const auto& x) const {
    using std::exp;
    return b[0] / (1.0 + exp(b[1] - b[2] * x));
  }
};

// b1 / (1 + exp(b2 - b3 x))^(1 / b4)
struct richards {
  constexpr auto operator()(const auto& b, const auto& x) const {
    using std::exp, std::pow;
    return b[0] / pow(1.0 + exp(b[1] - b[2] * x), 1.0 / b[3]);
  }
};

// b1 (b2 + x)^(-1 / b3)
struct magnetization {
  constexpr auto operator()(const auto& b, const auto& x) const {
    using std::pow;
    return b[0] * pow(b[1] + x, -1.0 / b[2]);
  }
};

}  // namespace nist
