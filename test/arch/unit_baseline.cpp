// SPDX-License-Identifier: MIT
#include "unit.hpp"

report report_of_baseline() { return report_of_this_unit(); }
