"""A record of the example reports made by hand: what the page, the brief and the table are tested on."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from consilience.model import (
    BuiltWith,
    Change,
    DayRange,
    Discrepancy,
    Entity,
    EntityMention,
    EntityRole,
    Event,
    Family,
    Figure,
    Publication,
    Reading,
    Reason,
    Report,
    Segment,
    Side,
    Situation,
    Span,
    Statement,
    Telling,
    TimelineEntry,
    When,
)

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
OUTLETS = {
    "01": "Meridian Press Agency", "02": "The Eastmere Gazette", "03": "Office of the President of Kestria",
    "04": "Presidency of Marovia", "05": "Ilva Valley Online", "06": "Clearwater Relief",
    "07": "Ministry of Energy of Marovia", "08": "The Continental Review",
}  # fmt: skip
HEADLINES = (
    "Death toll from", "Dam disaster kills", "Telephone conversation", "President Brodesku speaks", '"The water took',
    "Kestria floods", "Statement on the events", "A week after",
)  # fmt: skip
PUBLISHED = {"01": 11, "02": 12, "03": 11, "04": 11, "05": 12, "06": 13, "07": 14, "08": 17}
FURNITURE = re.compile(
    r"Share this article|READ MORE.*|Most read.*|\[Advertisement\]|You may also like.*|Print this page.*"
)


def march(first: int, last: int | None = None, basis="resolved", evidence=()) -> When:
    """Return a day or days of March 2025."""
    days = date(2025, 3, first), date(2025, 3, last or first)
    edtf = "/".join(dict.fromkeys(day.isoformat() for day in days))
    return When(edtf=edtf, earliest=days[0], latest=days[1], basis=basis, evidence=tuple(evidence))


class Desk:
    """The example reports, and spans of them by their first and last words."""

    def __init__(self) -> None:
        self.texts = {path.name[:2]: path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.iterdir())}
        self.texts["06"] = re.sub(r"<[^>]+>", "", self.texts["06"].split("<article>")[1].split("</article>")[0]).strip()

    def span(self, place: str) -> Span:
        """Return the span of `01: first words ... last words`, or of the exact words without dots."""
        number, words = place.split(": ", 1)
        first, _, last = words.partition(" ... ")
        start = self.texts[number].index(first)
        end = self.texts[number].index(last, start) + len(last) if last else start + len(first)
        return Span(number, start, end)

    def spans(self, *places: str) -> tuple[Span, ...]:
        return tuple(self.span(place) for place in places)

    def report(self, number: str) -> Report:
        text = self.texts[number]
        title = next(line for line in text.split("\n") if line.startswith(HEADLINES))
        marked = [Segment(found.start(), found.end(), "link") for found in FURNITURE.finditer(text)]
        marked.append(Segment(text.index(title), text.index(title) + len(title), "headline"))
        reason = Reason(
            "shared-event",
            "It tells the call of Tuesday as the day before.",
            self.spans("05: President Ghorashvan ... on Tuesday."),
        )
        day = march(PUBLISHED[number], basis="inferred" if number == "05" else "explicit")
        return Report(
            id=number, path=f"examples/reports/{number}.txt", outlet=OUTLETS[number],
            agencies=("Meridian Press Agency",) if number in {"01", "02"} else (), url=None, title=title, byline=None,
            language="en",
            published=Publication(
                edtf=day.edtf, earliest=day.earliest, latest=day.latest, basis=day.basis, evidence=(),
                reasons=(reason,) if number == "05" else (),
            ),
            text=text, segments=tuple(sorted(marked, key=lambda one: one.start)), notes=(),
        )  # fmt: skip

    def entity(self, identity: str, kind: str, *names: str, roles=(), country=None) -> Entity:
        """Return an entity whose mentions are every place where a report writes one of its names."""
        pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
        mentions = [
            EntityMention(Span(number, found.start(), found.end()), "name")
            for number, text in self.texts.items()
            for found in pattern.finditer(text)
        ]
        return Entity(
            id=identity, kind=kind, name=names[0], aliases=names[1:], wikidata=None, country=country, roles=tuple(roles),
            mentions=tuple(mentions),
        )  # fmt: skip

    def role(self, title: str, of: str, place: str) -> EntityRole:
        return EntityRole(title=title, of=of, since=None, until=None, evidence=self.spans(place))

    def event(
        self,
        identity,
        label,
        when,
        places,
        families,
        *,
        kind=None,
        mode=None,
        actors=(),
        recipients=(),
        status="occurred",
        said_by=None,
        place=None,
        reciprocal=False,
    ) -> Event:
        evidence = self.spans(*places)
        return Event(
            id=identity, label=label, type=kind, mode=mode, contexts=(), actors=actors, recipients=recipients,
            reciprocal=reciprocal, when=when, place=place, status=status, said_by=said_by,
            documents=tuple(dict.fromkeys(span.document for span in evidence)), evidence=evidence, families=families,
        )  # fmt: skip

    def reading(self, identity, value, place, words, as_of, said_by, families, **more) -> Reading:
        low, high = value if isinstance(value, tuple) else (value, value)
        fields = {"approximate": False, "change": None, "status": "occurred"} | more
        places = place if isinstance(place, tuple) else (place,)
        return Reading(
            id=identity, low=low, high=high, as_of=as_of, said_by=said_by, evidence=self.spans(*places),
            value_span=self.span(words), families=families, **fields,
        )  # fmt: skip

    def statement(
        self, identity, speaker, act, when, families, *tellings, addressees=(), target=None, occasion=None
    ) -> Statement:
        told = tuple(Telling(content=self.span(place), cue=None, form=form, via=()) for place, form in tellings)
        return Statement(
            id=identity, speakers=(speaker,) if speaker else (), addressees=addressees, act=act, target=target, when=when,
            occasion=occasion, tellings=told, families=families,
        )  # fmt: skip

    def side(self, value: str, families: tuple[str, ...], *places: str) -> Side:
        return Side(value=value, evidence=self.spans(*places), families=families)


WIRE_TOLL = "01: At least 23 people ... an earlier toll of 17."
REPRINT_TOLL = "02: At least 23 people ... an earlier toll of 17."
NEWER_TOLL = "05: The number of people ... Wednesday morning."
CHARITY_TOLL = "06: Three hospitals ... Clearwater Relief."
LATEST_TOLL = "08: Kestria's National Emergency Directorate ... of six missing."
CALL = (
    "01: Qorashvan and Marovian President ... both offices said.", "02: Mr Korashvan ... both offices said.",
    "03: President Davit Qorashvan held ... today.", "04: On the initiative ... Davit Qorashvan.",
    "05: President Ghorashvan ... on Tuesday.",
)  # fmt: skip


@pytest.fixture(scope="session")
def desk() -> Desk:
    return Desk()


@pytest.fixture(scope="session")
def situation(desk: Desk) -> Situation:
    events = _events(desk)
    return Situation(
        schema=1, title="Zhelyn dam failure: Kestria and Marovia",
        span=DayRange(date(2025, 3, 10), date(2025, 3, 17)),
        built_with=BuiltWith("0.1.0", "made by hand", "none"),
        documents=tuple(desk.report(number) for number in sorted(OUTLETS)),
        families=_families(desk), entities=_entities(desk), events=events, statements=_statements(desk),
        figures=_figures(desk), discrepancies=_discrepancies(desk),
        timeline=tuple(
            TimelineEntry(event.when, event.id)
            for event in sorted(events, key=lambda one: one.when.earliest if one.when else date.max)
        ),
    )  # fmt: skip


def _families(desk: Desk) -> tuple[Family, ...]:
    alone = tuple(
        Family(id=f"F{number}", documents=(number,), origin=None, reason="alone", shared=())
        for number in sorted(OUTLETS)
        if number not in {"01", "02"}
    )
    wire = Family(
        id="F01", documents=("01", "02"), origin="mpa", reason="same text",
        shared=(desk.spans(WIRE_TOLL, REPRINT_TOLL),),
    )  # fmt: skip
    return (wire, *alone)


def _entities(desk: Desk) -> tuple[Entity, ...]:
    return (
        desk.entity("kestria", "state", "Kestria"), desk.entity("marovia", "state", "Marovia"),
        desk.entity("qorashvan", "person", "Davit Qorashvan", "Davit Korashvan", "Ghorashvan", "Korashvan",
                    roles=(desk.role("president", "kestria", "01: President Davit Qorashvan ... of Radum."),)),
        desk.entity("brodesku", "person", "Ilian Brodesku", "Brodesku", "Brodeski",
                    roles=(desk.role("president", "marovia", CALL[0]),)),
        desk.entity("telmari", "person", "Goran Telmari", "Telmari",
                    roles=(desk.role("interior minister", "kestria", "01: Kestria's interior minister ... without warning."),)),
        desk.entity("stoyenko", "person", "Mirela Stoyenko"),
        desk.entity("ned", "organisation", "National Emergency Directorate", "NED"),
        desk.entity("jirc", "organisation", "Joint Ilva River Commission", "JIRC"),
        desk.entity("mpa", "organisation", "Meridian Press Agency", "MPA"),
        desk.entity("relief", "organisation", "Clearwater Relief"),
        desk.entity("energy", "organisation", "energy ministry"),
        desk.entity("radum", "place", "Radum"), desk.entity("senava", "place", "Senava"),
    )  # fmt: skip


def _events(desk: Desk) -> tuple[Event, ...]:
    return (
        desk.event("breach", "the Zhelyn dam fails", march(10), ("01: The dam, built ... of rain.", "02: The dam, built ... of rain.", "06: The Zhelyn dam failed ... 10 March."), ("F01", "F06")),
        desk.event("emergency", "Qorashvan declares a state of emergency", march(10), ("01: President Davit Qorashvan ... of Radum.",), ("F01",), kind="COERCE", mode="restrict", actors=("qorashvan",), place="senava"),
        desk.event("call", "Qorashvan and Brodesku speak by telephone", march(11), CALL, ("F01", "F03", "F04", "F05"), kind="CONSULT", mode="phone", actors=("qorashvan", "brodesku"), reciprocal=True),
        desk.event("second-call", "the two presidents speak a second time", march(13), ("07: In the second conversation ... visit the site.",), ("F07",), kind="CONSULT", mode="phone", actors=("qorashvan", "brodesku"), reciprocal=True),
        desk.event("gates", "the operator opens the spillway gates", march(9, 10), ("01: Kestria's interior minister ... without warning.", "08: But the commission ... on Saturday."), ("F01", "F08"), status="alleged", said_by="telmari"),
        desk.event("crossing", "Kestrian troops cross the border", None, ("01: Kestria's defence ministry ... the dam.",), ("F01",), kind="ASSAULT", actors=("kestria",), recipients=("marovia",), status="denied"),
        desk.event("vienna", "the foreign ministers meet in Vienna", march(15), ("01: The foreign ministers ... ministry said.", "08: The meeting did ... at Dolna."), ("F01", "F08"), kind="CONSULT", status="planned"),
        desk.event("engineers", "60 Marovian engineers arrive in Senava", march(14), ("07: The 60 engineers ... pumping stations.", "08: Its engineers ... a day late."), ("F07", "F08"), kind="AID", actors=("marovia",), recipients=("kestria",), place="senava"),
        desk.event("detained", "three managers of Ilva Hydro are detained", march(13), ("07: Three managers ... of negligence.",), ("F07",), kind="COERCE", mode="arrest"),
        desk.event("water", "the drinking water of Radum is restored", march(14, 16), ("07: The Ministry hopes ... by Sunday.",), ("F07",), status="hoped", said_by="energy"),
        desk.event("resignation", "Stoyenko resigns", march(16), ("08: The energy minister ... on Sunday evening.",), ("F08",), kind="RETREAT", mode="resign", actors=("stoyenko",)),
    )  # fmt: skip


def _figures(desk: Desk) -> tuple[Figure, ...]:
    def figure(identity, measure, counted, *readings, part_of=None, unit="persons"):
        return Figure(
            id=identity,
            measure=measure,
            counted=counted,
            unit=unit,
            place="senava",
            part_of=part_of,
            event="breach",
            readings=readings,
        )

    return (
        figure(
            "dead", "killed", "people",
            desk.reading("dead-17", 17, WIRE_TOLL, "01: 17", march(10), "ned", ("F01",)),
            desk.reading("dead-23", (23, None), (WIRE_TOLL, REPRINT_TOLL), "01: At least 23 people", march(11), "ned", ("F01",)),
            desk.reading("dead-31", 31, NEWER_TOLL, "05: 31", march(12), "ned", ("F05",)),
            desk.reading("dead-44", 44, CHARITY_TOLL, "06: 44 bodies", march(12), "relief", ("F06",)),
            desk.reading("dead-38", 38, LATEST_TOLL, "08: 38 dead", march(15, 17), "ned", ("F08",)),
        ),
        figure("children", "killed", "children", desk.reading("children-9", 9, (WIRE_TOLL, REPRINT_TOLL), "01: nine children", march(11), "ned", ("F01",)), part_of="dead"),
        figure(
            "missing", "missing", "people",
            desk.reading("missing-61", 61, "01: Another 61 people ... directorate said.", "01: 61 people", march(11), "ned", ("F01",)),
            desk.reading("missing-48", 48, "05: 48 are still ... the missing.", "05: 48", march(12), "ned", ("F05",)),
            desk.reading("missing-6", 6, LATEST_TOLL, "08: six missing", march(15, 17), "ned", ("F08",)),
        ),
        figure("homeless", "displaced", "people", desk.reading("left-6200", 6200, "06: Some 6,200 people ... their homes.", "06: Some 6,200 people", march(13), "relief", ("F06",), approximate=True)),
        figure("petrol", "price", "petrol", desk.reading("petrol-2", 2.4, "05: Petrol at ... last week.", "05: twice as much", None, None, ("F05",), change=Change("ratio", 2.0)), unit="crowns"),
        figure("fund", "money", "fund for the families", desk.reading("fund-15", 15e6, "07: Marovia will pay ... the border.", "07: 15 million euros", None, "energy", ("F07",), status="planned"), unit="euros"),
    )  # fmt: skip


def _statements(desk: Desk) -> tuple[Statement, ...]:
    return (
        desk.statement("front", "qorashvan", "say", march(11), ("F03", "F04", "F08"),
                       ("03: \"We will not let ... for it,\"", "direct"),
                       ("04: Kestria would not ... the two peoples", "indirect"),
                       ("08: \"We will not allow ... our nations,\"", "direct"), addressees=("brodesku",), occasion="call"),
        desk.statement("midnight", "telmari", "accuse", march(11), ("F01",),
                       ("01: \"They knew at midnight and they told nobody,\"", "direct"),
                       ("02: \"They knew at midnight and they told no one,\"", "direct")),
        desk.statement("denial", "energy", "deny", march(11), ("F01", "F07"),
                       ("01: any gate had been opened", "indirect"),
                       ("07: the spillway gates were opened", "indirect")),
        desk.statement("soldier", None, "deny", march(11), ("F01",), ("01: \"No Kestrian soldier has entered Marovia,\"", "direct")),
        desk.statement("stay", "stoyenko", "promise", march(14), ("F07",), ("07: \"I will stay ... an answer,\"", "direct")),
    )  # fmt: skip


def _discrepancies(desk: Desk) -> tuple[Discrepancy, ...]:
    def disagreement(identity, kind, relation, severity, question, explanation, *sides, about=()):
        return Discrepancy(
            id=identity,
            about=about,
            kind=kind,
            relation=relation,
            severity=severity,
            question=question,
            sides=sides,
            explanation=explanation,
        )

    return (
        disagreement("told", "term", "wording", "wording", "How is Telmari quoted?", "One sentence, one source, two wordings.",
                     desk.side("told nobody", ("F01",), "01: \"They knew ... in Radum."), desk.side("told no one", ("F01",), "02: \"They knew ... in Radum.")),
        disagreement("how-many", "figure", "source dispute", "factual", "How many people were killed by Wednesday, 12 March?",
                     "Two sources count the same dead at the same time.",
                     desk.side("31, says the National Emergency Directorate", ("F05",), NEWER_TOLL),
                     desk.side("44 bodies, says Clearwater Relief", ("F06",), CHARITY_TOLL), about=("dead",)),
        disagreement("when", "date", "contradiction", "factual", "At what hour did the dam fail?", "Both tell of the same wave.",
                     desk.side("shortly before 3 a.m.", ("F01",), "01: The dam, built ... of rain.", "02: The dam, built ... of rain."),
                     desk.side("shortly after 4 a.m.", ("F05",), "05: The wave came ... say.")),
        disagreement("toll", "figure", "update", "factual", "How did the toll of the directorate change?", "A later count of the same source.",
                     desk.side("at least 23 on 11 March", ("F01",), WIRE_TOLL), desk.side("38 on 17 March", ("F08",), LATEST_TOLL)),
    )  # fmt: skip
