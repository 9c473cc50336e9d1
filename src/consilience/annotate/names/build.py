"""Names, descriptions and pronouns of one report, joined to chains."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from consilience.annotate.names.chains import Draft, Place
from consilience.annotate.names.demonyms import find_demonyms
from consilience.annotate.names.descriptions import find_descriptions, title_span
from consilience.annotate.names.kinds import KINDS, TABLE, TAGGER, decide, vote
from consilience.annotate.names.reference import Resolver
from consilience.annotate.names.runs import Run, find_runs
from consilience.annotate.names.titles import add_titles
from consilience.annotate.tokens import Tokens
from consilience.lang import english_names as en
from consilience.lang.states import organisations_by_name, states_by_adjective, states_by_capital, states_by_name
from consilience.model import Annotations, Chain, Holding, Kind, Mention
from consilience.naming import belongs, fold, initials, name_key, spelled_one_way

#: What a surname or a given name gains from the full name of a person in the same report, beside that name's own votes.
SURNAME = 2.0


def find_names(notes: Annotations) -> Annotations:
    """Return *notes* with chains and mentions: names, adjectives, descriptions and pronouns, each in a chain."""
    tokens = Tokens(notes)
    demonyms = find_demonyms(tokens)
    runs = find_runs(tokens, demonyms)
    drafts = _name_chains(tokens, runs)
    _add_demonyms(tokens, demonyms, drafts)
    described = find_descriptions(tokens, runs, demonyms)
    add_titles(tokens, runs, drafts)
    _add_owners(tokens, runs, drafts)
    Resolver(tokens, drafts).resolve(described)
    return _finished(notes, tokens, drafts)


def _names_of(tokens: Tokens, runs: tuple[Run, ...]) -> dict[Run, str]:
    """Return the name each run gives; with its article for a thing that bears a person's name: "the Anna Mareth".

    English puts no article before a person: what is named like one and has it, or follows "tanker", is a vessel.
    """
    plain = {run: tokens.text(run.first, run.last) for run in runs}
    people = {name for name, kind in _kinds(tokens, plain).items() if kind == "person"}
    ships = {name_key(name) for run, name in plain.items() if _has_crew(tokens, run) or _is_vessel(tokens, run)}
    return {
        run: f"the {name}" if _is_thing(tokens, run, name_key(name), ships, people) else name
        for run, name in plain.items()
    }


def _has_crew(tokens: Tokens, run: Run) -> bool:
    """Say whether a name is that of a ship by whom it carries: "captain of the Anna Mareth"."""
    before = tokens.lower[max(run.first - 3, 0) : run.first]
    return len(before) == 3 and before[1:] == ("of", "the") and before[0] in en.CREW


def _is_vessel(tokens: Tokens, run: Run) -> bool:
    """Say whether a word for a vessel stands before a name: "the tanker Anna Mareth", "the ferry “Anna Mareth”"."""
    if run.title < run.first or run.first == 0 or tokens.sentence_of[run.first - 1] != run.sentence:
        return False
    before = tokens.lower[run.first - 1]
    quoted = before in {'"', "“", "‘"} and run.first > 1 and tokens.lower[run.first - 2] in en.VESSELS
    return before in en.VESSELS or quoted


def _is_thing(tokens: Tokens, run: Run, key: str, ships: AbstractSet[str], people: AbstractSet[str]) -> bool:
    """Say whether a mention means a vessel: by a word before it, or with an article where a ship has the name.

    In a report that speaks of vessels a person's name with an article is one's, too.
    """
    if _is_vessel(tokens, run):
        return True
    if run.title < run.first or run.first == 0 or tokens.sentence_of[run.first - 1] != run.sentence:
        return False
    full = run.last - run.first == 2 and tokens.lower[run.last - 1] not in en.BODY_HEADS | en.PLACE_HEADS
    like_person = key in people or fold(tokens.words[run.first]) in en.given_names()
    at_sea = full and like_person and not en.VESSELS.isdisjoint(tokens.lower)
    return tokens.lower[run.first - 1] == "the" and (key in ships or at_sea)


def _name_chains(tokens: Tokens, runs: tuple[Run, ...]) -> list[Draft]:
    """Return a chain for every name, spelled the same or shortened."""
    names = _names_of(tokens, runs)
    kinds = _kinds(tokens, names)
    drafts: list[Draft] = []
    by_name: dict[str, Draft] = {}
    for run in sorted(runs, key=lambda r: (-(r.last - r.first), r.first)):  # fuller names first
        name = names[run]
        key = name_key(name)
        if not key:
            continue
        office = _office(tokens, run)
        draft = by_name.get(key) or _fuller(key, name, kinds[key], drafts, tokens, run)
        if draft is not None and _holds_another(draft, office):
            draft = by_name.get(f"{office} {key}")  # "Minister X" is not the President-elect X of the report
            key = f"{office} {key}"
        if draft is None:
            draft = Draft(len(drafts), kinds[name_key(name)])
            drafts.append(draft)
            _identify(draft, name)
        by_name.setdefault(key, draft)
        draft.names[name] += 1
        draft.offices |= {office} - {""}
        draft.places.append(Place(run.first, run.last, run.last - 1, run.sentence, "name"))
    for draft in drafts:
        draft.places.sort(key=lambda p: p.first)
    return drafts


def _office(tokens: Tokens, run: Run) -> str:
    """Return the last word of the office before a name, if one person holds such an office; else nothing."""
    span = title_span(tokens, run)
    words = [en.SHORT_TITLES.get(tokens.lower[n], tokens.lower[n]).split()[-1] for n in range(*span)] if span else []
    return next((w for w in reversed(words) if w in en.SINGLE_OFFICES), "")


def _holds_another(draft: Draft, office: str) -> bool:
    """Say whether a person is told to hold another office than *office*, and not this one."""
    return draft.kind == "person" and bool(office) and bool(draft.offices) and office not in draft.offices


def _kinds(tokens: Tokens, names: Mapping[Run, str]) -> dict[str, Kind]:
    """Return folded name -> kind, one a report; a surname is a person when its full name is."""
    votes: dict[str, dict[Kind, float]] = {}
    for run, name in names.items():
        cast = votes.setdefault(name_key(name), dict.fromkeys(KINDS, 0.0))
        if name.startswith("the "):
            cast["place"] += TABLE
            continue
        for kind, weight in vote(tokens, run).items():
            cast[kind] += weight
    _vote_listed(tokens, names, votes)
    for name in sorted(votes):
        words = name.split() if decide(votes[name]) == "person" else []
        for part in dict.fromkeys((words[0], words[-1])) if len(words) > 1 else ():
            if part in votes:
                votes[part]["person"] += votes[name]["person"] + SURNAME
    return {name: decide(cast) for name, cast in votes.items()}


def _vote_listed(tokens: Tokens, names: Mapping[Run, str], votes: Mapping[str, dict[Kind, float]]) -> None:
    """Let a name of one word that only the tagger judges be of the kind of those it is listed with: "A, B and C"."""
    at = {run.last - 1: name_key(name) for run, name in names.items()}
    for run, name in names.items():
        cast = votes[name_key(name)]
        beside = at.get(tokens.heads[run.last - 1]) if tokens.relations[run.last - 1] == "conj" else None
        alone = len(name.split()) == 1 and fold(name) not in en.given_names()
        if beside is not None and alone and max(cast.values()) <= TAGGER:
            kind = decide(votes[beside])
            cast[kind] += votes[beside][kind]


def _identify(draft: Draft, name: str) -> None:
    """Give a state or a well-known organisation its codes."""
    known = states_by_name().get(name) or (states_by_name().get(name.title()) if name.isupper() else None)
    if known and draft.kind == "state":
        draft.country, draft.wikidata = known.iso3, known.wikidata or None
        draft.names[name] += 0
    capital = states_by_capital().get(name)
    if capital and draft.kind == "place":
        draft.country = capital.iso3
    body = organisations_by_name().get(spelled_one_way(name))
    if body and draft.kind == "organisation":
        draft.wikidata = body.wikidata or None


def _fuller(key: str, name: str, kind: Kind, drafts: list[Draft], tokens: Tokens, run: Run) -> Draft | None:
    """Return the chain of a fuller name that *name* shortens: a surname, an acronym, a second name of one state."""
    known = states_by_name().get(name)
    for draft in drafts:
        if known and draft.country == known.iso3 and draft.kind == "state":
            return draft
        if draft.wikidata and kind == "organisation":
            body = organisations_by_name().get(spelled_one_way(name))
            if body and body.wikidata == draft.wikidata:
                return draft
    if kind == "person":
        return _surname(tokens, key, drafts, run)
    if name.isupper() and 2 <= len(name) <= 8:
        fitting = [d for d in drafts if d.kind == "organisation" and _abbreviates(name, d, tokens, run)]
        return fitting[0] if len(fitting) == 1 else None
    if kind == "organisation" and len(key.split()) == 1:
        fitting = [
            d
            for d in drafts
            if d.kind == "organisation" and _ends_in(fold(d.name), key) and run.first > d.places[0].first
        ]
        return fitting[0] if len(fitting) == 1 else None
    return None


def _ends_in(name: str, word: str) -> bool:
    """Say whether a body goes by a word of its name: its last one, or its noun, in "Ministry of Ports"."""
    words = name.split()
    return word in words[-1:] or (word in en.BODY_HEADS and words[:2] == [word, "of"])


def _surname(tokens: Tokens, key: str, drafts: list[Draft], run: Run) -> Draft | None:
    """Return the person whose last, or else first, name *key* is; of several who has its title, or was named last."""
    words = key.split()
    fitting = [
        d
        for d in drafts
        if d.kind == "person"
        and len(words) < len(fold(d.name).split())
        and fold(d.name).split()[-len(words) :] == words
    ]
    if not fitting:  # given names alone: "Anna-Maria" of "Anna-Maria Berg"
        fitting = [
            d
            for d in drafts
            if d.kind == "person"
            and len(fold(d.name).split()) > len(words)
            and fold(d.name).split()[: len(words)] == words
        ]
        return fitting[0] if len(fitting) == 1 else None
    if len(fitting) > 1:  # "Colonel X", who is the colonel of the Xs
        title = title_span(tokens, run)
        office = _in_full(tokens, title[1] - 1) if title else ""
        fitting = [d for d in fitting if office and _goes_by(tokens, d, office, run.first)] or fitting
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    return max(fitting, key=lambda d: (max((p.first for p in d.places if p.first < run.first), default=-1), -d.number))


def _goes_by(tokens: Tokens, draft: Draft, office: str, until: int) -> bool:
    """Say whether an office stands right before a full name of somebody so far: "Colonel Milan Dulic"."""
    return any(0 < p.first < until and _in_full(tokens, p.first - 1) == office for p in draft.places)


def _in_full(tokens: Tokens, n: int) -> str:
    return en.SHORT_TITLES.get(tokens.lower[n], tokens.lower[n])


def _abbreviates(acronym: str, draft: Draft, tokens: Tokens, run: Run) -> bool:
    """Say whether *acronym* is defined for a chain in brackets, or made of its initials."""
    defined = any(p.last + 1 == run.first and tokens.words[p.last] == "(" for p in draft.places)
    return defined or any(initials(n) == acronym.replace(".", "") for n in draft.names)


def _add_demonyms(tokens: Tokens, demonyms: frozenset[int], drafts: list[Draft]) -> None:
    """Give the adjectives of peoples to the chain of their state, made when the report does not name it."""
    for n in sorted(demonyms):
        word = tokens.words[n]
        pair = tokens.text(n - 1, n + 1) if n else ""
        first, word = (n - 1, pair) if pair in states_by_adjective() and " " in pair else (n, word)
        if any(p.first <= n < p.last for d in drafts for p in d.places):
            continue
        draft = _state_of(word, drafts)
        if draft is None:
            known = states_by_adjective().get(word)
            draft = Draft(len(drafts), "state")
            draft.phrases.append(word)
            if known:
                draft.country, draft.wikidata = known.iso3, known.wikidata or None
                draft.names[known.names[0]] += 0
            drafts.append(draft)
        draft.places.append(Place(first, n + 1, n, tokens.sentence_of[n], "adjective"))
        draft.places.sort(key=lambda p: p.first)


def _state_of(adjective: str, drafts: list[Draft]) -> Draft | None:
    known = states_by_adjective().get(adjective)
    for draft in drafts:
        if known and draft.kind == "state" and draft.country == known.iso3:
            return draft
    for draft in drafts:
        if adjective in draft.phrases and draft.kind == "state":
            return draft
    for draft in drafts:
        single = draft.named and len(draft.name.split()) == 1
        if known is None and single and draft.country is None and belongs(adjective, draft.name):
            draft.kind = "state"  # only a state or a place has an adjective
            return draft
    for draft in drafts:
        if known is None and draft.kind == "state" and any(_same_people(adjective, p) for p in draft.phrases):
            return draft
    return None


def _same_people(a: str, b: str) -> bool:
    """Say whether two adjectives are one but for the plural: "Marovian", "Marovians"."""
    return a.removesuffix("s") == b.removesuffix("s")


def _add_owners(tokens: Tokens, runs: tuple[Run, ...], drafts: list[Draft]) -> None:
    """Note whose a named body is by the state right before it: "Norway's National Guard", "the Swedish Coast Guard"."""
    at = {p.first: d for d in drafts for p in d.places if p.form == "name" and d.kind == "organisation"}
    states = {n: d.number for d in drafts if d.kind == "state" for p in d.places for n in range(p.first, p.last)}
    for run in runs:
        draft = at.get(run.first)
        n = run.first - 1
        n -= n > 0 and tokens.lower[n] in {"'s", "’s"}
        if draft is not None and draft.of is None and n >= 0 and tokens.sentence_of[n] == run.sentence:
            draft.of = states.get(n)


def _finished(notes: Annotations, tokens: Tokens, drafts: list[Draft]) -> Annotations:
    """Return *notes* with the chains that have a mention, numbered anew in text order."""
    kept = sorted((d for d in drafts if d.places), key=lambda d: (min(p.first for p in d.places), d.number))
    number = {d.number: n for n, d in enumerate(kept)}
    chains = tuple(_chain(d, number) for d in kept)
    mentions = sorted(
        (
            Mention(tokens.starts[p.first], tokens.ends[p.last - 1], p.sentence, p.form, number[d.number], p.head)
            for d in kept
            for p in d.places
        ),
        key=lambda m: (m.start, -m.end, m.chain),
    )
    return replace(notes, chains=chains, mentions=tuple(mentions))


def _chain(d: Draft, number: dict[int, int]) -> Chain:
    holdings = tuple(
        Holding(h.title, number.get(h.of) if h.of is not None else None, h.former, h.start, h.end) for h in d.holdings
    )
    return Chain(
        kind=d.kind,
        name=d.name,
        named=d.named,
        aliases=tuple(sorted({*d.names, *d.phrases} - {d.name})),
        country=d.country,
        wikidata=d.wikidata,
        gender=d.gender,
        plural=d.plural,
        of=number.get(d.of) if d.of is not None else None,
        holdings=holdings,
    )
