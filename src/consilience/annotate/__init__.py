"""One report at a time: its parse, then layer after layer in the order of `ANNOTATORS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import reduce

from msgspec.structs import replace

from consilience.annotate.cache import Shelf, annotation_key, decoded, encoded
from consilience.annotate.events import find_events
from consilience.annotate.figures import find_figures
from consilience.annotate.figures.attributing import attribute_figures
from consilience.annotate.names import find_names
from consilience.annotate.parses import Grammar, parse_documents
from consilience.annotate.statements import find_statements
from consilience.annotate.times import find_times
from consilience.model import Annotations, Document

Annotator = Callable[[Annotations], Annotations]

#: Each adds its layer to what those before it found.
ANNOTATORS: tuple[Annotator, ...] = (
    find_names,
    find_times,
    find_figures,
    find_statements,
    attribute_figures,  # on whose word a number stands is told by names and statements
    find_events,
)

#: Documents parsed and annotated at a time.
PORTION = 64


def annotate(notes: Annotations, *, annotators: Sequence[Annotator] = ANNOTATORS) -> Annotations:
    """Return *notes* with the layers of all annotators, in order."""
    return reduce(lambda found, annotator: annotator(found), annotators, notes)


def parsed(documents: Sequence[Document], grammar: Grammar) -> tuple[Annotations, ...]:
    """Return the documents with their parses and no other layer, in order."""
    parses = parse_documents(documents, grammar)
    return tuple(Annotations(document=d, parse=p) for d, p in zip(documents, parses, strict=True))


def read_closely(
    documents: Sequence[Document],
    grammar: Grammar,
    *,
    annotators: Sequence[Annotator] = ANNOTATORS,
    shelf: Shelf | None = None,
    done: Callable[[int], None] = lambda _: None,
) -> Iterator[Annotations]:
    """Yield the annotations of each document, in order; those on the *shelf* are taken from it.

    Documents are worked through in portions, so that memory does not grow with the pile; *done* is told how many are.
    """
    finished = 0
    for first in range(0, len(documents), PORTION):
        portion = documents[first : first + PORTION]
        keys = [annotation_key(d, grammar.name) for d in portion] if shelf else []
        known = decoded(shelf.take("annotations", keys), Annotations) if shelf else {}
        missing = [n for n, d in enumerate(portion) if not shelf or keys[n] not in known]
        made = dict(zip(missing, parsed([portion[n] for n in missing], grammar), strict=True))
        fresh = {}
        for n, document in enumerate(portion):
            if n in made:
                notes = annotate(made[n], annotators=annotators)
                fresh[n] = notes
            else:
                notes = known[keys[n]]
            yield notes if n in made else replace(notes, document=document)
            finished += 1
            done(finished)
        if shelf:
            shelf.put("annotations", encoded({keys[n]: notes for n, notes in fresh.items()}))
