"""The words in which people write down a built-in warning sign: "cant breathe" means the sign "Hard to breathe".

English words and common misspellings, with the symptoms' codes. In a phrase ``*`` stands for any ending, ``/`` parts
words of which one is meant, and ``=`` before it says that the whole name must be this: "fit", but not "keep fit".
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from journal.core.entries import Symptom
from journal.core.symptoms import MASKED, SymptomKind

_STOOL = "stool*/poo/poos/poop*/shit/faeces/feces/bowel"
_URINE = "urine/pee/piss/wee"
_SEVERE = "severe/intense/extreme/terrible/unbearable/agonising/agonizing/worst"

# In the order in which they are looked for: the particular before the general.
WORDS: Mapping[str, tuple[str, ...]] = {
    "suicidal_thoughts": (
        "suicid*/suicde/suicdal/sucide/sucidal/sucid*/suiside/suisidal/suisid*/siucid*/suacid*/suicied",
        "=si", "si thought*/ideation/thinking/urge*", "passive/active si", "thoughts si", "=ideation", "=kms",
        "want*/wanna/wish*/wishing die/dead", "better off dead", "rather dead/die", "ready die", "death wish",
        "wish*/hope/hoping never born/wake", "wish*/hope/hoping/want* not/wasnt/werent alive/here/born/wake",
        "dont/not want*/wanna live/living/alive/here/exist", "not wanting live/alive", "longer want live/alive/here",
        "dont/not want* wake up", "cant/dont/not go living", "dont/not want* go living",
        "no reason/point/will live/living/alive/life", "=no reason/point go/going", "lost/losing/lose will live",
        "nothing/nothings live for", "life/lifes/living pointless/meaningless/worthless", "pointless living/life",
        "life no point/meaning/purpose", "life/living not/isnt/aint/hardly worth", "not/isnt/aint/hardly worth living",
        "hate living/alive", "hate being alive", "tired/sick living/life", "tired/sick being alive",
        "give/giving/gave/given up life", "thoughts/thinking death/dying/dead", "thinking about death/dying",
        "thinking about being dead", "death thoughts", "everyone/family/kids/world/they would better off without",
        "theyd better off without", "everyone/family/kids/world better off without",
        "kill*/harm*/hurt*/cut/cutting/unalive/unaliving/hang/hanging/offing myself/self/oneself", "unalive*",
        "end/ending/ended life", "end*/take/taking own life", "end* it all", "thoughts/thinking ending it",
        "thinking about ending it", "overdos* purpose", "self harm*/injur*/hurt*/mutilat*",
        "selfharm*/selfinjur*/selfmutilat*",
    ),
    "swelling": (
        "swell*/swollen/puffy face/tongue/throat/lip/lips/mouth/airway",
        "face/facial/tongue/throat/lip/lips/mouth swell*/swollen/swelled/puffy",
        "throat clos*/shut/shutting/narrow*", "clos* throat", "anaphyla*/anaphila*",
        "anafila*/anafyla*/anaphala*", "angioedema/angiooedema/angiodema", "allergic shock",
    ),
    "slow_breathing": (
        "slow/slowed/shallow/weak/barely/hardly breath*", "slow shallow breath*",
        "breath* slow/slowly/shallow/weak/stop*",
        "breath* barely", "not/stop/stops/stopped/stopping breath*", "respiratory depression/arrest/failure",
    ),
    "hard_to_breathe": (
        "cant/couldnt breath*", "cant catch breath", "cant get air/breath", "short/shortness breath",
        "shortness breathing", "breathless*", "out breath",
        "hard/harder/difficult/difficulty/trouble/troubles/problem/problems/struggl*/labored/laboured breath*",
        "breath* hard/difficult*/trouble*/problem*",
        "gasp*", "air hunger",
        "dyspnea/dyspnoea/dispnea", "suffocat*", "choking",
    ),
    "cannot_be_woken": (
        "unconscious*/unconsious*/unconcious*", "unrespons*", "hard/difficult/impossible wake/waken/rouse",
        "cant/couldnt/wont woken/wake/waken/roused/awakened", "not waking", "=coma",
    ),
    "seizure": (
        "seizur*/siezur*/seisur*/sezur*/seizer*/ceizur*", "convuls*/convult*", "epilep*", "=fit/fits/fitting",
    ),
    "chest_pain": (
        "chest pain*/tight*/pressure/ache*/aching/hurt*/discomfort/squeez*/burning/cramp*/stabbing", "=chest",
        "pain*/tight*/tightness/pressure/ache/aching/heavy chest", "tight* pressure chest", "hurting chest",
        "heart pain*/attack*/hurt*/ache*/aching/cramp*/tight*", "heartpain*", "pain* heart", "angina",
    ),
    "fainting": (
        "fainting/fainted/faints", "feel*/nearly/near/almost faint*", "=faint", "black*/blacked/blacking out",
        "blackout*/blackedout", "pass/passed/passing/passes out", "syncop*", "lost/loss/losing/lose consciousness",
        "=collaps*",
    ),
    "confusion": (
        "confus*", "hallucin*/halucin*/hallusin*/halusin*", "seeing/see/sees/hearing/hear/hears things/voices",
        "delirium/delirious/delerious/delerium", "disorient*", "psychosis/psychotic", "voices head",
    ),
    "rigid_muscles_fever": (
        "fever stiff*/rigid*/jerk*/muscle*", "stiff*/rigid*/jerk*/stiffness/rigidity fever",
        "stiff*/rigid*/jerk* muscle* fever", "rigid muscle*", "muscle* rigid*", "serotonin syndrome/toxicity",
        "neuroleptic malignant",
    ),
    "dark_urine_muscle_pain": (
        f"dark/brown/coke/cola {_URINE} muscle*", f"muscle pain* dark/brown/coke/cola {_URINE}", "rhabdo*",
    ),
    "dark_urine": (
        f"dark/darker/brown/brownish/coke/cola/rusty/rust {_URINE}", f"{_URINE} dark/darker/brown/brownish/coke/cola",
        f"coke/cola/tea/coffee/rust/dark colour*/color* {_URINE}", f"{_URINE} colour*/color* coke/cola/tea",
        f"tea/coffee coloured/colored {_URINE}",
    ),
    "black_stool": (
        f"black/tarry/tar {_STOOL}", f"{_STOOL} black/tarry", f"black tarry {_STOOL}", "melena/melaena/malena",
    ),
    "blood_in_vomit": (
        "blood*/bloody vomit*/puke*/sick", "vomit* blood*", "throw*/threw up blood", "puk*/sick blood",
        "being sick blood", "haematemesis/hematemesis", "coffee ground*", "coffee grounds vomit*",
    ),
    "blood_in_stool": (
        f"blood*/bloody/bleeding {_STOOL}", f"{_STOOL} blood*/bleed*", "rectal/anal/rectum bleed*/blood*",
        "bleed*/blood bottom/rectum/anus", "blood when poo*", "poo*/shit*/pass/passing blood",
    ),
    "pale_stool": (
        f"pale/clay/grey/gray/white/whitish/chalky {_STOOL}", f"{_STOOL} pale/clay/grey/gray/white",
        f"clay/light/pale/grey/gray/white colour*/color* {_STOOL}",
    ),
    "yellow_skin": (
        "jaundic*/jaundis*/jandice/janudice/jaundes*", "yellow/yellowing/yellowish/yellowed eye*/skin/face/whites",
        "eye*/skin/face/whites yellow*", "whites eye* yellow*", "icter*",
    ),
    "pinpoint_pupils": (
        "pinpoint*/pinned/small/smaller/tiny/constricted/pin/narrow pupil*", "pin point pupil*",
        "pupil* pinpoint*/pinned/small/smaller/tiny/constricted/pin/narrow", "pinned/pinpoint eye*", "miosis",
    ),
    "palpitations": (
        "palpit*/palpat*/palipit*/palpetat*", "heart/heartbeat rac*/pound*/flutter*/irregular/skip*/fast/jump*",
        "rac*/pound*/flutter*/irregular/skip*/fast/rapid heart/heartbeat*", "skip*/missed/extra beat*/heartbeat*",
        "tachycard*", "arrhythm*/arrythm*/arhythm*", "heart beat* fast/irregular", "irregular/fast/rapid heart beat*",
    ),
    "belly_pain": (
        f"{_SEVERE} belly/stomach/abdominal/abdomen/tummy/gut/gastric pain*/ache*/cramp*",
        f"{_SEVERE} pain*/cramp* belly/stomach/abdomen/tummy/gut", f"{_SEVERE} stomachache/bellyache", "acute abdomen",
    ),
    "repeated_vomiting": (
        "repeated/repeatedly/constant/constantly/continuous/nonstop/endless/persistent vomit*/puking",
        "non stop vomit*",
        "vomit* repeatedly/nonstop/constantly/again", "vomit* non stop", "keep*/kept vomit*/puking",
        "keep*/kept throwing up", "keep*/kept being sick", "cant stop vomit*/puking/throwing",
        "cant keep anything/food/water/fluids/liquids down", "cant stop being sick",
    ),
    "intense_itching": (
        f"{_SEVERE} itch*", "itch* all over", "itch* everywhere", "itch* whole body", "whole body itch*",
    ),
    "little_urine": (
        f"little/no/less/scant/scanty {_URINE}", "not/hardly/barely/stopped pee*/urinat*/weeing/pissing",
        "cant pee/urinate/wee/piss", f"not/cant pass/passing {_URINE}",
        f"passing/pass little/no/less {_URINE}", "anuria/oliguria", "pee*/urinat* little/less",
    ),
}  # fmt: skip

_FILLERS = frozenset((
    "a", "an", "the", "my", "i", "im", "ive", "me", "this", "that", "in", "of", "to", "and", "or", "with", "from", "at",
    "on", "be", "am", "is", "are", "was", "were", "have", "having", "had", "has", "very", "so", "really", "some",
))  # fmt: skip
_APOSTROPHES = re.compile("['’‘`´ʼ]")
_NOT_WORDS = re.compile(r"[\W_]+")
_SHORT_FORMS = (("can not", "cant"), ("cannot", "cant"), ("could not", "couldnt"), ("do not", "dont"),
                ("does not", "dont"), ("doesnt", "dont"), ("will not", "wont"))  # fmt: skip
_LEAST_TYPED = 3  # letters before other words are offered


def sign_meant(name: str) -> str | None:
    """The code of the built-in warning sign that these words mean, None if they mean none.

    Example: "Can’t breathe!" is "hard_to_breathe"; "benefit" is nothing.
    """
    words = _words(name)
    return next((code for code, wanted in _wanted().items() if wanted.said_in(words)), None)


def says_one_of(name: str, phrases: Iterable[str]) -> bool:
    """Whether one of these phrases, written as those above, is said in a name."""
    words = _words(name)
    return any(_phrase(phrase).said_in(words) for phrase in phrases)


def signs_begun(typed: str) -> list[str]:
    """The codes of the signs whose words begin as what was typed so far: "jaun", "short of br"."""
    words = _words(typed)
    if not words or len(typed.strip()) < _LEAST_TYPED:
        return []
    meant = sign_meant(typed)
    begun = [code for code, phrases in _phrases().items() if any(_begins(words, phrase) for phrase in phrases)]
    return list(dict.fromkeys([*([meant] if meant else []), *begun]))


def sign_code(symptom: Symptom) -> str | None:
    """The code of a built-in symptom; of one with a name of the person's own that of the sign which the name means."""
    return symptom.code if symptom.code is not None else sign_meant(symptom.name)


