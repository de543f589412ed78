"""Block 7, "For the visit": what a clinician asks first, each with its denominator or the reason why it is absent."""

from __future__ import annotations

from journal.insights.cells import day_count, dose_count
from journal.insights.summary import Share, Summary, Withdrawal
from journal.texts import Texts


def visit_rows(texts: Texts, summary: Summary) -> tuple[tuple[str, str], ...]:
    """The fixed lines. This version keeps no list of medicines and asks no questionnaires, and says so."""
    not_asked = texts("not asked")
    return (
        (texts("Opioids"), not_asked),
        (texts("Benzodiazepines, z-drugs"), not_asked),
        (texts("Gabapentinoids"), not_asked),
        (texts("Naltrexone, buprenorphine"), not_asked),
        (texts("Alcohol"), texts("not tracked")),
        (texts("Other medicines"), not_asked),
        (texts("Extract or 7-OH"), _strong(texts, summary)),
        (texts("Withdrawal-type"), _withdrawal(texts, summary.withdrawal)),
        (texts("  before the first dose"), _before_first(texts, summary.withdrawal)),
        (texts("PEG"), not_asked),
        (texts("Own limit or plan"), texts("not tracked")),
        (texts("Weighed / guessed"), _weighed(texts, summary)),
        (texts("Noted within the hour"), _of_doses(texts, summary.quality.within_hour)),
    )


def _strong(texts: Texts, summary: Summary) -> str:
    days = summary.strong_days
    if not days.n:
        return texts("not recorded")
    k = texts.integer(days.k)
    if not days.k:
        return texts.plural("0 of {n} day of known use", "0 of {n} days of known use", days.n)
    doses = dose_count(texts, summary.strong_doses)
    return texts("{k} of {days}, {doses}", k=k, days=day_count(texts, days.n), doses=doses)


def _withdrawal(texts: Texts, noted: Withdrawal) -> str:
    if not noted.tracked:
        return texts("not tracked")
    if not noted.of:
        return texts("not recorded")
    return texts.plural("{k} of {n} recorded day", "{k} of {n} recorded days", noted.of, k=texts.integer(noted.days))


def _before_first(texts: Texts, noted: Withdrawal) -> str:
    if not noted.tracked or not noted.of:
        return _withdrawal(texts, noted)
    if not noted.days:
        return "–"
    return texts("{k} of those {n}", k=texts.integer(noted.before_first_dose), n=texts.integer(noted.days))


def _weighed(texts: Texts, summary: Summary) -> str:
    weighed, guessed = summary.quality.weighed, summary.quality.guessed
    if not weighed.n:
        return texts("not recorded")
    k, other = texts.integer(weighed.k), texts.integer(guessed.k)
    return texts("{k} / {guessed} of {doses}", k=k, guessed=other, doses=dose_count(texts, weighed.n))


def _of_doses(texts: Texts, share: Share) -> str:
    if not share.n:
        return texts("not recorded")
    return texts("{k} of {doses}", k=texts.integer(share.k), doses=dose_count(texts, share.n))
