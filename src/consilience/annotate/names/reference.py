"""What descriptions and pronouns refer to, from left to right through a report.

Sieves, most certain first: apposition and copula ("X, the mayor"; "X is the mayor"), a role already held, the same
description again, the part of a fuller one ("the ministry"), else a thing of its own. Pronouns take the nearest
fitting subject, else the nearest fitting mention, within `pronouns.SENTENCES`; else nothing.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence

from consilience.annotate.names.chains import Draft, Place
from consilience.annotate.names.descriptions import Description
from consilience.annotate.names.pronouns import Pronouns
from consilience.annotate.tokens import Tokens
from consilience.lang import english_names as en
from consilience.model import Holding, Kind


class Resolver:
    """Joins descriptions and pronouns to the chains of *drafts*, which it extends."""

    def __init__(self, tokens: Tokens, drafts: list[Draft]) -> None:
        """Work on the tokens of one report and its chains so far."""
        self._tokens = tokens
        self._drafts = drafts
        self._mentions: list[tuple[int, int, int]] = sorted(
            (p.first, p.last, d.number) for d in drafts for p in d.places
        )
        self._formerly: list[tuple[Draft, Draft]] = []
        self._pronouns = Pronouns(tokens, frozenset(p.first for d in drafts for p in d.places if p.form == "adjective"))

    def resolve(self, described: Sequence[Description]) -> None:
        """Place every description and pronoun that can be placed."""
        for d in described:
            target = self._pronoun(d) if d.pronoun else self._described(d)
            if target is not None:
                self._place(target, d)
        self._join_roles()
        for body, former in self._formerly:
            body.names.update(former.names)
            body.places = sorted(body.places + former.places, key=lambda p: p.first)
            former.places = []

    def _join_roles(self) -> None:
        """Give what only a role describes ("the Kazakh president") to the one person named who holds that role.

        An office of one holder without its state ("the President of the Republic", in a masthead) is the report's own.
        """
        for nameless in self._drafts:
            if nameless.kind != "person" or nameless.named or not nameless.places:
                continue
            if nameless.of is None and nameless.name not in en.HIGHEST_OFFICES:
                continue
            fitting = [x for x in self._drafts if x.named and x.kind == "person" and _holds(x, nameless)]
            if len(fitting) == 1:
                fitting[0].places += nameless.places
                fitting[0].places.sort(key=lambda p: p.first)
                nameless.places = []

    def _place(self, draft: Draft, d: Description) -> None:
        form = "pronoun" if d.pronoun else "nominal"
        draft.places.append(Place(d.first, d.last, d.head, d.sentence, form))  # type: ignore[arg-type]
        insort(self._mentions, (d.first, d.last, draft.number))
        if not d.pronoun and d.phrase not in draft.phrases:
            draft.phrases.append(d.phrase)

    # --- descriptions

    def _described(self, d: Description) -> Draft | None:
        owner = self._owner(d)
        owner = self._state_of_subject(d) if owner is None else owner
        former = self._former_name(d)
        if former is not None:
            same = self._same(d, owner)
            if same is not None and same.named and same is not former:
                self._formerly.append((same, former))
            return same or former
        named = self._in_apposition(d)
        if named is not None and named.kind in {"person", d.kind} and not d.plural:
            self._hold(named, d, owner)
            return named
        if d.kind == "state":
            return self._main_state(d) if d.definite else None
        if d.kind == "place":
            return None
        found = self._same(d, owner) if d.definite else None
        return found or self._open(d, owner)

    def _hold(self, person: Draft, d: Description, owner: int | None) -> None:
        if person.kind != "person":
            return
        if d.phrase.split()[-1] == "counterpart":
            self._copy_role(person, d, owner)
            return
        head = d.phrase.split()[-1]
        if head not in en.ANYBODY:
            person.holdings.append(self._held(d, owner))
        person.gender = person.gender or en.GENDERED.get(head)

    def _held(self, d: Description, owner: int | None) -> Holding:
        """Return the role that a description tells."""
        tokens = self._tokens
        former = bool(en.FORMER & set(tokens.lower[d.first : d.head]))
        title = en.SAME_OFFICES.get(d.phrase, d.phrase)
        return Holding(title, owner, former, tokens.starts[d.first], tokens.ends[d.last - 1])

    def _copy_role(self, person: Draft, d: Description, owner: int | None) -> None:
        """Give the counterpart the role of the one it is the counterpart of: "his Kazakh counterpart"."""
        tokens = self._tokens
        whose = next((n for n in range(d.first, d.head) if tokens.lower[n] in en.PRONOUNS), None)
        first = (
            d._replace(first=whose, last=whose + 1, head=whose, phrase=tokens.lower[whose], pronoun=True)
            if whose is not None
            else None
        )
        model = self._pronoun(first) if first else None
        state = next(
            (x.number for n in range(d.first, d.head) if (x := self._chain_at(n)) and x.kind == "state"), owner
        )
        role = next((h.title for h in model.holdings if not h.former), None) if model else None
        if role and state is not None:
            person.holdings.append(Holding(role, state, False, tokens.starts[d.first], tokens.ends[d.last - 1]))

    def _owner(self, d: Description) -> int | None:
        """Return the chain whose description this is: "Kestria's", "its", "of Kestria", "the country's"."""
        if d.owner is None:
            return None
        direct = self._chain_at(d.owner)
        if direct is not None:
            return None if self._is_one_of_several(d.owner, direct) else direct.number
        lower = self._tokens.lower[d.owner]
        if lower in en.PRONOUNS:
            gender, plural = en.PRONOUNS[lower]
            kind: Kind = "person" if gender in {"m", "f"} else "group" if plural else "organisation"
            found = self._pronoun(
                d._replace(
                    first=d.owner, last=d.owner + 1, head=d.owner, phrase=lower, pronoun=True, kind=kind, plural=plural
                )
            )
            return found.number if found else None
        if self._tokens.lemmas[d.owner] in en.STATE_NOUNS and self._tokens.tags[d.owner] != "NNS":
            state = self._main_state(d)
            return state.number if state else None
        return None

    def _is_one_of_several(self, token: int, draft: Draft) -> bool:
        """Say whether an office alone ("the president's") names *draft*, where the report has others who hold it."""
        head = self._tokens.lower[token]
        if head not in en.SINGLE_OFFICES or not draft.named:
            return False
        states = {h.of for x in self._drafts if x.named for h in x.holdings if h.title.split()[-1:] == [head]}
        return len(states - {None}) > 1

    def _chain_at(self, token: int) -> Draft | None:
        return next((self._drafts[c] for first, last, c in self._mentions if first <= token < last), None)

    def _in_apposition(self, d: Description) -> Draft | None:
        """Return the named chain that stands beside the description or is said to be it."""
        tokens = self._tokens
        beside = [
            *tokens.all_children(d.head, "appos"),
            *([tokens.heads[d.head]] if tokens.relations[d.head] == "appos" else []),
        ]
        beside += self._said_to_be(d.head)
        beside += self._named_after(d)
        if d.last + 1 < len(tokens) and tokens.words[d.last] == ",":
            polite = tokens.lower[d.last + 1] in en.HONORIFICS
            beside.append(d.last + 1 + polite)  # "The head of the authority, Emil Hartog, was"
        if d.first >= 2 and tokens.words[d.first - 1] == ",":
            beside.append(d.first - 2)  # "Tuuli Holm, a former judge,"
        for n in beside:
            draft = self._chain_at(n)
            if (
                draft is not None
                and draft.named
                and tokens.sentence_of[n] == d.sentence
                and (draft.kind == "person") == (d.kind == "person")
            ):
                if n in {d.last + 1, d.last + 2, d.first - 2} and not self._is_aside(n, d):
                    continue
                return draft
        return None

    def _former_name(self, d: Description) -> Draft | None:
        """Return the chain of the name that a body had: "the organisation (formerly the Northern Council)"."""
        tokens = self._tokens
        named = tokens.child(d.head, "appos")
        if named is None or not any(tokens.lower[n] in en.FORMERLY for n in tokens.all_children(named, "advmod")):
            return None
        return self._chain_at(named)

    def _said_to_be(self, head: int) -> list[int]:
        """Return the subjects of whom a clause says that they are, became or served as what *head* describes."""
        tokens = self._tokens
        verb = tokens.heads[head]
        relation = tokens.relations[head]
        if relation == "pobj" and tokens.lower[verb] == "as":  # "served as mayor"
            verb = tokens.heads[verb]
            fits = tokens.lemmas[verb] in en.SERVING_AS
        else:
            fits = relation in {"attr", "oprd"} and tokens.lemmas[verb] in en.MAKING
        if not fits:
            return []
        relative = [tokens.heads[verb]] if tokens.relations[verb] == "relcl" else []
        return [*tokens.all_children(verb, "nsubj", "nsubjpass"), *relative]

    def _named_after(self, d: Description) -> list[int]:
        """Return the token at which a name follows an office and its state: "President of the Republic of X Y Z"."""
        tokens, at = self._tokens, d.head + 1
        while at < len(tokens) and (tokens.lower[at] in {"of", "the"} or tokens.lower[at] in en.STATE_NOUNS):
            place = next((last for first, last, _ in self._mentions if first == at + 1), None)
            at = place if place is not None and tokens.lower[at] in {"of", "the"} else at + 1
        named = self._chain_at(at) if at > d.head + 1 and at < len(tokens) else None
        return [at] if named is not None and named.kind == "person" else []

    def _is_aside(self, n: int, d: Description) -> bool:
        """Say whether a name and a description beside each other are one: the second closes with a comma or a stop."""
        tokens = self._tokens
        place = next(((f, last) for f, last, _ in self._mentions if f <= n < last), None)
        if place is None:
            return False
        first, last = place if n > d.head else (d.first, d.last)
        if n > d.head and first not in {d.last + 1, d.last + 2}:
            return False
        closing = tokens.words[last] if last < len(tokens) else "."
        if n < d.head and last < len(tokens) and tokens.relations[d.head] == "nsubj" and tokens.heads[d.head] == last:
            return False  # "He met the Council of Ports, the press service said"
        listed = last < len(tokens) and tokens.lower[last] in {"and", "or"}
        return (
            closing in {",", ".", "(", "”", '"', ";", ":", *en.SINCE_WORDS}
            or tokens.parts[min(last, len(tokens) - 1)] in {"VERB", "AUX"}
        ) and not listed

    def _main_state(self, d: Description) -> Draft | None:
        """Return the state a report is about so far: the one named most before; in a tie the last."""
        counted = [
            (
                sum(p.first < d.first for p in s.places),
                max((p.first for p in s.places if p.first < d.first), default=-1),
                s,
            )
            for s in self._drafts
            if s.kind == "state"
        ]
        seen = [(n, last, s) for n, last, s in counted if n]
        return max(seen, key=lambda x: (x[0], x[1]))[2] if seen else None

    def _same(self, d: Description, owner: int | None) -> Draft | None:
        """Return the last chain before that the description can mean again."""
        head = d.phrase.split()[-1]
        if d.kind == "person" and head in en.COUNTERPARTS and owner is not None:
            return self._counterpart(d, owner)
        if d.kind == "person" and owner is None and d.phrase in en.HEADS_OF_STATE:
            return next(
                (x for x in self._before(d) if x.named and any(h.title in en.HIGHEST_OFFICES for h in x.holdings)), None
            )
        if d.phrase in en.BLOCS and owner is None:
            return self._bloc(d)
        if d.kind == "person":
            holders = [
                x
                for x in self._before(d)
                if x.kind == "person" and any(_same_role(h, d.phrase, owner) for h in x.holdings)
            ]
            if d.phrase == "minister":  # of whom there are many: the last, and nobody who is told as the first of them
                holders = [x for x in holders if not x.holds_all("prime minister")] or holders
            elif holders and owner is None and head in en.SINGLE_OFFICES:
                # Of two presidents "the President" is the report's own: the one it spoke of first, not a court's.
                return min(holders, key=lambda x: (self._is_of_a_body(x, head), min(p.first for p in x.places)))
            if holders:
                return holders[0]
        alike = [
            x
            for x in self._before(d)
            if (x.kind == d.kind or {x.kind, d.kind} <= {"organisation", "group"})
            and _same_phrase(x, d.phrase, head)
            and (owner is None or (x.of is None and not x.lost_owner) or x.of == owner)
            and not (d.owner is not None and owner is None and x.of is not None)  # whose it is must be known
            and not self._holds_elsewhere(x, head, d, owner)
        ]
        return alike[0] if alike else None

    def _is_of_a_body(self, x: Draft, head: str) -> bool:
        """Say whether somebody holds an office only in an organisation: "the court, its president"."""
        owners = [h.of for h in x.holdings if h.title.split()[-1:] == [head]]
        return all(o is not None and self._drafts[o].kind == "organisation" for o in owners)

    def _bloc(self, d: Description) -> Draft | None:
        """Return the organisation named last before "the bloc", where its name is that of an organisation of states.

        A name that one state or place owns ("the Council of Torv") is none.
        """
        bodies = (x for x in self._before(d) if x.kind == "organisation" and (x.named or d.phrase in x.phrases))
        last = next(bodies, None)
        if last is None or not last.named:
            return last
        words = last.name.casefold().split()
        return last if words[-1] in en.NAMES_OF_BLOCS or last.wikidata is not None else None

    def _state_of_subject(self, d: Description) -> int | None:
        """Return the one state that the subject of the sentence names before an office without its own.

        "Forces in Kestria have left, with the president vowing ...": not the president of whom the report began.
        """
        if d.owner is not None or d.kind != "person" or d.phrase not in en.SINGLE_OFFICES:
            return None
        tokens = self._tokens
        root = next((n for n in tokens.within(d.head) if tokens.relations[n] == "ROOT"), d.head)
        subject = tokens.child(root, "nsubj", "nsubjpass")
        if subject is None or d.first < tokens.reach(subject)[1]:
            return None
        first, last = tokens.reach(subject)
        named = sorted({c for at, _, c in self._mentions if first <= at < last})
        states = [c for c in named if self._drafts[c].kind == "state"]
        people = any(self._drafts[c].kind == "person" for c in named)
        return states[0] if len(states) == 1 and not people else None

    def _holds_elsewhere(self, x: Draft, head: str, d: Description, owner: int | None) -> bool:
        """Say whether a named person holds the office that *d* gives to a state in another one, or in one untold.

        Untold it is that of the state which the report is about: "President Holm" is not "the president of France".
        """
        states = {h.of for h in x.holdings if h.title.split()[-1:] == [head]}
        if owner is None or not x.named or not states or head not in en.SINGLE_OFFICES:
            return False
        main = self._main_state(d) if states == {None} else None
        return owner not in states and (main is None or main.number != owner)

    def _counterpart(self, d: Description, owner: int) -> Draft | None:
        """Return the last other person named who holds the same office of another state."""
        titles = {h.title.split()[-1] for h in self._drafts[owner].holdings if not h.former}
        fitting = [
            x
            for x in self._before(d)
            if x.named and x.kind == "person" and x.number != owner and any(x.holds(t) for t in titles)
        ]
        return fitting[0] if fitting else None

    def _before(self, d: Description) -> Iterator[Draft]:
        """Yield the chains mentioned before a description, the last one first."""
        seen: set[int] = set()
        for first, _, chain in reversed(self._mentions):
            if first < d.first and chain not in seen:
                seen.add(chain)
                yield self._drafts[chain]

    def _open(self, d: Description, owner: int | None) -> Draft | None:
        draft = Draft(len(self._drafts), d.kind, plural=d.plural, of=owner)
        draft.gender = en.GENDERED.get(d.phrase.split()[-1])
        draft.lost_owner = d.owner is not None and owner is None
        if owner is not None and self._drafts[owner].kind == "state":
            draft.country = self._drafts[owner].country
        if d.kind == "person":
            draft.holdings.append(self._held(d, owner))
        self._drafts.append(draft)
        return draft

    def _pronoun(self, d: Description) -> Draft | None:
        chain = self._pronouns.antecedent(d, self._drafts, self._mentions)
        if chain is None:
            return None
        draft = self._drafts[chain]
        if draft.kind == "person" and draft.gender is None:
            draft.gender = en.PRONOUNS[d.phrase][0]  # who was "she" once is not "he" later
        return draft


def _holds(person: Draft, nameless: Draft) -> bool:
    """Say whether somebody holds now what a nameless chain describes, of the same body or state, told or untold."""
    owners = {h.of for h in person.holdings if h.title == nameless.name and not h.former}
    return owners == {None} if nameless.of is None else nameless.of in owners


def _same_role(held: Holding, phrase: str, owner: int | None) -> bool:
    """Say whether a description fits a role: the same last word, no word that it lacks, no other owner."""
    role, words = held.title.split(), en.SAME_OFFICES.get(phrase, phrase).split()
    if not role or role[-1] != words[-1] or (owner is not None and owner != held.of):
        return False  # "the president of X" is not a president of whom we do not know where
    return set(words) <= set(role) and (len(words) == len(role) or len(words) == 1)


def _same_phrase(draft: Draft, phrase: str, head: str) -> bool:
    """Say whether a chain goes by this description, or by one that ends in its only word; a new one is another."""
    if phrase in draft.phrases:
        return True
    if len(phrase.split()) == 1:
        older = (p.split() for p in draft.phrases)
        return any(p[-1] == head and p[0] not in en.ANEW for p in older) or any(
            head == w.casefold() for n in draft.names for w in n.split()[:1] + n.split()[-1:]
        )
    return any(en.body_words(n) == frozenset(phrase.split()) for n in draft.names)
