"""Roles with their terms, as reports tell them; and who held an office as the knowledge base knows it."""

from __future__ import annotations

import pytest


def person(situation, name):
    (found,) = [e for e in situation.entities if e.name == name]
    return found


def terms(entity):
    return {(r.title, r.since.edtf if r.since else None, r.until.edtf if r.until else None) for r in entity.roles}


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        (
            "Tuuli Holm was appointed mayor of Avala on 3 May 2021, the council said.",
            ("mayor", "2021-05-03", None),
        ),
        ("Tuuli Holm, who served as mayor in 2018-2019, was arrested.", ("mayor", "2018", "2019")),
        ("Tuuli Holm, mayor of Avala since 2016, was arrested on Monday.", ("mayor", "2016", None)),
        ("Tuuli Holm, the mayor of Avala, was arrested on 3 May 2021.", ("mayor", None, None)),
    ],
)
def test_a_term_is_told_beside_its_title(built, report, sentence, term):
    situation = built(report(sentence, published="2025-03-11"))

    assert term in terms(person(situation, "Tuuli Holm"))


def test_a_term_cites_the_sentence_that_tells_it(built, report):
    situation = built(report("Tuuli Holm, mayor of Avala since 2016, was arrested on Monday.", published="2025-03-11"))

    (role,) = [r for r in person(situation, "Tuuli Holm").roles if r.since]
    assert role.since.evidence == role.evidence


def clashes(situation):
    return [d for d in situation.discrepancies if d.question.startswith("Who was")]


def test_an_office_the_base_knows_another_to_have_held_is_shown(built, report):
    situation = built(report("French President Tuuli Holm arrived in Oslo on Monday.", published="2020-03-11"))

    (found,) = clashes(situation)
    assert found.kind == "identity"
    assert "Macron" in found.explanation


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("French President Emmanuel Macron arrived in Oslo on Monday.", "2020-03-11"),
        ("Former French President Tuuli Holm arrived in Oslo on Monday.", "2020-03-11"),
        ("French President Tuuli Holm arrived in Oslo on Monday.", "2031-03-11"),  # beyond what the base knows
        ("Kestrian President Tuuli Holm arrived in Oslo on Monday.", "2020-03-11"),
    ],
)
def test_no_clash_where_the_base_agrees_or_does_not_know(built, report, sentence, day):
    assert clashes(built(report(sentence, published=day))) == []


def test_a_person_of_office_gets_the_item_of_that_name_and_state_only(built, report):
    known = built(report("French President Emmanuel Macron arrived in Oslo on Monday.", published="2020-03-11"))
    namesake = built(report("The baker Emmanuel Macron of Avala burnt his bread on Monday.", published="2020-03-11"))

    assert person(known, "Emmanuel Macron").wikidata == "Q3052772"
    assert person(namesake, "Emmanuel Macron").wikidata is None
