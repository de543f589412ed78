"""What a page must say when it speaks of stopping, what it may not say beside some signs, and what is never said."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from journal.assets import asset
from journal.guidance import Page, pages
from journal.guidance.markdown import parse_page
from journal.guidance.phrases import amounts_in, forbidden_phrases
from journal.guidance.register import register
from journal.guidance.rules import ASK_FIRST, SEIZURES, THESE, never_said, stopping_faults
from tests.guidance.samples import BODY, sample

ROOT = Path(__file__).resolve().parents[2]

NAMED = "Alcohol, benzodiazepines, sleeping pills, barbiturates, phenibut, GHB and baclofen."
CARE = f"{NAMED}[-] {SEIZURES}[^a] {ASK_FIRST}[^a]"


def faults(body: str) -> list[str]:
    return list(stopping_faults(sample(body=BODY + "\n" + body)))


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.code)
def test_every_page_keeps_the_rules(page: Page) -> None:
    assert list(stopping_faults(page)) == []
    assert [found for each in page.statements() for found in never_said(each.text)] == []
    assert never_said(f"{page.title}. {page.summary}") == []


def test_a_shipped_page_without_the_sentence_would_be_found() -> None:
    text = asset("guidance", "en", "dependence.md").read_text("utf-8")
    assert text.count(SEIZURES) == 2
    planted = parse_page("dependence", text.replace(SEIZURES, "Some of these differ."))
    assert [each.split(" where ")[1] for each in stopping_faults(planted)] == [
        "'If you want to cut down or stop' speaks of stopping",
        "'In pregnancy' speaks of stopping",
    ]


@pytest.mark.parametrize(
    "stopping",
    [
        "You may want to cut down.[-]", "Cutting down takes time.[-]", "Speak to a doctor before you stop.[-]",
        "Do not stop suddenly.[-]", "Stopping all at once can hurt.[-]", "A sudden stop can hurt.[-]",
    ],
)  # fmt: skip
def test_the_sentence_on_seizures_is_missed_where_stopping_is_spoken_of(stopping: str) -> None:
    (found,) = faults(f"## Less of it\n\n{stopping}")
    assert SEIZURES in found and "Less of it" in found
    assert faults(f"## Less of it\n\n{stopping} {CARE}") == []
    # Under another heading it does not count.
    assert faults(f"## Less of it\n\n{stopping}\n\n## Later\n\n{CARE}") != []


@pytest.mark.parametrize("left_out", THESE)
def test_each_of_these_is_named(left_out: str) -> None:
    care = CARE.replace(left_out.capitalize() if left_out == "alcohol" else left_out, "it")
    assert faults(f"## Less of it\n\nYou may want to cut down.[-] {care}") == [
        f"{left_out!r} is missing where 'Less of it' speaks of stopping"
    ]


@pytest.mark.parametrize(
    "sign",
    [
        "Yellow eyes.[-]", "Your urine is dark: dark urine.[-]", "A harmed liver.[-]", "A swollen tongue.[-]",
        "Breathing is slow.[-]", "Slow, shallow breaths.[-]", "After naloxone.[-]", "They are hard to wake.[-]",
    ],
)  # fmt: skip
def test_not_to_stop_is_never_said_with_these_signs(sign: str) -> None:
    planted = f"## Signs\n\n{CARE}\n\n- {sign} Do not stop suddenly on your own.[-]"
    (found,) = faults(planted)
    assert found.startswith("not to stop is said beside ")
    # It may stand in another item: of pregnancy, operations, prescribed medicines.
    assert faults(f"## Signs\n\n{CARE}\n\n- {sign}\n- Pregnant: do not stop suddenly on your own.[-]") == []


@pytest.mark.parametrize(
    "said",
    [
        "It is safe.", "Kratom is quite harmless.", "The leaf is natural.", "This is normal.", "It was mild.",
        "This is not an overdose.", "There is no interaction.", "Wait and see.", "You are overreacting.",
        "Only call if it lasts.", "Your liver is fine.", "Kratom helps with it.", "Kratom can replace opioids.",
        "You have an addiction.", "You are dependent.", "A report proves it is pure.", "A drug test finds it.",
        "Stop taking your medicines.", "Change your medicine.", "Wait two hours.", "Every 4 hours.",
        "They are low-risk.", "It is non-addictive.", "All clear.",
    ],
)  # fmt: skip
def test_what_is_never_said_is_found(said: str) -> None:
    assert never_said(f"So it goes. {said}") != []


@pytest.mark.parametrize(
    "said",
    [
        "That it is not listed does not mean that it is safe.", "No amount is known to be safe.",
        "Most who met the criteria had a mild or moderate form.", "You can be dependent without being addicted.",
        "Ask a doctor before you change them.", "It went on for two hours.", "Call if you are not sure.",
    ],
)  # fmt: skip
def test_what_may_be_said_is_let_through(said: str) -> None:
    assert never_said(said) == []


def test_nothing_of_guidance_or_interactions_says_what_is_never_said() -> None:
    """Statements, signs, interactions, numbers and lines, as `leaf-journal guidance` prints them."""
    rows = register()
    assert {row.kind for row in rows} == {"statement", "sign", "interaction", "number", "line"}
    found = {
        text: [*never_said(text), *forbidden_phrases(text, "guidance"), *amounts_in(text)]
        for text in (row.sentence for row in rows)
    }
    assert {said: each for said, each in found.items() if each} == {}


# Only on the card that is for whoever finds the person.
TO_THE_TREATING_TEAM = ("emergency_card.py", "Usual drug tests do not find it.")


@pytest.mark.parametrize("folder", ["ui", "texts", "reports", "insights", "guidance"])
def test_no_words_of_the_program_say_what_is_never_said(folder: str) -> None:
    lists = {"rules.py", "phrases.py"}  # they hold what is looked for
    files = [path for path in (ROOT / "journal" / folder).rglob("*.py") if path.name not in lists]
    assert files
    found = [(path.name, text) for path in files for text in said_in(path) if never_said(text)]
    assert found == ([TO_THE_TREATING_TEAM] if folder == "reports" else [])


def said_in(path: Path) -> list[str]:
    """Every text of a module that is no docstring."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    alone = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone
    ]


def test_what_is_planted_in_a_module_is_found(tmp_path: Path) -> None:
    (tmp_path / "planted.py").write_text('"""It is safe."""\nSAID = "Kratom helps."\n', encoding="utf-8")
    assert said_in(tmp_path / "planted.py") == ["Kratom helps."]
    assert never_said("Kratom helps.")
