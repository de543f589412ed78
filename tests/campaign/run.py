"""python3 -m tests campaign [--long] [number ...]: a line for each numbered point, with its figure and its control."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tests.campaign.by_tests import BY_TESTS, NOT_RUN, Point, outcome
from tests.campaign.points import LONG, NUMBERS, POINTS, QUICK, Result

_USAGE = """python3 -m tests campaign [--long] [number ...]

Damages journals in every way of the list below, and prints a line for each: ok or FAIL, its number, the figures. What
is measured has a control, a fault that is planted and must be noticed. It ends with 1 if a point is not met.

Without a number it runs all of them. With --long they have their full size, and take much longer.
"""


def main(arguments: Sequence[str]) -> int:
    """Run the points, or those of the numbers that are named; exit 1 if one is not met."""
    if not {"--help", "-h"}.isdisjoint(arguments):
        print(_help())
        return 0
    known = {str(number) for number in {*NUMBERS, *(point.number for point in BY_TESTS), *NOT_RUN}}
    unknown = set(arguments) - known - {"--long"}
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; there are --help, --long and the numbers 1 to {len(known)}")
        return 2
    wanted = {int(each) for each in arguments if each in known} or {int(each) for each in known}
    missed = 0
    for result in _results(wanted, long="--long" in arguments):
        print(result.line(), flush=True)
        missed += not result.met
    for number in sorted(wanted & NOT_RUN.keys()):
        print(f"not run {number}: {NOT_RUN[number]}")
    print(f"{missed} not met" if missed else "all met")
    return 1 if missed else 0


def _help() -> str:
    """The usage, and what each number is about."""
    about = [(number, point.about) for point in POINTS for number in point.numbers]
    about += [(point.number, f"tests: {point.claim}") for point in BY_TESTS]
    about += [(number, f"not run: {why}") for number, why in NOT_RUN.items()]
    return "\n".join([_USAGE, *(f"{number:>3}  {what}" for number, what in sorted(about))])


def _results(wanted: Collection[int], *, long: bool) -> Iterator[Result]:
    for measured in POINTS:
        if not set(measured.numbers).isdisjoint(wanted):
            yield from measured.run(LONG if long else QUICK)
    for point in BY_TESTS:
        if point.number in wanted:
            yield _tested(point, long)


def _tested(point: Point, long: bool) -> Result:
    found = outcome(point, whole=long)
    said = f"{point.claim}: {found.passed} tests passed, {found.failed} did not; {found.faults} of them plant a fault"
    return Result(point.number, said, not found.failed)
