"""Terms of office fetched anew: a recorded answer read into the user's own file."""

from __future__ import annotations

import json

import pytest

from consilience.errors import UsageError
from consilience.knowledge import with_own
from consilience.knowledge.refreshing import add_terms, question, read_answer


def value(text):
    return {"type": "literal", "value": text}


ANSWER = json.dumps(
    {
        "results": {
            "bindings": [
                {
                    "person": value("http://www.wikidata.org/entity/Q999000001"),
                    "personLabel": value("Ilona Verkade"),
                    "position": value("http://www.wikidata.org/entity/Q999000002"),
                    "positionLabel": value("Minister of Ports of Estonia"),
                    "start": value("2024-03-01T00:00:00Z"),
                    "startPrecision": value("10"),
                }
            ]
        }
    }
).encode()


def test_an_answer_becomes_terms_as_precise_as_it_is(tmp_path):
    own = tmp_path / "own.sqlite"

    assert add_terms(read_answer("EST", ANSWER), own, "2026-01-02") == 1

    (term,) = with_own(own).holders("EST", "minister of ports")
    assert (term.person, term.since, term.until, term.seen) == ("Ilona Verkade", "2024-03", "", "2026-01-02")


def test_an_answer_taken_twice_is_taken_once(tmp_path):
    own = tmp_path / "own.sqlite"
    add_terms(read_answer("EST", ANSWER), own, "2026-01-02")

    assert add_terms(read_answer("EST", ANSWER), own, "2026-01-03") == 1


def test_what_is_no_answer_is_told():
    with pytest.raises(UsageError, match="the answer for EST"):
        read_answer("EST", b"<html>busy</html>")


def test_the_question_names_state_and_year():
    assert '"EST"' in question("EST", 2022)
    assert "2022" in question("EST", 2022)
