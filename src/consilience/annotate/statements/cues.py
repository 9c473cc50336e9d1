"""What a verb of speech says of speaker, addressee and act."""

from __future__ import annotations

from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who, subject_of
from consilience.lang.speech import (
    ANSWERING,
    CLEAR,
    DOCUMENTS,
    HIS,
    LIGHT_VERBS,
    MODALS,
    NEEDS_PARTICLE,
    NOT_DOING,
    NOT_YET,
    OF_WHOM,
    QUOTING,
    READY,
    SHOWING,
    TELLING,
    TO_WHOM,
    UPON_WHOM,
    VERB_PARTICLES,
    Cue,
    speech_nouns,
    speech_verbs,
)
from consilience.model import Act


def cue_at(tokens: Tokens, n: int) -> Cue | None:
    """Return what a token can introduce as a verb of speech; None for any other token, and for one denied."""
    if tokens.parts[n] != "VERB":
        return None
    cue = speech_verbs().get(tokens.with_particle(n)) or speech_verbs().get(_made_clear(tokens, n) or tokens.lemmas[n])
    if cue is None or tokens.child(n, "neg") is not None:
        return None
    if _is_hypothetical(tokens, n):
        return None
    modal = any(tokens.lower[c] in MODALS for c in tokens.all_children(n, "aux"))
    passive = _is_passive(tokens, n) or (
        tokens.relations[n] == "conj"
        and tokens.tags[n] == "VBN"
        and tokens.child(n, "nsubj", "aux") is None
        and _is_passive(tokens, tokens.heads[n])
    )
    return None if modal or (passive and tokens.agent(n) is None) else cue


def _made_clear(tokens: Tokens, verb: int) -> str | None:
    """Return the name of a turn of phrase that tells speech by a light verb: "made (it) clear", "put it"."""
    if tokens.lemmas[verb] == "put" and tokens.lower[verb + 1 : verb + 2] == ("it",):
        return "put it"
    clear = tokens.child(verb, "ccomp", "acomp", "oprd") if tokens.lemmas[verb] == "make" else None
    return "make clear" if clear is not None and tokens.lower[clear] in CLEAR else None


def _is_passive(tokens: Tokens, verb: int) -> bool:
    if tokens.child(verb, "nsubjpass", "auxpass") is not None:
        return True
    if tokens.tags[verb] == "VBN" and tokens.relations[verb] == "advcl" and tokens.child(verb, "nsubj", "aux") is None:
        return True  # "Asked whether he would go, he said ..."
    told = tokens.lemmas[verb] == "tell" and tokens.child(verb, "nsubj", "dobj", "dative") is None
    return told and tokens.relations[verb] == "conj" and _is_passive(tokens, tokens.heads[verb])


def _is_hypothetical(tokens: Tokens, verb: int) -> bool:
    """Say whether something is only to be said, or is said by nobody.

    "Asked him to assure them that ...", "banned from claiming that ...", "no other consul has asked"; a verb that needs
    its particle to tell speech: "pointed to the table".
    """
    head, relation = tokens.heads[verb], tokens.relations[verb]
    to_say = relation in {"xcomp", "ccomp"} and any(tokens.lower[a] == "to" for a in tokens.all_children(verb, "aux"))
    if to_say and (tokens.lemmas[head] in NOT_YET | READY or _asks(tokens, head)):
        return True
    if relation == "pcomp" and tokens.lower[head] in NOT_DOING:
        return True
    subject = tokens.child(verb, "nsubj")
    if subject is not None and any(tokens.lower[d] == "no" for d in tokens.all_children(subject, "det")):
        return True
    bare = tokens.child(verb, "prt") is None and tokens.lower[verb + 1 : verb + 2] != ("that",)
    return bare and tokens.lemmas[verb] in NEEDS_PARTICLE


def _asks(tokens: Tokens, verb: int) -> bool:
    """Say whether a verb tells what somebody else is to do."""
    cue = speech_verbs().get(tokens.lemmas[verb])
    tells = tokens.lemmas[verb] in TELLING and tokens.child(verb, "dobj", "dative") is not None
    return cue is not None and "i" in cue.frames and (tells or cue.act in {"request", "urge", "order"})


