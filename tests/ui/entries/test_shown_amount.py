"""What the dose form shows of an amount reads as the very same amount again, whatever unit it was typed in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from journal.core.amounts import LIMITS, Amount, Basis, Dimension, plain_number
from journal.core.entries import Dose, Preparation, Product, ProductKind, Unit
from journal.core.refusal import Refused
from journal.core.typed_amounts import parse_amount
from journal.core.words_of_amounts import PIECE_WORDS, PIECES
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.amount_part import AmountPart
from journal.ui.entries.dose_form import DoseForm
from journal.ui.shell.body import Body
from tests.journals import ago, saved
from tests.ui.conftest import BridgeTo, Known, ctrl, keys, tick

ENTER = Qt.Key.Key_Return
MASS, VOLUME, COUNT = Dimension.MASS, Dimension.VOLUME, Dimension.COUNT
FORTNIGHT = 14 * 24 * 60

LEAF = Product(name="Leaf", kind=ProductKind.LEAF_POWDER)
CAPSULE = Unit(product=LEAF.id, name="capsule", quantity=500, dimension=MASS, spread=40)
SHOT = Unit(product=LEAF.id, name="shot", quantity=15_000, dimension=VOLUME)
PIECE = Unit(product=LEAF.id, name="leaf")
LARGE = Unit(product=LEAF.id, name="capsule large", quantity=800, dimension=MASS)
GONE = Unit(product=LEAF.id, name="scoop", quantity=2345, dimension=MASS)
UNITS = [CAPSULE, SHOT, PIECE, LARGE]
SPELLINGS = [
    "", "g", "G", "gram", "Grams", "gramm", "mg", "MG", "milligrams", "ml", "mL", "l", "L", "litres", "capsule", "caps",
    "capsules", "capsule large", "shot", "leaf", "scoop", "scoops", "pieces", "oz", "m", "mmg", "Kapseln", "?",
]  # fmt: skip


def form_of(body: Body) -> DoseForm:
    assert body.today is not None
    form = body.today.panel.form
    assert isinstance(form, DoseForm)
    return form


def doses(book: Logbook) -> list[Dose]:
    return [each for day in book.days(book.today() - dt.timedelta(days=30), book.today()) for each in day.doses]


def choose(form: DoseForm, product: Product) -> None:
    """Press the product's pill."""
    pills = form.picker.pills
    pills.unfold()
    next(pill for pill in pills._pills() if pill.text().replace("&&", "&") == product.name).click()


@pytest.fixture
def part(bridge_to: BridgeTo, plain_book: Logbook) -> AmountPart:
    plain_book.save(LEAF, *UNITS, GONE)
    plain_book.delete([GONE.id])
    made = AmountPart(bridge_to(plain_book, english()))
    made.set_product(LEAF.id, UNITS, "g", can_add=True)
    return made


@st.composite
def typed_amounts(draw: st.DrawFn) -> Amount:
    """What the form saved once: read from a text, in any unit there was then."""
    decimal = st.from_regex(r"\+?(0|[1-9][0-9]{0,4})([.,][0-9]{1,4})?", fullmatch=True)
    number = draw(st.one_of(decimal, st.sampled_from(["1/2", "½", "1 1/2", "2¾", "half a ", "1/3", "+1/8"])))
    text = number + draw(st.sampled_from(["", " ", "  "])) + draw(st.sampled_from(SPELLINGS))
    default = draw(st.sampled_from(["g", "mg", "ml", "capsule", "shot", "leaf", "scoop"]))
    try:
        return parse_amount(text, [*UNITS, GONE], default, draw(st.sampled_from(Basis)))
    except Refused:
        return Amount(text)


@st.composite
def imported_amounts(draw: st.DrawFn) -> Amount:
    """What another program wrote: the text need not say what the number says."""
    text = draw(
        st.one_of(
            st.text(st.characters(max_codepoint=0x17F), max_size=70),
            st.builds("{} {}".format, st.integers(0, 5000), st.sampled_from(SPELLINGS)),
        )
    )
    dimension = draw(st.sampled_from(Dimension))
    unit = draw(st.sampled_from([None, CAPSULE.id, SHOT.id, PIECE.id, GONE.id, "not-here"]))
    quantity = draw(st.one_of(st.integers(1, 5000), st.integers(1, LIMITS[dimension])))
    return Amount(text, quantity, dimension, draw(st.sampled_from(Basis)), None, unit)


