"""The page "Common claims, checked": no claim of the article is missing, and each has its verdict and its sources."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from journal import guidance
from journal.guidance import Bullets, Heading, Paragraph

WRONG, UNPROVEN, SOUND = "Wrong", "Unproven", "Sound"


class Claim(NamedTuple):
    """What the article says, in our words, the heading under which the page answers it, and what that rests on."""

    words: str
    verdict: str
    sources: tuple[str, ...]


# Each was held against what was read; who changes a verdict or a source holds it against that again.
CLAIMS = {
    "addiction": Claim("without addictive potential", WRONG, ("singh-2014", "hill-2024")),
    "strain": Claim("strain is crucial", WRONG, ("huisman-preprint-2023",)),
    "herb": Claim("gentle choice", WRONG, ("kratom-liver-2020", "singh-2014", "tatum-2018")),
    "complete-list": Claim(
        "list of side effects is complete", WRONG, ("kratom-liver-2020", "mayo-kratom", "eldridge-2018")
    ),
    "authority": Claim("a guide with authority", WRONG, ("swogger-2022", "sharma-2022")),
    "remedy": Claim("a remedy for chronic pain", UNPROVEN, ("healthypeople-plants", "vicknasingam-2020")),
    "fibromyalgia-arthritis": Claim("fibromyalgia and arthritis", UNPROVEN, ()),
    "journal-animals": Claim(
        "Journal of Pain Research showed less nerve pain in animals", UNPROVEN, ("who-ecdd-2021",)
    ),
    "journal-people": Claim("Journal of Pain Research showed less pain in people above a certain amount", UNPROVEN, ()),
    "amounts": Claim("amounts for a first time and for more effect", UNPROVEN, ("swogger-2022",)),
    "start-low": Claim("begin with little and take more step by step", UNPROVEN, ("grundmann-2017", "rogers-2024")),
    "own-amount": Claim("each person needs an amount of their own", UNPROVEN, ("uic-2023",)),
    "fall-short": Claim("usual treatments often fall short", UNPROVEN, ("mun-2025",)),
    "grinding": Claim("grinding the leaves", UNPROVEN, ()),
    "hot-water": Claim("hot water or herbal tea", UNPROVEN, ("grundmann-tea-2023",)),
    "mitragynine-strains": Claim("strains rich in mitragynine", UNPROVEN, ("rogers-2024", "smith-2022-signal")),
    "combined-care": Claim(
        "with usual pain care it does more and harms less", UNPROVEN, ("boyer-2008", "shm-citalopram", "brooks-2023")
    ),
    "monitoring": Claim("watching closely and changing amount or strain", UNPROVEN, ()),
    "allergy": Claim("allergic reactions", UNPROVEN, ("nhs-anaphylaxis-2023",)),
    "twelve-weeks": Claim("more than twelve weeks", SOUND, ("cdc-nonopioid-2022",)),
    "receptors": Claim("opioid receptors", SOUND, ("hill-2022", "uic-2023")),
    "tradition": Claim("medicine of Southeast Asia", SOUND, ("vicknasingam-2020",)),
    "effects-differ": Claim("from wakeful to relaxed", SOUND, ("vento-2021", "uic-2023")),
    "potency": Claim("strength differs within and between products", SOUND, ("prozialeck-2020", "manwill-2022")),
    "dependence": Claim("tolerance, dependence and withdrawal", SOUND, ("singh-2014", "rogers-2024")),
    "stomach": Claim("upset the stomach and bowels", SOUND, ("grundmann-2017", "vomiting-2020")),
    "insomnia": Claim("disturb sleep", SOUND, ("singh-2014", "fda-7oh")),
    "dry-mouth": Claim("dry mouth", SOUND, ("mayo-kratom",)),
    "dizziness": Claim("dizzy or lightheaded", SOUND, ("mayo-kratom",)),
    "drowsiness": Claim("drowsy", SOUND, ("mayo-kratom", "asam-2025")),
    "anxiety": Claim("anxiety", SOUND, ("post-2019", "singh-2014")),
    "seizures": Claim(
        "seizures, mostly with certain medicines", SOUND, ("boyer-2008", "tatum-2018", "seizures-malaysia-2021")
    ),
    "heart": Claim("harms the heart", SOUND, ("ramathibodi-2013", "shm-citalopram")),
    "kidneys": Claim("harms the kidneys", SOUND, ("liver-review",)),
    "other-medicines": Claim("other illnesses and medicines matter", SOUND, ("jarka-2023", "brooks-2023")),
    "record": Claim("a record of amount, preparation and symptoms", SOUND, ()),
    "other-care": Claim("physical therapy and other care", SOUND, ("sps-ng193", "cdc-nonopioid-2022")),
    "law": Claim("keep to the law", SOUND, ("crs-2023",)),
    "research": Claim("more research is needed", SOUND, ("mun-2025",)),
}
# What the second review of the contents found the article to claim, in its order, and the rows that answer it.
REVIEWED = {
    "without addictive potential": ["addiction"],
    "strain choice": ["strain", "mitragynine-strains"],
    "tolerance, dependence, withdrawal": ["dependence"],
    "potency varies": ["potency"],
    "gram amounts": ["amounts", "own-amount"],
    "start low": ["start-low"],
    "nausea, constipation": ["stomach"],
    "insomnia": ["insomnia"],
    "dry mouth": ["dry-mouth"],
    "drowsiness": ["drowsiness"],
    "dizziness": ["dizziness"],
    "anxiety": ["anxiety"],
    "allergy": ["allergy"],
    "seizures with medicines": ["seizures"],
    "kidney": ["kidneys"],
    "heart": ["heart"],
    "interactions and existing conditions": ["other-medicines"],
    "does it work for pain": ["remedy", "fibromyalgia-arthritis", "receptors"],
    "the two Journal of Pain Research claims": ["journal-animals", "journal-people"],
    "grinding": ["grinding"],
    "hot water, preparation": ["hot-water", "record"],
    "combining with conventional care": ["combined-care", "other-care", "fall-short"],
    "legal": ["law"],
}
LINKS = [
    "National Institute on Drug Abuse", "PubMed", "Medical News Today", "American Academy of Pain Medicine",
    "National Center for Complementary and Integrative Health", "Kratom Science", "Harvard Health Publishing",
]  # fmt: skip
# What an answer may say instead of naming a source: that we searched and found nothing, or what this journal does.
OWN = ("We found no", "We searched for it and did not find it.", "this journal", "A record shows")


def rows() -> dict[str, list[Paragraph]]:
    """The items of the page's lists under their headings."""
    found: dict[str, list[Paragraph]] = {}
    heading = ""
    for block in guidance.page("claims-checked").blocks:
        match block:
            case Heading(text):
                heading = text
            case Bullets(items):
                found.setdefault(heading, []).extend(items)
            case Paragraph():
                pass
    return found


