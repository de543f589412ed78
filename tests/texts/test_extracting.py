"""The extraction finds what the program shows, and nothing is cut out of a text or put into small letters."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from typing import TypeGuard

import pytest
from babel.messages.extract import extract as babel_extract

from journal.texts import english
from journal.texts.names import SYMPTOMS
from journal.texts.refusals import SENTENCES
from journal.texts.undo import LABELS
from tests.source_trees import trees_with
from tests.texts import used
from tests.texts.extracting import Message, every_text, extract, messages_of, program_messages

SOURCE = """
TABLE = marked({"a": "in a table", "b": ("in a tuple", "and another")})

def words(texts, n, late):
    one, many = "no", "pair"
    said = "by a name"
    texts(said)
    said = "one" if late else "another"
    return texts(said) + texts("{n} here" if late else "there", n=n) + texts.plural("{n} day", "{n} days", n)
"""


def test_what_is_found() -> None:
    found = [message.forms for message in messages_of(SOURCE)]
    assert sorted(found) == [
        ("and another",), ("another",), ("by a name",), ("in a table",), ("in a tuple",), ("one",), ("there",),
        ("{n} day", "{n} days"), ("{n} here",),
    ]  # fmt: skip


def test_babel_extracts_by_it() -> None:
    found = list(babel_extract(extract, io.BytesIO(SOURCE.encode()), keywords={"gettext": None, "ngettext": (1, 2)}))  # type: ignore[arg-type]  # Babel names its own file type
    assert ("{n} day", "{n} days") in [each[1] for each in found] and "in a table" in [each[1] for each in found]


def test_tables_of_texts_are_found() -> None:
    assert {*SENTENCES.values(), *LABELS.values(), *SYMPTOMS.values()} <= every_text()


def test_a_text_that_is_not_extracted_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SYMPTOMS, "pain", "Planted and not marked")
    from journal.texts.names import symptom_code_names

    with pytest.raises(used.NotExtractedError):
        symptom_code_names(english())


def test_no_text_is_shown_in_two_forms_of_plural() -> None:
    """A translator sees one text once: alone or as a plural, with the same words for many."""
    many: dict[str, set[str]] = {}
    for message in plurals():
        many.setdefault(message.forms[0], set()).add(message.forms[1])
    assert not {one: forms for one, forms in many.items() if len(forms) > 1}


def test_no_text_counts_one_as_many_or_bears_marks_of_a_page() -> None:
    """“The other 1 entries”, “**{path}**”: what is counted beside others can be one, and no window reads Markdown."""
    counted = re.compile(r"\{\w+\} (?:more|other) \w+s\b|\{\w+\} others\b|\b1 (?!mg|ml|in)[a-z]{3,}s\b|\bother 1\b")
    single = [message.forms[0] for found in program_messages().values() for message in found if len(message.forms) == 1]
    assert counted.search("Something is missing on {days} and {n} more days.")
    assert [text for text in single if counted.search(text)] == []
    assert [text for text in single if "**" in text] == []


def plurals() -> Iterator[Message]:
    return (message for found in program_messages().values() for message in found if len(message.forms) > 1)


# --- texts stay whole ------------------------------------------------------------------------------------------------

CHANGING = {"lower", "upper", "capitalize", "title", "swapcase"}
# Where none of these stands, nothing that was said is cut or changed.
SIGNS = (")[", *(f".{name}()" for name in sorted(CHANGING)))


def changed_texts(tree: ast.Module) -> list[int]:
    """Lines that cut what ``texts`` said, or change its capitals."""
    return [node.lineno for node in ast.walk(tree) if _is_cut(node) or _changes_capitals(node)]


def _is_cut(node: ast.AST) -> TypeGuard[ast.Subscript]:
    return isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice) and _says(node.value)


def _changes_capitals(node: ast.AST) -> TypeGuard[ast.Call]:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr not in CHANGING:
        return False
    return not node.args and (_says(node.func.value) or isinstance(node.func.value, ast.Subscript))


def _says(node: ast.expr) -> bool:
    """Whether it is called on a ``Texts``: texts(...), texts.weekday(...), self._texts.plural(...)."""
    if not isinstance(node, ast.Call):
        return False
    names = {each.id for each in ast.walk(node.func) if isinstance(each, ast.Name)}
    return bool(names & {"texts", "self"}) and "texts" in ast.unparse(node.func)


def test_no_text_is_cut_or_put_into_small_letters() -> None:
    found = {path.name: changed_texts(tree) for path, tree in trees_with(*SIGNS)}
    assert len(found) > 100
    assert not {name: lines for name, lines in found.items() if lines}


@pytest.mark.parametrize(
    "planted", ["texts.weekday(day)[:3]", "self._texts('Pain').lower()", "name[:1].lower() + name[1:]", "a[:1].upper()"]
)
def test_a_cut_text_is_found(planted: str) -> None:
    assert changed_texts(ast.parse(planted)) == [1]
    assert any(sign in planted for sign in SIGNS)
