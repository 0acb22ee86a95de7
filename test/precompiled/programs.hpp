// SPDX-License-Identifier: MIT
// What many tests include. A door that few use would cost the others more to load than it saves them.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <concepts>
#include <limits>
#include <numeric>
#include <span>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include <etad/batch.hpp>
#include <etad/etad.hpp>
#include <etad/tape.hpp>

#include "problems/drivers.hpp"
