"""The words in which a warning sign is written down lead to it, and harmless names do not."""

import pytest

from journal.core.entries import Symptom
from journal.core.symptoms import BUILT_INS, SymptomKind
from journal.core.warning_words import WORDS, is_masked, means_sign, sign_code, sign_meant, signs_begun
from journal.guidance.warning_signs import sign_of, signs
from journal.texts.names import SYMPTOMS

SAID = {
    "suicidal_thoughts": "suicidal thoughts; suicide; Suicidal; sucidal; want to die; I don’t want to live; "
    "kill myself; self-harm thoughts; selfharm; end my life; end it all; better off dead; wanting to die; "
    "I want to be dead; wish I was dead; wish I were dead; wish I wasn't here; wish I was never born; rather be dead; "
    "hope I never wake up; don't want to wake up; no reason to live; no reason to go on; no point in living; "
    "nothing to live for; life is pointless; life's pointless; living is pointless; life is meaningless; "
    "life has no meaning; life is not worth living; life isn’t worth it; not worth living; no will to live; "
    "lost the will to live; don't want to go on living; can't go on living; ready to die; death wish; sick of life; "
    "tired of being alive; hate being alive; giving up on life; thoughts of death; thinking about dying; "
    "everyone would be better off without me; they'd be better off without me; thinking about ending it; "
    "thoughts of ending it; SI thoughts; passive SI; suicidal ideation; ideation; kms; self-mutilation; "
    "harming myself; hurting myself; overdose on purpose; ending it all; take my own life; don't want to exist",
    "yellow_skin": "jaundice; jaundise; yellow eyes; yellow skin; eyes yellow; the whites of my eyes are yellow",
    "chest_pain": "heart pain; chest tightness; tight chest; pain in my chest; heart attack; angina; chest",
    "hard_to_breathe": "can't breathe; cant breathe; can’t breathe; cannot breath; can not breathe; short of breath; "
    "shortness of breath; breathless; breathlessness; out of breath; trouble breathing; dyspnoea",
    "seizure": "fit; fits; had a fit; convulsion; convulsions; siezure; seizures; epileptic",
    "fainting": "blacked out; passed out; blackout; fainted; feeling faint; passing out; lost consciousness",
    "confusion": "hallucinations; hallucinating; halucinations; seeing things; hearing voices; very confused; delirium",
    "swelling": "throat swelling; swollen tongue; swollen face; swelling of the lips; anaphylaxis; throat closing",
    "dark_urine": "coke urine; cola-coloured urine; brown urine; dark pee; coca-cola coloured urine; urine is dark",
    "dark_urine_muscle_pain": "dark urine and muscle pain; rhabdo; rhabdomyolysis; muscle pain with brown urine",
    "black_stool": "tarry stool; black poo; black stools; tarry black stool; melaena; black poop",
    "blood_in_stool": "bloody stool; blood in my poo; rectal bleeding; bleeding from the bottom; poop with blood in it",
    "blood_in_vomit": "vomiting blood; throwing up blood; bloody vomit; threw up blood; coffee ground vomit",
    "pinpoint_pupils": "small pupils; tiny pupils; pin-point pupils; pupils are small; pinned pupils",
    "slow_breathing": "barely breathing; not breathing; stopped breathing; shallow breathing; breathing slowly",
    "cannot_be_woken": "unconscious; can't be woken; can’t wake him; unresponsive; hard to wake; coma",
    "pale_stool": "pale stool; clay stool; clay-coloured stools; white poo; grey stool; light coloured poop",
    "little_urine": "not peeing; can't pee; no urine; hardly peeing; passing little urine",
    "palpitations": "palpatations; racing heart; heart racing; heart is pounding; irregular heartbeat; skipped beats",
    "belly_pain": "severe stomach pain; terrible belly pain; severe abdominal cramps",
    "repeated_vomiting": "constant vomiting; keep throwing up; can't stop vomiting; cannot keep anything down",
    "intense_itching": "severe itching; itching all over; unbearable itch; itchy all over",
    "rigid_muscles_fever": "serotonin syndrome; rigid muscles; fever and stiff muscles; high fever with jerking",
}
HARMLESS = (
    "benefit fitness heartburn tired stomach fitted heart;breath work;red eyes;keep fit;chest infection;pale skin;"
    "dark mood;self care;blood pressure;sick;swollen ankles;muscle pain;fever;heart rate;breathing;want;cut;weekend;"
    "stomach pain;itchy nose;vomiting;black tea;sore throat;stiff muscles;yellow snow;fear of dying;brain fog;SI joint;"
    "SI joint pain;si pain;life stress;pointless worry;living room dust;dead legs;dead tired;sudden death of a friend;"
    "waking up;sick of pills;tired of pain;better off without coffee;life is busy;work life;"
    "thinking;idea;giving up sugar;hopeless at sleep;ending a task;meaningless chatter;hate mornings;ready to sleep;"
    "no point in tea;nothing for pain;killing time;5 kms walk;worth it;not worth it;life quality;"
    "painful shoulder;passing gas;wheezing;subconscious;unfit;outfit"
)


