"""Files that no good program writes: each has one exact outcome, and nothing is ever taken in part."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import Any

import pytest

from journal.core.entries import Entry
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.here import EmptyJournal
from journal.exchange.import_outcome import REFUSED_LIMIT
from journal.exchange.json_in import JsonFile
from journal.exchange.plan import plan_import
from journal.texts import english
from journal.texts.refusals import SENTENCES, explain
from tests.exchange.texts import DOSE, NOTE, PRODUCT, WHOLE, changed, outcome

GOOD = json.dumps(WHOLE).encode()
LINED = json.dumps(WHOLE, indent=1).encode()


def _whole(**values: Any) -> bytes:
    return json.dumps({**WHOLE, **values}).encode()


def _raw(name: str, before: str, after: str) -> bytes:
    """The whole file with one piece of the text of one list's entry exchanged."""
    entry = json.dumps(WHOLE[name][0])
    assert before in entry
    return GOOD.replace(entry.encode(), entry.replace(before, after).encode())


# Every refused file is named by its code and line, every refused row by list[number]@line, code and key.
FILES: dict[str, tuple[bytes, str]] = {
    "good": (GOOD, "8 taken"),
    "empty file": (b"", "file-unknown-format"),
    "only space": (b" \n\t ", "file-unknown-format"),
    "plain text": (b"Dear diary", "file-unknown-format"),
    "a list": (b"[" + GOOD + b"]", "file-unknown-format"),
    "a number": (b"1", "file-unknown-format"),
    "an empty object": (b"{}", "file-unknown-format"),
    "another program's object": (b'{"entries": []}', "file-unknown-format"),
    "another format": (_whole(format="other"), "file-unknown-format"),
    "format is a number": (_whole(format=1), "file-unknown-format"),
    "version as text": (_whole(version="1"), "file-unknown-format"),
    "version 0": (_whole(version=0), "file-unknown-format"),
    "version true": (_whole(version=True), "file-unknown-format"),
    "a newer version": (_whole(version=3), "format-newer"),
    "a newer version after its lists": (json.dumps({"notes": [1], **WHOLE, "version": 9}).encode(), "format-newer"),
    "byte order mark": (b"\xef\xbb\xbf" + GOOD, "8 taken"),
    "two byte order marks": (b"\xef\xbb\xbf\xef\xbb\xbf" + GOOD, "8 taken"),
    "utf-16": (GOOD.decode().encode("utf-16"), "8 taken"),
    "utf-16 without mark": (GOOD.decode().encode("utf-16-le"), "json-broken line 1"),
    "latin-1": (_raw("notes", "Rain.", "R\u00e4in").decode().encode("latin-1"), "file-not-utf8"),
    "a stray byte": (GOOD.replace(b"Rain.", b"Rain\xff"), "file-not-utf8"),
    "half a letter at the end": (GOOD + b"\xe2\x82", "file-not-utf8"),
    "cut in the middle": (LINED[: len(LINED) // 2], "json-broken line 38"),
    "cut before the last brace": (LINED[:-2], "json-broken line 75"),
    "something behind the end": (GOOD + b"{}", "json-broken line 1"),
    "two files in one": (LINED + b"\n" + LINED, "json-broken line 77"),
    "a comma too many in a list": (GOOD.replace(b'"Rain."}]', b'"Rain."},]'), "json-broken line 1"),
    "a comma too many at the end": (GOOD[:-1] + b",}", "json-broken line 1"),
    "a comma missing": (GOOD.replace(b'"version": 1,', b'"version": 1'), "json-broken line 1"),
    "a comment": (GOOD.replace(b"{", b"{ // mine\n", 1), "json-broken line 1"),
    "single quotes": (GOOD.replace(b'"', b"'"), "json-broken line 1"),
    "a real NUL in a text": (GOOD.replace(b"Rain.", b"Ra\0in"), "json-broken line 1"),
    "a real newline in a text": (GOOD.replace(b"Rain.", b"Ra\nin"), "json-broken line 1"),
    "deep nesting": (GOOD.replace(b'"Rain."', b"[" * 200_000), "json-broken line 1"),
    "a list twice": (GOOD.replace(b'"notes": [', b'"notes": [], "notes": ['), "key-twice"),
    "an unknown list": (_whole(dreams=[{"id": 1}, 2]), "8 taken; dreams[0]@1 list-unknown dreams"),
    "a list that is none": (_whole(notes={"a": 1}), "7 taken; notes[0]@1 list-expected notes"),
    "a list that is null": (_whole(notes=None), "7 taken; notes[0]@1 list-expected notes"),
    "an entry that is a number": (_whole(notes=[5, NOTE]), "8 taken; notes[1]@1 row-not-object"),
    "an entry that is a list": (_whole(notes=[[NOTE]]), "7 taken; notes[1]@1 row-not-object"),
    "an entry that is null": (_whole(notes=[NOTE, None]), "8 taken; notes[2]@1 row-not-object"),
    "an empty entry": (_whole(notes=[{}]), "7 taken; notes[1]@1 key-missing at"),
    "a key twice": (_raw("notes", '"text": "Rain."', '"text": "a", "text": "b"'), "7 taken; notes[1]@1 row-key-twice"),
    "the id twice": (_raw("notes", '"id": ', '"id": "x", "id": '), "7 taken; notes[1]@1 row-key-twice"),
    "NaN": (_raw("ratings", '"value": 0', '"value": NaN'), "7 taken; ratings[1]@1 invalid value"),
    "Infinity": (_raw("doses", "2500", "Infinity"), "7 taken; doses[1]@1 invalid quantity"),
    "-Infinity": (_raw("doses", "2500", "-Infinity"), "7 taken; doses[1]@1 invalid quantity"),
    "1e999": (_raw("doses", "2500", "1e999"), "7 taken; doses[1]@1 invalid quantity"),
    "a fraction": (_raw("doses", "2500", "2500.0"), "7 taken; doses[1]@1 invalid quantity"),
    "ten thousand digits": (_raw("doses", "2500", "9" * 10_000), "7 taken; doses[1]@1 invalid quantity"),
    "a negative amount": (changed("doses", quantity=-5), "7 taken; doses[1]@1 invalid amount"),
    "an amount of zero": (changed("doses", quantity=0), "7 taken; doses[1]@1 invalid amount"),
    "an absurd amount": (changed("doses", quantity=10**9), "7 taken; doses[1]@1 invalid-amount"),
    "an amount as text": (changed("doses", quantity="2.5"), "7 taken; doses[1]@1 invalid quantity"),
    "an amount that is true": (changed("doses", quantity=True), "7 taken; doses[1]@1 invalid quantity"),
    "an amount without dimension": (changed("doses", dimension=...), "7 taken; doses[1]@1 invalid amount"),
    "an unknown dimension": (changed("doses", dimension="length"), "7 taken; doses[1]@1 option-unknown"),
    "a negative spread": (changed("doses", spread=-1), "7 taken; doses[1]@1 invalid spread"),
    "no basis": (changed("doses", basis=...), "7 taken; doses[1]@1 key-missing basis"),
    "a rating of 11": (changed("ratings", value=11), "7 taken; ratings[1]@1 invalid-number value"),
    "a rating of -1": (changed("ratings", value=-1), "7 taken; ratings[1]@1 invalid-number value"),
    "a rating of true": (changed("ratings", value=True), "7 taken; ratings[1]@1 invalid value"),
    "a skipped rating": (changed("ratings", value=None), "8 taken"),
    "an unknown key": (changed("notes", mood=3), "7 taken; notes[1]@1 key-unknown mood"),
    "an empty key": (changed("notes", **{"": 3}), "7 taken; notes[1]@1 key-unknown"),
    "null for a text": (changed("notes", text=None), "7 taken; notes[1]@1 invalid text"),
    "an empty note": (changed("notes", text=" "), "7 taken; notes[1]@1 text-empty text"),
    "a number for a text": (changed("notes", text=5), "7 taken; notes[1]@1 invalid text"),
    "a note that is too long": (changed("notes", text="x" * 200_001), "7 taken; notes[1]@1 text-too-long text"),
    "the longest note": (changed("notes", text="x" * 200_000), "8 taken"),
    "NUL in a text": (changed("notes", text="a\0b"), "7 taken; notes[1]@1 invalid text"),
    "a control in a text": (changed("notes", text="a\x07b"), "7 taken; notes[1]@1 text-not-kept text"),
    "a lone surrogate": (_raw("notes", "Rain.", "\\ud800"), "7 taken; notes[1]@1 invalid text"),
    "a lone surrogate in a key": (_raw("notes", '"text"', '"\\udc00"'), "7 taken; notes[1]@1 invalid"),
    "a pair of surrogates": (_raw("notes", "Rain.", "\\ud83d\\ude42"), "8 taken"),
    "direction overrides in a name": (
        changed("products", name="a\u202eb"), "7 taken; products[1]@1 text-not-kept name"
    ),
    "direction overrides in a note": (changed("notes", text="a\u202eb"), "8 taken"),
    "markup and formulas": (changed("notes", text="<img src=/x> =1+1 $\\frac{1}$ {0}"), "8 taken"),
    "an id that is none": (changed("notes", id="1"), "7 taken; notes[1]@1 id-unreadable id"),
    "an id in capitals": (
        changed("notes", id=NOTE["id"].upper().replace("6", "A")), "7 taken; notes[1]@1 id-unreadable id"
    ),
    "no id": (changed("notes", id=...), "7 taken; notes[1]@1 key-missing id"),
    "a time without offset": (changed("notes", at="2026-11-22T10:00:00"), "7 taken; notes[1]@1 time-without-offset"),
    "a time without seconds": (changed("notes", at="2026-11-22T10:00+01:00"), "8 taken"),
    "a time in words": (changed("notes", at="yesterday"), "7 taken; notes[1]@1 time-not-iso"),
    "a week": (changed("notes", at="2026-W47-7T10:00:00+01:00"), "7 taken; notes[1]@1 time-not-iso"),
    "microseconds": (changed("notes", at="2026-11-22T10:00:00.000001+01:00"), "7 taken; notes[1]@1 time-not-iso"),
    "Arabic digits": (changed("notes", at="٢٠٢٦-11-22T10:00:00+01:00"), "7 taken; notes[1]@1 time-not-iso"),
    "30 February": (changed("notes", at="2026-02-30T10:00:00+01:00"), "7 taken; notes[1]@1 time-not-iso"),
    "25 o'clock": (changed("notes", at="2026-11-22T25:00:00+01:00"), "7 taken; notes[1]@1 time-not-iso"),
    "an offset of 99 hours": (changed("notes", at="2026-11-22T10:00:00+99:00"), "7 taken; notes[1]@1 time-not-iso"),
    "an offset with seconds": (changed("notes", at="1970-06-01T10:00:00-00:44:30"), "8 taken"),
    "the year 9999": (changed("notes", at="9999-12-31T23:59:59+00:00"), "7 taken; notes[1]@1 time-out-of-range"),
    "the year 1": (changed("notes", at="0001-01-01T00:00:00+00:00"), "7 taken; notes[1]@1 time-out-of-range"),
    "the year 0": (changed("notes", at="0000-01-01T00:00:00+00:00"), "7 taken; notes[1]@1 time-not-iso"),
    "a time that is a number": (changed("notes", at=1_795_339_800), "7 taken; notes[1]@1 invalid at"),
    "no zone": (changed("notes", zone=...), "7 taken; notes[1]@1 key-missing zone"),
    "a zone of an offset alone": (changed("notes", zone="UTC+0530"), "8 taken"),
    "an offset of a hundred hours for a zone": (
        changed("notes", zone="UTC+9900"), "7 taken; notes[1]@1 zone-unknown"
    ),
    "an empty zone": (changed("notes", zone=""), "7 taken; notes[1]@1 zone-unknown"),
    "a path for a zone": (changed("notes", zone="../../etc/passwd"), "7 taken; notes[1]@1 zone-unknown"),
    "a zone of tomorrow": (changed("notes", zone="Mars/Olympus"), "7 taken; notes[1]@1 zone-unknown"),
    "a day that is none": (changed("day_marks", day="2026-11-31"), "7 taken; day_marks[1]@1 day-not-iso"),
    "a day with time": (changed("day_marks", day="2026-11-20T00:00:00Z"), "7 taken; day_marks[1]@1 day-not-iso"),
    "a day out of range": (changed("day_marks", day="1969-12-31"), "7 taken; day_marks[1]@1 invalid day"),
    "an unknown mark": (changed("day_marks", mark="feast"), "7 taken; day_marks[1]@1 option-unknown"),
    "an unknown built-in symptom": (changed("symptoms", code="joy"), "7 taken; symptoms[1]@1 invalid code"),
    "reasons that are a text": (changed("doses", reasons="pain"), "7 taken; doses[1]@1 invalid reasons"),
    "reasons that are numbers": (changed("doses", reasons=[1]), "7 taken; doses[1]@1 list-of-texts"),
    "a setting that would keep the journal shut": (
        changed("settings", id="day_start", value="9999"), "7 taken; settings[1]@1 invalid day_start"
    ),
    "a setting of a newer version": (changed("settings", id="theme", value="red"), "8 taken"),
    "a tombstone of nothing": (changed("tombstones", kind="star"), "7 taken; tombstones[1]@1 invalid kind"),
    "a tombstone without id": (changed("tombstones", id=...), "7 taken; tombstones[1]@1 key-missing id"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_each_file_has_one_outcome(tmp_path: Path, name: str) -> None:
    content, expected = FILES[name]
    assert outcome(tmp_path / "a.json", content) == expected


def test_there_are_many_and_every_reason_is_a_sentence() -> None:
    assert len(FILES) >= 100
    codes = {word for _, expected in FILES.values() for word in expected.replace(";", " ").split() if "-" in word}
    assert {code for code in codes if "@" not in code} <= SENTENCES.keys()


# --- rows that are well formed and do not fit ----------------------------------------------------------------

OTHER = "99999999-9999-4999-8999-999999999999"
_NO_DOSE = "doses[1] reference-unknown product, ratings[1] reference-unknown dose"
PLANS: dict[str, tuple[dict[str, Any], str]] = {
    "good": ({}, "7 new, 1 tombstones"),
    "an id twice in a list": ({"notes": [NOTE, NOTE]}, "7 new, 1 tombstones, notes[2] id-twice"),
    "an id twice in two lists": (
        {"notes": [{**NOTE, "id": DOSE["id"]}]}, "6 new, 1 tombstones, notes[1] id-twice"
    ),
    "a tombstone of what is there": (
        {"tombstones": [{"id": NOTE["id"], "kind": "note", "purged": "2026-11-01T00:00:00Z"}]},
        "7 new, 0 tombstones, tombstones[1] id-twice",
    ),
    "an unknown product": (
        {"products": []}, f"4 new, 1 tombstones, {_NO_DOSE}"
    ),
    "a product that is refused itself": (
        {"products": [{**PRODUCT, "name": ""}]},
        f"4 new, 1 tombstones, products[1] text-empty name, {_NO_DOSE}",
    ),
    "an unknown symptom": ({"symptoms": []}, "5 new, 1 tombstones, ratings[1] reference-unknown symptom"),
    "an unknown dose": ({"doses": []}, "5 new, 1 tombstones, ratings[1] reference-unknown dose"),
    "an unknown unit": (
        {"doses": [{**DOSE, "unit": OTHER}]},
        "5 new, 1 tombstones, doses[1] reference-unknown unit, ratings[1] reference-unknown dose",
    ),
    "a unit of no product": (
        {"units": [{"id": OTHER, "product": OTHER, "name": "cap", "dimension": "count"}]},
        "7 new, 1 tombstones, units[1] reference-unknown product",
    ),
    "an unknown default unit takes what follows with it": (
        {"products": [{**PRODUCT, "default_unit": OTHER}]},
        f"4 new, 1 tombstones, products[1] reference-unknown default_unit, {_NO_DOSE}",
    ),
    "product and unit that name each other": (
        {
            "products": [{**PRODUCT, "default_unit": OTHER}],
            "units": [{"id": OTHER, "product": PRODUCT["id"], "name": "cap", "dimension": "count"}],
        },
        "8 new, 1 tombstones",
    ),
    "a symptom that is a product": (
        {"ratings": [{**WHOLE["ratings"][0], "symptom": PRODUCT["id"]}]},
        "6 new, 1 tombstones, ratings[1] reference-unknown symptom",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANS)
def test_a_row_that_names_nothing_is_refused(tmp_path: Path, name: str) -> None:
    values, expected = PLANS[name]
    file = tmp_path / "a.json"
    file.write_bytes(_whole(**values))
    plan = plan_import(JsonFile(file), EmptyJournal(), 0)
    refused = [
        f"{row.where.list}[{row.where.number}] {row.reason.code} {row.reason.values.get('field', '')}".strip()
        for row in plan.refused
    ]
    lines = [f"{plan.total} new", f"{len(plan.tombstones)} tombstones", *refused]
    assert ", ".join(lines) == expected
    assert len(list(plan.entries())) == plan.total


def test_too_many_refused_rows_end_the_reading(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(_whole(notes=[1] * (REFUSED_LIMIT + 1)))
    with pytest.raises(Refused, match="too-many-refused"):
        plan_import(JsonFile(file), EmptyJournal(), 0)


def test_a_file_that_changes_between_the_readings_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(GOOD)
    plan = plan_import(JsonFile(file), EmptyJournal(), 0)
    file.write_bytes(GOOD.replace(NOTE["id"].encode(), OTHER.encode()))
    with pytest.raises(Refused, match="file-changed"):
        list(plan.entries())


def test_any_mutation_is_refused_in_words_or_read(tmp_path: Path) -> None:
    """600 files with bytes exchanged, dropped, doubled or cut: never a traceback."""
    made = random.Random(5)
    texts = english()
    for _ in range(600):
        content = _mutated(LINED, made)
        try:
            plan = plan_import(_json(tmp_path, content), EmptyJournal(), 0)
        except Refused as problem:
            assert not explain(texts, problem).startswith("This could not be done")
            continue
        assert all(isinstance(entry, Entry) for entry in plan.entries())
        for row in plan.refused:
            assert not explain(texts, row.reason).startswith("This could not be done")


def _mutated(content: bytes, made: random.Random) -> bytes:
    raw = bytearray(content)
    for _ in range(made.randint(1, 4)):
        at = made.randrange(len(raw))
        match made.randrange(4):
            case 0:
                raw[at] = made.choice(b'{}[]",:0e-\\u\x00\xff\x80')
            case 1:
                del raw[at : at + made.randint(1, 30)]
            case 2:
                raw[at:at] = raw[at : at + made.randint(1, 30)]
            case _:
                del raw[at:]
        if not raw:
            return b""
    return bytes(raw)


def _json(folder: Path, content: bytes) -> JsonFile:
    (folder / "a.json").write_bytes(content)
    return JsonFile(folder / "a.json")


# --- what is no file -----------------------------------------------------------------------------------------


def _refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        list(JsonFile(path).rows())
    return caught.value.code


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "missing.json") == "file-missing"
    assert _refusal(tmp_path) == "file-is-folder"
    os.mkfifo(tmp_path / "pipe")
    assert _refusal(tmp_path / "pipe") == "journal-not-a-file"
    assert _refusal(Path(os.devnull)) == "journal-not-a-file"


def test_a_file_above_the_limit_is_refused_unread(tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(1_000_000_001)
    assert _refusal(huge) == "file-too-large"
