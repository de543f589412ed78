"""What the list of interactions says of something that was just saved: quiet, in its place, alike at every level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journal.guidance import Country, page
from journal.guidance.interactions import Circumstance
from journal.guidance.notice_lines import first_of, notice_lines
from journal.guidance.notices_after_saving import Speech
from journal.guidance.sources_in_short import first_sources
from journal.texts import Texts
from journal.ui.safety.quiet_notice import QuietNotice, after_emergency

_PAGE_OF: Mapping[Circumstance, str] = {
    **dict.fromkeys(
        (Circumstance.LIVER, Circumstance.KIDNEY, Circumstance.HEART, Circumstance.SEIZURES, Circumstance.LUNG_DISEASE),
        "liver-heart-breathing",
    ),
    **dict.fromkeys(
        (
            Circumstance.SLEEP_APNOEA, Circumstance.PREGNANCY, Circumstance.BREASTFEEDING, Circumstance.MENTAL_ILLNESS,
        ),
        "being-careful",
    ),
}  # fmt: skip


class InteractionNotice(QuietNotice):
    """What speaks of a medicine, something taken or a condition; ``page`` is where "Read more" leads.

    That is the page about the condition where it speaks of one alone, else "" for the own list, from ``about`` on.
    """

    def __init__(
        self, texts: Texts, speech: Speech, country: Country, first: Sequence[str] = (), said_before: str = ""
    ) -> None:
        """``first`` is what to do about an emergency: it stands before all that is said here.

        ``said_before`` is the same in one line, where the person closed a notice that had more of it.
        """
        self.page, self.about = page_about(speech), first_of(speech)
        lines = list(notice_lines(texts, speech, country, first_sources))
        if first:
            self.never_scroll, lines = after_emergency(texts, first, lines)
        if said_before:
            lines.insert(0, ("strong", said_before))
            self.never_scroll += 1
        name, more = texts("From the list of interactions"), texts("Read more")
        leads_to = page(self.page).title if self.page else texts("My list, checked")
        super().__init__(texts, name, lines, more, leads_to, folded=bool(first))
        if first or said_before:
            self.stand_out()


def page_about(speech: Speech) -> str:
    """The code of the page about the first condition where no name is spoken of, and nothing private; else ""."""
    alone = speech.conditions and not speech.findings and not speech.private
    return _PAGE_OF[speech.conditions[0][0]] if alone else ""
