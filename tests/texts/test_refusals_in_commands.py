"""What the window says names no option, and what a command says names no button: each way on is there where it is read.

Read from the source: which module raises a refusal decides where its words are read.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from journal.core.refusal import Refused
from journal.texts import Texts, english
from journal.texts.refusals import SENTENCES, explain
from journal.texts.refusals_in_commands import IN_COMMANDS

SOURCE = Path(__file__).parents[2] / "journal"
# A page, a button or a choice of the window that is not said to be in the window.
OF_THE_WINDOW = re.compile(
    r"“None today”|(?<!in the window, )(?<!in the window )(?<!there, )under (?:Products|Health|Settings)\b|"
    r"Choose the (?:order|unit|first)|Choose another encoding|(?<!In the window, )[Tt]ype (?:it|that) above|"
    r"Choose one of (?:them|the two)"
)
# An option or a command, where nothing beside it says how the window does the same.
OF_COMMANDS = re.compile(r"(?:^|\s)--[a-z]|leaf-journal |\blog (?:none|note|product|rating)\b|--help|the mapping")
IN_BOTH = re.compile(r"the window", re.I)
# It is raised where entries are saved, and a command that saves has asked before.
WINDOW_ALONE = {"clock-unanswered"}


def _raised_in() -> dict[str, set[str]]:
    """The parts of the program that name each refusal, tables of words left out."""
    places: dict[str, set[str]] = {}
    for path in SOURCE.rglob("*.py"):
        part = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        if part == "texts":
            continue
        for code in set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"', path.read_text(encoding="utf-8"))) & SENTENCES.keys():
            places.setdefault(code, set()).add(part)
    return places


RAISED_IN = _raised_in()
COMMANDS, WINDOW = {"commands", "cli"}, {"ui", "app"}
TO_COMMANDS = sorted(code for code, parts in RAISED_IN.items() if parts - WINDOW and code not in WINDOW_ALONE)
TO_THE_WINDOW = sorted(code for code, parts in RAISED_IN.items() if parts - COMMANDS)


def test_words_of_both_are_looked_for() -> None:
    assert OF_THE_WINDOW.search("An amount of 0 is not a dose. To record a day without, use “None today”.")
    assert OF_THE_WINDOW.search("Change it under Products.") and not OF_THE_WINDOW.search(
        "in the window, under Products"
    )
    assert OF_COMMANDS.search("There is a file. --force replaces it.") and OF_COMMANDS.search("use “log none”")
    assert IN_COMMANDS.keys() < SENTENCES.keys() and len(TO_COMMANDS) > 200 and len(TO_THE_WINDOW) > 150


def test_no_command_names_a_button() -> None:
    said = {code: IN_COMMANDS.get(code, SENTENCES[code]) for code in TO_COMMANDS}
    assert {code: words for code, words in said.items() if OF_THE_WINDOW.search(words)} == {}


def test_the_window_names_no_option() -> None:
    said = {code: SENTENCES[code] for code in TO_THE_WINDOW}
    assert {
        code: words for code, words in said.items() if OF_COMMANDS.search(words) and not IN_BOTH.search(words)
    } == {}


def _texts_in(folder: str) -> list[str]:
    """Every text in the source of this part, docstrings left out."""
    texts = []
    for path in (SOURCE / folder).rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        texts += [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
        ]
    return texts


def test_what_commands_say_themselves_names_no_button() -> None:
    assert [words for words in _texts_in("commands") if OF_THE_WINDOW.search(words)] == []


def test_what_the_window_says_itself_names_no_option() -> None:
    named = re.compile(r"(?<!“import) --[a-z]|leaf-journal [a-z]")  # the file of answers is made for that command
    assert [words for words in _texts_in("ui") if named.search(words)] == []


@pytest.mark.parametrize("code", IN_COMMANDS)
def test_both_are_filled_in_with_the_same_values(code: str) -> None:
    values = dict.fromkeys(re.findall(r"\{(\w+)\}", SENTENCES[code] + IN_COMMANDS[code]), "1")
    assert set(re.findall(r"\{(\w+)\}", IN_COMMANDS[code])) <= set(re.findall(r"\{(\w+)\}", SENTENCES[code]))
    window, command = (explain(texts, Refused(code, **values)) for texts in (english(), Texts(for_commands=True)))
    assert window != command
