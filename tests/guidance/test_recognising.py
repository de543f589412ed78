"""Names that people write down: what is recognised, what is asked about, and what is never taken for something else."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from journal.guidance import PageFault, interactions, known_names, recognising
from journal.guidance.interaction_rows import row_of
from journal.guidance.interactions import Level
from journal.guidance.recognising import Known, folded_name, is_paracetamol, named_in, names, recognise

_NOT_PRESCRIBED = {
    "M": Level.DO_NOT_MIX, "A": Level.ASK_FIRST, "G": Level.GOOD_TO_KNOW, "N": Level.NOT_STUDIED,
    "L": Level.NOTHING_IN_LIST, "-": Level.NONE,
}  # fmt: skip
_PRESCRIBED = {**_NOT_PRESCRIBED, "T": Level.CALL_TODAY, "D": Level.ASK_WITHIN_DAYS}


class Expected(NamedTuple):
    """A row of the table of names, which was written before the list of the program."""

    name: str
    generics: frozenset[str]
    not_prescribed: tuple[Level, ...]
    prescribed: tuple[Level, ...]
    meant: str


def expected() -> list[Expected]:
    lines = (Path(__file__).parent / "interaction_names.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return [
        Expected(
            name, frozenset(filter(None, generics.split(";"))),
            tuple(_NOT_PRESCRIBED[code] for code in not_prescribed or "-"),
            tuple(_PRESCRIBED[code] for code in prescribed or "-"), meant,
        )
        for name, generics, not_prescribed, prescribed, meant in rows
    ]  # fmt: skip


ROWS = expected()
EXACT = [row for row in ROWS if row.generics]


class Counting(Mapping[str, Known]):
    """The table of names, counting how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __getitem__(self, key: str) -> Known:
        self.asked += 1
        return names()[key]

    def get(self, key: str, default: object = None) -> Known | None:  # type: ignore[override]
        self.asked += 1
        return names().get(key)

    def __iter__(self) -> Iterator[str]:
        return iter(names())

    def __len__(self) -> int:
        return len(names())


