"""What is left out one by one leaves, byte for byte, the pages of a journal in which it was private all the time."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from PySide6.QtWidgets import QApplication

from journal.core.kinds import KINDS
from journal.core.moments import moment_now
from journal.insights import leave_out
from journal.insights.leave_out import LeaveOut
from journal.logbook import Logbook
from journal.reports import ReportOptions, as_chosen
from journal.reports.pdf import make_pdf
from journal.texts import english
from journal.texts.names import symptom_name
from tests.journals import FixedClock, seal_again, templates
from tests.oracle.made_up import period_of, write_journal
from tests.oracle.read_back import pages_of
from tests.oracle.recounted import Template
from tests.oracle.when_asked import WhenAsked

__all__ = ["templates"]

SEEDS = (0, 3, 4, 5, 8, 10, 12, 15)
CLOCK, TEXTS = FixedClock(), english()
how_many = pytest.mark.parametrize("count", [1, pytest.param(len(SEEDS), marks=pytest.mark.slow)])


class Withheld:
    """A made-up journal of which a product, a symptom and a note are left out, and one in which they are private."""

    def __init__(self, seed: int, folder: Path, templates: Template) -> None:
        self.path, self.private_path = folder / f"{seed}.leaf", folder / f"{seed} private.leaf"
        shutil.copyfile(templates(None), self.path)
        write_journal(self.path, seed)
        self.options = ReportOptions(
            period_of(seed), notes=True, suicidal=True, entries=True, entry_notes=True, alcohol=True, mood=True
        )
        with self._open(self.path) as book:
            facts = book.facts(self.options.period.first, self.options.period.last)
            warned = book.warning_facts(self.options.period.first)
            taken = [dose.product for dose in facts.doses if dose.product and not dose.private]
            rated = [rating.symptom for rating in facts.ratings if not rating.private]
            noted = [text.note for text in warned.texts if text.note]
            out = LeaveOut(frozenset(taken[-1:]), frozenset(rated[-1:]), frozenset(noted[-1:]))
            self.out = out
            symptoms = {each.id: symptom_name(TEXTS, each) for each in book.symptoms()}
            products = {each.id: each.name for each in book.all_products()}
        self.names = [products[each] for each in out.products]
        self.symptom_names = [symptoms[each] for each in out.symptoms if each in symptoms]
        shutil.copyfile(self.path, self.private_path)
        self._mark_private()

    def _mark_private(self) -> None:
        file = sqlcipher3.dbapi2.connect(self.private_path, isolation_level=None)
        file.execute("PRAGMA synchronous=OFF")
        for statement, ids in (
            ("UPDATE dose SET private = 1 WHERE product = ?", self.out.products),
            ("UPDATE rating SET private = 1 WHERE symptom = ?", self.out.symptoms),
            ("UPDATE symptom SET deleted_ms = 1 WHERE id = ?", self.out.symptoms),
            ("UPDATE note SET private = 1 WHERE id = ?", self.out.entries),
        ):
            for one in ids:
                file.execute(statement, (one,))
        seal_again(file)
        file.close()

    def left_out(self) -> bytes:
        return self._pages(self.path, replace(self.options, leave_out=self.out))

    def private(self) -> bytes:
        return self._pages(self.private_path, self.options)

    def with_private(self) -> bytes:
        return self._pages(self.path, replace(self.options, private=True))

    def nothing_private(self) -> bytes:
        path = self.path.with_suffix(".open.leaf")
        shutil.copyfile(self.path, path)
        file = sqlcipher3.dbapi2.connect(path, isolation_level=None)
        file.execute("PRAGMA synchronous=OFF")
        for kind in KINDS:
            file.execute(f"UPDATE {kind} SET private = 0")  # noqa: S608
        seal_again(file)
        file.close()
        return self._pages(path, self.options)

    def told(self) -> str:
        return " ".join(pages_of(self._pages(self.path, self.options)))

    def _pages(self, path: Path, options: ReportOptions) -> bytes:
        with self._open(path) as book:
            return make_pdf(book, options, TEXTS, moment_now(CLOCK))

    @staticmethod
    def _open(path: Path) -> Logbook:
        return Logbook.open(path, None, clock=CLOCK)


@pytest.fixture(scope="module")
def withheld(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, templates: Template) -> WhenAsked[Withheld]:
    folder = tmp_path_factory.mktemp("withheld")
    return WhenAsked(lambda seed: Withheld(seed, folder, templates), SEEDS)


@pytest.mark.slow
def test_there_is_something_to_leave_out(withheld: WhenAsked[Withheld]) -> None:
    told = [(each, each.told()) for each in withheld]
    assert sum(bool(each.out.products) for each in withheld) >= 6
    assert sum(bool(each.out.entries) for each in withheld) >= 2
    assert sum(any(name in pages for name in each.names) for each, pages in told) >= 4
    assert sum(any(name in pages for name in each.symptom_names) for each, pages in told) >= 4


@pytest.mark.slow
@how_many
def test_the_pages_are_those_of_what_was_private_all_the_time(withheld: WhenAsked[Withheld], count: int) -> None:
    for each in withheld.first(count):
        left = each.left_out()
        assert pages_of(left) == pages_of(each.private())
        assert left == each.private()


@pytest.mark.slow
def test_no_page_names_it(withheld: WhenAsked[Withheld]) -> None:
    for each in withheld:
        pages = " ".join(pages_of(each.left_out()))
        others = [name for name in each.names if name in pages]
        assert not others, (others, each.path)


@pytest.mark.slow
@how_many
def test_who_says_so_tells_what_is_private_as_if_it_never_had_been(withheld: WhenAsked[Withheld], count: int) -> None:
    for each in withheld.first(count):
        told = each.with_private()
        assert pages_of(told) == pages_of(each.nothing_private())
        assert told == each.nothing_private()
    assert any("left out" in each.told().split("How these")[0] for each in withheld.first(count))


def _plant_doses_are_told(plant: pytest.MonkeyPatch) -> None:
    found = leave_out.marked_private
    plant.setattr(as_chosen, "marked_private", lambda facts, *rest: replace(found(facts, *rest), doses=facts.doses))
    plant.setattr(as_chosen.AsChosen, "all_products", lambda told: told._journal.all_products())


def _plant_ratings_are_told(plant: pytest.MonkeyPatch) -> None:
    found = leave_out.marked_private
    plant.setattr(as_chosen, "marked_private", lambda facts, *rest: replace(found(facts, *rest), ratings=facts.ratings))


def _plant_first_days_are_told(plant: pytest.MonkeyPatch) -> None:
    found = leave_out.marked_private
    keep = lambda facts, *rest: replace(found(facts, *rest), first_uses=facts.first_uses)  # noqa: E731
    plant.setattr(as_chosen, "marked_private", keep)


def _plant_signs_are_told(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(as_chosen, "signs_marked_private", lambda facts, _out: facts)


def _plant_symptoms_are_named(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(as_chosen.AsChosen, "symptoms", lambda told: told._journal.symptoms())


PLANTED = [value for name, value in dict(globals()).items() if name.startswith("_plant_")]


@pytest.mark.slow
@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_seen(withheld: WhenAsked[Withheld], fault: object, monkeypatch: pytest.MonkeyPatch) -> None:
    fault(monkeypatch)  # type: ignore[operator]
    assert any(each.left_out() != each.private() for each in withheld)
