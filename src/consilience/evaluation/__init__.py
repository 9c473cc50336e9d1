"""Layer evaluations for developers: `consilience eval SET PATH`. Each takes a path and returns its metrics by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from consilience.evaluation.coding import evaluate as evaluate_coding
from consilience.evaluation.crisis import evaluate as evaluate_crisis
from consilience.evaluation.dates import evaluate as evaluate_dates
from consilience.evaluation.mentions import evaluate as evaluate_coreference
from consilience.evaluation.names import evaluate as evaluate_names
from consilience.evaluation.quotes import evaluate as evaluate_quotes
from consilience.evaluation.spans import evaluate as evaluate_spans
from consilience.evaluation.stories import evaluate as evaluate_stories
from consilience.evaluation.timex import evaluate as evaluate_timex

Metrics = Mapping[str, float | int]

#: Every evaluation by the name the command line uses.
EVALUATIONS: Mapping[str, Callable[[Path], Metrics]] = MappingProxyType(
    {
        "coding": evaluate_coding,
        "coreference": evaluate_coreference,
        "crisis": evaluate_crisis,
        "dates": evaluate_dates,
        "names": evaluate_names,
        "quotes": evaluate_quotes,
        "spans": evaluate_spans,
        "stories": evaluate_stories,
        "timex": evaluate_timex,
    }
)

__all__ = ["EVALUATIONS", "Metrics"]