def test_the_table_is_large_enough() -> None:
    assert len(ROWS) >= 150
    assert len({row.name for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_name_is_what_it_is_with_its_levels(row: Expected) -> None:
    found = row_of(row.name)
    assert set(found.generics) == row.generics
    assert (found.not_prescribed, found.prescribed) == (row.not_prescribed, row.prescribed)
    if row.meant:
        assert row.meant in found.meant


def _most_prescribed() -> list[str]:
    lines = (Path(__file__).parent / "most_prescribed.txt").read_text("utf-8").splitlines()
    said = ",".join(line for line in lines if not line.startswith("#"))
    return [*dict.fromkeys(name.strip() for name in said.split(",") if name.strip())]


def test_what_is_prescribed_most_is_recognised_as_six_countries_call_it() -> None:
    """To be recognised is no claim: many of them have nothing in the list, and are told so."""
    prescribed = _most_prescribed()
    assert len(prescribed) >= 1000
    assert [name for name in prescribed if not recognise(name).is_known] == []


def _brands() -> list[tuple[str, set[str]]]:
    lines = (Path(__file__).parent / "brand_names.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(name, set(generics.split(";"))) for name, generics in rows]


def test_brands_of_six_countries_are_what_they_are_made_of() -> None:
    assert len(_brands()) >= 800
    recognised = {name: recognise(name) for name, _ in _brands()}
    assert [name for name, of in _brands() if set(recognised[name].generics) != of or recognised[name].unknown] == []


def test_a_letter_more_makes_no_brand_another_one() -> None:
    answers = {f"{name}q": recognise(f"{name}q") for name, _ in _brands()}
    assert [name for name, answer in answers.items() if answer.is_known and not answer.unknown] == []


MISSPELT = [
    line.split("\t")
    for line in (Path(__file__).parent / "misspelt_names.tsv").read_text("utf-8").splitlines()
]  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), MISSPELT)
def test_a_slip_in_what_is_prescribed_is_asked_about(typed: str, meant: str) -> None:
    assert not recognise(typed).is_known
    assert meant in recognise(typed).meant


@pytest.mark.parametrize(
    ("tablets", "on_the_skin"),
    [
        ("Lamisil 250 mg", "Lamisil cream 1 %"), ("terbinafine tablets", "terbinafine spray"),
        ("Fenistil Dragees", "Fenistil Gel"), ("ketoconazole", "Nizoral shampoo"), ("Celestene", "Betnovate"),
    ],
)  # fmt: skip
def test_what_is_for_the_skin_has_not_the_level_of_the_tablets(tablets: str, on_the_skin: str) -> None:
    assert row_of(tablets).classes
    assert row_of(on_the_skin).is_known and not row_of(on_the_skin).classes


def test_nothing_that_is_asked_about_is_taken_for_it() -> None:
    for row in ROWS:
        assert not (recognise(row.name).generics and recognise(row.name).meant)


def test_two_hundred_exact_names_take_few_look_ups() -> None:
    counting = Counting()
    for row in EXACT[:200]:
        assert recognise(row.name, counting).is_known
    assert len(EXACT) >= 200
    assert counting.asked <= 20 * 200


def test_case_accents_hyphens_and_apostrophes_do_not_matter() -> None:
    assert folded_name("  Beloc-Zok ") == "beloc zok"
    assert folded_name("Prégabaline") == "pregabaline"
    assert folded_name("St. John\u2019s  Wort") == "st johns wort"
    assert folded_name("wódka ŁĄKA") == "wodka laka"
    assert folded_name("7-OH") == "7 oh"


def test_no_letter_of_ascii_is_unseen_so_that_such_names_need_no_looking() -> None:
    assert not [code for code in range(128) if known_names._unseen(chr(code))]
    assert all(unicodedata.normalize("NFKD", chr(code)) == chr(code) for code in range(128))


def test_names_inside_other_names_count_for_nothing() -> None:
    for inside in ("hydroxyzinex", "Celexabrex", "preXanax", "beerless", "sertralinesque"):
        assert not recognise(inside).is_known


@pytest.mark.parametrize(
    ("given", "generics"),
    [
        ("500 mg paracetamol", ("paracetamol",)),
        ("Paracetamol (Tylenol)", ("paracetamol",)),
        ("HYDROCODONE-ACETAMINOPHEN 5-325 MG TABLET", ("hydrocodone", "paracetamol")),
        ("tramadol + paracetamol + coffee", ("tramadol", "paracetamol", "caffeine")),
        ("Morphin 10mg retard", ("morphine",)),
        ("fentanyl patch 25 µg/h", ("fentanyl",)),
        ("Xanax 2x", ("alprazolam",)),
    ],
)
def test_strengths_forms_and_parts(given: str, generics: tuple[str, ...]) -> None:
    assert recognise(given).generics == generics


@pytest.mark.parametrize("name", ["Paracetamol 500", "TYLENOL PM", "co-codamol", "acetaminophen/codeine", "Percocet"])
def test_names_of_paracetamol(name: str) -> None:
    assert is_paracetamol(name)


@pytest.mark.parametrize("name", ["", "ibuprofen", "para", "aspirin"])
def test_other_names_than_those_of_paracetamol(name: str) -> None:
    assert not is_paracetamol(name)


@pytest.mark.parametrize(
    "given",
    [
        "spice",
        "K2 drug",
        "K2 spice",
        "Spice/K2",
        "synthetic weed",
        "synthetic cannabinoids",
        "JWH-018",
        "jwh018",
        "5F-ADB",
    ],
)
def test_synthetic_cannabinoids(given: str) -> None:
    assert recognise(given).generics == ("synthetic cannabinoids",)


@pytest.mark.parametrize(
    ("given", "generics"),
    [
        ("vitamin K2", ("vitamin k",)), ("Vitamin K2 (MK-7)", ("vitamin k",)), ("D3/K2", ("vitamin d", "vitamin k")),
        ("Vitamin D3 + K2", ("vitamin d", "vitamin k")), ("vitamin D3 and K2 drops", ("vitamin d", "vitamin k")),
        ("weed", ("cannabis",)), ("CBD oil", ("cannabidiol",)),
        ("K2 100 µg", ("vitamin k",)), ("K2 200mcg", ("vitamin k",)), ("K2 75 ug capsules", ("vitamin k",)),
        ("K2 MK-7 100 µg", ("vitamin k",)), ("vitamin D3 25 µg + K2 100 mcg", ("vitamin d", "vitamin k")),
        ("K2 MK7", ("vitamin k",)), ("MK-7 K2", ("vitamin k",)), ("vit K2", ("vitamin k",)), ("D3", ("vitamin d",)),
        ("D3+K2", ("vitamin d", "vitamin k")), ("D3K2 drops", ("vitamin d", "vitamin k")),
        ("Vit. D3 K2", ("vitamin d", "vitamin k")), ("vitamins D3 and K2", ("vitamin d", "vitamin k")),
        ("D3 1000 IE + K2 100 µg", ("vitamin d", "vitamin k")), ("K2 (menaquinone)", ("vitamin k",)),
    ],
)  # fmt: skip
def test_what_is_no_synthetic_cannabinoid(given: str, generics: tuple[str, ...]) -> None:
    assert recognise(given).generics == generics


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("K2", ("K2 spice", "vitamin K2")), ("K2 1 g", ("K2 spice", "vitamin K2")),
        ("K2 capsules", ("K2 spice", "vitamin K2")), ("k2 Tropfen", ("K2 spice", "vitamin K2")),
        ("Ketum", ("kratom", "ketoprofen")), ("ketum 2 g", ("kratom", "ketoprofen")),
        ("multivitamin with K2", ("K2 spice", "vitamin K2")), ("Calcium, D3, K2", ("K2 spice", "vitamin K2")),
        ("magnesium, D3 & K2", ("K2 spice", "vitamin K2")),
    ],
)  # fmt: skip
def test_a_name_of_two_things_is_asked_about_and_taken_for_neither(given: str, meant: tuple[str, ...]) -> None:
    found = recognise(given)
    assert (found.generics, found.meant) == ((), meant)


