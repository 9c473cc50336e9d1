"""What a figure counts, in the report's words, where its number stands alone or with a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from consilience.annotate.figures.lending import BORROWING_REACH, MOST_LENDERS, OF_WHOM, Found, as_told_last, lender_of
from consilience.annotate.figures.measures import measure_noun, measure_of, told_by
from consilience.annotate.figures.phrase import Phrase, is_person, is_time
from consilience.annotate.figures.places import token_from, token_over
from consilience.annotate.figures.relations import Count, Draft, breakdowns
from consilience.annotate.tokens import Tokens
from consilience.lang import english_quantities as lang
from consilience.model import Measure

#: What is counted where the report leaves the noun out, and the participle that goes with a noun.
_PEOPLE: dict[Measure, str] = {
    "killed": "killed", "wounded": "wounded", "missing": "missing", "detained": "detained", "displaced": "displaced",
}  # fmt: skip
#: A label before a number in a list or a table is at most this many words.
LONGEST_LABEL = 7
_LABEL = re.compile(r"(?:^|[.;|]\s|\d\.\s)\s*(?P<label>[^\W\d][^.:;|\d]*?)\s*[:|]\s*$")
#: "Turnout fell from 71 to 69 percent, while observers had guessed at 64 percent": all three, within this many letters.
TURNOUT_REACH = 80
_TURNOUT = re.compile(r"\bturnout\b", re.IGNORECASE)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def drafts_of(tokens: Tokens, found: Sequence[Found]) -> list[Draft]:
    """Return the figures with measure and counted words; a bare number that measures nothing is left out."""
    found = as_told_last(tokens, found)
    totals = {part: total for total, parts in breakdowns(list(_exact(found))) for part in reversed(parts)}
    made: dict[int, Draft] = {}
    lenders: list[Draft] = []
    for number, quantity in enumerate(found):
        whole = made.get(totals.get(number, -1))
        draft = _draft(tokens, quantity, [whole] if whole else lenders[-MOST_LENDERS:], is_part=whole is not None)
        if draft is not None:
            made[number] = draft
            lenders += [] if number in totals else [draft]
    return list(made.values())


def _exact(found: Sequence[Found]) -> Iterator[Count]:
    for number, q in enumerate(found):
        low, high = q.phrase.number.low, q.phrase.number.high
        if q.phrase.sort in {"count", "elided"} and low == high and q.change is None:
            yield Count(number, q.sentence, low, q.phrase.unit, q.phrase.sort == "elided")


def _draft(tokens: Tokens, q: Found, lenders: Sequence[Draft], *, is_part: bool) -> Draft | None:
    phrase, measure = q.phrase, _labelled(tokens, q) or measure_of(tokens, q.phrase, q.at)
    lender = lenders[0] if is_part else lender_of(tokens, q, lenders)
    if phrase.sort in {"count", "elided"} and (phrase.unit == "persons" or not phrase.unit):
        measure = measure or q.heading or (lender.measure if is_part and lender else None)
    if phrase.sort == "elided":
        phrase = _with_noun(tokens, q, lender, measure)
        measure = measure or (lender.measure if lender else None) or ("other" if phrase.counted else None)
        if measure is None or not phrase.counted:
            return None
    elif lender is not None and _lists(tokens, q, lender):
        measure, phrase = lender.measure, phrase._replace(counted=lender.phrase.counted, unit=lender.phrase.unit)
    else:
        measure = _inherited(q, measure, lenders)
        phrase = _described(tokens, q, measure)
    if _is_lone_one(phrase, measure):
        return None
    return Draft(phrase, q.sentence, q.block, measure, q.change)


def _labelled(tokens: Tokens, q: Found) -> Measure | None:
    """Return what the label of a number alone measures, whatever the list tells beside it: "4. Underground: 121"."""
    label = _label(tokens, q) if q.phrase.sort == "elided" else ""
    if not label:
        return None
    number = token_over(tokens, q.phrase.number.core, q.at.first, q.at.last)
    words = len(re.findall(r"\w+", label)) + 1
    return told_by(tokens, max(q.at.first, number - words), number) or q.heading or "other"


def _lists(tokens: Tokens, q: Found, lender: Draft) -> bool:
    """Say whether a count of names is one of the people told of in the same sentence."""
    noun = q.phrase.noun
    listed = noun is not None and tokens.lemmas[noun] in lang.LISTED_AS
    handed = noun is not None and tokens.lemmas[tokens.heads[noun]] in lang.HANDED_OVER
    return listed and not handed and lender.measure in lang.CASUALTY_MEASURES and lender.sentence == q.sentence


def _inherited(q: Found, measure: Measure | None, before: Sequence[Draft]) -> Measure:
    """Return votes for a share, a price for a sum, that goes on from one just told."""
    goes_on: dict[tuple[str, Measure | None], Measure] = {("percent", None): "votes", ("money", "money"): "price"}
    wanted = goes_on.get((q.phrase.sort, measure))
    last = next((d for d in reversed(before) if d.phrase.sort == q.phrase.sort), None)
    if wanted and last and last.measure == wanted and last.phrase.unit == q.phrase.unit:
        reach = BORROWING_REACH if wanted == "votes" else 0
        return wanted if q.sentence - last.sentence <= reach else measure or "other"
    return measure or "other"


def _is_lone_one(phrase: Phrase, measure: Measure) -> bool:
    """Say whether "one" counts nothing: it does so only for the dead, wounded, missing and detained."""
    number = phrase.number
    one = number.low == 1 and number.high == 1 and number.word and phrase.sort in {"count", "elided", "measured"}
    return one and measure not in lang.CASUALTY_MEASURES


def _with_noun(tokens: Tokens, q: Found, lender: Draft | None, measure: Measure | None) -> Phrase:
    """Return a bare number with the noun it leaves out, empty where nothing tells it."""
    phrase = q.phrase
    label = _label(tokens, q)
    if label:
        return phrase._replace(counted=label, unit="persons" if measure in _PEOPLE else label.casefold())
    predicate = _predicate(tokens, q)
    if predicate:
        return phrase._replace(counted=predicate, unit="persons")
    if phrase.partitive and (lender is None or lender.sentence != q.sentence):
        antecedent = _plural_before(tokens, q)
        if antecedent is not None:
            unit = "persons" if is_person(tokens, antecedent) else tokens.lower[antecedent]
            return phrase._replace(counted=tokens.words[antecedent], unit=unit)
    before = tokens.source[max(0, phrase.start - 5) : phrase.start].casefold()
    if measure in _PEOPLE and before.endswith("the "):  # "the 23 dead" are none of those told before
        lender = None
    if lender is None or (measure in _PEOPLE and measure != lender.measure and q.sentence != lender.sentence):
        if measure == "votes":
            return phrase._replace(counted="votes", unit="votes")
        word = _PEOPLE.get(measure or "other")
        if not word and phrase.number.vague:  # "hundreds marched"
            return phrase._replace(counted="people", unit="persons")
        noun = measure_noun(tokens, phrase, q.at) if word else ""
        return phrase._replace(counted=noun or (f"people {word}" if word else ""), unit="persons")
    noun = _without_participle(lender.phrase.counted)
    persons = lender.phrase.unit == "persons"
    word = _PEOPLE.get(measure or lender.measure, "") if persons else ""
    sort = lender.phrase.sort if lender.phrase.sort in {"money", "measured"} else "elided"
    counted = noun if word in noun else f"{noun} {word}"
    return phrase._replace(counted=counted.strip(), unit=lender.phrase.unit, sort=sort, per=lender.phrase.per)


def _label(tokens: Tokens, q: Found) -> str:
    """Return the words before the mark in "Registered voters: 3,412,000" and "Soldiers | 3"."""
    line = tokens.source[tokens.starts[q.at.first] : q.phrase.start]
    m = _LABEL.search(line)
    told = m is not None and len(m["label"].split()) <= LONGEST_LABEL and not OF_WHOM.match(m["label"])
    return m["label"] if m and told else ""


def _plural_before(tokens: Tokens, q: Found) -> int | None:
    start = token_over(tokens, q.phrase.start, q.at.first, q.at.last)
    return next((n for n in range(start - 1, q.at.first - 1, -1) if tokens.tags[n] in {"NNS", "NNPS"}), None)


def _without_participle(counted: str) -> str:
    words = counted.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1] in _PEOPLE.values() else counted


def _predicate(tokens: Tokens, q: Found) -> str:
    """Return the noun right behind "nine of them": "children", "police officers"."""
    if not q.phrase.partitive:
        return ""
    start = token_from(tokens, q.phrase.end, q.at.first, q.at.last)
    if start < q.at.last and tokens.lower[start] in {"were", "are", "was"}:
        start += 1
    words = []
    for n in range(start, min(start + 4, q.at.last)):
        if tokens.tags[n] not in {"NN", "NNS", "JJ"}:
            break
        words.append(tokens.words[n])
    plural = words and tokens.tags[start + len(words) - 1] == "NNS"
    return " ".join(words) if plural else ""


def _described(tokens: Tokens, q: Found, measure: Measure) -> Phrase:
    """Return a phrase with its counted words: people with what befell them, a unit with what it measures."""
    phrase = q.phrase
    if phrase.sort == "count":
        word = _PEOPLE.get(measure, "")
        has = not word or word in phrase.counted.casefold() or _names_measure(tokens, phrase)
        return phrase if has else phrase._replace(counted=f"{phrase.counted} {word}")
    if phrase.counted:
        return phrase
    if phrase.sort == "percent" and measure == "other" and _TURNOUT.search(_before(tokens, q)):
        return phrase._replace(counted="turnout")
    if phrase.sort == "percent" and measure == "votes":
        return phrase._replace(counted=_share_of_votes(tokens, q) or _context(tokens, q, measure) or "votes")
    return phrase._replace(counted=_context(tokens, q, measure) or phrase.unit)


def _before(tokens: Tokens, q: Found) -> str:
    """Return the words of the sentence before a figure, not more than a clause or two."""
    return tokens.source[max(tokens.starts[q.at.first], q.phrase.start - TURNOUT_REACH) : q.phrase.start]


def _names_measure(tokens: Tokens, phrase: Phrase) -> bool:
    return phrase.noun is not None and tokens.lemmas[phrase.noun] in lang.MEASURES


def _context(tokens: Tokens, q: Found, measure: Measure) -> str:
    """Return what a share, a sum, a length of time is told of: its "of" or "for", its noun, its subject."""
    start = token_over(tokens, q.phrase.number.core, q.at.first, q.at.last)
    end = token_from(tokens, q.phrase.end, start, q.at.last)
    if q.phrase.sort == "measured":
        return q.phrase.unit
    if q.phrase.sort in {"duration", "money"}:
        governing = start < q.at.last and q.phrase.sort == "money" and measure == "money"
        told = _noun_run(tokens, end, q.at.last) or (_governing_noun(tokens, start) if governing else "")
        if told:
            return told
    subject = _subject(tokens, start, q) if start < q.at.last else ""
    if subject and (q.change is not None or _is_moved_to(tokens, start)):
        return subject
    if end < q.at.last and tokens.lower[end] in {"of", "in", "for"}:
        skip = end + 1 + (end + 1 < q.at.last and tokens.tags[end + 1] in {"DT", "PRP$"})
        told = _noun_run(tokens, skip, q.at.last)
        if told:
            return told
    return subject or _noun_before(tokens, start, q.at.first)


def _is_moved_to(tokens: Tokens, start: int) -> bool:
    """Say whether a value is one that something rose or fell to or from: "eased to 0.4 percent of the hull's value"."""
    for n in tokens.ancestors(start):
        if tokens.parts[n] == "VERB":
            return tokens.lower[n] in lang.RISES or tokens.lower[n] in lang.FALLS
    return False


def _governing_noun(tokens: Tokens, start: int) -> str:
    """Return the noun a sum belongs to: "pledges of $5m", "put the damage at $5m", "released $5m"."""
    for n in tokens.ancestors(start):
        relation, above = tokens.relations[n], tokens.heads[n]
        if tokens.tags[n] == "IN" or relation == "prep":
            if tokens.tags[above].startswith("NN"):
                return _short(tokens, above).split(" of ")[0]
            if tokens.parts[above] == "VERB":
                theme = tokens.child(above, "dobj", "nsubjpass")
                if theme is None and tokens.lemmas[above] in lang.AMOUNTING:
                    theme = tokens.child(above, "nsubj")
                told = theme is not None and tokens.parts[theme] != "PRON"
                return tokens.words[theme] if told and theme is not None else f"sum {tokens.words[above]}"
        if tokens.parts[n] == "VERB":
            subject = tokens.child(n, "nsubj") if tokens.lemmas[n] in lang.AMOUNTING else None
            if subject is not None and tokens.parts[subject] != "PRON":
                return _short(tokens, subject)
            return (
                f"sum {tokens.words[n]}"
                if tokens.relations[start] != "nsubj" and tokens.tags[n] in {"VBN", "VBD"}
                else ""
            )
    return ""


def _share_of_votes(tokens: Tokens, q: Found) -> str:
    """Return whose share of the vote it is: "for Ana Lima" behind the number, else the name nearest before it."""
    start = token_over(tokens, q.phrase.start, q.at.first, q.at.last)
    end = token_from(tokens, q.phrase.end, start, q.at.last)
    if end < q.at.last and tokens.lower[end] in {"for", "to"}:
        name = _name_run(tokens, end + 1, q.at.last)
        if name:
            return f"vote share of {name}"
    for n in range(start - 1, q.at.first - 1, -1):
        beside = n == start - 1 and tokens.words[n][0].isupper()
        if (beside or tokens.tags[n] in {"NNP", "NNPS"}) and not tokens.entities[n].endswith(("DATE", "TIME", "GPE")):
            first = n
            while first > q.at.first and tokens.tags[first - 1] == "NNP":
                first -= 1
            return f"vote share of {tokens.text(first, n + 1)}"
    return ""


def _name_run(tokens: Tokens, start: int, last: int) -> str:
    stop = start
    while stop < last and tokens.tags[stop] in {"NNP", "NNPS"}:
        stop += 1
    return tokens.text(start, stop) if stop > start else ""


def _noun_run(tokens: Tokens, start: int, last: int) -> str:
    """Return the run of adjectives and nouns from *start* on."""
    stop = start
    while stop < min(start + 5, last) and tokens.tags[stop][:2] in {"JJ", "NN", "HY"} and not is_time(tokens, stop):
        stop += 1
    while stop > start and not tokens.tags[stop - 1].startswith("NN"):
        stop -= 1
    if stop == start:
        return ""
    if stop + 1 < last and tokens.lower[stop] == "of" and tokens.tags[stop + 1].startswith("NN"):
        stop += 2
    return tokens.text(start, stop)


def _subject(tokens: Tokens, start: int, q: Found) -> str:
    for n in (start, *tokens.ancestors(start)):
        if not q.at.first <= n < q.at.last:
            return ""
        subject = tokens.child(n, *_SUBJECTS)
        if subject is not None and tokens.parts[n] in {"VERB", "AUX"}:
            return _short(tokens, subject) if tokens.parts[subject] != "PRON" else ""
    return ""


def _short(tokens: Tokens, head: int) -> str:
    """Return a noun with the words before it that belong to it and one "of" or "for" behind it."""
    first = min([head, *tokens.all_children(head, "compound", "amod", "nmod")])
    while first > 1 and tokens.lower[first - 1] == "-":  # "war-risk premiums"
        first -= 2
    text = tokens.text(first, head + 1)
    link = tokens.child(head, "prep")
    target = tokens.child(link, "pobj") if link is not None else None
    if target is None or tokens.lower[link or 0] not in {"of", "for"}:
        return text
    return f"{text} {tokens.lower[link or 0]} {_full_name(tokens, target) or tokens.words[target]}"


def _full_name(tokens: Tokens, head: int) -> str:
    """Return the proper name that *head* is of, with one "of" in it: "Strait of Maron"; empty where it is none."""
    first = head
    while first and tokens.tags[first - 1].startswith("NNP"):
        first -= 1
    name = _name_run(tokens, first, len(tokens))
    end = first + len(name.split())
    if name and end + 1 < len(tokens) and tokens.lower[end] == "of":
        rest = _name_run(tokens, end + 1, len(tokens))
        return f"{name} of {rest}" if rest else name
    return name


def _noun_before(tokens: Tokens, start: int, first: int) -> str:
    """Return the noun phrase nearest before, in a line without a verb: "Turnout: 64 percent"."""
    end = start
    while end > first and not tokens.tags[end - 1].startswith("NN"):
        end -= 1
    begin = end
    while begin > first and tokens.tags[begin - 1][:2] in {"JJ", "NN"}:
        begin -= 1
    return tokens.text(begin, end) if end > begin else ""
