"""guidance prints everything that is said about safety; --due says in whole sentences what is due."""

from __future__ import annotations

import dataclasses

import pytest

from journal import cli, device, paths
from journal.guidance import grade_level, pages
from journal.guidance.grade_level import prose_grade_level
from journal.guidance.register import register
from tests.journals import FixedClock

LATE = FixedClock(ms=4_000_000_000_000)


def printed(
    capsys: pytest.CaptureFixture[str], *arguments: str, clock: FixedClock | None = None
) -> tuple[int, list[str]]:
    code = cli.main(["guidance", *arguments], clock=clock or FixedClock())
    return code, capsys.readouterr().out.splitlines()


@pytest.mark.slow
def test_what_is_due_is_said_in_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "--due") == (0, ["Everything is within its review date."])
    code, said = printed(capsys, "--due", clock=LATE)
    assert code == 1
    for line in said:
        assert "was to be held against its sources again by " in line or "was to be checked again by " in line
    assert any(line.startswith("“Emergency signs” was to be held") for line in said)
    assert any("United States" in line and "1-800-222-1222" in line for line in said)
    assert len(set(said)) == len(said)


def test_every_row_is_printed_with_its_sources_and_marks(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = printed(capsys)
    assert code == 0 and len(said) == len(register())
    assert "US: Poison Help: 1-800-222-1222. Poison centre: what to do after taking too much or the wrong thing." in [
        line.partition(" Day and night.")[0] for line in said
    ]
    assert "(hrsa-poison-help [V])" in "\n".join(said)
    assert "US: United States: 911. (common knowledge)" in said
    assert "MY: Malaysia: poison centre. (no verified line)" in said


@pytest.mark.parametrize("arguments", [(), ("--tsv",)])
def test_the_numbers_are_those_of_the_chosen_country(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    _, said = printed(capsys, *arguments)
    assert any("Call your local emergency number" in line for line in said)
    device.change(paths.device_file(), lambda now: dataclasses.replace(now, country="GB"))
    _, said = printed(capsys, *arguments)
    text = "\n".join(line for line in said if "HEAL Line" not in line)  # a line of another country stays as it is
    assert "Seizure. Call 999." in text and "Samaritans (116 123)" in text
    assert "emergency number" not in text and "{number}" not in text and "{crisis}" not in text


def test_a_table_is_printed_with_tabs(capsys: pytest.CaptureFixture[str]) -> None:
    _, said = printed(capsys, "--tsv")
    cells = [line.split("\t") for line in said]
    assert {len(row) for row in cells} == {7} and len(cells) == len(register())
    assert {row[0] for row in cells} == {"statement", "sign", "interaction", "number", "line"}
    for kind, _, text, named, marks, checked, by in cells:
        assert text and (len(named.split(";")) == len(marks.split(";")) if marks else named)
        assert kind not in ("statement", "sign") or (len(checked), len(by)) == (10, 10)


def test_what_is_due_is_printed_as_a_table_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "--due", "--tsv") == (0, [])
    code, said = printed(capsys, "--due", "--tsv", clock=LATE)
    assert code == 1 and said and all(line.split("\t")[6] for line in said)


def test_the_reading_level_of_every_page_is_printed_the_hardest_first(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = printed(capsys, "--reading-level")
    assert code == 0 and len(said) == len(pages())
    for of, line in zip(sorted(pages(), key=grade_level, reverse=True), said, strict=True):
        assert line == f"{of.title}: grade {grade_level(of):.1f}, paragraphs alone {prose_grade_level(of):.1f}"
    cells = [line.split("\t") for line in printed(capsys, "--reading-level", "--tsv")[1]]
    grades = [float(grade) for _, grade, _ in cells]
    assert {code for code, _, _ in cells} == {of.code for of in pages()}
    assert grades == sorted(grades, reverse=True) and max(grades) <= 8.0
