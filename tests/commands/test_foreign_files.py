"""The command line and files of other programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from journal import cli
from journal.core.entries import Measurement
from journal.exchange.kept_mapping import as_setting, from_text
from journal.exchange.tables import Form, Table
from tests.exchange.foreign import BERLIN, FOLDER
from tests.journals import JournalAt

Run = Callable[..., tuple[int, str, str]]
US, US_MAPPING = FOLDER / "table-us.csv", FOLDER / "table-us.mapping.json"


@pytest.fixture
def run(plain_journal: JournalAt, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``import`` on the journal: exit code, standard output, standard error."""

    def command(*arguments: object) -> tuple[int, str, str]:
        words = ["--journal", str(plain_journal.path), "import", *map(str, arguments)]
        code = cli.main(words, clock=plain_journal.clock)
        return code, *capsys.readouterr()

    return command


def test_a_backup_is_recognised_and_imported_in_one_step(run: Run, plain_journal: JournalAt) -> None:
    code, output, _ = run(FOLDER / "herbal-tracker-2.json", "--dry-run")
    assert (code, "new: 8 (product 3, dose 5)" in output) == (0, True)
    code, output, _ = run(FOLDER / "herbal-tracker-2.json", "--format", "herbal-tracker")
    assert (code, "Imported 8 entries" in output) == (0, True)
    assert "already here: 5 (dose 5)" in run(FOLDER / "herbal-tracker.csv")[1]
    with plain_journal.open() as book:
        book.undo()
        assert book.totals()[0] == 0


def test_what_comes_without_a_kind_is_said_before_and_after(run: Run, tmp_path: Path) -> None:
    sentence = "products are not said. Figures that need them leave them out"
    assert f"The kinds of 3 {sentence}" in run(FOLDER / "herbal-tracker-2.json", "--dry-run")[1]
    assert f"The kinds of 3 {sentence}" in run(FOLDER / "herbal-tracker-2.json")[1]
    assert sentence not in run(FOLDER / "herbal-tracker-2.json", "--dry-run")[1]
    assert (
        f"The kinds of 3 {sentence}" in run(US, "--mapping", US_MAPPING, "--zone", "America/New_York", "--dry-run")[1]
    )
    own = tmp_path / "own.csv"
    own.write_text(
        "id,kind,time,zone,product,product_kind\n"
        ",dose,2026-11-20T08:10,Europe/Berlin,Mixed herbs,other\n"
        ",dose,2026-11-20T09:10,Europe/Berlin,Blue jar,\n",
        encoding="utf-8",
    )
    assert "The kind of 1 product is not said." in run(own)[1]


def test_refused_rows_stop_it_unless_they_are_to_be_left_out(run: Run, plain_journal: JournalAt) -> None:
    code, _, named = run(FOLDER / "herbal-tracker-1.json")
    assert code == 1
    assert "line 11, dosages 3: " in named
    assert "line 5, effects 3: " in named
    assert run(FOLDER / "herbal-tracker-1.json", "--skip-refused")[0] == 0
    with plain_journal.open() as book:
        assert book.totals()[0] == 4


def test_a_table_needs_a_mapping(run: Run) -> None:
    code, _, errors = run(US)
    assert (code, "say what each column is" in errors) == (1, True)
    code, errors, named = run(US, "--mapping", US_MAPPING, "--zone", "America/New_York", "--skip-refused")
    assert (code, "dose 4, rating 5, note 1" in errors) == (0, True)
    assert named.startswith("line 6, “Dose”: “spoons” is not one of")
    assert "The rest of the row is taken." in named
    code, errors, _ = run(US, "--mapping", US_MAPPING, "--zone", "America/New_York", "--dry-run")
    assert (code, "already here: 10" in errors) == (1, True)
    # What was asked to be left out is no failure.
    assert run(US, "--mapping", US_MAPPING, "--zone", "America/New_York", "--dry-run", "--skip-refused")[0] == 0


def test_a_mapping_that_the_journal_keeps_is_used(run: Run, plain_journal: JournalAt) -> None:
    columns = Table(US, Form()).columns
    with plain_journal.open() as book:
        setting = as_setting(columns, from_text(US_MAPPING.read_text(encoding="utf-8"), columns, BERLIN))
        assert setting is not None
        book.save(setting)
    assert "dose 4, rating 5, note 1" in run(US, "--dry-run")[1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((US, "--format", "herbal-tracker"), "is no file of Herbal Tracker+"),
        ((FOLDER / "herbal-tracker-2.json", "--zone", "Nowhere"), "no time zone called “Nowhere”"),
        ((US, "--mapping", US), "The mapping cannot be read"),
        ((US, "--mapping", FOLDER / "none.json"), "There is no file"),
        ((US, "--mapping", FOLDER / "table-german.mapping.json"), "a column “Datum” that is not in the file"),
        ((US, "--format", "csv"), "lacks the columns"),
        ((FOLDER / "herbal-tracker-2.json", "--format", "json"), "no format"),
        ((FOLDER / "herbal-tracker-2.json", "--format", "table"), "no format"),
    ],
)
def test_what_cannot_be_read_is_refused(
    run: Run, plain_journal: JournalAt, arguments: tuple[Path | str, ...], words: str
) -> None:
    before = plain_journal.sha256()
    code, _, errors = run(*arguments)
    assert (code, words in errors) == (1, True), errors
    assert plain_journal.sha256() == before


def test_measurements_and_laboratory_values_come_through_a_mapping(
    run: Run, plain_journal: JournalAt, tmp_path: Path
) -> None:
    table, mapping = tmp_path / "values.csv", tmp_path / "values.json"
    table.write_text("When;Upper;Lower;ALT\n2026-11-20 08:10;128;82;34\n", encoding="utf-8")
    mapping.write_text(
        '{"columns": {"When": "instant", "Upper": "measurement.systolic", "Lower": "measurement.diastolic",'
        ' "ALT": "lab_result.value:alt"}}',
        encoding="utf-8",
    )
    code, _, named = run(table, "--mapping", mapping)
    assert (code, "line 2: value: 34 of what? The unit is not said." in named) == (1, True)
    code, output, _ = run(table, "--mapping", mapping, "--keep-unusual")
    assert (code, "Imported 2 entries" in output) == (0, True)
    assert "already here: 2" in run(table, "--mapping", mapping)[1]
    with plain_journal.open() as book:
        (measured,) = [each for part in book.slices("measurement") for each in part if isinstance(each, Measurement)]
        assert (measured.systolic, measured.diastolic, measured.pulse) == (128, 82, None)
