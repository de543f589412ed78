"""Of many pills the first few are shown; what is chosen is always among them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from journal.ui.kit.folded_chips import FoldedChips

CHOICES = [(letter, letter.upper()) for letter in "abcde"]


def _shown(chips: FoldedChips) -> str:
    return "".join(pill.text() for pill in chips._pills())


def test_a_chosen_one_that_is_not_shown_stands_last_until_all_are(qtbot: QtBot, light: None) -> None:
    chips = FoldedChips("Letters", CHOICES, 3, "Other…")
    qtbot.addWidget(chips)
    assert (_shown(chips), chips.value(), chips.other.isHidden()) == ("ABC", None, False)
    for key, shown in (("e", "ABE"), ("d", "ABD"), ("a", "ABD"), ("x", "ABD"), ("c", "ABC")):
        chips.set_value(key)
        assert (_shown(chips), chips.value()) == (shown, None if key == "x" else key)
    with qtbot.waitSignal(chips.unfolded):
        chips.other.click()
    assert (_shown(chips), chips.value(), chips.other.isHidden()) == ("ABCDE", "c", True)


def test_what_is_chosen_is_seen_as_soon_as_others_are_there(qtbot: QtBot, light: None) -> None:
    chips = FoldedChips("Letters", CHOICES, 3, "Other…")
    qtbot.addWidget(chips)
    chips.set_value("b")
    chips.show()
    chips.other.click()
    seen = [(pill.text(), pill.isChecked()) for pill in chips._pills() if pill.isVisible()]
    assert seen == [("A", False), ("B", True), ("C", False), ("D", False), ("E", False)]
    chips.offer(CHOICES[1:])
    assert [pill.text() for pill in chips._pills() if pill.isVisible() and pill.isChecked()] == ["B"]


def test_a_few_are_all_shown(qtbot: QtBot, light: None) -> None:
    chips = FoldedChips("Letters", CHOICES[:3], 3, "Other…")
    qtbot.addWidget(chips)
    assert (_shown(chips), chips.folded, chips.other.isHidden()) == ("ABC", False, True)
    chips.offer(CHOICES)
    assert _shown(chips) == "ABCDE"
