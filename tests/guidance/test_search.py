"""Searching the guidance."""

import re
from itertools import pairwise

import pytest

from journal.guidance import Found, by_passage, country, find, pages, search
from journal.guidance.found import FELT, says_what_to_do
from journal.guidance.interactions import classes
from journal.guidance.warning_signs import signs
from tests.guidance.samples import sample

PAGE = sample(
    body="Above.[-]\n\n## After stopping\n\n"
    "Poor sleep is common.[^a] Café au lait is not.[^a]\n\n- 7-OH is strong.[^a]\n"
)


def texts(words: str) -> list[str]:
    return [hit.statement.text for hit in search([PAGE], words)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("sleep", ["Poor sleep is common."]),
        ("SLEEP poor", ["Poor sleep is common."]),
        ("slee", ["Poor sleep is common."]),
        ("leep", []),
        ("sleep lait", []),
        ("stopping sleep", ["Poor sleep is common."]),
        ("cafe", ["Café au lait is not."]),
        ("CAFÉ", ["Café au lait is not."]),
        ("7oh", ["7-OH is strong."]),
        ("7 OH", ["7-OH is strong."]),
        ("7-oh", ["7-OH is strong."]),
        ("7\N{NON-BREAKING HYPHEN}OH", ["7-OH is strong."]),
        ("is", ["Poor sleep is common.", "Café au lait is not.", "7-OH is strong."]),
        ("", []),
        ("  \t", []),
        ("?!", []),
        ("(", []),
    ],
)
def test_search(words: str, found: list[str]) -> None:
    assert texts(words) == found


def test_a_title_alone_is_no_hit() -> None:
    assert texts("stopping") == []
    assert texts("sample") == []


def test_a_hit_says_where_it_stands() -> None:
    statement = next(each for each in PAGE.statements() if "sleep" in each.text)
    (hit,) = search([PAGE], "sleep")
    assert (hit.page, hit.heading, hit.statement) == (PAGE, "After stopping", statement)
    assert search([PAGE], "above")[0].heading == ""


# --- what is shown of a hit ---


def said(body: str, words: str) -> list[str]:
    return [hit.words for hit in by_passage(search([sample(body=body)], words))]


def test_a_sentence_is_shown_with_those_around_it() -> None:
    together = "Opioids slow breathing. They should not be stopped suddenly."
    body = "Opioids slow breathing.[^a] They should not be stopped suddenly.[^a]\n\nAnother one.[-]\n"
    assert said(body, "stopped") == said(body, "opioids") == said(body, "slow they") == [together]


def test_a_claim_is_never_shown_without_its_answer() -> None:
    body = "- Claim: it is gentle.[-] This is wrong.[^a]\n- Claim: it is old.[-] It is.[^a]\n"
    assert said(body, "gentle") == ["Claim: it is gentle. This is wrong."]


def test_an_item_is_shown_with_what_leads_in_to_its_list_and_that_with_the_first_items() -> None:
    items = "- A fever.[^a]\n- B.[^a]\n- C.[^a]\n- D.[^a]"
    body = f"Before.[-] Call today for these:[-]\n\n{items}\n\nOther.[-]\n\n- Alone.[^a]\n"
    assert said(body, "fever") == ["Call today for these: A fever."]
    assert said(body, "today") == ["Before. Call today for these: A fever. B. C. …"]
    assert said(body, "alone") == ["Alone."]


# Words that speak of something said before; "this journal" and "these claims" say of what.
_LEANS = re.compile(
    r"(?:They|It|Its|Their|Then|So|But|Nor|He|She|Both|Those|These(?! claims| offices)|This(?! journal| page))\b"
)


def test_every_passage_of_a_page_can_be_read_alone() -> None:
    leaning = [
        f"{page.code}: {passage.statements[0].text}"
        for page in pages()
        for passage in page.passages()
        if not passage.lead_in and _LEANS.match(passage.statements[0].text)
    ]
    assert leaning == []
    assert _LEANS.match("It says that traction should not be routine.")


