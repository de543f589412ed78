"""Finding: any typed text, however odd, finds what a plain Python model finds, and never fails."""

from __future__ import annotations

import datetime as dt
import random
import unicodedata
from collections.abc import Iterator

import pytest

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import DayMark, DayMarkKind, Dose, Entry, Measurement, Note, Symptom, Timed, Urge
from journal.core.moments import DAY_MS, Moment
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from tests import journals
from tests.journals import START_MS, JournalAt, ago, dose, note, product, rating, saved, symptom

passphrase = journals.passphrase_if_slow  # the same code finds and erases in an encrypted journal

WORDS = [
    'back', 'pain', 'Straße', 'STRASSE', 'strasse', 'café', 'cafe', 'CAFÉ', 'cafe\u0301', 'naïve', 'É', 'é',
    'Ünal', '100%', '1000', '100_mg', '2.5', '2,5', 'g-note', 'NOT', 'AND', 'OR', 'NEAR', 'and', 'not',
    "'quoted'", '"double"', "it's", "don't", 'a*', '*b', '(paren)', 'col:on', '-minus', '+plus', '^caret',
    '~', '\\', '/', '//', "x'00'", '%s', '{0}', 'ﬁne', 'fine', '½', '²', '①', 'ΟΔΟΣ', 'οδος', 'ς', 'İstanbul',
    'istanbul', 'ı', 'SS', 'ß', 'ẞ', '中文', '中', 'עברית', 'أهلا', 'Привет', 'привет', 'ПРИВЕТ', '👍🏽', '👍',
    'Łódź', 'lodz', 'Smørrebrød', 'smorrebrod', 'c++', 'c', 'c#', '今日は頭痛がひどい', '頭痛', 'ปวดหลังมาก', 'หลัง',
    'good😀', '😀', '❤️', '❤',
    'e\u0301t', '\xadsoft', 'zero\u200bwidth', '<b>bold</b>', '&amp;', '$x$', '#1', '@you', 'a&b', 'a|b',
    '[x]', '`tick`', ';', ',', '.', '…', '—', '–', "'", '"', "''", '""', '``',
]  # fmt: skip


def texts() -> list[str]:
    chance = random.Random(7)
    return [*WORDS, *(" ".join(chance.sample(WORDS, 3)) for _ in range(40))]


def queries() -> list[str]:
    """Three hundred: every word, parts of words, pairs, and what SQL and FTS5 would trip over."""
    chance = random.Random(8)
    parts = [word[: chance.randint(1, len(word))] for word in WORDS for _ in range(2)]
    pairs = [" ".join(chance.sample([*WORDS, *parts], 2)) for _ in range(40)]
    traps = [
        '"', '""', '"a', "a OR b", "NEAR(a b)", "words:a", "{words}:a", "^a", "a*b", "*", "-a", "(", ")", "a AND",
        "NOT", "%", "_", "\\", "';--", "x'", "\u200d", "\u0301", "a\u0301", "?", ":a", "@p", "$1", "   ", "\t",
    ]  # fmt: skip
    return [*WORDS, *parts, *pairs, *traps][:320]


# --- the model: words begin with the typed term, whatever their case and accents --------------------------------


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


OTHER = str.maketrans({"ł": "l", "ø": "o", "ı": "i"})
SIGNS, WITHOUT_SPACES = "+^$|~`=<>#😀❤👍", "中文今日は頭痛がひどいปวดหลังมาก"