def means_sign(symptom: Symptom) -> bool:
    """Whether ratings of it are of a warning sign, built in or called so by the person."""
    if symptom.code is not None:
        return symptom.kind is SymptomKind.WARNING or symptom.code in WORDS
    return symptom.kind is SymptomKind.WARNING or sign_meant(symptom.name) is not None


def is_masked(symptom: Symptom) -> bool:
    """Whether its ratings are "hidden rating" until they are opened."""
    return sign_code(symptom) in MASKED


# --- how words are compared ------------------------------------------------------------------------------------------


def _words(text: str) -> list[str]:
    """Without case, apostrophes, other signs, and the words that say nothing."""
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text).casefold())
    spaced = f" {_NOT_WORDS.sub(' ', plain)} "
    for long, short in _SHORT_FORMS:
        spaced = spaced.replace(f" {long} ", f" {short} ")
    return [word for word in spaced.split() if word not in _FILLERS]


class _Word(NamedTuple):
    """A word of a phrase, as it may be written: one of these, or with one of these beginnings."""

    spelled: frozenset[str]
    begun: tuple[str, ...]

    def written_as(self, word: str) -> bool:
        return word in self.spelled or word.startswith(self.begun)


class _Phrase(NamedTuple):
    """``whole``: nothing but the phrase may be said."""

    whole: bool
    words: tuple[_Word, ...]

    def said_in(self, words: list[str]) -> bool:
        """Whether its words stand there one after the other."""
        last = len(words) - len(self.words)
        if last < 0 or (self.whole and last > 0):
            return False
        return any(all(map(_Word.written_as, self.words, words[first:])) for first in range(last + 1))


