"""Files to documents: every input read, or skipped with the reason."""

from consilience.read.reading import FORMS, Reading, Skipped, read

__all__ = ["FORMS", "Reading", "Skipped", "read"]
