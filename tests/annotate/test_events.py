"""What happened: type, parties, status."""

import pytest


def told(notes):
    """Return (type, lemma, actors, recipients, status) of every event."""

    def names(chains):
        return [notes.chains[c].name for c in chains]

    return [(e.type, e.lemma, names(e.actors), names(e.recipients), e.status) for e in notes.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested Arvo Lindqvist on Friday.", ("COERCE", "arrest", ["police"], ["Arvo Lindqvist"], "occurred")),
        ("Arvo Lindqvist was arrested by police.", ("COERCE", "arrest", ["police"], ["Arvo Lindqvist"], "occurred")),
        ("Interior Minister Arvo Lindqvist resigned.", ("RETREAT", "resign", ["Arvo Lindqvist"], [], "occurred")),
        ("Norway will withdraw its troops.", ("RETREAT", "withdraw", ["Norway"], ["troops (Norway)"], "planned")),
        ("Norway did not attack Sweden.", ("ASSAULT", "attack", ["Norway"], ["Sweden"], "denied")),
        ("A dam collapsed near the town.", (None, "collapse", [], [], "occurred")),
    ],
)
def test_a_clause_tells_an_event(annotated, text, expected):
    found = [
        (t, lemma, a, [r.replace("troops", "troops (Norway)") for r in rs], s)
        for t, lemma, a, rs, s in told(annotated(text))
    ]

    assert expected in found


def test_all_who_talk_are_actors(annotated):
    notes = annotated("President Milena Duarte spoke by telephone with Prime Minister Arvo Lindqvist.")

    (call,) = notes.events

    assert (call.type, call.mode, call.reciprocal, len(call.actors)) == ("CONSULT", "phone", True, 2)


@pytest.mark.parametrize(
    "text",
    [
        "If police arrested Arvo Lindqvist, the party would march.",
        "Police could arrest Arvo Lindqvist.",
        "The arrest warrant was old.",
    ],
)
def test_what_may_be_is_no_event(annotated, text):
    assert not [e for e in told(annotated(text)) if e[0] == "COERCE"]


def test_an_event_somebody_tells_is_on_his_word(annotated):
    notes = annotated("Milena Duarte said police had arrested Arvo Lindqvist.")

    arrest = next(e for e in notes.events if e.lemma == "arrest")

    assert notes.chains[arrest.said_by].name == "Milena Duarte"