def test_every_row_that_can_be_rated_has_words_and_nothing_else_has() -> None:
    rated = {sign.code for sign in signs() if sign.rated}
    assert set(WORDS) == rated
    assert set(SAID) == rated


@pytest.mark.parametrize(("code", "said"), [(code, word) for code, words in SAID.items() for word in words.split("; ")])
def test_other_words_lead_to_the_sign(code: str, said: str) -> None:
    for written in (said, said.upper(), f"  {said}! "):
        assert sign_meant(written) == code
    assert code in signs_begun(said)


@pytest.mark.parametrize("built_in", [symptom.code for symptom in BUILT_INS])
def test_an_official_name_means_its_own_sign_and_no_other_symptom_means_one(built_in: str) -> None:
    meant = sign_meant(SYMPTOMS[built_in])
    is_one = any(built_in in sign.codes and sign.rated for sign in signs())
    assert meant == (sign_of(built_in).code if is_one else None)


@pytest.mark.parametrize("name", [*HARMLESS.split(";"), "benefit", "fitness", "heartburn", "tired", "stomach", ""])
def test_harmless_names_mean_no_sign(name: str) -> None:
    assert sign_meant(name) is None


def test_the_two_letters_alone_are_thoughts_of_suicide_and_beside_a_joint_are_not() -> None:
    assert sign_meant("SI") == sign_meant("si") == "suicidal_thoughts"
    assert sign_meant("SI joint") is sign_meant("pain in the SI joint") is None


def test_what_is_typed_so_far_offers_the_sign() -> None:
    assert signs_begun("suic") == ["suicidal_thoughts"]
    assert signs_begun("jaun") == ["yellow_skin"]
    assert signs_begun("short of br") == ["hard_to_breathe"]
    assert "chest_pain" in signs_begun("heart")
    assert signs_begun("fi") == []  # too short to say
    assert signs_begun("") == []


def test_a_symptom_of_ones_own_is_the_sign_that_its_name_means_and_a_code_decides() -> None:
    own = Symptom(name="suicidal thoughts", kind=SymptomKind.SYMPTOM)
    assert (sign_code(own), means_sign(own), is_masked(own)) == ("suicidal_thoughts", True, True)
    chest = Symptom(name="heart pain")
    assert (sign_code(chest), means_sign(chest), is_masked(chest)) == ("chest_pain", True, False)
    back = Symptom(code="back_pain", name="suicidal", kind=SymptomKind.PAIN)
    assert (sign_code(back), means_sign(back), is_masked(back)) == ("back_pain", False, False)
    assert is_masked(Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING))
    assert means_sign(Symptom(code="palpitations", kind=SymptomKind.SIDE_EFFECT))
    assert not means_sign(Symptom(name="benefit"))