def test_what_is_said_of_a_class_of_medicines_names_it_where_another_was_spoken_of() -> None:
    """ "Opioids ... They should not be stopped" was said of sleeping pills."""
    leaning = [
        (of.id, sentence.text)
        for of in classes().values()
        for before, sentence in pairwise(of.sentences)
        if re.match(r"Opioids\b", before.text) and re.match(r"(?:They|It|Stopping them)\b", sentence.text)
    ]
    assert leaning == []


def test_the_shipped_pages_are_searched_in_their_order() -> None:
    """Behind what to do: of what is alike in that."""
    found_so = search(pages(), "mitragynine")
    codes = [hit.page.code for hit in found_so if not re.search(r"\b(?:ask|say|do not)\b", hit.words, re.IGNORECASE)]
    assert codes == sorted(codes, key=[page.code for page in pages()].index)
    assert {"in-the-product", "what-it-does", "with-medicines"} <= {hit.page.code for hit in found_so}


# --- other words for the same, and help lines ---


def found(words: str, code: str = "US") -> Found:
    return find(pages(), country(code).lines, words)


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("xanax", "benzodiazepine"),
        ("Can I take Xanax?", "benzodiazepine"),
        ("valium", "benzodiazepine"),
        ("booze", "alcohol"),
        ("can't breathe", "breath"),
        ("cant breathe", "breath"),
        ("can\N{RIGHT SINGLE QUOTATION MARK}t breathe", "breath"),
        ("throwing up blood", "blood in vomit"),
        ("suicidal", "suicide"),
        ("cold turkey", "withdrawal"),
        ("heart racing", "heart"),
        ("narcan", "naloxone"),
        ("jaundice", "yellow"),
        ("fits", "seizure"),
    ],
)
def test_what_people_type_finds_what_the_pages_say(typed: str, held: str) -> None:
    result = found(typed)
    assert result.hits and not result.some
    assert held in " ".join(hit.statement.text.casefold() for hit in result.hits)


@pytest.mark.parametrize("typed", ["can't breathe", "throwing up blood", "passed out", "chest pain", "swollen face"])
def test_what_is_urgent_comes_first(typed: str) -> None:
    assert found(typed).hits[0].page.code == "emergency-signs"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("driving", "driving-work-travel"), ("drug test", "driving-work-travel"),
        ("can I drink tonight", "with-medicines"), ("operation", "driving-work-travel"),
        ("breastfeeding", "emergency-signs"), ("my eyes are yellow", "emergency-signs"),
    ],
)  # fmt: skip
def test_after_the_signs_that_are_meant_comes_what_stands_under_a_title_that_says_so(typed: str, code: str) -> None:
    assert found(typed).hits[0].page.code == code


def test_a_class_stands_before_what_only_speaks_of_it_and_after_a_sign() -> None:
    assert found("can I drink tonight").classes_first and found("P-gp").classes_first
    assert found("is it safe with blood pressure pills").classes_first
    assert found("liver").classes and not found("liver").classes_first


def test_where_nothing_holds_all_what_holds_most_comes_first() -> None:
    page = sample(body="- Fig and pear.[^a]\n- Fig.[^a]\n- Plum.[^a]\n- Fig again.[^a]\n- Pear and plum.[^a]\n")
    hits = find([page], [], "fig pear plum").hits
    assert {hit.statement.text for hit in hits[:2]} == {"Fig and pear.", "Pear and plum."}
    assert hits[2].statement.text == "Plum."  # rarer than figs


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("CYP2D6", ["cyp2d6"]), ("CYP2C19", ["ssris", "citalopram", "antiplatelets", "model-only"]),
        ("P-gp substrates", ["loperamide", "doacs", "digoxin", "colchicine", "transplant"]),
        ("is it safe with blood pressure pills", ["blood-pressure"]), ("can I drink tonight", ["alcohol"]),
        ("withdrawal", []), ("", []), ("xyzzy", []),
    ],
)  # fmt: skip
def test_classes_of_the_list_of_interactions_are_found_by_name_or_by_how_they_act(typed: str, ids: list[str]) -> None:
    assert [of.id for of in found(typed).classes] == ids


