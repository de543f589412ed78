"""interactions: one line for each name, in order, as a table and for a reader."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from journal import cli, device, paths
from journal.core.entries import Condition, Intake, Rating, Substance, Symptom
from journal.core.health import ConditionKind
from journal.core.substances import Source, Taken
from journal.core.symptoms import SymptomKind
from tests.command_line import Run
from tests.journals import FixedClock, JournalAt, now


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert cli.main(["interactions", *arguments], clock=FixedClock()) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out.splitlines()


def test_the_table_has_seven_cells_for_each_name_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "--tsv", "magnesium", "Xanax XR 0,5mg", "Zanaflx", "oxycodone/APAP", "lamotrigine")
    rows = [line.split("\t") for line in lines]
    assert [len(row) for row in rows] == [7] * 5
    assert rows[0] == ["magnesium", "recognised", "magnesium", "", "nothing-in-list", "nothing-in-list", ""]
    assert rows[1][:6] == ["Xanax XR 0,5mg", "recognised", "alprazolam", "benzodiazepines", "do-not-mix", "call-today"]
    assert rows[1][6].split(";")[0] == "fda-opioids-benzodiazepines-2016"
    assert rows[2] == ["Zanaflx", "not-recognised", "", "", "none", "none", ""]
    assert rows[3][2:6] == ["oxycodone;paracetamol", "opioids;paracetamol", "do-not-mix", "call-today"]
    assert rows[4][4:6] == ["none", "call-today;ask-within-days"]


def test_a_name_never_breaks_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "--tsv", "beer\tand\nwine")[0].split("\t")[0] == "beer and wine"


def test_a_reader_is_told_in_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "citalopram", "ibuprofen", "magnesium", "Zanaflx")
    assert lines[0].startswith("citalopram. Citalopram and escitalopram: If prescribed: Call today, ")
    assert "Otherwise: Ask within days. If not prescribed: Ask first." in lines[0] and "Sources: " in lines[0]
    assert lines[2] == (
        "magnesium. Recognised, nothing in our list. We have nothing to quote. That does not mean it is safe."
    )
    assert lines[3] == "Zanaflx: not recognised, so it was not checked. Did you mean Zanaflex?"
    assert "“Liver, heart, breathing” says which signs to watch for. “leaf-journal guidance” prints it." in lines
    at = lines.index("Not checked: Zanaflx. Look at the label, or ask a pharmacist.")
    assert lines[5] == "Call today: Call your prescriber, a pharmacist or the out-of-hours line today."
    assert [line.partition(":")[0] for line in lines[5 : at - 1]] == [
        "Call today", "Ask within days", "Ask first", "Good to know"
    ]  # fmt: skip
    assert lines[at + 1].startswith("Do not stop or change any of these medicines because of this list, and")
    assert lines[at + 2] == (
        "This looks at each with kratom, not at your medicines with each other. Ask a pharmacist about those."
    )
    assert "proposal, for review" in lines[at + 3] and "page" not in " ".join(lines)


def test_two_of_a_kind_are_said_together(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "Haldol", "Zofran", "magnesium")
    (together,) = [line for line in lines if line.startswith("These can act on heart rhythm: Haldol, Zofran. ")]
    assert (
        "Faint or racing heart: call your local emergency number." in together
        and "Frontiers in Pharmacology 12" in together
    )
    assert not any("serotonin:" in line for line in lines)


def test_letters_that_steer_a_terminal_are_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    said = "".join(printed(capsys, "Xa\x1b[31mnax", "magnesium\x07", "x" * 500))
    assert "\x1b" not in said and "\x07" not in said


def test_the_poison_line_of_the_country_stands_beside_what_was_not_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    device.change(paths.device_file(), lambda now: dataclasses.replace(now, country="AT"))
    assert "Vergiftungsinformationszentrale: 01 406 43 43" in "".join(printed(capsys, "Zanaflx"))
    assert "Vergiftung" not in "".join(printed(capsys, "Xanax"))


def test_a_question_of_spelling_names_no_poison_centre_of_another_region(capsys: pytest.CaptureFixture[str]) -> None:
    device.change(paths.device_file(), lambda now: dataclasses.replace(now, country="DE"))
    said = "".join(printed(capsys, "Zanaflx"))
    assert "the poison centres are under Emergency." in said and "Erfurt" not in said


def test_names_open_no_journal_and_load_no_window() -> None:
    script = (
        "import sys; from journal import cli; cli.main(['interactions', '--tsv', 'Xanax']);"
        "print([name for name in ('PySide6', 'sqlalchemy', 'numpy', 'babel') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def own(plain_journal: JournalAt, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[list[str], str]:
    asked = ["--journal", str(plain_journal.path), "interactions", *arguments]
    assert cli.main(asked, clock=plain_journal.clock) == 0
    said = capsys.readouterr()
    return said.out.splitlines(), said.err


def test_without_names_it_is_the_own_list(plain_journal: JournalAt, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(plain_journal.open()) as book:
        book.save(
            Substance(name="Zanaflx"),
            Substance(name="magnesium"),
            Substance(name="Zoloft 50", source=Source.PRESCRIBED),
        )
    lines, _ = own(plain_journal, capsys, "--tsv")
    assert [line.split("\t")[:2] for line in lines] == [
        ["Zoloft 50", "recognised"], ["magnesium", "recognised"], ["Zanaflx", "not-recognised"],
    ]  # fmt: skip
    said = own(plain_journal, capsys)[0]
    assert said[3:5] == ["", "Ask within days: Ask your prescriber or a pharmacist within days."]
    assert not any(line.startswith(("Call today: ", "Do not mix: ")) for line in said)


def test_the_own_list_says_the_levels_that_are_the_persons_own(
    plain_journal: JournalAt, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(plain_journal.open()) as book:
        book.save(
            Substance(name="Lamictal", source=Source.PRESCRIBED),
            Substance(name="Valium", source=Source.OTHER),
            Substance(name="Xanax"),
            Substance(name="Nytol", source=Source.OVER_THE_COUNTER),
        )
    lines, _ = own(plain_journal, capsys)
    of = {line.partition(":")[0]: line for line in lines}
    assert of["Lamictal"].startswith(
        "Lamictal: lamotrigine · prescribed. Antiepileptics: Call today, with epilepsy. Otherwise: Ask within days. S"
    )
    assert "over the counter" in of["Nytol"] and "not prescribed" not in of["Nytol"].partition(".")[0]
    assert "diazepam · not prescribed. Benzodiazepines: Do not mix. Opioids with " in of["Valium"]
    assert (
        "not said whether prescribed. Benzodiazepines: If prescribed: Call today. If not prescribed: Do not mix."
        in of["Xanax"]
    )
    table, _ = own(plain_journal, capsys, "--tsv")
    both = {row[0]: row[4:6] for row in (line.split("\t") for line in table)}
    assert both["Lamictal"] == ["none", "call-today;ask-within-days"]
    assert both["Valium"] == both["Xanax"] == ["do-not-mix", "call-today"]


def test_beside_yellow_eyes_what_burdens_the_liver_is_asked_about_today(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    at = ("--journal", plain_journal.path)
    run(*at, "log", "intake", "painkiller", "--name", "paracetamol")
    asked = "paracetamol. See a doctor today, and ask about this one there, too."
    assert asked not in run(*at, "interactions")[1] + run(*at, "interactions", "paracetamol")[1]
    run(*at, "log", "rating", "Yellow eyes or skin=5")
    for said in (run(*at, "interactions")[1], run(*at, "interactions", "paracetamol")[1]):
        assert asked in said and "Paracetamol (acetaminophen): Ask a doctor today." in said
        assert "within days. " not in said and "Good to know. " not in said


def test_conditions_stand_behind_the_list_for_a_reader(
    plain_journal: JournalAt, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(plain_journal.open()) as book:
        book.save(Condition(what=ConditionKind.LIVER, name="fatty liver"))
    lines, _ = own(plain_journal, capsys)
    assert lines[:2] == [
        "Nothing is entered here. That is not the same as taking nothing.",
        (
            "Liver condition: Ask a doctor before you take any more. "
            "Yellow eyes or skin, dark urine or pale stool: see a doctor today. "
            "Sources: Drugs 80: 263, 2020; nidirect, government of Northern Ireland; NHS (read in a copy); "
            "World Journal of Hepatology 12: 863, 2020."
        ),
    ]
    assert own(plain_journal, capsys, "--tsv")[0] == []


def test_nothing_entered_is_not_the_same_as_nothing_taken(
    plain_journal: JournalAt, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "Nothing is entered here. That is not the same as taking nothing."
    assert own(plain_journal, capsys) == ([said], "")
    assert own(plain_journal, capsys, "--tsv") == ([], said + "\n")


def test_a_condition_that_the_list_does_not_know_is_named(
    plain_journal: JournalAt, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(plain_journal.open()) as book:
        book.save(Condition(what=ConditionKind.OTHER, name="gout"))
    assert any("Not looked at in this list: gout." in line for line in own(plain_journal, capsys)[0])
    lines, errors = own(plain_journal, capsys, "--tsv")
    assert lines == [] and "gout" in errors


def test_what_the_journal_is_about_is_named_as_such(
    plain_journal: JournalAt, capsys: pytest.CaptureFixture[str]
) -> None:
    about = "This is what the journal is about. Enter it as a product, with its kind."
    assert printed(capsys, "Kratom")[0] == f"Kratom: kratom. {about}"
    extract = printed(capsys, "Kratom extract")[0]
    assert "Do not mix." in extract and "7-OH or" not in extract and extract.endswith(about)
    assert printed(capsys, "--tsv", "kratom") == ["kratom\trecognised\tkratom\t\tproduct\tproduct\t"]
    with closing(plain_journal.open()) as book:
        book.save(Substance(name="kratom"))
    lines, _ = own(plain_journal, capsys)
    assert lines[0] == f"kratom: kratom. {about}"
    assert not any("not checked" in line for line in lines)


def test_what_do_not_mix_means_is_no_more_urgent_than_the_line_above_it(capsys: pytest.CaptureFixture[str]) -> None:
    said = printed(capsys, "diphenhydramine")
    assert "If prescribed: Ask within days." in said[0]
    meant = next(line for line in said if line.startswith("Do not mix: "))
    assert meant.endswith("If it is prescribed for you, what stands for that holds.") and "today" not in meant


def test_why_and_the_signs_stand_behind_the_level(capsys: pytest.CaptureFixture[str]) -> None:
    said = printed(capsys, "Marcumar")[0]
    assert said.startswith("Marcumar: phenprocoumon. Warfarin and relatives: Ask within days. Not studied in people. ")
    assert "Heavy bleeding or a head injury: call your local emergency number. Sources: " in said


@pytest.mark.parametrize("typed", ["", "  ", "\u200b"])
def test_an_empty_name_is_refused(capsys: pytest.CaptureFixture[str], typed: str) -> None:
    assert cli.main(["interactions", "citalopram", typed], clock=FixedClock()) == 2
    said = capsys.readouterr()
    assert said.out == "" and "a name is empty" in said.err


def test_a_denied_name_is_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    said = printed(capsys, "Xanax, stopped")[0]
    assert said == "Xanax, stopped: not recognised, so it was not checked. Did you mean Xanax?"


def test_a_part_that_is_not_recognised_has_its_own_line_and_hides_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    said = printed(capsys, "my sister's Xanax and hydroxizine")
    assert said[0].startswith("my sister's Xanax and hydroxizine: alprazolam. Benzodiazepines: ")
    assert said[1] == "hydroxizine: not recognised, so it was not checked. Did you mean hydroxyzine?"
    assert any(line.startswith("Not checked: hydroxizine.") for line in said)


def test_a_table_keeps_one_line_for_each_name_and_says_the_rest_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["interactions", "--tsv", "citalopram and hydroxizine"], clock=FixedClock()) == 0
    said = capsys.readouterr()
    assert [line.split("\t")[2] for line in said.out.splitlines()] == ["citalopram"]
    assert said.err == "hydroxizine: not recognised, so it was not checked. Did you mean hydroxyzine?\n"


def test_several_that_make_sleepy_are_said_to_add_up_and_one_alone_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "magnesium", "Xanax", "beer", "sertraline")
    together = "If you take these together, they and kratom add up: Xanax, beer."
    assert lines[4].startswith("Taken already: if you are very drowsy") and "call your local emergency" in lines[4]
    assert lines[5].startswith(f"{together} Together they can slow breathing until it stops.")
    assert lines[5].endswith(".") and "Sources: US Food and Drug Administration, 2016" in lines[5] and lines[6] == ""
    for alone in (("Xanax",), ("Xanax", "sertraline"), ("Xanax", "Xanax")):
        assert "add up" not in "".join(printed(capsys, *alone))
    assert "add up" not in "".join(printed(capsys, "--tsv", "Xanax", "beer"))
    assert "gabapentin. Gabapentin and pregabalin: If prescribed: Call today. If" in printed(
        capsys, "gabapentin", "Xanax"
    )[0]  # fmt: skip


def test_the_own_list_says_what_adds_up(plain_journal: JournalAt, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(plain_journal.open()) as book:
        book.save(Substance(name="Valium", source=Source.PRESCRIBED), Substance(name="zopiclone"))
    assert "These and kratom add up: Valium, zopiclone." in "\n".join(own(plain_journal, capsys)[0])


def test_names_are_held_against_the_journal_that_is_named(
    plain_journal: JournalAt, capsys: pytest.CaptureFixture[str]
) -> None:
    slow = Symptom(code="slow_breathing", kind=SymptomKind.WARNING)
    with closing(plain_journal.open()) as book:
        book.save(
            Substance(name="Zopiclone", source=Source.PRESCRIBED),
            Substance(name="oxycodone", private=True),
            Substance(name="Lamictal", source=Source.PRESCRIBED),
            Condition(what=ConditionKind.SEIZURES),
            slow,
            Rating(at=now(book), symptom=slow.id, value=4),
        )
    lines = own(plain_journal, capsys, "Xanax", "lamotrigine")[0]
    assert lines[0].startswith("Xanax: alprazolam. Benzodiazepines: If prescribed: Call today. If not")
    assert lines[1].startswith("lamotrigine: prescribed. Antiepileptics: Call today. Seizures after kratom")
    also = "Zopiclone, 1 more that is private"
    assert lines[2].startswith("Taken already: ")
    assert lines[3].startswith(f"If you take Xanax, it adds up with kratom and with what is written down: {also}.")
    assert lines[4].startswith("Xanax. While you are very sleepy or breathe slowly, and after it, take nothing that")
    assert any(line.startswith("Do what is urgent first. Say there which of these you take: they") for line in lines)
    assert lines[5] == "" and "oxycodone" not in "".join(lines)
    assert any("Take no more kratom until a doctor has spoken to you." in line for line in lines)
    assert own(plain_journal, capsys, "--tsv", "Xanax")[0] == printed(capsys, "--tsv", "Xanax")


def test_a_table_of_names_needs_no_journal_and_a_sentence_needs_the_one_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--journal", str(tmp_path / "none.leaf"), "interactions"]
    assert cli.main([*asked, "--tsv", "Xanax"], clock=FixedClock()) == 0
    assert cli.main([*asked, "Xanax"], clock=FixedClock()) == 1
    assert "There is no journal at" in capsys.readouterr().err


def test_a_level_that_no_source_gives_says_so(run: Run) -> None:
    said = run("interactions", "PCP", "atomoxetine", "Xanax")[1].splitlines()
    assert ["we found no source" in line for line in said[:3]] == [True, True, False]


def test_what_is_no_name_but_is_spoken_of_says_where(capsys: pytest.CaptureFixture[str]) -> None:
    assert "under: Medicines that CYP2D6 changes in the body." in printed(capsys, "CYP2D6")[0]
    assert "under:" not in printed(capsys, "Qwertyol")[0]


def test_an_emergency_stands_before_the_own_list(run: Run, plain_journal: JournalAt) -> None:
    sign = Symptom(code="seizure", kind=SymptomKind.WARNING)
    with closing(plain_journal.open()) as book:
        book.save(Substance(name="Xanax", source=Source.PRESCRIBED))
        book.save(sign, Rating(at=now(book), symptom=sign.id, value=5))
    asked = ("--journal", plain_journal.path, "interactions")
    lines = run(*asked)[1].splitlines()
    first = lines.index("Do that first. Then, about your list:")
    assert lines[0].startswith("First: Seizure") and any(line.startswith("Xanax") for line in lines[first:])
    assert "First:" not in run(*asked, "--tsv")[1]


def test_the_own_list_says_why_a_level_is_higher(run: Run, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(
            Substance(name="gabapentin", source=Source.PRESCRIBED), Condition(what=ConditionKind.SLEEP_APNOEA)
        )  # fmt: skip
    lines = run("--journal", plain_journal.path, "interactions")[1].splitlines()
    assert "The level is higher because of what is written down: sleep apnoea." in lines[0]


def test_of_what_nobody_prescribes_there_is_nothing_to_say_beside_its_name(run: Run, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(Substance(name="kava", source=Source.OTHER), Substance(name="beer"))
    lines = run("--journal", plain_journal.path, "interactions")[1].splitlines()
    assert lines[0].startswith("kava. Kava: Do not mix.") and lines[1].startswith("beer: alcohol. Alcohol: Do not mix.")


def test_of_the_own_list_what_is_in_the_body_comes_first(
    plain_journal: JournalAt, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(plain_journal.open()) as book:
        book.save(
            Substance(name="oxycodone", source=Source.PRESCRIBED),
            Intake(at=now(book), what=Taken.ALCOHOL),
        )
    lines = own(plain_journal, capsys)[0]
    assert lines[0].startswith("Taken already: if you are very drowsy") and "no more kratom now" in lines[0]
    assert lines[1].startswith("For now take no more kratom. ")
    assert lines[2].startswith("alcohol: last taken") and lines[3].startswith("oxycodone: prescribed. ")
    table = own(plain_journal, capsys, "--tsv")[0]
    assert [line.split("\t")[0] for line in table] == ["oxycodone", "alcohol"]


@pytest.mark.parametrize(("name", "sleepy"), [("tilidine", True), ("alcohol", True), ("magnesium", False)])
def test_names_that_may_be_in_the_body_say_what_to_do_then(
    capsys: pytest.CaptureFixture[str], name: str, sleepy: bool
) -> None:
    lines = printed(capsys, "sertraline", name)
    assert [line.partition(".")[0].partition(":")[0] for line in lines[:2]] == ["sertraline", name]
    assert lines[2].startswith("Taken already: ") is sleepy
