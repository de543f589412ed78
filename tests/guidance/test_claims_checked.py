"""The page "Common claims, checked": no claim of the article is missing, and each has its verdict and its sources."""

from __future__ import annotations

import pytest

from journal import guidance
from journal.guidance import Bullets, Heading, Paragraph

WRONG, UNPROVEN, SOUND = "Wrong", "Unproven", "Sound"

# What the article says, in our words, and the heading under which the page must answer it.
CLAIMS = [
    ("without addictive potential", WRONG),
    ("strain is crucial", WRONG),
    ("gentle choice", WRONG),
    ("list of side effects is complete", WRONG),
    ("a guide with authority", WRONG),
    ("a remedy for chronic pain", UNPROVEN),
    ("fibromyalgia and arthritis", UNPROVEN),
    ("Journal of Pain Research showed less nerve pain in animals", UNPROVEN),
    ("Journal of Pain Research showed less pain in people above a certain amount", UNPROVEN),
    ("amounts for a first time and for more effect", UNPROVEN),
    ("begin with little and take more step by step", UNPROVEN),
    ("grinding the leaves", UNPROVEN),
    ("hot water or herbal tea", UNPROVEN),
    ("strains rich in mitragynine", UNPROVEN),
    ("with usual pain care it does more and harms less", UNPROVEN),
    ("watching closely and changing amount or strain", UNPROVEN),
    ("allergic reactions", UNPROVEN),
    ("more than twelve weeks", SOUND),
    ("opioid receptors", SOUND),
    ("medicine of Southeast Asia", SOUND),
    ("strength differs within and between products", SOUND),
    ("tolerance, dependence and withdrawal", SOUND),
    ("upset the stomach and bowels", SOUND),
    ("disturb sleep", SOUND),
    ("dry mouth", SOUND),
    ("dizzy or lightheaded", SOUND),
    ("drowsy", SOUND),
    ("anxiety", SOUND),
    ("seizures, mostly with certain medicines", SOUND),
    ("harms the heart", SOUND),
    ("harms the kidneys", SOUND),
    ("other illnesses and medicines matter", SOUND),
    ("a record of amount, preparation and symptoms", SOUND),
    ("physical therapy and other care", SOUND),
    ("keep to the law", SOUND),
    ("more research is needed", SOUND),
]
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


@pytest.mark.parametrize(("claim", "verdict"), CLAIMS, ids=[claim for claim, _ in CLAIMS])
def test_every_claim_has_one_row_under_its_verdict(claim: str, verdict: str) -> None:
    found = [
        heading
        for heading, items in rows().items()
        for item in items
        if item.statements[0].text.startswith("Claim: ") and claim in item.statements[0].text
    ]
    assert found == [verdict]


def test_no_row_is_left_without_a_claim_of_the_article() -> None:
    said = [item.statements[0].text for heading in (WRONG, UNPROVEN, SOUND) for item in rows()[heading]]
    assert [text for text in said if not any(claim in text for claim, _ in CLAIMS)] == []
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