def test_what_is_asked_about_is_a_name_of_two_things() -> None:
    asked = interactions.name_table()["asked"]
    for name, meant in asked.items():
        one, other = (recognise(each) for each in meant)
        assert one.is_known and other.is_known and one.generics != other.generics, name
        assert names()[folded_name(name)].generics == one.generics  # a search warns of it


def test_a_search_for_a_name_of_two_things_is_about_the_one_to_be_warned_of() -> None:
    for typed in ("K2", "is K2 bad"):
        assert [named.generics for named in named_in(typed)] == [("synthetic cannabinoids",)]


@pytest.mark.parametrize(
    ("given", "generics"),
    [
        ("kratom", ("kratom",)), ("mitragynine", ("kratom",)), ("Kratom capsules", ("kratom",)),
        ("Kratom extract", ("kratom extract",)), ("7-OH", ("7-hydroxymitragynine",)),
        ("kratom + Xanax", ("kratom", "alprazolam")),
    ],
)  # fmt: skip
def test_what_the_journal_is_about_is_recognised_and_only_seven_oh_is_seven_oh(
    given: str, generics: tuple[str, ...]
) -> None:
    row = row_of(given)
    assert recognise(given).generics == generics
    assert row.is_product == ("Xanax" not in given)
    assert ("seven-oh" in [each.id for each in row.classes]) == (given == "7-OH")


