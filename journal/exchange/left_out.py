"""What a file of each format leaves out, in words: kinds of entries, and of those that are in it some of their fields.

What a format can hold stands here once. A test writes each field of each kind into each format, and compares.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from journal.core.entries import DIARY_KINDS
from journal.core.kinds import KINDS
from journal.exchange.chosen import Choice, usual_choice
from journal.texts import Texts
from journal.texts.kind_names import many
from journal.texts.marked import marked


class Part(NamedTuple):
    """Fields that are not in a file, by kind, and the sentence that says so. Those of ``EVERY`` are lost by each."""

    words: str
    fields: Mapping[str, tuple[str, ...]]


class Leaves(NamedTuple):
    """What files of a format leave out. ``holds``: the kinds of which an entry is in it, without what ``parts`` name.

    ``names``: those that are in it only where an entry of ``holds`` names them, with these fields. All other kinds are
    listed; ``alone``: a sentence that says what there is, in place of such a list.
    """

    holds: frozenset[str]
    trash: bool = False
    names: Mapping[str, tuple[str, ...]] = {}
    names_words: str = ""
    parts: tuple[Part, ...] = ()
    alone: str = ""


EVERY = ""
_ALL = frozenset(KINDS)
_DIARY = frozenset(DIARY_KINDS)
_EARLIER = marked("Earlier versions of entries that were changed since are not in it; a backup has them.")
_OF_A_DOSE, _OF_A_RATING = ("finished_ms", "batch"), ("group", "dose", "phase", "prompted", "due_ms")
# What a FHIR file has without the time of writing it down, which it has of doses alone.
_WRITTEN_DOWN = ("rating", "intake", "check_in", "urge", "measurement", "lab_result")

LEAVES: Mapping[str, Leaves] = {
    ".json": Leaves(_ALL, trash=True),
    ".csv": Leaves(
        _DIARY,
        names={
            "product": ("name", "kind", "content", "private"), "unit": ("name",),
            "symptom": ("name", "code", "private"),
        },
        names_words=marked(
            "Of products, own units and symptoms it has the name and what they are, and that a product or a symptom is "
            "private; nothing else, such as the vendor."
        ),
    ),
    ".zip": Leaves(_ALL, trash=True),
    ".xlsx": Leaves(_ALL),
    ".md": Leaves(
        _DIARY,
        names={"product": ("name",), "unit": ("name",), "symptom": ("name",)},
        names_words=marked("Of products, own units and symptoms it has the name, and nothing else: not the vendor."),
        parts=(
            Part(
                marked("When each entry was written down, that it is to be completed later and from which import it "
                       "came are not in it."),
                {EVERY: ("origin", "complete_later", "recorded_ms")},
            ),
            Part(
                marked("Of doses the batch and when a slow one was finished are not in it. Of ratings it does not say "
                       "which dose they belong to, whether before or after it, what was rated together, and whether "
                       "and when they were asked for. Which medicine of the list was taken is said by its name."),
                {"dose": _OF_A_DOSE, "rating": _OF_A_RATING, "check_in": ("due_ms",), "intake": ("substance",)},
            ),
        ),
    ),
    ".ics": Leaves(
        frozenset({"person", "condition"}),
        parts=(
            Part(marked("Nothing else of the journal is in it."), {
                EVERY: ("origin", "private", "complete_later"),
                "person": ("name", "birth_year", "purpose", "since", "goal", "naloxone_at_home"),
                "condition": ("place", "since", "until", "note"),
            }),
        ),
        alone=marked("In it are the day of the next visit, and the day and the name of each planned operation."),
    ),
    ".fhir.json": Leaves(
        frozenset({"person", "substance", "dose", "rating", "intake", "check_in", "urge", "measurement", "lab_result"}),
        names={"product": ("name", "kind"), "symptom": ("name",)},
        names_words=marked("Of products it has the name and the kind, of symptoms the name: not the vendor, say."),
        parts=(
            Part(
                marked("That an entry is private, from which import it came and, but for doses, when it was written "
                       "down are not in it. Of you it has the name and the year of birth."),
                {
                    EVERY: ("origin", "private"),
                    **dict.fromkeys(_WRITTEN_DOWN, ("recorded_ms",)),
                    "person": ("complete_later", "purpose", "since", "goal", "next_visit", "naloxone_at_home"),
                },
            ),
            Part(
                marked("Of doses the reasons, the stomach, the batch, when a slow one was finished and that one is to "
                       "be completed later are not in it. Of ratings it does not say which dose they belong to, "
                       "whether before or after it, what was rated together, and whether and when they were asked "
                       "for. Of medicines it has no class and no source, and not whether they are for every day."),
                {
                    "dose": ("complete_later", "reasons", "stomach", *_OF_A_DOSE), "rating": _OF_A_RATING,
                    "check_in": ("due_ms",), "intake": ("substance",),
                    "substance": ("complete_later", "classes", "source", "use"),
                },
            ),
        ),
    ),
}  # fmt: skip


def left_out(ending: str, choice: Choice, texts: Texts) -> Iterator[str]:
    """What a file of this ending does not hold of what was asked for. Of kinds that were not asked for nothing is said;
    where none were chosen all of them were."""
    leaves = LEAVES[ending]
    asked = KINDS.keys() if choice.kinds in _USUAL else choice.kinds
    here = choice.kinds & leaves.holds | leaves.names.keys()
    names = [] if leaves.trash and choice.trash else [texts("what is in the trash")]
    names += [many(texts, kind) for kind in KINDS if kind in asked and kind not in here]
    if leaves.alone:
        yield texts(leaves.alone)
    elif names:
        yield texts("Not in it: {names}.", names=", ".join(names))
    yield from (texts(words) for words in (leaves.names_words, *(part.words for part in leaves.parts)) if words)
    if not leaves.alone:
        yield texts(_EARLIER)


_USUAL = tuple(usual_choice(keeps).kinds for keeps in (True, False))
