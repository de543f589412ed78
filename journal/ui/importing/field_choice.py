"""What a column can hold besides doses, ratings and notes: the fields of other kinds of entry, by kind and in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal.core.plaintext import folded
from journal.exchange.mapped_fields import MAPPED_FIELDS, MappedField
from journal.exchange.mapping import Column, Meaning, field_column
from journal.texts import Texts
from journal.texts.instruments import ABOUT, NAMES
from journal.ui.entries.declared import Declaration
from journal.ui.entries.kinds import ENTRY_KINDS

_OWN = "own"  # only beside this option there is a name
_NAME_COLUMNS = frozenset({
    "name", "what", "item", "tracker", "title", "medicine", "medicines", "medication", "medications", "drug",
    "substance", "supplement", "medikament", "medikamente", "arznei", "mittel", "nombre", "medicamento",
    "medicina", "fármaco",
})  # fmt: skip
# Ratings and notes are kinds, too, and meanings of their own.
MAPPED_KINDS = tuple(dict.fromkeys(mapped.kind.code for mapped in MAPPED_FIELDS.values()))


def kind_choices(texts: Texts) -> list[tuple[object, str]]:
    """The kinds of entry, by code."""
    return [(code, texts(ENTRY_KINDS[code].name)) for code in MAPPED_KINDS]


def field_choices(texts: Texts, kind: str, column: str) -> list[tuple[object, str]]:
    """What a column of this name can be of such a kind; each by the text that a mapping has for it."""
    fields = [(of, mapped) for of, mapped in MAPPED_FIELDS.items() if mapped.kind.code == kind]
    names_it = folded(column) in _NAME_COLUMNS  # other columns are rarely names
    fields.sort(key=lambda named: (named[1].field.name == "name") is not names_it)
    return [(key, words) for of, mapped in fields for key, words in _ways(texts, of, mapped, column)]


def usual_field(choices: Sequence[tuple[object, str]], kind: str, kept: str, named: bool) -> str:
    """The one to begin with: what was kept, else of something that another column names (``named``) the first of it,
    else the first of all."""
    keys = [str(key) for key, _ in choices]
    of_named = [key for key in keys if key.endswith(f":{_OWN}") and not names_kind(key, kind)]
    return kept if kept in keys else [*(of_named if named else ()), *keys][0]


def names_kind(key: str, kind: str) -> bool:
    """Whether a column that holds this names the entries of the kind."""
    return key.startswith(f"{kind}.name:")


def _ways(texts: Texts, of: str, mapped: MappedField, column: str) -> Iterator[tuple[str, str]]:
    declared = ENTRY_KINDS[mapped.kind.code]
    if not isinstance(declared, Declaration):
        return
    if mapped.below is not None:
        yield of, texts(declared.pairs[mapped.field.name])
        return
    if mapped.field.name not in declared.captions:
        yield from _answers(texts, of, mapped)
        return
    caption = texts(declared.captions[mapped.field.name])
    if not mapped.must_say_which:
        yield of, caption
    elif mapped.named and mapped.field.name != "name" and folded(column) not in mapped.options:
        yield f"{of}:{column}", texts("{name}: {what}", name=column, what=caption)
    if mapped.choice is not None:
        options = declared.choices[mapped.choice.name]
        for option in (_OWN,) if mapped.field.name == "name" and mapped.named else mapped.options:
            yield f"{of}:{option}", texts("{name}: {what}", name=texts(options[option]), what=caption)


def _answers(texts: Texts, of: str, mapped: MappedField) -> Iterator[tuple[str, str]]:
    """The questions of each questionnaire, a column each; what no form asks for otherwise has no way."""
    for option in mapped.options:
        for n, about in enumerate(ABOUT.get(option, ())[: mapped.items(option)], 1):
            name, number, inside = texts(NAMES[option]), texts.integer(n), texts(about)
            yield f"{of}:{option}.{n}", texts("{name}, question {n}: {about}", name=name, n=number, about=inside)


def kind_of_column(column: Column) -> str:
    """The kind of entry that a column is of; empty for the other meanings."""
    return MAPPED_FIELDS[column.of].kind.code if column.meaning is Meaning.FIELD else ""


def key_of(column: Column) -> str:
    """The text that a mapping has for it."""
    return f"{column.of}:{column.symptom}" if column.symptom else column.of


def column_of_key(key: str, name: str) -> Column:
    """The column, from what was chosen."""
    of, _, which = key.partition(":")
    return field_column(of, which, name)
