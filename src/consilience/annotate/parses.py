"""The grammar of a report: blocks in, one parse a document out, whatever model is behind it.

A block is one segment of the page. The model sees blocks, never a whole page, so no sentence runs across two of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from consilience.lang.languages import is_read
from consilience.model import Document, Parse, Record, Segment, Sentence


class BlockParse(Record, frozen=True, kw_only=True):
    """The parse of one block: columns as in `Parse`, offsets from the block's start, *firsts* opens each sentence."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    parts: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...]
    firsts: tuple[int, ...]


class Grammar(Protocol):
    """Something that parses blocks of text. *name* names the model with its version, for the record and the cache."""

    @property
    def name(self) -> str: ...

    def parse_blocks(self, blocks: Sequence[str]) -> list[BlockParse]:
        """Return a parse for each block, in order."""
        ...


def parse_documents(documents: Sequence[Document], grammar: Grammar) -> tuple[Parse, ...]:
    """Return a parse for each document, in order; an empty one where its language is not read.

    Equal blocks are parsed once.
    """
    blocks = {d.text[s.start : s.end]: None for d in documents for _, s in _parsed_segments(d)}
    found = dict(zip(blocks, grammar.parse_blocks(list(blocks)), strict=True))
    return tuple(join_blocks(d, found) for d in documents)


def _parsed_segments(document: Document) -> Iterable[tuple[int, Segment]]:
    """Return the segments that are parsed, with their numbers: all but navigation."""
    segments = enumerate(document.segments) if is_read(document.language) else ()
    return ((number, segment) for number, segment in segments if segment.role != "navigation")


def join_blocks(document: Document, found: dict[str, BlockParse]) -> Parse:
    """Return the parse of a document from those of its blocks; navigation is left out."""
    columns: dict[str, list[str]] = {name: [] for name in ("lemmas", "tags", "parts", "relations", "entities")}
    starts: list[int] = []
    ends: list[int] = []
    heads: list[int] = []
    sentences: list[Sentence] = []
    for number, segment in _parsed_segments(document):
        block = found[document.text[segment.start : segment.end]]
        first_token = len(starts)
        starts += [segment.start + at for at in block.starts]
        ends += [segment.start + at for at in block.ends]
        heads += [first_token + head for head in block.heads]
        for name, column in columns.items():
            column += getattr(block, name)
        for first, last in _sentence_tokens(block):
            sentences.append(
                Sentence(
                    start=segment.start + block.starts[first],
                    end=segment.start + block.ends[last - 1],
                    first=first_token + first,
                    last=first_token + last,
                    role=segment.role,
                    block=number,
                )
            )
    return Parse(
        starts=tuple(starts),
        ends=tuple(ends),
        heads=tuple(heads),
        sentences=tuple(sentences),
        **{name: tuple(column) for name, column in columns.items()},
    )


def _sentence_tokens(block: BlockParse) -> Iterable[tuple[int, int]]:
    return zip(block.firsts, (*block.firsts[1:], len(block.starts)), strict=True)
