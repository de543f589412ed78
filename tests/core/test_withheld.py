"""What goes with a private entry: what is about it, and what it alone shows in use, for every kind."""

from __future__ import annotations

import pytest

from journal.core.entries import kind_of
from journal.core.kinds import KINDS, Placed
from journal.core.moments import DAY_MS, Moment
from journal.core.withheld import is_about, names_used_by
from tests.samples import sample

AT = Moment(20_000 * DAY_MS, 0, "UTC")


@pytest.mark.parametrize("code", KINDS)
def test_an_entry_is_about_each_product_symptom_or_medicine_that_it_names(code: str) -> None:
    *named, entry = sample(code, AT)
    own = {reference.to for reference in KINDS[code].references}
    about = {kind_of(each) for each in named if is_about(entry, {each.id})}
    assert about == own & {"product", "symptom", "substance"}


@pytest.mark.parametrize("code", KINDS)
def test_only_what_has_a_time_shows_things_in_use(code: str) -> None:
    """A medicine of the list stands there by itself."""
    *named, entry = sample(code, AT)
    used = {kind_of(each) for each in named if each.id in set(names_used_by(entry))}
    of_lists = {each.to for each in KINDS[code].references if KINDS[each.to].placed is Placed.NOWHERE}
    assert used == (set() if KINDS[code].placed is Placed.NOWHERE else of_lists - {"substance"})
