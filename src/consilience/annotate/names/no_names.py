"""What is capitalised and yet names nobody: adjectives, members of a series, slogans, credits, answers."""

from __future__ import annotations

from consilience.annotate.tokens import Tokens
from consilience.lang import english_names as en
from consilience.naming import DEMONYM_ENDINGS

#: How a word relates to the noun that it describes.
_MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod"})
#: A slogan goes on for at most so many words behind what is capitalised.
SLOGAN = 5
_HYPHENS = frozenset("-–")
_OPENING, _CLOSING = frozenset("\"“‘«'"), frozenset("\"”’»'")


def names_nobody(tokens: Tokens, first: int, last: int, certain: frozenset[str]) -> bool:
    """Say whether the capitalised words `[first, last)`, cut free of titles, are no name. *certain* words are."""
    if last - first == 1 and (_is_state_noun(tokens, first) or _is_numbered(tokens, first)):
        return True
    if all(is_never_a_name(tokens, n) for n in range(first, last)):
        return True
    return (
        _describes(tokens, first, last, certain) or _is_slogan(tokens, first, last) or _is_credit(tokens, first, last)
    )


def is_never_a_name(tokens: Tokens, n: int) -> bool:
    """Say whether a word is often capitalised and never part of a name."""
    return tokens.lower[n].removesuffix(".") in en.NOT_NAMES


def is_refused(tokens: Tokens, n: int) -> bool:
    """Say whether a word is what somebody will or will not have: "Talks, yes. Ransom, no."."""
    return n + 2 < len(tokens) and tokens.words[n + 1] == "," and tokens.lower[n + 2] in en.YES_OR_NO


def is_common(tokens: Tokens, n: int) -> bool:
    """Say whether the first word of a sentence belongs to the noun in small letters behind it: "Security forces"."""
    head = tokens.heads[n]
    return (
        tokens.parts[n] == "NOUN"
        and head == n + 1
        and tokens.relations[n] == "compound"
        and tokens.words[head].islower()
    )


def glued_participle(tokens: Tokens, first: int, last: int) -> int:
    """Return where a name ends to which a participle is glued: of "Kestria-led" Kestria; 0 if none is."""
    glued = last - first > 2 and tokens.words[last - 2] in _HYPHENS and tokens.tags[last - 1] in {"VBG", "VBN"}
    return last - 2 if glued and tokens.words[last - 1].islower() else 0


def _describes(tokens: Tokens, first: int, last: int, certain: frozenset[str]) -> bool:
    """Say whether the words are an adjective of what follows: "Central Asian countries", "Turkic-speaking"."""
    n = last - 1
    head = tokens.heads[n]
    if tokens.relations[n] not in _MODIFYING or not tokens.words[head].islower() or head <= n:
        return False
    lower = tokens.lower[n]
    if tokens.tags[n] == "JJ":
        alone = last - first == 1 and tokens.parts[head] == "NOUN" and lower not in certain
        return alone or (lower.endswith(DEMONYM_ENDINGS) and tokens.parts[head] == "NOUN")
    return last - first == 1 and lower.endswith(en.ADJECTIVE_ENDINGS)


def _is_slogan(tokens: Tokens, first: int, last: int) -> bool:
    """Say whether the words begin what is shouted: chants of "Old Man Out!"."""
    behind = tokens.words[last : last + SLOGAN]
    closing = next((n for n, word in enumerate(behind) if word in _CLOSING), 0)
    return first > 0 and tokens.words[first - 1] in _OPENING and closing > 0 and behind[closing - 1] in {"!", "?"}


def _is_credit(tokens: Tokens, first: int, last: int) -> bool:
    """Say whether the words stand in brackets as the source of a picture: "(ABC Photo)"."""
    before = tokens.words[first - 1] if first else ""
    behind = tokens.lower[last : last + 2]
    inside = tokens.lower[last - 1] in en.PICTURES and tokens.words[last : last + 1] == (")",)
    return before in {"(", "["} and (
        inside or (len(behind) == 2 and behind[0] in en.PICTURES and behind[1] in {")", "]"})
    )


def _is_state_noun(tokens: Tokens, n: int) -> bool:
    """Say whether a capitalised word describes states: "the Republic", "Member States"."""
    return tokens.lower[n] in en.STATE_NOUNS or tokens.lower[n].removesuffix("s") in en.STATE_NOUNS


def _is_numbered(tokens: Tokens, n: int) -> bool:
    """Say whether a word is the name of a series: "Bulletin No. 4"."""
    after = tokens.lower[n + 1 : n + 3]
    return len(after) == 2 and after[0].rstrip(".") in en.NUMBERING and after[1][:1].isdigit()