@settings(
    max_examples=settings().max_examples * 5 // 2,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(amount=st.one_of(typed_amounts(), imported_amounts()))
@example(Amount("2 grams", 2000, MASS))
@example(Amount("2 G", 2000, MASS))
@example(Amount("0.5 l", 500_000, VOLUME))
@example(Amount("500 milligrams", 500, MASS))
@example(Amount("3 pieces", 3000, COUNT))
@example(Amount("3", 3000, COUNT))
@example(Amount("1 1/2", 750, MASS, Basis.COUNTED, 60, CAPSULE.id))
@example(Amount("half a capsule", 250, MASS, Basis.COUNTED, 20, CAPSULE.id))
@example(Amount("3", 7035, MASS, Basis.COUNTED, None, GONE.id))
@example(Amount("", 1234, MASS))
@example(Amount("", 1234, VOLUME))
@example(Amount("2." + "5" + "0" * 60 + " mg", 2500, MASS))
def test_a_shown_amount_is_the_amount(part: AmountPart, amount: Amount) -> None:
    part.fill_from(amount, again=True)
    again = part.amount()
    if part.field.edit.text():
        assert (again.quantity, again.dimension) == (amount.quantity, amount.dimension)
    else:
        assert not again.known and (not amount.known or amount.dimension is COUNT)
    part.fill_from(amount, again=False)
    assert part.amount() == amount or (not amount.known and part.amount() == replace(amount, basis=Basis.UNKNOWN))


@pytest.mark.quick_every(9)
@pytest.mark.parametrize(
    ("typed", "quantity"),
    [
        ("1/2 g", 500),
        ("2½", 2500),
        ("2 grams", 2000),
        ("2 G", 2000),
        ("2g", 2000),
        ("500 mg", 500),
        ("500 MG", 500),
        ("0.5 l", 500_000),
    ],
)
def test_a_dose_taken_again_is_the_same_dose(body: Body, plain_book: Logbook, typed: str, quantity: int) -> None:
    keys(ctrl(Qt.Key.Key_D), typed, ENTER)
    tick(plain_book, 180)
    keys(ctrl(Qt.Key.Key_D), ENTER)
    assert [each.amount.quantity for each in doses(plain_book)] == [quantity, quantity]


@pytest.mark.slow
def test_pieces_without_a_unit_are_not_grams(body: Body, plain_book: Logbook, known: Known) -> None:
    amount = Amount("3 pieces", 3000, COUNT, Basis.COUNTED)
    dose = saved(plain_book, Dose(at=ago(plain_book, 180), product=known.green.id, amount=amount))
    keys(ctrl(Qt.Key.Key_D))
    said = form_of(body).amount.last_time
    assert said.isVisible() and said.text() == "Last time: 3 pieces"
    choose(form_of(body), known.capsules)
    assert said.isHidden()
    choose(form_of(body), known.green)
    assert not said.isHidden()
    form_of(body).save()
    assert doses(plain_book)[-1].amount == Amount()
    assert body.today is not None
    body.today.panel.edit([dose])
    assert (form_of(body).amount.field.edit.text(), form_of(body).amount.unit.currentText()) == ("3", "pieces")
    form_of(body).note.setPlainText("after lunch")
    form_of(body).save()
    assert plain_book.get(dose.id) == replace(dose, note="after lunch")


@pytest.mark.quick_every(15)
@pytest.mark.parametrize("said", PIECE_WORDS)
@pytest.mark.parametrize("typed", ["6", "6 pieces", "6 Kapseln", "6,0 tabs", "+6 pcs"])
def test_a_dose_in_pieces_is_corrected_by_a_number_or_any_word_for_them(
    part: AmountPart, said: str, typed: str
) -> None:
    part.fill_from(Amount(f"7 {said}", 7000, COUNT, Basis.COUNTED), again=False)
    assert (part.field.edit.text(), part.unit.currentText()) == ("7", "pieces")
    part.field.set_text(typed)
    assert part.amount() == Amount(typed, 6000, COUNT, Basis.COUNTED)
    assert "unit" not in part.field.understood()


def test_the_name_of_an_own_unit_means_that_unit_before_any_pieces(part: AmountPart) -> None:
    part.fill_from(Amount("7 Kapseln", 7000, COUNT, Basis.COUNTED), again=False)
    part.field.set_text("6 capsules")
    assert (part.amount().quantity, part.amount().unit) == (3000, CAPSULE.id)
    assert "3 g" in part.field.understood()


@given(
    quantity=st.integers(1, LIMITS[COUNT]), stated=st.sampled_from(["", "?", *PIECE_WORDS]), again=st.integers(1, 99)
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pieces_of_no_own_unit_read_as_the_same_number(
    part: AmountPart, quantity: int, stated: str, again: int
) -> None:
    part.set_product(LEAF.id, [], "", can_add=True)
    amount = Amount(f"{plain_number(quantity)} {stated}".strip(), quantity, COUNT, Basis.COUNTED)
    part.fill_from(amount, again=False)
    assert part.amount() == amount
    assert part.field.amount(Basis.COUNTED).quantity == quantity
    part.field.set_text(str(again))
    assert part.amount() == Amount(str(again), again * 1000, COUNT, Basis.COUNTED)
    part.field.set_text(f"{again} g")
    assert (part.amount().quantity, part.amount().dimension) == (again * 1000, MASS)


def test_more_and_less_count_pieces(part: AmountPart) -> None:
    part.set_product(LEAF.id, [], "", can_add=True)
    part.fill_from(Amount("2-3 Kapseln", 2500, COUNT, Basis.GUESSED, 500), again=False)
    assert part.field.edit.text() == "2-3" and part.amount().spread == 500
    part.fill_from(Amount("4 capsules", 4000, COUNT), again=False)
    part.field.step(1)
    assert part.amount().quantity == 5000
    part.field.set_text("4 capsules")
    part.field.step(-1)
    assert (part.field.edit.text(), part.amount().quantity) == ("3 capsules", 3000)


def test_pieces_are_offered_for_a_dose_in_pieces_only(part: AmountPart) -> None:
    part.fill_from(Amount("4 capsules", 4000, COUNT), again=False)
    assert part.unit.findData(PIECES) >= 0
    part.fill_from(Amount("4 g", 4000, MASS), again=False)
    assert part.unit.findData(PIECES) < 0
    part.field.set_text("4 pieces")
    with pytest.raises(Refused):
        part.amount()


def test_a_correction_that_was_put_aside_is_still_in_pieces(part: AmountPart) -> None:
    amount = Amount("4 Kapseln", 4000, COUNT)
    part.fill_from(amount, again=False)
    part.field.set_text("5")
    state = part.state()
    part.fill_from(amount, again=False)
    part.restore(state)
    assert (part.field.edit.text(), part.unit.currentText()) == ("5", "pieces")
    assert part.amount() == Amount("5", 5000, COUNT)


def test_a_corrected_dose_in_pieces_is_saved_and_read_back(body: Body, plain_book: Logbook, known: Known) -> None:
    dose = Dose(at=ago(plain_book, 60), product=known.green.id, amount=Amount("4 Kapseln", 4000, COUNT))
    plain_book.save(dose)
    assert body.today is not None
    body.today.panel.edit([dose])
    form_of(body).amount.field.set_text("5 pieces")
    form_of(body).save()
    amount = doses(plain_book)[0].amount
    assert amount == Amount("5 pieces", 5000, COUNT)
    body.today.panel.edit([doses(plain_book)[0]])
    assert form_of(body).amount._now() == ("5", PIECES)


def test_three_capsules_whose_unit_is_in_the_trash_keep_their_weight(
    body: Body, plain_book: Logbook, known: Known
) -> None:
    amount = Amount("3", 1500, MASS, Basis.COUNTED, None, known.capsule.id)
    plain_book.save(Dose(at=ago(plain_book, 180), product=known.capsules.id, amount=amount))
    plain_book.delete([known.capsule.id])
    keys(ctrl(Qt.Key.Key_D), ENTER)
    assert doses(plain_book)[-1].amount == Amount("1.5", 1500, MASS, Basis.AS_LAST_TIME)


# --- the product is chosen after the amount ---


@pytest.mark.slow
def test_correcting_the_product_leaves_the_amount(body: Body, plain_book: Logbook, known: Known) -> None:
    amount = Amount("500 mg", 500, MASS, Basis.WEIGHED)
    dose, red = (
        Dose(at=ago(plain_book, 10), product=known.green.id, amount=amount),
        Product(name="Red", kind=ProductKind.LEAF_POWDER),
    )
    plain_book.save(dose, red)
    assert body.today is not None
    body.today.panel.edit([dose])
    choose(form_of(body), red)
    form_of(body).save()
    assert [(each.product, each.amount) for each in doses(plain_book)] == [(red.id, amount)]


@pytest.mark.slow
def test_a_new_products_name_leaves_the_unit(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "500")
    form_of(body).amount.unit.set_value("mg")
    form_of(body).picker.show_new()
    keys("Purple")
    assert form_of(body).amount.unit.value() == "mg"
    keys(ENTER)
    assert [each.amount.quantity for each in doses(plain_book)] == [500]


@pytest.mark.slow
def test_a_new_product_does_not_take_the_amount_of_the_last_one(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "500 mg", ENTER)
    tick(plain_book, 60)
    keys(ctrl(Qt.Key.Key_D))
    form_of(body).picker.show_new()
    keys("Purple")
    form_of(body).preparation.set_value(Preparation.TEA)
    form_of(body).picker.panel.unit_panel.name.setText("tablet")
    form = form_of(body)
    assert (form.amount.field.edit.text(), form.amount.unit.currentText()) == ("", "tablet")
    assert form.preparation.value() is Preparation.TEA


def test_what_was_typed_stays_when_another_product_is_chosen(body: Body, plain_book: Logbook, known: Known) -> None:
    count = Amount("2", 1000, MASS, Basis.COUNTED, None, known.capsule.id)
    plain_book.save(Dose(at=ago(plain_book, 600), product=known.capsules.id, amount=count))
    plain_book.save(Dose(at=ago(plain_book, 300), product=known.green.id, amount=Amount("3 g", 3000, MASS)))
    keys(ctrl(Qt.Key.Key_D), "7")
    form = form_of(body)
    form.preparation.set_value(Preparation.TEA)
    choose(form, known.capsules)
    assert (form.amount.field.edit.text(), form.amount.unit.value()) == ("7", "g")
    assert form.preparation.value() is Preparation.TEA
    keys(ctrl(Qt.Key.Key_D))
    form.cancel()
    keys(ctrl(Qt.Key.Key_D))
    choose(form_of(body), known.capsules)
    form = form_of(body)
    assert (form.amount.field.edit.text(), form.amount.unit.value()) == ("2", known.capsule.id)


def test_a_number_in_the_old_products_unit_is_not_read_in_another(
    body: Body, plain_book: Logbook, known: Known
) -> None:
    count = Amount("2", 1000, MASS, Basis.COUNTED, None, known.capsule.id)
    dose = saved(plain_book, Dose(at=ago(plain_book, 60), product=known.capsules.id, amount=count))
    plain_book.save(Unit(product=known.green.id, name="capsule large", quantity=800, dimension=MASS))
    assert body.today is not None
    body.today.panel.edit([dose])
    form = form_of(body)
    choose(form, known.green)
    assert form.amount.field.edit.text() == "2 capsule?"
    form.save()
    assert form.message.text().startswith("“capsule?” is not a unit of this product.")
    choose(form, known.capsules)
    assert (form.amount.field.edit.text(), form.amount.unit.value()) == ("2", known.capsule.id)
    form.save()
    assert doses(plain_book) == [dose]


@pytest.mark.slow
def test_a_unit_of_the_same_name_is_the_new_products_own(body: Body, plain_book: Logbook, known: Known) -> None:
    other = saved(plain_book, Unit(product=known.green.id, name="Capsule", quantity=700, dimension=MASS))
    count = Amount("2", 1000, MASS, Basis.COUNTED, None, known.capsule.id)
    dose = saved(plain_book, Dose(at=ago(plain_book, 60), product=known.capsules.id, amount=count))
    assert body.today is not None
    body.today.panel.edit([dose])
    choose(form_of(body), known.green)
    assert form_of(body).amount.field.understood() == "= 1.4 g"
    form_of(body).save()
    assert doses(plain_book)[0].amount == Amount("2", 1400, MASS, Basis.COUNTED, None, other.id)


@pytest.mark.slow
def test_a_draft_of_a_new_product_keeps_its_unit(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "500")
    form_of(body).amount.unit.set_value("mg")
    form_of(body).picker.show_new()
    keys("Purple")
    form_of(body).picker.panel.unit_panel.name.setText("tablet")
    form_of(body).keep_draft()
    assert body.today is not None and body.today.panel.restore("dose")
    assert form_of(body).amount._now() == ("500", "mg")
    form_of(body).amount.unit.setCurrentIndex(0)
    form_of(body).keep_draft()
    assert body.today.panel.restore("dose")
    form = form_of(body)
    assert (form.amount.field.edit.text(), form.amount.unit.currentText()) == ("500", "tablet")


# --- an own unit that was weighed again ---


@pytest.fixture
def weighed_again(plain_book: Logbook, known: Known) -> Unit:
    """A capsule is 700 mg from today on; it was 500 mg."""
    heavier = replace(known.capsule, id=LARGE.id, quantity=700, since=plain_book.today())
    plain_book.save(heavier, replace(known.capsules, default_unit=heavier.id))
    return heavier


@pytest.mark.slow
def test_a_back_filled_dose_counts_as_its_own_day_did(
    weighed_again: Unit, plain_book: Logbook, known: Known, body: Body
) -> None:
    keys(ctrl(Qt.Key.Key_D))
    form = form_of(body)
    choose(form, known.capsules)
    assert form.amount.unit.value() == weighed_again.id
    form.amount.field.set_text("3")
    form.amount.basis._pills()[2].click()
    assert form.amount.field.understood() == "= 2.1 g"
    form.time.set_text("2026-11-10 08:00")
    assert form.amount.field.understood() == "= 1.5 g"
    form.save()
    assert [each.amount for each in doses(plain_book)] == [
        Amount("3", 1500, MASS, Basis.COUNTED, None, known.capsule.id)
    ]


@pytest.mark.slow
def test_the_count_is_taken_again_in_what_was_weighed_last(
    weighed_again: Unit, plain_book: Logbook, known: Known, body: Body
) -> None:
    amount = Amount("3 caps", 1500, MASS, Basis.COUNTED, None, known.capsule.id)
    old = saved(plain_book, Dose(at=ago(plain_book, FORTNIGHT), product=known.capsules.id, amount=amount))
    keys(ctrl(Qt.Key.Key_D))
    assert form_of(body).amount.field.understood() == "= 2.1 g"
    keys(ENTER)
    assert doses(plain_book) == [old, doses(plain_book)[1]]
    assert doses(plain_book)[1].amount == Amount("3", 2100, MASS, Basis.COUNTED, None, weighed_again.id)


def test_a_dose_that_is_changed_stays_in_the_version_it_was_written_in(
    weighed_again: Unit, plain_book: Logbook, known: Known, body: Body
) -> None:
    amount = Amount("3", 2100, MASS, Basis.COUNTED, None, weighed_again.id)
    dose = saved(plain_book, Dose(at=ago(plain_book, FORTNIGHT), product=known.capsules.id, amount=amount))
    assert body.today is not None
    body.today.panel.edit([dose])
    assert form_of(body).amount.field.understood() == "= 2.1 g"
    form_of(body).amount.field.set_text("4")
    form_of(body).save()
    assert doses(plain_book)[0].amount == replace(amount, text="4", quantity=2800)


@pytest.mark.parametrize("default_unit", ["", "a unit that is not there"])
def test_without_a_usual_unit_a_bare_number_is_not_grams(part: AmountPart, default_unit: str) -> None:
    part.set_product(LEAF.id, UNITS, default_unit, can_add=True)
    part.fill_from(Amount(), again=True)
    assert part.unit.currentText() == "unit?"
    part.field.set_text("3")
    with pytest.raises(Refused) as refused:
        part.amount()
    assert refused.value.code == "amount-no-usual-unit" and "has no unit" in part.field.understood()
    part.field.set_text("3 g")
    assert part.amount().quantity == 3000
    part.field.set_text("3")
    part.unit.set_value(CAPSULE.id)
    assert part.amount().unit == CAPSULE.id
    part.field.set_text("")
    part.unit.set_value("")
    assert part.amount() == Amount()


def test_a_bare_number_takes_the_unit_of_the_product_that_is_chosen_then(part: AmountPart) -> None:
    part.set_product(LEAF.id, UNITS, "", can_add=True)
    part.fill_from(Amount(), again=True)
    part.field.set_text("3")
    assert part.unit.currentText() == "unit?"
    part.set_product("another", [], "g", can_add=True)
    assert (part.unit.currentText(), part.amount().quantity) == ("g", 3000)
