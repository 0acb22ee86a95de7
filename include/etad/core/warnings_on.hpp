// SPDX-License-Identifier: MIT
// The end of what core/warnings_off.hpp begins.
#pragma GCC diagnostic pop