def test_what_is_being_typed_finds_what_it_may_become() -> None:
    assert found("xan").hits == found("xanax").hits
    assert found("boo").hits == found("booze").hits
    assert not found("xa")


@pytest.mark.parametrize(
    ("typed", "code", "numbers"),
    [
        ("suicidal", "US", ["988"]),
        ("suicidal", "FR", ["3114"]),
        ("kill myself", "AT", ["142"]),
        ("overdose", "AT", ["01 406 43 43"]),
        ("poison control", "US", ["1-800-222-1222"]),
        ("poison", "DE", ["0361 730730", "030 19240", "0551 19240", "089 19240", "0761 19240"]),
        ("out of hours", "DE", ["116 117"]),
        ("116117", "DE", ["116 117"]),
        ("night doctor", "GB", ["111"]),
        ("addicted", "DE", ["01806 313031"]),
        ("988", "US", ["988"]),
        ("hotline", "AT", ["01 406 43 43", "142"]),
        ("suicidal", "ID", []),
    ],
)
def test_help_lines_of_the_country_are_found(typed: str, code: str, numbers: list[str]) -> None:
    assert [line.number for line in found(typed, code).lines if line.number in numbers] == numbers
    assert bool(found(typed, code).lines) is bool(numbers)


def test_a_page_is_found_by_its_title() -> None:
    assert [page.code for page in found("dependence").pages] == ["dependence"]
    assert [page.code for page in found("addiction").pages] == ["dependence"]  # its title has another word for it


def test_a_short_word_stands_for_itself_and_its_forms_alone() -> None:
    page = sample(body="A category of care.[-] One cat.[-] Two cats.[-]")
    assert [hit.statement.text for hit in search([page], "cat")] == ["One cat.", "Two cats."]
    page = sample(body="The liver.[-] The heart.[-] We live here.[-] She lives there.[-] Hearing things.[-]")
    assert [hit.statement.text for hit in search([page], "live")] == ["We live here.", "She lives there."]
    assert [hit.statement.text for hit in search([page], "hear")] == ["Hearing things."]


def test_what_a_short_word_only_begins_comes_last() -> None:
    page = sample(body="## Painkillers\n\nPainkillers do that.[-]\n\n## Other\n\nA pain there.[-]")
    assert [hit.statement.text for hit in search([page], "pain")] == ["A pain there.", "Painkillers do that."]


@pytest.mark.parametrize("typed", [sign.name for sign in signs()])
def test_the_sign_that_is_named_comes_first(typed: str) -> None:
    assert found(typed).hits[0].statement.text.startswith(f"{typed}. ")


@pytest.mark.parametrize(
    ("typed", "sign"),
    [
        ("yellow eyes", "Yellow eyes or skin"), ("my eyes are yellow", "Yellow eyes or skin"),
        ("jaundice", "Yellow eyes or skin"), ("brown pee", "Dark urine"), ("pale poo", "Pale stool"),
        ("I hear voices", "Severe confusion, or seeing or hearing things"),
    ],
)  # fmt: skip
def test_of_signs_that_belong_together_the_one_that_was_meant_comes_first(typed: str, sign: str) -> None:
    assert found(typed).hits[0].statement.text.startswith(f"{sign}. ")


def test_words_that_ask_for_nothing_are_passed_over_unless_they_stand_alone() -> None:
    assert found("what about the naloxone").hits == found("naloxone").hits
    assert search([PAGE], "is") and search([PAGE], "kratom is") == []


def test_some_of_the_words_are_found_where_all_of_them_are_nowhere() -> None:
    result = found("naloxone xyzzy")
    assert result.some and {hit.statement for hit in result.hits} == {hit.statement for hit in found("naloxone").hits}


@pytest.mark.parametrize("typed", ["grapefruit", "Paxlovid", "CYP2D6"])
def test_what_the_body_breaks_down_is_not_about_muscles(typed: str) -> None:
    assert not [hit for hit in found(typed).hits if "uscle" in hit.statement.text]


def test_who_is_afraid_to_tell_finds_the_page_on_talking() -> None:
    assert [page.code for page in found("scared to tell my doctor").pages] == ["talking-with-a-clinician"]
    assert found("itchy all over").lines == ()


