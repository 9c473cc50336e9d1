"""Libraries that only some forms need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from consilience.errors import UsageError


def needed(module: str, extra: str) -> Any:
    """Return the library *module*.

    Raises:
        UsageError: it is not installed; the message names the extra that brings it.
    """
    try:
        return import_module(module)
    except ImportError as problem:
        library = module.split(".", maxsplit=1)[0]
        raise UsageError(
            f"Writing this form needs {library}. Install it with `pip install 'consilience[{extra}]'`."
        ) from problem
