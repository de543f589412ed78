"""Journals in which nothing changes: how often the sentences say that something did, and what they see when it does."""

import pytest

from journal.insights.summary import Comparison, Direction, Summary
from tests.insights import simulated as journals
from tests.insights.simulated import simulated

PERSISTENCE = (0.0, 0.4, 0.7)
JOURNALS = 3000  # of 1000 less than half have enough weeks, and these cannot tell 4 % from 6 %
CHANGED = 600
TRENDS = ("amount", "doses", "gap", "main")
COMPARED = (*TRENDS, "single_dose")
BOUND = 0.05
CLEAR = (Comparison.HIGHER, Comparison.LOWER)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=PERSISTENCE)
def unchanged(request: pytest.FixtureRequest) -> tuple[float, list[Summary]]:
    """Journals without a change; days depend on the days before by 0, 0.4, 0.7."""
    return request.param, [simulated(seed, request.param) for seed in range(JOURNALS)]


@pytest.mark.timeout(600)
def test_a_trend_is_seldom_seen_where_there_is_none(unchanged: tuple[float, list[Summary]]) -> None:
    phi, summaries = unchanged
    for key in TRENDS:
        trends = [each.trends[key] for each in summaries if each.trends[key].weeks >= 8]
        moving = sum(each.direction is not Direction.NO_CLEAR_TREND for each in trends)
        print(f"phi {phi}: {key}: rising or falling in {moving} of {len(trends)} journals without a change")
        assert len(trends) > 0.8 * JOURNALS
        assert moving <= BOUND * len(trends)


@pytest.mark.timeout(600)
def test_a_difference_is_seldom_seen_where_there_is_none(unchanged: tuple[float, list[Summary]]) -> None:
    """In at most 5 of 100 journals: of all, and of those with enough weeks to compare."""
    phi, summaries = unchanged
    for key in COMPARED:
        assert false_alarms(summaries, key, f"phi {phi}") <= BOUND


@pytest.mark.timeout(600)
@pytest.mark.parametrize("missing", [0.0, 0.1])
def test_nor_is_it_where_fewer_days_are_missing(missing: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """The strongest memory of days is the hardest case; with fewer gaps more journals are compared."""
    monkeypatch.setattr(journals, "NOT_RECORDED", missing)
    summaries = [simulated(seed, 0.7) for seed in range(JOURNALS)]
    for key in COMPARED:
        assert false_alarms(summaries, key, f"phi 0.7, {missing:.0%} of days missing") <= BOUND


def false_alarms(summaries: list[Summary], key: str, about: str) -> float:
    """The share called clearly different among the journals with enough weeks, which is never below that of all."""
    found = [compared(each, key) for each in summaries]
    clear = sum(each in CLEAR for each in found)
    enough = sum(each is not Comparison.TOO_FEW_WEEKS for each in found)
    of_all, of_compared = clear / len(found), clear / enough
    print(
        f"{about}: {key}: clearly higher or lower in {clear}: {of_all:.1%} of {len(found)} journals, "
        f"{of_compared:.1%} of the {enough} with enough weeks"
    )
    assert enough > 0.35 * len(found)
    return max(of_all, of_compared)


@pytest.mark.parametrize(("phi", "least"), [(0.0, 0.46), (0.4, 0.34), (0.7, 0.25)])
def test_half_as_much_again_is_often_seen(phi: float, least: float) -> None:
    found = [compared(simulated(seed, phi, factor=1.5), "amount") for seed in range(CHANGED)]
    enough = [each for each in found if each is not Comparison.TOO_FEW_WEEKS]
    higher = sum(each is Comparison.HIGHER for each in enough)
    print(
        f"phi {phi}: +50 %: clearly higher in {higher}: {higher / len(found):.0%} of {len(found)} journals, "
        f"{higher / len(enough):.0%} of the {len(enough)} with enough weeks"
    )
    assert higher >= least * len(enough)
    assert Comparison.LOWER not in enough


def test_separation_alone_would_be_seen_as_too_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound can be missed: without the second half of the rule, it is."""
    monkeypatch.setattr("journal.insights.windows.week_to_week", lambda later, earlier: 0.0)
    summaries = [simulated(seed, 0.7) for seed in range(JOURNALS // 2)]
    assert false_alarms(summaries, "amount", "phi 0.7, separation alone") > BOUND


def compared(summary: Summary, key: str) -> Comparison:
    change = summary.rows[key].change
    assert change is not None
    return change.comparison
