"""A user's own names: taken whole, or refused with the line that is wrong."""

from __future__ import annotations

import pytest

from consilience.errors import UsageError
from consilience.knowledge import core, with_own
from consilience.knowledge.own_names import add_names, read_names

GOOD = "name,same_as,kind,country\nTetteh Adjin,Kwabena Adjin-Tetteh,person,GHA\n"


@pytest.fixture
def file(tmp_path):
    def make(text, encoding="utf-8"):
        path = tmp_path / "names.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return make


def test_own_names_are_found_before_all_others(file, tmp_path):
    own = tmp_path / "own.sqlite"
    add_names(read_names(file(GOOD)), own, core())

    base = with_own(own)

    known = base.the("TETTEH ADJIN", "person")
    assert known is not None
    assert (known.label, known.own, known.iso3) == ("Kwabena Adjin-Tetteh", True, "GHA")
    assert base.version.startswith(core().version)
    assert base.version != core().version


def test_two_that_are_not_the_same_are_told_apart(file, tmp_path):
    own = tmp_path / "own.sqlite"
    add_names(read_names(file("name,not_same\nIlona Verkade,Ilona Verkaade\n")), own, core())

    assert with_own(own).apart("Ilona Verkaade", "ilona verkade")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,alias\nA,B\n", "line 1: the column 'alias'"),
        ("name,kind\nA,person\n", "line 1: `name` and `same_as`"),
        ("name,same_as\nA,B,C\n", "line 2: 3 cells"),
        ("name,same_as\nA,B\nA,B\n", "line 3: the same as line 2"),
        ("name,same_as,not_same\nA,B,\nA,,B\n", "line 3: contradicts line 2"),
        ("name,same_as,qid\nA,B,Q1\nC,B,Q2\n", "line 3: Q2 contradicts Q1 of line 2"),
        ("name,same_as,kind\nA,B,ship\n", "line 2: 'ship' is no kind"),
        ("name,same_as,qid\nA,B,200\n", "line 2: '200' is no Wikidata item"),
        ("name,same_as,from\nA,B,May\n", "line 2: 'May' is no day"),
        ("name,same_as,from,to\nA,B,2020,2019\n", "line 2: it ends before"),
        ("name,same_as\nA,\n", "line 2: a name is needed"),
        ('{"schema": "Person"}\n', "line 1: no FollowTheMoney"),
    ],
)
def test_a_wrong_row_is_told_with_its_line_and_nothing_is_taken(file, text, told):
    with pytest.raises(UsageError, match=r"names\.csv") as problem:
        read_names(file(text))

    assert told in str(problem.value)


def test_another_encoding_is_told_with_its_line(file):
    with pytest.raises(UsageError, match="line 3: not UTF-8"):
        read_names(file("name,same_as\nA,B\nJosé,Josep\n", encoding="latin-1"))


def test_follow_the_money_entities_give_their_names(file):
    line = '{"schema": "Person", "properties": {"name": ["Ilona Verkade"], "alias": ["I. Verkade"], "wikidataId": ["Q1"]}}\n'

    rows = read_names(file(line))

    assert [(r.name, r.same_as, r.qid) for r in rows] == [
        ("Ilona Verkade", "Ilona Verkade", "Q1"),
        ("I. Verkade", "Ilona Verkade", "Q1"),
    ]
