"""What he, she, it and they refer to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import groupby

from consilience.annotate.names.chains import Draft
from consilience.annotate.names.descriptions import Description
from consilience.annotate.quotations import find_quotations
from consilience.annotate.tokens import Tokens
from consilience.lang import english_names as en
from consilience.lang.event_grammar import FUTURE, NOUN_CLASSES
from consilience.lang.speech import speech_verbs

#: A pronoun looks back over this many sentences, and over this many blocks.
SENTENCES, BLOCKS = 4, 2
#: How likely a mention is meant, by how many sentences back it stands: as a subject, as another part, as an owner.
#: The subject of the sentence before goes before an object of the pronoun's own. Hand-set.
_SUBJECT, _OTHER, _OWNER = (6.0, 5.0, 3.0, 2.0), (4.0, 2.5, 1.5, 1.0), (1.0, 0.8, 0.5, 0.2)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PARTS = _SUBJECTS | {"dobj", "pobj"}
#: Clauses below another, in which "it" takes up what that one tells.
_BELOW = frozenset({"relcl", "advcl", "ccomp"})
#: Who stands in these lines is nobody spoken of in the report.
_BESIDE = frozenset({"byline", "credit", "metadata"})


class Pronouns:
    """Finds the antecedents of one report's pronouns."""

    def __init__(self, tokens: Tokens, adjectives: frozenset[int]) -> None:
        """Work on *tokens*; mentions that begin at *adjectives* are no antecedents."""
        self._tokens = tokens
        self._adjectives = adjectives

    @cached_property
    def _quoted(self) -> frozenset[int]:
        """The tokens inside quotation marks."""
        found: set[int] = set()
        tokens = self._tokens
        for _, block in groupby(tokens.parse.sentences, key=lambda s: s.block):
            sentences = list(block)
            first, last = sentences[0], sentences[-1]
            for q in find_quotations(tokens.source, first.start, last.end):
                found |= {n for n in range(first.first, last.last) if q.start <= tokens.starts[n] < q.end}
        return frozenset(found)

    def antecedent(
        self, d: Description, drafts: Sequence[Draft], mentions: Sequence[tuple[int, int, int]]
    ) -> int | None:
        """Return the chain that the pronoun *d* means; *mentions* are (first, last, chain), in text order.

        What stands in a quotation is no antecedent of a pronoun outside.
        """
        tokens = self._tokens
        block = tokens.parse.sentences[d.sentence].block
        inside = d.first in self._quoted
        kin = tokens.lower[tokens.heads[d.head]] in en.KIN  # "their son" is no body's
        others = {c for first, last, c in mentions if self._acts_on(first, last, d)}
        best: tuple[float, int] | None = None
        chosen = None
        for first, last, chain in mentions:
            if first >= d.first:
                break
            back = d.sentence - tokens.sentence_of[first]
            if back >= SENTENCES or block - tokens.sentence(first).block > BLOCKS or first in self._adjectives:
                continue
            if chain in others or tokens.sentence(first).role in _BESIDE:
                continue
            if (first in self._quoted and not inside) or not _fits(drafts[chain], d, kin=kin):
                continue
            weight = _OWNER[back] if self._is_inserted(first, last) else self._weight(first, last, back)
            weight = _SUBJECT[0] if self._is_relative(first, last, d) else weight
            score = (weight, first if back == 0 else -first)
            if best is None or score > best:
                best, chosen = score, chain
        if best is not None and d.phrase == "it":
            teller = self._teller(d, drafts, mentions)
            if teller is not None:
                return teller
            if self._is_a_thing(d, best[0], drafts, mentions):
                return None
        return chosen if chosen is None else self._spoken_for(d, drafts, chosen)

    def _is_relative(self, first: int, last: int, d: Description) -> bool:
        """Say whether a mention is the subject of the pronoun's own clause: "the court, which announced its ruling"."""
        tokens = self._tokens
        for verb in tokens.ancestors(d.head):
            subject = tokens.child(verb, *_SUBJECTS)
            if subject is not None:
                own = tokens.relations[verb] == "relcl" and tokens.lower[subject] in en.RELATIVES
                return own and subject < d.first and first <= tokens.heads[verb] < last
        return False

    def _is_source(self, n: int) -> bool:
        """Say whether it is the word of whom a noun names: "according to the ministry"."""
        tokens = self._tokens
        to = tokens.heads[n]
        return (
            tokens.relations[n] == "pobj" and tokens.lower[to] == "to" and tokens.lower[tokens.heads[to]] == "according"
        )

    def _teller(self, d: Description, drafts: Sequence[Draft], mentions: Sequence[tuple[int, int, int]]) -> int | None:
        """Return the body or state that announces what "it" will do, or denies what "it" did."""
        tokens = self._tokens
        verb = tokens.heads[d.head]
        above = tokens.heads[verb]
        if tokens.relations[verb] != "ccomp" or tokens.relations[d.head] not in _SUBJECTS or above > d.head:
            return None
        cue = speech_verbs().get(tokens.lemmas[above])
        own_deed = cue is not None and cue.act in {"announce", "promise", "threaten", "offer"}
        ahead = any(tokens.lower[c] in FUTURE for c in tokens.children[verb])
        denied = cue is not None and cue.act == "deny"
        subject = tokens.child(above, "nsubj") if denied or (own_deed and ahead) else None
        own = (c for first, last, c in mentions if subject is not None and first <= subject < last)
        return next((c for c in own if _fits(drafts[c], d, kin=False)), None)

    def _is_inserted(self, first: int, last: int) -> bool:
        """Say whether a mention only tells, between two commas, what is told: "when, a cousin told me, he rang"."""
        tokens = self._tokens
        verb = tokens.heads[last - 1]
        if first == 0 or tokens.words[first - 1] != "," or tokens.lower[first] not in en.INDEFINITE:
            return False
        told = tokens.lemmas[verb] in speech_verbs() and 0 <= verb - last <= 1
        return told and "," in tokens.words[verb + 1 : verb + 3]

    def _is_a_thing(
        self, d: Description, weight: float, drafts: Sequence[Draft], mentions: Sequence[tuple[int, int, int]]
    ) -> bool:
        """Say whether "it" in a clause below another may be a thing of that one, as likely as the best mention before.

        "The ship was towed to the port, where it arrived": no ministry of the sentence before arrived.
        """
        tokens = self._tokens
        verb = tokens.heads[d.head]
        if tokens.relations[d.head] == "nsubj" and tokens.relations[verb] == "ROOT" and weight <= _SUBJECT[1]:
            return self._is_text(d)
        if tokens.lemmas[verb] in speech_verbs():
            return False
        if tokens.relations[verb] == "ROOT" and tokens.relations[d.head] == "nsubjpass":
            return weight < _SUBJECT[1] and self._had_done_to_it(d, mentions)
        if tokens.relations[verb] not in _BELOW:
            return False
        begin = tokens.sentence(d.head).first
        somebody = {
            n for first, last, c in mentions if begin <= first and drafts[c].kind != "place" for n in range(first, last)
        }
        for n in range(begin, d.first):
            if tokens.tags[n] in {"NN", "NNP"} and n not in somebody and tokens.relations[n] in _PARTS:
                own = _SUBJECT[0] if tokens.relations[n] in _SUBJECTS else _OTHER[0]
                if own >= weight:
                    return True
        return False

    def _had_done_to_it(self, d: Description, mentions: Sequence[tuple[int, int, int]]) -> bool:
        """Say whether something was done to a thing in the sentence before: "the curfew would be lifted. It was"."""
        tokens = self._tokens
        if d.sentence == 0:
            return False
        before = tokens.parse.sentences[d.sentence - 1]
        somebody = {n for first, last, _ in mentions for n in range(first, last)}
        things = (n for n in range(before.first, before.last) if tokens.relations[n] == "nsubjpass")
        return any(tokens.tags[n] == "NN" and n not in somebody for n in things)

    def _is_text(self, d: Description) -> bool:
        """Say whether a text is what the sentence before speaks of: "The statement said ... It called for talks"."""
        tokens = self._tokens
        if d.sentence == 0:
            return False
        before = tokens.parse.sentences[d.sentence - 1]
        root = next((n for n in range(before.first, before.last) if tokens.relations[n] == "ROOT"), before.first)
        subject = tokens.child(root, "nsubj")
        return subject is not None and tokens.lemmas[subject].casefold() in NOUN_CLASSES["@text"]

    def _spoken_for(self, d: Description, drafts: Sequence[Draft], chosen: int) -> int:
        """Return whose lawyer or kin *chosen* is, where that one tells of "him": "his lawyer said that he had fled"."""
        tokens = self._tokens
        draft = drafts[chosen]
        if draft.of is None or draft.named or not draft.phrases or draft.phrases[0].split()[-1] not in en.CLOSE_TO:
            return chosen
        own = {p.head for p in draft.places}
        below = next((n for n in tokens.ancestors(d.head) if tokens.relations[n] in {"ccomp", "acl"}), None)
        above = () if below is None else tokens.ancestors(below)
        told = any(own & set(tokens.all_children(v, "nsubj")) for v in above)
        owner = drafts[draft.of]
        return owner.number if told and owner.kind == "person" and _fits(owner, d, kin=False) else chosen

    def _acts_on(self, first: int, last: int, d: Description) -> bool:
        """Say whether a mention is the subject of the verb of which the pronoun is an object: "Holm warned him"."""
        tokens = self._tokens
        if tokens.relations[d.head] not in {"dobj", "dative", "iobj"} or d.phrase in en.REFLEXIVE:
            return False
        verb = tokens.heads[d.head]
        return any(tokens.heads[n] == verb and tokens.relations[n] == "nsubj" for n in range(first, min(last, d.first)))

    def _owns_subject(self, owner: int) -> bool:
        """Say whether a subject is told by whose it is, and is nobody itself: "Holm's whereabouts"."""
        tokens = self._tokens
        owned = tokens.heads[owner]
        return tokens.relations[owned] in {"nsubj", "nsubjpass"} and tokens.lemmas[owned] not in en.role_nouns()

    def _weight(self, first: int, last: int, back: int) -> float:
        tokens = self._tokens
        outside = [n for n in range(first, last) if not first <= tokens.heads[n] < last]
        relations = {tokens.relations[n] for n in outside}
        if relations & _SUBJECTS or any(self._is_source(n) for n in outside):
            return _SUBJECT[back]
        if relations == {"poss"} and self._owns_subject(last - 1):
            return _OTHER[back] + _OWNER[back]
        return _OWNER[back] if relations & {"poss", "compound", "amod", "nmod"} else _OTHER[back]


def _fits(draft: Draft, d: Description, *, kin: bool) -> bool:
    gender, plural = en.PRONOUNS[d.phrase]
    if plural:
        return draft.plural or draft.kind == "group" or (draft.kind == "organisation" and not kin)
    if draft.plural:
        return False
    if gender == "n":
        return draft.kind in {"organisation", "state"}
    return draft.kind == "person" and (draft.gender is None or draft.gender == gender)
