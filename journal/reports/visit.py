"""What is asked at the visit because this version cannot record it: boxes for "no" and "yes", and lines to write on."""

from __future__ import annotations

from dataclasses import dataclass

from journal.insights.groups import Group
from journal.reports.page_inputs import PageInputs
from journal.texts.marked import marked


@dataclass(frozen=True, slots=True)
class Ask:
    """A row with two boxes and a line to write on, at whose end ``unit`` stands."""

    label: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A question in a running line: boxes to tick, and blanks (words before it, points wide) to write in."""

    label: str
    boxes: tuple[str, ...] = ()
    blanks: tuple[tuple[str, float], ...] = ()
    bold: bool = False


def asks(inputs: PageInputs) -> tuple[Ask, ...]:
    """What is taken with it. Two boxes: one would leave open whether it was asked."""
    texts = inputs.texts
    taken = {group.group for group in inputs.summary.groups}
    other = texts("Other kratom products") if {Group.EXTRACT, Group.SEVEN_OH} & taken else (
        texts("7-OH, extract, other")
    )  # fmt: skip
    return (
        Ask(texts("Opioid")),
        Ask(texts("Benzodiazepine, z-drug")),
        Ask(texts("Gabapentinoid")),
        Ask(texts("Naltrexone, buprenorphine")),
        Ask(texts("Antidepressant")),
        Ask(texts("Other medicine")),
        Ask(other),
        Ask(texts("Alcohol"), texts("drinks a week")),
        Ask(texts("Cannabis, other drugs")),
    )


def health_fields(inputs: PageInputs) -> tuple[Field, ...]:
    """Health, function, aims; without what the page already says."""
    texts = inputs.texts
    both = (texts("no"), texts("yes"))
    fields = [
        Field(texts("Liver"), both),
        Field(texts("Kidney"), both),
        Field(texts("Heart, long QT"), both),
        Field(texts("Seizures"), both),
        Field(texts("Sleep apnoea, lung"), both),
        Field(texts("Pregnant, breastfeeding"), both),
        Field(texts("Allergy"), (), (("", 70),)),
        Field(texts("Naloxone at home"), both),
    ]
    if not inputs.options.planned:
        fields.append(Field(texts("Operation planned"), both, ((texts("date"), 48),)))
    if not inputs.summary.withdrawal.last28.n:
        fields.append(Field(texts("Withdrawal signs when a dose is late"), both, ((texts("which"), 66),)))
    peg = tuple((texts(word), 24.0) for word in marked(("pain", "enjoyment", "activity")))
    fields.append(Field(texts("PEG, past week 0–10:"), (), peg))
    if not inputs.options.goal:
        wants = tuple(texts(word) for word in marked(("talk", "cut down", "stop", "no change", "other")))
        fields.append(Field(texts("Wants:"), wants, (("", 46),), bold=True))
    return tuple(fields)


def effects_to_ask(inputs: PageInputs) -> tuple[str, ...]:
    """Boxes in place of side effects where none was rated."""
    texts = inputs.texts
    return (texts("constipation"), texts("nausea"), texts("drowsiness"), texts("itching"), texts("sweating"),
            texts("dark urine"), texts("asked: none of these"))  # fmt: skip
