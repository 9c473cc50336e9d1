"""What we raise on purpose. Every message says what happened, where, and what to do next."""

from __future__ import annotations


class ConsilienceError(Exception):
    """The base of all errors raised on purpose; the command line prints it without a traceback."""


class UsageError(ConsilienceError):
    """The call does not make sense as it stands. Exit code 2."""


class UnreadableInputError(ConsilienceError):
    """An input cannot be read as a report. The run goes on without it and says so."""


class ModelMissingError(ConsilienceError):
    """The language model that was asked for is not installed."""


class UnsoundRecordError(ConsilienceError):
    """A record breaks its own promises: an uncited cell, a span that quotes nothing, an id that leads nowhere."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        """Keep *problems*, one line each, worst first."""
        self.problems = problems
        shown = "\n  ".join(problems[:20])
        super().__init__(f"The record is unsound in {len(problems)} places:\n  {shown}")
