"""Finds every text of the program that a translator gets: what stands in ``texts(...)``, ``plural`` and ``marked``.

``extract`` is an extraction method of Babel: with ``python -m tests.texts.extracting`` it writes the template.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import BinaryIO, NamedTuple

from journal.bootstrap import ROOT
from tests.source_trees import PROGRAM, sources

# One file for all languages; the other texts of the guidance are translated as files.
TABLE = Path(ROOT, "resources", "guidance", "help_lines.toml")
_NOT_SHOWN = ("code", "source", "sources", "number", "emergency", "changed", "checked", "kind", "url")
# Names of units that core writes into new products; core marks nothing, as it knows no texts.
_OF_CORE = {Path("core", "product_kinds.py"): ("USUAL_UNITS",)}
_CALLED = ("texts", "_texts", "english", "self")  # ``Texts`` calls itself for what it says by itself
_NAMED = ("texts", "english", "plural", "marked")  # a module with none of these shows no text
_FUNCTIONS = (ast.FunctionDef, ast.Lambda)

Known = dict[str, list[tuple[int, list[str]]]]


class Message(NamedTuple):
    """A text with its place; of a plural both forms."""

    line: int
    forms: tuple[str, ...]


def messages_of(source: str, tables: tuple[str, ...] = ()) -> Iterator[Message]:
    """Every text that a module shows, as far as it stands there; ``tables`` are marked without saying so."""
    if not tables and not any(name in source for name in _NAMED):
        return
    functions: list[ast.AST] = [ast.parse(source)]
    for function in functions:
        nodes, inner = _own_nodes(function)
        functions += inner
        known = _assigned(nodes)
        for node in nodes:
            if isinstance(node, ast.Call):
                yield from (Message(node.lineno, forms) for forms in _forms(node, known))
            elif isinstance(node, ast.Assign) and any(_is_named(target, tables) for target in node.targets):
                yield from (Message(node.lineno, (text,)) for text in _in_table(node.value))


@cache
def program_messages() -> dict[Path, list[Message]]:
    """The texts of every module, by its path inside of the program."""
    by_path = {path.relative_to(PROGRAM): source for path, source in sources().items()}
    return {path: list(messages_of(source, _OF_CORE.get(path, ()))) for path, source in by_path.items()}


def table_texts() -> set[str]:
    """The names and explanations in the table of help lines."""
    return set(_strings(tomllib.loads(TABLE.read_text(encoding="utf-8"))))


def every_text() -> frozenset[str]:
    """Both forms of plurals are texts of their own here."""
    of_program = {form for found in program_messages().values() for message in found for form in message.forms}
    return frozenset(of_program | table_texts())


def extract(
    file: BinaryIO, _keywords: object, _comment_tags: object, options: object
) -> Iterator[tuple[int, str, object, list[str]]]:
    """What Babel's catalogues are made of: line, function, message or forms, comments."""
    for message in messages_of(file.read().decode("utf-8")):
        several = len(message.forms) > 1
        yield message.line, "ngettext" if several else "gettext", message.forms if several else message.forms[0], []


# --- the source ---


def _own_nodes(function: ast.AST) -> tuple[list[ast.AST], list[ast.AST]]:
    """What stands in a function; and the functions in it, whose own is not looked at here."""
    found: list[ast.AST] = [function]
    inner: list[ast.AST] = []
    for node in found:
        for each in ast.iter_child_nodes(node):
            (inner if isinstance(each, _FUNCTIONS) else found).append(each)
    return found[1:], inner


def _assigned(nodes: Iterable[ast.AST]) -> Known:
    """Texts that a name stands for inside of its function, from which line on."""
    known: Known = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            known.setdefault(node.targets[0].id, []).append((node.lineno, _texts_in(node.value, {})))
    return known


def _forms(call: ast.Call, known: Known) -> Iterator[tuple[str, ...]]:
    called = call.func
    if isinstance(called, ast.Attribute) and called.attr == "plural":
        forms = [_texts_in(each, known) for each in call.args[:2]]
        yield from zip(*forms, strict=True) if len({len(each) for each in forms}) == 1 and len(forms) == 2 else ()
    elif _name_of(called) == "marked" and call.args:
        yield from ((text,) for text in _in_table(call.args[0]))
    elif _name_of(called) == "marked_plural":
        yield tuple(text for each in call.args for text in _texts_in(each, known))
    elif _name_of(called) in _CALLED and call.args:
        yield from ((text,) for text in _texts_in(call.args[0], known))


def _name_of(called: ast.expr) -> str:
    if isinstance(called, ast.Call):  # english()("Stopped.")
        return _name_of(called.func)
    return called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""


def _texts_in(node: ast.expr, known: Known) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return _texts_in(node.body, known) + _texts_in(node.orelse, known)
    if not isinstance(node, ast.Name):
        return []
    return next((texts for line, texts in sorted(known.get(node.id, []), reverse=True) if line < node.lineno), [])


def _in_table(node: ast.expr) -> Iterator[str]:
    """Texts inside of a display; keys of dictionaries are no texts."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Dict):
        yield from (text for each in node.values for text in _in_table(each))
    elif isinstance(node, ast.Tuple | ast.List):
        yield from (text for each in node.elts for text in _in_table(each))
    elif isinstance(node, ast.IfExp):
        yield from (text for each in (node.body, node.orelse) for text in _in_table(each))
    elif isinstance(node, ast.Call):  # a value made of texts
        yield from (
            text for each in (*node.args, *(named.value for named in node.keywords)) for text in _in_table(each)
        )


def _is_named(target: ast.expr, names: tuple[str, ...]) -> bool:
    return isinstance(target, ast.Name) and target.id in names


def _strings(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, str) and key not in _NOT_SHOWN:
        yield value
    elif isinstance(value, Mapping):
        yield from (text for name, each in value.items() for text in _strings(each, str(name)))
    elif isinstance(value, list):
        yield from (text for each in value for text in _strings(each, key))


def main() -> None:
    """Print the template for translators."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalog = Catalog(project="leaf-journal", charset="utf-8")
    for path, found in program_messages().items():
        for message in found:
            forms = message.forms
            catalog.add(forms if len(forms) > 1 else forms[0], locations=[(f"journal/{path.as_posix()}", message.line)])
    for text in sorted(table_texts()):
        catalog.add(text, locations=[(TABLE.name, 1)])
    write_po(sys.stdout.buffer, catalog, omit_header=False, width=0)


if __name__ == "__main__":
    main()
