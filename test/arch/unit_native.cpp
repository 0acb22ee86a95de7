// SPDX-License-Identifier: MIT
#include "unit.hpp"

report report_of_native() { return report_of_this_unit(); }
