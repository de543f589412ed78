"""The program's summary beside the recomputed one: every field, numbers to 1e-9."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any


def differences(program: object, oracle: Any, where: str = "") -> Iterator[str]:
    """Where the two differ, each with both values."""
    program = _with_names(program)
    if isinstance(program, dict) and isinstance(oracle, dict):
        yield from _in_fields(program, oracle, where)
    elif isinstance(program, tuple | list) and isinstance(oracle, list):
        yield from _in_lists(program, oracle, where)
    elif not _equal(program, oracle):
        yield f"{where}: program {program!r}, oracle {oracle!r}"


def _with_names(program: object) -> object:
    if dataclasses.is_dataclass(program) and not isinstance(program, type):
        return {each.name: getattr(program, each.name) for each in dataclasses.fields(program)}
    named: Callable[[], dict[str, Any]] | None = getattr(program, "_asdict", None)
    return program if named is None else named()


def _in_fields(program: dict[str, Any], oracle: dict[str, Any], where: str) -> Iterator[str]:
    if program.keys() != oracle.keys():
        yield f"{where}: fields {sorted(program.keys() ^ oracle.keys())}"
    for key in program.keys() & oracle.keys():
        yield from differences(program[key], oracle[key], f"{where}.{key}")


def _in_lists(program: tuple[Any, ...] | list[Any], oracle: list[Any], where: str) -> Iterator[str]:
    if len(program) != len(oracle):
        yield f"{where}: {len(program)} in the program, {len(oracle)} in the oracle"
        return
    for number, (one, other) in enumerate(zip(program, oracle, strict=True)):
        yield from differences(one, other, f"{where}[{number}]")


def _equal(program: object, oracle: object) -> bool:
    if isinstance(program, Enum):
        program = program.value
    if isinstance(program, bool) or isinstance(oracle, bool) or isinstance(program, dt.date | str | None):
        return program == oracle
    return isinstance(program, int | float) and isinstance(oracle, int | float) and abs(program - oracle) <= 1e-9