@pytest.mark.parametrize("typed", ["xyzzy", "hydralazine", "", "  ", "?!"])
def test_nothing_is_found_for_what_is_not_there(typed: str) -> None:
    assert not found(typed)


def test_what_a_sentence_says_itself_comes_before_what_its_titles_say() -> None:
    page = sample(body="## Mornings\n\nThey are slow.[-]\n\n## Other things\n\nSlow mornings.[-]\n")
    assert [hit.statement.text for hit in search([page], "slow mornings")] == ["Slow mornings.", "They are slow."]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("I took it with two beers, is that dangerous?", "All eight people in a US study of harmed livers"),
        ("my skin is itchy and yellow", "Yellow eyes or skin. Doctor today."),
        ("can I take my sleeping pill", "Sleeping tablets such as zolpidem"),
        ("I want to stop, what happens to me", "Stopping all at once after heavy use"),
        ("is it safe to drive tomorrow morning", "Do not drive, climb or use machines when you feel sleepy"),
        ("my child swallowed some", "A child swallowed some. Sleepy"),
        ("it does not work any more", "Tolerance: the body gets used to a drug"),
        ("I feel like I do not want to live", "Thoughts of suicide. Call"),
        ("no point in living", "Thoughts of suicide. Call"),
        ("CYP3A4 inhibitor", "Medicines that slow the same breakdown"),
        ("grapefruit", "Medicines that slow the same breakdown"),
        ("I can't sleep, my legs won't keep still", "Poor sleep"),
        ("my hands shake when I'm late", "Pain can be part of withdrawal"),
        ("perioperative", "Before an operation or a dental treatment"),
        ("hyponatremia", "Severely low sodium is published"),
        ("neonatal abstinence", "A newborn can have withdrawal"),
        ("itchy all over", "Intense itching. Doctor today"),
        ("QT prolongation", "Regular use has been linked with a change on the heart tracing"),
        ("methadone", "Keep taking methadone or buprenorphine as agreed"),
        ("naltrexone", "it has set off sudden withdrawal in people who took kratom."),
        ("hepatotoxicity", "Ask for a blood test of the liver"),
        ("blood pressure 180", "A blood pressure of 180/120 or more."),
        ("fatty liver", "Ask for a blood test of the liver"),
        ("I had a blackout", "Hard to wake. Call"),
        ("pregnancy and lactation", "An infant has been exposed to it through breast milk."),
        ("serotonin syndrome with SSRI", "It may be serotonin syndrome."),
        ("urine drug screen", "Tests for drugs differ in what they look for."),
        ("half-life", "it took about one to two days until half of the main substance"),
        ("can I drink tonight", "Do not mix kratom with alcohol"),
        ("my eyes are yellow", "Yellow eyes or skin. Doctor today."),
        ("kratom and Xanax", "Benzodiazepines: alprazolam (Xanax)"),
        ("breastfeeding", "An infant has been exposed to it through breast milk."),
        ("dog ate it", "call a vet or an animal poison centre at once."),
        ("withdrawal how long", "We found no good study of when it starts and how long it lasts."),
        ("I can't stop shaking", "High fever with stiff or jerking muscles. Call"),
        ("can't poop for five days", "Tell a doctor this week about bowels that do not move"),
        ("kratom with St John's wort", "St John’s wort and dextromethorphan"),
        ("QT", "Palpitations. With chest pain, faintness or short breath"),
        ("driving", "Do not drive, climb or use machines when you feel sleepy"),
        ("drug test", "Tests for drugs differ in what they look for."),
        ("operation next week", "Before an operation or a dental treatment"),
        ("hepatotoxicity latency", "the signs began two days to seven weeks after the start."),
    ],
)
def test_a_question_in_a_person_s_or_a_pharmacist_s_words_finds_its_answer(asked: str, answer: str) -> None:
    result = find(pages(), country("US").lines, asked)
    assert not result.some
    assert any(answer in hit.statement.text for hit in result.hits)


