"""A file that is known and not read is told for what it is, with what to import in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.entries import Condition, Note
from journal.core.health import ConditionKind
from journal.core.moments import moment_now
from journal.errors import UserError
from journal.exchange.export import FORMATS, export_to
from journal.exchange.file_formats import OURS
from journal.exchange.sniffing import recognised
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.refusals import explain

READ = {export_format.ending for export_format in FORMATS if export_format.keeps}


@pytest.mark.parametrize("ending", [each.ending for each in FORMATS])
def test_every_export_is_read_or_says_what_is(plain_book: Logbook, tmp_path: Path, ending: str) -> None:
    at = moment_now(plain_book.clock)
    planned = Condition(what=ConditionKind.PLANNED_OPERATION, planned=plain_book.today())
    plain_book.save(Note(at=at, text="x"), planned)
    path = tmp_path / f"out{ending}"
    export_to(plain_book, path, english())
    if ending in READ or ending == ".xlsx":  # a table like others
        assert (recognised(path).format in OURS) is (ending in READ)
        return
    with pytest.raises(UserError) as refused:
        recognised(path)
    words = explain(english(), refused.value)
    assert refused.value.code.endswith("-not-read") and "import its .json, .csv or .zip file" in words
    nameless = path.with_name("nameless")
    path.rename(nameless)
    if ending != ".md":
        with pytest.raises(UserError, match=refused.value.code):
            recognised(nameless)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("x.pdf", b"%PDF-1.7\n", "pdf-not-read"),
        ("x.leaf", b"\x81\x12 noise", "journal-not-read"),
        ("x.csv", b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n", "calendar-not-read"),
        ("x.json", b'{"resourceType": "Patient"}', "bundle-not-read"),
        ("x.leaf", b"", "file-empty"),
    ],
)
def test_it_is_known_by_its_beginning_or_its_name(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError, match=code):
        recognised(tmp_path / name)


def test_a_journal_is_told_how_its_entries_get_into_another(plain_book: Logbook) -> None:
    with pytest.raises(UserError) as refused:
        recognised(plain_book.path)
    assert "export it to a .json file, and import that" in explain(english(), refused.value)
