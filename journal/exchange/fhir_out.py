"""Chosen entries as a FHIR R4B bundle (a collection), for programs of clinics: one resource a line.

A bundle says what a person noted and nothing that was not noted. Doses, medicines, intakes, ratings, urges,
measurements, values of laboratories and check-ins are in it; notes, marks of days, care, conditions, statements and
lists are not. The same entries give the same bytes. It was not validated by the HL7 validator.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import BinaryIO

import msgspec

from journal.core.entries import Entry, Person
from journal.exchange.fhir_resources import Resources, patient_of
from journal.exchange.fhir_values import Resource
from journal.exchange.names import Names

IN_BUNDLE = ("substance", "dose", "rating", "intake", "check_in", "urge", "measurement", "lab_result")
_encode = msgspec.json.Encoder().encode


def write_fhir(file: BinaryIO, entries_of: Callable[[str], Iterable[Entry]], names: Names) -> int:
    """Write the bundle; how many entries are in it, the patient left out."""
    person = next((entry for entry in entries_of("person") if isinstance(entry, Person)), None)
    patient = patient_of(person)
    resources, count = Resources(names, patient["id"]), 0

    def made() -> Iterator[Resource]:
        nonlocal count
        for entry in chain.from_iterable(map(entries_of, IN_BUNDLE)):
            made_of_entry = list(resources.of(entry))
            count += bool(made_of_entry)
            yield from made_of_entry

    file.write(b'{"resourceType":"Bundle","type":"collection","entry":[\n')
    for number, resource in enumerate(chain([patient], made())):
        line = _encode({"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource})
        file.write(b",\n%b" % line if number else line)
    file.write(b"\n]}\n")
    return count
