"""Check-ins: short questionnaires with their scores, the daily one, and urges that passed without a dose."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple

from journal.core.entry import Timed
from journal.core.fields import Choice, Code, Free, Instant, Lines, Number, Whole
from journal.core.plaintext import NAME_LIMIT

if TYPE_CHECKING:
    from fractions import Fraction


class Instrument(StrEnum):
    """What a check-in asks; ``DAILY`` is the program's own and has no score."""

    DAILY = "daily"
    PEG = "peg"
    PHQ2 = "phq2"
    GAD2 = "gad2"


class Scoring(StrEnum):
    """What a score is made of."""

    MEAN = "mean"
    SUM = "sum"


class Questionnaire(NamedTuple):
    """So many items, each answered from 0 to ``highest``; ``days`` between two times that it is offered."""

    items: int
    highest: int
    scoring: Scoring
    days: int


# The words of the items are in ``texts.instruments``, for the version below.
QUESTIONNAIRES: dict[Instrument, Questionnaire] = {
    Instrument.PEG: Questionnaire(3, 10, Scoring.MEAN, 7),
    Instrument.PHQ2: Questionnaire(2, 3, Scoring.SUM, 14),
    Instrument.GAD2: Questionnaire(2, 3, Scoring.SUM, 14),
}
VERSION = "1"
SKIPPED = "skipped"  # an item's answer where none was given
# Off until a person wants them, and private unless they say otherwise.
ABOUT_MOOD = frozenset({Instrument.PHQ2, Instrument.GAD2})


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class CheckIn(Timed):
    """One time of answering. ``answers`` are whole numbers or SKIPPED, in the order of the items; empty: daily.

    Of the daily one: ``sleep`` in thousandths of an hour, ``quality`` of sleep and ``function`` (how much of what was
    planned could be done) from 0 (worst) to 10 (best), and what ``helped``. ``due_ms``: when it was offered first.
    """

    plural: ClassVar[str] = "check_ins"

    instrument: Annotated[Instrument, Choice(searchable=True)] = Instrument.DAILY
    version: Annotated[str, Code(NAME_LIMIT, empty=False)] = VERSION
    answers: Annotated[tuple[str, ...], Lines()] = ()
    sleep: Annotated[int | None, Number(0, 1_000_000, hours=True)] = None
    quality: Annotated[int | None, Whole(0, 10)] = None
    function: Annotated[int | None, Whole(0, 10)] = None
    helped: Annotated[tuple[str, ...], Lines(searchable=True)] = ()
    due_ms: Annotated[int | None, Instant()] = None
    note: Annotated[str, Free()] = ""

    @property
    def score(self) -> "Fraction | None":
        """The published score; None where an item was skipped, and where there is no score."""
        questionnaire = QUESTIONNAIRES.get(self.instrument)
        if questionnaire is None or self.version != VERSION or SKIPPED in self.answers:
            return None
        from fractions import Fraction  # not at a start

        total = sum(map(int, self.answers))
        return Fraction(total, questionnaire.items if questionnaire.scoring is Scoring.MEAN else 1)

    @property
    def answered_in_part(self) -> bool:
        """Whether some of a questionnaire's items were answered, and others were not."""
        return SKIPPED in self.answers and any(answer != SKIPPED for answer in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Urge(Timed):
    """A craving without a dose: how strong (None: skipped), and what was done or helped instead."""

    plural: ClassVar[str] = "urges"

    value: Annotated[int | None, Whole(0, 10)] = None
    helped: Annotated[tuple[str, ...], Lines(searchable=True)] = ()
    note: Annotated[str, Free()] = ""


def field_that_does_not_fit(check_in: CheckIn) -> str | None:
    """The field whose value is none of this instrument's; None: all fit. Of other versions nothing is known."""
    questionnaire = QUESTIONNAIRES.get(check_in.instrument)
    if check_in.version != VERSION:
        return "version"
    if questionnaire is None:
        return "answers" if check_in.answers else None
    possible = {SKIPPED, *map(str, range(questionnaire.highest + 1))}
    fits = len(check_in.answers) == questionnaire.items and possible.issuperset(check_in.answers)
    return None if fits else "answers"
