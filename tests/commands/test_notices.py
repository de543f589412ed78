"""What log says of a medicine, something taken or a condition: once, after it is saved."""

from __future__ import annotations

import re

import pytest

from journal.core.moments import HOUR_MS
from tests.command_line import Run
from tests.journals import JournalAt

BOTH = "call today if prescribed, do not mix if not"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (("substance", "Xanax"), f"Xanax with kratom: {BOTH}"),
        (("intake", "alcohol"), "alcohol with kratom: "),
        (("condition", "liver", "--name", "fatty liver"), "Liver condition and kratom"),
    ],
)
def test_what_the_window_would_say_is_said_after_saving_and_once(
    run: Run, plain_journal: JournalAt, typed: tuple[str, ...], wanted: str
) -> None:
    log = ("--journal", plain_journal.path, "log", *typed)
    code, said, _ = run(*log)
    lines = said.splitlines()
    assert code == 0 and lines[0] == "Saved 1 entry." and any(line.lower().startswith(wanted.lower()) for line in lines)
    assert any(line.startswith("Sources: ") for line in lines)
    with plain_journal.open() as book:
        book.undo()  # takes the entry back, not what was remembered
        assert book.undo_step is None
    again = [line for line in run(*log)[1].splitlines() if not line.startswith("Said ")]
    assert not any(wanted.lower() in line.lower() for line in again)


def test_a_second_one_of_a_class_has_one_line(run: Run, plain_journal: JournalAt) -> None:
    at = ("--journal", plain_journal.path, "log", "substance")
    run(*at, "Sertraline", "--source", "prescribed")
    saved, headline, call, sources, more = run(*at, "Fluoxetine", "--source", "prescribed")[1].splitlines()
    assert (saved, headline) == ("Saved 1 entry.", "Fluoxetine is in the same group as Sertraline: ask within days.")
    assert call.startswith("New fever, shaking or confusion: call ") and sources.startswith("Sources: ")
    assert more == "“interactions” says more about it."


