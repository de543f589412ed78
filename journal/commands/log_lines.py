"""The JSON lines of ``log -``: read from standard input, made into entries, each refused with its number."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from journal.commands.entries import EntryMaker
from journal.commands.json_values import TypedNumber, refuse_half_letters, refuse_other_type, with_numbers_as_typed
from journal.core.entries import Entry
from journal.core.refusal import Refused
from journal.exchange.lines import BYTE_ORDER_MARK
from journal.texts import Texts
from journal.texts.refusals import explain

Keys = Mapping[str, Collection[str]]  # which keys a line of each word can have
_LINE_LIMIT = 4_000_000


class LinesRead(NamedTuple):
    """The JSON lines that were read so far, and why some of them are refused."""

    lines: list[str]
    complaints: list[str]


def read_any_bytes() -> None:
    """Bytes that are no letters come through and are refused with their line, so that what is around them is seen."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="surrogateescape")


def lines_not_read() -> Iterator[str]:
    """The lines still waiting on standard input; none from a terminal, since a person would have to type them."""
    if not sys.stdin.isatty():
        yield from (line for _, line in _lines())


def from_lines(maker: EntryMaker, texts: Texts, read: LinesRead, keys: Keys) -> list[Entry]:
    """The entries of all lines; every refused line is named, and then nothing is saved. ``read`` keeps them."""
    entries: list[Entry] = []
    first_with: dict[str, int] = {}
    for number, line in _lines():
        read.lines.append(line)
        refuse_bytes(line, "file-not-utf8", path="-")
        try:
            entries += _from_line(maker, line, keys)
        except Refused as reason:
            why = explain(texts, reason)
            first = first_with.setdefault(why, number)
            read.complaints.append(
                texts("line {line}: {reason}", line=number, reason=why) if first == number
                else texts("line {line}: as in line {first}", line=number, first=first)
            )  # fmt: skip
    if read.complaints:
        raise Refused("lines-refused")
    return entries


def _lines() -> Iterator[tuple[int, str]]:
    lines: Iterable[str] = iter(lambda: sys.stdin.readline(_LINE_LIMIT), "")
    for number, line in enumerate(lines, 1):
        written = line.lstrip(BYTE_ORDER_MARK) if number == 1 else line
        if written.strip():
            yield number, written


def _from_line(maker: EntryMaker, line: str, keys: Keys) -> list[Entry]:
    try:
        asked = json.loads(line, object_pairs_hook=_once, parse_float=TypedNumber)
    except (ValueError, RecursionError) as problem:
        raise Refused("line-not-json") from problem
    if not isinstance(asked, dict):
        raise Refused("line-not-json")
    word = asked.pop("log", None)
    if word is None:
        raise Refused("line-without-log", options=", ".join(keys))
    if not isinstance(word, str) or word not in keys:
        raise Refused("option-unknown", text=str(word)[:40], options=", ".join(keys))
    asked = with_numbers_as_typed(asked)
    _refuse_keys(word, asked, keys[word])
    return maker.entries(word, asked)


def _refuse_keys(word: str, asked: Mapping[str, Any], known: Collection[str]) -> None:
    for key, value in asked.items():
        if key not in known:
            raise Refused("line-key-unknown", key=key[:40], log=word, options=", ".join(sorted(known)))
        refuse_other_type(key, value)
        refuse_half_letters(key, value)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise Refused("row-key-twice")
    return members


def refuse_bytes(text: str, code: str, **values: object) -> None:
    """Refuse, under this code, what holds bytes that are no letters."""
    raw = text.encode("utf-8", "surrogateescape")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(code, text=raw.decode("utf-8", "replace"), **values) from None
