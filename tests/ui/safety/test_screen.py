"""Safety: pages, search, the emergency above them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal import guidance
from journal.core.entries import Question, Rating, Substance, Symptom
from journal.core.substances import Source
from journal.core.symptoms import SymptomKind
from journal.guidance.groups import GROUPS
from journal.guidance.number_on_page import with_number
from journal.logbook import Logbook
from journal.texts import Texts, english
from journal.ui.entries.ask_country import AskCountry
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.theme import apply_theme
from journal.ui.kit.wrap_button import WrapButton
from journal.ui.safety import screen as safety_screen
from journal.ui.safety.add_question import AddQuestion
from journal.ui.safety.checked_view import CheckedView
from journal.ui.safety.looked_up import Looking
from journal.ui.safety.register_view import RegisterView
from journal.ui.safety.results import Results
from journal.ui.safety.screen import SafetyScreen
from journal.ui.safety.source_card import SourceCard
from journal.ui.safety.sources_view import SourcesView
from tests.journals import FixedClock, now
from tests.ui.conftest import keys
from tests.ui.fits import cut, longer, settle, shown, spoken, unnamed, words
from tests.ui.fonts import both_fonts

DAY_MS = 86_400_000


def screen_of(qtbot: QtBot, book: Logbook, texts: Texts | None = None, width: int = 1040) -> SafetyScreen:
    made = SafetyScreen(Bridge(book, texts or english()), "US")
    shown(qtbot, made, width)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def screen(qtbot: QtBot, plain_book: Logbook, monkeypatch: pytest.MonkeyPatch) -> SafetyScreen:
    def refuse(url: QUrl) -> bool:
        raise AssertionError(f"opened {url.toString()}")

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    return screen_of(qtbot, plain_book)


def visible(root: QWidget) -> list[str]:
    return [each.text() for each in root.findChildren(QLabel) if each.isVisible() and each.text()]


def hits(screen: SafetyScreen) -> list[WrapButton]:
    return [each for found in results(screen) for each in found.findChildren(WrapButton) if each.isVisible()]


def results(screen: SafetyScreen) -> list[Results]:
    return [each for each in screen.findChildren(Results) if each.isVisible()]


@pytest.mark.slow
def test_every_page_is_listed_and_shown(screen: SafetyScreen) -> None:
    assert set(screen.items) == {*(each.code for each in guidance.pages()), "my-list", "register", "sources"}
    for page in guidance.pages():
        screen.items[page.code].click()
        settle()
        assert screen.view is not None and screen.view.page.code == page.code
        assert [code for code, item in screen.items.items() if item.isChecked()] == [page.code]
        assert screen.view is not None
        screen.view.complete()
        said = visible(screen)
        assert page.title in said and f"Reviewed {english().short_day(page.reviewed)}" in " ".join(said)
        for statement in page.statements():
            assert any(with_number(statement.text, guidance.country("US")) in each for each in said)


@pytest.mark.slow
def test_every_statement_with_sources_has_as_many_marks(screen: SafetyScreen) -> None:
    for page in guidance.pages():
        view = screen.show_page(page.code)
        view.complete()
        marks = [mark.mark.source for _, prose in view.paragraphs for mark in prose.marks]
        assert marks == [source for each in page.statements() for source in each.sources]


def sources_view(screen: SafetyScreen) -> SourcesView:
    screen.items["sources"].click()
    settle()
    return next(each for each in screen.findChildren(SourcesView) if each.isVisible())


@pytest.mark.slow
def test_every_source_is_listed_and_shown_in_full(screen: SafetyScreen) -> None:
    view = sources_view(screen)
    named = {each for page in guidance.pages() for said in page.statements() for each in said.sources}
    assert set(view.items) == named | {each for line in guidance.country("US").lines for each in line.sources}
    for source in list(guidance.sources().values())[:3]:
        view.items[source.id].click()
        settle()
        (card,) = (each for each in view.findChildren(SourceCard) if each.isVisible())
        assert source.address in visible(card) and "Read" in words(card)
        card.copy.setFocus()
        keys(Qt.Key.Key_Escape)
        assert view.items[source.id].hasFocus() and not card.isVisible()
    assert unnamed(screen) == [] and cut(screen) == []


@pytest.mark.slow
def test_the_help_lines_are_those_of_the_country_with_their_sources(screen: SafetyScreen) -> None:
    said = visible(sources_view(screen))
    assert "Help lines: United States" in said and "1-800-222-1222" in said
    assert sum(each.startswith("Source: ") for each in said) == sum(
        len(line.sources) for line in guidance.country("US").lines
    )
    screen.show_whom_to_call("ID", "")
    settle()
    view = next(each for each in screen.findChildren(SourcesView) if each.isVisible())
    assert "There is no verified line for Indonesia in this program." in visible(view)
    screen.show_whom_to_call("FI", "")
    settle()
    view = next(each for each in screen.findChildren(SourcesView) if each.isVisible())
    missing = (
        "There is no verified line for help with alcohol and other drugs for Finland in this program. Ask a doctor"
        " instead."
    )
    assert missing in visible(view)


def test_who_has_not_chosen_a_country_chooses_it_beside_the_lines(qtbot: QtBot, plain_book: Logbook) -> None:
    made = SafetyScreen(Bridge(plain_book, english()), None)
    shown(qtbot, made)
    view = sources_view(made)
    assert any(each.startswith("Choose your country to see its help lines.") for each in visible(view))
    (asked,) = view.findChildren(AskCountry)
    asked.countries.set_value("GB")
    with qtbot.waitSignal(made.country_chosen) as told:
        asked.choose.click()
    assert told.args == ["GB"]


@pytest.mark.parametrize(
    "pages",
    [
        slice(0, None, 4),
        pytest.param(slice(2, None, 4), marks=pytest.mark.slow),
        pytest.param(slice(None), marks=pytest.mark.campaign),
    ],
    ids=["a quarter", "another quarter", "all"],
)
def test_no_other_country_s_line_is_shown_in_a_country(qtbot: QtBot, plain_book: Logbook, pages: slice) -> None:
    made = SafetyScreen(Bridge(plain_book, english()), "DE")
    shown(qtbot, made)
    for code in (*(page.code for page in guidance.pages()[pages]), "register", "sources"):
        made.items[code].click()
        for view in made.findChildren(RegisterView):
            view.items["lines"].setChecked(True)
        settle()
        if made.view is not None:
            made.view.complete()
        said = " ".join(visible(made))
        for line in guidance.country("US").lines:
            assert line.name not in said and not re.search(rf"(?<!\d){re.escape(line.number)}(?!\d)", said), code
        for source in guidance.sources().values():  # a list of sources names no line to call
            said = said.replace(source.title, "")
        assert "SAMHSA" not in said and "Samaritans: " not in said, code


@pytest.mark.slow
def test_an_unknown_page_is_no_page(screen: SafetyScreen) -> None:
    with pytest.raises(KeyError):
        screen.show_page("none")


@pytest.mark.slow
def test_a_page_past_its_review_date_says_so(screen: SafetyScreen, plain_book: Logbook) -> None:
    assert "out of date" not in words(screen)
    assert isinstance(plain_book.clock, FixedClock)
    plain_book.clock.tick(800 * DAY_MS)
    screen.show_page(guidance.pages()[0].code)
    assert "Some of it may be out of date." in words(screen)


def test_the_emergency_is_above_the_pages_and_stays_there(screen: SafetyScreen) -> None:
    said = visible(screen.banner)
    assert said[0] == "911" and said[1].startswith("Call 911 for slow breathing, cannot be woken, a seizure")
    before = screen.banner.mapTo(screen, screen.banner.rect().topLeft())
    assert screen.view is not None
    screen.view.complete()
    settle()
    bar = screen.scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0 and screen.banner.mapTo(screen, screen.banner.rect().topLeft()) == before
    assert screen.list.isVisible() and screen.banner.isVisible()


def test_the_banner_leads_to_all_signs_and_lines(qtbot: QtBot, screen: SafetyScreen) -> None:
    with qtbot.waitSignal(screen.emergency_wanted):
        screen.banner.all.click()


@pytest.mark.slow
def test_another_country(screen: SafetyScreen) -> None:
    for code, number in (("GB", "999"), ("DE", "112")):
        screen.show_whom_to_call(code, "")
        settle()
        assert number in visible(screen.banner) and "911" not in visible(screen.banner)


@pytest.mark.slow
def test_pages_stand_in_their_groups(screen: SafetyScreen) -> None:
    screen.resize(1100, 2000)
    settle()
    heard = list(dict.fromkeys(spoken(screen.list)))
    expected: list[str] = []
    for group, name in GROUPS.items():
        titles = [page.title for page in guidance.pages() if page.group == group]
        titles += ["My list, checked"] if group == "with-other-things" else []
        expected += [name, *titles] if titles or group == "facts" else []
    others = ["Every statement and its sources", "Sources and help lines"]
    assert [name for name in heard if name not in ("Pages",)] == [*expected, *others]


@pytest.mark.slow
def test_a_screen_reader_comes_to_everything_in_the_order_in_which_it_is_read(screen: SafetyScreen) -> None:
    assert screen.view is not None
    screen.view.complete()
    settle()
    heard, view = spoken(screen), screen.view
    above = ["Safety", "Search guidance", "Emergency number: 911", "All signs and help lines, F1", "Now"]
    assert [heard.index(name) for name in above] == sorted(heard.index(name) for name in above)
    below = heard[heard.index("Guidance") :]
    read = [view.page.title, *view.headings, "On this page", view.sources_button.text()]
    assert view.next_button is not None
    read.append(view.next_button.text())
    assert [below.index(name) for name in read] == sorted(below.index(name) for name in read)
    sentences = [prose.text() for _, prose in view.paragraphs]
    assert [name for name in below if name in sentences] == sentences


@pytest.mark.slow
def test_what_is_found_leads_to_its_page(screen: SafetyScreen) -> None:
    screen.search.setFocus()
    keys("naloxone")
    settle()
    found = hits(screen)
    assert found and all("naloxone" in each.accessibleName().casefold() for each in found)
    expected = guidance.search(guidance.pages(), "naloxone")[-1]
    found[-1].click()
    settle()
    assert screen.view is not None and screen.view.page.code == expected.page.code
    assert screen.search.text() == "" and hits(screen) == []
    focused = QApplication.focusWidget()
    assert focused is not None and screen.view.isAncestorOf(focused)
    viewport = screen.scroller.viewport()
    assert viewport.rect().contains(focused.mapTo(viewport, focused.rect().center()))


@pytest.mark.slow
def test_what_is_found_says_its_page_its_heading_and_the_whole_passage(screen: SafetyScreen) -> None:
    screen.search.setText("addictive potential")
    settle()
    said = [each.accessibleName() for each in hits(screen)]
    assert f"{len(said)} passages found" in visible(screen)
    (claim,) = (each for each in said if each.startswith("Claim: it eases pain"))
    assert "Kratom can cause dependence" in claim and claim.endswith("Common claims, checked · Wrong")


def test_help_lines_and_pages_are_found_too(screen: SafetyScreen) -> None:
    screen.search.setText("suicidal")
    settle()
    (found,) = results(screen)
    said = visible(found)
    assert said.index("988") < next(n for n, each in enumerate(said) if each.startswith("Thoughts of suicide"))
    screen.search.setText("dependence")
    settle()
    first = hits(screen)[0]
    assert first.accessibleName().startswith("Dependence and withdrawal, ")
    first.click()
    settle()
    assert screen.view is not None and screen.view.page.code == "dependence" and screen.search.text() == ""


NOT_VERIFIED = (
    ("DK", "suicidal", "There is no verified crisis line for Denmark in this program."),
    ("ES", "overdose", "There is no verified line of a poison centre for Spain in this program."),
    (
        "GB",
        "overdose",
        "There is no verified line of a poison centre for United Kingdom in this program. Ask NHS 111 (111) or a",
    ),
    ("FI", "addicted", "There is no verified line for help with alcohol and other drugs for Finland in this program."),
    ("ID", "suicidal", "There is no verified line for Indonesia in this program."),
    ("", "suicidal", "Choose your country to see its help lines."),
)


def test_a_search_for_a_line_that_was_not_verified_says_so(screen: SafetyScreen) -> None:
    next_step = ("Ask a doctor", "Ask NHS 111", "someone you trust", "Choose your country")
    for code, typed, said in NOT_VERIFIED:
        screen.show_whom_to_call(code, "")
        screen.search.setText(typed)
        settle()
        texts_shown = visible(results(screen)[0])
        assert any(each.startswith(said) for each in texts_shown), said
        assert any(step in each for step in next_step for each in texts_shown), said
        assert ("A line that you know can be added: Settings, Help lines." in texts_shown) is bool(code), said
        screen.search.setText("driving")
        settle()
        assert not any(each.startswith(said) for each in visible(results(screen)[0])), said


def test_what_holds_some_of_the_words_says_so(screen: SafetyScreen) -> None:
    screen.search.setText("naloxone xyzzy")
    settle()
    assert any(
        each.startswith("No sentence holds all of these words.") and each.endswith("does not mean that it is safe.")
        for each in visible(screen)
    )


@pytest.mark.slow
def test_the_next_page_begins_at_its_top(screen: SafetyScreen) -> None:
    assert screen.view is not None and screen.view.next_button is not None
    screen.view.complete()
    settle()
    screen.scroller.verticalScrollBar().setValue(10_000)
    screen.view.next_button.click()
    settle()
    assert screen.view.page.code == guidance.pages()[1].code and screen.scroller.verticalScrollBar().value() == 0
    assert screen.scroller.hasFocus() and screen.items[guidance.pages()[1].code].isChecked()


@pytest.mark.slow
def test_nothing_found_and_nothing_typed(screen: SafetyScreen) -> None:
    screen.search.setText("2027")  # no name: numbers name nothing
    settle()
    said = "Nothing was found for these words. That something is not listed here does not mean that it is safe."
    assert said in visible(screen) and screen.view is None
    screen.search.clear()
    assert screen.view is not None and screen.view.page.code == guidance.pages()[0].code


@pytest.mark.slow
def test_choosing_a_page_ends_the_search(screen: SafetyScreen) -> None:
    screen.search.setText("naloxone")
    code = guidance.pages()[1].code
    screen.items[code].click()
    assert screen.search.text() == "" and screen.view is not None and screen.view.page.code == code


@pytest.mark.slow
def test_everything_has_a_name(screen: SafetyScreen) -> None:
    assert unnamed(screen) == []
    screen.search.setText("call")
    settle()
    assert unnamed(screen) == []


@pytest.mark.slow
def test_the_keyboard_reaches_pages_marks_and_country(screen: SafetyScreen) -> None:
    assert screen.view is not None
    # Of the pages Tab reaches the one that is shown; the arrow keys go to the others.
    wanted = {screen.search, screen.banner.all, screen.items[screen.pages[0].code], screen.scroller}
    wanted |= {screen.view.print_button, screen.view.sources_button}
    wanted |= {mark for _, prose in screen.view.paragraphs for mark in prose.marks}
    screen.search.setFocus()
    reached = set()
    for _ in range(len(wanted) + 20):
        keys(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
    assert wanted <= reached


@pytest.mark.slow
def test_a_page_is_chosen_by_keys_and_scrolled_by_keys(screen: SafetyScreen) -> None:
    screen.resize(900, 420)
    code = guidance.pages()[1].code
    screen.items[code].setFocus()
    keys(Qt.Key.Key_Space)
    settle()
    assert screen.view is not None and screen.view.page.code == code
    screen.scroller.setFocus()
    keys(Qt.Key.Key_PageDown)
    assert screen.scroller.verticalScrollBar().value() > 0


@pytest.mark.slow
def test_a_narrow_window_has_the_groups_in_one_field(screen: SafetyScreen) -> None:
    screen.resize(690, 540)
    settle()
    assert screen.chooser.isVisible() and not screen.list.isVisible() and not screen.is_low
    assert [screen.chooser.itemText(n) for n in range(screen.chooser.count())][:2] == ["Now", "Emergency signs"]
    screen.chooser.set_value("dependence")
    screen.chooser.activated.emit(screen.chooser.currentIndex())
    settle()
    assert screen.view is not None and screen.view.page.code == "dependence" and screen.banner.isVisible()


@pytest.mark.slow
def test_a_low_window_begins_with_the_chosen_page(screen: SafetyScreen) -> None:
    screen.resize(600, 400)
    settle()
    assert screen.is_low
    screen.items[guidance.pages()[1].code].click()
    settle()
    viewport = screen.scroller.viewport()
    assert screen.view is not None
    assert 0 <= screen.view.mapTo(viewport, screen.view.rect().topLeft()).y() <= 40
    screen.resize(600, 700)
    settle()
    assert not screen.is_low and screen.banner.isVisible()


def test_every_statement_is_listed_with_its_sources(screen: SafetyScreen) -> None:
    screen.items["register"].click()
    settle()
    (view,) = (each for each in screen.findChildren(RegisterView) if each.isVisible())
    assert list(view.items) == [*(page.code for page in guidance.pages()), "signs", "interactions", "lines"]


@pytest.mark.slow
@pytest.mark.slow_every(3)  # each font, each text size and each width
@both_fonts
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [560, 1240])
def test_nothing_is_cut(qapp: QApplication, qtbot: QtBot, plain_book: Logbook, percent: int, width: int) -> None:
    apply_theme(qapp, "light", percent)
    made = screen_of(qtbot, plain_book, longer(), width)
    assert made.view is not None
    made.view.complete()
    settle()
    assert cut(made) == []
    made.search.setText("kratom")
    settle()
    assert cut(made) == []


# --- the own list, and names that are searched for ---


def lists(screen: SafetyScreen) -> list[CheckedView]:
    return [each for each in screen.findChildren(CheckedView) if each.isVisible()]


def test_the_own_list_is_checked(qtbot: QtBot, plain_book: Logbook) -> None:
    plain_book.save(Substance(name="Zoloft", source=Source.PRESCRIBED))
    made = screen_of(qtbot, plain_book)
    made.items["my-list"].click()
    settle()
    (view,) = lists(made)
    said = words(view)
    assert "Ask within days" in said and "Zoloft" in said and "sertraline · prescribed" in said
    assert unnamed(made) == [] and cut(made) == []


def test_an_empty_list_is_not_the_same_as_taking_nothing(screen: SafetyScreen) -> None:
    screen.items["my-list"].click()
    settle()
    assert "That is not the same as taking nothing." in words(lists(screen)[0])


@pytest.mark.slow
def test_a_name_that_is_searched_for_is_prescribed_if_the_own_list_says_so(
    screen: SafetyScreen, plain_book: Logbook
) -> None:
    screen.search.setText("sertraline")
    settle()
    assert "not said whether prescribed" in words(lists(screen)[0])
    screen.search.clear()
    plain_book.save(Substance(name="Zoloft", source=Source.PRESCRIBED))
    screen.search.setText("sertraline")
    settle()
    said = words(lists(screen)[0])
    assert "not said" not in said and "Ask within days." in said and "Ask first." not in said


FOUND = (
    ("sertraline", "Ask first."), ("can I take xanax", "Do not mix."), ("booze", "Do not mix."),
    ("gabapentin", "Call today, with lung disease"), ("magnesium", "We have nothing to quote."),
)  # fmt: skip


def test_a_name_that_is_searched_for_is_found_in_the_list(screen: SafetyScreen) -> None:
    for typed, said in FOUND:
        screen.search.setText(typed)
        settle()
        (view,) = lists(screen)
        assert said in words(view) and "In the list of interactions" in words(view), typed
        assert not any("Nothing was found" in each for each in visible(screen)), typed


def test_a_misspelt_name_is_asked_about_and_found_once_it_is_chosen(screen: SafetyScreen) -> None:
    for typed in ("tramdol", "can i take tramdol"):
        screen.search.setText(typed)
        settle()
        assert "Not recognised" in words(lists(screen)[0]) and "It was not checked." in words(lists(screen)[0]), typed
        (asked, *_) = (each for each in screen.findChildren(WrapButton) if "Did you mean" in each.accessibleName())
        assert "Did you mean tramadol?" in asked.accessibleName()
        asked.click()
        settle()
        assert screen.search.text() == typed.replace("tramdol", "tramadol"), typed
        assert "Do not mix" in words(lists(screen)[0]), typed


def test_every_name_that_is_given_has_an_answer_of_its_own(screen: SafetyScreen) -> None:
    for typed in ("gabapentin qwertzol", "Qwertzol, Vuxipan and Zyxomat", "vomiting Qwertzol", "Qwertzol"):
        screen.search.setText(typed)
        settle()
        said, unknown = words(lists(screen)[0]), re.findall(r"[A-Za-z]*(?:qwertzol|vuxi|zyxo)\w*", typed, re.IGNORECASE)
        assert unknown and said.count("It was not checked. Look at the label, or ask a pharmacist.") == len(unknown)
        assert all(name in said for name in unknown) and said.count("Not recognised") == 1, typed
        assert not any("Nothing was found" in each for each in visible(screen)), typed
        assert ("Do not mix" in said) is typed.startswith("gabapentin")
        assert unnamed(screen) == [] and cut(screen) == []


def test_letters_that_come_together_are_searched_for_once(
    screen: SafetyScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[str] = []
    answers = Looking.answers

    def searching(looking: Looking, typed: str) -> list[CheckedView | Results]:
        searched.append(typed)
        return answers(looking, typed)

    monkeypatch.setattr(Looking, "answers", searching)
    for end in range(1, len("gabapentin") + 1):
        screen.search.setText("gabapentin"[:end])
    settle()
    assert searched == ["gabapentin"] and "Do not mix" in words(lists(screen)[0])


def test_what_is_found_is_painted_once_it_has_its_place(screen: SafetyScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under load it stood there without heights for some seconds, one line on the other."""
    inside, waiting = screen.scroller.widget(), list[Callable[[], object]]()
    assert inside is not None
    monkeypatch.setattr(safety_screen, "once_laid_out", lambda _owner, work: waiting.append(work))
    screen.search.setText("gabapentin")
    settle()
    assert not inside.updatesEnabled() and len(waiting) == 1
    waiting[0]()
    assert inside.updatesEnabled()
    screen.items["dependence"].click()
    assert inside.updatesEnabled() and screen.search.text() == ""


