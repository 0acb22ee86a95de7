# SPDX-License-Identifier: MIT
"""The compiler's command for a text that may include <etad/etad.hpp>, which may be precompiled."""
import re

MARK = "--precompiled"  # in a command, before all arguments that name the precompiled header
FIRST_DIRECTIVES = re.compile(r"(?:#\s*(?:include|line)\b.*\n|//.*\n|\s*\n)*")


def command_for(command: list[str], text: str) -> list[str]:
    """Without the precompiled header, unless the text includes the same among its first lines: macros
    before it may change what it says."""
    if MARK not in command:
        return command
    k = command.index(MARK)
    first = FIRST_DIRECTIVES.match(text)
    fits = first is not None and "<etad/etad.hpp>" in first.group()
    return command[:k] + command[k + 1:] * fits
