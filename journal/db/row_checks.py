"""The check of a row: 62 bits of BLAKE2b over everything stored in it, kept beside it, compared when it is read.

SQLite has no check of its own for what a page holds: a bit that flips on the disk turns 2,500 mg into 3,524 mg. What is
hashed are the row's columns in the order of ``CHECKED`` and then its ``seq``, each as a type, a length and bytes (see
``_written_out``).
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable
from hashlib import blake2b
from types import MappingProxyType

from journal.core.kinds import KINDS
from journal.core.records import columns_of

BITS = 62  # the largest that SQLite can add up without leaving its integers
LARGEST = (1 << BITS) - 1

# Every table whose rows have a check, with what is stored in them. A column that is added here changes every check of
# its table: the migration that adds it compares the old checks and writes new ones.
CHECKED = MappingProxyType(
    {
        **{kind: columns_of(kind) for kind in KINDS},
        "change": ("change_set", "kind", "entry", "before"),
        "change_set": ("at_ms", "label", "arguments", "origin", "undone"),
    }
)


class Damaged(Exception):
    """Something stored is not what was saved; ``failures.told_plainly`` says so in words."""


def _written_out(values: tuple[object, ...]) -> bytes:
    """The bytes that are hashed: ``(`` and the number of values, then each of them.

    ``N`` is NULL, ``i`` a number in four bytes, ``l`` a larger one (how many parts of 15 bits, negative for one below
    zero, then the parts), ``u`` text (how many bytes, then UTF-8). All from the lowest byte up.
    """
    parts = [b"(" + len(values).to_bytes(4, "little"), *map(_one_written_out, values)]
    return b"".join(parts)


def _one_written_out(value: object) -> bytes:
    match value:
        case None:
            return b"N"
        case int() if -(1 << 31) <= value < 1 << 31:
            return b"i" + value.to_bytes(4, "little", signed=True)
        case int():
            size = -(-abs(value).bit_length() // 15)
            parts = [(abs(value) >> 15 * place & 0x7FFF).to_bytes(2, "little") for place in range(size)]
            return b"l" + (size if value > 0 else -size).to_bytes(4, "little", signed=True) + b"".join(parts)
        case str():
            text = value.encode("utf-8", "surrogatepass")
            return b"u" + len(text).to_bytes(4, "little") + text
        case _:
            raise ValueError("no table holds such a value")


def _written_out_by_marshal(values: tuple[object, ...]) -> bytes:
    return marshal.dumps(values, 0)  # type: ignore[arg-type]


_SAMPLE = (None, 0, -1, 1 << 31, -(1 << 61), "", "é\0", "x" * 300)


def _quickest() -> Callable[[tuple[object, ...]], bytes]:
    """Python's own marshal writes the same bytes four times as fast; a Python in which it does not is not asked."""
    same = _written_out_by_marshal(_SAMPLE) == _written_out(_SAMPLE)
    return _written_out_by_marshal if same else _written_out


_bytes_of = _quickest()


def check_of(values: tuple[object, ...]) -> int:
    """The check of a row: its columns in the order of ``CHECKED``, then its ``seq``."""
    return int.from_bytes(blake2b(_bytes_of(values), digest_size=8).digest(), "big") >> (64 - BITS)


def is_intact(row: tuple[object, ...]) -> bool:
    """Whether a row as ``whole_row`` selects it is what was saved."""
    try:
        return check_of(row[:-1]) == row[-1]
    except ValueError:
        return False  # a type that no column of ours holds


def refuse_damaged(rows: Iterable[tuple[object, ...]]) -> None:
    """Damaged unless every row, as ``whole_row`` selects it, is what was saved."""
    try:
        for row in rows:
            if check_of(row[:-1]) != row[-1]:
                raise Damaged
    except ValueError:
        raise Damaged from None  # a type that no column of ours holds


_WHOLE_ROW = {
    table: ", ".join(f'{table}."{column}"' for column in (*columns, "seq", "check"))
    for table, columns in CHECKED.items()
}


def whole_row(table: str) -> str:
    """What is selected of a table to compare its rows with their checks: every stored column, ``seq``, ``check``."""
    return _WHOLE_ROW[table]


def no_row_of(table: str) -> str:
    """Selects nothing, and fails where the schema does not name the table and all its columns."""
    return f"SELECT {whole_row(table)} FROM {table} LIMIT 0"


def _check_for_sql(*values: object) -> int:
    """-1, which no row has, for a type that no column of ours holds: an error in here would only stop SQLite."""
    try:
        return check_of(values)
    except ValueError:
        return -1


class _Total:
    """SQL's sum of checks, which stays within 62 bits where ``sum`` would run out of integers."""

    def __init__(self) -> None:
        self._total = 0

    def step(self, check: object) -> None:
        self._total += check if isinstance(check, int) else -1

    def finalize(self) -> int:
        return self._total & LARGEST


def add_functions(connection: object) -> None:
    """``row_check(values...)`` and ``checks_total(check)``, for statements of ours alone."""
    connection.create_function("row_check", -1, _check_for_sql, deterministic=True)  # type: ignore[attr-defined]
    connection.create_aggregate("checks_total", 1, _Total)  # type: ignore[attr-defined]
