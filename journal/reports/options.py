"""What a person chooses for the pages: period, paper, own words, and what is disclosed."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Annotated, Literal, get_type_hints

from journal.insights.leave_out import LeaveOut
from journal.insights.summary import Span
from journal.texts.marked import marked

Paper = Literal["a4", "letter"]
PREGNANCY = "pregnancy"  # the field whose entries are private by nature


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that is printed or left out as the person wishes, said beside its field in ``ReportOptions``.

    ``code`` names it on the command line, ``title`` in the window. It is a part of ``part_of``, another field, and is
    never printed without it. ``field`` and whether it is ``usual`` to print it are the field's own name and default.
    ``asked``: the default is None, not answered yet, which prints nothing and is asked at each printing.
    """

    code: str
    title: str
    part_of: str = ""
    field: str = ""
    usual: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """One report. ``name`` and ``birth_year`` are printed only if given; both are left out by default.

    ``words``, ``goal`` and ``planned`` (an operation or visit) are the person's own, as long as ``core.limits`` says;
    ``own_words``: they are printed.
    ``warnings``: show the box of warning symptoms that were noted, ``notes``: with what was written beside them;
    ``suicidal``: thoughts of suicide too, which need their own yes. What can be used against a person (alcohol,
    cannabis, other substances, mood, pregnancy) has no default: None prints nothing.
    ``products``: the products by their names; what was taken is told of their kinds without it, too. ``batches``: those
    of which a dose was taken on a day with a side effect or a warning symptom.
    ``symptoms``, ``side_effects``, ``withdrawal``: ratings of these kinds, without those that are warning symptoms.
    ``leave_out``: what is left out one by one; ``private``: what is marked private is told like everything else, which
    is asked twice. ``private_printed``: fields (``PREGNANCY``) whose private entries are printed, too.
    """

    period: Span
    paper: Paper = "a4"
    words: str = ""
    goal: str = ""
    planned: str = ""
    name: str = ""
    birth_year: int | None = None
    leave_out: LeaveOut = LeaveOut()
    private_printed: frozenset[str] = frozenset()
    warnings: Annotated[bool, Choice("warnings", marked("Warning symptoms noted"))] = True
    suicidal: Annotated[bool, Choice("suicidal-thoughts", marked("Thoughts of suicide noted"), "warnings")] = False
    notes: Annotated[bool, Choice("notes", marked("Notes beside warning symptoms"), "warnings")] = False
    key_figures: Annotated[bool, Choice("key-figures", marked("Key figures"))] = True
    glance: Annotated[bool, Choice("chart", marked("The weeks as a chart"))] = True
    products: Annotated[bool, Choice("products", marked("Products and what their labels say"))] = True
    batches: Annotated[
        bool, Choice("batches", marked("Batches with laboratory figures, where a reaction was noted"), "products")
    ] = True
    symptoms: Annotated[bool, Choice("symptoms", marked("Pain and other symptoms"))] = True
    before_after: Annotated[bool, Choice("before-after", marked("Ratings before and after doses"))] = True
    side_effects: Annotated[bool, Choice("side-effects", marked("Side effects"))] = True
    withdrawal: Annotated[bool, Choice("withdrawal", marked("Withdrawal signs"))] = True
    medicines: Annotated[bool, Choice("medicines", marked("Medicines listed"))] = True
    alcohol: Annotated[bool | None, Choice("alcohol", marked("Alcohol"))] = None
    cannabis: Annotated[bool | None, Choice("cannabis", marked("Cannabis"))] = None
    other_substances: Annotated[bool | None, Choice("other-substances", marked("Other substances"))] = None
    conditions: Annotated[bool, Choice("conditions", marked("Conditions and allergies"))] = True
    mood: Annotated[bool | None, Choice("mood", marked("Mood and mental health"))] = None
    pregnancy: Annotated[bool | None, Choice("pregnancy", marked("Pregnancy, breastfeeding"))] = None
    lab_results: Annotated[bool, Choice("lab-results", marked("Laboratory values"))] = True
    measurements: Annotated[bool, Choice("measurements", marked("Blood pressure, pulse, weight, sleep"))] = True
    function: Annotated[bool, Choice("function", marked("Pain and function (PEG)"))] = True
    attempts: Annotated[bool, Choice("attempts", marked("Earlier attempts to cut down or stop"))] = True
    own_words: Annotated[bool, Choice("own-words", marked("Own words, goal and plan"))] = True
    questions: Annotated[bool, Choice("questions", marked("Questions for the visit"))] = True
    since_report: Annotated[bool, Choice("since-report", marked("What changed since the last report"))] = True
    courses: Annotated[bool, Choice("small-pictures", marked("Symptoms as small pictures"))] = True
    quality: Annotated[bool, Choice("quality", marked("How complete it is and when it was written"))] = True
    weeks: Annotated[bool, Choice("week-by-week", marked("Withdrawal signs and side effects by week"))] = True
    since_dose: Annotated[bool, Choice("wearing-off", marked("Withdrawal signs by hours since a dose"))] = True
    methods: Annotated[bool, Choice("methods", marked("How the figures are made"))] = True
    entries: Annotated[bool, Choice("entries", marked("Every entry of the period, as a list"))] = False
    entry_notes: Annotated[bool, Choice("entry-notes", marked("Notes in the list of entries"), "entries")] = False
    private: Annotated[bool, Choice("private", marked("Private entries, too"))] = False

    def as_told(self) -> ReportOptions:
        """With the person's own words only where they are to be printed."""
        return self if self.own_words else dataclasses.replace(self, words="", goal="", planned="")


def _choices() -> tuple[Choice, ...]:
    """Those that the fields declare, in their order: what is a part of another stands below it."""
    choices: list[Choice] = []
    hints = get_type_hints(ReportOptions, include_extras=True)  # once: each call evaluates all of them
    for field in dataclasses.fields(ReportOptions):
        choice = _declared(field.name, hints[field.name])
        if choice is None:
            continue
        if choice.part_of and choice.part_of not in [above.field for above in choices]:
            raise TypeError(f"{field.name} is a part of {choice.part_of}, which is no choice above it")
        asked = field.default is None
        choices.append(dataclasses.replace(choice, field=field.name, usual=bool(field.default), asked=asked))
    return tuple(choices)


def _declared(field: str, hint: object) -> Choice | None:
    """What is said beside a field; a switch without it would be nowhere to be chosen."""
    if hint in (bool, bool | None):
        raise TypeError(f"{field} is a switch that no Choice names")
    return next((part for part in getattr(hint, "__metadata__", ()) if isinstance(part, Choice)), None)


CHOICES = _choices()


def suggested_name(period: Span) -> str:
    """A neutral file name without the person's name: journal-summary-2026-05-31.pdf."""
    return f"journal-summary-{period.last.isoformat()}.pdf"
