"""What a screen reader is told over the accessibility bus of a real window: tree, values, announcements."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.core.entries import Rating
from tests.walk.accessibility_bus import AccessibilityBus, Heard, Spoken
from tests.walk.manual import Follower
from tests.walk.screen import VirtualScreen, until

pytestmark = [pytest.mark.slow, pytest.mark.needs("Xvfb", "xdotool", "dbus-daemon", "at-spi")]
PAIN = "Lower back pain"


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[AccessibilityBus]:
    """``param``: whether who listens is as old as Orca 43."""
    with AccessibilityBus(getattr(request, "param", False)) as made:
        for name, value in made.environment.items():
            monkeypatch.setenv(name, value)
        until(lambda: made.heard or None, "nobody listens to the bus")
        yield made


@pytest.fixture
def walk(bus: AccessibilityBus, tmp_path: Path) -> Iterator[Follower]:
    with VirtualScreen() as screen:
        follower = Follower(tmp_path, screen)
        follower.keep_journal()
        follower.run()
        yield follower
        follower.here.kill()


def found(bus: AccessibilityBus, role: str, name: str) -> Spoken:
    def look() -> Spoken | None:
        return next((each for each in bus.tree() if each.role == role and each.name.startswith(name)), None)

    return until(look, f"no {role} is called {name}")


def test_a_rating_is_a_slider_that_chooses_and_a_save_is_heard_after_the_keyboard_has_moved(
    bus: AccessibilityBus, walk: Follower
) -> None:
    before = len(walk.all(Rating))
    walk.keys("ctrl+r")
    walk.arrives(PAIN)
    scale = found(bus, "slider", PAIN)
    assert scale.value == [-1.0, -1.0, 10.0] and "not rated" in scale.name
    bus.set_value(PAIN, 6)
    walk.until_read("6 of 10")
    assert found(bus, "slider", PAIN).value == [6.0, 0.0, 10.0]
    assert len(walk.all(Rating)) == before
    walk.keys("Return")
    saved = until(lambda: next((each for each in bus.heard if each.words.startswith("Saved: ")), None), "nothing said")
    assert len(walk.all(Rating)) == before + 1
    moved = [place for place, each in enumerate(bus.heard) if each.what == "focused" and each.words.startswith("Dose")]
    assert moved and moved[-1] < bus.heard.index(saved)
    walk.keys("ctrl+z")
    until(lambda: any(each.words.startswith("Undone: ") for each in bus.heard) or None, "undo was not said")


def test_a_refusal_is_heard_and_emergency_says_its_number_first(bus: AccessibilityBus, walk: Follower) -> None:
    walk.keys("ctrl+d")
    walk.arrives("Amount")
    walk.keys("ctrl+a")
    walk.type("x y")
    walk.keys("Return")
    until(lambda: any("is not an amount" in each.words for each in bus.heard) or None, "the refusal was not said")
    amount = found(bus, "text", "Amount")
    assert "unknown" not in amount.description
    walk.keys("Escape", "F1")
    said = "Number for mobile phones: 112"
    until(lambda: any(each == Heard("said", said) for each in bus.heard) or None, "F1 says no number")
    names = [each.name for each in bus.tree() if each.role == "label"]
    number, signs = (
        next(place for place, name in enumerate(names) if words in name) for words in ("112", "Dark urine.")
    )
    assert number < signs


@pytest.mark.parametrize("bus", [True], indirect=True)
def test_a_reader_that_knows_no_announcements_hears_them_where_the_keyboard_is(
    bus: AccessibilityBus, walk: Follower
) -> None:
    """Orca 43, of Debian 12, speaks a description that changes under the keyboard."""

    def described(words: str) -> None:
        def look() -> bool | None:
            return any(each.what == "described" and each.words.startswith(words) for each in bus.heard) or None

        until(look, f"“{words}” was not described: {bus.heard}")

    walk.keys("ctrl+r")
    walk.arrives(PAIN)
    walk.keys("6", "Return")
    described("Saved: ")
    walk.keys("ctrl+z")
    described("Undone: ")
    walk.keys("F1")
    described("Number for mobile phones: 112")
