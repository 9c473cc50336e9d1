"""Proper names where they stand: runs of capitalised words, cut at titles, demonyms and sentence ends.

The tagger proposes; shape and tables decide as well, so that a name the tagger missed is found and a capitalised
common word is not taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consilience.annotate.names.extent import NAME_LABELS, Known, ends_sentence, extend, is_capital, names_role
from consilience.annotate.names.no_names import glued_participle, is_common, is_never_a_name, is_refused, names_nobody
from consilience.annotate.tokens import Tokens
from consilience.lang import english_names as en
from consilience.lang.states import organisations_by_name, states_by_name
from consilience.model import Sentence
from consilience.naming import fold, spelled_one_way

#: A headline with more capitalised words than this is set in capitals: its capitals prove nothing.
TITLE_CASE = 0.7
#: The longest name of the tables, in tokens.
LONGEST_KNOWN = 12


class Run(NamedTuple):
    """A proper name: tokens `[first, last)`, its sentence, and the tokens `[title, first)` that give a role."""

    first: int
    last: int
    sentence: int
    title: int
    known: bool


def find_runs(tokens: Tokens, demonyms: frozenset[int]) -> tuple[Run, ...]:
    """Return the proper names of a report, in text order, titles cut off. *demonyms* are tokens of adjectives."""
    known = Known(_certain_words(tokens), demonyms)
    found: list[Run] = []
    loud: list[int] = []
    for number, sentence in enumerate(tokens.parse.sentences):
        if _is_labelled(tokens, sentence):
            continue
        if _is_loud(tokens, sentence):
            loud.append(number)
        else:
            found += _runs_of(tokens, sentence, number, known)
    quiet = frozenset(fold(tokens.text(r.first, r.last)) for r in found)
    found += [run for number in loud for run in _repeated(tokens, number, quiet)]
    return tuple(_apart(sorted(_parted(tokens, found), key=lambda r: r.first)))


def _apart(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs but those that begin inside the one before."""
    end = 0
    for run in runs:
        if run.first >= end:
            yield run
            end = run.last


def _end_of_line(tokens: Tokens, number: int) -> int:
    """Return where the line of a sentence ends: a letterhead or headline may be cut into several by the parser."""
    sentences = tokens.parse.sentences
    s = sentences[number]
    while s.role in {"headline", "metadata"} and number + 1 < len(sentences) and sentences[number + 1].block == s.block:
        number += 1
    return sentences[number].last


def _is_labelled(tokens: Tokens, s: Sentence) -> bool:
    """Say whether a line of metadata is "Published: ..." or the like: it names nobody of the story."""
    colon = s.first + 1 < s.last and tokens.words[s.first + 1] == ":"
    return s.role == "metadata" and colon and tokens.lower[s.first] in en.METADATA_LABELS


def _is_loud(tokens: Tokens, s: Sentence) -> bool:
    """Say whether a line other than running text is set in capitals, so that they prove nothing."""
    words = [n for n in range(s.first, s.last) if tokens.words[n][:1].isalpha()]
    capitals = sum(is_capital(tokens, n) for n in words)
    return s.role in {"headline", "crosshead", "metadata"} and len(words) > 3 and capitals > TITLE_CASE * len(words)


def _repeated(tokens: Tokens, number: int, quiet: frozenset[str]) -> Iterator[Run]:
    """Yield the names of a loud line: those that the tables know or that quiet lines of the report have."""
    s = tokens.parse.sentences[number]
    at = s.first
    while at < s.last:
        ends = range(min(s.last, at + LONGEST_KNOWN), at, -1)
        definition = _acronym_definition(tokens, at, _end_of_line(tokens, number))
        last = (
            definition
            or _known_name(tokens, at, s.last)
            or next(
                (
                    e
                    for e in ends
                    if is_capital(tokens, at)
                    and tokens.words[e - 1][-1:].isalnum()
                    and fold(tokens.text(at, e)) in quiet
                ),
                None,
            )
        )
        if last:
            yield Run(at, last, number, at, known=True)
        if definition:
            yield Run(definition + 1, definition + 2, number, definition + 1, known=True)
        at = last or at + 1


def _parted(tokens: Tokens, found: list[Run]) -> Iterator[Run]:
    """Yield the runs, those parted that are two names with nothing between: "of Kestria Milena Duarte"."""
    names = frozenset(fold(tokens.text(r.first, r.last)) for r in found)
    for run in found:
        opens = tokens.text(run.first, run.first + 1)
        owned = run.first > 0 and tokens.lower[run.first - 1] == "of" and run.last - run.first >= 3
        state = run.first + 3  # "Republic of Kestria Milena Duarte"
        office = _office_of_state(tokens, run)
        if office is not None:
            yield Run(run.first, office, run.sentence, run.title, known=False)
            at = office + 1 + (tokens.lower[office + 1] == "the")
            yield Run(at, run.last, run.sentence, at, known=False)
        elif (
            tokens.lower[run.first] in en.STATE_NOUNS and tokens.lower[run.first + 1] == "of" and run.last - state >= 2
        ):
            yield Run(run.first, state, run.sentence, run.first, known=False)
            yield Run(state, run.last, run.sentence, state, known=False)
        elif owned and (fold(opens) in names or opens in states_by_name()):
            yield Run(run.first, run.first + 1, run.sentence, run.first, known=False)
            yield Run(run.first + 1, run.last, run.sentence, run.first + 1, known=False)
        else:
            yield run


