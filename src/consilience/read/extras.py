"""Libraries that only some forms of input need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from consilience.errors import UnreadableInputError
from consilience.read.page import Source


def needed(module: str, extra: str, source: Source) -> Any:
    """Return the library *module*.

    Raises:
        UnreadableInputError: it is not installed; the message names the extra that brings it.
    """
    try:
        return import_module(module)
    except ImportError as problem:
        raise UnreadableInputError(
            f"{source.name}: reading this form needs {module}. Install it with `pip install 'consilience[{extra}]'`."
        ) from problem