def test_several_names_stand_each_for_itself_and_first_that_they_add_up(screen: SafetyScreen) -> None:
    screen.search.setText("alcohol zopiclone")
    settle()
    (view,) = lists(screen)
    said = words(view)
    places = [
        said.index(text)
        for text in ("they and kratom add up: zopiclone, alcohol.", "Call today", "Do not mix", "Evidence: ")
    ]
    assert places[0] < places[1] < places[2]
    assert "Together they can slow breathing until it stops." in said
    screen.search.setText("zopiclone")
    settle()
    assert "add up" not in words(lists(screen)[0])


def test_who_may_have_taken_it_already_reads_the_signs_first(screen: SafetyScreen) -> None:
    screen.search.setText("took a Xanax an hour ago")
    settle()
    said = words(lists(screen)[0])
    assert said.index("Taken already: if you are very drowsy") < said.index("call 911.") < said.index("Call today")
    assert said.index("not prescribed to you: take no more of it and no more kratom now.") < said.index("Call today")
    screen.search.setText("sertraline")
    settle()
    assert "Taken already" not in words(lists(screen)[0])


def test_after_slow_breathing_no_card_and_no_page_says_not_to_stop(qtbot: QtBot, plain_book: Logbook) -> None:
    sign = Symptom(code="slow_breathing", name="", kind=SymptomKind.WARNING)
    plain_book.save(sign, Rating(at=now(plain_book), symptom=sign.id, value=4))
    made = screen_of(qtbot, plain_book)
    for code, typed in (("with-medicines", ""), ("with-medicines", "zopiclone"), ("my-list", "no more kratom")):
        made.items[code].click()
        made.search.setText(typed)
        settle()
        said = words(made)
        assert "do not stop kratom" not in said
        assert "until a doctor has spoken to you" in said


