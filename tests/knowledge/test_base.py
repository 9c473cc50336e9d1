"""The knowledge base of the package: what it holds, what it does not know, and that it is what was built."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from importlib.resources import files

import pytest

from consilience.knowledge import code_of, core, office_key, seal
from consilience.knowledge.codes import sector_of
from consilience.knowledge.partial_days import first_day, is_partial_day, last_day


def test_the_file_is_the_one_that_was_sealed_and_small_enough():
    data = files("consilience.knowledge").joinpath("core.sqlite").read_bytes()

    assert sha256(data).hexdigest() == seal()["sha256"]
    assert len(data) <= 12_000_000


def test_every_source_is_named_with_its_licence_date_and_hash():
    meta = core().meta()

    assert len(meta) > 15
    assert all(source and licence and day and len(digest) == 64 for source, licence, day, digest in meta)


def test_a_state_has_its_codes_former_names_and_adjectives():
    found = {k.named: k for k in core().find("Swaziland")}

    assert {k.iso3 for k in found.values()} == {"SWZ"}
    assert ("cow", "572") in core().codes("Q1050")
    assert {k.iso3 for k in core().find("Kazakh")} == {"KAZ"}


def test_an_office_is_found_in_other_words_and_on_a_day():
    (holder,) = {t.qid for t in core().holders_on("TUR", "foreign minister", date(2020, 5, 1)) or ()}

    assert holder == "Q249206"


@pytest.mark.parametrize(
    ("iso3", "title", "day"),
    [
        ("TUR", "Minister of Health", date(2025, 1, 1)),  # after the last day of its source
        ("KAZ", "Minister of Silly Walks", date(2020, 1, 1)),
        ("FRA", "President", date(1789, 7, 14)),
    ],
)
def test_what_it_cannot_know_is_unknown(iso3, title, day):
    assert core().holders_on(iso3, title, day) is None


def test_an_acronym_names_an_organisation_and_its_members():
    found = core().the("CSTO", "organisation")

    assert found is not None
    assert found.qid == "Q318693"
    members = {m.iso3 for m in core().members(found.ref) if m.status == "member"}
    assert {"ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"} <= members


def test_a_capital_points_at_its_state_and_is_no_name_of_it():
    assert "capital" in {k.named for k in core().find("Ankara") if k.kind == "state"}
    assert core().the("Ankara", "state") is None


def test_days_are_as_precise_as_their_source():
    assert {len(t.since) for t in core().terms_of("Q200881")} & {4, 7, 10}
    assert (first_day("2022"), last_day("2022")) == (date(2022, 1, 1), date(2022, 12, 31))
    assert last_day("2024-02") == date(2024, 2, 29)
    assert not is_partial_day("2023-02-30")
    assert not is_partial_day("last May")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("defense minister", "Minister for Defence"),
        ("premier", "Prime Minister"),
        ("Acting President", "President"),
    ],
)
def test_one_office_in_other_words_has_one_key(a, b):
    assert office_key(a) == office_key(b)


def test_an_actor_is_coded_by_role_then_name_and_not_where_names_disagree():
    assert code_of("Houthis").sectors == ("REB",)
    assert code_of("Kazakhstan") == ("KAZ", ("GOV",))
    assert code_of("Ilona Verkade", titles=("defence minister",), country="EST") == ("EST", ("GOV",))
    assert code_of("riot police").sectors == ("COP",)
    assert code_of("") == (None, ())
    assert sector_of("sunset") is None
