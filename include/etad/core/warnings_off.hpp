// SPDX-License-Identifier: MIT
// Warnings that people turn on for their own code and that etad's does not follow, so that a plain -I is enough.
// Doors include this file before anything of etad's and warnings_on.hpp behind it; both count each time.
// They are the first of etad that a compiler reads, so that platform.hpp speaks before anything else does.
#include <etad/core/platform.hpp>

#pragma GCC diagnostic push
// Sizes are template parameters of type int.
#pragma GCC diagnostic ignored "-Wsign-conversion"
// Comparisons with 0, 1 and infinity are exact and meant so.
#pragma GCC diagnostic ignored "-Wfloat-equal"
// Most switches are about a few of a hundred operations, or about all enumerators of a small type.
#pragma GCC diagnostic ignored "-Wswitch-enum"
#pragma GCC diagnostic ignored "-Wswitch-default"
// Constant evaluation works in the widest format.
#pragma GCC diagnostic ignored "-Wdouble-promotion"
// Blocks of a tape are raw memory.
#pragma GCC diagnostic ignored "-Wcast-align"
#if defined(__clang__)
#pragma GCC diagnostic ignored "-Wunknown-warning-option"
#pragma GCC diagnostic ignored "-Wc++98-compat"
#pragma GCC diagnostic ignored "-Wc++98-compat-pedantic"
#pragma GCC diagnostic ignored "-Wc++20-compat"
#pragma GCC diagnostic ignored "-Wcomma"
#pragma GCC diagnostic ignored "-Wctad-maybe-unsupported"
#pragma GCC diagnostic ignored "-Wpadded"
#pragma GCC diagnostic ignored "-Wshadow-uncaptured-local"
#pragma GCC diagnostic ignored "-Wunsafe-buffer-usage"
#pragma GCC diagnostic ignored "-Wweak-vtables"
#else
#pragma GCC diagnostic ignored "-Weffc++"
#pragma GCC diagnostic ignored "-Wpadded"
#pragma GCC diagnostic ignored "-Wsign-promo"
#pragma GCC diagnostic ignored "-Wuseless-cast"
#endif
