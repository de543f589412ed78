"""Which declared fields a person can fill in on a form that is made from the declaration alone."""

from __future__ import annotations

from journal.core import fields

_GENERAL = fields.Name | fields.Lines | fields.Free | fields.Whole | fields.Flag | fields.Choice | fields.Day


def can_be_filled_in(field: fields.Field) -> bool:
    """Whether there is a general input for it; what there is none for needs a form of its own."""
    if isinstance(field.declared, fields.Thousandths):
        return False  # a number with decimals, whose unit another field says
    return isinstance(field.declared, _GENERAL)
