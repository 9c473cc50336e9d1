"""One report at a time: its parse, then layer after layer in the order of `ANNOTATORS`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

from consilience.annotate.events import find_events
from consilience.annotate.figures import find_figures
from consilience.annotate.names import find_names
from consilience.annotate.parses import Grammar, parse_documents
from consilience.annotate.statements import find_statements
from consilience.annotate.times import find_times
from consilience.model import Annotations, Document

Annotator = Callable[[Annotations], Annotations]

#: Each adds its layer to what those before it found.
ANNOTATORS: tuple[Annotator, ...] = (find_names, find_times, find_figures, find_statements, find_events)


def annotate(notes: Annotations, *, annotators: Sequence[Annotator] = ANNOTATORS) -> Annotations:
    """Return *notes* with the layers of all annotators, in order."""
    return reduce(lambda found, annotator: annotator(found), annotators, notes)


def parsed(documents: Sequence[Document], grammar: Grammar) -> tuple[Annotations, ...]:
    """Return the documents with their parses and no other layer, in order."""
    parses = parse_documents(documents, grammar)
    return tuple(Annotations(document=d, parse=p) for d, p in zip(documents, parses, strict=True))
