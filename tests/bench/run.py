"""python3 -m tests bench [section ...]: prints ratios with bounds; exits 1 if a limit is missed."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence

from tests.bench.measure import Figure

SECTIONS = ("storage", "trust", "kinds", "start", "stalls", "volume", "diary", "charts", "report")

_USAGE = """python3 -m tests bench [section ...]

Measures how long things take beside what they cannot do without, on this machine in this minute, and prints a line for
each: the ratio and its limit. It ends with 1 if a limit is missed. Without a section it measures all of them.
"""


def main(arguments: Sequence[str]) -> int:
    """Measure the named sections, or all."""
    if not {"--help", "-h"}.isdisjoint(arguments):
        print(f"{_USAGE}\nSections: {', '.join(SECTIONS)}")
        return 0
    unknown = set(arguments) - set(SECTIONS)
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; there are --help, {', '.join(SECTIONS)}")
        return 2
    measured = missed = 0
    for section in arguments or SECTIONS:
        for figure in _figures(section):
            print(figure.line(), flush=True)
            measured += 1
            missed += not figure.met
    if measured:
        print(f"{missed} over the limit" if missed else "all within their limits")
    return 1 if missed else 0


def _figures(section: str) -> Iterator[Figure]:
    """The section's figures; none, and the reason, where it cannot be measured."""
    module = importlib.import_module(f"tests.bench.{section}")
    reason = getattr(module, "why_not", str)()
    if reason:
        print(f"not run: bench {section} {reason}")
    else:
        yield from module.figures()