def subject_behind_comma(tokens: Tokens, verb: int) -> int | None:
    """Return who speaks in ", the director of the hospital said." where the parser saw another subject."""
    sentence, subject = tokens.sentence(verb), tokens.child(verb, "nsubj")
    comma = next((n for n in range(verb - 1, sentence.first, -1) if tokens.words[n] == ","), None)
    if subject is None or comma is None or subject > comma or comma == verb - 1:
        return None
    behind = range(comma + 1, verb)
    told_after = tokens.child(verb, "ccomp", "dobj")
    if (told_after is not None and told_after > verb) or any(tokens.parts[n] in {"VERB", "AUX"} for n in behind):
        return None
    return next((n for n in behind if tokens.heads[n] not in behind and tokens.parts[n] in {"NOUN", "PROPN"}), None)


def continues_cue(tokens: Tokens, verb: int) -> bool:
    """Say whether a verb of speech without a subject, joined to a clause, belongs to who speaks that clause."""
    if tokens.relations[verb] != "conj" or tokens.child(verb, "nsubj", "nsubjpass") is not None:
        return False
    clause = tokens.heads[verb]
    governor = tokens.heads[clause]
    told = tokens.relations[clause] == "ccomp" and governor < clause and tokens.lemmas[governor] in speech_verbs()
    cue = cue_at(tokens, verb)
    complement = tokens.child(verb, "ccomp", "xcomp") is not None
    subject = tokens.child(clause, "nsubj", "nsubjpass")
    bare = tokens.tags[verb] in {"VB", "VBP"} and tokens.tags[clause] in {"VBD", "VBZ"}
    disagrees = bare and subject is not None and tokens.tags[subject] in {"NN", "NNP"}  # "said it was so and claim ..."
    return told and cue is not None and complement and (tokens.tags[verb] == tokens.tags[governor] or disagrees)


def governing_cue(tokens: Tokens, verb: int) -> int | None:
    """Return the verb of speech whose speaker goes on in a participle that the parser hung into what is told.

    "She said that the dam was safe, stressing that it was watched": she stresses it, not the dam. A participle below
    another verb of speech is that one's.
    """
    mark = tokens.words[verb - 1] if verb else ""
    if tokens.tags[verb] != "VBG" or tokens.relations[verb] not in {"advcl", "acl"} or mark not in {",", "”", '"'}:
        return None
    clause = tokens.heads[verb]
    while tokens.relations[clause] in {"conj", "xcomp", "advcl"} and cue_at(tokens, clause) is None:
        clause = tokens.heads[clause]
    governor = tokens.heads[clause]
    told = tokens.relations[clause] == "ccomp" and clause < verb and cue_at(tokens, clause) is None
    cue, outer = cue_at(tokens, verb), cue_at(tokens, governor) if told else None
    return governor if cue is not None and cue.act == "say" and outer is not None and governor < clause else None


def speakers_of(tokens: Tokens, who: Who, verb: int) -> tuple[int, ...]:
    """Return the chains that speak: the subject's, the agent's of a passive, else the name beside the verb."""
    agent = tokens.agent(verb)
    if agent is not None:
        return who.parties(tokens.child(agent, "pobj"))
    closing = subject_behind_comma(tokens, verb)
    if closing is not None:
        return spoken_by(tokens, who, closing)
    own = _whose_act(tokens, who, verb)
    if own:
        return own
    asked = _answered(tokens, who, verb)
    if asked:
        return asked
    governor = governing_cue(tokens, verb)
    if governor is not None:
        return speakers_of(tokens, who, governor)
    shared = continues_cue(tokens, verb)
    subject = subject_of(tokens, tokens.heads[tokens.heads[verb]] if shared else verb)
    rivals = [n for n in tokens.all_children(verb, "nsubj") if tokens.words[n][:1].isalnum()]  # no stray "»"
    if (
        rivals and (len(rivals) > 1 or subject not in rivals) and tokens.child(verb, "nsubj") == subject
    ):  # '"Ransom, no," he noted': a parser may see two subjects
        subject = min(rivals, key=lambda n: abs(n - verb))
    if subject is not None:
        return spoken_by(tokens, who, subject)
    if any(tokens.lower[a] == "to" for a in tokens.all_children(verb, "aux")):
        return ()  # "ready to support Norway": Norway says nothing
    complement = tokens.child(verb, "ccomp")
    for n in (verb + 1, verb - 1):
        if not 0 <= n < len(tokens) or tokens.sentence_of[n] != tokens.sentence_of[verb] or who.at(n) is None:
            continue
        if tokens.relations[n] == "nsubj" and tokens.heads[n] == complement:
            continue  # "and said Norway was ready": Norway is spoken of
        return who.parties(n)
    return ()


