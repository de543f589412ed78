"""What page 1 says behind what is taken beside kratom, word for word from the list of interactions: that together they
can slow breathing, and what else is to be called about today.

No level and no advice: the list is proposed, not reviewed. Only sentences that are understood without the name before.
"""

from __future__ import annotations

from collections.abc import Sequence

from journal.guidance.interactions import InteractionClass, Level, classes
from journal.reports.page_inputs import PageInputs
from journal.reports.taken_words import is_taken_now

_ALCOHOL, _WITH_ALCOHOL = "alcohol", "z-drugs"  # whose sentence names sedatives and alcohol
_MAY_BE_SEDATIVES = "anxiety-pills"  # a name for a group, which may mean benzodiazepines
# Which sentence of a class says that breathing was slowed; every other sedative has that of the sleeping pills.
_OF_BREATHING = {"opioids": 1, "benzodiazepines": 0, "z-drugs": 0, "barbiturates": 0, "sleeping-pills": 0}
# The same of what is called about today for another reason.
_OF_OTHERS = {"opioid-antagonists": 0, "methadone": 0, "quetiapine": 0, "mao-inhibitors": 1}


def danger_beside(inputs: PageInputs) -> list[str]:
    """ "Kratom acts on opioid receptors. Opioids with benzodiazepines have led to slow breathing and deaths."

    While kratom is taken, as a reader may act on page 1 alone.
    """
    if not any(group.current for group in inputs.summary.groups):
        return []
    beside = [class_ for item in inputs.visit.taken if is_taken_now(inputs, item) for class_ in item.known.classes]
    sedatives = [class_.id for class_ in beside if _slows_breathing(class_)]
    sedatives += [_ALCOHOL] if inputs.visit.alcohol is not None else []
    of_others = (_sentence(class_.id, _OF_OTHERS[class_.id]) for class_ in beside if class_.id in _OF_OTHERS)
    return [*_of_breathing(inputs, sedatives), *dict.fromkeys(of_others)]


def _slows_breathing(class_: InteractionClass) -> bool:
    return (class_.sedative or class_.id == _MAY_BE_SEDATIVES) and Level.CALL_TODAY in class_.levels(prescribed=True)


def _of_breathing(inputs: PageInputs, sedatives: Sequence[str]) -> list[str]:
    """One sentence however many there are: their own, or the one that names sedatives and alcohol."""
    if not sedatives:
        return []
    own = {class_id if class_id in _OF_BREATHING else _WITH_ALCOHOL for class_id in sedatives}
    class_id = own.pop() if len(own) == 1 else _WITH_ALCOHOL
    return [inputs.texts("Kratom acts on opioid receptors."), _sentence(class_id, _OF_BREATHING[class_id])]


def _sentence(class_id: str, number: int) -> str:
    return classes()[class_id].sentences[number].text