def test_a_second_sleeping_pill_says_that_they_add_up(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    at = ("--journal", plain_journal.path, "log")
    run(*at, "substance", "Zopiclone")
    run(*at, "intake", "alcohol", "--name", "wine")
    lines = run(*at, "substance", "Zolpidem")[1].splitlines()
    assert lines[1] == f"Zolpidem with kratom: {BOTH}" and lines[2].startswith("Slow breathing, or hard to wake: call ")
    assert (
        "These and kratom add up: Zolpidem, Zopiclone, wine. Together they can slow breathing until it stops. "
        "Zolpidem, Zopiclone: 2 of one kind, “Sleeping pills (Z-drugs)”."
    ) in lines


def test_something_taken_speaks_once_a_day_though_its_class_spoke_of_the_list(
    run: Run, plain_journal: JournalAt
) -> None:
    plain_journal.open().close()
    at = ("--journal", plain_journal.path, "log")
    run(*at, "substance", "Zopiclone", "--source", "prescribed")
    taken = (*at, "intake", "own", "--name", "zolpidem")
    assert "These and kratom add up: zolpidem, Zopiclone." in run(*taken)[1]
    again = run(*taken)[1].splitlines()
    assert again[1].startswith("Said today ") and len(again) == 5 and "add up" not in again[1]
    assert re.match(r"Call .+ for slow breathing, cannot be woken, a seizure, ", again[3])
    assert again[2].startswith("If not prescribed: ") and "Take no more kratom now" in again[2]
    plain_journal.clock.tick(25 * HOUR_MS)
    assert "These and kratom add up: zolpidem, Zopiclone." in run(*taken)[1]


def test_what_is_private_is_not_named_and_what_is_not_in_the_list_says_nothing(
    run: Run, plain_journal: JournalAt
) -> None:
    at = ("--journal", plain_journal.path, "log")
    said = run(*at, "substance", "Xanax", "--private")[1]
    lines = said.splitlines()
    assert lines[1] == f"Something that you keep private with kratom: {BOTH}"
    assert lines[2].startswith("Call your local emergency number for slow breathing")
    assert "If prescribed: Call your prescriber, a pharmacist or the out-of-hours line today." in lines
    assert not any(word in said.lower() for word in ("xanax", "benzodiazepine", "sources"))
    assert run(*at, "substance", "magnesium")[1] == "Saved 1 entry.\n"
    assert run(*at, "note", "x")[1] == "Saved 1 entry.\n"


@pytest.mark.parametrize(
    ("before", "typed", "wanted"),
    [
        (("substance", "oxycodone", "--private"), ("substance", "Xanax"), f"Xanax with kratom: {BOTH}"),
        (("intake", "alcohol", "--private"), ("intake", "alcohol"), "alcohol with kratom: do not mix"),
        (("condition", "pregnancy"), ("substance", "Xanax"), f"Xanax with kratom: {BOTH}"),
        (("condition", "sleep_apnoea", "--private"), ("substance", "gabapentin"), f"gabapentin with kratom: {BOTH}"),
    ],
)  # fmt: skip
def test_what_was_just_typed_is_said_in_full_beside_what_is_private(
    run: Run, plain_journal: JournalAt, before: tuple[str, ...], typed: tuple[str, ...], wanted: str
) -> None:
    plain_journal.open().close()
    at = ("--journal", plain_journal.path, "log")
    run(*at, *before)
    plain_journal.clock.tick(25 * HOUR_MS)  # so long after it a drink speaks again
    lines = run(*at, *typed)[1].splitlines()
    assert lines[1] == wanted and any(line.startswith("Sources: ") for line in lines)
    assert not any(word in " ".join(lines) for word in ("oxycodone", "regnan", "apnoea,"))
    assert not any("thing to ask about" in line for line in lines)


def test_what_is_private_adds_up_without_its_name(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    at = ("--journal", plain_journal.path, "log")
    run(*at, "substance", "oxycodone", "--private")
    said = run(*at, "substance", "Xanax")[1]
    assert "These and kratom add up: Xanax, 1 more that is private. Together they can slow breathing" in said
    said = run(*at, "substance", "zopiclone", "--private")[1]
    assert said.splitlines()[1].startswith("Something that you keep private with kratom: call today")
    assert "These and kratom add up: Xanax, 2 more that are private." in said and "zopiclone" not in said


def test_a_private_condition_is_not_named_and_the_command_that_names_it_is_told(
    run: Run, plain_journal: JournalAt
) -> None:
    plain_journal.open().close()
    said = run("--journal", plain_journal.path, "log", "condition", "pregnancy")[1].splitlines()
    assert said[1] == "Something that you keep private with kratom: call today"
    assert said[2] == "Call a doctor or the out-of-hours line today."
    assert "leaf-journal interactions" in said[3] and len(said) == 4


def test_a_second_drink_and_a_dose_soon_after_say_that_it_was_said(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    at = ("--journal", plain_journal.path, "log")
    run(*at, "intake", "alcohol", "--name", "beer", "--drinks", "1")
    said = run(*at, "intake", "alcohol", "--name", "wine", "--drinks", "1")[1].splitlines()
    assert said[1].startswith("Said ") and said[1].endswith(": wine with kratom: do not mix.")
    new = ("--new-product", "--kind", "leaf_powder")
    dose = (*at, "dose", "--product", "Green", "--amount", "3 g")
    joined = run(*dose, *new)[1].splitlines()
    assert any(line.endswith("with kratom: do not mix") for line in joined) and not any(
        line.startswith("Said ") for line in joined
    )
    said = run(*dose)[1].splitlines()
    line = next(each for each in said if each.startswith("Said "))
    assert line.endswith(": wine with kratom: do not mix; beer with kratom: do not mix.")


def test_a_name_that_is_not_recognised_is_said_to_be_not_checked(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    at = ("--journal", plain_journal.path, "log")
    said = run(*at, "substance", "tramdol")[1].splitlines()
    assert said[1] == "tramdol: not recognised, so it was not checked. Did you mean tramadol?"
    assert "Qwertyol: not recognised, so it was not checked." in run(*at, "intake", "own", "--name", "Qwertyol")[1]
    assert "\nqwertz: not recognised, so it was not checked." in run(*at, "substance", "citalopram and qwertz")[1]
    assert run(*at, "substance", "zanaflx", "--private")[1] == "Saved 1 entry.\n"


def test_what_is_said_of_some_medicines_in_place_of_not_stopping(run: Run) -> None:
    said = run("interactions", "naltrexone", "phenelzine")[1].splitlines()
    assert "Do not take the first dose before the prescriber knows that you take kratom." in said[0]
    assert "Call before the next kratom." in said[1]


def test_a_dose_speaks_of_what_was_taken_in_the_last_48_hours_once_a_day(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    at = ("--journal", plain_journal.path, "log")
    dose = (*at, "dose", "--product", "Green", "--amount", "2 g")
    assert "with kratom" not in run(*dose, "--new-product", "--kind", "leaf_powder")[1]
    run(*at, "intake", "alcohol")
    assert "alcohol with kratom: do not mix" in run(*dose)[1].splitlines()  # which joins it
    *_, line, no_more, _, _ = run(*dose)[1].splitlines()
    assert line.startswith("Said today ") and no_more.startswith("Take no more kratom now")  # a moment ago
    plain_journal.clock.tick(25 * HOUR_MS)
    assert "alcohol with kratom: do not mix" in run(*dose)[1]
    plain_journal.clock.tick(24 * HOUR_MS)
    assert "with kratom" not in run(*dose)[1]


def test_no_drinks_say_nothing_and_count_for_nothing(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    log = ("--journal", plain_journal.path, "log", "intake", "alcohol", "--drinks")
    assert run(*log, "0")[1] == "Saved 1 entry.\n"
    assert "alcohol with kratom" in run(*log, "2")[1].casefold()


@pytest.mark.parametrize(
    "last",
    [
        ("condition", "sleep_apnoea"),
        ("intake", "alcohol"),
        ("substance", "Zolpidem"),
        ("person", "--birth-year", "1940"),
    ],
)
def test_a_medicine_that_is_more_urgent_by_it_is_named(
    run: Run, plain_journal: JournalAt, last: tuple[str, ...]
) -> None:
    plain_journal.open().close()
    at = ("--journal", plain_journal.path, "log")
    run(*at, "substance", "Gabapentin", "--source", "prescribed")
    lines = run(*at, *last)[1].splitlines()
    assert any(line.startswith("Gabapentin with kratom") for line in lines), lines
    assert "Call your prescriber, a pharmacist or the out-of-hours line today." in lines
