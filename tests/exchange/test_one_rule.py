"""Whoever wrote a table, its odd heads and rows are read by one rule."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.core.entries import Entry
from journal.exchange.file_formats import Format
from journal.exchange.opening import remarks
from journal.exchange.sniffing import recognised
from journal.texts import english
from tests.exchange.foreign import doses, read, source

Doses = list[tuple[str, str, str]]  # when, how much, and the note beside it


def _own(rows: Doses) -> str:
    lines = [f"dose,{when},Europe/Berlin,Green,{amount},g,{note}" for when, amount, note in rows]
    return "\n".join(["kind,time,zone,product,amount,unit,note", *lines, ""])


def _table(rows: Doses) -> str:
    lines = [f"{when.replace('T', ',')},Green,{amount},{note}" for when, amount, note in rows]
    return "\n".join(["Date,Time,Product,Amount (g),Note", *lines, ""])


def _tracker(rows: Doses) -> str:
    lines = [f"{when.replace('T', ',')},{when},G,Green,{amount},{note}" for when, amount, note in rows]
    return "\n".join(["date,time,iso_timestamp,strain_code,strain_name,amount_g,notes", *lines, ""])


TABLES: dict[str, Callable[[Doses], str]] = {"own": _own, "table": _table, "herbal tracker": _tracker}
DAY = [("2026-11-20T08:10", "2.5", "slept"), ("2026-11-20T13:40", "2.0", "")]
TWICE = [("2026-10-25T02:30", "2.5", ""), ("2026-10-25T03:30", "2.5", "")]

of_every_reader = pytest.mark.parametrize("reader", TABLES)


def _seen(path: Path, content: str, codec: str = "utf-8") -> tuple[list[tuple[str, int | None, str]], list[str]]:
    """Its doses, and what was refused."""
    path.write_bytes(content.encode(codec))
    entries, refused = read(path)
    return _said(entries), refused


def _said(entries: list[Entry]) -> list[tuple[str, int | None, str]]:
    return [(dose.at.isoformat()[:16], dose.amount.quantity, dose.note) for dose in doses(entries)]


BOTH = [("2026-11-20T08:10", 2500, "slept"), ("2026-11-20T13:40", 2000, "")]


@of_every_reader
def test_two_equal_rows_without_ids_are_two(tmp_path: Path, reader: str) -> None:
    seen, refused = _seen(tmp_path / "a.csv", TABLES[reader]([DAY[0], DAY[0]]))
    assert (seen, refused) == ([BOTH[0], BOTH[0]], [])


def _on_top(*lines: str) -> Callable[[str], str]:
    return lambda content: "\n".join([*lines, content])


def _as_saved_by_a_spreadsheet(content: str) -> str:
    """With a title in the first cell, and as many separators as the table has."""
    empty = "," * content.split("\n", 1)[0].count(",")
    return f"My diary{empty}\nExported,2026-11-21{empty[1:]}\n{empty}\n{content}"


def _semicolons(content: str) -> str:
    return content.replace(",", ";")


HEADS: dict[str, Callable[[str], str]] = {
    "plain": lambda content: content,
    "capitals": lambda content: content[: content.index("\n")].upper() + content[content.index("\n") :],
    "a title": _on_top("My diary", ""),
    "a title with a comma": _on_top("My diary, 2026"),
    "a title above semicolons": lambda content: _on_top("My diary, 2026", "for me")(_semicolons(content)),
    "titles of a spreadsheet": _as_saved_by_a_spreadsheet,
    "sep=;": lambda content: _on_top("sep=;")(_semicolons(content)),
    "sep=; in quotes": lambda content: _on_top('"sep=;"')(_semicolons(content)),
    "SEP=tab": lambda content: _on_top("SEP=\t")(content.replace(",", "\t")),
    "sep=, and a title": _on_top("sep=,", "My diary"),
    "empty lines": _on_top("", ""),
}


@of_every_reader
@pytest.mark.parametrize("head", HEADS)
def test_the_table_is_found_below_its_head(tmp_path: Path, reader: str, head: str) -> None:
    path = tmp_path / "a.csv"
    assert _seen(path, HEADS[head](TABLES[reader](DAY))) == (BOTH, [])
    above = [line for line in remarks(source(path), english()) if "The table begins in line" in line]
    assert bool(above) is (head not in ("plain", "capitals"))


@of_every_reader
def test_a_refused_row_below_a_head_has_its_line_in_the_file(tmp_path: Path, reader: str) -> None:
    content = _on_top("My diary", "")(TABLES[reader]([("2026-11-20T08:10", "much", "")]))
    assert [line.partition("@")[2].split()[0] for line in _seen(tmp_path / "a.csv", content)[1]] == ["4"]


@of_every_reader
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_letters_that_are_taken_for_granted_are_told_of(tmp_path: Path, reader: str, codec: str) -> None:
    path = tmp_path / "a.csv"
    seen, refused = _seen(path, TABLES[reader]([("2026-11-20T08:10", "2.5", "müde")]), codec)
    assert (seen, refused) == ([("2026-11-20T08:10", 2500, "müde")], [])
    told = [line for line in remarks(source(path), english()) if "not UTF-8" in line]
    assert len(told) == (codec == "cp1252")


FOREIGN = {
    "other kinds": "Kind,Time,What\npain,2026-11-20 08:10,6\n",
    "other columns": "time,kind,severity,notes\n2026-11-20 08:10,Headache,6,bad\n",
    "an id": "id,kind,time,notes\n17,walk,2026-11-20 08:10,long\n",
}
OURS = {
    "one kind of ours": "kind,time,note\nwalk,2026-11-20 08:10,long\nnote,2026-11-20 09:10,short\n",
    "nothing yet": "kind,time,note\n",
    "an export of a newer program": "id,kind,time,symptom_id,symptom_code\n,feast,2026-11-20T08:10,,\n",
}


@pytest.mark.parametrize("name", [*FOREIGN, *OURS])
def test_a_table_that_looks_like_the_own_csv_is_none(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text({**FOREIGN, **OURS}[name], encoding="utf-8")
    assert recognised(path).format is (Format.TABLE if name in FOREIGN else Format.OWN_CSV)


@of_every_reader
def test_of_a_repeated_autumn_hour_the_first_is_taken_and_that_is_said(tmp_path: Path, reader: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLES[reader](TWICE), encoding="utf-8")
    _first_of_both(path)


def test_so_it_is_in_a_backup_of_herbal_tracker(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    rows = [{"id": str(n), "strainId": "s", "amount": 2.5, "timestamp": when} for n, (when, _, _) in enumerate(TWICE)]
    path.write_text(json.dumps({"strains": [{"id": "s", "name": "Green"}], "dosages": rows}), encoding="utf-8")
    _first_of_both(path)


def _first_of_both(path: Path) -> None:
    file = source(path)
    rows = list(file.rows())
    found = [row.entry for row in rows if not hasattr(row, "reason") and isinstance(row.entry, Entry)]
    assert [dose.at.isoformat()[11:] for dose in doses(found)] == ["02:30:00+02:00", "03:30:00+01:00"]
    said = "1 time came twice, because the clocks went back; the first was taken."
    assert [line for line in remarks(file, english()) if "twice" in line] == [said]
