"""What the last page says of wrong words: each cell is what the code does, and the rule it must keep is kept."""

import pytest

from journal.insights import reliability
from journal.insights.period import summarise_period
from journal.insights.reliability import RELIABILITY, Counted, Reliability
from tests.insights import simulation
from tests.insights.sheet import PAIN, PERIOD, PRODUCTS, SLEEP
from tests.insights.simulation import DAILY, FOUR_OF_FIVE, MEASURES, facts_of, journal, measures

AGAIN = 400


def test_each_measure_is_seldom_wrong_where_days_are_a_little_alike() -> None:
    (usual,) = (cell for cell in RELIABILITY if cell.phi == reliability.USUAL_PHI == 0.4)
    for key in MEASURES:
        share = getattr(usual, key)
        assert share.share <= reliability.HIGHEST_FALSE, key
        assert share.n >= 1000


def test_what_cannot_be_otherwise() -> None:
    assert [cell.phi for cell in RELIABILITY] == list(simulation.PHIS)
    for cell in RELIABILITY:
        assert max(getattr(cell, key).share for key in MEASURES) <= cell.page.share
        assert cell.lines.share <= cell.page.share and cell.lines.share <= cell.looking.share
        assert cell.missed_before.share <= cell.missed.share  # what the larger margin costs
    assert (reliability.DAYS, reliability.NOT_RECORDED) == (simulation.DAYS, simulation.NOT_RECORDED)


@pytest.mark.parametrize("use", [DAILY, FOUR_OF_FIVE])
@pytest.mark.parametrize("seed", range(3))
def test_the_made_up_journals_have_the_words_of_a_real_summary(seed: int, use: float) -> None:
    made = journal(seed, 0.7, use=use)
    measured_here, summary = measures(made), summarise_period(facts_of(made), PRODUCTS, (PAIN, SLEEP), PERIOD)
    (leaf,) = summary.groups
    expected = {"days_taken": leaf.days_taken, "amount": leaf.amount, "doses": leaf.doses,
                "main": summary.main_measure, "second": summary.second_measure}  # fmt: skip
    for key, measure in expected.items():
        assert measure is not None
        assert (measured_here[key].last28, measured_here[key].trend, measured_here[key].word) == (
            measure.last28,
            measure.trend,
            measure.word,
        )
    assert measured_here["gap"].word is summary.gap.word and measured_here["gap"].last28.n == summary.gap.last28.n


@pytest.mark.slow
@pytest.mark.slow_every(3)
@pytest.mark.timeout(600)
@pytest.mark.parametrize("cell", RELIABILITY, ids=lambda cell: f"phi {cell.phi}")
def test_measured_again_every_cell_is_within_its_sampling_error(cell: Reliability) -> None:
    again = simulation.unchanged(cell.phi, AGAIN)
    for key in ("amount", "gap", "main", "second"):
        assert _alike(Counted(again.by_measure[key], again.n), getattr(cell, key)), key
    assert _alike(Counted(again.page, again.n), cell.page)
    assert _alike(Counted(again.covered, again.trends), cell.covered)
    assert _alike(Counted(simulation.missed(cell.phi, AGAIN), AGAIN), cell.missed)
    days = simulation.unchanged(cell.phi, AGAIN, FOUR_OF_FIVE).by_measure["days_taken"]
    assert _alike(Counted(days, AGAIN), cell.days_taken)


@pytest.mark.slow
@pytest.mark.parametrize(("share", "kept"), reliability.MISSED_UNWEIGHED)
def test_measured_again_unweighed_doses_take_words_away(share: float, kept: Counted) -> None:
    assert _alike(Counted(simulation.missed_unweighed(share, AGAIN), AGAIN), kept)


def _alike(counted: Counted, kept: Counted) -> bool:
    """Within four standard errors, and one more journal where nearly none is expected."""
    error: float = (kept.share * (1 - kept.share) / counted.n) ** 0.5
    return abs(counted.share - kept.share) <= 4 * error + 2 / counted.n
