"""Kinds of product in words: the choices, the questions about them, and the badge of what is not said."""

from __future__ import annotations

from journal.core.entries import Content, Product, ProductKind
from journal.core.product_kinds import Doubt, Question
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.names import CONTENTS, PRODUCT_KINDS

SAID_KINDS = tuple(kind for kind in ProductKind if kind is not ProductKind.NOT_SAID)
_NAME_SAYS = marked({
    ProductKind.SEVEN_OH: "The name says 7-OH. Is it a 7-OH product?",
    ProductKind.EXTRACT: "The name says “extract”. Is it an extract?",
    ProductKind.SHOT: "The name speaks of a tincture or shot. Is it one?",
})  # fmt: skip
_TABLET_HOLDS = marked({
    ProductKind.SEVEN_OH: "The name says 7-OH. Does a tablet hold 7-OH?",
    ProductKind.EXTRACT: "The name says “extract”. Does a tablet hold extract?",
    ProductKind.SHOT: "The name speaks of a tincture or shot. Does a tablet hold extract?",
})  # fmt: skip
_BADGES = marked({
    Doubt.NOT_SAID: "kind not said",
    Doubt.FILLED_IN: "kind to be confirmed",
    Doubt.CONTENT: "what it holds is not said",
})  # fmt: skip
_BADGES_BY_NAME = marked({
    ProductKind.SEVEN_OH: "the name says 7-OH",
    ProductKind.EXTRACT: "the name says extract",
    ProductKind.SHOT: "the name says tincture or shot",
})  # fmt: skip


def kind_choices(texts: Texts) -> list[tuple[object, str]]:
    """Every kind that can be said."""
    return [(kind, texts(PRODUCT_KINDS[kind])) for kind in SAID_KINDS]


def content_choices(texts: Texts) -> list[tuple[object, str]]:
    """What a tablet can hold."""
    return [(content, texts(CONTENTS[content])) for content in Content]


def kind_text(texts: Texts, product: Product) -> str:
    """ "capsules", "tablet of extract", "kind not said" """
    if product.kind is ProductKind.TABLET and product.content is not None:
        return texts("{kind} of {content}", kind=texts(PRODUCT_KINDS[product.kind]), content=_held(texts, product))
    return texts(PRODUCT_KINDS[product.kind])


def _held(texts: Texts, product: Product) -> str:
    return texts(CONTENTS[product.content]) if product.content else ""


def question_text(texts: Texts, question: Question) -> str:
    """What is asked, without the product's name."""
    if question.kind_by_name is not None:
        by_kind = _TABLET_HOLDS if question.product.kind is ProductKind.TABLET else _NAME_SAYS
        return texts(by_kind[question.kind_by_name])
    if question.doubt is Doubt.CONTENT:
        return texts("What is in the tablet, by its label?")
    if question.doubt is Doubt.FILLED_IN:
        return texts("Is its kind “{kind}”?", kind=kind_text(texts, question.product))
    return texts("What kind of product is it?")


def badge_text(texts: Texts, question: Question) -> str:
    """The same in the few words of a badge."""
    if question.kind_by_name is not None:
        return texts(_BADGES_BY_NAME[question.kind_by_name])
    return texts(_BADGES[question.doubt])
