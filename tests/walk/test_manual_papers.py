"""The tasks of the manual whose end is a paper that is handed over, done with the keyboard alone."""

from __future__ import annotations

import pytest
from pypdfium2 import PdfDocument, PdfiumError

from journal.core.entries import Intake, Measurement, Substance
from journal.core.moments import DAY_MS, Moment, moment_at
from journal.core.substances import Source, Taken
from journal.logbook import Logbook
from tests.oracle.read_back import pages_of
from tests.walk.manual import LEAF, Follower
from tests.walk.person import ZONE


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_report_for_a_visit(nobody: Follower, qapp: object) -> None:
    nobody.keep_journal()
    with Logbook.open(nobody.file, clock=nobody.clock) as book:
        book.save(Measurement(at=_yesterday(nobody), pulse=66))
    walk = nobody
    walk.run()
    walk.keys("ctrl+4")
    walk.arrives("In your words")
    walk.type("May I ask about my sleep?")
    walk.choose("Period: 12 weeks", "Period: 28 days", "Left")
    walk.until_read("Preview of the report. Page 1")  # what can be left out is offered with the pages
    walk.here.go_to("Blood pressure, pulse, weight, sleep", hidden=True)
    walk.here.go_to("My name and birth year", hidden=True)
    walk.keys("space")
    walk.here.go_to("Name")
    walk.type("Jo Field")
    walk.here.go_to("Password for the PDF", hidden=True)
    walk.type("paper moon")
    walk.here.go_to("The same password again", hidden=True)
    walk.type("paper moon")
    walk.here.shown("Print…")
    walk.here.press("Save PDF…")
    path = walk.folder / "visit.pdf"
    walk.name_file(path)
    walk.until_read(f"visit.pdf is saved in {walk.folder}. It opens only with its password.")
    with pytest.raises(PdfiumError, match="password"):
        PdfDocument(path)
    said = " ".join(pages_of(path.read_bytes(), "paper moon"))
    assert "May I ask about my sleep?" in said and "Jo Field" in said and "25 Oct 2026" in said
    walk.here.resize(720, 700)  # the pages lie below the choices
    walk.here.press("See the pages", back=True)
    walk.keys("ctrl+6")
    walk.arrives("Name of the medicine or substance")
    walk.here.go_to("Parts of Health: Medicines and conditions", back=True, hidden=True)
    walk.choose("Parts of Health: Medicines and conditions", "Parts of Health: About me")
    walk.page_was_true("report-for-a-visit")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_make_a_sheet_or_a_card(nobody: Follower, qapp: object) -> None:
    nobody.keep_journal()
    with Logbook.open(nobody.file, clock=nobody.clock) as book:
        book.save(Intake(at=_yesterday(nobody), what=Taken.ALCOHOL, drinks=2000))
        book.save(Substance(name="Sertraline", source=Source.PRESCRIBED))
    walk = nobody
    walk.run()
    walk.keys("ctrl+4")
    walk.arrives("In your words")
    walk.until_read("What to make")
    walk.until_read("Preview of the report. Page 1")  # what can be left out is offered with the pages
    walk.here.go_to("Choose one by one…", hidden=True)
    walk.keys("space")
    walk.here.go_to(LEAF, hidden=True)
    walk.keys("space")  # no page for a visit names it
    walk.here.go_to("Sertraline", hidden=True)
    walk.keys("space")
    walk.here.go_to("What to make: Pages for the visit", back=True, hidden=True)
    walk.step("Down")
    walk.arrives("What to make: Sheet for the pharmacist")
    walk.until_read(f"Left out of the pages for the visit: product “{LEAF}”; medicine “Sertraline”.")
    walk.until_read(f"Left out: Alcohol; product “{LEAF}”;")
    walk.here.go_to("Left out here, too", hidden=True)
    walk.keys("space")
    walk.until_read("Left out: Alcohol; private entries")
    walk.here.go_to("What to make: Sheet for the pharmacist", back=True, hidden=True)
    walk.step("Down")
    walk.arrives("What to make: Emergency card")
    walk.until_read("Whoever finds this card can read it.")
    walk.choose("What the card calls it: kratom", "What the card calls it: a plant product that acts on opioid "
                "receptors", "Down")  # fmt: skip
    walk.until_read("Left out of the pages for the visit: medicine “Sertraline”.")  # the card names no product
    walk.here.go_to("Left out here, too", hidden=True)  # each paper is decided by itself
    walk.keys("space")
    walk.here.go_to("Alcohol: Print", hidden=True)
    walk.step("Right")
    walk.arrives("Alcohol: Leave out")
    walk.keys("space")
    walk.here.go_to("Where naloxone is kept", hidden=True)
    walk.type("left kitchen drawer")
    walk.here.shown("Print…")
    walk.here.press("Save PDF…")
    walk.arrives("Save the card")
    walk.keys("space")
    path = walk.folder / "card.pdf"
    walk.name_file(path)
    walk.until_read(f"card.pdf is saved in {walk.folder}. This file is not locked.")
    said = " ".join(" ".join(pages_of(path.read_bytes())).split())
    assert "Takes a plant product that acts on opioid receptors: leaf" in said
    assert "Naloxone is kept: left kitchen drawer" in said and "Sertraline" in said
    assert "kratom" not in said.casefold() and "Alcohol" not in said
    walk.page_was_true("make-a-sheet-or-a-card")


def _yesterday(walk: Follower) -> Moment:
    return moment_at(walk.clock.now_ms() - DAY_MS, ZONE)
