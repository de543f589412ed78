"""What page 1 says behind what is taken beside kratom: that together they can slow breathing, never without kratom."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest

from journal.core.entries import Entry, Intake, Substance
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, moment_at
from journal.core.substances import Taken
from journal.guidance.interactions import Level, classes, interaction_table
from journal.reports import danger_beside
from journal.reports.options import ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.insights.sheet import PERIOD, SYMPTOMS, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper

KRATOM = "Kratom acts on opioid receptors."
OF_SEDATIVES = "Opioids with sedatives or alcohol have led to slow breathing and deaths."
OF_BENZODIAZEPINES = "Opioids with benzodiazepines have led to slow breathing and deaths."
OF_OPIOIDS = "Opioids with other sedatives have led to slow breathing and deaths."
OF_NALTREXONE = "Naltrexone has set off sudden withdrawal in people who took kratom."
WINE = Intake(at=moment_at(day_number(PERIOD.last) * DAY_MS, "UTC"), what=Taken.ALCOHOL, drinks=2000)


def line(*entries: Entry, doses: int = 28, **options: Any) -> str:
    """What page 1 says of other substances."""
    sheet = Sheet()
    for day in range(doses):
        sheet.dose(day, 2.5, 9)
    made = moment_at((day_number(PERIOD.last) + 1) * DAY_MS, "UTC")
    pdf = make_pdf(OnPaper(sheet, SYMPTOMS, entries, {}), ReportOptions(PERIOD, **options), english(), made)
    said = " ".join(pages_of(pdf)[0].split()).partition("Other substances ")[2]
    return re.split("Possible with kratom|More: next|Not on this page", said)[0]


@pytest.mark.usefixtures("qapp")
class TestPage:
    """Real pages, read back."""

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("clonazepam", OF_BENZODIAZEPINES), ("zopiclone", OF_SEDATIVES), ("oxycodone", OF_OPIOIDS),
            ("gabapentin", OF_SEDATIVES), ("phenobarbital", OF_OPIOIDS), ("zuranolone", OF_SEDATIVES),
        ],
    )  # fmt: skip
    def test_what_slows_breathing_with_kratom_says_so_behind_the_name(self, name: str, words: str) -> None:
        assert line(Substance(name=name)).endswith(f"{name} (not said if prescribed). {KRATOM} {words} ")

    def test_several_have_one_sentence(self) -> None:
        several = line(*(Substance(name=name) for name in ("clonazepam", "oxycodone", "naltrexone")))
        assert f"{KRATOM} {OF_SEDATIVES} {OF_NALTREXONE} " in several
        assert several.count("slow breathing") == 1 and several.count(KRATOM) == 1
        assert f"alcohol (at least 2 drinks in 28 days). {KRATOM} {OF_SEDATIVES} " in line(WINE, alcohol=True)

    def test_nothing_is_said_of_what_is_not_taken_with_kratom(self) -> None:
        pill = Substance(name="clonazepam")
        ended = replace(pill, until=PERIOD.last - dt.timedelta(days=3))
        for said in (line(pill, doses=0), line(ended), line(WINE), line(Substance(name="sertraline"))):
            assert "breathing" not in said and KRATOM not in said
        assert KRATOM not in line(Substance(name="naltrexone")) and OF_NALTREXONE in line(Substance(name="naltrexone"))


def test_every_sentence_is_in_the_list_with_its_source_and_stands_by_itself() -> None:
    """A class of the list that gains a sentence before these must not change what page 1 says."""
    for class_id, number in (danger_beside._OF_BREATHING | danger_beside._OF_OTHERS).items():
        statement = classes()[class_id].sentences[number]
        assert statement.sources and classes()[class_id].prescribed is Level.CALL_TODAY, class_id
        assert not re.search(r"\b(It|it|They|These|Both|them)\b|\{", statement.text), class_id
        assert ("slow breathing" in statement.text) is (class_id in danger_beside._OF_BREATHING), class_id
    assert classes()["z-drugs"].sentences[0].text == OF_SEDATIVES
    of_apnoea = interaction_table()["condition"]["sleep-apnoea"]["sentences"]
    assert any(text == KRATOM and sources for text, *sources in of_apnoea)


def test_every_sedative_of_that_level_slows_breathing_on_page_1() -> None:
    told = {class_.id for class_ in classes().values() if danger_beside._slows_breathing(class_)}
    mechanism = {
        class_.id for class_ in classes().values()
        if Level.CALL_TODAY in class_.levels(prescribed=True) and "slow breathing" in class_.mechanism
    }  # fmt: skip
    assert mechanism <= told and "muscle-relaxants" not in told and set(danger_beside._OF_BREATHING) <= told
