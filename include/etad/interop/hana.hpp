// SPDX-License-Identifier: MIT
// Structures adapted with Boost.Hana, hana::tuple and hana::map as arguments and results of all verbs.
#pragma once

#include <etad/core/warnings_off.hpp>

#include <etad/interop/hana_containers.hpp>
#include <etad/interop/hana_struct.hpp>
#include <etad/interop/hana_wrt.hpp>

#include <etad/core/warnings_on.hpp>