class _Wanted(NamedTuple):
    """The words with which the phrases of a sign begin: most names hold none of those."""

    code: str
    first: _Word

    def said_in(self, words: list[str]) -> bool:
        return any(map(self.first.written_as, words)) and any(phrase.said_in(words) for phrase in _apart(self.code))


@cache
def _wanted() -> Mapping[str, _Wanted]:
    """By sign. Patterns of ``re`` would take many times as long to make, and the first day shown waits for them."""
    return {code: _Wanted(code, _word(_first_words(phrases))) for code, phrases in WORDS.items()}


def _first_words(phrases: Iterable[str]) -> list[str]:
    return [spelling for phrase in phrases for spelling in phrase.removeprefix("=").partition(" ")[0].split("/")]


@cache
def _apart(code: str) -> tuple[_Phrase, ...]:
    """The phrases of a sign, taken apart once a name holds a word with which one of them begins."""
    return tuple(map(_phrase, WORDS[code]))


def _phrase(phrase: str) -> _Phrase:
    return _Phrase(phrase.startswith("="), tuple(_word(word.split("/")) for word in phrase.removeprefix("=").split()))


def _word(spellings: list[str]) -> _Word:
    begun = dict.fromkeys(spelling[:-1] for spelling in spellings if spelling.endswith("*"))
    return _Word(frozenset(spelling for spelling in spellings if not spelling.endswith("*")), tuple(begun))


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    return {
        code: tuple(spelling for phrase in phrases for spelling in _spelled_out(phrase))
        for code, phrases in WORDS.items()
    }


def _spelled_out(phrase: str) -> Iterator[tuple[str, ...]]:
    return itertools.product(*(word.split("/") for word in phrase.removeprefix("=").split()))


def _begins(typed: list[str], phrase: tuple[str, ...]) -> bool:
    """Whether every word but the last is the phrase's, and the last begins its word there."""
    if len(typed) > len(phrase):
        return False
    *complete_words, last = typed
    wanted = phrase[len(complete_words)]
    return all(_is(word, expected) for word, expected in zip(complete_words, phrase, strict=False)) and (
        wanted.removesuffix("*").startswith(last) or _is(last, wanted)
    )


def _is(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