def test_a_class_is_found_by_its_name(screen: SafetyScreen) -> None:
    for typed, said in (
        ("CYP2D6", "Medicines that CYP2D6 changes in the body"),
        ("can I drink tonight", "Do not mix"),
    ):
        screen.search.setText(typed)
        settle()
        (view,) = lists(screen)
        assert said in words(view) and "not said whether prescribed" not in words(view), typed
        assert ("this medicine" in words(view)) is (typed == "CYP2D6")  # and not of alcohol
        assert unnamed(screen) == [] and cut(screen) == []


@pytest.mark.slow
def test_what_is_no_name_finds_no_list(screen: SafetyScreen) -> None:
    screen.search.setText("withdrawal")
    settle()
    assert lists(screen) == []


@pytest.mark.slow
def test_adding_a_question_stands_right_below_what_it_is_about(screen: SafetyScreen) -> None:
    screen.show_list()
    settle()
    (below,) = screen.findChildren(AddQuestion)
    (above,) = screen.findChildren(CheckedView)
    assert below.y() - above.geometry().bottom() <= 24
    assert above.height() <= above.sizeHint().height() + 24


def test_pages_and_what_is_found_have_the_number_of_the_country(screen: SafetyScreen) -> None:
    screen.search.setText("chest pain")
    settle()
    said = " ".join(words(each) for each in results(screen))
    assert "911" in said and "emergency number" not in said
    screen.open_page("emergency-signs")
    assert screen.view is not None
    screen.view.complete()
    assert "all 911" in words(screen.view) and "local emergency number" not in words(screen.view)
    screen.show_whom_to_call("DE", "")
    screen.view.complete()
    assert "all 112" in words(screen.view)


