"""The person's list, checked, as it is seen in the window: order, levels, words, sources, and every empty result."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal import guidance
from journal.core.health import Condition, ConditionKind
from journal.core.moments import DAY_MS
from journal.guidance.interaction_words import CONDITION_NAMES
from journal.guidance.interactions import Circumstance, Level, condition_sentences
from journal.guidance.matching import Checked, Taken, check
from journal.guidance.phrases import forbidden_phrases
from journal.texts import english
from journal.ui.kit.buttons import Button
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.theme import apply_theme
from journal.ui.kit.wrap_button import WrapButton
from journal.ui.safety.checked_view import CheckedView
from journal.ui.safety.prose import MarkButton, Prose
from tests.ui.fits import cut, longer, settle, shown, unnamed, words

TODAY = dt.date(2026, 11, 29)
NOW = 20_000 * DAY_MS
LIST = (
    Taken("Oxycodone", True), Taken("Beer", False, at_ms=NOW), Taken("Sertraline", True), Taken("Gabapentin"),
    Taken("Omeprazole", False), Taken("magnesium"), Taken("Zanaflx"), Taken("Prozac", True, until=dt.date(2026, 11, 1)),
)  # fmt: skip


def checked(*taken: Taken, known: dict[Circumstance, bool] | None = None, take_no_more: bool = False) -> Checked:
    return check(taken, TODAY, NOW, known, take_no_more)


def view(qtbot: QtBot, of: Checked, width: int = 900) -> CheckedView:
    made = CheckedView(english(), of, guidance.sources(), guidance.country("US"))
    shown(qtbot, made, width)
    return made


def test_sections_stand_in_the_order_of_urgency(qtbot: QtBot) -> None:
    said = words(view(qtbot, checked(*LIST)))
    order = [
        "Do not mix",
        "Taken in the last 48 hours",
        "Call today",
        "Ask within days",
        "Good to know",
        "Recognised, nothing in our list",
    ]
    places = [said.index(f"{level}\n") if f"{level}\n" in said else said.index(level) for level in order]
    assert places == sorted(places)
    assert said.index("Not recognised") > places[-1]
    assert "1 of 8 on your list" in said and "2 of 8 on your list" in said
    assert "7 things on your list were checked." in said and "Not listed never means safe." in said


ONLY_WITH_KRATOM = "not at your medicines with each other. Ask a pharmacist about those."


@pytest.mark.parametrize(
    "pair",
    [("Haldol", "Zofran"), ("Zoloft", "tramadol"), ("naltrexone", "oxycodone"), ("citalopram", "domperidone"),
     ("magnesium", "Nolotil"), ("Zanaflx", "Xanax")],
)  # fmt: skip
def test_medicines_with_each_other_are_said_not_to_be_looked_at(qtbot: QtBot, pair: tuple[str, str]) -> None:
    """Two for heart rhythm, two for serotonin, an opioid and what blocks it: nothing gives a level for the two."""
    own = checked(*(Taken(name, True) for name in pair))
    assert ONLY_WITH_KRATOM in words(view(qtbot, own))
    searched = CheckedView(english(), own, guidance.sources(), guidance.country("US"), searched=True)
    shown(qtbot, searched, 900)
    assert ONLY_WITH_KRATOM in words(searched)


def test_what_is_not_in_the_list_leads_to_the_signs_to_watch_for(qtbot: QtBot) -> None:
    made = view(qtbot, checked(Taken("Ventolin"), Taken("magnesium"), Taken("Xanax")))
    assert "“Liver, heart, breathing” says which signs to watch for." in words(made)
    (button,) = [each for each in made.findChildren(Button) if each.words() == "Open the page"]
    with qtbot.waitSignal(made.page_chosen) as chosen:
        button.click()
    assert chosen.args == ["liver-heart-breathing"]
    assert "says which signs to watch for" not in words(view(qtbot, checked(Taken("Xanax"))))


def test_what_shows_that_a_medicine_is_of_a_kind_has_its_own_mark(qtbot: QtBot) -> None:
    made = view(qtbot, checked(Taken("co-amoxiclav", True), Taken("Zofran", True), Taken("Haldol", True)))
    said = words(made)
    assert "Of this kind: clavulanic acid." in said and "Of this kind: haloperidol." in said
    assert "Of this kind: ondansetron." not in said
    marks = {mark.mark.source for mark in made.findChildren(MarkButton)}
    assert {"livertox-co-amoxiclav-2020", "fda-haloperidol-2007"} <= marks and "pimozide-mhra-2016" not in marks


def test_where_something_was_looked_up_what_to_do_stands_before_what_the_list_is(qtbot: QtBot) -> None:
    looked_up = checked(Taken("wine", False), Taken("Xanax"))
    made = CheckedView(english(), looked_up, guidance.sources(), guidance.country("US"), searched=True)
    shown(qtbot, made, 900)
    said = words(made)
    assert said.index("Taken already:") < said.index("add up") < said.index(ONLY_WITH_KRATOM) < said.index("Call today")


@pytest.mark.parametrize("searched", [False, True])
def test_two_that_act_on_heart_rhythm_or_serotonin_are_named_before_each_of_them(qtbot: QtBot, searched: bool) -> None:
    own = checked(Taken("Haldol", True), Taken("Zofran", True), Taken("Zoloft", True), Taken("tramadol", True))
    made = CheckedView(english(), own, guidance.sources(), guidance.country("US"), searched=searched)
    shown(qtbot, made, 900)
    said = words(made)
    assert "These can act on heart rhythm: Haldol, Zofran." in said and "Ask for a heart tracing." in said
    assert "These act on serotonin: tramadol, Zoloft." in said or "These act on serotonin: Zoloft, tramadol." in said
    adds_up, today = said.index("These can act on heart rhythm"), said.index("Call today\n")
    later = said.index("Ask within days\n" if not searched else "Call today\n")
    assert adds_up < later and (adds_up > today) is not searched


def test_of_nothing_entered_only_that_is_said(qtbot: QtBot) -> None:
    assert ONLY_WITH_KRATOM not in words(view(qtbot, checked()))


def test_a_name_says_what_is_known_of_it_and_whom_to_ask(qtbot: QtBot) -> None:
    said = words(view(qtbot, checked(*LIST)))
    assert "Call your prescriber, a pharmacist or the out-of-hours line today." in said
    assert "alcohol · taken in the last 48 hours" in said and "not prescribed · taken" not in said
    assert "fluoxetine · prescribed · ended " in said
    assert "not said whether prescribed" in said
    assert "Do not stop or change this medicine because of this page, and do not stop kratom all at once." in said
    assert "Stopping these suddenly can cause seizures. Ask a doctor before you change them." in said
    assert "Did you mean Zanaflex? Then change the name." in said
    assert "We have nothing to quote. That does not mean it is safe." in said
    assert "call 911" in said and "{number}" not in said


@pytest.mark.parametrize(
    ("name", "own"), [("K2 spice", False), ("PCP", True), ("CBD", True), ("Strattera", True), ("Oxycodone", False)]
)
def test_a_level_that_no_text_proposes_says_so_beside_it(qtbot: QtBot, name: str, own: bool) -> None:
    said = words(view(qtbot, checked(Taken(name))))
    assert ("This level is proposed by this program: we found no source that gives one." in said) is own


def test_a_noted_sign_takes_the_place_of_not_stopping(qtbot: QtBot) -> None:
    said = words(view(qtbot, checked(*LIST, take_no_more=True)))
    assert "do not stop kratom all at once" not in said
    assert "because of this page. Take no more kratom until a doctor has spoken to you." in said


def test_both_levels_stand_with_the_condition_and_the_higher_one_first(qtbot: QtBot) -> None:
    said = words(view(qtbot, checked(Taken("Lamictal", True))))
    assert "Call today, with epilepsy. Otherwise: Ask within days." in said
    said = words(view(qtbot, checked(Taken("Lamictal", True), known={Circumstance.SEIZURES: True})))
    assert "Antiepileptics. Call today." in said and "Otherwise" not in said
    assert "Kratom alone has been followed by seizures." in said


def test_a_condition_stands_under_its_name(qtbot: QtBot) -> None:
    said = words(view(qtbot, checked(known={Circumstance.LIVER: True, Circumstance.KIDNEY: True})))
    assert said.index("Liver condition") < said.index("Ask a doctor before you take any more. Yellow eyes or skin")
    assert said.index("Kidney condition") < said.index("anti-inflammatory painkillers add to what kidneys bear.")


def test_a_condition_to_be_spoken_of_today_stands_above_the_list_with_its_level(qtbot: QtBot) -> None:
    listed = (Taken("Oxycodone", True), Taken("Sertraline", True), Taken("magnesium"))
    said = words(view(qtbot, checked(*listed, known={Circumstance.PREGNANCY: True, Circumstance.LIVER: True})))
    wanted = ["Pregnancy\n", "Oxycodone\n", "Sertraline\n", "magnesium\n", "Liver condition\n"]
    places = [said.index(each) for each in wanted]
    assert places == sorted(places)
    assert re.search(r"\nPregnancy\n+Call today\n", said) and re.search(r"\nLiver condition\n+Ask first\n", said)


def test_how_many_were_not_checked_stands_beside_how_many_were(qtbot: QtBot) -> None:
    said = words(view(qtbot, checked(Taken("magnesium"), Taken("Zanaflx"), Taken("citalopram and qwertz"))))
    assert "2 things on your list were checked. 2 names were not recognised, so they were not checked." in said
    assert "not recognised, so" not in words(view(qtbot, checked(Taken("magnesium"))))


@pytest.mark.parametrize("width", [420, 900])
def test_the_name_of_a_condition_does_not_lie_on_its_sentence(qtbot: QtBot, width: int) -> None:
    made = view(qtbot, checked(known={Circumstance.LIVER: True}), width)
    (name,) = [each for each in made.findChildren(QLabel) if each.text() == "Liver condition"]
    (said,) = [
        each for each in made.findChildren(Prose) if each.text().startswith("Ask a doctor before you take any more")
    ]
    places = [QRect(each.mapTo(made, QPoint()), each.size()) for each in (name, said)]
    assert not places[0].intersects(places[1])
    assert said.width() > 200


def test_conditions_stand_in_the_order_of_the_list(qtbot: QtBot) -> None:
    said = words(view(qtbot, checked(known=dict.fromkeys(condition_sentences(), True))))
    places = [said.index(f"{CONDITION_NAMES[code]}\n") for code in condition_sentences()]
    assert places == sorted(places)


def test_every_condition_that_has_a_sentence_has_a_name() -> None:
    assert CONDITION_NAMES.keys() == condition_sentences().keys()


def test_nothing_entered_is_not_the_same_as_nothing_taken(qtbot: QtBot) -> None:
    said = words(view(qtbot, checked()))
    assert "Nothing is entered here. That is not the same as taking nothing." in said
    assert "0 things" not in said


def test_what_only_a_model_says_is_folded_away(qtbot: QtBot) -> None:
    made = view(qtbot, checked(Taken("Omeprazole", False)))
    (said,) = [each for each in made.findChildren(Prose) if each.text().startswith("In a model")]
    assert not said.isVisible()
    made.findChildren(WrapButton)[0].click()
    settle()
    assert said.isVisible()


def test_a_source_opens_below_its_sentence_and_closes_again(qtbot: QtBot) -> None:
    made = view(qtbot, checked(*LIST))
    mark = made.findChildren(MarkButton)[0]
    mark.click()
    settle()
    assert made.cited.source.card is not None and guidance.sources()[mark.mark.source].title in words(
        made.cited.source.card
    )
    mark.click()
    settle()
    assert made.cited.source.card is None


def test_every_sentence_has_its_marks_and_every_button_a_name(qtbot: QtBot) -> None:
    of = checked(*LIST)
    made = view(qtbot, of)
    marks = {mark.mark.source for mark in made.findChildren(MarkButton)}
    assert {
        source for name in of.names for f in name.findings for each in f.of.sentences for source in each.sources
    } <= marks
    assert unnamed(made) == []


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("width", [420, 640, 1100])
def test_nothing_is_cut(qtbot: QtBot, width: int) -> None:
    for texts in (english(), longer()):
        made = CheckedView(texts, checked(*LIST), guidance.sources(), guidance.country("US"))
        shown(qtbot, made, width)
        assert cut(made) == []


def test_levels_look_alike_and_nothing_is_said_that_may_not_be(qtbot: QtBot) -> None:
    made = view(qtbot, checked(*LIST))
    for line in words(made).splitlines():
        if not line.startswith("Source "):
            assert forbidden_phrases(line, "guidance") == [], line
    roles = {each.property("role") for each in made.findChildren(QWidget)}
    assert not roles & {"caution", "danger", "emergency"}


def test_it_is_seen_in_dark_and_large(qtbot: QtBot, light: None) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "dark", 200)
    made = view(qtbot, checked(*LIST))
    settle()
    assert cut(made) == []


def test_what_was_searched_for_is_not_called_the_own_list(qtbot: QtBot) -> None:
    made = CheckedView(english(), checked(Taken("Xanax")), guidance.sources(), guidance.country("US"), searched=True)
    shown(qtbot, made, 700)
    said = words(made)
    assert "In the list of interactions" in said and "list was checked" not in said and "on your list" not in said
    assert "My list" not in said
    assert "If prescribed: Call today. If not prescribed: Do not mix." in said


def test_an_emergency_stands_before_the_list(qtbot: QtBot) -> None:
    of = checked(*LIST)
    first = ("First: Seizure, today 10:20", "Call 911.")
    made = CheckedView(english(), of, guidance.sources(), guidance.country("US"), first=first)
    shown(qtbot, made, 900)
    said = words(made)
    assert "Do that first. Then, about your list:" in said and "Do that first." not in words(view(qtbot, of))
    assert said.index("First: Seizure") < said.index("Call 911.") < said.index("Do that first.") < said.index("to ask")


def test_while_nothing_that_makes_sleepy_is_taken_the_list_does_not_say_not_to_stop(qtbot: QtBot) -> None:
    of = checked(*LIST)
    names = tuple(replace(name, left_for_now=name.is_sedative) for name in of.names)
    said = words(view(qtbot, replace(of, names=names)))
    assert "so they say how to go on" in said and "Ask a doctor before you change them" not in said


def test_what_is_asked_about_today_has_no_later_day_beside_it_and_stands_first(qtbot: QtBot) -> None:
    of = check([Taken("Isoniazid", True), Taken("beer"), Taken("Sertraline", True)], TODAY, 0)
    names = (replace(of.names[1], ask_today=True, level=Level.CALL_TODAY), of.names[0], of.names[2])
    assert [name.given for name in names] == ["Isoniazid", "beer", "Sertraline"]
    said = words(view(qtbot, replace(of, names=names)))
    assert said.index("Ask a doctor today") < said.index("Isoniazid") < said.index("Do not mix") < said.index("beer")
    assert "Other medicines that burden the liver. Ask a doctor today." in said


def test_whom_to_call_today_about_a_condition_stands_before_the_list(qtbot: QtBot) -> None:
    of = checked(*LIST, known={Circumstance.PREGNANCY: True, Circumstance.HEART: True})
    made = view(qtbot, of)
    taken, *names = made.names
    shown_at = [taken, made.place_of("pregnancy"), *names, made.place_of("heart")]
    heights = [widget.mapTo(made, QPoint()).y() for widget in shown_at if widget is not None]
    assert len(heights) == len(made.names) + 2 and heights == sorted(heights)
    numbers = [mark.mark.number for mark in made.findChildren(MarkButton)]
    first_seen = list(dict.fromkeys(numbers))
    assert first_seen == sorted(first_seen)  # numbered from top to bottom


@pytest.mark.parametrize("width", [420, 560, 900])
def test_nothing_empty_stands_below_the_list(qtbot: QtBot, width: int) -> None:
    made = CheckedView(english(), checked(*LIST), guidance.sources(), guidance.country("US"))
    around = scrolling(made)
    qtbot.addWidget(around)
    around.resize(width, 300)
    around.show()
    settle()
    shown = [child for child in made.findChildren(Prose) if child.isVisible()]
    lowest = max(child.mapTo(made, child.rect().bottomLeft()).y() for child in shown)
    assert lowest <= made.height() <= lowest + 24


def test_the_window_names_in_a_sum_what_bears_the_name_of_its_class(qtbot: QtBot) -> None:
    listed = (
        Taken("citalopram", True), Taken("tramadol", True), Taken("St John's wort", False, over_the_counter=True),
        Taken("Methadone", True),
    )  # fmt: skip
    said = words(view(qtbot, checked(*listed)))
    assert "These act on serotonin: citalopram, tramadol, St John's wort." in said
    assert re.search(r"\nMethadone\n+(methadone · )?prescribed", said)


def test_a_condition_that_the_list_does_not_know_is_named(qtbot: QtBot) -> None:
    gout = Condition(what=ConditionKind.OTHER, name="gout")
    for of in (checked(*LIST), checked()):
        assert "Not looked at in this list: gout." in words(view(qtbot, replace(of, not_held=(gout,))))
        assert "Not looked at" not in words(view(qtbot, of))


def test_what_is_in_the_body_comes_before_all_that_can_wait_for_a_call(qtbot: QtBot) -> None:
    holds = {Circumstance.PREGNANCY: True}
    listed = (Taken("Oxycodone", True), Taken("Haldol", True), Taken("Zofran", True))
    said = words(view(qtbot, checked(*listed, Taken("Beer", at_ms=NOW), known=holds)))
    wanted = [
        "Taken already: if you are very drowsy", "For now take no more kratom.", "Do not mix\n",
        "Taken in the last 48 hours", "Beer\n",
        "Take no more kratom now", "These and kratom add up", "Pregnancy\n", "Call today\n", "Oxycodone\n",
        "These can act on heart rhythm", "Haldol\n",
    ]  # fmt: skip
    places = [said.index(each) for each in wanted[:8]]
    places += [said.index(each, places[-1]) for each in wanted[8:]]
    assert places == sorted(places)
    without = words(view(qtbot, checked(*listed, Taken("Beer"), known=holds)))
    assert "Taken already" not in without and without.index("Call today\n") < without.index("Do not mix\n")


def test_below_a_list_nobody_is_asked_about_what_it_may_hold(qtbot: QtBot) -> None:
    about = "alcohol, benzodiazepines, sleeping pills such as zopiclone or zolpidem, barbiturates, phenibut, GHB or"
    said = words(view(qtbot, checked(*LIST)))
    assert f"With {about} baclofen: Stopping these suddenly can cause seizures." in said
    assert "Do you also take" not in said
