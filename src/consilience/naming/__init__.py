"""How names are compared: folding, spelling skeletons, and whether two names can be one.

`spelling` compares words and personal names by hand-set rules, for joins that need no more. `comparing` scores any two
names with fitted weights and says why; its figures stand in docs/evaluation.md.
"""

from __future__ import annotations

from consilience.naming.comparing import SAME, Comparison, compare, score, score_strings
from consilience.naming.spelling import (
    DEMONYM_ENDINGS,
    SHORTEST_STEM,
    belongs,
    fold,
    initials,
    likeness,
    name_key,
    skeleton,
    spelled_one_way,
    start_alike,
    voiceless,
)

__all__ = [
    "DEMONYM_ENDINGS",
    "SAME",
    "SHORTEST_STEM",
    "Comparison",
    "belongs",
    "compare",
    "fold",
    "initials",
    "likeness",
    "name_key",
    "score",
    "score_strings",
    "skeleton",
    "spelled_one_way",
    "start_alike",
    "voiceless",
]
