"""A warning sign that cannot be saved is still answered: what to do stands beside the refusal."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from journal import cli, device, paths
from journal.core.entries import Note
from journal.core.moments import DAY_MS, moment_now
from journal.core.refusal import Refused
from journal.db.lock import WindowMark
from journal.guidance.signs_in_words import country_of, filled
from journal.guidance.warning_signs import sign_of
from journal.logbook import Logbook
from journal.texts import english
from tests import journals
from tests.journals import FixedClock, JournalAt, clock, journal, plain_journal, templates

__all__ = ["clock", "journal", "passphrase", "plain_journal", "templates"]

passphrase = journals.passphrase_if_slow
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(clock: FixedClock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(path: Path, *arguments: str, given: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(given))
        capsys.readouterr()
        code = cli.main(["--journal", str(path), *arguments], clock=clock)
        said = capsys.readouterr()
        return code, said.out, said.err.removeprefix("Nothing was saved.\n")  # see test_signs

    return run


def _advice(code: str) -> str:
    return filled(english(), sign_of(code).now.text, country_of(None))


@pytest.mark.parametrize(
    "typed",
    [
        ("Chest pain=5",), ("chest tightness=5",), ("Chest pain=11",), ("Chest pain",),
        ("Chest pain=5", "--at", "2099-01-01 10:00"), ("Chest pain=0", "Chest pain=5"),
        ("Nausea=1", "--rate", "Chest pain=x"),
    ],
)  # fmt: skip
def test_a_sign_that_is_refused_is_advised_on(run: Run, plain_journal: JournalAt, typed: tuple[str, ...]) -> None:
    plain_journal.open().close()
    with plain_journal.open():  # as a window has it open, for what would be saved otherwise
        mark = WindowMark(plain_journal.path)  # nobody waits for a window
        code, out, said = run(plain_journal.path, "log", "rating", *typed)
        mark.release()
    assert (code, out) == (1, "")
    assert f"Chest pain. {_advice('chest_pain')}" in said.splitlines()


@pytest.mark.parametrize("typed", [("Chest pain=0",), ("Nausea=8",), ("Joy=3",)])
def test_what_is_no_sign_is_refused_alone(run: Run, tmp_path: Path, typed: tuple[str, ...]) -> None:
    code, _, said = run(tmp_path / "none.db", "log", "rating", *typed)
    assert code == 1 and said.startswith("There is no journal at") and said.count("\n") == 1


def test_without_a_journal_every_sign_is_advised_on_the_most_urgent_first(run: Run, tmp_path: Path) -> None:
    code, _, said = run(tmp_path / "none.db", "log", "rating", "Yellow eyes or skin=3", "Chest pain=5", "Nausea=2")
    lines = said.splitlines()
    assert code == 1 and lines[-1].startswith("There is no journal at")
    assert lines[1].startswith("Chest pain. ") and lines[2].startswith("Yellow eyes or skin. ")
    assert "Nausea" not in said


def test_a_rating_beside_a_dose_and_a_wrong_passphrase(run: Run, journal: JournalAt, tmp_path: Path) -> None:
    journal.open().close()
    arguments = ["log", "dose", "--product", "Green", "--rate", "Chest pain=5"]
    if journal.passphrase is not None:
        assert _advice("chest_pain") in run(journal.path, *arguments)[2]
    (tmp_path / "wrong.txt").write_text("wrong\n", encoding="utf-8")
    code, _, said = run(journal.path, "--passphrase-file", str(tmp_path / "wrong.txt"), *arguments)
    assert code == 1 and _advice("chest_pain") in said


def test_a_full_disk(run: Run, plain_journal: JournalAt, monkeypatch: pytest.MonkeyPatch) -> None:
    plain_journal.open().close()

    def full(*_: object, **__: object) -> None:
        raise Refused("disk-full")

    monkeypatch.setattr(Logbook, "save", full)
    for arguments, given in (
        (["rating", "Chest pain=5"], ""),
        (["-"], '{"log": "rating", "rate": {"Chest pain": 5}}\n'),
    ):
        code, _, said = run(plain_journal.path, "log", *arguments, given=given)
        assert code == 1 and _advice("chest_pain") in said and "disk is full" in said


@pytest.mark.parametrize(
    "line",
    [
        '{"log": "rating", "rate": {"Nausea": 1, "Chest pain": 5}, "at": "2099-01-01 10:00"}',
        '{"log": "rating", "rate": {"Chest pain": 0, "Chest pain": 5}}',
        '{"log": "none"}\n{"log": "rating", "rate": {"Chest pain": 5}}\nnot JSON',
    ],
)
def test_lines_that_are_refused(run: Run, plain_journal: JournalAt, tmp_path: Path, line: str) -> None:
    plain_journal.open().close()
    for path in (plain_journal.path, tmp_path / "none.db"):
        code, _, said = run(path, "log", "-", given=line)
        assert code == 1 and _advice("chest_pain") in said


@pytest.mark.parametrize("typed", ["blue lips=5", "Overdose", "lips are blue=x", "took too much=3"])
def test_words_of_an_overdose_are_answered_and_the_signs_to_log_named(
    run: Run, plain_journal: JournalAt, typed: str
) -> None:
    plain_journal.open().close()
    given = typed if "=" in typed else f"{typed}=5"
    code, _, said = run(plain_journal.path, "log", "rating", given)
    lines = said.splitlines()
    assert code == 1 and lines[1:3] == [
        f"Slow or shallow breathing. {_advice('slow_breathing')}",
        f"Hard to wake. {_advice('cannot_be_woken')}",
    ]
    assert "rate the sign that was there: “Hard to wake”, “Slow or shallow breathing”." in lines[-1]


def test_a_child_that_swallowed_some_is_one_for_the_poison_centre(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    device.change(paths.device_file(), lambda now: dataclasses.replace(now, country="AT"))
    code, _, said = run(plain_journal.path, "log", "rating", "a child swallowed some=5")
    assert code == 1 and "poison centre now" in said and "01 406 43 43" in said
    assert said.splitlines()[-1].endswith("use log note, which keeps your own words.")


def test_who_passed_out_may_have_taken_too_much(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    code, said, _ = run(plain_journal.path, "log", "rating", "passed out=5")
    assert code == 0
    assert said.index("cannot be woken") < said.index("Hard to wake. ") < said.index("Fainting. ")
    _, _, refused = run(plain_journal.path, "log", "rating", "passed out=11")
    assert refused.index("Hard to wake. ") < refused.index("Fainting. ")


def test_what_can_be_noted_is_named_in_a_new_journal_and_a_used_one(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    said = run(plain_journal.path, "log", "rating", "Joy=3")[2]
    signs = said.partition("Warning signs that can be noted: ")[2].partition(". If")[0].split(", ")
    assert "Chest pain" in signs and "Black stool" in signs and "Nausea" not in signs and "Nausea" in said
    run(plain_journal.path, "log", "rating", "Nausea=3")
    said = run(plain_journal.path, "log", "rating", f"{'Word ' * 20}=3")[2]
    assert "In this journal there are: Nausea." in said and "Chest pain" in said
    assert said.startswith("There is no symptom called “Word Word") and "Word…”" in said


_HIGH = "A blood pressure of 180/120 or more. Pain in chest"


@pytest.mark.parametrize(
    "typed",
    [
        ("--systolic", "195", "--diastolic", "125", "--at", "2099-01-01 10:00"),
        ("--systolic", "195", "--diastolic", "125", "--pulse", "zz"),
        ("--systolic", "x", "--diastolic", "130"), ("--systolic", "195 mmHg", "--diastolic", "125"),
        ("--systolic", "195/125", "--diastolic", "60"), ("--systolic", "80", "--diastolic", "195/125"),
        ("--systolic", "about 110 over 120"), ("--diastolic", "120 or so"), ("--systolic", "180,5"),
    ],
)  # fmt: skip
def test_a_high_pressure_that_is_refused_is_advised_on_before_the_refusal(
    run: Run, plain_journal: JournalAt, typed: tuple[str, ...]
) -> None:
    plain_journal.open().close()
    code, out, said = run(plain_journal.path, "log", "measurement", *typed)
    assert (code, out) == (1, "") and said.startswith(_HIGH) and said.count("\n") == 2
    assert "wait a few minutes and measure again" in said and "160/110" in said


@pytest.mark.parametrize(
    "typed",
    [("--systolic", "179 x"), ("--diastolic", "119 x"), ("--systolic", "x"), ("--systolic", "zz", "--pulse", "195")],
)
def test_a_lower_pressure_that_is_refused_is_refused_alone(
    run: Run, plain_journal: JournalAt, typed: tuple[str, ...]
) -> None:
    plain_journal.open().close()
    code, _, said = run(plain_journal.path, "log", "measurement", *typed)
    assert code == 1 and "A blood pressure of" not in said and said.count("\n") == 1


def test_a_clock_that_was_set_back(run: Run, plain_journal: JournalAt, clock: FixedClock) -> None:
    with plain_journal.open() as book:
        book.save(Note(at=moment_now(clock), text="x"))
    clock.tick(-3653 * DAY_MS)
    code, _, said = run(plain_journal.path, "log", "measurement", "--systolic", "195/125")
    assert code == 1 and said.startswith(_HIGH) and "--clock-is-right" in said


@pytest.mark.parametrize("typed", ['"195"', "195", '"195/125"'])
def test_a_high_pressure_among_lines_of_which_one_is_wrong(run: Run, plain_journal: JournalAt, typed: str) -> None:
    plain_journal.open().close()
    given = f'not JSON\n{{"log": "measurement", "systolic": {typed}}}\n'
    code, _, said = run(plain_journal.path, "log", "-", given=given)
    lines = said.splitlines()
    assert code == 1 and lines[0].startswith(_HIGH) and lines[1].startswith("line 1: ")


def test_a_sign_that_is_saved_is_not_said_to_be_refused(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    assert run(plain_journal.path, "log", "rating", "Chest pain=5")[::2] == (0, "")


@pytest.mark.parametrize(
    "typed",
    [
        ("rating", "Chest pain\udcff=5"), ("rating", "Chest pain=\udcff"), ("rating", "Chest pain=5", "Naus\udce9e=2"),
        ("dose", "--product", "Gr\udcfcn", "--rate", "Chest pain=5"),
    ],
)  # fmt: skip
def test_bytes_that_are_no_letters_do_not_swallow_the_advice(
    run: Run, plain_journal: JournalAt, typed: tuple[str, ...]
) -> None:
    plain_journal.open().close()
    code, _, said = run(plain_journal.path, "log", *typed)
    lines = said.splitlines()
    assert code == 1 and f"Chest pain. {_advice('chest_pain')}" in lines and "UTF-8" in lines[-1]


def test_bytes_that_are_no_letters_on_standard_input(
    plain_journal: JournalAt, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain_journal.open().close()
    raw = b'{"log": "note", "text": "R\xe4in"}\n{"log": "rating", "rate": {"Chest pain": 5}}\n'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
    assert cli.main(["--journal", str(plain_journal.path), "log", "-"], clock=plain_journal.clock) == 1
    lines = capsys.readouterr().err.splitlines()
    assert f"Chest pain. {_advice('chest_pain')}" in lines and "UTF-8" in lines[-1]


@pytest.mark.parametrize(
    "line",
    [
        '{"log": "rating", "rate": "Chest pain=5"}', '{"log": "rating", "rate": ["Chest pain=5"]}',
        '{"log": "rating", "rate": [{"Chest pain": 5}]}', '{"log": "rating", "symptom": "Chest pain", "value": 5}',
        '{"log": "rating", "Chest pain": 5}', '{"log": "rating", "rate": {"Chest pain": 5}', "rating Chest pain=5",
        "{'log': 'rating', 'rate': 'Chest pain=5'}", '{"log": "rating", "rate": {"Chest pain": "5',
    ],
)  # fmt: skip
def test_a_sign_in_a_line_of_another_shape(run: Run, plain_journal: JournalAt, line: str) -> None:
    plain_journal.open().close()
    code, _, said = run(plain_journal.path, "log", "-", given=line + "\n")
    assert code == 1 and _advice("chest_pain") in said
    said = run(plain_journal.path, "log", "-", given=line.replace("5", "0") + "\n")[2]
    assert ("symptom" in line) is (_advice("chest_pain") in said)  # its number cannot be told there


@pytest.mark.parametrize(
    "typed",
    [
        ("rating", "Chest pain=5", "--att", "now"), ("dose", "--rate=Chest pain=5"),
        ("rating", "--rate", "Chest pain=5", "--kind"), ("ratings", "Chest pain=5"),
    ],
)  # fmt: skip
def test_wrong_usage_does_not_swallow_the_advice(run: Run, plain_journal: JournalAt, typed: tuple[str, ...]) -> None:
    code, _, said = run(plain_journal.path, "log", *typed)
    assert code == 2 and f"Chest pain. {_advice('chest_pain')}" in said.splitlines() and "usage: " in said
    assert run(plain_journal.path, "log", "rating", "Chest pain=0", "--att")[2].count("Chest pain. ") == 0


def test_wrong_usage_beside_a_high_pressure(run: Run, plain_journal: JournalAt) -> None:
    for typed in (("--systolic", "195", "--puls", "60"), ("--systolic=195", "--puls", "60")):
        code, _, said = run(plain_journal.path, "log", "measurement", *typed)
        assert code == 2 and _HIGH in said
