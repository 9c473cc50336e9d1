"""Derive lang/data/synonyms.tsv: words that two translators may choose between.

    python tools/build_synonyms.py LEXICONS_FOLDER

Sources: Open English WordNet (CC BY 4.0) for the sets and their order, the PETRARCH dictionaries (MIT) for which words are
of the news. A set holds the words of one sense, and those of the next wider sense where that is narrow itself
("supplication, plea" and "entreaty, prayer, appeal"): what has many kinds under it is a class of things, not their name.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

OUT = Path(__file__).parent.parent / "src" / "consilience" / "lang" / "data" / "synonyms.tsv"
NOTE = (
    "# Words of news speech that name one thing, a set a line, joined by |. Derived by tools/build_synonyms.py from\n"
    "# Open English WordNet (CC BY 4.0), with the vocabulary of PETRARCH (MIT). CC BY 4.0."
)
DICTIONARIES = (
    "CAMEO.2.0.txt",
    "CAMEO.verbpatterns.150430.txt",
    "Phoenix.IssueCoding.txt",
    "synonym_sets.tsv",
)
#: Fields of meaning in which translators choose: deeds, words, feelings, not plants or parts of the body.
FIELDS = frozenset(
    """noun.act noun.artifact noun.attribute noun.cognition noun.communication noun.event noun.feeling noun.group noun.motive
    noun.person noun.possession noun.process noun.state verb.change verb.cognition verb.communication verb.competition verb.creation verb.emotion
    verb.motion verb.perception verb.possession verb.social verb.stative verb.contact adj.all adj.ppl""".split()
)
#: A word is of a set where the sense is among its first ones.
FIRST_SENSES = 3
#: A sense with more kinds under it than this is a class of things.
KINDS = 6


class Sense(NamedTuple):
    """A set of words with one meaning, its field and the wider senses above it."""

    field: str
    words: tuple[str, ...]
    wider: tuple[str, ...]


def main(folder: Path) -> None:
    """Write the table from the raw lexicons in *folder*."""
    senses = read_senses(folder / "oewn", news_words(folder))
    opposed = frozenset(
        frozenset((row["lemma"], row["antonym"])) for row in rows(folder / "oewn/antonyms.tsv") if row["pos"] != "r"
    )
    kinds = Counter(w for s in senses.values() for w in s.wider)
    found = {
        words
        for sense in senses.values()
        for words in sets_of(sense, senses, kinds)
        if len(words) > 1 and not any(frozenset((a, b)) in opposed for a in words for b in words)
    }
    kept = sorted(words for words in found if not any(set(words) < set(other) for other in found))
    OUT.write_text("\n".join([NOTE, "words", *("|".join(words) for words in kept)]) + "\n", encoding="utf-8")


def sets_of(sense: Sense, senses: Mapping[str, Sense], kinds: Mapping[str, int]) -> Iterator[tuple[str, ...]]:
    """Yield the words of a sense, alone and, of a noun, with those of each narrow sense above it.

    Above a verb may stand its opposite: to forbid is to command that not.
    """
    yield sense.words
    if sense.words and sense.field.startswith("noun"):
        for wider in sense.wider:
            if kinds[wider] <= KINDS and senses[wider].words:
                yield tuple(sorted({*sense.words, *senses[wider].words}))


def news_words(folder: Path) -> frozenset[str]:
    """Return the words of the news, in small letters, with the nouns made of their verbs and adjectives."""
    words = {
        word
        for name in DICTIONARIES
        for word in re.findall(
            r"[a-z]+", (folder / "petrarch" / name).read_text(encoding="utf-8", errors="replace").lower()
        )
    }
    made = {r["noun"] for r in rows(folder / "oewn/noun_verb.tsv") if r["verb"] in words}
    made |= {r["noun"] for r in rows(folder / "oewn/adjective_noun.tsv") if r["adjective"] in words}
    return frozenset(words | made)


def read_senses(folder: Path, vocabulary: frozenset[str]) -> dict[str, Sense]:
    """Return the senses by id, with those of their words that are in use."""
    ranks = {
        (row["lemma"], synset): rank
        for row in rows(folder / "lemmas.tsv")
        for rank, synset in enumerate(row["synsets_in_sense_order"].split("|"))
    }
    every = {row["synset"]: row for row in rows(folder / "synsets.tsv")}
    return {
        synset: Sense(
            row["lexname"],
            tuple(
                sorted(
                    w
                    for w in row["members"].split("|")
                    if w in vocabulary
                    and row["lexname"] in FIELDS
                    and ranks.get((w, synset), FIRST_SENSES) < FIRST_SENSES
                )
            ),
            tuple(h for h in row["hypernyms"].split("|") if h in every),
        )
        for synset, row in every.items()
    }


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a raw table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
