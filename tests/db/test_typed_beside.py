"""Words that no full text holds are found, and are read from the file again only after a write."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.core.queries import EntryQuery
from journal.db.typed_beside import TypedBeside
from journal.logbook import Logbook
from tests.journals import note, rating, saved, symptom


def found(book: Logbook, word: str) -> set[str]:
    return {entry.id for entry in book.find(EntryQuery(text=word))}


def at(book: Logbook, site: str) -> str:
    """The id of a saved rating with this place."""
    return saved(book, replace(rating(book, symptom(book, f"Pain {len(site)}")), site=site)).id


def test_a_place_is_found_as_soon_as_it_is_saved_and_no_longer_than_it_stands(plain_book: Logbook) -> None:
    first = at(plain_book, "Left shoulder")
    assert found(plain_book, "should") == {first}
    second = at(plain_book, "Épaule gauche")
    assert found(plain_book, "epaule") == {second}
    plain_book.undo()
    assert found(plain_book, "epaule") == set()
    assert found(plain_book, "should") == {first}


def test_a_word_is_met_at_its_beginning_alone(plain_book: Logbook) -> None:
    first = at(plain_book, "Left shoulder (front)")
    assert found(plain_book, "FRONT") == found(plain_book, "left should") == {first}
    assert found(plain_book, "houlder") == set()


@pytest.mark.parametrize("places", [1, pytest.param(1500, marks=pytest.mark.slow)])
def test_however_many_places_have_the_word_they_are_found(plain_book: Logbook, places: int) -> None:
    of = symptom(plain_book)
    rows = [replace(rating(plain_book, of), site=f"Toe {number}") for number in range(places)]
    plain_book.save(*rows)
    query = EntryQuery(text="toe", limit=2 * places)
    assert {entry.id for entry in plain_book.find(query)} == {row.id for row in rows}


def test_the_words_are_read_again_only_after_a_write(plain_book: Logbook) -> None:
    at(plain_book, "Shoulder")
    words, names = TypedBeside(), dict[str, str]()
    with plain_book._file.reading() as connection:
        asked: list[str] = []
        connection.set_trace_callback(asked.append)  # type: ignore[attr-defined]
        for _ in range(3):
            (site,) = words.of(connection, ("rating",), names)["rating"]
            assert site.texts == (("Shoulder", "shoulder"),)
        connection.set_trace_callback(None)  # type: ignore[attr-defined]
    assert sum("DISTINCT site" in statement for statement in asked) == 1
    saved(plain_book, note(plain_book, "else"))
    at(plain_book, "Knee")
    with plain_book._file.reading() as connection:
        assert dict(words.of(connection, ("rating",), names)["rating"][0].texts).keys() == {"Shoulder", "Knee"}
