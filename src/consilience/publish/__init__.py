"""Fifth room: a situation becomes bytes. Nothing is computed here that is not in the record; counting and ordering are.

A new form is one module with one function and one line in `EXPORTERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from consilience.model import Situation
from consilience.publish.as_brief import to_brief, to_plain_brief
from consilience.publish.as_json import from_json, to_json
from consilience.publish.as_page import to_page
from consilience.publish.as_table import to_table

#: Every form a record can take, by the name the command line and the documentation use. All are deterministic.
EXPORTERS: Mapping[str, Callable[[Situation], bytes]] = MappingProxyType(
    {
        "json": to_json,
        "page": to_page,
        "brief": to_brief,
        "table": to_table,
    }
)

#: What a folder of results calls each form.
FILE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "json": "record.json",
        "page": "report.html",
        "brief": "brief.md",
        "table": "events.csv",
    }
)

__all__ = ["EXPORTERS", "FILE_NAMES", "from_json", "to_brief", "to_json", "to_page", "to_plain_brief", "to_table"]
