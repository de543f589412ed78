"""The shipped pages and sources."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest

from journal.assets import asset
from journal.guidance import Bullets, Heading, PageFault, page, pages, search, sources
from journal.guidance.groups import GROUPS
from journal.guidance.phrases import forbidden_phrases
from journal.guidance.shipped import ORDER, parse_sources

FIELDS: dict[str, Any] = {
    "title": "Signs",
    "organisation": "An agency",
    "year": 2020,
    "address": "https://agency.example/signs",
    "read": dt.date(2026, 11, 22),
    "mark": "V",
}


def test_the_emergency_page_comes_first() -> None:
    assert pages()[0].code == "emergency-signs"
    assert page("dependence") in pages()


def test_pages_come_group_by_group_and_in_their_order_in_each() -> None:
    assert {each.code for each in pages()} == set(ORDER)
    groups = list(GROUPS)
    places = [(groups.index(each.group), ORDER.index(each.code)) for each in pages()]
    assert places == sorted(places)


def test_every_file_is_a_page_and_every_page_a_file() -> None:
    assert {path.stem for path in asset("guidance", "en").glob("*.md")} == set(ORDER)


def test_an_unknown_page_or_language_is_an_error() -> None:
    with pytest.raises(KeyError):
        page("../sources")
    with pytest.raises(PageFault):
        pages("xx")


def test_the_signs_and_first_aid_can_be_shown_before_a_journal_is_unlocked() -> None:
    emergency = page("emergency-signs")
    headings = [block.text for block in emergency.blocks if isinstance(block, Heading)]
    assert headings == [
        "Call the emergency number now",
        "Until help comes",
        "If it is you",
        "Call the emergency number or a doctor today",
        "Call a doctor today",
        "A very high blood pressure",
        "When a sign has passed",
        "When to take no more",
        "Ask a poison centre",
        "Why each sign matters",
        "More about kratom",
    ]
    said = [each.text for heading, each in emergency.under_headings() if heading not in headings[-2:]]
    assert [phrase for text in said for phrase in forbidden_phrases(text, "emergency")] == []
    assert forbidden_phrases(emergency.title + emergency.summary, "emergency") == []


@pytest.mark.parametrize(
    "words",
    [
        "woken", "breathing", "pupils", "limp", "blue", "seizure", "chest pain", "fainting", "confusion",
        "stiff or jerking", "suicide", "yellow", "dark urine", "pale stool", "itching", "belly", "fever",
        "vomit", "blood", "newborn", "child", "naloxone", "alone", "pregnant",
    ],
)  # fmt: skip
def test_the_emergency_page_names_every_sign(words: str) -> None:
    assert words in " ".join(each.text for each in page("emergency-signs").statements()).casefold()


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        *(("Call the emergency number now", each) for each in (
            "passed out", "cannot be woken", "slow, shallow", "gurgling", "hard to breathe", "limp", "blue", "seizure",
            "chest pain", "fainting", "heart races", "severe confusion", "not there", "stiff or jerking",
            "swelling of face, tongue", "blood in vomit", "suicide", "muscle pain. emergency department now",
        )),
        *(("Call the emergency number or a doctor today", each) for each in (
            "with drowsiness or slow breathing: call", "palpitations", "belly pain", "nothing stays down",
            "blood in stool", "black stool", "little urine", "child",
        )),
        *(("Call a doctor today", each) for each in (
            "yellow eyes", "dark urine", "pale stool", "intense itching", "loose stool with a high fever", "pregnant",
        )),
    ],
)  # fmt: skip
def test_every_sign_stands_under_how_urgent_it_is(heading: str, words: str) -> None:
    said = page("emergency-signs").under_headings()
    assert heading in {under for under, each in said if words in each.text.casefold()}


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("need a doctor today, even if you feel well", "yellow eyes or skin"),
        ("emergency department at once", "feel ill as well"),
        ("call the emergency number", "baby struggles to breathe"),
        ("needs medical help now", "confused, very drowsy or short of breath"),
    ],
)
def test_the_sentences_around_the_table_say_no_less_than_it(about: str, said: str) -> None:
    own = [each.text.casefold() for each in page("emergency-signs").statements()]
    assert any(said in text and about in text for text in own)


def test_very_bad_belly_pain_stands_nowhere_as_a_matter_for_a_doctor() -> None:
    today = [each.text for under, each in page("emergency-signs").under_headings() if under == "Call a doctor today"]
    assert not [text for text in today if "belly" in text.casefold()]


# The first pages tell what something is; these tell what to do, and begin with it.
CARE = (
    "with-medicines",
    "being-careful",
    "liver-heart-breathing",
    "side-effects",
    "driving-work-travel",
    "children-and-pets",
    "talking-with-a-clinician",
    "reporting-a-reaction",
)


@pytest.mark.parametrize("code", CARE)
def test_a_page_on_care_begins_with_what_to_do(code: str) -> None:
    first, second, *_ = page(code).blocks
    assert first == Heading("What to do first")
    assert isinstance(second, Bullets)


@pytest.mark.parametrize(
    "words",
    [
        "alcohol", "beer", "sertraline", "xanax", "gabapentin", "pregabalin", "tramadol", "oxycodone", "methadone",
        "diazepam", "zopiclone", "diphenhydramine", "quetiapine", "naltrexone", "LDN", "venlafaxine", "citalopram",
        "cannabis", "kava", "tianeptine", "phenibut", "ibuprofen", "acetaminophen", "St John's wort",
    ],
)  # fmt: skip
def test_what_people_take_is_found_on_the_page_on_mixing(words: str) -> None:
    assert "with-medicines" in {hit.page.code for hit in search(pages(), words)}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("driving", "driving-work-travel"),
        ("drug tests", "driving-work-travel"),
        ("operation", "driving-work-travel"),
        ("sleep apnoea", "being-careful"),
        ("breast milk", "being-careful"),
        ("liver blood test", "liver-heart-breathing"),
        ("constipation", "side-effects"),
        ("dog", "children-and-pets"),
        ("record", "talking-with-a-clinician"),
        ("Canada", "reporting-a-reaction"),
        ("mix", "with-medicines"),
    ],
)
def test_other_questions_find_their_page(words: str, code: str) -> None:
    assert code in {hit.page.code for hit in search(pages(), words)}


def test_sources_have_a_title_an_organisation_and_a_web_address() -> None:
    for key, source in sources().items():
        assert source.id == key
        assert source.title
        assert source.organisation
        assert source.address.startswith(("https://", "http://"))
        assert source.read >= dt.date(2026, 11, 22)
        assert source.year is None or 1950 < source.year <= source.read.year


def same_text(addresses: Iterable[str]) -> list[str]:
    """What is named by more than one of these addresses: a place on the web, or the DOI that stands in it."""
    named = Counter[str]()
    for address in addresses:
        place = re.sub(r"^https?://(?:www\.)?|[/#]+$", "", address.casefold())
        named.update({place, *re.findall(r"\b10\.\d{4,9}/[^\s?#]+?(?=/?(?:full|abstract|pdf)?$|[?#])", place)})
    return [name for name, times in named.items() if times > 1]


def test_a_source_says_what_it_is() -> None:
    """Where a title is not shown, who published it stands in its place: a person's name alone says nothing."""
    known = sources().values()
    person = re.compile(r"(?:[A-Z]\. )+\w+|\w+(?: \w+)? and (?:others|colleagues)")
    assert [each.organisation for each in known if person.match(each.organisation)] == []
    assert person.match("W. O. Tatum and others") and person.match("Brooks and others")


