// SPDX-License-Identifier: MIT
#include <etad/etad.hpp>
