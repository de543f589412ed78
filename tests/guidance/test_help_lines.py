"""Emergency numbers and help lines."""

import datetime as dt
from typing import Any

import pytest

from journal.guidance import Country, PageFault, countries, country, sources
from journal.guidance.help_lines import FALLBACK, KINDS, Kind, parse_countries

LINE: dict[str, Any] = {
    "name": "Poison centre",
    "number": "01 23",
    "about": "What to do",
    "hours": "Day and night",
    "source": "agency",
    "checked": dt.date(2026, 11, 22),
    "kind": "poison",
}
FIELDS: dict[str, Any] = {"name": "Utopia", "emergency": "112", "basis": "common knowledge", "lines": [LINE]}


@pytest.mark.parametrize("each", countries(), ids=lambda each: each.code)
def test_every_country_has_an_emergency_number_of_digits(each: Country) -> None:
    assert each.emergency.isascii()
    assert each.emergency.isdigit()
    assert 3 <= len(each.emergency) <= 4
    assert len(each.code) == 2
    assert each.code.isupper()
    assert each.name


@pytest.mark.parametrize("each", [each for each in countries() if each.lines], ids=lambda each: each.code)
def test_every_help_line_is_verified_and_dated(each: Country) -> None:
    known = sources()
    for line in each.lines:
        assert known[line.source].mark == "V"
        assert line.checked >= dt.date(2026, 11, 22)
        assert line.number.replace(" ", "").replace("-", "").isdigit()
        assert line.name
        assert line.about
        assert line.hours
        # They are shown as sentences with a full stop of their own.
        assert not (line.about + line.hours).endswith(".")


def test_every_line_has_the_kind_that_its_words_say() -> None:
    said = {
        "crisis": ("crisis", "someone to talk to"),
        "poison": ("too much or the wrong thing",),
        "drug_help": ("drugs", "substance use"),
        "medical": ("medical advice",),
    }
    for each in countries():
        for line in each.lines:
            about = line.about.casefold()
            assert line.kind != "poison" or "poison centre" in about or each.code in ("CA",)
            assert [kind for kind, words in said.items() if any(word in about for word in words)] == [line.kind]


@pytest.mark.parametrize("code", ["US", "CA", "GB", "IE", "AU"])
def test_lines_are_picked_by_kind(code: str) -> None:
    picked = country(code).of_kind("crisis")
    assert picked and {each.kind for each in picked} == {"crisis"} and set(picked) < set(country(code).lines)


def test_countries_are_sorted_by_name_and_named_once() -> None:
    names = [each.name for each in countries()]
    assert names == sorted(names, key=str.casefold)
    assert len(set(names)) == len(names) >= 50


@pytest.mark.parametrize(
    ("code", "number"),
    [("US", "911"), ("CA", "911"), ("GB", "999"), ("IE", "112"), ("AU", "000"), ("NZ", "111"), ("DE", "112")],
)
def test_well_known_numbers(code: str, number: str) -> None:
    assert country(code).emergency == number
    assert country(code.lower()) == country(code)


@pytest.mark.parametrize("code", ["US", "GB", "IE", "AU", "NZ", "CA", "FI"])
def test_countries_with_a_poison_centre_or_urgent_line(code: str) -> None:
    assert country(code).lines


@pytest.mark.parametrize(
    ("code", "kind", "number"),
    [
        ("AT", "poison", "01 406 43 43"), ("AT", "crisis", "142"), ("CH", "poison", "145"), ("CH", "crisis", "143"),
        ("DE", "poison", "0361 730730"), ("DE", "crisis", "0800 1110111"), ("SE", "poison", "010-456 6700"),
        ("NO", "poison", "22 59 13 00"), ("NO", "crisis", "116 123"), ("FR", "crisis", "3114"),
        ("FI", "crisis", "09 2525 0111"), ("BE", "poison", "070 245 245"), ("DK", "poison", "82 12 12 12"),
        ("GB", "crisis", "116 123"), ("GB", "medical", "111"), ("ZA", "crisis", "0800 567 567"),
        ("BE", "crisis", "1813"), ("BE", "crisis", "0800 32 123"), ("CZ", "poison", "224 919 293"),
        ("DE", "drug_help", "01806 313031"), ("IT", "poison", "02 66101029"), ("NZ", "drug_help", "0800 787 797"),
        ("PL", "crisis", "116 123"), ("TH", "poison", "1367"), ("TH", "crisis", "1323"), ("ES", "crisis", "024"),
        ("MY", "crisis", "15555"), ("DE", "medical", "116 117"), ("DE", "poison", "030 19240"),
        ("DE", "poison", "0551 19240"), ("DE", "poison", "089 19240"), ("DE", "poison", "0761 19240"),
    ],
)  # fmt: skip
def test_lines_of_other_countries(code: str, kind: Kind, number: str) -> None:
    assert number in [each.number for each in country(code).of_kind(kind)]


