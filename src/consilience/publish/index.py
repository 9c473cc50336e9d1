"""A record by id, and the sentences that only name what it holds."""

from __future__ import annotations

from consilience.lang.in_words import say_counted
from consilience.model import Figure, Reading, Situation, Span
from consilience.publish.choice import Latest, Value
from consilience.publish.words import capitalised, column_letters, say_value, say_when

#: How a measure reads after its value; the rest read as what is counted.
_PREDICATES = {
    "killed": "killed", "wounded": "wounded", "missing": "missing", "detained": "detained", "displaced": "displaced",
    "deployed": "deployed",
}  # fmt: skip


class Index:
    """The parts of a situation by their ids. Unknown ids are shown as they are: a bad record fails no page."""

    def __init__(self, situation: Situation) -> None:
        """Index *situation*."""
        self.documents = {document.id: document for document in situation.documents}
        self.letters = {document.id: column_letters(rank) for rank, document in enumerate(situation.documents)}
        self._ranks = {document: rank for rank, document in enumerate(self.letters)}
        self.families = {family.id: family for family in situation.families}
        self.entities = {entity.id: entity for entity in situation.entities}
        self.events = {event.id: event for event in situation.events}
        self.figures = {figure.id: figure for figure in situation.figures}

    def rank(self, document: str) -> int:
        """Return the place of a report in the record's order, unknown ones last."""
        return self._ranks.get(document, len(self._ranks))

    def name(self, entity: str | None) -> str:
        """Return the name of an entity; its id where the record does not hold it, "" for None."""
        if entity is None:
            return ""
        return self.entities[entity].name if entity in self.entities else entity

    def names(self, entities: tuple[str, ...]) -> str:
        """Return the names of entities, separated by commas."""
        return ", ".join(self.name(entity) for entity in entities)

    def quote(self, span: Span) -> str:
        """Return the words of a span."""
        document = self.documents.get(span.document)
        return document.text[span.start : span.end] if document else ""

    def outlet(self, document: str) -> str:
        """Return who printed a report: its outlet, else its agencies, else the name of its file."""
        report = self.documents.get(document)
        if report is None:
            return document
        return report.outlet or " / ".join(report.agencies) or report.path.replace("\\", "/").rsplit("/", 1)[-1]

    def origin(self, document: str) -> tuple[str, str]:
        """Return who printed a report, and when, in words."""
        report = self.documents.get(document)
        published = report.published if report else None
        return self.outlet(document), say_when(published) if published else "no date"

    def figure_sentence(self, latest: Latest) -> str:
        """Return one sentence for a figure's latest reading: value, what is counted, as of when, on whose word."""
        figure, reading = latest.figure, latest.reading
        # "23 people killed", but not "38 dead killed" nor "61 missing missing".
        predicate = _PREDICATES.get(figure.measure, "")
        if predicate and any(word in figure.counted.lower() for word in _SAYS_SO[figure.measure]):
            predicate = ""
        value = say_value(reading, "" if figure.counted else figure.unit)
        several = reading.high is None or reading.high > 1
        counted = say_counted(value, figure.counted, several=several) if figure.counted else value
        parts = [counted, predicate, self.attribution(reading)]
        return capitalised(" ".join(part for part in parts if part)) + "."

    def voice(self, reading: Reading) -> str | None:
        """Return the name of whose word a reading is; two entities of one name are one voice to a reader."""
        return self.name(reading.said_by) if reading.said_by else None

    def callers(self, value: Value) -> str:
        """Return the names of those on whose word a value stands, in the order of its readings."""
        speakers = dict.fromkeys(reading.said_by for reading in value.readings if reading.said_by)
        return ", ".join(dict.fromkeys(self.name(speaker) for speaker in speakers))

    def figure_title(self, figure: Figure) -> str:
        """Return what a figure counts: "People killed", "Killed: children", "Fund for the families"."""
        counted = figure.counted
        if figure.measure == "other" and counted:
            return capitalised(counted)
        if not counted or any(word in counted.lower() for word in _SAYS_SO.get(figure.measure, ())):
            return capitalised(counted or figure.measure)
        return f"{capitalised(figure.measure)}: {counted}"

    def attribution(self, reading: Reading) -> str:
        """Return as of when and on whose word a reading holds: "as of 12 March 2025, according to …"."""
        day = f"as of {say_when(reading.as_of)}" if reading.as_of else ""
        speaker = f"according to {self.name(reading.said_by)}" if reading.said_by else ""
        return ", ".join(part for part in (day, speaker) if part)


#: Words in what is counted that already say what the measure says.
_SAYS_SO = {
    "killed": ("dead", "killed", "death", "bodies", "fatalit", "died"),
    "wounded": ("wounded", "injur", "hurt"),
    "missing": ("missing",),
    "detained": ("detain", "arrest"),
    "displaced": ("displaced", "evacu", "left their homes"),
    "deployed": ("deployed", "sent"),
}