def _office_of_state(tokens: Tokens, run: Run) -> int | None:
    """Return where the body of an office ends before its state: "Press Service of the President | of Kestria"."""
    of = next((n for n in range(run.first + 1, run.last) if tokens.lower[n] == "of"), run.last)
    if not any(tokens.lower[n] in en.BODY_HEADS for n in range(run.first, of)):
        return None
    for n in range(of + 2, run.last - 1):
        first = n + 1 + (tokens.lower[n + 1] == "the")
        state = tokens.text(first, run.last) in states_by_name() or tokens.lower[first] in en.STATE_NOUNS
        if tokens.lower[n] == "of" and names_role(tokens.lower[n - 1]) and state:
            return n
    return None


def _certain_words(tokens: Tokens) -> frozenset[str]:
    """Return the words that stand capitalised inside a sentence of running text: names wherever else they stand."""
    found = set()
    for s in tokens.parse.sentences:
        if s.role != "body":
            continue
        for n in range(s.first + 1, s.last):
            if (
                is_capital(tokens, n)
                and tokens.parts[n] == "PROPN"
                and tokens.words[n - 1] not in {"“", '"', "‘", ":"}
                and not ends_sentence(tokens.words[n - 1])
            ):
                found.add(tokens.lower[n])
    return frozenset(found)


def _runs_of(tokens: Tokens, s: Sentence, number: int, known: Known) -> Iterator[Run]:
    at = s.first
    while at < s.last:
        last = _acronym_definition(tokens, at, _end_of_line(tokens, number)) or _known_name(tokens, at, s.last)
        last = last or _of_two_topics(tokens, at, s.last)
        if last:
            yield Run(at, last, number, at, known=True)
            at = last
        elif _opens(tokens, at, s, known):
            last = extend(tokens, at, s.last, known)
            yield from _cut(tokens, at, last, number, known.certain)
            at = last
        else:
            at += 1


def _of_two_topics(tokens: Tokens, at: int, end: int) -> int | None:
    """Return where the name of a body ends that says its two matters: "Peace and Security Council"."""
    if tokens.lower[at] not in en.TOPICS or not is_capital(tokens, at) or tokens.lower[at + 1 : at + 2] != ("and",):
        return None
    last = at + 2
    while last < end and is_capital(tokens, last) and tokens.lower[last] in en.TOPICS:
        last += 1
    heads = last > at + 2 and last < end and is_capital(tokens, last)
    return last + 1 if heads and tokens.lower[last] in en.BODY_HEADS | {"executive"} else None


def _acronym_definition(tokens: Tokens, at: int, end: int) -> int | None:
    """Return where the name ends that begins at *at* and that a bracket abbreviates: "United for Renewal (UR)".

    Source: the idea of Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation definitions"; here
    the letters are initials of the capitalised words, in order and with both ends, or as many as there are such words.
    """
    if not is_capital(tokens, at) or (at > 0 and is_capital(tokens, at - 1)):
        return None
    opening = next((n for n in range(at + 2, min(end - 2, at + LONGEST_KNOWN)) if tokens.words[n] == "("), None)
    if opening is None or tokens.words[opening + 2 : opening + 3] != (")",):
        return None
    acronym = tokens.words[opening + 1]
    words = range(at, opening)
    capitals = [n for n in words if is_capital(tokens, n)]
    joined = all(is_capital(tokens, n) or tokens.lower[n] in en.JOINERS | {"the", "-"} for n in words)
    letters = "".join(tokens.words[n][:1] for n in capitals).upper()
    translated = len(letters) == len(acronym) and letters[0] == acronym[0]  # "United for Renewal and Democracy (UDR)"
    fits = acronym.isupper() and (translated or (len(letters) <= 2 * len(acronym) and _are_initials(acronym, letters)))
    return opening if joined and fits and tokens.lower[at] not in en.TITLE_WORDS - en.BODY_HEADS else None


def _are_initials(acronym: str, letters: str) -> bool:
    """Say whether an acronym is made of *letters*, in order, of the first and the last of them."""
    rest = iter(letters)
    ends = letters[:1] == acronym[:1] and letters[-1:] == acronym[-1:]
    return len(acronym) > 1 and ends and all(letter in rest for letter in acronym)