@pytest.mark.parametrize(
    ("given", "generics", "unknown"),
    [
        ("tramadol + qwertz", ("tramadol",), ("qwertz",)),
        ("citalopram and hydroxizine", ("citalopram",), ("hydroxizine",)),
        ("hydroxizine, Citalopram 20 mg, some wild thing", ("citalopram",), ("hydroxizine", "some wild thing")),
        ("Tramadol Qwertz retard", ("tramadol",), ("qwertz",)), ("Oxycodon comp", ("oxycodone",), ("comp",)),
        ("Xanax from Dr. Meier", ("alprazolam",), ("meier",)), ("Tramal or Novalgin", ("tramadol", "metamizole"), ()),
        ("citalopram and/or tramadol", ("citalopram", "tramadol"), ()),
        ("Stilnox plus", ("zolpidem",), ("plus",)), ("Ibuprofen Plus 400 mg tablets", ("ibuprofen",), ("plus",)),
        ("Panadol plus and Xanax", ("paracetamol", "alprazolam"), ("plus",)),
        ("Insidon comp", ("opipramol",), ("comp",)),
        ("Aspirin Duo", ("acetylsalicylic acid",), ("duo",)), ("Xanax plus", ("alprazolam",), ("plus",)),
        ("ibuprofen plus codeine", ("ibuprofen", "codeine"), ()), ("Xanax plus Plus", ("alprazolam",), ("plus plus",)),
    ],
)  # fmt: skip
def test_a_part_that_is_not_recognised_is_told_and_hides_no_other(
    given: str, generics: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    found = recognise(given)
    assert (found.generics, found.unknown) == (generics, unknown)


@pytest.mark.parametrize(
    ("given", "generics"),
    [
        ("Buscopan Plus", ("butylscopolamine", "paracetamol")),
        ("Neo-codion", ("codeine",)), ("NEO-CODION", ("codeine",)),
        ("Co-Aprovel", ("irbesartan", "hydrochlorothiazide")),
        ("Co-Dafalgan", ("codeine", "paracetamol")), ("Somac", ("pantoprazole",)), ("Soma", ("carisoprodol",)),
        ("Concor 5 plus", ("bisoprolol", "hydrochlorothiazide")), ("Tilidin plus", ("tilidine", "naloxone")),
        ("Atacand Plus 16 mg", ("candesartan", "hydrochlorothiazide")), ("Buscopan comp", ()),
    ],
)  # fmt: skip
def test_what_says_that_more_is_in_it_is_never_left_off(given: str, generics: tuple[str, ...]) -> None:
    found = recognise(given)
    assert (found.generics, found.unknown) == (generics, ())


MORE = interactions.name_table()["forms"]["more"]


@pytest.mark.parametrize("more", MORE)
def test_a_word_for_something_else_in_it_is_told_behind_any_known_name(more: str) -> None:
    known = [name for name in ("Stilnox", "Xanax", "tramadol", "Seroquel") if recognise(f"{name} {more}").is_known]
    assert [recognise(f"{name} {more}").unknown for name in known] == [(more,)] * len(known) and len(known) == 4


def test_seven_medicines_in_one_line_are_all_recognised() -> None:
    names_in_line = ("citalopram", "tramadol", "pregabalin", "ibuprofen", "omeprazole", "metformin", "ramipril")
    assert recognise(", ".join(names_in_line)).generics == names_in_line


@pytest.mark.parametrize(
    ("given", "generics"),
    [
        ("Tilidin AL comp", ("tilidine", "naloxone")), ("Tilidin AL comp 100/8", ("tilidine", "naloxone")),
        ("Tilidin-ratiopharm plus", ("tilidine", "naloxone")), ("Tilidin HEXAL comp", ("tilidine", "naloxone")),
        ("MST Mundipharma", ("morphine",)), ("Tramal long 100", ("tramadol",)), ("Fentanyl TTS", ("fentanyl",)),
        ("Fentanyl-Hexal MAT 25", ("fentanyl",)), ("Morphin Merck retard", ("morphine",)),
        ("Zolpidem-CT", ("zolpidem",)), ("Valium Roche", ("diazepam",)), ("Ortoton forte", ("methocarbamol",)),
        ("Diazepam Desitin rectal tube", ("diazepam",)), ("Gabapentin Glenmark", ("gabapentin",)),
        ("diazepam as needed", ("diazepam",)), ("tilidine at night", ("tilidine",)),
        ("diazepam (sometimes)", ("diazepam",)), ("tramadol [prescribed]", ("tramadol",)),
        ("OxyContin 10 mg twice a day", ("oxycodone",)), ("half a Xanax", ("alprazolam",)),
        ("my sister's Xanax", ("alprazolam",)), ("tramadol from a friend", ("tramadol",)),
        ("generic Xanax", ("alprazolam",)), ("my tramadol", ("tramadol",)), ("old tramadol", ("tramadol",)),
        ("tramadol for my back", ("tramadol",)), ("the Tylenol PM of my wife", ("paracetamol", "diphenhydramine")),
        ("my tramadol and his Valium", ("tramadol", "diazepam")), ("MST at night", ("morphine",)),
        ("some magnesium from the shop", ("magnesium",)), ("half a glass of wine", ("alcohol",)),
        ("my oxy", ("oxycodone",)), ("low-dose naltrexone by post", ("naltrexone",)),
        ("my sleeping pills", recognise("sleeping pills").generics), ("Haldol Depot", ("haloperidol",)),
        ("hydralazine at night", ("hydralazine",)), ("Celebrex as needed", ("celecoxib",)),
    ],
)  # fmt: skip
def test_how_when_whose_and_by_which_maker_do_not_hide_what_it_is(given: str, generics: tuple[str, ...]) -> None:
    found = recognise(given)
    assert (found.generics, found.meant, found.unknown) == (generics, (), ())


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("tramadol, stopped", ("tramadol",)), ("Nyquil Severe", ("NyQuil",)), ("SECRETMED Xanax", ("Xanax",)),
        ("no tramadol", ("tramadol",)), ("\u062f\u0648\u0627\u0621 tramadol", ("tramadol",)),
        ("used to take tramadol", ("tramadol",)), ("JWH-018 vape juice", ("JWH-018",)), ("root beer", ("beer",)),
        ("sonata form", ("Sonata",)), ("opioid receptor", ("opioid",)), ("alcohol wipes", ("alcohol",)),
        ("K2 at night", ("K2 spice", "vitamin K2")),
        ("the same as before", ()), ("amino acid", ()), ("hers is preXanax", ()),
    ],
)  # fmt: skip
def test_what_is_denied_or_may_be_another_thing_is_asked_about_and_never_taken(
    given: str, meant: tuple[str, ...]
) -> None:
    found = recognise(given)
    assert not found.is_known
    assert found.meant == meant