@pytest.mark.parametrize(
    "typed",
    [
        "can I drive after a seizure", "driving seizure", "I had a fit, can I drive", "epilepsy driving",
        "when can I drive again after a seizure", "can I drive",
    ],
)  # fmt: skip
def test_driving_begins_with_what_is_said_of_seizures(typed: str) -> None:
    """Also where only driving is asked about: who had a seizure may not say it again."""
    said = found(typed).hits[0].statement.text
    assert re.match(r"(?:After a seizure of any kind, do|Do) not drive", said) and "seizure" in said


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("I am pregnant can I keep taking it", "Pregnant. Do not stop suddenly"),
        ("my heart is racing", "Palpitations."),
        ("throwing up all night", "Repeated vomiting."),
        ("throwing up blood", "Blood in vomit."),
        ("I have pain in the chest", "Chest pain."),
        ("I want to quit", "See a doctor or another clinician first"),
        ("starting naltrexone", "Naltrexone, also as low-dose naltrexone"),
        ("ALT elevated", "Yellow eyes or skin"),
    ],
)
def test_a_question_finds_its_answer_first(typed: str, answer: str) -> None:
    result = found(typed)
    assert not result.some and result.hits[0].statement.text.startswith(answer)


@pytest.mark.parametrize(
    "typed",
    ["can I just stop", "just stop", "stop cold turkey", "cold turkey", "I want to quit", "can I stop suddenly"],
)
def test_who_asks_to_just_stop_is_answered_before_how_withdrawal_is_treated(typed: str) -> None:
    """On the first screen: whom to see, that it should not be all at once, and what must not be stopped suddenly."""
    result = found(typed)
    first = " ".join(hit.words for hit in by_passage(result.hits)[:4])
    assert not result.some
    assert "See a doctor or another clinician first" in first
    assert "Stopping all at once after heavy use for a long time can bring on withdrawal." in first
    assert "Some people also take alcohol, benzodiazepines" in first
    assert "Stopping these suddenly can cause seizures. Ask a doctor before you change them." in first
    headings = [hit.heading for hit in by_passage(result.hits)]
    assert headings.index("What must not be stopped suddenly") < headings.index("How withdrawal is treated")


def test_a_sign_comes_first_also_where_only_some_of_the_words_are_found() -> None:
    result = found("my son swallowed capsules xyzzy")
    assert result.some and result.sign_first and result.hits[0].statement.text.startswith("A child swallowed some.")
    assert found("yellow eyes").sign_first and not found("driving").sign_first


@pytest.mark.parametrize(
    ("typed", "sign"),
    [
        ("hot, stiff and jerking", "High fever with stiff or jerking muscles"),
        ("hot stiff jerking", "High fever with stiff or jerking muscles"),
        ("stiff and jerking, sweats", "High fever with stiff or jerking muscles"),
        ("hot flashes, muscles stiff and jerking", "High fever with stiff or jerking muscles"),
        ("chest pain xyzzy after withdrawal", "Chest pain"),
    ],
)
def test_a_sign_that_is_named_comes_before_what_pages_say_of_the_other_words(typed: str, sign: str) -> None:
    result = found(typed)
    assert result.sign_first and result.hits[0].statement.text.startswith(f"{sign}. Call ")


def test_one_word_of_a_sign_beside_others_does_not_make_an_emergency_of_it() -> None:
    first, second, *_ = found("hot flashes").hits
    assert "See a clinician first" in first.words
    assert second.statement.text == "Watery eyes or nose, hot flashes, fever."
    assert not found("hot water").sign_first


def test_enzymes_find_the_class_that_acts_on_them() -> None:
    assert [of.id for of in found("CYP3A4 inhibitors").classes] == ["cyp3a-inhibitors"]
    assert {of.id for of in found("CYP inhibitors").classes} == {"cyp3a-inhibitors", "cyp2d6"}


@pytest.mark.parametrize("typed", ["ALT", "liver enzymes", "AST"])
def test_liver_tests_are_about_the_liver(typed: str) -> None:
    said = [hit.statement.text.casefold() for hit in find(pages(), (), typed).hits]
    assert any("liver" in each for each in said) and not any("exercise" in each for each in said)


