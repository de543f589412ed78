"""What an import brings is told with what the journal holds: a pressure, a pregnancy, a sign within a day."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import pytest

from journal.core.entries import Answer, Condition, Entry, Measurement, Rating, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import DAY_MS, HOUR_MS, moment_at
from journal.core.symptoms import BY_CODE
from journal.guidance.around_signs import around_signs, as_urgent_as
from journal.guidance.signs_brought import WITH_THESE, SignsBrought, answers_needed
from journal.guidance.signs_in_words import country_of, sentences
from journal.guidance.warning_signs import advice, is_sign, signs
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.names import SYMPTOMS
from tests.journals import START_MS

US = country_of("US")
RATED = [code for sign in signs() for code in sign.codes if is_sign(code)]


def rated(code: str, ago_ms: int = 2 * HOUR_MS, answer: Answer | None = None, private: bool = False) -> list[Entry]:
    sign = Symptom(code=code, kind=BY_CODE[code].kind)
    at = moment_at(START_MS - ago_ms, "Europe/Berlin")
    return [sign, Rating(at=at, symptom=sign.id, value=8, answer=answer, private=private, recorded_ms=at.utc_ms)]


def pressure(systolic: int, ago_ms: int = HOUR_MS) -> Measurement:
    return Measurement(at=moment_at(START_MS - ago_ms, "Europe/Berlin"), systolic=systolic, diastolic=80)


def pregnancy(private: bool = False) -> Condition:
    return Condition(what=ConditionKind.PREGNANCY, private=private)


def told(there: Iterable[Entry], brought: Iterable[Entry], book: Logbook | None) -> list[str]:
    """What is said of a file, before it is imported."""
    if book is not None and (saved := list(there)):
        book.save(*saved)
    seen = SignsBrought(() if book is None else book.symptoms())
    for entry in brought:
        seen.see(entry)
    return answers_needed(english(), seen, book, START_MS, US)


@pytest.mark.quick_every(7)
@pytest.mark.slow_every(3)
@pytest.mark.parametrize(
    ("code", "systolic", "pregnant", "split"),
    list(product(RATED, (145, 165, 185), (None, False, True), ("pressure here", "sign here", "all comes"))),
)
def test_a_sign_is_as_urgent_as_the_pressure_and_the_pregnancy_beside_it(
    plain_book: Logbook, code: str, systolic: int, pregnant: bool | None, split: str
) -> None:
    """As the command line and the window say it once both are saved."""
    of_sign, beside = rated(code), [pressure(systolic), *([] if pregnant is None else [pregnancy(pregnant)])]
    here, comes = {
        "pressure here": (beside, of_sign),
        "sign here": (of_sign, beside),
        "all comes": ([], [*of_sign, *beside]),
    }[split]
    lines = told(here, comes, plain_book)
    plain_book.save(*comes)
    around = around_signs(plain_book, START_MS)
    expected = " ".join(sentences(english(), as_urgent_as(advice(code, None, 2 * HOUR_MS), around, 2 * HOUR_MS), US))
    if split != "sign here":
        assert f"22 Nov 2026: {SYMPTOMS[code]}. {expected}" in lines
    seen = SignsBrought(plain_book.symptoms())
    for entry in comes:
        seen.see(entry)
    assert answers_needed(english(), seen, plain_book, START_MS, US) == lines  # once imported it is the same


def test_without_a_journal_what_comes_is_told_together() -> None:
    lines = told((), [*rated("hard_to_breathe", answer=Answer.PASSED), pressure(165), pregnancy()], None)
    (line,) = [line for line in lines if "Hard to breathe" in line]
    assert "Call 911 now, also if it has passed" in line and "Doctor today" not in line


def test_what_was_measured_long_before_or_after_does_not_join(plain_book: Logbook) -> None:
    lines = told([pressure(190, 30 * HOUR_MS)], rated("hard_to_breathe"), plain_book)
    assert not any("Pain in chest, back or belly" in line for line in lines)
    old = told([], [*rated("hard_to_breathe", 3 * DAY_MS), pressure(190)], plain_book)
    assert any(line.endswith("Hard to breathe. Doctor today. Call 911 if it comes back.") for line in old)


@pytest.mark.parametrize("private", [False, True])
def test_a_sign_of_before_is_told_of_again_where_what_comes_makes_it_more_urgent(
    plain_book: Logbook, private: bool
) -> None:
    lines = told(rated("pinpoint_pupils", private=private), rated("drowsiness", HOUR_MS), plain_book)
    assert lines[0] == WITH_THESE
    name = "Hidden rating" if private else "Pinpoint pupils"
    assert lines[1].startswith(f"22 Nov 2026: {name}. As another symptom is written down with it, do this. Call 911.")
    assert ("Pinpoint" in " ".join(lines)) is not private


def test_a_sign_that_comes_is_joined_by_one_of_before(plain_book: Logbook) -> None:
    (line, *_rest) = told(rated("drowsiness"), rated("pinpoint_pupils", HOUR_MS), plain_book)
    assert line.startswith(
        "22 Nov 2026: Pinpoint pupils. As another symptom is written down with it, do this. Call 911"
    )


def test_an_emergency_of_before_comes_before_a_pressure_that_comes(plain_book: Logbook) -> None:
    lines = told([*rated("seizure"), pregnancy()], [pressure(165)], plain_book)
    assert lines[0].startswith("Call 911 now, also if the seizure has passed. Say that you are pregnant.")
    assert lines[1].startswith(
        "First: Seizure, today 08:30. If it is happening now, or you are not sure, do this. Call"
    )
    assert "First do what stands above." in lines[2] and "Otherwise" not in lines[2]


def test_a_headache_and_an_earlier_pressure_count_wherever_they_stand(plain_book: Logbook) -> None:
    ache, high = rated("headache", HOUR_MS), pressure(190)
    for here, comes in (((), [*ache, high]), (ache, [high])):
        (line,) = told(here, comes, plain_book)
        assert "wait a few minutes" not in line
    (again,) = told([pressure(185, 5 * HOUR_MS)], [pressure(190, 2 * HOUR_MS)], plain_book)
    assert again.startswith("Again a blood pressure of 180/120")


def test_where_others_may_see_it_what_is_masked_is_not_named_nor_by_its_advice(plain_book: Logbook) -> None:
    seen = SignsBrought(())
    for entry in [*rated("suicidal_thoughts"), *rated("seizure")]:
        seen.see(entry)
    seen.see_written([("suicidal_thoughts", "7")])
    openly, hidden = (answers_needed(english(), seen, plain_book, START_MS, US, openly) for openly in (True, False))
    assert "Thoughts of suicide" in " ".join(openly) and "988" in " ".join(openly)
    assert not any(word in " ".join(hidden).casefold() for word in ("suicid", "crisis", "act on it"))
    whom = (
        "Hidden rating. Call 988 or someone you trust, now. If you are in danger: call 911. "
        "Put what could harm you out of reach, medicines too. Do not stay alone."
    )
    assert f"22 Nov 2026: {whom}" in hidden and whom in hidden
    assert [line for line in hidden if "Seizure" in line] == [line for line in openly if "Seizure" in line]


def test_of_common_symptoms_only_what_can_make_a_sign_more_urgent_is_kept() -> None:
    """A file of fifty years has tens of thousands of them, and each that is remembered stands in memory."""
    seen = SignsBrought(())
    nausea = Symptom(code="nausea", kind=BY_CODE["nausea"].kind)
    seen.see(nausea)
    at = moment_at(START_MS, "Europe/Berlin")
    for value in (*range(11), None):
        seen.see(Rating(at=at, symptom=nausea.id, value=value))
    assert [rating.value for rating in seen._ratings] == [4, 5, 6, 7, 8, 9, 10]
