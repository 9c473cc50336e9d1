"""Where what somebody says begins and ends in the reporter's sentence."""

from __future__ import annotations

from consilience.annotate.statements.cues import continues_cue, cue_at, governing_cue
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import subject_of
from consilience.lang.english_times import WEEKDAYS
from consilience.lang.speech import MOMENTS, TELLING


def clause_at(tokens: Tokens, verb: int, clause: int) -> tuple[int, int]:
    """Return the tokens of the clause that a verb introduces, without "that" and without what the reporter adds."""
    first, last = _beside(tokens, verb, _up_to_next_cue(tokens, clause))
    if first > verb:
        first, last = _misplaced_subject(tokens, verb, clause, first), _to_its_end(tokens, verb, clause, last)
        last = up_to_additions(tokens, first, last)
    return without_mark(tokens, _after_day(tokens, verb, first), last)


def claims_joined(tokens: Tokens, clause: int, first: int, last: int) -> list[tuple[int, int]]:
    """Return the parts of a clause that are claims of their own: "that the pier was shut and that nobody was hurt"."""
    parts = [first]
    joined = tokens.all_children(clause, "conj")
    while joined:
        parts += [
            m
            for n in joined
            for m in tokens.all_children(n, "mark")
            if tokens.lower[m] == "that" and first < m < last and tokens.relations[m - 1] == "cc"
        ]
        joined = tuple(m for n in joined for m in tokens.all_children(n, "conj"))
    ends = [m - 1 for m in parts[1:]] + [last]
    return [without_mark(tokens, *part) for part in zip(parts, ends, strict=True)]


def up_to_additions(tokens: Tokens, first: int, last: int) -> int:
    """Return where a clause ends before what the reporter adds in the same sentence.

    A clause behind a semicolon, unless it has a "that" of its own; ", with the Bee reporting ..."; and when the deed
    was: ", a day after two were wounded".
    """
    for n in range(first + 3, last - 2):
        mark, following = tokens.words[n], tokens.lower[n + 1]
        if mark == ";" and following not in {"that", "and"}:
            return n
        if mark != ",":
            continue
        if is_closing_teller(tokens, n, last):
            return n
        if following == "with" and any(
            tokens.tags[c] == "VBG" and tokens.child(c, "nsubj") is not None and cue_at(tokens, c) is not None
            for c in range(n + 2, last)
        ):
            return n
        moment = next((m for m in range(n + 1, min(n + 5, last)) if tokens.lower[m] in {"after", "before"}), None)
        if moment is not None and moment > n + 1 and tokens.lemmas[moment - 1] in MOMENTS:
            return n
    return last


def is_closing_teller(tokens: Tokens, comma: int, last: int) -> bool:
    """Say whether all that stands behind a comma is who tells the whole sentence: ", the office said on Monday"."""
    verb = next((n for n in range(comma + 2, min(last, comma + 10)) if cue_at(tokens, n) is not None), None)
    subject = tokens.child(verb, "nsubj") if verb is not None else None
    if verb is None or subject is None or tokens.reach(subject)[0] != comma + 1 or subject > verb:
        return False
    told_after = any(c > verb for c in tokens.all_children(verb, "ccomp", "dobj", "xcomp"))
    return not told_after and last - verb <= 5


def _misplaced_subject(tokens: Tokens, verb: int, clause: int, first: int) -> int:
    """Return where a clause begins whose subject was taken for the object: "believed the fire helped the town"."""
    goal = tokens.child(verb, "dobj")
    lost = goal is not None and verb < goal < first and tokens.child(clause, "nsubj", "nsubjpass", "mark") is None
    return tokens.reach(goal)[0] if lost and goal is not None and tokens.lemmas[verb] not in TELLING else first


def _to_its_end(tokens: Tokens, verb: int, clause: int, last: int) -> int:
    """Return where a clause ends of which a part was hung onto its verb.

    A second clause that follows at once ("said that the group called the Lamps was gone"), and one joined in another
    tense than the verb's ("says it was wrong and he was forced to sign").
    """
    for n in tokens.children[verb]:
        first, end = tokens.reach(n)
        if n <= clause or end <= last:
            continue
        goes_on = tokens.relations[n] == "ccomp" and first == last and tokens.lower[first] != "that"
        present, past = tokens.tags[verb] in {"VBZ", "VBP"}, tokens.past(n)
        own = tokens.child(n, "nsubj", "nsubjpass") is not None
        joined = tokens.relations[n] == "conj" and present and past and own and first - last <= 1
        if (goes_on or joined) and cue_at(tokens, n) is None:
            last = end
    return last


def _up_to_next_cue(tokens: Tokens, clause: int) -> tuple[int, int]:
    """Return the reach of a clause, without a second verb of speech that the parser hung onto it.

    "X stated that the crew were well and undertook to let a doctor in": X undertook it, the crew did not. A word cut at
    its hyphen is made whole.
    """
    first, last = tokens.reach(clause)
    for joined in tokens.all_children(clause, "conj"):
        if continues_cue(tokens, joined):
            last = min(last, tokens.reach(joined)[0])
            last -= tokens.relations[last - 1] == "cc"
    for n in range(clause + 1, last):
        if tokens.tags[n] == "VBG" and governing_cue(tokens, n) == tokens.heads[clause]:
            return first, n - 1
    end = tokens.sentence(clause).last
    while (
        first > 0 and 0 < last < end and tokens.glued(last) and tokens.words[last - 1] + tokens.words[last] not in ".."
    ):
        hanging = tokens.heads[last] if tokens.words[last] == "-" else last
        last = max(last + 1, tokens.reach(hanging)[1] if hanging >= last else last + 1)
    return first, last


def _after_day(tokens: Tokens, verb: int, first: int) -> int:
    """Return where the content begins after "said on Wednesday ...": the day is that of the saying."""
    at = first + (tokens.lower[first] == "on")
    day = at < len(tokens) and tokens.lower[at] in WEEKDAYS
    told = first == verb + 1 and day and at + 2 < len(tokens) and tokens.words[at + 1] != ","
    return at + 1 if told else first


def _beside(tokens: Tokens, verb: int, reach: tuple[int, int]) -> tuple[int, int]:
    """Return the part of a clause that stands on one side of its verb and of the verb's subject."""
    first, last = reach
    if first > verb:
        return first, last
    subject = subject_of(tokens, verb)
    own = tokens.reach(subject)[0] if subject is not None and subject in tokens.children[verb] else verb
    edge = min(verb, own) if own > first else verb
    return first, min(last, edge)


def without_mark(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    while first < last and (
        tokens.parts[first] == "PUNCT" or (tokens.lower[first] == "that" and tokens.relations[first] == "mark")
    ):
        if tokens.words[first] in {"“", '"', "‘", "«"}:
            break
        first += 1
    return first, last
