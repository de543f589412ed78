"""The surroundings of every test: no display, no network, no real home folder; and a list of what could not run."""

import gc
import importlib
import itertools
import os
import pkgutil
import shutil
import sys
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, is_hypothesis_test, settings

import journal
from journal import bootstrap
from journal.bootstrap.libraries import missing_libraries
from journal.db import connection
from tests.lanes import ASKED_FOR_ALL, asked_for_all, put_in_its_lane
from tests.new_journals import new_journals_are_copied
from tests.texts.used import used_texts_are_extracted

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What a report can print must not depend on the fonts of the machine; tests that need some make them.
os.environ["MPL_IGNORE_SYSTEM_FONTS"] = "1"
# Children of a test find the checkout prepared, or fail: no test installs anything here.
os.environ[bootstrap.SWITCH] = "1"

# A failing example is shown as it was found: a search for a smaller one can outlast the time of a test, which then ends
# with an error of Hypothesis and hides the example (`--shrink` searches, without that end).
settings.register_profile(
    "leaf-journal",
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    print_blob=True,
    suppress_health_check=(HealthCheck.too_slow,),  # made-up examples are slow on a busy machine
)
settings.register_profile("leaf-journal-quick", settings.get_profile("leaf-journal"), max_examples=6)
# What CI runs in one round; all examples are tried before a release, by `python3 -m tests --all`.
settings.register_profile("leaf-journal-round", settings.get_profile("leaf-journal"), max_examples=15)
settings.register_profile("leaf-journal-shrink", settings.get_profile("leaf-journal"), phases=tuple(Phase))
settings.load_profile("leaf-journal")

NOT_RUN = "not run: "
ACTIONS = "actions"  # what a test counted of them, a line of the table at the end
HOME_FOLDERS = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
XDG_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
# A set, as the program raises hundreds of thousands of other events.
SOCKET_EVENTS = frozenset(
    ("socket.__new__", "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname")
)

HASTY = {"synchronous=EXTRA": "synchronous=OFF"}
assert set(HASTY) <= set(connection._PRAGMAS)

_opened_sockets: list[str] = []


class SocketForbiddenError(Exception):
    """Not an OSError, so that nobody takes it for a network that is merely down."""


def _refuse_sockets(event: str, arguments: tuple[object, ...]) -> None:
    if event in SOCKET_EVENTS:
        _opened_sockets.append(f"{event}{arguments[1:]}")
        raise SocketForbiddenError(event)


sys.addaudithook(_refuse_sockets)


@pytest.fixture(autouse=True)
def opened_sockets() -> Iterator[list[str]]:
    """Fails a test that tried to open a socket, even if the code under test swallowed the refusal."""
    _opened_sockets.clear()
    yield _opened_sockets
    assert not _opened_sockets, f"a socket was opened: {_opened_sockets}"


@pytest.fixture(scope="session")
def real_environment() -> dict[str, str]:
    """The environment as the tests were started, for the few children that need the person's own settings."""
    return dict(os.environ)


@pytest.fixture(scope="session")
def new_homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names of home folders that do not exist yet; pytest would look through thousands of others for each new one."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(scope="session")
def fonts_listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which Matplotlib notes the fonts it found, shared by every process of these tests."""
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture(autouse=True)
def own_home(
    real_environment: dict[str, str], new_homes: Iterator[Path], fonts_listed: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A home folder of the test's own, and none of the caller's settings for the program."""
    home = next(new_homes)
    home.mkdir()
    for name in HOME_FOLDERS:
        monkeypatch.setenv(name, str(home))
    for name in XDG_FOLDERS:
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in [each for each in os.environ if each.startswith("LEAF_JOURNAL_") and each != bootstrap.SWITCH]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("MPLCONFIGDIR", str(fonts_listed))  # else each child would look through the fonts anew
    monkeypatch.setenv("LC_ALL", "C.UTF-8")  # of no region, whatever the developer's own is
    return home


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_the_disk() -> Iterator[None]:
    """What is saved in this process need not outlive a power cut. Others that a test starts wait for the disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "_PRAGMAS", tuple(HASTY.get(each, each) for each in connection._PRAGMAS))
        patch.setattr(os, "fsync", lambda _descriptor: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def one_new_journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What tests have the program make anew is a copy of the first that it made in this process."""
    with new_journals_are_copied(tmp_path_factory.mktemp("new")):
        yield


