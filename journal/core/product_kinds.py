"""What a product's name says of its kind, what is still to be asked about it, and what was answered."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from journal.core.entries import Content, Product, ProductKind, Setting, origin_id
from journal.core.plaintext import folded

# In English and in the spellings of labels in other languages. The first that fits counts: "7-OH extract" is 7-OH.
_TOLD = (
    (ProductKind.SEVEN_OH, re.compile(r"(?<!\d)7[\W_]{0,2}oh|hydrox|hidrox|idrossi")),
    (ProductKind.SHOT, re.compile(r"(?<![^\W_])shots?(?![^\W_])|tinctu|tinktu|tintura|teinture|tinctuur")),
    (ProductKind.EXTRACT, re.compile(r"extract|extrakt|extrait|estratt|ekstrakt")),
)
_LEAF = (ProductKind.LEAF_POWDER, ProductKind.CRUSHED_LEAF, ProductKind.CAPSULE, ProductKind.TEA)
_FILLED_IN = (ProductKind.LEAF_POWDER, ProductKind.OTHER)  # by version 0.1, where nothing was said
_CONTENTS = {
    ProductKind.SEVEN_OH: Content.SEVEN_OH, ProductKind.SHOT: Content.EXTRACT, ProductKind.EXTRACT: Content.EXTRACT,
}  # fmt: skip


# What one usually counts of such a product; the person may name another unit or none.
USUAL_UNITS = {ProductKind.CAPSULE: "capsule", ProductKind.TABLET: "tablet", ProductKind.SHOT: "shot"}

# Besides what is usual: 7-OH is labelled in milligrams and sold as tablets.
COUNTED_TOO = {
    ProductKind.SEVEN_OH: ("tablet",),
    ProductKind.EXTRACT: ("tablet", "capsule"),
    ProductKind.OTHER: ("tablet", "capsule"),
    ProductKind.NOT_SAID: ("tablet", "capsule", "shot"),
}

ANSWERED, NOT_NOW = "answered", "not now"  # values of the setting that remembers a question


class Doubt(StrEnum):
    """Why the person is asked about a product's kind."""

    NAME = "name"  # the name says another kind
    NOT_SAID = "not_said"  # nobody has said it
    FILLED_IN = "filled_in"  # an earlier version filled it in, or a file of it, and nobody has looked at it
    CONTENT = "content"  # a tablet whose content is not said


class Question(NamedTuple):
    """One question about a product's kind; ``kind_by_name`` is what its name says (only of ``Doubt.NAME``)."""

    product: Product
    doubt: Doubt
    kind_by_name: ProductKind | None = None

    @property
    def key(self) -> str:
        """The id of the setting that remembers the answer; a name that says another kind is another question.

        It reveals nothing of the product, because it stays when the product is deleted for good.
        """
        return f"asked {origin_id(self.kind_by_name or self.doubt, self.product.id)}"


def unit_at_first(kind: ProductKind) -> str:
    """What a bare number of a new product means where it is not counted: labels of 7-OH are in milligrams."""
    return {ProductKind.SHOT: "ml", ProductKind.SEVEN_OH: "mg"}.get(kind, "g")


def holds_seven_oh(kind: ProductKind, content: Content | None) -> bool:
    """Whether it was said to be 7-OH; a tablet by what it holds."""
    return kind is ProductKind.SEVEN_OH or (kind is ProductKind.TABLET and content is Content.SEVEN_OH)


def kind_in_name(name: str) -> ProductKind | None:
    """The kind that a product's name contains: 7-OH, extract, or tincture and shot; None if it says nothing."""
    plain_name = folded(name)
    return next((kind for kind, words in _TOLD if words.search(plain_name)), None)


def contradicts(name: str, kind: ProductKind, content: Content | None = None) -> ProductKind | None:
    """What the name says, where that is not what was chosen; None where the two agree or the name says nothing."""
    named = kind_in_name(name)
    if named is None or kind is named:
        return None
    if kind is ProductKind.TABLET:
        return None if content is _CONTENTS[named] else named
    if named is ProductKind.SEVEN_OH:
        return named
    return named if kind in (*_LEAF, ProductKind.OTHER, ProductKind.NOT_SAID) else None


def questions(product: Product) -> tuple[Question, ...]:
    """What could be asked about the product's kind, the most telling first; () if everything is said."""
    doubts = []
    named = contradicts(product.name, product.kind, product.content)
    if named is not None:
        doubts.append(Question(product, Doubt.NAME, named))
    if product.kind is ProductKind.NOT_SAID:
        doubts.append(Question(product, Doubt.NOT_SAID))
    elif product.ask_kind:
        doubts.append(Question(product, Doubt.FILLED_IN))
    if product.kind is ProductKind.TABLET and product.content is None:
        doubts.append(Question(product, Doubt.CONTENT))
    return tuple(doubts)


def open_question(product: Product, asked: Container[str]) -> Question | None:
    """The first question that was not asked yet; ``asked`` are the keys of those that were."""
    return next((question for question in questions(product) if question.key not in asked), None)


def of_kind(product: Product, kind: ProductKind, content: Content | None = None) -> Product:
    """The product with the kind that a person said; only a tablet has a content."""
    return replace(product, kind=kind, content=content if kind is ProductKind.TABLET else None, ask_kind=False)


def as_told(product: Product, kind: ProductKind) -> Product:
    """The product as its name says: a tablet stays one and holds that."""
    if product.kind is ProductKind.TABLET:
        return of_kind(product, ProductKind.TABLET, _CONTENTS[kind])
    return of_kind(product, kind)


def from_version_0_1(product: Product) -> Product:
    """A product out of a file of version 0.1 keeps its kind; one that 0.1 filled in itself is asked about once."""
    return replace(product, ask_kind=product.ask_kind or product.kind in _FILLED_IN)


def remembered(question: Question, answered: bool) -> Setting:
    """The setting that remembers a question: ``answered`` with "as it is", else put off with "not now"."""
    return Setting(id=question.key, value=ANSWERED if answered else NOT_NOW)
