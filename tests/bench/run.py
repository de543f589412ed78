"""python3 -m tests bench [section ...]: prints ratios with bounds; exits 1 if a limit is missed."""

from __future__ import annotations

import importlib
from collections.abc import Sequence

SECTIONS = ("storage", "start", "volume", "diary", "charts", "report")


def main(arguments: Sequence[str]) -> int:
    """Measure the named sections, or all."""
    unknown = set(arguments) - set(SECTIONS)
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(SECTIONS)}")
        return 2
    missed = 0
    for section in arguments or SECTIONS:
        for figure in importlib.import_module(f"tests.bench.{section}").figures():
            print(figure.line(), flush=True)
            missed += not figure.met
    print(f"{missed} over the limit" if missed else "all within their limits")
    return 1 if missed else 0