def test_no_two_sources_are_the_same_text() -> None:
    assert same_text(source.address for source in sources().values()) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.agency.example/a/", "http://agency.example/a"),
        ("https://doi.org/10.1186/s12245-020-00301-0", "https://publisher.example/articles/10.1186/S12245-020-00301-0"),
        ("https://doi.org/10.3389/fphar.2022.1", "https://publisher.example/10.3389/fphar.2022.1/full"),
    ],
)
def test_the_same_text_by_two_addresses_is_found(one: str, other: str) -> None:
    assert same_text([one, other])
    assert same_text([one, f"{other}2/b"]) == []


def test_a_source_may_bear_no_year() -> None:
    assert parse_sources({"a": FIELDS})["a"].year == 2020
    assert parse_sources({"a": {key: FIELDS[key] for key in FIELDS if key != "year"}})["a"].year is None


@pytest.mark.parametrize(
    "fields",
    [
        {"title": ""},
        {"organisation": ""},
        {"year": "2020"},
        {"year": True},
        {"address": "agency.example"},
        {"read": "2026-11-22"},
        {"read": dt.datetime(2026, 11, 22)},
        {"mark": "G"},
        {"note": "seen"},
    ],
)
def test_a_faulty_source_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(PageFault, match="source agency"):
        parse_sources({"agency": {**FIELDS, **fields}})


@pytest.mark.parametrize("missing", ["title", "organisation", "address", "read", "mark"])
def test_a_source_without_a_field_is_refused(missing: str) -> None:
    with pytest.raises(PageFault, match="source agency"):
        parse_sources({"agency": {key: FIELDS[key] for key in FIELDS if key != missing}})
