"""How hard a page is to read: the Flesch-Kincaid grade level; names of drugs and agencies, and figures, are left out.

J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom: Derivation of new readability formulas for Navy enlisted
personnel. Research Branch Report 8-75, Naval Air Station Memphis, 1975:
0.39 * words / sentences + 11.8 * syllables / words - 15.59.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from journal.guidance.values import Page, Paragraph

# Names that a reader of these pages has met before and that no plainer word stands for.
NAMES = frozenset((
    "kratom", "mitragynine", "hydroxymitragynine", "oh", "naloxone", "naltrexone", "buprenorphine", "tramadol",
    "opioid", "opioids", "salmonella", "malaysia", "fda", "samhsa", "cpr", "alcohol", "benzodiazepines", "barbiturates",
    "phenibut", "ghb", "baclofen",
    # Medicines, by name and by class.
    "acetaminophen", "alprazolam", "ambien", "amitriptyline", "antidepressant", "antidepressants", "antihistamines",
    "ativan", "bupropion", "buspirone", "cannabis", "carisoprodol", "chlorphenamine", "ciclosporin", "citalopram",
    "clarithromycin", "clomipramine", "clonazepam", "cocaine", "codeine", "cyclobenzaprine", "desvenlafaxine",
    "dextromethorphan", "diazepam", "diltiazem", "diphenhydramine", "duloxetine", "escitalopram", "fentanyl",
    "flexeril", "fluoxetine", "gabapentin", "heroin", "hydrocodone", "hydroxyzine", "ibuprofen", "imodium", "kava",
    "ketoconazole", "klonopin", "ldn", "linezolid", "lithium", "loperamide", "lorazepam", "lunesta", "lyrica", "mao",
    "methadone", "methamphetamine", "midazolam", "mirtazapine", "moclobemide", "modafinil", "morphine", "neurontin",
    "nortriptyline", "oxybate", "oxycodone", "paracetamol", "paroxetine", "phenelzine", "pregabalin", "promethazine",
    "quetiapine", "ritonavir", "sertraline", "simvastatin", "sirolimus", "sodium", "soma", "ssri", "sumatriptan",
    "tacrolimus", "tapentadol", "temazepam", "tianeptine", "tizanidine", "tranylcypromine", "trazodone", "valium",
    "venlafaxine", "verapamil", "voriconazole", "xanax", "ziprasidone", "zolpidem", "zopiclone",
))  # fmt: skip
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")
# Too many vowels in a row to be counted by the rule; the second vowel begins a syllable of its own.
_HIATUS = re.compile(r"i(?:a(?!l\b|n\b)|o(?!n)|um|et)|uou|yi")
_SILENT = re.compile(r"(?:[^laeiouy]es|[^aeioudty]ed|[^laeiouy]e)$")


def grade_level(page: Page) -> float:
    """The US school grade of the page's sentences; each item of a list counts as a sentence."""
    return grade_of(statement.text for statement in page.statements())


def prose_grade_level(page: Page) -> float:
    """The same for the paragraphs alone, because the short items of lists make a page look easier than it is."""
    return grade_of(statement.text for block in _paragraphs(page) for statement in block.statements)


def _paragraphs(page: Page) -> Iterator[Paragraph]:
    return (block for block in page.blocks if isinstance(block, Paragraph))


def grade_of(sentences: Iterable[str]) -> float:
    """The grade of these sentences. Raises ZeroDivisionError if they hold no word besides names."""
    counted = [words for words in map(_words, sentences) if words]
    words = sum(map(len, counted))
    syllable_count = sum(syllables(word) for sentence in counted for word in sentence)
    return 0.39 * words / len(counted) + 11.8 * syllable_count / words - 15.59


def _words(sentence: str) -> list[str]:
    return [word for word in _WORD.findall(sentence.casefold()) if word not in NAMES]


def syllables(word: str) -> int:
    """The syllables of an English word, by rule: right for most words and wrong by one for a few.

    Example: "breathing" 2, "withdrawal" 3, "people" 2, but "idea" 2 instead of 3.
    """
    plain = word.casefold().replace("’", "").replace("'", "")
    groups = len(re.findall(r"[aeiouy]+", plain)) + len(_HIATUS.findall(plain))
    silent = bool(_SILENT.search(plain)) and not plain.endswith(("ces", "ges", "ses", "zes", "xes", "ches", "shes"))
    return max(1, groups - silent)
