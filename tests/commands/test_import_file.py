"""import brings back what export wrote, byte for byte; what is refused changes nothing."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from journal.core.entries import Measurement, Setting, Substance
from journal.core.substances import Source
from journal.logbook import Logbook
from tests import journals
from tests.command_line import Run, digest, fill, options_for, refused
from tests.journals import JournalAt


def test_the_same_bytes_after_import_elsewhere(run: Run, journal: JournalAt, secret: Path, tmp_path: Path) -> None:
    fill(journal)
    one, two, plain = tmp_path / "one.json", tmp_path / "two.json", tmp_path / "plain.json"
    assert run(*options_for(journal, secret), "export", one)[0] == 0
    elsewhere = ["--journal", str(tmp_path / "elsewhere.leaf"), *options_for(journal, secret)[2:]]
    code, said, _ = run(*elsewhere, "import", one)
    assert code == 0
    assert "Made a new journal" in said
    assert run(*elsewhere, "export", two)[0] == 0
    assert one.read_bytes() == two.read_bytes()
    assert run("--journal", tmp_path / "plain.leaf", "import", one)[0] == 0
    assert run("--journal", tmp_path / "plain.leaf", "export", plain)[0] == 0
    assert one.read_bytes() == plain.read_bytes()
    assert b'"deleted":' in one.read_bytes()
    assert b'"purged":' in one.read_bytes()
    assert Logbook.needs_passphrase(tmp_path / "elsewhere.leaf") is (journal.passphrase is not None)


def test_the_same_bytes_after_import_into_an_empty_journal(
    run: Run, journal: JournalAt, secret: Path, tmp_path: Path, templates: Callable[[str | None], Path]
) -> None:
    fill(journal)
    run(*options_for(journal, secret), "export", tmp_path / "one.json")
    shutil.copyfile(templates(journal.passphrase), tmp_path / "empty.leaf")
    elsewhere = ["--journal", str(tmp_path / "empty.leaf"), *options_for(journal, secret)[2:]]
    assert run(*elsewhere, "import", tmp_path / "one.json")[0] == 0
    assert run(*elsewhere, "export", tmp_path / "two.json")[0] == 0
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_a_dry_run_changes_nothing(run: Run, journal: JournalAt, secret: Path, tmp_path: Path) -> None:
    fill(journal)
    run(*options_for(journal, secret), "export", tmp_path / "one.json")
    run(*options_for(journal, secret), "export", tmp_path / "one.csv")
    before = digest(tmp_path)
    for name in ("one.json", "one.csv"):
        code, said, _ = run(*options_for(journal, secret), "import", tmp_path / name, "--dry-run")
        assert code == 0
        assert "new: 0" in said
        code, said, _ = run("--journal", tmp_path / "none.leaf", "import", tmp_path / name, "--dry-run")
        assert code == 0
        assert "already here: 0" in said
    assert digest(tmp_path) == before


def test_csv_goes_out_and_is_recognised(run: Run, plain_journal: JournalAt, secret: Path, tmp_path: Path) -> None:
    fill(plain_journal)
    code, said, _ = run(*options_for(plain_journal, secret), "export", tmp_path / "a.csv")
    assert code == 0
    assert "Not in it: what is in the trash, details about you, batches" in said
    code, said, _ = run(*options_for(plain_journal, secret), "import", tmp_path / "a.csv")
    assert code == 0
    assert "nothing new" in said
    code, said, _ = run("--journal", tmp_path / "other.leaf", "import", tmp_path / "a.csv")
    assert code == 0
    assert run("--journal", tmp_path / "other.leaf", "export", tmp_path / "b.csv")[0] == 0
    assert len((tmp_path / "a.csv").read_bytes().splitlines()) == len((tmp_path / "b.csv").read_bytes().splitlines())


def test_refused_rows_are_named_and_nothing_is_imported(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    fill(plain_journal)
    out = tmp_path / "one.json"
    run("--journal", plain_journal.path, "export", out)
    lines = out.read_text(encoding="utf-8").splitlines()
    bad = next(n for n, line in enumerate(lines) if '"value":' in line and '"phase":"routine"' in line)
    lines[bad] = re.sub(r'"value":\d+', '"value":11', lines[bad])
    out.write_text("\n".join(lines), encoding="utf-8")
    target = tmp_path / "other.leaf"
    said = refused(run("--journal", target, "import", out))
    assert re.match(rf"line {bad + 1}, ratings \d+: “11” in “value” is not a whole number from 0 to 10.", said)
    assert "--skip-refused" in said
    assert not target.exists()
    code, said, named = run("--journal", target, "import", out, "--skip-refused")
    assert code == 0
    assert "refused: 1" in said
    assert f"line {bad + 1}" in named


def test_an_import_is_backed_up_before_and_can_be_undone(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    with plain_journal.open() as book:
        journals.note(book, "ours")
    other = tmp_path / "other.leaf"
    Logbook.open(other, clock=plain_journal.clock, create=True).close()
    run("--journal", other, "log", "note", "theirs")
    run("--journal", other, "export", tmp_path / "o.json")
    code, said, _ = run("--journal", plain_journal.path, "import", tmp_path / "o.json")
    assert code == 0
    assert "Backed up" in said
    assert len(list((tmp_path / "backups").glob("*before-import*"))) == 1
    with plain_journal.open() as book:
        assert book.totals()[0] == 2
        book.undo()
        assert book.totals()[0] == 1


@pytest.mark.parametrize("name", ["photo.png", "letter.txt"])
def test_what_is_in_no_known_format_is_not_imported(
    run: Run, plain_journal: JournalAt, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(b"\x89PNG" if name.endswith("png") else b"Dear diary,\n")
    assert "no format" in refused(run("--journal", plain_journal.path, "import", tmp_path / name))


def test_an_import_that_fails_leaves_no_new_journal(
    run: Run, plain_journal: JournalAt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(plain_journal)
    run("--journal", plain_journal.path, "export", tmp_path / "a.json")

    def fail(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Logbook, "save_all", fail)
    code, _, said = run("--journal", tmp_path / "new.leaf", "import", tmp_path / "a.json")
    assert (code, said) == (1, "Stopped.\n")
    assert not (tmp_path / "new.leaf").exists()


def _odd_file(folder: Path) -> Path:
    """Two measurements as a spreadsheet may hold them, of which one is a slip."""
    path = folder / "odd.csv"
    rows = ["kind,time,systolic,diastolic,pulse", "measurement,2026-11-20T08:10:00+01:00,128,82,"]
    rows.append("measurement,2026-11-20T20:10:00+01:00,1200,80,64")
    path.write_text("\n".join([*rows, ""]), encoding="utf-8")
    return path


def test_values_that_may_be_slips_are_named_and_kept_only_where_that_is_said(
    run: Run, plain_journal: JournalAt, tmp_path: Path
) -> None:
    file, target = _odd_file(tmp_path), tmp_path / "other.leaf"
    said = refused(run("--journal", target, "import", file))
    assert said.startswith("line 3: systolic: is 1,200 right?")
    assert "--keep-unusual" in said
    assert not target.exists()
    code, told, named = run("--journal", target, "import", file, "--dry-run")
    assert code == 1
    assert "1 value may be a slip." in told
    assert "is 1,200 right?" in named
    code, told, named = run("--journal", target, "import", file, "--keep-unusual")
    assert code == 0
    assert "is 1,200 right?" in named
    with Logbook.open(target, clock=plain_journal.clock, read_only=True) as book:
        measured = [each for part in book.slices("measurement") for each in part if isinstance(each, Measurement)]
        assert sorted(each.systolic or 0 for each in measured) == [128, 1200]
    code, told, named = run("--journal", target, "import", file)
    assert (code, named) == (0, "")  # it is here, so nobody is asked again


_HEADING = "What these rows say that needs an answer:"
_TABLE = """\
kind,time,zone,symptom,value,systolic,diastolic,pulse
measurement,2026-11-22T08:10,Europe/Berlin,,,195,125,zz
rating,2026-11-22T08:10,Europe/Berlin,Chest pain,11,,,
measurement,2026-11-21T08:10,Europe/Berlin,,,190,90,
measurement,2026-11-24T08:10,Europe/Berlin,,,185,90,
rating,2026-11-21T09:10,Europe/Berlin,Seizure,3,,,
"""


@pytest.mark.parametrize("more", [(), ("--dry-run",), ("--skip-refused", "--keep-unusual")])
@pytest.mark.parametrize("exists", [False, True])
def test_what_needs_an_answer_is_said_of_refused_rows_too(
    run: Run, plain_journal: JournalAt, tmp_path: Path, more: tuple[str, ...], exists: bool
) -> None:
    if exists:
        plain_journal.open().close()
    target = plain_journal.path if exists else tmp_path / "new.leaf"
    (tmp_path / "t.csv").write_text(_TABLE, encoding="utf-8")
    _, said, named = run("--journal", target, "import", tmp_path / "t.csv", *more)
    assert said.count(_HEADING) == 1 and named.startswith("line 2: ")
    dated, written = said.partition(_HEADING)[2].split("In rows that cannot be read as a whole")
    assert dated.startswith(
        "\nAgain a blood pressure of 180/120 or more, 24 Nov 08:10 (later than this computer's clock);"
    )
    assert "; one of 180/120 or more, yesterday 08:10. " in dated and "it was high before, too" in dated
    assert "Seizure. " in dated and "Chest pain" not in dated
    assert (
        "\nA blood pressure of 180/120 or more. First do what stands above." in written.partition("\nChest pain. ")[2]
    )
    assert said.count("lasts 5 minutes") <= 1


def test_signs_of_an_own_file_that_is_refused_are_answered(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    for logged in (("rating", "Chest pain=7"), ("measurement", "--systolic", "195", "--diastolic", "125")):
        run("--journal", plain_journal.path, "log", *logged)
    out = tmp_path / "one.json"
    run("--journal", plain_journal.path, "export", out)
    assert _HEADING not in run("--journal", plain_journal.path, "import", out)[1]  # all of it is there already
    text = out.read_text(encoding="utf-8").replace('"value":7', '"value":77')
    out.write_text(text.replace('"systolic":195', '"systolic":195,"pulse":"x"'), encoding="utf-8")
    code, said, _ = run("--journal", tmp_path / "new.leaf", "import", out)
    assert code == 1 and _HEADING in said and "180/120 or more. First do what" in said.partition("\nChest pain. ")[2]


def test_what_was_imported_as_it_is_needs_its_answer_once(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    run("--journal", plain_journal.path, "log", "rating", "Chest pain=7")
    run("--journal", plain_journal.path, "export", tmp_path / "one.json")
    code, said, _ = run("--journal", tmp_path / "new.leaf", "import", tmp_path / "one.json")
    assert code == 0 and said.count(_HEADING) == 1
    assert said.index("Imported") < said.index(_HEADING) < said.index("Chest pain. ")


def test_the_list_of_interactions_is_summed_up_once_after_an_import(
    run: Run, plain_journal: JournalAt, tmp_path: Path
) -> None:
    with plain_journal.open() as book:
        book.save(Substance(name="Xanax", source=Source.PRESCRIBED), Substance(name="sertraline", private=True))
    out = tmp_path / "out.json"
    run("--journal", plain_journal.path, "export", out)
    code, said, _ = run("--journal", tmp_path / "new.leaf", "import", out)
    assert code == 0 and said.splitlines()[-1] == (
        "The list of interactions speaks of 2 of 2 imported names: call today 1, ask within days or ask first 1. "
        "“leaf-journal interactions” says what it says of each."
    )
    assert "list of interactions" not in run("--journal", tmp_path / "new.leaf", "import", out)[1]


def test_signs_that_belong_together_are_answered_together_after_an_import(
    run: Run, plain_journal: JournalAt, tmp_path: Path
) -> None:
    run("--journal", plain_journal.path, "log", "rating", "--create", "Pinpoint pupils=4", "Drowsiness=6")
    out = tmp_path / "out.json"
    run("--journal", plain_journal.path, "export", out)
    said = run("--journal", tmp_path / "new.leaf", "import", out)[1]
    assert "Pinpoint pupils. As another symptom is written down with it, do this. Call your local emergency" in said


_OURS = "Date,Time,Product,Amount (g),Knee\n2026-11-20,08:10,Green,2.125,6\n2026-11-20,13:40,Green,2,4\n"
_THEIRS = "Date,Time,Product,Amount (g),Knee\n2026-11-20,08:10,Green,2.13,6\n2026-11-20,13:40,Green,2,5\n"
_KNEE = """{"columns": {"Date": "date", "Time": "time", "Product": "product", "Amount (g)": "amount",
"Knee": "rating:Knee"}, "decimal": ".", "unit": "g"}"""


def _twice(run: Run, journal: Path, folder: Path, *more: str) -> tuple[int, str, str]:
    """A table, and then the same with another amount and another rating."""
    for name, content in (("m.json", _KNEE), ("ours.csv", _OURS), ("theirs.csv", _THEIRS)):
        (folder / name).write_text(content, encoding="utf-8")
    assert run("--journal", journal, "import", folder / "ours.csv", "--mapping", folder / "m.json")[0] == 0
    return run("--journal", journal, "import", folder / "theirs.csv", "--mapping", folder / "m.json", *more)


def _amounts(run: Run, journal: Path, folder: Path) -> list[str]:
    run("--journal", journal, "export", folder / "out.csv", "--force", "--separator", "comma")
    rows = csv.DictReader((folder / "out.csv").read_text(encoding="utf-8-sig").splitlines())
    return sorted(row["amount"] or row["value"] for row in rows)


@pytest.mark.parametrize(
    ("choice", "said", "there"),
    [((), "different from ours, ours kept: 2 (dose 1, rating 1)", ["2", "2.125", "4", "6"]),
     (("--changed", "theirs"), "different from ours, taken from the file: 2 (dose 1, rating 1)",
      ["2", "2.13", "5", "6"]),
     (("--changed", "both"), "different from ours, both kept: 2 (dose 1, rating 1)",
      ["2", "2.125", "2.13", "4", "5", "6"])],
)  # fmt: skip
def test_what_changed_is_named_and_taken_by_choice(
    run: Run, tmp_path: Path, choice: tuple[str, ...], said: str, there: list[str]
) -> None:
    code, told, named = _twice(run, tmp_path / "j.leaf", tmp_path, *choice)
    assert code == 0 and said in told
    assert ("Changed 2 entries of yours as the file says" in told) is ("theirs" in choice)
    assert ("Imported" in told) is ("both" in choice)
    assert named.splitlines() == [
        "line 2: dose of 20 Nov 2026, 08:10: 2.125 g here, 2.13 g in the file",
        "line 3: rating of 20 Nov 2026, 13:40: 4 of 10 here, 5 of 10 in the file",
    ]
    assert _amounts(run, tmp_path / "j.leaf", tmp_path) == there


def test_what_is_left_out_is_kept_in_a_list(run: Run, tmp_path: Path) -> None:
    bad = _OURS.replace(",2,4", ",much,11")
    (tmp_path / "bad.csv").write_text(bad, encoding="utf-8")
    (tmp_path / "m.json").write_text(_KNEE, encoding="utf-8")
    command = ["--journal", tmp_path / "j.leaf", "import", tmp_path / "bad.csv", "--mapping", tmp_path / "m.json"]
    out = tmp_path / "losses.txt"
    code, said, _ = run(*command, "--losses", out)
    assert code == 1
    lines = out.read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["What of bad.csv was not imported", ""]
    assert [line[:7] for line in lines[2:]] == ["line 3,", "line 3,"]
    assert f"What is left out is listed in {out}." in said
    assert "--force replaces it" in refused(run(*command, "--losses", out, "--skip-refused"))
    assert "is the file that is imported" in refused(run(*command, "--losses", command[3], "--force"))
    assert (tmp_path / "bad.csv").read_text(encoding="utf-8") == bad
    assert run(*command, "--losses", out, "--force", "--skip-refused", "--dry-run")[0] == 0
    assert run(*command, "--losses", out, "--force", "--skip-refused")[0] == 0


def test_ours_that_the_file_says_otherwise_is_in_the_list(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "losses.txt"
    _twice(run, tmp_path / "j.leaf", tmp_path, "--losses", str(out))
    assert out.read_text(encoding="utf-8").splitlines()[2] == (
        "line 2: dose of 20 Nov 2026, 08:10: 2.125 g here, 2.13 g in the file"
    )
    _twice(run, tmp_path / "k.leaf", tmp_path, "--losses", str(tmp_path / "none.txt"), "--changed", "theirs")
    assert (tmp_path / "none.txt").read_text(encoding="utf-8").splitlines()[2:] == ["Nothing was left out."]


def test_an_own_entry_that_differs_is_named_by_its_fields(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    run("--journal", plain_journal.path, "log", "note", "rain")
    out = tmp_path / "one.json"
    run("--journal", plain_journal.path, "export", out)
    text = out.read_text(encoding="utf-8")
    out.write_text(text.replace('"text":"rain"', '"text":"snow"'), encoding="utf-8")
    code, _, named = run("--journal", plain_journal.path, "import", out, "--changed", "theirs")
    assert code == 0 and "“rain” here, “snow” in the file" in named
    run("--journal", plain_journal.path, "export", tmp_path / "two.json")
    assert '"text":"snow"' in (tmp_path / "two.json").read_text(encoding="utf-8")


def test_what_is_private_is_not_named(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    run("--journal", plain_journal.path, "log", "note", "rain", "--private")
    out = tmp_path / "one.json"
    run("--journal", plain_journal.path, "export", out)
    out.write_text(out.read_text(encoding="utf-8").replace('"text":"rain"', '"text":"snow"'), encoding="utf-8")
    _, _, named = run("--journal", plain_journal.path, "import", out)
    assert "rain" not in named and "something private: the file says something else" in named


def test_another_journal_is_joined_by_name_or_kept_apart(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    dose = ("log", "dose", "--new-product", "--kind", "leaf_powder", "--amount", "2 g", "--product")
    other, file = tmp_path / "other.leaf", tmp_path / "o.json"
    Logbook.open(other, clock=plain_journal.clock, create=True).close()
    run("--journal", other, *dose, "green")
    with Logbook.open(other, clock=plain_journal.clock) as book:
        book.save(Setting(id="paper", value="letter"))
    run("--journal", other, "export", file)
    here = ("--journal", plain_journal.path)
    run(*here, *dose, "Green")
    code, said, _ = run(*here, "import", file, "--same-names", "apart", "--settings", "--dry-run")
    assert (code, "stays apart, beside yours" in said, "setting of the other" in said) == (0, True, False)
    code, said, _ = run(*here, "import", file)
    assert code == 0
    assert "1 product or symptom is taken for yours of its name." in said
    assert "go to yours:\n“green” (leaf powder)" in said
    assert "1 setting of the other journal is left out." in said
    assert "1 entry of the file says what one of yours says of the same minute. Both are taken for one." in said
    with plain_journal.open() as book:
        assert [product.name for product in book.products()] == ["Green"]
        assert (book.totals()[0], book.get("paper")) == (1, None)
    code, said, _ = run(*here, "import", file, "--same-entries", "apart")
    assert (code, "It comes in beside yours, as a second one." in said) == (0, True)
    with plain_journal.open() as book:
        assert book.totals()[0] == 2


def test_how_amounts_in_words_are_kept_is_said_so_that_it_can_be_copied(run: Run, tmp_path: Path) -> None:
    table, mapping = tmp_path / "table.csv", tmp_path / "mapping.json"
    rows = ["2026-11-20,08:10,Green,2 TL", "2026-11-20,09:10,Green,n/a", "2026-11-20,10:10,Green,2 g"]
    table.write_text("\n".join(["Date,Time,What,Amount", *rows, ""]), encoding="utf-8")
    columns = {"Date": "date", "Time": "time", "What": "product", "Amount": "amount"}
    command = ["--journal", tmp_path / "new.leaf", "import", table, "--mapping", mapping]
    mapping.write_text(json.dumps({"columns": columns}), encoding="utf-8")
    said = refused(run(*command)).splitlines()
    words = next(line for line in said if line.startswith('"words": '))
    mapping.write_text(json.dumps({"columns": columns, **json.loads(f"{{{words}}}")}), encoding="utf-8")
    code, out, _ = run(*command)
    assert code == 0 and "dose 3" in out and "The amounts of 2 doses are not known" in out


def test_many_refused_rows_are_told_by_their_reason_and_listed_where_that_is_asked(run: Run, tmp_path: Path) -> None:
    table, mapping, out = tmp_path / "table.csv", tmp_path / "mapping.json", tmp_path / "left-out.txt"
    rows = [f"2026-11-20,{n // 60:02d}:{n % 60:02d},Green,2 g" for n in range(3)]
    bad = [f"2026-11-{n % 20 + 1:02d},25:00,Green,2 g" for n in range(60)]
    table.write_text("\n".join(["Date,Time,What,Amount", *rows, *bad, ""]), encoding="utf-8")
    columns = {"Date": "date", "Time": "time", "What": "product", "Amount": "amount"}
    mapping.write_text(json.dumps({"columns": columns}), encoding="utf-8")
    command = ["--journal", tmp_path / "new.leaf", "import", table, "--mapping", mapping, "--skip-refused", "--dry-run"]
    said = run(*command)[2].splitlines()
    assert said == [
        "60 rows, “Time”: “25:00” is not a time of day, such as 21:30",
        "--losses FILE writes a line for each of these rows.",
    ]
    assert len(run(*command, "--losses", out)[2].splitlines()) == 1
    assert sum("25:00" in line for line in out.read_text(encoding="utf-8").splitlines()) == 60


def test_of_many_that_differ_the_first_are_named_and_the_rest_counted(
    run: Run, plain_journal: JournalAt, tmp_path: Path
) -> None:
    with plain_journal.open() as book:
        notes = [journals.note(book, str(n), n + 1) for n in range(50)]
    out = tmp_path / "out.json"
    assert run("--journal", plain_journal.path, "export", out)[0] == 0
    with plain_journal.open() as book:
        book.save(*(replace(each, text=f"{each.text}, changed") for each in notes))
    said = run("--journal", plain_journal.path, "import", out)[2].splitlines()
    assert len(said) == 41 and said[-1] == "10 more rows like these." and "in the file" in said[0]
