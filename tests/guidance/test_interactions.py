"""The table of interactions: every class in order, every sentence sourced, nothing said that is never said."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest

from journal.guidance import PageFault, pages, sources
from journal.guidance.interaction_rows import row_of
from journal.guidance.interactions import (
    RANK,
    Circumstance,
    InteractionClass,
    Level,
    _class,
    classes,
    classes_of,
    condition_sentences,
    conditions_in_short,
    levels_of,
    name_table,
)
from journal.guidance.phrases import amounts_in, forbidden_phrases
from journal.guidance.recognising import recognise
from journal.guidance.register import of_interactions
from journal.guidance.rules import never_said
from journal.guidance.values import Statement

EVERY = list(classes().values())
# What stops an alarm, makes something sound wanted, or can be read as a recipe.
RECIPE = re.compile(
    r"\b(?:potentiat\w*|boost\w*|enhanc\w*|stronger|longer|cheaper|intensif\w*|prolong\w* the effect|more effect|"
    r"safe\w*|compatible|minor|hours? (?:apart|between|before|after)|wait|tolerat\w*)\b",
    re.IGNORECASE,
)


def texts_of(of: InteractionClass) -> list[str]:
    return [each.text for each in of.sentences]


def every_text() -> list[str]:
    words = [text for each in EVERY for text in (each.name, each.mechanism, *texts_of(each))]
    conditions = [each.text for sentences in condition_sentences().values() for each in sentences]
    return [*words, *(higher.words for each in EVERY for higher in each.higher), *conditions]


def test_every_class_is_a_proposal_with_a_day_of_review() -> None:
    assert len(EVERY) > 60
    assert all(each.reviewed.year == 2026 and each.members and each.sentences for each in EVERY)


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("of", EVERY, ids=lambda of: of.id)
def test_every_source_is_known_and_what_is_told_by_others_says_so(of: InteractionClass) -> None:
    assert set(of.sources) <= sources().keys()
    for statement in of.sentences:
        if any(sources()[source].mark == "V2" for source in statement.sources):
            assert "reported" in statement.text and re.search(r"\b20\d\d\b", statement.text), statement.text
        if re.search(r"\d", statement.text.replace("7-OH", "")):
            assert statement.sources, statement.text


# Sentences without a source state no fact: that nothing was found, what is meant, and what may be written down.
NO_FACT = (
    "Not studied", "We found no", "Write ", "Say it when", "Look for paracetamol in your other products",
    "Read on liquid products", "Spice in food is not meant",
)  # fmt: skip


def test_a_sentence_without_a_source_states_no_fact() -> None:
    bare = [each.text for of in EVERY for each in of.sentences if not each.sources]
    assert bare
    assert [text for text in bare if not text.startswith(NO_FACT)] == []


def test_classes_without_any_source_say_only_that_they_are_not_studied() -> None:
    without_source = [class_.id for class_ in classes().values() if not class_.sources]
    assert sorted(without_source) == ["grapefruit", "inducers", "kanna", "other-plants", "other-statins"]
    for key in without_source:
        assert classes()[key].evidence == ("none",)


# What a clause about what may happen begins with: a subject, so that no list of mere nouns passes.
_SUBJECT = re.compile(
    r"(?:this|these|both|kratom|an?|the liver|eating|vomiting|withdrawal|ritonavir) [^;:]*\b(?:acts?|adds?|are|is|can|"
    r"may|was|has|have|slows?|raises?|lowers?|speeds?|takes?|disturbs?|inhibits|stay|block|burden|react|hold?s?)\b[^;:]*[^.;:]"
)


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("of", EVERY, ids=lambda of: of.id)
def test_a_mechanism_is_a_clause_that_reads_alone_and_in_a_row_of_others(of: InteractionClass) -> None:
    assert _SUBJECT.fullmatch(of.mechanism), of.mechanism
    assert len(of.mechanism.split()) <= 24


@pytest.mark.parametrize(
    "planted", ["seizures after kratom alone; levels, liver", "serotonin", "the heart", "it is so"]
)
def test_a_mechanism_of_mere_nouns_is_found(planted: str) -> None:
    assert _SUBJECT.fullmatch(planted) is None


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("of", EVERY, ids=lambda of: of.id)
def test_the_words_of_a_class_are_few(of: InteractionClass) -> None:
    assert sum(len(text.split()) for text in texts_of(of)) <= 25


def test_nothing_is_said_that_is_never_said() -> None:
    for text in every_text():
        assert never_said(text) == [], text
        assert forbidden_phrases(text, "guidance") == [], text
        assert amounts_in(text) == [], text
        assert RECIPE.search(text) is None, text


@pytest.mark.parametrize(
    "planted",
    [
        "It makes kratom stronger.", "Grapefruit boosts it.", "Wait two hours.", "Take them four hours apart.",
        "The two are compatible.", "A minor matter.", "It prolongs the effect.", "It is cheaper together.",
    ],
)  # fmt: skip
def test_a_planted_recipe_is_found(planted: str) -> None:
    assert RECIPE.search(planted) or never_said(planted)


# Every class with both columns as they were proposed: M do not mix, A ask first, T call today, D ask within days,
# G good to know, N not studied, - none; of two the first holds under a condition.
PROPOSED = """
opioids M T; tramadol-tapentadol M T; methadone M T; buprenorphine M T; opioid-antagonists M T; naloxone - -;
gut-opioid-blockers A D; mixed-opioids A D; loperamide MA D; benzodiazepines M T; z-drugs M T;
barbiturates M T; sleeping-pills M T;
gabapentinoids M TD; alcohol M -; sedating-antihistamines M D; hyoscine M D; muscle-relaxants M D; tizanidine M T;
cyclobenzaprine M D;
clonidine A D;
quetiapine M T; antipsychotics A D; clozapine A T; ssris A D; citalopram A TD; snris A D; venlafaxine A D;
tricyclics A D;
trazodone-mirtazapine-buspirone A D; mao-inhibitors M T; lithium N D; triptans N G; dextromethorphan A D;
st-johns-wort A D; kanna A D; mdma M D; bupropion A TD; modafinil A D; stimulants A D; atomoxetine A D;
cocaine-methamphetamine M -; caffeine G -; cannabis G D; cannabidiol A D; synthetic-cannabinoids M -;
qt-medicines A D; droperidol A D; ivabradine A D; theophylline A T; nefopam A D; fenfluramine A D; terbinafine A D;
zuranolone M T; antiarrhythmics A T; warfarin - D; doacs - D; antiplatelets - D;
statins - D; other-statins N N; digoxin - T; blood-pressure G G; low-sodium - D; antiepileptics - TD; inducers - D;
cyp3a-inhibitors A TD; colchicine A D; grapefruit G -; transplant - T; immune-lowering - D; cancer - T; hiv - D;
hiv-boosted - T; hepatitis-tuberculosis - D; paracetamol AG D; liver-burden A D; turmeric-supplements A -; kava M -;
tianeptine M T; phenibut M T; ghb M T; nitrous-oxide M -; ketamine M T; xylazine M T;
phencyclidine M -; seven-oh M -; kratom-extract M -; akuamma A -;
other-plants N -; insulin-sulfonylureas - D; other-diabetes - G; glp1 - G; nsaids G G; levothyroxine - G;
contraceptive-pill - G; model-only G G; cyp2d6 G G; disulfiram A D; anaesthesia - T;
antidepressants MA TD; blood-pressure-pills AG TDG; painkillers MAG TDG; heart-pills AG TDG; antibiotics MAN TDN;
antipsychotics-which MA TD; muscle-relaxants-which M TD; antihistamines MN DN; epilepsy-medicines M- TD;
anxiety-pills MA TD; cholesterol-pills - DN; diabetes-pills - DG; hiv-medicines - TD; cold-medicine MAG TD;
blood-thinners - D
"""
LETTERS = {
    "M": Level.DO_NOT_MIX, "A": Level.ASK_FIRST, "T": Level.CALL_TODAY, "D": Level.ASK_WITHIN_DAYS,
    "G": Level.GOOD_TO_KNOW, "N": Level.NOT_STUDIED, "-": Level.NONE,
}  # fmt: skip


def test_levels_are_those_of_the_proposal() -> None:
    proposed = {key: columns for key, *columns in (row.split() for row in PROPOSED.split(";"))}
    assert proposed.keys() == classes().keys()
    for key, (not_prescribed, prescribed) in proposed.items():
        assert classes()[key].levels(prescribed=False) == tuple(LETTERS[code] for code in not_prescribed), key
        assert classes()[key].levels(prescribed=True) == tuple(LETTERS[code] for code in prescribed), key


@pytest.mark.parametrize(
    ("line", "names", "not_prescribed", "prescribed"),
    [
        ("Opioid pain medicines: morphine, oxycodone, ... codeine; heroin, unknown pills | M | T",
         "morphine, oxycodone, hydrocodone, fentanyl, codeine, hydromorphone, heroin, Percocet, Lomotil", "M", "T"),
        ("Tramadol; tapentadol | M | T", "tramadol, Nucynta", "M", "T"),
        ("Methadone | M | T", "methadone, Polamidon", "M", "T"),
        ("Buprenorphine, with or without naloxone; depot | M | T", "Suboxone, Subutex, Sublocade", "M", "T"),
        ("mixed opioids: nalbuphine, butorphanol, pentazocine | A | D", "nalbuphine, butorphanol, Talwin", "A", "D"),
        ("Loperamide | A; M above the label | D", "Imodium", "MA", "D"),
        ("Opioid antagonists: naltrexone ... | M | T", "naltrexone, LDN, Contrave", "M", "T"),
        ("ADHD stimulants, pseudoephedrine | A | D", "Adderall, Ritalin, Sudafed", "A", "D"),
        ("Cocaine, methamphetamine, cathinones | M | -", "cocaine, crystal meth, mephedrone", "M", "-"),
        # Sold as that is amphetamine or methamphetamine: the higher one of the two lines.
        ("ADHD stimulants | A | D; Cocaine, methamphetamine | M | -", "speed", "M", "D"),
        ("Dextromethorphan; kanna; St John's wort; MDMA | A; MDMA M | D", "MDMA, ecstasy, molly", "M", "D"),
        ("Dextromethorphan; kanna; St John's wort; MDMA | A; MDMA M | D", "DXM, kanna, St John's wort", "A", "D"),
    ],
)  # fmt: skip
def test_a_line_of_the_proposal_gives_the_levels(line: str, names: str, not_prescribed: str, prescribed: str) -> None:
    for name in names.split(", "):
        of = classes_of(recognise(name).generics)
        assert levels_of(of, prescribed=False) == tuple(LETTERS[code] for code in not_prescribed), (name, line)
        assert levels_of(of, prescribed=True) == tuple(LETTERS[code] for code in prescribed), (name, line)


def test_what_a_study_of_few_found_says_how_few_they_were() -> None:
    """Wherever its result is told, not only its source named; of a class and of every page."""
    few = {"dilin-2019": ("drank alcohol", "used alcohol"), "tanna-2023": ("slowed CYP3A",)}
    said = [(each.text, each.sources) for of in EVERY for each in of.sentences]
    said += [(each.text, each.sources) for this_page in pages() for each in this_page.statements()]
    for source, results in few.items():
        told = [text for text, ids in said if source in ids and any(result in text for result in results)]
        assert told and all(re.search(r"\b(?:eight|12) (?:\w+ )?people\b", text) for text in told), told


def test_a_group_stands_no_lower_than_any_of_its_members() -> None:
    """ "Painkillers" may be an opioid: the highest level of what it may be stands first."""
    for group, members in {
        "antidepressants": "phenelzine sertraline citalopram venlafaxine amitriptyline mirtazapine bupropion",
        "blood-pressure-pills": "diltiazem verapamil clonidine hydrochlorothiazide amlodipine metoprolol",
        "painkillers": "codeine tramadol paracetamol ibuprofen pregabalin",
        "heart-pills": "digoxin amiodarone warfarin simvastatin bisoprolol verapamil",
        "antibiotics": "linezolid clarithromycin ciprofloxacin metronidazole rifampicin",
        "antipsychotics-which": "quetiapine clozapine olanzapine",
        "muscle-relaxants-which": "tizanidine baclofen cyclobenzaprine",
        "antihistamines": "diphenhydramine hydroxyzine",
        "anxiety-pills": "alprazolam buspirone hydroxyzine pregabalin",
        "cold-medicine": "codeine doxylamine dextromethorphan pseudoephedrine paracetamol",
    }.items():
        for prescribed in (True, False):
            highest = min(RANK[level] for of in classes_of(members.split()) for level in of.levels(prescribed))
            assert RANK[classes()[group].levels(prescribed)[0]] <= highest, (group, prescribed)


def test_what_no_text_proposes_is_marked_as_the_programs_own() -> None:
    own = {member for each in EVERY for member in each.own_level}
    assert own == {
        "phencyclidine", "cannabidiol", "atomoxetine", "droperidol", "donepezil", "pentamidine", "theophylline",
        "aminophylline", "nefopam", "ivabradine", "terbinafine", "flutamide", "tolvaptan", "nimesulide", "agomelatine",
        "propylthiouracil", "bosentan", "acitretin", "tolcapone", "nevirapine", "ketoconazole", "dantrolene",
        "felbamate", "clavulanic acid", "flucloxacillin", "flupirtine", "quinine", "ranolazine", "galantamine",
        "rivastigmine", "hyoscine hydrobromide", "fenfluramine", "zuranolone", "hydroxyzine",
    }  # fmt: skip
    said = [row.sentence for row in of_interactions() if "no source found" in row.sentence]
    named = [sentence.rpartition(": ")[2].rstrip(".").split(", ") for sentence in said]
    assert {name for names in named for name in names} == own


def test_every_named_medicine_belongs_to_a_class_and_every_member_has_names() -> None:
    members = {member for each in EVERY for member in each.members}
    assert members == name_table()["names"].keys()
    assert not members & name_table()["nothing"].keys()


@pytest.mark.parametrize(
    ("member", "name"), [("synthetic cannabinoids", "Synthetic cannabinoids"), ("cannabidiol", "Cannabidiol (CBD)")]
)
def test_what_is_not_cannabis_has_words_of_its_own(member: str, name: str) -> None:
    (of,) = classes_of([member])
    assert of.name == name
    assert "iom-cannabis-1999" not in of.sources
    assert ("Not studied with kratom." in texts_of(of)) is (member != "cannabidiol")  # that was studied in rats


@pytest.mark.parametrize(
    ("member", "ids", "named"),
    [
        ("phencyclidine", {"phencyclidine"}, "It can bring seizures and coma."),
        ("ketamine", {"ketamine"}, "In 2023 the FDA reported sleepiness and slowed breathing with ketamine."),
        ("solriamfetol", {"stimulants"}, "about kratom alone"), ("pitolisant", {"qt-medicines"}, "act on heart rhythm"),
        ("atomoxetine", {"atomoxetine", "cyp2d6"}, "harm the liver"),
        ("haloperidol", {"antipsychotics", "qt-medicines"}, "act on heart rhythm"),
        ("pimozide", {"antipsychotics", "qt-medicines"}, "act on heart rhythm"),
        ("thioridazine", {"antipsychotics", "qt-medicines"}, "act on heart rhythm"),
        ("ziprasidone", {"antipsychotics", "qt-medicines"}, "act on heart rhythm"),
        ("donepezil", {"qt-medicines"}, "act on heart rhythm"),
        ("pentamidine", {"qt-medicines"}, "act on heart rhythm"),
        ("flutamide", {"cancer", "liver-burden"}, "Two risks for one organ"),
        ("tolvaptan", {"liver-burden"}, "Two risks for one organ"),
        ("nimesulide", {"nsaids", "liver-burden"}, "Two risks for one organ"),
        ("agomelatine", {"liver-burden"}, "Two risks for one organ"),
        ("clavulanic acid", {"liver-burden"}, "Two risks for one organ"),
        ("nevirapine", {"hiv", "liver-burden"}, "Two risks for one organ"),
        ("terbinafine", {"terbinafine"}, "cream and spray are not meant"),
        ("theophylline", {"theophylline"}, "Kratom may slow its breakdown"),
        ("quinine", {"qt-medicines"}, "act on heart rhythm"), ("ranolazine", {"qt-medicines"}, "act on heart rhythm"),
        ("flucloxacillin", {"liver-burden"}, "Two risks for one organ"),
        ("cinnarizine", {"sedating-antihistamines"}, "Kratom can make sleepy, too"),
        ("prochlorperazine", {"antipsychotics"}, "serotonin syndrome"),
        ("amiloride", {"blood-pressure", "low-sodium"}, "Severe low sodium with kratom"),
        ("nefopam", {"nefopam"}, "raises serotonin"), ("ivabradine", {"ivabradine"}, "slow the pulse too much"),
        ("droperidol", {"droperidol"}, "change heart rhythm"), ("procarbazine", {"mao-inhibitors", "cancer"}, "MAO"),
        ("amitriptyline", {"tricyclics", "cyp2d6"}, "In the laboratory kratom slows CYP2D6"),
        ("carisoprodol", {"muscle-relaxants"}, "carisoprodol, meprobamate: never stop suddenly"),
        ("bentazepam", {"benzodiazepines"}, "slow breathing"), ("melitracen", {"tricyclics"}, "serotonin syndrome"),
        ("fenfluramine", {"antiepileptics", "fenfluramine"}, "acts on serotonin"),
        ("zuranolone", {"zuranolone"}, "slow breathing"),
        ("fosphenytoin", {"antiepileptics", "inducers"}, "Seizures after kratom alone"),
    ],
)  # fmt: skip
def test_a_member_stands_where_the_sentences_are_about_it(member: str, ids: set[str], named: str) -> None:
    of = classes_of([member])
    assert {each.id for each in of} == ids
    assert any(named in text for each in of for text in texts_of(each))


def test_what_says_that_a_medicine_is_of_a_kind_is_told_of_that_one_alone() -> None:
    rhythm = classes()["qt-medicines"]
    assert {"fda-haloperidol-2007", "pimozide-mhra-2016"} <= set(rhythm.sources)
    assert rhythm.sources_about(["haloperidol"])[-1] == "fda-haloperidol-2007"
    assert "pimozide-mhra-2016" not in rhythm.sources_about(["haloperidol", "ondansetron"])
    assert "fda-haloperidol-2007" in row_of("Haldol").sources and "pimozide-mhra-2016" not in row_of("Haldol").sources
    said = [row for row in of_interactions() if row.sentence.endswith("Of this kind: haloperidol.")]
    assert [row.sources for row in said] == [("fda-haloperidol-2007",)]


def test_the_highest_level_wins_and_the_class_that_gives_it_stands_first() -> None:
    of = classes_of(["paracetamol", "oxycodone"])
    assert [each.id for each in of] == ["opioids", "paracetamol"]
    assert levels_of(of, prescribed=False) == (Level.DO_NOT_MIX,)
    assert levels_of(of, prescribed=True) == (Level.CALL_TODAY,)
    assert levels_of((), prescribed=True) == (Level.NOTHING_IN_LIST,)


def test_the_three_exceptions_have_words_of_their_own() -> None:
    own = {each.id: each.advice for each in EVERY if each.advice != "keep"}
    assert own == {"opioid-antagonists": "first-dose", "mao-inhibitors": "before-next", "naloxone": "emergency"}


def test_what_counts_for_sixty_days() -> None:
    long = {name for each in EVERY for name in each.long}
    assert {"fluoxetine", "phenelzine", "methadone", "Vivitrol", "Sublocade", "amiodarone", "diazepam"} <= long


def test_every_condition_of_the_journal_has_its_sentence() -> None:
    assert [code.value for code in condition_sentences()] == [
        "pregnancy", "breastfeeding", "seizures", "liver", "heart", "sleep-apnoea", "lung-disease", "kidney",
        "mental-illness",
    ]  # fmt: skip
    assert all(statement.sources for sentences in condition_sentences().values() for statement in sentences)


def test_the_first_sentence_of_a_condition_says_what_to_do_and_names_no_substance() -> None:
    for code, (first, *_) in condition_sentences().items():
        assert re.search(r"\b(?:[Aa]sk|[Tt]ell|[Cc]all)\b", first.text), code
        assert "kratom" not in first.text.casefold(), code


def test_a_reason_has_a_few_words_and_names_neither_the_product_nor_an_amount() -> None:
    in_short = [*(of.in_short for of in EVERY), *(why.text for why in conditions_in_short().values())]
    for words in in_short:
        assert len(words.split()) <= 6 and words[0].islower() and not words.endswith("."), words
        assert not re.search(r"kratom|\d", words, re.IGNORECASE), words


def test_levels_are_ranked_in_the_order_of_the_page() -> None:
    assert [*RANK] == [*Level]
    assert (
        RANK[Level.CALL_TODAY]
        < RANK[Level.DO_NOT_MIX]
        < RANK[Level.ASK_WITHIN_DAYS]
        < RANK[Level.ASK_FIRST]
        < RANK[Level.GOOD_TO_KNOW]
    )


FIELDS: dict[str, Any] = {
    "name": "Things", "in_short": "s", "mechanism": "m", "not_prescribed": "ask-first", "prescribed": "ask-within-days",
    "evidence": ["case"], "sentences": [["It is so.", "a"]], "members": ["thing"],
    "reviewed": classes()["opioids"].reviewed,
}  # fmt: skip


def test_a_class_in_order_is_read() -> None:
    made = _class("things", FIELDS)
    assert made.sentences == (Statement("It is so.", ("a",)),)
    assert made.sources == ("a",)
    assert (made.advice, made.long, made.higher) == ("keep", (), ())


@pytest.mark.parametrize(
    "fields",
    [
        {"not_prescribed": "call-today"}, {"prescribed": "do-not-mix"}, {"prescribed": "soon"}, {"sentences": []},
        {"sentences": ["It is so."]}, {"evidence": ["hearsay"]}, {"evidence": []}, {"members": []}, {"advice": "stop"},
        {"colour": "red"}, {"reviewed": "2026-11-29"}, {"member_sources": {"other": ["a"]}},
        {"higher": {"for": "prescribed", "level": "good-to-know", "when": ["liver"], "words": "with"}},
        {"higher": {"for": "prescribed", "level": "call-today", "when": ["mood"], "words": "with"}},
    ],
)  # fmt: skip
def test_a_class_out_of_order_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(PageFault, match="interaction things"):
        _class("things", {**FIELDS, **fields})


@pytest.mark.parametrize("missing", sorted(FIELDS))
def test_a_class_without_a_field_is_refused(missing: str) -> None:
    with pytest.raises(PageFault, match="interaction things"):
        _class("things", {key: value for key, value in FIELDS.items() if key != missing})


def test_the_tables_are_read_on_first_use() -> None:
    script = (
        "import journal.guidance; from journal.guidance import interactions;"
        "print(interactions.interaction_table.cache_info().currsize, interactions.name_table.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "0 0"


def test_every_circumstance_is_used() -> None:
    used = {code for each in EVERY for higher in each.higher for code in higher.when} | set(condition_sentences())
    assert set(Circumstance) == used


@pytest.mark.parametrize("name", ["zopiclone", "zolpidem", "Ambien", "Z-drug", "suvorexant", "sleeping pills"])
def test_nothing_about_barbiturates_stands_under_what_is_none(name: str) -> None:
    for of in classes_of(recognise(name).generics):
        said = " ".join([of.name, of.mechanism, *(sentence.text for sentence in of.sentences)]).casefold()
        assert "barbit" not in said, of.id


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Luminal", {"barbiturates", "antiepileptics", "inducers"}),
        ("zopiclone", {"z-drugs"}),
        ("barbiturate", {"barbiturates"}),
        ("Distraneurin", {"sleeping-pills"}),
    ],
)
def test_pills_for_sleep_are_told_apart(name: str, ids: set[str]) -> None:
    assert {of.id for of in classes_of(recognise(name).generics)} == ids
