"""Derive lang/data/nominalisations.tsv and deed_synonyms.tsv: which words tell the same deed.

    python tools/build_deeds.py LEXICONS_FOLDER

Sources: Open English WordNet (CC BY 4.0), PETRARCH synonym sets and verb blocks (MIT). Rows whose only evidence comes
through PropBank (CC BY-SA) and columns of word frequencies are not used. Antonyms are never synonyms.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).parent.parent / "src" / "consilience" / "lang" / "data"
NOTE = "# {what} Derived by tools/build_deeds.py from Open English WordNet (CC BY 4.0) and PETRARCH (MIT). CC BY 4.0.\n"
#: Senses of a noun and of a verb further down in the dictionary are not those of the news.
HIGHEST_NOUN, HIGHEST_VERB = 3, 2
#: Synonyms by one synset or several sources; the third tier holds hyponyms.
TIERS = {"A", "B"}


def main(folder: Path) -> None:
    news = {r["noun"] for r in rows(folder / "event_nouns.tsv") if r["crisis"] == "Y"}
    verbs: dict[str, tuple[int, int, str]] = {}
    for r in rows(folder / "oewn" / "noun_verb.tsv"):
        noun, verb = r["noun"], r["verb"]
        ranks = int(r["noun_rank"]), int(r["verb_rank"])
        if noun in news and ranks[0] <= HIGHEST_NOUN and ranks[1] <= HIGHEST_VERB:
            best = (0 if "event" in r["relations"] else 1, sum(ranks), verb)
            verbs[noun] = min(verbs.get(noun, best), best)
    write("nominalisations.tsv", "Nouns of deeds and the verb each is of.", ("noun", "verb"),
          sorted((noun, verb) for noun, (*_, verb) in verbs.items() if noun != verb))  # fmt: skip
    opposed = {frozenset((r["lemma"], r["antonym"])) for r in rows(folder / "oewn" / "antonyms.tsv")}
    pairs = set()
    for name, one, other, mark in (
        ("verb_synonyms.tsv", "verb1", "verb2", "both_in_cameo"),
        ("event_noun_synonyms.tsv", "noun1", "noun2", "both_crisis"),
    ):
        for r in rows(folder / name):
            free = [e for e in r["evidence"].split("; ") if not e.startswith("fn:")]
            if r["tier"] in TIERS and r[mark] == "Y" and free:
                pair = tuple(sorted(verbs.get(w, (0, 0, w))[2] for w in (r[one], r[other])))
                if pair[0] != pair[1] and frozenset(pair) not in opposed:
                    pairs.add(pair)
    write("deed_synonyms.tsv", "Verbs that news uses for one deed.", ("one", "other"), sorted(pairs))


def rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def write(name: str, what: str, header: tuple[str, ...], found: list[tuple[str, ...]]) -> None:
    lines = ["\t".join(header), *("\t".join(row) for row in found)]
    (OUT / name).write_text(NOTE.format(what=what) + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
