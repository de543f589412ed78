"""What the last page says of this report: what it was made from, what its scales mean."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from journal import __version__
from journal.core.figure_facts import Facts
from journal.reports.page_inputs import PageInputs
from journal.reports.printed import replaced_words
from journal.texts.marked import marked
from journal.texts.names import symptom_ends


def own_lines(inputs: PageInputs, facts: Facts) -> Iterator[tuple[str, str]]:
    """In the order of the page, without those that have nothing to say."""
    return ((inputs.texts(term), words) for term, words_of in _LINES if (words := words_of(inputs, facts)))


def _replaced(inputs: PageInputs, _facts: Facts) -> str:
    return replaced_words(inputs.texts, inputs.printed.replaced)


def _other_fonts(inputs: PageInputs, _facts: Facts) -> str:
    if not (fonts := inputs.printed.fonts()):
        return ""
    return inputs.texts("Letters that DejaVu Sans lacks are set in {fonts}, found on this computer.",
                        fonts=inputs.printed.words(", ".join(fonts)))  # fmt: skip


def _scales(inputs: PageInputs, _facts: Facts) -> str:
    """What 0 and 10 mean, of the symptoms in the key figures."""
    chosen = [
        inputs.symptoms[symptom] for symptom in (inputs.summary.main, inputs.summary.second) if symptom is not None
    ]
    ends = [(inputs.names[symptom.id], *symptom_ends(inputs.texts, symptom)) for symptom in chosen]
    scales = [inputs.texts("{name}: 0 {low}, 10 {high}", name=name, low=low, high=high) for name, low, high in ends]
    return inputs.printed.words("; ".join(scales))


def _settings(inputs: PageInputs, facts: Facts) -> str:
    """What was chosen to be printed; of warning symptoms nothing that would tell whether there are any."""
    texts, options = inputs.texts, inputs.options
    yes, no = texts("yes"), texts("no")
    return texts(
        "Leaf Journal {version}; day begins at {start}; name {name}; birth year {year}; own words {words}, goal or "
        "plan {goal}; fingerprint of the data {mark}",
        version=__version__, start=texts.time_of_day(facts.day_start),
        name=yes if options.name else no, year=no if options.birth_year is None else yes,
        words=yes if options.words else no,
        goal=yes if inputs.goal or options.planned else no, mark=fingerprint(facts),
    )  # fmt: skip


def fingerprint(facts: Facts) -> str:
    """The same for the same entries: 16 letters of a SHA-256.

    Of a note only that its day has an entry, which is all that figures know of it.
    """
    plain_facts = (str(facts.first), str(facts.last), facts.day_start, facts.doses, facts.ratings, facts.marks)
    others = [dose.local_ms for dose in facts.doses] + [rating.local_ms for rating in facts.ratings]
    noted = {*facts.indexes_of(facts.notes)} - {*facts.indexes_of(others)}
    inputs = repr((*plain_facts, sorted(noted))).encode()
    return hashlib.sha256(inputs).hexdigest()[:16]


def _not_here(inputs: PageInputs, _facts: Facts) -> str:
    """Which kinds of entries and notes have no place on these pages: the same words whether there are any or not."""
    texts, options = inputs.texts, inputs.options
    notes, listed, moods = texts(_NOTES), texts(_IN_THE_LIST), texts(_MOODS)
    never = "; ".join(map(texts, _NEVER))
    if not options.entries:
        return texts("Whether there are any or not: {what}.", what="; ".join((notes, listed, moods, never)))
    hidden = [*([] if options.entry_notes else [notes]), *([] if options.mood else [moods]), never]
    return texts("Whether there are any or not: {what}. In the list of entries alone: {listed}.",
                 what="; ".join(hidden), listed=listed)  # fmt: skip


_NOTES = marked("notes (but those beside warning symptoms, if they were chosen)")
_IN_THE_LIST = marked(
    "urges without a dose, exercise and other care, reasons for a dose, tasks and what helped of daily check-ins"
)
_MOODS = marked("scores of mood questionnaires")
_NEVER = marked((
    "notes of medicines, conditions and answers", "answers about last night or other than yes",
    "questions asked before", "what the journal is for", "own people, plans and lists of what to do",
    "batches without a laboratory’s figures or a noted reaction",
))  # fmt: skip
_LINES: tuple[tuple[str, Callable[[PageInputs, Facts], str]], ...] = (
    (marked("This report"), _settings),
    (marked("Not on these pages"), _not_here),
    (marked("Scales"), _scales),
    (marked("Fonts"), _other_fonts),
    (marked("Characters"), _replaced),
)
