// SPDX-License-Identifier: MIT
// The printed functions, with their arguments and results in arrays. The source of their definitions
// is written by generate.cpp; it includes nothing of etad but what the printed text asks for.
#pragma once

namespace printed {

template <class T>
using function = void (*)(const T*, T*);

/// In the order of for_cases, for each scalar type.
extern const function<double> in_double[];
extern const function<float> in_float[];
extern const function<long double> in_long_double[];

}  // namespace printed