def rows_of(claim: Claim) -> list[tuple[str, Paragraph]]:
    """The rows that answer a claim, each with its heading."""
    return [
        (heading, item)
        for heading, items in rows().items()
        for item in items
        if item.statements[0].text.startswith("Claim: ") and claim.words in item.statements[0].text
    ]


@pytest.mark.parametrize("code", CLAIMS)
def test_every_claim_has_one_row_under_its_verdict_with_its_sources(code: str) -> None:
    ((heading, item),) = rows_of(CLAIMS[code])
    assert heading == CLAIMS[code].verdict
    assert tuple(source for each in item.statements for source in each.sources) == CLAIMS[code].sources


@pytest.mark.parametrize("claimed", REVIEWED)
def test_every_claim_of_the_review_has_its_rows(claimed: str) -> None:
    assert REVIEWED[claimed] and all(len(rows_of(CLAIMS[code])) == 1 for code in REVIEWED[claimed])


def test_no_row_is_left_without_a_claim_of_the_article() -> None:
    said = [item.statements[0].text for heading in (WRONG, UNPROVEN, SOUND) for item in rows()[heading]]
    assert [text for text in said if not any(claim.words in text for claim in CLAIMS.values())] == []
    assert len(said) == len(CLAIMS)


def test_every_answer_rests_on_a_source_or_on_our_own_search() -> None:
    for heading in (WRONG, UNPROVEN, SOUND):
        for item in rows()[heading]:
            claim, *answer = item.statements
            assert claim.sources == ()  # it is named, not made
            assert answer and any(each.sources or any(own in each.text for own in OWN) for each in answer), claim.text


def test_the_seven_links_are_each_accounted_for_with_a_source() -> None:
    items = rows()["What became of its seven links"]
    assert [name for name, item in zip(LINKS, items, strict=True) if name not in item.statements[0].text] == []
    assert all(each.sources for item in items for each in item.statements)


def test_the_author_is_not_named() -> None:
    said = " ".join(each.text for each in guidance.page("claims-checked").statements())
    assert "author" in said and "Dr." not in said
