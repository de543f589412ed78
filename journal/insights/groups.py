"""Which amounts may be added: leaf, extract, 7-OH, and what was not said; never across. Standard library only."""

from __future__ import annotations

from enum import StrEnum

from journal.core.entries import Content, Product, ProductKind


class Group(StrEnum):
    """Products whose amounts are alike enough to be added."""

    LEAF = "leaf"
    EXTRACT = "extract"
    SEVEN_OH = "seven_oh"
    NOT_SAID = "not_said"  # also of another kind, and tablets of which it is not said what they hold


_BY_KIND = {
    ProductKind.LEAF_POWDER: Group.LEAF, ProductKind.CRUSHED_LEAF: Group.LEAF, ProductKind.CAPSULE: Group.LEAF,
    ProductKind.TEA: Group.LEAF, ProductKind.EXTRACT: Group.EXTRACT, ProductKind.SHOT: Group.EXTRACT,
    ProductKind.SEVEN_OH: Group.SEVEN_OH, ProductKind.OTHER: Group.NOT_SAID, ProductKind.NOT_SAID: Group.NOT_SAID,
}  # fmt: skip
_BY_CONTENT = {Content.LEAF: Group.LEAF, Content.EXTRACT: Group.EXTRACT, Content.SEVEN_OH: Group.SEVEN_OH}
assert {*_BY_KIND, ProductKind.TABLET} == {*ProductKind}, "a new kind of product needs its group"


def group_of_product(product: Product | None) -> Group:
    """The group that the product's doses are counted in; None: the dose names no product."""
    if product is None:
        return Group.NOT_SAID
    if product.kind is ProductKind.TABLET:
        return _BY_CONTENT[product.content] if product.content else Group.NOT_SAID
    return _BY_KIND[product.kind]
