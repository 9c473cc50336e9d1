"""The words of English that tell nothing of what a text is about. Written for this project; CC0-1.0."""

from __future__ import annotations

from typing import Final

FUNCTION_WORDS: Final = frozenset(
    "the of and to in a is that for was on with as it by at from has said he be are his have had its were an they "
    "which been this who their will would not but she her after or more than one we i you all also about out up so if "
    "no when what there can into other some could them time two new first over just him only our do did how me my us "
    "your most may before like any then these those through being where while because such between during under "
    "against since very own both each few off again once here too same should now says say told".split()
)