def _whose_act(tokens: Tokens, who: Who, verb: int) -> tuple[int, ...]:
    """Return whose act is told in "(the readout) expressed his hope", "(Norway was near) and conveyed his condolences".

    A hope or a wish is expressed by whose it is; a body that is the subject has no "his".
    """
    goal = tokens.child(verb, "dobj")
    owner = tokens.child(goal, "poss") if goal is not None else None
    if owner is None or tokens.lower[owner] not in HIS or tokens.lemmas[goal or 0] not in speech_nouns():
        return ()
    subject, chain = subject_of(tokens, verb), who.at(owner)
    said_by = who.parties(subject) if subject is not None else ()
    persons = any(who.chains[c].kind == "person" for c in said_by)
    return (chain,) if chain is not None and not persons and who.chains[chain].kind == "person" else ()


def _answered(tokens: Tokens, who: Who, verb: int) -> tuple[int, ...]:
    """Return who was spoken to in "she pleaded with him, but he replied ...": whoever answers was asked."""
    subject, asking = tokens.child(verb, "nsubj"), tokens.heads[verb]
    answers = tokens.lemmas[verb] in ANSWERING and tokens.relations[verb] == "conj"
    if not answers or subject is None or tokens.parts[subject] != "PRON" or cue_at(tokens, asking) is None:
        return ()
    found = addressees_of(tokens, who, asking)
    return found if len(found) == 1 and who.chains[found[0]].kind == "person" else ()


def spoken_by(tokens: Tokens, who: Who, subject: int, end: int | None = None) -> tuple[int, ...]:
    """Return the chains that a subject names; of a document, whose it is ("the report of the ministry").

    Its phrase runs up to its verb, or to *end* where that is given.
    """
    found = who.parties(subject)
    if not any(who.chains[c].named for c in found):
        named = _named_beside(tokens, who, subject, tokens.heads[subject] if end is None else end)
        if named is not None:
            return (named,)
    if not found and tokens.lemmas[subject] in DOCUMENTS:
        shown = tokens.heads[subject] if tokens.relations[subject] == "dobj" else subject
        if tokens.lemmas[shown] in SHOWING:  # "residents held up signs reading ..."
            return who.parties(subject_of(tokens, shown))
        beside = (p for p in tokens.all_children(subject, "prep") if tokens.lower[p] in OF_WHOM)
        owners = [*tokens.all_children(subject, "poss", "compound", "nmod"), *(tokens.child(p, "pobj") for p in beside)]
        return next((p for n in owners if n is not None and (p := who.parties(n))), ())
    return found


def _named_beside(tokens: Tokens, who: Who, subject: int, end: int) -> int | None:
    """Return the person or body whose name closes a long description: "the car maker Torv", "director of X Ada Holm".

    A parser may see the name as a second subject, or hang it into the description; or it stands in apposition.
    """
    aside = (who.at(n) for n in tokens.all_children(subject, "appos"))
    named = next((c for c in aside if c is not None and _is_voice(who, c)), None)
    if named is not None:
        return named
    last = end - 1
    while last > subject and tokens.parts[last] in {"AUX", "ADV", "PART"}:
        last -= 1
    chain = who.at(last) if last > subject and tokens.parts[last] == "PROPN" else None
    if chain is None or not _is_voice(who, chain):
        return None
    first = last
    while who.at(first - 1) == chain:
        first -= 1
    return chain if first > subject and tokens.parts[first - 1] in {"NOUN", "PROPN"} else None


