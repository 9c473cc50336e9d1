"""The words a clause tells an event with: what its label is made of."""

from __future__ import annotations

from consilience.annotate.events.frames import Frame
from consilience.annotate.events.triggers import ENDED, Trigger
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who, is_teller
from consilience.lang.event_grammar import FUTURE, GIVER, PLURAL_PRONOUNS, PRONOUNS
from consilience.lang.labels import BE, GIVING, THAT, TO, WILL
from consilience.model import Wording

#: A phrase of a label has at most this many words.
LONGEST_PHRASE = 9
_KEPT = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "case", "quantmod", "punct", "advmod", "predet"}
)
#: Tags of nouns that take a plural verb.
_PLURAL = frozenset({"NNS", "NNPS"})


def wording_of(tokens: Tokens, who: Who, trigger: Trigger) -> Wording:
    """Return subject, verb, object and tail of the clause that tells an event, without further clauses."""
    frame, token = trigger.frame, trigger.token
    if frame is None:
        return Wording(object=phrase(tokens, token, whole=True))
    verb = trigger.verb if trigger.verb is not None else token
    goal = frame.object if trigger.token == verb or frame.object is None else trigger.token
    if trigger.scheduled and trigger.token != verb:
        return Wording(object=phrase(tokens, token, whole=True))
    if trigger.scheduled:
        return Wording(
            subject=phrase(tokens, goal),
            subject_chain=who.at(goal),
            plural=_is_plural(tokens, goal),
            verb="arrive",
            tail="",
        )
    if GIVER in trigger.word.frame:
        return _as_given(tokens, who, frame)
    words = _spoken(tokens, trigger, verb, goal)
    if trigger.word.lemma.startswith(ENDED) and frame.subject == token:
        return Wording(object=phrase(tokens, token, whole=True), verb=words, passive=True)
    preposition = _asked_preposition(tokens, trigger)
    led = ""
    if preposition is not None and goal is not None and any(c.startswith("behind=") for c in trigger.word.frame):
        led = _spelled(tokens, list(_short(tokens, preposition)))  # "put the town under a curfew"
    if preposition is not None and goal is None:
        words, goal = f"{words} {tokens.lower[preposition]}", tokens.child(preposition, "pobj")
    deed = tokens.child(verb, "ccomp")
    if deed is not None and trigger.word.lemma == words and words not in tokens.with_particle(verb):
        # "said that it would close its ports unless": a threat by what is said
        return Wording(
            subject=phrase(tokens, frame.subject),
            subject_chain=who.at(frame.subject),
            plural=_is_plural(tokens, frame.subject),
            verb=words,
            tail=f"to {tokens.with_particle(deed)} {phrase(tokens, tokens.child(deed, 'dobj'))}".strip(),
        )
    return Wording(
        subject=phrase(tokens, frame.subject),
        subject_chain=who.at(frame.subject),
        plural=_is_plural(tokens, frame.subject),
        verb=words,
        passive=frame.passive and frame.subject is None,
        object=phrase(tokens, goal),
        object_chain=who.at(goal),
        tail=_tail(
            tokens, verb, token, goal, becomes="as" in trigger.word.frame, declares="clause" in trigger.word.frame
        )
        or led,
    )


def _as_given(tokens: Tokens, who: Who, frame: Frame) -> Wording:
    """Return the words of what somebody gets as those of whoever gives it: "Norway gives weapons to Denmark"."""
    giver = next((g for g in frame.givers if who.at(g) is not None), None)
    receiver = phrase(tokens, frame.subject)
    return Wording(
        subject=phrase(tokens, giver),
        subject_chain=who.at(giver),
        plural=_is_plural(tokens, giver),
        verb=GIVING,
        object=phrase(tokens, frame.object),
        object_chain=who.at(frame.object),
        tail=f"{TO} {receiver}" if receiver else "",
    )


def _spoken(tokens: Tokens, trigger: Trigger, verb: int, goal: int | None) -> str:
    """Return the verb with its particle; with a preposition where that leads to the object: "fired at the crowd"."""
    if not trigger.words:
        return tokens.with_particle(verb)
    last = trigger.words.split()[-1]
    leads = [tokens.child(p, "pobj") for p in tokens.all_children(verb, "prep") if tokens.lower[p] == last]
    apart = leads and goal is not None and all(n is not None and n != goal for n in leads)
    return tokens.with_particle(verb) if apart else trigger.words


def phrase(tokens: Tokens, head: int | None, *, whole: bool = False) -> str:
    """Return a noun with what stands before it and a short "of" after it; "" for a pronoun.

    *whole*: any other short preposition after it too.
    """
    if head is None or tokens.lower[head] in PRONOUNS:
        return ""
    words = {head}
    for child in tokens.children[head]:
        if child < head and tokens.relations[child] in _KEPT and not _is_outside(tokens, child):
            first, last = tokens.reach(child)
            words.update(range(first, last))
        elif is_teller(tokens, child):
            continue
        elif tokens.relations[child] == "conj" and all(tokens.relations[c] != "relcl" for c in tokens.children[child]):
            words.update(range(head, child + 1))
        elif child > head and tokens.relations[child] == "prep" and (whole or tokens.lower[child] == "of"):
            words.update(_short(tokens, child))
    return _spelled(tokens, sorted(words))


