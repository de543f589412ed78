"""What page 1 says of medicines, alcohol and health, word by word, and what it asks with boxes instead."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.check_ins import Instrument
from journal.core.entries import (
    CheckIn,
    Condition,
    Entry,
    Intake,
    LabResult,
    Measurement,
    Person,
    Statement,
    Substance,
    Symptom,
    YesOrNo,
)
from journal.core.health import ConditionKind, Lab, Subject
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, Moment, moment_at, moment_now
from journal.core.substances import Source, Taken, Use
from journal.core.symptoms import BY_CODE
from journal.insights.windows import span_back
from journal.reports import taken_with, visit, visit_answers
from journal.reports.options import Paper, ReportOptions
from journal.reports.page_inputs import PageInputs
from journal.reports.pdf import make_pdf
from journal.reports.rooms import ROOMS
from journal.reports.substance_rows import ROWS, known
from journal.texts import english
from tests.insights.sheet import PERIOD, RESTLESS, SYMPTOMS, YELLOW, Sheet
from tests.journals import JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper
from tests.reports.filled import LAST

__all__ = ["clock", "plain_journal", "templates"]

MADE = moment_at((day_number(PERIOD.last) + 1) * DAY_MS, "UTC")
# What a medicine takes from the boxes, and the one that it leaves of a box for two.
_BOXES_BESIDE = {
    "zopiclone": ("Benzodiazepine, z-drug", "Benzodiazepine"), "diazepam": ("Benzodiazepine, z-drug", "Z-drug"),
    "gabapentin": ("Gabapentinoid", ""), "tramadol": ("Opioid", ""),
    "naltrexone": ("Naltrexone, buprenorphine", "Buprenorphine"), "zinc": ("Other medicine", ""),
}  # fmt: skip
CHECKED = PERIOD.last - dt.timedelta(days=3)
NOTHING_ELSE = Statement(day=CHECKED, subject=Subject.NOTHING_ELSE)

KRATOM = "Kratom acts on opioid receptors."
BESIDE_SLEEPING_PILL = (
    f"{KRATOM} Opioids with sedatives or alcohol have led to slow breathing and deaths. More: next pages."
)
PEG = r"PEG \(pain, enjoyment of life, general activity; 0 best, 10 worst\)"


def at(back: int, hour: int = 20) -> Moment:
    return moment_at((day_number(PERIOD.last) - back) * DAY_MS + hour * 3_600_000, "UTC")


def page(
    *entries: Entry,
    doses: int = 28,
    paper: Paper = "a4",
    written_ms: Mapping[str, int] | None = None,
    yellow: int | None = None,
    **options: Any,
) -> str:
    """The words of page 1, on one line. ``yellow``: a rating of yellow eyes."""
    sheet = Sheet()
    for day in range(doses):
        sheet.dose(day, 2.5, 9)
        sheet.rating(day, 5)
    if yellow is not None:
        sheet.rating(3, yellow, symptom=YELLOW)
    journal = OnPaper(sheet, SYMPTOMS, entries, written_ms or {})
    pdf = make_pdf(journal, ReportOptions(PERIOD, paper=paper, **options), english(), MADE)
    return " ".join(pages_of(pdf)[0].split())


@pytest.mark.usefixtures("qapp")
def test_what_lies_after_the_period_says_so_beside_each_value() -> None:
    today = PERIOD.last + dt.timedelta(days=1)
    entries = (
        CheckIn(at=at(1), instrument=Instrument.PEG, answers=("6", "6", "6")),
        CheckIn(at=at(-1, 3), instrument=Instrument.PEG, answers=("5", "5", "5")),
        Measurement(at=at(-1, 8), systolic=190, diastolic=100),
        LabResult(day=today, what=Lab.ALT, value="48", unit="U/L"),
        LabResult(day=CHECKED, what=Lab.AST, value="20", unit="U/L"),
    )
    journal = OnPaper(Sheet(), SYMPTOMS, entries, {})
    pdf = make_pdf(journal, ReportOptions(PERIOD), english(), at(-1, 12))
    said = " ".join(pages_of(pdf)[0].split())
    assert f"ALT 48 U/L on {english().short_day(today)} (after this period)" in said
    assert re.search(r"Blood pressure: 190/100 on \d+ \w+ \(after this period\)", said)
    assert re.search(rf"{PEG}: 6.0 on \d+ \w+, 5.0 on \d+ \w+ \(2 filled in\)", said)  # 03:00 is the day before
    assert "AST 20 U/L on" in said and said.count("(after this period)") == 3  # the box says it of the pressure, too


@pytest.mark.usefixtures("qapp")
def test_what_page_2_tells_in_full_is_not_repeated_as_cut() -> None:
    taken = Substance(
        name="gabapentin", amount="300 mg, three times a day, and twice as much at night", how_often="every day"
    )
    sheet = Sheet()
    sheet.dose(1, 2.5, 9)
    pdf = make_pdf(OnPaper(sheet, SYMPTOMS, (taken,), {}), ReportOptions(PERIOD), english(), MADE)
    first, *later = (" ".join(words.split()) for words in pages_of(pdf))
    assert "300 mg, three times a day, and twice…" in first
    assert "300 mg, three times a day, and twice as much at night, every day" in later[0]
    assert not any("Cut on page 1" in words for words in later)


@pytest.mark.usefixtures("qapp")
def test_a_list_that_was_imported_with_its_statement_holds_until_something_is_added(plain_journal: JournalAt) -> None:
    def first_page() -> str:
        pdf = make_pdf(book, ReportOptions(span_back(LAST, 84)), english(), moment_now(plain_journal.clock))
        return " ".join(pages_of(pdf)[0].split())

    said = Statement(day=LAST, subject=Subject.NOTHING_ELSE, recorded_ms=1)
    begun = LAST - dt.timedelta(days=99)
    with plain_journal.open() as book:
        book.save_all([Substance(name="zopiclone", since=begun), said], label="many.imported", origin="import")
        assert (
            f"on the person’s list of {english().short_day(LAST)} (may be incomplete, please ask): benzodiazepine, gaba"
            in first_page()
        )
        assert "not confirmed" not in first_page()
        plain_journal.clock.tick()
        book.save(Substance(name="tramadol", since=begun))
        assert "not confirmed since it changed: benzodiazepine, gabapentinoid" in first_page()


@pytest.mark.usefixtures("qapp")
def test_what_came_after_nothing_else_stands_beside_its_date(plain_journal: JournalAt) -> None:
    def first_page() -> str:
        pdf = make_pdf(
            book, ReportOptions(span_back(LAST, 84), alcohol=True), english(), moment_now(plain_journal.clock)
        )
        return " ".join(pages_of(pdf)[0].split())

    said = f"Said on {english().short_day(LAST)}: no medicine is taken."
    day_before = moment_at(plain_journal.clock.now_ms() - DAY_MS, plain_journal.clock.zone_name())
    with plain_journal.open() as book:
        book.save(Intake(at=day_before, what=Taken.CAFFEINE))
        plain_journal.clock.tick()
        book.save(Statement(day=LAST, subject=Subject.NOTHING_ELSE))
        assert said in first_page() and "Since then" not in first_page()
        plain_journal.clock.tick()
        book.save(Intake(at=day_before, what=Taken.ALCOHOL, name="beer", drinks=2000))
        assert f"{said} Since then also written down: alcohol." in first_page()


@pytest.mark.usefixtures("qapp")
class TestPage:
    """Real pages, read back."""

    def test_what_is_taken_stands_in_its_row_with_what_was_written_down(self) -> None:
        pill = Substance(name="zopiclone", source=Source.PRESCRIBED, amount="3.75 mg", use=Use.AS_NEEDED)
        taken = [Intake(at=at(back), what=Taken.OWN, substance=pill.id) for back in (1, 5, 9)]
        said = page(pill, *taken, NOTHING_ELSE)
        assert "Z-drug: zopiclone 3.75 mg, as needed, written down on 3 of 28 recorded days" in said
        assert "Other substances zopiclone (prescribed, 3.75 mg, as needed)." in said
        not_listed = (
            r"Not on the person’s list of \d+ \w+ \d+ \(may be incomplete, please ask\): "
            r"benzodiazepine, gabapentinoid, opioid, naltrexone or buprenorphine, antidepressant, other medicine\."
        )
        assert re.search(not_listed, said)

    def test_a_list_that_grew_since_it_was_checked_says_so_in_every_place(self) -> None:
        pill, rash = Substance(name="zopiclone"), Condition(what=ConditionKind.LIVER, name="fatty liver")
        said = [replace(NOTHING_ELSE, recorded_ms=60_000),
                Statement(day=CHECKED, subject=Subject.NO_CONDITIONS, recorded_ms=60_000),
                Statement(day=CHECKED, subject=Subject.NO_ALLERGIES, recorded_ms=60_000)]  # fmt: skip
        grown = page(pill, rash, *said, written_ms=dict.fromkeys((pill.id, rash.id), 60_001))
        assert re.search(
            r"person’s list from [^:]* \(may be incomplete, please ask\), not confirmed since it changed: benz", grown
        )
        assert "no other (said 28 May 2026, not confirmed since the list changed)" in grown
        assert "none that the person knows of (said 28 May 2026, not confirmed since the list changed)" in grown
        before = page(pill, rash, *said, written_ms=dict.fromkeys((pill.id, rash.id), 60_000))
        assert "not confirmed" not in before and re.search("person’s list of [^:]*: benzodiazepine", before)

    def test_without_a_dated_list_nothing_is_denied(self) -> None:
        said = page(Substance(name="sertraline", source=Source.PRESCRIBED))
        assert "Antidepressant: sertraline" in said
        assert "on the list" not in said
        assert "Opioid no yes" in said

    def test_two_sedatives_are_named_together_and_without_a_level(self) -> None:
        drunk = Intake(at=at(1), what=Taken.ALCOHOL, drinks=3000)
        pill, other = (Substance(name=name, source=Source.PRESCRIBED) for name in ("zopiclone", "sertraline"))
        alone = page(pill, other, drunk)
        assert (
            "Other substances zopiclone (prescribed), sertraline (prescribed)." in alone
        )  # nobody was asked about alcohol
        both = page(pill, other, drunk, alcohol=True)
        assert "More than one sedative: zopiclone (prescribed), alcohol (at least 3 drinks in 28 days)." in both
        assert "Also: sertraline (prescribed)." in both
        ended = replace(pill, until=PERIOD.last - dt.timedelta(days=3))
        assert "More than one sedative" not in page(ended, drunk, alcohol=True)

    @pytest.mark.parametrize(
        ("listed", "names"),
        [("Ambien", ["Ambien"]), ("Ambien", ["zolpidem", "AMBIEN"]), ("", ["Ambien", "zolpidem"]), ("Qqzz", ["qqzz"])],
    )
    def test_one_medicine_is_told_once_by_whatever_name(self, listed: str, names: list[str]) -> None:
        """A list entry and an intake of that name that is not of it are no two sedatives."""
        pills = [Substance(name=listed, source=Source.PRESCRIBED, use=Use.AS_NEEDED)] if listed else []
        taken = [Intake(at=at(back + 1), what=Taken.OWN, name=name) for back, name in enumerate(names)]
        said = page(*pills, *taken)
        assert "More than one sedative" not in said and "not said if prescribed" not in said.partition(names[0])[0]
        times = f"written down on {len(names)} of"
        assert times in said
        if listed:
            assert f"Other substances {listed}" in said and said.count("(prescribed") == 1
        also = Substance(name="zopiclone", source=Source.PRESCRIBED)
        assert ("More than one sedative" in page(*pills, *taken, also)) is (listed != "Qqzz")

    def test_a_medicine_that_had_ended_before_is_told_beside_what_was_taken_since(self) -> None:
        ended = Substance(name="Ambien", source=Source.PRESCRIBED, until=at(9).local.date())
        said = page(ended, Intake(at=at(1), what=Taken.OWN, name="Ambien"))
        assert "Ambien (not said if prescribed)" in said and "until" in said

    def test_a_whole_list_denies_what_pages_without_one_ask(self) -> None:
        whole = page(Substance(name="kava", source=Source.OTHER), Substance(name="zopiclone"), NOTHING_ELSE)
        denied = whole.partition("Not on the person’s list of ")[2].partition(": ")[2].partition(".")[0].split(", ")
        asked = page(Substance(name="zinc")).partition("For the visit")[2]
        rows = {row: words for row, words in taken_with._DENIED.items() if row.label != "Benzodiazepine, z-drug"}
        assert denied == ["benzodiazepine", *rows.values()] and {*taken_with._DENIED} == {
            row for row in ROWS if row.asked
        }
        assert all(f"{row.label} no yes" in asked for row in rows if row.label != "Other medicine")
        assert "Barbiturate" not in asked and "Barbiturate, other sleeping pill: phenobarbital" in page(
            Substance(name="phenobarbital"))  # fmt: skip

    def test_of_two_in_a_row_the_one_that_is_not_named_is_said(self) -> None:
        """Zopiclone says nothing of a benzodiazepine, and naltrexone nothing of buprenorphine."""
        for name, other, words in (("zopiclone", "benzodiazepine", "z-drug"), ("diazepam", "z-drug", "benzodiazepine"),
                                   ("naltrexone", "buprenorphine", "naltrexone")):  # fmt: skip
            unasked = page(Substance(name=name)).partition("nothing said of ")[2].partition(")")[0].split(", ")
            whole = page(Substance(name=name), NOTHING_ELSE)
            denied = whole.partition("(may be incomplete, please ask): ")[2].partition(".")[0].split(", ")
            assert other in unasked and words not in unasked and other in denied and words not in denied, name
        both = page(Substance(name="zopiclone"), Substance(name="diazepam"))
        assert both.partition("nothing said of ")[2].startswith("gabapentinoid")

    def test_a_row_for_two_says_which_one_it_is(self) -> None:
        for names, label in (
            (("zopiclone",), "Z-drug: zopiclone"), (("diazepam",), "Benzodiazepine: diazepam"),
            (("naltrexone",), "Opioid antagonist: naltrexone"), (("buprenorphine",), "Buprenorphine: buprenorphine"),
            (("zopiclone", "diazepam"), "Benzodiazepine, z-drug: "),
        ):  # fmt: skip
            row = page(*(Substance(name=name) for name in names)).partition("For the visit")[2]
            assert label in row and (len(names) == 2 or f", z-drug: {names[0]}" not in row), names

    def test_what_was_written_of_its_use_stands_beside_what_matters_most(self) -> None:
        planned = Substance(name="naltrexone", amount="50 mg", how_often="not begun")
        ahead = Substance(name="oxycodone", since=PERIOD.last + dt.timedelta(days=9))
        long, plain = Substance(name="zopiclone", how_often="only " * 40), Substance(name="metformin", amount="1 g")
        line = page(planned, ahead, long, plain).partition("Other substances ")[2].partition("Not on this page")[0]
        assert "naltrexone (50 mg, not begun)" in line
        assert re.search(r"oxycodone \(from \d+ \w+ \d+ on\)", line)
        assert re.search(r"zopiclone \((only ){3,}.*…\)", line)
        published = "Naltrexone has set off sudden withdrawal in people who took kratom."
        published = f"{KRATOM} Opioids with sedatives or alcohol have led to slow breathing and deaths. {published}"
        assert f"metformin. {published} Not said if any of the medicines is prescribed." in line

    def test_what_is_published_of_naltrexone_stands_beside_it_while_kratom_is_taken(self) -> None:
        published = "Naltrexone has set off sudden withdrawal in people who took kratom."
        planned = Substance(name="naltrexone", how_often="not begun")
        ended = replace(planned, until=PERIOD.last - dt.timedelta(days=3))
        assert f"naltrexone (not said if prescribed, not begun). {published} More: next pages." in page(planned)
        assert published in page(Substance(name="Mysimba"))
        for without in (page(planned, doses=0), page(ended), page(Substance(name="naloxone"), Substance(name="kava"))):
            assert "Naltrexone has" not in without.partition("For the visit")[0]
        assert "Possible with kratom" not in page(Substance(name="Zzqx")).partition("For the visit")[0]

    def test_of_every_medicine_it_is_said_whether_it_is_prescribed(self) -> None:
        """On top of the page; where that has no room for all of them, in the row."""
        sources = dict(zip(("metformin", "aspirin", "cetirizine"), Source, strict=True))
        named = [Substance(name=name, source=source) for name, source in sources.items()]
        said = page(*named, Substance(name="zinc"), other_substances=True)
        line = said.partition("Other substances ")[2].partition("Pain")[0]
        for words in ("metformin (prescribed)", "aspirin (over the counter)", "cetirizine (not prescribed)",
                      "zinc (not said if prescribed)"):  # fmt: skip
            assert words in line
        many = ("aspirin", "biotin", "cetirizine", "ibuprofen", "metformin", "omeprazole", "paracetamol", "sertraline")
        full = page(*(Substance(name=name, source=Source.PRESCRIBED) for name in many))
        line, row = (full.partition(label)[2] for label in ("Other substances ", "Antidepressant: "))
        assert "sertraline" not in line.partition("Pain")[0] and row.startswith("sertraline prescribed")

    def test_what_a_list_denies_stands_once_on_the_page(self) -> None:
        said = page(Substance(name="zopiclone"), NOTHING_ELSE)
        line = said.partition("For the visit")[0]
        assert line.lower().count("gabapentinoid") == 1 and "antidepressant, other medicine." in line

    @pytest.mark.parametrize("checked", [True, False])
    @pytest.mark.parametrize("name", ["", "zopiclone", "diazepam", "gabapentin", "tramadol", "naltrexone", "zinc"])
    def test_a_named_class_leaves_the_boxes_of_all_others(self, name: str, checked: bool) -> None:
        """Beside naltrexone the box for an opioid was gone, because its list has a day."""
        named = [Substance(name=name)] if name else []
        asked = page(*named, *([NOTHING_ELSE] if checked else [])).partition("at the visit" if not name else "For the")[
            2
        ]
        gone, left = _BOXES_BESIDE.get(name, ("", ""))
        labels = [row.label for row in ROWS if row.asked and row.label != gone]
        for label in filter(None, (*labels, left)):
            assert f"{label} no yes" in asked, label
        assert not gone or f"{gone} no yes" not in asked
        assert asked.index("Antidepressant no yes") < asked.index("7-OH, extract, other no yes")

    def test_an_opioid_that_has_ended_is_asked_for_again(self) -> None:
        ended = Substance(name="tramadol", until=PERIOD.last - dt.timedelta(days=3))
        assert "Opioid no yes" in page(ended) and "Opioid no yes" in page(ended, NOTHING_ELSE)

    def test_the_boxes_of_what_a_list_denies_give_way_together_and_late(self) -> None:
        asking = [bool(room.denied) for room in ROOMS]
        assert asking == sorted(asking, reverse=True) and asking[0] and not asking[-1]
        assert all(room.least >= 75 and room.products and not room.fewest_panels for room in ROOMS if room.denied)
        many = [Substance(name=f"{name}, {'in the morning and at night ' * 3}") for name in (
            "zopiclone", "sertraline", "naltrexone", "ibuprofen")]  # fmt: skip
        for doses in (0, 28):
            assert "Gabapentinoid no yes" in page(*many, NOTHING_ELSE, doses=doses)

    def test_a_condition_of_breathing_stands_beside_what_is_taken(self) -> None:
        apnoea = Condition(what=ConditionKind.SLEEP_APNOEA)
        beside = f"zopiclone (not said if prescribed). {BESIDE_SLEEPING_PILL} Conditions Sleep apnoea. Pain"
        assert f"Other substances {beside}" in page(Substance(name="zopiclone"), apnoea)
        assert "Conditions Sleep apnoea" not in page(apnoea)
        liver = page(Substance(name="zopiclone"), replace(apnoea, what=ConditionKind.LIVER))
        assert "Conditions" not in liver.partition("Other substances")[2].partition("Not on this")[0]

    def test_a_liver_stands_on_top_where_a_sign_of_it_is_listed(self) -> None:
        liver, pill = Condition(what=ConditionKind.LIVER), Substance(name="paracetamol")
        told = page(pill, liver, yellow=4)
        assert "paracetamol (not said if prescribed). Possible with kratom: next pages. Conditions Liver. Pain" in told
        alone = page(liver, yellow=4)
        assert "Conditions Liver. Pain" in alone and "Other substances" not in alone
        assert "Conditions Liver." not in page(pill, liver, yellow=0)

    def test_a_side_effect_that_stands_among_the_warning_symptoms_is_told(self) -> None:
        sheet, dark = Sheet(), Symptom(id="dark", code="dark_urine", kind=BY_CODE["dark_urine"].kind, position=6)
        for day in range(28):
            sheet.dose(day, 2.5, 9)
        without = pages_of(make_pdf(OnPaper(sheet, SYMPTOMS, (), {}), ReportOptions(PERIOD), english(), MADE))[0]
        sheet.rating(3, 4, symptom=dark)
        said = pages_of(make_pdf(OnPaper(sheet, (*SYMPTOMS, dark), (), {}), ReportOptions(PERIOD), english(), MADE))[0]
        line, head = (" ".join(said.split()).partition(words)[2] for words in ("Not on this page", "Side effects"))
        assert "other side effects in 56 days" in line and head.startswith(" others not told for 56 days: ask")
        assert "other side effects" not in " ".join(without.split()) and "others not told" not in without

    def test_withdrawal_signs_beside_an_opioid_do_not_read_as_those_of_kratom_alone(self) -> None:
        def said(*entries: Entry, **options: Any) -> str:
            sheet = Sheet()
            for day in range(28):
                sheet.dose(day, 2.5, 9)
                sheet.rating(day, 6, 7, RESTLESS)
            journal = OnPaper(sheet, SYMPTOMS, entries, {})
            pages = pages_of(make_pdf(journal, ReportOptions(PERIOD, **options), english(), MADE))
            return " ".join(" ".join(pages).split())

        opioid, drunk = Substance(name="oxycodone"), Intake(at=at(1), what=Taken.ALCOHOL, drinks=3000)
        words = "Beside kratom: oxycodone. Which of them wears off is not known."
        assert said(opioid).count(words) == 2  # page 1, and below the hours since the last dose
        assert said(opioid, drunk, alcohol=True).count("Beside kratom: oxycodone, alcohol. Which of them") == 2
        tomorrow = MADE.local.date() + dt.timedelta(days=1)
        for other in (Substance(name="zinc"), replace(opioid, until=CHECKED), replace(opioid, since=tomorrow), drunk):
            assert "wears off is not known" not in said(other)

    def test_a_pregnancy_that_is_printed_stands_on_top(self) -> None:
        """Beside sleep apnoea in bold it stood in the small box alone."""
        pregnancy, apnoea = Condition(what=ConditionKind.PREGNANCY), Condition(what=ConditionKind.SLEEP_APNOEA)
        pill = Substance(name="zopiclone")
        beside = f"zopiclone (not said if prescribed). {BESIDE_SLEEPING_PILL} Conditions Pregnancy, Sleep apnoea."
        assert beside in page(pill, apnoea, pregnancy, pregnancy=True)
        assert "Conditions Pregnancy." in page(pregnancy, pregnancy=True)
        assert "Pregnancy." not in page(pill, pregnancy)

    def test_what_has_ended_leaves_open_what_is_taken_now(self) -> None:
        ended = PERIOD.last - dt.timedelta(days=9)
        said = page(Substance(name="buprenorphine", source=Source.PRESCRIBED, until=ended))
        assert f"Other substances buprenorphine (prescribed, until {english().short_day(ended)})." in said
        assert "Naltrexone, buprenorphine no yes" in said
        day = english().short_day(ended)
        since = f"opioid ended {day}, nothing said since; naltrexone or buprenorphine ended {day}, nothing said since"
        first = "benzodiazepine or z-drug, gabapentinoid, antidepressant"
        assert f"other medicines (nothing said of {first}; {since})" in said

    def test_an_antidepressant_that_ended_is_not_one_of_which_nothing_was_said(self) -> None:
        ends = [PERIOD.last - dt.timedelta(days=back) for back in (20, 6)]
        medicines = [
            Substance(name=name, until=end) for name, end in zip(("sertraline", "citalopram"), ends, strict=True)
        ]
        said = page(*medicines)
        assert f"naltrexone or buprenorphine; antidepressant ended {english().short_day(ends[1])}, nothing" in said
        assert "antidepressant" not in page(*medicines, Substance(name="fluoxetine")).partition("Not on this page")[2]

    def test_of_sleep_apnoea_and_lung_what_is_not_known_is_asked(self) -> None:
        apnoea, lung = (Condition(what=kind) for kind in (ConditionKind.SLEEP_APNOEA, ConditionKind.BREATHING))
        assert "Sleep apnoea, lung no yes" in page()
        assert "Lung disease no yes" in page(apnoea) and "Sleep apnoea no yes" not in page(apnoea)
        assert "Sleep apnoea no yes" in page(lung) and "Lung disease no yes" not in page(lung)
        both = page(apnoea, lung)
        assert not any(f"{name} no yes" in both for name in ("Sleep apnoea", "Lung disease", "Sleep apnoea, lung"))

    def test_without_a_known_kind_leaf_is_asked_for_too(self) -> None:
        assert "Leaf, extract, 7-OH no yes" in page(doses=0) and "7-OH, extract, other" not in page(doses=0)
        assert "7-OH, extract, other no yes" in page() and "Leaf, extract" not in page()

    def test_an_old_list_says_so(self) -> None:
        old = Statement(day=PERIOD.last - dt.timedelta(days=200), subject=Subject.NOTHING_ELSE)
        assert "not checked since" in page(old)
        assert "not checked since" not in page(NOTHING_ELSE)

    def test_a_name_that_is_not_recognised_says_so(self) -> None:
        assert "Relax blend (name not recognised)" in page(Substance(name="Relax blend"))

    def test_alcohol_is_the_least_that_it_was(self) -> None:
        drunk = [Intake(at=at(back), what=Taken.ALCOHOL, name="Beer", drinks=3000) for back in (1, 2, 8, 9)]
        said = page(*drunk, alcohol=True)
        assert "Alcohol: at least 12 drinks in 28 days, written down on 4 of 28 recorded days" in said
        assert "alcohol (at least 12 drinks in 28 days)" in said
        few = page(replace(drunk[0], drinks=1290), doses=5, alcohol=True)
        assert "Alcohol: at least 1.2 drinks in 28 days, written down on 1 of 5 recorded days" in few
        assert "Alcohol written down on 1 of 5 recorded days" in page(
            replace(drunk[0], drinks=0), doses=5, alcohol=True
        )

    def test_the_last_page_says_how_drinks_are_counted_where_they_are_told(self) -> None:
        beer, said = (
            Intake(at=at(1), what=Taken.ALCOHOL, drinks=3000),
            "Alcohol. Drinks written down in the last 28 days",
        )
        for told in (True, False):
            options = ReportOptions(PERIOD, alcohol=told)
            pdf = make_pdf(OnPaper(Sheet(), SYMPTOMS, (beer,)), options, english(), MADE)
            assert (said in pages_of(pdf)[-1]) is told

    def test_whether_a_row_is_answered_is_what_its_answer_says(self, monkeypatch: pytest.MonkeyPatch) -> None:
        found, alike = visit_answers.answers, set[tuple[str, bool]]()

        def answers(inputs: PageInputs) -> tuple[visit_answers.Answer, ...]:
            for row in visit_answers._ROWS:
                answered = row.is_answered(inputs)
                assert answered is (row.answer(inputs) is not None), row.label
                alike.add((row.label, answered))
            return found(inputs)

        monkeypatch.setattr(visit, "answers", answers)
        page()
        everything = (
            Substance(name="tramadol"), Intake(at=at(1), what=Taken.ALCOHOL, drinks=1000), NOTHING_ELSE,
            Intake(at=at(1), what=Taken.CANNABIS), Condition(what=ConditionKind.LIVER),
            Condition(what=ConditionKind.ALLERGY), Measurement(at=at(1), systolic=190, diastolic=100),
            LabResult(day=CHECKED, what=Lab.ALT, value="68"), Person(naloxone_at_home=YesOrNo.YES),
        )  # fmt: skip
        page(*everything, alcohol=True, cannabis=True)
        page(
            Statement(day=CHECKED, subject=Subject.NO_CONDITIONS), Statement(day=CHECKED, subject=Subject.NO_ALLERGIES)
        )
        assert {label for label, answered in alike if answered} == {row.label for row in visit_answers._ROWS}
        assert {label for label, answered in alike if not answered} == {row.label for row in visit_answers._ROWS}

    def test_what_was_not_asked_is_asked_and_named_as_missing(self) -> None:
        drunk = Intake(at=at(1), what=Taken.ALCOHOL, drinks=3000)
        for said in (page(), page(drunk), page(drunk, alcohol=False)):
            assert "at least 3 drinks" not in said
            assert "Alcohol no yes" in said
            assert re.search(r"Not on this page [^.]*alcohol", said)

    def test_conditions_values_and_allergies_are_told_as_they_were_written(self) -> None:
        said = page(
            Condition(what=ConditionKind.LIVER, name="fatty liver", since=dt.date(2019, 3, 1)),
            Condition(what=ConditionKind.ALLERGY, name="penicillin"),
            LabResult(day=CHECKED, what=Lab.ALT, value="68", unit="U/l", normal="0-45"),
        )
        assert "Conditions: Liver: fatty liver since Mar" in said.replace("March", "Mar")
        assert f"ALT 68 U/l on {english().short_day(CHECKED)}, above the range printed there (0-45)" in said
        assert "Allergy: penicillin" in said
        assert "Liver no yes" not in said
        assert "Kidney no yes" in said

    def test_a_laboratory_value_is_no_condition(self) -> None:
        alt = LabResult(day=CHECKED, what=Lab.ALT, value="48", unit="U/L", normal="7-56")
        said = page(alt)
        assert "Lab results: ALT 48 U/L on" in said and "Conditions:" not in said
        said = page(alt, Condition(what=ConditionKind.SLEEP_APNOEA))
        conditions, _, labs = said.partition("Lab results:")
        assert "Conditions: Sleep apnoea" in conditions and "ALT" not in conditions and "ALT 48 U/L on" in labs

    def test_a_value_outside_of_its_printed_range_comes_before_newer_ones(self) -> None:
        older = CHECKED - dt.timedelta(days=20)
        said = page(
            *(
                LabResult(day=CHECKED, what=each, value="20", unit="U/l", normal="0-45")
                for each in (Lab.AST, Lab.CREATININE)
            ),
            LabResult(day=older, what=Lab.ALT, value="68", unit="U/l", normal="0-45"),
        )
        assert (
            f"Lab results: ALT 68 U/l on {english().short_day(older)}, above the range printed there (0-45); " in said
        )
        assert "AST 20 U/l on" in said and said.count("(range printed there 0-45)") == 2

    def test_no_condition_to_note_does_not_speak_of_pregnancy(self) -> None:
        said = page(Statement(day=CHECKED, subject=Subject.NO_CONDITIONS))
        assert "Conditions: none to note (said" in said
        assert "Kidney" not in said
        assert "Pregnant, breastfeeding no yes" in said

    def test_function_is_told_by_its_first_and_last_score(self) -> None:
        filled = [
            CheckIn(at=at(back), instrument=Instrument.PEG, answers=answers)
            for back, answers in ((60, ("6", "6", "7")), (30, ("5", "5", "5")), (2, ("7", "7", "6")))
        ]
        said = page(*filled)
        assert re.search(rf"{PEG}: 6\.3 on \d+ \w+, 6\.7 on \d+ \w+ \(3 filled in\)\.", said)
        assert "PEG, past week" not in said
        assert "PEG, past week" in page(*filled, function=False)

    def test_what_was_answered_without_a_score_is_told_as_such(self) -> None:
        answered = [(9, ("5", "skipped", "4")), (2, ("7", "skipped", "6"))]
        in_part = [CheckIn(at=at(back), instrument=Instrument.PEG, answers=answers) for back, answers in answered]
        day = r"\d+ \w+"
        said = page(in_part[1])
        words = "pain 7, general activity 6; 1 of 3 skipped: no score"
        assert re.search(rf"{PEG}: in part on {day}: {words}\.", said)
        assert "PEG, past week" in said  # it can still be answered whole, on paper
        assert not re.search(r"Not on this page [^.]*function", said)
        later = CheckIn(at=at(1), instrument=Instrument.PEG, answers=("5", "5", "5"))
        assert re.search(rf"{PEG}: 5\.0 on {day} \(1 filled in, 2 more in part\)\.", page(later, *in_part))
        scored = CheckIn(at=at(30), instrument=Instrument.PEG, answers=("5", "5", "5"))
        assert re.search(
            rf"5\.0 on {day} \(1 filled in\); in part 2 times, last on {day}: {words}\.", page(scored, *in_part)
        )

    def test_what_was_skipped_whole_or_is_private_or_left_out_tells_nothing(self) -> None:
        whole = CheckIn(at=at(2), instrument=Instrument.PEG, answers=("skipped",) * 3)
        private = CheckIn(at=at(2), instrument=Instrument.PEG, answers=("7", "skipped", "6"), private=True)
        mood = CheckIn(at=at(2), instrument=Instrument.PHQ2, answers=("1", "skipped"))
        assert "in part on" not in page(whole, private, mood)
        open_one = CheckIn(at=at(2), instrument=Instrument.PEG, answers=("7", "skipped", "6"))
        assert "in part on" not in page(open_one, function=False)

    def test_a_planned_operation_is_told_in_full(self) -> None:
        operation = Condition(
            what=ConditionKind.PLANNED_OPERATION, name="hernia", planned=PERIOD.last + dt.timedelta(days=20)
        )
        said = page(operation, planned="visit on Monday")
        assert "Planned: visit on Monday; operation (hernia) on" in said
        assert "Operation planned no yes" not in said

    def test_a_pregnancy_that_was_chosen_stands_first_and_is_not_cut(self) -> None:
        kinds = (ConditionKind.PAIN, ConditionKind.LIVER, ConditionKind.DIABETES, ConditionKind.OTHER)
        others = [Condition(what=kind, name=f"number {n}") for n, kind in enumerate(kinds)]
        state = Condition(what=ConditionKind.PREGNANCY, since=dt.date(2026, 3, 1))
        said = page(*others, state, pregnancy=True)
        assert "Conditions: Pregnancy since Mar 2026; Liver: number 1; " in said.replace("March", "Mar")
        assert "Pregnancy since" not in page(*others, state, pregnancy=False)

    def test_what_matters_for_prescribing_is_not_cut(self) -> None:
        kinds = (*(ConditionKind.PAIN,) * 4, ConditionKind.LIVER, ConditionKind.SEIZURES, ConditionKind.SLEEP_APNOEA)
        said = page(*(Condition(what=kind, name=f"number {n}") for n, kind in enumerate(kinds)))
        assert "Conditions: Sleep apnoea: number 6; Seizures: number 5; Liver: number 4; and 4 more" in said

    def test_sedatives_opioids_naltrexone_and_allergies_are_never_among_more(self) -> None:
        sedatives = ("diazepam", "lorazepam", "zopiclone", "zolpidem", "baclofen", "quetiapine", "cetirizine")
        opioids, others = ("oxycodone", "tramadol", "naltrexone"), ("metformin", "aspirin", "omeprazole", "zinc")
        medicines = [Substance(name=name) for name in (*others, *sedatives, *opioids)]
        allergies = [Condition(what=ConditionKind.ALLERGY, name=f"allergen {n}") for n in range(9)]
        said = page(*medicines, *allergies)
        line = said.partition("Other substances ")[2].partition("Pain")[0]
        block = said.partition("For the visit")[2]
        first = [name for name in (*sedatives, *opioids) if known(name).stands_first]
        assert {*opioids, *sedatives[:6]} <= {*first}
        assert not [name for name in first if name not in line or name not in block]
        assert "more" in line and not any(name in line for name in others[1:3])
        assert f"Allergy: {', '.join(allergy.name for allergy in allergies)} " in block

    def test_what_has_ended_stands_behind_what_is_taken_now(self) -> None:
        ends = dt.date(2026, 5, 20)
        over = [Substance(name=name, until=ends) for name in ("aspirin", "biotin", "diazepam")]
        now = [Substance(name=name) for name in ("metformin", "omeprazole", "zopiclone")]
        said = page(*over, *now, glance=False)  # with room for all names
        assert "Benzodiazepine, z-drug: zopiclone; diazepam until" in said
        assert re.search(r"Other medicine: metformin; omeprazole;? aspirin until [^;]+ and 1 more", said)
        assert "Other substances zopiclone, diazepam (until 20 May 2026), metformin, omeprazole, aspirin (until" in said

    @pytest.mark.slow
    @pytest.mark.parametrize("paper", ["a4", "letter"])
    def test_a_very_long_list_stays_on_its_page(self, qapp: QApplication, paper: Paper) -> None:
        many: list[Entry] = [
            Substance(name=f"{name} {'W' * 60}", amount="X" * 100, how_often="Y" * 100)
            for name in ("tramadol", "zopiclone", "sertraline", *map(str, range(40)))
        ]
        many += [Condition(what=ConditionKind.OTHER, name="Z" * 150) for _ in range(20)]
        many += [LabResult(day=CHECKED, what=Lab.OWN, name=f"{n} {'V' * 90}", value="1" * 50) for n in range(20)]
        assert "and 39 more" in page(*many, paper=paper)
