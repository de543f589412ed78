"""What a series of numbers is called, what its unit is, and where the next number of it is written down."""

from __future__ import annotations

from journal.core.check_ins import QUESTIONNAIRES, VERSION, CheckIn, Instrument, Scoring
from journal.core.health import Lab
from journal.texts.health_names import LABS
from journal.texts.instruments import NAMES, score_words
from journal.texts.language import Texts
from journal.texts.marked import marked

_NAMES: dict[str, str] = marked({
    "systolic": "Blood pressure, upper", "diastolic": "Blood pressure, lower", "pulse": "Pulse", "weight": "Weight",
    "sleep": "Sleep", "quality": "Sleep quality", "function": "What you could do of your plans",
})  # fmt: skip
_UNITS: dict[str, str] = marked({
    "systolic": "mmHg", "diastolic": "mmHg", "pulse": "a minute", "sleep": "hours", "quality": "0–10, 10 best",
    "function": "0–10",
})  # fmt: skip

RATE_IT = marked("Rate it on Today with “How I feel”.")
_CHECK_IN = marked("Write one down on Today, under “Also write down”, with “Check-in”.")
_MEASURE = marked("Write one down on Today, under “Also write down”, with “Measurement”.")
_LAB = marked("Write one down in Health, under “Lab results”.")
_IN_CHECK_INS = ("sleep", "quality", "function")


def series_name(texts: Texts, code: str, name: str = "") -> str:
    """By the code of the series; ``name`` is that of a lab result of one's own."""
    if code == Lab.OWN and name:
        return name
    return texts(({**_NAMES, **NAMES, **LABS})[code])


def series_unit(texts: Texts, code: str, unit: str = "") -> str:
    """What its numbers are in, and of a score between which numbers it lies."""
    if code in list(Instrument):
        return texts("{low}–{high}", low=texts.integer(0), high=texts.integer(highest_score(code) or 0))
    if code in _UNITS:
        return texts(_UNITS[code])
    return unit or texts("unit not said")


def highest_score(code: str) -> int | None:
    """The highest number that a questionnaire, or what is said from 0 to 10, can have; None: there is no highest."""
    if code in ("quality", "function"):
        return 10
    questionnaire = next((known for instrument, known in QUESTIONNAIRES.items() if instrument == code), None)
    if questionnaire is None:
        return None
    return questionnaire.highest * (1 if questionnaire.scoring is Scoring.MEAN else questionnaire.items)


def score_of_words(texts: Texts, check_in: CheckIn) -> str:
    """The score with the highest that there is: "4.7 of 10"; without one as ``score_words``."""
    words, highest = score_words(texts, check_in), highest_score(check_in.instrument)
    if check_in.score is None or highest is None:
        return words
    return texts("{value} of {highest}", value=words, highest=texts.integer(highest))


def about_series(texts: Texts, code: str) -> str:
    """How the score of a questionnaire comes about, with its version; empty: there is nothing to say."""
    questionnaire = next((known for instrument, known in QUESTIONNAIRES.items() if instrument == code), None)
    if questionnaire is None:
        return ""
    scoring_words = {
        Scoring.MEAN: texts("version {version}, mean of {n} questions", version=VERSION, n=questionnaire.items),
        Scoring.SUM: texts("version {version}, sum of {n} questions", version=VERSION, n=questionnaire.items),
    }
    return scoring_words[questionnaire.scoring]


def where_to_write(texts: Texts, code: str) -> str:
    """Where the next number of the series is written down."""
    if code in list(Lab):
        return texts(_LAB)
    return texts(_CHECK_IN if code in list(Instrument) or code in _IN_CHECK_INS else _MEASURE)
