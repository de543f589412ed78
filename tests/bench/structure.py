"""python3 -m tests.bench.structure [ROOT]: what the code's structure measures, printed to compare two checkouts.

Functions by their lines, files over 300 lines, look-alike functions, circles of imports, the methods of classes,
modules with tests of their name.
"""

from __future__ import annotations

import ast
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

LONG_FILE = 300  # lines
LOOK_ALIKE = 6  # lines; shorter functions are alike by chance

Function = ast.FunctionDef | ast.AsyncFunctionDef
Graph = dict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the program: its dotted name, its lines and its syntax tree."""

    name: str
    lines: int
    tree: ast.Module

    @property
    def package(self) -> str:
        """The folder that it lies in, dotted; a module beside the packages stands for itself."""
        folder = self.name.rpartition(".")[0]
        return self.name if folder in ("", "journal") else folder


def modules(root: Path) -> list[Module]:
    """Every module below ``root/journal``."""
    found = sorted((root / "journal").rglob("*.py"))
    return [_module(root, path) for path in found]


def _module(root: Path, path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    parts = path.relative_to(root).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, text.count("\n"), ast.parse(text))


# --- functions ------------------------------------------------------------------------------------------------------


def functions(module: Module) -> Iterator[Function]:
    """Every function and method, those inside others too."""
    return (node for node in ast.walk(module.tree) if isinstance(node, Function))


def lines_of(function: Function) -> int:
    """From its ``def`` to its last line, docstring included, decorators not."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def look_alikes(found: Iterable[Module]) -> list[list[str]]:
    """Groups of functions of the same shape: equal but for names, texts and numbers."""
    by_shape: dict[str, list[str]] = defaultdict(list)
    for module in found:
        for function in functions(module):
            if lines_of(function) >= LOOK_ALIKE:
                by_shape[_shape(function)].append(f"{module.name}.{function.name}")
    return [names for names in by_shape.values() if len(names) > 1]


class _Nameless(ast.NodeTransformer):
    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.Name("_", node.ctx)

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return ast.Constant(type(node.value).__name__)


def _shape(function: Function) -> str:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return "\n".join(ast.dump(_Nameless().visit(statement)) for statement in _copied(body))


def _copied(body: Iterable[ast.stmt]) -> list[ast.stmt]:
    return ast.parse("\n".join(map(ast.unparse, body))).body


# --- circles --------------------------------------------------------------------------------------------------------


def imports(found: Iterable[Module]) -> Graph:
    """Which modules each module imports, wherever in it; imports for the type checker alone are left out."""
    known = {module.name for module in found}
    return {module.name: set(_imported(module.tree.body, known)) - {module.name} for module in found}


def _imported(body: Iterable[ast.AST], known: set[str]) -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from _named(node, known)
        else:
            yield from _imported(ast.iter_child_nodes(node), known)


def _named(node: ast.ImportFrom, known: set[str]) -> Iterator[str]:
    """``from package import module`` names the module, ``from module import name`` too."""
    for alias in node.names:
        below = f"{node.module}.{alias.name}"
        if below in known:
            yield below
        elif node.module in known:
            yield str(node.module)


def of_packages(graph: Mapping[str, set[str]], package_of: Mapping[str, str]) -> Graph:
    """The same between the folders that the modules lie in."""
    folded: Graph = defaultdict(set)
    for name, others in graph.items():
        here = package_of[name]
        folded[here] |= {package_of[other] for other in others} - {here}
    return dict(folded)


def circles(graph: Mapping[str, set[str]]) -> list[tuple[str, ...]]:
    """Groups whose members all reach one another, the largest first."""
    reached = {name: _reached(graph, name) for name in graph}
    groups = {tuple(sorted(other for other in reached[name] if name in reached.get(other, ()))) for name in graph}
    return sorted((group for group in groups if len(group) > 1), key=len, reverse=True)


def mutual(graph: Mapping[str, set[str]]) -> list[tuple[str, str]]:
    """Pairs that import one another."""
    return sorted((name, other) for name in graph for other in graph[name] if name < other and name in graph[other])


def _reached(graph: Mapping[str, set[str]], start: str) -> set[str]:
    """Everything that can be reached from here, and here."""
    seen, waiting = {start}, [start]
    while waiting:
        new = graph.get(waiting.pop(), set()) - seen
        seen |= new
        waiting += new
    return seen


# --- classes --------------------------------------------------------------------------------------------------------


def methods(found: Iterable[Module]) -> dict[str, int]:
    """How many methods each class has; Qt's overrides (``paintEvent``, ``rowCount``) are not counted."""
    return {
        f"{module.name}.{node.name}": sum(_is_own(each.name) for each in node.body if isinstance(each, Function))
        for module in found
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    }


def _is_own(name: str) -> bool:
    """The house writes names with underscores; what has a capital inside is Qt's."""
    return name == name.lower()


# --- tests ----------------------------------------------------------------------------------------------------------


def with_own_tests(root: Path) -> tuple[list[str], list[str]]:
    """The modules that have a test file of their name in the same place below tests/, and those that have none."""
    program = root / "journal"
    names = [file.relative_to(program).with_suffix("").as_posix() for file in sorted(program.rglob("*.py"))]
    modules_alone = [name for name in names if not name.endswith("__init__")]
    tested = [name for name in modules_alone if _test_of(root, name).exists()]
    return tested, [name for name in modules_alone if name not in tested]


def _test_of(root: Path, module: str) -> Path:
    folder, _, name = module.rpartition("/")
    return root / "tests" / folder / f"test_{name}.py"


# --- the print ------------------------------------------------------------------------------------------------------


def report(root: Path) -> Iterator[str]:
    """A line for each measure."""
    found = modules(root)
    lengths = sorted(lines_of(function) for module in found for function in functions(module))
    yield (
        f"functions: {len(lengths)}; lines: median {statistics.median(lengths):g}, 90th percentile "
        f"{lengths[len(lengths) * 9 // 10]}, longest {lengths[-1]}"
    )
    long = sorted(((module.lines, module.name) for module in found if module.lines > LONG_FILE), reverse=True)
    yield f"files: {len(found)}; over {LONG_FILE} lines: {len(long)} {_listed(f'{name} {n}' for n, name in long)}"
    alike = look_alikes(found)
    yield f"functions of one shape ({LOOK_ALIKE} lines and more): {len(alike)} groups {_listed(map(', '.join, alike))}"
    graph = imports(found)
    packages = of_packages(graph, {module.name: module.package for module in found})
    yield f"circles of modules: {len(circles(graph))} {_listed(map(', '.join, circles(graph)))}"
    yield f"packages that import one another: {len(mutual(packages))} {_listed(map(' <-> '.join, mutual(packages)))}"
    counts = sorted(((n, name) for name, n in methods(found).items()), reverse=True)
    yield f"methods of a class, the most: {_listed(f'{name} {n}' for n, name in counts[:8])}"
    ui = sum(module.lines for module in found if module.name.startswith("journal.ui"))
    tested, untested = with_own_tests(root)
    yield f"modules with a test file of their name: {len(tested)} of {len(tested) + len(untested)}"
    yield f"lines: {sum(module.lines for module in found)}, of them ui {ui}"


def _listed(words: Iterable[str]) -> str:
    return "".join(f"\n    {each}" for each in words)


if __name__ == "__main__":
    print("\n".join(report(Path(sys.argv[1]) if sys.argv[1:] else Path.cwd())))