def test_words_around_a_name_are_no_names_themselves() -> None:
    forms = interactions.name_table()["forms"]
    assert not names().keys() & {*forms["around"], *forms["denying"]}
    assert not {*forms["denying"]} & {*forms["around"], *forms["words"]}


def test_at_most_three_names_are_asked_about() -> None:
    assert len(recognise("no tramadol Valium Ambien Lyrica and Soma").meant) == 3


@pytest.mark.parametrize("unseen", ["\u200b", "\u200d", "\ufeff", "\u00ad", "\u2060", "\u202e"])
def test_what_has_no_width_is_not_there(unseen: str) -> None:
    assert folded_name(f"xan{unseen}ax") == "xanax"
    assert recognise(f"{unseen}Xan{unseen}ax 0,5mg").generics == ("alprazolam",)


def test_very_long_and_empty_names_are_not_recognised() -> None:
    for given in ("", "  ", "/", "50 mg", "a " * 5000, "+".join(["beer"] * 50), "\u202e" * 10):
        assert not recognise(given).is_known


def test_no_name_is_of_two_things() -> None:
    assert len(names()) > 3000
    assert all(folded == folded_name(known.name) for folded, known in names().items())


def test_every_name_of_the_table_is_what_it_is_of() -> None:
    asked = {folded_name(name) for name in interactions.name_table()["asked"]}
    every = [known for folded, known in names().items() if folded not in asked]
    wrong = [known.name for known in every if recognise(known.name).generics != known.generics]
    assert wrong == []


