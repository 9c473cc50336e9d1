"""One deed in two words, and two deeds in one word."""

import pytest

from consilience.evaluation.deeds import Deed, are_one_deed
from consilience.lang.inflection import base_form
from consilience.lang.synonyms import may_tell_one_deed


def deed(verb, document=0, doers=(), parties=(), matter=()):
    return Deed(document, verb, frozenset(doers), frozenset(parties), frozenset(matter))


@pytest.mark.parametrize(("one", "other"), [("explode", "blast"), ("injure", "wound"), ("gun down", "shoot")])
def test_words_of_one_deed_need_nothing_else_in_common(one, other):
    assert are_one_deed(deed(one), deed(other, 1))


@pytest.mark.parametrize(("one", "other"), [("shoot", "kill"), ("attack", "wound"), ("arrest", "release")])
def test_what_came_of_a_deed_is_another(one, other):
    assert not are_one_deed(deed(one, parties=["guard"]), deed(other, 1, parties=["guard"]))


def test_synonyms_tell_one_deed_where_they_share_a_party():
    assert are_one_deed(deed("pillage", parties=["depot"]), deed("ransack", 1, parties=["depot", "mob"]))
    assert not are_one_deed(deed("pillage", parties=["depot"]), deed("ransack", 1, parties=["museum"]))


def test_a_treaty_signed_is_not_yet_ratified():
    assert not may_tell_one_deed("sign", "ratify")


def test_a_saying_is_one_where_the_same_speaker_says_it_of_one_matter_in_two_reports():
    said = deed("say", 0, ["mayor"], matter=["bridge", "close", "repair", "month"])

    assert are_one_deed(said, deed("tell", 1, ["mayor"], matter=["bridge", "repair", "spring"]))
    assert not are_one_deed(said, deed("say", 1, ["engineer"], matter=["bridge", "repair"]))
    assert not are_one_deed(said, deed("say", 1, ["mayor"], matter=["budget", "school"]))
    assert not are_one_deed(said, deed("say", 0, ["mayor"], matter=["bridge", "repair"]))


@pytest.mark.parametrize(
    ("form", "verb"),
    [("kills", "kill"), ("dies", "die"), ("denied", "deny"), ("seized", "seize"), ("robbing", "rob"), ("bus", "bus")],
)
def test_forms_of_a_verb_have_its_base(form, verb):
    assert base_form(form, frozenset(["kill", "die", "deny", "seize", "rob"])) == verb


def test_reports_that_choose_two_words_for_a_deed_tell_one_event(built, report):
    situation = built(
        report("Norway rebuked Sweden over the cable on Monday.", outlet="A", published="2025-03-11"),
        report("On Monday Norway reprimanded Sweden over the cable.", outlet="B", published="2025-03-12"),
    )

    (rebuke,) = (e for e in situation.events if e.type == "ACCUSE")

    assert len(rebuke.documents) == 2


def test_who_was_killed_died_once(built, report):
    situation = built(
        report("Gunmen killed Anton Reve, a sailor, on March 3, 2025.", outlet="A", published="2025-03-04"),
        report("Anton Reve died in the raid on the ship.", outlet="B", published="2025-03-04"),
        report("An inquiry found that Anton Reve was killed by the gunmen.", outlet="C", published="2025-03-14"),
    )

    (death,) = (e for e in situation.events if "Reve" in e.label)

    assert (len(death.documents), death.when.earliest.isoformat()) == (3, "2025-03-03")


def test_two_who_died_are_two_deaths(built, report):
    situation = built(
        report("Gunmen killed Anton Reve, a sailor, on March 3, 2025.", outlet="A", published="2025-03-04"),
        report("Olaf Brand, a cook, died on March 3, 2025.", outlet="B", published="2025-03-04"),
    )

    assert len([e for e in situation.events if "Reve" in e.label or "Brand" in e.label]) == 2


def test_who_is_named_to_an_office_is_not_yet_appointed():
    assert not may_tell_one_deed("nominate", "appoint")


def test_an_attack_is_not_the_shooting_of_that_day(built, report):
    situation = built(
        report("Police opened fire on Monday on a crowd in Oslo.", outlet="A", published="2025-03-11"),
        report("A customs post in Oslo was attacked on Monday.", outlet="B", published="2025-03-11"),
    )

    assert sorted(len(e.documents) for e in situation.events if e.type == "ASSAULT") == [1, 1]


def test_one_who_does_two_things_alike_does_two(built, report):
    situation = built(
        report("On Monday Norway rebuked Sweden over the cable.", outlet="A", published="2025-03-11"),
        report("On Monday Norway reprimanded Denmark over the cable.", outlet="B", published="2025-03-11"),
    )

    assert len([e for e in situation.events if e.type == "ACCUSE"]) == 2