@pytest.mark.slow
def test_a_question_about_drinking_adds_up_with_the_own_list(qtbot: QtBot, plain_book: Logbook) -> None:
    plain_book.save(Substance(name="Zopiclone", source=Source.PRESCRIBED))
    screen = screen_of(qtbot, plain_book)
    screen.search.setText("can I drink tonight")
    settle()
    (found,) = [each for each in screen.findChildren(CheckedView) if each.isVisible()]
    said = words(found)
    assert "If you take Alcohol, it adds up with kratom and with what is written down: Zopiclone." in said
    assert "These and kratom" not in said


@pytest.mark.slow
def test_a_class_that_is_searched_for_is_not_folded_away(screen: SafetyScreen) -> None:
    screen.search.setText("CYP2D6")
    settle()
    (found,) = [each for each in screen.findChildren(CheckedView) if each.isVisible()]
    said = " ".join(visible(found))
    assert "One use by 12 people did not" in words(found) and "What a model says" not in said + words(found)
    assert "Higher by another group: codeine, tramadol." in words(found) and "If prescribed: Call today" in said
    assert results(screen) == [] and "0 passages found" not in visible(screen)


def test_the_sign_that_is_meant_stands_before_a_page(screen: SafetyScreen) -> None:
    screen.search.setText("yellow eyes")
    settle()
    first, second, *_ = (each.accessibleName() for each in results(screen)[0].findChildren(WrapButton))
    assert first.startswith("Yellow eyes or skin. Doctor today.") and second.startswith("Liver, heart, breathing")


