"""Why reports share a source, as a reader says it."""

from datetime import date

import pytest
from msgspec.structs import replace

from consilience.model import Publication
from consilience.publish.sharing import say_sharing


def of_day(report, day):
    made = Publication(edtf=str(day), earliest=day, latest=day, basis="explicit", evidence=(), reasons=())
    return replace(report, published=made)


@pytest.fixture
def shared(situation):
    """A family of two reports, and the reports by id with days of their own."""
    family = next(f for f in situation.families if len(f.documents) == 2)
    reports = {d.id: d for d in situation.documents}
    days = (date(2025, 3, 12), date(2025, 3, 11))
    return family, reports | {d: of_day(reports[d], day) for d, day in zip(family.documents, days, strict=True)}


@pytest.mark.parametrize(
    ("reason", "origin", "said"),
    [
        ("same readout", "presidency (Ostland)", "carry one readout, that of the presidency (Ostland)"),
        ("same readout", "", "carry the same official readout"),
        ("same agency", "Ostland News Agency", "carry the copy of Ostland News Agency"),
        ("same text", "", "carry the same text"),
        ("quotes", "", "one quotes the other"),
    ],
)
def test_the_reason_names_the_origin(shared, reason, origin, said):
    family, reports = shared

    assert say_sharing(replace(family, reason=reason), reports, origin).startswith(said)


def test_who_came_first_is_told_where_the_days_tell_it(shared):
    family, reports = shared
    second = reports[family.documents[1]]

    assert say_sharing(family, reports, "").endswith(f"{second.outlet} (11 March 2025) first")


def test_who_came_first_is_open_on_one_day_or_without_a_day(shared):
    family, reports = shared
    day = date(2025, 3, 11)
    one_day = {d: of_day(r, day) for d, r in reports.items()}
    undated = {d: replace(r, published=None) if d == family.documents[0] else r for d, r in reports.items()}

    assert "first" not in say_sharing(family, one_day, "")
    assert "first" not in say_sharing(family, undated, "")