@pytest.fixture
def waits_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in the program, in spite of ``no_waiting_for_the_disk``."""
    waiting = {hasty: each for each, hasty in HASTY.items()}
    monkeypatch.setattr(connection, "_PRAGMAS", tuple(waiting.get(each, each) for each in connection._PRAGMAS))


@pytest.fixture(scope="session", autouse=True)
def only_extracted_texts() -> Iterator[None]:
    """Fails a test in which the program shows a text that the extraction for translators does not find."""
    with used_texts_are_extracted():
        yield


@pytest.fixture(autouse=True)
def ordinary_umask() -> Iterator[None]:
    """The usual umask, so that a test of file modes sees what the program itself does about it."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--strict-needs", action="store_true", help="a missing program fails a test, not skips it")
    parser.addoption(
        "--shrink", action="store_true", help="search for the smallest failing example, without a time limit"
    )


@pytest.hookimpl(tryfirst=True)  # before pytest-timeout reads its option
def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--shrink"):
        settings.load_profile("leaf-journal-shrink")
        config.option.timeout = 0
    elif "not slow" in config.option.markexpr:
        settings.load_profile("leaf-journal-quick")
    elif config.option.markexpr == "not campaign":
        settings.load_profile("leaf-journal-round")


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """A process that runs a part of the tests is told by the one that starts it what was asked for."""
    node.workerinput[ASKED_FOR_ALL] = asked_for_all(node.config)


def pytest_itemcollected(item: pytest.Item) -> None:
    put_in_its_lane(item)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """While tests are collected nearly everything made stays: looking for garbage took a third of that time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


@pytest.hookimpl(trylast=True)  # after the order was shuffled
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The longest first, for each process, which begins with an equal part of the list: else one ends minutes later."""
    processes = int(getattr(config, "workerinput", {}).get("workercount", 1))
    longest = sorted((each for each in items if _limit(each)), key=_limit, reverse=True)
    others = [each for each in items if not _limit(each)]
    ordered: list[pytest.Item] = []
    for number in range(processes):
        part = longest[number::processes]
        size = (len(items) - len(ordered)) // (processes - number)
        ordered += [*part, *others[: max(0, size - len(part))]]
        others = others[max(0, size - len(part)) :]
    items[:] = [*ordered, *others]


def pytest_collection_finish(session: pytest.Session) -> None:
    """What was collected stays to the end: the garbage collector need not look through it again and again."""
    if any(is_hypothesis_test(getattr(each, "obj", None)) for each in session.items):
        _load_the_program()
    gc.collect()
    gc.freeze()


def _load_the_program() -> None:
    """Hypothesis tries the constants of loaded modules: else the examples would depend on which tests ran before."""
    for found in pkgutil.walk_packages(journal.__path__, "journal."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)


def _limit(item: pytest.Item) -> float:
    """Seconds that a test may take; 0: no more than most."""
    mark = item.get_closest_marker("timeout")
    return float(mark.args[0]) if mark else 0


def pytest_runtest_setup(item: pytest.Item) -> None:
    for tool in [tool for mark in item.iter_markers("needs") for tool in mark.args]:
        reason = _why_not(tool)
        if reason and item.config.getoption("--strict-needs"):
            pytest.fail(NOT_RUN + reason, pytrace=False)
        if reason:
            pytest.skip(NOT_RUN + reason)


def _why_not(tool: str) -> str | None:
    if tool == "root":
        return None if os.geteuid() == 0 else "it takes the rights of root"
    if tool == "at-spi":
        from tests.walk.accessibility_bus import why_not  # runs a process, which only these tests wait for

        return why_not()
    if shutil.which(tool) is None:
        return f"{tool} is not installed"
    if tool == "Xvfb" and (packages := missing_libraries(display=True).values()):
        return f"Xvfb is installed, but {' '.join(sorted(set(packages)))} is not"
    return None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counted = Counter(_reason(report) for report in terminalreporter.getreports("skipped"))
    not_run = {reason: count for reason, count in counted.items() if reason.startswith(NOT_RUN)}
    for reason, count in sorted(not_run.items()):
        terminalreporter.write_line(f"{reason} ({count} {'test' if count == 1 else 'tests'})")
    passed = (*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed"))
    if lines := [said for report in passed for name, said in report.user_properties if name == ACTIONS]:
        terminalreporter.section("actions of everyday tasks")
        terminalreporter.write_line("\n".join(map(str, lines)))


def _reason(report: pytest.TestReport) -> str:
    return report.longrepr[2].removeprefix("Skipped: ") if isinstance(report.longrepr, tuple) else ""
