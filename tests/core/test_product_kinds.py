"""What a product's name says of its kind, and what is still to be asked."""

from __future__ import annotations

import pytest

from journal.core.entries import Content, Product, ProductKind
from journal.core.product_kinds import (
    ANSWERED,
    Doubt,
    as_told,
    contradicts,
    kind_in_name,
    of_kind,
    open_question,
    questions,
    remembered,
)
from journal.core.validity import refuse_invalid

SEVEN_OH, EXTRACT, SHOT = ProductKind.SEVEN_OH, ProductKind.EXTRACT, ProductKind.SHOT


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("7-OH tablets", SEVEN_OH), ("7OH", SEVEN_OH), ("7 OH 15 mg", SEVEN_OH), ("7\u2011oh", SEVEN_OH),
        ("Made-up 7OHMZ", SEVEN_OH), ("7-Hydroxymitragynine", SEVEN_OH), ("HYDROXY chews", SEVEN_OH),
        ("7-Hidroximitraginina", SEVEN_OH), ("7-OH extract shot", SEVEN_OH),
        ("Gold Extract", EXTRACT), ("Blattextrakt", EXTRACT), ("extracto de hoja", EXTRACT),
        ("Night shot", SHOT), ("Shots, 4 pieces", SHOT), ("Alcohol tincture", SHOT), ("Tinktur", SHOT),
        ("tintura madre", SHOT), ("Shot XL", SHOT),
        ("Green", None), ("Shotgun red", None), ("Upshot", None), ("17-OH", None), ("", None),
    ],
)  # fmt: skip
def test_what_a_name_says(name: str, told: ProductKind | None) -> None:
    assert kind_in_name(name) is told


@pytest.mark.parametrize("kind", list(ProductKind))
def test_a_name_with_7_oh_contradicts_every_other_kind(kind: ProductKind) -> None:
    assert (contradicts("7-OH", kind) is None) == (kind is SEVEN_OH)


def test_an_extract_contradicts_what_is_counted_as_leaf_and_what_is_not_said() -> None:
    asked = {kind for kind in ProductKind if contradicts("Gold extract", kind)}
    assert asked == {
        ProductKind.LEAF_POWDER, ProductKind.CRUSHED_LEAF, ProductKind.CAPSULE, ProductKind.TEA, ProductKind.TABLET,
        ProductKind.OTHER, ProductKind.NOT_SAID,
    }  # fmt: skip


def test_a_tablet_agrees_with_its_name_by_what_it_holds() -> None:
    tablet = ProductKind.TABLET
    assert contradicts("7-OH tablets", tablet, Content.LEAF) is SEVEN_OH
    assert contradicts("7-OH tablets", tablet, Content.SEVEN_OH) is None
    assert contradicts("Extract tablets", tablet, Content.EXTRACT) is None


@pytest.mark.parametrize(
    ("product", "doubts"),
    [
        (Product(name="Green", kind=ProductKind.LEAF_POWDER), []),
        (Product(name="Green"), [Doubt.NOT_SAID]),
        (Product(name="Green", kind=ProductKind.LEAF_POWDER, ask_kind=True), [Doubt.FILLED_IN]),
        (Product(name="Green", kind=ProductKind.OTHER), []),
        (Product(name="White", kind=ProductKind.TABLET), [Doubt.CONTENT]),
        (Product(name="White", kind=ProductKind.TABLET, content=Content.LEAF), []),
        (Product(name="7-OH"), [Doubt.NAME, Doubt.NOT_SAID]),
        (Product(name="7-OH", kind=ProductKind.TABLET), [Doubt.NAME, Doubt.CONTENT]),
        (Product(name="7-OH", kind=SEVEN_OH), []),
    ],
)
def test_what_is_to_be_asked(product: Product, doubts: list[Doubt]) -> None:
    assert [question.doubt for question in questions(product)] == doubts


def test_each_question_is_asked_once_and_another_name_is_another_question() -> None:
    product = Product(name="Gold extract", kind=ProductKind.CAPSULE)
    first = open_question(product, ())
    assert first is not None and first.kind_by_name is EXTRACT
    memory = remembered(first, answered=True)
    refuse_invalid(memory)
    assert memory.value == ANSWERED
    assert open_question(product, {memory.id}) is None
    renamed = Product(id=product.id, name="Gold 7-OH", kind=ProductKind.CAPSULE)
    again = open_question(renamed, {memory.id})
    assert again is not None and again.kind_by_name is SEVEN_OH


def test_an_answer_gives_the_kind_and_ends_every_question() -> None:
    filled_in = Product(name="7-OH", kind=ProductKind.LEAF_POWDER, ask_kind=True)
    assert questions(as_told(filled_in, SEVEN_OH)) == ()
    tablet = as_told(Product(name="7-OH", kind=ProductKind.TABLET), SEVEN_OH)
    assert (tablet.kind, tablet.content, questions(tablet)) == (ProductKind.TABLET, Content.SEVEN_OH, ())
    assert of_kind(tablet, ProductKind.TEA, Content.LEAF).content is None


@pytest.mark.parametrize("doubt", list(Doubt))
def test_every_question_fits_into_a_setting(doubt: Doubt) -> None:
    for kind in (None, SEVEN_OH, EXTRACT, SHOT):
        question = questions(Product(name="7-OH"))[0]
        refuse_invalid(remembered(type(question)(question.product, doubt, kind), answered=False))