def _known_name(tokens: Tokens, at: int, end: int) -> int | None:
    """Return where a name of the tables that starts at *at* ends; None when there is none."""
    if not is_capital(tokens, at):
        return None
    for last in range(min(end, at + LONGEST_KNOWN), at, -1):
        text = tokens.text(at, last)
        name = text if text in states_by_name() or text in organisations_by_name() else _spread(text)
        if name in states_by_name() or name in organisations_by_name():
            longer = last < end and is_capital(tokens, last) and tokens.parts[last] == "PROPN"
            before = at > 0 and tokens.glued(at) and tokens.words[at - 1] == "-"
            return None if (longer and last - at == 1 and not _is_role(tokens, last)) or before else last
    return None


def _spread(text: str) -> str:
    """Return *text* as the tables spell it: organisation for organization, capitals for a name set in capitals."""
    spelled = spelled_one_way(text)
    return spelled.title() if text.isupper() and len(text) > 5 else spelled


def _is_role(tokens: Tokens, n: int) -> bool:
    return tokens.lower[n] in en.role_nouns() or tokens.lower[n] in en.TITLE_WORDS or tokens.lower[n] in en.SHORT_TITLES


def _opens(tokens: Tokens, n: int, s: Sentence, known: Known) -> bool:
    """Say whether a name can begin at token *n*."""
    if n == s.first and (is_refused(tokens, n) or is_common(tokens, n)):
        return False
    lower = tokens.lower[n]
    if (
        not is_capital(tokens, n)
        or is_never_a_name(tokens, n)
        or tokens.parts[n] in {"PRON", "DET", "ADP", "NUM", "AUX", "SCONJ"}
    ):
        return False
    if n in known.demonyms or (n == s.first and lower in en.PLACE_PREPOSITIONS):
        return False
    labelled = tokens.entities[n][2:] in NAME_LABELS
    if n > s.first and ends_sentence(tokens.words[n - 1]):
        return lower in known.certain or _names_person(tokens, n, s.last)
    if n == s.first or (n == s.first + 1 and not tokens.words[s.first][:1].isalnum()):
        return (
            lower in known.certain
            or _is_double(tokens, n)
            or (labelled and tokens.parts[n] == "PROPN")
            or _names_person(tokens, n, s.last)
        )
    return tokens.parts[n] == "PROPN" or labelled or lower in known.certain or tokens.tags[n] in {"NNP", "NNPS"}


def _is_double(tokens: Tokens, n: int) -> bool:
    """Say whether two capitalised words with a hyphen begin at *n*, the second of them a name: "Castell-Roig"."""
    if (
        n + 2 >= len(tokens)
        or tokens.words[n + 1] not in {"-", "–"}
        or not (tokens.glued(n + 1) and tokens.glued(n + 2))
    ):
        return False
    return is_capital(tokens, n + 2) and tokens.parts[n + 2] == "PROPN"


def _names_person(tokens: Tokens, n: int, end: int) -> bool:
    """Say whether a given name and another capitalised word, or a title and a name, begin at *n*."""
    following = n + 1 < end and is_capital(tokens, n + 1) and tokens.parts[n + 1] == "PROPN"
    return following and (
        fold(tokens.words[n]) in en.given_names() or _is_role(tokens, n) or tokens.parts[n] == "PROPN"
    )


def _cut(tokens: Tokens, first: int, last: int, number: int, certain: frozenset[str]) -> Iterator[Run]:
    """Yield the name inside the run `[first, last)` with its title cut off; nothing for a title alone."""
    while last > first and not tokens.words[last - 1][-1:].isalnum() and not tokens.words[last - 1].endswith("."):
        last -= 1
    title = first
    at = _after_title(tokens, first, last)
    if at < last and tokens.lower[last - 1] in en.NOT_NAME_HEADS:
        return
    if at < last and glued_participle(tokens, at, last):
        last = glued_participle(tokens, at, last)
    if at < last and not names_nobody(tokens, at, last, certain):
        yield Run(at, last, number, title, known=False)


def _after_title(tokens: Tokens, first: int, last: int) -> int:
    """Return where the name begins in a run that may open with a title; *last* when it is a title and no more.

    "Foreign Minister X" begins at X; "Ministry of Defence" and "President of the Republic" keep or lose all of it.
    """
    at = first
    role = None
    for n in range(first, last):
        lower = tokens.lower[n]
        if lower in en.HONORIFICS or lower in en.SHORT_TITLES or names_role(lower):
            if lower in en.BODY_HEADS:
                break
            role = n
        elif lower not in en.TITLE_WORDS and tokens.words[n] not in states_by_name():
            break
    if role is None:
        return at
    rest = role + 1
    while rest < last and tokens.glued(rest):  # "President-elect X"
        rest += 1
    if rest < last and tokens.lower[rest] in en.JOINERS:  # "Minister of Ports and Transport X": the office first
        while rest < last and (tokens.lower[rest] in en.JOINERS | {"the"} or tokens.lower[rest] in en.TITLE_WORDS):
            rest += 1
        named = rest < last and not any(tokens.lower[n] in en.STATE_NOUNS | en.JOINERS for n in range(rest, last))
        return rest if named else last
    if rest < last and tokens.lower[rest] in en.BODY_HEADS and tokens.lower[rest] not in en.given_names():
        return at
    return rest