def test_what_to_do_comes_before_what_is_known() -> None:
    assert find(pages(), (), "my dog ate it").hits[0].heading == "What to do first"


# As they are typed at night, in pain.
AT_NIGHT = {
    "constipated for a week": "Tell a doctor this week about bowels that do not move",
    "withdrawal tonight": "Withdrawal now, or tonight: call a doctor or the service that is open",
    "bloated and no bowel movement": "Tell a doctor this week about bowels that do not move",
    "pain is so bad I took more": "If someone may have taken too much, call a poison centre",
    "took two doses by mistake": "If someone may have taken too much, call a poison centre",
    "my back hurts tonight and nothing helps": "Back pain with numbness near the genitals",
    "what helps with the pain": "call the emergency number",
    "pain comes back at night": "call the emergency number",
    "I can't sleep because of the pain": "",
    "drowsy but in pain": "If you are very drowsy or confused after mixing, get medical help now",
    "feeling sick after my dose": "Nothing stays down: doctor today",
    "throwing up and can't keep water down": "Nothing stays down: doctor today",
    "itchy all over tonight": "Doctor today with yellow eyes",
    "sweating and shaking at 3 am": "See a clinician first",
    "restless legs at night": "See a clinician first",
    "I ran out and feel awful": "See a clinician first",
    "missed my dose": "See a clinician first",
    "need more every day": "See a clinician first",
    "can I stop now": "See a doctor or another clinician first",
    "my heart is racing and I can't sleep": "With chest pain, faintness or short breath",
    "dizzy when I stand up": "Lay them flat",
    "is it safe to take a sleeping pill now": "Do not mix kratom with alcohol",
    "I had some wine with it": "Do not mix kratom with alcohol",
    "I feel hopeless tonight": "call a crisis line or someone you trust now",
    "breathing feels shallow": "Call your local emergency number",
    "headache after kratom": "call your local emergency number",
    "can I drive to work in the morning": "Do not drive after a seizure",
    "dark pee": "Doctor today; ask whether your liver should be tested",
    "dry mouth": "tell a doctor or a pharmacist",
    "no appetite": "tell a doctor or a pharmacist",
    "not hungry at all": "tell a doctor or a pharmacist",
    "anxious at night": "tell a doctor or a pharmacist",
    "panic attack": "tell a doctor or a pharmacist",
    "I can't sleep": "tell a doctor or a pharmacist",
    "nightmares again": "tell a doctor or a pharmacist",
    "no sex drive": "tell a doctor or a pharmacist",
    "weight loss": "Tell a doctor this week about bowels that do not move, lost weight",
    "bloated": "Tell a doctor this week about bowels that do not move, lost weight",
    "hot flashes": "See a clinician first",
    "cold sweats": "See a clinician first",
    "restless and angry": "See a clinician first",
    "irritable": "See a clinician first",
    "muscle aches everywhere": "See a clinician first",
    "leg cramps": "See a clinician first",
    "runny nose": "See a clinician first",
    "scared to stop": "See a doctor or another clinician first",
    "crying all the time": "call a crisis line or someone you trust now",
    "I feel empty": "call a crisis line or someone you trust now",
    "tired all day": "If you are very drowsy or confused after mixing, get medical help now",
    "cannot concentrate": "If you are very drowsy or confused after mixing, get medical help now",
    "stomach cramps": "Severe belly pain",
    "itchy skin": "Doctor today with yellow eyes",
    "pain is worse": "call the emergency number",
    "cut down but pain is back": "speak to your prescriber first",
    "heart skipping beats": "With chest pain, faintness or short breath",
    "no pee since morning": "Much less than usual: doctor today",
    "baby drank my tea": "No sign: poison centre now",
    "my toddler ate a capsule": "No sign: poison centre now",
    "my kid found my capsules": "No sign: poison centre now",
    "the toddler got into my powder": "No sign: poison centre now",
    "I doubled my usual and feel drugged": "If someone may have taken too much, call a poison centre",
    "took twice as much as usual": "If someone may have taken too much, call a poison centre",
    "my skin is crawling after I stopped": "See a clinician first",
    "breastfeeding mother asks": "Call your maternity team or doctor today",
    "hepatic impairment": "Doctor today",
    "renal impairment": "Much less than usual: doctor today",
    "teratogenic": "Call your maternity team or doctor today",
    "additive CNS depression": "Do not mix kratom with alcohol",
}


