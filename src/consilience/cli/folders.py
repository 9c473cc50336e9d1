"""Where a user's files are: the folders of the XDG base directory specification, or those that the user names."""

from __future__ import annotations

import os
from pathlib import Path


def cache_file() -> Path:
    """Return where parses are kept: in $CONSILIENCE_CACHE, else in the user's cache folder."""
    told = os.environ.get("CONSILIENCE_CACHE")
    return (Path(told) if told else _users("XDG_CACHE_HOME", ".cache")) / "consilience" / "parses.sqlite"


def own_names_file() -> Path:
    """Return where a user's own names are kept: $CONSILIENCE_KB, else in the user's data folder."""
    told = os.environ.get("CONSILIENCE_KB")
    return Path(told) if told else _users("XDG_DATA_HOME", ".local/share") / "consilience" / "names.sqlite"


def _users(variable: str, otherwise: str) -> Path:
    """Return the folder that *variable* names; the specification has a path that is not absolute ignored."""
    told = Path(os.environ.get(variable, ""))
    return told if told.is_absolute() else Path.home() / otherwise
