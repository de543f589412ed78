"""What stands in a layout, in its order.

``QLayout.itemAt`` is not called: for Qt's own layouts PySide keeps the item's wrapper as long as the layout, also after
Qt has deleted the item because its widget went. A later object at the same address is then taken for that item, which
ends in a wrong method call or a crash.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget


def in_order(layout: QLayout) -> list[QWidget | QLayout]:
    """The widgets and layouts that were put into it; spaces between them are left out."""
    holder = layout.parentWidget()
    candidates: list[QWidget | QLayout] = [child for child in layout.children() if isinstance(child, QLayout)]
    if holder is not None:
        candidates += [child for child in holder.children() if isinstance(child, QWidget)]
    placed = [(layout.indexOf(candidate), candidate) for candidate in candidates]
    return [
        candidate for _, candidate in sorted((place for place in placed if place[0] >= 0), key=lambda place: place[0])
    ]


def widgets_in(layout: QLayout) -> list[QWidget]:
    """The widgets among them."""
    return [item for item in in_order(layout) if isinstance(item, QWidget)]