def tokens(text: str) -> list[str]:
    """Runs of letters and digits, without accents, as full text keeps them."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFD", folded(text)) if not unicodedata.combining(letter)
    )
    spaced = "".join(letter if unicodedata.category(letter)[0] in "LN" else " " for letter in plain)
    return spaced.translate(OTHER).split()


def says(text: str, query: str) -> bool:
    return all(_says(text, term) for term in query.split())


def _says(text: str, term: str) -> bool:
    words, parts, typed = tokens(text), tokens(term), folded(term).rstrip("\ufe0f")
    if any(letter in WITHOUT_SPACES for letter in typed) or not any(letter.isalnum() for letter in typed):
        return bool(typed) and typed in folded(text)
    if any(letter in SIGNS for letter in typed) and typed not in folded(text):
        return False
    return any(_begins(words[n:], parts) for n in range(len(words)))


def _begins(words: list[str], term: list[str]) -> bool:
    """A typed term of several parts ("2.5") is those parts side by side, the last of them a beginning."""
    if not term or len(words) < len(term):
        return False
    return words[: len(term) - 1] == term[:-1] and words[len(term) - 1].startswith(term[-1])


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logbook]:
    from tests.journals import new_journal

    with new_journal(tmp_path_factory.mktemp("shelf") / "x.leaf", None).open() as book:
        for n, text in enumerate(texts()):
            note(book, text, minutes=n)
        yield book


def test_there_are_three_hundred_queries() -> None:
    assert len(queries()) >= 300


def test_special_strings_find_what_the_model_finds(shelf: Logbook) -> None:
    wrong = []
    for query in queries():
        notes = [entry.text for entry in shelf.find(EntryQuery(query)) if isinstance(entry, Note)]
        wanted = [text for text in texts() if says(text, query)]
        if notes != wanted:
            wrong.append((query, sorted(set(wanted) - set(notes)), sorted(set(notes) - set(wanted))))
    assert wrong == []


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("text", [text for text in texts() if tokens(text)])
def test_what_was_typed_is_found_by_typing_it_again(shelf: Logbook, text: str) -> None:
    findable = " ".join(term for term in text.split() if tokens(term))
    assert text in [entry.text for entry in shelf.find(EntryQuery(findable)) if isinstance(entry, Note)]


def test_names_are_found_anywhere_in_them(book: Logbook) -> None:
    green = product(book, "Ünder Green Straße")
    taken = dose(book, product=green)
    knee = saved(book, Symptom(name="Left Knee"))
    nausea = saved(book, Symptom(code="nausea"))
    felt, ill = rating(book, knee), rating(book, nausea)
    for query, wanted in {
        "green": [taken], "STRASSE": [taken], "ünd": [taken], "reen": [taken], "knee": [felt], "übel": [ill],
        "nausea": [], "%": [], "_": [], "green knee": [], "ubel": [ill], "strase": [],
    }.items():  # fmt: skip
        assert book.find(EntryQuery(query), {"nausea": "Übelkeit"}) == wanted, query


def test_a_name_is_found_without_its_own_letters(book: Logbook) -> None:
    taken = dose(book, product=product(book, "Zielona Łąka"))
    assert book.find(EntryQuery("laka")) == book.find(EntryQuery("łąka")) == [taken]


@pytest.mark.parametrize("every", [1, 30])
def test_a_word_with_other_letters_is_found_in_few_rows_and_in_most(plain_book: Logbook, every: int) -> None:
    """Looked for among the latest in Python, and by full text: both know that ł is typed as l."""
    notes = [
        Note(at=ago(plain_book, minutes), text="Łódź" if minutes % every == 0 else "at home") for minutes in range(240)
    ]
    plain_book.save_all(notes, label="many.imported", origin="import")
    for limit in (1, 3, 500):
        wanted = [note.id for note in notes if note.text == "Łódź"][:limit]
        assert [entry.id for entry in plain_book.find(EntryQuery("lodz", limit=limit))] == wanted


def test_amounts_are_found_as_typed(book: Logbook) -> None:
    taken = saved(book, Dose(at=ago(book, 0), amount=Amount("2.5 g", 2500, Dimension.MASS, Basis.WEIGHED), note="tea"))
    assert book.find(EntryQuery("2.5")) == book.find(EntryQuery("2.5 g tea")) == [taken]
    assert book.find(EntryQuery("25")) == []


def test_marks_are_found_by_what_they_are_called(book: Logbook) -> None:
    mark = saved(book, DayMark(day=book.today(), mark=DayMarkKind.DO_NOT_REMEMBER))
    names = {"do_not_remember": "I do not remember", "none_today": "None today"}
    assert book.find(EntryQuery("remember"), names) == [mark]
    assert book.find(EntryQuery("none"), names) == []


def test_conditions_hold_together(book: Logbook) -> None:
    green, red, knee = product(book, "Green"), product(book, "Red"), symptom(book)
    today = dose(book, product=green, text="tea")
    yesterday = dose(book, minutes=24 * 60, product=green, text="tea")
    other = dose(book, minutes=1, product=red, text="tea")
    felt = rating(book, knee, minutes=2)
    private = saved(book, Note(at=ago(book, 3), text="tea", private=True))
    day = book.today()
    for query, wanted in (
        (EntryQuery(), [today, other, felt, private, yesterday]),
        (EntryQuery("tea", products=(green.id,)), [today, yesterday]),
        (EntryQuery("tea", first_day=day, products=(green.id,)), [today]),
        (EntryQuery(last_day=day - dt.timedelta(days=1)), [yesterday]),
        (EntryQuery(symptoms=(knee.id,)), [felt]),
        (EntryQuery("tea", kinds=("note",)), [private]),
        (EntryQuery("tea", private=False), [today, other, yesterday]),
        (EntryQuery(limit=2), [today, other]),
        (EntryQuery(kinds=()), []),
    ):
        assert book.find(query) == wanted, query


def test_the_trash_can_be_searched(book: Logbook) -> None:
    gone, there = note(book, "tea one"), note(book, "tea two")
    book.delete([gone.id])
    assert [entry.id for entry in book.find(EntryQuery("tea", trashed=True))] == [gone.id]
    assert book.find(EntryQuery("tea")) == [there]


def test_the_newest_come_first_whatever_zone_they_were_in(journal: JournalAt) -> None:
    with journal.open() as book:
        zones = ("Pacific/Auckland", "Pacific/Honolulu", "Europe/Berlin", "America/New_York")
        made = []
        for n, zone in enumerate(zones):
            journal.clock.zone = zone
            made.append(note(book, "tea", minutes=60 - n))
        assert book.find(EntryQuery("tea")) == made[::-1]
        assert journal.clock.ms == START_MS


def utc_ms(entries: list[Entry]) -> list[int]:
    return [entry.at.utc_ms for entry in entries if isinstance(entry, Note)]


# Asked one by one, from full text, and without words.
@pytest.mark.parametrize("text", ["tea", "#tea", ""])
@pytest.mark.parametrize("per_day", [1, 60])
def test_the_limit_leaves_out_the_oldest_instants(plain_book: Logbook, text: str, per_day: int) -> None:
    """Also where wall clocks and instants disagree as far as they can, and where a day has very many entries."""
    chance = random.Random(per_day)
    offsets = (-86_399, -43_200, -36_000, 0, 3_600, 50_400, 86_399)
    instants = chance.sample(range(START_MS - 5 * 86_400_000, START_MS), 5 * per_day + 30)
    notes = [Note(at=Moment(instant, chance.choice(offsets), "Europe/Berlin"), text="#tea") for instant in instants]
    plain_book.save_all(notes, label="many.imported", origin="import")
    newest = sorted(instants, reverse=True)
    for limit in (1, 2, 7, 20, len(instants)):
        assert utc_ms(plain_book.find(EntryQuery(text, limit=limit))) == newest[:limit]
    assert plain_book.find(EntryQuery(text, limit=0)) == []


@pytest.mark.parametrize("text", ["", "walk"])
def test_the_newest_of_all_kinds_are_found_whatever_their_clocks(plain_book: Logbook, text: str) -> None:
    """With enough of one kind, older ones of the next are not read: none that belongs to the newest may be missed."""
    chance = random.Random(text)
    moments = [
        Moment(chance.randrange(START_MS - 9 * DAY_MS, START_MS), chance.choice((-86_399, 0, 7200, 86_399)), "UTC")
        for _ in range(120)
    ]
    kinds = (Note, Dose, Urge, Measurement)
    made: list[Note | Dose | Urge | Measurement] = [
        Note(at=at, text="a walk") if kind is Note else kind(at=at, note="a walk")  # type: ignore[call-arg]
        for at, kind in ((at, chance.choice(kinds)) for at in moments)
    ]
    plain_book.save_all(made, label="many.imported", origin="import")
    newest = sorted((entry.at.utc_ms for entry in made), reverse=True)
    for limit in (1, 3, 10, 40, 120):
        found = plain_book.find(EntryQuery(text, limit=limit))
        assert [entry.at.utc_ms for entry in found if isinstance(entry, Timed)] == newest[:limit]


@pytest.mark.parametrize("every", [1, 2, 3, 40])
def test_the_newest_are_found_however_many_rows_hold_the_word(plain_book: Logbook, every: int) -> None:
    """A word in most rows is looked for among the latest, and one in few rows by full text: both find the same."""
    places = random.Random(every).sample(range(240), 240)
    notes = [
        Note(at=ago(plain_book, minutes), text="a walk" if n % every == 0 else "at home")
        for n, minutes in enumerate(places)
    ]
    plain_book.save_all(notes, label="many.imported", origin="import")
    walks = sorted((note for note in notes if note.text == "a walk"), key=lambda note: note.at.utc_ms, reverse=True)
    for limit in (1, 3, 20, 500):
        assert [entry.id for entry in plain_book.find(EntryQuery("walk", limit=limit))] == [
            note.id for note in walks[:limit]
        ]


def test_a_day_mark_stands_among_the_newest(plain_book: Logbook) -> None:
    mark = saved(plain_book, DayMark(day=plain_book.today(), mark=DayMarkKind.NOTHING_TO_REPORT))
    early = plain_book.clock.now_ms() - 3 * 3_600_000  # 07:30; the mark counts as of 04:00
    notes = [Note(at=Moment(early + n * 60_000, 3600, "Europe/Berlin"), text="tea") for n in range(3)]
    late = saved(plain_book, Note(at=Moment(early - 4 * 3_600_000, 3600, "Europe/Berlin"), text="tea"))
    plain_book.save_all(notes, label="many.imported", origin="import")
    wanted = [entry.id for entry in (*reversed(notes), mark, late)]
    for limit in (4, 5):
        assert [entry.id for entry in plain_book.find(EntryQuery(limit=limit))] == wanted[:limit]


def test_of_one_instant_what_was_written_last_comes_first(plain_book: Logbook) -> None:
    made = [saved(plain_book, Note(at=Moment(START_MS, hours * 3600, "Europe/Berlin"), text="tea")) for hours in (9, 1)]
    assert plain_book.find(EntryQuery("tea")) == made[::-1]
    assert plain_book.find(EntryQuery("tea", limit=1)) == made[1:]


def test_many_terms_and_long_ones(book: Logbook) -> None:
    kept = note(book, "word " * 50 + "x" * 5000)
    assert book.find(EntryQuery("word " * 50)) == [kept]
    assert book.find(EntryQuery("x" * 5000)) == [kept]
    assert book.find(EntryQuery("x" * 5001)) == []
