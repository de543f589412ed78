"""Sets of choices that are made in one step; what has to be asked at each printing stays to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from journal.reports.options import CHOICES
from journal.texts.marked import marked

_SET = tuple(choice for choice in CHOICES if not choice.asked)
_OF_AMOUNTS = frozenset({"key_figures", "glance", "products", "methods"})  # what was taken, and how it is counted


@dataclass(frozen=True, slots=True)
class Preset:
    """For whom the pages are. ``leaves_out``: fields of choices that are usually printed, and are not for these."""

    code: str
    title: str
    leaves_out: frozenset[str] = frozenset()

    def fields(self) -> dict[str, Any]:
        """What it sets: everything that is printed or left out without being asked. Nothing private is in any."""
        return {choice.field: choice.usual and choice.field not in self.leaves_out for choice in _SET}


PRESETS = (
    Preset("doctor", marked("My doctor")),
    Preset("pain-clinic", marked("Pain clinic"), frozenset({"lab_results"})),
    Preset("amounts", marked("Only amounts"), frozenset(choice.field for choice in _SET) - _OF_AMOUNTS),
)
BY_CODE = {preset.code: preset for preset in PRESETS}


def preset_of(fields: Mapping[str, bool]) -> str:
    """The code of the set that these choices are; "" if they are none of them."""
    return next((preset.code for preset in PRESETS if preset.fields() == fields), "")