def test_the_public_of_the_united_kingdom_is_sent_to_nhs_111_where_it_is() -> None:
    (line,) = country("GB").of_kind("medical")
    assert "England, Scotland and Wales only" in line.about and "Northern Ireland" in line.about
    assert "no poison line" in line.about and country("GB").of_kind("poison") == ()
    assert line.sources == ("npis-public", "neas-111")


def test_an_ambulance_in_ukraine_has_its_own_number() -> None:
    assert (country("UA").emergency, country("UA").also) == ("103", "112 works in many places")


def test_the_line_that_people_are_sent_to_is_one_that_answers() -> None:
    """The contract of 800 70 2222 ended in 2020; that it came back was read nowhere that could be relied on."""
    assert [each.number for each in country("PL").lines] == ["116 123"]


def test_every_line_is_its_own_country_s() -> None:
    """A source that two countries name is one centre for both; nothing else is shared."""
    of: dict[str, set[str]] = {}
    for each in countries():
        for line in each.lines:
            for source in line.sources:
                of.setdefault(source, set()).add(each.code)
    assert {source: codes for source, codes in of.items() if len(codes) > 1} == {"be-poison": {"BE", "LU"}}


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("US", ()),
        ("GB", ("poison",)),
        ("FI", ()),
        ("BE", ()),
        ("DK", ("crisis",)),
        ("NL", ("poison",)),
        ("ES", ("poison",)),
        ("ID", ("poison", "crisis")),
    ],
)
def test_what_a_country_has_no_verified_line_for(code: str, missing: tuple[Kind, ...]) -> None:
    assert country(code).missing() == missing
    assert country(code).has_shipped_line is (len(missing) < 2)


def test_help_with_substances_is_missed_where_all_kinds_are_asked_for() -> None:
    assert country("US").missing(KINDS) == ()
    assert country("FI").missing(KINDS) == ("drug_help",)
    assert country("MY").missing(KINDS) == ("poison", "drug_help")
    assert country("ID").missing(KINDS) == KINDS


def test_a_line_of_one_nation_of_the_united_kingdom_says_which_and_that_the_others_have_none() -> None:
    (line,) = country("GB").of_kind("drug_help")
    assert line.number == "0808 808 2234" and line.about.startswith("In Wales: ")
    assert "For the other nations no such line was verified" in line.about


@pytest.mark.parametrize("code", [None, "", "XX", "usa", "U", "\N{LATIN SMALL LETTER SHARP S}"])
def test_an_unknown_country_gets_words_and_no_line(code: str | None) -> None:
    assert country(code) == FALLBACK
    assert (FALLBACK.code, FALLBACK.lines) == ("", ())
    assert FALLBACK.emergency == "Your local emergency number"
    assert FALLBACK.also == "112 works on many mobile phones"


def test_a_table_is_read() -> None:
    (utopia,) = parse_countries({"ZZ": FIELDS})
    assert (utopia.code, utopia.name, utopia.emergency, utopia.also) == ("ZZ", "Utopia", "112", "")
    assert [line.number for line in utopia.lines] == ["01 23"]


@pytest.mark.parametrize(
    "fields",
    [
        {"name": ""},
        {"emergency": "the ambulance"},
        {"emergency": ""},
        {"emergency": 112},
        {"emergency": "٩١١"},
        {"basis": "guessed"},
        {"also": 5},
        {"motto": "none"},
        {"lines": "none"},
        {"lines": [{**LINE, "number": 123}]},
        {"lines": [{**LINE, "checked": "today"}]},
        {"lines": [{**LINE, "free": True}]},
        {"lines": [{**LINE, "kind": "own"}]},
        {"lines": [{**LINE, "also_source": 3}]},
        {"lines": [{**LINE, "language": None}]},
        {"lines": [{**LINE, "kind": "Crisis"}]},
        {"lines": [{key: LINE[key] for key in LINE if key != "kind"}]},
        {"lines": [{key: LINE[key] for key in LINE if key != "source"}]},
    ],
)
def test_a_faulty_country_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(PageFault, match="country ZZ"):
        parse_countries({"ZZ": {**FIELDS, **fields}})


@pytest.mark.parametrize("code", ["zz", "ZZZ", "Z1"])
def test_a_faulty_code_is_refused(code: str) -> None:
    with pytest.raises(PageFault):
        parse_countries({code: FIELDS})


def test_every_crisis_line_is_open_at_any_hour_or_its_hours_are_known() -> None:
    hours = {(each.code, line.hours) for each in countries() for line in each.of_kind("crisis") if not line.always_open}
    assert hours == {("MY", "Every day from 8 to 24")}
    assert all(line.hours for each in countries() for line in each.of_kind("crisis"))
