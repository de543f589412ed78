"""What this product never says, on any surface: statements as patterns, each with an example that it must find.

An amount or a time to wait between two things is found by ``journal.guidance.phrases.amounts_in`` besides.
"""

from __future__ import annotations

import re

# pattern, and an example that it must find
NEVER_SAID: tuple[tuple[str, str], ...] = (
    (r"\b(?:is|are|was|it's|looks?|seems?) (?:quite |very |all )?(?:safe|harmless|natural|mild|normal|low[- ]risk)\b",
     "It is harmless."),
    (r"\b(?:not|non)[- ](?:addictive|dangerous|an overdose|serious|urgent|an emergency)\b", "This is not an overdose."),
    (r"\b(?:low|no) risk\b", "There is no risk."),
    (r"\bno (?:danger|cause for concern|reason to worry|need to (?:call|worry|see))\b", "No need to call."),
    (r"\b(?:do not|don't|need not) (?:worry|be concerned|call|need (?:a|to see a) doctor)\b", "Do not worry."),
    (r"\ball clear\b", "All clear."),
    (r"\bnothing (?:to worry|is wrong|was found|serious)\b", "Nothing is wrong."),
    (r"\bno longer (?:needed|necessary|a (?:concern|sign))\b", "A doctor is no longer needed."),
    (r"\b(?:it|kratom|leaf|this) (?:works|helps|heals|cures|relieves|treats|replaces)\b", "Kratom works for pain."),
    (r"\b(?:you have|you've got) (?:a|an|the) (?:\w+ )?(?:syndrome|failure|injury|disease|disorder|attack|overdose)\b",
     "You have a liver injury."),
    (r"\byou are (?:dependent|addicted|overreacting|fine|ok|okay|poisoned)\b", "You are overreacting."),
    (r"\bno interactions?\b", "No interactions."),
    (r"\b(?:will|does) not (?:show|be found) (?:up )?(?:on|in) a drug test\b", "It will not show up on a drug test."),
    (r"\b(?:is|it's) (?:legal|illegal) (?:here|where you live|in your)\b", "It is legal where you live."),
    (r"\bwait and see\b", "Wait and see."),
    (r"(?<!do not )\bwait (?:until|for) (?:it|the person|they) (?:gets? worse|feels? ill)\b",
     "Wait until it gets worse."),
    (r"\byour (?:liver|heart|kidneys?) (?:is|are) fine\b", "Your liver is fine."),
    (r"\bonly call if\b", "Only call if it hurts."),
    (r"\bonly (?:with|if) [^.:]*: call\b", "Only with drowsiness: call."),
    (r"\b(?:stop|start|change|skip|double) your (?:medicine|medication|prescription|tablets)\b", "Stop your medicine."),
    (r"\bnot now\b", "Not now"),
    (r"\bif it comes back, call a doctor\b", "It is saved. If it comes back, call a doctor."),
)  # fmt: skip

_FOUND = [re.compile(pattern, re.IGNORECASE) for pattern, _ in NEVER_SAID]


def never_said_in(text: str) -> list[str]:
    """The statements in ``text`` that are never made."""
    left = " ".join(text.replace("’", "'").split())
    return [match.group() for each in _FOUND if (match := each.search(left)) is not None]
