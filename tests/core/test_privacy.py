"""What begins as private: what can be used against a person."""

from journal.core.entries import Condition, Note, Plan
from journal.core.health import ConditionKind
from journal.core.moments import moment_at
from journal.core.privacy import private_by_nature
from tests.journals import START_MS


def test_pregnancy_breastfeeding_and_the_plan_begin_as_private() -> None:
    private = {each for each in ConditionKind if private_by_nature(Condition(what=each))}
    assert private == {ConditionKind.PREGNANCY, ConditionKind.BREASTFEEDING}
    assert private_by_nature(Plan(heading="At night")) and Plan(heading="At night").private
    assert not private_by_nature(Note(at=moment_at(START_MS, "UTC"), text="x"))
