"""What the list of interactions says of the names that an import brings, as one summary."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from journal.core.entries import Condition, Entry, Intake, Note, Substance
from journal.core.health import ConditionKind
from journal.core.moments import DAY_MS
from journal.core.substances import Source, Taken
from journal.guidance.interactions import Level
from journal.guidance.names_brought import NamesBrought, Spoken, spoken_words
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import now


def imported(book: Logbook, *entries: Entry) -> Spoken | None:
    names = NamesBrought(book.clock.now_ms())
    book.save_all(names.watching(entries), label="many.imported", origin="import")
    return names.spoken_of(book)


def test_names_are_counted_below_their_levels_the_most_urgent_first(plain_book: Logbook) -> None:
    plain_book.save(Substance(name="methadone", source=Source.PRESCRIBED))
    at = now(plain_book)
    spoken = imported(
        plain_book,
        Substance(name="sertraline", source=Source.PRESCRIBED),
        Substance(name="Xanax", source=Source.PRESCRIBED),
        Substance(name="Valium", source=Source.PRESCRIBED, private=True),
        Substance(name="magnesium"),
        Substance(name="Qwertyol"),
        Intake(at=at, what=Taken.ALCOHOL, name="beer"),
        Intake(at=replace(at, utc_ms=at.utc_ms - 5 * DAY_MS), what=Taken.OWN, name="zopiclone"),
    )
    assert spoken == Spoken(
        6,
        (((Level.CALL_TODAY,), 2), ((Level.DO_NOT_MIX,), 1), ((Level.ASK_WITHIN_DAYS,), 1)),
        not_recognised=1,
    )
    assert spoken_words(english(), spoken) == (
        "The list of interactions speaks of 4 of 6 imported names: call today 2, do not mix 1, ask within days 1. "
        "1 name was not recognised, so it was not checked."
    )


def test_where_nothing_of_it_is_checked_nothing_is_said(plain_book: Logbook) -> None:
    over = plain_book.today() - dt.timedelta(days=400)
    assert imported(plain_book, Note(at=now(plain_book), text="Xanax")) is None
    assert imported(plain_book, Substance(name="Xanax", until=over)) is None
    spoken = imported(plain_book, Substance(name="magnesium"))
    assert spoken is not None and spoken_words(english(), spoken) == ""


def test_what_was_there_and_is_more_urgent_by_what_came_is_named_with_whom_to_call(plain_book: Logbook) -> None:
    plain_book.save(
        Substance(name="Gabapentin", source=Source.PRESCRIBED),
        Substance(name="Citalopram", source=Source.PRESCRIBED, private=True),
    )
    spoken = imported(plain_book, *(Condition(what=kind) for kind in (ConditionKind.SLEEP_APNOEA, ConditionKind.HEART)))
    assert spoken is not None
    assert spoken_words(english(), spoken) == (
        "More urgent by what was imported: Gabapentin: call today. "
        "Call your prescriber, a pharmacist or the out-of-hours line today. "
        "Something that you keep private with kratom: call today. "
        "Call your prescriber, a pharmacist or the out-of-hours line today."
    )
    assert imported(plain_book, Condition(what=ConditionKind.BREATHING)) is None


def test_what_is_urgent_under_a_condition_alone_is_counted_as_that(plain_book: Logbook) -> None:
    spoken = imported(plain_book, Substance(name="Gabapentin", source=Source.PRESCRIBED))
    assert spoken is not None and spoken_words(english(), spoken) == (
        "The list of interactions speaks of 1 of 1 imported name: call today or ask within days 1."
    )


def test_of_what_may_be_prescribed_or_not_both_levels_are_counted(plain_book: Logbook) -> None:
    spoken = imported(plain_book, Substance(name="Xanax"), Substance(name="Citalopram"))
    assert spoken is not None and spoken_words(english(), spoken) == (
        "The list of interactions speaks of 2 of 2 imported names: "
        "call today or do not mix 1, call today or ask within days or ask first 1."
    )