def _is_outside(tokens: Tokens, child: int) -> bool:
    """Say whether an adverb stands before the article, outside the phrase: "hours earlier the cabinet"."""
    articles = tokens.all_children(tokens.heads[child], "det", "poss")
    return tokens.relations[child] in {"advmod", "npadvmod"} and any(a > child for a in articles)


def _short(tokens: Tokens, preposition: int) -> tuple[int, ...]:
    """Return a prepositional phrase without clauses in it, or nothing if it is long."""
    goal = tokens.child(preposition, "pobj")
    if goal is None or tokens.lower[goal] in PRONOUNS:
        return ()
    below = [
        n for c in tokens.children[goal] if tokens.relations[c] in _KEPT and c < goal for n in range(*tokens.reach(c))
    ]
    inner = [n for p in tokens.all_children(goal, "prep") if tokens.lower[p] == "of" for n in _short(tokens, p)]
    words = tuple(sorted({preposition, goal, *below, *inner}))
    return words if len(words) <= LONGEST_PHRASE else ()


def _spelled(tokens: Tokens, words: list[int]) -> str:
    text, chosen = "", frozenset(words)
    for n in words[: LONGEST_PHRASE + 3]:
        text += tokens.words[n] if not text or (tokens.glued(n) and n - 1 in chosen) else f" {tokens.words[n]}"
    first, _, rest = text.partition(" ")
    if first.casefold() in PRONOUNS and rest:  # "its ports" are the subject's, and read better bare
        text = rest
    if text.count('"') % 2:
        text = text.replace('"', "")
    return " ".join(text.split()).strip(" ,;:.'\"“”‘’(")


def _asked_preposition(tokens: Tokens, trigger: Trigger) -> int | None:
    """Return the preposition that the sense asks for: "called on the parties", "fired at the crowd"."""
    asked = {w for c in trigger.word.frame if c.startswith("prep=") for w in c.removeprefix("prep=").split("|")}
    pairs = [w for c in trigger.word.frame if c.startswith("behind=") for w in c.removeprefix("behind=").split("|")]
    asked |= {w.partition(":")[0] for w in pairs}
    return next((p for p in tokens.all_children(trigger.token, "prep") if tokens.lower[p] in asked), None)


def _is_plural(tokens: Tokens, n: int | None) -> bool:
    if n is None:
        return False
    return tokens.tags[n] in _PLURAL or tokens.lower[n] in PLURAL_PRONOUNS or tokens.child(n, "conj") is not None


def _tail(tokens: Tokens, verb: int, trigger: int, told: int | None, *, becomes: bool, declares: bool) -> str:
    """Return what closes the clause: what somebody becomes, is made to do, agrees to do or declares."""
    goal = tokens.child(verb, "dobj", "nsubjpass")
    for child in (*tokens.children[verb], *(tokens.all_children(goal, "prep") if becomes and goal is not None else ())):
        relation = tokens.relations[child]
        if (relation == "oprd" and child != told) or (relation == "attr" and trigger == verb):
            return phrase(tokens, child)
        if relation == "prep" and tokens.lower[child] == "as" and child > verb and becomes:
            return _spelled(tokens, list(_short(tokens, child)))
        if relation in {"xcomp", "ccomp"} and trigger == verb and (words := _infinitive(tokens, child)):
            return words
        if relation == "ccomp" and declares and (words := _clause(tokens, child)):
            return words
    return ""


def _clause(tokens: Tokens, verb: int) -> str:
    """Return what is declared, in short: "Anna Berg re-elected", "that Anna Berg won the vote"."""
    subject = phrase(tokens, tokens.child(verb, "nsubj", "nsubjpass"))
    if not subject or tokens.parts[verb] != "VERB":
        return ""
    passive = tokens.child(verb, "nsubjpass") is not None
    modal = next((tokens.lower[c] for c in tokens.all_children(verb, "aux") if tokens.tags[c] == "MD"), "")
    told = _hyphenated(tokens, verb)
    if modal:
        told = f"{WILL if modal in FUTURE else ''} {f'{BE} {told}' if passive else tokens.lemmas[verb]}"
    elif passive:
        return f"{subject} {told}"
    goal = "" if passive else phrase(tokens, tokens.child(verb, "dobj"))
    return " ".join(f"{THAT} {subject} {told} {goal}".split())


def _hyphenated(tokens: Tokens, n: int) -> str:
    """Return a word with what hyphens join to it: "re-elected"."""
    first = last = n
    while first > 1 and tokens.words[first - 1] == "-" and tokens.glued(first):
        first -= 2
    while last + 2 < len(tokens) and tokens.words[last + 1] == "-" and tokens.glued(last + 1):
        last += 2
    return tokens.text(first, last + 1).casefold()


def _infinitive(tokens: Tokens, verb: int) -> str:
    if not any(tokens.lower[a] == "to" for a in tokens.all_children(verb, "aux")):
        return ""
    goal = tokens.child(verb, "dobj", "attr", "acomp")
    return f"to {tokens.with_particle(verb)} {phrase(tokens, goal)}".strip()
