"""Pages of guidance as files: what is understood, and that every planted fault is refused."""

import datetime as dt

import pytest

from journal.guidance import Bullets, Heading, PageFault, Paragraph, Statement
from tests.guidance.samples import BODY, FRONT, sample


def test_a_page_is_read() -> None:
    page = sample()
    assert (page.code, page.group) == ("sample", "facts")
    assert (page.title, page.summary) == ("A sample", "What a page looks like.")
    assert (page.reviewed, page.review_by) == (dt.date(2026, 11, 22), dt.date(2027, 5, 22))
    assert page.blocks == (
        Heading("First things"),
        Paragraph((Statement("Stay with the person.", ("agency-2020",)), Statement("What do you see?", ()))),
        Bullets(
            (
                Paragraph((Statement("Slow breathing.", ("agency-2020", "journal-2024")),)),
                Paragraph((Statement("In 2019 it was reported that two things happened.", ("hearsay",)),)),
            )
        ),
    )


def test_statements_come_in_reading_order_under_their_headings() -> None:
    page = sample(body="Above.[-]\n\n## One\n\nA.[-] B.[-]\n\n## Two\n\n- C.[-]\n")
    assert [(heading, each.text) for heading, each in page.under_headings()] == [
        ("", "Above."), ("One", "A."), ("One", "B."), ("Two", "C."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("Stay with the person.", "no source mark after 'Stay with the person.'"),
        ("Stay.[^a] Wait.", "no source mark after 'Wait.'"),
        ("Stay. Wait.[^a]", "no source mark after 'Stay.'"),
        ("“Stay.” Wait.[^a]", "no source mark after '“Stay.'"),
        ("Is it so? Yes.[^a]", "no source mark after 'Is it so?'"),
        ("- Stay.[^a]\n- Wait.", "no source mark after 'Wait.'"),
        ("Stay.[^a] [^b]", "no source mark"),
        ("Stay[^a] with the person.[^b]", "does not end before its mark"),
        ("Stay.[^A]", "no source mark after"),
        ("Stay.[^a][^B]", "no source mark after"),
        ("Stay [there].[^a]", "only plain text"),
        ("Stay **there**.[^a]", "only plain text"),
        ("See <b>this</b>.[^a]", "only plain text"),
        ("### Stay.[^a]", "only plain text"),
        ("Stay.[^a][-]", "sources or none"),
        ("## One\nStay.[^a]", "heading"),
        ("## One *two*", "heading"),
        ("Stay:[^a]\n- Wait.[^a]", "no empty line before the list"),
        ("", "empty"),
    ],
)
def test_a_faulty_body_is_refused(body: str, named: str) -> None:
    with pytest.raises(PageFault) as refused:
        sample(body=body)
    assert named in str(refused.value)
    assert str(refused.value).startswith("sample: ")


@pytest.mark.parametrize(
    "body", ["One in 2.5 did.[^a]", "It has 7-OH.[^a]", "It is so (as read in 2026).[^a]", "A: b.[^a]"]
)
def test_a_full_stop_inside_of_a_sentence_is_not_its_end(body: str) -> None:
    assert [each.text for each in sample(body=body).statements()] == [body.removesuffix("[^a]")]


@pytest.mark.parametrize(
    "front",
    [
        "",
        FRONT.removeprefix("+++\n"),
        FRONT.removesuffix("+++\n"),
        FRONT.replace('code = "sample"', 'code = "other"'),
        FRONT.replace('group = "facts"\n', ""),
        FRONT.replace('group = "facts"', 'group = "Facts"'),
        FRONT.replace('group = "facts"', "group = 5"),
        FRONT.replace('title = "A sample"\n', ""),
        FRONT.replace('title = "A sample"', 'title = ""'),
        FRONT.replace('summary = "What a page looks like."', "summary = 5"),
        FRONT.replace("reviewed = 2026-11-22", 'reviewed = "2026-11-22"'),
        FRONT.replace("reviewed = 2026-11-22", "reviewed = 2026-11-22T00:00:00"),
        FRONT.replace("review_by = 2027-05-22", "review_by = 2026-11-22"),
        FRONT.replace("review_by = 2027-05-22", "review_by = 2026-02-30"),
        FRONT.replace("+++\ncode", '+++\nauthor = "someone"\ncode'),
        FRONT.replace('code = "sample"', "code"),
    ],
)
def test_faulty_front_matter_is_refused(front: str) -> None:
    with pytest.raises(PageFault, match="^sample: "):
        sample(front, BODY)


def test_a_page_in_no_group_says_which_there_are() -> None:
    with pytest.raises(PageFault) as refused:
        sample(FRONT.replace('group = "facts"', 'group = "other"'))
    named = "now, what-it-does, with-other-things, cutting-down, facts"
    assert str(refused.value) == f"sample: its group 'other' is none of {named}"


def test_a_page_is_overdue_on_the_day_after_its_review_date() -> None:
    page = sample()
    assert not page.overdue(dt.date(2027, 5, 22))
    assert page.overdue(dt.date(2027, 5, 23))
