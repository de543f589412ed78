"""What the draft of a form holds, as text: what was typed, about when, and what the form was opened to change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from journal.core.entries import Entry
from journal.core.records import to_record


@dataclass(frozen=True, slots=True)
class DraftContent:
    """``opened``: the fingerprint of what was opened; None in the draft of an earlier version, which does not say."""

    state: dict[str, Any]
    moment: list[str]
    opened: str | None

    def as_text(self) -> str:
        """As a draft keeps it."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> DraftContent:
        """What a draft keeps; ValueError, KeyError or TypeError for what cannot be read any more."""
        content = json.loads(text)
        return cls(content["state"], content["moment"], content.get("opened"))


def fingerprint(entries: Mapping[str, Entry]) -> str:
    """A hash of what a form was opened to change, so that a draft can tell it again without holding its text."""
    records = [to_record(entries[key]) | {"recorded_ms": 0} for key in sorted(entries)]
    return hashlib.sha256(json.dumps(records, sort_keys=True).encode()).hexdigest()
