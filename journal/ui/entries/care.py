"""What care and measurements are in the window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from journal.core.care import CareKind as What
from journal.core.entries import Care, Entry, Measurement
from journal.texts import Texts
from journal.texts.health_names import CARE, WEIGHT_UNITS
from journal.texts.marked import marked, marked_plural
from journal.texts.measured import pressure_text
from journal.ui.entries.declared_kind import DeclaredKind
from journal.ui.entries.kind import Action

if TYPE_CHECKING:
    from journal.ui.entries.entry_form import EntryForm
    from journal.ui.kit.bridge import Bridge


class CareKind(DeclaredKind):
    """Something done, for so many minutes."""

    code, cls = "care", Care
    name, plural, title_word = marked("Care"), marked("Care"), marked("Care")
    icon, action, on_today = "care", Action(marked("Care"), "care"), False
    titled_by, named_where = "what", frozenset({What.OWN})
    captions = marked({"what": "What", "name": "Name", "minutes": "How long", "note": "Note"})
    units = marked({"minutes": "minutes"})
    counted = {"minutes": marked_plural("{number} minute", "{number} minutes")}
    choices = {"what": CARE}

    def form(self, bridge: Bridge, draft_key: str) -> EntryForm:
        from journal.ui.entries.asks_again import TimedAskingForm

        return TimedAskingForm(bridge, self, draft_key)


class MeasurementKind(DeclaredKind):
    """Whatever was measured at one time."""

    code, cls = "measurement", Measurement
    name, plural, title_word = marked("Measurement"), marked("Measurements"), marked("Measurement")
    icon, action, on_today = "measurement", Action(marked("Measurement"), "measurement"), False
    captions = marked({
        "systolic": "Blood pressure, upper", "diastolic": "Blood pressure, lower", "pulse": "Pulse",
        "weight": "Weight", "weight_unit": "Weight in", "sleep": "Sleep", "quality": "Sleep quality, 0 worst, 10 best",
        "note": "Note",
    })  # fmt: skip
    units = marked({"systolic": "mmHg", "diastolic": "mmHg", "pulse": "a minute", "sleep": "hours"})
    counted = {"sleep": marked_plural("{number} hour", "{number} hours")}
    in_row = marked({"quality": "sleep quality {value} of 10"})
    choices = {"weight_unit": WEIGHT_UNITS}
    pairs = marked({"systolic": "Blood pressure, both as 128/82"})

    def said_together(self, texts: Texts, entry: Entry) -> Mapping[str, str]:
        """A high one bears its mark."""
        from journal.guidance.pressure_mark import pressure_mark

        assert isinstance(entry, Measurement)
        pressure = pressure_text(texts, entry.systolic, entry.diastolic)
        mark = pressure_mark(texts, entry) if pressure else ""
        shown = texts("{pressure} ({mark})", pressure=pressure, mark=mark) if mark else pressure
        return {"systolic": shown, "diastolic": ""}
