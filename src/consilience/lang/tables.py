"""Tables of language knowledge: tab-separated files in `lang/data`, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of `lang/data/NAME.tsv`, in file order; lines that begin with # are notes."""
    text = files("consilience.lang").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return tuple(MappingProxyType(dict(zip(header, line.split("\t"), strict=True))) for line in lines[1:])


def several(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several, joined by `|`."""
    return tuple(value for value in cell.split("|") if value)
