// SPDX-License-Identifier: MIT
// What GCC includes where a precompiled header does not fit the flags.
