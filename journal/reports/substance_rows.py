"""Where a medicine or another substance stands on the pages, and which choice of the person prints it.

A name that is not recognised stands among the other medicines, and says so: it may be anything.
"""

from __future__ import annotations

from dataclasses import dataclass

from journal.core.entries import Intake, Substance
from journal.core.substances import Source, Taken
from journal.guidance.interactions import InteractionClass, classes_of
from journal.guidance.recognising import recognise
from journal.texts.marked import marked

MEDICINES, ALCOHOL, CANNABIS, OTHER = "medicines", "alcohol", "cannabis", "other_substances"  # fields of the options

_CANNABIS = {"cannabis"}
_ALCOHOL = {"alcohol"}
# Used for their effect, and often held against a person: printed only if the person says so this time.
_SUBSTANCES = {
    "cocaine-methamphetamine", "mdma", "kanna", "kava", "tianeptine", "phenibut", "ghb", "nitrous-oxide", "ketamine",
    "xylazine", "phencyclidine", "synthetic-cannabinoids", "cannabidiol", "seven-oh", "kratom-extract", "akuamma",
    "other-plants", "caffeine",
}  # fmt: skip
# The same of what is in no class of its own, or in one of medicines.
_SUBSTANCE_NAMES = {
    "heroin", "nitazenes", "unknown pills", "opium", "lsd", "psilocybin", "nitrites", "bromazolam", "flualprazolam",
    "clonazolam", "phenazepam",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SubstanceRow:
    """A row of page 1, with the classes that stand in it. ``asked``: the page asks for it where nothing is said,
    and denies it where the list is whole; the others are named only where they are taken.

    ``alone``: of a row for two, the label of what is of one class only.
    """

    label: str
    classes: frozenset[str]
    asked: bool = True
    alone: tuple[tuple[str, str], ...] = ()

    def label_of(self, classes: frozenset[str]) -> str:
        """ "Z-drug", where nothing else stands in the row: "Benzodiazepine, z-drug: zopiclone" reads as both."""
        here = classes & self.classes
        return next((label for class_id, label in self.alone if here == {class_id}), self.label)


_ANTIDEPRESSANTS = frozenset({
    "ssris", "citalopram", "snris", "tricyclics", "trazodone-mirtazapine-buspirone", "mao-inhibitors", "bupropion",
})  # fmt: skip

ANTIDEPRESSANT = SubstanceRow(marked("Antidepressant"), _ANTIDEPRESSANTS)
# In the order of the page. What is in no class of a row stands in the last one.
ROWS = (
    SubstanceRow(
        marked("Benzodiazepine, z-drug"),
        frozenset({"benzodiazepines", "z-drugs"}),
        alone=(("benzodiazepines", marked("Benzodiazepine")), ("z-drugs", marked("Z-drug"))),
    ),
    SubstanceRow(marked("Gabapentinoid"), frozenset({"gabapentinoids"})),
    SubstanceRow(marked("Opioid"), frozenset({"opioids", "tramadol-tapentadol", "methadone", "mixed-opioids"})),
    SubstanceRow(
        marked("Naltrexone, buprenorphine"),
        frozenset({"buprenorphine", "opioid-antagonists"}),
        alone=(("buprenorphine", marked("Buprenorphine")), ("opioid-antagonists", marked("Opioid antagonist"))),
    ),
    # A medicine of few people: named where it is taken, and not one more question on every page.
    SubstanceRow(
        marked("Barbiturate, other sleeping pill"), frozenset({"barbiturates", "sleeping-pills"}), asked=False
    ),
    ANTIDEPRESSANT,
    SubstanceRow(marked("Other medicine"), frozenset()),
)
OTHER_MEDICINE = ROWS[-1]
_BLOCKS_OPIOIDS = frozenset({"opioid-antagonists", "buprenorphine"})


@dataclass(frozen=True, slots=True)
class Known:
    """What a name is: its classes, whether it was recognised at all, and parts of it that were not."""

    classes: tuple[InteractionClass, ...]
    recognised: bool
    unknown: tuple[str, ...] = ()

    @property
    def sedative(self) -> bool:
        """Whether it adds to sedation."""
        return any(class_.sedative for class_ in self.classes)

    @property
    def stands_first(self) -> bool:
        """Whether it is told before others, and never cut behind "and n more": sedatives, opioids and what blocks
        them.
        """
        return self.sedative or self.blocks_opioids

    @property
    def blocks_opioids(self) -> bool:
        """Whether it takes opioids off their receptors, or their place."""
        return any(class_.id in _BLOCKS_OPIOIDS for class_ in self.classes)

    @property
    def rows(self) -> tuple[SubstanceRow, ...]:
        """Every row that it belongs to: a combination may belong to two."""
        ids = {class_.id for class_ in self.classes}
        return tuple(row for row in ROWS if row.classes & ids) or (OTHER_MEDICINE,)


def known(name: str) -> Known:
    """What the list of interactions knows of a name."""
    recognised = recognise(name)
    return Known(classes_of(recognised.generics), recognised.is_known, recognised.unknown)


def one_medicine(name: str) -> str:
    """The same for all names of one medicine: what it is made of, or the name where not all of that is recognised."""
    recognised = recognise(name)
    is_whole = recognised.is_known and not recognised.unknown
    return " + ".join(sorted(recognised.generics)) if is_whole else name.strip().casefold()


def choice_of_substance(substance: Substance) -> str:
    """The field of the options that prints it."""
    generics = recognise(substance.name).generics
    class_ids = {class_.id for class_ in classes_of(generics)}
    if class_ids & _ALCOHOL:
        return ALCOHOL
    if class_ids & _CANNABIS:
        return CANNABIS
    prescribed = substance.source in (Source.PRESCRIBED, Source.OVER_THE_COUNTER)
    of_substances = bool(class_ids & _SUBSTANCES) or not _SUBSTANCE_NAMES.isdisjoint(generics)
    return OTHER if not prescribed and (of_substances or substance.source is Source.OTHER) else MEDICINES


def choice_of_intake(intake: Intake, substance: Substance | None) -> str:
    """The same of one intake."""
    if substance is not None:
        return choice_of_substance(substance)
    match intake.what:
        case Taken.ALCOHOL:
            return ALCOHOL
        case Taken.CANNABIS:
            return CANNABIS
        case Taken.CAFFEINE | Taken.NICOTINE:
            return OTHER
        case Taken.PAINKILLER:
            return MEDICINES
    return choice_of_substance(Substance(name=intake.name or intake.what.value))