@pytest.mark.parametrize("typed", AT_NIGHT)
def test_a_question_at_night_begins_with_what_to_do(typed: str) -> None:
    first = found(typed).hits[0]
    assert says_what_to_do(first) and AT_NIGHT[typed] in first.words


def test_a_screen_of_urine_is_about_tests_and_not_about_its_colour() -> None:
    assert found("is it detected on urine screen").hits[0].statement.text.startswith("Tests for drugs differ")


def test_how_long_it_stays_is_answered_by_what_says_so() -> None:
    assert found("how long until it is out of my system").hits[0].statement.text.startswith("Kratom can stay in the")


def test_a_list_of_what_is_felt_begins_as_its_page_does() -> None:
    """No sentence of it says what to do about a sore thumb; so the page speaks first, and the list comes after it."""
    lists = sample(body="## What to do\n\nAsk a pharmacist.[-]\n\n## What people report\n\n- A sore thumb.[-]\n")
    other = sample(body="## What to do\n\nAsk a pharmacist.[-]\n\n## What it is\n\n- A sore thumb.[-]\n")
    assert [hit.statement.text for hit in find([lists], (), "thumb").hits] == ["Ask a pharmacist.", "A sore thumb."]
    assert [hit.statement.text for hit in find([other], (), "thumb").hits] == ["A sore thumb."]


def test_the_pages_have_lists_of_what_is_felt() -> None:
    headings = {(page.code, passage.heading) for page in pages() for passage in page.passages()}
    assert headings >= {("side-effects", FELT[0]), ("dependence", FELT[1])}


def test_tablets_for_anxiety_do_not_come_before_what_an_anxious_person_can_do() -> None:
    assert found("anxious at night").classes and not found("anxious at night").classes_first
    assert found("alcohol").classes_first


def test_a_grown_up_who_is_tired_is_not_told_of_children_first() -> None:
    assert found("tired").hits[0].page.code != "children-and-pets"
    assert "child" in found("my child is tired").hits[0].words.casefold()


def test_what_to_do_comes_before_what_is_known_of_the_same() -> None:
    page = sample(body="## Mornings\n\nThey are slow.[-]\n\n## Evenings\n\nSlow evenings: see a doctor.[-]\n")
    assert [hit.statement.text for hit in search([page], "slow")] == ["Slow evenings: see a doctor.", "They are slow."]


def test_a_word_in_the_names_of_many_signs_means_none_of_them() -> None:
    assert not found("pain").sign_first and not found("urine").sign_first
    assert found("chest pain").sign_first and found("dark urine").sign_first and found("itching").sign_first


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("threw up something like coffee grounds", "Blood in vomit. Call "),
        ("my urine looks like cola", "Dark urine. Doctor today"),
        ("pee the colour of tea", "Dark urine. Doctor today"),
        ("stool like tar", "Black stool. Faint, pale"),
        ("I want it to end", "Thoughts of suicide. Call "),
        ("I stopped yesterday and feel like dying", "Thoughts of suicide. Call "),
        ("I took two benadryl and now I see spiders", "Severe confusion, or seeing or hearing things. Call "),
        ("my baby won't latch since I take this", "A newborn can have withdrawal"),
    ],
)
def test_what_is_said_at_night_in_other_words_leads_to_what_to_do(words: str, first: str) -> None:
    found = find(pages(), country("US").lines, words)
    assert found.hits[0].words.startswith(first)


def test_legs_that_do_not_stop_lead_to_withdrawal_and_not_to_a_weak_leg() -> None:
    found = find(pages(), (), "legs won't stop moving at night without it")
    assert [page.code for page in found.pages] == ["dependence"] and found.hits[0].heading == "What to do"