def test_in_a_low_window_the_first_answer_is_in_sight(screen: SafetyScreen) -> None:
    screen.resize(500, 380)
    settle()
    assert screen.is_low
    screen.search.setText("driving")
    settle()
    first = results(screen)[0]
    place = first.mapTo(screen.scroller.viewport(), first.rect().topLeft()).y()
    assert 0 <= place < screen.scroller.viewport().height() // 2


def test_finding_leads_to_the_search_and_replaces_what_was_typed(screen: SafetyScreen) -> None:
    screen.search.setText("driving")
    screen.scroller.setFocus()
    assert screen.begin_find()
    assert screen.search.hasFocus() and screen.search.selectedText() == "driving"


@pytest.mark.parametrize("elsewhere", [False, True])
def test_the_checked_list_is_the_journal_as_it_is_now(qtbot: QtBot, plain_book: Logbook, elsewhere: bool) -> None:
    screen = screen_of(qtbot, plain_book)
    screen.show_list()
    settle()
    assert not any("diazepam" in text for text in visible(screen))
    if elsewhere:
        screen.hide()
    plain_book.save(Substance(name="diazepam", source=Source.PRESCRIBED))
    screen.show()
    settle()
    assert any("diazepam" in text for text in visible(screen))
    assert len([made for made in screen.findChildren(CheckedView) if made.isVisible()]) == 1


def test_a_question_typed_below_the_list_stays_when_the_list_is_read_again(qtbot: QtBot, plain_book: Logbook) -> None:
    screen = screen_of(qtbot, plain_book)
    screen.show_list()
    settle()
    (asked,) = screen.findChildren(AddQuestion)
    plain_book.save(Substance(name="diazepam"))
    settle()
    assert screen.findChildren(AddQuestion) == [asked] and asked.isVisible()
    (renewed,) = screen.findChildren(CheckedView)
    plain_book.save(Question(text="Ask"))
    settle()
    assert screen.findChildren(CheckedView) == [renewed]
