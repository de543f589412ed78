"""A warning sign is chosen from the known ones below what is rated."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from journal.ui.shell.body import Body
from tests.ui.entries.test_add_symptom import adding, codes
from tests.ui.fits import settle


def test_the_known_signs_open_below_the_list_and_one_is_added(body: Body) -> None:
    form = adding(body)
    choice = form._signs
    assert choice.button.text() == "A warning sign…" and choice.offered.isHidden()
    choice.button.click()
    settle()
    signs = {each.text(): each for each in choice.offered.findChildren(QPushButton) if each.isVisible()}
    assert {"Chest pain", "Slow or shallow breathing", "Seizure"} <= signs.keys()
    signs["Chest pain"].click()
    settle()
    assert codes(form)[-1] == "chest_pain" and choice.offered.isHidden()