def test_no_name_is_a_number_or_a_single_letter() -> None:
    short = {folded for folded in names() if sum(letter.isalpha() for letter in folded) < 2}
    assert short == {"m30", "b12", "k2", "d3"}


@pytest.mark.parametrize("listed", ["1", "4, 5", "g", "7-K"])
def test_a_table_with_a_number_or_a_letter_as_a_name_is_refused(listed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"names": {"ghb": [listed]}, "product": {}, "nothing": {}, "combinations": {}}
    monkeypatch.setattr(known_names, "name_table", lambda: table)
    with pytest.raises(PageFault, match="no name"):
        known_names.names.__wrapped__()


@pytest.mark.parametrize(
    "given", ["1", "1+1", "1/2", "=1", "1, 2, 3", "1,2,3", "1 and 1", "1 mg", "4", "7", "g", "k", "G", "1/k", "a b"]
)
def test_numbers_and_single_letters_name_nothing(given: str) -> None:
    found = recognise(given)
    assert not found.is_known
    assert found.meant == ()


@pytest.mark.parametrize(
    ("given", "generics"),
    [
        ("1,4 BD", ("ghb",)), ("1,4-BD", ("ghb",)), ("1,4-butanediol", ("ghb",)), ("1,4-Butanediol 2 ml", ("ghb",)),
        ("1.4-BDO", ("ghb",)), ("1,4-BD, Xanax", ("ghb", "alprazolam")),
        ("Xanax 0,5mg + 1,4-BD", ("alprazolam", "ghb")), ("paracetamol 500,codeine 30", ("paracetamol", "codeine")),
        ("Tylenol 3, Xanax", ("paracetamol", "codeine", "alprazolam")),
    ],
)  # fmt: skip
def test_a_comma_between_digits_parts_nothing(given: str, generics: tuple[str, ...]) -> None:
    assert recognise(given).generics == generics


def test_the_tables_are_read_on_first_use() -> None:
    assert recognising.names() is recognising.names()


@pytest.mark.parametrize(
    ("typed", "generics"),
    [
        ("xanax", ["alprazolam"]), ("can I take Xanax with it?", ["alprazolam"]), ("booze", ["alcohol"]),
        ("is special K bad", ["ketamine"]), ("st johns wort and pain", ["st john's wort"]), ("driving", []),
        ("withdrawal sleep", []), ("hydralizine", []), ("", []), ("magnesium", ["magnesium"]),
        ("kratom", []), ("kratom and beer", ["alcohol"]), ("kratom extract", ["kratom extract"]),
        ("zopiclone alcohol", ["zopiclone", "alcohol"]), ("zopiclone, beer", ["zopiclone", "alcohol"]),
        ("can I drink beer after my xanax", ["alcohol", "alprazolam"]),
    ],
)  # fmt: skip
def test_a_search_finds_each_name_among_other_words(typed: str, generics: list[str]) -> None:
    assert [generic for named in named_in(typed) for generic in named.generics] == generics


@pytest.mark.parametrize(
    ("given", "generics"),
    [
        ("Actifed", ("pseudoephedrine", "triprolidine")), ("O-DSMT", ("O-desmethyltramadol",)),
        ("Krypton", ("kratom", "O-desmethyltramadol")), ("Schlaftablette", ("sleeping pills",)),
        ("pastillas para dormir", ("sleeping pills",)), ("Jägermeister", ("alcohol",)),
    ],
)  # fmt: skip
def test_what_a_pharmacist_typed_and_missed_is_recognised(given: str, generics: tuple[str, ...]) -> None:
    assert recognise(given).generics == generics
