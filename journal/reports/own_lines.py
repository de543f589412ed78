"""What the last page says of this report: how complete its period is, what it was made from, what its scales mean."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from journal import __version__
from journal.core.figure_facts import Facts
from journal.insights.cells import day_count, dose_count, last_days
from journal.insights.summary import Quality, Share
from journal.reports.told import Told
from journal.texts import Texts
from journal.texts.names import symptom_ends


def own_lines(told: Told, facts: Facts) -> Iterator[tuple[str, str]]:
    """In the order of the page."""
    texts, quality = told.texts, told.summary.quality
    yield texts("This period"), _completeness(texts, quality)
    yield texts("This report"), _settings(told, facts)
    if scales := _scales(told):
        yield texts("Scales"), scales
    if told.printed.right_to_left:
        yield (
            texts("Right-to-left texts"),
            texts("Printed letter by letter from the left, and not joined. The program shows them as written."),
        )
    if told.printed.replaced:
        yield (
            texts("Characters"),
            texts.plural(
                "{n} character of names and texts cannot be shown in this PDF and is replaced.",
                "{n} characters of names and texts cannot be shown in this PDF and are replaced.",
                told.printed.replaced,
            ),
        )


def _scales(told: Told) -> str:
    """What 0 and 10 mean, of the symptoms in the key figures."""
    chosen = [told.symptoms[each] for each in (told.summary.main, told.summary.second) if each is not None]
    ends = [(told.names[each.id], *symptom_ends(told.texts, each)) for each in chosen]
    said = [told.texts("{name}: 0 {low}, 10 {high}", name=name, low=low, high=high) for name, low, high in ends]
    return told.printed.words("; ".join(said))


def _completeness(texts: Texts, quality: Quality) -> str:
    days = texts(
        "days with entries: {recorded} of {days}; known days: {known}; with a dose without an amount: {missing}; with "
        "other entries only: {only}",
        recorded=texts.integer(quality.recorded), days=texts.integer(quality.days), known=texts.integer(quality.known),
        missing=texts.integer(quality.amount_missing_days), only=texts.integer(quality.other_days),
    )  # fmt: skip
    kinds = texts("kind not said on {k} of {days} with doses", k=texts.integer(quality.kind_missing_days.k),
                  days=day_count(texts, quality.kind_missing_days.n))  # fmt: skip
    noted = texts(
        "weighed: {weighed}, guessed: {guessed}, noted within the hour: {hour}, of {doses} in {days}; noted "
        "more than 24 hours later: {late}",
        weighed=texts.integer(quality.weighed.k), guessed=texts.integer(quality.guessed.k),
        hour=texts.integer(quality.within_hour.k), doses=dose_count(texts, quality.weighed.n),
        days=last_days(texts, quality.recorded28.n),
        late=_of(texts, quality.back_filled),
    )  # fmt: skip
    return "; ".join((days, kinds, noted))


def _of(texts: Texts, share: Share) -> str:
    return texts("{k} of {n} doses and ratings", k=texts.integer(share.k), n=texts.integer(share.n))


def _settings(told: Told, facts: Facts) -> str:
    """What was chosen to be printed; of warning symptoms nothing that would tell whether there are any."""
    texts, options = told.texts, told.options
    yes, no = texts("yes"), texts("no")
    return texts(
        "Leaf Journal {version}; day begins at {start}; name {name}; birth year {year}; own words {words}; fingerprint "
        "of the data {mark}",
        version=__version__, start=texts.time_of_day(facts.day_start),
        name=yes if options.name else no, year=no if options.birth_year is None else yes,
        words=yes if options.words or options.goal or options.planned else no, mark=fingerprint(facts),
    )  # fmt: skip


def fingerprint(facts: Facts) -> str:
    """The same for the same entries: 16 letters of a SHA-256."""
    plain_facts = (str(facts.first), str(facts.last), facts.day_start, facts.doses, facts.ratings, facts.marks)
    told = repr((*plain_facts, facts.notes)).encode()
    return hashlib.sha256(told).hexdigest()[:16]