def _is_voice(who: Who, chain: int) -> bool:
    return who.chains[chain].named and who.chains[chain].kind in {"person", "organisation"}


def addressees_of(tokens: Tokens, who: Who, verb: int) -> tuple[int, ...]:
    """Return the chains spoken to: "told X", "said to X", "called on X"."""
    if tokens.lemmas[verb] in TELLING:
        told = [*tokens.all_children(verb, "dobj"), *tokens.all_children(verb, "dative")]
        told += [m for n in told for m in tokens.all_children(n, "appos")]  # "told his colleague Ada Holm"
        found = next((p for n in told if (p := who.parties(n))), ())
        if found:
            return found
        clause = tokens.child(verb, "ccomp")
        inner = tokens.child(clause, "nsubj") if clause is not None else None
        if inner is not None and any(tokens.lower[a] == "to" for a in tokens.all_children(clause, "aux")):  # type: ignore[arg-type]
            return who.parties(inner)
    for preposition in tokens.all_children(verb, "prep", "dative"):
        word = tokens.lower[preposition]
        urged = word in UPON_WHOM and VERB_PARTICLES.get((tokens.lemmas[verb], word)) == "urge"
        if urged or word in TO_WHOM:
            found = tuple(c for c in who.parties(tokens.child(preposition, "pobj")) if who.chains[c].kind != "place")
            if found:
                return found
    return ()


def listeners_of(tokens: Tokens, who: Who, verb: int, speakers: tuple[int, ...]) -> tuple[int, ...]:
    """Return the addressees that are no speakers; nobody tells "her" that is herself, so that is who tells of it.

    "She added that an officer had told her ...": an officer told the one who adds it.
    """
    found = addressees_of(tokens, who, verb)
    listeners = tuple(a for a in found if a not in speakers)
    goal = tokens.child(verb, "dobj", "dative") if tokens.lemmas[verb] in TELLING else None
    if listeners or goal is None or tokens.parts[goal] != "PRON" or tokens.relations[verb] != "ccomp":
        return listeners
    outer = tokens.heads[verb]
    teller = speakers_of(tokens, who, outer) if cue_at(tokens, outer) is not None else ()
    kinds = {who.chains[t].kind for t in teller}
    return teller if kinds == {"person"} and not set(teller) & set(speakers) else ()


def quoters_of(tokens: Tokens, who: Who, verb: int) -> tuple[int, ...]:
    """Return who quotes the speaker of *verb*: "the agency quoted him as saying", "he was quoted as saying by KNA"."""
    quoting = tokens.heads[tokens.heads[verb]]
    as_saying = tokens.relations[verb] == "pcomp" and tokens.lower[tokens.heads[verb]] == "as"
    if not as_saying or tokens.lemmas[quoting] not in QUOTING:
        return ()
    agents = [a for v in (verb, quoting) if (a := tokens.agent(v)) is not None]
    if agents:
        return who.parties(tokens.child(agents[0], "pobj"))
    subject = tokens.child(quoting, "nsubj")
    return spoken_by(tokens, who, subject) if subject is not None else ()


def act_of(tokens: Tokens, verb: int, cue: Cue) -> Act:
    """Return the act a verb names in its sentence: "called for" urges, "expressed his condolences" condoles."""
    for child in tokens.all_children(verb, "prt", "prep"):
        changed = VERB_PARTICLES.get((tokens.lemmas[verb], tokens.lower[child]))
        if changed:
            return changed
    if tokens.lemmas[verb] in LIGHT_VERBS:
        for target in tokens.all_children(verb, "dobj"):
            named = next(
                (
                    a
                    for n in (target, *tokens.all_children(target, "conj"))
                    if (a := speech_nouns().get(tokens.lemmas[n]))
                ),
                None,
            )
            if named:
                return named
    return cue.act
