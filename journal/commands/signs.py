"""What the command line says about warning signs once they are saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journal import device, paths
from journal.core.warning_words import sign_code
from journal.guidance import Country
from journal.guidance.signs_in_words import advice_lines, country_of, list_after_import
from journal.guidance.warning_signs import Noted
from journal.logbook import Logbook
from journal.texts import Texts


def codes_of(logbook: Logbook) -> Mapping[str, str | None]:
    """The codes of the journal's symptoms by their ids; of one's own that of the sign which its name means."""
    return {each.id: sign_code(each) for each in logbook.symptoms()}


def advice_on(noted: Sequence[Noted], logbook: Logbook, texts: Texts) -> list[str]:
    """What to do, for signs of one entry; they are not answered about, so both "now" and "passed" may be said."""
    return advice_lines(texts, noted, logbook.clock.now_ms(), _country())


def listed_signs(noted: Sequence[Noted], logbook: Logbook, texts: Texts) -> list[str]:
    """One list for the signs of many entries, with its heading; nothing where there are none."""
    lines = list_after_import(texts, noted, logbook.clock.now_ms(), _country())
    return [texts("Warning symptoms among them:"), *lines] if lines else []


def _country() -> Country:
    """The country and the numbers that are set on this computer."""
    settings = device.load(paths.device_file())
    return country_of(settings.country or None, settings.help_lines)
